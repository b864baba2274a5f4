"""Prompt: the one line in which a person types a search or a note."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

ENDS = ("enter", "escape")
"""Keys upon which an answer follows."""


class Line(Input):
    """An input that takes all that is pasted, several lines as one."""

    def _on_paste(self, event: events.Paste) -> None:
        """Join the lines, before Textual's own handler takes the first one alone."""
        event.text = " ".join(event.text.split("\n"))


class Prompt(Horizontal):
    """A title and an input over the status row; always mounted, shown when something is asked."""

    DEFAULT_CSS = """
    Prompt { layer: prompt; dock: bottom; height: 1; margin-bottom: 1; display: none; }
    Prompt Static { width: auto; padding: 0 1; text-style: reverse; }
    Prompt Input { width: 1fr; border: none; padding: 0 1; height: 1; }
    Prompt Input:focus { border: none; }
    """

    class Answered(Message):
        """What the person typed for `purpose`; `text` is None when they left it."""

        def __init__(self, purpose: str, text: str | None) -> None:
            super().__init__()
            self.purpose = purpose
            self.text = text

    def __init__(self) -> None:
        super().__init__()
        self._purpose = ""

    def compose(self) -> ComposeResult:
        """Make the two parts."""
        yield Static()
        yield Line()

    def ask(self, purpose: str, title: str, text: str = "") -> None:
        """Show the prompt; the answer comes as a message."""
        self._purpose = purpose
        self.query_one(Static).update(Content(title))
        line = self.query_one(Input)
        line.value = text
        line.cursor_position = len(text)
        self.display = True
        self.focus_line()

    def focus_line(self) -> None:
        """Let keys go to the line at once, wherever the mouse has been meanwhile."""
        self.screen.set_focus(self.query_one(Input), scroll_visible=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the answer."""
        event.stop()
        self._answer(event.value)

    def key_escape(self) -> None:
        """Leave without an answer."""
        self._answer(None)

    def _answer(self, text: str | None) -> None:
        self.display = False
        self.post_message(self.Answered(self._purpose, text))
