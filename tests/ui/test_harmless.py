"""The last gate before the terminal: what passes, and what it becomes."""

from unicodedata import category

from arbitrary import texts
from hypothesis import given
from hypothesis import strategies as st
from painting import framed, opened
from rich.segment import Segment
from textual.color import Color

from annotator.text.read import read_article
from annotator.ui.harmless import HARMLESS

BLACK = Color(0, 0, 0)


def passed(*texts: str) -> list[str]:
    """Return what becomes of the pieces of a row."""
    return [part.text for part in HARMLESS.apply([Segment(text) for text in texts], BLACK)]


def test_plain_text_is_left_as_it_is():
    row = [Segment("Palmyra fell "), Segment("“today”")]
    assert HARMLESS.apply(row, BLACK) is row


def test_commands_to_the_terminal_are_shown_in_the_cells_there_are():
    """Before, an Escape had no cell; the row must not grow by those that it has now."""
    assert passed("a\x1b[2J", "bc") == ["a␛[2J", "b"]
    assert passed("\x9b2J\x7f ") == ["▯2J"]


@given(st.lists(st.text(max_size=8), max_size=4))
def test_nothing_passes_that_a_terminal_would_obey(texts: list[str]):
    assert not {category(char) for char in "".join(passed(*texts))} & {"Cc", "Zl", "Zp", "Cs"}


@given(texts)
def test_the_rows_of_the_reader_pass_as_they_are(text: str):
    article = read_article("made up", text.encode())
    for row in framed(opened(article)):
        assert passed(*(piece.text for piece in row)) == [piece.text for piece in row]
