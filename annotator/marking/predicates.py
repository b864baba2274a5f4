"""Predicates: what English verbs tell with an object alone: “denied it”, “put it at ten”."""

from collections.abc import Sequence
from typing import Final

from annotator.marking.cues import Cue
from annotator.marking.tokens import END, QUOTED, WORD, Part, Token
from annotator.marking.word_lists import ReportingWords, words

DENYING: Final = words("deny denies denied denying doubt doubts doubted")
"""Without these verbs what they report would say the contrary."""

_HOLDING: Final = words(
    "put puts called calls describes described dismissed dismisses dubbed show shows"
)
_ACCUSING: Final = words("accuse accuses accused accusing")
_TELLING: Final = DENYING | words(
    "reject rejects rejected dispute disputes disputed dismiss dismisses dismissed blame blames "
    "blamed accuse accuses accused agree agrees agreed urge urges urged demand demands demanded "
    "promise promises promised pledged vowed confirm confirms confirmed attribute attributes "
    "attributed criticise criticised criticize criticized praise praised condemn condemns "
    "condemned contradict contradicts contradicted warn warns warned predicted announce announced "
    "announces complained complain complains speak speaks spoke claim claims claimed put puts "
    "considers considered call calls called describe describes described admit admits admitted "
    "conceded concedes recalls recalled remembers remembered proposed recommended recommends "
    "insists insisted estimates estimated questioned welcomed defended"
)
_WITH: Final = {
    **dict.fromkeys(words("speak speaks spoke complain complains complained"), "of"),
    **dict.fromkeys(words("agree agrees agreed"), "with"),
    **dict.fromkeys(words("asked asks"), "for"),
}
_TOLD: Final = words("tell tells told")
_SOMETHING: Final = words("something nothing the a it much more")
_ONLY_HOLDING: Final = words("called calls call put puts describe describes described considered")
_CALLING: Final = words("call calls called")
_SAYING_SO: Final = words("say says said")
_SO: Final = words("so no yes as")
_APART: Final = frozenset({";", ":", "—", END})


def predicate(tokens: Sequence[Token], cue: Cue, end: int, listed: ReportingWords) -> Part | None:
    """Return what a verb tells together with its object: from the verb, or behind it."""
    verb = tokens[cue.end - 1].low
    after = cue.end
    if not _is_told(tokens, cue, listed):
        return None
    stop = _stop(tokens, after, end, listed)
    behind = tokens[after + 1 : stop]
    links = {"as", "at", "a", "an"} if verb in _CALLING else {"as", "at"}
    holds = verb in _HOLDING and any(one.low in links or one.kind == QUOTED for one in behind)
    asks = verb in _CALLING and tokens[after].low == "for"
    if stop <= after or (verb in _ONLY_HOLDING and not holds and not asks):
        return None
    holds = holds and not asks
    return (after if holds else cue.start), stop


def _is_told(tokens: Sequence[Token], cue: Cue, listed: ReportingWords) -> bool:
    """Say whether what follows a verb can be the object of telling."""
    verb = tokens[cue.end - 1].low
    following, beyond = (*tokens[cue.end : cue.end + 2], None, None)[:2]
    if following is None or following.kind not in {WORD, QUOTED}:
        return False
    if verb in _SAYING_SO:
        return following.low[:1].isdigit() or following.low in _SO
    if verb in _TOLD:
        given = beyond.low if beyond else ""
        return following.low in listed.recipients and given in _SOMETHING
    if verb in _WITH:
        return following.low == _WITH[verb]
    return verb in _TELLING and following.low not in listed.places - {"about"}


def with_object(tokens: Sequence[Token], cue: Cue, part: Part) -> Part:
    """Return what a verb reports with what must not be parted from it: a denial, an object."""
    verb = tokens[cue.end - 1].low
    if part[0] < cue.end:
        return part
    if verb in DENYING:
        return cue.start, part[1]
    between = tokens[cue.end : part[0]]
    object_first = bool(between) and all(token.kind == WORD for token in between)
    if (
        object_first
        and between[0].low not in {"as", "of", "for", "to"}
        and (verb in _ACCUSING or verb in _HOLDING)
    ):
        return cue.end, part[1]
    return part


def _stop(tokens: Sequence[Token], start: int, end: int, listed: ReportingWords) -> int:
    """Return where a predicate ends: at a mark, or before a conjunction and another verb."""
    for index in range(start, end):
        token = tokens[index]
        if token.kind in _APART:
            return index
        if token.kind == "," and index + 1 < end:
            following = tokens[index + 1]
            if following.low in listed.joins | listed.relatives or following.kind == QUOTED:
                return index
        if token.low in listed.joins and index + 1 < end:
            following = tokens[index + 1]
            small = listed.says | listed.shows | listed.finite
            if following.low in small:
                return index
    return end
