"""Fit the weights of confidence to annotated articles, and show how far the confidence can be trusted.

    python bench/calibrate.py ARTICLES... --gold GOLD [--gold GOLD ...]

A logistic regression (scikit-learn, L2 with C = 0.1) of "is a report right" on its signs; right is what `kcgraph
evaluate` counts as a match. The reliability table is made of articles that the weights were not fitted to: ten folds,
all reports of an article in one fold. Needs `pip install --group bench`.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import click
from pyoxigraph import Store
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline

from kcgraph import extract, sources, text
from kcgraph.evaluate import FoundGraph, GoldArticle, read_gold
from kcgraph.evaluate.matching import matched_events
from kcgraph.graph import article_quads
from kcgraph.identify import identify
from kcgraph.model import Record
from kcgraph.resources import folder
from kcgraph.vocab import BASE, Minter

_BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_HEAD = """\
# What each sign of a report adds to the log odds that it is right (src/kcgraph/extract/confidence.py tells what the
# signs are). Fitted by bench/calibrate.py to {reports:,} reports of {articles:,} annotated articles; not to be edited.

[weights]
"""


class Example(NamedTuple):
    """One report: its article, its signs, and whether a reader wrote down the same."""

    article: str
    signs: dict[str, int]
    is_right: bool


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--gold", multiple=True, required=True, type=click.Path(exists=True, path_type=Path))
def calibrate(articles: tuple[Path, ...], gold: tuple[Path, ...]) -> None:
    """Fit seeds/lexicon/confidence.toml to annotated ARTICLES."""
    annotated = {article.identifier: article for path in gold for article in read_gold(path)}
    examples = [example for path in articles for example in _examples(path, annotated)]
    model = make_pipeline(DictVectorizer(), LogisticRegression(C=0.1, max_iter=2000))
    signs, right = [example.signs for example in examples], [example.is_right for example in examples]
    groups = [example.article for example in examples]
    foreseen = cross_val_predict(model, signs, right, groups=groups, cv=GroupKFold(10), method="predict_proba")[:, 1]
    for line in _reliability(foreseen.tolist(), right):
        click.echo(line)
    model.fit(signs, right)
    _write(model, len(examples), len(set(groups)))


def _examples(path: Path, annotated: dict[str, GoldArticle]) -> Iterator[Example]:
    for record in sources.read_input(path):
        if isinstance(record, Record) and record.identifier in annotated:
            yield from _examples_of(record, annotated[record.identifier])


def _examples_of(record: Record, gold: GoldArticle) -> Iterator[Example]:
    extraction = extract.extract(text.read(sources.read_article(record)))
    store = Store()
    store.extend(article_quads(extraction, identify(extraction), Minter(BASE)))
    found = FoundGraph(store, BASE).article(gold.identifier)
    right = {found.events[report].iri for _, report in matched_events(gold, found, record.text)}
    for event in found.events:
        report = extraction.reports[int(event.iri.rsplit("/", 1)[-1]) - 1]
        yield Example(gold.identifier, dict.fromkeys(report.signs, 1), event.iri in right)


def _reliability(foreseen: Sequence[float], right: Sequence[bool]) -> Iterator[str]:
    yield "confidence   reports  mean  right"
    for low, high in pairwise(_BINS):
        inside = [k for k, chance in enumerate(foreseen) if low <= chance < high]
        if inside:
            mean = sum(foreseen[k] for k in inside) / len(inside)
            share = sum(right[k] for k in inside) / len(inside)
            yield f"{low:.1f} to {high:.1f}  {len(inside):8,}  {mean:.2f}  {share:.2f}"
    chances = [chance if is_right else 1 - chance for chance, is_right in zip(foreseen, right, strict=True)]
    yield f"log loss {-sum(map(math.log, chances)) / len(chances):.4f}"


def _write(model: object, reports: int, articles: int) -> None:
    vectorizer, regression = model[0], model[1]  # type: ignore[index]
    weights = dict(zip(vectorizer.get_feature_names_out(), regression.coef_[0], strict=True))
    lines = [f'"{sign}" = {weight:.3f}' for sign, weight in sorted(weights.items()) if round(weight, 3)]
    path = folder("seeds") / "lexicon" / "confidence.toml"
    head = _HEAD.format(reports=reports, articles=articles) + f"base = {regression.intercept_[0]:.3f}\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    calibrate()
