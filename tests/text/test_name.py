"""Names; `[` and `]` stand around them in the drawings."""

import re

import pytest

from annotator.text.name import name_context, names


def drawn(drawing, language, context=None):
    """Return the names found in a drawing's text, and those drawn."""
    text = re.sub(r"[\[\]]", "", drawing)
    found = [text[start:end] for start, end in names(text, language, context)]
    return found, re.findall(r"\[(.*?)\]", drawing)


@pytest.mark.parametrize(
    "language, drawing",
    [
        # People, with titles, initials and particles.
        ("en", "The plan was read by [Lt. Cmdr. Owen Maddrell] and [Mr. R. St. John-Avery]."),
        ("en", "[Police Superintendent Grace Illingworth-Sato] met [Ludwig van Beek]."),
        (
            "en",
            "They asked [Ms Terlinden], [Dr Pavla O’Brien], [Thomas D. Orr] and [Marisol K.], too.",
        ),
        ("en", "The captain, the Captain and the Minister left with [Minister Ndolo-Whyte]."),
        ("en", "In the yard [Theresa May] waited."),
        ("en", "They met [President-elect Ana Ek] and [Secretary of State Mary Orr]."),
        ("en", "They had not even [Van der Meulen] there. [Van der Meulen]'s boat sank."),
        (
            "en",
            "It rained. [Van der Meulen]'s boat sank. [Van Morrison] sang. Vans came.",
        ),
        (
            "en",
            "Then [Mr. de la Roche] met [Mr. van Dijk], [Mr. Van Dijk] and [Dr. de la Cruz].",
        ),
        ("en", "Then [Senator de la Roche] left. It was [van Dijk] they saw, not the man."),
        ("en", "Then [de Blasio] left with [Gen. de Gaulle]; it was a de facto ruler."),
        # Groups and places.
        (
            "en",
            "The [New York]-based [Bank of Kerrow] and the [Archbishop of Ness] left.",
        ),
        ("en", "The [Adler Harbour Board] and the [Ministry of Rivers] signed at [Port Adler]."),
        (
            "en",
            "A clerk of the [Port of Bab el-Rih] saw the [Citadel of Palmyra] and [Al-Amariyah].",
        ),
        ("en", "He joined the [4th Mountain Brigade], then [U.S. Central Command] in the [E.U.]"),
        ("en", "He works for [Delft & Orme] and the [Seafarers’ Federation] in [West Africa]."),
        ("en", "It lies near [St. Brannoc's Hospital], not [Skerrane]'s or [Orme]’s boat."),
        (
            "en",
            "One of the [Seafarers’ Federation], [Pinckney] of [Tarrant Bay], the [Bank of Ness].",
        ),
        # Things, with figures.
        ("en", "We saw that [Gate 6] is shut, that [No. 7] was dark, and that [Kyra II] left."),
        ("en", "The man from [Ness] I met; [Kyra V] at [Pier 7]; [Tamsel], 61 of them."),
        ("en", "He sold his [iPhone] in [Sarvany], where 61 people died of [ISIS] and [COVID-19]."),
        ("en", "They told the [U.K.]-flagged ship and a [Syrian]-trained, ex-[Soviet] crew."),
        # Calendar, pronoun, small words.
        ("en", "On Monday I said so, and in May we met; I’m here since March 3."),
        ("en", "In January [Tessarine] paid; by Tuesday evening it had [US] money."),
        # The first word of a sentence.
        ("en", "The gates shut. Nobody came. However, officials say so. Wheat rose."),
        ("en", "Gates shut. [Maddrell] said so. [Pinckney]’s boat sank. We left [Pinckney] there."),
        ("en", "He said, “Come to [Ness]. Sign here.” But “[Ness Point]” is far."),
        (
            "en",
            "Then [Lanyon Dock] shut; every dock shut. Dock men left. [Lanyon Dock] is shut.",
        ),
        # Headlines, datelines, handles.
        ("en", "[PORT ADLER], Nov 3 — A ferry ran aground."),
        ("en", "[PORT ADLER]/[TARRANT BAY], Nov 3 — We left."),
        ("en", "FERRY RUNS AGROUND IN THE FOG OFF THE COAST"),
        ("en", "we saw @Kestrel and #KestrelDark"),
        # Other languages.
        (
            "fr",
            "Selon [Étienne Vauquelard], l’[État] a fermé le pont de [Saint-Aubrac-sur-Doulaine].",
        ),
        (
            "fr",
            "Le conseiller [Thibault d’Argenson-Mayer] et [M. N’Guessand], [Rue des Palmistes].",
        ),
        ("fr", "Monsieur le Maire, peut-on alors rouvrir ? Peut-on ? L’opposition le dit."),
        ("es", "La ministra [Ana de la Torre] viajó a [Santa Marta]. El puerto sigue cerrado."),
        ("fr", "Le ministre, [Jean de La Tour], a vu [Marine Le Gall] à [La Haye]. La mer monte."),
        (
            "fr",
            "Pour l’[Union africaine], la [Banque mondiale] paie. Un [Conseil municipal] dort.",
        ),
        ("fr", "L’[Union] doit agir, et la [Commission] reste. Le maire dort. Le Maire aussi."),
        ("fr", "Il pleut. [Le Drian] est parti. [Le Havre] dort. La [France] dort. Le pont cède."),
        ("es", "[EE. UU.] negó. El jefe de [EE. UU.] llegó. [EE.UU.] no."),
        ("es", "¿Quién lo dijo? ¡Qué día! ¿Cuándo viene [Ana]? ¿Dónde está? ¡Cómo llueve!"),
        ("it", "La [Banca d’Italia] e il sindaco [Ugo Po] vivono a [Roma]."),
        ("tr", "Planı dün [Ali Yılmaz]'ın planı [İstanbul]’da açıklandı."),
        ("it", "Il sindaco [Carlo della Rovere] vive a [Roma]."),
        ("ru", "Говорят, что [Анна Петрова] живёт в городе [Тамсель]."),
        ("ar", "وقال المدير إن أجهزة [GPS] لم تسجل شيئا في [B-4]."),
        ("ja", "作家の[ガブリエル・マルケス]は『百年』を書いた。[《新しい本》]も出た。"),
        ("zh", "总统[弗拉基米尔·科尔]和[《市场办法》]。"),
        ("xx", "Da kom [Anna Ek] till [Ness]."),
        ("en", ""),
        ("en", "... — 12, “” I"),
    ],
)
def test_names(language, drawing):
    found, expected = drawn(drawing, language)
    assert found == expected


@pytest.mark.parametrize(
    "drawing",
    [
        "Der Wasserverband will die Mauer bei [Hohenlauter] erhöhen, sagte [Harmsdorf] heute.",
        "Die [Bürgermeisterin Ruth Oberlechner] und [Jens-Uwe Harmsdorf] sprachen mit dem Rat.",
        "Der [ZWOH] zahlt 94 Millionen Euro und 60 Prozent der Kosten für den Speicher.",
        "Es kam zu einer Verwechslung von Zuständigkeiten in der Turnhalle von [Hohenlauter].",
        "Er kam aus [Frankfurt am Main] zurück. [Frankfurt am Main] baut am Rhein.",
        "Das ist so, sagte [von der Heide] gestern. Nun fuhr [von der Heide] von der Stadt fort.",
        "Heute ist [Katrin von der Heides] Büro zu.",
        "[Herr von der Heide] kam aus [Halle an der Saale]. [Dr. von Beek] sprach von Anfang an.",
        "[Katrin von der Heides] Büro ist zu. Ein Haus am See steht an der Spree.",
        "Den Pflock hat sie stehen lassen. Niemand will das Wasser.",
    ],
)
def test_in_german_a_capital_is_not_enough(drawing):
    found, expected = drawn(drawing, "de")
    assert found == expected


@pytest.mark.parametrize(
    "article, drawing",
    [
        ("It was seen by Orme. ", "[Orme] left early."),
        ("The wheat was seen. ", "Wheat left early."),
        ("It was van Dijk. ", "[Van Dijk] left early."),
        ("The operator was seen. ", "Operator [Skerrane Ferries] left early."),
        ("It fell on Palmyra, and to ISIS. ", "[PALMYRA] FALLS TO [ISIS] AGAIN"),
        ("We read Bulletin No. 40. ", "[BULLETIN NO. 41]"),
        ("The battle near Palmyra goes on. ", "Bitter Battle Rages Around [Palmyra] Once More"),
    ],
)
def test_the_article_shows_what_a_capital_proves(article, drawing):
    context = name_context(f"{article}\n{drawing}", "en")
    found, expected = drawn(drawing, "en", context)
    assert found == expected


def test_names_of_a_wrapped_line_are_whole():
    assert drawn("He met the [Harbour Commissioners of\nTamsel].".replace("\n", " "), "en")[0]
    text = "He met the Harbour Commissioners of\nTamsel."
    assert [text[start:end] for start, end in names(text, "en")] == [
        "Harbour Commissioners of\nTamsel"
    ]


def test_an_article_is_part_of_a_name_where_it_has_a_capital_in_mid_sentence():
    text = "[Yann Le Quellec] dort. [Le Quellec] rit. La [Loire] monte."
    context = name_context(re.sub(r"[\[\]]", "", text), "fr")
    found, expected = drawn(text, "fr", context)
    assert found == expected
