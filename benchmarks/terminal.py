"""A program in a terminal of our own: what benchmarks and whole-process tests drive it with."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import clock_gettime, monotonic, perf_counter
from typing import NamedTuple, Self

import psutil

LINUX = sys.platform.startswith("linux")

GRANTED = {b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
"""What a modern terminal answers to a program that asks what it can do."""


class Chunk(NamedTuple):
    """What came in one read, and when: seconds since the key, and of CPU since the start."""

    after: float
    cpu: float
    data: bytes


class Stroke(NamedTuple):
    """All that a program wrote upon a key; it may be nothing."""

    chunks: tuple[Chunk, ...]

    @property
    def data(self) -> bytes:
        """The bytes."""
        return b"".join(chunk.data for chunk in self.chunks)

    @property
    def seconds(self) -> float:
        """The seconds from the key to the last byte."""
        return self.chunks[-1].after if self.chunks else 0.0


class Terminal:
    """A child process on a pseudo-terminal of `size` (columns, rows)."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (120, 40),
        env: Mapping[str, str] | None = None,
        cwd: str | Path | None = None,
    ) -> None:
        self.started = monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            _become(command, size, env, cwd)
        self.output = bytearray()
        self.status: int | None = None
        self._tail = b""

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size."""
        _set_size(self.fd, size)

    def send(self, data: str | bytes) -> None:
        """Type."""
        os.write(self.fd, data.encode() if isinstance(data, str) else data)

    def stroke(self, key: str | bytes, quiet: float = 0.012, most: float = 2.0) -> Stroke:
        """Type, and return what the program writes until it has been quiet for so many seconds.

        A key may well change nothing on the screen; the first byte is waited for 0.1 s.
        """
        began = perf_counter()
        self.send(key)
        return Stroke(tuple(self._chunks(began, max(quiet, 0.1), quiet, most)))

    def read(self, quiet: float = 0.05, most: float = 10.0) -> bytes:
        """Return what the program writes until it has been quiet for so many seconds."""
        return Stroke(tuple(self._chunks(perf_counter(), quiet, quiet, most))).data

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
        return got

    def cpu(self) -> float:
        """Return the seconds of CPU that the process has used, all threads; it must not have ended.

        On Linux to the nanosecond, by the clock that `clock_getcpuclockid(3)` names.
        """
        if LINUX:
            return clock_gettime(~self.pid << 3 | 2)
        times = psutil.Process(self.pid).cpu_times()
        return times.user + times.system

    def memory(self) -> int:
        """Return the bytes of memory that the process holds now."""
        return int(psutil.Process(self.pid).memory_info().rss)

    def wait(self, most: float = 10.0) -> int:
        """Return the exit code when the program has ended (negative: the signal).

        Raises:
            TimeoutError: it goes on.
        """
        end = monotonic() + most
        while (code := self.waited()) is None:
            if monotonic() >= end:
                raise TimeoutError("the program does not end")
            if select.select([self.fd], [], [], 0.0005)[0]:
                self._chunk()
        return code

    def waited(self) -> int | None:
        """Return the exit code if the program has ended (negative: the signal)."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if pid else None
        return self.status

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

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _chunks(self, began: float, first: float, quiet: float, most: float) -> list[Chunk]:
        chunks: list[Chunk] = []
        patience = first
        while perf_counter() - began < most and select.select([self.fd], [], [], patience)[0]:
            data = self._chunk()
            if not data:
                break
            chunks.append(Chunk(perf_counter() - began, self.cpu(), data))
            patience = quiet
        return chunks

    def _chunk(self) -> bytes:
        try:
            chunk = os.read(self.fd, 65536)
        except OSError:
            return b""
        self.output += chunk
        self._answer(chunk)
        return chunk

    def _answer(self, chunk: bytes) -> None:
        """Answer questions, also one that came in two parts."""
        seen = self._tail + chunk
        for question, answer in GRANTED.items():
            if question in seen:
                self.send(answer)
                seen = seen.replace(question, b"")
        self._tail = seen[-16:]


def _become(
    command: Sequence[str],
    size: tuple[int, int],
    env: Mapping[str, str] | None,
    cwd: str | Path | None,
) -> None:
    """Turn the forked child into the program."""
    try:
        _set_size(0, size)
        if cwd is not None:
            os.chdir(cwd)
        known = dict(os.environ if env is None else env)
        os.execvpe(command[0], list(command), known)  # noqa: S606 - the child
    finally:
        os._exit(127)


def _set_size(descriptor: int, size: tuple[int, int]) -> None:
    columns, rows = size
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
