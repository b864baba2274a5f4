"""The formats that need a library which is not always installed: their functions are in cli."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from annotator.errors import UsageError
from annotator.exchange.formats import Export, Format
from annotator.exchange.incoming import Read, Source


def exporter(chosen: Format) -> Export:
    """Return the function that makes the one file of a format.

    Raises:
        UsageError: what it needs is not installed.
    """
    if not chosen.extra:
        return chosen.exporter()
    function: Export = _function(chosen, chosen.export)
    return function


def reader(chosen: Format) -> Callable[[Source], Read]:
    """Return the function that reads a file of a format.

    Raises:
        UsageError: what it needs is not installed.
    """
    if not chosen.extra:
        return chosen.reader()
    function: Callable[[Source], Read] = _function(chosen, chosen.read)
    return function


def _function(chosen: Format, named: str) -> Any:  # noqa: ANN401 - the callers say what it is
    if find_spec(chosen.extra) is None:
        raise UsageError(
            f"The format {chosen.name} needs {chosen.extra}. "
            f"Install it: pip install 'annotate-news[{chosen.name}]'"
        )
    module, _, name = named.partition(":")
    return getattr(import_module(f"annotator.cli.{module}"), name)
