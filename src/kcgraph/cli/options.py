"""Options that several commands share."""

from pathlib import Path

import click

from kcgraph.store import DEFAULT_FOLDER

store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    default=DEFAULT_FOLDER,
    show_default=True,
    metavar="DIR",
    help="The folder of the store.",
)
