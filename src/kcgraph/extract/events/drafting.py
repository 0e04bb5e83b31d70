"""A draft from a verb or noun that fits a pattern: who takes part, when, where and on what occasion."""

from collections.abc import Collection, Sequence

from kcgraph.extract.cast import Cast
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.clauses.lists import is_finite
from kcgraph.extract.conditions import Case
from kcgraph.extract.conditions.case import has_capital, is_among
from kcgraph.extract.dating import closing_date, date_beside, date_of, date_of_saying, further_months, opening_date
from kcgraph.extract.events.escort import add_escort
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.patterns import patterns
from kcgraph.extract.places import place_of
from kcgraph.extract.scene import Draft, Scene, has_head
from kcgraph.extract.wordlists import words
from kcgraph.model import AgentKind, EventDate

# Classes in which people who are only described take part too.
_OPEN_TO_ANYBODY = frozenset({"Visit", "Message", "Gift", "Award", "EconomicEvent"})
# What "it" may do.
_ROLES_OF_BODIES = frozenset({"Actor", "Host", "Party", "Signatory", "Attendee"})
# The slots of who acts.
_ACTING = ("subject", "by", "with")
# Classes in which people act for the places where they work or live.
_WORKED_AT = frozenset({"EconomicEvent", "OtherEvent"})
_BODIES = (Kind.GROUP, Kind.PLACE, Kind.COUNTRY)
_LINKS = (Kind.PREPOSITION, Kind.CONJUNCTION, Kind.COMMA)
_SPEAKERS = (Kind.PRONOUN, Kind.PERSON, Kind.NOUN)


def make_draft(case: Case, status: str) -> Draft:
    """The draft of a case that fits its pattern."""
    scene, frame, at = case.scene, case.frame, case.at
    first = scene.chunks[min(frame.first, at)].first
    last = scene.chunks[max(frame.last, at)].last
    draft = Draft(case.pattern, scene.number, first, last, status=status, position=case.word.first, frame=frame)
    _take_roles(case, draft)
    _take_countries(case, draft)
    _take_author(case, draft)
    _take_described(case, draft)
    add_escort(case, draft)
    if case.pattern.event_class == "Appointment":
        _assume_office(case, draft)
    draft.date = date_of(frame, status, scene.cast.reading.today)
    if status == "Planned" and draft.date is not None and _is_of_announcement(case, draft.date):
        draft.date = None
    draft.further_dates = further_months(frame, status, scene.cast.reading.today)
    if draft.date is None and status == "Occurred":
        draft.date = _date_of_main_clause(case)
    if draft.date is None and case.pattern.at_occasion:
        draft.date = _date_of_gathering(scene, at, status)
    if draft.date is None and status == "Occurred":
        draft.date = _date_around(case, frame)
    draft.place = place_of(scene, frame, case.pattern)
    draft.occasion = _occasion(scene)
    draft.is_reported = _is_reported(scene, at)
    draft.is_after = _is_thanked_for(case) or _only_dates(scene, first)
    told = {word.lower() for word in scene.sentence.words[case.word.first : last]} | set(case.word.modifiers)
    draft.is_repeat = not words("events", "repeats").isdisjoint(told)
    clause = {word.lower() for word in scene.sentence.words[first:last]}
    draft.is_further = not words("events", "furthers").isdisjoint(clause)
    return draft


def _date_around(case: Case, frame: Frame) -> EventDate | None:
    """The time that stands by the event noun or ends the sentence."""
    chunks, today, is_verb = case.scene.chunks, case.scene.cast.reading.today, case.word.kind == Kind.VERB
    beside = None if is_verb else date_beside(chunks, frame, today)
    is_carried = is_verb or any(slot.startswith("subject of ") for slot in frame.slots)
    closing = closing_date(chunks, frame, today) if beside is None and is_carried else beside
    if closing is not None or not is_verb:
        return closing
    return date_of_saying(chunks, frame, today) or opening_date(chunks, frame, today)


def _is_of_announcement(case: Case, date: EventDate) -> bool:
    """Whether the date of what is planned is the day of the invitation or the announcement."""
    today, verb = case.scene.cast.reading.today, case.word
    told_before = verb.form == "past" and all(time.first < verb.first for _, time in case.frame.times)
    return told_before or (today is not None and date.latest < today)


# ---- participants


def take(cast: Cast, draft: Draft, chunk: Chunk, role: str) -> None:
    """Give the agent of a chunk a role, the head of a delegation too; what names nobody is passed over."""
    is_it = chunk.kind == Kind.PRONOUN and chunk.head in ("it", "itself")
    if is_it and not (_means_travellers(cast, chunk, role) or _means_body(cast, draft, chunk, role)):
        return
    if role == "Recipient" and chunk.head in words("events", "memorials"):
        return
    everybody = draft.pattern.actors == "all"
    agent = cast.agent_of(chunk, everybody)
    if agent is None and chunk.leader is not None and chunk.leader.agent is not None:
        agent = cast.described(chunk)
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


def take_described(scene: Scene, draft: Draft, chunks: Sequence[Chunk], role: str, with_things: bool = False) -> None:
    """Give people, ships and the like that the text only describes a role; a machine or a work may get a prize."""
    for chunk in chunks:
        is_given = has_head([chunk], draft.pattern.objects) or is_among(chunk, words("conditions", "awards"))
        if is_given or chunk.head in words("events", "occasion_nouns"):
            continue
        agent = scene.cast.described(chunk, with_things)
        if agent is not None:
            draft.add(agent, role, chunk)
            scene.cast.members[agent].print_name(_with_origin(scene, chunk))


def _with_origin(scene: Scene, chunk: Chunk) -> str:
    """`schoolchildren from flood-stricken areas`, `a veteran living in Rason`: people with what tells which."""
    chunks, k = scene.chunks, scene.position_of(chunk)
    if k is None:
        return chunk.name
    after = k + 1
    if after < len(chunks) and chunks[after].kind == Kind.VERB and chunks[after].head in words("events", "dwelling"):
        after += 1
    phrase = chunks[after : after + 2]
    if len(phrase) < 2 or phrase[0].head not in words("events", "origins") or not phrase[1].is_nominal:
        return chunk.name
    return scene.sentence.text(chunk.name_first, phrase[1].last)


def _means_travellers(cast: Cast, it: Chunk, role: str) -> bool:
    """`It arrived here that day`, `It laid a bouquet`: a delegation."""
    if role not in ("Visitor", "Sender", "Guest", "Participant") or it.agent is None:
        return False
    return cast.members[it.agent].kind in (AgentKind.DELEGATION, AgentKind.ORGANIZATION)


def _means_body(cast: Cast, draft: Draft, it: Chunk, role: str) -> bool:
    """`It issued a statement`, `It has built a bridge`: the body or country named before."""
    if it.agent is None:
        return False
    kind = cast.members[it.agent].kind
    if draft.pattern.event_class == "StatementIssued":
        return kind == AgentKind.ORGANIZATION
    return role in _ROLES_OF_BODIES and kind in (AgentKind.ORGANIZATION, AgentKind.COUNTRY)


def _country_behind(cast: Cast, draft: Draft, chunk: Chunk, role: str) -> tuple[int, ...]:
    """`the U.S. warmongers`, `Russian munitions`: the country acts where states may, and nobody has the role yet."""
    if draft.pattern.actors != "all" or chunk.kind != Kind.NOUN or len(chunk.countries) != 1 or draft.agents(role):
        return ()
    country = cast.acting_country(chunk.countries[0], chunk, draft.sentence)
    return (country,) if country is not None else ()


def _take_roles(case: Case, draft: Draft) -> None:
    is_meeting = draft.pattern.event_class == "Meeting"
    for slot, role in case.pattern.roles.items():
        if role and slot != "modifier":
            for chunk in case.chunks(slot):
                known = len(draft.parts)
                take(case.scene.cast, draft, chunk, role)
                if slot in _ACTING and case.pattern.actors == "all" and len(draft.parts) == known and not is_meeting:
                    _take_site(case, draft, chunk, role)
                if slot in _ACTING:
                    for body in _listed_after(case.scene, chunk, ("including",)):
                        take(case.scene.cast, draft, body, role)
                if slot == "subject" and draft.pattern.event_class in _WORKED_AT:
                    for body in _bodies_of_workers(case, chunk):
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
    if site is None and (end := _end_of_purpose(scene, chunk, case.at)):
        site = scene.cast.described(chunk)
        if site is not None:
            scene.cast.members[site].print_name(scene.sentence.text(chunk.name_first, end))
    if site is not None:
        draft.add(site, role, chunk)
    elif chunk.is_plural or chunk.kind == Kind.GROUP:
        for body in _listed_after(scene, chunk, words("events", "of_workers")):
            take(scene.cast, draft, body, role)


def _end_of_purpose(scene: Scene, chunk: Chunk, verb: int) -> int:
    """`the council for the solution of the issue issued`: the token after what a body is for, else 0."""
    k = scene.position_of(chunk)
    if chunk.kind != Kind.GROUP or k is None or not k + 2 < verb or scene.chunks[k + 1].head != "for":
        return 0
    between = scene.chunks[k + 2 : verb]
    is_phrase = all(other.is_nominal or other.kind in (*_LINKS, Kind.TIME) or other.form == "ing" for other in between)
    return next((other.last for other in reversed(between) if other.is_nominal), 0) if is_phrase else 0


def _listed_after(scene: Scene, chunk: Chunk, prepositions: Collection[str]) -> Sequence[Chunk]:
    """The bodies right after somebody: `scientists at the academy`, `organizations including A and B`."""
    k, chunks = scene.position_of(chunk), scene.chunks
    if k is not None and k + 1 < len(chunks) and chunks[k + 1].kind == Kind.COMMA:
        k += 1
    if k is None or k + 2 >= len(chunks) or chunks[k + 1].kind != Kind.PREPOSITION:
        return ()
    if chunks[k + 1].head not in prepositions:
        return ()
    listed = chunks[k + 2 : scene.clauses.list_end(k + 2)]
    return [body for body in listed if body.kind in _BODIES]


def _bodies_of_workers(case: Case, people: Chunk) -> Sequence[Chunk]:
    """`Officials of the A, workers of the B and C provided ...`: all the bodies named up to the verb."""
    scene, chunks = case.scene, case.scene.chunks
    k = scene.position_of(people)
    are_many = people.is_plural or people.kind == Kind.GROUP
    if k is None or not are_many or people.head not in words("events", "workers"):
        return ()
    found = []
    for chunk in chunks[k + 1 : case.at]:
        if chunk.kind == Kind.PREPOSITION and chunk.head not in words("events", "before_bodies"):
            break
        if chunk.kind not in _LINKS and not chunk.is_nominal:
            break
        if chunk.kind in (Kind.GROUP, Kind.PLACE) and has_capital(chunk):
            found.append(chunk)
    return found


def _take_described(case: Case, draft: Draft) -> None:
    """`Many people visited ...`: who visits, gives or gets may be told by a plain noun where no other has the role."""
    if draft.pattern.event_class not in _OPEN_TO_ANYBODY or case.is_noun or not case.is_told:
        return
    for slot, role in case.pattern.roles.items():
        if role and not draft.agents(role):
            chunks = case.chunks(slot)
            take_described(case.scene, draft, chunks, role, case.pattern.event_class == "Award")


def _take_countries(case: Case, draft: Draft) -> None:
    """`the DPRK-Russia talks`: the countries before the noun take part, where nobody else does or they are several."""
    role, countries = case.pattern.roles.get("modifier"), case.word.countries
    if role is None or case.word.possessor is not None:
        return
    if len(countries) > 1 or (case.pattern.actors == "all" and not draft.parts):
        for country in countries:
            index = case.scene.cast.acting_country(country, case.word, case.scene.number)
            if index is not None:
                draft.add(index, role)


def _assume_office(case: Case, draft: Draft) -> None:
    """Who is appointed holds the office from now on; the office itself is nobody beside him."""
    members = case.scene.cast.members
    if case.word.is_passive:
        _take_further_appointees(case, draft)
    named = {appointee for appointee in draft.agents("Appointee") if members[appointee].is_named}
    if named:
        draft.parts = [part for part in draft.parts if part.role != "Appointee" or part.agent in named]
    for chunk in case.chunks("object2", "as", "to"):
        if chunk.kind == Kind.OFFICE:
            for appointee in draft.agents("Appointee"):
                case.scene.cast.assume(appointee, chunk, case.scene.number)


def _take_further_appointees(case: Case, draft: Draft) -> None:
    """`A was elected chairman, B and C members of it`: the persons named after the first office."""
    for chunk in case.chunks("object2"):
        if chunk.kind == Kind.PERSON and chunk.agent is not None:
            draft.add(chunk.agent, "Appointee", chunk)


# ---- how it is told


def _date_of_gathering(scene: Scene, at: int, status: str) -> EventDate | None:
    """`were awarded at a ceremony held on Thursday`: the day of the gathering told in the same sentence."""
    today = scene.cast.reading.today
    held = (frame for v, frame in scene.frames.items() if v > at and scene.chunks[v].head in words("events", "held"))
    return next((when for frame in held if (when := date_of(frame, status, today)) is not None), None)


def _date_of_main_clause(case: Case) -> EventDate | None:
    """`said this on Friday when A paid a call on him`: a "when" clause with no time of its own has that before it."""
    scene, chunks = case.scene, case.scene.chunks
    opening = next((k for k in range(case.at - 1, 0, -1) if _bounds_clause(chunks[k])), 0)
    if chunks[opening].kind != Kind.SUBORDINATOR or chunks[opening].head not in words("cast", "opening_times"):
        return None
    main = next((v for v in range(opening - 1, -1, -1) if is_finite(chunks[v])), None)
    if main is None or any(chunk.kind in (Kind.RELATIVE, Kind.SUBORDINATOR) for chunk in chunks[main:opening]):
        return None
    return date_of(scene.frames[main], "Occurred", scene.cast.reading.today)


def _bounds_clause(chunk: Chunk) -> bool:
    return chunk.kind in (Kind.SUBORDINATOR, Kind.RELATIVE, Kind.STOP) or is_finite(chunk)


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
