"""Keys mean what they mean in the order they were typed, however fast, however slow the screen."""

from random import Random

import pytest
from window import ENTER, ESCAPE, RIGHT, TAB, Project

PASTE = "\x1b[200~{}\x1b[201~"


@pytest.fixture
def three(news: Project) -> Project:
    """A project with two more articles."""
    news.write("seeds/raqqa.txt", "Raqqa was quiet on Sunday.\n")
    news.write("seeds/tartus.txt", "Tartus was quiet on Sunday.\n")
    return news


def test_keys_typed_before_the_first_frame(news: Project):
    window = news.open()
    window.until(b"Kamenik")
    window.send(f"a{RIGHT}l}}{RIGHT}s")
    window.shows("3 saved")
    tags = [("actor", "Kamenik"), ("location", "fell"), ("source", "Observatory")]
    assert news.quotes() == tags


@pytest.mark.parametrize(
    "keys, tags",
    [
        ("Ja", [("actor", "Raqqa")]),
        ("JJa", [("actor", "Tartus")]),
        ("Da", [("actor", "Raqqa")]),
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
    window.send("aNhe said so\r")
    window.shows("note: he said so")
    assert [record["note"] for record in news.exported()] == ["he said so"]


def test_the_list_opens_what_was_typed_however_fast(three: Project):
    window = three.opened()
    window.shows("1 of 3")
    window.send("Otart\r")
    window.shows("3 of 3")
    window.send("a")
    window.shows("1 saved")
    assert three.quotes() == [("actor", "Tartus")]


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
    window = news.opened()
    window.type("}", "a", "{", TAB, ENTER)
    window.settled()
    assert news.quotes() == [("actor", "The")]
