"""Header, status and hints: what is left out when it is narrow."""

import pytest
from drawing import KEYMAP, drawn, play
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from painting import inked, shown

from annotator.session.session import Mode
from annotator.text.article import Article
from annotator.ui.chrome import Saving, header, hints, key_name, status

FOX = drawn("The |quick fox.\n\nIt jumps.\n- actor: quick")
DISK_FULL = "disk full; free some space"


def said(session=FOX, columns=80, *saving):
    """Return the status row."""
    return shown(status(session, Saving(*saving), columns))


@pytest.mark.parametrize(
    "columns, expected",
    [
        (70, "              paragraph 1 of 2 · 0 reviewed · 1 annotation · 14 saved · ana "),
        (62, "     paragraph 1 of 2 · 1 annotation · 14 saved · ana "),
        (45, "           paragraph 1 of 2 · 14 saved · ana "),
        (33, "                  14 saved · ana "),
        (15, "      14 saved "),
        (11, "  14 saved "),
    ],
)
def test_the_status_leaves_out_what_is_worth_least(columns, expected):
    assert said(FOX, columns, 14).strip() == expected.strip()


def test_a_message_pushes_facts_out_but_not_the_count():
    session = FOX.saying("3 mentions of the same name were found and tagged too")
    assert said(session, 80, 14) == (
        " 3 mentions of the same name were found and tagged too           14 saved · ana "
    )
    assert said(session, 40, 14) == " 3 mentions of the same name … 14 saved "


@given(st.text(max_size=300), st.integers(40, 200), st.integers(0, 10**6))
def test_the_count_of_saved_changes_is_never_pushed_out(message, columns, count):
    assert f"{count} saved" in said(FOX.saying(message), columns, count)


@pytest.mark.parametrize(
    "session, expected",
    [
        (FOX, ""),
        (drawn("The [quick fox|]."), "selected 9 characters"),
        (replace(drawn("The [quick fox|]."), mode=Mode.EXTEND), "selecting, 9 characters"),
        (FOX.saying("a word"), "a word"),
    ],
)
def test_on_its_left_the_message_or_the_selection(session, expected):
    assert said(session, 120).split("  ")[0].strip() == expected


def test_while_it_is_saving():
    assert "· saving 3… · ana" in said(FOX, 80, 14, 3)


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_not_saved_is_shown_with_its_cause(columns):
    row = status(FOX.saying("actor"), Saving(14, 3, DISK_FULL), columns)
    assert row[0].ink.role == "alert"
    assert shown(row).startswith(f" NOT SAVED (3): {DISK_FULL}"[: columns - 10])
    assert "14 saved" not in shown(row)


def test_the_header():
    assert shown(header(FOX, "", 40)) == " drawn.txt" + " " * 30
    assert shown(header(FOX, "3 of 40", 40)) == " drawn.txt" + " " * 22 + "3 of 40 "


def test_the_header_says_what_is_special():
    article = FOX.article
    guessed = Article("x.txt", article.text, "", "cp1252", True, article.paragraphs)
    session = replace(play(FOX, "D").session, article=guessed, read_only="bob has it open")
    facts = "3 of 40 · done · read as cp1252 (guessed) · READ ONLY "
    assert shown(header(session, "3 of 40", 80)).endswith(facts)
    assert shown(header(session, "3 of 40", 40)) == " x.txt 3 of 40 · done · read as cp1252 …"


def hinted(session, columns=200):
    """Return the row of hints."""
    return shown(hints(session, KEYMAP, lambda _: "blue", columns))


@pytest.mark.parametrize(
    "drawing, command, expected",
    [
        ("The |quick fox.", "", ["select.extend", "jump.word", "review.next", "find.search"]),
        ("The |quick fox.\n? actor: fox", "", ["suggestion.next", "jump.word"]),
        ("The |quick fox.\n- actor: quick", "", ["annotation.mentions", "annotation.remove"]),
        ("The [quick fox|].", "", ["jump.extend", "select.grow", "select.swap", "select.clear"]),
        ("The |quick fox.", "select.extend", ["select.swap", "select.extend", "select.clear"]),
        ("The |quick fox.\n- actor: quick", "annotation.relabel", ["select.clear"]),
    ],
)
def test_hints_are_those_of_the_state(drawing, command, expected):
    session = play(drawn(drawing), KEYMAP.key(command)).session
    row = hinted(session)
    assert row.startswith(" a actor  l location  s source  c claim  q saying  e event  p lead  ")
    titles = {c.id: f" {key_name(KEYMAP.key(c.id))} {c.title}  " for c in KEYMAP.commands}
    assert [name for name in expected if titles[name] not in row] == []


def test_with_a_suggestion_in_hand_its_keys_come_first():
    session = play(drawn("The |quick fox.\n? actor: fox"), "tab").session
    assert hinted(session, 80).startswith(
        " A accept  X refuse  * all mentions  Tab next suggestion  a actor  "
    )
    swept = play(drawn("The |quick fox.\n? actor: fox"), "S").session
    assert "S sweep  a actor" in hinted(swept)


def test_during_a_jump_no_key_but_letters_means_anything():
    session = play(drawn("The |fox, the ferret."), "G f").session
    assert hinted(session, 80).rstrip() == (
        " type the word, or the key beside it  Esc ends the jump"
    )


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_help_is_always_hinted_at(columns):
    assert hinted(FOX, columns).rstrip().endswith("? help")
    assert len(hinted(FOX, columns)) == columns


def test_keys_of_labels_have_their_colour():
    row = hints(FOX, KEYMAP, lambda name: {"actor": "blue"}.get(name, "grey"), 80)
    assert inked(row).startswith(" {blue:a} actor  {grey:l} location  ")
    narrow = hints(FOX, KEYMAP, lambda name: {"actor": "blue"}.get(name, "grey"), 60)
    assert inked(narrow).startswith(" {blue:a} {grey:l} ")
    assert "labels  * all mentions  W note  ? help" in shown(narrow)


def test_while_something_is_typed_keys_are_letters():
    row = hints(FOX, KEYMAP, lambda _: "blue", 80, "typing")
    assert shown(row).rstrip() == " Enter keeps what is typed  Esc goes back"


def test_while_forms_of_a_name_are_visited_its_keys_come_first():
    text = "|The Adler Harbour Board (AHB) met. The AHB denied it."
    row = hinted(play(drawn(text), "N a *").session, 80)
    assert row.startswith(" A accept  X refuse  * pass  ! accept all here  Escape back  ")


def test_all_mentions_are_hinted_at_for_names_alone():
    claim = play(drawn("|The quick fox ran.\n? claim: The quick fox ran"), "tab").session
    assert "all mentions" not in hinted(claim)
    said = play(claim, "*").session.message
    assert said == "all mentions are those of a name; claim is none"


@pytest.mark.parametrize(
    "key, name",
    [
        ("a", "a"),
        ("?", "?"),
        ("space", "Space"),
        ("ctrl+p", "Ctrl+P"),
        ("shift+left", "Shift+Left"),
    ],
)
def test_key_names_for_people(key, name):
    assert key_name(key) == name
