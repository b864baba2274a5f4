"""The label schema: which labels, attributes and relations there are, and their keys."""

from dataclasses import dataclass, field

PALETTE = ("amber", "blue", "green", "red", "violet", "teal", "pink", "olive", "grey")
"""Colour names that a schema may use. The label's text, not its colour, carries the meaning."""

UNITS = ("word", "clause", "quotation", "sentence", "paragraph")
"""What a label key may take when nothing is selected."""


@dataclass(frozen=True, slots=True)
class Attribute:
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


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of span. `key` is one lower-case letter or digit, or "" where none was left."""

    name: str
    key: str
    color: str
    unit: str = "word"
    description: str = ""
    examples: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationType:
    """A kind of link from annotations labelled `sources` to annotations labelled `targets`."""

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    key: str = ""
    description: str = ""
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelSchema:
    """All of them. Names are unique; keys are unique over labels and relations together."""

    name: str
    labels: tuple[Label, ...]
    relations: tuple[RelationType, ...] = ()
    description: str = ""
    _by_name: dict[str, Label] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {label.name: label for label in self.labels})

    def label(self, name: str) -> Label | None:
        """Return the label of that name, or None: logs may hold labels that the schema lost."""
        return self._by_name.get(name)
