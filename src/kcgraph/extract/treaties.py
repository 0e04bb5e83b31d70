"""Named treaties, agreements, protocols, declarations and memoranda."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.patterns import singular
from kcgraph.extract.scene import Scene
from kcgraph.extract.wordlists import words
from kcgraph.model import Span, Treaty
from kcgraph.model.reading import join

_NAMED_IN = (Kind.NOUN, Kind.GROUP, Kind.PLACE)
_PARTNERS = (Kind.COUNTRY, Kind.PLACE, Kind.GROUP)


@dataclass(slots=True)
class Pact:
    """A treaty while the article is read: `first` to `last` are the tokens of its first print.

    `words` tell it from others; `mentions` are sentence, first and last token of each print.
    """

    name: str
    span: Span
    words: frozenset[str]
    parties: list[int]
    sentence: int
    first: int
    last: int
    mentions: list[tuple[int, int, int]] = field(default_factory=list)

    def is_also(self, other: "Pact") -> bool:
        """Whether the words of one name are those of the other, or two or more of them."""
        small, large = sorted((self.words, other.words), key=len)
        return small == large or (len(small) > 1 and small <= large)

    def mention(self, again: "Pact") -> None:
        """Add one more print: the fullest name is kept, and every party."""
        self.mentions.append((again.sentence, again.first, again.last))
        if len(again.words) > len(self.words):
            self.name, self.words = again.name, again.words
        self.parties += [party for party in again.parties if party not in self.parties]


def find(scenes: Sequence[Scene]) -> list[Pact]:
    """The treaties that the article names, each once, fullest name kept."""
    found: list[Pact] = []
    for scene in scenes:
        for k in range(len(scene.chunks)):
            pact = _pact(scene, k)
            if pact is None:
                continue
            same = next((other for other in found if other.is_also(pact)), None)
            if same is None:
                found.append(pact)
            (same or pact).mention(pact)
    return found


def _pact(scene: Scene, k: int) -> Pact | None:
    """The treaty that the chunk at `k` names."""
    chunk, heads = scene.chunks[k], lexicon().words["treaty_heads"]
    if chunk.kind not in _NAMED_IN:
        return None
    if heads.isdisjoint((chunk.head, singular(chunk.head))):
        return _inside(scene, chunk, heads)
    last, is_about = _subject_matter(scene, k)
    if not _is_one(scene, k, is_about):
        return None
    first, printed = chunk.name_first, scene.sentence.words
    while first < last and printed[first].lower() in words("treaties", "leading"):
        first += 1
    name = join(printed[first:last])
    span = scene.sentence.span(first, last)
    return Pact(name, span, _key(name), _parties(scene, k, last), scene.number, chunk.first, last)


# ---- whether it is one


def _is_one(scene: Scene, k: int, is_about: bool) -> bool:
    """Whether the chunk at `k` names or describes one treaty: `the 2000 agreement`, `an agreement on trade`."""
    chunk, named = scene.chunks[k], _is_named(scene, k)
    if chunk.determiner in words("treaties", "no_one"):
        return False
    if named:
        return True
    if chunk.is_plural or singular(chunk.head) in words("treaties", "needing_names"):
        return False
    if chunk.determiner == "" and _is_agreeing(scene, k):
        return False
    return is_about or not lexicon().words["treaty_fillers"].issuperset(chunk.modifiers)


def _is_named(scene: Scene, k: int) -> bool:
    """Whether a treaty has a proper name, quotes, a country or a date to tell it from others."""
    chunk = scene.chunks[k]
    own = scene.sentence.words[chunk.name_first : chunk.last]
    if (len(own) > 1 and any(word[0].isupper() for word in own)) or chunk.countries:
        return True
    is_quoted = k > 0 and scene.chunks[k - 1].kind == Kind.QUOTE
    return is_quoted or any(
        time.last == chunk.name_first or chunk.first <= time.first < chunk.last for time in scene.sentence.times
    )


def _is_agreeing(scene: Scene, k: int) -> bool:
    """`reached complete agreement on ...`: an agreement of minds, no document."""
    return any(scene.chunks[v].head in words("treaties", "agreeing") for v, _ in scene.governors.get(k, ()))


# ---- its name and parties


def _subject_matter(scene: Scene, k: int) -> tuple[int, bool]:
    """The token after the whole name (`... on trade between A and B`), and whether it tells what it is about."""
    chunks, chunk = scene.chunks, scene.chunks[k]
    own = (word.lower() for word in scene.sentence.words[chunk.first : chunk.last])
    is_about = not words("treaties", "subject_links").isdisjoint(own)
    is_of = singular(chunk.head) in words("treaties", "named_by_of")
    links = words("treaties", "of_links" if is_of else "links")
    last, j = chunk.last, k + 1
    while j + 1 < len(chunks) and _continues_name(chunks, j, links):
        is_about = is_about or chunks[j].head not in words("treaties", "party_links")
        j = _phrase_end(scene, j + 1)
        last = chunks[j - 1].last
    return last, is_about


def _continues_name(chunks: Sequence[Chunk], j: int, links: frozenset[str]) -> bool:
    """Whether the preposition at `j` belongs to the name: `on trade`, `on protecting X`, `with China`."""
    if chunks[j].kind != Kind.PREPOSITION or chunks[j].head not in links:
        return False
    follows = chunks[j + 1]
    if chunks[j].head == "with":
        return follows.kind in _PARTNERS
    return follows.is_nominal or follows.form == "ing"


def _phrase_end(scene: Scene, j: int) -> int:
    """The index after the phrase that follows a preposition at `j`, capitalized nouns joined to it included."""
    chunks = scene.chunks
    if chunks[j].form != "ing":
        end = scene.clauses.list_end(j)
    else:
        end = j + 1
        if end < len(chunks) and chunks[end].is_nominal:
            end = scene.clauses.list_end(end)
    while end + 1 < len(chunks) and _joins_name(chunks[end], chunks[end + 1]):
        end += 2
    return end


def _joins_name(link: Chunk, item: Chunk) -> bool:
    """`..., Security and Cooperation`: a capitalized noun goes on with the name."""
    if link.kind not in (Kind.COMMA, Kind.CONJUNCTION):
        return False
    return item.kind == Kind.NOUN and item.name[:1].isupper()


def _parties(scene: Scene, k: int, last: int) -> list[int]:
    """The countries that the name tells: `the Russia-China treaty`, `a treaty between Russia and China`."""
    chunks = scene.chunks
    between = [
        party.key
        for j in range(k + 1, len(chunks))
        if chunks[j - 1].head == "between" and chunks[j].first < last
        for party in chunks[j : scene.clauses.list_end(j)]
        if party.kind == Kind.COUNTRY
    ]
    keys = (*chunks[k].countries, *between)
    agents = (scene.cast.acting_country(key, chunks[k], scene.number) for key in keys)
    return list(dict.fromkeys(agent for agent in agents if agent is not None))


def _inside(scene: Scene, chunk: Chunk, heads: frozenset[str]) -> Pact | None:
    """A treaty named within the name of something else ("Conference on ... of the Nuclear-Test-Ban Treaty")."""
    printed = scene.sentence.words
    for at in range(chunk.first + 1, chunk.last):
        if printed[at].lower() not in heads or not printed[at][0].isupper() or not printed[at - 1][0].isupper():
            continue
        first = at
        while first > chunk.first and printed[first - 1][0].isupper():
            first -= 1
        name = join(printed[first : at + 1])
        return Pact(name, scene.sentence.span(first, at + 1), _key(name), [], scene.number, first, at + 1)
    return None


def _key(name: str) -> frozenset[str]:
    """The words of a name that tell which treaty it is."""
    return frozenset(name.lower().replace("-", " ").replace('"', "").split()) - words("treaties", "fillers")


# ---- for the rest of the package


def attach(pacts: Sequence[Pact], sentence: int, first: int, last: int) -> int | None:
    """The treaty named within the tokens of a sentence, else None."""
    for k, pact in enumerate(pacts):
        if any(where == sentence and begin < last and first < end for where, begin, end in pact.mentions):
            return k
    return None


def treaties(pacts: Sequence[Pact]) -> tuple[Treaty, ...]:
    """The pacts as records."""
    return tuple(Treaty(pact.name, pact.span, tuple(pact.parties)) for pact in pacts)
