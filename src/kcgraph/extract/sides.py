"""Host and guest of a meeting, by whose country it takes place in."""

from collections.abc import Iterable

from kcgraph.extract.cast import Cast
from kcgraph.extract.scene import Draft
from kcgraph.model import AgentKind
from kcgraph.reference import reference


def settle_sides(drafts: Iterable[Draft], cast: Cast) -> None:
    """In meetings told without sides, make people of the country where they take place hosts, the others guests.

    Where that country or the two sides are not clear, all stay participants.
    """
    for draft in drafts:
        if draft.pattern.event_class == "Meeting":
            _join_sides(draft, cast)
        place = draft.place or cast.here
        country = country_of(place) if place and _is_meeting_without_sides(draft) else None
        if country is None or not _are_two_sides(draft, cast, country):
            continue
        for part in draft.parts:
            part.role = "Host" if cast.members[part.agent].country == country else "Guest"


def _join_sides(draft: Draft, cast: Cast) -> None:
    """Where hosts and guests are told, let those listed as present sit with the side of their country."""
    hosts, guests = (
        {cast.members[part.agent].country for part in draft.parts if part.role == role} for role in ("Host", "Guest")
    )
    for part in draft.parts:
        country = cast.members[part.agent].country
        if part.role != "Participant" or country is None or not hosts or not guests:
            continue
        if country in hosts - guests:
            part.role = "Host"
        elif country in guests - hosts:
            part.role = "Guest"


def _is_meeting_without_sides(draft: Draft) -> bool:
    return draft.pattern.event_class == "Meeting" and all(part.role == "Participant" for part in draft.parts)


def _are_two_sides(draft: Draft, cast: Cast, country: str) -> bool:
    """Whether the people are of two known countries, one of them this."""
    people = (cast.members[part.agent] for part in draft.parts)
    countries = {member.country for member in people if member.kind == AgentKind.PERSON}
    return len(countries) == 2 and country in countries and None not in countries


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
