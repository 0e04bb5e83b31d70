"""One event told in lead, body and background is one report: drafts of the same event are joined.

Whether two drafts tell one event is left to a list of verdicts: each looks at one kind of retelling and says yes, no
or nothing, and the first that says something decides.
"""

from collections.abc import Callable
from dataclasses import replace

from kcgraph.extract.cast import Cast
from kcgraph.extract.patterns import Pattern
from kcgraph.extract.scene import Draft
from kcgraph.extract.sides import country_of
from kcgraph.extract.wordlists import words
from kcgraph.model import AgentKind, EventDate
from kcgraph.reference import reference

_PUBLIC = frozenset({"Ceremony", "Conference"})
_SENDING = frozenset({"Message", "Gift", "Award"})

# How many sentences a visit without a date may be told on, and told on with "also".
_REACH_OF_STOPS = 3
_REACH_OF_ALSO = 12


_Verdict = Callable[[Draft, Draft, Cast], bool | None]


def merge(drafts: list[Draft], cast: Cast) -> list[Draft]:
    """The drafts with every later telling of an event joined to its first; order of first telling kept."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.pattern.handover and not draft.noun and _hand_over(kept, draft, cast):
            continue
        same = next((other for other in reversed(kept) if _is_same(other, draft, cast)), None)
        if same is None:
            kept.append(draft)
        else:
            _join(same, _without_wellwished(same, draft, cast))
            if draft.noun in words("retelling", "calls"):
                _date_siblings(kept, same)
    return kept


def _without_wellwished(letter: Draft, draft: Draft, cast: Cast) -> Draft:
    """`In the message he extended greetings to the people`: the letter is to the person told before."""
    if letter.pattern.event_class != "Message" or not _is_to_person(letter, cast) or _is_to_person(draft, cast):
        return draft
    return replace(draft, parts=[part for part in draft.parts if part.role != "Recipient"])


def _is_to_person(letter: Draft, cast: Cast) -> bool:
    return any(cast.members[agent].kind == AgentKind.PERSON for agent in letter.agents("Recipient"))


def _date_siblings(kept: list[Draft], met: Draft) -> None:
    """`separately met A and B, who paid calls on him on Friday`: both meetings were on that day."""
    for other in kept:
        if (other.sentence, other.position, other.pattern) == (met.sentence, met.position, met.pattern):
            other.date, other.place = other.date or met.date, other.place or met.place


def _hand_over(kept: list[Draft], draft: Draft, cast: Cast) -> bool:
    """`They were handed over to D on Friday`: joins every gift and letter told just before.

    Who takes it on behalf of the recipient is one too where the text names him.
    """
    sent = [
        other for other in kept if other.pattern.event_class in _SENDING and 0 < draft.sentence - other.sentence <= 2
    ]
    for other in sent:
        takers = draft.agents("Recipient") if other.agents("Recipient") else set()
        parts = [part for part in draft.parts if part.agent not in takers or cast.members[part.agent].is_named]
        _join(other, replace(draft, parts=parts))
    return bool(sent)


def _join(first: Draft, later: Draft) -> None:
    """Add to a draft what a later telling knows more."""
    first.tellings.append((later.sentence, later.first, later.last))
    first.tellings += later.tellings
    first.joined = (*first.joined, later)
    if first.pattern.event_class == "Conference" and later.pattern.event_class == "Ceremony":
        first.pattern = later.pattern
    for part in later.parts:
        first.add(part.agent, part.role, part.chunk, part.led_by)
    if later.date is not None and (first.date is None or len(later.date.edtf) > len(first.date.edtf)):
        first.date = later.date
    is_goal = later.place is not None and first.pattern.id.startswith("visit-leave")
    first.place = later.place if is_goal else first.place or later.place
    first.occasion = first.occasion or later.occasion
    if first.treaty is None:
        first.treaty = later.treaty


def _is_same(one: Draft, other: Draft, cast: Cast) -> bool:
    """Whether the later draft `other` tells the event of `one`."""
    opinions = (verdict(one, other, cast) for verdict in _VERDICTS)
    decided = next((opinion for opinion in opinions if opinion is not None), False)
    return decided or _guides_there(one, other) or _only_names(one, other)


# ---- events of two classes


def _guides_there(one: Draft, other: Draft) -> bool:
    """A leader who goes round the works that he guides is still guiding."""
    if one.pattern.event_class != "Guidance" or other.pattern.event_class != "Visit" or other.date is not None:
        return False
    return bool(one.agents("Leader") & other.agents())


def _only_names(one: Draft, other: Draft) -> bool:
    """Whether a bare "the summit" only names an event told before, of whatever class that was."""
    if not other.is_anaphor or other.parts or one.status != other.status:
        return False
    elsewhere = one.place and other.place and one.place != other.place
    return one.noun == other.noun != "" and not elsewhere


def _visit_to_come(one: Draft, other: Draft, _: Cast) -> bool | None:
    """`on a visit, on which he will go to ...`: the visit planned and the visit made are one."""
    visits = one.pattern.event_class == other.pattern.event_class == "Visit" and one.sentence == other.sentence
    return True if visits and other.status == "Planned" and one.agents() & other.agents() else None


def _held_together(one: Draft, other: Draft, _: Cast) -> bool | None:
    """`A seminar and a photo exhibition took place`: one event, a ceremony for what there was to see."""
    public = {one.pattern.event_class, other.pattern.event_class} == _PUBLIC and one.status == other.status
    is_opening = "ceremony" in (one.noun, other.noun)
    if not public or is_opening or one.sentence != other.sentence or one.governor != other.governor or one.governor < 0:
        return None
    held = one.support == other.support and one.support in ("occur", "organise")
    return True if held and not (one.is_name or other.is_name) and one.place == other.place else None


def _other_kind(one: Draft, other: Draft, _: Cast) -> bool | None:
    """An event of another class or status is another one."""
    same = one.pattern.event_class == other.pattern.event_class and one.status == other.status
    return None if same else False


# ---- within one class


def _meeting_of_same_parties(one: Draft, other: Draft, cast: Cast) -> bool | None:
    """The same parties meet once a date, unless the text tells of one more meeting."""
    if one.pattern.event_class != "Meeting" or not _same_parties(one, other, cast):
        return None
    if not compatible(one.date, other.date) or _is_another_of_countries(one, other):
        return None
    return one.sentence == other.sentence or other.is_definite or other.date in (one.date, None)


def _is_another_of_countries(one: Draft, other: Draft) -> bool:
    """`the dialogue between A and B ... the DPRK-Russia summit in June`: a meeting of countries told otherwise."""
    only_one_is_dated = (one.date is None) != (other.date is None)
    return one.agents() != other.agents() and only_one_is_dated and one.noun != other.noun


def _meeting_in_a_speech(one: Draft, other: Draft, _: Cast) -> bool | None:
    """A meeting told and spoken of in one sentence is one."""
    if one.pattern.event_class != "Meeting" or one.sentence != other.sentence or one.is_reported == other.is_reported:
        return None
    return True if one.agents() & other.agents() and compatible(one.date, other.date) else None


def _call_on_him(one: Draft, other: Draft, _: Cast) -> bool | None:
    """`had a talk with A who paid a courtesy call on him`: the call is the talk."""
    is_call = (
        one.pattern.event_class == "Meeting"
        and other.noun in words("retelling", "calls")
        and one.sentence == other.sentence
    )
    if not is_call or len(other.agents()) > 1 or not compatible(one.date, other.date):
        return None
    return True if len(one.agents()) > 1 else None


def _printed_together(one: Draft, other: Draft, _: Cast) -> bool | None:
    """`The paper X carried photos and dedicated a page to an article`: one number of the paper."""
    if not (one.pattern.each and other.pattern.each) or one.sentence != other.sentence:
        return None
    return one.agents() == other.agents() and compatible(one.date, other.date)


def _joint_objects(one: Draft, other: Draft, _: Cast) -> bool | None:
    """`held talks and a meeting`: two nouns of one verb tell one event, unless both are names."""
    one_verb = one.support and one.support == other.support and one.governor == other.governor >= 0
    if not one_verb or one.sentence != other.sentence or (one.is_name and other.is_name):
        return None
    return True if one.date == other.date and one.place == other.place else None


def _other_deed(one: Draft, other: Draft, _: Cast) -> bool | None:
    """`deployed troops and supplied X with shells`: two verbs of one sentence tell two military acts."""
    is_act = one.pattern.event_class == "MilitaryAction" and one.sentence == other.sentence
    by_verbs = all("object" in draft.pattern.roles or draft.pattern.objects for draft in (one, other))
    is_told = one.is_told and other.is_told and bool(one.pattern.verbs and other.pattern.verbs)
    return False if is_act and by_verbs and is_told and one.pattern is not other.pattern else None


def _other_noun_beside(one: Draft, other: Draft, _: Cast) -> bool | None:
    """Two different nouns in one sentence are two events."""
    differ = one.noun and other.noun and one.noun != other.noun
    return False if differ and one.sentence == other.sentence and not other.is_anaphor else None


def _same_letter(one: Draft, other: Draft, cast: Cast) -> bool | None:
    """What the next sentences say from the same sender to the same recipient is still the same letter.

    So is what he says there to a government or people, where the letter is to a person.
    """
    if one.pattern.event_class != "Message" or other.sentence - one.sentence > 3:
        return None
    senders, recipients = one.agents("Sender"), one.agents("Recipient")
    if not senders or not recipients:
        return None
    if senders != other.agents("Sender"):
        return None
    is_within = other.date in (one.date, None) and _is_to_person(one, cast) and not _is_to_person(other, cast)
    return True if recipients == other.agents("Recipient") or (is_within and not other.is_further) else None


def _other_date(one: Draft, other: Draft, _: Cast) -> bool | None:
    return None if compatible(one.date, other.date) else False


def _once_more(one: Draft, other: Draft, _: Cast) -> bool | None:
    """`met again on Friday`: one of the two tells that it was not the only time."""
    if one.is_repeat == other.is_repeat or other.is_definite or one.sentence == other.sentence:
        return None
    only_one_is_dated = (one.date is None) != (other.date is None)
    return False if only_one_is_dated else None


def _taken_up(one: Draft, other: Draft, _: Cast) -> bool | None:
    """`the meeting`: takes up an event with nobody else in it."""
    mine, yours = one.agents(), other.agents()
    strangers = mine and yours and not mine & yours and not _is_open_to_all(other)
    return True if other.is_anaphor and not strangers and _nouns_agree(one, other) else None


def _is_open_to_all(draft: Draft) -> bool:
    """`the ceremony`, `the seminar`: those told there later are more of those who were at it."""
    return draft.is_bare and draft.pattern.event_class in _PUBLIC


def _sent_before(one: Draft, other: Draft, _: Cast) -> bool | None:
    """`the gift`: what was sent in the sentences right before, unless it goes the other way."""
    if one.pattern.event_class not in _SENDING or not other.is_definite or one.noun not in ("", other.noun):
        return None
    return not _is_swapped(one, other) if 1 <= other.sentence - one.sentence <= 4 else None


def _sent_by_the_same(one: Draft, other: Draft, _: Cast) -> bool | None:
    """Gifts, letters and awards are one when sender and recipient can be the same, and the thing sent is."""
    if one.pattern.event_class not in _SENDING:
        return None
    if other.is_further and other.agents("Sender") and one.sentence != other.sentence:
        return False
    for role in ("Sender", "Recipient"):
        first, second = one.agents(role), other.agents(role)
        if first and second and not first & second:
            return False
    if not other.agents() and one.pattern.event_class != "Message":
        return _is_sent_right_then(one, other)
    if not one.agents() & other.agents() or _is_swapped(one, other):
        return False
    return one.pattern.event_class == "Message" or not one.noun or not other.noun or one.noun == other.noun


def _is_sent_right_then(one: Draft, other: Draft) -> bool:
    """`Wreaths sent by A were laid at the tower`: what is told without anybody of the things sent just before."""
    distance = other.sentence - one.sentence
    if distance == 0:
        return one.noun == other.noun and other.date in (one.date, None)
    return one.date == other.date and distance <= 2


def _other_company(one: Draft, other: Draft, cast: Cast) -> bool | None:
    """Each of two meetings has a person that the other lacks: the same host on the same day met two people.

    So for elections: to each body its own members are elected.
    """
    if one.pattern.event_class not in ("Meeting", "Appointment"):
        return None
    first, second = (
        {agent for agent in draft.agents() if cast.members[agent].kind == AgentKind.PERSON} for draft in (one, other)
    )
    return False if first - second and second - first else None


def _seen_off(one: Draft, other: Draft, _: Cast) -> bool | None:
    """`left here for X. They were seen off at the airport by A`: one journey."""
    visits = one.pattern.event_class == other.pattern.event_class == "Visit" and 0 < other.sentence - one.sentence <= 3
    is_greeted = visits and other.pattern.id == "visit-greeted" and bool(one.agents() & other.agents())
    return True if is_greeted and compatible(one.date, other.date) else None


def _stop_of_visit(one: Draft, other: Draft, _: Cast) -> bool | None:
    """A visit told on in the next sentences, without a date of its own."""
    reach = _REACH_OF_ALSO if other.is_further and one.agents() == other.agents() else _REACH_OF_STOPS
    if one.pattern.event_class != "Visit" or other.sentence - one.sentence > reach:
        return None
    if other.date is not None and other.date != one.date:
        return None
    if not one.agents() & other.agents() or not (one.place or other.place):
        return None
    return bool(one.pattern.verbs) or _places_agree(one, other)


def _as_a_whole(one: Draft, other: Draft, _: Cast) -> bool:
    """By parties, nouns, places and dates together."""
    mine, yours = one.agents(), other.agents()
    nouns, places = _nouns_agree(one, other), _places_agree(one, other)
    if mine and yours:
        same_day = one.date == other.date is not None
        return bool(mine & yours) and places and (nouns or same_day)
    if not mine and not yours:
        return nouns and places and (one.date == other.date or other.is_definite)
    return nouns and places and (other.is_definite or other.is_anaphor)


# In order: what tells for certain comes before what only speaks for or against.
_VERDICTS: tuple[_Verdict, ...] = (
    _visit_to_come,
    _held_together,
    _other_kind,
    _meeting_of_same_parties,
    _meeting_in_a_speech,
    _call_on_him,
    _printed_together,
    _joint_objects,
    _other_deed,
    _other_noun_beside,
    _same_letter,
    _other_date,
    _once_more,
    _taken_up,
    _sent_before,
    _sent_by_the_same,
    _other_company,
    _seen_off,
    _stop_of_visit,
    _as_a_whole,
)


# ---- what verdicts rest on


def _same_parties(one: Draft, other: Draft, cast: Cast) -> bool:
    """Whether two meetings have the same parties, leaders standing for their countries."""
    mine, yours = one.agents(), other.agents()
    if mine == yours and mine:
        return True
    first, second = ({cast.members[agent].country for agent in agents} for agents in (mine, yours))
    if len(first) < 2 or first != second or None in first:
        return False
    kinds = [{cast.members[agent].kind for agent in agents} for agents in (mine, yours)]
    return kinds[0] != kinds[1] and {AgentKind.COUNTRY} in kinds


def _is_swapped(one: Draft, other: Draft) -> bool:
    """Whether one goes to where the other comes from."""
    return bool(one.agents("Sender") & other.agents("Recipient") or one.agents("Recipient") & other.agents("Sender"))


def _nouns_agree(one: Draft, other: Draft) -> bool:
    """Whether the nouns can name one event: `the ceremony` names any."""
    if not one.noun or not other.noun or one.noun == other.noun:
        return True
    return _family(one.pattern, one.noun) == _family(other.pattern, other.noun) or other.noun in words(
        "retelling", "any_event"
    )


def _family(pattern: Pattern, noun: str) -> str:
    """What stands for all the nouns of a pattern of synonyms ("flood", "flood damage"), else the noun."""
    return pattern.id if pattern.synonyms else noun


def _places_agree(one: Draft, other: Draft) -> bool:
    """Whether two place labels can be one place: either is unknown or part of the other."""
    if not one.place or not other.place:
        return True
    first, second = one.place.lower(), other.place.lower()
    if first in second or second in first or not set(first.split(", ")).isdisjoint(second.split(", ")):
        return True
    return _is_in_land(one.place, other.place) or _is_in_land(other.place, one.place)


def _is_in_land(place: str, land: str) -> bool:
    """Whether a place is in the country that the other label names: Moscow in the Russian Federation."""
    country = reference().country_named(land)
    return country is not None and country_of(place) == country.key


def compatible(one: EventDate | None, other: EventDate | None) -> bool:
    """Whether two dates can be of one event: equal, unknown, or one within the other."""
    return one is None or other is None or _is_within(one, other) or _is_within(other, one)


def _is_within(inner: EventDate, outer: EventDate) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest
