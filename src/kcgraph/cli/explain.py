"""`kcgraph explain`: how one report came about."""

import json
from pathlib import Path

import click

from kcgraph.cli.options import articles_option, store_option, tell_if_unfinished
from kcgraph.explain import account_lines, account_record
from kcgraph.explain import explain as run_explain
from kcgraph.store import find


@click.command(
    epilog="A store holds quotes and no texts, so that the article is looked up in what the store was built from and "
    "read once more."
)
@click.argument("report")
@store_option
@articles_option
@click.option("--json", "as_json", is_flag=True, help="The explanation as JSON.")
def explain(report: str, store: Path, articles: tuple[Path, ...], as_json: bool) -> None:
    """Tell how REPORT (an IRI, report/ID/N or article/ID/report/N) was read: its sentences with each mention in
    brackets, its pattern, which words gave date, place and each participant, and what its confidence is made of.
    """
    folder = find(store)
    tell_if_unfinished(folder)
    explanation = run_explain(folder, report, articles)
    if as_json:
        click.echo(json.dumps(account_record(explanation), ensure_ascii=False, indent=1))
        return
    for line in account_lines(explanation):
        click.echo(line)
