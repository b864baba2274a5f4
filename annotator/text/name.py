"""Names in one paragraph: of people, groups, places and things, by capitals and small words.

No dictionary and no model: what a capital proves depends on where it stands, so what the rest of
the article shows is looked at too.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from annotator.text import name_words
from annotator.text.foreign_name import foreign_name_pattern
from annotator.text.function_words import ENGLISH, function_words
from annotator.text.name_context import (
    NameContext,
    is_headline,
    name_context,
    opens_sentence,
)
from annotator.text.name_joints import (
    is_possessor,
    joins,
    led_by_particle,
    lies_on,
    opens_particles,
    with_adjective,
)
from annotator.text.span import Span

__all__ = ["NameContext", "name_context", "names"]

_UP: Final = r"[^\W\d_a-zß-öø-ÿ]"  # or a small letter of another script; `isupper` tells
_REST: Final = r"[\w\u0300-\u036f\xad\u200c\u200d]*"
_HYPHEN: Final = "[-\u2010\u2011]"
_TOKEN: Final = re.compile(
    rf"""
    (?<![\w@\#.])(?:
        (?:{_UP}\.){{2,}}(?:{_UP}(?!\w))?                   # U.S.
      | ([A-Z])\1\.\s?([A-Z])\2(?:\.|(?!\w))               # EE. UU.
      | N[or]s?\.\s?\d+\b | NO\.\s?\d+\b                     # No. 7
      | \d{{1,3}}(?:st|nd|rd|th)(?=\s+{_UP})                # 4th Mountain Brigade
      | [a-z]{{1,2}}[A-Z]\w*                                # iPhone
      | (?:(?:a[lsdrztn]|e[lsnrt]|ul|bin|ibn|bint|abu){_HYPHEN})?
        {_UP}{_REST}(?:(?:{_HYPHEN}|['’])\w{_REST})*
    )""",
    re.VERBOSE,
)
_POSSESSIVE: Final = re.compile(r"['’]s$", re.IGNORECASE)
_TURKISH_CASE: Final = re.compile(r"['’][a-zçğıöşü]+$")
_ELISION: Final = re.compile(r"(?:[LDld]|[Qq]u|[Jj]usqu|[Ll]orsqu)['’]")
_SMALL_TAIL: Final = re.compile(rf"(?:{_HYPHEN}[^\W\d_A-ZÀ-Þ]\w*)+$")
_INNER_CAPITAL: Final = re.compile(rf".*(?:\d|\w[A-Z]|{_HYPHEN}{_UP}|\.)")
_FIGURE: Final = re.compile(r"\s([A-Z]?-?\d{1,3}|[IVX]{2,}|V|X)(?![\w%]|[.,:/-]\d)(?:\s+(\w+))?")
_LONGEST_TAIL: Final = 40  # code points of the part in small letters of a compound
_SHOUTED: Final = 5  # an acronym has at most so many letters, a word in capitals has more
_CAPITALS_OF_THEIR_OWN: Final = frozenset(("US", "WHO", "IT"))


class _Reading(NamedTuple):
    """A paragraph and what its capitals are judged by."""

    text: str
    language: str
    known: NameContext
    headline: bool


def names(paragraph: str, language: str, context: NameContext | None = None) -> tuple[Span, ...]:
    """Return the names: ascending and apart, without article and possessive.

    Titles, initials, figures and particles inside are part of a name: `Lt. Cmdr. Owen Maddrell`,
    `Gate 6`, `Port of Bab el-Rih`. Months and weekdays are none. `context` is what the article
    shows, for the words at the start of sentences; without it the paragraph alone is looked at.
    In German, where all nouns have capitals, a name is what stands without an article where one
    is due, or two such words in a row. Chinese and Japanese show only foreign names and titles.
    """
    known = name_context(paragraph, language) if context is None else context
    reading = _Reading(paragraph, language, known, is_headline(paragraph))
    found = [
        _whole(reading, run[first].start, run[first:end])
        for run in _runs(reading)
        for first, end in _parts(reading, run)
    ]
    if pattern := foreign_name_pattern(language):
        found += (Span(*match.span()) for match in pattern.finditer(paragraph))
    apart: list[Span] = []
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        if not apart or apart[-1].end <= name.start:
            apart.append(name)
    return tuple(apart)


def _runs(reading: _Reading) -> Iterator[list[Span]]:
    """Yield the runs of capitalised words that nothing but blanks and particles parts."""
    begun: list[Span] = []
    for token in _tokens(reading):
        if begun and not _joins(reading, begun, token):
            yield begun
            begun = []
        if _breaks(reading, begun, token):
            if begun:
                yield begun
            begun = []
        else:
            begun.append(token)
    if begun:
        yield begun


def _tokens(reading: _Reading) -> Iterator[Span]:
    """Yield the capitalised words, without possessive, elided article and tail in small letters."""
    text = reading.text
    for match in _TOKEN.finditer(text):
        start, end = match.span() if match[0].isalnum() else _bare(reading, match)
        if text[start:end].lower() != text[start:end] or text[start].isdigit():
            yield Span(start, end)


def _bare(reading: _Reading, match: re.Match[str]) -> tuple[int, int]:
    """Return where a word with marks in it starts and ends without what is no part of a name."""
    start, end = match.span()
    case = _TURKISH_CASE if reading.language == "tr" else _POSSESSIVE
    if suffix := case.search(match[0]):
        end -= len(suffix[0])
    elif reading.language in {"fr", "it", "ca"} and (elided := _ELISION.match(match[0])):
        start += elided.end()
    if tail := _SMALL_TAIL.search(reading.text, max(start, end - _LONGEST_TAIL), end):
        before = reading.text[start : tail.start()].lower()
        if before not in name_words.PREFIXES and tail[0][1:] not in name_words.OF_A_TITLE:
            end = tail.start()
    return start, end


def _joins(reading: _Reading, begun: Sequence[Span], token: Span) -> bool:
    return joins(reading.text, reading.language, begun, token, reading.known.names)


def _breaks(reading: _Reading, begun: Sequence[Span], token: Span) -> bool:
    """Say whether a capitalised word is none of a name wherever it stands."""
    word = reading.text[token.start : token.end]
    small = word.lower().replace("’", "'")
    if word in _CAPITALS_OF_THEIR_OWN and not reading.headline:
        return False
    words = function_words(reading.language)
    words = words if words.closed else ENGLISH
    if small in name_words.MONTHS or small in name_words.DAYS:
        return not (begun and small in name_words.MAY_BE_NAMES)
    if small in words.determiners or small in words.closed:
        inside = small in name_words.ARTICLES and not reading.headline  # Jean de La Tour
        return not inside or (
            opens_sentence(reading.text, token.start) and not _has_article(reading, token)
        )
    if small in name_words.NO_NAMES:
        return not _leads_to_title(reading, token)
    if words.holds(small):
        is_pronoun = len(word) == 1 or "'" in small
        return is_pronoun or (not begun and opens_sentence(reading.text, token.start))
    return False


def _has_article(reading: _Reading, token: Span) -> bool:
    """Say whether the article at the start of a sentence is part of a name: `Le Drian`."""
    following = _TOKEN.match(reading.text, token.end + 1)
    if following is None or not reading.text[token.end].isspace():
        return False
    article = reading.text[token.start : token.end]
    listed = name_words.WITH_ARTICLE.get(article.lower(), ())
    return f"{article} {following[0]}" in reading.known.pairs or following[0].lower() in listed


def _leads_to_title(reading: _Reading, token: Span) -> bool:
    """Say whether a title follows, as in `Police Superintendent`."""
    after = reading.text[token.end : token.end + 24].split(maxsplit=1)[:1]
    return bool(after) and after[0][0].isupper() and after[0].lower() in name_words.TITLES


def _parts(reading: _Reading, run: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield which words of a run are a name: from the first to before the last, by index."""
    words = [reading.text[token.start : token.end] for token in run]
    if reading.headline:
        yield from _known_parts(reading, words)
        return
    first, end = 0, len(words)
    while first < end and not _proves(reading, words, first, run[first].start):
        first += 1
    if first < end and not _is_bare(words[first:end]):
        yield first, end


def _known_parts(reading: _Reading, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a headline that the article shows to be names."""
    first = 0
    for index in range(len(words) + 1):
        if index == len(words) or not (
            _is_known(reading.known, words[index]) or (first < index and words[index][-1].isdigit())
        ):
            if first < index and not _is_bare(words[first:index]):
                yield first, index
            first = index + 1


def _is_known(known: NameContext, word: str) -> bool:
    """Say whether the article has the word with a capital in mid-sentence and never without."""
    if word.lower() in known.small:
        return False
    return word in known.names or (word.isupper() and word.title() in known.names)


def _is_bare(words: Sequence[str]) -> bool:
    """Say whether there is nothing but titles, or a letter."""
    if len(words) == 1 and len(words[0].rstrip(".")) == 1:
        return True
    small = {word.lower() for word in words}
    return small <= name_words.TITLES or small <= name_words.ARTICLES


def _proves(  # noqa: PLR0911 - a rule each
    reading: _Reading, words: Sequence[str], index: int, start: int
) -> bool:
    """Say whether a name begins with the word at `index`, those before it being none."""
    if reading.language == "de":
        return _proves_german(reading, words, index, start)
    word = words[index].replace("\xad", "")
    small = word.lower()
    if len(words) == 1 and word.isupper() and word.isalpha() and len(word) > _SHOUTED:
        return _is_known(reading.known, word)
    if index or not opens_sentence(reading.text, start):
        return True
    following = words[index + 1].lower() if index + 1 < len(words) else ""
    if small in name_words.TITLES or following in name_words.TITLES or _INNER_CAPITAL.match(word):
        return True
    if small in name_words.ARTICLES and reading.language != "en":
        return _has_article(reading, Span(start, start + len(word)))
    if small in name_words.LEADERS and following:
        opens = opens_particles(reading.text, reading.language, start + len(word))
        if opens or words[index + 1] in reading.known.names:
            return True
    if small in reading.known.small or (small in name_words.LEADERS and not following):
        return False
    return bool(following) or word in reading.known.names or _acts(reading.text, start, word)


def _acts(text: str, start: int, word: str) -> bool:
    """Say whether a word has something, or says something, as somebody with a name does."""
    end = start + len(word)
    if _POSSESSIVE.match(text[end : end + 2]) and text[end + 2 : end + 3].isspace():
        return True
    after = text[end : end + 12].split()
    return not word.endswith("s") and bool(after) and after[0] in name_words.SAYING


def _proves_german(reading: _Reading, words: Sequence[str], index: int, start: int) -> bool:
    """Say whether a German name begins here: all nouns have capitals."""
    word, known = words[index], reading.known
    small, end = word.lower(), start + len(word)
    if small in name_words.NOUNS_OF_MEASURE:
        return False
    if word in known.names or word.removesuffix("s") in known.names:
        return True
    if (len(word) > 1 and word.isupper()) or (
        not index and _led(reading, Span(start, end)) < start
    ):
        return True
    following = words[index + 1] if index + 1 < len(words) else ""
    if not following or following.lower() in name_words.NOUNS_OF_MEASURE:
        return False
    if small in known.small or small in name_words.GERMAN_TITLES:
        return small in name_words.GERMAN_TITLES
    return (
        not opens_sentence(reading.text, start)
        or following in known.names
        or lies_on(reading.text, end, small)
        or is_possessor(reading.text, end)
    )


def _led(reading: _Reading, word: Span) -> int:
    """Return where a name begins of which this is the first word with a capital."""
    return led_by_particle(reading.text, reading.language, word, reading.known.led)


def _whole(reading: _Reading, start: int, run: Sequence[Span]) -> Span:
    """Return the name from `start` to the end of `run`, with the figure or full stop it ends in."""
    text, end = reading.text, run[-1].end
    last = text[run[-1].start : end]
    figure = _FIGURE.match(text, end)
    start = _led(reading, run[0])
    if figure and not last[-1].isdigit():
        after = (figure[2] or "").lower()
        is_end = not after or function_words(reading.language).holds(after)
        if is_end or last.lower() in name_words.NUMBERED:
            return Span(start, figure.end(1))
    if len(last) == 1 < len(run) and re.match(r"\.(?=,|\s+[^\W\d_A-Z])", text[end : end + 4]):
        end += 1
    return Span(start, with_adjective(text, reading.language, last, end))
