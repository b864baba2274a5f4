"""The fields of the lines of an annotation log, in the order in which they are written."""

from typing import Annotated

from msgspec import Meta, Struct, field

_Count = Annotated[int, Meta(ge=0, le=1 << 53)]
_Rev = Annotated[int, Meta(ge=1, le=1 << 53)]
_Name = Annotated[str, Meta(min_length=1)]
_Attributes = dict[str, str | int]


def _by_hand() -> str:
    return "hand"


class Header(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Whose log of which article it is. `sha256` is of the article's bytes when the log began."""

    annotate: _Rev
    article: _Name
    sha256: str = ""
    encoding: str = ""
    schema: str = ""
    by: str = ""


class _Line(Struct, kw_only=True, tag_field="op", omit_defaults=True, gc=False):
    """What the lines of events share: they are told apart by `op`, and leave out what is empty."""


class AnnotationLine(_Line, tag="put", forbid_unknown_fields=True):
    """An annotation as it is from now on."""

    id: _Name
    rev: _Rev
    label: _Name
    start: _Count
    end: _Count
    quote: str
    prefix: str = ""
    suffix: str = ""
    attributes: _Attributes = {}
    note: str = ""
    origin: str = field(default_factory=_by_hand)  # Only what a factory makes is always written.
    alias_of: str = ""
    by: str = ""
    ts: str = ""
    batch: str = ""
    undoes: str = ""
    redoes: str = ""


class RelationLine(_Line, tag="put", forbid_unknown_fields=True):
    """A relation as it is from now on."""

    id: _Name
    rev: _Rev
    relation: _Name
    source: _Name = field(name="from")
    target: _Name = field(name="to")
    attributes: _Attributes = {}
    note: str = ""
    origin: str = field(default_factory=_by_hand)
    by: str = ""
    ts: str = ""
    batch: str = ""
    undoes: str = ""
    redoes: str = ""


class MarkLine(_Line, tag="put", forbid_unknown_fields=True):
    """A state of the article from now on."""

    id: _Name
    rev: _Rev
    mark: _Name
    start: _Count = 0
    end: _Count = 0
    digest: str = ""
    suggested: str = ""
    quote: str = ""
    by: str = ""
    ts: str = ""
    batch: str = ""
    undoes: str = ""
    redoes: str = ""


class DeletionLine(_Line, tag="del"):
    """The end of a record."""

    id: _Name
    rev: _Rev
    by: str = ""
    ts: str = ""
    batch: str = ""
    undoes: str = ""
    redoes: str = ""


PutLine = AnnotationLine | RelationLine | MarkLine
EventLine = PutLine | DeletionLine
