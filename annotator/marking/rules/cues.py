"""Cues: the verbs and nouns that report, and how far what each reports may reach."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from annotator.marking.rules.speaker import subject_before
from annotator.marking.rules.tokens import END, QUOTED, WORD, Token
from annotator.marking.rules.verbs import finite_verbs
from annotator.marking.word_lists import ReportingWords, words
from annotator.text.function_words import function_words

_NO_VERB_AFTER: Final = words("to zu of by without can could may might")
_VERB_AFTER: Final = words(
    "this that all both many some others another one two three neither each most few several leur"
)


STATES: Final = words("afraid convinced certain confident adamant aware")
"""What somebody is who says what follows."""

_NOUNS: Final = words(
    "posts tweets counters jokes boasts laments replies suspect suspects guarantee guarantees "
    "signal signals pledges vows reports claims fears notes shows records rules estimates answers "
    "hopes doubts demands points reads finds calls promises note recall stress reply count counts "
    "list lists report claim fear record estimate answer hope doubt demand point"
)
_WITH_OBJECT: Final = words("maintain maintains maintained")
_BE: Final = words("am is are was were remains remain m i’m he’s she’s they’re we’re")
COUNTING: Final = words("count counts counted list lists listed tallied")
"""These verbs report a number, and nothing else."""

_NUMERALS: Final = function_words("en").numerals
_BEFORE_RELATIVE: Final = 6
_LONGEST_ASIDE: Final = 6
_BEFORE_TO: Final = 2
_SEEMING: Final = words("appear appears appeared seem seems seemed")
_BEHIND_COMMA: Final = words(
    "ruling finding stating writing concluding revealing pledging promising vowing stressing "
    "cautioning predicting declaring announcing acknowledging conceding complaining replying "
    "asserting calling branding labelling labeling dismissing accusing blaming describing"
)


class Cue(NamedTuple):
    """A reporting word with its helpers, by the indexes of its tokens.

    `pronoun` is that of a subject among them, or just behind.
    """

    start: int
    end: int
    pronoun: int | None = None
    noun: bool = False


def is_number(low: str) -> bool:
    """Say whether a word counts something."""
    return low[:1].isdigit() or low in _NUMERALS


def cues(tokens: Sequence[Token], listed: ReportingWords) -> Iterator[Cue]:
    """Yield the reporting verbs and nouns of a statement."""
    nouns, says, shows = listed.nouns, listed.says, listed.shows
    for index, token in enumerate(tokens):
        low = token.low
        if token.kind != WORD:
            continue
        if low in nouns and _is_noun(tokens, index, listed):
            yield Cue(index, index + 1, noun=True)
        elif low in STATES:
            if _is_state(tokens, index, listed):
                yield _verb(tokens, index, listed)
        elif low in says or low in shows:
            if _is_seeming(tokens, index):
                yield Cue(index - 2, index + 1)
            elif _is_urged(tokens, index, listed):
                yield Cue(index - 1, index + 1)
            elif _is_verb(tokens, index, listed):
                yield _verb(tokens, index, listed)


def _is_state(tokens: Sequence[Token], index: int, listed: ReportingWords) -> bool:
    """Say whether a word tells what somebody holds: was certain that, not: was certain of."""
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if following == "of" or following in listed.places:
        return False
    said = listed.language == "en" and _is_verb(tokens, index, listed)
    return said or (index > 0 and tokens[index - 1].low in _BE)


def _is_seeming(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a verb is one of what seems: papers which appear to show that it rained."""
    return (
        index > _BEFORE_TO and tokens[index - 1].low == "to" and tokens[index - 2].low in _SEEMING
    )


def _is_urged(tokens: Sequence[Token], index: int, listed: ReportingWords) -> bool:
    """Say whether somebody is made to report: prompting the board to warn that …"""  # noqa: D415 - words of an article
    if index < _BEFORE_TO or tokens[index - 1].low != "to" or tokens[index].low not in listed.says:
        return False
    follows = tokens[index + 1].low if index + 1 < len(tokens) else ""
    asked = tokens[index - 2]
    named = asked.kind == WORD and asked.low not in listed.pronouns | listed.recipients
    return follows in listed.that and named and asked.low not in listed.finite


def limit(tokens: Sequence[Token], later: Sequence[Cue], listed: ReportingWords) -> int:
    """Return the index where what a cue reports ends at the latest: before the next to report."""
    ends = (_before_cue(tokens, cue, listed) for cue in later)
    return next((end for end in ends if end), len(tokens))


def _before_cue(tokens: Sequence[Token], cue: Cue, listed: ReportingWords) -> int:
    """Return where what stands before a cue and its subject ends, 0 if it goes on there."""
    if cue.noun:
        return cue.start - 2 if cue.start > 1 and tokens[cue.start - 2].kind == "," else 0
    subject = subject_before(tokens, cue.start, listed)
    start = subject[0] if subject else cue.start
    if not start:
        return 0
    before = tokens[start - 1]
    beyond = tokens[start - 2].kind if start > 1 else ""
    if before.low in listed.joins:
        return start - 1 if subject is None or beyond == "," else 0
    end = 0
    if before.kind in {",", ";"}:
        end = start - 1
    elif before.kind == QUOTED:
        end = start
    elif before.low in listed.below and beyond in {",", QUOTED}:
        end = start - 1 - (beyond == ",")
    return _before_aside(tokens, start - 1, listed) or end


def _before_aside(tokens: Sequence[Token], relative: int, listed: ReportingWords) -> int:
    """Return the comma before what somebody told something of: …, a risk that she denied."""
    if relative > 1 and tokens[relative].kind == ",":
        relative -= 1
    if relative < 1 or listed.language != "en" or tokens[relative].low not in {"that", "which"}:
        return 0
    for index in range(relative - 1, max(0, relative - _BEFORE_RELATIVE), -1):
        if tokens[index].kind == "," and tokens[index + 1].low in {"a", "an", "the", "something"}:
            return index
        if tokens[index].kind != WORD:
            break
    return 0


def _is_noun(tokens: Sequence[Token], index: int, listed: ReportingWords) -> bool:
    """Say whether a noun has an owner or an article before it and a conjunction behind."""
    before = tokens[index - 1].low if index else ""
    led = before in listed.determiners | listed.places or before.endswith(("’s", "s’"))
    if before == "no" or not led:
        return False
    following = tokens[index + 1 : index + 3]
    if following and following[0].kind == ",":
        following = following[1:]
    return bool(following) and following[0].low in listed.that


def _is_verb(tokens: Sequence[Token], index: int, listed: ReportingWords) -> bool:
    """Say whether a word that looks like a reporting verb can be one."""
    token = tokens[index]
    if not index or token.capital:
        return not index and (not token.capital or token.low in listed.says)
    before = tokens[index - 1]
    low = before.low
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if listed.language == "en" and _is_no_verb(tokens, index, listed):
        return False
    if token.low in _WITH_OBJECT and following in listed.determiners - listed.that:
        return False
    if before.kind != WORD or low in listed.pronouns or low in listed.relatives:
        return True
    return _may_follow(token, low, listed)


def _is_no_verb(tokens: Sequence[Token], index: int, listed: ReportingWords) -> bool:
    """Say whether an English word is the noun, or reports nothing, by the words on both sides."""
    low, before = tokens[index].low, tokens[index - 1]
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if low in COUNTING and (not is_number(following) or before.low in listed.pronouns):
        return True
    if before.low in {"neither", "nor"} or (low in _BEHIND_COMMA and before.kind != ","):
        return True
    noun = low in _NOUNS and not _is_aside(tokens, index, listed)
    return noun and not finite_verbs(tuple(tokens))[index]


def _is_aside(tokens: Sequence[Token], index: int, listed: ReportingWords) -> bool:
    """Say whether only a short subject stands between a comma and a verb: …, the board hopes."""
    follows = tokens[index + 1].kind if index + 1 < len(tokens) else END
    if follows not in {END, ","}:
        return False
    for at in range(index - 1, max(0, index - _LONGEST_ASIDE), -1):
        if tokens[at].kind == ",":
            led = tokens[at + 1].capital or tokens[at + 1].low in listed.determiners
            return led and at + 1 < index and tokens[index].low.endswith("s")
        if tokens[at].kind != WORD:
            break
    return False


def _may_follow(token: Token, low: str, listed: ReportingWords) -> bool:
    """Say whether a reporting verb can stand behind the word `low`."""
    negated = listed.language == "de" and low in listed.negations
    if negated or low in _NO_VERB_AFTER or low.endswith("’s"):
        return False
    if low in listed.determiners:
        return low in _VERB_AFTER
    participle = token.low.endswith("é") and low not in listed.helpers
    return not participle or low in listed.adverbs


def _verb(tokens: Sequence[Token], index: int, listed: ReportingWords) -> Cue:
    """Return the verb at `index` with its helpers, and the pronoun that stands among them."""
    start = index
    pronoun = None
    while start:
        before = tokens[start - 1]
        if before.kind != WORD or before.capital:
            break
        helps = before.low in listed.helpers or before.low in listed.adverbs
        if helps or before.low.endswith("ly"):
            start -= 1
        elif (
            pronoun is None
            and before.low in listed.pronouns
            and start > 1
            and tokens[start - 2].low in listed.helpers
        ):
            pronoun = start - 1
            start -= 2
        else:
            break
    end = index + 1
    while end < len(tokens) and tokens[end].low in listed.particles and listed.language != "de":
        end += 1
    if end < len(tokens) and tokens[end].low in listed.pronouns and pronoun is None:
        pronoun = end if _is_turned(tokens, start, end, listed) else None
    return Cue(start, end, pronoun)


def _is_turned(tokens: Sequence[Token], start: int, end: int, listed: ReportingWords) -> bool:
    """Say whether the pronoun at `end`, behind a verb that begins at `start`, is its subject."""
    if listed.language == "de":
        return not start or tokens[start - 1].low not in listed.pronouns
    if start and tokens[start - 1].kind not in {",", QUOTED, "—", END}:
        return False
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    if following is None:
        return True
    before = {token.kind for token in tokens[max(0, start - 2) : start]}
    if listed.language == "en" and QUOTED not in before:
        return following.kind in {",", END}
    return following.kind != WORD or following.low not in listed.finite
