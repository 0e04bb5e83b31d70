"""Chunks of tasks over worker processes, results in the order of the chunks."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import Protocol, TypeVar

from kcgraph.errors import DataError
from kcgraph.pipeline.work import Task

_AHEAD = 3
"""Chunks under way for each worker, so that none waits and memory stays bounded."""


class Chunk(Protocol):
    """Something that holds tasks among other things."""

    @property
    def tasks(self) -> Sequence[Task]:
        """The tasks to work on."""
        ...


C = TypeVar("C", bound=Chunk)
R = TypeVar("R")
Work = Callable[[Sequence[Task]], list[R]]


def outcomes(chunks: Iterable[C], work: Work[R], jobs: int) -> Iterator[tuple[C, list[R]]]:
    """Each chunk with what `work` makes of its tasks: one outcome each, in order.

    With one job, or one chunk with tasks, no process is started; else `work` and the outcomes must pickle.
    Raises DataError when a worker process dies.
    """
    source = iter(chunks)
    first, is_worth_a_crew = _first_chunks(source)
    if jobs > 1 and is_worth_a_crew:
        yield from _over_processes(chain(first, source), work, jobs)
        return
    for chunk in chain(first, source):
        yield chunk, work(chunk.tasks)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _first_chunks(source: Iterator[C]) -> tuple[list[C], bool]:
    """The chunks up to the second with tasks, and whether there is one: a single chunk is not worth a process."""
    taken: list[C] = []
    for chunk in source:
        taken.append(chunk)
        if sum(bool(one.tasks) for one in taken) == 2:
            return taken, True
    return taken, False


def _over_processes(chunks: Iterable[C], work: Work[R], jobs: int) -> Iterator[tuple[C, list[R]]]:
    context = multiprocessing.get_context("spawn")
    under_way: deque[tuple[C, Future[list[R]]]] = deque()
    executor = ProcessPoolExecutor(jobs, mp_context=context, initializer=_follow_parent)
    try:
        for chunk in chunks:
            under_way.append((chunk, executor.submit(work, chunk.tasks)))
            if len(under_way) >= jobs * _AHEAD:
                yield _finished(under_way)
        while under_way:
            yield _finished(under_way)
    except BrokenProcessPool as error:
        raise DataError(
            "a worker process was killed (by hand or for want of memory): what was finished is kept, run the same "
            "command again, with fewer --jobs if memory was short"
        ) from error
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _finished(under_way: deque[tuple[C, Future[list[R]]]]) -> tuple[C, list[R]]:
    chunk, future = under_way.popleft()
    return chunk, future.result()


def _follow_parent() -> None:
    """End this worker when its parent is killed, and leave Ctrl-C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def follow() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
