"""The desk: neighbours of an article, where to begin, what to warn of."""

import pytest
from drawing import KEYMAP, SCHEMA, drawn, play

from annotator.errors import ArticleError, Fault
from annotator.session.library import Opened, Progress
from annotator.session.request import OpenNeighbour
from annotator.ui.desk import SKIPPED, Desk

NEXT, BACK = OpenNeighbour(1), OpenNeighbour(-1)
UNFINISHED = OpenNeighbour(1, unfinished=True)
TEXT = "The quick fox.\n\nIt jumps.\n\nIt sleeps."


class Shelf:
    """A library of some names; some articles are done, some cannot be read."""

    annotator = "ana"

    def __init__(self, names, done="", broken=""):
        self.names = tuple(names)
        self._done = done
        self._broken = broken

    def article_ids(self):
        return self.names

    def open(self, article_id):
        if article_id in self._broken:
            raise ArticleError(f"{article_id}: no text")
        return Opened(drawn(TEXT).article, drawn(TEXT).state)

    def progress(self, article_id):
        return Progress(done=article_id in self._done)


def desk(names="abcde", **facts):
    found = Desk(Shelf(names, **facts), SCHEMA, KEYMAP)
    found.list_articles()
    return found


@pytest.mark.parametrize(
    "here, request_, expected",
    [
        ("b", NEXT, "cde"),
        ("e", NEXT, ""),
        ("c", BACK, "ba"),
        ("a", BACK, ""),
        ("not in the list", NEXT, "abcde"),
    ],
)
async def test_neighbours(here, request_, expected):
    assert "".join(await desk().neighbours(here, request_)) == expected


@pytest.mark.parametrize(
    "here, done, expected",
    [
        ("b", "", "c"),
        ("b", "cd", "e"),
        ("b", "cde", "a"),
        ("b", "acde", ""),
        ("e", "", "a"),
        ("not in the list", "a", "b"),
    ],
)
async def test_the_next_unfinished_one(here, done, expected):
    assert "".join(await desk(done=done).neighbours(here, UNFINISHED)) == expected


async def test_not_all_of_a_long_list_is_tried():
    names = [f"{number:06}" for number in range(100_000)]
    assert len(await desk(names).neighbours("000007", NEXT)) == SKIPPED
    assert (await desk(names).neighbours("000100", BACK))[:2] == ("000099", "000098")
    assert len(await desk(names).neighbours("000100", BACK)) == SKIPPED


async def test_what_cannot_be_read_is_passed_over_and_told():
    opened, failures = await desk(broken="bc").open("bcd")
    assert opened is not None
    assert failures == ["b: no text", "c: no text"]
    assert await desk(broken="b").open("b") == (None, ["b: no text"])


def test_where_an_article_stands():
    assert desk().place("c") == "3 of 5"
    assert desk().place("x") == ""
    assert Desk(Shelf("ab"), SCHEMA, KEYMAP).place("a") == ""


def session(drawing=TEXT, offset=None, **facts):
    made = drawn(drawing)
    return desk().session(Opened(made.article, made.state, **facts), offset)


@pytest.mark.parametrize(
    "drawing, offset, start",
    [
        (TEXT, None, "The quick"),
        (f"{TEXT}\n- reviewed: 1", None, "It jumps"),
        (f"{TEXT}\n- reviewed: 1\n- reviewed: 2", None, "It sleeps"),
        (f"{TEXT}\n- reviewed: 2", None, "The quick"),
        (f"{TEXT}\n- reviewed: 1\n- reviewed: 2\n- reviewed: 3", None, "The quick"),
        (f"{TEXT}\n- reviewed: 1", 4, "quick"),
        (TEXT, 10**9, "."),
        (" \n ", None, ""),
    ],
)
def test_where_to_begin(drawing, offset, start):
    begun = session(drawing, offset)
    assert begun.article.text[begun.cursor :].startswith(start)


def test_an_article_that_was_left_is_taken_up_where_it_was_left():
    made, table = drawn(TEXT), desk()
    table.left_at[made.article.id] = TEXT.index("jumps")
    begun = table.session(Opened(made.article, made.state), None)
    assert begun.cursor == TEXT.index("jumps")
    assert table.session(Opened(made.article, made.state), 4).cursor == 4
    assert desk().left_at == {}


FAULT = Fault("a.jsonl", 3, 1, "not JSON")
ORPHAN = play(drawn("The |fox."), "a").session.state.annotations.ordered[0]


@pytest.mark.parametrize(
    "facts, said",
    [
        ({}, ""),
        ({"read_only": "bob has it open"}, "READ ONLY: bob has it open; Ctrl+L tries again"),
        (
            {"faults": (FAULT, FAULT)},
            "unreadable lines of the log, kept: 2; annotate check names them",
        ),
        (
            {"orphans": (ORPHAN,)},
            "annotations kept but not shown, their words being gone: 1",
        ),
        (
            {"read_only": "bob has it", "orphans": (ORPHAN,)},
            (
                "READ ONLY: bob has it; Ctrl+L tries again"
                " · annotations kept but not shown, their words being gone: 1"
            ),
        ),
    ],
)
def test_warnings(facts, said):
    assert session(**facts).message == said
    assert session(**facts).read_only == facts.get("read_only", "")


def test_an_article_of_blanks_is_warned_of():
    assert session(" \n ").message == "this article holds nothing but blanks"
