"""Where incoming annotations go: on their words, and on no others."""

import sys

import pytest

from annotator.exchange.incoming import Incoming, IncomingAnnotation
from annotator.exchange.placing import How, Place, Placing

TEXT = "Kamenik fell, the army said. The army left. The Observatory denied it.\n"
NOT_FOUND = "“{}” is not found by its words and context: the text differs"
LIKELY = "; it may be “{}” at {}, which `annotate import --suggestions FILE` keeps for review"


def place(article, record, *, may_look=False, **told):
    given = {"label": "actor", "start": -1, "end": -1, **told}
    placing = Placing(Incoming(line=1, **record), article(TEXT), may_look=may_look)
    return placing.place(IncomingAnnotation(**given))


def but_for(words, where, quote=None):
    return NOT_FOUND.format(quote or words) + LIKELY.format(words, where)


@pytest.mark.parametrize(
    "told, expected",
    [
        ({"start": 0, "end": 7, "quote": "Kamenik"}, Place(0, 7)),
        ({"start": 0, "end": 7}, Place(0, 7)),
        ({"start": 0, "end": 9, "quote": "Kamenik"}, Place(0, 7, How.QUOTE)),
        ({"start": 0, "end": 99, "quote": "Kamenik"}, Place(0, 7, How.QUOTE)),
        ({"start": 0, "end": 7, "quote": "Kamenik", "suffix": " fell, the"}, Place(0, 7)),
        ({"start": 2, "end": 9, "quote": "Kamenik"}, but_for("Kamenik", "0-7")),
        (
            {"start": 2, "end": 9, "quote": "Kamenik", "suffix": " fell, the"},
            Place(0, 7, How.MOVED),
        ),
        (
            {"start": 2, "end": 9, "quote": "Kamenik", "suffix": " stands, an"},
            but_for("Kamenik", "0-7"),
        ),
        ({"start": 2, "end": 9, "quote": "army", "suffix": " left. Th"}, Place(33, 37, How.MOVED)),
        ({"start": 2, "end": 9, "quote": "army", "prefix": "e "}, but_for("army", "18-22")),
        ({"start": 33, "end": 37, "quote": "army", "prefix": "fell, the ", "suffix": " said. T"},
            Place(18, 22, How.MOVED)),
        ({"start": 3, "end": 9, "quote": "The Observatory denied it."}, Place(44, 70, How.MOVED)),
        ({"start": 3, "end": 9, "quote": "The Observatory denies it.", "prefix": "army left. "},
            but_for("The Observatory denied it.", "44-70", "The Observatory denies it.")),
        ({"start": 3, "end": 9, "quote": "navy"}, NOT_FOUND.format("navy")),
        ({"start": 60, "end": 99}, "60-99 lies beyond the text, which has 71 characters"),
        ({"start": 9, "end": 3}, "9-3 holds nothing"),
        ({}, "neither offsets nor words tell where it is"),
    ],
)  # fmt: skip # lined up to be compared
def test_a_record_without_a_text(article, told, expected):
    assert place(article, {"article": "seeds/a.txt"}, **told) == expected


@pytest.mark.parametrize(
    "told, expected",
    [
        ({"quote": "Observatory", "prefix": " The ", "suffix": " den"}, Place(48, 59, How.MOVED)),
        ({"quote": "The Observatory denied it."}, Place(44, 70, How.MOVED)),
        ({"quote": "army", "prefix": ", the ", "suffix": " said"}, Place(18, 22, How.MOVED)),
        ({"quote": "Observatory"}, but_for("Observatory", "48-59")),
        ({"quote": "army", "prefix": "he "}, but_for("army", "18-22")),
        ({"quote": "Observ"}, but_for("Observ", "48-54")),
        ({"quote": " "}, NOT_FOUND.format(" ")),
    ],
)
def test_words_without_offsets(article, told, expected):
    assert place(article, {"article": "seeds/a.txt"}, **told) == expected


def test_a_record_of_another_file_must_have_the_context_too(article):
    other = {"sha256": "another"}
    told = {"start": 18, "end": 22, "quote": "army"}
    assert place(article, other, **told, prefix="fell, the ", suffix=" said") == Place(18, 22)
    assert place(article, other, **told, prefix=". The ", suffix=" left.") == Place(
        33, 37, How.MOVED
    )
    assert place(article, other, **told, prefix="Who or what is an ", suffix="?") == (
        NOT_FOUND.format("army")
    )
    assert "it has no words to be found by" in place(article, other, start=18, end=22)


def test_a_record_with_another_text(article):
    other = {"text": "In truth: " + TEXT.replace("left", "went")}
    assert place(article, other, start=10, end=17) == Place(0, 7, How.MOVED)
    assert place(article, other, start=43, end=47) == Place(33, 37, How.MOVED)
    assert place(article, other, start=48, end=52).startswith(NOT_FOUND.format("went"))
    assert place(article, {"text": TEXT + "More.\n"}, start=0, end=7) == Place(0, 7)


def test_what_is_likely_is_given_only_to_those_who_look(article):
    other = {"text": TEXT.replace("denied", "denies")}
    told = {"start": 44, "end": 70}
    assert place(article, other, may_look=True, **told) == Place(44, 70, How.LOOK)
    assert place(article, other, **told) == but_for(
        "The Observatory denied it.", "44-70", "The Observatory denies it."
    )
    assert place(article, other, may_look=True, start=0, end=7) == Place(0, 7)
    assert isinstance(place(article, {}, may_look=True, start=1, end=2, quote="navy"), str)


def test_of_equal_places_the_one_that_moved_as_its_neighbours_did(article):
    """Those before it are its neighbours, in whatever order they come."""
    row = "Rain fell all night, it was told in Tamsel. " + "The army left. " * 40
    told = [IncomingAnnotation(label="actor", start=at, end=at + 4) for at in (0, 153, 303)]
    for order in (told, [told[0], told[2], told[1]]):
        placing = Placing(Incoming(line=1, text=row), article("Indeed. " + row))
        assert [placing.place(each) for each in order] == [
            Place(each.start + 8, each.end + 8, How.MOVED) for each in order
        ]
    alone = Placing(Incoming(line=1, text=row), article("Indeed. " + row)).place(told[1])
    assert isinstance(alone, str)


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
    assert "white space" in place(article, loose, start=at - 1, end=at + 11)
    changed = {**loose, "text": loose["text"].replace("army", "navy")}
    assert place(article, changed, start=at, end=at + 11) == Place(48, 59, How.MOVED)
    at = changed["text"].index("navy")
    assert place(article, changed, start=at, end=at + 4) == but_for("army", "18-22", "navy")


def test_likeness_is_asked_for_only_where_words_are_not_where_they_should_be(article, monkeypatch):
    for name in ("rapidfuzz", "rapidfuzz.fuzz", "rapidfuzz.distance"):
        monkeypatch.setitem(sys.modules, name, None)
    whole = {"start": 48, "end": 59, "quote": "Observatory"}
    whole |= {"prefix": TEXT[16:48], "suffix": TEXT[59:]}
    for record in ({"text": TEXT}, {"sha256": article(TEXT).sha256}, {"sha256": "another"}, {}):
        assert place(article, record, **whole) == Place(48, 59)
    assert place(article, {}, **{**whole, "start": 50}) == Place(48, 59, How.MOVED)
    with pytest.raises(ImportError):
        place(article, {}, **{**whole, "quote": "navy"})
