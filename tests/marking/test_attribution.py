"""Who is said to say what: `source | cue | content`, a line each, `-` where there is none."""

import pytest
from drawing import article_of
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.attribution import attributions

ENGLISH = [
    ("Ana Ruiz said that the gate was shut.", "Ana Ruiz | said | the gate was shut"),
    ("Ana Ruiz said the gate was shut.", "Ana Ruiz | said | the gate was shut"),
    ("The gate was shut, residents said.", "residents | said | The gate was shut"),
    (
        "“We left at noon,” said Ana Ruiz, the union’s clerk.",
        "Ana Ruiz, the union’s clerk | said | “We left at noon,”",
    ),
    (
        "“We left at noon,” Ana Ruiz said on Monday. “Nobody saw us.”",
        "Ana Ruiz | said | “We left at noon,”",
        "Ana Ruiz | said | “Nobody saw us.”",
    ),
    (
        "“The bridge is safe,” she said, “and it will stay open.”",
        "she | said | “The bridge is safe,”",
        "she | said | “and it will stay open.”",
    ),
    (
        "The union’s clerk, Ana Ruiz, told reporters in Tarn that the gate was shut.",
        "The union’s clerk, Ana Ruiz | told | the gate was shut",
    ),
    (
        "Lt. Cmdr. Ora Fenn, a coastguard spokeswoman, denied that anybody had drowned.",
        "Lt. Cmdr. Ora Fenn, a coastguard spokeswoman | denied | denied that anybody had drowned",
    ),
    (
        "According to the ministry, the catch fell by 14 per cent.",
        "the ministry | According to | the catch fell by 14 per cent",
    ),
    (
        "The catch fell by 14 per cent, according to the ministry.",
        "the ministry | according to | The catch fell by 14 per cent",
    ),
    (
        "The channel, they say, had a depth of six metres in 1988.",
        "they | say | had a depth of six metres in 1988",
    ),
    (
        "In a statement, Norvik Shipping said the crew had been paid.",
        "Norvik Shipping | said | the crew had been paid",
    ),
    (
        "A report by the institute found that the dyke would not hold.",
        "A report by the institute | found | the dyke would not hold",
    ),
    (
        "The company’s claim that the leak was harmless has angered many.",
        "The company | claim | the leak was harmless",
    ),
    (
        "It accused the clerk of “inventing a lockout to hide a walkout”.",
        "It | accused | the clerk of “inventing a lockout to hide a walkout”",
    ),
    (
        "The group accused the army of burning villages.",
        "The group | accused | the army of burning villages",
    ),
    (
        "Ana Ruiz said that the gate was shut and that nobody had a key.",
        "Ana Ruiz | said | the gate was shut",
        "Ana Ruiz | said | nobody had a key",
    ),
    (
        "Ana Ruiz confirmed the fire was out but said that nobody had a key.",
        "Ana Ruiz | confirmed | the fire was out",
        "Ana Ruiz | said | nobody had a key",
    ),
    (
        "Ana Ruiz said the foreman had told her that the gate was shut.",
        "Ana Ruiz | said | the foreman had told her that the gate was shut",
        "the foreman | had told | the gate was shut",
    ),
    (
        "“He told me, ‘Nobody has the key,’ and left,” Ana Ruiz said.",
        "Ana Ruiz | said | “He told me, ‘Nobody has the key,’ and left,”",
        "He | told | ‘Nobody has the key,’",
    ),
    (
        "Ana Ruiz: “Nobody in this town has the key.”",
        "Ana Ruiz | : | “Nobody in this town has the key.”",
    ),
    (
        "At noon Ana Ruiz wrote:\n\n“Nobody has the key.”",
        "Ana Ruiz | wrote | -",
        "Ana Ruiz | wrote | “Nobody has the key.”",
    ),
    ("“It rained,” said Ana Ruiz on “Foo”.", "Ana Ruiz | said | “It rained,”"),
    ("In “Foo” Ana Ruiz said that it rained.", "Ana Ruiz | said | it rained"),
    ("Ana Ruiz rejected that reading.", "Ana Ruiz | rejected | rejected that reading"),
    ("Ana Ruiz says so.", "Ana Ruiz | says | says so"),
    ("He called the photograph “a forgery”.", "He | called | the photograph “a forgery”"),
    ("I am afraid that the gate was shut.", "I | am afraid | the gate was shut"),
    (
        "The storm prompted the ministry to warn that the dyke might break.",
        "the ministry | to warn | the dyke might break",
    ),
    ("The board, which maintains the buoys, sold the yard.",),
    ("The log does not say whether the gate was open.",),
    ("The house was empty when the boats came back.",),
]
GERMAN = [
    ("Ana Ruiz sagte, das Tor sei zu.", "Ana Ruiz | sagte | das Tor sei zu"),
    ("Ana Ruiz betonte, dass das Tor zu ist.", "Ana Ruiz | betonte | das Tor zu ist"),
    (
        "„Wir gingen um zwölf“, sagte Ana Ruiz. „Keiner hat uns gesehen.“",
        "Ana Ruiz | sagte | „Wir gingen um zwölf“",
        "Ana Ruiz | sagte | „Keiner hat uns gesehen.“",
    ),
    (
        "Ana Ruiz sagte, das Tor sei zu. Niemand habe einen Schlüssel.",
        "Ana Ruiz | sagte | das Tor sei zu",
        "Ana Ruiz | habe | Niemand habe einen Schlüssel",
    ),
    ("Das Tor sei zu, erklärte die Behörde.", "die Behörde | erklärte | Das Tor sei zu"),
    (
        "Nach Angaben der Polizei wurden zwölf Menschen verletzt.",
        "der Polizei | Nach Angaben | wurden zwölf Menschen verletzt",
    ),
    (
        "Experten zufolge wird der Fluss austrocknen.",
        "Experten | zufolge | wird der Fluss austrocknen",
    ),
    (
        "Wer die Rohre flicke, so Niemetz, könne sich die Mauer sparen.",
        "Niemetz | so | könne sich die Mauer sparen",
    ),
]
FRENCH = [
    (
        "Le maire, Paul Castaing, affirme que le pont est dangereux.",
        "Le maire, Paul Castaing | affirme | le pont est dangereux",
    ),
    (
        "« Nous n’avons rien signé », a déclaré Jeanne Morvan, présidente du syndicat.",
        "Jeanne Morvan, présidente du syndicat | a déclaré | « Nous n’avons rien signé »",
    ),
    ("« Le barrage tiendra », assure-t-elle.", "elle | assure | « Le barrage tiendra »"),
    (
        "Selon la préfecture, 400 personnes ont manifesté.",
        "la préfecture | Selon | 400 personnes ont manifesté",
    ),
    (
        "D’après son vice-président, Yann Ferrand, le pont est limité à 3,5 tonnes.",
        "son vice-président, Yann Ferrand | D’après | le pont est limité à 3,5 tonnes",
    ),
    ("M. Delmas dit avoir prévenu la mairie.", "M. Delmas | dit | avoir prévenu la mairie"),
]
SPANISH = [
    (
        "El alcalde, Ramón Ibarra, dijo que la protesta era ilegal.",
        "El alcalde, Ramón Ibarra | dijo | la protesta era ilegal",
    ),
    (
        "«No hemos firmado nada», afirmó la presidenta, Elvira Sanz.",
        "la presidenta, Elvira Sanz | afirmó | «No hemos firmado nada»",
    ),
    (
        "Según el ministerio, las capturas cayeron un 14 por ciento.",
        "el ministerio | Según | las capturas cayeron un 14 por ciento",
    ),
    (
        "El hospital se quedó sin oxígeno, según dos enfermeras.",
        "dos enfermeras | según | El hospital se quedó sin oxígeno",
    ),
]
LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
PIECES = [
    *(
        "said",
        " that ",
        "Ana Ruiz",
        " the union’s clerk",
        " told ",
        "according to ",
        " and ",
        "she",
    ),
    *(
        "“We left,”",
        "“",
        "”",
        "‘It is’",
        "„Er kam“",
        "« Il dit »",
        ", ",
        ". ",
        "; ",
        ": ",
        " — ",
        "(",
    ),
    *(
        " sagte ",
        "sei ",
        "dass ",
        " zufolge ",
        "a-t-elle ",
        "selon ",
        " dit ",
        "dijo ",
        "que ",
        "\n\n",
    ),
    *(
        " claim",
        "no ",
        "’s ",
        "e\u0301",
        "\u200d",
        "👍🏽",
        "\xa0",
        "“a” ",
        "accused ",
        "of ",
        ")",
        "?",
    ),
]


def told(text, language):
    article = article_of(text)
    article._language = language
    return [
        " | ".join("-" if span is None else article.quote(span) for span in found[:3])
        for found in attributions(article)
    ]


@pytest.mark.parametrize(
    "language, text, expected",
    [
        pytest.param(language, text, expected, id=text)
        for language, cases in LANGUAGES.items()
        for text, *expected in cases
    ],
)
def test_attributions(language, text, expected):
    assert told(text, language) == expected


def test_other_languages_have_none():
    assert (
        told("戸叶市長は「その期間を含めて言われても、市民は納得しない」と指摘した。", "ja") == []
    )


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from([*LANGUAGES]))
def test_whatever_the_text_all_spans_hold_words_of_it(text, language):
    article = article_of(text)
    article._language = language
    for source, cue, content, score in attributions(article):
        assert 0 <= score <= 1
        for span in (source, cue, content):
            assert span is None or 0 <= span.start < span.end <= len(article.text)
            assert span is None or article.quote(span).strip()
