"""How far long work is, on a terminal alone: one line on standard error that goes away."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from annotator.cli.talk import pass_by

T = TypeVar("T")

PATIENCE = 0.5
"""Seconds before anything is shown, and between two changes of it, a fifth of that."""

BAR = 16
"""Cells of the bar."""


def counted_off(
    things: Iterable[T], what: str, far: Callable[[], float] = lambda: 0.0
) -> Iterator[T]:
    """Yield the things, and show how many there have been.

    Args:
        things: what is worked on, one after the other.
        what: what they are called, in the plural.
        far: says which part of the work is done; 0 or 1 as long as that cannot be known.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield from things
        return
    began = time.monotonic()
    shown_at = began + PATIENCE
    try:
        for number, thing in enumerate(things, 1):
            yield thing
            now = time.monotonic()
            if now >= shown_at:
                pass_by(line(number, what, far(), now - began))
                shown_at = now + PATIENCE / 5
    finally:
        pass_by("")


def line(number: int, what: str, far: float, seconds: float) -> str:
    """Return how far it is; `seconds` is how long that has taken."""
    if not 0 < far < 1:
        return f"{number:,} {what} …"
    full = int(far * BAR)
    minutes, rest = divmod(int(seconds * (1 - far) / far), 60)
    bar = "#" * full + "-" * (BAR - full)
    return f"{bar} {far:4.0%} · {number:,} {what} · {minutes}:{rest:02} left"
