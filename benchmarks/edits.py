"""Edits made by program to articles, of which it is known where every character went."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from annotator.text.span import Span

_PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\Z)", re.DOTALL)
_SENTENCE = re.compile(r"[^\s][^.!?。！？؟\n]*[.!?。！？؟]+[”\"»’」)]*")
_CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "„": '"', "–": "-", "—": "-"})
_FILLER = (
    "The ministry did not answer a request for comment by the end of the day.",
    "A second reading is planned for the spring, people close to the talks said.",
    "No date was given.",
)


class Edited(NamedTuple):
    """An edited text; `origin` has, for every character, its old offset, or -1 if it is new."""

    text: str
    origin: Sequence[int]

    def truth(self, span: Span) -> Span | None:
        """Return where what is left of a span stands now; None if nothing is, or it was torn."""
        places = [at for at, origin in enumerate(self.origin) if span.start <= origin < span.end]
        if not places:
            return None
        inside = self.origin[places[0] : places[-1] + 1]
        if any(origin >= 0 and not span.start <= origin < span.end for origin in inside):
            return None
        return Span(places[0], places[-1] + 1)


Text = list[tuple[str, int]]
Edit = Callable[[Random, Text], Text]


def edited(text: str, edit: Edit, chance: Random) -> Edited:
    """Return the text after an edit."""
    after = edit(chance, [(char, at) for at, char in enumerate(text)])
    return Edited("".join(char for char, _ in after), [origin for _, origin in after])


def _plain(text: Text) -> str:
    return "".join(char for char, _ in text)


def _new(words: str) -> Text:
    return [(char, -1) for char in words]


def typos(chance: Random, text: Text, every: int = 150) -> Text:
    """Swap, drop, double or replace a letter here and there."""
    after = list(text)
    for _ in range(max(1, len(text) // every)):
        at = chance.randrange(1, len(after) - 1)
        if not (after[at][0].isalpha() and after[at + 1][0].isalpha()):
            continue
        match chance.randrange(4):
            case 0:
                after[at : at + 2] = [after[at + 1], after[at]]
            case 1:
                del after[at]
            case 2:
                after.insert(at, (after[at][0], -1))
            case _:
                after[at] = (chance.choice("aeinrst"), after[at][1])
    return after


def heavy_typos(chance: Random, text: Text) -> Text:
    """Make a slip every forty characters."""
    return typos(chance, text, 40)


def inserted_paragraphs(chance: Random, text: Text) -> Text:
    """Put three new paragraphs between the old ones."""
    after = list(text)
    for filler in _FILLER:
        starts = [found.start() for found in _PARAGRAPH.finditer(_plain(after))]
        at = chance.choice(starts)
        after[at:at] = _new(filler + "\n\n")
    return after


def moved_paragraphs(chance: Random, text: Text) -> Text:
    """Take a paragraph out and put it elsewhere, twice."""
    after = list(text)
    for _ in range(2):
        found = chance.choice(list(_PARAGRAPH.finditer(_plain(after))))
        taken = after[found.start() : found.end()]
        del after[found.start() : found.end()]
        starts = [other.start() for other in _PARAGRAPH.finditer(_plain(after))] or [0]
        at = chance.choice(starts)
        after[at:at] = [*taken, *_new("\n\n")]
    return after


def quote_style(_: Random, text: Text) -> Text:
    """Make quotation marks and dashes straight."""
    return [(char.translate(_CURLY), origin) for char, origin in text]


def white_space(chance: Random, text: Text) -> Text:
    """Wrap the lines anew, double some blanks, make others no-break."""
    after: Text = []
    for char, origin in text:
        if char != " ":
            after.append((char, origin))
            continue
        instead = chance.choice((" ", " ", "\n", "  ", "\xa0"))
        after += [(instead[0], origin), *_new(instead[1:])]
    return after


def replaced_words(chance: Random, text: Text) -> Text:
    """Put another word in the place of one in thirty."""
    words = [found.span() for found in re.finditer(r"\w{4,}", _plain(text))]
    after = list(text)
    for start, end in sorted(chance.sample(words, max(1, len(words) // 30)), reverse=True):
        instead = chance.choice(("several", "official", "northern", "told", "before"))
        after[start:end] = _new(instead)
    return after


def moved_sentences(chance: Random, text: Text) -> Text:
    """Put three sentences elsewhere."""
    after = list(text)
    for _ in range(3):
        found = chance.choice(list(_SENTENCE.finditer(_plain(after))) or [None])
        if found is None:
            return after
        taken = after[found.start() : found.end()]
        del after[found.start() : found.end()]
        ends = [other.end() for other in _SENTENCE.finditer(_plain(after))] or [len(after)]
        at = chance.choice(ends)
        after[at:at] = [*_new(" "), *taken]
    return after


def deleted_sentences(chance: Random, text: Text) -> Text:
    """Take every fifth sentence out."""
    after = list(text)
    for found in reversed(list(_SENTENCE.finditer(_plain(text)))):
        if chance.random() < 0.2:
            del after[found.start() : found.end()]
    return after


def deleted(spans: Sequence[Span]) -> Edit:
    """Return the edit that takes out the words of some spans, and nothing else."""

    def delete(_: Random, text: Text) -> Text:
        gone = {at for span in spans for at in range(*span)}
        return [(char, origin) for char, origin in text if origin not in gone]

    return delete


EDITS: dict[str, Edit] = {
    "unchanged": lambda _, text: text,
    "typos": typos,
    "many typos": heavy_typos,
    "paragraphs inserted": inserted_paragraphs,
    "paragraphs moved": moved_paragraphs,
    "quote style": quote_style,
    "white space": white_space,
    "words replaced": replaced_words,
    "sentences moved": moved_sentences,
    "sentences deleted": deleted_sentences,
}
