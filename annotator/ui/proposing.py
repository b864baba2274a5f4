"""Proposing: the suggestions for an article, gathered off the key path."""

import asyncio
from collections.abc import Callable, Sequence
from importlib import import_module
from time import monotonic

from annotator.errors import Fault
from annotator.marking.suggestion import Suggestion
from annotator.text.article import Article
from annotator.ui.desk import Desk
from annotator.ui.sitting import Sitting

WORK, BREATH = 0.003, 0.002
"""Seconds of work, and then seconds in which keys are taken."""

LONGEST = 1_000_000
"""Code points of an article in which the rules look for something, at the most."""


async def propose(desk: Desk, sitting: Sitting, show: Callable[[str], None]) -> None:
    """Give a sitting the suggestions for its article: the quick ones first, then all.

    `show` is called after each change, with what is to be said ("" if nothing). What is needed is
    imported now, in a thread: no key waits for it.
    """
    for room in ("proposing", "remembering", "combining"):
        await asyncio.to_thread(import_module, f"annotator.marking.{room}")
    from annotator.marking.combining import combined
    from annotator.marking.remembering import remembered

    article = sitting.session.article
    memory = asyncio.create_task(asyncio.to_thread(desk.library.memory))
    found = await _ruled(article, desk)
    if not memory.done():
        sitting.offer(combined(desk.schema, found))
        show("")
    labels = [label.name for label in desk.schema.labels]
    found += await asyncio.to_thread(remembered, article, await memory, labels)
    sitting.offer(combined(desk.schema, found))
    show("")
    proposals = await asyncio.to_thread(desk.library.proposals, article, desk.schema)
    if proposals.suggestions or proposals.faults:
        sitting.offer(combined(desk.schema, [*found, *proposals.suggestions]))
        show(_said_of(proposals.faults))


async def _ruled(article: Article, desk: Desk) -> list[Suggestion]:
    """Return what the rules suggest; between slices of work keys are taken."""
    from annotator.marking.proposing import proposing

    found: list[Suggestion] = []
    if len(article.text) > LONGEST:
        return found
    begun = monotonic()
    for slice_ in proposing(article, desk.schema):
        found += slice_
        if monotonic() - begun > WORK:
            await asyncio.sleep(BREATH)
            begun = monotonic()
    return found


def _said_of(faults: Sequence[Fault]) -> str:
    """Return what to say of lines and commands that were refused; "" if none was."""
    if not faults:
        return ""
    more = f" (and {len(faults) - 1} more; annotate check --suggestions names them)"
    return f"{faults[0]}{more if faults[1:] else ''}"
