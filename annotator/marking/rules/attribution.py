"""Attribution: who is said to say what, found by reporting words, quotation marks and colons.

There is no grammar behind it, only the order of words: a first grip, which a person moves where it
is wrong.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from annotator.marking.rules.according import according, after_colon, doubted, from_noun
from annotator.marking.rules.attribution_words import REPORTING
from annotator.marking.rules.cues import STATES, Cue, cues, limit
from annotator.marking.rules.predicates import predicate, with_object
from annotator.marking.rules.reported import (
    DIRECT,
    INDIRECT,
    LOOSE,
    TOLD,
    Found,
    content_after,
    is_quotation,
)
from annotator.marking.rules.reported_before import content_before, contents
from annotator.marking.rules.sides import Sides, sides_of
from annotator.marking.rules.speaker import subject_before
from annotator.marking.rules.tokens import (
    END,
    QUOTED,
    WORD,
    Part,
    Statement,
    Token,
    span_of,
    statements,
)
from annotator.marking.word_lists import ReportingWords, words
from annotator.text.article import Article
from annotator.text.span import Span

_NOBODY: Final = words("es nobody neither none niemand personne nadie no")
_DENIALS: Final = words(
    "disputes disputed rejects rejected dismissed denies denied bestreitet bestreiten "
    "bestritt bezweifelt bezweifeln dementiert widersprach conteste "
    "dément démenti niega negó"
)
_NO_REPORT: Final = words("what if unless whether whoever")
_PRONOUNS: Final = words("he she it they")
_REQUESTS: Final = words("asked asks demanded demands urged urges called calls")
_LOUD: Final = words("laughed sighed whispered cried snapped shrugged continued shouted joked")
_LONGEST: Final = 500  # tokens; no sentence has more, and it bounds the work
_BEFORE_INVERSION: Final = frozenset({",", QUOTED, "—", END})


class Attribution(NamedTuple):
    """What is said, who is said to say it, and the words that say so.

    Where the source is not named nearby, or nothing of the content stands in the sentence, that
    is None. `score` says how sure the edges are, from 0 to 1.
    """

    source: Span | None
    cue: Span
    content: Span | None
    score: float = INDIRECT


def attributions(article: Article) -> Iterator[Attribution]:
    """Yield the attributions of an article, paragraph by paragraph."""
    last: Attribution | None = None
    for paragraph in range(len(article.paragraphs)):
        found = list(attributions_in(article, tuple(statements(article, paragraph)), last))
        yield from found
        last = announcing(article, paragraph, found)


def announcing(
    article: Article, paragraph: int, found: Sequence[Attribution]
) -> Attribution | None:
    """Return the attribution whose words stand in the next paragraph, after a colon, if any."""
    ends_in_colon = article.text.endswith(":", *article.paragraphs[paragraph])
    return next((one for one in reversed(found) if one.source), None) if ends_in_colon else None


def attributions_in(
    article: Article, spoken: Sequence[Statement], last: Attribution | None = None
) -> Iterator[Attribution]:
    """Yield the attributions in the statements of one paragraph.

    A quotation on its own, and in German a sentence in the mood of reports, belongs to who spoke
    last in the paragraph; at its start, to who is announced to speak by `last`.
    """
    listed = REPORTING.get(article.language)
    if listed is None:
        return
    for statement in spoken:
        tokens = statement.tokens
        if not 0 < len(tokens) <= _LONGEST:
            continue
        found = [
            one
            for raw in _attributed(tokens, listed)
            if (one := _attribution(tokens, raw)).content is not None or raw.content is None
        ]
        found = [one for one in found if not _is_within(article, one, found)]
        yield from found
        if statement.depth:
            continue
        if found:
            last = next((one for one in reversed(found) if one.source), last)
        elif last is not None and _is_quotation_alone(tokens):
            yield last._replace(content=span_of(tokens, (0, 1)), score=DIRECT - 0.05)
        else:
            for mood in doubted(tokens, listed):
                source = last.source if last else None
                yield _attribution(tokens, mood)._replace(source=source)


def _is_within(article: Article, one: Attribution, found: Sequence[Attribution]) -> bool:
    """Say whether a request is but a part of what somebody else says: they had asked for help."""
    if one.content is None or one.content.start != one.cue.start:
        return False
    pronoun = one.source is not None and article.quote(one.source).lower() in _PRONOUNS
    if article.quote(one.cue).split()[-1] not in _REQUESTS and not pronoun:
        return False
    return any(
        other.content is not None
        and other is not one
        and other.content.covers(one.cue)
        and other.content.length > one.content.length
        for other in found
    )


def _is_quotation_alone(tokens: Sequence[Token]) -> bool:
    return tokens[0].kind == QUOTED and all(token.kind == END for token in tokens[1:])


def _attribution(tokens: Sequence[Token], found: Found) -> Attribution:
    """Return the spans of what was found, without what does not belong at their ends."""
    source = span_of(tokens, found.source) if found.source else None
    if source is not None and found.source is not None:
        last = tokens[found.source[1] - 1].low
        genitive = len("’s") if last.endswith("’s") else int(last.endswith("’"))
        source = Span(source.start, source.end - genitive)
        which = [
            index
            for index in range(found.source[0] + 1, found.source[1])
            if tokens[index - 1].kind == "," and _tells_more(tokens, index)
        ]
        if which:  # It tells something more of the source, and not how it knows.
            source = span_of(tokens, (found.source[0], which[0] - 1))
    start, end = found.content or (0, 0)
    while start < end and tokens[start].kind not in {WORD, QUOTED}:
        start += 1
    while end > start and tokens[end - 1].kind not in {WORD, QUOTED, ")"}:
        end -= 1
    content = span_of(tokens, (start, end)) if start < end else None
    return Attribution(source, span_of(tokens, found.cue), content, found.score)


def _tells_more(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a relative clause tells something new of a source: who had been elected."""
    if tokens[index].low == "who":
        small = [token.low for token in tokens[index + 1 : index + 3]]
        return len(small) > 1 and small[0] in {"has", "had"} and small[1] == "been"
    return tokens[index].low == "which"


def _attributed(tokens: Sequence[Token], listed: ReportingWords) -> Iterator[Found]:
    """Yield what is attributed in a statement; a verb after “and” has the subject of the last."""
    reporting = list(cues(tokens, listed))
    source: Part | None = None
    for number, cue in enumerate(reporting):
        joined = cue.start > 0 and tokens[cue.start - 1].low in listed.joins
        for one in _from_cue(tokens, cue, limit(tokens, reporting[number + 1 :], listed), listed):
            whole = one._replace(source=source) if joined and one.source is None else one
            source = whole.source or source
            yield whole
    yield from according(tokens, listed)
    if not reporting:
        yield from after_colon(tokens, listed)


def _from_cue(
    tokens: Sequence[Token], cue: Cue, end: int, listed: ReportingWords
) -> Iterator[Found]:
    """Yield what one cue attributes, one for each part of the content."""
    if cue.noun:
        yield from from_noun(tokens, cue, end, listed)
        return
    verb = [token.low for token in tokens[cue.start : cue.end]]
    english = listed.language == "en"
    if not listed.negations.isdisjoint(verb):
        yield from _negated(tokens, cue, end, listed)
        return
    sides = sides_of(tokens, cue, listed)
    subject = sides.subject
    passive = not listed.passives.isdisjoint(verb) and verb[-1] not in STATES
    if english and _tells_nothing(tokens, subject, verb[-1], passive=passive):
        return
    nobody = subject is not None and tokens[subject[0]].low in _NOBODY
    source = None if nobody or passive else subject
    at = cue.start, cue.end
    found = _contents(tokens, cue, sides, end, listed)
    if english and passive:
        found = [one for one in found if not _is_mere_name(tokens, cue, one[0])]
    for part, score in found:
        content = with_object(tokens, cue, part) if english else part
        if english and nobody and cue.end <= part[0]:
            content = sides.rest, part[1]  # Nobody says that it rained.
        yield Found(source, at, content, score)
    if english and not found and source and source[1] <= cue.start:
        whole = predicate(tokens, cue, end, listed)
        relative = tokens[source[0]].low in listed.relatives
        if whole is not None and not relative:
            yield Found(source, at, whole, LOOSE + 0.05)
            return
    speaks = verb[-1] in listed.says or verb[-1] in _DENIALS
    if not found and source and speaks and not _is_pronoun(tokens, cue, source, listed):
        yield Found(source, at, None, LOOSE - 0.15)


def _is_pronoun(tokens: Sequence[Token], cue: Cue, source: Part, listed: ReportingWords) -> bool:
    """Say whether a source is a pronoun that a colon does not make one who speaks."""
    colon = cue.end < len(tokens) and tokens[cue.end].kind == ":"
    small = listed.relatives if colon else listed.pronouns | listed.relatives
    return source[1] - source[0] == 1 and tokens[source[0]].low in small


def _is_mere_name(tokens: Sequence[Token], cue: Cue, part: Part) -> bool:
    """Say whether words in marks only name a thing: it was described as “sound”."""
    return part[0] >= cue.end and tokens[part[0]].kind == QUOTED


def _tells_nothing(
    tokens: Sequence[Token], subject: Part | None, verb: str, *, passive: bool
) -> bool:
    """Say whether a verb reports nothing: what they called a port; if they think so.

    Who was told is no source, and what is told so is told whole.
    """
    led = subject is not None and subject[0] > 0 and tokens[subject[0] - 1].low in _NO_REPORT
    return led or (passive and verb in TOLD - {"promised"})


def _negated(
    tokens: Sequence[Token], cue: Cue, end: int, listed: ReportingWords
) -> Iterator[Found]:
    """Yield what somebody says that they do not say."""
    subject = subject_before(tokens, cue.start, listed)
    following = tokens[cue.end].low if cue.end < len(tokens) else ""
    if listed.language == "en" and subject and following in listed.that:
        speaks = tokens[subject[0]].low in {"i", "we"}
        yield Found(subject if speaks else None, (cue.start, cue.end), (cue.start, end), LOOSE)


def _contents(
    tokens: Sequence[Token], cue: Cue, sides: Sides, end: int, listed: ReportingWords
) -> list[tuple[Part, float]]:
    """Return the parts of what a verb reports, after it or before."""
    verb = tokens[cue.end - 1].low
    if verb in _DENIALS and verb not in listed.says:
        return []
    if not _stands_before(tokens, cue, sides):
        ahead = content_after(tokens, cue.end, sides.after, end, listed)
        if ahead is not None:
            score = DIRECT if tokens[ahead[0]].kind == QUOTED else INDIRECT
            return [(part, score) for part in contents(tokens, ahead, listed)]
    if cue.start and tokens[cue.start - 1].low in listed.joins:
        return []
    if (
        tokens[sides.after : sides.after + 1]
        and tokens[sides.after].kind != END
        and not _is_between_commas(tokens, cue, sides)
        and (verb not in listed.says | listed.particles)
    ):
        return []
    before = content_before(tokens, sides.rest, sides.after, listed)
    loud = verb in _LOUD
    return [one for one in before if not loud or tokens[one[0][0]].kind == QUOTED]


def _is_between_commas(tokens: Sequence[Token], cue: Cue, sides: Sides) -> bool:
    """Say whether who reports and the verb stand alone between commas: …, the log shows, …"""  # noqa: D415 - words of an article
    before = sides.rest > 0 and tokens[sides.rest - 1].kind == ","
    return before and sides.rest < cue.start and tokens[sides.after].kind in {",", ";"}


def _stands_before(tokens: Sequence[Token], cue: Cue, sides: Sides) -> bool:
    """Say whether what is reported stands before the words that attribute it."""
    if not sides.rest:
        return False
    before = tokens[sides.rest - 1]
    if before.kind == "," and sides.rest > 1 and is_quotation(tokens[sides.rest - 2]):
        return True
    behind = sides.subject is not None and sides.subject[0] >= cue.end
    inverted = behind or cue.pronoun is not None
    return is_quotation(before) or (inverted and before.kind in _BEFORE_INVERSION)
