"""Conjunctions: where a clause begins with one, and which of them stay outside it.

A conjunction that only joins lies between two clauses, as punctuation does; a relative word
(which, dont, dessen) stands for something in its own, and stays inside.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from annotator.text.function_words import function_words

_LONGEST: Final = 24  # code points of a conjunction and the blanks before it


class _Joints(NamedTuple):
    """The patterns of one language.

    `equal` join equals, mostly single words; `below` join a clause to another. `relative` cut as
    those do, but stay inside. `doubtful` join only where `clause` matches after them. `opening`
    join from the start of a clause alone, and `dangling` are left outside at its end. `said` is
    where a clause begins without any conjunction: she said | it sank.
    """

    equal: str
    below: str
    relative: str = "(?!)"
    doubtful: str = "(?!)"
    clause: str = ""
    opening: str = "(?!)"
    dangling: str = "(?!)"
    said: str = "(?!)"


_ENGLISH_VERB: Final = (
    r"(?:is|are|was|were|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must"
    r"|cannot|\w+n['’]t|\w+ed|go|goes|went|came|come|comes|made|make|makes|took|gave|left|ran|fell"
    r"|retreat|exploit|\w+s\s+(?:the|a|an|its|his|her|their|no|it|them))\b"
)
# After these, what was said may follow without `that`; after the rest, hardly.
_SAYING: Final = "said says argued claimed insisted thinks thought believes believed"
_TELLING: Final = "told added warned reported suggested confirmed denied stated"


def _after(verbs: str) -> str:
    """Return a pattern of the place after one of the verbs and a blank."""
    return "(?:{})".format("|".join(rf"(?<=\b{verb} )" for verb in verbs.split()))


_SUBJECT: Final = (
    r"(?:he|she|it|they|we|I|you|there|the|an?|this|these|those|his|her|its|their|our|my|no|some"
    r"|both|all|many|most|nobody|everybody|\$?\d[\d.,]*|(?!Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday)[A-Z]\w*)"
)
_BEFORE_MARK: Final = r"(?=\s*[«“”„\"‘‚'‹])"
_JOINTS: Final = {
    "en": _Joints(
        equal="and|but|or",
        below=(
            r"(?:even|only)\s+(?:if|when|though)|so\s+that|because(?!\s+of\b)|although|though"
            r"|whether(?:\s+or\s+not)?|if|unless|when|while|whilst|whereas"
            # Not relative, before a verb: attacks that failed. Not pointing: That is so.
            rf"|(?-i:that)(?!\s+{_ENGLISH_VERB})"
        ),
        # Without `nor` a clause would say the contrary.
        relative="which|who|whom|whose|where|nor|that",
        doubtful=r"(?:even\s+)?(?:until|since|before|after)",
        # Not: after the war; since 1998; after that.
        clause=(
            r"\s+(?!that\b|this\b|then\b|all\b|long\b|\W*\d)"
            r"(?:(?:he|she|it|they|we|you|I)\b|\w+\W+\w+\W+\w)"
        ),
        opening="yet|meanwhile|how(?=\\s+(?:the|a|his|her|its|their|he|she|it|they|[A-Z]))",
        dangling=(
            "and|but|or|nor|because|although|whether|if|unless|whereas"
            rf"|{_after(f'{_SAYING} {_TELLING}')}that"
        ),
        said=rf"{_after(_SAYING)}(?={_SUBJECT}\b)",
    ),
    "de": _Joints(
        equal="und|aber|oder|sondern|doch",
        below="dass|daß|weil|obwohl|während|wenn|falls|nachdem|bevor|sodass|ob|indem|sobald",
        dangling="und|oder|sondern|dass|daß|weil|wenn|ob",
    ),
    "fr": _Joints(
        equal="et|mais|ou|ni|car",
        below=(
            "(?:parce|pendant|tandis|alors|afin|avant|après|dès|lors|depuis)\\s+que|(?-i:que)|si|quand"
            "|lorsque|puisque|comme"
        ),
        relative="qui|dont|où",
        dangling="et|mais|ou|car|que|lorsque|puisque|parce",
    ),
    "es": _Joints(
        equal="y|e|pero|o|u|sino|ni",
        below="porque|aunque|cuando|mientras|si|para\\s+que|ya\\s+que",
        relative="que|quien|quienes|donde|cuyo|cuya|cuyos|cuyas",
        dangling="y|e|pero|o|u|sino|porque|aunque|que",
    ),
    # Only before a quotation: elsewhere these as often go with a verb, to go, to stay.
    "ar": _Joints(
        equal="(?!)",
        below=rf"(?:أن|إن|بأن|ان){_BEFORE_MARK}|وأن",
        dangling="أن|إن|بأن|ان",
    ),
}
# After one of these, and before a quotation, Spanish `que` begins what was said, and joins.
_DECIR: Final = re.compile(
    r"(?:\w+ó|\w+aron|\w+ieron|dijo|dice|dicen|afirman?|aseguran?|creen?|sostienen?|señalan?"
    r"|explican?)$",
    re.IGNORECASE,
)
_QUE: Final = re.compile(rf"que\s+(?P<quotes>{_BEFORE_MARK})?")


def joint_pattern(language: str) -> re.Pattern[str] | None:
    """Return the pattern of what a clause may be parted at.

    Group `equal` matches between equals.
    """
    return _patterns(language)[0] if language in _JOINTS else None


def begins_said(before: str, conjunction: str, language: str) -> bool:
    """Say whether a conjunction after `before` begins what is said: then one word may go before."""
    match language:
        case "es":
            return conjunction == "que" and _DECIR.search(before) is not None
        case "ar":
            return conjunction != "وأن"
        case _:
            return conjunction in {"that", ""}  # said | that it sank


def acts(words: Sequence[str], language: str) -> bool:
    """Say whether a verb seems to stand in `words`, before the next `and`; in English alone."""
    if language != "en":
        return True
    small = function_words(language)
    for word in words:
        if word in {"and", "or", "but"}:
            return False
        if word.endswith("ed") or word in small.verbs or word in small.auxiliaries:
            return True
    return False


def outside(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Return where a clause without the conjunctions at its ends begins and ends."""
    if language not in _JOINTS:
        return start, end
    _, leading, trailing = _patterns(language)
    if trailing.fullmatch(text, start, end):
        return start, start
    if leads := leading.match(text, start, end):
        start = leads.end()
    if language == "es" and (que := _QUE.match(text, start, end)):
        said = _DECIR.search(text[max(0, start - _LONGEST) : start].rstrip())
        start = que.end() if said or que["quotes"] is not None else start
    while dangles := trailing.search(text, max(start, end - _LONGEST), end):
        end = dangles.start()
    return start, end


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    joints = _JOINTS[language]
    below = f"{joints.below}|{joints.doubtful}"
    any_below = f"(?:{below}|{joints.relative})"
    return (
        re.compile(
            rf"(?<=\s)(?:(?:(?P<below>(?:(?:{joints.equal})\s+)?{any_below})"
            rf"|(?P<equal>{joints.equal}))(?=\s)|(?P<said>{joints.said}))"
        ),
        re.compile(
            rf"(?:(?:{joints.equal}|{joints.below}|(?:{joints.doubtful})(?={joints.clause})"
            rf"|{joints.opening})(?:\s+|,\s+))+",
            re.IGNORECASE,
        ),
        re.compile(rf"\s*\b(?:{joints.dangling})$", re.IGNORECASE),
    )
