"""Which thing each name of an article stands for: local IRIs, the same for one thing in every article.

A name is taken for a row of the reference data only when nothing speaks against it and no other row bears it too;
else its IRI is made of the name. What is known by a title alone, or is one group on one journey, has the article's
identifier in its IRI, so that it is never made one with another.
"""

from collections.abc import Callable, Iterable, Mapping

from kcgraph.identify.people import people
from kcgraph.model import Agent, AgentKind, Extraction, Identities, Treaty
from kcgraph.reference import Organization, TreatyRow, fold_name, reference
from kcgraph.vocab import slug
from kcgraph.vocab.minting import encoded

_ARTICLES = {"the", "a", "an"}


def identify(extraction: Extraction) -> Identities:
    """Give everything that `extraction` names its local IRI; a pure function of the extraction and the reference data.

    Raises RecordError when the article's identifier can't be part of an IRI.
    """
    article = encoded(extraction.article.identifier)
    persons = [index for index, agent in enumerate(extraction.agents) if _is_named_person(agent)]
    known = people([extraction.agents[index] for index in persons], extraction.article.published, article)
    named = dict(zip(persons, (identity.path for identity in known), strict=True))
    return Identities(
        agents=_agents(extraction.agents, named, article),
        candidates={identity.path: identity.candidates for identity in known if identity.candidates},
        treaties=tuple(_treaty(treaty, extraction.agents, article) for treaty in extraction.treaties),
        places={label: _place(label) for label in _place_labels(extraction)},
        offices=_offices(extraction),
        countries={key: f"country/{key}" for key in _country_keys(extraction)},
    )


def _is_named_person(agent: Agent) -> bool:
    return agent.kind is AgentKind.PERSON and agent.is_named


def _agents(agents: Iterable[Agent], named: Mapping[int, str], article: str) -> tuple[str, ...]:
    paths: list[str] = []
    for index, agent in enumerate(agents):
        path = named.get(index) or _agent(agent, article)
        if not agent.is_named:
            path = _first_free(path, paths)
        paths.append(path)
    return tuple(paths)


def _first_free(path: str, taken: list[str]) -> str:
    candidate, number = path, 1
    while candidate in taken:
        number += 1
        candidate = f"{path}-{number}"
    return candidate


def _agent(agent: Agent, article: str) -> str:
    match agent.kind:
        case AgentKind.COUNTRY:
            return _country(agent)
        case AgentKind.DELEGATION:
            return f"organization/{slug(agent.name)}-{article}"
        case AgentKind.ORGANIZATION:
            return _organization(agent, article)
    return f"person/unnamed-{article}-{slug(agent.name)}"


def _country(agent: Agent) -> str:
    if agent.country is not None and reference().country(agent.country):
        return f"country/{agent.country}"
    known = reference().country_named(agent.name)
    return f"country/{known.key if known else slug(agent.name)}"


def _organization(agent: Agent, article: str) -> str:
    rows = reference().organizations_named(agent.name)
    organization = _only_fitting(rows, agent.country)
    if organization is not None:
        return f"organization/{organization.key}"
    outlet = reference().outlet_named(agent.name)
    if outlet is not None and (agent.country is None or agent.country == outlet.country):
        return f"outlet/{outlet.key}"
    name = slug(agent.name)
    if rows:  # a name that several bear, as "Foreign Ministry" is, says too little by itself
        name = f"{name}-{slug(agent.country) if agent.country else article}"
    return f"organization/{_unlike_known(name, agent.country, lambda key: reference().organization(key) is not None)}"


def _only_fitting(rows: Iterable[Organization], country: str | None) -> Organization | None:
    fitting = [row for row in rows if None in (row.country, country) or row.country == country]
    return fitting[0] if len(fitting) == 1 else None


def _unlike_known(name: str, country: str | None, is_known: Callable[[str], bool]) -> str:
    """`name`, lengthened where it is the key of a row that the thing was found not to be."""
    if is_known(name):
        name = f"{name}-{slug(country) if country else 'other'}"
    while is_known(name):
        name = f"{name}-other"
    return name


def _treaty(treaty: Treaty, agents: tuple[Agent, ...], article: str) -> str:
    parties = sorted({agents[party].country or slug(agents[party].name) for party in treaty.parties})
    known = reference().treaty_named(treaty.name)
    if known is not None and _may_have_parties(known, parties):
        return f"treaty/{known.key}"
    name = slug(" ".join(word for word in fold_name(treaty.name).split() if word not in _ARTICLES) or treaty.name)
    if parties:
        name = f"{name}-{'-'.join(parties)}"
    elif treaty.name.islower():  # "memorandum of understanding" is no name that another article could share
        name = f"{name}-{article}"
    return f"treaty/{_unlike_known(name, None, lambda key: reference().treaty(key) is not None)}"


def _may_have_parties(known: TreatyRow, parties: Iterable[str]) -> bool:
    return not known.parties or set(parties) <= set(known.parties)


def _place(label: str) -> str:
    if place := reference().place_named(label):
        return f"place/{place.key}"
    if country := reference().country_named(label):
        return f"place/{country.key}"
    return f"place/{slug(label)}"


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
