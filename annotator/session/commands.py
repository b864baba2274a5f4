"""The command table, and what a key press makes of a session."""

from dataclasses import replace

from annotator.marking.labels import LabelSchema
from annotator.session.command import Command
from annotator.session.finding import FINDS
from annotator.session.keymap import Keymap
from annotator.session.moment import Moment
from annotator.session.moving import EXTENSIONS, MOVES
from annotator.session.request import OpenNeighbour, Quit, Request, Show, Toggle
from annotator.session.reviewing import REVIEWS
from annotator.session.selecting import SELECTS
from annotator.session.session import Mode, Session, Step
from annotator.session.tagging import ANNOTATION_CHANGES, label_commands
from annotator.session.undoing import UNDO


def _asks(  # noqa: PLR0913 - the columns of the table
    command_id: str, title: str, sentence: str, group: str, keys: tuple[str, ...],
    request: Request, extras: tuple[str, ...] = (),
) -> Command:
    """Return a command that only asks something of the screen."""
    return Command(
        command_id, title, sentence, group, keys,
        lambda session: Step(session, requests=(request,)), extras=extras,
    )


COMMANDS: tuple[Command, ...] = (
    *MOVES,
    *SELECTS,
    *EXTENSIONS,
    *FINDS[:3],
    *ANNOTATION_CHANGES,
    *UNDO,
    *REVIEWS,
    *FINDS[3:],
    _asks("article.list", "articles", "Choose an article from the list", "Article", ("O",),
          Show("articles")),
    _asks("article.next", "next article", "Open the next article", "Article", ("J",),
          OpenNeighbour(1)),
    _asks("article.previous", "previous article", "Open the previous article", "Article", ("K",),
          OpenNeighbour(-1)),
    _asks("view.alone", "paragraph alone", "Show the current paragraph alone, or all", "Program",
          ("Z",), Toggle("alone")),
    _asks("view.theme", "theme", "Switch between the dark, the light and the plain theme",
          "Program", ("T",), Toggle("theme")),
    _asks("help", "help", "Show all keys, and what the labels mean", "Program", ("?",),
          Show("help"), extras=("f1",)),
    _asks("palette", "commands", "Find a command by its name", "Program", (":",),
          Show("palette"), extras=("ctrl+p",)),
    _asks("quit", "quit", "Leave; everything is saved already", "Program", ("Q",), Quit(),
          extras=("ctrl+q",)),
)


def all_commands(schema: LabelSchema) -> tuple[Command, ...]:
    """Return every command of a session with that schema, the labels' first."""
    return (*label_commands(schema), *COMMANDS)


def press(session: Session, keymap: Keymap, key: str, moment: Moment) -> Step:
    """Return what a key makes of the session. Keys are named as in `keymap.py`."""
    command = keymap.command(key)
    if command is None:
        said = f"{key} does nothing here; ? shows the keys"
        return Step(replace(session, message=said, mode=_left(session.mode)))
    return perform(session, command, moment)


def perform(session: Session, command: Command, moment: Moment) -> Step:
    """Return what a command makes of the session, or why it cannot be carried out."""
    session = replace(session, message="", moment=moment)
    if reason := command.when(session):
        return Step(session.saying(reason))
    if session.mode is Mode.RELABEL and command.group != "Tag":
        return Step(replace(session, mode=Mode.READ, message="label not changed"))
    return command.run(session)


def _left(mode: Mode) -> Mode:
    """Return the mode after a key that means nothing: waiting for a label ends."""
    return Mode.READ if mode is Mode.RELABEL else mode
