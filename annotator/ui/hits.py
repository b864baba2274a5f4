"""The list of hits: each in its context, to be looked at, ticked or not, and tagged at once."""

from bisect import bisect_left

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from annotator.marking.labels import Label
from annotator.session.session import Session
from annotator.text.display import display, display_line
from annotator.ui.canvas import Canvas
from annotator.ui.cells import clipped, ending, width
from annotator.ui.ink import Ink, Piece, Row
from annotator.ui.rows import bar
from annotator.ui.telling import Answer
from annotator.ui.theme import Theme

CONTEXT = 400
"""Code points on each side of a hit that are looked at, at the most: more than a row shows."""

_STEPS = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10}


class Hits(ModalScreen[Answer | None]):
    """Answers with a label and the hits that are ticked, or None. Every hit is ticked at first."""

    CSS = "Hits { layout: vertical; }"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._hits = session.hits
        self._inks = theme
        self._left_out: set[int] = set()
        start = session.selection.span.start
        self._at = min(bisect_left(self._hits, (start,)), len(self._hits) - 1)
        self._top = 0
        self._labels = {label.key: label for label in session.schema.labels if label.key}
        self._canvas = Canvas(theme)

    def compose(self) -> ComposeResult:
        """Make the list."""
        yield self._canvas

    def on_mount(self) -> None:
        """Show the list."""
        self.set_focus(self._canvas)
        self._draw()

    def on_resize(self) -> None:
        """Fit the window."""
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Move, tick, tag with a label key, or go back."""
        event.stop()
        if event.key in _STEPS:
            self._at = min(max(self._at + _STEPS[event.key], 0), len(self._hits) - 1)
        elif event.key == "space":
            self._left_out ^= {self._at}
            self._at = min(self._at + 1, len(self._hits) - 1)
        elif event.character == "*":
            everything = set(range(len(self._hits)))
            self._left_out = set() if self._left_out else everything
        elif event.key in ("escape", "%", "percent_sign"):
            self.dismiss(None)
            return
        elif label := self._labels.get(event.character or ""):
            self._answer(label)
            return
        self._draw()

    def on_canvas_pointed(self, pointed: Canvas.Pointed) -> None:
        """Tick by mouse."""
        index = self._top + pointed.y - 1
        if pointed.y and 0 <= index < len(self._hits) and not pointed.drag:
            self._at = index
            self._left_out ^= {index}
            self._draw()

    def _answer(self, label: Label) -> None:
        ticked = tuple(hit for index, hit in enumerate(self._hits) if index not in self._left_out)
        if ticked:
            self.dismiss((label, ticked))

    def _draw(self) -> None:
        columns, height = max(10, self.size.width), max(1, self.size.height - 2)
        self._top = min(max(self._top, self._at - height + 1), self._at)
        visible = range(self._top, min(self._top + height, len(self._hits)))
        rows = [self._title(columns), *(self._row(index, columns) for index in visible)]
        rows += [(Piece(" " * columns, Ink("text"), columns),)] * (height - len(visible))
        rows.append(self._keys(columns))
        self._canvas.show(rows, self._inks)

    def _title(self, columns: int) -> Row:
        ticked = len(self._hits) - len(self._left_out)
        said = f" {ticked} of {len(self._hits)} hits of “{self._session.query}” are ticked"
        return bar(said, "", columns, Ink("header"))

    def _keys(self, columns: int) -> Row:
        named = "  ".join(f"{key} {label.name}" for key, label in self._labels.items())
        alone = f"{' '.join(self._labels)} labels"
        keys = " Space tick or not  * all or none  Esc back  "
        said = (display_line(f"{keys}{labels}", 400) for labels in (named, alone))
        fitting = (told for told in said if width(told) <= columns)
        return bar(next(fitting, f" {alone}  Esc back"), "", columns, Ink("hint"))

    def _row(self, index: int, columns: int) -> Row:
        """Return one hit with its words in the middle of the row."""
        hit, text = self._hits[index], self._session.article.text
        tick = " " if index in self._left_out else "✓"
        ink = Ink("status" if index == self._at else "text")
        paragraph = self._session.article.paragraphs[self._session.article.paragraph_at(hit.start)]
        before = display(text[max(paragraph.start, hit.start - CONTEXT) : hit.start])
        words = clipped(display(self._session.article.quote(hit)), max(1, columns // 2))
        after = display(text[hit.end : min(max(paragraph.end, hit.end), hit.end + CONTEXT)])
        lead = max(0, (columns - 4) // 3)
        before = ending(before, lead)
        before = " " * (lead - width(before)) + before
        rest = max(0, columns - 4 - lead - width(words))
        after = clipped(after, rest)
        pieces = [
            (f" {tick}  ", ink),
            (before, ink),
            (words, ink._replace(hit=True)),
            (after + " " * (rest - width(after)), ink),
        ]
        return tuple(Piece(shown, look, width(shown)) for shown, look in pieces if shown)
