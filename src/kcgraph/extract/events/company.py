"""What later drafts and sentences take over: date and place of the occasion, "the two sides", "I" of a letter."""

from collections.abc import Callable, Sequence

from kcgraph.extract.cast import Cast
from kcgraph.extract.chunks import Kind
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.wordlists import words
from kcgraph.model import AgentKind

# Classes whose events take place where the occasion does.
_ON_THE_SPOT = frozenset(
    {"Meeting", "Ceremony", "Conference", "Gift", "Signing", "Award", "Appointment", "EconomicEvent"}
)
# What letters are adopted and prizes awarded at, and how many sentences after it that may be told.
_GATHERINGS = frozenset({"Ceremony", "Conference"})
_REACH_OF_GATHERINGS = 8
# What the pattern of a reply asks for.
_REPLYING = "to message"
# How many sentences after an event what is told of the same people may still belong to it.
_REACH = 4


def inherit(drafts: Sequence[Draft]) -> None:
    """Give what is told right after a dated event of the same people, with no time of its own, the date of that event.

    Where it names no place, it has the place of that event too.
    """
    for k, draft in enumerate(drafts):
        if not _may_inherit(draft):
            continue
        occasion = next((other for other in reversed(drafts[:k]) if _is_occasion(other)), None)
        if occasion is not None and _belongs_to(draft, occasion):
            draft.date, draft.lender = occasion.date, occasion
            if draft.place is None and draft.pattern.event_class in _ON_THE_SPOT:
                draft.place = occasion.place
        elif draft.pattern.at_occasion and draft.date is None:
            _take_gathering(draft, drafts)


def _take_gathering(draft: Draft, drafts: Sequence[Draft]) -> None:
    """`A letter was adopted at the meeting`: on its day; sent by its hosts, where nobody else is told."""
    gatherings = [other for other in drafts if _is_gathering(other, draft)]
    if not gatherings:
        return
    gathering = max(gatherings, key=_closeness(draft))
    draft.date, draft.lender = gathering.date, gathering
    if draft.pattern.event_class == "Message" and not draft.agents("Sender"):
        for part in gathering.parts:
            if part.role == "Host":
                draft.add(part.agent, "Sender")


def _closeness(draft: Draft) -> Callable[[Draft], tuple[bool, str]]:
    """A gathering of the same sentence first, then the latest day: the closing rather than the opening.

    Gifts are given at what was told last.
    """

    def rank(gathering: Draft) -> tuple[bool, str]:
        if draft.pattern.event_class == "Gift":
            return gathering.sentence == draft.sentence, f"{gathering.sentence:04}"
        return gathering.sentence == draft.sentence, gathering.date.edtf if gathering.date is not None else ""

    return rank


def _is_gathering(other: Draft, draft: Draft) -> bool:
    near = 0 <= draft.sentence - other.sentence <= _REACH_OF_GATHERINGS
    classes = _GATHERINGS | {"Visit"} if draft.pattern.event_class == "Gift" else _GATHERINGS
    if not near or other.pattern.event_class not in classes or other.status != "Occurred":
        return False
    if draft.pattern.event_class == "Gift" and other.date is not None and not other.date.is_day:
        return False
    return _is_occasion(other) or (other.sentence == draft.sentence and other.date is not None)


def _may_inherit(draft: Draft) -> bool:
    return draft.status == "Occurred" and draft.is_told and not (draft.is_repeat or draft.is_after)


def _is_occasion(draft: Draft) -> bool:
    return draft.date is not None and draft.status == "Occurred" and draft.is_told and not draft.is_reported


def _belongs_to(draft: Draft, occasion: Draft) -> bool:
    distance = draft.sentence - occasion.sentence
    is_near = distance == 0 or (distance <= _REACH and not draft.is_reported)
    return is_near and draft.date in (None, occasion.date) and not occasion.agents().isdisjoint(draft.agents())


def hand_on_recipients(drafts: Sequence[Draft]) -> None:
    """`Messages also came from A and B`: to whom the first message told went."""
    for k, draft in enumerate(drafts):
        if draft.pattern.event_class != "Message" or draft.agents("Recipient") or "subject" in draft.pattern.roles:
            continue
        before = next((other for other in drafts[:k] if _is_letter_to(other, draft)), None)
        if before is not None:
            for agent in sorted(before.agents("Recipient")):
                draft.add(agent, "Recipient")


def _is_letter_to(other: Draft, draft: Draft) -> bool:
    return draft.is_told and other.pattern.event_class == "Message" and bool(other.agents("Recipient"))


def answer(drafts: Sequence[Draft]) -> None:
    """`A replied to a message sent by B`: the reply goes to B, and the message went to A."""
    for draft in drafts:
        if draft.pattern.event_class != "Message" or _REPLYING not in draft.pattern.needs:
            continue
        for other in drafts:
            if other is not draft and other.sentence == draft.sentence and other.pattern.event_class == "Message":
                _send_between(draft, other)


def _send_between(reply: Draft, message: Draft) -> None:
    """Let each of two letters go to the sender of the other, where nobody is told to receive it."""
    senders, repliers = sorted(message.agents("Sender")), sorted(reply.agents("Sender"))
    for draft, agents in ((reply, senders), (message, repliers)):
        if not draft.agents("Recipient"):
            for agent in agents:
                draft.add(agent, "Recipient")


def note_leaders(scenes: Sequence[Scene]) -> None:
    """`The delegation is led by X`, `X, who is heading the delegation`: X leads it wherever it takes part."""
    for scene in scenes:
        for _, verb, frame in scene.verbs():
            led, leader = frame.slots.get("object", []), frame.slots.get("subject", [])
            if verb.head not in words("events", "leading") or verb.is_negated or not led or len(leader) != 1:
                continue
            group, person = led[0], leader[0].agent
            if group.agent is None or person is None or group.kind != Kind.GROUP:
                continue
            members = scene.cast.members
            if members[group.agent].kind == AgentKind.DELEGATION and members[person].kind == AgentKind.PERSON:
                scene.cast.leaders.setdefault(group.agent, person)


def note_company(cast: Cast, drafts: Sequence[Draft]) -> None:
    """Those who met or signed, or sent a letter together, are "the two leaders", "they" of what follows."""
    for draft in drafts:
        people = [part.agent for part in draft.parts if cast.members[part.agent].kind == AgentKind.PERSON]
        if draft.pattern.event_class in ("Meeting", "Signing") and len(people) > 1:
            cast.plural = tuple(people)
        senders = tuple(part.agent for part in draft.parts if part.role == "Sender" and part.agent in people)
        if draft.pattern.event_class == "Message" and len(senders) > 1:
            cast.plural = senders


def note_letter(cast: Cast, drafts: Sequence[Draft]) -> None:
    """After a message between two, "I" in what follows is its sender and "you" its recipient."""
    for draft in drafts:
        if draft.pattern.event_class == "Message" and draft.status == "Occurred" and cast.first_person is None:
            senders, recipients = sorted(draft.agents("Sender")), sorted(draft.agents("Recipient"))
            if senders and recipients:
                cast.first_person, cast.second_person = senders[0], recipients[0]
