"""Gatherings and bodies that stand inside longer names: "participants in the 4th Conference of the Workers' Party"."""

from kcgraph.extract import gazetteer
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.conditions import Case
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.patterns import Pattern, patterns
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.wordlists import words
from kcgraph.model import AgentKind
from kcgraph.reference import fold_name


def take_inner_body(case: Case, draft: Draft) -> None:
    """`the 6th Congress of the Workers' Party`, `the ASEAN meeting`: the body that a congress is of takes part."""
    role, noun = case.pattern.roles.get("of"), case.word
    if role is None or noun.kind not in (Kind.GROUP, Kind.NOUN) or case.pattern.event_class != "Conference":
        return
    of = _after(case.scene, noun.name_first, noun.last, {"of"})
    body = None
    if of is not None:
        body = _body(case.scene, of, noun.last)
    elif not draft.parts:
        body = _body_before(case.scene, noun)
    if body is not None:
        draft.add(body, role)


def take_body_of_forces(case: Case, draft: Draft) -> None:
    """`Two NATO soldiers were killed`: the body whose soldiers they are."""
    role = case.pattern.roles.get("modifier")
    if role is None:
        return
    for chunk in case.chunks("object", "subject"):
        body = _body_before(case.scene, chunk) if chunk.kind in (Kind.GROUP, Kind.NOUN) else None
        if body is not None:
            draft.add(body, role)


def _body_before(scene: Scene, noun: Chunk) -> int | None:
    """`the NATO summit`: the known body whose name stands before the noun."""
    for at in range(noun.name_first, noun.last - 1):
        known = gazetteer.match(scene.sentence.words, at)
        if known is not None and known[1].kind == "organization" and known[0] < noun.last:
            return _body(scene, at, known[0])
    return None


def inner_drafts(scene: Scene) -> list[Draft]:
    """The conferences and ceremonies that names of groups tell of: the group takes part."""
    found = (_inner_draft(scene, chunk) for chunk in scene.chunks if chunk.kind in (Kind.GROUP, Kind.OFFICE))
    return [draft for draft in found if draft is not None]


def _inner_draft(scene: Scene, chunk: Chunk) -> Draft | None:
    """The event in the phrase of a group that gathers for it: `participants in ...`, `delegates to ...`."""
    if chunk.head not in words("attendance", "gathered"):
        return None
    links = words("attendance", "leading_to_events")
    if chunk.head in words("attendance", "sent_by_bodies"):
        links -= {"of"}
    first = _after(scene, chunk.first, chunk.last, links)
    at = _event_noun(scene, first, chunk.last) if first is not None else None
    if first is None or at is None:
        return None
    spoken = [word.lower() for word in scene.sentence.words[first : at + 1]]
    pattern = _pattern_of(spoken) if len(spoken) > 1 else None
    if pattern is None:
        return None
    draft = Draft(pattern, scene.number, first, chunk.last, position=first, noun=spoken[-1])
    draft.is_definite = draft.is_anaphor = scene.sentence.words[first - 1].lower() == "the"
    draft.is_name = scene.sentence.words[at][0].isupper()
    _fill(scene, draft, chunk, at)
    return draft


def _fill(scene: Scene, draft: Draft, chunk: Chunk, at: int) -> None:
    """Add the group itself and the body whose event it is."""
    agent = scene.cast.agent_of(chunk, False)
    if agent is not None:
        draft.add(agent, "Attendee", chunk)
    of = _after(scene, at, chunk.last, {"of"})
    role = draft.pattern.roles.get("of")
    if of is not None and role and (body := _body(scene, of, chunk.last)) is not None:
        draft.add(body, role)


def _pattern_of(spoken: list[str]) -> Pattern | None:
    """The first pattern of a gathering that its words alone fit."""
    modifiers = {part for word in spoken[:-1] for part in (word, *word.split("-"))}
    for pattern in patterns().of_noun(spoken[-1]):
        if pattern.event_class not in ("Conference", "Ceremony") or pattern.needs or not pattern.support:
            continue
        fits = not pattern.modifiers or not pattern.modifiers.isdisjoint(modifiers)
        if fits and pattern.not_modifiers.isdisjoint(modifiers):
            return pattern
    return None


def _after(scene: Scene, first: int, last: int, links: frozenset[str] | set[str]) -> int | None:
    """The first token after one of the words and any articles, None when there is none."""
    spoken = scene.sentence.words
    for at in range(first, last - 1):
        if spoken[at].lower() in links:
            after = at + 1
            while after < last - 1 and spoken[after].lower() in lexicon().words["determiners"]:
                after += 1
            return after
    return None


def _event_noun(scene: Scene, first: int, last: int) -> int | None:
    """The token of the gathering's noun: the first that is one and goes on in no longer name."""
    spoken = scene.sentence.words
    for at in range(first, last):
        word = spoken[at].lower()
        if lexicon().is_("conference_heads", word) or lexicon().is_("event_heads", word):
            ends = at + 1 >= last or not spoken[at + 1][0].isalnum() or spoken[at + 1].islower()
            if ends:
                return at
    return None


def _body(scene: Scene, first: int, last: int) -> int | None:
    """The agent that the tokens name: a named body."""
    spoken = scene.sentence.words
    if first >= last or not spoken[first][0].isupper():
        return None
    known = gazetteer.match(spoken, first)
    if known is not None and known[1].kind in ("country", "place", "demonym") and known[0] == last:
        return None
    key = known[1].key if known is not None and known[0] == last else ""
    name = scene.sentence.text(first, last)
    found = scene.cast.with_key(key or fold_name(name))
    if found is None:
        chunk = Chunk(Kind.GROUP, first, last, spoken[last - 1].lower(), name, key=key, sentence=scene.number)
        found = scene.cast.new(chunk, scene.number, AgentKind.ORGANIZATION)
        scene.cast.members[found].key = key or fold_name(name)
        scene.cast.members[found].country = known[1].country if key and known is not None else None
    return found
