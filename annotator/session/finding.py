"""Commands that find: annotations in reading order, and words in the article."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from annotator.marking.annotation import SPAN_LIMIT
from annotator.marking.labels import Label
from annotator.marking.motion import tidied
from annotator.marking.selection import over
from annotator.session.command import Command
from annotator.session.making import annotation_of, words
from annotator.session.request import AskSearch, Show
from annotator.session.searching import find
from annotator.session.session import Changes, Session, Step, acted
from annotator.text.span import Span


def search(session: Session, query: str) -> Step:
    """Find `query` (see `searching.find`) and select the first hit at or after the cursor."""
    sought = " ".join(query.split())
    if not sought:
        return Step(replace(session, query="", hits=(), message=""))
    found = find(session.article, sought)
    after = replace(session, query=sought, hits=found.hits)
    if not found.hits:
        return Step(after.saying(found.fault or _not_found(sought)))
    index = bisect_left(found.hits, (session.selection.span.start,)) % len(found.hits)
    hit = _on_hit(after, index)
    said = f"{hit.message} · {found.fault}" if found.fault else hit.message
    return Step(hit.saying(f"nearly: {said}" if found.nearly else said))


def show_hits(session: Session) -> Step:
    """Ask the screen for the list of all hits, if there are any."""
    if not session.hits:
        return Step(session.saying("nothing searched for yet; / searches"))
    return Step(session, requests=(Show("hits"),))


def tag_hits(session: Session, label: Label, hits: Sequence[Span]) -> Step:
    """Tag hits as one act; those that have the label already keep it."""
    if session.read_only:
        return Step(session.saying(session.read_only))
    annotations = session.state.annotations
    spans = dict.fromkeys(tidied(session.article, hit) for hit in hits)
    fresh = [
        span
        for span in spans
        if 0 < span.length <= SPAN_LIMIT
        and not any(other.label == label.name for other in annotations.on(span))
    ]
    if not fresh:
        return Step(session.saying("nothing to tag: they have that label already"))
    made = [annotation_of(session, label.name, span, i) for i, span in enumerate(fresh, 1)]
    changes: Changes = [(annotation.id, annotation) for annotation in made]
    count = f"{len(made)} hit{'s' * (len(made) != 1)}"
    return acted(session, changes, f"{count} tagged as {label.name}; U takes them back")


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
        return Step(session.saying("no annotation here"))
    index = (stack.index(current) + 1) % len(stack)
    said = f"{index + 1} of {len(stack)}: {stack[index].label} {words(stack[index])}"
    return Step(replace(session, focus=stack[index].id, message=said))


def _caret(session: Session) -> Span:
    return Span(session.cursor, session.cursor)


def _on_hit(session: Session, index: int) -> Session:
    """Select a hit, as whole graphemes: an `e` may have been found in an é of two code points."""
    hit = session.hits[index]
    span = tidied(session.article, hit)
    after = session.selected(over(span)) if span.length else session.at(hit.start)
    said = f"{index + 1} of {len(session.hits)} “{session.query}”; F next, B back, % lists"
    return after.saying(said)


def _not_found(query: str) -> str:
    capitals = "" if query == query.lower() else " (its capitals matter)"
    return f"“{query}” is not in this article{capitals}"


ANNOTATION_CHOICES: tuple[Command, ...] = (
    Command(
        id="annotation.next",
        title="next annotation",
        help="Select the next annotation",
        group="Annotation",
        keys=("P",),
        run=to_annotation(forward=True),
    ),
    Command(
        id="annotation.previous",
        title="previous annotation",
        help="Select the previous annotation",
        group="Annotation",
        keys=("@",),
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
        help="Search in the article; /…/ is a regular expression",
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
    Command(
        id="find.list",
        title="list hits",
        help="List all hits in their context, to tag them at once",
        group="Find",
        keys=("%",),
        run=show_hits,
    ),
)
