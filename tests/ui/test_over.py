"""What lies over the text for now: suggestions, and the keys of a jump."""

import pytest
from drawing import drawn, play
from painting import framed, inked, shown, sitting, text_rows

from annotator.ui.ink import Ink
from annotator.ui.theme import DARK, LIGHT, PLAIN, look


def inks(drawing, keys="", columns=80):
    """Return the first row of the article with its inks, after some keys."""
    return inked(framed(play(drawn(drawing), keys).session, columns, 24)[1])


def test_a_suggestion_has_an_ink_of_its_own_and_reflows_nothing():
    plain = text_rows(sitting(drawn("The |quick brown fox ran.")))
    session = drawn("The |quick brown fox ran.\n? actor: brown fox")
    assert text_rows(sitting(session)) == plain
    row = inks("The |quick brown fox ran.\n? actor: brown fox")
    assert "{offer blue:brown fox}" in row


def test_the_margin_names_what_is_suggested():
    row = shown(framed(drawn("|The quick fox ran.\n? actor: fox\n- actor: quick"), 100, 24)[1])
    assert row.split() == ["▌", "1", "The", "quick", "fox", "ran.", "actor", "actor?"]


def test_what_was_decided_is_no_longer_shown_as_suggested():
    given = "|The fox ran. A fox sat.\n? actor: fox\n? actor: fox #2"
    assert "actor? actor?" in shown(framed(drawn(given), 100, 24)[1])
    after = play(drawn(given), "tab A").session
    assert "actor actor?" in shown(framed(after, 100, 24)[1])
    hidden = play(drawn(given), "I").session
    assert "actor" not in shown(framed(hidden, 100, 24)[1])


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_the_keys_of_a_jump_hide_no_word_and_reflow_nothing(columns):
    session = drawn("|" + "One two, “three” four-and five, (six) seven eight nine ten " * 4)
    before = [shown(row) for row in framed(session, columns, 24)[1:12]]
    after = [shown(row) for row in framed(play(session, "G f").session, columns, 24)[1:12]]
    changed = [
        old
        for olds, news in zip(before, after, strict=True)
        for old, new in zip(olds, news, strict=True)
        if old != new
    ]
    assert changed
    assert not [old for old in changed if old.isalnum()]


def test_a_key_of_a_jump_stands_on_the_blank_or_mark_before_its_word():
    row = framed(play(drawn("|The fox, the ferret, “fish” ran."), "G f").session, 80, 24)[1]
    assert shown(row)[5:].startswith("Theffox, thejferret, dfish” ran.")
    assert [piece.text for piece in row if piece.ink.role == "jump"] == ["f", "j", "d"]


def test_a_key_for_the_first_word_of_a_row_stands_in_the_gutter():
    row = framed(play(drawn("|Fox, fish, ferret."), "G f").session, 80, 24)[1]
    assert shown(row).startswith("▌ 1 fFox,")


@pytest.mark.parametrize("keys", ["G", "V", "G space"])
def test_without_blanks_no_key_hides_what_was_not_typed(keys):
    session = drawn("发言人王文斌周二回应，|边境事件“越界”、演习。外交部表示，克制。")
    before = shown(framed(session, 80, 24)[1])
    row = framed(play(session, keys).session, 80, 24)[1]
    assert [piece for piece in row if piece.ink.role == "jump"]
    assert [char for char in before if char.isalnum() and char not in shown(row)] == []


def test_over_a_wide_character_a_key_takes_as_many_cells():
    before = framed(drawn("|雨天雨衣。"), 80, 24)[1]
    row = framed(play(drawn("|雨天雨衣。"), "G 雨").session, 80, 24)[1]
    assert sum(piece.cells for piece in row) == sum(piece.cells for piece in before) == 80
    assert shown(row).startswith("▌ 1 f雨天j 衣。")


@pytest.mark.parametrize("theme", [DARK, LIGHT, PLAIN], ids=lambda theme: theme.name)
def test_a_suggestion_looks_unlike_an_annotation(theme):
    looks = [
        look(Ink("text"), theme),
        look(Ink("text", "blue", 1), theme),
        look(Ink("text", "blue", 1, opens=True), theme),
        look(Ink("text", offer="blue"), theme),
        look(Ink("text", "blue", 1, offer="blue"), theme),
        look(Ink("text", hit=True), theme),
        look(Ink("jump"), theme),
    ]
    assert len(set(looks)) == len(looks)
