"""Memory: the names that people tagged in the articles of a project, and how."""

from collections.abc import Mapping

from msgspec import Struct, field


class Known(Struct, frozen=True, gc=False):
    """How often a name was tagged with a label, and how often that was refused.

    `name` is as it was written most often.
    """

    name: str
    label: str
    tagged: int = 0
    refused: int = 0


class Memory(Struct, frozen=True):
    """What is known of names, by their folded form (`marking.folding`).

    `names` has the labels of each, the most frequent first. `aliases` leads from a folded form
    that a person confirmed to be another form of a name to the folded name.
    """

    names: Mapping[str, tuple[Known, ...]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)


NOTHING = Memory()
"""What is known in a new project."""
