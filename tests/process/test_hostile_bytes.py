"""What a terminal is sent, byte for byte, when everything that is shown was written by an enemy."""

import string

import pytest
from harmless_bytes import check_bytes, whole_sequences
from window import BACKSPACE, DOWN, ESCAPE, RIGHT, Project

from annotator.marking.anchor import context
from annotator.marking.annotation import Annotation
from annotator.session.event import Event
from annotator.storage.event_line import encode_event, encode_header
from annotator.storage.line_types import Header
from annotator.text.span import Span

ATTACKS = (
    "\x1b[2J\x1b[H",  # clear the screen
    "\x1b]0;owned\x07",  # rename the window
    "\x1b]52;c;b3duZWQ=\x1b\\",  # write the clipboard
    "\x9d52;c;b3duZWQ=\x9c",  # the same in C1
    "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x1bPq#0;2;0;0;0\x1b\\",  # draw a picture
    "\x1b[?1049l\x1b[?1000l",  # leave the screen
    "\x1b[6n\x9b6n\x1b[c\x05",  # make the terminal type an answer
    "\x1b(0\x0e\x0f",  # other character sets
    "\x1bc\x1b#8",  # reset
    "\u202egnitirw\u202c \u2066x\u2069 \u200f\u061c",  # turn the writing round
    "\xad\u200b\u2060\ufeff\U000e0041\ufe0f\u0301",  # nothing to be seen, or nothing to stand on
    "[/] [/foo] [@click=app.quit]quit[/] [link=file:///etc/passwd]x[/link]",  # markup of Textual
    "".join(map(chr, (*range(1, 9), *range(0x0B, 0x20), *range(0x7F, 0xA0)))),
)
HOSTILE = " word ".join(ATTACKS)
NAME = "\x1b]0;owned\x07\x1b[2J\u202e[@click=app.quit]x[/].txt"


MARKUP = "[@click=app.quit]x[/] [/no]"


def schema(name: str = "news", label: str = "actor", words: str = "") -> str:
    """Return a schema file."""
    about = f"key: a, description: {quoted(words)}, examples: [{quoted(words)}]"
    return f"name: {quoted(name)}\nlabels:\n  {quoted(label)}: {{{about}}}\n"


def quoted(text: str) -> str:
    """Return text as YAML has it in quotation marks, with all that could be misread spelt out."""
    plain = set(string.printable) - set(string.whitespace) - set('"\\') | {" "}
    return '"' + "".join(c if c in plain else f"\\U{ord(c):08x}" for c in text) + '"'


@pytest.fixture
def hostile(project: Project) -> Project:
    """An article, its name and its log, all with every attack in them."""
    text = "\n\n".join((HOSTILE, *ATTACKS))
    project.write(f"seeds/{NAME}", text)
    project.write("seeds/second.txt", text)
    words = Span(text.index("word"), text.index("word") + 4)
    prefix, suffix = context(text, words)
    given = Annotation(
        id=HOSTILE,
        label=ATTACKS[0],
        start=words.start,
        end=words.end,
        quote="word",
        prefix=prefix,
        suffix=suffix,
        note=HOSTILE,
        attributes={ATTACKS[1]: HOSTILE},
        by=HOSTILE,
    )
    event = Event(id=HOSTILE, rev=1, by=HOSTILE, ts=HOSTILE, batch=HOSTILE, record=given)
    header = Header(annotate=1, article="seeds/second.txt", schema=HOSTILE, by=HOSTILE)
    log = encode_header(header) + encode_event(event) + HOSTILE.encode() + b"\n"
    project.write("annotations/ana/seeds/second.txt.jsonl", log)
    return project


def test_an_article(hostile: Project):
    window = hostile.opened()
    window.type("a", RIGHT, RIGHT, "c", "}", "=", "l", "E", "#", "s")
    window.shows("4 saved")
    window.type("Q")
    assert window.ends()[0] == 0
    check_bytes(window.output)


def test_a_log(hostile: Project):
    """Somebody else's log: label, note, attributes, ids; a note is also what a prompt holds."""
    window = hostile.opened("seeds/second.txt")
    window.type("P")
    window.shows("note: ")
    window.type("W")
    window.shows(" note ")
    window.type("\x1b[F more\r")
    window.shows("note kept on")
    window.type("C")
    window.shows("change ")
    window.type("c", "U")
    window.shows("took back")
    window.type(BACKSPACE)
    window.shows("removed ")
    window.type("Q")
    assert window.ends()[0] == 0
    check_bytes(window.output)


def test_names_in_lists(hostile: Project):
    window = hostile.opened()
    window.shows("1 of 2")
    window.type("O")
    window.shows("type to filter")
    window.type(DOWN, DOWN, "\r")
    window.shows("2 of 2")
    window.type(":")
    window.shows("Find a command by its name")
    window.type("theme")
    window.settled()
    window.type(ESCAPE)
    window.settled()
    window.type("Q")
    assert window.ends()[0] == 0
    check_bytes(window.output)


def test_a_schema_is_taken_for_words(project: Project):
    """Control characters are refused in it; markup is not, nor what turns the writing round."""
    project.write("seeds/kamenik.txt", "Kamenik fell.")
    project.write("schemas/hostile.yaml", schema(MARKUP, MARKUP, "".join(ATTACKS[-4:-1])))
    window = project.opened(size=(140, 30))
    window.type("a")
    assert MARKUP in window.shows("1 saved")[-1]
    assert MARKUP in window.screen()[1]
    window.type("?")
    rows = window.shows("Labels: ")
    assert MARKUP in "\n".join(rows)
    window.type(ESCAPE)
    window.settled()
    window.type(":")
    assert f"{MARKUP}: Tag as" in "\n".join(window.shows("Find a command by its name"))
    window.type("click")
    window.settled()
    window.type(ESCAPE)
    window.settled()
    window.type("Q")
    assert window.ends()[0] == 0
    check_bytes(window.output)


@pytest.mark.parametrize("where", ["name", "label"])
@pytest.mark.parametrize("attack", ATTACKS[:4])
def test_a_schema_that_is_refused_is_quoted_harmlessly(project: Project, where: str, attack: str):
    """The complaint stands on the usual screen, in the terminal's own hands."""
    project.write("seeds/kamenik.txt", "Kamenik fell.")
    project.write("schemas/hostile.yaml", schema(**{where: attack}))
    code, said = project.open().ends()
    assert code == 1
    assert "schemas/hostile.yaml:" in said
    check_bytes(said.encode())


LEFT = b"\x1b[?1049l"


@pytest.mark.parametrize("cut", [b"\x1b", b"\x1b[0;38;2;", b"\xe6", b"\xe6\xbc", b"\xf0\x9f\x99"])
def test_what_a_signal_cut_is_not_held_against_the_program(cut: bytes):
    check_bytes(whole_sequences(b"word" + cut + LEFT))
    assert whole_sequences(b"word" + cut + LEFT) == b"word" + LEFT


@pytest.mark.parametrize("sent", [b"\x1b[38;2;\x1b[0m", b"\x1b[2J" + LEFT, b"\xe2\x80\xae" + LEFT])
def test_all_else_is(sent: bytes):
    with pytest.raises(AssertionError):
        check_bytes(whole_sequences(sent))
