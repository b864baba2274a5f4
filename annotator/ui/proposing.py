"""Proposing: the suggestions for an article, gathered off the key path."""

import asyncio
from collections.abc import Callable, Sequence
from importlib import import_module
from time import monotonic

from annotator.marking.suggestion import Suggestion
from annotator.session.library import Proposals
from annotator.text.article import Article
from annotator.ui.desk import Desk
from annotator.ui.sitting import Sitting

WORK, BREATH = 0.003, 0.002
"""Seconds of work, and then seconds in which keys are taken."""

LOOKING = "still looking for suggestions"

LONGEST = 1_000_000
"""Code points of an article in which the rules look for something, at the most."""


async def propose(desk: Desk, sitting: Sitting, show: Callable[[str], None]) -> None:
    """Give a sitting the suggestions for its article: the quick ones first, then all.

    `show` is called after each change, with what is to be said ("" if nothing). What is needed is
    imported now, in a thread: no key waits for it.
    """
    for room in ("proposing", "remembering", "combining"):
        await asyncio.to_thread(import_module, f"annotator.marking.{room}")
    from annotator.marking.combining import combined, unrefused
    from annotator.marking.remembering import remembered

    article = sitting.session.article
    sitting.offer(sitting.session.suggestions, LOOKING)
    memory = asyncio.create_task(asyncio.to_thread(desk.library.memory, article.id))
    found = await _ruled(article, desk)
    if not memory.done():
        sitting.offer(combined(article, desk.schema, found), LOOKING)
        show("")
    labels = [label.name for label in desk.schema.labels]
    known = await memory
    found = unrefused(article, known, found)
    found += await asyncio.to_thread(remembered, article, known, labels)
    sitting.offer(combined(article, desk.schema, found))
    show("")
    given: list[Proposals] = []
    steps = desk.library.proposals(article, desk.schema)
    while proposals := await asyncio.to_thread(next, steps, None):
        given.append(proposals)
        found += proposals.suggestions
        if proposals.suggestions or proposals.faults:
            sitting.offer(combined(article, desk.schema, found))
            show(_said_of(given))


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


def _said_of(given: Sequence[Proposals]) -> str:
    """Return what to say of lines and commands that were refused; "" if none was."""
    faults = [fault for proposals in given for fault in proposals.faults]
    if not faults:
        return ""
    more = len(faults) - 1 + sum(proposals.more for proposals in given)
    checkable = any(proposals.faults and proposals.is_file for proposals in given)
    where = "; annotate check --suggestions names them" if checkable else ""
    return f"{faults[0]} (and {more:,} more{where})" if more else str(faults[0])
