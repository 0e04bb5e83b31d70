"""Statements that are acts of their own: told "in a statement", "in an article", or announced in the lead."""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk
from kcgraph.extract.dating import date_of
from kcgraph.extract.patterns import Pattern, patterns, singular
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.statements.occasions import SPEAKING, phrases_of_occasion
from kcgraph.extract.statements.own import HEADLINE
from kcgraph.extract.statements.saying import Saying
from kcgraph.extract.statements.summaries import Summary, summary_of
from kcgraph.extract.statements.verbs import names_document
from kcgraph.extract.wordlists import words
from kcgraph.model import AgentKind, EventDate, Span

_ISSUED = "StatementIssued"


def issued(scenes: Sequence[Scene], sayings: Sequence[Saying], drafts: Sequence[Draft]) -> list[Draft]:
    """The statements issued that no draft tells of yet; each of `sayings` that begins one gets it as its draft."""
    found: list[Draft] = []
    summary = summary_of(scenes)
    for saying in sayings:
        for telling in (saying, *saying.later):
            scene = scenes[telling.sentence]
            if _is_told(telling, [*drafts, *found]):
                continue
            if summary is not None and _is_summed_up(scene, telling, summary):
                draft = _draft(scene, telling, _pattern("statement-in-document"))
                draft.date = summary.date
                saying.draft = draft
                found.append(draft)
                continue
            if (joint := _issued_together(scene, telling, found)) is not None:
                joint.add(telling.speaker, "Speaker")
                saying.draft = saying.draft or joint
                continue
            pattern = _pattern_for(scene, telling)
            if pattern is not None:
                draft = _draft(scene, telling, pattern)
                saying.draft = saying.draft or draft
                found.append(draft)
    return found


def _issued_together(scene: Scene, saying: Saying, drafts: Sequence[Draft]) -> Draft | None:
    """What another issued by the same verb: `A and B in a joint statement said`, not "in their statements"."""
    documents = [chunk for _, chunk in phrases_of_occasion(scene) if names_document(chunk)]
    if saying.verb < 0 or any(chunk.is_plural for chunk in documents):
        return None
    end = scene.chunks[saying.verb].last
    return next((draft for draft in drafts if draft.sentence == saying.sentence and draft.last == end), None)


def _is_told(saying: Saying, drafts: Sequence[Draft]) -> bool:
    """Whether the speaker (or an unknown one in the same sentence) was told to issue a statement."""
    return any(
        draft.pattern.event_class == _ISSUED
        and (saying.speaker in draft.agents() or (draft.sentence == saying.sentence and not draft.parts))
        for draft in drafts
    )


def _pattern_for(scene: Scene, saying: Saying) -> Pattern | None:
    """The pattern by which what is said is an act of its own; None for what is said on another occasion."""
    if saying.how == HEADLINE or _names_document(scene, saying) or _is_signed(saying) or _tells_press(scene, saying):
        return _pattern("statement-in-document")
    happens_within = saying.draft is not None and saying.draft.pattern.event_class in SPEAKING
    if not happens_within and _makes_own_speech(scene, saying):
        return _pattern("statement-in-document")
    if not happens_within and _is_dated_report(scene, saying):
        return _pattern("statement-reported")
    return _pattern("statement-announced") if _leads(scene, saying) and not happens_within else None


def _is_summed_up(scene: Scene, saying: Saying, summary: Summary) -> bool:
    """Whether somebody speaks in one of the statements that a line before told of."""
    if saying.sentence <= summary.sentence or saying.verb < 0 or _is_of_press(scene, saying):
        return False
    return saying.medium != "Speech" and scene.chunks[saying.verb].form in ("past", "finite") and _is_named(saying)


def _is_named(saying: Saying) -> bool:
    """Whether the speaker is told by more than a pronoun or a document."""
    return len(saying.printed.split()) > 1


def _is_signed(saying: Saying) -> bool:
    """`A bylined commentary of X dismisses ...`."""
    return saying.is_new and not words("saying", "signed").isdisjoint(saying.printed.lower().split())


def _tells_press(scene: Scene, saying: Saying) -> bool:
    """`told a press conference`."""
    objects = scene.frames[saying.verb].slots.get("object", ()) if saying.how == "tell" and saying.verb >= 0 else ()
    return any(names_document(chunk) for chunk in objects)


def _makes_own_speech(scene: Scene, saying: Saying) -> bool:
    """`in his recent address`, `in a speech on May 3`: a speech told for itself, and not one within what is told."""
    if saying.verb < 0:
        return False
    speeches = [chunk for _, chunk in phrases_of_occasion(scene) if singular(chunk.head) in words("saying", "orations")]
    is_told_alone = any("recent" in chunk.modifiers or _is_given_then(scene, chunk) for chunk in speeches)
    return bool(speeches) and (is_told_alone or _date(scene, saying) is not None)


def _is_given_then(scene: Scene, speech: Chunk) -> bool:
    """`in a speech given on Sept. 19`."""
    v = (scene.position_of(speech) or 0) + 1
    is_given = v < len(scene.chunks) and scene.chunks[v].head in words("saying", "performing")
    return is_given and v in scene.frames and date_of(scene.frames[v], "Occurred", None) is not None


def _is_dated_report(scene: Scene, saying: Saying) -> bool:
    """`The paper X on May 3 reported`: the press of another country, not cited at the end of what is news."""
    first, _ = _tokens(scene, saying.evidence)
    if first > 1 or saying.verb < 0 or not _is_of_press(scene, saying) or _date(scene, saying) is None:
        return False
    country = scene.cast.members[saying.speaker].country
    return country != scene.cast.home


def _pattern(key: str) -> Pattern:
    return next(pattern for pattern in patterns().all if pattern.id == key)


def _leads(scene: Scene, saying: Saying) -> bool:
    """Whether the lead announces it, and not an outlet: what papers report is a statement, no act of its own."""
    if saying.sentence != 0 or saying.how not in patterns().issuing or _is_of_press(scene, saying):
        return False
    return saying.how not in words("saying", "weak") or _date(scene, saying) is not None


def _is_of_press(scene: Scene, saying: Saying) -> bool:
    """Whether a paper, agency or broadcaster says it; a stamp agency is none."""
    printed = saying.printed.lower().split()
    heads = {printed[-1], scene.cast.members[saying.speaker].head}
    if "news" not in printed:
        heads.discard("agency")
    return not heads.isdisjoint(patterns().press) or scene.cast.is_outlet(saying.speaker)


def _date(scene: Scene, saying: Saying) -> EventDate | None:
    """The date of the verb that tells it."""
    return date_of(scene.frames[saying.verb], "Occurred", scene.cast.reading.today) if saying.verb >= 0 else None


def _names_document(scene: Scene, saying: Saying) -> bool:
    """`in a statement`, `in a signed commentary`, `in an interview with`: a document not told before.

    The report of a person is a speech at a meeting.
    """
    is_person = scene.cast.members[saying.speaker].kind == AgentKind.PERSON
    return any(
        names_document(chunk)
        and not (is_person and chunk.head == "report")
        and chunk.determiner not in words("saying", "known_documents")
        for _, chunk in phrases_of_occasion(scene)
    )


def _draft(scene: Scene, saying: Saying, pattern: Pattern) -> Draft:
    first, last = _tokens(scene, saying.evidence)
    draft = Draft(pattern, saying.sentence, first, last, position=first)
    draft.frame = scene.frames[saying.verb] if saying.verb >= 0 else None
    draft.add(saying.speaker, "Speaker")
    draft.date = _date(scene, saying)
    return draft


def _tokens(scene: Scene, evidence: Span) -> tuple[int, int]:
    """The tokens of a sentence within a span."""
    inside = [
        k for k, (start, end) in enumerate(scene.sentence.spans) if evidence.start <= start and end <= evidence.end
    ]
    return inside[0], inside[-1] + 1
