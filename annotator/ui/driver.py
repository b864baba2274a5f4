"""Driver: Textual's own for Unix, on a screen that the first paint has entered already."""

from textual.drivers.linux_driver import LinuxDriver

ENTER = "\x1b[?1049h"
"""Enters the alternate screen, and clears it, also when it is the present one."""


class PaintedDriver(LinuxDriver):
    """Does not enter the alternate screen a second time: the words would vanish for a while."""

    _entered = False

    def write(self, data: str) -> None:
        """Write to the terminal."""
        if data == ENTER and not self._entered:
            self._entered = True
            return
        super().write(data)
