"""A window: the annotator in a terminal of its own, as a person has it before them."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import monotonic

import pyte
from terminal import Terminal

ANNOTATE = (sys.executable, "-P", "-m", "annotator")

SEQUENCE = re.compile(
    r"\x1b(?:"
    r"\[[0-?]*[ -/]*[@-~]"  # CSI: colours, places, modes
    r"|\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC: titles, pointers, the clipboard
    r"|[PX^_][^\x1b]*\x1b\\"  # DCS, SOS, PM, APC
    r"|[ -/]*[0-~])"
)
"""An escape sequence of any kind."""

_UNKNOWN_TO_PYTE = re.compile(r"\x1b(?:\[[<=>][0-?]*[a-z]|\[\?[0-9;]*\$p|\][^\x07\x1b]*(?:\x07|\x1b\\))")


class Window(Terminal):
    """`screen` is what a person would see; `output` all that came, as bytes."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        super().__init__(command, size, env, cwd)
        self._size = size

    def type(self, *keys: str) -> None:
        """Type keys, no faster than the terminal's queue holds them."""
        typed = "".join(keys).encode()
        for start in range(0, len(typed), 512):
            self.send(typed[start : start + 512])
            self.read(quiet=0.0)

    def settled(self, quiet: float = 0.15) -> list[str]:
        """Return the rows of the screen when nothing has come for a while."""
        self.read(quiet=quiet)
        return self.screen()

    def shown(self, words: str, most: float = 8.0) -> list[str]:
        """Return the rows of the screen as soon as `words` stand on it."""
        end = monotonic() + most
        while True:
            rows = self.screen()
            if any(words in row for row in rows):
                return rows
            if monotonic() > end:
                raise AssertionError(f"“{words}” is not to be seen on\n" + "\n".join(rows))
            self.read(quiet=0.02, most=0.2)

    def screen(self) -> list[str]:
        """Return the rows of the screen as a terminal shows them after all output so far."""
        screen = pyte.Screen(*self._size)
        stream = pyte.Stream(screen)
        stream.feed(_UNKNOWN_TO_PYTE.sub("", self.output.decode(errors="replace")))
        return [row.rstrip() for row in screen.display]
