"""Nothing that comes from outside commands the terminal, or is taken for markup."""

import re

import pytest
from arbitrary import texts
from drawing import SCHEMA, START, article_of
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from painting import opened, shown, sitting

from annotator.marking.annotation import Annotation
from annotator.marking.labels import Attribute, Label, LabelSchema
from annotator.session.commands import all_commands
from annotator.session.event import Event
from annotator.session.keymap import build_keymap
from annotator.session.state import fold
from annotator.text.article import Article
from annotator.ui.chrome import Saving
from annotator.ui.first_paint import first_paint
from annotator.ui.frame import View
from annotator.ui.sitting import Sitting
from annotator.ui.theme import DARK

FORBIDDEN = re.compile(
    "[\0-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of writing
    "\u2028\u2029\ufeff\u200b"
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff]"
)
FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e007a]{3,6}\U000e007f")
"""The one place where tags are at home: the flag of Scotland."""

PIECES = (
    *("fox", "雨", " ", "\n\n", "é"),
    *("\x1b[2J", "\x1b]52;c;aGk=\x07", "\x9b31m", "\x7f", "\r", "\b\b\b"),
    *("\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\ufeff", "\u2028"),
    *(
        "\U000e0041\U000e0042",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    ),
    *("[/", "[@click=app.quit]x[/]", "[red]", "\\[", "$background", "{0}", "%s"),
)
hostile = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | texts
hostile_names = hostile | st.sampled_from(["\ud83d", "a\udcff", "\0"])


@st.composite
def hostile_windows(draw):
    """Return a window on an article in which everything was written by an enemy."""
    words = [draw(hostile_names) for _ in range(8)]
    text = draw(hostile) + " fox"
    article = article_of(text)
    article = Article(words[0], article.text, "", words[1], True, article.paragraphs)
    edge = st.integers(0, len(article.text))
    events = []
    for number in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(edge), draw(edge)))
        record = Annotation(
            id=str(number),
            label=draw(hostile_names),
            start=start,
            end=end,
            quote=article.text[start:end],
            note=draw(hostile_names),
            attributes={draw(hostile_names): draw(hostile_names)},
        )
        told = {"by": "bob", "ts": START.ts, "batch": str(number)}
        events += [Event(id=record.id, rev=1, record=record, **told)] if start < end else []
    labels = (Label(words[2], "a", "blue", attributes=(Attribute("x", "text"),)),)
    schema = LabelSchema(words[3], labels)
    session = opened(article, draw(edge))
    session = replace(session, schema=schema, annotator=words[4], state=fold(events))
    session = replace(session, message=words[5], read_only=draw(st.sampled_from(["", words[6]])))
    view = View(
        draw(st.sampled_from([40, 60, 90, 140])),
        24,
        place=words[7],
        saving=Saving(1, 1, draw(st.sampled_from(["", words[6]]))),
    )
    return Sitting(session, build_keymap(all_commands(schema)), view)


@given(hostile_windows())
def test_no_frame_holds_what_a_terminal_would_obey(window):
    for row in window.frame():
        found = FORBIDDEN.search(FLAG.sub("", shown(row)))
        assert found is None, ascii(shown(row))
        shown(row).encode()


@given(hostile, st.sampled_from([40, 90]))
def test_nor_does_the_first_paint(text, columns):
    written = first_paint(article_of(text + " fox"), 0, (columns, 20), DARK)
    assert written.startswith("\x1b[H")
    bare = re.sub("\x1b\\[[0-9;]*m|^\x1b\\[H|\r\n", "", written)
    assert FORBIDDEN.search(FLAG.sub("", bare)) is None


@pytest.mark.parametrize("markup", ["[/", "[@click=app.quit]x[/]", "[red]", "\\[b]"])
def test_markup_is_shown_as_it_stands(markup):
    session = opened(article_of(f"He wrote {markup} in chalk."))
    annotation = Annotation(id="1", label=markup, start=0, end=2, quote="He", note=markup)
    event = Event(id="1", rev=1, by="ana", ts=START.ts, batch="1", record=annotation)
    session = replace(session, message=markup, schema=SCHEMA, state=fold([event]))
    window = sitting(session, 160, 24, place=markup)
    rows = [shown(row) for row in window.frame()]
    assert [row.count(markup) for row in rows if markup in row] == [1, 2, 2, 1, 1]
