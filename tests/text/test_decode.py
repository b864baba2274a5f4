"""Decoding: never lossy, and what is not text is refused with a reason."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ArticleError
from annotator.text.decode import Decoded, decode

ENGLISH = "The ‘ceasefire’ held – for a café’s opening hours, the mayor’s office said. " * 3
RUSSIAN = "Президент заявил, что переговоры продолжатся на следующей неделе в столице. "
JAPANESE = "政府は火曜日、新しい方針を発表した。首相は記者会見で説明した。"
KOREAN = "정부는 화요일 새로운 방침을 발표했다. 대통령은 기자회견에서 설명했다. "


@pytest.mark.parametrize(
    "raw, expected",
    [
        pytest.param(b"", Decoded("", "utf-8", guessed=False), id="nothing"),
        pytest.param(b"a\r\nb", Decoded("a\r\nb", "utf-8", guessed=False), id="line ends stay"),
        pytest.param("né 中👩".encode(), Decoded("né 中👩", "utf-8", guessed=False), id="utf-8"),
        pytest.param(
            b"\xef\xbb\xbfa", Decoded("\ufeffa", "utf-8", guessed=False), id="its mark stays"
        ),
        pytest.param(
            "né".encode("utf-16"), Decoded("né", "utf-16", guessed=False), id="utf-16 with mark"
        ),
        pytest.param(
            b"\xfe\xff\x00a", Decoded("a", "utf-16", guessed=False), id="utf-16, big end first"
        ),
        pytest.param(
            "né".encode("utf-32"), Decoded("né", "utf-32", guessed=False), id="utf-32 with mark"
        ),
        pytest.param(
            ENGLISH.encode("utf-16-le"),
            Decoded(ENGLISH, "utf-16-le", guessed=True),
            id="utf-16 without mark",
        ),
        pytest.param(b"\x1b[31mred", Decoded("\x1b[31mred", "utf-8", guessed=False), id="escape"),
        pytest.param(
            b"\x1b$B\x1b]0;x\x07",
            Decoded("\x1b$B\x1b]0;x\x07", "utf-8", guessed=False),
            id="escape that only begins like Japanese",
        ),
        pytest.param(
            (ENGLISH + "\x1a").encode("cp1252"),
            Decoded(ENGLISH + "\x1a", "cp1252", guessed=True),
            id="end of file mark of DOS",
        ),
    ],
)
def test_encodings_that_are_told(raw, expected):
    assert decode(raw) == expected


@pytest.mark.parametrize(
    "text, encoding, told",
    [
        (ENGLISH, "cp1252", "cp1252"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jis_2004"),
        (JAPANESE, "iso2022_jp", "iso2022_jp_2"),
        (KOREAN, "iso2022_kr", "iso2022_kr"),
        (KOREAN, "euc_kr", "cp949"),
    ],
)
def test_encodings_that_are_guessed(text, encoding, told):
    assert decode(text.encode(encoding)) == Decoded(text, told, guessed=True)


@pytest.mark.parametrize(
    "raw, message",
    [
        (b"%PDF-1.7\n", "looks like a PDF, not text; convert it to text first"),
        (b"PK\3\4\0\0", "looks like a ZIP archive, or a Word"),
        (b"\xd0\xcf\x11\xe0\xa1", "looks like an old Word or Excel file"),
        (b"{\\rtf1\\ansi", "looks like a rich text"),
        (b"\x1f\x8b\x08", "looks like a gzip archive"),
        (b"\x89PNG\r\n", "looks like a PNG image"),
        (b"\xff\xd8\xff\xe0", "looks like a JPEG image"),
        (b"text\0more", "byte 4 is NUL"),
        ("не€é".encode() + b"\xff and on", "byte 9 (0xff) is not valid UTF-8, though"),
        ("Грузия".encode()[:-1], "byte 10 (0xd1) is not valid UTF-8, though"),
        (b"abc \xed\xa0\x80 def", "byte 4 (0xed) is not valid UTF-8, though"),
        (b"\xff\xfea", "begins with the mark of UTF-16, but byte 2"),
        (b"\x01\x02\xff\x81" * 50, "byte 2 (0xff) is not valid UTF-8"),
    ],
)
def test_what_is_refused_and_why(raw, message):
    with pytest.raises(ArticleError, match=re.escape(message)):
        decode(raw)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x1b")))
def test_utf8_comes_back_as_it_is(text):
    assert decode(text.encode()) == Decoded(text, "utf-8", guessed=False)


@given(st.binary())
def test_the_text_is_what_the_named_encoding_gives_or_there_is_none(raw):
    try:
        decoded = decode(raw)
    except ArticleError:
        return
    assert raw.decode(decoded.encoding) == decoded.text
