"""Hard-wrapped files: how they are recognised, and which of their lines belong together.

A program that wraps text at a width breaks a line only where the next word would not have fitted.
So a file is hard-wrapped if, inside its blocks (lines with no blank line between them),

- there are at least three breaks after lines of three words or more,
- the width, which 95 of 100 such lines keep to, is 30 to 120 characters,
- at half of the breaks the next word would not have fitted, or would have by less than a tenth of
  the width (some programs and people leave that much room), and at four of five, if those before
  a capital are left out: there a paragraph or the line of a heading may have ended, and
- where the script has capitals, three of ten next lines begin without one: lists of headlines or
  verses can be as even, but their lines begin with capitals.

Spans of lines are pairs `(start, end)`, trimmed of outer blanks, with blank lines left out.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final, NamedTuple

MOST_BREAKS: Final = 5_000  # What these say of a file holds for the rest of it.
FEWEST_BREAKS: Final = 3
NARROWEST: Final = 30
WIDEST: Final = 120

_OPENING: Final = re.compile(r"((?:>[ >]*)?)(\S*)")  # marks of quoted mail, then the first word
_WIDE: Final = "\u2e80"  # From here on lines may break after each character.
_MARKER: Final = re.compile(r"(?:>[ >]*)?(?:[-*•‣◦–—+] |\(?[0-9a-z]{1,2}[.)] |#{1,6} |\||```|~~~)")
_ALONE: Final = re.compile(r"#{1,6} |[-=_*~#+. ]{3,}$")


class _Line(NamedTuple):
    """What there is to know of one line: its place, and what a break before it depends on."""

    start: int
    end: int
    indent: int
    quote: int  # how deep it is quoted, in `>` marks
    word: str  # the first
    begins: bool  # like the item of a list, or a heading
    alone: bool  # is a heading, or a rule

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


def wrap_width(text: str, lines: Sequence[tuple[int, int]]) -> int:
    """Return the width at which the whole file is hard-wrapped; 0 if it is not."""
    breaks = list(islice(_telling_breaks(text, lines), MOST_BREAKS))
    if len(breaks) < FEWEST_BREAKS:
        return 0
    width = sorted(line.width for line, _ in breaks)[(95 * len(breaks) - 1) // 100]
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = short = lower = capital = 0
    for line, after in breaks:
        if _room(line, after, width) < width // 10:
            full += 1
            lower += after.word[:1].islower()
            capital += after.word[:1].isupper()
        elif not after.word[:1].isupper():
            short += 1
    even = full >= max(FEWEST_BREAKS, 4 * short, len(breaks) / 2)
    return width if even and 10 * lower >= 3 * (lower + capital) else 0


def rejoin(text: str, lines: Sequence[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """Return the paragraphs of a file that is hard-wrapped at `width`.

    A line begins a paragraph if it follows a blank line, or
    - it begins like an item of a list, a heading, a row of a table or a fence, except for a dash
      or a number after a full line that does not end a sentence,
    - it, or the line before it, is a heading or a rule,
    - it is quoted (`>`) more deeply or less than the line before,
    - the line before stopped early: this line's first word would have fitted with room to spare;
      if it is not capitalised, the line before must also be less than half full, or
    - it is indented unlike the lines of the paragraph so far, the first apart: deeper, or, in a
      paragraph with a hanging indent, less.
    """
    paragraphs: list[tuple[int, int]] = []
    begun: list[_Line] = []
    for line in _read(text, lines):
        if begun and not (_apart(text, begun[-1], line) or _begins(text, begun, line, width)):
            del begun[2:]
            begun.append(line)
            paragraphs[-1] = (paragraphs[-1][0], line.end)
        else:
            begun = [line]
            paragraphs.append((line.start, line.end))
    return paragraphs


def _begins(text: str, begun: Sequence[_Line], line: _Line, width: int) -> bool:
    """Say whether `line` begins a paragraph, after `begun`: first, second and last line so far."""
    before = begun[-1]
    if line.alone or before.alone or line.quote != before.quote:
        return True
    room = _room(before, line, width)
    if line.begins:
        return room > 0 or begun[0].begins or _is_end(text[before.start : before.end])
    if room >= width // 10 and (not line.word[:1].islower() or before.width < width // 2):
        return True
    if len(begun) == 1:  # The second line may stand further in: a list, or a hanging indent.
        return line.indent > before.indent and not before.begins and room >= 0
    body = begun[1].indent
    return line.indent > body or (line.indent < body and begun[0].indent < body)


def _is_end(line: str) -> bool:
    """Say whether a sentence seems to end with the line."""
    return line.rstrip("\"'”’»)]")[-1:] in set(".!?:…")


def _room(line: _Line, after: _Line, width: int) -> int:
    """Return how many characters would have been left had the next word stood on the line too."""
    return width - line.width - 1 - len(after.word)


def _apart(text: str, line: _Line, after: _Line) -> bool:
    """Say whether a blank line stands between two lines."""
    return text.count("\n", line.end, after.start) > 1


def _telling_breaks(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[_Line, _Line]]:
    """Yield the lines before and after each break that could tell of wrapping."""
    for (start, end), after in pairwise(lines):
        if text.count("\n", end, after[0]) == 1 and (
            text.count(" ", start, end) > 1 or text[end - 1] >= _WIDE
        ):
            line, following = _read(text, ((start, end), after))
            if line.indent >= following.indent and not (following.begins or following.alone):
                yield line, following


def _read(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[_Line]:
    for start, end in lines:
        opening = _OPENING.match(text, start, end)
        quote, word = opening.groups() if opening else ("", "")
        yield _Line(
            start,
            end,
            start - text.rfind("\n", 0, start) - 1,
            quote.count(">"),
            word[:1] if word >= _WIDE else word,
            _MARKER.match(text, start, end) is not None,
            _ALONE.match(text, start, end) is not None,
        )
