"""Verbs: which English words are finite verbs, as far as their form and their neighbours tell."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from annotator.marking.language_words import LanguageWords
from annotator.marking.tokens import QUOTED, WORD, Token
from annotator.marking.word_lists import words
from annotator.text.function_words import function_words

_MODALS: Final = words("will would can could may might must should shall to cannot let")
HELPERS: Final = words(
    "is are was were am has have had will would can could may might must should shall do does did "
    "cannot isn’t aren’t wasn’t weren’t don’t doesn’t didn’t won’t can’t couldn’t wouldn’t hasn’t "
    "haven’t hadn’t shouldn’t mustn’t it’s that’s there’s he’s she’s they’re we’re i’m you’re "
    "they’ve we’ve i’ve you’ve i’ll we’ll he’ll she’ll they’ll it’ll i’d he’d she’d they’d we’d "
    "ain’t what’s who’s"
)
"""Finite verbs that stand before another, and may stand alone."""

_GROUP: Final = HELPERS | words("be been being having not to")
_BASES: Final = words("have do be")
_PAST: Final = words(
    "ate began bought broke brought built came caught chose drew drove fell felt flew forgot "
    "fought found gave got grew heard held hid kept knew laid lay led left lost made meant met "
    "paid ran rang rose sang sat saw sent shook shrank slept sold sought spent spoke stole stood "
    "stuck swam swore swept took taught told thought threw understood went woke won wore wrote "
    "said struck hung slid sank split burst drank dug fled lent rode shot spun tore withdrew "
    "became overtook undertook withstood withheld arose bore beat bent bred dealt fed hurt "
    "cut hit set put let shut spread cost bid read"
)
_NO_PAST: Final = words(
    "hundred indeed need speed seed feed breed exceed proceed succeed red shed sacred naked "
    "wicked weed creed greed kindred agreed-upon unlicensed unprecedented unnamed so-called"
)
_WITH_PLURAL: Final = words("i we you they who which that people men women police both others")
_SINGULAR: Final = words("he she it who which that this everybody nobody somebody everyone nothing")
_NO_VERBS: Final = words(
    "this his its as us yes was is has does less news thus perhaps always towards besides "
    "afterwards upwards minutes hours days weeks months years miles metres tonnes crowns pounds "
    "dollars times others ours theirs hers yours plus across versus"
)
_THIRD: Final = words(
    "runs arrives stands lies rests depends relies looks works sits amounts belongs leads goes "
    "comes stays stops carries covers crosses cuts draws drives earns employs enters faces falls "
    "fears feeds fights fills flows grows hangs heads hopes hurts kills lacks lasts leaks lives "
    "loses meets moves needs opens owes owns pays plans plays pulls pushes ranks reads refers "
    "reports returns rules sails seats seems serves shuts speaks spends starts supplies supports "
    "takes talks teaches tends travels tries turns uses votes wants wins writes begins ends "
    "closes costs counts claims contains consists calls asks answers appears applies"
)
"""Verbs, of which some are nouns as well: what follows decides."""

_PLAIN: Final = words(
    "meet stand lie fall rise pay work play move run win look turn start stay help talk try call "
    "open close use stop sit walk wait carry cover cross cut draw drive earn employ enter face "
    "fear feed fight fill flow hang hope hurt kill lack last love owe own plan pull push reach "
    "rely rest sail serve shut spend support travel vote want watch wish wonder like hate declare "
    "depend differ doubt drop fail fit follow gain gather hand learn lift miss note notice object "
    "pass press protest quarrel raise ride rule share ship show sign sleep smell sound speak stem "
    "suit surround swim teach threaten touch trust visit weigh write load border queue"
)
"""Verbs in their bare form, which some nouns share: a plural or a pronoun stands before."""

_LEADING: Final = words("the a an no his her its their that this")
_SHORT: Final = 16  # A quotation as short as this, in code points, is no predicate.
_CONTENT: Final = words("that how what why where it them him us me i he she they we you so up out")


def finite_verbs(tokens: Sequence[Token], listed: LanguageWords) -> tuple[bool, ...]:
    """Return for each token whether it is a finite verb, the first of its group."""
    return tuple(
        _is_finite(tokens, index, listed)
        if token.kind == WORD
        else token.kind == QUOTED and _stands_for_predicate(tokens, index, listed)
        for index, token in enumerate(tokens)
    )


def _stands_for_predicate(tokens: Sequence[Token], index: int, listed: LanguageWords) -> bool:
    """Say whether a quotation goes on where its subject ends: the board “has noted the plan”."""
    token = tokens[index]
    if not index or token.end - token.start <= _SHORT or tokens[index - 1].kind != WORD:
        return False
    before = tokens[index - 1].low
    small = listed.reporting
    if before in small.pronouns:
        return True
    if (
        before
        in _no_subject(listed) | small.joins | small.below | small.says | small.shows | _GROUP
    ):
        return False
    first = tokens[max(0, index - 3) : index]
    led = first[0].low in small.determiners or tokens[index - 1].capital
    return led and not any(
        _is_finite(tokens, index - back, listed) for back in (1, 2) if index > back
    )


@cache
def _no_subject(listed: LanguageWords) -> frozenset[str]:
    """Return the words after which a noun comes, and no verb."""
    small = listed.reporting
    return (small.determiners | small.places | words("of as my")) - words("that all both no")


def _is_finite(tokens: Sequence[Token], index: int, listed: LanguageWords) -> bool:
    token = tokens[index]
    low = token.low
    before = tokens[index - 1] if index else None
    last = before.low if before is not None else ""
    if low in HELPERS:
        return last not in _MODALS and not (token.capital and index and low in {"may", "will"})
    if token.capital or before is None or last.endswith("’s") or last in _GROUP:
        return False
    if last in _no_subject(listed) or _belongs_to_group(tokens, index):
        return False
    if low in _PAST:
        return before.kind in {WORD, ")", QUOTED} or before.kind == ","
    if low.endswith("ed"):
        return _is_past(tokens, index, listed)
    return _is_present(tokens, index, listed)


def _belongs_to_group(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a helper stands before a word, with an adverb between them."""
    adverbs = function_words("en").adverbs | words("also still always often only now then never")
    first = index
    while first and (tokens[first - 1].low in adverbs or tokens[first - 1].low.endswith("ly")):
        first -= 1
    return 0 < first < index and tokens[first - 1].low in _GROUP | words("a an the")


def _is_past(tokens: Sequence[Token], index: int, listed: LanguageWords) -> bool:
    """Say whether a word in -ed is a past tense rather than a participle."""
    low, before = tokens[index].low, tokens[index - 1]
    if len(low) < len("owed") or low in _NO_PAST or "-" in low:
        return False
    if before.kind not in {WORD, ")", QUOTED}:
        follows = tokens[index + 1] if index + 1 < len(tokens) else before
        object_follows = follows.low in listed.reporting.determiners or follows.kind == QUOTED
        return before.kind == "," and object_follows
    if before.low in listed.reporting.below - _WITH_PLURAL:
        return False
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    pronoun = before.low in listed.reporting.pronouns or before.low in _WITH_PLURAL
    return pronoun or following != "by"


def _is_present(tokens: Sequence[Token], index: int, listed: LanguageWords) -> bool:
    """Say whether a word is a verb in the present tense."""
    low, before = tokens[index].low, tokens[index - 1]
    if before.low in {"never", "always", "often", "still", "also"} and index > 1:
        before = tokens[index - 2]
    known = low in function_words("en").verbs or low in listed.reporting.says
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if not low.endswith("s") or low.endswith("ss"):
        plural = before.low in _WITH_PLURAL or (
            before.kind == WORD and before.low.endswith("s") and not before.low.endswith("ss")
        )
        led = before.kind == "," and following is not None and following.low in _LEADING
        return (known or low in _PLAIN) and (plural or led) and not low.endswith("ing")
    if low in _NO_VERBS or before.kind not in {WORD, ")", ",", QUOTED}:
        return False
    if before.low in _SINGULAR and before.low not in {"that", "this"}:
        return True
    plural = before.low.endswith("s") and not before.capital
    known = known or low in _THIRD
    joined = before.low in listed.reporting.joins
    if plural or following is None:
        return False
    small = listed.reporting
    leads = (
        following.kind == QUOTED
        or following.low in small.determiners | _CONTENT
        or (before.capital and following.low in small.places)
    )
    says = low in small.says or low in small.shows
    return leads or (known and not joined and (following.kind == WORD or says))
