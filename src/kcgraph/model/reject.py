"""What could not be used, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reject:
    """One file, record or article that was passed over; the rest goes on.

    `origin` is the file (and line), `identifier` the article's where one is known, `stage` the step that refused it
    (`sources`, `extract`, `validate`, ...), `reason` one sentence: what is wrong and what to do.
    """

    origin: str
    identifier: str | None
    stage: str
    reason: str
