"""The help: all keys from the command table, and what the labels of the schema mean."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotator.session.command import GROUPS, Command
from annotator.text.display import display_line
from annotator.ui.chrome import key_name
from annotator.ui.desk import Desk


class Help(ModalScreen[None]):
    """Scrolls by arrows, space and page keys; Escape, ? and Q close it."""

    CSS = """
    Help VerticalScroll { padding: 1 2; background: $background; }
    """
    BINDINGS = [  # noqa: RUF012 - as Textual declares it
        Binding("escape,question_mark,Q,q,f1", "dismiss", "close"),
        Binding("space", "page", "on"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """Make one scrolling page."""
        with VerticalScroll(can_focus=True):
            yield Static(Content("\n").join(_lines(self._desk)))

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def action_page(self) -> None:
        """Scroll on by a screen."""
        self.query_one(VerticalScroll).scroll_page_down(animate=False)


def _lines(desk: Desk) -> Iterator[Content]:
    yield Content("Esc closes this page; arrows and Space scroll.").stylize("italic")
    yield Content("")
    yield Content(f"Labels: {display_line(desk.schema.name)}").stylize("bold")
    for label in desk.schema.labels:
        name = display_line(label.name)
        about = display_line(label.description, 1000)
        yield Content.assemble(
            (f"  {label.key or '-':<9}", "bold"), f"{name}  ({label.unit})  {about}"
        )
        for example in label.examples:
            yield Content(" " * 11 + "e.g. " + display_line(example, 500))
    for group in GROUPS[:2] + GROUPS[3:]:
        yield Content("")
        yield Content(group).stylize("bold")
        for command in desk.keymap.commands:
            if command.group == group:
                yield Content.assemble((f"  {_keys(command):<22}", "bold"), command.help)


def _keys(command: Command) -> str:
    return "  ".join(key_name(key) for key in (*command.keys, *command.extras))
