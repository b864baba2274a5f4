"""Lines of suggestions from outside: none is believed before it is checked against the article.

    {"article":…,"label":…,"start":…,"end":…,"quote":…,"source":…,"score":…}

Of these, `source` and `score` may be missing, and `article` where only one can be meant.
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Annotated

import msgspec

from annotator.errors import Fault
from annotator.marking.annotation import SPAN_LIMIT
from annotator.marking.labels import LabelSchema
from annotator.marking.motion import tidied
from annotator.marking.suggestion import Suggestion
from annotator.storage.event_line import LINE_LIMIT, BadLineError, in_words, malformed
from annotator.storage.nearest import did_you_mean
from annotator.text.article import Article
from annotator.text.blank import trim
from annotator.text.display import display_line
from annotator.text.span import Span

FAULTS_LIMIT = 1000
"""So many lines of one source are refused by name; of more, only the number is told."""

IN_A_ROW, IN_ALL = 1_000, 10_000
"""Lines of a command without a suggestion, in a row or in all, before the rest is not read."""

SCORE = 0.5
"""The score of a suggestion whose source gives none."""

_OWN_SOURCES = ("hand", "memory", "mention", "rules")
_QUOTED = 40
"""Code points of the article that a message shows."""

_Count = Annotated[int, msgspec.Meta(ge=0, le=1 << 53)]
_Words = Annotated[str, msgspec.Meta(min_length=1)]
_Score = Annotated[float, msgspec.Meta(ge=0, le=1)]


class SuggestionLine(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a line says. Fields that it does not have here are passed over."""

    article: str | None = None
    label: _Words
    start: _Count
    end: _Count
    quote: _Words
    source: str | None = None
    score: _Score | None = None


_decode = msgspec.json.Decoder(SuggestionLine).decode


class Refused:
    """The lines of one source that were refused, with the reasons: at most `most` of them.

    `more` counts the others. `is_cut` says that the source was not heard out, because so many
    lines held no suggestion.
    """

    def __init__(self, file: str, most: int = FAULTS_LIMIT, *, hear_out: bool = True) -> None:
        """Begin; `file` is the source's name in faults, safe to be shown."""
        self.faults: list[Fault] = []
        self.more = 0
        self.is_cut = False
        self._file = file
        self._most = most
        self._hear_out = hear_out
        self._in_a_row = 0

    @property
    def has_room(self) -> bool:
        """Say whether the next line to be refused is named."""
        return len(self.faults) < self._most

    def begin(self) -> bool:
        """Say whether to read one more line."""
        self._in_a_row += 1
        many = self._in_a_row > IN_A_ROW or len(self.faults) + self.more >= IN_ALL
        self.is_cut = many and not self._hear_out
        return not self.is_cut

    def add(self, number: int, column: int, reason: str) -> None:
        """Refuse the line of that number; 0 is the source as a whole."""
        if self.has_room:
            self.faults.append(Fault(self._file, number, column, reason))
        else:
            self.more += 1

    def add_first(self, reason: str) -> None:
        """Say of the source as a whole what is to be read before all else."""
        self.faults.insert(0, Fault(self._file, 0, 0, reason))

    def taken(self) -> None:
        """Note that the line that was begun is a suggestion."""
        self._in_a_row = 0


def decode_suggestion(line: bytes) -> SuggestionLine:
    """Return what a line says; its line feed may be there or not.

    Raises:
        BadLineError: it is no suggestion.
    """
    if len(line) > LINE_LIMIT:
        raise BadLineError("the line is longer than 1 MiB")
    try:
        return _decode(line.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as error:
        no_object = str(error).startswith("Expected `object`")
        raise BadLineError("no JSON object" if no_object else in_words(error)) from None
    except RecursionError:
        raise BadLineError("it is nested too deeply") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise malformed(line, error) from None


def checked(
    lines: Iterable[tuple[int, bytes]],
    article: Article,
    schema: LabelSchema,
    source: str,
    refused: Refused,
) -> list[Suggestion]:
    """Return the suggestions of numbered lines about an article; add the others to `refused`.

    `source` is for lines that name none.
    """
    labels = [label.name for label in schema.labels]
    found: list[Suggestion] = []
    seen: dict[tuple[int, int, str, str], int] = {}
    for number, line in lines:
        if not refused.begin():
            break
        if not line or line.isspace():
            continue
        try:
            told = decode_suggestion(line)
            made = _suggestion(told, article, labels, source, explain=refused.has_room)
        except BadLineError as bad:
            refused.add(number, bad.column, str(bad))
            continue
        first = seen.setdefault((made.start, made.end, made.label, made.source), number)
        if first == number:
            found.append(made)
            refused.taken()
        else:
            refused.add(number, 0, f"the same suggestion stands in line {first}")
    return found


@lru_cache(256)
def safe_source(name: str) -> str:
    """Return a name as a suggestion may have it: 1 to 64 letters, digits, dots, dashes.

    Names that annotate itself makes suggestions under get an ending.
    """
    safe = re.sub(r"[^\w.-]+", "-", name)[:64].strip("-") or "file"
    return f"{safe}-file" if safe in _OWN_SOURCES else safe


def _suggestion(
    line: SuggestionLine,
    article: Article,
    labels: Collection[str],
    source: str,
    *,
    explain: bool,
) -> Suggestion:
    """Return what a line suggests; to `explain` where a quote stands takes long in a long text."""
    if line.article not in (None, "", article.id):
        raise BadLineError(f"it is about another article, '{display_line(line.article or '')}'")
    if line.label not in labels:
        hint = _hint(line.label, tuple(labels))
        raise BadLineError(f"the schema has no label '{display_line(line.label)}'{hint}")
    if line.start >= line.end:
        raise BadLineError("`start` is not before `end`")
    if line.end > len(article.text):
        raise BadLineError(f"`end` is {line.end:,}, and the article ends at {len(article.text):,}")
    if line.end - line.start > SPAN_LIMIT:
        raise BadLineError(f"a span has at most {SPAN_LIMIT:,} characters")
    if article.text[line.start : line.end] != line.quote:
        raise BadLineError(_mismatch(line, article.text) if explain else "")
    if reason := _why_no_span(article, Span(line.start, line.end)):
        raise BadLineError(reason)
    return Suggestion(
        start=line.start,
        end=line.end,
        label=line.label,
        source=safe_source(line.source) if line.source else source,
        score=SCORE if line.score is None else line.score,
    )


def _why_no_span(article: Article, span: Span) -> str:
    """Say why no annotation that is made here could have that span; "" if one could."""
    inside = trim(article.text, span)
    if not inside.length:
        return "there is nothing but white space"
    tidy = tidied(article, span)
    if tidy == span:
        return ""
    blank = inside != span and span.covers(tidy)
    return "it begins or ends with white space" if blank else "it cuts a character in two"


@lru_cache(256)
def _hint(label: str, labels: tuple[str, ...]) -> str:
    return did_you_mean(label[:_QUOTED], labels)


def _mismatch(line: SuggestionLine, text: str) -> str:
    """Say what stands there, and where the words do stand if that is clear."""
    there = display_line(text[line.start : line.end], _QUOTED)
    said = f"the quote does not stand at {line.start}-{line.end}; what stands there is '{there}'"
    at = text.find(line.quote)
    if at < 0:
        return f"{said}, and the quote stands nowhere in the article"
    again = text.find(line.quote, at + 1)
    return said if again >= 0 else f"{said}; offsets are code points, and the quote begins at {at}"
