"""Edges put right by rule."""

import pytest
from drawing import article_of
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.edges import closed, trimmed
from annotator.marking.motion import tidied
from annotator.text.span import Span


def marked(drawing):
    """Return the article and the span that `[…]` marks in a drawing."""
    start, end = drawing.index("["), drawing.index("]") - 1
    return article_of(drawing.replace("[", "", 1).replace("]", "", 1)), Span(start, end)


@pytest.mark.parametrize(
    "drawing, expected",
    [
        ("He said [“it rained]” again.", "“it rained”"),
        ("He said “it [rained]” again.", "rained"),
        ("The [union (GUPW]) left.", "union (GUPW)"),
        ("The union ([GUPW]) left.", "GUPW"),
        ("[‘She said “no]”’ and left.", "‘She said “no”’"),
        ("It [rained].", "rained"),
        ("It [rained]", "rained"),
    ],
)
def test_what_was_opened_inside_is_closed(drawing, expected):
    article, span = marked(drawing)
    assert article.quote(closed(article, span)) == expected


@pytest.mark.parametrize(
    "drawing, genitive, expected",
    [
        ("So[, it rained.] Then", False, "it rained"),
        ("Up to [8 p.m.] today", False, "8 p.m."),
        ("the [U.S.] navy", True, "U.S."),
        ("aboard the [Marisol K.] today", True, "Marisol K."),
        ("el jefe de [EE. UU.] dijo", True, "EE. UU."),
        ("in the [port.] Then", True, "port"),
        ("the [soldiers’] base", True, "soldiers"),
        ("the [soldiers’] base", False, "soldiers’"),
        ("in [Rome’s] streets", True, "Rome"),
        ("[’s] nothing", True, "’s"),
        ("[“It rained.”] he said", True, "“It rained.”"),
        ("[—] and on", False, "—"),
        ("[“It was gone.] It sank.” So", False, "It was gone"),
        ("“It sank. [Nobody — not I — knew.”] So", False, "Nobody — not I — knew"),
        ("[“It was gone.] It sank.", False, "It was gone"),
        ("[« It was gone.] It sank. »", False, "It was gone"),
        ("“It sank. [He said ‘no.’”] So", False, "He said ‘no.’"),
        ("[“‘No,’ he said.] So it was.”", False, "‘No,’ he said"),
        ("[The “moderate” ones.”] So", False, "The “moderate” ones"),
        ("[‘The end.] The very end,’ he said", False, "The end"),
        ('a mast of [6"] and', False, '6"'),
        ("the [‘Bees’] left", True, "‘Bees’"),
        ("([so called] by all)", False, "so called"),
        ("[(so called] by all)", False, "so called"),
        ("(so [called)] by", False, "called"),
        ("the [union (GUPW).] Then", False, "union (GUPW)"),
        ("[¿Quién lo sabía?] Nadie", False, "Quién lo sabía"),
        ("[¡Qué sorpresa!] Nadie", False, "Qué sorpresa"),
        ("[Luego, ¿quién vino?] Nadie", False, "Luego, ¿quién vino?"),
        ("[¿Quién? ¿Cuándo?] Nadie", False, "¿Quién? ¿Cuándo?"),
        ("[¿Quién vino? preguntó.] Nadie", False, "¿Quién vino? preguntó"),
        ("[“¿Quién lo sabía?”] dijo", False, "“¿Quién lo sabía?”"),
        ("[¡¿Quién lo sabía?!] dijo", False, "Quién lo sabía"),
        ("saw [😀👩‍👩‍👧.] Then", True, "😀👩‍👩‍👧"),
        ("[雨，]天", False, "雨"),
    ],
)
def test_punctuation_is_trimmed(drawing, genitive, expected):
    article, span = marked(drawing)
    assert article.quote(trimmed(article, span, genitive=genitive)) == expected


@given(st.text("aB ’s.,;“”()¿?\n\u0301é雨", max_size=30), st.data())
def test_edges_stay_whole_and_inside(text, data):
    article = article_of(text)
    length = len(article.text)
    start = data.draw(st.integers(0, length))
    span = tidied(article, Span(start, data.draw(st.integers(start, length))))
    more, less = closed(article, span), trimmed(article, span, genitive=True)
    assert more.covers(span)
    assert span.covers(less)
    assert tidied(article, less) == less
    assert bool(less.length) == bool(span.length)
