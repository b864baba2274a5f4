"""Words and graphemes; `[` and `]` stand around words in the drawings."""

import re
import sys
from itertools import pairwise

import pytest

from annotator.text import word
from annotator.text.word import graphemes, words

FAMILY = "👨\u200d👩\u200d👧"


@pytest.fixture(autouse=True)
def without_dictionaries(monkeypatch):
    monkeypatch.setitem(sys.modules, "icu4py", None)
    word._dictionary_split.cache_clear()
    yield
    word._dictionary_split.cache_clear()


def check(language, drawing):
    text = re.sub(r"[\[\]]", "", drawing)
    assert [text[start:end] for start, end in words(text, language)] == re.findall(
        r"\[(.*?)\]", drawing
    )


@pytest.mark.parametrize(
    "drawing",
    [
        "",
        " … – ! ",
        "[The] [quick] [fox].",
        "[Al-Qaeda] [in] [Deir] [ez-Zor] – [or] [so]—[they] [say]",
        "[U.S.-led] [in] [the] [U.S.] [at] [5] [p.m.], [e.g.] [at] [home].",
        "[army’s] [don't] [soldiers]’ ‘[quoted]’ ’[90s]",
        "[1,200.50] [dollars], $[100], [50]%, [3.5]°, [1\u202f000], [½]",
        "[the] [city].[The] [next], [but] [example.com], [Ph.D.]",
        "[snake_case] @[user] #[tag] [a]/[b] [x]@[y.org]",
        "-[leading] [trailing]- [a]--[b]",
        f"[{FAMILY}] [🇬🇧][🇫🇷] [👍🏽] [❤\ufe0f] [1\ufe0f\u20e3] ☞ ©",
        "[e\u0301te\u0301] [cafe\u0301-bar] [a\u00adb] [x]\u200b[y]",
        "[مرحبا] [بالعالم]، [حقّها]",
        "[क्षि] [नमस्ते]",
        "[北][京][カタカナ][한국어]",
        "\u202f[fermé]\u202f; [40]\u202f%",
        "[a]\ud800[b]",
    ],
)
def test_words(drawing):
    check("en", drawing)


@pytest.mark.parametrize(
    "language, drawing",
    [
        ("fr", "[l’][État] [d’][Assad] [qu’][on] [aujourd’hui] [s’][est-il]"),
        ("it", "[dell'][Italia] [un’][altra] [po’]".replace("[po’]", "[po]’")),
        ("ca", "[l'][Ajuntament] [d’][aquí]"),
        ("en", "[l’État] [don’t]"),
    ],
)
def test_articles_before_an_apostrophe(language, drawing):
    check(language, drawing)


def test_words_of_a_dictionary(monkeypatch):
    monkeypatch.delitem(sys.modules, "icu4py")
    pytest.importorskip("icu4py", reason="pip install 'annotate-news[cjk]'")
    check("zh", "[我][住在][北京]👩".replace("👩", "[👩]"))


@pytest.mark.parametrize(
    "pieces",
    [
        [],
        ["a", "b", "\xe9"],
        ["a", "\r\n", "b", "\n", "\n", "\r", "\r\n", "\r"],
        ["e\u0301", "x\u0301\u0323"],
        [FAMILY, "🇬🇧", "🇫🇷", "👍🏽", "1\ufe0f\u20e3", "🇬", " "],
        ["각", "\u1100\u1161\u11a8", "क्षि", "ကာ", "န်"],
        ["\n", "\u0301", " \u0301"],
        ["\ud800", "a"],
    ],
)
def test_graphemes(pieces):
    text = "".join(pieces)
    assert [text[a:b] for a, b in pairwise((*graphemes(text), len(text)))] == pieces
