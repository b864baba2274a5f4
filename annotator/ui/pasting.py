"""Pasting: an Escape in what is pasted stays part of it.

Textual's parser ends a paste at its first Escape and takes the rest for keys, which would tag, and
leave. So within a paste all Escapes but that of the end mark become the picture of one.
"""

import sys
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.message import Message

_BEGIN, _END = "\x1b[200~", "\x1b[201~"


class PasteParser(XTermParser):
    """Parses what a terminal sends, as Textual does, but for Escapes in what is pasted."""

    _pasting = False
    _before = ""
    """Outside a paste: the last that was handed on, which may be the beginning of a mark."""
    _waiting = ""
    """Inside a paste: what may be the beginning of the end mark; its rest has not come yet."""

    def feed(self, data: str) -> Iterable[Message]:
        """Yield what the terminal tells."""
        tamed = self._tamed(data)
        return super().feed(tamed) if tamed or not data else ()

    def _tamed(self, data: str) -> str:
        tamed = ""
        while data:
            part, data = self._pasted(data) if self._pasting else self._typed(data)
            tamed += part
        return tamed

    def _typed(self, data: str) -> tuple[str, str]:
        """Return what comes up to a paste, its mark included, and the rest."""
        seen = self._before + data
        mark = seen.find(_BEGIN)
        if mark < 0:
            self._before = seen[1 - len(_BEGIN) :]
            return data, ""
        end = mark + len(_BEGIN) - len(self._before)
        self._before, self._pasting = "", True
        return data[:end], data[end:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """Return what comes up to the end of a paste, its mark included, and the rest."""
        text, mark, rest = (self._waiting + data).partition(_END)
        self._waiting = "" if mark else _beginning_of_end(text)
        self._pasting = not mark
        return text.removesuffix(self._waiting).replace("\x1b", "␛") + mark, rest


def _beginning_of_end(text: str) -> str:
    return next((_END[:n] for n in range(len(_END), 0, -1) if text.endswith(_END[:n])), "")


def guard_pastes() -> None:
    """Let Textual parse with this parser from now on."""
    if sys.platform != "win32":
        from textual.drivers import linux_driver

        linux_driver.XTermParser = PasteParser  # type: ignore[attr-defined] # not its export
