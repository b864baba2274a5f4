"""A program in a terminal of our own: what benchmarks and whole-process tests drive it with."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic

TICKS = os.sysconf("SC_CLK_TCK")


class Terminal:
    """A child process on a pseudo-terminal of `size` (columns, rows)."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int] = (120, 40),
        env: Mapping[str, str] | None = None, cwd: str | Path | None = None,
    ) -> None:
        self.started = monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            if cwd is not None:
                os.chdir(cwd)
            os.execvpe(command[0], list(command), dict(env or os.environ))
        self.resize(size)
        self.output = b""
        self.status: int | None = None

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size."""
        columns, rows = size
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, data: str | bytes) -> None:
        """Type."""
        os.write(self.fd, data.encode() if isinstance(data, str) else data)

    def read(self, quiet: float = 0.05, most: float = 10.0) -> bytes:
        """Return what the program writes until it has been quiet for so many seconds."""
        end, got = monotonic() + most, b""
        while monotonic() < end:
            if not select.select([self.fd], [], [], quiet)[0]:
                break
            chunk = self._chunk()
            if not chunk:
                break
            got += chunk
        self.output += got
        return got

    def until(self, wanted: bytes, most: float = 20.0) -> bytes:
        """Return what the program writes until `wanted` is in it.

        Raises:
            TimeoutError: it did not come, or the program ended before.
        """
        end, got = monotonic() + most, b""
        while wanted not in got:
            left = end - monotonic()
            if left <= 0 or not select.select([self.fd], [], [], left)[0]:
                raise TimeoutError(f"{wanted!r} did not come; the last was {got[-400:]!r}")
            chunk = self._chunk()
            if not chunk:
                raise TimeoutError(f"the program ended; its last words were {got[-400:]!r}")
            got += chunk
        self.output += got
        return got

    def cpu(self) -> float:
        """Return the seconds of CPU that the process has used, to 10 ms."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> int:
        """Return the bytes of memory that the process holds now."""
        pages = Path(f"/proc/{self.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def wait(self, most: float = 10.0) -> int:
        """Return the exit code when the program has ended (negative: the signal)."""
        end = monotonic() + most
        while monotonic() < end:
            self.read(quiet=0.01, most=0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
        raise TimeoutError("the program does not end")

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def close(self) -> None:
        """End it, whatever it does, and close the terminal."""
        if self.status is None:
            try:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        os.close(self.fd)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _chunk(self) -> bytes:
        try:
            chunk = os.read(self.fd, 65536)
        except OSError:
            return b""
        self._answer(chunk)
        return chunk

    def _answer(self, chunk: bytes) -> None:
        """Answer as a modern terminal does when it is asked what it can do."""
        if b"\x1b[?2026$p" in chunk:
            self.send(b"\x1b[?2026;2$y")
