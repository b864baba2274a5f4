"""Words that say what the words beside them are: articles, titles, kinds of organisation.

All are in folded form (`marking.folding`).
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ARTICLES: Final = {
    "en": _words("the"),
    "de": _words("der die das den"),
    "fr": _words("le la les l"),
    "es": _words("el la los las lo"),
    "it": _words("il lo la gli le l"),
}
ARTICLES: Final[frozenset[str]] = frozenset().union(*_ARTICLES.values())
"""Definite articles: with and without one, a name is the same."""


def articles_of(language: str) -> frozenset[str]:
    """Return the definite articles of a language; of all of them where it is not known here."""
    return _ARTICLES.get(language, ARTICLES)


FUNCTION_WORDS: Final = _words("""
    a about above after again against all also although am an and any are as at be because been
    before being below between both but by can could did do does during each either even few for
    from further had has have he hence her here hers him his how however i if in into is it its
    just later like many may me meanwhile might more most much must my neither no nor not now of
    off on once one only or other our out over own per rather said same say says several she
    should since so some still such than that the their them then there these they this those
    though through thus to too two under until up upon us very was we were what when where
    whether which while who whom whose why will with within without would yes yet you your aber
    als am an auch auf aus bei bis da das dass dem den der des die dies diese dieser doch durch
    ein eine einem einen einer er es fur hat ich ihr im in ist ja kein man mit nach nicht noch
    nun nur ob oder ohne sagte seine sich sie sind so um und uns vom von vor war was wenn wer
    wie wir wo zu zum zur au aux avec ce cela ces cette chez comme d dans de depuis des donc
    dont du elle elles en est et eux il ils je l la le les leur lui ma mais me mes mon ne ni nos
    notre nous on ont ou par pas plus pour qu quand que qui s sa sans se selon ses si son sont
    sous sur un une vers vos vous y al cada con cual cuando del desde donde el ella ellos entre
    era eran esta este esto fue ha han hasta hay la las lo los mas muy para pero por porque sin
    sobre su sus tambien una unas unos ya che chi ci col come con cui dal dalla degli dei del
    della di e gli ha ho il la lo ma nei nel nella non per piu quando quello questo si sia sono
    sul sulla tra una uno aan bij dan dat deze die dit door een en het hij maar met naar niet
    nog om ook op over te tot uit van voor wat werd wordt zijn zij a com da das do dos e em foi
    mas na nao nas no nos os ou para pela pelo por que se sem sua uma bir bu ve ile icin daha
    cok en gibi и в не на с что он она они как по из за к от у о но это его до для то же ее мы
    вы я
""")

TITLES: Final = _words("""
    mr mrs ms miss dr prof professor sir dame lord lady lt cmdr sgt capt captain col colonel gen
    general maj major cpl corporal adm admiral brig brigadier lieutenant sergeant commander
    marshal pvt private inspector superintendent constable officer sheriff detective chief
    president vice prime premier minister chancellor secretary ambassador senator sen
    representative rep congressman congresswoman deputy speaker governor gov mayor councillor
    councilman king queen prince princess emperor emir sheikh sultan pope cardinal bishop
    archbishop rev reverend father sister brother imam ayatollah rabbi judge justice attorney
    director chairman chairwoman spokesman spokeswoman ceo cfo md engineer coach hon former
    acting herr frau fraulein minister ministerin prasident prasidentin kanzler kanzlerin
    burgermeister burgermeisterin oberburgermeister oberburgermeisterin pfarrer superintendentin
    landrat m mme mlle monsieur madame maire ministre depute senateur docteur maitre senor
    senora sr sra don dona presidente presidenta ministro ministra alcalde alcaldesa signor
    signora dott ministro sindaco onorevole г господин президент министр премьер генерал
    полковник
""")
"""What stands before the name of a person and is no part of it."""

OF_PERSONS: Final = _words("""
    mr mrs ms miss dr prof lt cmdr sgt capt captain col colonel gen maj major cpl adm brig sen
    senator rep congressman congresswoman councillor inspector superintendent constable detective
    judge coach herr frau fraulein m mme mlle monsieur docteur senor senora sr sra don dona signor
    signora dott
""")
"""Titles with no place or office behind them: `Mr. de la Roche`, and not `Ministre de la Mer`."""

ROLES: Final = TITLES | _words(
    "foreign defence defense interior finance justice transport health trade officials"
)
"""What may follow the name of a country or a company and is no part of it: `Russia Ambassador`."""

ABBREVIATIONS: Final = _words("""
    mr mrs ms dr prof lt cmdr sgt capt col gen maj rep sen gov st rev hon adm brig cpl pvt fr sr
    jr sra srta dott ste mt ft no nr vs messrs mme
""")
"""Words with a full stop behind them that ends no sentence."""

PARTICLES: Final = _words("""
    of de du des del della di da do dos das van von vom zu zur der den ter ten la le al el ul
    bin ibn bint abu ben ould d l
""")
"""Small words inside of names."""

OF: Final = _words("of de du des del della di da do dos das von vom van d")
"""Particles behind which a name of its own begins: `Battle of Palmyra`."""

PLACE_WORDS: Final = _words("""
    north south east west northern southern eastern western central upper lower low high inner
    outer new old great greater little port fort mount mt lake cape saint st san santa sao bab
    tell wadi oum deir ain nord sud est ouest ost neu alt ober unter bad sankt nueva nuevo norte
    sur
""")
"""What makes another place of the place whose name follows: `North Korea` is not Korea."""

DIRECTIONS: Final = _words("""
    north south east west northern southern eastern western northeast northwest southeast
    southwest upper lower low high inner outer new old former anti pro nord sud ost ouest norte
    sur
""")
"""Names that differ in one of these are two names, alike as they may look."""

KINDS: Final = _words("""
    agency airport alliance army assembly association authority bank basin battalion bay beach
    board bridge brigade bureau centre center chamber church city club college commission
    committee company conference congress convention corporation corps council country county
    court dam department desert district division embassy federation fleet force forces
    foundation front gazette government grid group guard harbour harbor haven herald highway
    hospital institute island islands league library line market ministry mosque mountain
    mountains movement museum navy network news ocean office organisation organization park
    parliament party peninsula police port post press province quarter quay railway region
    regiment republic river road school sea senate service society square state states station
    strait street taskforce team terminal terminals theatre times tower town treaty tribunal
    troops union united university valley village wells workers war accord act agreement cup
    games amt bund gemeinde gericht kirche ministerium partei stadt universitat verband verein
    zeitung conseil departement ministere mairie parti prefecture pont universite ville
    ayuntamiento gobierno ministerio partido universidad ciudad works mills mill chronicle
    tribune courier echo telegraph express observer pass point factory plant mine mines docks
    dock radio television broadcaster airports ferry
""")
"""Last words of names that are no person's."""

OFFICES: Final = _words("ministry department university embassy directorate institute academy")
"""Of what an office or a house is named both ways: `Ministry of Health`, `Health Ministry`."""

UNIONS: Final = _words("nations union states kingdom emirates")
"""Last words of names that are well known by two letters: `UN`, `EU`, `US`."""

COMMERCIAL: Final = _words("""
    inc incorporated corp corporation ltd limited plc llc llp co company group holding holdings
    ag gmbh kg se sa sas sarl spa srl nv bv ab oy as ferries terminals motors industries systems
    technologies partners brothers enterprises international
""")
"""Last words that the name of a company may go without."""

CONFUSABLE: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "austria australia",
        "iran iraq",
        "slovakia slovenia",
        "niger nigeria",
        "mali malawi",
        "latvia lithuania",
        "austrian australian",
        "iranian iraqi",
        "slovak sloven",
        "mauritius mauritania",
        "sunni shia",
        "budapest bucharest",
        "paraguay uruguay",
        "sweden switzerland",
        "niger nigerian",
        "julia julian",
        "maria marian",
        "adria adrian",
        "anna annan",
        "lilia lilian",
        "fabia fabian",
        "christ christian",
        "julie julien",
        "marie marien",
        "lucie lucien",
    )
)
"""Names that look alike and are not."""

CALENDAR: Final = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february april july
    september october november december jan feb nov oct sept dec montag dienstag mittwoch
    donnerstag freitag samstag sonntag januar februar dezember oktober lundi mardi mercredi
    jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo
""")
"""Capitalised words that are no part of the name beside them: `told Maddrell Monday`."""

ELIDING: Final = frozenset({"fr", "it", "ca"})
"""Languages in which an article before a vowel hangs on its noun: `l’État`."""
