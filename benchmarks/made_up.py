"""Made-up articles and annotation logs, the same on every machine; and a project folder of them."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from annotator.marking.annotation import CONTEXT, Annotation
from annotator.session.event import Event
from annotator.session.moment import Moment
from annotator.storage.bookmark import write_bookmark
from annotator.storage.event_line import VERSION, encode_event, encode_header
from annotator.storage.line_types import Header
from annotator.storage.log_path import log_path
from annotator.text.read import read_article

FIRST_WORDS = "Bitter mornings"
"""What every paragraph begins with, so that a screen that shows text shows them."""

ANNOTATOR = "ben"
LABELS = ("claim", "source", "actor", "location")
PARAGRAPH = 365
"""Characters of a paragraph, about."""

KB, MB = 1_000, 1_000_000

_SYLLABLES = (
    *("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"),
    *("dan", "fel", "gor", "hin", "jas", "kor", "lem", "mar", "nel", "pos"),
)
_PHRASE = re.compile(r"\w+(?: \w+){0,3}")


class Made(NamedTuple):
    """An article to make: its id, its size in bytes, how many annotations it has."""

    id: str
    size: int
    annotations: int = 0


class Place(NamedTuple):
    """A project folder, and the environment to start `annotate` in."""

    root: Path
    env: dict[str, str]

    def annotate(self, *words: str) -> list[str]:
        """Return the command that runs the program as a person runs it."""
        program = Path(sys.executable).parent / "annotate"
        start = [str(program)] if program.exists() else [sys.executable, "-m", "annotator"]
        return [*start, *words]


@contextmanager
def project(*articles: Made) -> Iterator[Place]:
    """Give a project folder of made-up articles for as long as it is wanted."""
    with TemporaryDirectory(prefix="annotate-bench-") as folder:
        root = Path(folder).resolve() / "project"
        (root / "annotations").mkdir(parents=True)
        place = Place(root, _environment(Path(folder).resolve() / "state"))
        os.environ["ANNOTATE_STATE_DIR"] = place.env["ANNOTATE_STATE_DIR"]
        for article in articles:
            _make(place, article)
        yield place


def text_of(size: int, seed: int = 1) -> str:
    """Return an article of about so many bytes: paragraphs, quotations, odd blanks."""
    chance = Random(seed)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(4_000)]
    paragraphs: list[str] = []
    length = 0
    while length < size:
        paragraph = _paragraph(chance, words)
        paragraphs.append(paragraph)
        length += len(paragraph.encode()) + 2
    return "\n\n".join(paragraphs) + "\n"


def log_of(article_id: str, text: str, count: int, annotator: str = ANNOTATOR) -> bytes:
    """Return an annotation log of `count` annotations all over the text, nested and crossing."""
    chance = Random(count)
    header = Header(annotate=VERSION, article=article_id, schema="news", by=annotator)
    lines = [encode_header(header)]
    for number in range(count):
        found = None
        while found is None:
            found = _PHRASE.search(text, chance.randrange(len(text)))
        moment = Moment(1_760_000_000_000 + number, chance.getrandbits(80))
        lines.append(encode_event(event_at(text, found.span(), moment, annotator)))
    return b"".join(lines)


def _make(place: Place, article: Made) -> None:
    path = place.root / article.id
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = text_of(article.size).encode()
    path.write_bytes(raw)
    text = read_article(article.id, raw).text
    if article.annotations:
        log = Path(log_path(str(place.root), ANNOTATOR, article.id))
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_bytes(log_of(article.id, text, article.annotations))
    if article.size > 10 * KB:  # People work anywhere in a long article; a short one has no room.
        write_bookmark(str(place.root), ANNOTATOR, article.id, article.id, len(text) // 2)


def _environment(state: Path) -> dict[str, str]:
    """Return a terminal's environment, in which Python may write byte code."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE" and not name.startswith(("ANNOTATE_", "TEXTUAL"))
    }
    return kept | {
        "ANNOTATE_STATE_DIR": str(state),
        "ANNOTATE_ANNOTATOR": ANNOTATOR,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


def _paragraph(chance: Random, words: list[str]) -> str:
    sentences = [f"{FIRST_WORDS} {_sentence(chance, words)}"]
    length = len(sentences[0])
    while length < PARAGRAPH - 60:
        sentence = _sentence(chance, words)
        if chance.random() < 0.25:
            sentence = f"“{sentence[:-1]},” said {chance.choice(words).title()}."
        sentences.append(sentence)
        length += len(sentence) + 1
    blank = "  " if chance.random() < 0.1 else " "
    return blank.join(sentences)


def _sentence(chance: Random, words: list[str]) -> str:
    chosen = chance.choices(words, k=chance.randint(6, 16))
    middle = len(chosen) // 2
    chosen[middle] = chosen[middle].title() + (",", "’s", "")[chance.randrange(3)]
    blank = "\xa0" if chance.random() < 0.1 else " "
    return " ".join(chosen[:2]).capitalize() + blank + " ".join(chosen[2:]) + "."


def event_at(text: str, span: tuple[int, int], moment: Moment, annotator: str) -> Event:
    """Return the event that puts an annotation on a span, with a label by chance."""
    start, end = span
    annotation = Annotation(
        id=moment.ulid(1),
        label=LABELS[moment.entropy % len(LABELS)],
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        by=annotator,
        ts=moment.ts,
    )
    return Event(
        id=annotation.id,
        rev=1,
        by=annotator,
        ts=moment.ts,
        batch=moment.ulid(),
        record=annotation,
    )
