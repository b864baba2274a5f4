"""Who does more than speak, and which lines are headings and credits."""

import pytest
from drawing import article_of

from annotator.marking.labels import Label, LabelSchema
from annotator.marking.proposing import proposed
from annotator.marking.rules.headings import headings

SCHEMA = LabelSchema("made", (Label("actor", "a", "red"), Label("location", "l", "green")))
PROSE = (
    "The boats had been away for nine days when the storm came, and nobody on the island had any "
    "way of calling them back before it was dark.\n\n"
)


def found(text, label):
    article = article_of(text)
    article._language = "en"
    return [article.quote(one.span) for one in proposed(article, SCHEMA) if one.label == label]


@pytest.mark.parametrize(
    "text, actors",
    [
        ("“It rained,” said Ana Ruiz.", []),
        ("“It rained,” said Ana Ruiz, who rang the bell.", ["Ana Ruiz"]),
        ("“It rained,” said Ana Ruiz, 34, who rang the bell.", ["Ana Ruiz"]),
        ("“It rained,” said Ana Ruiz, who teaches law.", []),
        ("“It rained,” said Ana Ruiz. Ana Ruiz rang the bell.", ["Ana Ruiz", "Ana Ruiz"]),
        ("“It rained,” said Ana Ruiz. Ruiz’s office was shut.", []),
        ("The Harvest Ministry said it had rained.", []),
        ("The Dockers’ Union said it had rained.", ["The Dockers’ Union"]),
        ("The Harvest Ministry, which paid for it, said it had rained.", ["The Harvest Ministry"]),
    ],
)
def test_who_only_speaks_is_no_actor(text, actors):
    assert found(text, "actor") == actors


@pytest.mark.parametrize(
    "line, heads",
    [
        ("The road to Tarbeck", True),
        ("The road to Tarbeck is shut.", False),
        ("By Ana Ruiz in Tarbeck", False),
        ("TARBECK", False),
        ("Orley Post  |  Sea and Shore", True),
        ("“It rained all day”", False),
    ],
)
def test_a_short_line_among_prose_is_a_heading(line, heads):
    assert headings(article_of(f"{PROSE}{line}\n\n{PROSE}")) == (frozenset({1}) if heads else set())


def test_a_headline_is_no_heading():
    assert not headings(article_of(f"The road to Tarbeck\n\n{PROSE}"))


def test_a_heading_names_nobody():
    assert "The road to Tarbeck" in found(f"{PROSE}The road to Tarbeck was shut.", "location")
    assert "The road to Tarbeck" not in found(f"{PROSE}The road to Tarbeck\n\n{PROSE}", "location")


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Ruiz in Tarbeck",
        "Additional reporting by Ana Ruiz in Tarbeck",
        "(Reporting by Ana Ruiz in Tarbeck; editing by Bram Oster)",
    ],
)
def test_credits_name_places_alone(line):
    assert found(line, "actor") == []
    assert found(line, "location") == ["Tarbeck"]


def test_part_of_the_name_of_a_place_is_a_place():
    text = "The trade of Orley fell. It was all by boat, by way of Orley Harbour."
    assert found(text, "location") == ["Orley", "Orley Harbour"]
