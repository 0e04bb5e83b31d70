"""Leads that sum up the statements of several bodies or persons, who are told one by one afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from kcgraph.extract.dating import date_of
from kcgraph.extract.patterns import singular
from kcgraph.extract.scene import Scene
from kcgraph.extract.wordlists import words
from kcgraph.model import EventDate

# The summary stands in the first sentence or the second.
_LEAD = 2
_DAY = len("2012-05-03")


@dataclass(frozen=True, slots=True)
class Summary:
    """A line like `Personages of Sweden on July 25 issued statements`: its sentence and its date."""

    sentence: int
    date: EventDate | None


def summary_of(scenes: Sequence[Scene]) -> Summary | None:
    """The summary that the lead of an article gives of statements, None when it gives none."""
    for scene in scenes[:_LEAD]:
        for v, verb, frame in scene.verbs():
            if verb.head not in words("saying", "summing_up") or not _is_of_several(scene, v):
                continue
            date = date_of(frame, "Occurred", scene.cast.reading.today)
            return Summary(scene.number, date if date is not None and len(date.edtf) >= _DAY else None)
    return None


def _is_of_several(scene: Scene, v: int) -> bool:
    slots = scene.frames[v].slots
    texts = slots.get("object", ())
    issued = any(chunk.head in words("saying", "texts_of_several") for chunk in texts)
    named = any(chunk.head in words("conditions", "several_bodies") for chunk in slots.get("subject", ()))
    return issued and named and all(singular(chunk.head) != chunk.head for chunk in texts)
