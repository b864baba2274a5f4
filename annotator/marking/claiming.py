"""Claiming: which words of a paragraph are claims, those of others and those of its author."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotator.marking.attribution import Attribution
from annotator.marking.evidence import dateline_end
from annotator.marking.language_words import LanguageWords
from annotator.marking.tokens import END, QUOTED, WORD, Statement, Token
from annotator.marking.word_lists import words
from annotator.text.article import Article
from annotator.text.span import Span

_FEWEST_WORDS: Final = 4
_OWN: Final = 0.45
_OPINIONATED: Final = 0.55
_ORDER: Final = re.compile(
    r"\W*(?:(?:please|don['’]?t|do not|let|ask|stay|move|sign|go|come|stop|take|look|read|wait|see"
    r"|click|note)\b|bitte\b|keine sorge|vertrauen sie|lisez\b|lea\b)",
    re.IGNORECASE,
)
_CONNECTIVES: Final = words(
    "firstly secondly thirdly finally however moreover therefore still instead meanwhile indeed "
    "obviously clearly inevitably so thus then besides again certainly "
    "allerdings jedoch zudem außerdem zunächst schließlich "
    "cependant toutefois néanmoins d’abord ensuite enfin ainsi certes "
    "además finalmente primero"
)
_ASKING: Final = words("what who why how when where was wer wie warum pourquoi comment")
# What follows is what is claimed.
_OPENING: Final = re.compile(
    r"it (?:seems|appears|is (?:\w+ly )?(?:clear|true|obvious|likely|possible|certain)) that ",
    re.IGNORECASE,
)
_VERBAL: Final = {
    "de": ("te", "ten", "t", "en"),
    "fr": ("e", "ent", "ait", "aient", "a", "era", "it"),
    "es": ("ó", "aron", "ieron", "aba", "ía", "a", "an", "en", "e"),
}


def claims(
    article: Article,
    spoken: Sequence[Statement],
    attributions: Sequence[Attribution],
    listed: LanguageWords,
) -> Iterator[tuple[Span, float]]:
    """Yield the claims of one paragraph, and how likely each is one with these edges."""
    for one in attributions:
        if one.content is not None and may_be_claim(article, one.content):
            yield one.content, one.score
    taken = [one.content for one in attributions if one.content is not None]
    taken += (one.cue for one in attributions)
    outer = [statement for statement in spoken if not statement.depth]
    free = [one for one in outer if not any(span.overlaps(one.span) for span in taken)]
    score = _OPINIONATED if len(free) > len(outer) / 2 else _OWN
    for statement in free:
        if not _ORDER.match(article.quote(statement.span)):
            for span in _own_claims(article, statement, listed):
                yield span, score


def may_be_claim(article: Article, content: Span) -> bool:
    """Say whether attributed words may be a claim: no bare question, no order."""
    quote = article.quote(content)
    asked = quote.rstrip("”’\"'»“ )\u202f\xa0").endswith("?") and quote.count(".") == 0
    return not asked and not _ORDER.match(quote)


def _own_claims(article: Article, statement: Statement, listed: LanguageWords) -> Iterator[Span]:
    """Yield the clauses of a statement that nobody else is said to have made."""
    tokens = statement.tokens
    ends = [token.low for token in tokens if token.kind == END]
    if ends and "?" in ends[-1]:
        return
    start = _after_introduction(tokens)
    if start < len(tokens) and not ends and tokens[start].low in _ASKING:
        return
    cuts = [
        index for index in range(start + 1, len(tokens)) if _parts(tokens, start, index, listed)
    ]
    for end in (*cuts, len(tokens)):
        part = _stripped(tokens[start:end], listed)
        start = end + 1
        if len(part) >= _FEWEST_WORDS and (ends or _is_declarative(part, listed)):
            span = Span(part[0].start, part[-1].end)
            opening = _OPENING.match(article.text, span.start, span.end)
            yield Span(opening.end(), span.end) if opening else span


def _parts(tokens: Sequence[Token], start: int, index: int, listed: LanguageWords) -> bool:
    """Say whether the mark at `index` stands between two clauses that assert something each."""
    if tokens[index].kind == ";":
        return True
    small = listed.reporting
    after = tokens[index + 1 : index + 3]
    if tokens[index].kind != "," or len(after) < len("ab") or after[0].low not in small.joins:
        return False
    if after[1].low not in small.pronouns | small.determiners and not after[1].capital:
        return False
    return all(
        any(
            token.low in small.finite or (small.language == "en" and token.low.endswith("ed"))
            for token in part
        )
        for part in (tokens[start:index], tokens[index + 2 : index + 8])
    )


def _after_introduction(tokens: Sequence[Token]) -> int:
    """Return where a statement begins behind a dateline, or the letter of who answers."""
    start = 0
    while start < len(tokens) and tokens[start].kind not in {WORD, QUOTED}:
        start += 1
    colon = start + 1 < len(tokens) and tokens[start + 1].kind == ":"
    if colon and tokens[start].end - tokens[start].start == 1:
        return start + 2
    return start + dateline_end(tokens[start:], more=False)


def _stripped(part: Sequence[Token], listed: LanguageWords) -> Sequence[Token]:
    """Return tokens without conjunctions and connectives at their start, and marks at both ends."""
    while part and (
        part[0].kind not in {WORD, QUOTED}
        or part[0].low in listed.reporting.joins
        or part[0].low in _CONNECTIVES
    ):
        part = part[1:]
    while part and part[-1].kind not in {WORD, QUOTED, ")"}:
        part = part[:-1]
    return part


def _is_declarative(tokens: Sequence[Token], listed: LanguageWords) -> bool:
    """Say whether a sentence has a verb that asserts something."""
    return any(
        token.kind == WORD and _is_verbal(tokens, index, listed)
        for index, token in enumerate(tokens)
    )


def _is_verbal(tokens: Sequence[Token], index: int, listed: LanguageWords) -> bool:
    low = tokens[index].low
    reporting = listed.reporting
    if low in reporting.finite:
        return True
    if not index or tokens[index].capital:
        return False
    if listed.language in _VERBAL:
        return low.endswith(_VERBAL[listed.language])
    if low.endswith("ed"):
        return True
    before = tokens[index - 1].low
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return (
        low.endswith("s")
        and before not in reporting.places
        and before not in reporting.determiners
        and (
            following in reporting.determiners
            or following in reporting.places
            or following in reporting.adverbs
            or following[:1].isdigit()
        )
    )
