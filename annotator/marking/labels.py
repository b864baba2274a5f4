"""The label schema: which labels, attributes and relations there are, and their keys."""

from msgspec import Struct

PALETTE = ("amber", "blue", "green", "red", "violet", "teal", "pink", "olive", "grey")
"""Colour names that a schema may use. The label's text, not its colour, carries the meaning."""

UNITS = ("word", "name", "phrase", "clause", "quotation", "sentence", "paragraph")
"""What a label key may take when nothing is selected."""


NAMED_UNITS = ("word", "name", "phrase")
"""Units of labels for names and the like: one such annotation in another would say it twice."""


class Attribute(Struct, frozen=True):
    """A typed property. `type` is choice (of `values`), scale (`minimum` to `maximum`) or text."""

    name: str
    type: str
    values: tuple[str, ...] = ()
    minimum: int = 0
    maximum: int = 0
    description: str = ""

    def takes(self, value: str | int) -> bool:
        """Say whether the attribute may have this value."""
        match self.type:
            case "choice":
                return value in self.values
            case "scale":
                return isinstance(value, int) and self.minimum <= value <= self.maximum
            case _:
                return isinstance(value, str)


class Label(Struct, frozen=True):
    """A kind of span. `key` is one lower-case letter or digit, or "" where none was left."""

    name: str
    key: str
    color: str
    unit: str = "word"
    description: str = ""
    examples: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()


class RelationType(Struct, frozen=True):
    """A kind of link from annotations labelled `sources` to annotations labelled `targets`."""

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    key: str = ""
    description: str = ""
    attributes: tuple[Attribute, ...] = ()


class LabelSchema(Struct, frozen=True):
    """All of them. Names are unique; keys are unique over labels and relations together."""

    name: str
    labels: tuple[Label, ...]
    relations: tuple[RelationType, ...] = ()
    description: str = ""

    def label(self, name: str) -> Label | None:
        """Return the label of that name, or None: logs may hold labels that the schema lost."""
        return next((label for label in self.labels if label.name == name), None)
