"""Display text: equal in length, and safe on a terminal."""

import pytest

from annotator.text.display import display, display_line

FAMILY = "👨\u200d👩\u200d👧"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    "text, shown",
    [
        # Commands to the terminal.
        ("\x1b]0;PWN\x07", "␛]0;PWN␇"),
        ("\x1b[2J\x00\x08\x7f", "␛[2J␀␈␡"),
        ("\x9b31m\x9d\x85", "▯31m▯▯"),
        ("\v\f", "␋␌"),
        # Blanks.
        ("a\tb\nc\r\nd", "a b c  d"),
        ("a\u00a0b\u202fc\u2007d", "a\u00a0b\u00a0c\u00a0d"),
        ("a\u2003b\u1680c\u3000d", "a b c\u3000d"),
        ("a\u2028b\u2029c", "a▯b▯c"),
        # What turns the direction of writing, or is not seen.
        ("\u202eabc\u202c \u2066\u2069\u200e\u200f\u061c", "▯abc▯ ▯▯▯▯▯"),
        ("\ufeffa\u00adb\u200bc\u2060d", "∙a∙b∙c∙d"),
        ("\u3164\uffa0\u115f", "▯▯▯"),
        # What is no character, or no one's.
        ("\ud800 \ufdd0 \uffff \ue000 \U000f0000 \u0378", "▯ ▯ ▯ ▯ ▯ ▯"),
        # Joiners.
        ("a\u200db", "a∙b"),
        ("Auf\u200clage", "Auf∙lage"),
        (f"{FAMILY}👨\u200d", f"{FAMILY}👨∙"),
        ("👩" + "\u200d👩" * 10, "👩" + "\u200d👩" * 8 + "∙👩\u200d👩"),
        ("می\u200cخواهم \u200cم", "می\u200cخواهم ∙م"),
        ("ක්\u200dෂ", "ක්\u200dෂ"),
        # Variation selectors, skin tones, tags.
        ("❤\ufe0f a\ufe0f 1\ufe0f\u20e3 \ufe0f", "❤\ufe0f a∙ 1\ufe0f\u20e3 ∙"),
        ("葛\U000e0100 a\U000e0100", "葛\U000e0100 a▯"),
        ("👍🏽 a🏽 🏽", "👍🏽 a▯ ▯"),
        (SCOTLAND, SCOTLAND),
        ("hi\U000e0068\U000e0069", "hi▯▯"),
        ("🏴\U000e0068\U000e0069", "🏴▯▯"),
        # Combining marks.
        ("e\u0301\u0323", "e\u0301\u0323"),
        ("\u0301e", "▯e"),
        ("a \u0301 \n\u0301", "a ▯  ▯"),
        ("\u200b\u0301", "∙▯"),
        ("a" + "\u0301" * 20, "a" + "\u0301" * 16 + "▯" * 4),
        # Hangul in parts.
        ("\u1112\u1161\u11ab", "\u1112\u1161\u11ab"),
        ("\u1161\u11ab", "▯▯"),
        # Text as people write it.
        ("He said “no” – twice… ", "He said “no” – twice… "),
        ("Привет, мир! 你好。こんにちは 한국어", "Привет, мир! 你好。こんにちは 한국어"),
        ("नमस्ते क्षि สวัสดี שָׁלוֹם حقّها", "नमस्ते क्षि สวัสดี שָׁלוֹם حقّها"),
        ("😀 🇬🇧 ☞ ① ¥", "😀 🇬🇧 ☞ ① ¥"),
        ("[red]x[/red]", "[red]x[/red]"),
        ("", ""),
    ],
)
def test_display(text, shown):
    assert display(text) == shown
    assert len(shown) == len(text)


def test_what_is_not_odd_is_not_even_copied():
    text = "He said “no” – twice…\u00a0"
    assert display(text) is text


def test_many_kinds_of_oddities_at_once():
    text = "".join(map(chr, range(32))) * 2
    assert display(text) == "".join(
        " " if char in "\t\n\r" else chr(0x2400 + ord(char)) for char in text
    )


@pytest.mark.parametrize(
    "text, limit, shown",
    [
        ("name.txt", 200, "name.txt"),
        ("a\nb\x1b", 200, "a b␛"),
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("abcdef", 1, "…"),
        ("abce\u0301f", 5, "abc…"),
        (f"ab{FAMILY}c", 5, "ab…"),
        ("", 5, ""),
    ],
)
def test_display_line(text, limit, shown):
    assert display_line(text, limit) == shown


def test_a_line_is_cut_at_200_unless_told():
    assert display_line("x" * 300) == "x" * 199 + "…"
