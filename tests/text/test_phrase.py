"""Noun-like phrases; `[` and `]` stand around them in the drawings."""

import re

import pytest

from annotator.text.phrase import phrase_back, phrases


@pytest.mark.parametrize(
    "language, drawing",
    [
        ("en", "[The coastguard] said [88 passengers] were safe."),
        ("en", "[The ship’s captain] told [rescuers] that [a buoy] had not been lit."),
        ("en", "[A retired swimming teacher] saw [the soldiers’ base]."),
        ("en", "[A fishermen’s co-operative] in [thick fog] has [no link] whatever."),
        ("en", "Two of [its nine masters] left [the Syrian-trained troops]."),
        ("en", "[Operator Skerrane Ferries] gave [a different figure]."),
        ("en", "[The Adler Harbour Board], which maintains [the buoys], denied it."),
        ("en", "[The board’s engineer], [Lucinda Frye], wants to withdraw [the new shift roster]."),
        ("en", "[The troops] defending [Palmyra] left [the ministry’s own survey launch]."),
        ("en", "[The ministry] denied [any knowledge] of it."),
        ("en", "[A newly painted barrier] was replaced by [its deputy director]."),
        ("en", "[The relief official] signed [the offer] for [the last few months]."),
        ("en", "[A customs house] cuts [the very old roster] at [3 p.m.]"),
        ("en", "Ask [the company] whether they go home."),
        ("en", "[The U.K.-flagged Calder Reach] is here, and [this morning] [ISIS] attacked."),
        ("en", "[The New York-based Bank of Kerrow] cut [its Q3 profit] in [the U.S.’s capital]."),
        ("en", "[The men] at [Qasr al-Hayr] withdrew, and [Qasr al-Hayr] withdrew [its men]."),
        ("en", "[The EAFA’s report] cost them [a year]; [the labour cost] rose."),
        ("en", "[Hrast] lost [the labour cost dispute]; [Corvane] split [the company]."),
        ("en", "[Minister’s aide] quits over [leak]."),
        ("en", "[Palmyra] fled [the war], [ISIS] seizes [the town] and [Hrast officials] left."),
        ("en", "They took [the citadel of Qasr al-Hayr] and [the city of the Tuane] again."),
        ("en", "[The leader] of [Hrast] left [the towns] of [the coast]."),
        ("en", "He had seen them and she will not."),
        ("de", "[Der alte Bergmannsfriedhof] liegt unter [dem Wasserspiegel], sagt [Ruth Ober]."),
        ("de", "Am [Rand] kosten [94 Millionen Euro] [die Stadt], die [viel Geld] hat."),
        (
            "fr",
            "[Les deux câbles] du [conseil départemental] relient [l’ancienne route] à [l’État].",
        ),
        ("fr", "[Le maire], [Étienne Vauquelard], répond à [six élus]."),
        ("es", "[El puerto viejo] de [Santa Marta] cerró [las dos puertas] del [muelle]."),
        ("it", "Il sindaco [Carlo della Rovere] vive a [Roma]."),
        ("ar", "قال المدير إن أجهزة [GPS] لم تسجل شيئا."),
        ("zh", "他說今天下雨。"),
        ("en", ""),
        ("en", "and of the, which — 12."),
    ],
)
def test_phrases(language, drawing):
    text = re.sub(r"[\[\]]", "", drawing)
    found = [text[start:end] for start, end in phrases(text, language)]
    assert found == re.findall(r"\[(.*?)\]", drawing)


@pytest.mark.parametrize(
    "language, drawing",
    [
        # The bar is the cursor, on or behind the last word of the phrase.
        ("en", "He saw [the Syrian-trained |troops] defending it."),
        ("en", "He saw [the Syrian-trained troops|] defending it."),
        ("en", "[The ship’s c|aptain] told them."),
        ("en", "[The s|hip]’s captain told them."),
        ("en", "They told [|rescuers] that it sank."),
        ("en", "The union accused [|troops] of it."),
        ("en", "It was [Operator |Skerrane] Ferries."),
        ("en", "It was [Operator Skerrane |Ferries]."),
        ("en", "At [the Ministry of |Rivers] they wait."),
        ("en", "With [two new survey |launches] of theirs."),
        ("en", "The |and of it."),
        ("en", "They |said so."),
        ("en", "Three, | two"),
        ("en", "|"),
        ("de", "Es war [der alte |Friedhof] im Ort."),
        ("fr", "C’est [le conseil |départemental] du Rhône."),
        ("xx", "Da kom [Anna |Ek] till Ness."),
        ("zh", "他說|今天下雨。"),
    ],
)
def test_phrase_back(language, drawing):
    text = re.sub(r"[\[\]|]", "", drawing)
    found = phrase_back(text, re.sub(r"[\[\]]", "", drawing).index("|"), language)
    drawn = re.findall(r"\[(.*?)\]", drawing.replace("|", ""))
    assert [text[found.start : found.end]] == drawn if drawn else found is None


def test_looking_back_has_a_bound():
    text = "the " + "grave " * 5000 + "fog"
    assert phrase_back(text, len(text) - 1, "en").length < 400
