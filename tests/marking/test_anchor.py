import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.anchor import context, stands
from annotator.marking.annotation import CONTEXT, Annotation
from annotator.text.span import Span

TEXT = "The quick fox."


def fox(start=10, end=13, quote="fox"):
    return Annotation(id="1", label="actor", start=start, end=end, quote=quote)


@given(st.text(max_size=100), st.integers(0, 100), st.integers(0, 100))
def test_context_is_what_stands_before_and_after(text, first, second):
    span = Span(*sorted((min(first, len(text)), min(second, len(text)))))
    prefix, suffix = context(text, span)
    assert prefix + text[span.start : span.end] + suffix in text
    assert len(prefix) == min(CONTEXT, span.start)
    assert len(suffix) == min(CONTEXT, len(text) - span.end)


def test_an_annotation_stands_where_its_words_are():
    assert stands(TEXT, fox())


@pytest.mark.parametrize(
    "astray",
    [
        fox(quote="hen"),
        fox(start=9),
        fox(start=-4, end=-1),
        fox(start=10, end=10, quote=""),
        fox(start=13, end=10, quote=""),
        fox(start=10, end=99, quote="fox."),
    ],
)
def test_an_annotation_does_not_stand_elsewhere(astray):
    assert not stands(TEXT, astray)
