"""The text that a WebAnno TSV file tells of: its sentences, at the offsets of their first tokens.

What stands between two sentences is not in the file, but how long it is: one character there
becomes a blank, more become line feeds.
"""

import re

from msgspec import Struct, field

from annotator.exchange.units import from_utf16, wide_offsets

_ESCAPE = re.compile(r"\\([tnrfb\\])")
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b", "\\": "\\"}
_BETWEEN = 10_000
"""Characters between sentences, beside as many as they have themselves, that are no mistake."""


class ToldText(Struct):
    """What a file has told so far. Places are in UTF-16 units.

    `lines` are those of the next sentence, `sentences` have a place each, `tokens` two and words.
    """

    lines: list[str] = field(default_factory=list)
    sentences: list[tuple[int, str]] = field(default_factory=list)
    tokens: list[tuple[int, int, str]] = field(default_factory=list)

    def line(self, told: str) -> None:
        """Note a line of a sentence, as it stands behind `#Text=`."""
        self.lines.append(_ESCAPE.sub(lambda found: _CONTROLS[found[1]], told))

    def token(self, start: int, end: int, words: str) -> None:
        """Note a token; the first one after a line of a sentence is where its words begin."""
        if self.lines:
            sentence = "\n".join(self.lines)
            before = 0 if words[:1].isspace() else len(sentence) - len(sentence.lstrip())
            self.sentences.append((start - before, sentence))
            self.lines = []
        self.tokens.append((start, end, words))

    def text(self) -> str:
        """Return the text; "" if not every token stands where its offsets say."""
        text = _joined(self.sentences)
        narrowed = from_utf16(text)
        for start, end, words in self.tokens:
            at = narrowed(start)
            if not text.startswith(words, at) or narrowed(end) != at + len(words):
                return ""
        return text


def _joined(sentences: list[tuple[int, str]]) -> str:
    """Return the sentences at their places; "" if they cannot all be there."""
    pieces: list[str] = []
    length, room = 0, _BETWEEN
    for start, words in sentences:
        gap = start - length
        room += len(words) - gap
        if gap < 0 or room < 0:
            return ""
        pieces += [" " if gap == 1 else "\n" * gap, words]
        length = start + len(words) + len(wide_offsets(words))
    return "".join(pieces)
