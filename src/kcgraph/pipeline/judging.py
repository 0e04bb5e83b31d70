"""What a person decides, kept as a file and applied at once to the index in use; no article is read again."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kcgraph import judgements as files
from kcgraph.errors import CallError
from kcgraph.merge import quote
from kcgraph.model import Judgement
from kcgraph.pipeline.derive import Computation, can_be_rejudged, rejudge
from kcgraph.store import StoreFolder, find, holding, reading
from kcgraph.vocab import Minter

Stage = Callable[[str], None]


def judged(store: Path, folder: Path | None = None) -> tuple[Judgement, ...]:
    """The judgements of the store at `store`, or of `folder`. Raises JudgementError when one is malformed."""
    found = find(store)
    return files.read(folder or found.judgements, Minter(found.base))


def judge(store: Path, judgement: Judgement, folder: Path | None, on_stage: Stage) -> Judgement:
    """Keep a judgement and apply it; return it, or the equal one that was there before.

    Raises CallError when it is of something that occurs nowhere or that can't be judged, JudgementError (with the
    chain that shows why) when it contradicts what is known; then nothing has changed.
    """
    with _changing(store, folder) as held:
        for known in held.judgements:
            if (known.pair, known.is_same) == (judgement.pair, judgement.is_same):
                return known
        with reading(store) as opened:
            on_stage("reading what articles say")
            computation = Computation(opened, held.minter)
            identities = computation.identities(held.judgements)
            for iri in judgement.pair:
                if identities.kind(iri) is None:
                    occurs = iri in computation.tables.classes or iri in computation.described
                    raise CallError(_can_not_be_judged(iri, occurs))
            identities.check(judgement)
            on_stage("merging events")
            wanted = [*held.judgements, judgement]
            graphs = computation.graphs(wanted)
        path = files.write(held.directory, judgement, held.minter)
        try:
            on_stage("changing the index")
            rejudge(held.folder, graphs, wanted)
        except BaseException:
            path.unlink()
            raise
    return judgement


def withdraw(store: Path, judgements: Sequence[Judgement], folder: Path | None, on_stage: Stage) -> None:
    """Take back judgements, as if they had never been made. Raises JudgementError when a file can't be deleted."""
    with _changing(store, folder) as held:
        wanted = [known for known in held.judgements if known not in judgements]
        with reading(store) as opened:
            on_stage("merging events")
            graphs = Computation(opened, held.minter).graphs(wanted)
        for judgement in judgements:
            files.remove(judgement)
        try:
            on_stage("changing the index")
            rejudge(held.folder, graphs, wanted)
        except BaseException:
            for judgement in judgements:
                files.write(held.directory, judgement, held.minter)
            raise


@dataclass(frozen=True, slots=True)
class Side:
    """One of a pair in review: its name, the articles that mention it, and words that show it with where they stand."""

    iri: str
    name: str
    articles: int
    quote: str
    told_in: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that may be one: `first` would stay, and `change` of the second's mentions and claims become its own."""

    change: int
    first: Side
    second: Side
    why: str


def review(store: Path, folder: Path | None, limit: int | None, on_stage: Stage) -> list[Pair]:
    """The pairs that wait for a judgement, at most `limit`, those first whose decision changes most.

    Raises JudgementError when the judgements that there are contradict each other.
    """
    judgements = judged(store, folder)
    with reading(store) as opened:
        on_stage("reading what articles say")
        computation = Computation(opened, Minter(find(store).base))
        doubts = computation.doubts(judgements)[:limit]

        def side(iri: str) -> Side:
            words, told_in = quote(opened, iri) or ("", "")
            return Side(iri, computation.name(iri), len(computation.tables.articles.get(iri, ())), words, told_in)

        return [Pair(doubt.change, side(doubt.first), side(doubt.second), doubt.why) for doubt in doubts]


@dataclass(frozen=True, slots=True)
class _Held:
    folder: StoreFolder
    directory: Path
    minter: Minter
    judgements: tuple[Judgement, ...]


@contextlib.contextmanager
def _changing(store: Path, folder: Path | None) -> Iterator[_Held]:
    """Hold a store that has an index, with the judgements in force."""
    with holding(store) as found:
        if found.index_key is None:
            raise CallError(f"store {store} holds nothing yet: run 'kcgraph build INPUT... --store {store}' first")
        if not can_be_rejudged(found):
            raise CallError(f"store {store} was built before there were judgements: run 'kcgraph build' on it again")
        minter = Minter(found.base)
        directory = folder or found.judgements
        yield _Held(found, directory, minter, files.read(directory, minter))


def _can_not_be_judged(iri: str, occurs: bool) -> str:
    if occurs:
        return f"{iri} is no person, organization, place or treaty: judgements are about these alone"
    return f"{iri} is named by no article and is no row of the reference data: give something that occurs in the store"
