"""Desk: what stays the same from article to article while the program runs."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from annotator.errors import AnnotatorError
from annotator.marking.labels import LabelSchema
from annotator.session.commands import REOPEN
from annotator.session.keymap import Keymap
from annotator.session.library import Library, Opened
from annotator.session.limits import Limits
from annotator.session.request import OpenNeighbour
from annotator.session.reviewing import is_reviewed, reviewed_count
from annotator.session.session import Session
from annotator.ui.chrome import key_name

QUIET = 3.0
"""Seconds without a save after which the names that were tagged are written down."""

SKIPPED = 50
"""Unreadable articles in a row that are passed over, at the most."""


class Desk(Struct):
    """The project folder, the schema, the keys, and the list of articles (empty until known).

    `left_at` has the offsets where articles were left since the program began. `suggests` False:
    the person codes blindly, and nothing is suggested.
    """

    library: Library
    schema: LabelSchema
    keymap: Keymap
    articles: Sequence[str] = ()
    left_at: dict[str, int] = {}
    suggests: bool = True
    limits: Limits = Limits()

    def list_articles(self) -> None:
        """Find out which articles there are."""
        self.articles = self.library.article_ids()

    async def listed(self) -> Sequence[str]:
        """Return which articles there are; waits until that is known."""
        if not self.articles:
            await asyncio.to_thread(self.list_articles)
        return self.articles

    def place(self, article_id: str) -> str:
        """Say where an article stands in the list, "" while the list is not known."""
        if article_id not in self.articles:
            return ""
        return f"{self.articles.index(article_id) + 1} of {len(self.articles)}"

    async def neighbours(self, article_id: str, request: OpenNeighbour) -> Sequence[str]:
        """Return the articles that the request may mean, best first; none at the list's end."""
        await self.listed()
        if request.unfinished:
            unfinished = partial(next, self._unfinished(article_id), None)
            found = await asyncio.to_thread(unfinished)
            return () if found is None else (found,)
        if article_id not in self.articles:
            return self.articles[:SKIPPED]
        index = self.articles.index(article_id) + request.step
        if request.step > 0:
            return self.articles[index:][:SKIPPED]
        return tuple(reversed(self.articles[: index + 1]))[:SKIPPED]

    async def open(self, candidates: Iterable[str]) -> tuple[Opened | None, list[str]]:
        """Open the first of the articles that can be read; say why the ones before cannot."""
        failures: list[str] = []
        for article_id in candidates:
            try:
                return await asyncio.to_thread(self.library.open, article_id), failures
            except AnnotatorError as error:
                failures.append(str(error))
        return None, failures

    async def remember(self) -> None:
        """Write down the names that were tagged, once nothing has been saved for a while."""
        await asyncio.sleep(QUIET)
        await asyncio.to_thread(self.library.remember)

    def _unfinished(self, article_id: str) -> Iterator[str]:
        """Yield the articles that are not done: those after this one, then those before it."""
        start = self.articles.index(article_id) + 1 if article_id in self.articles else 0
        for other in (*self.articles[start:], *self.articles[:start]):
            if other != article_id and not self.library.progress(other).done:
                yield other

    def session(self, opened: Opened, offset: int | None) -> Session:
        """Return the sitting with an article, at `offset` or where the reviewing stopped."""
        session = Session(
            article=opened.article,
            schema=self.schema,
            annotator=self.library.annotator,
            state=opened.state,
            read_only=opened.read_only,
            limits=self.limits,
        )
        if offset is None:
            offset = self.left_at.get(opened.article.id)
        start = _first_to_review(opened) if offset is None else offset
        again = key_name(self.keymap.key(REOPEN))
        return session.at(start).saying(" · ".join(_warnings(opened, again)))


def _first_to_review(opened: Opened) -> int:
    paragraphs = opened.article.paragraphs
    if not paragraphs:
        return 0
    if reviewed_count(opened.state):
        for paragraph in paragraphs:
            if not is_reviewed(opened.state, paragraph):
                return paragraph.start
    return paragraphs[0].start


def _warnings(opened: Opened, again: str) -> Iterator[str]:
    """Yield what the person must know; `again` is the key that opens the article anew."""
    if opened.read_only:
        tries = f"; {again} tries again" if again else ""
        yield f"READ ONLY: {opened.read_only}{tries}"
    if lines := len(opened.faults):
        yield f"unreadable lines of the log, kept: {lines}; annotate check names them"
    if gone := len(opened.orphans):
        yield f"annotations kept but not shown, their words being gone: {gone}"
    if not opened.article.paragraphs:
        yield "this article holds nothing but blanks"
