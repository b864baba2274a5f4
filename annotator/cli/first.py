"""First of all, the words: `annotate PATH` shows the article before anything heavy is imported.

Where something stands in the way (options, no terminal, nothing to read) nothing is painted, and
the ordinary way finds out what to say. Keys that come meanwhile stay in the terminal's queue.
"""

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.cli.names import COMMANDS, HIDDEN
from annotator.errors import AnnotatorError, UsageError

if TYPE_CHECKING:
    from annotator.storage.project import Project
    from annotator.ui.theme import Theme

LEAST_COLUMNS, LEAST_ROWS = 40, 10
"""The smallest terminal in which one can work."""

Attributes = list[int | list[bytes | int]]
"""What a terminal is set to, as `termios` gives it."""

_before: list[Attributes] = []
"""What the terminal was set to before it was painted; empty while it is not."""


def is_simple(words: Sequence[str]) -> bool:
    """Say whether a command line is one PATH and nothing else."""
    return len(words) == 1 and not words[0].startswith("-") and words[0] not in COMMANDS + HIDDEN


def paint_first(path: str) -> bool:
    """Show the article that `annotate PATH` is going to open; say whether that could be done."""
    try:
        check_terminal()
        columns, rows = os.get_terminal_size(sys.__stdout__.fileno())  # type: ignore[union-attr] # a terminal, as checked
        import termios
        import tty

        from annotator.storage.annotator_name import annotator_name
        from annotator.storage.article_file import load_article
        from annotator.storage.project import find_project

        project = find_project(path)
        article_id, offset = where_to_begin(project, annotator_name(None))
        article = load_article(project, article_id)
    except (AnnotatorError, OSError, ImportError):
        return False
    from annotator.ui.first_paint import first_paint
    from annotator.ui.theme import PLAIN

    theme = chosen_theme(None) if _many_colours() else PLAIN
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)  # until the reader has handlers of its own
    _before.append(termios.tcgetattr(0))
    tty.setcbreak(0, termios.TCSANOW)  # keeps what was typed already
    _write("\x1b[?1049h\x1b[?25l" + first_paint(article, offset or 0, (columns, rows), theme))
    return True


def painted() -> Attributes | None:
    """Return what the terminal was set to before it was painted, None if it is not painted."""
    return _before[0] if _before else None


def unpaint() -> None:
    """Give the terminal back as it was, so that something can be said."""
    if _before:
        import termios

        with suppress(termios.error):  # The window may be gone.
            termios.tcsetattr(0, termios.TCSADRAIN, _before.pop())
        _write("\x1b[?1049l\x1b[?25h")


def check_terminal() -> None:
    """Refuse to draw where nothing could be seen or typed.

    Raises:
        UsageError: input or output is no terminal, or it is too plain or too small.
    """
    streams = (("input", sys.stdin), ("output", sys.stdout), ("error", sys.stderr))
    for name, stream in streams:
        if stream is None or not stream.isatty():
            raise UsageError(
                f"annotate needs a terminal, and standard {name} is none. "
                "`annotate export` writes to pipes."
            )
    if os.name != "nt" and os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        raise UsageError(
            "annotate needs a terminal that can place text, and TERM says that this one cannot "
            f"(TERM={os.environ.get('TERM', '')}). Try: TERM=xterm-256color annotate …"
        )
    columns, rows = os.get_terminal_size(sys.stdout.fileno())
    # 0 is what terminals say that do not know.
    if 0 < columns < LEAST_COLUMNS or 0 < rows < LEAST_ROWS:
        raise UsageError(
            f"The terminal has {columns} columns and {rows} rows; "
            f"annotate needs {LEAST_COLUMNS} and {LEAST_ROWS}. Make the window larger."
        )


def where_to_begin(project: "Project", annotator: str) -> tuple[str, int | None]:
    """Return the article and the offset where the annotator stopped, else the first article.

    Raises:
        UsageError: there is no article.
    """
    from annotator.storage.bookmark import read_bookmark
    from annotator.storage.project import article_path, first_article

    bookmark = read_bookmark(project.root, annotator, project.meant)
    if bookmark is not None:
        path = article_path(project.root, bookmark[0])
        if path is not None and os.path.isfile(path):  # noqa: PTH113 - pathlib takes 10 ms
            return bookmark
    return first_article(project), None


def chosen_theme(option: str | None) -> "Theme":
    """Return the theme: by option or $ANNOTATE_THEME, plain without colours, else dark or light.

    $COLORFGBG, which some terminals set, tells a light background.
    """
    from annotator.ui.theme import DARK, LIGHT, PLAIN, THEMES

    chosen = THEMES.get(option or os.environ.get("ANNOTATE_THEME", ""))
    if os.environ.get("NO_COLOR") or not (_many_colours() or "256" in os.environ.get("TERM", "")):
        return PLAIN
    light = os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
    return chosen or (LIGHT if light else DARK)


def _leave(number: int, _frame: object) -> None:
    """End as a signal asks; at once, since an import cannot be interrupted safely."""
    unpaint()
    os._exit(128 + number)


def _many_colours() -> bool:
    known = os.environ.get("COLORTERM", "") in ("truecolor", "24bit")
    return known or "kitty" in os.environ.get("TERM", "")


def _write(text: str) -> None:
    """Write past Python's buffer, which a signal handler must not touch."""
    out = sys.__stdout__
    if out is None:
        return
    raw = text.encode("utf-8", "replace")
    with suppress(OSError):  # The window may be gone.
        while raw:
            raw = raw[os.write(out.fileno(), raw) :]
