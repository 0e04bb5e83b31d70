"""From scenes to drafts of event reports: every verb and every event noun is held against the patterns."""

from collections.abc import Sequence
from dataclasses import replace

from kcgraph.extract.cast import Cast
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.conditions import Case, holds, support_of
from kcgraph.extract.dating import date_of
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.patterns import Pattern, patterns, singular
from kcgraph.extract.places import place_of
from kcgraph.extract.scene import Draft, Scene, has_head
from kcgraph.model import AgentKind

_PLANNING = frozenset(
    {
        "plan",
        "schedule",
        "expect",
        "slate",
        "set",
        "agree",
        "decide",
        "intend",
        "prepare",
        "invite",
        "promise",
        "pledge",
        "vow",
        "arrange",
        "be",
        "announce",
    }
)
_ON_THE_SPOT = frozenset(
    {"Meeting", "Ceremony", "Conference", "Gift", "Signing", "Award", "Appointment", "EconomicEvent"}
)
_HOPING = frozenset(
    {
        "hope",
        "wish",
        "want",
        "try",
        "seek",
        "urge",
        "call",
        "demand",
        "threaten",
        "need",
        "refuse",
        "consider",
        "aim",
        "help",
        "serve",
        "continue",
        "strive",
        "struggle",
        "like",
        "allow",
        "enable",
        "force",
        "order",
        "ask",
        "require",
        "propose",
        "attempt",
        "claim",
        "work",
        "do",
        "have",
        "make",
        "take",
        "bid",
    }
)


def drafts_of(scene: Scene) -> list[Draft]:
    """The event drafts of one sentence, in order of their trigger."""
    found: list[Draft] = []
    taken: set[int] = set()
    for v, verb, frame in scene.verbs():
        found += _verb_drafts(scene, v, verb, frame, taken)
    for k, chunk in enumerate(scene.chunks):
        found += [
            draft for noun in _nouns(chunk) if k not in taken and (draft := _noun_draft(scene, k, noun)) is not None
        ]
    return sorted((draft for draft in found if draft.status != "Skip"), key=lambda draft: draft.position)


# ---- verbs


def _verb_drafts(scene: Scene, v: int, verb: Chunk, frame: Frame, taken: set[int]) -> list[Draft]:
    """The events that a verb tells: one, or one for each kind of object ("a floral basket and a letter from X")."""
    found: list[Draft] = []
    for pattern in patterns().by_verb.get(verb.head, ()):
        if (found and not pattern.objects) or not any(
            lemma == verb.head and (not particle or scene.follows(v, particle)) for lemma, particle in pattern.verbs
        ):
            continue
        objects = (
            [chunk for chunk in frame.slots.get("object", []) if has_head([chunk], pattern.objects)]
            if pattern.objects
            else []
        )
        places = {j for chunk in objects if (j := scene.position_of(chunk)) is not None}
        if found and (not places or places & taken):
            continue
        draft = _verb_draft(scene, v, verb, frame, pattern)
        if draft is None:
            continue
        taken |= places
        found += _separately(scene, frame, draft)
        if not pattern.objects:
            break
    return found


def _separately(scene: Scene, frame: Frame, draft: Draft) -> list[Draft]:
    """`met A and B separately` is a meeting with each."""
    met = [chunk for slot in ("object", "with") for chunk in frame.slots.get(slot, []) if chunk.agent is not None]
    if (
        draft.pattern.event_class != "Meeting"
        or len(met) < 2
        or "separately" not in (word.lower() for word in scene.sentence.words)
    ):
        return [draft]
    others = {chunk.agent for chunk in met}
    return [
        replace(draft, parts=[part for part in draft.parts if part.agent == chunk.agent or part.agent not in others])
        for chunk in met
    ]


def _verb_draft(scene: Scene, v: int, verb: Chunk, frame: Frame, pattern: Pattern) -> Draft | None:
    case = Case(scene, frame, v, pattern, False)
    if not _fits(case):
        return None
    status = _status(scene, v, verb, frame, pattern)
    if status is None:
        return None
    trigger = has_head(frame.slots.get("object", []), pattern.objects) if pattern.objects else None
    merged = frame
    if trigger is not None and (k := scene.position_of(trigger)) is not None:
        merged = _with_noun(frame, scene.noun(k))
    draft = _draft(scene, pattern, merged, v, status)
    draft.is_told = True
    if trigger is not None:
        draft.noun = singular(trigger.head)
        draft.is_definite = any(
            chunk.determiner in ("the", "this", "that") for chunk in (trigger, *frame.slots.get("object", []))
        )
        if (
            trigger.determiner in ("his", "her", "their")
            and (role := pattern.roles.get("object.possessor"))
            and not draft.agents(role)
        ):
            for owner in _pronoun_owners(scene, trigger, False):
                draft.add(owner, role)
    if pattern.event_class == "Message" and draft.is_after and not draft.agents("Recipient"):
        for thanking in scene.clauses.previous_subject(v):
            _take(scene.cast, draft, thanking, "Recipient", pattern)
    if pattern.roles and not draft.parts and draft.date is None and draft.place is None and not pattern.alone:
        return None
    return draft


def _fits(case: Case) -> bool:
    pattern, slots = case.pattern, case.frame.slots
    objects, subjects = slots.get("object", []), slots.get("subject", [])
    if pattern.objects:
        trigger = has_head(objects, pattern.objects)
        if trigger is None:
            return False
        if pattern.modifiers and not set(trigger.modifiers) & pattern.modifiers:
            return False
    elif pattern.object_kinds and not any(chunk.kind.value in pattern.object_kinds for chunk in objects):
        if not any(slots.get(slot) for slot in ("with",) if slot in pattern.needs):
            return False
    if pattern.subjects and has_head(subjects, pattern.subjects) is None:
        return False
    if pattern.subject_kinds and subjects and not any(chunk.kind.value in pattern.subject_kinds for chunk in subjects):
        return False
    return all(holds(need, case) for need in pattern.needs) and not any(
        holds(refused, case) for refused in pattern.refuses
    )


def _status(scene: Scene, v: int, verb: Chunk, frame: Frame, pattern: Pattern) -> str | None:
    """Occurred, Planned or Denied; None for what is only wished, possible or demanded."""
    if pattern.status:
        return pattern.status
    if verb.is_conditional and not verb.is_planned:
        return None
    if verb.form == "infinitive":
        governor = _governor(scene, v)
        if governor is None:
            return None if not _follows_nominal(scene, v) else "Planned" if _plan_noun(scene, v) else None
        if governor.is_negated:
            return None
        if governor.head in _HOPING or governor.is_conditional:
            return None
        if governor.head == "be" and _is_complement(scene, v):
            return (
                "Occurred"
                if scene.chunks[v - 1].modifiers and {"first", "last", "only"} & set(scene.chunks[v - 1].modifiers)
                else None
            )
        return (
            "Planned"
            if governor.head in _PLANNING or governor.head in ("leave", "arrive", "come", "go", "visit")
            else None
        )
    if verb.is_negated:
        return "Denied"
    if verb.is_planned:
        return "Planned"
    if _in_condition(scene, v):
        return None
    return "Occurred"


def _is_complement(scene: Scene, v: int) -> bool:
    """Whether a noun stands between "was" and the infinitive: "was the first country to recognize"."""
    return scene.chunks[v - 1].is_nominal


def _governor(scene: Scene, v: int) -> Chunk | None:
    for j in range(v - 1, -1, -1):
        chunk = scene.chunks[j]
        if chunk.kind == Kind.VERB:
            return chunk
        if chunk.kind in (Kind.STOP, Kind.RELATIVE, Kind.SUBORDINATOR):
            return None
    return None


def _follows_nominal(scene: Scene, v: int) -> bool:
    return v > 0 and scene.chunks[v - 1].is_nominal


def _plan_noun(scene: Scene, v: int) -> bool:
    return scene.chunks[v - 1].head in ("plan", "plans", "decision", "agreement", "intention")


def _in_condition(scene: Scene, v: int) -> bool:
    for j in range(v - 1, -1, -1):
        chunk = scene.chunks[j]
        if chunk.kind == Kind.SUBORDINATOR and chunk.head in ("if", "unless", "whether"):
            return True
        if chunk.kind in (Kind.STOP, Kind.COMMA):
            return False
    return False


def _with_noun(frame: Frame, noun: Frame) -> Frame:
    """The verb's frame completed by the phrases of its event noun ("paid a visit to ...", "held talks with ...")."""
    merged = Frame(
        {slot: list(chunks) for slot, chunks in frame.slots.items()},
        list(frame.times),
        frame.first,
        max(frame.last, noun.last),
        frame.is_here or noun.is_here,
        noun.anchor,
    )
    for slot, chunks in noun.slots.items():
        key = f"object.{slot}" if slot in ("of", "possessor") else slot
        present = merged.slots.get(key, [])
        merged.add(key, [chunk for chunk in chunks if all(chunk is not other for other in present)])
    merged.times += [pair for pair in noun.times if all(pair[1] is not other for _, other in merged.times)]
    return merged


# ---- nouns


def _nouns(chunk: Chunk) -> tuple[str, ...]:
    if chunk.kind not in (Kind.NOUN, Kind.GROUP, Kind.OFFICE, Kind.PLACE) or not chunk.head:
        return ()
    if (
        chunk.kind in (Kind.OFFICE, Kind.GROUP, Kind.PLACE)
        and chunk.head not in lexicon().words["conference_heads"]
        and chunk.head not in lexicon().words["event_heads"]
    ):
        return ()
    return (chunk.head,)


def _noun_draft(scene: Scene, k: int, noun: str) -> Draft | None:
    chunk = scene.chunks[k]
    table = patterns().by_noun
    candidates = table.get(noun) or table.get(singular(noun)) or ()
    before = scene.chunks[k - 1] if k else None
    if (
        before is not None
        and before.kind == Kind.PREPOSITION
        and before.head == "on"
        and noun in ("visit", "tour", "trip")
        and k >= 2
    ):
        candidates = table.get(f"on {noun}", ()) + tuple(candidates)
    for pattern in candidates:
        frame = scene.noun(k)
        modifiers = {word for part in chunk.modifiers for word in (part, *part.split("-"))}
        if pattern.modifiers and not modifiers & pattern.modifiers:
            continue
        if modifiers & pattern.not_modifiers:
            continue
        draft = _noun_case(scene, k, pattern, frame)
        if draft is not None:
            return draft
    return None


def _noun_case(scene: Scene, k: int, pattern: Pattern, frame: Frame) -> Draft | None:
    chunk = scene.chunks[k]
    supports = [(v, slot, name) for v, slot in scene.governors.get(k, ()) if (name := support_of(scene, v, slot))]
    status: str | None = pattern.status or "Occurred"
    if _is_only_wished(scene, k, pattern) or any(
        slot == "subject" and scene.chunks[v].is_conditional for v, slot in scene.governors.get(k, ())
    ):
        return None
    merged = Frame(
        {slot: list(chunks) for slot, chunks in frame.slots.items()},
        list(frame.times),
        frame.first,
        frame.last,
        frame.is_here,
    )
    for v, slot, name in supports:
        if scene.chunks[v].form != "past" or len(supports) == 1 or v < k:
            status = _status(scene, v, scene.chunks[v], scene.frames[v], pattern)
        if status is None:
            return None
        merged = _with_support(merged, scene.frames[v], name, slot, frame)
    if any(name in ("on visit", "on tour", "on trip") for name in pattern.nouns):
        owner = _owner(scene, k)
        if not owner:
            return None
        merged.add("owner", owner)
    case = Case(scene, merged, k, pattern, True)
    if not all(holds(need, case) for need in pattern.needs) or any(holds(refused, case) for refused in pattern.refuses):
        return None
    draft = _draft(scene, pattern, merged, k, status or "Occurred")
    for _, _, name in supports:
        for agent_chunk in merged.slots.get("subject of " + name, []):
            if role := pattern.support.get(name):
                _take(scene.cast, draft, agent_chunk, role, pattern)
    support = supports[0][2] if supports else ""
    draft.governor = supports[0][0] if supports else -1
    draft.noun, draft.support, draft.is_told = singular(chunk.head), support, bool(support)
    draft.is_definite = chunk.determiner in ("the", "this", "that", "these", "such", "its", "their")
    if (
        chunk.determiner in ("his", "her", "their", "my", "your", "our")
        and "possessor" in pattern.roles
        and chunk.possessor is None
    ):
        for owner_agent in _pronoun_owners(scene, chunk, pattern.event_class in ("Appointment", "OtherEvent")):
            draft.add(owner_agent, pattern.roles["possessor"])
    _take_subject(scene, k, pattern, draft)
    _take_owner_of_part(scene, k, pattern, draft)
    if (
        not draft.parts
        and not support
        and draft.date is None
        and draft.place is None
        and not draft.is_definite
        and not pattern.alone
    ):
        return None
    draft.is_name = scene.sentence.words[chunk.last - 1][0].isupper()
    draft.is_anaphor = draft.is_definite and pattern.anaphor and draft.date is None
    draft.is_bare = draft.is_anaphor and not chunk.modifiers and not merged.slots.get("of") and draft.place is None
    return draft


def _take_subject(scene: Scene, k: int, pattern: Pattern, draft: Draft) -> None:
    """`A in a letter to B said`, `at a meeting with B, A said`: who acts in the letter or meeting is a party to it."""
    role = {"Message": "Sender", "Meeting": "Participant"}.get(pattern.event_class)
    if role is None or draft.agents("Sender") or (role == "Participant" and len(draft.parts) != 1):
        return
    for v, slot in scene.governors.get(k, ()):
        for chunk in (
            scene.frames[v].slots.get("subject", [])
            if slot in ("in", "at", "during", "left in", "left at", "left during")
            else ()
        ):
            if chunk.kind in (Kind.PERSON, Kind.OFFICE, Kind.PRONOUN, Kind.GROUP):
                _take(scene.cast, draft, chunk, role, pattern)


def _take_owner_of_part(scene: Scene, k: int, pattern: Pattern, draft: Draft) -> None:
    """`its role in the liberation of Kursk`: who has the role acts."""
    role = pattern.roles.get("possessor")
    if (
        not role
        or draft.parts
        or k < 2
        or scene.chunks[k - 1].head not in ("in", "to")
        or scene.chunks[k - 2].head not in lexicon().words["parts_taken"]
    ):
        return
    part = scene.chunks[k - 2]
    if part.possessor is not None:
        _take(scene.cast, draft, part.possessor, role, pattern)
    elif part.determiner in ("his", "her", "their"):
        for owner in _pronoun_owners(scene, part, False):
            draft.add(owner, role)


def _is_only_wished(scene: Scene, k: int, pattern: Pattern) -> bool:
    """`wished to send a message`: the noun is no event where the verb that would make it one is only wished."""
    return any(
        slot == "object" and not _is_asked(scene, v) and _status(scene, v, scene.chunks[v], scene.frames[v], pattern) is None
        and any(other.event_class == pattern.event_class for other in patterns().by_verb.get(scene.chunks[v].head, ()))
        for v, slot in scene.governors.get(k, ())
    )  # fmt: skip


def _is_asked(scene: Scene, v: int) -> bool:
    """`asked the ambassador to convey his greetings`: greetings given on the way are sent."""
    governor = _governor(scene, v)
    return (
        scene.chunks[v].form == "infinitive"
        and governor is not None
        and governor.head in ("ask", "request")
        and not governor.is_negated
    )


def _with_support(merged: Frame, outer: Frame, name: str, slot: str, own: Frame) -> Frame:
    """The frame of an event noun completed by the verb that carries it; the noun's own phrases go first."""
    found = _with_noun(outer, merged)
    found.anchor = own.anchor
    for key in ("subject", "object", "object2"):
        found.slots.pop(key, None)
    found.slots.update({key: list(chunks) for key, chunks in merged.slots.items() if key.startswith("subject of ")})
    if slot != "subject":
        found.add("subject of " + name, outer.slots.get("subject", []))
    found.slots.update({key: list(chunks) for key, chunks in own.slots.items()})
    return found


def _owner(scene: Scene, k: int) -> list[Chunk]:
    """Who is "on a visit to": the phrase before, else the subject of the clause."""
    before = scene.chunks[k - 2] if k >= 2 else None
    if before is not None and before.kind == Kind.COMMA and k >= 3:
        before = scene.chunks[k - 3]
    inner = before is not None and before.kind == Kind.GROUP and k >= 3 and scene.chunks[k - 3].kind == Kind.PREPOSITION
    if before is not None and before.kind in (Kind.PERSON, Kind.GROUP, Kind.OFFICE) and not inner:
        return [before]
    if inner:
        following = next((v for v in scene.frames if v > k), None)
        return scene.clauses.subject(following) if following is not None else []
    if before is not None and before.kind == Kind.VERB:
        return scene.clauses.subject(k - 2)
    return []


def _pronoun_owners(scene: Scene, chunk: Chunk, nearest: bool) -> list[int]:
    """Who "his", "her", "their" stands for before an event noun: the subject, or the last named for appointments and
    deaths.
    """
    cast = scene.cast
    if chunk.determiner in ("my", "your", "our"):
        whose = {
            "my": [cast.first_person],
            "your": [cast.second_person],
            "our": [cast.first_person, cast.second_person],
        }[chunk.determiner]
        return [agent for agent in whose if agent is not None]
    if chunk.determiner == "their":
        return list(cast.plural)
    before = [
        other.agent
        for other in scene.chunks[: scene.position_of(chunk)]
        if other.kind == Kind.PERSON and other.agent is not None
    ]
    if before:
        return [before[-1] if nearest else before[0]]
    return [scene.cast.salient] if scene.cast.salient is not None else []


# ---- drafts


def _draft(scene: Scene, pattern: Pattern, frame: Frame, at: int, status: str) -> Draft:
    chunks = scene.chunks
    first = min(chunks[min(frame.first, at)].first, chunks[at].first)
    last = max(chunks[max(frame.last, at)].last, chunks[at].last)
    draft = Draft(pattern, scene.number, first, last, status=status, position=chunks[at].first)
    for slot, role in pattern.roles.items():
        if not role or slot == "modifier":
            continue
        for chunk in frame.slots.get(slot, []):
            _take(scene.cast, draft, chunk, role, pattern)
    acting = pattern.actors == "all" and not draft.parts and bool(chunks[at].countries)
    if "modifier" in pattern.roles and chunks[at].possessor is None and (acting or len(chunks[at].countries) > 1):
        for country in chunks[at].countries:
            index = scene.cast.country(country)
            if index is not None:
                draft.add(index, pattern.roles["modifier"], None)
    if pattern.event_class == "Appointment":
        for chunk in (
            chunk
            for slot in ("object2", "as", "to")
            for chunk in frame.slots.get(slot, [])
            if chunk.kind == Kind.OFFICE
        ):
            for appointee in draft.agents("Appointee"):
                scene.cast.assume(appointee, chunk, scene.number)
    draft.date = date_of(frame, status, scene.cast.reading.today)
    draft.place = place_of(scene, frame, pattern)
    draft.occasion = _occasion(scene, frame, first, last)
    words = {word.lower() for word in scene.sentence.words[chunks[at].first : last]} | set(chunks[at].modifiers)
    draft.is_reported = _is_reported(scene, at)
    draft.is_after = chunks[at].form == "ing" and at > 0 and chunks[at - 1].head == "for"
    draft.is_after = draft.is_after or (
        first > 0 and scene.sentence.words[first - 1].lower() in ("after", "before", "since", "following", "until")
    )
    draft.is_repeat = bool(words & {"again", "first", "second", "third", "previous", "last", "earlier"})
    return draft


def _is_reported(scene: Scene, at: int) -> bool:
    """Whether what stands at a chunk is in a "that" or "who" clause, or in a sentence that ends with ", he said"."""
    chunks = scene.chunks
    if any(
        chunk.kind == Kind.RELATIVE or (chunk.kind == Kind.SUBORDINATOR and chunk.head == "that")
        for chunk in chunks[:at]
    ):
        return True
    return any(
        chunks[k].kind == Kind.COMMA and chunks[k + 1].kind in (Kind.PRONOUN, Kind.PERSON, Kind.NOUN) and chunks[k + 2].kind == Kind.VERB and chunks[k + 2].head in patterns().statement_verbs
        for k in range(at, len(chunks) - 2)
    )  # fmt: skip


def _take(cast: Cast, draft: Draft, chunk: Chunk, role: str, pattern: Pattern) -> None:
    """Give the agent of a chunk a role, the head of a delegation too; what names nobody is passed over."""
    if chunk.kind == Kind.PRONOUN and chunk.head in ("it", "itself"):
        return
    agent = cast.agent_of(chunk, pattern.actors == "all")
    if agent is None:
        for other in cast.group_behind(chunk, pattern.actors == "all"):
            draft.add(other, role, chunk)
        return
    led_by = chunk.leader.agent if chunk.leader is not None else cast.leaders.get(agent)
    if pattern.event_class == "Signing" and role == "Signatory" and cast.members[agent].kind != AgentKind.PERSON:
        role = "Party"
    draft.add(agent, role, chunk, led_by)
    if led_by is not None:
        draft.add(led_by, role, chunk.leader)


def _occasion(scene: Scene, frame: Frame, first: int, last: int) -> str | None:
    """The phrase after "on the occasion of", "on the 76th anniversary of", "to mark": as printed."""
    words = scene.sentence.words
    for k, chunk in enumerate(scene.chunks):
        if chunk.kind == Kind.PREPOSITION and chunk.head == "on" and k + 1 < len(scene.chunks):
            following = scene.chunks[k + 1]
            if chunk.name or following.head in ("anniversary", "birthday", "day", "centenary", "holiday"):
                end = following.last
                j = k + 2
                while (
                    j + 1 < len(scene.chunks)
                    and scene.chunks[j].kind == Kind.PREPOSITION
                    and scene.chunks[j].head in ("of", "between")
                    and scene.chunks[j + 1].is_nominal
                ):
                    end = scene.chunks[scene.clauses.list_end(j + 1) - 1].last
                    j = scene.clauses.list_end(j + 1)
                begin = following.first
                while begin < end and words[begin].lower() in lexicon().words["determiners"]:
                    begin += 1
                return scene.sentence.text(begin, end) if begin < end else None
    return None


def sequence(scenes: Sequence[Scene]) -> list[Draft]:
    """The drafts of all sentences in reading order."""
    found: list[Draft] = []
    for scene in scenes:
        scene.cast.enter(scene.number, scene.chunks, scene.clauses)
        drafts = drafts_of(scene)
        _note_letter(scene.cast, drafts)
        _note_company(scene.cast, drafts)
        found += drafts
    _inherit(found)
    return found


def _inherit(drafts: list[Draft]) -> None:
    """What is told right after a dated event of the same people, with no time of its own, belongs to that occasion:
    it has its date,
    and, where it names none, its place."""
    for k, draft in enumerate(drafts):
        if draft.status != "Occurred" or not draft.is_told or draft.is_repeat or draft.is_after:
            continue
        for other in reversed(drafts[:k]):
            if other.date is None or other.status != "Occurred" or other.is_reported or not other.is_told:
                continue
            same_sentence = other.sentence == draft.sentence
            near = not draft.is_reported and draft.sentence - other.sentence <= 4
            if other.agents() & draft.agents() and (same_sentence or near) and draft.date in (None, other.date):
                draft.date = other.date
                if draft.place is None and draft.pattern.event_class in _ON_THE_SPOT:
                    draft.place = other.place
            break


def _note_company(cast: Cast, drafts: list[Draft]) -> None:
    """Those who met or signed are "the two leaders", "the two sides" of what follows."""
    for draft in drafts:
        people = [part.agent for part in draft.parts if cast.members[part.agent].kind == AgentKind.PERSON]
        if draft.pattern.event_class in ("Meeting", "Signing") and len(people) > 1:
            cast.plural = tuple(people)


def _note_letter(cast: Cast, drafts: list[Draft]) -> None:
    """After a message between two, "I" in what follows is its sender and "you" its recipient."""
    for draft in drafts:
        if draft.pattern.event_class == "Message" and draft.status == "Occurred" and cast.first_person is None:
            senders, recipients = sorted(draft.agents("Sender")), sorted(draft.agents("Recipient"))
            if senders and recipients:
                cast.first_person, cast.second_person = senders[0], recipients[0]
