"""How long work is going: a line with counts and rate on standard error, on a terminal only."""

import contextlib
from collections.abc import Iterator

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, Task, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text


class _Rate(TextColumn):
    """Items and items a second, while there are any."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Task) -> Text:
        """The text of the column."""
        if not task.completed:
            return Text("")
        speed = f", {task.speed:,.0f}/s" if task.speed else ""
        return Text(f"{task.completed:,.0f}{speed}")


class ProgressMonitor:
    """Shows the stage under way and how many records it has done."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task: TaskID | None = None

    def stage(self, name: str) -> None:
        """Show a new stage in place of the last."""
        if self._task is not None:
            self._progress.remove_task(self._task)
        self._task = self._progress.add_task(name, total=None)

    def advance(self, records: int) -> None:
        """Count so many more."""
        if self._task is not None:
            self._progress.advance(self._task, records)


@contextlib.contextmanager
def shown_progress() -> Iterator[ProgressMonitor]:
    """A monitor whose line goes away when the work is done."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), _Rate(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield ProgressMonitor(progress)
