"""The hint jump: a letter or two of a word on the screen, then a hint where several are meant.

At first the nearest names, phrases and clauses that are not tagged yet have a hint, a capital: it
leads there at once. After each letter, every word that is still meant has a hint beside it. No hint
is a letter that a word could go on with, so the person may also type on.

Enter makes the first hints stay: then a capital leads to its place at any time, until Escape.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final
from unicodedata import combining, normalize

from msgspec.structs import replace

from annotator.marking.edges import closed
from annotator.marking.motion import reached
from annotator.marking.selection import Selection, caret, over
from annotator.session.command import Command
from annotator.session.request import FindVisible
from annotator.session.session import Hinting, Mode, Session, Step
from annotator.text.article import Article
from annotator.text.span import Span
from annotator.text.unit import Unit, units

HINT_KEYS: Final = "fjdkslaghrueiwoqptyvnbmcxz0123456789FJDKSLAGHRUEIWOQPTYVNBMCXZ"
"""Keys for hints, the easiest first."""

NEAR_KEYS: Final = "FJDKSLAHREIWOQPTYBMCXZ"
"""Keys for hints before anything is typed: a small letter begins a word.

Not G, V, N and U: while hints stay, one may want to jump, to go to the next name, and to undo.
"""

REFRESH: Final = FindVisible(extends=False, stays=True)
"""What is asked of the screen after each key while hints stay."""

ANY: Final = "space"
"""The key that means the start of every clause, where letters cannot be typed."""


def ask(*, extends: bool) -> Callable[[Session], Step]:
    """Return the command that begins a jump: the screen says what is visible."""

    def run(session: Session) -> Step:
        extending = extends or session.mode is Mode.EXTEND
        return Step(session, requests=(FindVisible(extends=extending),))

    return run


def begin(session: Session, visible: Span, *, extends: bool) -> Session:
    """Return the session waiting for the first letter of a word in `visible`."""
    targets = tuple(_units_in(session.article, Unit.WORD, visible))
    if not targets:
        return session.saying("no words on the screen")
    said = f"{'select to' if extends else 'go to'}: a hint, or the first letter; Space: any clause"
    near = _ends(session, visible) if extends else _starts(session, visible)
    hinting = Hinting(extends, targets, visible, hints=_hints(session.cursor, near, NEAR_KEYS))
    return replace(session, mode=Mode.HINT, hinting=hinting).saying(said)


def takes(session: Session, key: str) -> bool:
    """Say whether a key is for the jump under way; any other ends it and does its own work."""
    return session.hinting is not None and (
        len(key) == 1 or key in (ANY, "escape", "enter", "backspace")
    )


def typed(session: Session, key: str) -> Step:
    """Return what a key makes of a jump under way: a letter more or less, a hint, or its end.

    A letter with which no word goes on changes nothing: what is typed after it is no label key.
    """
    hinting = session.hinting
    if hinting is None or key in ("escape", "enter"):
        return _left(session, hinting, stays=key == "enter")
    if key == "backspace":
        return Step(_letter_back(session, hinting))
    leads = [start for hint, start in hinting.hints if hint == key]
    if key == ANY and not leads:
        return Step(session if hinting.letters else _among_clauses(session, hinting))
    letter = folded(key)
    left = tuple(t for t in hinting.targets if _goes_on(session.article, t, hinting, letter))
    if leads or len(left) == 1:
        return Step(_jumped(session, hinting, leads[0] if leads else left[0].start))
    if not left or not letter:
        sought = hinting.letters + letter
        said = f"no word on the screen begins with “{sought}”; Backspace, or Esc"
        return Step(session.saying(said))
    return Step(_narrowed(session, hinting, left, hinting.letters + letter))


def _letter_back(session: Session, hinting: Hinting) -> Session:
    """Return the jump without its last letter."""
    back = begin(ended(session), hinting.visible, extends=hinting.extends)
    for letter in hinting.letters[:-1]:
        back = typed(back, letter).session
    return back


def _left(session: Session, hinting: Hinting | None, *, stays: bool) -> Step:
    """Return the end of a jump; with `stays`, its first hints stay."""
    if hinting is None or not stays or hinting.letters or hinting.extends:
        return Step(ended(session).saying("jump ended"))
    said = "hints stay: a capital goes there at any time, Esc ends it"
    return Step(replace(ended(session), standing=()).saying(said))


def following(step: Step) -> Step:
    """Return the step, which asks where hints that stay belong after it."""
    if step.session.standing is None:
        return step
    return Step(step.session, step.events, (*step.requests, REFRESH))


def refreshed(session: Session, visible: Span) -> Session:
    """Return the session with the hints that stay where they belong now."""
    if session.standing is None:
        return session
    return replace(session, standing=_hints(session.cursor, _starts(session, visible), NEAR_KEYS))


def led(session: Session, key: str) -> Session | None:
    """Return the session where a hint that stays leads; None if the key is none."""
    start = dict(session.standing or ()).get(key)
    if start is None:
        return None
    extends = session.mode is Mode.EXTEND
    return _jumped(session, Hinting(extends, (), Span(0, 0)), start)


def folded(text: str) -> str:
    """Return letters as they are typed: without case and accents, curly marks straight."""
    apart = normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(char for char in apart if not combining(char))


def _units_in(article: Article, unit: Unit, visible: Span) -> Iterator[Span]:
    for paragraph in _paragraphs_in(article, visible):
        for span in units(article, unit, paragraph):
            if visible.start <= span.start < visible.end:
                yield span


def _starts(session: Session, visible: Span) -> Iterator[int]:
    """Yield where names, phrases and clauses begin that nobody tagged yet."""
    annotations, text = session.state.annotations, session.article.text
    for unit in (Unit.NAME, Unit.PHRASE, Unit.CLAUSE):
        for span in _units_in(session.article, unit, visible):
            has_room = not text[max(0, span.start - 1) : span.start].isalnum()
            if has_room and not annotations.on(span) and span.start != session.cursor:
                yield span.start


def _ends(session: Session, visible: Span) -> Iterator[int]:
    """Yield where the last words of names, phrases and clauses begin."""
    text = session.article.text
    for paragraph in _paragraphs_in(session.article, visible):
        words = units(session.article, Unit.WORD, paragraph)
        for unit in (Unit.NAME, Unit.PHRASE, Unit.CLAUSE):
            for span in units(session.article, unit, paragraph):
                index = bisect_left(words, (span.end,)) - 1
                if index >= 0 and visible.covers(words[index]) and _has_room(text, words[index]):
                    yield words[index].start


def _has_room(text: str, word: Span) -> bool:
    """Say whether a hint can stand beside a word, on a blank or a mark, and hide nothing."""
    around = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 1]
    return not all(map(str.isalnum, around))


def _paragraphs_in(article: Article, visible: Span) -> Iterator[int]:
    for paragraph in range(article.paragraph_at(visible.start), len(article.paragraphs)):
        if article.paragraphs[paragraph].start >= visible.end:
            return
        yield paragraph


def _goes_on(article: Article, target: Span, hinting: Hinting, letter: str) -> bool:
    return folded(article.quote(target)).startswith(hinting.letters + letter)


def _narrowed(session: Session, hinting: Hinting, left: tuple[Span, ...], letters: str) -> Session:
    """Give hints to the words that are left, the nearest first."""
    going_on = {folded(session.article.quote(t))[len(letters) : len(letters) + 1] for t in left}
    keys = [key for key in HINT_KEYS if folded(key) not in going_on]
    hints = _hints(session.cursor, (target.start for target in left), keys)
    after = replace(hinting, targets=left, letters=letters, hints=hints)
    return replace(session, hinting=after).saying(f"{letters}: a hint, or the next letter")


def _among_clauses(session: Session, hinting: Hinting) -> Session:
    """Give hints to the starts of clauses."""
    visible = Span(hinting.targets[0].start, hinting.targets[-1].end)
    clauses = tuple(_units_in(session.article, Unit.CLAUSE, visible))
    if not clauses:
        return ended(session).saying("no clauses on the screen")
    hints = _hints(session.cursor, (clause.start for clause in clauses), HINT_KEYS)
    after = replace(hinting, targets=(), hints=hints)
    return replace(session, hinting=after).saying("type a hint")


def _hints(cursor: int, starts: Iterable[int], keys: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Return a key for each of the nearest places, in reading order; ahead is nearer than back."""
    nearest = sorted(set(starts), key=lambda at: at - cursor if at >= cursor else 2 * (cursor - at))
    return tuple(sorted(zip(keys, nearest, strict=False), key=lambda hint: hint[1]))


def _jumped(session: Session, hinting: Hinting, start: int) -> Session:
    """Return the session at the word that starts there, or with the selection up to its far end."""
    after = ended(session)
    if not hinting.extends:
        return after.selected(caret(start))
    article = session.article
    words = units(article, Unit.WORD, article.paragraph_at(start))
    end = next((word.end for word in words if word.start == start), start + 1)
    anchor = session.selection.anchor
    if session.selection.empty and start < anchor:
        anchor = _end_of_word(article, anchor)
    if start >= session.selection.span.start:
        near = min(session.selection.anchor, session.selection.head)
        return after.reshaped(over(closed(article, Span(near, end))), Mode.READ)
    return after.reshaped(reached(article, Selection(anchor, anchor), start, keep=True), Mode.READ)


def _end_of_word(article: Article, offset: int) -> int:
    words = units(article, Unit.WORD, article.paragraph_at(offset))
    return next((word.end for word in words if word.start <= offset < word.end), offset)


def ended(session: Session) -> Session:
    """Return the session without the jump."""
    return replace(session, mode=Mode.READ, hinting=None, message="")


HINTS: tuple[Command, ...] = (
    Command(
        id="jump.word",
        title="go to a word",
        help="Go to a word: a hint, or its first letter and then a hint; Enter makes hints stay",
        group="Move",
        keys=("G",),
        run=ask(extends=False),
    ),
    Command(
        id="jump.extend",
        title="select to a word",
        help="Select up to a word on the screen: its first letter, then a hint or its next letter",
        group="Select",
        keys=("V",),
        run=ask(extends=True),
    ),
)
