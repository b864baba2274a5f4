r"""The gold: what a careful coder marks in articles by `gold/RULES.md`, read back.

`gold/` is of three of the seed articles, and `gold/second/` of the same ones by a second coder who
did not see what the first one marked; how good the suggestions are is told by `gold/` alone.
`development/` is for working at the rules of suggestion, which are never worked at with `gold/`.

One annotation a line, `LABEL<TAB>START<TAB>QUOTE`, in reading order; `#` begins a comment. In a
quote a line feed is written `\n`, a carriage return `\r` and a backslash `\\`.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.errors import AnnotatorError, Fault, FaultsError
from annotator.text.article import Article
from annotator.text.display import display_line
from annotator.text.read import read_article
from annotator.text.span import Span

ROOT = Path(__file__).parents[1]
GOLD = Path(__file__).parent / "gold"
SECOND = GOLD / "second"
DEVELOPMENT = Path(__file__).parent / "development"

_START = re.compile(r"[0-9]{1,9}")
_ESCAPE = re.compile(r"\\(.?)")
_ESCAPED = {"n": "\n", "r": "\r", "\\": "\\"}


class Gold(NamedTuple):
    """One annotation of the gold."""

    label: str
    span: Span


def gold_files(folder: Path = GOLD) -> list[Path]:
    """Return the gold files there are, by name."""
    return sorted(folder.glob("*.txt"))


def article_of(path: Path) -> Article:
    """Return the article of the gold file at `path`: a seed of its name, or one beside it.

    The gold of `NAME.md` is `NAME.md.txt`.

    Raises:
        FaultsError: there is no such article.
    """
    name = path.stem if path.stem.endswith(".md") else path.name
    beside = path.parent / "articles" / name
    article_id = f"seeds/{name}"
    place = beside if beside.exists() else ROOT / article_id
    try:
        return read_article(article_id, place.read_bytes())
    except OSError as error:
        what = f"its article, {display_line(article_id)}, cannot be read: {error.strerror}"
        raise FaultsError([Fault(str(path), 0, 0, f"{what}. Give both the same name")]) from None


def load(path: Path) -> list[Gold]:
    """Return the annotations in the gold file at `path`, in its order.

    Raises:
        FaultsError: a file cannot be read, lines are not as they must be, or a quote does not
            stand where its line says.
    """
    try:
        content = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise FaultsError([Fault(str(path), 0, 0, "not UTF-8. Save it as UTF-8")]) from None
    except OSError as error:
        raise FaultsError([Fault(str(path), 0, 0, f"cannot be read: {error.strerror}")]) from None
    return read_gold(content, str(path), article_of(path).text)


def read_gold(content: str, file: str, text: str) -> list[Gold]:
    """Return the annotations that `content`, the lines of `file`, gives the article `text`.

    Raises:
        FaultsError: as for `load`; it names all faults.
    """
    gold: list[Gold] = []
    faults: list[Fault] = []
    for number, line in _lines(content):
        try:
            gold.append(_read_line(line, text))
        except _BadLineError as error:
            faults.append(Fault(file, number, 0, str(error)))
    if faults:
        raise FaultsError(faults)
    return gold


class _BadLineError(AnnotatorError):
    """What is wrong in a line, and what to do."""


def _lines(content: str) -> Iterator[tuple[int, str]]:
    """Give the lines that hold an annotation, each with its number; only line feeds end lines."""
    for number, line in enumerate(content.removeprefix("\ufeff").split("\n"), start=1):
        if line and not line.startswith("#"):
            yield number, line


def _read_line(line: str, text: str) -> Gold:
    fields = line.split("\t", 2)
    if len(fields) < 3:
        raise _BadLineError("not three fields. Write label, start and quote, with a tab between")
    label, start, quote = fields
    if not label or label != label.strip():
        raise _BadLineError("the label is empty, or has blanks around it. Write its bare name")
    if not _START.fullmatch(start):
        raise _BadLineError(f"“{display_line(start, 40)}” is no start. Write an offset in digits")
    return Gold(label, _span_of(_unescaped(quote), int(start), text))


def _span_of(quote: str, start: int, text: str) -> Span:
    """Return where `quote` stands in the article, which must be at `start`."""
    if not quote:
        raise _BadLineError("the quote is empty. Write the words of the article")
    if text.startswith(quote, start):
        return Span(start, start + len(quote))
    what = f"“{display_line(quote, 60)}” does not stand at {start}"
    places = [found.start() for found in re.finditer(re.escape(quote), text)]
    if not places:
        raise _BadLineError(f"{what}, nor anywhere in the article. Copy the words from there")
    nearest = min(places, key=lambda place: abs(place - start))
    raise _BadLineError(f"{what}. The nearest place that it stands at is {nearest}")


def _unescaped(quote: str) -> str:
    def char(escape: re.Match[str]) -> str:
        if escape[1] not in _ESCAPED:
            shown = display_line(escape[0])
            raise _BadLineError(f"“{shown}” is no escape. Write a backslash as two")
        return _ESCAPED[escape[1]]

    return _ESCAPE.sub(char, quote)
