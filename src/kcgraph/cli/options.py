"""Options that several commands share."""

from pathlib import Path

import click

from kcgraph.store import DEFAULT_FOLDER, StoreFolder


def tell_if_unfinished(folder: StoreFolder) -> None:
    """Say so on standard error when a build of the store is under way or was interrupted."""
    if folder.is_unfinished:
        state = "is running or was interrupted (run it again): this is the state before it"
        click.echo(f"kcgraph: a build of {folder.path} {state}", err=True)


store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    default=DEFAULT_FOLDER,
    show_default=True,
    metavar="DIR",
    help="The folder of the store.",
)

articles_option = click.option(
    "--articles",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="INPUT",
    help="Where the texts of the articles are, once for each file or folder.  [default: what the store was built from]",
)

judgements_option = click.option(
    "--judgements",
    type=click.Path(path_type=Path),
    envvar="KCGRAPH_JUDGEMENTS",
    metavar="DIR",
    help="The folder of people's judgements; KCGRAPH_JUDGEMENTS says it for all commands.  "
    "[default: judgements in the store]",
)

timeout_option = click.option(
    "--timeout",
    "seconds",
    type=click.FloatRange(min=1),
    default=120.0,
    show_default=True,
    metavar="SECONDS",
    help="How long one request may take.",
)
