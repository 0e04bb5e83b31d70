"""Which thing each name of an article stands for: local IRIs, the same for one thing in every article.

A name is taken for a row of the reference data only when nothing speaks against it and no other row bears it too;
else its IRI is made of the name, and the rows that bear it are its candidates. What is known by a title alone, or is
one group on one journey, has the article's identifier in its IRI, so that it is never made one with another.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from kcgraph.identify.identity import Identity
from kcgraph.identify.people import people
from kcgraph.model import Agent, AgentKind, Extraction, Identities, Treaty
from kcgraph.reference import Organization, TreatyRow, fold_name, reference
from kcgraph.vocab import slug
from kcgraph.vocab.minting import encoded

_ARTICLES = {"the", "a", "an"}
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


def identify(extraction: Extraction) -> Identities:
    """Give everything that `extraction` names its local IRI; a pure function of the extraction and the reference data.

    Raises RecordError when the article's identifier can't be part of an IRI.
    """
    article = encoded(extraction.article.identifier)
    persons = [index for index, agent in enumerate(extraction.agents) if _is_named_person(agent)]
    known = people([extraction.agents[index] for index in persons], extraction.article.published, article)
    agents = _agents(extraction.agents, dict(zip(persons, known, strict=True)), article)
    treaties = [_treaty(treaty, extraction.agents, article) for treaty in extraction.treaties]
    places = {label: _place(label) for label in _place_labels(extraction)}
    return Identities(
        agents=tuple(found.path for found in agents),
        treaties=tuple(found.path for found in treaties),
        places={label: found.path for label, found in places.items()},
        offices=_offices(extraction),
        countries={key: f"country/{key}" for key in _country_keys(extraction)},
        candidates={
            found.path: found.candidates for found in (*agents, *treaties, *places.values()) if found.candidates
        },
    )


def _is_named_person(agent: Agent) -> bool:
    return agent.kind is AgentKind.PERSON and agent.is_named


def _agents(agents: Iterable[Agent], people_found: Mapping[int, Identity], article: str) -> list[Identity]:
    found: list[Identity] = []
    for index, agent in enumerate(agents):
        identity = people_found.get(index) or _agent(agent, article)
        if not agent.is_named:
            identity = Identity(_first_free(identity.path, [other.path for other in found]))
        found.append(identity)
    return found


def _first_free(path: str, taken: Sequence[str]) -> str:
    candidate, number = path, 1
    while candidate in taken:
        number += 1
        candidate = f"{path}-{number}"
    return candidate


def _agent(agent: Agent, article: str) -> Identity:
    match agent.kind:
        case AgentKind.COUNTRY:
            return Identity(_country(agent))
        case AgentKind.DELEGATION:
            return Identity(f"organization/{slug(agent.name)}-{article}")
        case AgentKind.ORGANIZATION:
            return _organization(agent, article)
    return Identity(f"person/unnamed-{article}-{slug(agent.name)}")


def _country(agent: Agent) -> str:
    if agent.country is not None and reference().country(agent.country):
        return f"country/{agent.country}"
    known = reference().country_named(agent.name)
    return f"country/{known.key if known else slug(agent.name)}"


def _organization(agent: Agent, article: str) -> Identity:
    rows = [row for row in reference().organizations_named(agent.name) if _is_of(row, agent.country)]
    if len(rows) == 1:
        return Identity(f"organization/{rows[0].key}")
    outlet = reference().outlet_named(agent.name)
    if outlet is not None and (agent.country is None or agent.country == outlet.country):
        return Identity(f"outlet/{outlet.key}")
    name = slug(agent.name)
    if reference().organizations_named(agent.name):  # a name that several bear says too little by itself
        name = f"{name}-{slug(agent.country) if agent.country else article}"
    path = _unlike_known(name, agent.country, lambda key: reference().organization(key) is not None)
    return Identity(f"organization/{path}", tuple(f"organization/{row.key}" for row in rows))


def _is_of(row: Organization, country: str | None) -> bool:
    return None in (row.country, country) or row.country == country


def _unlike_known(name: str, country: str | None, is_known: Callable[[str], bool]) -> str:
    """`name`, lengthened where it is the key of a row that the thing was found not to be."""
    if is_known(name):
        name = f"{name}-{slug(country) if country else 'other'}"
    while is_known(name):
        name = f"{name}-other"
    return name


def _treaty(treaty: Treaty, agents: tuple[Agent, ...], article: str) -> Identity:
    parties = sorted({agents[party].country or slug(agents[party].name) for party in treaty.parties})
    rows = [row for row in _treaties_called(treaty.name) if _may_have_parties(row, parties)]
    if len(rows) == 1:
        return Identity(f"treaty/{rows[0].key}")
    name = slug(" ".join(word for word in fold_name(treaty.name).split() if word not in _ARTICLES) or treaty.name)
    if parties:
        name = f"{name}-{'-'.join(parties)}"
    elif rows or treaty.name.islower():  # "memorandum of understanding" is no name that another article could share
        name = f"{name}-{article}"
    path = _unlike_known(name, None, lambda key: reference().treaty(key) is not None)
    return Identity(f"treaty/{path}", tuple(f"treaty/{row.key}" for row in rows))


def _treaties_called(name: str) -> tuple[TreatyRow, ...]:
    """The known treaties of a name; adjectives before it and an abbreviation in brackets after it are no part of it."""
    words = _BRACKETS.sub("", name).split() or [name]
    while not (rows := reference().treaties_named(" ".join(words))) and len(words) > 2 and words[0].islower():
        words = words[1:]
    return rows


def _may_have_parties(known: TreatyRow, parties: Iterable[str]) -> bool:
    return not known.parties or set(parties) <= set(known.parties)


def _place(label: str) -> Identity:
    if place := reference().place_named(label):
        return Identity(f"place/{place.key}")
    if country := reference().country_named(label):
        return Identity(f"place/{country.key}")
    rows = reference().places_named(label)
    name = _unlike_known(slug(label), None, lambda key: reference().place(key) is not None)
    return Identity(f"place/{name}", tuple(f"place/{row.key}" for row in rows))


def _place_labels(extraction: Extraction) -> list[str]:
    dateline = extraction.article.dateline
    labels = (
        *extraction.places,
        *(report.place for report in extraction.reports),
        extraction.dateline_place,
        dateline.place if dateline else None,
    )
    return sorted({label for label in labels if label})


def _offices(extraction: Extraction) -> dict[str, str]:
    printed = {holding.office_as_printed for holding in extraction.offices}
    printed.update(part.capacity for report in extraction.reports for part in report.participations if part.capacity)
    printed.update(office for agent in extraction.agents for office in agent.offices)
    known = {office: reference().office_named(office) for office in sorted(printed)}
    return {office: f"office/{row.key}" for office, row in known.items() if row is not None}


def _country_keys(extraction: Extraction) -> list[str]:
    keys = {agent.country for agent in extraction.agents} | {holding.country for holding in extraction.offices}
    return sorted(key for key in keys if key and reference().country(key))
