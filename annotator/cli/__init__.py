"""The command line: where the rooms are wired together. One module a command."""

import gc
import sys

from annotator.cli.first import paint_first


def main() -> None:
    """Run the command that the command line names, and leave with its exit code."""
    gc.disable()  # Imports make no garbage; `annotate PATH` switches it on again when it shows.
    paint_first(sys.argv[1:])
    from annotator.cli.group import annotate

    annotate()
