"""A disk that can be watched, that fails, and that dies: the calls of `os` that reach a folder.

Only calls about paths below `root`, and about files that were opened there, are counted.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

WATCHED = (
    *("open", "write", "fsync", "close", "link", "unlink", "mkdir", "fstat", "lstat", "read"),
    *("lseek", "listdir", "replace"),
)
BY_DESCRIPTOR = {"write", "fsync", "close", "fstat", "read", "lseek"}


class Call(NamedTuple):
    """The `number`-th call, from 0: its name and what it was given."""

    number: int
    name: str
    given: tuple
    path: str


Run = Callable[[], object]
Act = Callable[[Call, Run], object]
"""What happens instead of a call; it may run it."""


@contextmanager
def watched(root: Path, act: Act) -> Iterator[None]:
    """Let `act` stand in for every call that reaches the folder `root`."""
    real = {name: getattr(os, name) for name in WATCHED}
    opened: dict[int, str] = {}
    count = 0
    below = str(root)

    def stand_in(name: str) -> Callable:
        def called(*given: object, **named: object) -> object:
            nonlocal count
            first = given[0]
            path = opened.get(first, "") if name in BY_DESCRIPTOR else os.fspath(first)
            if not str(path).startswith(below):
                return real[name](*given, **named)
            call = Call(count, name, given, str(path))
            count += 1

            def run() -> object:
                result = real[name](*given, **named)
                if name == "open":
                    opened[result] = str(path)
                elif name == "close":
                    opened.pop(first, None)
                return result

            return act(call, run)

        return called

    for name in WATCHED:
        setattr(os, name, stand_in(name))
    try:
        yield
    finally:
        for name, call in real.items():
            setattr(os, name, call)


def counted(root: Path, work: Callable[[], object]) -> list[Call]:
    """Return the calls that some work makes."""
    calls: list[Call] = []
    with watched(root, lambda call, run: (calls.append(call), run())[1]):
        work()
    return calls
