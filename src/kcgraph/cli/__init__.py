"""The command line. Only this package prints and exits."""

from kcgraph.cli.main import main

__all__ = ["main"]
