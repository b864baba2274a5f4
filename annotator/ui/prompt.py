"""Prompt: the one line in which a person types a search or a note."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from annotator.ui.key_names import ENDS


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
        self.screen.set_focus(line, scroll_visible=False)

    def ended_by(self, key: str) -> bool:
        """Say whether the key ends the prompt. It does when the line has got the keys before it.

        Other keys are for the line, which has the focus from now on.
        """
        line = self.query_one(Input)
        self.screen.set_focus(line, scroll_visible=False)
        if key in ENDS:
            line.call_later(self._answer, given=key == "enter")
        return key in ENDS

    def _answer(self, *, given: bool) -> None:
        text = self.query_one(Input).value if given else None
        self.display = False
        self.post_message(self.Answered(self._purpose, text))
