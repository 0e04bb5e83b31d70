"""Host and guest of a meeting, by whose country it takes place in."""

from collections.abc import Iterable

from kcgraph.extract.cast import Cast
from kcgraph.extract.names import is_korean_name
from kcgraph.extract.scene import Draft
from kcgraph.model import AgentKind
from kcgraph.reference import reference


def settle_sides(drafts: Iterable[Draft], cast: Cast) -> None:
    """In meetings told without sides, make people of the country where they take place hosts, the others guests.

    Where that country or the two sides are not clear, all stay participants. Of many people who meet at a place that
    is not told, those of the country that the article comes from are taken for the hosts.
    """
    for draft in drafts:
        place = draft.place or (cast.here if _is_of_many(draft, cast) else None)
        country = country_of(place) if place and _is_meeting_without_sides(draft) else None
        if country is None or not _are_two_sides(draft, cast, country):
            continue
        for part in draft.parts:
            part.role = "Host" if _side_of(draft, cast, part.agent) == country else "Guest"


def _is_of_many(draft: Draft, cast: Cast) -> bool:
    """Whether more than two people meet, so that who met whom rests on the sides."""
    return sum(cast.members[part.agent].kind == AgentKind.PERSON for part in draft.parts) > 2


def _is_meeting_without_sides(draft: Draft) -> bool:
    return draft.pattern.event_class == "Meeting" and all(part.role == "Participant" for part in draft.parts)


def _are_two_sides(draft: Draft, cast: Cast, country: str) -> bool:
    """Whether the people are of two sides, one of them of this country; foreigners of unknown country are guests."""
    people = [part.agent for part in draft.parts if cast.members[part.agent].kind == AgentKind.PERSON]
    sides = {_side_of(draft, cast, agent) for agent in people}
    return country in sides and len(sides) > 1 and len(sides - {country, ""}) < 2


def _side_of(draft: Draft, cast: Cast, agent: int) -> str:
    """The side of an agent: of who leads a delegation that takes part, the delegation's."""
    led = next((part.agent for part in draft.parts if part.led_by == agent), None)
    return (_side(cast, led) if led is not None else "") or _side(cast, agent)


def _side(cast: Cast, agent: int) -> str:
    """The country of an agent; of a person of unknown country only whether the name is Korean."""
    member = cast.members[agent]
    if member.country is not None:
        return member.country
    return cast.home or "" if is_korean_name(member.fullest.split()) else ""


def country_of(place: str) -> str | None:
    """The country of a place label, from the reference data."""
    for name in reversed(place.split(", ")):
        row = reference().place_named(name)
        if row is not None and row.country:
            return row.country
        country = reference().country_named(name)
        if country is not None:
            return country.key
    return None
