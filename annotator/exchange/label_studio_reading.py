"""Read Label Studio's JSON: tasks with their annotations; skipped work and predictions stay out.

Whose the annotations are is told by the names that annotate wrote, else by `completed_by`.
"""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from annotator.exchange.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingRelation,
    Read,
    Refusal,
    Source,
    attributes_of,
)
from annotator.exchange.json_source import json_array_lines, json_items, one_a_line
from annotator.exchange.label_studio import OTHER, control_name
from annotator.text.meta import meta_in

_NAME_LIMIT = 64
"""Bytes: the name of an annotator has no more."""
_SPAN_TYPES = ("labels", "hypertextlabels", "paragraphlabels")


class Result(Struct, frozen=True):
    """A region, a detail of one, or a relation."""

    type: str = ""
    id: str = ""
    from_name: str = ""
    value: dict[str, Any] = {}
    meta: Any = None
    from_id: str = ""
    to_id: str = ""
    labels: list[str] | None = None


class Work(Struct, frozen=True):
    """What one annotator did with a task."""

    result: list[Result] = []
    was_cancelled: bool = False
    completed_by: Any = None


class Task(Struct, frozen=True):
    """A text with what was done with it. `completions` is what old versions call annotations."""

    data: dict[str, Any]
    annotations: list[Work] | None = None
    completions: list[Work] | None = None
    predictions: Any = None
    meta: Any = None


def read(source: Source) -> Read:
    """Yield a record for each task."""
    tasks = (json_array_lines if one_a_line(source) else json_items)(source, Task)
    for number, task in tasks:
        if isinstance(task, Refusal):
            yield task
            continue
        text = task.data.get("text")
        if not isinstance(text, str):
            texts = [value for value in task.data.values() if isinstance(value, str)]
            text = max(texts, key=len, default="")
        if text:
            yield from _record(task, text, number)
        else:
            yield Refusal(number, "no text in the task's `data`")


def _record(task: Task, text: str, number: int) -> Read:
    meta = task.meta if isinstance(task.meta, dict) else {}
    names = meta.get("annotators")
    works = [*(task.annotations or ()), *(task.completions or ())]
    known = isinstance(names, list) and len(names) == len(works)
    annotations: list[IncomingAnnotation] = []
    relations: list[IncomingRelation] = []
    for index, work in enumerate(works):
        if work.was_cancelled:
            yield Refusal(number, "skipped by its annotator", meant=True)
            continue
        by = str(names[index]) if known and isinstance(names, list) else _who(work.completed_by)
        for made in _work(work, f"{index}/", by, number):
            if isinstance(made, Refusal):
                yield made
            elif isinstance(made, IncomingAnnotation):
                annotations.append(made)
            else:
                relations.append(made)
    for _ in range(_predicted(task.predictions)):
        yield Refusal(number, "a prediction", meant=True)
    article = task.data.get("article")
    yield Incoming(
        line=number,
        article=article if isinstance(article, str) else "",
        text=text,
        meta=meta_in(meta),
        annotations=annotations,
        relations=relations,
    )


def _who(told: object) -> str:
    """Return the name of who did the work: of the address, else of the number; "" if none is."""
    number, address = told, told
    if isinstance(told, dict):
        number, address = told.get("id"), told.get("email")
    if isinstance(address, str) and address:
        name = re.sub(r"[^\w.-]", "-", address)
        return name.encode(errors="replace")[:_NAME_LIMIT].decode(errors="ignore")
    is_number = isinstance(number, int) and not isinstance(number, bool)
    return f"label-studio-{number}" if is_number else ""


def _predicted(predictions: object) -> int:
    """Return how many spans a model has labelled; a prediction that is only named counts as one."""
    count = 0
    for made in predictions if isinstance(predictions, list) else ():
        result = made.get("result") if isinstance(made, dict) else None
        if isinstance(result, list):
            count += sum(isinstance(r, dict) and r.get("type") in _SPAN_TYPES for r in result)
        else:
            count += 1
    return count


def _work(
    work: Work, scope: str, by: str, number: int
) -> Iterator[IncomingAnnotation | IncomingRelation | Refusal]:
    attributes: dict[str, dict[str, Any]] = {}
    for result in work.result:
        if result.type not in (*_SPAN_TYPES, "relation") and result.from_name:
            attributes.setdefault(result.id, {})[_name(result.from_name)] = _value(result)
    for result in work.result:
        if result.type == "relation":
            for name in result.labels or ["relation"]:
                yield IncomingRelation(
                    relation=name,
                    source=scope + result.from_id,
                    target=scope + result.to_id,
                    by=by,
                    line=number,
                )
        elif result.type in _SPAN_TYPES:
            yield from _regions(result, scope, by, (number, attributes.get(result.id, {})))


def _regions(
    result: Result, scope: str, by: str, other: tuple[int, dict[str, Any]]
) -> Iterator[IncomingAnnotation | Refusal]:
    number, attributes = other
    value = result.value
    places = value.get("globalOffsets") or value
    try:
        start, end = (msgspec.convert(places.get(key), int) for key in ("start", "end"))
    except (msgspec.ValidationError, AttributeError):
        what = f"region {result.id}: its offsets are places in a web page, not in a text"
        yield Refusal(number, what)
        return
    meta = result.meta if isinstance(result.meta, dict) else {}
    told = meta.get("text", "")
    note = "\n".join(map(str, told)) if isinstance(told, list) else str(told)
    labels = value.get(result.type) or value.get("labels")
    for index, label in enumerate(labels if isinstance(labels, list) else []):
        yield IncomingAnnotation(
            label=str(label),
            start=start,
            end=end,
            quote=value["text"] if isinstance(value.get("text"), str) else "",
            key=scope + result.id if result.id and index == 0 else "",
            attributes=attributes_of(attributes),
            note=note,
            by=by,
            line=number,
        )


def _name(control: str) -> str:
    own = control.removeprefix(OTHER)
    return own if control_name(own) == control else control


def _value(result: Result) -> Any:  # noqa: ANN401 - any JSON
    """Return what a detail of a region says: one value where it has one."""
    told = result.value.get({"textarea": "text"}.get(result.type, result.type))
    return told[0] if isinstance(told, list) and len(told) == 1 else told
