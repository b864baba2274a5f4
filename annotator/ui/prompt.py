"""Prompt: the one line in which a person types a search or a note."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

ENDS = ("enter", "escape")
"""Keys upon which an answer follows."""


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
        yield Input()

    def ask(self, purpose: str, title: str, text: str = "") -> None:
        """Show the prompt; the answer comes as a message."""
        self._purpose = purpose
        self.query_one(Static).update(Content(title))
        line = self.query_one(Input)
        line.value = text
        line.cursor_position = len(text)
        self.display = True
        self.screen.set_focus(line, scroll_visible=False)

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
