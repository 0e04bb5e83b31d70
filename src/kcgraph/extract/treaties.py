"""Named treaties, agreements, protocols, declarations and memoranda."""

from collections.abc import Sequence
from dataclasses import dataclass

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.patterns import singular
from kcgraph.extract.scene import Scene
from kcgraph.model import Span, Treaty
from kcgraph.model.reading import join


@dataclass(slots=True)
class Pact:
    """A treaty while the article is read: `tokens` of its first print."""

    name: str
    span: Span
    words: frozenset[str]
    parties: list[int]
    sentence: int
    first: int
    last: int


def find(scenes: Sequence[Scene]) -> list[Pact]:
    """The treaties that the article names, each once, fullest name kept."""
    found: list[Pact] = []
    for scene in scenes:
        for k, chunk in enumerate(scene.chunks):
            pact = _pact(scene, k, chunk)
            if pact is None:
                continue
            same = next((other for other in found if _same(other, pact)), None)
            if same is None:
                found.append(pact)
            else:
                if len(pact.words) > len(same.words):
                    same.name, same.words = pact.name, pact.words
                same.parties += [party for party in pact.parties if party not in same.parties]
    return found


def _pact(scene: Scene, k: int, chunk: Chunk) -> Pact | None:
    heads = lexicon().words["treaty_heads"]
    if chunk.kind not in (Kind.NOUN, Kind.GROUP, Kind.PLACE) or not {chunk.head, singular(chunk.head)} & heads:
        return None
    first, last = chunk.name_first, chunk.last
    j = k + 1
    about = False
    while j + 1 < len(scene.chunks) and scene.chunks[j].kind == Kind.PREPOSITION and scene.chunks[j].head in ("on", "of", "for", "between", "concerning", "against", "in") and (scene.chunks[j + 1].is_nominal or scene.chunks[j + 1].form == "ing"):
        preposition, follows = scene.chunks[j].head, scene.chunks[j + 1]
        if preposition == "in" and follows.kind in (Kind.PLACE, Kind.COUNTRY):
            break
        if preposition == "on" and follows.kind == Kind.TIME:
            break
        about = about or preposition in ("on", "of", "for", "against", "concerning", "in")
        end = scene.clauses.list_end(j + 1) if follows.is_nominal else j + 2
        if follows.form == "ing" and j + 2 < len(scene.chunks) and scene.chunks[j + 2].is_nominal:
            end = scene.clauses.list_end(j + 2)
        last, j = scene.chunks[end - 1].last, end
    words = scene.sentence.words
    own = [word for word in words[chunk.name_first : chunk.last]]
    named = len(own) > 1 and any(word[0].isupper() for word in own) or bool(chunk.countries)
    date_in_name = any(time.last == chunk.name_first or time.first < chunk.last and time.first >= chunk.first for time in scene.sentence.times)
    if not (about or named or date_in_name) or chunk.determiner in ("any", "no", "such") or chunk.head.endswith("s") and chunk.head not in ("accords",) and not named:
        return None
    if singular(chunk.head) in ("declaration", "communique", "charter", "convention", "agreement") and not named and not about:
        return None
    if singular(chunk.head) in ("declaration", "charter", "communique") and not named:
        return None
    while first < last and words[first].lower() in ("the", "a", "an", "new"):
        first += 1
    name = join(words[first:last])
    parties = [index for country in chunk.countries if (index := scene.cast.country(country)) is not None]
    return Pact(name, scene.sentence.span(first, last), _key(name), parties, scene.number, chunk.first, last)


def _key(name: str) -> frozenset[str]:
    return frozenset(word for word in name.lower().replace("-", " ").replace('"', "").split() if word not in ("the", "of", "on", "and", "a", "between", "for", "in", "to", "new"))


def _same(one: Pact, other: Pact) -> bool:
    small, large = sorted((one.words, other.words), key=len)
    return len(small) > 1 and small <= large or small == large


def attach(pacts: Sequence[Pact], sentence: int, first: int, last: int) -> int | None:
    """The treaty named within the tokens of a sentence, else None."""
    return next((k for k, pact in enumerate(pacts) if pact.sentence == sentence and pact.first < last and first < pact.last), None)


def treaties(pacts: Sequence[Pact]) -> tuple[Treaty, ...]:
    """The pacts as records."""
    return tuple(Treaty(pact.name, pact.span, tuple(pact.parties)) for pact in pacts)
