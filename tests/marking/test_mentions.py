"""Which other places in an article are the same name, which may be, and which are not."""

from itertools import pairwise

import pytest
from arbitrary import articles
from drawing import article_of
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.folding import folded
from annotator.marking.mentions import Mentions, mentions, why_refused
from annotator.marking.motion import tidied
from annotator.text.span import Span
from annotator.text.unit import Unit, units


def asked(text):
    """Return the article and the mentions of what stands in brackets, and those as words."""
    start, end = text.index("["), text.index("]") - 1
    article = article_of(text.replace("[", "").replace("]", ""))
    found = mentions(article, Span(start, end))
    return article, [[article.quote(span) for span in spans] for spans in found_in(found)]


def found_in(found):
    return found.same, found.furniture, found.similar


@pytest.mark.parametrize(
    "text, same",
    [
        ("[ISIS] fled. Then ISIS’s men, ISIS's guns and the ISIS-led band.", ["ISIS"] * 3),
        ("[ISIS] is in. Isis said: is that so? ISIL did not.", []),
        ("[US] aid helps us. Tell us. The US agrees, and the U.S. too.", ["US", "U.S."]),
        ("The [WHO] asked who said so. Who did? WHO staff.", ["WHO"]),
        ("[IT] staff say it works. It does.", []),
        (
            "[Tell Amra] fell. TELL AMRA, May 3 — In Tell\xa0Amra it rained.",
            ["TELL AMRA", "Tell\xa0Amra"],
        ),
        ("[Talavanda] rose; Tala\xadvanda’s lorry left.", ["Tala\xadvanda"]),
        (
            "[the coastguard] said. The coastguard left. A coastguard officer.",
            ["The coastguard", "coastguard"],
        ),
        ("the [coastguard] said. The coastguard left.", ["coastguard"]),
        ("[the ferry’s] bow hit. The ferry’s stern, the ferry.", ["The ferry’s", "the ferry"]),
        ("In [Hrast] it rained. Near Hrast. Hrasten is a town.", ["Hrast"]),
        ("In [Syria] and Syrian towns. Syria!", ["Syria"]),
        ("[Korea] won. North Korea lost; South Korea drew. Korea slept.", ["Korea"]),
        ("[York] is old. New York is not. He left York.", ["York"]),
        ("In [Port Adler] it was the Port Adler Harbour Board. To Port Adler.", ["Port Adler"]),
        ("“[Adler] is ours.” He sailed to Port Adler with Adler.", ["Adler"]),
        ("[Diop] spoke. Ms. Castagnier-Diop did not. Then Diop left.", ["Diop"]),
        ("[Qaeda] is a word. Al-Qaeda is a name.", []),
        ("[Brien] met O’Brien, and later Brien.", ["Brien"]),
        ("[Angelo] met D’Angelo.", []),
        ("[Maddrell] came. Captain Maddrell left. Mr. Maddrell’s hat.", ["Maddrell", "Maddrell"]),
        ("[Lethany] lost. The Battle of Lethany. Lethany President Oda.", ["Lethany", "Lethany"]),
        ("[US] forces. The US Army and US President Halley.", ["US", "US"]),
        ("On [Monday] he told Maddrell Monday was fine.", ["Monday"]),
        ("[Maddrell] spoke. He told Maddrell Monday was fine.", ["Maddrell"]),
        ("In [Kamenik] all slept.\n\nKamenik Gates Will Never Open, Say Dam Builders", ["Kamenik"]),
        ("[Gate 4] was shut; Gate 5 was open; at gate 4 he stood.", ["gate 4"]),
        ("[Lt. Hale] spoke. In Lt. Hale’s view. It was late in Lt. He said so.", ["Lt. Hale"]),
        ("[Port Hale] is here. He reached port. Hale was there.", []),
        (
            "[l’État] paie. L’État ne paie pas, et le chef de l’État est là.",
            ["L’État", "l’État"],
        ),
        (
            "Harmsdorf und [Hohenlauter] sind Namen. In Hohenlauter Bürger zu sein ist nicht das.",
            ["Hohenlauter"],
        ),
        ("[汐見沢線]は、汐見沢線と汐見沢駅。", ["汐見沢線"]),
        ("[วัดโพธิ์]อยู่ที่วัดโพธิ์", ["วัดโพธิ์"]),
        ("قال [محمد] إن محمدا ذهب. محمد!", ["محمد"]),
        ("זה [שלום] ושלום וגם שָׁלוֹם.", ["שָׁלוֹם"]),
        ("[दिल्ली] में, दिल्लीवाला, दिल्ली।", ["दिल्ली"]),
        ("[김정은] 김정은 김정은은", ["김정은"]),
        ("**[Oyelund]**: _Oyelund_ and oyelund_x and @Oyelund.", ["Oyelund", "Oyelund"]),
        ("[Marisol K.] left. The Marisol K. and Marisol K, too.", ["Marisol K.", "Marisol K"]),
        ("[@bay_alerts] and @bay_alerts, bay_alerts.", ["@bay_alerts", "bay_alerts"]),
        ("[#Dark] is on. #Dark, then Dark", ["#Dark", "Dark"]),
        ("[Zoë] e\u0301. Zoe\u0308 and Zoe, Zoe\u0301x.", ["Zoe\u0308", "Zoe"]),
    ],
)
def test_the_same_name(text, same):
    _, (found, *_) = asked(text)
    assert found == same


@pytest.mark.parametrize(
    "name, other",
    [
        ("Lt. Cmdr. Owen Maddrell", "Maddrell"),
        ("Lt. Cmdr. Owen Maddrell", "Cmdr. Maddrell"),
        ("Lt. Cmdr. Owen Maddrell", "Owen Maddrell"),
        ("Owen Maddrell", "Maddrell"),
        ("Maddrell", "Owen Maddrell"),
        ("Samira Al-Dawwar", "Al-Dawwar"),
        ("Yusuf el-Kanari", "el-Kanari"),
        ("Ludwig van Hoorn", "van Hoorn"),
        ("Nguyễn Thị Hạnh", "Ms. Nguyễn"),
        ("Renée Chauvel", "Renée"),
        ("George Hallam", "George W. Hallam"),
        ("J. Hallam", "John Hallam"),
        ("General Union of Port Workers", "GUPW"),
        ("GUPW", "General Union of Port Workers"),
        ("Ministry of Public Works", "MPW"),
        ("Skerrane Ferries", "Skerrane"),
        ("Corvane", "Corvane Ltd"),
        ("Adler Harbour Board", "Harbour Board"),
        ("Harbour Board", "Adler Harbour Board"),
        ("United Nations", "UN"),
        ("EU", "European Union"),
        ("Russian", "Russians"),
        ("Saltland Farmers", "Saltland Farmer"),
        ("Deir ez-Zor", "Deir Ezzor"),
        ("Al-Qaeda", "Al-Qaida"),
        ("Müller", "Mueller"),
        ("Zelensky", "Zelenskyy"),
        ("Talavanda", "Talavnada"),
        ("Bashar al-Assad", "Bashar al-Asad"),
        ("OPEC", "Opec"),
        ("Zelensky", "Selenskyj"),
        ("Gaddafi", "Kadhafi"),
        ("Muammar Gaddafi", "Qadhafi"),
        ("Gadhafi", "Muammar Qaddafi"),
        ("Yanukovych", "Janukowytsch"),
        ("Syria", "Syrian"),
        ("Syrians", "Syria"),
        ("Iran", "Iranians"),
        ("Hrast", "Hrastian"),
        ("Iraq", "Iraqis"),
        ("France", "French"),
        ("Dutch", "Netherlands"),
        ("South Korea", "South Koreans"),
        ("Syrien", "Syrer"),
        ("Syrie", "Syriennes"),
        ("Ministry of Defence", "Defence Ministry"),
        ("Defence Ministry", "Ministry of Defence"),
        ("Ministry of Foreign Affairs", "Foreign Ministry"),
        ("Ministry of Defence", "MoD"),
        ("MoD", "Defence Ministry"),
        ("Defence Ministry", "MoD"),
        ("Britain", "UK"),
        ("United Kingdom", "Britain"),
        ("Mohammed Hale", "Muhammad Hale"),
        ("Qasr al-Hayr", "Kasr al-Hayr"),
        ("Kyiv", "Kiew"),
        ("Iraq", "Irak"),
        ("Anna de la Cruz", "de la Cruz"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Москва", "Москвы"),
    ],
)
def test_may_be_the_same(name, other):
    shown = other.removeprefix("Ms. ") if name.startswith("Ng") else other
    _, (same, _, similar) = asked(f"They met [{name}] there. Then they saw {other} again.")
    assert (same, similar) == ([], [shown])


@pytest.mark.parametrize(
    "name, other",
    [
        ("North Korea", "South Korea"),
        ("North Korea", "Korea"),
        ("East Tarrant", "West Tarrant"),
        ("Iraq", "Iran"),
        ("Prussia", "Russia"),
        ("Austria", "Australia"),
        ("Niger", "Nigeria"),
        ("Slovakia", "Slovenia"),
        ("Niger", "Nigerian"),
        ("Julia", "Julian"),
        ("North Korea", "Korean"),
        ("Kesra", "Kesrani"),
        ("Syrian army", "Iranian army"),
        ("Syrian army", "Syrian war"),
        ("Port Adler", "Port Adler Harbour Board"),
        ("Port Adler", "Adler"),
        ("Port Adler Police", "Port Adler"),
        ("Tarrant Bay", "Bay"),
        ("Harbour Board", "Board"),
        ("Owen Maddrell", "Grace Maddrell"),
        ("Clarissa Wren-Achterberg", "Achterberg"),
        ("Mr. Achterberg", "Ms. Wren-Achterberg"),
        ("Achterberg", "Clarissa Wren-Achterberg"),
        ("Vernoux", "Vernoux-le-Bas"),
        ("Hexley", "Hexley Chronicle"),
        ("Owen Maddrell", "Owen Hallorane"),
        ("Gate 4", "Gate 5"),
        ("World War I", "World War II"),
        ("Upper Orsel", "Lower Orsel"),
        ("General Union of Port Workers", "General Union of Dock Workers"),
        ("General Union of Port Workers", "GUDW"),
        ("Port Adler", "PA"),
        ("Kestrel Board", "KB"),
        ("Kerry", "Gerry"),
        ("Poland", "Polish Radio"),
        ("Kharkiv", "Kyiv"),
        ("Kerman", "German"),
        ("Ministry of Defence", "Ministry of Health"),
        ("Ministry of Defence", "Health Ministry"),
        ("Ministry of Defence", "MoH"),
        ("ISIS", "Is"),
        ("US", "Us"),
        ("Kesra", "Kezia"),
        ("Halden Quay", "Halden"),
        ("Oum Sarra", "Upper Sarra"),
        ("Иран", "Ирак"),
        ("the union", "Union Square"),
    ],
)
def test_not_the_same(name, other):
    _, (same, apart, similar) = asked(f"They met [{name}] there. Then they saw {other} again.")
    assert not same + apart + similar


@pytest.mark.parametrize(
    "text, same, similar",
    [
        ("[Anna de la Cruz] met Mr. de la Cruz, not Dr. de la Cruz.", [], ["de la Cruz"] * 2),
        ("[Jean de la Roche] is here. Mr. de la Roche said it to us.", [], ["de la Roche"]),
        ("[Piet van Dijk] is here, and Mr. van Dijk said it to us.", [], ["van Dijk"]),
        ("[Piet van Dijk] is here, and Mr. Van Dijk said it to us.", [], ["Van Dijk"]),
        ("[Mr. van Dijk] is here. Then Van Dijk said it to us.", [], ["Van Dijk"]),
    ],
)
def test_a_surname_keeps_its_particles(text, same, similar):
    found = asked(text)[1]
    assert (found[0], found[2]) == (same, similar)


def test_doubled_letters_are_one_word():
    text = "[EE. UU.] negó. El jefe de EE. UU. llegó. EE.UU. no. Los EE no. Ni UU."
    assert asked(text)[1] == [["EE. UU.", "EE.UU."], [], []]


def test_two_letters_are_an_acronym_where_they_stand_often():
    text = "The [Kestrel Board] met. Then KB left, and a KB man said so to us."
    assert asked(text)[1] == [[], [], ["KB", "KB"]]
    text = "The [Kestrel Board] (KB) met, and nobody said so to us."
    assert asked(text)[1] == [[], [], ["KB"]]
    text = "[Umar Sheikh] met the US envoy, and the US said so."
    assert asked(text)[1] == [[], [], []]


def test_an_acronym_is_introduced_in_brackets():
    text = "The Bab el-Rih Port Authority ([BPA]) met. A BPA man; PBA, BAP."
    _, (same, _, similar) = asked(text)
    assert (same, similar) == (["BPA"], ["Bab el-Rih Port Authority"])


def test_a_first_name_that_two_people_have_stands_for_neither():
    text = "[Owen Maddrell] met Owen Hale. Then Owen left."
    assert asked(text)[1] == [[], [], []]


def test_a_first_name_stands_for_its_only_bearer():
    text = "Habló [Juan] y Pedro. Los dos, con Juan Pérez, no es para los que."
    assert asked(text)[1] == [[], [], ["Juan Pérez"]]


def test_furniture_is_kept_apart():
    text = "They took [Kamenik].\n\nNear Kamenik.\n\nRead also: Kamenik by night\n\nKamenik slept."
    assert asked(text)[1] == [["Kamenik", "Kamenik"], ["Kamenik"], []]
    text = "They took Kamenik.\n\nRead also: [Kamenik] by night"
    assert asked(text)[1] == [["Kamenik"], [], []]


def test_part_of_a_word_is_looked_for_as_a_word():
    assert asked("[Syri]ans know Syri and Syria.")[1][0] == ["Syri"]


@pytest.mark.parametrize(
    "words, reason",
    [
        ("", "no word"),
        ("…", "no word"),
        ("🔥", "no word"),
        ("a", "single character"),
        ("X", "single character"),
        ("線", "single character"),
        ("1,200", "figures"),
        ("2016", "figures"),
        ("of the", "small words"),
        ("The", "small words"),
        ("und", "small words"),
        ("He said", "small words"),
    ],
)
def test_why_refused(words, reason):
    assert reason in why_refused(words)
    article = article_of(f"{words} {words} {words}")
    assert mentions(article, Span(0, len(words))) == Mentions()


@pytest.mark.parametrize(
    "words", ["WHO", "US", "G7", "Gate 4", "the coastguard", "東湾", "O’Brien"]
)
def test_not_refused(words):
    assert not why_refused(words)


def test_thousands_of_mentions():
    article = article_of("In Hrast it rained. " * 5_000)
    found = mentions(article, Span(3, 8))
    assert len(found.same) == 4_999
    assert {article.quote(span) for span in found.same} == {"Hrast"}


@given(articles(), st.integers(0, 40), st.integers(1, 25))
def test_mentions_never_touch_each_other_nor_the_span(article, start, length):
    start = min(start, len(article.text))
    span = tidied(article, Span(start, min(start + length, len(article.text))))
    check_laws(article, span)


@given(articles(), st.data())
def test_mentions_of_every_word_fold_as_it_does(article, data):
    words = [w for i in range(len(article.paragraphs)) for w in units(article, Unit.WORD, i)]
    if words:
        check_laws(article, data.draw(st.sampled_from(words)))


def check_laws(article, span):
    found = mentions(article, span)
    everything = sorted([*found.same, *found.furniture, *found.similar, span])
    for before, after in pairwise(everything):
        assert before.end <= after.start
    for spans in found_in(found):
        assert list(spans) == sorted(spans)
        assert all(0 <= start < end <= len(article.text) for start, end in spans)
    for mention in (*found.same, *found.furniture):
        assert folded(article.quote(mention)) == folded(article.quote(span))
