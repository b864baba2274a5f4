"""The command table, and what a key press makes of a session."""

from collections.abc import Callable

from msgspec.structs import replace

from annotator.marking.labels import LabelSchema
from annotator.session.command import Command
from annotator.session.finding import ANNOTATION_CHOICES, FINDS
from annotator.session.hinting import HINTS, ended, following, led, takes, typed
from annotator.session.keymap import Keymap
from annotator.session.mentioning import MENTIONS
from annotator.session.moment import Moment
from annotator.session.moving import EXTENSIONS, MOVES
from annotator.session.reanchoring import REANCHORS
from annotator.session.request import (
    OpenNeighbour,
    Quit,
    Reopen,
    Request,
    Show,
    Toggle,
    WriteBack,
)
from annotator.session.reshaping import RESHAPES
from annotator.session.reviewing import REVIEWS
from annotator.session.selecting import SELECTS
from annotator.session.session import Mode, Session, Step
from annotator.session.suggesting import SUGGESTION_COMMANDS
from annotator.session.tagging import ANNOTATION_CHANGES, label_commands
from annotator.session.undoing import UNDO

REOPEN, WRITE_BACK = "article.reopen", "article.write_back"
"""What goes on when a log no longer holds what was saved in it."""


def _asking(request: Request) -> Callable[[Session], Step]:
    """Return what a command does that only asks something of the screen."""
    return lambda session: Step(session, requests=(request,))


ARTICLES_AND_PROGRAM: tuple[Command, ...] = (
    Command(
        id="article.list",
        title="articles",
        help="Choose an article from the list",
        group="Article",
        keys=("O",),
        run=_asking(Show("articles")),
    ),
    Command(
        id="article.next",
        title="next article",
        help="Open the next article",
        group="Article",
        keys=("J",),
        run=_asking(OpenNeighbour(1)),
    ),
    Command(
        id="article.previous",
        title="previous article",
        help="Open the previous article",
        group="Article",
        keys=("K",),
        run=_asking(OpenNeighbour(-1)),
    ),
    Command(
        id=REOPEN,
        title="take what is there",
        help="Open the article anew, with its log as it is on the disk now",
        group="Article",
        keys=(),
        extras=("ctrl+l",),
        run=_asking(Reopen()),
    ),
    Command(
        id=WRITE_BACK,
        title="write back",
        help="Put back into the log what was saved in it, after others have replaced or removed it",
        group="Article",
        keys=(),
        extras=("ctrl+k",),
        run=_asking(WriteBack()),
    ),
    Command(
        id="view.alone",
        title="paragraph alone",
        help="Show the current paragraph alone, or all",
        group="Program",
        keys=("Z",),
        run=_asking(Toggle("alone")),
    ),
    Command(
        id="view.theme",
        title="theme",
        help="Switch between the dark, the light and the plain theme",
        group="Program",
        keys=("T",),
        run=_asking(Toggle("theme")),
    ),
    Command(
        id="help",
        title="help",
        help="Show all keys, and what the labels mean",
        group="Program",
        keys=("?",),
        extras=("f1",),
        run=_asking(Show("help")),
    ),
    Command(
        id="palette",
        title="commands",
        help="Find a command by its name",
        group="Program",
        keys=(":",),
        extras=("ctrl+p",),
        run=_asking(Show("palette")),
    ),
    Command(
        id="quit",
        title="quit",
        help="Leave; everything is saved already",
        group="Program",
        keys=("Q",),
        extras=("ctrl+q",),
        run=_asking(Quit()),
    ),
)

COMMANDS: tuple[Command, ...] = (
    *MOVES,
    *HINTS,
    *SELECTS,
    *EXTENSIONS,
    *MENTIONS,
    *SUGGESTION_COMMANDS,
    *ANNOTATION_CHOICES,
    *ANNOTATION_CHANGES,
    *REANCHORS,
    *RESHAPES,
    *UNDO,
    *REVIEWS,
    *FINDS,
    *ARTICLES_AND_PROGRAM,
)
"""All but the labels', in the order of the help."""


def all_commands(schema: LabelSchema) -> tuple[Command, ...]:
    """Return every command of a session with that schema, the labels' first."""
    return (*label_commands(schema), *COMMANDS)


def press(session: Session, keymap: Keymap, key: str, moment: Moment) -> Step:
    """Return what a key makes of the session. Keys are named as in `keymap.py`."""
    if session.mode is Mode.HINT:
        if takes(session, key):
            return following(typed(session, key))
        session = ended(session)
    if session.standing is not None and session.mode is not Mode.RELABEL:
        if key == "escape":
            return Step(replace(session, standing=None, message="hints are gone"))
        if (there := led(session, key)) is not None:
            return following(Step(there))
    command = keymap.command(key)
    if command is None:
        help_key = keymap.key("help")
        hint = f"; {help_key} shows the keys" if help_key else ""
        mode = Mode.READ if session.mode is Mode.RELABEL else session.mode
        return Step(replace(session, message=f"{key} does nothing here{hint}", mode=mode))
    return perform(session, command, moment)


def perform(session: Session, command: Command, moment: Moment) -> Step:
    """Return what a command makes of the session, or why it cannot be carried out."""
    mode = Mode.READ if session.mode is Mode.HINT else session.mode
    spent = session.spent if command.group == "Tag" else ""
    session = replace(session, message="", moment=moment, mode=mode, hinting=None, spent=spent)
    if session.mode is Mode.RELABEL and command.group != "Tag":
        return Step(replace(session, mode=Mode.READ, message="label not changed"))
    if reason := command.when(session):
        return Step(session.saying(reason))
    return following(command.run(session))
