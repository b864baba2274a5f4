"""Meta: what is known of an article beside its text."""

from msgspec import Struct


class Meta(Struct, frozen=True):
    """Where an article is from. `original` is the file that it was made of; "" is not known."""

    title: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    outlet: str = ""
    original: str = ""


UNKNOWN = Meta()
FACTS = Meta.__struct_fields__


def meta_in(told: object) -> Meta:
    """Return what a mapping of anybody's tells of an article; what is no text tells nothing."""
    if not isinstance(told, dict):
        return UNKNOWN
    facts = {name: fact for name in FACTS if isinstance(fact := told.get(name), str)}
    return Meta(**facts) if facts else UNKNOWN
