"""Words and graphemes of one paragraph, by the rules of Unicode, with a few of our own on top.

The `regex` package comes in only when a paragraph is looked at, never at the first paint.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import Final

from annotator.text.span import Span

# Below U+0300 every code point is a grapheme of its own, but for a line end of two, and so are the
# marks, blanks and signs of money that news is full of.
_CLUSTERING: Final = re.compile("[^\0-\u02ff\u2010-\u2027\u202f-\u205f\u20a0-\u20bf]")
_HYPHENS: Final = frozenset("-\u2010\u2011")
_ABBREVIATION: Final = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]")
_MISSING_BLANK: Final = re.compile(r"[^\W\d_A-Z]{2,}\.(?=[^\W\d_])")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_NARROW_BLANK: Final = "\u202f"  # Unicode takes it for a part of the word, as in 1\u202f000.
_AT_NARROW_BLANKS: Final = re.compile("(?<!\\d)(\u202f)|(\u202f)(?!\\d)")
_ELISION: Final = {
    language: re.compile(rf"(?:{articles})[’'](?=[^\W\d_])", re.IGNORECASE)
    for language, articles in {
        "fr": "[cdjlmnst]|(?:jus|lors|puis|quoi)?qu",
        "it": "[cdlmnstv]|un|(?:a|da|de|ne|su)ll|que(?:st|ll)",
        "ca": "[dlmnst]",
    }.items()
}
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_LIKE_FLAG: Final = "\U0001f3f4\u0301"  # as long, and as much one word


def graphemes(text: str) -> tuple[int, ...]:
    """Return the offset at which each grapheme begins; a carriage return and line feed are one."""
    if text.isascii() or not _CLUSTERING.search(text):
        if "\r\n" not in text:
            return tuple(range(len(text)))
        within = {match.start() + 1 for match in re.finditer("\r\n", text)}
        return tuple(offset for offset in range(len(text)) if offset not in within)
    lengths = map(len, _clusters()(text))
    return tuple(accumulate(lengths, initial=0))[:-1]


def words(paragraph: str, language: str = "en") -> tuple[Span, ...]:
    """Return the words, ascending and apart; what lies between them is blanks and punctuation.

    - Hyphens join: `Al-Qaeda`, `U.S.-led`. Dashes do not.
    - An apostrophe inside belongs to its word: `army’s`, `don't`; but in French, Italian and
      Catalan an article before one is a word of its own: `l’` `État`.
    - An abbreviation keeps its last full stop: `U.S.`, `p.m.`.
    - A number is one word with its commas and points: `1,200.50`. A sign or unit is no part of it.
    - `city.The`, where a blank is missing, is two words.
    - An emoji is a word, however many code points it takes. Punctuation alone is none.
    - Chinese and other text without blanks falls into single characters; into words of a
      dictionary with the `cjk` extra installed.
    """
    found: list[Span] = []
    before = ""  # the piece before this one, if it stands at the end of a word
    hyphen = False
    end = 0
    for piece in _pieces(paragraph, language):
        start, end = end, end + len(piece)
        if piece[0].isalnum() or _is_word(piece):
            if hyphen and piece[0].isalnum():
                found[-1] = Span(found[-1].start, end)
            else:
                found.append(Span(start, end))
            before, hyphen = piece, False
        elif piece == "." and not hyphen and _ABBREVIATION.fullmatch(before):
            found[-1] = Span(found[-1].start, end)
            before = "."
        else:
            hyphen = piece in _HYPHENS and (before == "." or any(map(str.isalnum, before)))
            before = ""
    return tuple(found)


def _pieces(paragraph: str, language: str) -> Iterator[str]:
    """Yield words and what lies between them; end to end they are as long as the paragraph."""
    # `regex` counts a run of flags from its beginning at each of them: a second for 20,000.
    text = _FLAG.sub(_LIKE_FLAG, paragraph)
    split = _dictionary_split() if _UNSPACED.search(text) else None
    elision = _ELISION.get(language)
    for piece in (split or _unicode_split())(text):
        if not piece:
            continue
        if (match := _MISSING_BLANK.match(piece)) and piece[match.end()].isupper():
            yield from (match[0][:-1], ".", piece[match.end() :])
        elif elision and (match := elision.match(piece)):
            yield from (match[0], piece[match.end() :])
        elif _NARROW_BLANK in piece and len(piece) > 1:
            yield from filter(None, _AT_NARROW_BLANKS.split(piece))
        else:
            yield piece


@cache
def _clusters() -> Callable[[str], list[str]]:
    import regex

    # Flags by our own rule, and first: for a run of them `\X` takes quadratic time. Some vowels of
    # Burmese and its neighbours begin a cluster by the rules, but have no cell of their own.
    tail = r"[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*+"
    vowel = r"(?:\p{Mc}(?<![\p{Z}\p{GCB=Control}\r\n].)" + tail + ")*+"
    return regex.compile(rf"(?s)(?:\p{{RI}}{{2}}{tail}|\X){vowel}").findall


@cache
def _unicode_split() -> Callable[[str], Iterable[str | None]]:
    import regex

    return regex.compile(r"(?V1w)\b").split


def _is_word(piece: str) -> bool:
    """Say whether a piece that begins with neither letter nor figure is a word all the same."""
    return not piece.isspace() and _word_mark()(piece) is not None


@cache
def _word_mark() -> Callable[[str], object]:
    import regex

    emoji = r"\p{Emoji_Presentation}|\p{RI}|\p{Emoji}\uFE0F|\u20E3"
    return regex.compile(rf"[\p{{L}}\p{{N}}]|{emoji}").search


@cache
def _dictionary_split() -> Callable[[str], Iterable[str]] | None:
    """Return a splitter that knows words of languages without blanks, if one is installed."""
    try:
        from icu4py.breakers import WordBreaker
    except ImportError:
        return None
    # Its offsets count UTF-16 units and it takes no lone surrogates, so only lengths are used.
    return lambda text: WordBreaker(_SURROGATE.sub("\ufffd", text), "und")
