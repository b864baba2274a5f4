"""A window: the annotator in a terminal of its own, and the project folder that it is opened on."""

import codecs
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from select import select
from time import monotonic

import pyte
from terminal import Terminal

ANNOTATE = (sys.executable, "-P", "-m", "annotator")
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
ESCAPE, ENTER, TAB, BACKSPACE = "\x1b", "\r", "\t", "\x7f"

SEQUENCE = re.compile(
    r"\x1b(?:"
    r"\[[0-?]*[ -/]*[@-~]"  # CSI: colours, places, modes
    r"|\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC: titles, pointers, the clipboard
    r"|[PX^_][^\x1b]*\x1b\\"  # DCS, SOS, PM, APC
    r"|[ -/]*[0-~])"
)
"""An escape sequence of any kind."""

_NOT_FOR_PYTE = re.compile(
    r"\x1b\[[<=>][0-9;]*u|\x1b\[\?[0-9;]*\$p|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)


class Window(Terminal):
    """`output` is all that came so far; `screen()` is what a person sees of it."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int],
        env: Mapping[str, str],
        cwd: Path,
    ) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self._screen)
        self._fed = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        super().__init__(command, size, env, cwd)

    def hang_up(self) -> None:
        """Close the terminal while the program runs."""
        os.close(self.fd)
        self.fd = os.open(os.devnull, os.O_RDWR)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size."""
        super().resize(size)
        self._screen.resize(size[1], size[0])

    def read(self, quiet: float = 0.05, most: float = 10.0) -> bytes:
        """Return what the program writes, or has written before it ended, until it is quiet."""
        end, got = monotonic() + most, b""
        while monotonic() < end and select([self.fd], [], [], quiet)[0]:
            chunk = self._chunk()
            if not chunk:
                break
            got += chunk
        return got

    def type(self, *keys: str) -> None:
        """Type keys, no faster than the terminal's queue takes them."""
        typed = "".join(keys).encode()
        for start in range(0, len(typed), 512):
            self.send(typed[start : start + 512])
            self.read(quiet=0.0)

    def screen(self) -> list[str]:
        """Return the rows of the screen, up to the last frame that came as a whole."""
        begun, ended = (self.output.rfind(b"\x1b[?2026%c" % mode) for mode in b"hl")
        last = self.output.rfind(b"\x1b")
        torn = last >= 0 and not SEQUENCE.match(self.output[last:].decode(errors="replace"))
        whole = begun if begun > ended else last if torn else len(self.output)
        frames = self.output[self._fed : whole]
        self._fed = max(self._fed, whole)
        self._stream.feed(_NOT_FOR_PYTE.sub("", self._decoder.decode(frames)))
        cells, columns = self._screen.buffer, range(self._screen.columns)
        rows = (cells[row] for row in range(self._screen.lines))
        # Not pyte's `display`: it fails where half of a wide character was written over.
        return ["".join(row[column].data for column in columns).rstrip() for row in rows]

    def shows(self, words: str, most: float = 8.0) -> list[str]:
        """Return the rows of the screen as soon as `words` stand in one of them."""
        end = monotonic() + most
        while words not in (shown := "\n".join(self.screen())):
            assert monotonic() < end, f"“{words}” does not come up:\n{shown}"
            self.read(quiet=0.02, most=0.2)
        return shown.split("\n")

    def settled(self, quiet: float = 0.2) -> list[str]:
        """Return the rows of the screen when nothing has come for a while."""
        self.read(quiet=quiet)
        return self.screen()

    def counted(self) -> int:
        """Return how many changes the status row calls saved."""
        found = re.findall(r"(\d+) saved", self.screen()[-2])
        return int(found[0]) if found else 0

    def ends(self, most: float = 4.0) -> tuple[int, str]:
        """Return the exit code of a program that ends by itself, and all that it wrote."""
        code = self.wait(most)
        while select([self.fd], [], [], 0.02)[0] and self._chunk():
            pass
        return code, self.output.decode()


class Project:
    """A folder with articles, a home of its own, and the windows open on it."""

    def __init__(self, root: Path, windows: ExitStack) -> None:
        self.home = root
        self.root = root / "project"
        self.root.mkdir()
        self._windows = windows
        self.windows: list[Window] = []
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(root),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "ANNOTATE_STATE_DIR": str(root / "state"),
            "ANNOTATE_ANNOTATOR": "ana",
        }

    def write(self, name: str, text: str | bytes) -> Path:
        """Put a file into the folder."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def open(
        self,
        *words: str,
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str] | None = None,
        command: Sequence[str] = ANNOTATE,
    ) -> Window:
        """Run `annotate seeds`, or `annotate WORDS`, in a window."""
        whole = self.env | dict(env or {})
        window = Window([*command, *(words or ("seeds",))], size, whole, self.root)
        self.windows.append(window)
        return self._windows.enter_context(window)

    def opened(self, *words: str, **options: object) -> Window:
        """Return a window on an article that can be worked on."""
        window = self.open(*words, **options)
        window.shows(" saved")
        return window

    def run(self, *words: str, **options: object) -> subprocess.CompletedProcess:
        """Run a command without a terminal."""
        given = {"env": self.env, "cwd": self.root, "capture_output": True, **options}
        return subprocess.run([*ANNOTATE, *words], check=False, stdin=subprocess.DEVNULL, **given)

    def exported(self) -> list[dict]:
        """Return what `annotate export` writes."""
        result = self.run("export")
        assert result.returncode == 0, result.stderr
        return [json.loads(line) for line in result.stdout.splitlines()]

    def quotes(self) -> list[tuple[str, str]]:
        """Return label and words of every annotation, in the order of the export."""
        return [(record["label"], record["quote"]) for record in self.exported()]
