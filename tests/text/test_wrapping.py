"""Hard-wrapped files: each drawing is a file, and what its paragraphs begin with."""

import textwrap
from inspect import cleandoc

import pytest

from annotator.text.paragraph import find_paragraphs

STRIKE = (
    "The dockers walked out at noon and the cranes stood still until the evening, when a man from "
    "the ministry came down to the harbour to talk with those who were left. Nobody could say what "
    "he had promised them, but on the next morning the first ship was unloaded."
)
FLOOD = (
    "The river rose for three days before it reached the lower town, and the people there had been "
    "told to leave their houses. Most of them went to the school on the hill. Some would not go, "
    "among them a baker who said that he had seen higher water as a child."
)
VOTE = (
    "Only one of the nine members voted against the plan for a new road through the forest, and he "
    "would not tell the reporters why. The mayor called it a good day for the whole valley, which "
    "has waited for a road since before the war."
)


def beginnings(text):
    """Return the first two words of each paragraph."""
    return [" ".join(text[start:end].split()[:2]) for start, end in find_paragraphs(text)]


def wrapped(*paragraphs, between="\n\n", width=72, **options):
    return between.join(textwrap.fill(paragraph, width, **options) for paragraph in paragraphs)


@pytest.mark.parametrize("width", [35, 60, 72, 80, 100])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_wrapped_paragraph_is_one(width, line_end):
    text = wrapped(STRIKE, FLOOD, VOTE, width=width).replace("\n", line_end)
    assert beginnings(text) == ["The dockers", "The river", "Only one"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{STRIKE}\n{FLOOD}\n{VOTE}\n", id="long lines"),
        pytest.param(f"{STRIKE}\n\n{FLOOD}\n\n{VOTE}\n", id="long lines, blank lines between"),
        pytest.param(
            cleandoc("""
                Shall I compare thee to a summer's day?
                Thou art more lovely and more temperate:
                Rough winds do shake the darling buds of May,
                And summer's lease hath all too short a date:
                Sometime too hot the eye of heaven shines,
            """),
            id="verses",
        ),
        pytest.param(
            cleandoc("""
                He went there and it was nice to see that.
                She did not go there because it was too far.
                They all came home in the evening and ate some.
                Then it was night and they slept for a while.
            """),
            id="a sentence a line",
        ),
        pytest.param(
            cleandoc("""
                Ministers to meet again over Harbour Strike
                Baker Refuses to Leave as Waters Rise Fast
                Council Votes for New Road through the Oaks
                Nine Members and One Who Voted against It
                Ships Unload at Last after Five Idle Days
            """),
            id="headlines as long as each other",
        ),
        pytest.param("apple\nbanana\ncherry\ndamson\nelderberry\nfig", id="a list of words"),
        pytest.param("Dear Ana,\nthank you for\nyour letter.", id="too little to tell"),
    ],
)
def test_lines_that_only_look_wrapped_are_paragraphs(text):
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert [text[start:end] for start, end in find_paragraphs(text)] == lines


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(
            "Strike Ends\nBy Jane Doe\nPORT ADLER, March 3 (Wire)\n" + wrapped(STRIKE, FLOOD),
            ["Strike Ends", "By Jane", "PORT ADLER,", "The dockers", "The river"],
            id="lines of a head",
        ),
        pytest.param(
            wrapped(STRIKE, FLOOD, VOTE, between="\n", initial_indent="    "),
            ["The dockers", "The river", "Only one"],
            id="first lines further in",
        ),
        pytest.param(
            wrapped(STRIKE)
            + "\n\n"
            + wrapped(FLOOD, VOTE, between="\n", initial_indent="- ", subsequent_indent="  "),
            ["The dockers", "- The", "- Only"],
            id="items of a list",
        ),
        pytest.param(
            wrapped(STRIKE, FLOOD) + "\n\n1. Tea\n2. Bread\n\n* * *\n# Notes\n" + wrapped(VOTE),
            ["The dockers", "The river", "1. Tea", "2. Bread", "* *", "# Notes", "Only one"],
            id="numbers, a rule, a heading",
        ),
        pytest.param(
            wrapped(STRIKE)
            + "\nBen wrote:\n"
            + wrapped(FLOOD, initial_indent="> ", subsequent_indent="> ")
            + "\n"
            + wrapped(VOTE)
            + "\n\nBest,\nAna",
            ["The dockers", "Ben wrote:", "> The", "Only one", "Best,", "Ana"],
            id="quoted mail",
        ),
        pytest.param(
            wrapped(STRIKE, FLOOD, VOTE)
            + "\n\n"
            + wrapped(STRIKE[:150], FLOOD[:150], between="\n", subsequent_indent="    "),
            ["The dockers", "The river", "Only one", "The dockers", "The river"],
            id="hanging indent",
        ),
        pytest.param(
            "\n".join(
                textwrap.wrap("政府は火曜日に新しい方針を発表し首相は会見で説明した" * 8, 38)
            ),
            ["政府は火曜日に新しい方針を"],
            id="no blanks between words",
        ),
    ],
)
def test_where_paragraphs_begin_in_a_wrapped_file(text, expected):
    found = beginnings(text)
    assert len(found) == len(expected)
    assert all(full.startswith(short) for full, short in zip(found, expected, strict=True))
