"""Frames of a verb and of its event noun put together."""

from kcgraph.extract.clauses import Frame


def copy_of(frame: Frame) -> Frame:
    """A frame that may be added to."""
    slots = {slot: list(chunks) for slot, chunks in frame.slots.items()}
    return Frame(slots, list(frame.times), frame.first, frame.last, frame.is_here, frame.anchor)


def with_noun(frame: Frame, noun: Frame) -> Frame:
    """The verb's frame completed by the phrases of its event noun ("paid a visit to ...", "held talks with ...")."""
    merged = copy_of(frame)
    merged.last = max(frame.last, noun.last)
    merged.is_here = frame.is_here or noun.is_here
    merged.anchor = noun.anchor
    for slot, chunks in noun.slots.items():
        key = f"object.{slot}" if slot in ("of", "possessor") else slot
        present = merged.slots.get(key, [])
        merged.add(key, [chunk for chunk in chunks if all(chunk is not other for other in present)])
    merged.times += [pair for pair in noun.times if all(pair[1] is not other for _, other in merged.times)]
    return merged


def with_support(noun: Frame, support: Frame, name: str, slot: str, own: Frame) -> Frame:
    """The frame of an event noun completed by the verb that carries it in its `slot`.

    `noun` is what was put together so far, `own` the noun's phrases alone: they go first. `name` is the class of the
    support verb, whose subject stands in the slot "subject of <name>".
    """
    found = with_noun(support, noun)
    found.anchor = own.anchor
    for key in ("subject", "object", "object2"):
        found.slots.pop(key, None)
    found.slots.update({key: list(chunks) for key, chunks in noun.slots.items() if key.startswith("subject of ")})
    if slot != "subject":
        found.add(f"subject of {name}", support.slots.get("subject", []))
    found.slots.update({key: list(chunks) for key, chunks in own.slots.items()})
    return found
