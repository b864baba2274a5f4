"""Where incoming annotations go: on their words, and on no others."""

import pytest

from annotator.exchange.incoming import Incoming, IncomingAnnotation
from annotator.exchange.placing import How, Place, Placing, find_again

TEXT = "Kamenik fell, the army said. The army left. The Observatory denied it.\n"


def place(article, record, **told):
    given = {"label": "actor", "start": -1, "end": -1, **told}
    return Placing(Incoming(line=1, **record), article(TEXT)).place(IncomingAnnotation(**given))


@pytest.mark.parametrize(
    "told, expected",
    [
        ({"start": 0, "end": 7, "quote": "Kamenik"}, Place(0, 7)),
        ({"start": 0, "end": 7}, Place(0, 7)),
        ({"start": 2, "end": 9, "quote": "Kamenik"}, "“Kamenik” is not found"),
        (
            {"start": 2, "end": 9, "quote": "Kamenik", "suffix": " fell, the"},
            Place(0, 7, How.MOVED),
        ),
        ({"start": 2, "end": 9, "quote": "Kamenik", "suffix": " stands, an"}, "“Kamenik” is not"),
        ({"start": 2, "end": 9, "quote": "army", "suffix": " left. Th"}, Place(33, 37, How.MOVED)),
        ({"start": 2, "end": 9, "quote": "army", "prefix": "e "}, "“army” is not found"),
        ({"quote": "Observatory"}, Place(48, 59, How.MOVED)),
        ({"quote": "army"}, "“army” is not found"),
        ({"start": 3, "end": 9, "quote": "The Observatory denied it."}, Place(44, 70, How.MOVED)),
        ({"start": 60, "end": 99}, "60-99 lies beyond the text, which has 71 characters"),
        ({"start": 9, "end": 3}, "9-3 holds nothing"),
        ({}, "neither offsets nor words tell where it is"),
    ],
)  # fmt: skip
def test_a_record_without_a_text(article, told, expected):
    found = place(article, {"article": "seeds/a.txt"}, **told)
    assert found == expected or (isinstance(found, str) and found.startswith(str(expected)))


def test_a_record_with_another_text(article):
    other = {"text": "In truth: " + TEXT.replace("left", "went")}
    assert place(article, other, start=10, end=17) == Place(0, 7, How.MOVED)
    assert place(article, other, start=43, end=47) == Place(33, 37, How.MOVED)
    assert place(article, other, start=48, end=52).startswith("“went” is not found")


def test_an_orphan_of_the_same_file_stays_one(article):
    sha256 = article(TEXT).sha256
    told = {"start": 3, "end": 9, "quote": "nowhere", "orphan": True}
    assert place(article, {"sha256": sha256}, **told) == Place(3, 9, How.ORPHAN)
    assert isinstance(place(article, {"sha256": "another"}, **told), str)


def test_white_space_that_was_made_up(article):
    loose = {"text": " ".join(TEXT.split(" ")).replace(" ", "\n\n"), "loose": True}
    at = loose["text"].index("Observatory")
    assert place(article, loose, start=at, end=at + 11) == Place(48, 59)
    assert "holds nothing" in place(article, loose, start=at, end=at)
    changed = {**loose, "text": loose["text"].replace("army", "navy")}
    assert "not those of the article" in place(article, changed, start=at, end=at + 11)


def test_the_best_of_many_places_must_be_clearly_the_best():
    text = "a fox, a dog, a fox, a cat, a fox, an owl"
    assert find_again(text, "fox", "a ", ", a cat, a fox") == 16
    assert find_again(text, "fox", "a ", ", a") is None
    assert find_again(text, "cow", "", "") is None
    assert find_again("x" * 5000, "x", "", "") is None
