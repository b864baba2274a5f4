"""Limits: how much is taken. What is beyond is refused, with how to raise the limit."""

from typing import Final, NamedTuple

PREFIX: Final = "ANNOTATE_LIMIT_"
"""Each limit can be set in the environment, by this and its name in capitals."""


class Limits(NamedTuple):
    """How much there may be at the most; a plain tuple, since the first paint needs it.

    `article`: an article has fewer bytes than that. `paragraphs`: of an article. `labels`: of a
    schema, and relations as many. `annotations`: of one annotator in one article. `note`: code
    points of a note.
    """

    article: int = 50_000_000
    paragraphs: int = 1_000_000
    labels: int = 1_000
    annotations: int = 100_000
    note: int = 10_000


def how_to_raise(name: str) -> str:
    """Return what a message about a limit ends with."""
    return f"{PREFIX}{name.upper()} sets this limit"
