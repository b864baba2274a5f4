"""Sentences; `|` parts them in the drawings."""

import sys

import pytest

from annotator.text import sentence
from annotator.text.sentence import sentences

SIMPLE = [
    ("en", "He went home.| She stayed!| Why?| Because."),
    ("en", "Mr. Smith of the U.S. Army met Gen. Jones and Ms. Al-Dawwar.| They talked."),
    ("en", "J. Smith and J.\u00a0K.\u2028Doe came.| All left."),
    ("en", "It rose to 3.5 per cent, or 1,200.50 dollars.| Then it fell."),
    ("en", "It was hard\nwrapped here.| And\r\nhere it went on."),
    (
        "en",
        "“The first thing is that we go. |The next is to stay. |Really,” he said.| So it was.",
    ),
    ("en", "“Yes. No,” he said.| So it was."),
    (
        "de",
        "„Er hat gemeint: ‚Keine Sorge, das ist nur der höchste Stand.‘ |Ich fragte nach.“| So.",
    ),
    ("de", "„Ja“, sagte er. |‚Nein‘, sagte sie. |Dann ging er."),
    ("de", "Er ging. |›Gut‹, sagte sie. |‚„Nein“ ist gut‘, sagte er."),
    ("fr", "«Bon», dit-il. |'Non', dit-elle. |‹Non›, dit-on."),
    ("sv", "Han gick. |’Nej’, sade hon."),
    ("de", "Dr. Voss blieb.| Sie ging."),
    ("zh", "中文。|句子！|第三句？|完"),
    ("hi", "यह है। |वह है।"),
    ("ur", "یہ ہے۔ |وہ ہے۔"),
    ("en", "... “Yes!” ..."),
    ("en", "*** --- ***"),
    ("en", "Half a \ud800pair. |Then more."),
]


def check(language, drawing):
    text = drawing.replace("|", "")
    expected = [piece.strip() for piece in drawing.split("|")]
    assert [text[start:end] for start, end in sentences(text, language)] == expected


@pytest.fixture
def without_sentencex(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentencex", None)
    sentence._splitter.cache_clear()
    yield
    sentence._splitter.cache_clear()


@pytest.mark.parametrize("language, drawing", SIMPLE)
def test_with_sentencex(language, drawing):
    pytest.importorskip("sentencex", reason="no wheel for Windows on ARM")
    check(language, drawing)


@pytest.mark.parametrize("language, drawing", SIMPLE)
@pytest.mark.usefixtures("without_sentencex")
def test_with_rules_of_our_own(language, drawing):
    assert sentence._splitter() is sentence.split_by_rules
    check(language, drawing)


@pytest.mark.parametrize("text", ["", " ", "\u200b\n"])
def test_blanks_hold_none(text):
    assert sentences(text, "en") == ()


def test_a_long_paragraph_is_split_as_a_short_one():
    text = "The man went home. He slept. " * 400
    assert len(text) > 10_000
    assert {text[start:end] for start, end in sentences(text, "en")} == {
        "The man went home.",
        "He slept.",
    }


def test_a_long_sentence_stays_whole():
    text = "and on it went " * 1000 + "until here. Then no more."
    assert [text[start:end][-13:] for start, end in sentences(text, "en")] == [
        "t until here.",
        "Then no more.",
    ]
