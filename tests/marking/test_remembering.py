"""Which names of other articles are suggested in this one, and where."""

from itertools import pairwise

import pytest
from arbitrary import articles
from drawing import article_of
from hypothesis import given

from annotator.marking.memory import NOTHING, Memory
from annotator.marking.memory_lines import memory_of
from annotator.marking.remembering import remembered

LABELS = ("actor", "location")
KNOWN = """
Palmyra	location	9	0
Port Adler	location	2	0
Port Adler Harbour Board	actor	1	0
Owen Maddrell	actor	3	0
Maddrell	=	Owen Maddrell
US	location	4	0
WHO	actor	2	0
ISIS	actor	5	1
Daesh	=	ISIS
Hale	actor	1	3
Hrast	location	1	3
Hrast	actor	1	0
the coastguard	actor	2	0
Die Zeit	actor	2	0
The Beacon	actor	2	0
Port	location	1	0
el-Kanari	actor	1	0
汐見沢線	location	1	0
محمد	actor	1	0
claimed	claim	5	0
"""


def known():
    memory, bad = memory_of(KNOWN.splitlines())
    assert not bad
    return memory


MEMORY = known()


def told(text, memory=MEMORY, labels=LABELS):
    article = article_of(text)
    return [f"{article.quote(s.span)}: {s.label}" for s in remembered(article, memory, labels)]


@pytest.mark.parametrize(
    "text, suggested",
    [
        (
            "In Palmyra it rained. PALMYRA! Palmyra’s walls.",
            ["Palmyra: location", "PALMYRA: location", "Palmyra: location"],
        ),
        ("In Palmyra. Palmyran walls, palmyra nuts.", ["Palmyra: location"]),
        ("To Port Adler and to Port.", ["Port Adler: location", "Port: location"]),
        ("The Port Adler Harbour Board met.", ["Port Adler Harbour Board: actor"]),
        ("The Port Adler Yacht Club met. It left port.", []),
        ("New Palmyra lies in the west.", []),
        ("Palmyra Castle fell, the Citadel of Palmyra did not.", ["Palmyra: location"]),
        (
            "Captain Owen Maddrell spoke; Maddrell left.",
            ["Owen Maddrell: actor", "Maddrell: actor"],
        ),
        ("He met Grace Maddrell.", []),
        ("Tell us what the US said, and who told the WHO.", ["US: location", "WHO: actor"]),
        ("He met the US Army.", []),
        ("Daesh is gone, ISIS is in.", ["Daesh: actor", "ISIS: actor"]),
        ("Hale came to Hrast.", ["Hrast: actor"]),
        (
            "The coastguard said the coastguard and a coastguard.",
            ["The coastguard: actor", "the coastguard: actor"],
        ),
        ("The Beacon said; Beacon readers, one beacon.", ["The Beacon: actor", "Beacon: actor"]),
        (
            "Die Zeit ist um, schrieb die Zeit. Es war an der Zeit und ist keine Zeit.",
            ["Die Zeit: actor", "die Zeit: actor", "der Zeit: actor"],
        ),
        ("Mr. el-Kanari and El-Kanari’s men; el-Tarifi.", ["el-Kanari: actor", "El-Kanari: actor"]),
        ("汐見沢線は遅れた。", ["汐見沢線: location"]),
        ("قال محمد ذلك.", ["محمد: actor"]),
        ("He claimed it.", []),
        ("", []),
    ],
)
def test_remembered(text, suggested):
    assert told(text) == suggested


def test_not_in_furniture():
    assert told("Rain fell.\n\nRead also: Palmyra by night\n\nIn Palmyra.") == ["Palmyra: location"]


def test_what_a_suggestion_says():
    article = article_of("In Palmyra, Daesh fled.")
    palmyra, daesh = remembered(article, MEMORY, LABELS)
    assert palmyra.source == "memory"
    assert palmyra.origin == "suggestion:memory"
    assert (palmyra.score, palmyra.alias_of) == (0.9, "")
    assert daesh.alias_of == "ISIS"
    assert daesh.score < palmyra.score


def test_only_labels_that_there_are():
    assert told("In Palmyra, ISIS.", labels=("actor",)) == ["ISIS: actor"]
    assert told("In Palmyra, ISIS.", labels=()) == []


def test_an_alias_that_was_refused_stays_away():
    memory, _ = memory_of(["ISIS\tactor\t5\t0", "Daesh\t=\tISIS", "Daesh\tactor\t0\t1"])
    assert told("Daesh met ISIS.", memory) == ["ISIS: actor"]


def test_nothing_is_known_in_a_new_project():
    assert told("In Palmyra.", NOTHING) == []
    assert told("In Palmyra.", Memory(aliases={"palmyra": "hrast"})) == []


def test_an_alias_of_an_alias_or_of_nothing_does_no_harm():
    memory, _ = memory_of(["Hrast\t=\tPalmyra", "Palmyra\t=\tHrast", "Kesra\t=\tNobody Else"])
    assert told("Hrast, Palmyra, Kesra.", memory) == []


@given(articles())
def test_suggestions_are_apart_and_in_reading_order(article):
    memory, _ = memory_of(
        [
            "fox\tactor\t1\t0",
            "Mr. Fox\tactor\t1\t0",
            "ウクライナ\tlocation\t1\t0",
            "ไทย\tlocation\t1\t0",
        ]
    )
    found = remembered(article, memory, LABELS)
    for before, after in pairwise(found):
        assert before.end <= after.start
