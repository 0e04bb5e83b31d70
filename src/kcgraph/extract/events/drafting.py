"""A draft from a verb or noun that fits a pattern: who takes part, when, where and on what occasion."""

from kcgraph.extract.cast import Cast
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.conditions import Case
from kcgraph.extract.dating import date_of
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.patterns import patterns
from kcgraph.extract.places import place_of
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.wordlists import words
from kcgraph.model import AgentKind

_SPEAKERS = (Kind.PRONOUN, Kind.PERSON, Kind.NOUN)


def make_draft(case: Case, status: str) -> Draft:
    """The draft of a case that fits its pattern."""
    scene, frame, at = case.scene, case.frame, case.at
    first = scene.chunks[min(frame.first, at)].first
    last = scene.chunks[max(frame.last, at)].last
    draft = Draft(case.pattern, scene.number, first, last, status=status, position=case.word.first)
    _take_roles(case, draft)
    _take_countries(case, draft)
    if case.pattern.event_class == "Appointment":
        _assume_office(case, draft)
    draft.date = date_of(frame, status, scene.cast.reading.today)
    draft.place = place_of(scene, frame, case.pattern)
    draft.occasion = _occasion(scene)
    draft.is_reported = _is_reported(scene, at)
    draft.is_after = _is_thanked_for(case) or _only_dates(scene, first)
    told = {word.lower() for word in scene.sentence.words[case.word.first : last]} | set(case.word.modifiers)
    draft.is_repeat = not words("events", "repeats").isdisjoint(told)
    return draft


# ---- participants


def take(cast: Cast, draft: Draft, chunk: Chunk, role: str) -> None:
    """Give the agent of a chunk a role, the head of a delegation too; what names nobody is passed over."""
    if chunk.kind == Kind.PRONOUN and chunk.head in ("it", "itself"):
        return
    everybody = draft.pattern.actors == "all"
    agent = cast.agent_of(chunk, everybody)
    if agent is None:
        for other in cast.group_behind(chunk, everybody) or _country_behind(cast, draft, chunk, role):
            draft.add(other, role, chunk)
        return
    led_by = chunk.leader.agent if chunk.leader is not None else cast.leaders.get(agent)
    signs_for_many = role == "Signatory" and cast.members[agent].kind != AgentKind.PERSON
    if draft.pattern.event_class == "Signing" and signs_for_many:
        role = "Party"
    draft.add(agent, role, chunk, led_by)
    if led_by is not None:
        draft.add(led_by, role, chunk.leader)


def _country_behind(cast: Cast, draft: Draft, chunk: Chunk, role: str) -> tuple[int, ...]:
    """`the U.S. warmongers`, `Russian munitions`: the country acts where states may, and nobody has the role yet."""
    if draft.pattern.actors != "all" or chunk.kind != Kind.NOUN or len(chunk.countries) != 1 or draft.agents(role):
        return ()
    country = cast.country(chunk.countries[0])
    return (country,) if country is not None else ()


def _take_roles(case: Case, draft: Draft) -> None:
    for slot, role in case.pattern.roles.items():
        if role and slot != "modifier":
            for chunk in case.chunks(slot):
                take(case.scene.cast, draft, chunk, role)


def _take_countries(case: Case, draft: Draft) -> None:
    """`the DPRK-Russia talks`: the countries before the noun take part, where nobody else does or they are several."""
    role, countries = case.pattern.roles.get("modifier"), case.word.countries
    if role is None or case.word.possessor is not None:
        return
    if len(countries) > 1 or (case.pattern.actors == "all" and not draft.parts):
        for country in countries:
            index = case.scene.cast.country(country)
            if index is not None:
                draft.add(index, role)


def _assume_office(case: Case, draft: Draft) -> None:
    """Who is appointed holds the office from now on; the office itself is nobody beside him."""
    members = case.scene.cast.members
    named = {appointee for appointee in draft.agents("Appointee") if members[appointee].is_named}
    if named:
        draft.parts = [part for part in draft.parts if part.role != "Appointee" or part.agent in named]
    for chunk in case.chunks("object2", "as", "to"):
        if chunk.kind == Kind.OFFICE:
            for appointee in draft.agents("Appointee"):
                case.scene.cast.assume(appointee, chunk, case.scene.number)


# ---- how it is told


def _is_reported(scene: Scene, at: int) -> bool:
    """Whether what stands at a chunk is in a "that" or "who" clause, or in a sentence that ends with ", he said"."""
    chunks = scene.chunks
    if any(
        chunk.kind == Kind.RELATIVE or (chunk.kind == Kind.SUBORDINATOR and chunk.head == "that")
        for chunk in chunks[:at]
    ):
        return True
    return any(
        comma.kind == Kind.COMMA
        and speaker.kind in _SPEAKERS
        and verb.kind == Kind.VERB
        and verb.head in patterns().statement_verbs
        for comma, speaker, verb in zip(chunks[at:], chunks[at + 1 :], chunks[at + 2 :], strict=False)
    )


def _is_thanked_for(case: Case) -> bool:
    """`thanked him for sending`."""
    return case.word.form == "ing" and case.before is not None and case.before.head == "for"


def _only_dates(scene: Scene, first: int) -> bool:
    """`after they met`."""
    return first > 0 and scene.sentence.words[first - 1].lower() in words("events", "dating")


# ---- occasion


def _occasion(scene: Scene) -> str | None:
    """The phrase after "on the occasion of", "on" before "the 76th anniversary of": as printed."""
    for k, chunk in enumerate(scene.chunks[:-1]):
        following = scene.chunks[k + 1]
        opens = chunk.kind == Kind.PREPOSITION and chunk.head == "on"
        if opens and (chunk.name or following.head in words("events", "occasion_nouns")):
            return _without_determiners(scene, following.first, _end_of_phrase(scene, k + 1))
    return None


def _end_of_phrase(scene: Scene, k: int) -> int:
    """The token after the phrase at chunk `k` with all that "of" and "between" add to it."""
    chunks, end, after = scene.chunks, scene.chunks[k].last, k + 1
    while (
        after + 1 < len(chunks)
        and chunks[after].kind == Kind.PREPOSITION
        and chunks[after].head in ("of", "between")
        and chunks[after + 1].is_nominal
    ):
        after = scene.clauses.list_end(after + 1)
        end = chunks[after - 1].last
    return end


def _without_determiners(scene: Scene, first: int, last: int) -> str | None:
    spoken, determiners = scene.sentence.words, lexicon().words["determiners"]
    begin = next((at for at in range(first, last) if spoken[at].lower() not in determiners), None)
    return scene.sentence.text(begin, last) if begin is not None else None
