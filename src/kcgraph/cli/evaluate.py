"""`kcgraph evaluate`: how good a store is."""

import json
from pathlib import Path

import click

from kcgraph.cli.options import articles_option, store_option, tell_if_unfinished
from kcgraph.errors import CallError
from kcgraph.evaluate import FoundGraph, read_gold, score_lines, score_record
from kcgraph.evaluate import evaluate as run_evaluate
from kcgraph.originals import originals
from kcgraph.store import find, reading


@click.command(
    epilog="A fact is right when it is what a reader wrote down: README.md tells what each measure asks for. A store "
    "holds quotes and no texts, so that the articles are looked up in what the store was built from."
)
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("where", metavar="[STORE]", required=False, type=click.Path(path_type=Path))
@store_option
@articles_option
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
@click.pass_context
def evaluate(
    context: click.Context,
    gold: Path,
    where: Path | None,
    store: Path,
    articles: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Score a store against the annotations of the file GOLD: precision and recall of events, people, statements and
    treaties, by event class and by outlet, and whether the confidence of reports can be trusted.
    """
    if where is not None:
        if context.get_parameter_source("store") is click.core.ParameterSource.COMMANDLINE:
            raise CallError(f"the store is given twice, as {where} and as --store {store}: give it once")
        store = where
    annotated = read_gold(gold)
    folder = find(store)
    tell_if_unfinished(folder)
    records = originals(folder, [article.identifier for article in annotated], articles)
    texts = {identifier: record.text for identifier, record in records.items()}
    with reading(store) as graph:
        scores = run_evaluate(annotated, FoundGraph(graph, folder.base).article, texts)
    if as_json:
        click.echo(json.dumps(score_record(scores), ensure_ascii=False, indent=1))
        return
    for line in score_lines(scores):
        click.echo(line)
