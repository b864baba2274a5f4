"""Keys mean what they mean in the order they were typed, however fast, however slow the screen."""

import signal
from random import Random

import pytest
from window import BACKSPACE, DOWN, ENTER, ESCAPE, LEFT, RIGHT, TAB, UP, Project

PASTE = "\x1b[200~{}\x1b[201~"
PAGE_UP, PAGE_DOWN = "\x1b[5~", "\x1b[6~"
CLICK = "\x1b[<0;20;2M\x1b[<0;20;2m"
FOCUS_LOST, FOCUS_HAD = "\x1b[O", "\x1b[I"
MONKEY = (
    *"aclst0123HEJKODMZT?:/NFBUYC@`'\"|#;^$[]{}<>(),.=-+_",
    *(UP, DOWN, LEFT, RIGHT, ESCAPE, ENTER, TAB, BACKSPACE, " ", PAGE_UP, PAGE_DOWN),
    *("word", "é", "漢", "\x03", "\x10", "\x1a", PASTE.format("word"), "\x1b[1;2C", "\x1b[1;2A"),
    *(CLICK, "\x1b[<0;9;3M", "\x1b[<32;40;3M", "\x1b[<64;20;5M", FOCUS_LOST, FOCUS_HAD),
)
"""Keys, the mouse, a paste, the focus: all but Q."""


@pytest.fixture
def three(news: Project) -> Project:
    """A project with two more articles."""
    news.write("seeds/lethany.txt", "Lethany was quiet on Sunday.\n")
    news.write("seeds/sarvany.txt", "Sarvany was quiet on Sunday.\n")
    return news


def test_keys_typed_before_the_first_frame(news: Project):
    window = news.open()
    window.until(b"Kamenik")
    window.send(f"a{RIGHT}l}}{RIGHT}s")
    window.shows("3 saved")
    tags = [("actor", "Kamenik"), ("location", "fell"), ("source", "The Observatory")]
    assert news.quotes() == tags


def test_a_choice_from_the_list_typed_before_the_first_frame(three: Project):
    window = three.open()
    window.until(b"Kamenik")
    window.send("Osarv\r")
    window.shows("3 of 3")


def test_a_step_to_the_next_article_typed_before_the_first_frame(three: Project):
    window = three.open()
    window.until(b"Kamenik")
    window.send("Ja")
    window.shows("1 saved")
    assert three.quotes() == [("actor", "Lethany")]


@pytest.mark.parametrize(
    "keys, tags",
    [
        ("Ja", [("actor", "Lethany")]),
        ("JJa", [("actor", "Sarvany")]),
        ("Da", [("actor", "Lethany")]),
        ("/army\ra", [("actor", "army")]),
        ("/army\r/denied\ra", [("actor", "denied")]),
        (f"/army{ESCAPE}", []),
        ("?acls", []),
        ("Oacls", []),
        (":acls", []),
    ],
)
def test_in_one_burst(three: Project, keys: str, tags: list):
    """Nothing acts on the article that was left, or beneath the screen that was opened."""
    window = three.opened()
    window.shows("1 of 3")
    window.send(keys)
    window.settled(0.4)
    assert three.quotes() == tags


def test_a_note_in_one_burst(news: Project):
    window = news.opened()
    window.send("aWhe said so\r")
    window.shows("note: he said so")
    assert [record["note"] for record in news.exported()] == ["he said so"]


def test_the_list_opens_what_was_typed_however_fast(three: Project):
    window = three.opened()
    window.shows("1 of 3")
    window.send("Osarv\r")
    window.shows("3 of 3")
    window.send("a")
    window.shows("1 saved")
    assert three.quotes() == [("actor", "Sarvany")]


def test_pasting_presses_no_keys(news: Project):
    """Not even what follows an Escape in what is pasted."""
    window = news.opened()
    window.send(PASTE.format("acls\x1bacls\x1b[Ca\rQ"))
    window.shows("pasted text is not taken as keys")
    window.settled()
    assert window.counted() == 0
    window.send("/")
    window.send(PASTE.format("denied\x1b]52;c;b3duZWQ=\x07\x9b2J"))
    window.settled()
    assert "\x9b" not in window.output.decode()
    window.send(ESCAPE)
    window.settled()
    window.send("a")
    window.shows("1 saved")
    assert news.quotes() == [("actor", "Kamenik")]


def test_a_storm_of_new_sizes_while_typing(news: Project):
    news.write("seeds/kamenik.txt", "\n\n".join(f"Word{n} and more." for n in range(40)))
    chance = Random(7)
    window = news.opened()
    for _ in range(40):
        window.resize((chance.randrange(40, 200), chance.randrange(10, 60)))
        window.type("a", "}")
        window.read(quiet=0.005)
    window.resize((100, 30))
    window.shows("40 saved")
    rows = window.settled()
    assert sorted(news.quotes()) == sorted(("actor", f"Word{n}") for n in range(40))
    assert rows[0].startswith(" seeds/kamenik.txt")
    assert "▌40  Word39 and more." in "\n".join(rows)


def test_a_terminal_that_becomes_too_small_and_large_again(news: Project):
    window = news.opened()
    for size in ((1, 1), (5, 2), (39, 9), (300, 100), (100, 30)):
        window.resize(size)
        window.type("a")
        window.settled()
    assert "Kamenik fell, the army said." in window.screen()[1]
    window.type("Q")
    assert window.ends()[0] == 0


def test_tab_is_no_label_and_leads_to_annotations(news: Project):
    window = news.opened("seeds", "--no-suggestions")
    window.type("}", "a", "{", TAB, ENTER)
    window.settled()
    assert news.quotes() == [("actor", "The Observatory")]


def test_tab_leads_to_suggestions_and_one_key_accepts(news: Project):
    window = news.opened()
    window.shows("source?")
    window.type(TAB)
    window.shows("? from rules")
    window.type("A")
    window.shows("1 saved")
    assert [record["origin"] for record in news.exported()] == ["suggestion:rules"]


@pytest.mark.parametrize(
    "keys",
    [
        f":zzzz{PAGE_DOWN}{PAGE_UP}{UP}{DOWN}{ENTER}{ENTER}",
        f"O{ENTER}{ENTER}{ENTER}",
        f"/{CLICK}Kamenik{CLICK}{ENTER}",
        f"{FOCUS_LOST}/army{ENTER}W{FOCUS_HAD}note{ENTER}",
    ],
)
def test_it_goes_on_after(three: Project, keys: str):
    """Each of these ended the program once, or stopped it for good."""
    window = three.opened()
    for key in (keys, ESCAPE, ESCAPE, ESCAPE):
        window.send(key)
        window.settled(0.1)
    window.send("Q")
    code, said = window.ends()
    assert code == 0, said[-500:]


@pytest.mark.parametrize("seed", range(2))
def test_a_monkey_cannot_stop_it(three: Project, seed: int):
    """Whatever is typed, a signal ends it in order, and what it saved is sound."""
    chance = Random(seed)
    window = three.opened(size=(chance.randrange(40, 160), chance.randrange(10, 50)))
    for _ in range(80):
        window.type(chance.choice(MONKEY))
        if chance.random() < 0.1:
            window.settled(0.02)
    window.settled(0.6)
    if window.waited() is None:
        window.kill(signal.SIGTERM)
    assert window.ends()[0] in (0, 143)  # It may have found `quit`, and be leaving already.
    assert "Internal fault" not in window.output.decode()
    result = three.run("check")
    assert result.returncode == 0, result.stdout
