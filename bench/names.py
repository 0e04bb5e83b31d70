"""How good and how fast names are compared, beside what common tools do.

    python bench/names.py [--pairs N] [--people FILE]

Prints the score of `kcgraph compare-names` on seeds/evaluation/names.csv, that of rapidfuzz's token_sort_ratio at 50
and at the threshold that suits it best on these very pairs (0, yes to everything, when none helps), and pairs a second
of the whole command (start, reading and writing of the CSV file included): of names that come again and again, and of
Korean names most of which come once.

--people is a CSV file with the columns qid, name, country and other_names (parted by |): then also how many of the
pairs of names of one person are answered yes, and how many of different people. Needs `pip install --group bench`.
"""

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import click
from rapidfuzz.fuzz import token_sort_ratio

from kcgraph.evaluate.pairs import Judged, PairScore, score_pairs
from kcgraph.names import Sameness, compare, name_keys, script_of
from kcgraph.namesakes import namesakes
from kcgraph.resources import folder

GIVEN = tuple("Jong Yong Song Chol Il Kwang Myong Su Hyon Ryong Un Nam Ho Gil Hyok Min Won Hui Sik Ryol".split())  # noqa: SIM905
SURNAMES = tuple("Kim Ri Pak Choe Jong Kang Jo Yun Jang Rim Han O So Sin Kwon Hwang".split())  # noqa: SIM905


@click.command()
@click.option("--pairs", default=50_000, show_default=True, help="Pairs to measure the command on.")
@click.option("--people", type=click.Path(exists=True, path_type=Path), help="A table of people with their names.")
def measure(pairs: int, people: Path | None) -> None:
    """Measure the comparison of names."""
    with (folder("seeds") / "evaluation" / "names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    click.echo(_told("kcgraph compare-names", _score(rows, lambda a, b: namesakes().compare(a, b).same)))
    best = max(range(101), key=lambda limit: _score(rows, _by_ratio(limit))["all"].f1)
    for limit in (50, best):
        click.echo(_told(f"token_sort_ratio >= {limit}", _score(rows, _by_ratio(limit))))
    names = [row[side] for row in rows for side in ("first", "second")]
    drawn = random.Random(1)
    click.echo(f"names that come again: {_speed(pairs, [*names, *(_made(drawn) for _ in range(3000))])}")
    click.echo(f"names that come once: {_speed(pairs, [_made(drawn) for _ in range(2 * pairs)])}")
    if people is not None:
        for line in _of_one_person(people):
            click.echo(line)


def _by_ratio(limit: int) -> Callable[[str, str], Sameness]:
    def answer(first: str, second: str) -> Sameness:
        return Sameness.YES if token_sort_ratio(first.lower(), second.lower()) >= limit else Sameness.NO

    return answer


def _score(rows: list[dict[str, str]], answer: Callable[[str, str], Sameness]) -> dict[str, PairScore]:
    judged = [Judged(Sameness(row["same"]), answer(row["first"], row["second"]), (row["language"],)) for row in rows]
    return {score.group: score for score in score_pairs(judged)}


def _told(what: str, scores: dict[str, PairScore]) -> str:
    told = [f"{name} P {one.precision:.2f} R {one.recall:.2f} F1 {one.f1:.3f}" for name, one in scores.items()]
    return f"{what}: {'; '.join(told[:2])}"


def _speed(count: int, names: list[str]) -> str:
    drawn = random.Random(1)
    with tempfile.TemporaryDirectory() as folder_:
        source, target = Path(folder_) / "in.csv", Path(folder_) / "out.csv"
        with source.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["first", "second"])
            writer.writerows((drawn.choice(names), drawn.choice(names)) for _ in range(count))
        command = [sys.executable, "-m", "kcgraph", "compare-names", str(source), "-o", str(target)]
        begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True)
        passed, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{count:,} pairs: {count / passed:,.0f} a second of the clock, {count / spent:,.0f} of the processor"


def _made(drawn: random.Random) -> str:
    surname, one, other = drawn.choice(SURNAMES), drawn.choice(GIVEN), drawn.choice(GIVEN)
    spellings = (f"{one} {other}", f"{one}-{other.lower()}", f"{one}{other.lower()}", f"{one}-{other}")
    return f"{surname} {drawn.choice(spellings)}"


def _of_one_person(path: Path) -> list[str]:
    spelled: dict[str, set[str]] = defaultdict(set)
    country = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spelled[row["qid"]] |= {row["name"], *filter(None, row["other_names"].split("|"))}
            country[row["qid"]] = row.get("country", "")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for qid, names in spelled.items():
        for one, other in combinations(sorted(names), 2):
            scripts = " and ".join(sorted({script_of(one), script_of(other)}))
            counts[f"{country[qid]}, {scripts}"][compare(one, other).same.value] += 1
    lines = [f"{group}: {dict(found)}" for group, found in sorted(counts.items()) if found.total() >= 20]
    index: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for qid, names in spelled.items():
        for name in names:
            for key in name_keys(name):
                index[key].add((qid, name))
    near = {tuple(sorted(pair)) for bearers in index.values() for pair in combinations(sorted(bearers), 2)}
    merged = sum(one[0] != other[0] and compare(one[1], other[1]).same is Sameness.YES for one, other in near)
    differ = sum(one[0] != other[0] for one, other in near)
    return [*lines, f"of {differ:,} pairs of names of different people that share a key, {merged:,} are answered yes"]


if __name__ == "__main__":
    measure()
