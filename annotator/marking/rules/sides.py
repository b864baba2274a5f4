"""Sides: who speaks, before a reporting verb or behind it, and what lies on both sides."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from annotator.marking.rules.cues import Cue
from annotator.marking.rules.reported import TOLD
from annotator.marking.rules.speaker import subject_before
from annotator.marking.rules.speaker_after import phrase_after
from annotator.marking.rules.tokens import END, QUOTED, Part, Token
from annotator.marking.rules.verbs import finite_verbs
from annotator.marking.word_lists import ReportingWords

_URGED: Final = 6  # words in the name of whoever is made to speak


class Sides(NamedTuple):
    """Who speaks, where what stands before both ends, and where what follows both begins."""

    subject: Part | None
    rest: int
    after: int


def sides_of(tokens: Sequence[Token], cue: Cue, listed: ReportingWords) -> Sides:
    """Return who speaks, before the verb or behind it, and what lies on both sides."""
    if cue.pronoun is not None:
        part = cue.pronoun, cue.pronoun + 1
        return Sides(part, cue.start, max(cue.end, cue.pronoun + 1))
    if tokens[cue.start].low == "to":
        return Sides(_urged(tokens, cue.start, listed), cue.start, cue.end)
    if listed.language == "en" and _is_participle(tokens, cue):
        return Sides(_main_subject(tokens, cue.start, listed), cue.start, cue.end)
    subject = subject_before(tokens, cue.start, listed)
    quoted = _is_after_quotation(tokens, cue)
    if subject is None or quoted or _is_inverted(tokens, cue, listed):
        end = phrase_after(tokens, cue.end, listed)
        if end > cue.end and (quoted or _may_be_subject(tokens, cue, listed)):
            return Sides((cue.end, end), cue.start, end)
    if subject is None or quoted:
        return Sides(None, cue.start, cue.end)
    return Sides(subject, subject[0], cue.end)


def _urged(tokens: Sequence[Token], end: int, listed: ReportingWords) -> Part:
    """Return who is made to report: the nearest phrase with an article, or the word before."""
    start = end - 1
    while start > max(0, end - _URGED) and tokens[start].low not in listed.determiners:
        start -= 1
    return (start, end) if tokens[start].low in listed.determiners else (end - 1, end)


def _is_after_quotation(tokens: Sequence[Token], cue: Cue) -> bool:
    """Say whether a verb follows a quotation, or a dash, so that its subject must come behind."""
    if not cue.start:
        return False
    before = tokens[cue.start - 1].kind
    beyond = tokens[cue.start - 2].kind if cue.start > 1 else ""
    return before in {QUOTED, "—"} or (before in {",", END} and beyond == QUOTED)


def _may_be_subject(tokens: Sequence[Token], cue: Cue, listed: ReportingWords) -> bool:
    """Say whether what follows a verb can be its subject."""
    if listed.language == "en" and (not cue.start or tokens[cue.start - 1].kind not in {",", "—"}):
        return False
    token = tokens[cue.end]
    if token.low in listed.recipients:
        return False
    return token.capital or token.low in listed.determiners or token.low in listed.pronouns


def _is_inverted(tokens: Sequence[Token], cue: Cue, listed: ReportingWords) -> bool:
    """Say whether the subject comes after the verb though a phrase stands before it."""
    verb = tokens[cue.end - 1].low
    if tokens[cue.start - 1].kind != "," or verb not in listed.says or verb in TOLD:
        return False
    if cue.end >= len(tokens) or tokens[cue.end].low in listed.recipients:
        return False
    if not tokens[cue.end].capital and tokens[cue.end].low not in listed.determiners:
        return False
    end = phrase_after(tokens, cue.end, listed)
    return end == len(tokens) or tokens[end].kind in {END, ","}


def _is_participle(tokens: Sequence[Token], cue: Cue) -> bool:
    """Say whether a reporting verb goes on in a sentence: the board left, adding that …"""  # noqa: D415 - words of an article
    behind = bool(cue.start) and tokens[cue.start - 1].kind == ","
    return behind and tokens[cue.start].low.endswith("ing")


def _main_subject(tokens: Sequence[Token], end: int, listed: ReportingWords) -> Part | None:
    """Return who does what is told first, of what stands before `end`."""
    verbs = finite_verbs(tuple(tokens))
    if not any(verbs[:end]):  # The board, adding that it rained, left.
        return subject_before(tokens, end - 1, listed)
    subjects = (
        subject_before(tokens, at, listed)
        for at in range(1, end)
        if verbs[at] and not _is_relative(tokens, at, listed)
    )
    found = (one for one in subjects if one is not None)
    return next(
        (one for one in found if not one[0] or tokens[one[0]].low not in listed.pronouns), None
    )


def _is_relative(tokens: Sequence[Token], verb: int, listed: ReportingWords) -> bool:
    return tokens[verb - 1].low in listed.relatives
