"""Header, status and hints: the rows around the article."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.session.command import Command
from annotator.session.keymap import Keymap
from annotator.session.reviewing import is_done, reviewed_count
from annotator.session.session import Mode, Session
from annotator.text.display import display_line
from annotator.ui.cells import clipped, width
from annotator.ui.ink import Ink, Piece, Row


@dataclass(frozen=True, slots=True)
class Saving:
    """How the saving goes: changes on disk, changes under way, and why they fail ("" if not)."""

    saved: int = 0
    unsaved: int = 0
    failure: str = ""


def header(session: Session, place: str, columns: int) -> Row:
    """Return the top row: the article, where it stands in the list (`place`), what is special."""
    article = session.article
    facts = [place] if place else []
    if is_done(session.state):
        facts.append("done")
    if article.guessed:
        facts.append(f"read as {article.encoding} (guessed)")
    if session.read_only:
        facts.append(f"READ ONLY: {session.read_only}")
    return bar(" " + article.id, " · ".join(facts) + " ", columns, Ink("header"))


def status(session: Session, saving: Saving, columns: int) -> Row:
    """Return the status row: on the left the last message or the selection, then where we are."""
    total = len(session.article.paragraphs)
    facts = [
        f"paragraph {min(session.paragraph + 1, total)} of {total}",
        f"{reviewed_count(session.state)} reviewed",
        f"{len(session.state.annotations)} annotations",
        _saved(saving),
        session.annotator,
    ]
    left = f" {_said(session)}"
    if saving.failure:
        left = f" NOT SAVED ({saving.unsaved}): {saving.failure}"
        facts.remove(_saved(saving))
    for droppable in (1, 2, 1, 0):
        right = " · ".join(facts) + " "
        if width(left) + width(right) + 2 <= columns or len(facts) < 3:  # noqa: PLR2004
            break
        del facts[droppable]
    right = " · ".join(facts) + " "
    return bar(left, right, columns, Ink("alert" if saving.failure else "status"))


def hints(session: Session, keymap: Keymap, colour: Callable[[str], str], columns: int) -> Row:
    """Return the bottom row: the label keys and those that matter most in this state."""
    pieces: list[Piece] = [Piece(" ", Ink("hint"), 1)]
    used = 1
    for command in _hinted(session, keymap):
        key = next(iter((*command.keys, *command.extras)), "")
        label = command.group == "Tag"
        ink = Ink("key", colour(command.title) if label else "")
        shown = f"{key_name(key)} {display_line(command.title)}"
        if used + width(shown) + 2 > columns:
            continue
        name = key_name(key)
        pieces.append(Piece(name, ink, width(name)))
        title = f" {display_line(command.title)}  "
        pieces.append(Piece(title, Ink("hint"), width(title)))
        used += width(name) + width(title)
    pieces.append(Piece(" " * (columns - used), Ink("hint"), columns - used))
    return tuple(pieces)


def bar(left: str, right: str, columns: int, ink: Ink) -> Row:
    """Return a row with text at both ends; the left one gives way, but keeps a third."""
    left, right = display_line(left, 500), display_line(right, 500)
    right = clipped(right, columns - min(width(left), columns // 3))
    left = clipped(left, columns - width(right))
    gap = " " * max(0, columns - width(left) - width(right))
    text = f"{left}{gap}{right}"
    return (Piece(text, ink, width(text)),)


def key_name(key: str) -> str:
    """Return how a key is written for people: Space, Ctrl+P, ?."""
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))


def _hinted(session: Session, keymap: Keymap) -> Sequence[Command]:
    by_id = {command.id: command for command in keymap.commands}
    labels = [command for command in keymap.commands if command.group == "Tag" and command.keys]
    if session.mode is Mode.RELABEL:
        return [*labels, by_id["select.clear"]]
    if session.mode is Mode.EXTEND:
        wanted = ["move.next_word", "select.swap", "select.extend", "select.clear"]
    elif session.current() is not None:
        wanted = ["annotation.remove", "annotation.relabel", "annotation.note", "annotation.next"]
    elif not session.selection.empty:
        wanted = ["select.grow", "select.shrink", "select.swap", "select.clear"]
    else:
        wanted = ["select.extend", "select.grow", "review.next", "find.search", "article.list"]
    return [*labels, *(by_id[wish] for wish in wanted), by_id["help"]]


def _saved(saving: Saving) -> str:
    return f"saving {saving.unsaved}…" if saving.unsaved else f"{saving.saved} saved"


def _said(session: Session) -> str:
    if session.message:
        return session.message
    length = session.selection.span.length
    if session.mode is Mode.EXTEND:
        return f"selecting, {length} characters"
    return f"selected {length} characters" if length else ""
