"""Who is said to say what: `source | cue | content`, a line each, `-` where there is none."""

import pytest
from drawing import article_of
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.rules.attribution import attributions

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
    (
        "The guild (BC), a body of bakers, said on Feb. 3 that flour was short.",
        "The guild (BC), a body of bakers | said | flour was short",
    ),
    (
        "Flour was short, said Ole Rand of the Bakers’ Guild (BG), a body of bakers.",
        "Ole Rand of the Bakers’ Guild (BG), a body of bakers | said | Flour was short",
    ),
    (
        "Lamb & Sons, a group that sells flour, said the oven was cold.",
        "Lamb & Sons, a group that sells flour | said | the oven was cold",
    ),
    (
        "A cook who knew the oven, and who was not permitted to speak, said it was cold.",
        "A cook who knew the oven, and who was not permitted to speak | said | it was cold",
    ),
    (
        "Ole Rand, who had been named cook in May, said the oven was cold.",
        "Ole Rand | said | the oven was cold",
    ),
    (
        "Two cooks, speaking on condition of anonymity, said the oven was cold.",
        "Two cooks, speaking on condition of anonymity | said | the oven was cold",
    ),
    (
        "The oven was cold, according to three cooks briefed on the plan.",
        "three cooks briefed on the plan | according to | The oven was cold",
    ),
    (
        "The oven was cold, according to figures compiled by the guild.",
        "figures compiled by the guild | according to | The oven was cold",
    ),
    (
        "According to the guild, the cooks opened a second oven.",
        "the guild | According to | the cooks opened a second oven",
    ),
    (
        "The oven was cold, said Ole Rand, a cook now at the school in Tarn.",
        "Ole Rand, a cook now at the school in Tarn | said | The oven was cold",
    ),
    ("The guild on Monday said the oven was cold.", "The guild | said | the oven was cold"),
    (
        "In its 90-page report the guild said the oven was cold.",
        "the guild | said | the oven was cold",
    ),
    (
        "The guild shut the oven, saying that flour was short.",
        "The guild | saying | flour was short",
    ),
    (
        "The guild shut the oven on Friday, ruling by four to three that flour was short.",
        "The guild | ruling | flour was short",
    ),
    (
        "The cooks, describing the oven as cold, left.",
        "The cooks | describing | the oven as cold",
    ),
    (
        "Leaked letters appear to show that flour was short.",
        "Leaked letters | appear to show | flour was short",
    ),
    (
        "It emerged from a letter that flour was short.",
        "a letter | emerged from | flour was short",
    ),
    ("By noon the next day, the log shows, the cooks left.", "the log | shows | the cooks left"),
    ("Flour is short, the guild estimates.", "the guild | estimates | Flour is short"),
    ("Flour was short, by what the guild called “an accident of the harvest”.",),
    ("If the guild thinks that flour was short, it should say how.",),
    ("The cooks were told that flour was short.",),
    ("The guild neither confirmed nor denied that flour was short.",),
    ("The cook told the court he was ill.", "The cook | told | he was ill"),
    ("The guild told cooks they should leave.", "The guild | told | they should leave"),
    (
        "The guild said it “will bake no more bread”.",
        "The guild | said | it “will bake no more bread”",
    ),
    (
        "The bread was “the only food for a week”, said Ole Rand.",
        "Ole Rand | said | The bread was “the only food for a week”",
    ),
    (
        "The guild rejected it as “untrue,” while the cook, Ole Rand, said flour was short.",
        "The guild | rejected | it as “untrue,”",
        "the cook, Ole Rand | said | flour was short",
    ),
    (
        "The guild expects prices to fall next year.",
        "The guild | expects | prices to fall next year",
    ),
    (
        "The guild promised to bake more bread, a vow that cooks dismissed.",
        "The guild | promised | promised to bake more bread",
        "cooks | dismissed | -",
    ),
    (
        "The guild admitted having sold the oven.",
        "The guild | admitted | admitted having sold the oven",
    ),
    ("The school counted 14.", "The school | counted | counted 14"),
    ("The report lists 14 ovens in Tarn.", "The report | lists | 14 ovens in Tarn"),
    ("The video shows a man beside the oven.", "The video | shows | a man beside the oven"),
    (
        "The bakery reported a 5% rise in sales on Monday.",
        "The bakery | reported | a 5% rise in sales",
    ),
    (
        "In Tarn, where, by the guild’s estimate, nine ovens are cold, bread is dear.",
        "the guild’s estimate | by the guild’s estimate | nine ovens are cold, bread is dear",
    ),
    ("The oven was described as “sound” in May.",),
    ("A report that the guild published in May is lost.",),
    ("Neither cook has confirmed the price.",),
    (
        "The guild lost nine ovens, two cooks estimate; flour is dear.",
        "two cooks | estimate | The guild lost nine ovens",
    ),
    (
        "A poll by the guild suggests 54% of cooks back the plan.",
        "A poll by the guild | suggests | 54% of cooks back the plan",
    ),
    (
        "Ole Rand said she had warned the guild twice.",
        "Ole Rand | said | she had warned the guild twice",
    ),
    (
        "Cooks suspected that flour was short.",
        "Cooks | suspected | flour was short",
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
