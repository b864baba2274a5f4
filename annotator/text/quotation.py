"""Quotations: from mark to mark, nested ones too, with apostrophes told apart from marks."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from annotator.text.blank import BLANKS, trim
from annotator.text.span import Span

_DEEPEST: Final = 8  # Nobody quotes deeper, and it bounds the work on a paragraph of marks.

# Opening mark → the marks that may close it, by the habits of several languages, and by mistake.
_CLOSED_BY: Final = {
    "“": '”"“',
    "„": '“”"',
    "”": "”",
    '"': '"”',
    "‘": "’'",
    "‚": "‘’'",
    "'": "'’",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
}
MARKS: Final = frozenset("“”„\"‘’‚'«»‹›「」『』")
_MARK: Final = re.compile("[" + "".join(MARKS) + "]")
SINGLE_MARKS: Final = frozenset("'‘’‚")
_ALWAYS_OPENS: Final = frozenset("“„«‹「『")
_CLOSES_OR_OPENS: Final = frozenset("“\"‘’'")
_BEFORE_OPENING: Final = frozenset(BLANKS + "([{<>—–―-/:=,*_~|¿¡")
_NOT_AFTER_OPENING: Final = frozenset(BLANKS + ",;:!?)]}")
_WIDE: Final = "\u2e80"  # From here on scripts put no blanks between words.
_CLAUSE_END: Final = frozenset(".,:;!?…—–-(" + BLANKS)
_ELISION: Final = re.compile(
    r".(?:(?:\d\ds?|tis|twas|em|till?|cause|bout)\b(?!['’])|n\b)", re.IGNORECASE
)
_NEXT_SINGLE: Final = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[.,!?…])(?P<end>[’'])(?!\w)")


class _Open(NamedTuple):
    """A quotation that has begun."""

    start: int
    mark: str


def quotations(paragraph: str) -> tuple[Span, ...]:
    """Return the quotations, with their marks, in order of their start.

    One that is still open at the end of the paragraph runs to its end, as when it goes on in the
    next. A single mark must then stand at the start of a clause, or it is taken for an apostrophe.
    What is opened inside a quotation and not closed there is no quotation.
    """
    found: list[Span] = []
    begun: list[_Open] = []
    for match in _MARK.finditer(paragraph):
        offset, mark = match.start(), match[0]
        if mark in SINGLE_MARKS and _is_apostrophe(paragraph, offset):
            continue
        after_mark = bool(begun) and begun[-1].start == offset - 1
        opening = _can_open(paragraph, offset, after_mark=after_mark)
        closed = _closed(begun, mark, opening=opening)
        if closed is None:
            unspaced = bool(offset) and paragraph[offset - 1] >= _WIDE
            if len(begun) < _DEEPEST and _opens(paragraph, offset, likely=opening or unspaced):
                begun.append(_Open(offset, mark))
        elif not _is_plural_genitive(paragraph, offset):
            found.append(Span(begun[closed].start, offset + 1))
            del begun[closed:]
    end = trim(paragraph, Span(0, len(paragraph))).end
    found += [Span(start, end) for start, mark in begun if _runs_on(paragraph, start, mark)]
    return tuple(sorted(span for span in found if _holds_words(paragraph, span)))


def is_closed(text: str, quotation: Span) -> bool:
    """Say whether a quotation in `text` ends in its closing mark: one that runs on does not."""
    start, end = quotation
    return end - start > 1 and text[end - 1] in _CLOSED_BY[text[start]]


def _is_apostrophe(paragraph: str, offset: int) -> bool:
    """Say whether a single mark stands inside a word, or for letters left out before one."""
    before, after = (
        paragraph[offset - 1 : offset] if offset else "",
        paragraph[offset + 1 : offset + 2],
    )
    if before.isalnum() and after.isalnum():
        return before < _WIDE and after < _WIDE
    return not before.isalnum() and _ELISION.match(paragraph, offset) is not None


def _can_open(paragraph: str, offset: int, *, after_mark: bool) -> bool:
    """Say whether what is on both sides of a mark would suit the start of a quotation."""
    after = paragraph[offset + 1 : offset + 2]
    if not after or after in _NOT_AFTER_OPENING:
        return False
    return after_mark or not offset or paragraph[offset - 1] in _BEFORE_OPENING


def _closed(begun: Sequence[_Open], mark: str, *, opening: bool) -> int | None:
    """Return the index of the quotation that `mark` closes, if any."""
    for index in range(len(begun) - 1, -1, -1):
        opener = begun[index].mark
        if mark in _CLOSED_BY[opener]:
            in_doubt = mark in _CLOSES_OR_OPENS or mark == opener
            return None if opening and in_doubt else index
        if mark in SINGLE_MARKS:  # An apostrophe, most likely.
            return None
    return None


def _opens(paragraph: str, offset: int, *, likely: bool) -> bool:
    """Say whether a mark that closes nothing opens a quotation."""
    mark = paragraph[offset]
    if mark not in _CLOSED_BY or mark == "’":
        return False
    if mark == '"':  # But not 5" for inches, nor one left over at the end of a word.
        return likely or paragraph[offset + 1 : offset + 2].isalpha()
    return likely or mark in _ALWAYS_OPENS


def _is_plural_genitive(paragraph: str, offset: int) -> bool:
    """Say whether a mark in a quotation is that of “the soldiers’ base”, and the end comes later.

    The later one must follow the end of a clause, as in “‘The soldiers’ base fell,’ he said”.
    """
    if paragraph[offset] not in "’'" or paragraph[offset - 1] not in "sxz":
        return False
    if not re.match(r"\s+\w", paragraph[offset + 1 : offset + 9]):
        return False
    later = _NEXT_SINGLE.search(paragraph, offset + 1)
    return later is not None and later["end"] is not None


def _runs_on(paragraph: str, start: int, mark: str) -> bool:
    """Say whether a quotation left open is one, rather than an apostrophe before a name."""
    if mark not in SINGLE_MARKS:
        return True
    before = paragraph[:start].rstrip(BLANKS)
    return not before or before[-1] in _CLAUSE_END or before[-1] in _CLOSED_BY


def _holds_words(paragraph: str, span: Span) -> bool:
    return any(map(str.isalnum, paragraph[span.start : span.end]))
