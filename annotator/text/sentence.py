"""Sentences of one paragraph, by sentencex where it is installed, by rules of our own where not.

Not every platform has a build of it: Windows on ARM and Alpine have none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, TypeAlias

from annotator.text.blank import BLANKS, trim
from annotator.text.quotation import MARKS, quotations
from annotator.text.span import Span

# Given a language and a text, return the offsets at which sentences end; the last is its length.
Splitter: TypeAlias = Callable[[str, str], Sequence[int]]

_LONG_QUOTATION: Final = 40  # Sentences of a shorter quotation are better left together.
_WINDOW: Final = 4_000  # sentencex takes quadratic time for Chinese, and for marks never closed.
_OVERLAP: Final = 100

# sentencex ends the process's work at a blank of several bytes after an initial ("J.\xa0Smith"),
# and at lone surrogates; a line end inside a paragraph is where a line was wrapped, and no more.
_PLAIN: Final = dict.fromkeys(map(ord, BLANKS), " ") | dict.fromkeys(
    range(0xD800, 0xE000), "\ufffd"
)
_STRANGE: Final = re.compile(f"[{BLANKS.replace(' ', '')}\ud800-\udfff]")

# Made only where there is no sentencex.
_STOP: Final = (
    r"[.!?…]+[\"'”’“‘»«)\]]*\s+(?=[\"'“‘‚„«‹»›”’(\[¿¡]*[^\W_a-zß-öø-ÿ])"
    r"|[\u061f\u06d4\u0964][\"”»)]*\s+"
    r"|[\u3002\uff01\uff1f]+[”’」』\uff09]*"
)
_ABBREVIATION: Final = (
    r"(?:\b(?:[^\W\d_]|Mrs?|Ms|[DJS]r|St|Prof|Gen|Col|Maj|Capt|Sgt|Lt|Adm|Rev|Hon|Gov|Sen|Rep"
    r"|Inc|Ltd|Corp|Bros|vs|Nos?|Nr|Art|Abs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
    r"|Mme|Mlle|Sra|Srta|bzw|usw|vgl|ca|cf)|\.[^\W\d_])\.\s+$"
)
# sentencex does not know Ms. and some others, and no sentence ends in any of these.
_TITLE: Final = re.compile(
    r"\b(?:Mrs?|Ms|Mx|Messrs|Drs?|Prof|Gen|Col|Lt|Sgt|Cpl|Capt|Maj|Adm|Cmdr|Rev|Hon|Gov|Sen|Rep"
    r"|Pres|Mme|Mlle|Sra|Srta|Dra|Dipl|Ing)\.\s*$"
)
_LONGEST_TITLE: Final = len("Messrs. ") + 2


def sentences(paragraph: str, language: str) -> tuple[Span, ...]:
    """Return the sentences: ascending, apart, trimmed, none without a letter or figure if any has.

    A quotation of 40 characters or more does not hold its sentences together: “One. Two,” he
    said, is cut after “One. Line ends are no ends of sentences.
    """
    flat = paragraph.translate(_PLAIN) if _STRANGE.search(paragraph) else paragraph
    quoted = quotations(paragraph)
    closing = {quotation.end - 1 for quotation in quoted}
    opening = {quotation.start for quotation in quoted}
    cuts = {0}
    for cut in _all_cuts(language, flat, quoted):
        end = cut
        while end in closing:  # The mark belongs to the sentence before.
            end += 1
        while end - 1 in opening or _opens_next(flat, end):  # This one to the sentence after.
            end -= 1
        if not _TITLE.search(flat, max(0, end - _LONGEST_TITLE), end):
            cuts.add(end)
    found: list[Span] = []
    worded = False
    for start, end in pairwise(sorted(cuts | {len(flat)})):
        piece = trim(paragraph, Span(start, end))
        if not piece.length:
            continue
        has_words = any(map(str.isalnum, paragraph[piece.start : piece.end]))
        if found and not (worded and has_words):
            found[-1] = Span(found[-1].start, piece.end)
        else:
            found.append(piece)
        worded = worded or has_words
    return tuple(found)


def _opens_next(text: str, end: int) -> bool:
    """Say whether a sentence would end in a mark that opens the one after it."""
    return (
        1 < end < len(text)
        and text[end - 1] in MARKS
        and text[end - 2] in BLANKS
        and text[end].isalnum()
    )


def _all_cuts(language: str, text: str, quoted: Iterable[Span]) -> Iterator[int]:
    """Yield where sentences end, those inside long quotations too."""
    split = _splitter()
    yield from _cuts(split, language, text)
    for quotation in quoted:
        if quotation.length >= _LONG_QUOTATION:
            start = quotation.start + 1
            *inside, _ = _cuts(split, language, text[start : quotation.end - 1])
            yield from (start + cut for cut in inside)


def _cuts(split: Splitter, language: str, text: str) -> Iterator[int]:
    """Yield where sentences end, looking through a window; the last is the end of the text.

    What seems the last sentence in a window may be cut off, so the next begins where it does, or,
    if that is all there is, a little before its end.
    """
    start = 0
    while start + _WINDOW < len(text):
        *whole, _ = split(language, text[start : start + _WINDOW])
        yield from (start + end for end in whole)
        start += whole[-1] if whole else _WINDOW - _OVERLAP
    yield from (start + end for end in split(language, text[start:]))


@cache
def _splitter() -> Splitter:
    """Return the best splitter there is."""
    try:
        from sentencex import get_sentence_boundaries
    except ImportError:
        return split_by_rules

    def split(language: str, text: str) -> list[int]:
        return [boundary["end_index"] for boundary in get_sentence_boundaries(language, text)]

    return split


def split_by_rules(_language: str, text: str) -> list[int]:
    """Split after full stops before a capital, and after those of scripts without capitals.

    Like sentencex, this holds quotations together.
    """
    quoted = bytearray(len(text) + 1)
    for start, end in quotations(text):
        quoted[start + 1 : end] = bytes([1]) * (end - start - 1)
    stop, abbreviation = re.compile(_STOP), re.compile(_ABBREVIATION)
    ends = [match.end() for match in stop.finditer(text) if not quoted[match.end()]]
    return [
        *(end for end in ends if not abbreviation.search(text, max(0, end - 12), end)),
        len(text),
    ]
