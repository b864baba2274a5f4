"""Commands that find: annotations in reading order, and words in the article."""

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import Final
from unicodedata import normalize

from msgspec.structs import replace

from annotator.marking.motion import tidied
from annotator.marking.selection import over
from annotator.session.command import Command
from annotator.session.request import AskSearch
from annotator.session.session import Session, Step
from annotator.session.tagging import words
from annotator.text.span import Span

_ALIKE: Final = ("'’‘‚‛ʼ‹›", '"“”„‟«»', "-‐‑‒–—―−")
"""Characters that stand for one another: of most, keyboards have only the first."""

_CLASSES: Final = {char: f"[{re.escape(chars)}]" for chars in _ALIKE for char in chars}


def search(session: Session, query: str) -> Step:
    """Find `query` and select the first hit at or after the cursor.

    Capitals matter only if the query has some. A blank matches any white space, a quotation mark
    or dash all of its kin, an accented letter also the letter with a combining accent.
    """
    sought = " ".join(query.split())
    if not sought:
        return Step(replace(session, query="", hits=(), message=""))
    hits = tuple(Span(*match.span()) for match in _pattern(sought).finditer(session.article.text))
    found = replace(session, query=sought, hits=hits)
    if not hits:
        return Step(found.saying(_not_found(sought)))
    index = bisect_left(hits, (session.selection.span.start,)) % len(hits)
    return Step(_on_hit(found, index))


def to_hit(*, forward: bool) -> Callable[[Session], Step]:
    """Return the command that selects the next or previous hit, around the article's end."""

    def run(session: Session) -> Step:
        if not session.hits:
            said = _not_found(session.query) if session.query else "nothing searched for yet"
            return Step(session.saying(said))
        start, end = session.selection.span
        if forward:
            index = bisect_left(session.hits, (max(start + 1, end),))
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
        return Step(session.selected(over(found.span), focus=found.id))

    return run


def focus_next(session: Session) -> Step:
    """Pick the next annotation of those under the cursor, from the inside out."""
    stack = session.stack()
    current = session.current()
    if current is None:
        return Step(session.saying("no annotation here; Tab goes to the next one"))
    index = (stack.index(current) + 1) % len(stack)
    said = f"{index + 1} of {len(stack)}: {stack[index].label} {words(stack[index])}"
    return Step(replace(session, focus=stack[index].id, message=said))


def _caret(session: Session) -> Span:
    return Span(session.cursor, session.cursor)


def _pattern(query: str) -> re.Pattern[str]:
    flags = re.NOFLAG if query != query.lower() else re.IGNORECASE
    return re.compile("".join(map(_matching, normalize("NFC", query))), flags)


def _matching(char: str) -> str:
    """Return the pattern of what a typed character may stand for."""
    if char == " ":
        return r"\s+"
    if char in _CLASSES:
        return _CLASSES[char]
    apart = normalize("NFD", char)
    return re.escape(char) if apart == char else f"(?:{re.escape(char)}|{re.escape(apart)})"


def _on_hit(session: Session, index: int) -> Session:
    """Select a hit, as whole graphemes: an `e` may have been found in an é of two code points."""
    hit = session.hits[index]
    span = tidied(session.article, hit)
    after = session.selected(over(span)) if span.length else session.at(hit.start)
    return after.saying(f"{index + 1} of {len(session.hits)} “{session.query}”; F next, B back")


def _not_found(query: str) -> str:
    capitals = "" if query == query.lower() else " (its capitals matter)"
    return f"“{query}” is not in this article{capitals}"


ANNOTATION_CHOICES: tuple[Command, ...] = (
    Command(
        id="annotation.next",
        title="next annotation",
        help="Select the next annotation",
        group="Annotation",
        keys=("tab",),
        run=to_annotation(forward=True),
    ),
    Command(
        id="annotation.previous",
        title="previous annotation",
        help="Select the previous annotation",
        group="Annotation",
        keys=("@",),
        extras=("shift+tab",),
        run=to_annotation(forward=False),
    ),
    Command(
        id="annotation.focus",
        title="next under cursor",
        help="Pick the next of several annotations under the cursor",
        group="Annotation",
        keys=("`",),
        run=focus_next,
    ),
)

FINDS: tuple[Command, ...] = (
    Command(
        id="find.search",
        title="search",
        help="Search in the article",
        group="Find",
        keys=("/",),
        run=lambda session: Step(session, requests=(AskSearch(),)),
    ),
    Command(
        id="find.next",
        title="next hit",
        help="Select the next hit",
        group="Find",
        keys=("F",),
        run=to_hit(forward=True),
    ),
    Command(
        id="find.previous",
        title="previous hit",
        help="Select the previous hit",
        group="Find",
        keys=("B",),
        run=to_hit(forward=False),
    ),
)
