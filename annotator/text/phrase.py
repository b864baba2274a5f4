"""Noun-like phrases of one paragraph: from a determiner over adjectives to the head noun.

By lists of small words, endings and position, not by grammar: a first grip, which a person moves
where it is wrong. English, German, French and Spanish; in other languages a phrase is a name.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from annotator.text.function_words import function_words, word_set
from annotator.text.name import NameContext, names
from annotator.text.phrase_rules import (
    LONGEST,
    RULES,
    Kind,
    Token,
    is_adverb,
    is_plural,
    with_place,
)
from annotator.text.phrase_words import NEWS_VERBS
from annotator.text.span import Span

__all__ = ["phrase_back", "phrases"]

_WORD: Final = re.compile(
    r"""
    [$£€¥]?\d(?:[\d.,:\u202f]*\d)?(?:st|nd|rd|th)?(?!\w)
    | (?:[^\W\d_]\.){2,}
    | (?:[dlnsjmtDLNSJMT]|[Qq]u)['’](?=\w)
    | \w[\w\u0300-\u036f\xad\u200c\u200d]*(?:[-\u2010\u2011'’]\w[\w\u0300-\u036f\xad]*)*
    """,
    re.VERBOSE,
)
_GAP: Final = re.compile(r"\s*|['’]s?\s+|[-\u2010\u2011](?:\w+\s+)?")
_HYPHENS: Final = frozenset("-\u2010\u2011")
_APOSTROPHES: Final = "'’"
_POSSESSIVE: Final = re.compile(r"['’]s?")
_WIDEST: Final = 400  # code points in which the words before one are looked for
# An article and a preposition in one: no part of the phrase that they open.
_FUSED: Final = word_set("du au aux del al am im zum zur vom beim ins ans")


def phrases(paragraph: str, language: str, context: NameContext | None = None) -> tuple[Span, ...]:
    """Return the noun-like phrases: ascending and apart; names are parts of them or alone.

    A phrase is a determiner or possessive, numerals, adjectives, nouns and names up to the head
    noun: `the ship’s captain`, `88 passengers`, `Operator Skerrane Ferries`. It ends at `of`, but
    where a place has its name behind it: `the citadel of Palmyra`. `context` is what the article
    shows of names.
    """
    found = names(paragraph, language, context)
    if language not in RULES:
        return found
    return tuple(_phrases(_tokens(paragraph, language, found), language))


def phrase_back(paragraph: str, offset: int, language: str) -> Span | None:
    """Return the phrase that ends with the word at `offset`, or just before it.

    It goes back over adjectives, numerals, nouns and names to the determiner; without one it
    stops at a verb or function word. None where there is no word, or one that ends no phrase.
    """
    begin = max(0, offset - _WIDEST)
    if begin:
        begin = max(begin, paragraph.find(" ", begin, offset) + 1)
    word = next((m for m in _WORD.finditer(paragraph, begin) if m.end() >= offset), None)
    if word is None or word.start() > offset:
        return None
    following = _WORD.match(paragraph, offset)
    end = (following if word.end() == offset and following else word).end()
    text = paragraph[begin:end]
    if possessive := re.search(r"['’]s$", text):
        text = text[: possessive.start()]
    tokens = _tokens(text, language, names(text, language))
    kinds = (Kind.NAME, Kind.NOUN) if language in RULES else (Kind.NAME,)
    if not tokens or tokens[-1].kind not in kinds:
        return None
    last = tokens[-1]
    first = _first(tokens, language)
    return Span(begin + _opening(tokens, first), begin + last.end)


def _first(tokens: Sequence[Token], language: str) -> int:
    """Return the farthest word from which a phrase goes on to the last."""
    last = len(tokens) - 1
    rule = RULES.get(language)
    first = last
    for index in range(last, max(-1, last - LONGEST), -1):
        if rule is not None and rule(tokens, index) > last:
            first = index
        if not tokens[index].joined:
            break
    return first


def _phrases(tokens: Sequence[Token], language: str) -> Iterator[Span]:
    rule = RULES[language]
    index = 0
    verbal = False  # whether a verb is to be expected
    while index < len(tokens):
        token = tokens[index]
        if verbal and token.joined and token.kind is Kind.NOUN and _is_verb(tokens, index):
            verbal = is_adverb(token.word)
            index += 1
            continue
        end = rule(tokens, index) if token.kind < Kind.VERB else index
        if end > index:
            end = with_place(tokens, end) if language == "en" else end
            yield Span(_opening(tokens, index), tokens[end - 1].end)
            verbal = language == "en"
            index = end
        else:
            verbal = token.verbal
            index += 1


def _is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word is a verb where one is to be expected, and not a plural after “to”."""
    before = tokens[index - 1] if index else None
    return before is None or before.word != "to" or not is_plural(tokens[index].word)


def _opening(tokens: Sequence[Token], first: int) -> int:
    """Return the start of the phrase that begins with the word at `first`."""
    fused = tokens[first].word in _FUSED and first + 1 < len(tokens)
    return tokens[first + fused].start


def _tokens(text: str, language: str, found: Sequence[Span]) -> list[Token]:
    """Return the words, names taken whole."""
    kinds, verbal = _kinds(language), function_words(language).before_verb
    unknown = Kind.ADJECTIVE if language == "de" else Kind.NOUN
    upcoming = iter((*found, Span(len(text) + 1, len(text) + 1)))
    name = next(upcoming)
    tokens: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start < last or (match[0] == "s" and text[max(0, start - 1)] in _APOSTROPHES):
            continue  # the rest of a name, or the possessive of U.S.’s
        while start >= name.end:
            name = next(upcoming)
        small = match[0].lower().replace("’", "'")
        if start >= name.start:
            kind = Kind.NAME
            if end <= name.end or _POSSESSIVE.fullmatch(text, name.end, end):
                start, end = name
            else:
                kind = Kind.ADJECTIVE
        elif small[0] in "0123456789$£€¥":
            kind = Kind.NUMBER
        else:
            kind = kinds.get(small) or (Kind.NOUN if small[0] != text[start] else unknown)
        joined, owned = True, False
        if (gap := text[last:start]) != " ":
            joined = _GAP.fullmatch(gap) is not None
            owned = joined and gap[:1] in {"'", "’"}
            kind = Kind.ADJECTIVE if joined and gap in _HYPHENS else kind
        tokens.append(Token(start, end, small, kind, small in verbal, joined, owned))
        last = end
    return tokens


@cache
def _kinds(language: str) -> dict[str, Kind]:
    """Return what the small words of a language may be in a phrase."""
    words = function_words(language)
    more = NEWS_VERBS if language == "en" else frozenset()
    return {
        **dict.fromkeys(more | words.verbs | words.adverbs, Kind.VERB),
        **dict.fromkeys(words.closed | words.before_verb, Kind.OTHER),
        **dict.fromkeys(words.numerals, Kind.NUMBER),
        **dict.fromkeys(words.determiners, Kind.DETERMINER),
    }
