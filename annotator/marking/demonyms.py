"""What people and things of a country are called: Syria and Syrians, France and French."""

from functools import cache
from typing import Final

from annotator.marking.name_tokens import Key
from annotator.marking.name_words import CONFUSABLE

_LEAST: Final = 4  # letters of a country
_ENDINGS: Final = ("an", "ian", "ese")

_GERMAN: Final = ("er", "ern", "erin", "erinnen")

_TABLE: Final = """
    afghanistan: afghan | albania: albanian | america: american | united states: american | us:
    american | usa: american | argentina: argentine argentinian | azerbaijan: azerbaijani azeri
    | bahrain: bahraini | bangladesh: bangladeshi | belgium: belgian | bosnia: bosnian bosniak |
    britain: british briton | united kingdom: british briton | uk: british briton | burma:
    burmese | myanmar: burmese | canada: canadian | catalonia: catalan | chad: chadian |
    chechnya: chechen | chile: chilean | china: chinese | congo: congolese | croatia: croat
    croatian | cyprus: cypriot | czech republic: czech | czechia: czech | denmark: danish dane |
    ecuador: ecuadorian ecuadorean | egypt: egyptian | england: english | europe: european | eu:
    european | european union: european | finland: finnish finn | flanders: flemish | france:
    french | gaza: gazan | germany: german | greece: greek | greenland: greenlandic greenlander
    | holland: dutch | netherlands: dutch | hungary: hungarian | iceland: icelandic icelander |
    iraq: iraqi | ireland: irish | israel: israeli | italy: italian | ivory coast: ivorian |
    jordan: jordanian | kazakhstan: kazakh | kashmir: kashmiri | kosovo: kosovar kosovan |
    kurdistan: kurdish kurd | kuwait: kuwaiti | kyrgyzstan: kyrgyz | laos: laotian | lebanon:
    lebanese | luxembourg: luxembourger | madagascar: malagasy | maldives: maldivian | malta:
    maltese | mexico: mexican | monaco: monegasque | montenegro: montenegrin | morocco: moroccan
    | niger: nigerien | norway: norwegian | oman: omani | pakistan: pakistani | palestine:
    palestinian | peru: peruvian | philippines: filipino philippine | poland: polish pole |
    portugal: portuguese | qatar: qatari | saudi arabia: saudi | scotland: scottish scot |
    serbia: serb serbian | sicily: sicilian | singapore: singaporean | slovakia: slovak |
    slovenia: slovene slovenian | somalia: somali somalian | spain: spanish spaniard | sweden:
    swedish swede | switzerland: swiss | tajikistan: tajik | thailand: thai | togo: togolese |
    turkey: turkish turk | turkmenistan: turkmen | ukraine: ukrainian | uae: emirati | united
    arab emirates: emirati | uzbekistan: uzbek | wales: welsh | yemen: yemeni | zimbabwe:
    zimbabwean | zealand: zealander | york: yorker | moscow: muscovite | london: londoner |
    berlin: berliner | naples: neapolitan | venice: venetian | irak: iraker irakern irakien
    irakiens | turkei: turke turken turkische | russland: russe russen | frankreich: franzose
    franzosen | deutschland: deutsche deutschen deutscher | polen: pole | italien: italiener
    italienern | griechenland: grieche griechen | spanien: spanier spaniern | grossbritannien:
    brite briten | russie: russe | allemagne: allemand | turquie: turc | chine: chinois |
    italie: italien | grece: grec | espagne: espagnol | royaume uni: britannique | etats unis:
    americain | ukraine: ukrainer ukrainern ukrainien | iran: iraner iranern iranien
"""


def is_of(place: Key, people: Key) -> bool:
    """Say whether the second name is what people, or things, of the first are called.

    Or the same place, by another name: Britain and the UK.
    """
    mine = _people().get(" ".join(place), frozenset())
    if (len(people) == 1 and people[0] in mine) or mine & _people().get(
        " ".join(people), mine - mine
    ):
        return True
    if len(place) != len(people) or place[:-1] != people[:-1]:
        return False
    return _is_of(place[-1], people[-1])


def partners(name: Key) -> frozenset[str]:
    """Return the irregular words that may stand for a place or its people; last ones of names."""
    people = _people().get(" ".join(name), frozenset())
    places = _places()
    return people.union(places.get(name[-1], ()), *(places[word] for word in people))


def _is_of(place: str, people: str) -> bool:
    if people in _people().get(place, ()):
        return True
    one = people.removesuffix("s")
    if len(place) < _LEAST or frozenset((place, one)) in CONFUSABLE:
        return False
    if place.endswith("a"):
        return one == f"{place}n"
    if place.endswith("ie"):
        return one in {f"{place}n", f"{place}nne"}
    if place.endswith("ien"):
        return any(
            one in {stem + "er", stem + "ern", stem + "erin"} for stem in (place[:-3], place[:-2])
        )
    return place[-1] not in "aeiouys" and any(one == place + ending for ending in _ENDINGS)


@cache
def _people() -> dict[str, frozenset[str]]:
    """Return the words of the table with their plurals, by place."""
    found: dict[str, frozenset[str]] = {}
    for entry in _TABLE.split("|"):
        place, _, listed = entry.partition(":")
        words = listed.split()
        nations = [word for word in words if word.endswith(("sh", "ch"))]
        found[place.strip()] = found.get(place.strip(), frozenset()).union(
            words,
            (f"{word}s" for word in words if not word.endswith(("sh", "ch", "ese", "s"))),
            (word + end for word in nations for end in ("man", "men")),
        )
    return found


@cache
def _places() -> dict[str, frozenset[str]]:
    """Return the last words of the places, by the people."""
    found: dict[str, frozenset[str]] = {}
    for place, people in _people().items():
        for word in people:
            found[word] = found.get(word, frozenset()) | {place.split()[-1]}
    return found
