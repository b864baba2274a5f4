"""Work that a screen begins and does not wait for."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    from textual.worker import Worker


def begin(
    screen: Screen[Any],
    work: Callable[[], Coroutine[Any, Any, None]],
    group: str = "",
    *,
    may_fail: bool = False,
) -> None:
    """Run `work` beside the keys; it ends what is still at work in its group, if it has one.

    It is a function and no coroutine. One that is overtaken before its first step would never be
    awaited, and Python warns of that whenever its collector comes by: amid an import, the modules
    that the warning imports make the outer import fail (CPython issue 106176).

    Args:
        screen: the work ends with it.
        work: what to run.
        group: of which only the latest goes on; "" for work that goes on beside all other.
        may_fail: a failure is told to the screen's `on_worker_state_changed` and ends nothing.
    """
    _: Worker[None] = screen.run_worker(
        work, exclusive=bool(group), group=group or "default", exit_on_error=not may_fail
    )
