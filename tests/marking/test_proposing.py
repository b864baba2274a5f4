"""What the rules propose; in the drawings each suggestion stands in its marks.

{c …} a claim   {s …} a source   {a …} an actor   {l …} a location
"""

from itertools import pairwise

import pytest
from arbitrary import articles
from drawing import article_of
from hypothesis import given, settings

from annotator.marking.labels import Label, LabelSchema
from annotator.marking.motion import tidied
from annotator.marking.proposing import SOURCE, labels_by_role, proposed, proposing
from annotator.text.unit import snap

LETTERS = {"claim": "c", "source": "s", "actor": "a", "location": "l"}


def schema_of(*names):
    return LabelSchema("made", tuple(Label(name, "", "red") for name in names))


SCHEMA = schema_of(*LETTERS)


def read(text, language):
    article = article_of(text)
    article._language = language
    return article


def undrawn(drawing):
    """Return the text of a drawing, and what it says as (start, end, label)."""
    names = {letter: name for name, letter in LETTERS.items()}
    text, begun, found = "", [], set()
    pieces = iter(drawing)
    for char in pieces:
        if char == "{":
            begun.append((names[next(pieces)], len(text)))
            next(pieces)
        elif char == "}":
            label, start = begun.pop()
            found.add((start, len(text), label))
        else:
            text += char
    return text, found


@pytest.mark.parametrize(
    "language, drawing",
    [
        (
            "en",
            (
                "{c {a The police} arrested {a nine demonstrators} in {l Orley Square}}.\n\n"
                "{c “They were sitting on the ground,”} {s a witness} said."
            ),
        ),
        (
            "en",
            (
                "{s A report by the Coastal Institute} found that {c {l the dyke} would not"
                " survive another winter}. {c {a The council} has ignored it for two years}."
            ),
        ),
        ("en", "{c The reform is a mistake}. Who will pay for it? {c It will cost the poor more}."),
        ("en", "{c He is poor}; {c he was rich once}, and {c he will be rich again}."),
        ("en", "{s {a Mr. Tolland}} said {c he had given {a the board} two letters}."),
        (
            "en",
            (
                "{s {a The police}} and {s {a the operator}} said {c they had left}. {a The board},"
                " {c which closed {l the yard}}, {c has paid}."
            ),
        ),
        (
            "en",
            (
                "When {c the rain stopped}, {c {a the men} went home}, {c leaving their boat"
                " behind}. “{c It is cold}. {c It is dark},” {s she} said."
            ),
        ),
        (
            "en",
            (
                "{c {a The crew} cut the rope and swam}. {c {a The skipper} was towed to {l Ness}},"
                " but {c refused help}."
            ),
        ),
        ("en", "{c “It is cold,”} said {s a cook}, as she waited for a tram."),
        ("en", "Asked about the oven, {c {a the guild} left}."),
        ("en", "{c No money has been set aside}."),
        (
            "en",
            (
                "{s Ole Rand}, {c who had been named in May}, said {c it was cold}, speaking on"
                " condition of anonymity."
            ),
        ),
        ("en", "“Why not?” asked Ana Ruiz.\n\nPlease write to us at once."),
        (
            "de",
            (
                "{s Bürgermeisterin Karin Pohl} sagte, {c die Stadt müsse sparen}. "
                "{c Der Rat ist dagegen}."
            ),
        ),
        ("fr", "{c {a La police} a arrêté {a trois manifestants} à {l Toulouse}}."),
        ("fr", "{s Le maire, Paul Castaing}, affirme que {c l’ouvrage est dangereux}."),
        ("es", "{s El alcalde, Ramón Ibarra}, dijo que {c la protesta era ilegal}."),
        ("es", "{c La reforma es un error}. ¿Quién la pagará?"),
    ],
)
def test_suggestions(language, drawing):
    text, expected = undrawn(drawing)
    found = proposed(read(text, language), SCHEMA)
    assert {(one.start, one.end, one.label) for one in found} == expected
    assert {one.source for one in found} <= {SOURCE}


def test_what_somebody_says_is_surer_than_what_the_author_does():
    article = read("The gate was shut. “It was open,” said Ana Ruiz, a clerk.", "en")
    author, quoted = [one for one in proposed(article, SCHEMA) if one.label == "claim"]
    assert author.score < quoted.score


def test_furniture_gets_none():
    article = read("The gate was shut.\n\n1,204 shares\n\nShare this article", "en")
    assert {one.end for one in proposed(article, SCHEMA)} == {17}


@pytest.mark.parametrize(
    "names, roles",
    [
        (("Claims", "Speaker"), {"claim": "Claims", "source": "Speaker"}),
        (("PER", "ORG", "GPE"), {"location": "GPE"}),
        (("quote", "claim", "actors"), {"claim": "claim", "actor": "actors"}),
        (("key statement", "Organisation"), {"claim": "key statement", "actor": "Organisation"}),
        (("emotion", "frame"), {}),
    ],
)
def test_labels_are_known_by_their_names(names, roles):
    assert labels_by_role(schema_of(*names)) == roles


@pytest.mark.parametrize("language, names", [("ja", ("claim",)), ("en", ("frame",)), ("en", ())])
def test_without_words_or_a_fitting_label_there_are_none(language, names):
    assert proposed(read("Ana Ruiz said that it rained.", language), schema_of(*names)) == ()


@given(articles())
@settings(max_examples=60)
def test_laws_of_suggestions(article):
    found = proposed(article, SCHEMA)
    for one in found:
        assert 0 <= one.start < one.end <= len(article.text)
        assert tidied(article, one.span) == snap(article, one.span) == one.span
        assert 0 <= one.score <= 1
    keys = [(one.start, -one.end, one.label) for one in found]
    assert all(first < second for first, second in pairwise(keys))
    sliced = {
        (one.start, one.end, one.label) for some in proposing(article, SCHEMA) for one in some
    }
    assert sliced == {(one.start, one.end, one.label) for one in found}
