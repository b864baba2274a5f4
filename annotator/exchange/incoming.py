"""What a reader of a format makes of a file: records about articles, and refusals."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import Struct

from annotator.text.meta import UNKNOWN, Meta

LINE_LIMIT = 64 << 20
"""Bytes: a line of a file that is read line by line has no more."""

_LARGE = 1 << 53
"""Whole numbers of this size are not the same in every program; they become text."""

WHOLE_LIMIT = 256 << 20
"""Bytes: a file that can only be read as a whole has fewer."""


class IncomingAnnotation(Struct, frozen=True, kw_only=True, gc=False):
    """An annotation as a file tells it. Texts are "" and offsets -1 where the file does not say.

    `key` is what relations of the same record call it. `id`, `by`, `ts` and `origin` are those of
    a file that annotate wrote. `orphan` says that its words did not stand in that article either.
    """

    label: str
    start: int
    end: int
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    key: str = ""
    id: str = ""
    attributes: dict[str, str | int] = {}
    note: str = ""
    by: str = ""
    ts: str = ""
    origin: str = ""
    alias_of: str = ""
    orphan: bool = False
    line: int = 0


class IncomingRelation(Struct, frozen=True, kw_only=True, gc=False):
    """A relation as a file tells it; `source` and `target` are keys of annotations."""

    relation: str
    source: str
    target: str
    id: str = ""
    attributes: dict[str, str | int] = {}
    note: str = ""
    by: str = ""
    ts: str = ""
    origin: str = ""
    line: int = 0


class Incoming(Struct, frozen=True, kw_only=True):
    """What one record of a file says about one article.

    `article` is the article's id, `name` a weaker hint: a file's name or a title. `text` is None
    where the record has none; `meta` is kept if an article is made of it. `loose` says that its
    white space was made up, as in token formats. `reviewed` and `done` are the annotators' marks,
    in the form of the documents format.
    """

    line: int
    article: str = ""
    name: str = ""
    text: str | None = None
    sha256: str = ""
    encoding: str = ""
    meta: Meta = UNKNOWN
    loose: bool = False
    annotations: Sequence[IncomingAnnotation] = ()
    relations: Sequence[IncomingRelation] = ()
    reviewed: Sequence[tuple[str, Sequence[int]]] = ()
    done: Sequence[str] = ()


class Refusal(Struct, frozen=True):
    """A record, or a part of one, that cannot be taken; `line` 0: none can be named.

    `meant` says that the file itself wants it left out, as a rejected record: no fault.
    """

    line: int
    what: str
    meant: bool = False


def says_something(told: Incoming | Refusal) -> bool:
    """Say whether there is more in it than a text."""
    if isinstance(told, Refusal):
        return True
    return bool(told.annotations or told.relations or told.reviewed or told.done)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its name, and ways to its bytes that keep to the limits.

    A line that is over the limit comes cut, one byte longer than the limit. `beside` gives the
    file of the same stem and another ending, None if there is none.
    """

    name: str
    lines: Callable[[], Iterator[tuple[int, bytes]]]
    whole: Callable[[], bytes]
    beside: Callable[[str], bytes | None]


Read = Iterator[Incoming | Refusal]


def attributes_of(told: dict[str, Any]) -> dict[str, str | int]:
    """Return attributes as annotate keeps them: texts and whole numbers, nothing that is empty."""
    kept = {name: _plain(value) for name, value in told.items()}
    return {name: value for name, value in kept.items() if name and value != ""}


def _plain(value: object) -> str | int:
    from msgspec import json

    if isinstance(value, float) and value.is_integer() and abs(value) < _LARGE:
        return int(value)
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGE:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return repr(value)
    return "" if value is None else json.encode(value).decode()
