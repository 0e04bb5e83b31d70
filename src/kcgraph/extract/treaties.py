"""Named treaties, agreements, protocols, declarations and memoranda."""

from collections.abc import Sequence
from dataclasses import dataclass, field

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
    mentions: list[tuple[int, int, int]] = field(default_factory=list)


def find(scenes: Sequence[Scene]) -> list[Pact]:
    """The treaties that the article names, each once, fullest name kept."""
    found: list[Pact] = []
    for scene in scenes:
        for k, chunk in enumerate(scene.chunks):
            pact = _pact(scene, k, chunk)
            if pact is None:
                continue
            same = next((other for other in found if _same(other, pact)), None)
            (same or pact).mentions.append((pact.sentence, pact.first, pact.last))
            if same is None:
                found.append(pact)
            else:
                if len(pact.words) > len(same.words):
                    same.name, same.words = pact.name, pact.words
                same.parties += [party for party in pact.parties if party not in same.parties]
    return found


def _pact(scene: Scene, k: int, chunk: Chunk) -> Pact | None:
    heads = lexicon().words["treaty_heads"]
    if chunk.kind not in (Kind.NOUN, Kind.GROUP, Kind.PLACE):
        return None
    if not {chunk.head, singular(chunk.head)} & heads:
        return _inside(scene, chunk, heads)
    head, words = singular(chunk.head), scene.sentence.words
    own = words[chunk.name_first : chunk.last]
    quoted = k > 0 and scene.chunks[k - 1].kind == Kind.QUOTE
    dated = any(
        time.last == chunk.name_first or chunk.first <= time.first < chunk.last for time in scene.sentence.times
    )
    named = (len(own) > 1 and any(word[0].isupper() for word in own)) or bool(chunk.countries) or quoted or dated
    last, about = _subject_matter(scene, k, head)
    told = bool(set(chunk.modifiers) - lexicon().words["treaty_fillers"])
    if chunk.determiner in ("any", "no", "such") or (chunk.is_plural and not named):
        return None
    if head in ("declaration", "communique", "charter", "convention") and not named:
        return None
    if not (named or about or told) or (chunk.determiner == "" and not named and _is_agreeing(scene, k)):
        return None
    first = chunk.name_first
    while first < last and words[first].lower() in ("the", "a", "an", "new"):
        first += 1
    between = [
        party
        for j in range(k + 1, len(scene.chunks))
        if scene.chunks[j - 1].head == "between" and scene.chunks[j].first < last
        for party in scene.chunks[j : scene.clauses.list_end(j)]
    ]
    named_parties = [party.key for party in between if party.kind == Kind.COUNTRY]
    parties = [
        index for country in (*chunk.countries, *named_parties) if (index := scene.cast.country(country)) is not None
    ]
    name = join(words[first:last])
    return Pact(
        name,
        scene.sentence.span(first, last),
        _key(name),
        list(dict.fromkeys(parties)),
        scene.number,
        chunk.first,
        last,
    )


def _is_agreeing(scene: Scene, k: int) -> bool:
    """`reached complete agreement on ...`: an agreement of minds, no document."""
    return any(scene.chunks[v].head in ("reach", "be", "come", "express") for v, _ in scene.governors.get(k, ()))


def _subject_matter(scene: Scene, k: int, head: str) -> tuple[int, bool]:
    """The token after the whole name (`on economic cooperation between A and B`), and whether it tells what the
    treaty is about.
    """
    chunks, last, j = scene.chunks, scene.chunks[k].last, k + 1
    about = {"of", "on"} & {word.lower() for word in scene.sentence.words[chunks[k].first : last]} != set()
    links = (
        ("on", "of", "for", "between", "concerning", "against", "with")
        if head not in ("declaration", "communique", "charter")
        else ("of",)
    )
    while j + 1 < len(chunks) and chunks[j].kind == Kind.PREPOSITION and chunks[j].head in links:
        follows = chunks[j + 1]
        if not (follows.is_nominal or follows.form == "ing") or (
            chunks[j].head == "with" and follows.kind not in (Kind.COUNTRY, Kind.PLACE, Kind.GROUP)
        ):
            break
        about = about or chunks[j].head not in ("between", "with")
        end = j + 2 if follows.form == "ing" else scene.clauses.list_end(j + 1)
        if follows.form == "ing" and j + 2 < len(chunks) and chunks[j + 2].is_nominal:
            end = scene.clauses.list_end(j + 2)
        while (
            end + 1 < len(chunks)
            and chunks[end].kind in (Kind.COMMA, Kind.CONJUNCTION)
            and chunks[end + 1].kind == Kind.NOUN
            and chunks[end + 1].name[:1].isupper()
        ):
            end += 2
        last, j = chunks[end - 1].last, end
    return last, about


def _inside(scene: Scene, chunk: Chunk, heads: frozenset[str]) -> Pact | None:
    """A treaty named within the name of something else ("Conference on ... of the Nuclear-Test-Ban Treaty")."""
    words = scene.sentence.words
    for at in range(chunk.first + 1, chunk.last):
        if words[at].lower() in heads and words[at][0].isupper() and words[at - 1][0].isupper():
            first = at
            while first > chunk.first and words[first - 1][0].isupper():
                first -= 1
            name = join(words[first : at + 1])
            return Pact(name, scene.sentence.span(first, at + 1), _key(name), [], scene.number, first, at + 1)
    return None


def _key(name: str) -> frozenset[str]:
    return frozenset(
        word
        for word in name.lower().replace("-", " ").replace('"', "").split()
        if word not in ("the", "of", "on", "and", "a", "between", "for", "in", "to", "new")
    )


def _same(one: Pact, other: Pact) -> bool:
    small, large = sorted((one.words, other.words), key=len)
    return (len(small) > 1 and small <= large) or small == large


def attach(pacts: Sequence[Pact], sentence: int, first: int, last: int) -> int | None:
    """The treaty named within the tokens of a sentence, else None."""
    return next((
        k for k, pact in enumerate(pacts)
        if any(where == sentence and begin < last and first < end for where, begin, end in pact.mentions)
    ), None)  # fmt: skip


def treaties(pacts: Sequence[Pact]) -> tuple[Treaty, ...]:
    """The pacts as records."""
    return tuple(Treaty(pact.name, pact.span, tuple(pact.parties)) for pact in pacts)
