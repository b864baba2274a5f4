"""Limits from both sides: as many as may be, and one more; said in words, and to be raised."""

import os
from pathlib import Path

import pytest
from drawing import drawn, play
from msgspec.structs import replace

from annotator.errors import ArticleError, FaultsError, UsageError
from annotator.marking.anchor import context
from annotator.marking.anchoring import Fate, reanchored
from annotator.marking.annotation import Annotation
from annotator.session.event import Event
from annotator.session.limits import Limits
from annotator.session.tagging import write_note
from annotator.storage.article_file import load_article
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.limits import limits
from annotator.storage.project import Project
from annotator.storage.schema_reader import read_schema
from annotator.text.span import Span

PAGE = Path(__file__).parents[2] / "docs" / "format.md"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(os.path.realpath(tmp_path))


def written(project: Project, raw: bytes) -> str:
    Path(project.root, "a.txt").write_bytes(raw)
    return "a.txt"


def test_the_limits_are_those_that_are_stated():
    said = PAGE.read_text(encoding="utf-8")
    for name, most in Limits()._asdict().items():
        assert f"| `ANNOTATE_LIMIT_{name.upper()}` | {most:,} |" in said


def test_bytes_of_an_article(project: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ANNOTATE_LIMIT_ARTICLE", "10")
    assert load_article(project, written(project, b"123456789")).text == "123456789"
    with pytest.raises(ArticleError, match="10 bytes or more; ANNOTATE_LIMIT_ARTICLE sets this"):
        load_article(project, written(project, b"1234567890"))
    monkeypatch.setenv("ANNOTATE_LIMIT_ARTICLE", "11")
    assert load_article(project, "a.txt").text == "1234567890"


def test_paragraphs_of_an_article(project: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ANNOTATE_LIMIT_PARAGRAPHS", "3")
    assert len(load_article(project, written(project, b"a\n\nb\n\nc\n")).paragraphs) == 3
    with pytest.raises(ArticleError, match=r"it has 4 paragraphs, and 3 are .*; ANNOTATE_LIMIT_PA"):
        load_article(project, written(project, b"a\n\nb\n\nc\n\nd\n"))


def test_labels_of_a_schema(monkeypatch: pytest.MonkeyPatch):
    def schema(count: int) -> str:
        return "name: n\nlabels:\n" + "".join(f"  l{n}: {{description: x}}\n" for n in range(count))

    assert len(read_schema(schema(1000), "f").labels) == 1000
    with pytest.raises(FaultsError, match=r"more than 1000 labels; split .*ANNOTATE_LIMIT_LABELS"):
        read_schema(schema(1001), "f")
    monkeypatch.setenv("ANNOTATE_LIMIT_LABELS", "1_001")
    assert len(read_schema(schema(1001), "f").labels) == 1001


def test_annotations_of_an_article():
    session = replace(drawn("|One two three."), limits=Limits(annotations=2))
    played = play(session, "a right l right s")
    assert len(played.session.state.annotations) == 2
    assert "you may have 2 annotations in an article" in played.session.message
    assert "ANNOTATE_LIMIT_ANNOTATIONS" in played.session.message
    undone = play(played.session, "U Y").session  # What was there may always come back.
    assert len(undone.state.annotations) == 2
    assert len(play(undone, "left l left s").session.state.annotations) == 2


def test_code_points_of_a_note():
    session = play(replace(drawn("|One."), limits=Limits(note=5)), "a").session
    (annotation,) = session.state.annotations
    assert write_note(session, annotation.id, "12345").events
    step = write_note(session, annotation.id, "123456")
    assert not step.events
    assert "at most 5 characters; ANNOTATE_LIMIT_NOTE sets this limit" in step.session.message


@pytest.mark.parametrize("text", ["ten", "-1", "0", "1e3", "9" * 99, "1.5", "\x1b[2J", "²"])
def test_what_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch, text: str):
    monkeypatch.setenv("ANNOTATE_LIMIT_NOTE", text)
    with pytest.raises(UsageError, match=r"ANNOTATE_LIMIT_NOTE is .* must be a whole number"):
        limits()


def test_unset_or_empty_is_as_usual(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ANNOTATE_LIMIT_NOTE", "")
    assert limits() == Limits()


def test_ten_megabytes_with_ten_thousand_annotations(project: Project, monkeypatch):
    """Opened, added to, changed at its start and looked through: all found, none wrong."""
    monkeypatch.setenv("ANNOTATE_STATE_DIR", f"{project.root}/state")
    line = (
        "Word {} stands in a line of this article, of about a hundred letters, as many lines do.\n"
    )
    text = "".join(map(line.format, range(110_000)))
    assert len(text) > 10_000_000
    written(project, text.encode())
    library = FolderLibrary(project, "ana", "news")
    library.open("a.txt")
    events = []
    for number in range(10_000):
        start = text.index(f"Word {number * 10} ", events[-1].record.end if events else 0)
        span = Span(start, start + 5 + len(str(number * 10)))
        prefix, suffix = context(text, span)
        record = Annotation(
            id=f"{number}", label="x", start=span.start, end=span.end, prefix=prefix,
            quote=text[span.start : span.end], suffix=suffix,
        )  # fmt: skip # lined up to be compared
        events.append(Event(id=record.id, rev=1, by="ana", ts="2026", batch="b", record=record))
    library.save("a.txt", events)
    library.close("a.txt")
    Path(project.root, "a.txt").write_text("A new lead.\n" + text)
    opened = library.open("a.txt")
    assert opened.changed
    assert len(opened.orphans) == 10_000
    for one in reanchored(opened.article.text, opened.orphans):
        assert one.fate is Fate.MOVED
        assert one.span.start - one.annotation.start == 12
