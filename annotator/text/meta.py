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
