"""How many articles a second one core reads and extracts, without store, and where the time goes.

    python bench/extraction.py ARTICLES... [--limit N] [--profile]

The first 100 articles are read before anything is measured, so that the knowledge files are loaded; the others come in
batches, as in a build.
"""

import cProfile
import pstats
import time
from itertools import islice
from pathlib import Path

import click

from kcgraph import extract, sources, text
from kcgraph.model import Article, Record

_WARM_UP = 100
_BATCH = 200


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--limit", default=2000, show_default=True, help="Articles to measure.")
@click.option("--profile", is_flag=True, help="The ten functions that take the most time of their own.")
def measure(articles: tuple[Path, ...], limit: int, profile: bool) -> None:
    """Measure reading and extraction of ARTICLES on one core, in time of the processor."""
    records = (item for path in articles for item in sources.read_input(path) if isinstance(item, Record))
    read = (sources.read_article(record) for record in islice(records, limit))
    _extract(list(islice(read, _WARM_UP)))
    profiler = cProfile.Profile()
    count, spent = 0, 0.0
    while batch := list(islice(read, _BATCH)):
        begun = time.process_time()
        if profile:
            profiler.runcall(_extract, batch)
        else:
            _extract(batch)
        spent += time.process_time() - begun
        count += len(batch)
    click.echo(f"{count:,} articles in {spent:.1f} s{' under the profiler' * profile}: {count / spent:.0f} a second")
    if profile:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(10)


def _extract(articles: list[Article]) -> None:
    for article in articles:
        extract.extract(text.read(article))


if __name__ == "__main__":
    measure()
