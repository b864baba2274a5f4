"""Session: one sitting with one article, in one value; and Step, what a command makes of it."""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum

from msgspec import Struct, field, structs
from msgspec.structs import replace

from annotator.marking.anchor import stands
from annotator.marking.annotation import Annotation, Record
from annotator.marking.labels import LabelSchema
from annotator.marking.motion import cursor_offset, settled, tidied
from annotator.marking.selection import Selection, caret
from annotator.marking.suggestion import Suggestion
from annotator.marking.suggestion_set import SuggestionSet
from annotator.session.event import Event
from annotator.session.limits import Limits, how_to_raise
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
    HINT = "hint"


class Hinting(Struct, frozen=True):
    """A jump under way: to which words it can still lead, by what was typed of them so far.

    `targets` are the words, in reading order, of what is `visible`; `letters` is what was typed;
    `extends` says that the jump moves the end of the selection. `hints` has the key of each word
    that has one, by its start.
    """

    extends: bool
    targets: tuple[Span, ...]
    visible: Span
    letters: str = ""
    hints: tuple[tuple[str, int], ...] = ()


class Session(Struct, frozen=True):
    """Everything that a key can read or change.

    `ladder` holds the selections from which the present one was grown, oldest first. `focus` is
    the id of the annotation that the person picked among those under the cursor ("" for the
    innermost). `hits` are what the last search found. `message` is what the last command has to
    say. `read_only` says why nothing can be changed ("" when it can).

    `suggestions` are all that were made, decided or not; `hides_suggestions` keeps them from sight,
    and `looking` says that more may come ("" when none will).
    `offer` is the one in hand, `sweep` what a sweep goes through (None: no sweep), `came_from` the
    offset from which the other forms of a name are being visited. `exact` says that the ends of the
    selection were chosen by character, so that nothing is trimmed off them. `last_act` does again
    what was done last. `hinting` is a jump under way, and `standing` are hints that stay (None:
    there are none). `spent` says why nothing new could be selected: a label key then tags nothing.
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
    suggestions: SuggestionSet = SuggestionSet()
    hides_suggestions: bool = False
    looking: str = ""
    offer: Suggestion | None = None
    exact: bool = False
    sweep: Span | None = None
    came_from: int | None = None
    last_act: "Callable[[Session], Step] | None" = None
    hinting: Hinting | None = None
    standing: tuple[tuple[str, int], ...] | None = None
    spent: str = ""
    message: str = ""
    read_only: str = ""
    moment: Moment = Moment(0, 0)
    limits: Limits = Limits()

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

        Those with exactly the selected span, give or take outer white space, if there are any;
        else those under the cursor.
        """
        return self.on_selection() or self.state.annotations.at(self.cursor)

    def on_selection(self) -> tuple[Annotation, ...]:
        """Return the annotations with exactly the selected span; none when nothing is selected."""
        if self.selection.empty:
            return ()
        annotations, span = self.state.annotations, self.selection.span
        return annotations.on(span) or annotations.on(tidied(self.article, span))

    def chosen(self) -> Span | None:
        """Return what the person selected; None: nothing, or only what was tagged or in hand."""
        if self.selection.empty or self.offer is not None or self.focus_selected():
            return None
        return self.selection.span

    def focus_selected(self) -> bool:
        """Say whether what is selected is the annotation that was made or picked last."""
        return any(annotation.id == self.focus for annotation in self.on_selection())

    def current(self) -> Annotation | None:
        """Return the annotation that a command about one annotation means."""
        stack = self.stack()
        picked = [annotation for annotation in stack if annotation.id == self.focus]
        return next(iter(picked or stack), None)

    def selected(
        self, selection: Selection, mode: Mode = Mode.READ, *, focus: str = ""
    ) -> "Session":
        """Return the session with another selection; what was picked or in hand is so no more."""
        return replace(
            self,
            selection=selection,
            mode=mode,
            ladder=(),
            focus=focus,
            offer=None,
            came_from=None,
            exact=False,
        )

    def reshaped(self, selection: Selection, mode: Mode, *, exact: bool = False) -> "Session":
        """Return the session with the selection changed at its ends: what is in hand stays."""
        return replace(self, selection=selection, mode=mode, ladder=(), exact=exact)

    def at(self, offset: int) -> "Session":
        """Return the session with the cursor at the nearest place to `offset` and no selection."""
        return self.selected(caret(settled(self.article, offset)))

    def told(self, events: Iterable[Event]) -> "Session":
        """Return the session after events from elsewhere; orphans among them are not shown."""
        told = tuple(events)
        state = apply(self.state, told)
        return replace(self, state=_without_orphans(state, self.article, told))

    def stamped(self, moment: Moment) -> "Session":
        """Return the session at another moment."""
        return replace(self, moment=moment)

    def saying(self, message: str) -> "Session":
        """Return the session with something to say."""
        return replace(self, message=message)


class Step(Struct, frozen=True):
    """The session after a command, the events to save, and what the screen is asked to do."""

    session: Session
    events: tuple[Event, ...] = ()
    requests: tuple[Request, ...] = ()


Changes = Sequence[tuple[str, Record | None]]
"""Ids with the record each is to have from now on; None deletes."""


def acted(
    session: Session, changes: Changes, message: str, *, undoes: str = "", redoes: str = ""
) -> Step:
    """Return the step that carries out `changes` as one batch, stamped by the session's moment.

    An annotation whose words do not stand in the article, brought back by an undo from before the
    article changed, is in the events but not in the session: it is an orphan.
    """
    if not (undoes or redoes) and (too_many := _too_many(session, changes)):
        return Step(session.saying(too_many))
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
    state = _without_orphans(apply(session.state, events), session.article, events)
    return Step(replace(session, state=state, message=message), events)


def _too_many(session: Session, changes: Changes) -> str:
    """Say that so many annotations would be beyond the limit; "" if they would not."""
    known, most = session.state.annotations.by_id, session.limits.annotations
    new = sum(isinstance(record, Annotation) and key not in known for key, record in changes)
    if not new or len(known) + new <= most:
        return ""
    many = f"{most:,} annotation{'s' * (most != 1)}"
    return f"not done: you may have {many} in an article; {how_to_raise('annotations')}"


def _without_orphans(state: State, article: Article, events: Iterable[Event]) -> State:
    """Return the state without those annotations of `events` that do not stand in the article."""
    touched = (state.annotations.by_id.get(event.id) for event in events)
    orphans = [one.id for one in touched if one is not None and not stands(article.text, one)]
    if not orphans:
        return state
    return replace(state, annotations=state.annotations.changed(removed=orphans))


def _stamped(record: Record, by: str, ts: str) -> Record:
    """Return the record as changed by that annotator at that time."""
    return structs.replace(record, by=by, ts=ts)
