"""Read Label Studio's JSON: tasks with their annotations; skipped work and predictions stay out."""

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


class Task(Struct, frozen=True):
    """A text with what was done with it. `completions` is what old versions call annotations."""

    data: dict[str, Any]
    annotations: list[Work] | None = None
    completions: list[Work] | None = None
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
        by = str(names[index]) if known and isinstance(names, list) else ""
        for made in _work(work, f"{index}/", by, number):
            if isinstance(made, Refusal):
                yield made
            elif isinstance(made, IncomingAnnotation):
                annotations.append(made)
            else:
                relations.append(made)
    article = task.data.get("article")
    yield Incoming(
        line=number,
        article=article if isinstance(article, str) else "",
        text=text,
        meta=meta_in(meta),
        annotations=annotations,
        relations=relations,
    )


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
