"""The command line: where the rooms are wired together. One module a command."""

import gc
import sys

from annotator.cli.first import is_simple, paint_first, unpaint
from annotator.errors import AnnotatorError


def main() -> None:
    """Run the command that the command line names, and leave with its exit code."""
    gc.disable()  # Imports make no garbage; the reader switches it on again when it shows.
    words = sys.argv[1:]
    try:
        code = _read(words[0]) if is_simple(words) else None
    except AnnotatorError as failure:
        from annotator.cli.talk import say

        say(str(failure))
        code = failure.exit_code
    except KeyboardInterrupt:
        code = 130
    except Exception as fault:  # noqa: BLE001 - nothing may reach the screen raw
        from annotator.cli.fault import say_fault

        code = say_fault(fault)
    if code is None:
        from annotator.cli.group import annotate

        annotate()
    sys.exit(code)


def _read(path: str) -> int | None:
    """Open the reader without the command line's own library; None if that is not simple."""
    try:
        if not paint_first(path):
            return None
        from annotator.cli.opening import Choices, open_reader

        return open_reader(path, Choices())
    finally:
        unpaint()
