"""Claiming: which words of a paragraph are claims, those of others and those of its author."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotator.marking.rules.attribution import Attribution
from annotator.marking.rules.beside import after_reaching, beside, part_of
from annotator.marking.rules.evidence import dateline_end
from annotator.marking.rules.language_words import LanguageWords
from annotator.marking.rules.reported import is_quotation
from annotator.marking.rules.splitting import clauses_of
from annotator.marking.rules.tokens import END, QUOTED, WORD, Statement, Token
from annotator.marking.rules.uttering import is_order, may_be_claim, quoted
from annotator.marking.rules.verbs import finite_verbs
from annotator.marking.word_lists import words
from annotator.text.article import Article
from annotator.text.span import Span

_FEWEST_WORDS: Final = 4
_FEWEST: Final = 2
_OWN: Final = 0.45
_OPINIONATED: Final = 0.55
_SPLIT: Final = 0.1  # A clause among others is less sure than one on its own.
_NESTED: Final = 0.3
_NEAR: Final = 40  # code points in which the two words before a verb are looked for
_CONNECTIVES: Final = words(
    "firstly secondly thirdly finally however moreover therefore still instead meanwhile indeed "
    "yes no. obviously clearly inevitably so thus then besides again certainly "
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

_Claim = tuple[Span, float]


def claims(
    article: Article,
    spoken: Sequence[Statement],
    attributions: Sequence[Attribution],
    listed: LanguageWords,
) -> Iterator[_Claim]:
    """Yield the claims of one paragraph, and how likely each is one with these edges."""
    outer = [statement for statement in spoken if not statement.depth]
    inner = [statement.span for statement in spoken if statement.depth]
    for one in attributions:
        if one.content is not None and may_be_claim(article, one.content):
            nested = any(span.covers(one.content) for span in inner)
            statement = None if nested else _around(outer, one.content)
            lowered = one.score - _NESTED * nested
            if statement is None:
                yield one.content, lowered
            else:
                yield from _reported(article, statement, one.content, lowered, listed)
    english = listed.language == "en"
    binding = [one for one in attributions if not english or _binds(article, one)]
    yield from _own(article, outer, binding, listed)


def _binds(article: Article, one: Attribution) -> bool:
    """Say whether the clause of a reporting verb is not what the author claims.

    It is where nothing of what was said is given (survivors told another story), and where the
    verb only says which one is meant (papers which reported that the ship sank).
    """
    if one.content is None:
        after = article.text[one.cue.end : one.cue.end + 2].strip()
        return after[:1] in {":", ".", ""}
    before = article.text[max(0, one.cue.start - _NEAR) : one.cue.start].split()[-2:]
    restricts = before[-1:] and before[-1].lower() in {"which", "who", "that"}
    return not (one.source is None and restricts and not before[0].endswith(","))


def _around(outer: Sequence[Statement], content: Span) -> Statement | None:
    return next((one for one in outer if one.span.covers(content)), None)


def _reported(
    article: Article, statement: Statement, content: Span, score: float, listed: LanguageWords
) -> Iterator[_Claim]:
    """Yield the claims in what somebody is said to have said."""
    tokens = statement.tokens
    start, end = part_of(tokens, content)
    if end - start == 1 and tokens[start].kind == QUOTED:
        yield from quoted(article, content, score)
        return
    if listed.language != "en":
        yield content, score
        return
    found = list(clauses_of(tokens, (start, end), listed))
    if not found:
        yield content, score - _SPLIT
        return
    for (first, last), alone in found:
        if tokens[first].low == "speaking" and first > start:
            continue  # How somebody spoke is no part of what they said.
        span = Span(tokens[first].start, tokens[last - 1].end)
        yield span, score if alone else score - _SPLIT


def _own(
    article: Article,
    outer: Sequence[Statement],
    attributions: Sequence[Attribution],
    listed: LanguageWords,
) -> Iterator[_Claim]:
    """Yield what the author claims: in sentences of their own, and beside what others say."""
    taken = [one.content for one in attributions if one.content is not None]
    taken += (one.cue for one in attributions)
    free = [one for one in outer if not any(span.overlaps(one.span) for span in taken)]
    score = _OPINIONATED if len(free) > len(outer) / 2 else _OWN
    for statement in free:
        if statement.tokens and _is_quotation_alone(statement.tokens):
            mark = statement.tokens[0]
            yield from quoted(article, Span(mark.start, mark.end), score)
        elif not is_order(article, statement.span):
            for span, alone in _own_claims(article, statement, listed):
                yield span, score if alone else score - _SPLIT
    if listed.language != "en":
        return
    for statement in outer:
        if statement not in free:
            for span in beside(statement, attributions, listed):
                yield span, _OWN - _SPLIT


def _is_quotation_alone(tokens: Sequence[Token]) -> bool:
    """Say whether a statement is a quotation of which nothing says whose it is."""
    long = is_quotation(tokens[0])
    return long and all(token.kind == END for token in tokens[1:])


def _own_claims(
    article: Article, statement: Statement, listed: LanguageWords
) -> Iterator[tuple[Span, bool]]:
    """Yield the clauses of a statement that nobody else is said to have made."""
    tokens = statement.tokens
    ends = [token.low for token in tokens if token.kind == END]
    if ends and "?" in ends[-1]:
        return
    start = after_reaching(tokens, _after_introduction(tokens))
    if start < len(tokens) and not ends and tokens[start].low in _ASKING:
        return
    for part, alone in _clauses(tokens, start, listed, declared=bool(ends)):
        span = Span(part[0].start, part[-1].end)
        opening = _OPENING.match(article.text, span.start, span.end)
        yield (Span(opening.end(), span.end) if opening else span), alone


def _clauses(
    tokens: Sequence[Token], start: int, listed: LanguageWords, *, declared: bool
) -> Iterator[tuple[Sequence[Token], bool]]:
    """Yield the tokens of each clause that asserts something; `declared`: a full stop follows."""
    if listed.language == "en":
        if not declared and not any(finite_verbs(tuple(tokens))[start:]):
            return
        for (first, last), alone in clauses_of(tokens, (start, len(tokens)), listed):
            part = _stripped(tokens[first:last], listed)
            if len(part) >= _FEWEST:
                yield part, alone
        return
    cuts = [
        index for index in range(start + 1, len(tokens)) if _parts(tokens, start, index, listed)
    ]
    for end in (*cuts, len(tokens)):
        part = _stripped(tokens[start:end], listed)
        start = end + 1
        if len(part) >= _FEWEST_WORDS and (declared or _is_declarative(part, listed)):
            yield part, not cuts


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
        any(token.low in small.finite for token in part)
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
    joins = listed.reporting.joins - {"nor"}
    while part and (
        part[0].kind not in {WORD, QUOTED} or part[0].low in joins or part[0].low in _CONNECTIVES
    ):
        part = part[1:]
    while part and part[-1].kind not in {WORD, QUOTED, ")"}:
        part = part[:-1]
    return part


def _is_declarative(tokens: Sequence[Token], listed: LanguageWords) -> bool:
    """Say whether a sentence has a verb that asserts something."""
    verbal = _VERBAL[listed.language]
    finite = listed.reporting.finite
    return any(
        token.kind == WORD
        and (token.low in finite or (index and not token.capital and token.low.endswith(verbal)))
        for index, token in enumerate(tokens)
    )
