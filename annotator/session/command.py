"""Command: one thing that a key can do. Keys, help, palette and docs/keys.md come from commands."""

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from annotator.session.session import Session, Step

GROUPS: Final = (
    *("Move", "Select", "Tag", "Suggest", "Annotation", "Review", "Find", "Article", "Program"),
)
"""The groups of the help, in its order."""


def always(_session: Session) -> str:
    """Say that nothing stands in the way."""
    return ""


def writable(session: Session) -> str:
    """Say why nothing can be changed, if so."""
    return session.read_only


def on_annotation(session: Session) -> str:
    """Say what is missing for a command about an annotation that changes it."""
    if session.read_only:
        return session.read_only
    return "" if session.current() else "no annotation here; Tab goes to the next one"


class Command(Struct, frozen=True, kw_only=True):
    """`run` returns what becomes of a session; `when` returns "" or, in words, why it cannot.

    `title` is two or three words for hints and the palette; `help` a sentence in the imperative.
    `keys` are the default ones; `extras` reach it too on terminals that send them.
    """

    id: str
    title: str
    help: str
    group: str
    keys: tuple[str, ...]
    run: Callable[[Session], Step]
    when: Callable[[Session], str] = always
    extras: tuple[str, ...] = ()
