"""The first paint shows what the reader will show."""

import re

import pytest
from arbitrary import articles
from drawing import article_of
from hypothesis import given
from hypothesis import strategies as st
from painting import framed, opened, shown

from annotator.ui.first_paint import _codes, first_paint
from annotator.ui.rows import geometry
from annotator.ui.theme import DARK, LIGHT, PLAIN, look

NEWS = (
    "Kamenik fell on Sunday, the army said.\n\n"
    + "The Observatory counts on people in the town. " * 12
    + "\n\nOne\nTwo\n\n他說今天下雨。「雨很大」 👍🏽 e\u0301\n"
)
ARTICLES = {
    "news": NEWS * 8,
    "one character": "x",
    "blanks": " \n \n",
    "one long line": "word " * 9_000,
    "right to left": "قال الجيش يوم الأحد إن المدينة سقطت. " * 30,
}
LETTER = re.compile("\x1b\\[0;([0-9;]*)m|(.)", re.DOTALL)


def painted(article, offset, size, theme):
    """Return the rows that the first paint writes, each as letters with their colours."""
    written = first_paint(article, offset, size, theme)
    assert written.startswith("\x1b[H")
    assert written.endswith("\x1b[0m")
    rows = []
    for row in written.removeprefix("\x1b[H").removesuffix("\x1b[0m").split("\r\n"):
        letters, codes = [], ""
        for found in LETTER.finditer(row):
            codes = codes if found[1] is None else found[1]
            letters += [(found[2], codes)] if found[2] else []
        rows.append(letters)
    return rows


def expected(row, theme):
    """Return a row of the reader likewise, without the cursor, which comes later."""
    looks = [(piece.text, look(piece.ink._replace(cursor=False), theme)) for piece in row]
    return [(letter, _codes(seen)) for text, seen in looks for letter in text]


def visible(letters):
    return [letter if letter[0] != " " else " " for letter in letters]


@pytest.mark.parametrize("theme", [DARK, LIGHT, PLAIN], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 10)], ids=str)
@pytest.mark.parametrize("name", ARTICLES)
def test_the_first_paint_has_the_letters_and_colours_of_the_first_frame(name, size, theme):
    article = article_of(ARTICLES[name])
    shape = geometry(*size, len(article.paragraphs))
    for share in (0, 1, 2, 3):
        offset = len(article.text) * share // 3
        frame = framed(opened(article, offset), *size)
        rows = painted(article, opened(article, offset).cursor, size, theme)
        assert len(rows) == size[1]
        assert "".join(letter for letter, _ in rows[0]) == shown(frame[0])
        for paint, row in zip(rows[1:], frame[1 : shape.text_rows + 1], strict=False):
            assert visible(paint) == visible(expected(row, theme))


@given(articles(), st.integers(40, 140), st.integers(5, 30), st.integers(0, 400))
def test_so_it_has_of_any_article(article, columns, rows, offset):
    session = opened(article, offset)
    shape = geometry(columns, rows, len(article.paragraphs))
    frame = framed(session, columns, rows)[1 : shape.text_rows + 1]
    paint = painted(article, session.cursor, (columns, rows), DARK)[1 : shape.text_rows + 1]
    assert ["".join(letter for letter, _ in row) for row in paint] == [shown(row) for row in frame]


def test_what_the_command_line_gives_as_the_offset_may_be_anywhere():
    article = article_of(NEWS)
    for offset in range(len(article.text) + 2):
        session = opened(article, offset)
        frame = framed(session, 60, 10)
        rows = painted(article, offset, (60, 10), DARK)
        assert "".join(letter for letter, _ in rows[1]) == shown(frame[1])
