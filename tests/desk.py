"""A project folder to put articles and logs into, and to run commands in."""

import subprocess
import sys
from hashlib import sha256
from itertools import count
from pathlib import Path

from click.testing import CliRunner, Result

from annotator.cli.group import annotate
from annotator.marking.anchor import context
from annotator.marking.annotation import Annotation, Mark, Record, Relation
from annotator.session.event import Event
from annotator.storage.event_line import encode_event, encode_header
from annotator.storage.line_types import Header
from annotator.text.span import Span

KAMENIK = "Kamenik fell, the army said.\n\nThe Observatory denied it.\n"
TAMSEL = "Tamsel was quiet on Sunday.\n"


class Desk:
    """A project folder, and hands to put something into it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._numbers = count(1)

    def article(self, article_id: str, text: str) -> Path:
        path = self.root / article_id
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def annotation(
        self, words: str, label: str = "actor", text: str = KAMENIK, **other: object
    ) -> Annotation:
        span = Span(text.index(words), text.index(words) + len(words))
        prefix, suffix = context(text, span)
        return Annotation(
            id=f"id-{next(self._numbers):03}",
            label=label,
            start=span.start,
            end=span.end,
            quote=words,
            prefix=prefix,
            suffix=suffix,
            **other,
        )

    def relation(
        self, source: Annotation, target: Annotation, relation: str = "attributed_to"
    ) -> Relation:
        number = next(self._numbers)
        return Relation(id=f"id-{number:03}", relation=relation, source=source.id, target=target.id)

    def reviewed(self, number: int, text: str = KAMENIK) -> Mark:
        paragraph = text.split("\n\n")[number - 1].strip()
        start = text.index(paragraph)
        return Mark(
            id=f"reviewed:{start}:{start + len(paragraph)}",
            mark="reviewed",
            start=start,
            end=start + len(paragraph),
            digest=sha256(paragraph.encode()).hexdigest()[:16],
        )

    def log(
        self,
        annotator: str,
        article_id: str,
        *records: Record,
        file: str = "",
        schema: str = "news",
        header: bool = True,
    ) -> Path:
        path = self.root / "annotations" / annotator / (file or f"{article_id}.jsonl")
        path.parent.mkdir(parents=True, exist_ok=True)
        article = self.root / article_id
        digest = sha256(article.read_bytes()).hexdigest() if article.exists() else "5e" * 32
        lines = [encode_event(event(annotator, record)) for record in records]
        if not path.exists() and header:
            told = Header(
                annotate=1,
                article=article_id,
                sha256=digest,
                encoding="utf-8",
                schema=schema,
                by=annotator,
            )
            lines.insert(0, encode_header(told))
        self.add(path, b"".join(lines))
        return path

    def add(self, path: str | Path, raw: bytes) -> None:
        """Write behind the program's back."""
        with (self.root / path).open("ab") as file:
            file.write(raw)

    def run(self, *words: str, code: int = 0) -> Result:
        result = self.run_any(*words)
        assert result.exit_code == code, f"{result.exit_code}: {result.output}"
        return result

    def run_any(self, *words: str) -> Result:
        """Run a command that may end with any exit code."""
        return CliRunner().invoke(annotate, words, catch_exceptions=False)


def event(by: str, record: Record | str, rev: int = 1) -> Event:
    """Return the event that puts a record, or deletes the one of that id."""
    ts = f"2026-11-22T18:00:{rev:02}.000Z"
    if isinstance(record, str):
        return Event(id=record, rev=rev, by=by, ts=ts, batch=f"{record}:{rev}", record=None)
    return Event(id=record.id, rev=rev, by=by, ts=ts, batch=f"{record.id}:{rev}", record=record)


def annotate_itself(*words: str, **options: object) -> subprocess.CompletedProcess:
    """Run the program as a process of its own."""
    command = [sys.executable, "-P", "-m", "annotator", *words]
    given = {"capture_output": True, "stdin": subprocess.DEVNULL, **options}
    return subprocess.run(command, check=False, **given)
