"""Leave: give the terminal back and end the process, without the time a tear-down takes."""

import os
import sys
from contextlib import suppress

from textual.driver import Driver

Attributes = list[int | list[bytes | int]]
"""What a terminal is set to, as `termios` gives it."""

RESTORE = (
    "\x1b[?2004l\x1b[?7h\x1b[?2048l"  # bracketed paste off, wrapping on, resize reports off
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l\x1b[?1004l"  # mouse, focus
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[0m"  # keyboard protocol, alternate screen, cursor, colours
)


def leave_now(driver: Driver, code: int, farewell: str) -> None:
    """Restore the terminal, say farewell, end the process. Returns only where that is not Unix.

    Everything must be saved. Textual's own way out waits twice for its input thread and then for
    the interpreter, some 0.3 s; nothing of that is needed once the disk has everything.
    """
    attributes = getattr(driver, "attrs_before", None)
    if attributes is None:
        return
    import termios

    driver.close()
    out = sys.__stderr__
    if out is None:
        return
    with suppress(OSError, termios.error):  # The window may be closed already.
        out.write(RESTORE)
        out.flush()
        termios.tcsetattr(driver.fileno, termios.TCSADRAIN, attributes)  # type: ignore[attr-defined] # Unix
        if farewell:
            out.write(farewell + "\n")
            out.flush()
    os._exit(code)
