"""Host and guest of a meeting, by whose country it takes place in."""

from kcgraph.extract.cast import Cast
from kcgraph.extract.scene import Draft
from kcgraph.model import AgentKind
from kcgraph.reference import reference


def settle_sides(drafts: list[Draft], cast: Cast) -> None:
    """In a meeting told without sides, people of the country where it takes place are hosts and the others guests;
    else all stay participants.
    """
    for draft in drafts:
        if (
            draft.pattern.event_class != "Meeting"
            or any(part.role != "Participant" for part in draft.parts)
            or not draft.place
        ):
            continue
        country = country_of(draft.place)
        people = [
            cast.members[part.agent].country
            for part in draft.parts
            if cast.members[part.agent].kind == AgentKind.PERSON
        ]
        if country is None or len(set(people)) != 2 or country not in people or None in people:
            continue
        for part in draft.parts:
            part.role = "Host" if cast.members[part.agent].country == country else "Guest"


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
