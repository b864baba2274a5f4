"""Word lists for names: titles, calendars, heads, particles. Lower case, straight apostrophes."""

from typing import Final

from annotator.text.function_words import word_set

# A title is part of a name, but none on its own.
TITLES: Final = word_set(
    """
    mr mrs ms miss mx dr prof professor sir lord lady dame madam gentlemen captain capt major
    maj colonel col general gen lieutenant lt commander cmdr sergeant sgt corporal cpl admiral
    adm judge justice president premier prime chancellor minister secretary governor gov senator
    sen representative rep congressman congresswoman councillor mayor bishop archbishop cardinal
    pope king queen prince princess duke duchess earl count countess baron baroness sheikh imam
    ayatollah rabbi reverend rev superintendent inspector constable detective chief officer
    ambassador chairman chairwoman director m mm mme mmes mlle monsieur madame maître me docteur
    herr frau pfarrer dipl-ing maire préfet président présidente ministre sr sra srta don doña
    señor señora dra sig signor signora dhr mevr
    """
)
# A full stop after one of these, or after an initial, does not end a name.
ABBREVIATIONS: Final = word_set(
    """
    mr mrs ms mx messrs dr drs prof capt maj col gen lt cmdr sgt cpl adm gov sen rep rev hon st
    ste mt ft pres supt insp dipl mme mlle sr sra srta dra sig jr bros
    """
)
MONTHS: Final = word_set(
    """
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober
    dezember
    """
)
DAYS: Final = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays
    thursdays fridays saturdays sundays mon tue wed thu fri sat sun montag dienstag mittwoch
    donnerstag freitag samstag sonnabend sonntag dienstagabend mittwochabend montagabend
    donnerstagabend freitagabend
    """
)
MAY_BE_NAMES: Final = word_set("may march april june august jan mai")
"""Months that follow a first name as often as not: Theresa May."""

NO_NAMES: Final = word_set(
    """
    mw gw kw km kg ok yes no oh dear am pm a.m p.m gmt utc cet est bst am. p.m. a.m. tv url pdf
    faq ps nb urgent update updates breaking exclusive correction corrections clarification
    factbox analysis explainer opinion interview watch live photo photos picture video q a
    police officials residents opposition nobody people photographs reception nothing yesterday
    today tomorrow secondly thirdly firstly
    """
)
"""Capitalised at the start of a sentence, or of a piece of news, and no names there."""

SAYING: Final = word_set("said says told wrote writes added asked announced replied")
# A German noun without an article after one of these is a name, more often than not.
BARE_BEFORE: Final = word_set(
    """
    in aus nach bei von sagte sagt erklärte erklärt betonte klagte berichtete entgegnete meinte
    so
    """
)

# Of what there may be one in a place, or for a thing: Ministry of Rivers, but Ana of the Rivers.
HEADS: Final = word_set(
    """
    academy act agency archbishop army assembly association authority bank bay battle bishop
    board bureau cape castle cathedral centre center chamber chancellor charter church citadel
    city coast college commission commissioners committee confederation conference congress
    convention council county court declaration department deputy diocese director district
    duchess duke earl emirate empire estuary faculty federation fort fund gate government
    governor gulf hall high house institute institution isle isles islands islands' kingdom king
    lake laboratory league legion library lord mayor minister ministry mosque mount mouth museum
    office order organisation organization palace parliament party peace port prince princess
    president province queen region republic river royal school sea secretary senate society
    speaker state states strait straits supreme synod temple tower town treaty tribunal union
    united university vale valley village alliance movement front sons daughters friends brigade
    brigades bureau coalition network observatory guild brotherhood sisterhood brothers sisters
    knights guards guardians forum initiative trust foundation club fellowship corps directorate
    inspectorate registry cooperative consortium syndicate partnership mothers campaign circle
    confraternity college colleges courts ministries heights plains plain falls
    """
)
# After a possessive these make a name of it: St. Brannoc's Hospital.
HOUSES: Final = HEADS | word_set(
    """
    hospital hard square street road point quarter day island green park wharf quay bridge hill
    farm cross clinic alliance front movement pension co-operative group
    """
)
# A figure after one of these belongs to it: Gate 6, even where more words follow.
NUMBERED: Final = word_set(
    """
    gate route highway flight channel section article room building unit area zone district
    sector line pier platform terminal runway tower block camp ward phase level boeing airbus
    apollo bulletin chapter resolution buoy bus hall checkpoint point
    """
)
PREFIXES: Final = word_set(
    """
    co vice ex non anti pre post semi multi re sub mid pro pan neo trans inter deputy
    """
)
# Between two capitalised words. `of` and `for` need a head before them.
PARTICLES: Final = {
    "en": "of the|of|for|de la|de|del|della|di|da|dos|van der|van den|van|von der|von|bin|ibn|al|el"
    "|abu|du|des|la|upon",
    "de": "von und zu|von der|von|van der|van|de|zu|bin|ibn|al|el|della|di|da",
    "fr": "de la|de l'|de|du|des|d'|van der|van|von|bin|ibn|al|el|en|sur|sous",
    "es": "de la|de las|de los|de|del|van|von|bin|ibn|al",
    "nl": "van der|van de|van den|van|de|den|ter|ten|von|bin|ibn|al|el",
    "it": "della|dell'|dei|degli|delle|del|d'|di|da|de|van|von|al|el",
    "": "de la|de|del|della|di|da|do|dos|das|van der|van|von|bin|ibn|al|el|du|des|af|av",
}
OF_A_TITLE: Final = word_set("elect general designate in-chief at-large")
ARTICLES: Final = word_set("la le les el los las il lo")
"""With a capital in mid-sentence they are part of a name."""

NOUNS_OF_MEASURE: Final = word_set(
    """
    million millionen milliarde milliarden prozent euro dollar franken meter kilometer
    zentimeter quadratmeter kubikmeter hektar tonne tonnen kilo kilogramm liter uhr jahr jahre
    jahren tag tage tagen stunde stunden minuten mal grad ende anfang mitte
    """
)
LEADERS: Final = word_set("van von vande vander")
FOLLOWERS: Final = word_set("der den de het 't ’t")
"""What may stand between a particle with a capital and its name: `Van der Meulen`."""

WATERS: Final = word_set(
    """
    main rhein neckar lech inn isar donau elbe oder spree saale weser ruhr mosel saar lahn see
    bodensee havel ems aller leine fulda werra regen enz nahe sieg mur etsch höhe breisgau allgäu
    harz oberpfalz heide tauber glan mürz leitha ilm dahme unstrut neiße wümme aisch ach
    """
)
"""What a German town lies on or in: Frankfurt am Main, Freiburg im Breisgau."""

TOWNS_ON_WATER: Final = word_set(
    """
    frankfurt offenbach freiburg rothenburg ludwigshafen rüdesheim limburg mülheim marbach esslingen
    """
)
GERMAN_SAYING: Final = word_set(
    """
    sagte sagt erklärte erklärt betonte betont klagte klagt berichtete berichtet entgegnete meinte
    meint kritisierte forderte warnte antwortete fragte kündigte
    """
)
GERMAN_TITLES: Final = word_set("herr herrn frau dr prof")
# Behind one of these a small adjective belongs to a French name: Union africaine.
FRENCH_HEADS: Final = word_set(
    """
    union organisation banque commission cour conseil assemblée ligue république fédération
    confédération communauté agence académie parlement croissant croix-rouge armée garde gendarmerie
    police sécurité éducation caisse fonds front parti mouvement congrès coalition alliance autorité
    institut observatoire société comité forum tribunal chambre bibliothèque musée opéra théâtre
    """
)
FRENCH_ADJECTIVES: Final = word_set(
    """
    unies arabe rouge suprême populaire russe belge suisse malienne allemande turque grecque
    """
)
FRENCH_ADJECTIVE_ENDS: Final = (
    *("aine", "ain", "éenne", "éen", "ienne", "ien", "aise", "ais", "oise", "ois", "iale", "ial"),
    *("nale", "nal", "rale", "ral", "pale", "pal", "ique", "iques", "aire", "aires", "ative"),
    *("laire", "toriale", "iste", "istes"),
)
# Surnames and towns whose article has a capital at the start of a sentence too.
WITH_ARTICLE: Final = {
    "le": word_set(
        """
        drian pen gall goff bris corre foll guen roux clézio carré corbusier nôtre brun floch mans
        havre caire cap touquet creusot puy
        """
    ),
    "la": word_set(
        """
        haye rochelle havane mecque paz plata rochefoucauld fayette bruyère baule ciotat seyne
        valette spezia
        """
    ),
    "los": word_set("ángeles angeles"),
    "las": word_set("vegas palmas"),
    "el": word_set("salvador cairo paso aaiún alto"),
}
