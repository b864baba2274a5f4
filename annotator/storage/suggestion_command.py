"""A command that makes suggestions: it reads an article and prints lines about it.

It is any program of the person's own choice, so it may hang, fail, print without end, or leave
children behind; none of that may be felt by whoever reads the article.
"""

import os
import shlex
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import BufferedReader, BytesIO
from threading import Lock, Thread
from typing import NamedTuple

from msgspec import json

from annotator.errors import UsageError
from annotator.marking.labels import LabelSchema
from annotator.session.library import Proposals
from annotator.storage.cause import cause
from annotator.storage.suggestion_line import Refused, checked, safe_source
from annotator.storage.turns import unhurried
from annotator.text.article import Article
from annotator.text.display import display_line

OUTPUT_LIMIT = 16 << 20
"""Bytes that a command may print for one article."""

TIME_LIMIT = 30.0
"""Seconds that a command has for one article."""

_TIME_VARIABLE = "ANNOTATE_SUGGEST_TIMEOUT"
_LONGEST = 86_400.0
_ERROR_LIMIT = 1 << 16
_NO_SUGGESTIONS = "it prints no suggestions: so many lines are none that the rest was not read"
_GRACE = 1.0
"""Seconds for the last words of a command that has ended: its children may hold the pipes open."""


class Running:
    """The commands that run, so that another thread can end them."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._turn = 0
        self._processes: set[subprocess.Popen[bytes]] = set()

    def turn(self) -> int:
        """Return what tells work that is begun now from work that was begun before a `stop`."""
        with self._guard:
            return self._turn

    def is_over(self, turn: int) -> bool:
        """Say whether there was a `stop` since that turn began."""
        return turn != self._turn

    def start(
        self, turn: int, words: Sequence[str], environment: Mapping[str, str]
    ) -> subprocess.Popen[bytes] | None:
        """Start a command in a group of its own; None if it was stopped before it began.

        Raises:
            OSError: it cannot be started.
        """
        with self._guard:
            if turn != self._turn:
                return None
            process = subprocess.Popen(  # noqa: S603 - the person's own command, and no shell
                words,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
            self._processes.add(process)
            return process

    def ended(self, process: subprocess.Popen[bytes]) -> None:
        """Forget a command."""
        with self._guard:
            self._processes.discard(process)

    def stop(self) -> None:
        """End all that run, with their children."""
        with self._guard:
            self._turn += 1
            for process in self._processes:
                _kill(process)


class _Said(NamedTuple):
    """What a command printed, and in one sentence how it failed ("" if it did not)."""

    output: bytes = b""
    failure: str = ""


class SuggestionCommand:
    """Words to be run for each article, without a shell."""

    def __init__(self, words: Sequence[str], seconds: float = TIME_LIMIT) -> None:
        """Begin without running it; `seconds` is what it has for one article."""
        self._words = words
        self._seconds = seconds
        self._name = display_line(shlex.join(words), 80)
        self._source = safe_source(_stem(words))

    def proposals(
        self, article: Article, schema: LabelSchema, running: Running, turn: int
    ) -> Proposals:
        """Run it on an article; return what it proposes, and what went wrong, first of all how."""
        refused = Refused(self._name, hear_out=False)
        try:
            process = running.start(turn, self._words, _environment(article, schema))
        except (OSError, ValueError) as error:
            refused.add_first(self._not_started(error))
            return Proposals(faults=tuple(refused.faults))
        if process is None:
            return Proposals()

        def is_over() -> bool:
            return running.is_over(turn)

        try:
            said = self._listen(process, article.text.encode(errors="replace"), is_over)
        finally:
            running.ended(process)
        lines = enumerate(unhurried(_whole_lines(said), is_over), 1)
        found = checked(lines, article, schema, self._source, refused)
        if is_over():
            return Proposals()
        if refused.is_cut:
            refused.add_first(_NO_SUGGESTIONS)
        if said.failure:
            refused.add_first(said.failure)
        return Proposals(tuple(found), tuple(refused.faults), refused.more)

    def _listen(
        self, process: subprocess.Popen[bytes], text: bytes, is_over: Callable[[], bool]
    ) -> _Said:
        pipes = _Pipes(process, text)
        late = False
        try:
            process.wait(self._seconds)
        except subprocess.TimeoutExpired:
            late = True
            _kill(process)
            with suppress(subprocess.TimeoutExpired):
                process.wait(_GRACE)
        if not is_over():
            pipes.close()
        _kill(process)
        return _Said(bytes(pipes.output), self._failure(process, pipes, late=late))

    def _failure(self, process: subprocess.Popen[bytes], pipes: "_Pipes", *, late: bool) -> str:
        code = process.returncode
        if late:
            how = f"stopped after {self._seconds:g} seconds ({_TIME_VARIABLE} gives it longer)"
        elif pipes.too_much:
            how = f"stopped: it printed more than {OUTPUT_LIMIT >> 20} MiB"
        elif code > 0:
            how = f"failed with exit code {code}"
        elif code < 0:
            how = f"ended by signal {-code}"
        else:
            return ""
        reason = _reason(bytes(pipes.errors))
        return f"{how}: {reason}" if reason else how

    def _not_started(self, error: Exception) -> str:
        program = display_line(self._words[0])
        if isinstance(error, FileNotFoundError):
            return f"there is no program '{program}'"
        reason = cause(error) if isinstance(error, OSError) else str(error)
        return f"'{program}' cannot be run: {reason}"


class _Pipes:
    """The ends of a command's pipes, each served by a thread, so that nobody waits for another."""

    def __init__(self, process: subprocess.Popen[bytes], text: bytes) -> None:
        self.output = bytearray()
        self.errors = bytearray()
        self.too_much = False
        self._process = process
        self._text = text
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        assert process.stderr is not None  # noqa: S101 - it is a pipe
        self._threads = [
            Thread(target=self._feed, daemon=True),
            Thread(target=self._take_output, args=(process.stdout,), daemon=True),
            Thread(target=self._take_errors, args=(process.stderr,), daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Hear the last words. A pipe that somebody still holds open is left to its thread."""
        for thread in self._threads:
            thread.join(_GRACE)

    def _feed(self) -> None:
        pipe = self._process.stdin
        assert pipe is not None  # noqa: S101 - it is a pipe
        with suppress(OSError):  # A command need not read all of it.
            pipe.write(self._text)
        with suppress(OSError):
            pipe.close()

    def _take_output(self, pipe: BufferedReader) -> None:
        with pipe:
            while some := pipe.read1():
                self.output += some
                if len(self.output) > OUTPUT_LIMIT:
                    self.too_much = True
                    del self.output[OUTPUT_LIMIT:]
                    _kill(self._process)
                    return

    def _take_errors(self, pipe: BufferedReader) -> None:
        with pipe:
            while some := pipe.read1():
                self.errors += some[: _ERROR_LIMIT - len(self.errors)]


def split_command(command: str) -> tuple[str, ...]:
    """Return the words of a command as a shell would split them.

    Raises:
        UsageError: it has none, or a quotation mark is not closed.
    """
    try:
        words = tuple(shlex.split(command))
    except ValueError as error:
        raise UsageError(f"--suggest-command {command!a}: {error}.") from None
    if not words or not words[0]:
        raise UsageError("--suggest-command is empty. Name a program: --suggest-command 'CMD'")
    return words


def time_limit() -> float:
    """Return the seconds that a command has, from the environment if it says so.

    Raises:
        UsageError: what it says is no number above 0.
    """
    given = os.environ.get(_TIME_VARIABLE)
    if not given:
        return TIME_LIMIT
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _LONGEST:
        raise UsageError(f"{_TIME_VARIABLE}={given!a} is no number of seconds. Write one, as 60.")
    return seconds


def _environment(article: Article, schema: LabelSchema) -> dict[str, str]:
    return {
        **os.environ,
        "ANNOTATE_ARTICLE": article.id,
        "ANNOTATE_LABELS": json.encode([label.name for label in schema.labels]).decode(),
        "ANNOTATE_LANGUAGE": article.language,
    }


def _stem(words: Sequence[str]) -> str:
    """Return the name of the program, or of the script that it is given first."""
    named = words[1] if len(words) > 1 and os.path.isfile(words[1]) else words[0]
    return os.path.splitext(os.path.basename(named))[0]


def _whole_lines(said: _Said) -> Iterator[bytes]:
    """Yield the lines one by one: to cut millions of them at once would hold up every key."""
    for line in BytesIO(said.output):
        if line.endswith(b"\n") or not said.failure:  # Else it may have been cut off.
            yield line


def _reason(errors: bytes) -> str:
    """Return the first line of what a command complained, or the last one of a traceback."""
    lines = [line for line in errors.decode(errors="replace").splitlines() if line.strip()]
    if not lines:
        return ""
    return display_line(lines[-1 if lines[0].startswith("Traceback") else 0].strip())


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a command, and what it has left behind in its group."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
