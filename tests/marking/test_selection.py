import pytest

from annotator.marking.selection import Selection, caret, over
from annotator.text.span import Span


@pytest.mark.parametrize(
    "selection, span, empty",
    [
        (Selection(4, 9), Span(4, 9), False),
        (Selection(9, 4), Span(4, 9), False),
        (caret(4), Span(4, 4), True),
        (over(Span(4, 9)), Span(4, 9), False),
    ],
)
def test_what_is_selected_stands_in_text_order(selection, span, empty):
    assert selection.span == span
    assert selection.empty is empty


def test_over_a_span_the_head_is_at_its_end():
    assert over(Span(4, 9)).head == 9
