"""The screen of changed places: the old words beside the new ones, and what is to become of each.

Nothing is written here: the answer goes to the reader.
"""

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from annotator.session.anchor_review import (
    AnchorReview,
    Choice,
    all_moved_accepted,
    chosen,
    moved_to,
)
from annotator.text.article import Article
from annotator.ui.anchor_rows import anchor_rows, entry_at
from annotator.ui.canvas import Canvas
from annotator.ui.theme import Theme

Decided = tuple[str, AnchorReview]
"""What is to be done now (`write`, `place` or `back`), and the review as it was left."""

_STEPS = {"up": -1, "down": 1, "tab": 1, "shift+tab": -1, "pageup": -10, "pagedown": 10}
_CHOICES = {"x": Choice.LEAVE, "backspace": Choice.REMOVE, "delete": Choice.REMOVE}


class Anchors(ModalScreen[Decided]):
    """Answers with what was decided. Small and capital letters mean the same here."""

    CSS = "Anchors { layout: vertical; }"

    def __init__(self, review: AnchorReview, article: Article, theme: Theme) -> None:
        super().__init__()
        self._review = review
        self._article = article
        self._inks = theme
        self._canvas = Canvas(theme)
        self._said = ""

    def compose(self) -> ComposeResult:
        """Make the one widget."""
        yield self._canvas

    def on_mount(self) -> None:
        """Show the list."""
        self.set_focus(self._canvas)
        self._draw()

    def on_resize(self) -> None:
        """Fit the window."""
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Move, decide, or leave."""
        event.stop()
        key, self._said = event.key.lower(), ""
        if key in _STEPS:
            self._review = moved_to(self._review, self._review.at + _STEPS[key])
        elif key in ("enter", "space"):
            self._decide(Choice.ACCEPT)
        elif key in _CHOICES:
            self._decide(_CHOICES[key])
        elif key == "a":
            self._review = all_moved_accepted(self._review)
        elif key in ("s", "w", "escape"):
            self.dismiss(({"s": "place", "w": "write"}.get(key, "back"), self._review))
            return
        self._draw()

    def on_canvas_pointed(self, pointed: Canvas.Pointed) -> None:
        """Take what the mouse points at in hand."""
        at = entry_at(self._review, self.size.height, pointed.y)
        if at is not None:
            self._review = moved_to(self._review, at)
            self._draw()

    def _decide(self, choice: Choice) -> None:
        before = self._review
        self._review = chosen(before, choice)
        decided = self._review.current
        if choice is Choice.ACCEPT and decided is not None and decided.span is None:
            self._said = "it has no place yet: S chooses one"
        elif decided is not None and self._review is not before and decided.choice is choice:
            self._review = moved_to(self._review, self._review.at + 1)

    def _draw(self) -> None:
        open_ones = sum(one.choice is Choice.OPEN for one in self._review.verdicts)
        decided = len(self._review.verdicts) - open_ones
        said = f"W writes {decided} as one change; {open_ones} undecided, left as they are"
        said = self._said or said
        size = max(20, self.size.width), max(6, self.size.height)
        self._canvas.show(anchor_rows(self._review, self._article, size, said), self._inks)
