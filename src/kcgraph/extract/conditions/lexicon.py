"""The words that conditions compare with, from `seeds/lexicon/conditions.toml`."""

from functools import cache

from kcgraph.extract import wordlists


@cache
def words(name: str) -> frozenset[str]:
    """The list of this name. Raises KnowledgeError when the file lacks it."""
    return wordlists.words("conditions", name)


@cache
def words_of_verb(table: str, verb: str) -> frozenset[str] | None:
    """What a table by verb has for this one, None when nothing."""
    listed = wordlists.tables("conditions")[table].get(verb)
    return frozenset(listed) if listed is not None else None
