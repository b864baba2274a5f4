"""The gold files: each fits its article, and a line that does not is told."""

import pytest
from gold_standard import (
    DEVELOPMENT,
    GOLD,
    ROOT,
    SECOND,
    Gold,
    article_of,
    gold_files,
    load,
    read_gold,
)

from annotator.errors import FaultsError
from annotator.session.state import fold
from annotator.storage.event_log import read_log
from annotator.text.span import Span

LABELS = {"claim", "source", "actor", "location"}
ARTICLE = "Le préfet nie.\nLe préfet\\maire nie."

every = [*gold_files(), *gold_files(SECOND), *gold_files(DEVELOPMENT)]
each_file = pytest.mark.parametrize(
    "path", every, ids=lambda path: f"{path.parent.name}-{path.stem}"
)


def test_there_is_gold_of_three_articles():
    assert [path.stem for path in gold_files()] == [
        "opinion-kamenik-dam",
        "sand-from-the-tuane",
        "wire-port-adler-ferry",
    ]


@each_file
def test_a_gold_file_fits_its_article(path):
    text = article_of(path).text
    gold = load(path)
    assert len(gold) >= 100
    assert {label for label, _ in gold} == LABELS
    assert len(set(gold)) == len(gold)
    for _, span in gold:
        quote = text[span.start : span.end]
        assert quote == quote.strip()


@each_file
def test_a_gold_file_is_in_reading_order(path):
    order = [(span.start, -span.end, label) for label, span in load(path)]
    assert order == sorted(order)


def test_both_coders_marked_the_same_articles():
    assert [path.name for path in gold_files(SECOND)] == [path.name for path in gold_files()]


def test_the_finished_example_is_gold():
    log = ROOT / "annotations/example/seeds/wire-port-adler-ferry.txt.jsonl"
    marked = fold(read_log(str(log)).events).annotations
    assert {Gold(each.label, each.span) for each in marked} == set(load(GOLD / log.stem))


@pytest.mark.parametrize(
    "line, gold",
    [
        ("actor\t0\tLe préfet", Gold("actor", Span(0, 9))),
        ("claim\t10\tnie.\\nLe", Gold("claim", Span(10, 17))),
        ("actor\t15\tLe préfet\\\\maire", Gold("actor", Span(15, 30))),
    ],
)
def test_a_line_is_an_annotation(line, gold):
    assert read_gold(f"# by hand\n\n{line}\n", "g.txt", ARTICLE) == [gold]


@pytest.mark.parametrize(
    "line, what",
    [
        ("actor 0 Le", "not three fields. Write label, start and quote, with a tab between"),
        ("\t0\tLe", "the label is empty, or has blanks around it. Write its bare name"),
        (" actor\t0\tLe", "the label is empty, or has blanks around it. Write its bare name"),
        ("actor\t-1\tLe", "“-1” is no start. Write an offset in digits"),
        ("actor\t１\te", "“１” is no start. Write an offset in digits"),
        ("actor\t0\t", "the quote is empty. Write the words of the article"),
        ("actor\t12\tLe", "“Le” does not stand at 12. The nearest place that it stands at is 15"),
        ("actor\t99\tnie", "“nie” does not stand at 99. The nearest place that it stands at is 31"),
        (
            "actor\t0\tle\x1b",
            "“le␛” does not stand at 0, nor anywhere in the article. Copy the words from there",
        ),
        ("actor\t24\t\\maire", "“\\m” is no escape. Write a backslash as two"),
        ("actor\t24\t\\", "“\\” is no escape. Write a backslash as two"),
    ],
)
def test_a_bad_line_is_told(line, what):
    with pytest.raises(FaultsError) as told:
        read_gold(f"actor\t0\tLe\n{line}", "gold/g.txt", ARTICLE)
    assert str(told.value) == f"gold/g.txt:2: {what}"


def test_all_bad_lines_are_told():
    with pytest.raises(FaultsError) as told:
        read_gold("actor\nactor\t0\tLe\n\tx\tLe", "g.txt", ARTICLE)
    assert [fault.line for fault in told.value.faults] == [1, 3]


def test_gold_of_no_article_is_told(tmp_path):
    path = tmp_path / "nowhere.txt"
    path.write_text("actor\t0\tLe\n", encoding="utf-8")
    with pytest.raises(FaultsError, match=r"nowhere\.txt: its article, seeds/nowhere\.txt"):
        load(path)


def test_gold_in_another_encoding_is_told(tmp_path):
    path = tmp_path / "wire-port-adler-ferry.txt"
    path.write_bytes("actor\t0\tpréfet\n".encode("latin-1"))
    with pytest.raises(FaultsError, match="not UTF-8"):
        load(path)


def test_gold_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FaultsError, match=r"none\.txt: cannot be read: No such file"):
        load(tmp_path / "none.txt")
