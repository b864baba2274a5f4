"""How far long work is, on a terminal alone: one line on standard error that goes away."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 0.5
"""Seconds before anything is shown, and between two changes of it, a fifth of that."""


def counted_off(things: Iterable[T], what: str) -> Iterator[T]:
    """Yield the things, and show how many there have been."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from things
        return
    shown_at = time.monotonic() + PATIENCE
    shown = False
    try:
        for number, thing in enumerate(things, 1):
            yield thing
            now = time.monotonic()
            if now >= shown_at:
                sys.stderr.write(f"\r{number:,} {what} …\x1b[K")
                sys.stderr.flush()
                shown_at, shown = now + PATIENCE / 5, True
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
