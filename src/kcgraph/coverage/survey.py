"""All articles of the inputs, read and extracted without a store."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from kcgraph.coverage.gaps import gaps_of_all
from kcgraph.coverage.tally import Coverage
from kcgraph.model import Reject
from kcgraph.pipeline import Monitor
from kcgraph.pipeline.crew import cores, outcomes
from kcgraph.pipeline.intake import chunks, open_inputs
from kcgraph.pipeline.work import Refusal


def survey(inputs: Sequence[Path], examples: int, limit: int, jobs: int, monitor: Monitor) -> Coverage:
    """What no report covers in the articles of `inputs`, a record that is there twice counted once.

    `jobs` is the number of worker processes, 0 for one each core; the result does not depend on it. At most `examples`
    are kept of each gap and `limit` of the articles that tell of nothing. Raises CallError and InputError for inputs
    that can't be read, as a build does, and DataError when a worker was killed.
    """
    coverage = Coverage(examples, limit)
    found = open_inputs(inputs)
    monitor.stage("reading articles")
    for chunk, results in outcomes(chunks(found, {}, ""), partial(gaps_of_all, examples), jobs or cores()):
        coverage.rejects += [item for item in chunk.items if isinstance(item, Reject)]
        for result in results:
            if isinstance(result, Refusal):
                coverage.rejects.append(result.reject)
            else:
                coverage.add(result)
        monitor.advance(len(chunk.items))
    return coverage
