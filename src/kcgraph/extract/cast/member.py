"""One agent of an article, and which printed names can be its names."""

from dataclasses import dataclass, field

from kcgraph.extract.chunks import Chunk, Kind, Office
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.names import is_korean_name
from kcgraph.model import Agent, AgentKind, Span
from kcgraph.reference import fold_name


@dataclass(slots=True)
class Member:
    """One agent while the article is being read.

    `names` are in order of first print, `offices` stand with the sentence that prints them, `position` is the sentence
    and token of the first print.
    """

    kind: AgentKind
    names: list[str]
    span: Span
    key: str
    country: str | None = None
    is_named: bool = True
    offices: list[tuple[Office, int]] = field(default_factory=list)
    head: str = ""
    alias: str = ""
    position: tuple[int, int] = (0, 0)

    @property
    def fullest(self) -> str:
        """The longest name printed; the first among equals. `the north` is no state's full name."""
        telling = [name for name in self.names if not lexicon().is_("halves", name.lower())]
        return max(telling or self.names, key=lambda name: (len(name.split()), len(name)))

    def print_name(self, name: str) -> None:
        """Keep one more form of the name."""
        if name not in self.names:
            self.names.append(name)

    def hold(self, office: Office, sentence: int) -> None:
        """Keep an office, once in each wording."""
        if all(office.text != held.text for held, _ in self.offices):
            self.offices.append((office, sentence))

    def is_called(self, name: str) -> bool:
        """Whether a full name is another spelling or fullness of one of this person's names."""
        return any(_is_same_name(known, name) for known in self.names)

    def answers_to(self, name: str) -> bool:
        """Whether a single word can mean this person: `Biden` for `Joe Biden`."""
        return any(_is_part_of(name, full) for full in self.names)

    def agent(self) -> Agent:
        """The agent as a record."""
        name = self.fullest
        aliases = tuple(other for other in self.names if other != name)
        offices = tuple(office.text for office, _ in self.offices)
        return Agent(self.kind, name, self.span, aliases, self.country, self.is_named, offices)


def _is_same_name(known: str, name: str) -> bool:
    """`Kim Jong Un` and `Kim Jongun`; `Joe Biden` and `Joe R. Biden`."""
    one, other = fold_name(known).split(), fold_name(name).split()
    if one == other or "".join(one) == "".join(other):
        return True
    if _is_given_name(known.split(), other) or _is_given_name(name.split(), one):
        return True
    if len(one) < 2 or len(other) < 2 or is_korean_name(name.split()):
        return False
    one_holds_other = set(one) <= set(other) or set(other) <= set(one)
    return one[0] == other[0] and one[-1] == other[-1] and one_holds_other


def _is_given_name(full: list[str], given: list[str]) -> bool:
    """`Myung Bak` for `Lee Myung Bak`."""
    is_short = len(given) == 2 and len(full) == 3 and is_korean_name(full)
    return is_short and fold_name(" ".join(full[1:])).split() == given


def _is_part_of(name: str, full: str) -> bool:
    """Whether a word is the family name of a Korean, the first or last name of another."""
    words, part = full.split(), name.split()
    if len(words) < 2 or len(part) != 1:
        return False
    fold = fold_name(part[0])
    if is_korean_name(words):
        return fold_name(words[0]) == fold
    return fold in (fold_name(words[-1]), fold_name(words[0]))


def is_named_group(mention: Chunk) -> bool:
    """Whether a group's phrase holds a name or a country beyond a bare common noun."""
    if mention.key:
        return True
    if mention.possessor is not None and mention.possessor.kind in (Kind.COUNTRY, Kind.GROUP):
        return True
    first, *rest = mention.name.split() or [""]
    begins_as_name = first[:1].isupper() and (bool(rest) or first.isupper())
    return begins_as_name or any(word[0].isupper() for word in rest) or bool(mention.countries)
