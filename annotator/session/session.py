"""Session: one sitting with one article, in one value; and Step, what a command makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from msgspec import structs

from annotator.marking.annotation import Annotation, Record
from annotator.marking.labels import LabelSchema
from annotator.marking.motion import cursor_offset, settled
from annotator.marking.selection import Selection, caret
from annotator.session.event import Event
from annotator.session.moment import Moment
from annotator.session.request import Request
from annotator.session.state import State, apply
from annotator.text.article import Article
from annotator.text.span import Span


class Mode(Enum):
    """What the next key is taken for."""

    READ = "read"
    EXTEND = "extend"
    RELABEL = "relabel"


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that a key can read or change.

    `ladder` holds the selections from which the present one was grown, oldest first. `focus` is
    the id of the annotation that the person picked among those under the cursor ("" for the
    innermost). `hits` are what the last search found. `message` is what the last command has to
    say. `read_only` says why nothing can be changed ("" when it can).
    """

    article: Article
    schema: LabelSchema
    annotator: str
    state: State = field(default_factory=State)
    selection: Selection = Selection(0, 0)
    mode: Mode = Mode.READ
    ladder: tuple[Selection, ...] = ()
    focus: str = ""
    query: str = ""
    hits: tuple[Span, ...] = ()
    message: str = ""
    read_only: str = ""
    moment: Moment = Moment(0, 0)

    @property
    def cursor(self) -> int:
        """The start of the grapheme on which the cursor shows."""
        return cursor_offset(self.article, self.selection)

    @property
    def paragraph(self) -> int:
        """The index of the current paragraph."""
        return self.article.paragraph_at(self.cursor)

    def stack(self) -> tuple[Annotation, ...]:
        """Return the annotations that a command about an annotation may mean, innermost first.

        Those with exactly the selected span, if there are any; else those under the cursor.
        """
        annotations = self.state.annotations
        chosen = () if self.selection.empty else annotations.on(self.selection.span)
        return chosen or annotations.at(self.cursor)

    def current(self) -> Annotation | None:
        """Return the annotation that a command about one annotation means."""
        stack = self.stack()
        picked = [annotation for annotation in stack if annotation.id == self.focus]
        return next(iter(picked or stack), None)

    def selected(self, selection: Selection, mode: Mode = Mode.READ) -> "Session":
        """Return the session with another selection; the ladder and the focus are gone."""
        return replace(self, selection=selection, mode=mode, ladder=(), focus="")

    def at(self, offset: int) -> "Session":
        """Return the session with the cursor at the nearest place to `offset` and no selection."""
        return self.selected(caret(settled(self.article, offset)))

    def stamped(self, moment: Moment) -> "Session":
        """Return the session at another moment."""
        return replace(self, moment=moment)

    def saying(self, message: str) -> "Session":
        """Return the session with something to say."""
        return replace(self, message=message)


@dataclass(frozen=True, slots=True)
class Step:
    """The session after a command, the events to save, and what the screen is asked to do."""

    session: Session
    events: tuple[Event, ...] = ()
    requests: tuple[Request, ...] = ()


Changes = Sequence[tuple[str, Record | None]]
"""Ids with the record each is to have from now on; None deletes."""


def acted(
    session: Session, changes: Changes, message: str, *, undoes: str = "", redoes: str = ""
) -> Step:
    """Return the step that carries out `changes` as one batch, stamped by the session's moment."""
    moment, by = session.moment, session.annotator
    ts = moment.ts
    events = tuple(
        Event(
            id=record_id,
            rev=session.state.rev(record_id) + 1,
            by=by,
            ts=ts,
            batch=moment.ulid(),
            record=None if record is None else _stamped(record, by, ts),
            undoes=undoes,
            redoes=redoes,
        )
        for record_id, record in changes
    )
    after = replace(session, state=apply(session.state, events), message=message)
    return Step(after, events)


def _stamped(record: Record, by: str, ts: str) -> Record:
    """Return the record as changed by that annotator at that time."""
    return structs.replace(record, by=by, ts=ts)
