"""Made-up articles and keys for the laws: small, and full of what goes wrong in real ones."""

from drawing import KEYMAP, SCHEMA, article_of
from hypothesis import strategies as st

from annotator.text.article import Article
from annotator.text.blank import BLANKS

QUESTIONS = ("/ <fox>", "W <a note>")
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
PIECES = (
    *("a", "fox", "The", "Mr. Fox", "U.S.-led", "don't", "1,200.50", "said", "and", "because"),
    *(" ", " ", " ", "  ", "\t", "\xa0", "\u200b", "\ufeff", "\u3000"),
    *("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028"),
    *(".", ". ", "? ", ", ", "; ", " – ", "…", "***"),
    *("“", "”", "‘", "’", '"', "'", "«", "»", "(", ")", "[", "|"),
    *("cafe\u0301", "\u0301", " \u0301", "\u0600", "\u0600 ", "\u200d", "\xad"),
    *(FAMILY, "🇫🇷", "🇫", "👍🏽", "❤\ufe0f"),
    *("他說今天下雨。", "「雨」", "ウクライナ", "한국어", "\u1112\u1161\u11ab", "ไทย"),
    *("שלום", "عاجل", "\u200f", "\u202e", "e\u0323\u0301", "नमस्ते"),
)
long_texts = st.lists(st.sampled_from(PIECES), min_size=6, max_size=25).map("".join)
odd_texts = st.one_of(
    st.text(BLANKS, max_size=3),
    st.sampled_from(PIECES),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x1b"), max_size=20),
)
texts = st.one_of(long_texts, long_texts.map(str), long_texts.map(str.strip), odd_texts)
label_keys = [label.key for label in SCHEMA.labels]
keys = st.sampled_from([*KEYMAP.by_key, *label_keys, *label_keys, *"CUY", "f5", *QUESTIONS])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Return an article of made-up text; also one of blanks, of one character, of nothing."""
    return article_of(draw(texts))


def key_lists(most: int = 30) -> st.SearchStrategy[list[str]]:
    """Return lists of keys, some of which mean nothing."""
    return st.lists(keys, max_size=most // 4) | st.lists(keys, min_size=most // 3, max_size=most)
