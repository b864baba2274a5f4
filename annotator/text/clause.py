"""Clauses of one paragraph: stretches of a sentence that may hold a claim of their own.

They are found by punctuation and conjunctions, not by grammar: a first grip, which a person moves
where it is wrong.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from annotator.text.blank import BLANKS
from annotator.text.inverted import INVERTED, closed_inside, opened_inside
from annotator.text.joint import acts, begins_said, joint_pattern, outside
from annotator.text.quotation import MARKS, SINGLE_MARKS, quotations
from annotator.text.sentence import sentences
from annotator.text.span import Span

__all__ = ["clauses", "quotations"]

# A quotation as short as this, in code points and in words, is part of the clause around it: a
# “moderate” view. One with punctuation inside is not.
_SHORT_QUOTATION: Final = 40, 5
_PUNCTUATION: Final = re.compile("[.,;:!?…،؛؟۔।、，；：。！？]")
_SEPARATOR: Final = re.compile(
    r"""
    (?P<none> (?<=\w)\(\w{1,3}\)                # journalist(s)
            | (?<=\d),[ ](?=(?:1[89]|20)\d\d\b) # March 3, 2016
            | (?<=\d)[,;:](?=\d) )              # 1,200
    | [,;(){}\[\]]
    | :(?!\S) | :(?=["“„«‘'‹])                  # but not https://
    | — | --+ | (?<!\S)[-–]+(?!\S)              # but not Al-Qaeda, 2016–17
    | [،؛、，；：。！？（）【】《》〈〉]
    """,
    re.VERBOSE,
)
_EDGES: Final = (
    frozenset(BLANKS + ",;:.!?…—–()[]{}*•·|<>" + "،؛؟۔।、，；：。！？（）【】《》〈〉")
    | MARKS - SINGLE_MARKS
    | INVERTED
)
_ABBREVIATION: Final = re.compile(r"(?:\b[^\W\d_]{1,2}\.){2,}$")

# Conjunctions between equals mostly join single words, so more words must stand on each side.
_EQUAL, _BELOW = 4, 2
_AHEAD: Final = 200  # code points after a conjunction that are looked at
# After one of these “that” only points at something, and “que” compares.
_POINTING: Final = re.compile(
    r"in|of|to|at|by|for|from|on|with|all|so|than|like|after|before|do|did|what|why|how|más|menos|plus|moins"
)


def clauses(paragraph: str, language: str) -> tuple[Span, ...]:
    """Return the clauses: ascending, apart, each within one sentence and with a letter or figure.

    A clause ends at a comma, semicolon, colon, dash or bracket, and at the marks of a quotation of
    more than five words; not inside `1,200`, `10:30`, `Al-Qaeda` or `March 3, 2016`. In English,
    German, French and Spanish it also ends before a conjunction, if a few words stand on both
    sides. A conjunction that only joins (and, that, because) lies outside, between two clauses; a
    relative word (which, who) stays inside. Blanks, punctuation and the marks of long quotations
    are trimmed off its ends, `¿` with its `?`; the full stop of `U.S.`, apostrophes, and the marks
    of short quotations stay.
    """
    kept: set[int] = set()
    cuts: list[Span] = []
    for start, end in quotations(paragraph):
        marks = [offset for offset in (start, end - 1) if paragraph[offset] in MARKS]
        if _is_short(paragraph[start:end]):
            kept.update(marks)
        else:
            cuts += (Span(offset, offset + 1) for offset in marks)
    for match in _SEPARATOR.finditer(paragraph):
        if match["none"] is None:
            cuts.append(Span(*match.span()))
        else:
            kept.update(range(*match.span()))
    cuts.sort()
    pieces = _pieces(paragraph, language, cuts)
    trimmed = (_bare(paragraph, language, piece, kept) for piece in pieces)
    return tuple(piece for piece in trimmed if any(map(str.isalnum, paragraph[slice(*piece)])))


def _is_short(quotation: str) -> bool:
    longest, most_words = _SHORT_QUOTATION
    return (
        len(quotation) <= longest
        and len(quotation.split()) <= most_words
        and not _PUNCTUATION.search(quotation)
    )


def _pieces(paragraph: str, language: str, cuts: Collection[Span]) -> Iterator[Span]:
    """Yield what lies between cuts and ends of sentences, parted once more at conjunctions."""
    upcoming = iter((*cuts, Span(len(paragraph), len(paragraph))))
    cut = next(upcoming)
    for start, end in sentences(paragraph, language):
        begin = start
        while cut.start < end:
            if cut.start >= begin:
                yield from _at_conjunctions(paragraph, language, Span(begin, cut.start))
                begin = cut.end
            cut = next(upcoming)
        if begin < end:
            yield from _at_conjunctions(paragraph, language, Span(begin, end))


def _at_conjunctions(paragraph: str, language: str, piece: Span) -> Iterator[Span]:
    """Yield the parts of a piece that begin with a conjunction, after the part before the first."""
    pattern = joint_pattern(language)
    begin = piece.start
    for match in pattern.finditer(paragraph, piece.start, piece.end) if pattern else ():
        few = _EQUAL if match.lastgroup == "equal" else _BELOW
        before = paragraph[begin : match.start()].split()
        after = paragraph[match.end() : min(piece.end, match.end() + _AHEAD)].split()
        if (
            len(before) >= (1 if before and begins_said(before[-1], match[0], language) else few)
            and not _POINTING.fullmatch(before[-1].lower())
            and len(after) >= few
            and ((match.lastgroup == "below" and len(before) >= few) or acts(after, language))
        ):
            yield Span(begin, match.start())
            begin = match.start()
    yield Span(begin, piece.end)


def _bare(paragraph: str, language: str, piece: Span, kept: Collection[int]) -> Span:
    """Return `piece` without what only joins it to its neighbours."""
    trimmed = _trim(paragraph, piece, kept)
    inner = Span(*outside(paragraph, *trimmed, language))
    return trimmed if inner == trimmed else _trim(paragraph, inner, kept)


def _trim(paragraph: str, piece: Span, kept: Collection[int]) -> Span:
    """Return `piece` without blanks and punctuation at its ends, but for the offsets to keep."""
    start, end = piece
    while (
        start < end
        and paragraph[start] in _EDGES
        and start not in kept
        and not closed_inside(paragraph, start, end)
    ):
        start += 1
    while (
        start < end
        and paragraph[end - 1] in _EDGES
        and end - 1 not in kept
        and not opened_inside(paragraph, start, end - 1)
    ):
        end -= 1
    if paragraph[end : end + 1] == "." and _ABBREVIATION.search(paragraph, start, end + 1):
        end += 1
    return Span(start, end)
