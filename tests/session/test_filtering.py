import pytest

from annotator.session.filtering import ENOUGH, SLICE, filtered

NAMES = [
    "seeds/kamenik.txt",
    "seeds/tamsel-airstrike.txt",
    "seeds/2016/kamenik-again.txt",
    "archive/münchen.txt",
]


def found(query, names=NAMES):
    *pauses, hits = filtered([name.casefold() for name in names], query)
    assert set(pauses) <= {None}
    return [names[index] for index in hits]


@pytest.mark.parametrize(
    "query, expected",
    [
        ("kamenik", [NAMES[0], NAMES[2]]),
        ("KAMENIK", [NAMES[0], NAMES[2]]),
        ("kamenik 2016", [NAMES[2]]),
        ("again seeds", [NAMES[2]]),
        ("kaminik", [NAMES[0], NAMES[2]]),
        ("tamsl air", [NAMES[1]]),
        ("München", [NAMES[3]]),
        ("hen", [NAMES[3]]),
        ("zzz", []),
        ("", NAMES),
        ("  ", NAMES),
    ],
)
def test_filtered(query, expected):
    assert found(query) == expected


def test_names_that_are_alike_come_after_those_that_match():
    assert found("strike", ["strikr.txt", "harbour-strike.txt"])[0] == "harbour-strike.txt"


def test_nobody_looks_for_similar_names_when_enough_match():
    names = [f"strike-{n}" for n in range(ENOUGH)] + ["strikr"]
    assert "strikr" not in found("strike", names)


def test_long_lists_are_looked_at_in_slices():
    names = [f"article-{n}" for n in range(2 * SLICE + 1)]
    assert sum(part is None for part in filtered(names, "article-7")) == 3


def test_without_names_there_is_an_answer_too():
    assert list(filtered([], "kamenik"))[-1] == []
