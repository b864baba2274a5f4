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
    united university vale valley village
    """
)
# After a possessive these make a name of it: St. Brannoc's Hospital.
HOUSES: Final = HEADS | word_set(
    """
    hospital hard square street road point quarter day island green park wharf quay bridge hill
    farm cross clinic alliance front movement
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
    "": "de la|de|del|della|di|da|do|dos|das|van der|van|von|bin|ibn|al|el|du|des|af|av",
}
NOUNS_OF_MEASURE: Final = word_set(
    """
    million millionen milliarde milliarden prozent euro dollar franken meter kilometer
    zentimeter quadratmeter kubikmeter hektar tonne tonnen kilo kilogramm liter uhr jahr jahre
    jahren tag tage tagen stunde stunden minuten mal grad ende anfang mitte
    """
)
# With these characters Chinese writes the sounds of foreign names.
TRANSLITERATING: Final = (
    "阿埃艾安奥巴白贝本比宾波伯博布查达大戴丹德迪蒂杜多顿恩尔法菲费弗福夫盖冈高戈格古哈海汉赫亨洪华怀霍基吉"
    "加贾杰金卡凯坎康科克肯孔库拉莱兰劳勒雷里利莉丽林卢鲁路罗洛吕马玛迈麦曼梅蒙米密明莫默穆纳娜奈南内尼涅努"
    "诺帕潘佩皮平珀普奇契齐乔切琼热荣茹瑞萨塞赛森沙山尚绍舍申圣史什施舒朔思斯丝苏索塔泰坦汤唐特提廷图托瓦万"
    "旺威韦维魏温文翁沃乌吾武西希锡夏香肖谢辛欣休许雪亚延扬耶叶伊因英尤于宇约泽扎詹珍朱兹祖佐"
)
