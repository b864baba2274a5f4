"""What the folder and the environment may do to the program, and what they may not."""

import re
import sys

import pytest
from window import RIGHT, Project


def test_no_color(news: Project):
    window = news.opened(env={"NO_COLOR": "1"})
    window.type("a", RIGHT, "c", "O")
    window.shows("type to filter")
    window.type("\x1b")
    window.settled()
    window.type("?")
    window.shows("Esc closes")
    window.type("q")
    window.settled()
    window.type("Q")
    assert window.ends()[0] == 0
    codes = set(re.findall(r"\x1b\[([0-9;]*)m", window.output.decode()))
    numbers = {int(number) for code in codes for number in code.split(";") if number}
    assert numbers <= {0, 1, 2, 3, 4, 7, 21, 22, 23, 24, 27, 39, 49}


@pytest.mark.parametrize(
    "env, light",
    [({"COLORFGBG": "0;15"}, True), ({"COLORFGBG": "15;0"}, False), ({"NO_COLOR": ""}, False)],
)
def test_the_theme_that_suits_the_terminal(news: Project, env: dict, light: bool):
    window = news.opened(env=env)
    assert ("48;2;251;249;244" if light else "48;2;23;25;30") in window.output.decode()


def test_python_files_among_the_articles_are_never_run(news: Project):
    """`python -m` puts the current folder first on the path."""
    marker = news.home / "ran"
    trap = f"open({str(marker)!r}, 'a').write(__name__)\n"
    for name in (
        *("yaml", "textual", "rich", "regex", "click", "msgspec", "json", "rapidfuzz"),
        *("sitecustomize", "usercustomize", "filelock", "chardet"),
    ):
        news.write(f"{name}.py", trap)
        news.write(f"seeds/{name}.py", trap)
    window = news.opened("seeds", command=(sys.executable, "-m", "annotator"))
    window.type("a")
    window.shows("1 saved")
    assert not marker.exists()


def test_variables_of_textual_tag_nothing_and_write_nothing(news: Project):
    """Each of these did, or would have: they are for developers of Textual."""
    written = news.home / "written"
    written.mkdir()
    window = news.opened(
        env={
            "TEXTUAL_PRESS": "a,right,l",
            "TEXTUAL_LOG": str(written / "log"),
            "TEXTUAL_SCREENSHOT": "0",
            "TEXTUAL_SCREENSHOT_LOCATION": str(written),
            "TEXTUAL_DRIVER": "no_such_module:Driver",
            "TEXTUAL": "debug,devtools",
            "TEXTUAL_COLOR_SYSTEM": "bogus",
        }
    )
    window.type(RIGHT, "s")
    window.shows("1 saved")
    window.type("Q")
    assert window.ends()[0] == 0
    assert news.quotes() == [("source", "fell")]
    assert list(written.iterdir()) == []


def test_where_it_stopped_it_goes_on(news: Project):
    news.write("seeds/lethany.txt", "Lethany was quiet.\n\nSo was Marnov.\n")
    window = news.opened()
    window.shows("1 of 2")
    window.type("J")
    window.shows("lethany")
    window.type("}")
    window.type("Q")
    window.ends()
    window = news.opened()
    assert "lethany.txt" in window.screen()[0]
    assert "paragraph 2 of 2" in window.screen()[-2]


def test_no_home_no_state(news: Project):
    """A home that cannot be written costs bookmarks and the lock, not the work."""
    news.write("file", "")
    nowhere = str(news.root / "file" / "no")
    window = news.opened(env={"HOME": nowhere, "ANNOTATE_STATE_DIR": nowhere})
    window.type("a")
    window.shows("1 saved")
    window.type("Q")
    assert window.ends()[0] == 0
    assert news.quotes() == [("actor", "Kamenik")]
