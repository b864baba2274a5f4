"""Typography evened out leads back to the text that it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.typography import even
from annotator.text.span import Span


@pytest.mark.parametrize(
    "text, evened",
    [
        ("“Ah” – no", '"ah" - no'),
        ("l’été\u202f: «\xa0oui\xa0»", 'l\'été : " oui "'),
        ("a\r\n\r\n  b", "a b"),
        ("so…", "so..."),
        ("Wort\xadteil\u200b\ufeff", "wortteil"),
        ("İstanbul", "İstanbul"),
        ("", ""),
    ],
)
def test_words_stay_and_typography_goes(text: str, evened: str):
    assert even(text).text == evened


@pytest.mark.parametrize(
    "text, words, original",
    [
        ("He  said\n“no…” again", '"no..."', "“no…”"),
        ("He  said\n“no…” again", "said", "said"),
        ("He  said", "he s", "He  s"),
        ("A…B", "..", "…"),
        ("\xad\xadsoft\xad", "soft", "soft"),
    ],
)
def test_a_span_leads_back(text: str, words: str, original: str):
    evened = even(text)
    start = evened.text.index(words)
    place = evened.place(Span(start, start + len(words)))
    assert text[place.start : place.end] == original


pieces = st.sampled_from(
    ["a", "Ä", " ", "  ", "\r\n", "…", "\xad", "“", "–", "İ", "👩\u200d", "雨"]
)


@given(st.lists(pieces, max_size=12).map("".join), st.data())
def test_any_span_leads_back_to_what_evens_out_to_it(text: str, data: st.DataObject):
    evened = even(text)
    if not evened.text:
        return
    start = data.draw(st.integers(0, len(evened.text) - 1))
    end = data.draw(st.integers(start + 1, len(evened.text)))
    place = evened.place(Span(start, end))
    assert 0 <= place.start < place.end <= len(text)
    assert evened.text[start:end] in even(text[place.start : place.end]).text
