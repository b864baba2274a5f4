"""Commands that find: annotations in reading order, and words in the article."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace

from annotator.marking.selection import over
from annotator.session.command import Command
from annotator.session.request import AskSearch
from annotator.session.session import Session, Step
from annotator.text.span import Span

_LIKE = {
    " ": r"\s+",
    "'": "['’‘ʼ]",
    '"': '["“”„«»]',
    "-": "[-‐‑–—]",  # noqa: RUF001 - the dashes that articles really use
}
"""What a typed character stands for in an article, where one cannot type what stands there."""


def search(session: Session, query: str) -> Step:
    """Find `query` and select the first hit at or after the cursor.

    Capitals matter only if the query has some. A blank matches any white space, a straight quote
    or dash also its typographic kin.
    """
    words = " ".join(query.split())
    if not words:
        return Step(replace(session, query="", hits=(), message=""))
    hits = tuple(Span(*found.span()) for found in _pattern(words).finditer(session.article.text))
    found = replace(session, query=words, hits=hits)
    if not hits:
        return Step(found.saying(f"“{words}” is not in this article"))
    index = bisect_left(hits, (session.selection.span.start,)) % len(hits)
    return Step(_on_hit(found, index))


def to_hit(*, forward: bool) -> Callable[[Session], Step]:
    """Return the command that selects the next or previous hit, around the article's end."""

    def run(session: Session) -> Step:
        if not session.hits:
            return Step(session.saying("nothing found yet; / searches"))
        start = session.selection.span.start
        if forward:
            index = bisect_right(session.hits, (start, len(session.article.text) + 1))
        else:
            index = bisect_left(session.hits, (start,)) - 1
        return Step(_on_hit(session, index % len(session.hits)))

    return run


def to_annotation(*, forward: bool) -> Callable[[Session], Step]:
    """Return the command that selects the next or previous annotation in reading order."""

    def run(session: Session) -> Step:
        annotations = session.state.annotations
        span = session.selection.span if not session.selection.empty else _caret(session)
        found = annotations.following(span) if forward else annotations.preceding(span)
        if found is None:
            where = "after" if forward else "before"
            return Step(session.saying(f"no annotation {where} this one"))
        return Step(replace(session.selected(over(found.span)), focus=found.id))

    return run


def focus_next(session: Session) -> Step:
    """Pick the next annotation of those under the cursor, from the inside out."""
    stack = session.stack()
    current = session.current()
    if current is None:
        return Step(session.saying("no annotation here; Tab goes to the next one"))
    following = stack[(stack.index(current) + 1) % len(stack)]
    return Step(replace(session, focus=following.id))


def _caret(session: Session) -> Span:
    return Span(session.cursor, session.cursor)


def _pattern(words: str) -> re.Pattern[str]:
    flags = re.NOFLAG if words != words.lower() else re.IGNORECASE
    return re.compile("".join(_LIKE.get(char) or re.escape(char) for char in words), flags)


def _on_hit(session: Session, index: int) -> Session:
    said = f"{index + 1} of {len(session.hits)} “{session.query}”; F next, B back"
    return session.selected(over(session.hits[index])).saying(said)


FINDS: tuple[Command, ...] = (
    Command(
        "annotation.next", "next annotation", "Select the next annotation", "Annotation",
        ("tab",), to_annotation(forward=True),
    ),
    Command(
        "annotation.previous", "previous annotation", "Select the previous annotation",
        "Annotation", ("@",), to_annotation(forward=False), extras=("shift+tab",),
    ),
    Command(
        "annotation.focus", "next under cursor",
        "Pick the next of several annotations under the cursor", "Annotation", ("`",), focus_next,
    ),
    Command(
        "find.search", "search", "Search in the article", "Find", ("/",),
        lambda session: Step(session, requests=(AskSearch(),)),
    ),
    Command(
        "find.next", "next hit", "Select the next hit", "Find", ("F",), to_hit(forward=True)
    ),
    Command(
        "find.previous", "previous hit", "Select the previous hit", "Find", ("B",),
        to_hit(forward=False),
    ),
)
