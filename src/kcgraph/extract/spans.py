"""How long contests and exhibitions lasted: `It closed on Friday. It was opened on Sept. 20.` tells one interval."""

from collections.abc import Sequence

from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.wordlists import words
from kcgraph.model import EventDate

_LASTING = frozenset({"Conference", "Ceremony"})
# Nothing lasts longer than so many days.
_LONGEST = 62


def stretch(scenes: Sequence[Scene], drafts: Sequence[Draft]) -> None:
    """Give the closing and the opening of one contest or exhibition, told in two sentences, the days between them."""
    lasting = [draft for draft in drafts if _can_last(draft)]
    for opening in lasting:
        if not _is_told_with(scenes, opening, "opening"):
            continue
        for closing in lasting:
            if closing.noun == opening.noun and _is_told_with(scenes, closing, "ending"):
                _unite(opening, closing)


def _can_last(draft: Draft) -> bool:
    is_dated = draft.date is not None and draft.date.is_day and draft.is_told and draft.status == "Occurred"
    return is_dated and draft.pattern.event_class in _LASTING and draft.noun not in words("dating", "of_a_day")


def _is_told_with(scenes: Sequence[Scene], draft: Draft, verbs: str) -> bool:
    """Whether a verb of the words that tell a draft is among those of a list."""
    return any(
        verb.head in words("dating", verbs) and draft.first <= verb.first < draft.last
        for _, verb, _ in scenes[draft.sentence].verbs()
    )


def _unite(opening: Draft, closing: Draft) -> None:
    first, last = opening.date, closing.date
    if first is not None and last is not None and 0 < (last.earliest - first.earliest).days <= _LONGEST:
        opening.date = closing.date = EventDate.interval(first, last)
