"""Header, status and hints: the rows around the article."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from annotator.session.command import Command
from annotator.session.commands import REOPEN, WRITE_BACK
from annotator.session.keymap import Keymap
from annotator.session.offering import in_hand, names_things
from annotator.session.reviewing import is_done, reviewed_count
from annotator.session.session import Mode, Session
from annotator.text.display import display_line
from annotator.ui.cells import width
from annotator.ui.ink import Ink, Piece, Row
from annotator.ui.rows import bar

NARROW = 72
"""Columns below which the row of hints has the labels' keys without their names."""


class Saving(Struct, frozen=True):
    """How the saving goes: changes on disk, changes under way, and why they fail ("" if not).

    `lost`: the log no longer holds what was saved in it, and a person must say what to do.
    """

    saved: int = 0
    unsaved: int = 0
    failure: str = ""
    lost: bool = False


def header(session: Session, place: str, columns: int) -> Row:
    """Return the top row: the article, where it stands in the list (`place`), what is special."""
    article = session.article
    facts = [place] if place else []
    if is_done(session.state):
        facts.append("done")
    if article.guessed:
        facts.append(f"read as {article.encoding} (guessed)")
    if session.read_only:
        facts.append("READ ONLY")
    return bar(" " + article.heading, " · ".join(facts) + " ", columns, Ink("header"))


def status(session: Session, saving: Saving, columns: int) -> Row:
    """Return the status row: on the left the last message or the selection, then where we are.

    When it is too narrow, facts on the right give way, the least worth first.
    """
    total, count = len(session.article.paragraphs), len(session.state.annotations)
    left, saved = f" {_said(session)}", _saved(saving)
    if saving.failure:
        left, saved = f" NOT SAVED ({saving.unsaved}): {saving.failure}", ""
    facts = [
        (f"paragraph {min(session.paragraph + 1, total)} of {total}", 2),
        (f"{reviewed_count(session.state)} reviewed", 0),
        (f"{count} annotation{'s' * (count != 1)}", 1),
        (saved, 4),
        (session.annotator, 3),
    ]
    for least in range(5):
        kept = [fact for fact, worth in facts if fact and worth >= least]
        right = " · ".join(kept) + " "
        if width(left) + width(right) + 2 <= columns:
            break
    return bar(left, right, columns, Ink("alert" if saving.failure else "status"))


def hints(
    session: Session,
    keymap: Keymap,
    colour: Callable[[str], str],
    columns: int,
    state: str = "",
) -> Row:
    """Return the bottom row: the label keys and those that matter most in this state.

    In the state `lost` a log no longer holds what was saved in it: what can be done comes first. In
    `typing` keys are for a line of text.
    """
    if state == "typing":
        return bar(" Enter keeps what is typed  Esc goes back", "", columns, Ink("hint"))
    if session.mode is Mode.HINT:
        said = " type the word, or the key beside it  Esc ends the jump"
        return bar(said, "", columns, Ink("hint"))
    pieces: list[Piece] = [Piece(" ", Ink("hint"), 1)]
    used, last = 1, _hint(_by_id(keymap)["help"], colour)
    choices = (
        [_hint(_by_id(keymap)[name], colour) for name in (WRITE_BACK, REOPEN)]
        if state == "lost"
        else []
    )
    for hint in (*choices, *_hinted(session, keymap, colour, narrow=columns < NARROW)):
        if used + _cells(hint) + _cells(last) <= columns:
            pieces += hint
            used += _cells(hint)
    pieces += last
    rest = max(0, columns - used - _cells(last))
    return (*pieces, Piece(" " * rest, Ink("hint"), rest))


def _hint(
    command: Command, colour: Callable[[str], str], title: str | None = None
) -> tuple[Piece, Piece]:
    key = key_name(next(iter((*command.keys, *command.extras)), ""))
    title = f" {display_line(command.title if title is None else title)}  "
    ink = Ink("key", colour(command.title) if command.group == "Tag" else "")
    return Piece(key, ink, width(key)), Piece(title, Ink("hint"), width(title))


def _cells(pieces: Sequence[Piece]) -> int:
    return sum(piece.cells for piece in pieces)


def _by_id(keymap: Keymap) -> dict[str, Command]:
    return {command.id: command for command in keymap.commands}


def counted(number: int, noun: str) -> str:
    """Return a number and what it counts: 1 annotation, 2 annotations."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def key_name(key: str) -> str:
    """Return how a key is written for people: Space, Ctrl+P, ?."""
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))


def _hinted(
    session: Session, keymap: Keymap, colour: Callable[[str], str], *, narrow: bool
) -> Sequence[tuple[Piece, ...]]:
    """Return the hints in the order of their worth; a narrow window has only the labels' keys."""
    by_id = _by_id(keymap)
    labels = [command for command in keymap.commands if command.group == "Tag" and command.keys]
    tags: list[tuple[Piece, ...]] = [_hint(command, colour) for command in labels]
    if narrow and labels:
        tags = _keys_alone(labels, colour)
    if session.mode is Mode.RELABEL:
        return [*tags, _hint(by_id["select.clear"], colour)]
    wanted = [_hint(by_id[wish], colour, title) for wish, title in _wanted(session)]
    return [*wanted, *tags] if session.offer is not None else [*tags, *wanted]


def _keys_alone(labels: Sequence[Command], colour: Callable[[str], str]) -> list[tuple[Piece, ...]]:
    keys = [(key_name(command.keys[0]), colour(command.title)) for command in labels]
    tags = [
        (Piece(key, Ink("key", ink), width(key)), Piece(" ", Ink("hint"), 1)) for key, ink in keys
    ]
    return [*tags, (Piece("labels  ", Ink("hint"), len("labels  ")),)]


_SELECTING = ("move.next_word", "jump.extend", "select.swap", "select.extend", "select.clear")
_FORMS = (
    *("suggestion.accept", "suggestion.refuse", "annotation.mentions"),
    *("suggestion.accept_all", "select.clear"),
)
_HINTED = ("select.clear", "annotation.mentions", "extend.next_clause", "select.swap")


def _wanted(session: Session) -> Sequence[tuple[str, str | None]]:
    """Return the commands that matter most now, besides the labels', and other titles for some."""
    if session.offer is not None and session.offer.source == "mention":
        titles = {"annotation.mentions": "pass", "select.clear": "back"}
        return [(wish, titles.get(wish)) for wish in _FORMS]
    return [(wish, None) for wish in _commands_wanted(session)]


def _commands_wanted(session: Session) -> Sequence[str]:
    if session.mode is Mode.EXTEND or session.standing is not None:
        return _SELECTING if session.mode is Mode.EXTEND else _HINTED
    offer = in_hand(session)
    if offer is not None:
        last = "suggestion.hide" if session.sweep is None else "suggestion.sweep"
        named = ("annotation.mentions",) if names_things(session, offer.label) else ()
        return (
            *("suggestion.accept", "suggestion.refuse", *named),
            *("suggestion.next", "suggestion.accept_all", last),
        )
    if session.current() is not None:
        return (
            *("annotation.mentions", "annotation.remove", "annotation.relabel"),
            *("annotation.note", "annotation.edges", "suggestion.next"),
        )
    if session.hits:
        return "find.next", "find.previous", "find.list", "select.clear"
    if not session.selection.empty:
        return "jump.extend", "extend.next_word", "select.grow", "select.swap", "select.clear"
    shown = session.suggestions.ordered and not session.hides_suggestions
    suggested = ("suggestion.next",) if shown else ()
    return *suggested, "select.extend", "jump.word", "select.name", "review.next", "find.search"


def _saved(saving: Saving) -> str:
    return f"saving {saving.unsaved}…" if saving.unsaved else f"{saving.saved} saved"


def _said(session: Session) -> str:
    length = session.selection.span.length
    selected = counted(length, "character") if length else ""
    said = session.message
    if not said and selected:
        said = f"selecting, {selected}" if session.mode is Mode.EXTEND else f"selected {selected}"
    if session.sweep is not None:
        return f"sweep · {said}" if said else "sweep"
    return said
