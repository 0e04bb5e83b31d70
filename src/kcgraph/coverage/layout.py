"""The tables of a coverage as lines for people, as CSV and as JSON values."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kcgraph.coverage.tally import Coverage, Example, Gap, worst
from kcgraph.coverage.triggers import Trigger
from kcgraph.query.layout import aligned, visible

_DIGITS = 4
_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows of names, gap and examples under the titles of the names; a count alone where there is no share."""

    key: str
    title: str
    names: tuple[str, ...]
    counts: tuple[str, ...]
    rows: Sequence[tuple[tuple[str, ...], Gap]]


def _tables(coverage: Coverage) -> Iterator[_Table]:
    limit = coverage.limit
    triggers = worst(coverage.triggers, limit)
    yield _Table(
        "triggers",
        "Trigger words in sentences of which no report came",
        ("trigger", "kind"),
        ("sentences", "without", "share"),
        [((word, kind), gap) for (kind, word), gap in triggers],
    )
    yield _Table(
        "silent",
        f"Articles without an event though the headline has a trigger word ({coverage.silent_count:,})",
        ("article", "triggers"),
        (),
        [((example.article, _listed(words)), Gap(1, 1, [example])) for example, words in coverage.silent],
    )
    yield _Table(
        "names",
        "Capitalized sequences that no mention covers",
        ("sequence",),
        ("times",),
        [((name,), gap) for name, gap in worst(coverage.names, limit)],
    )
    yield _Table(
        "events",
        "Reports without a participant",
        ("class", "pattern"),
        ("reports", "without", "share"),
        [(key, gap) for key, gap in worst(coverage.events, limit)],
    )


def coverage_lines(coverage: Coverage) -> Iterator[str]:
    """A line about all, then each table with its examples below each row."""
    yield f"{coverage.articles:,} articles, {coverage.sentences:,} sentences, {coverage.reports:,} reports"
    for table in _tables(coverage):
        yield ""
        yield table.title
        yield from _lines(table)


def _lines(table: _Table) -> Iterator[str]:
    if not table.rows:
        yield "  none"
        return
    cells = [[*map(visible, names), *_figures(table, gap)] for names, gap in table.rows]
    head, *rows = aligned([*table.names, *table.counts], cells)
    yield f"  {head}"
    for row, (names, gap) in zip(rows, table.rows, strict=True):
        yield f"  {row}"
        articles = [visible(example.article) for example in gap.examples if example.words is None]
        if articles:
            yield f"      [{', '.join(articles)}]"
        for example in gap.examples:
            if example.words is not None:
                where = "" if example.article in names else f"  [{visible(example.article)}]"
                yield f"      {visible(example.words)}{where}"


def _figures(table: _Table, gap: Gap) -> list[str]:
    figures = [str(gap.met), str(gap.missed), f"{gap.share:.2f}"]
    return figures[: len(table.counts)]


def coverage_csv(coverage: Coverage) -> Iterator[str]:
    """One table of all rows under a header line, for every row which table it is of."""
    yield _csv_line(["table", "name", "kind", "met", "missed", "share", "articles", "examples"])
    for table in _tables(coverage):
        for names, gap in table.rows:
            name, kind = (names[1], names[0]) if table.key == "events" else (names[0], "".join(names[1:]))
            articles = _BETWEEN.join(dict.fromkeys(example.article for example in gap.examples))
            words = _BETWEEN.join(example.words for example in gap.examples if example.words is not None)
            share = f"{gap.share:.{_DIGITS}f}"
            yield _csv_line([table.key, name, kind, str(gap.met), str(gap.missed), share, articles, words])


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([visible(cell) for cell in cells])
    return line.getvalue()


def coverage_record(coverage: Coverage) -> dict[str, object]:
    """The same as JSON values."""
    return {
        "articles": coverage.articles,
        "sentences": coverage.sentences,
        "reports": coverage.reports,
        "rejects": len(coverage.rejects),
        "silent_articles": coverage.silent_count,
        **{table.key: [_row(table, names, gap) for names, gap in table.rows] for table in _tables(coverage)},
    }


def _row(table: _Table, names: tuple[str, ...], gap: Gap) -> dict[str, object]:
    named: dict[str, object] = dict(zip(table.names, names, strict=True))
    figures = dict(zip(table.counts, (gap.met, gap.missed, round(gap.share, _DIGITS)), strict=False))
    return {**named, **figures, "examples": [_example(example) for example in gap.examples]}


def _example(example: Example) -> dict[str, str]:
    words = {} if example.words is None else {"words": example.words}
    return {"article": example.article, **words}


def _listed(triggers: Sequence[Trigger]) -> str:
    return ", ".join(word for _, word in triggers)
