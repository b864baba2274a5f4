"""Which names are actors, which are places; `[actor]` and `<place>` in the drawings."""

import re

import pytest
from drawing import article_of

from annotator.marking.rules.language_words import language_words
from annotator.marking.rules.name_mentions import mentions
from annotator.marking.rules.naming import decided, namings, phrases_in
from annotator.marking.rules.tokens import statements
from annotator.text.unit import Unit, units


def drawn(text, language):
    """Return the text with marks around the actors and places."""
    article = article_of(text)
    article._language = language
    listed = language_words(language)
    spoken = [tuple(statements(article, index)) for index in range(len(article.paragraphs))]
    found = [
        list(mentions(article, units(article, Unit.NAME, index), spoken[index], listed))
        for index in range(len(article.paragraphs))
    ]
    decisions = decided(mention for some in found for mention in some)
    marks = []
    for some, said in zip(found, spoken, strict=True):
        for naming in namings(some, decisions, list(phrases_in(said, listed))):
            is_actor = naming.kind == "actor"
            start, end = naming.span
            marks.append((start, 1, -end, is_actor, "[" if is_actor else "<"))
            marks.append((end, 0, -start, not is_actor, "]" if is_actor else ">"))
    for offset, *_, mark in sorted(marks, reverse=True):
        text = text[:offset] + mark + text[offset:]
    return text


@pytest.mark.parametrize(
    "language, drawing",
    [
        ("en", "[The police] arrested [nine demonstrators] in <Orley Square>."),
        ("en", "<Tarnby> — [Fishermen] blocked <the harbour> on Monday."),
        ("en", "Ore from [the Ministry of Works] went to <Skerry Head> in May."),
        ("en", "The boat left <Port Adler> with [Captain Ruth Aldane] on board."),
        ("en", "She was born near <Lindgate>. <The road from Lindgate to Ness> is closed."),
        ("en", "In May [Ruth Aldane] resigned. [The lawyer of Aldane] was in <Lisbon>."),
        ("en", "On Monday [the residents of <the eastern districts>] left <their houses>."),
        ("en", "[The coxswain, Bert Hallorane], took [a passenger] to <the harbour at Ness>."),
        ("en", "[Two of its nine masters] left. [[The board]’s engineer] left <Maravel>."),
        ("en", "[88 passengers] sat on folding chairs, in <the car deck>. [Lifeboats] took them."),
        (
            "en",
            "[Dockers in <Ness>] blocked <the entrance to Orm>. [The Union of Dockers (UD)] paid.",
        ),
        ("en", "He is an engineer. [Ana Ruiz], a retired admiral, was on board."),
        ("en", "The Danish butter was sold on 3 May under the Food Act of 1988."),
        ("en", "<[Russia]> signed the agreement in <Geneva> last week."),
        ("en", "[The U.S. embassy] urged talks."),
        ("en", "<ORLEY, Ardavia>, May 3 (Meridian) – [Ardavia’s Supreme Court] sat in <Orley>."),
        (
            "en",
            "(Reporting by Ana Ruiz in <Lindgate> and Bram Oster in <Tarbeck>; editing by Di Lo)",
        ),
        ("en", "It rained in <neighbouring Ostrand>, and in <central Lisbon>."),
        (
            "en",
            "[At least 17] were wounded, and [two] died. [Nine of them] fled; some of it is gone.",
        ),
        ("en", "On Monday [60 per cent of villagers] stayed, and [the rest of the crew] left."),
        (
            "en",
            "[Some of those arrested] left. [Neither side] paid [a dozen people] who came.",
        ),
        ("en", "[Police] hit [the eleven] who sang, and last week [shepherds] left <Ness>."),
        ("en", "It is a poll of adults with voters, read at the institute, for doctors’ time."),
        (
            "en",
            "[Her rival, Ana Ruiz] of [the Alliance of Herders], closed <the western carriageway>.",
        ),
        (
            "en",
            "[The head of <the inn>, Bo Lind], left. [[The clinic]’s head] closed <the ward>.",
        ),
        (
            "en",
            "[The auditor, Orm & Lowe], paid [a medic at <the inn in Ness>], who had left.",
        ),
        ("en", "[Both camps] left <the northern half of the town> and <two of the three fords>."),
        ("en", "He died in office, 300 metres north of <the bridge>, on <the only road to Ness>."),
        (
            "en",
            "He recalled [his envoy] from <the capital>. [The Front], [whose men] left, sang.",
        ),
        (
            "en",
            "[The White House] paid. In <Ness> it rained. <Ness> is free, and <[Lisbon]> paid.",
        ),
        (
            "en",
            "[An analyst at Orm Holdings] left. According to [Ostrand], [fans] left <Ness>.",
        ),
        ("en", "[Hospitals in <Ness>] shut. [Soldiers] in boats reached <the inn> in May."),
        ("de", "In <Hamburg> streikten [3.000 Hafenarbeiter] am Samstag."),
        ("de", "[Der Stadtrat] hat am Montag <die Brücke in Sternau> nicht erwähnt."),
        ("fr", "[La police] a arrêté [trois manifestants] à <Toulouse>."),
        ("fr", "Le pain vient de [la société Vermot], dans les <Landes>."),
        ("es", "[La policía] detuvo a [tres manifestantes] en <Sevilla>."),
    ],
)
def test_actors_and_places(language, drawing):
    text = re.sub(r"[\[\]<>]", "", drawing)
    assert drawn(text, language) == drawing


def test_what_most_mentions_show_decides_for_all():
    text = (
        "In Tamsel it rained. Boats left Tamsel. Nobody likes Tamsel. The mud of Tamsel is black."
    )
    assert drawn(text, "en").count("<Tamsel>") == 4


def test_other_languages_have_no_words_yet():
    assert language_words("ja") is None
