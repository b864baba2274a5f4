"""Predicates: what English verbs tell with an object alone: “denied it”, “put it at ten”."""

from collections.abc import Sequence
from typing import Final

from annotator.marking.rules.cues import COUNTING, Cue, is_number
from annotator.marking.rules.tokens import END, QUOTED, WORD, Part, Token
from annotator.marking.word_lists import ReportingWords, words

DENYING: Final = words("deny denies denied denying doubt doubts doubted")
"""Without these verbs what they report would say the contrary."""

_HOLDING: Final = words(
    "put puts called calls describes described describe describing dismissed dismisses dismiss "
    "dismissing calling branding labelling labeling dubbed reject rejects rejected denounce "
    "denounces denounced condemn condemns condemned branded brands label labels labelled labeled "
    "hail hails hailed characterised characterized characterise characterises estimate estimates "
    "estimated criticised criticized derided derides portrayed portrays depicted depicts cast "
    "considered regards regarded"
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
    "denounces denounced branded brands labels labelled labeled hails hailed slammed slams "
    "derided portrayed depicted characterised characterized calling branding labelling labeling "
    "dismissing blaming accusing expects expected expect describing insists insisted estimate "
    "estimates estimated questioned welcomed defended"
)
_WITH: Final = {
    **dict.fromkeys(words("speak speaks spoke complain complains complained"), "of"),
    **dict.fromkeys(words("agree agrees agreed"), "with"),
    **dict.fromkeys(words("asked asks"), "for"),
}
_TOLD: Final = words("tell tells told")
_SOMETHING: Final = words("something nothing the a it much more")
_ONLY_HOLDING: Final = words("called calls call put puts describe describes described considered")
_CALLING: Final = words("call calls called calling branding labelling labeling")
_SAYING_SO: Final = words("say says said")
_SO: Final = words("so no yes as")
_EXPECTING: Final = words("expect expects expected")
_COUNTING: Final = COUNTING | {"found"}
_SHOWING: Final = words("show shows showed")
_SHOWN: Final = words("a an the no two three four five six him her them it its his their")
_DOCUMENTS: Final = words(
    "video videos footage clip clips image images picture pictures photo photos photograph "
    "photographs recording recordings drawing drawings map maps figures data records documents "
    "document papers report poll polls survey surveys study studies results register log logs "
    "minutes files file tape tapes accounts charts chart statistics"
)
_FAR: Final = 16
_RELATIVES: Final = words("whose whom where")
_RISING: Final = words("report reports reported post posts posted")
_PROMISING: Final = words(
    "promise promises promised pledge pledges pledged vow vows vowed agree agrees agreed swore"
)
_OBJECT_ALONE: Final = _EXPECTING | _COUNTING | _SHOWING | _RISING
_NO_OBJECT: Final = words("to that it’s")
_APART: Final = frozenset({";", ":", "—", END})


def predicate(tokens: Sequence[Token], cue: Cue, end: int, listed: ReportingWords) -> Part | None:
    """Return what a verb tells together with its object: from the verb, or behind it."""
    verb = tokens[cue.end - 1].low
    after = cue.end
    if not _is_told(tokens, cue, listed):
        return None
    stop = _stop(tokens, after, end, listed)
    if verb.endswith("ing"):
        stop = next((at for at in range(after, stop) if tokens[at].kind == ","), stop)
    behind = tokens[after + 1 : stop]
    if verb in _OBJECT_ALONE:
        return _object(tokens, cue, stop, listed)
    links = {"as", "at", "a", "an"} if verb in _CALLING else {"as", "at"}
    holds = verb in _HOLDING and any(one.low in links or one.kind == QUOTED for one in behind)
    asks = verb in _CALLING and tokens[after].low == "for"
    if stop <= after or (verb in _ONLY_HOLDING and not holds and not asks):
        return None
    holds = holds and not asks
    return (after if holds else cue.start), stop


def _object(tokens: Sequence[Token], cue: Cue, stop: int, listed: ReportingWords) -> Part | None:
    """Return the object of a verb that holds the grammar of what it reports, at most to `stop`."""
    verb = tokens[cue.end - 1].low
    after = cue.end
    if verb in _EXPECTING:
        to = any(one.low == "to" for one in tokens[after + 1 : stop])
        return (after, stop) if to and tokens[after].low not in _NO_OBJECT else None
    if verb in _COUNTING:  # found nine; found nine boats
        alone = after + 1 == stop or tokens[after + 1].kind != WORD
        return (cue.start if alone else after), stop
    if verb in _RISING:
        for at in range(after, stop):
            timed = any(one.low in listed.times for one in tokens[at : at + 3])
            if timed and tokens[at].low in {"on", "in", "for", "late"}:
                return after, at
    return after, stop


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
    if verb in _OBJECT_ALONE - _EXPECTING:
        return _is_shown(tokens, cue)
    if verb in _WITH:
        return following.low == _WITH[verb]
    promises = verb in _PROMISING and following.low == "to"
    return promises or (verb in _TELLING and following.low not in listed.places - {"about"})


def _is_shown(tokens: Sequence[Token], cue: Cue) -> bool:
    """Say whether something is counted or shown: listed nine; the video shows a man; a 5% rise."""
    verb, following = tokens[cue.end - 1].low, tokens[cue.end].low
    if verb in _COUNTING:
        return cue.end - cue.start == 1 and is_number(following)
    if verb in _SHOWING:
        near = tokens[max(0, cue.start - _FAR) : cue.start]
        return following in _SHOWN and any(one.low in _DOCUMENTS for one in near)
    near = tokens[cue.end + 1 : cue.end + 4]
    return following in {"a", "an"} and any(is_number(one.low) for one in near)


def with_object(tokens: Sequence[Token], cue: Cue, part: Part) -> Part:
    """Return what a verb reports with what must not be parted from it: a denial, an object."""
    verb = tokens[cue.end - 1].low
    if part[0] < cue.end:
        return part
    doing = tokens[part[0]].low.endswith("ing") and tokens[part[0]].kind == WORD
    if verb in DENYING or (doing and part[0] == cue.end and verb not in _ACCUSING):
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
            parts = listed.joins | listed.relatives | _RELATIVES
            participle = following.low.endswith("ing") and not following.capital
            if following.low in parts or following.kind == QUOTED or participle:
                return index
        if token.low in listed.joins and index + 1 < end:
            following = tokens[index + 1]
            small = listed.says | listed.shows | listed.finite
            if following.low in small:
                return index
    return end
