"""A draft from a verb or noun that fits a pattern: who takes part, when, where and on what occasion."""

from collections.abc import Collection, Sequence

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

# The slots of who acts.
_ACTING = ("subject", "by", "with")
_SPEAKERS = (Kind.PRONOUN, Kind.PERSON, Kind.NOUN)


def make_draft(case: Case, status: str) -> Draft:
    """The draft of a case that fits its pattern."""
    scene, frame, at = case.scene, case.frame, case.at
    first = scene.chunks[min(frame.first, at)].first
    last = scene.chunks[max(frame.last, at)].last
    draft = Draft(case.pattern, scene.number, first, last, status=status, position=case.word.first)
    _take_roles(case, draft)
    _take_countries(case, draft)
    _take_author(case, draft)
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
    is_it = chunk.kind == Kind.PRONOUN and chunk.head in ("it", "itself")
    if is_it and not (_means_travellers(cast, draft, chunk) or _means_issuer(cast, draft, chunk)):
        return
    everybody = draft.pattern.actors == "all"
    agent = cast.agent_of(chunk, everybody)
    if agent is None:
        for other in cast.group_behind(chunk, everybody):
            draft.add(other, role, chunk)
        return
    led_by = chunk.leader.agent if chunk.leader is not None else cast.leaders.get(agent)
    signs_for_many = role == "Signatory" and cast.members[agent].kind != AgentKind.PERSON
    if draft.pattern.event_class == "Signing" and signs_for_many:
        role = "Party"
    draft.add(agent, role, chunk, led_by)
    if led_by is not None:
        draft.add(led_by, role, chunk.leader)


def _means_travellers(cast: Cast, draft: Draft, it: Chunk) -> bool:
    """`It arrived here that day`: a delegation."""
    if draft.pattern.event_class != "Visit" or it.agent is None:
        return False
    return cast.members[it.agent].kind in (AgentKind.DELEGATION, AgentKind.ORGANIZATION)


def _means_issuer(cast: Cast, draft: Draft, it: Chunk) -> bool:
    """`It issued a statement`: the body named before."""
    issues = draft.pattern.event_class == "StatementIssued"
    return issues and it.agent is not None and cast.members[it.agent].kind == AgentKind.ORGANIZATION


def _take_roles(case: Case, draft: Draft) -> None:
    for slot, role in case.pattern.roles.items():
        if role and slot != "modifier":
            for chunk in case.chunks(slot):
                known = len(draft.parts)
                take(case.scene.cast, draft, chunk, role)
                if slot in _ACTING and case.pattern.actors == "all" and len(draft.parts) == known:
                    _take_site(case, draft, chunk, role)
                if slot in _ACTING:
                    for body in _listed_after(case.scene, chunk, ("including",)):
                        take(case.scene.cast, draft, body, role)


def _take_author(case: Case, draft: Draft) -> None:
    """`the work, published on May 3`: its author, where nobody else is told to publish it."""
    role = case.pattern.roles.get("author")
    if role is None or draft.parts:
        return
    for chunk in case.asked_objects:
        owner, author = chunk.possessor, case.scene.cast.author
        if owner is not None and owner.agent is not None:
            draft.add(owner.agent, role, owner)
        elif author is not None and chunk.determiner in words("events", "definite"):
            draft.add(author, role)


def _take_site(case: Case, draft: Draft, chunk: Chunk, role: str) -> None:
    """`the province`, `fruit farms`, `scientists at the academy`: whose common noun acts."""
    scene = case.scene
    site = scene.cast.site_behind(chunk)
    if site is not None:
        draft.add(site, role, chunk)
    elif chunk.is_plural or chunk.kind == Kind.GROUP:
        for body in _listed_after(scene, chunk, words("events", "of_workers")):
            take(scene.cast, draft, body, role)


def _listed_after(scene: Scene, chunk: Chunk, prepositions: Collection[str]) -> Sequence[Chunk]:
    """The bodies right after somebody: `scientists at the academy`, `organizations including A and B`."""
    k, chunks = scene.position_of(chunk), scene.chunks
    if k is None or k + 2 >= len(chunks) or chunks[k + 1].kind != Kind.PREPOSITION:
        return ()
    if chunks[k + 1].head not in prepositions:
        return ()
    listed = chunks[k + 2 : scene.clauses.list_end(k + 2)]
    return [body for body in listed if body.kind in (Kind.GROUP, Kind.PLACE)]


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
