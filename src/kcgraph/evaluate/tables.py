"""The scores as lines for people and as JSON values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kcgraph.evaluate.measures import BINS, Bin, Count, Scores, Share

_DIGITS = 4
_NO_OUTLET = "(no outlet)"


def score_lines(scores: Scores) -> Iterator[str]:
    """All tables, a blank line between them."""
    yield from _about(scores)
    yield ""
    yield from _counts("measure", scores.measures)
    yield ""
    yield from _aligned(["accuracy", "right", "of", "share"], map(_accuracy_row, sorted(_shares(scores).items())))
    yield ""
    yield from _counts("event class", _by_size(scores.classes))
    yield ""
    yield from _counts("outlet", {name or _NO_OUTLET: count for name, count in _by_size(scores.outlets).items()})
    if scores.has_confidence:
        yield ""
        header = ["confidence", "reports", "matched", "share", "promised"]
        yield from _aligned(header, [_bin_row(number, one) for number, one in enumerate(scores.reliability)])


def score_record(scores: Scores) -> dict[str, object]:
    """The same as JSON values, shares rounded to four digits; null where there is nothing to share."""
    return {
        "articles": scores.articles,
        "absent": scores.absent,
        "texts": scores.texts,
        **{name: _count_record(count) for name, count in scores.measures.items()},
        "accuracy": {name: _share_record(share) for name, share in sorted(scores.accuracy.items())},
        "evidence": _share_record(scores.evidence),
        "classes": {name: _count_record(count) for name, count in _by_size(scores.classes).items()},
        "outlets": {name: _count_record(count) for name, count in _by_size(scores.outlets).items()},
        "reliability": [_bin_record(number, one) for number, one in enumerate(scores.reliability)],
    }


def _about(scores: Scores) -> Iterator[str]:
    absent = f", {scores.absent:,} of them not in the store" if scores.absent else ""
    yield f"{scores.articles:,} annotated articles{absent}"
    if scores.texts < scores.articles:
        yield (
            f"The text of {scores.articles - scores.texts:,} is not at hand (give --articles): quotes of these are "
            "compared word by word, and not looked up"
        )


def _shares(scores: Scores) -> dict[str, Share]:
    return {**scores.accuracy, "evidence": scores.evidence}


def _by_size(counts: Mapping[str, Count]) -> dict[str, Count]:
    """Those with most annotated events first, equals by name."""
    return dict(sorted(counts.items(), key=lambda item: (-(item[1].right + item[1].missed), item[0])))


def _counts(title: str, counts: Mapping[str, Count]) -> Iterator[str]:
    header = [title, "P", "R", "F1", "right", "extra", "missed"]
    return _aligned(header, [_count_row(name, count) for name, count in counts.items()])


def _count_row(name: str, count: Count) -> list[str]:
    shares = (f"{value:.3f}" for value in (count.precision, count.recall, count.f1))
    return [name, *shares, *map(str, (count.right, count.extra, count.missed))]


def _accuracy_row(item: tuple[str, Share]) -> list[str]:
    name, share = item
    return [name, str(share.right), str(share.of), _shown(share.value)]


def _bin_row(number: int, one: Bin) -> list[str]:
    end = _end(number)
    interval = f"{one.start:.1f} to {end:.1f}" if one.start else f"below {end:.1f}"
    return [interval, str(one.reports), str(one.matched), _shown(one.share), _shown(one.mean_confidence)]


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _end(number: int) -> float:
    return BINS[number + 1] if number + 1 < len(BINS) else 1.0


def _aligned(header: Sequence[str], rows: Iterable[list[str]]) -> Iterator[str]:
    """A header and one line a row: the name to the left, figures to the right."""
    table = [list(header), *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for name, *figures in table:
        cells = (cell.rjust(width) for cell, width in zip(figures, widths[1:], strict=True))
        yield "  ".join([name.ljust(widths[0]), *cells])


def _count_record(count: Count) -> dict[str, object]:
    return {
        "precision": round(count.precision, _DIGITS),
        "recall": round(count.recall, _DIGITS),
        "f1": round(count.f1, _DIGITS),
        "right": count.right,
        "extra": count.extra,
        "missed": count.missed,
    }


def _share_record(share: Share) -> dict[str, object]:
    return {"right": share.right, "of": share.of, "share": _rounded(share.value)}


def _bin_record(number: int, one: Bin) -> dict[str, object]:
    return {
        "from": one.start,
        "to": _end(number),
        "reports": one.reports,
        "matched": one.matched,
        "share": _rounded(one.share),
        "promised": _rounded(one.mean_confidence),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
