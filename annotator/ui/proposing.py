"""Proposing: the suggestions for an article, gathered off the key path."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from importlib import import_module
from time import monotonic

from annotator.errors import Fault
from annotator.marking.suggestion import Suggestion
from annotator.marking.suggestion_set import SuggestionSet
from annotator.text.article import Article
from annotator.ui.desk import Desk

WORK, BREATH = 0.003, 0.002
"""Seconds of work, and then seconds in which keys are taken."""

LONGEST = 1_000_000
"""Code points of an article in which the rules look for something, at the most."""


async def proposed(
    desk: Desk, article: Article
) -> AsyncIterator[tuple[SuggestionSet, tuple[Fault, ...]]]:
    """Yield the suggestions for an article and what was refused: quick ones first, then all.

    What they are made with is imported when it is first wanted, in a thread: no key waits for it.
    """
    for room in ("proposing", "remembering", "combining"):
        await asyncio.to_thread(import_module, f"annotator.marking.{room}")
    from annotator.marking.combining import combined
    from annotator.marking.remembering import remembered

    memory = asyncio.create_task(asyncio.to_thread(desk.library.memory))
    found: list[Suggestion] = []
    begun = monotonic()
    for slice_ in _ruled(article, desk):
        found += slice_
        if monotonic() - begun > WORK:
            await asyncio.sleep(BREATH)
            begun = monotonic()
    if not memory.done():
        yield combined(desk.schema, found), ()
    found += remembered(article, await memory, [label.name for label in desk.schema.labels])
    yield combined(desk.schema, found), ()
    proposals = await asyncio.to_thread(desk.library.proposals, article, desk.schema)
    if proposals.suggestions or proposals.faults:
        yield combined(desk.schema, [*found, *proposals.suggestions]), proposals.faults


def _ruled(article: Article, desk: Desk) -> Iterator[tuple[Suggestion, ...]]:
    """Yield what the rules suggest, a paragraph at a time."""
    if len(article.text) > LONGEST:
        return
    from annotator.marking.proposing import proposing

    yield from proposing(article, desk.schema)


def said_of(faults: tuple[Fault, ...]) -> str:
    """Return what to say of lines and commands that were refused; "" if none was."""
    if not faults:
        return ""
    more = f" (and {len(faults) - 1} more; annotate check --suggestions names them)"
    return f"{faults[0]}{more if faults[1:] else ''}"
