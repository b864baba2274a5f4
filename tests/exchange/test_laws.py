"""Laws: whatever the text and the spans, what a format has written comes back on its words."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from samples import written

from annotator.exchange.flat import flat
from annotator.exchange.formats import FORMATS
from annotator.exchange.incoming import Incoming
from annotator.exchange.merging import Terms, merge
from annotator.exchange.tokens import tokens
from annotator.exchange.units import from_utf16, to_utf16
from annotator.marking.annotation import Annotation
from annotator.session.moment import Moment
from annotator.text.read import read_article
from annotator.text.span import Span

BOTH_WAYS = [known for known in FORMATS.values() if known.read and not known.extra]
SIGNS = st.characters(exclude_categories=["Cs"]) | st.sampled_from(
    "  \n\r\t\u2028\u00a0😀é\u0301-,"
)
WORDS = st.text(SIGNS, min_size=1, max_size=40).filter(lambda text: "\0" not in text)
LABELS = st.sampled_from(["claim", "source", "a-b_c"])


@st.composite
def marked(draw):
    """A text, and annotations on any spans of it."""
    text = draw(WORDS)
    made = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        label = draw(LABELS)
        quote = text[start:end]
        made.append(
            Annotation(id=f"i{number}", label=label, start=start, end=end, quote=quote, by="ana")
        )
    return text, made


def bare(annotation):
    """Return place and label without outer white space."""
    words = annotation.quote
    start = annotation.start + len(words) - len(words.lstrip())
    return start, start + len(words.strip()), annotation.label


@given(marked(), st.sampled_from(BOTH_WAYS))
def test_what_a_format_wrote_comes_back(annotated, given_marked, chosen):
    text, made = given_marked
    try:
        article = read_article("seeds/a.txt", text.encode())
    except Exception:  # noqa: BLE001 - such bytes are no text to us
        return
    if article.text != text:
        return
    told, ledger = written(chosen, annotated(article, ana=made))
    found = []
    for record in chosen.reader()(told):
        assert isinstance(record, Incoming), record
        terms = Terms({"": "ana", "ana": "ana"}, "import:x", Moment(1, 2), "b")
        merged = merge(record, article, {"ana": {}}, terms)
        assert merged.refusals == []
        found += [event.record for events in merged.events.values() for event in events]
    for annotation in found:
        assert text[annotation.start : annotation.end] == annotation.quote
    whole = sorted(bare(annotation) for annotation in made if annotation.quote.strip())
    back = sorted(bare(annotation) for annotation in found if annotation.quote.strip())
    if chosen.holds.edges:
        assert sorted(a.quote for a in found) == sorted(a.quote for a in made)
    if chosen.holds.overlaps:
        assert back == whole
    else:
        lost = sum(loss.count for loss in ledger.losses if loss.fate.startswith("left out"))
        assert len(found) + lost == len(made)
        assert set(back) <= set(whole)


@given(WORDS)
def test_utf_16_units_are_those_of_the_codec(text):
    there, back = to_utf16(text), from_utf16(text)
    for offset in range(len(text) + 1):
        assert there(offset) == len(text[:offset].encode("utf-16-le")) // 2
        assert back(there(offset)) == offset


@given(marked())
def test_tokens_give_the_text_back_and_every_edge_lies_between_two(given_marked):
    text, made = given_marked
    spans = [Span(*bare(annotation)[:2]) for annotation in made if annotation.quote.strip()]
    cut = tokens(text, spans)
    assert "".join(text[t.start : t.end] + " " * t.ws for t in cut) == text
    starts, ends = {t.start for t in cut}, {t.end for t in cut}
    assert all(span.start in starts and span.end in ends for span in spans)


@given(marked())
def test_of_overlapping_spans_the_longest_stays(given_marked):
    _, made = given_marked
    kept = flat(made)
    for one, other in pairwise(kept):
        assert one.end <= other.start
    for annotation in made:
        rivals = [other for other in kept if other.span.overlaps(annotation.span)]
        assert annotation in kept or any(
            other.span.length >= annotation.span.length for other in rivals
        )
