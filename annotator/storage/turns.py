"""Turns: work for an article ends when the article is left, and nobody waits for long.

Work that blocks is done in threads, of which there are few: were those that wait for a file to be
read to pile up while articles are left one after the other, no article could be opened any more.
"""

from collections.abc import Callable, Iterable, Iterator
from threading import Condition
from time import sleep
from typing import TypeVar

BREATH = 256
"""Lines that are read in one go: threads that wait for the interpreter get it in between."""

Thing = TypeVar("Thing")


class Door:
    """Lets one thread in at a time. One more waits at the most: who comes later sends it away."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._taken = False
        self._latest = 0

    def enter(self) -> bool:
        """Wait to be let in, and say whether it came to that; then `leave` must be called."""
        with self._changed:
            self._latest += 1
            mine = self._latest
            self._changed.notify_all()
            while self._taken and mine == self._latest:
                self._changed.wait()
            if mine != self._latest:
                return False
            self._taken = True
            return True

    def enter_at_once(self) -> bool:
        """As `enter`, but without waiting, or sending anybody away."""
        with self._changed:
            if self._taken:
                return False
            self._taken = True
            return True

    def leave(self) -> None:
        """Let the next one in."""
        with self._changed:
            self._taken = False
            self._changed.notify_all()

    def send_away(self) -> None:
        """Send away who waits."""
        with self._changed:
            self._latest += 1
            self._changed.notify_all()


def unhurried(things: Iterable[Thing], is_over: Callable[[], bool]) -> Iterator[Thing]:
    """Yield the things until the turn is over; others get the interpreter every now and then."""
    for number, thing in enumerate(things, 1):
        if number % BREATH == 0:
            sleep(0)
            if is_over():
                return
        yield thing
