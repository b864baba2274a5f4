"""Verbs: which English words are finite verbs, as far as their form and their neighbours tell."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from annotator.marking.rules.attribution_words import REPORTING
from annotator.marking.rules.tokens import QUOTED, WORD, Token
from annotator.marking.word_lists import ReportingWords, words
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
_PAST: Final = words(
    "ate began bought broke brought built came caught chose drew drove fell felt flew forgot "
    "fought found gave got grew heard held hid kept knew laid lay led left lost made meant met "
    "paid ran rang rose sang sat saw sent shook shrank slept sold sought spent spoke stole stood "
    "stuck swam swore swept took taught told thought threw understood went woke won wore wrote "
    "said struck hung slid sank split burst drank dug fled lent rode shot spun tore withdrew "
    "became overtook undertook withstood withheld arose bore beat bent bred dealt fed hurt lit "
    "clung crept froze forgave knelt leapt overran rebuilt shone sped sprang strode strove swung "
    "upheld wept foresaw mistook oversaw repaid retook outran rewrote resold bound spat beset cut "
    "hit set put let shut spread cost bid read"
)
PARTICIPLES: Final = words(
    "built made led held sold sent paid left found caught bought brought lost kept struck hit set "
    "put cut read said told taught fed bound lit hung spent won bred dug rebuilt known taken "
    "given seen written drawn shown born driven torn worn broken chosen stolen frozen hidden "
    "fallen gone done"
)
"""Irregular forms that stand after a comma for what was done to a thing: the ship, built in May."""

_ONLY_PARTICIPLES: Final = words(
    "known taken given seen written drawn shown born driven torn worn broken chosen stolen frozen "
    "hidden fallen gone done begun grown flown spoken sworn sunk sung shaken risen thrown lain"
)
_NO_PAST: Final = words(
    "named hundred indeed need speed seed feed breed exceed proceed succeed red shed sacred naked "
    "wicked weed creed greed kindred agreed-upon unlicensed unprecedented unnamed so-called"
)
_WITH_PLURAL: Final = words("i we you they who which that people men women police both others")
_SINGULAR: Final = words("he she it who which everybody nobody somebody everyone nothing")
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
    "suit surround swim teach threaten touch trust visit weigh write load border queue favour "
    "favor back slide trade ask mark rank top trail slip climb jump sink soar plunge tumble drift "
    "swell shrink dip halve double triple exceed outweigh outnumber dominate defend attack seize "
    "arrest detain charge sue fine ban block halt delay postpone cancel approve adopt pledge vow "
    "hail praise slam condemn denounce criticise question probe review monitor track target hire "
    "fire recruit train trigger spark fuel boost curb ease tighten scrap ditch unveil launch "
    "publish post print air broadcast film document list tally estimate forecast project "
    "anticipate foresee dispute contest contradict concede admit acknowledge allege assert "
    "contend maintain speculate caution stress emphasise emphasize underline highlight echo hint "
    "imply mean matter linger loom persist resume cease quit flee escape evacuate return migrate "
    "settle occupy control govern lead command oversee supervise manage operate fund finance "
    "sponsor donate lend borrow invest save waste sweep race surge flock rush storm march rally "
    "clash mourn brace vie plead urge"
)
"""Verbs in their bare form, which some nouns share: a plural or a pronoun stands before."""

_LEADING: Final = words("the a an no his her its their that this")
_SHORT: Final = 16  # A quotation as short as this, in code points, is no predicate.
_CONTENT: Final = words("that how what why where it them him us me i he she they we you so up out")
_CLAUSE: Final = words("the that it they he she this these")
_ENDINGS: Final = ("s", "ed")
_OF_PEOPLE: Final = ("ers", "ors", "ists", "ians", "ives", "ants", "ees")
_NAMING: Final = words("called titled entitled dubbed nicknamed")
_OFTEN: Final = words("never always often still also")
_BEFORE_ADVERB: Final = _GROUP | words("a an the")
_SHORTEST_PLURAL: Final = 3
_REMEMBERED: Final = 16  # statements; those of a paragraph are asked for again at once


class _English(NamedTuple):
    """Lists of English words put together, by what may stand beside them."""

    listed: ReportingWords
    bases: frozenset[str]
    candidates: frozenset[str]
    no_subject: frozenset[str]
    before_quotation: frozenset[str]
    adverbs: frozenset[str]
    objects: frozenset[str]
    leading: frozenset[str]
    reporting: frozenset[str]
    articles: frozenset[str]
    small: frozenset[str]


@cache
def _english() -> _English:
    small = REPORTING["en"]
    common = function_words("en")
    no_subject = (small.determiners | small.places | words("of as my")) - words("that all both no")
    leading = small.determiners | _CONTENT
    bases = common.verbs | small.says | _PLAIN
    return _English(
        listed=small,
        bases=bases,
        candidates=bases | HELPERS | _PAST,
        no_subject=no_subject,
        before_quotation=no_subject | small.joins | small.below | small.says | small.shows | _GROUP,
        adverbs=common.adverbs | words("also still always often only now then never"),
        objects=small.determiners | words("it them him us me"),
        leading=leading,
        reporting=small.says | small.shows,
        articles=words("the a an his her its their this these those it them him us"),
        small=common.closed
        | common.determiners
        | common.before_verb
        | common.adverbs
        | common.numerals
        | small.adverbs
        | small.times
        | small.finite
        | words("less worth once next last such and-or"),
    )


@lru_cache(maxsize=_REMEMBERED)
def finite_verbs(tokens: tuple[Token, ...]) -> tuple[bool, ...]:
    """Return for each token of an English statement whether it is a finite verb.

    Of a group (had been told) only the first is.
    """
    english = _english()
    candidates = english.candidates
    found: list[bool] = []
    last = ""
    for index, token in enumerate(tokens):
        if token.kind == WORD:
            likely = token.low in candidates or token.low.endswith(_ENDINGS) or last[-1:] == "s"
            found.append(likely and _is_finite(tokens, index, english))
        else:
            found.append(token.kind == QUOTED and _stands_for_predicate(tokens, index, english))
        last = token.low
    return tuple(found)


def _stands_for_predicate(tokens: Sequence[Token], index: int, english: _English) -> bool:
    """Say whether a quotation goes on where its subject ends: the board “has noted the plan”."""
    token = tokens[index]
    if not index or token.end - token.start <= _SHORT or tokens[index - 1].kind != WORD:
        return False
    before = tokens[index - 1].low
    if before in english.listed.pronouns:
        return True
    if before in english.before_quotation:
        return False
    led = tokens[index - 1].capital or any(
        token.low in english.listed.determiners for token in tokens[max(0, index - 3) : index]
    )
    return led and not any(
        _is_finite(tokens, index - back, english) for back in (1, 2) if index > back
    )


def _is_finite(tokens: Sequence[Token], index: int, english: _English) -> bool:
    token = tokens[index]
    low = token.low
    last = tokens[index - 1].low if index else ""
    if low in HELPERS:
        return last not in _MODALS and not (token.capital and index and low in {"may", "will"})
    month = last == "may" and index > 1 and tokens[index - 1].capital
    if token.capital or not index or (last in _GROUP and not month):
        return False
    if last in english.no_subject and (index == 1 or tokens[index - 2].low != "of"):
        return False  # But: a girl of nine left.
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    of_time = low == "last" and following in english.listed.times
    past, regular = low in _PAST, low.endswith("ed")
    if of_time or last.endswith("’s") or _belongs_to_group(tokens, index, english):
        return False
    if past and (tokens[index - 1].kind != "," or low not in PARTICIPLES):
        return tokens[index - 1].kind in {WORD, ")", QUOTED, ","}
    regular = regular or past
    return _is_past(tokens, index, english) if regular else _is_present(tokens, index, english)


def _belongs_to_group(tokens: Sequence[Token], index: int, english: _English) -> bool:
    """Say whether a helper stands before a word, with an adverb between them."""
    first = index
    while first and (
        tokens[first - 1].low in english.adverbs or tokens[first - 1].low.endswith("ly")
    ):
        first -= 1
    return 0 < first < index and tokens[first - 1].low in _BEFORE_ADVERB


def _is_past(tokens: Sequence[Token], index: int, english: _English) -> bool:
    """Say whether a word in -ed is a past tense rather than a participle."""
    low, before = tokens[index].low, tokens[index - 1]
    if (low.endswith("ed") and len(low) < len("owed")) or low in _NO_PAST or "-" in low:
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if before.kind not in {WORD, ")", QUOTED}:
        if before.kind != "," or following is None:
            return False
        beyond = tokens[index + 2].low if index + 2 < len(tokens) else ""
        timed = beyond in english.listed.times  # uploaded that evening
        return following.kind == QUOTED or (following.low in english.objects and not timed)
    if before.low in _WITH_PLURAL or before.low in english.listed.pronouns:
        return True
    if following is None:
        return before.low not in english.listed.below
    named = low in _NAMING and following.capital
    return before.low not in english.listed.below and following.low != "by" and not named


def _is_present(tokens: Sequence[Token], index: int, english: _English) -> bool:
    """Say whether a word is a verb in the present tense."""
    low = tokens[index].low
    before = tokens[index - 1]
    if before.low in _OFTEN and index > 1:
        before = tokens[index - 2]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if low.endswith("s") and not low.endswith("ss"):
        return _is_third(low, before, following, english)
    beyond = following.low if following else ""
    if low.endswith("ing") or low in _ONLY_PARTICIPLES or (low, beyond) == ("close", "to"):
        return False
    if low not in english.bases:
        return _stands_as_verb(low, before, following, english)
    if before.kind == ",":
        return beyond in _LEADING or beyond == "to"
    if low in english.reporting and following is not None and following.low in _CLAUSE:
        return before.kind == WORD
    plural = before.kind == WORD and before.low.endswith("s") and not before.low.endswith("ss")
    return plural or before.low in _WITH_PLURAL


def _stands_as_verb(low: str, before: Token, following: Token | None, english: _English) -> bool:
    """Say whether a word that is in no list is a verb by its place: the images favour the first."""
    if following is None or following.low not in english.articles or before.capital:
        return False
    plural = before.kind == WORD and before.low.endswith("s") and len(before.low) > _SHORTEST_PLURAL
    return plural and not before.low.endswith(("ss", "us", "is", "’s")) and low not in english.small


def _is_third(low: str, before: Token, following: Token | None, english: _English) -> bool:
    """Say whether a word in -s is a verb, by the words on both sides."""
    if low in _NO_VERBS or before.kind not in {WORD, ")", ",", QUOTED}:
        return False
    if following is None or before.low in _SINGULAR:
        return before.low in _SINGULAR
    if before.low.endswith("s") and not before.capital:
        return False
    small = not following.capital
    counted = following.low[:1].isdigit() and low in english.reporting
    if counted or following.kind == QUOTED or following.low in english.leading:
        return True
    known = (low in english.bases or low in _THIRD) and before.low not in english.listed.joins
    verb_follows = following.low in english.candidates or following.low.endswith("ed")
    if (small and verb_follows) or (not known and low.endswith(_OF_PEOPLE)):
        return False
    likely = known or (before.capital and small)
    return likely and (following.kind == WORD or low in english.reporting)
