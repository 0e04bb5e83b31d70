"""The `kcgraph` command: a group whose commands are imported when they are called, so that `--help` is quick."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from kcgraph import __version__
from kcgraph.errors import KcgraphError

_COMMANDS = {
    "build": ("kcgraph.cli.build:build", "Build the graph from articles."),
    "compare-names": ("kcgraph.cli.compare_names:compare_names", "Say which pairs of names in a table are one name."),
    "coverage": ("kcgraph.cli.coverage:coverage", "List what the graph of some articles does not cover."),
    "different": ("kcgraph.cli.judge:different", "Judge that two IRIs stand for two things."),
    "evaluate": ("kcgraph.cli.evaluate:evaluate", "Score the graph against what people read."),
    "explain": ("kcgraph.cli.explain:explain", "Tell how one report was read, by which words and rules."),
    "export": ("kcgraph.cli.export:export", "Write the graph as Turtle, TriG, N-Quads, ..."),
    "judgements": ("kcgraph.cli.judge:judgements", "List what people judged."),
    "pull": ("kcgraph.cli.push:pull", "Bring the graph of a triple store elsewhere here."),
    "push": ("kcgraph.cli.push:push", "Fill a triple store elsewhere with the graph."),
    "queries": ("kcgraph.cli.ask:queries", "List the saved questions."),
    "query": ("kcgraph.cli.ask:query", "Ask a saved question."),
    "review": ("kcgraph.cli.judge:review_command", "List pairs that may be one, by how much a decision would change."),
    "same": ("kcgraph.cli.judge:same", "Judge that two IRIs stand for one thing."),
    "show": ("kcgraph.cli.ask:show", "Print a dossier of a person, place, event, ... with its evidence."),
    "undo": ("kcgraph.cli.judge:undo", "Take back a judgement."),
    "validate": ("kcgraph.cli.check:validate", "Check the graph against the shapes."),
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the name is click's
        """The names of the commands, in order."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return the command of that name, None when there is none."""
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place[0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kcgraph")
def group() -> None:
    """Read news articles into a knowledge graph of diplomacy, and ask it who met whom, and when, with the quotes that
    prove it.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 the data is wrong, 2 the call is wrong, 130 interrupted."""
    sys.exit(_run(list(sys.argv[1:] if arguments is None else arguments)))


def _run(arguments: list[str]) -> int:
    """Call the command, not through click's `main`, which ends a broken pipe with 1 and an interrupt untold."""
    try:
        with group.make_context("kcgraph", arguments) as context:
            status = group.invoke(context)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as request:
        return request.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KcgraphError as error:
        return _complain(str(error), error.exit_status)
    except (KeyboardInterrupt, click.Abort):
        return _complain("interrupted: what was finished is kept", 130)
    except BrokenPipeError:
        return _leave_quietly()
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _complain(f"{where}{error.strerror or error}", 1)


def _complain(message: str, status: int) -> int:
    click.echo(f"kcgraph: {' '.join(message.split())}", err=True)
    return status


def _leave_quietly() -> int:
    """The reader of our output has gone: nothing more can be written, so nothing more may be flushed at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
