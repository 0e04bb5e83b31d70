"""One event told in lead, body and background is one report: drafts of the same event are joined."""

from kcgraph.extract.cast import Cast
from kcgraph.extract.patterns import Pattern
from kcgraph.extract.scene import Draft
from kcgraph.model import AgentKind, EventDate

_SENDING = frozenset({"Message", "Gift", "Award"})


def merge(drafts: list[Draft], cast: Cast) -> list[Draft]:
    """The drafts with every later telling of an event joined to its first; order of first telling kept."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.pattern.handover and not draft.noun and _hand_over(kept, draft):
            continue
        same = next((other for other in reversed(kept) if _same(other, draft, cast) or _names(other, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _join(same, draft)
    return kept


def _hand_over(kept: list[Draft], draft: Draft) -> bool:
    """`They were handed over to D on Friday`: joins every gift and letter told just before."""
    sent = [
        other for other in kept if other.pattern.event_class in _SENDING and 0 < draft.sentence - other.sentence <= 2
    ]
    for other in sent:
        _join(other, draft)
    return bool(sent)


def _names(one: Draft, other: Draft) -> bool:
    """Whether a bare "the summit" only names an event told before, of whatever class that was; a leader who goes
    round the works
    that he guides is still guiding."""
    if (
        one.pattern.event_class == "Guidance"
        and other.pattern.event_class == "Visit"
        and other.date is None
        and one.agents("Leader") & other.agents()
    ):
        return True
    return (
        other.is_anaphor
        and not other.parts
        and one.noun == other.noun != ""
        and one.status == other.status
        and not (one.place and other.place and one.place != other.place)
    )


def _same(one: Draft, other: Draft, cast: Cast) -> bool:
    if (
        one.pattern.event_class == other.pattern.event_class == "Visit"
        and one.sentence == other.sentence
        and other.status == "Planned"
        and one.agents() & other.agents()
    ):
        return True
    if one.pattern.event_class != other.pattern.event_class or one.status != other.status:
        return False
    if one.pattern.event_class == "Meeting" and _same_parties(one, other, cast) and compatible(one.date, other.date):
        return one.sentence == other.sentence or other.is_definite or one.date == other.date or other.date is None
    if (
        one.pattern.event_class == "Meeting"
        and one.sentence == other.sentence
        and one.is_reported != other.is_reported
        and one.agents() & other.agents()
        and compatible(one.date, other.date)
    ):
        return True
    if (
        one.sentence == other.sentence
        and one.support
        and one.support == other.support
        and one.governor == other.governor >= 0
        and one.date == other.date
        and one.place == other.place
        and not (one.is_name and other.is_name)
    ):
        return True
    if one.sentence == other.sentence and one.noun and other.noun and one.noun != other.noun and not other.is_anaphor:
        return False
    if one.pattern.event_class == "Message" and _same_letter(one, other):
        return True
    if not compatible(one.date, other.date):
        return False
    if (
        one.is_repeat != other.is_repeat
        and (one.date is None) != (other.date is None)
        and not other.is_definite
        and one.sentence != other.sentence
    ):
        return False
    mine, yours = one.agents(), other.agents()
    if other.is_anaphor and (not yours or yours & mine or not mine) and _nouns_agree(one, other):
        return True
    if (
        one.pattern.event_class in _SENDING
        and other.is_definite
        and one.noun == other.noun
        and other.sentence - one.sentence in (1, 2, 3, 4)
    ):
        return not _swapped(one, other)
    if one.pattern.event_class in _SENDING:
        for role in ("Sender", "Recipient"):
            first, second = one.agents(role), other.agents(role)
            if first and second and not first & second:
                return False
        return (
            bool(mine & yours)
            and not _swapped(one, other)
            and (one.noun == other.noun or not one.noun or not other.noun or one.pattern.event_class == "Message")
        )
    if one.pattern.event_class == "Meeting" and _other_company(mine, yours, cast):
        return False
    if (
        one.pattern.event_class == "Visit"
        and mine & yours
        and other.date is None
        and other.sentence - one.sentence < 4
        and (one.place or other.place)
    ):
        return one.pattern.verbs != () or _places_agree(one, other)
    if mine and yours:
        return (
            bool(mine & yours)
            and _places_agree(one, other)
            and (_nouns_agree(one, other) or one.date == other.date is not None)
        )
    if not mine and not yours:
        return _nouns_agree(one, other) and _places_agree(one, other) and (one.date == other.date or other.is_definite)
    return _nouns_agree(one, other) and (other.is_definite or other.is_anaphor) and _places_agree(one, other)


def _same_parties(one: Draft, other: Draft, cast: Cast) -> bool:
    """Whether two meetings have the same parties, leaders standing for their countries."""
    mine, yours = one.agents(), other.agents()
    if mine == yours and mine:
        return True
    first, second = ({cast.members[agent].country for agent in agents} for agents in (mine, yours))
    kinds = [{cast.members[agent].kind for agent in agents} for agents in (mine, yours)]
    return (
        len(first) > 1
        and first == second
        and None not in first
        and kinds[0] != kinds[1]
        and {AgentKind.COUNTRY} in kinds
    )


def _other_company(mine: set[int], yours: set[int], cast: Cast) -> bool:
    """Whether each of two meetings has a person that the other lacks: the same host on the same day met two people."""
    first, second = (
        {agent for agent in agents if cast.members[agent].kind == AgentKind.PERSON} for agents in (mine, yours)
    )
    return bool(first - second and second - first)


def _same_letter(one: Draft, other: Draft) -> bool:
    """What the next sentences say from the same sender to the same recipient is still the same letter."""
    senders, recipients = one.agents("Sender"), one.agents("Recipient")
    return (
        bool(senders and recipients)
        and senders == other.agents("Sender")
        and recipients == other.agents("Recipient")
        and other.sentence - one.sentence <= 3
    )


def _swapped(one: Draft, other: Draft) -> bool:
    return bool(one.agents("Sender") & other.agents("Recipient") or one.agents("Recipient") & other.agents("Sender"))


def _nouns_agree(one: Draft, other: Draft) -> bool:
    if not one.noun or not other.noun:
        return True
    return (
        one.noun == other.noun
        or _family(one.pattern, one.noun) == _family(other.pattern, other.noun)
        or other.noun in ("meeting", "ceremony", "event", "visit", "function", "talk", "gathering")
    )


def _family(pattern: Pattern, noun: str) -> str:
    return pattern.id if pattern.synonyms else noun


def _places_agree(one: Draft, other: Draft) -> bool:
    if not one.place or not other.place:
        return True
    first, second = one.place.lower(), other.place.lower()
    return first in second or second in first or bool(set(first.split(", ")) & set(second.split(", ")))


def compatible(one: EventDate | None, other: EventDate | None) -> bool:
    """Whether two dates can be of one event: equal, unknown, or one within the other."""
    if one is None or other is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest and (
        (one.earliest <= other.earliest and other.latest <= one.latest) or (other.earliest <= one.earliest and one.latest <= other.latest)
    )  # fmt: skip


def _join(first: Draft, later: Draft) -> None:
    first.tellings.append((later.sentence, later.first, later.last))
    first.tellings += later.tellings
    for part in later.parts:
        first.add(part.agent, part.role, part.chunk, part.led_by)
    if later.date is not None and (first.date is None or len(later.date.edtf) > len(first.date.edtf)):
        first.date = later.date
    first.place = first.place or later.place
    first.occasion = first.occasion or later.occasion
    if first.treaty is None:
        first.treaty = later.treaty
