"""Files of suggestions: each line is checked against the article, and refused by number."""

import json
from pathlib import Path
from threading import Event as Signal
from threading import Thread

import pytest

from annotator.errors import UsageError
from annotator.marking.annotation import SPAN_LIMIT, Annotation
from annotator.marking.labels import Label, LabelSchema
from annotator.marking.suggestion import Suggestion
from annotator.session.event import Event
from annotator.session.library import Proposals
from annotator.storage import turns
from annotator.storage.article_file import load_article
from annotator.storage.event_line import LINE_LIMIT, encode_event
from annotator.storage.project import Project
from annotator.storage.proposers import Proposers
from annotator.storage.suggestion_file import SuggestionFile, check_readable
from annotator.storage.suggestion_line import FAULTS_LIMIT, safe_source
from annotator.storage.turns import BREATH

TEXT = "Ada Lovelace wrote it, said Charles Babbage.\n\nNobody else did.\n"
SCHEMA = LabelSchema("news", (Label("actor", "a", "blue"), Label("location", "l", "green")))
ADA = {"article": "seeds/a.txt", "label": "actor", "start": 0, "end": 12, "quote": "Ada Lovelace"}
WHO = Suggestion(start=0, end=12, label="actor", source="spacy")


def line(**other: object) -> bytes:
    """Return the line of ADA with some fields changed, or without those that are None."""
    fields = {name: value for name, value in (ADA | other).items() if value is not None}
    return json.dumps(fields).encode()


def proposed_by(proposers: Proposers, article) -> Proposals:
    """Return what the only proposer proposes."""
    (found,) = proposers.proposals(article, SCHEMA)
    return found


@pytest.fixture
def ask(root: Path, tmp_path: Path):
    """Write a file of lines, and return what it proposes and the faults as text."""
    (root / "seeds" / "a.txt").write_text(TEXT)

    def proposed(*lines: bytes, article_id: str = "seeds/a.txt", name: str = "spacy.jsonl"):
        path = tmp_path / name
        path.write_bytes(b"\n".join(lines))
        article = load_article(Project(str(root)), article_id)
        found = proposed_by(Proposers([SuggestionFile(str(root), str(path))]), article)
        prefix = f"{path}:"
        return found.suggestions, [str(fault).removeprefix(prefix) for fault in found.faults]

    return proposed


@pytest.mark.parametrize(
    "given, suggestion",
    [
        (line(), WHO),
        (line(score=0.9), Suggestion(start=0, end=12, label="actor", source="spacy", score=0.9)),
        (line(score=1), Suggestion(start=0, end=12, label="actor", source="spacy", score=1)),
        (line(source="gpt 4/x"), Suggestion(start=0, end=12, label="actor", source="gpt-4-x")),
        (line(source="mention"), Suggestion(start=0, end=12, label="actor", source="mention-file")),
        (line(source="", weather="fine"), WHO),
        (line().replace(b"}", b',"score":null,"source":null}'), WHO),
        (b"\xef\xbb\xbf" + line() + b"\r", WHO),
        (b"\n \n" + line(), WHO),
    ],
)
def test_what_is_taken(ask, given: bytes, suggestion: Suggestion):
    assert ask(given) == ((suggestion,), [])


@pytest.mark.parametrize(
    "given, fault",
    [
        (b"{]", "1:2: not JSON from here on"),
        (b'{"label":"actor"', "1:17: not a whole line of JSON"),
        (b'{"label":"\xff"}', "1:11: not UTF-8 from here on"),
        (b'{"x":' + b"[" * 100_000, "1: it is nested too deeply"),
        (b"3", "1: no JSON object"),
        (line(quote=None), "1: the field `quote` is missing"),
        (line(article=None), "1: the field `article` is missing"),
        (line(start=True), "1: `start`: expected int, got bool"),
        (line(start="0"), "1: `start`: expected int, got str"),
        (line(end=12.0), "1: `end`: expected int, got float"),
        (line(start=-1), "1: `start`: expected int >= 0"),
        (line(score=1.5), "1: `score`: expected float <= 1.0"),
        (line(article="seeds/b.txt"), "1: there is no article 'seeds/b.txt' in the project folder"),
        (line(article="../a.txt"), "1: there is no article '../a.txt' in the project folder"),
        (line(label="acter"), "1: the schema has no label 'acter'; did you mean \"actor\"?"),
        (line(end=0), "1: `start` is not before `end`"),
        (line(end=999), f"1: `end` is 999, and the article ends at {len(TEXT)}"),
        (
            line(start=1, end=13),
            (
                "1: the quote does not stand at 1-13; what stands there is 'da Lovelace '; "
                "offsets are code points, and the quote begins at 0"
            ),
        ),
        (
            line(quote="Ada Byron"),
            (
                "1: the quote does not stand at 0-12; what stands there is 'Ada Lovelace', "
                "and the quote stands nowhere in the article"
            ),
        ),
        (
            line(start=1, end=2, quote="\x1b["),
            (
                "1: the quote does not stand at 1-2; what stands there is 'd', "
                "and the quote stands nowhere in the article"
            ),
        ),
        (line(start=0, end=13, quote="Ada Lovelace "), "1: it begins or ends with white space"),
        (line(start=44, end=46, quote="\n\n"), "1: there is nothing but white space"),
        (b'"' + b"x" * LINE_LIMIT, "1: the line is longer than 1 MiB"),
    ],
)
def test_what_is_refused_and_why(ask, given: bytes, fault: str):
    after = line(start=28, end=43, quote="Charles Babbage")
    suggestions, faults = ask(given, after)
    assert faults == [fault]
    assert [TEXT[found.start : found.end] for found in suggestions] == ["Charles Babbage"]


CLUSTERS = "Zoe\u0301 und 👩‍🚀!\r\n\r\nDa."


@pytest.mark.parametrize(
    "quote, reason",
    [
        ("Zoe\u0301", ""),
        ("Zoe", "it cuts a character in two"),
        ("👩‍🚀", ""),
        ("🚀!", "it cuts a character in two"),
        ("!\r\n\r\nDa", ""),
        ("!\r", "it begins or ends with white space"),
        ("\nDa.", "it begins or ends with white space"),
    ],
)
def test_only_what_could_be_tagged_here_can_be_suggested(ask, root: Path, quote: str, reason: str):
    (root / "seeds" / "a.txt").write_bytes(CLUSTERS.encode())
    start = CLUSTERS.index(quote)
    suggestions, faults = ask(line(start=start, end=start + len(quote), quote=quote))
    assert (len(suggestions), faults) == ((0, [f"1: {reason}"]) if reason else (1, []))


@pytest.mark.parametrize("length", [SPAN_LIMIT, SPAN_LIMIT + 1])
def test_a_suggestion_is_no_longer_than_an_annotation(ask, root: Path, length: int):
    (root / "seeds" / "a.txt").write_text("\x01" * length)
    suggestions, faults = ask(line(end=length, quote="\x01" * length))
    if length > SPAN_LIMIT:
        assert (suggestions, faults) == ((), ["1: a span has at most 100,000 characters"])
    else:
        (made,) = suggestions
        words = Annotation(
            id="01", label=made.label, start=0, end=made.end, quote="\x01" * length, by="ana"
        )
        assert encode_event(Event(id="01", rev=1, by="ana", ts="", batch="01", record=words))


def test_the_same_suggestion_twice_is_refused_whatever_its_score(ask):
    lines = (line(), line(score=0.9), line(source="other"), line(label="location"))
    suggestions, faults = ask(*lines)
    assert faults == ["2: the same suggestion stands in line 1"]
    assert [found.source for found in suggestions] == ["spacy", "other", "spacy"]


def test_a_line_of_the_export_is_taken_as_it_is(ask):
    row = {"text_sha256": "3e", "paragraph": 1, "id": "x", "prefix": "", "suffix": " wrote"}
    row |= {"attributes": {}, "note": "", "origin": "hand", "by": "ana", "ts": "", "relations": []}
    assert ask(line(**row), name="ben.jsonl")[0][0].source == "ben"


def test_an_article_gets_its_own_lines_and_offsets_are_code_points(ask, root: Path):
    (root / "seeds" / "b.txt").write_text("😀 Ada came.\r\n")
    there = line(article="seeds/b.txt", start=2, end=5, quote="Ada")
    suggestions, faults = ask(line(), there, line(end=999), article_id="seeds/b.txt")
    assert [(found.start, found.end) for found in suggestions] == [(2, 5)]
    assert faults == []


def test_lines_that_no_article_is_refused_for_are_told_once(root: Path, tmp_path: Path):
    path = tmp_path / "some.jsonl"
    path.write_bytes(b"{]\n" + line() + b"\n" + line(end=999))
    proposers = Proposers([SuggestionFile(str(root), str(path))])
    article = load_article(Project(str(root)), "seeds/a.txt")
    numbers = [[fault.line for fault in proposed_by(proposers, article).faults] for _ in range(2)]
    assert numbers == [[1, 3], [3]]


def test_a_file_that_changes_is_read_again_and_one_that_goes_is_told(root: Path, tmp_path: Path):
    path = tmp_path / "some.jsonl"
    path.write_bytes(line())
    proposers = Proposers([SuggestionFile(str(root), str(path))])
    article = load_article(Project(str(root)), "seeds/a.txt")
    assert len(proposed_by(proposers, article).suggestions) == 1
    path.write_bytes(b"\n" + line() + b"\n" + line(label="location"))
    assert len(proposed_by(proposers, article).suggestions) == 2
    path.unlink()
    found = proposed_by(proposers, article)
    assert found.suggestions == ()
    assert [fault.what for fault in found.faults] == ["not read: no such file or folder"]


def test_of_very_many_faults_the_rest_is_counted(root: Path, tmp_path: Path):
    path = tmp_path / "some.jsonl"
    path.write_bytes(b"{]\n" * (FAULTS_LIMIT + 3) + (line(end=999) + b"\n") * 4)
    proposers = Proposers([SuggestionFile(str(root), str(path))])
    found = proposed_by(proposers, load_article(Project(str(root)), "seeds/a.txt"))
    assert len(found.faults) + found.more == FAULTS_LIMIT + 7
    assert found.is_file
    assert str(found.faults[0]).endswith("some.jsonl:1:2: not JSON from here on")


def test_who_waits_for_a_file_gives_up_when_the_article_is_left(root: Path, monkeypatch):
    """However many articles are left while a file is read, one thread waits, and none for long."""
    reading, go_on = Signal(), Signal()
    path = root / "some.jsonl"
    path.write_bytes((line() + b"\n") * (BREATH * 3))

    def pause(_):
        reading.set()
        assert go_on.wait(20)

    monkeypatch.setattr(turns, "sleep", pause)
    proposers = Proposers([SuggestionFile(str(root), str(path))])
    article = load_article(Project(str(root)), "seeds/a.txt")
    given: list[list[Proposals]] = []

    def leaf() -> Thread:
        asked = proposers.proposals(article, SCHEMA)
        thread = Thread(target=lambda: given.append(list(asked)))
        thread.start()
        return thread

    first = leaf()
    assert reading.wait(20)
    for _ in range(3):
        proposers.stop()
        waiting = leaf()
        proposers.stop()
        waiting.join(20)
        assert not waiting.is_alive()
    one, other = leaf(), leaf()
    one.join(20)
    assert not one.is_alive()
    go_on.set()
    for thread in (first, other):
        thread.join(20)
    found = sorted(sum(len(each.suggestions) for each in asked) for asked in given)
    assert found == [0, 0, 0, 0, 0, 1]


@pytest.mark.parametrize("name", ["nowhere.jsonl", "."])
def test_only_a_file_can_be_named(tmp_path: Path, name: str):
    with pytest.raises(UsageError, match="cannot be read"):
        check_readable(str(tmp_path / name))


@pytest.mark.parametrize(
    "name, source",
    [
        ("spacy", "spacy"),
        ("a b\x1b[31m", "a-b-31m"),
        ("memory", "memory-file"),
        ("…", "file"),
        ("x" * 99, "x" * 64),
        ("łódź", "łódź"),
    ],
)
def test_sources_are_safe_names_and_never_those_of_annotate(name: str, source: str):
    assert safe_source(name) == source
