"""When two ways to write a name are the same, and when they are not."""

import pytest
from arbitrary import PIECES
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.folding import folded, name_words

NAME_PIECES = (
    "The",
    "the",
    "La ",
    "LA",
    "l’",
    "D'",
    "’s",
    "s’",
    "ß",
    "İ",
    "ﬁ",
    "Ⅳ",
    "½",
    "ﷺ",
    "ﾊﾟ",
    "-",
)
names = st.lists(st.sampled_from((*PIECES, *NAME_PIECES)), max_size=12).map("".join) | st.text(
    max_size=12
)


@pytest.mark.parametrize(
    "one, other",
    [
        ("Port Adler", "PORT ADLER"),
        ("Port Adler", "Port\xa0Adler"),
        ("Port Adler", "Port\r\nAdler"),
        ("Port Adler", "Port\u202f\u2009 Adler"),
        ("Maddrell", "Maddrell’s"),
        ("Maddrell", "Maddrell's"),
        ("Maddrell", "Maddrellʼs"),
        ("dockers", "dockers’"),
        ("Seafarers' Federation", "Seafarers’ Federation"),
        ("Lloyd’s Register", "Lloyd's Register"),
        ("the coastguard", "The Coastguard"),
        ("der Wasserverband", "Wasserverband"),
        ("Die Linke", "die LINKE"),
        ("l’État", "L'Etat"),
        ("État", "l’état"),
        ("el Gobierno", "Gobierno"),
        ("Los Verdes", "los verdes"),
        ("il Comune", "Comune"),
        ("U.S.", "US"),
        ("EE. UU.", "EEUU"),
        ("EE.UU.", "EE. UU."),
        ("the U.S.", "US"),
        ("U.S.-led", "US-led"),
        ("Al-Qaeda", "al Qaeda"),
        ("Deir ez-Zor", "Deir\u2011ez\u2010Zor"),
        ("Tala\xadvanda", "Talavanda"),
        ("Tala\u200bvanda", "Talavanda"),
        ("Constanța", "Constanta"),
        ("cafe\u0301", "café"),
        ("İstanbul", "ISTANBUL"),
        ("Iğdır", "Igdir"),
        ("Ankara’da", "Ankara"),
        ("Hauptstraße", "HAUPTSTRASSE"),
        ("Østfold", "Ostfold"),
        ("ﬁnland", "Finland"),
        ("ＢＢＣ", "BBC"),
        ("ﾊﾟﾘ", "パリ"),
        ("東湾 鉄道", "東湾鉄道"),
        ("Σίσυφος", "ΣΙΣΥΦΟΣ"),
        ("Ёлкин", "елкин"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("שָׁלוֹם", "שלום"),
        ("“Silbergrund bleibt”", "Silbergrund bleibt"),
        ("O’Brien", "O'Brien"),
        ("The The Band", "the band"),
    ],
)
def test_the_same(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    "one, other",
    [
        ("ISIS", "is"),
        ("ISIS", "Isis"),
        ("IS", "is"),
        ("US", "us"),
        ("US", "Us"),
        ("WHO", "who"),
        ("WHO", "Who"),
        ("IT", "it"),
        ("AIDS", "aids"),
        ("LA Times", "The Times"),
        ("North Korea", "South Korea"),
        ("Iran", "Iraq"),
        ("Prussia", "Russia"),
        ("Syria", "Syrian"),
        ("Port Adler", "Adler"),
        ("Gate 4", "Gate 5"),
        ("No. 7", "No. 8"),
        ("O’Brien", "Brien"),
        ("Sana'a", "Sana"),
        ("Xi'an", "Xi"),
        ("パ", "ハ"),
        ("が", "か"),
        ("हिन्दी", "हन्द"),
        ("김정은", "김정운"),
        ("🔥", "🐟"),
    ],
)
def test_not_the_same(one, other):
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    "words, form",
    [
        ("WHO’s", "WHO"),
        ("the U.N.", "UN"),
        ("U.S. Army", "us army"),
        ("Lt. Cmdr. Owen Maddrell", "lt cmdr owen maddrell"),
        ("The", "the"),
        ("  ", ""),
        ("🔥 🔥", "🔥 🔥"),
        ("ＢＲＴ線", "brt線"),
    ],
)
def test_forms(words, form):
    assert folded(words) == form


@given(names)
def test_folding_twice_changes_nothing(words):
    assert folded(folded(words)) == folded(words)


@given(names)
def test_words_are_ascending_and_apart(text):
    end = 0
    for word in name_words(text):
        assert end <= word.start < word.end <= word.full <= len(text)
        assert word.key
        end = word.full
