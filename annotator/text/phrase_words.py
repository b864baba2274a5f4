"""Word lists for noun-like phrases, in small letters."""

from typing import Final

from annotator.text.function_words import word_set

DEGREE: Final = word_set(
    """
    very most more less least once still only almost quite too well ever already so not
    """
)
NO_ADVERBS: Final = word_set(
    """
    family supply ally reply assembly july italy monopoly anomaly early daily weekly elderly
    likely unlikely friendly hourly monthly yearly quarterly fly bully rally belly jelly deadly
    costly ugly lonely lively orderly holy homily butterfly doily tally melancholy
    """
)
NO_PARTICIPLES: Final = word_set(
    """
    need speed seed weed breed feed red bed shed hundred sled indeed king ring wing spring
    string thing evening morning building meeting planning shipping fishing banking trading
    training housing spending farming mining teaching marketing ceiling wedding painting hearing
    ruling briefing offspring bombing shelling killing shooting gathering funding landing
    setting beginning warning reading writing drawing filing finding crossing swimming rating
    rowing sailing grounding roofing timing creed deed greed bloodshed steed
    """
)
PARTICIPLES: Final = word_set(
    """
    written known hidden broken stolen lost given sold sunken fallen driven chosen spoken drawn
    grown shown worn torn born sworn frozen proven forgotten taken beaten
    """
)
ADJECTIVES: Final = word_set(
    """
    old new young good bad big small great high low long short large little own same last next
    first second third early late strong weak rich poor full empty free open dark cold hot warm
    dry wet deep wide thick thin hard soft heavy light clear fresh main major minor former
    current recent right wrong true false common certain different safe sure real whole single
    double half dead alive quick slow white black blue green brown grey elderly likely unlikely
    senior junior chief prime top modest remote severe fierce brief grim bleak tense calm quiet
    mild rare vague huge vast tiny nearby upper lower inner outer legal total
    """
)
PREDETERMINERS: Final = word_set("all both such half tous toutes tout toute todos todas")
POSTDETERMINERS: Final = word_set("other few many several such autres quelques otros otras")
FULL_DETERMINERS: Final = word_set("a an the my your his her its our their no every")
# After a plural-like word these show that it was a verb.
OBJECTS: Final = word_set(
    """
    that it him them us me himself herself itself themselves nothing whether how what why
    """
)
# Finite verbs of news beside the commonest ones; none is a noun as often.
NEWS_VERBS: Final = word_set(
    """
    accuses admits agrees announces argues arose awoke becomes believes bent blames bled bore
    bred brings builds buys closes clung comes confirms crept dealt declares demolishes denies
    destroys died dies dug dwelt eats enters evacuates expels fails fed fled flees forbade forbids
    foresaw forgave fought froze gets gives goes grows hails hung imposes infects insists
    invades keeps kills knows leaned leapt led lent lets loses makes misled mistook mourns
    mulls nears ousts outgrew overcame overheard overran oversaw oversees overthrew overtook
    partook pays prepares proposes pursues puts quells quits reaches rebuffs rebuilt refuses
    regains rejects remains reopens resigns resumes retains retook reveals sank says seeks
    seizes sells sends shone shrugged sits slams slays sleeps slid slipped sneaked spat speaks
    sped spends spun stank steals strode strove struggles succeeds sues suffers surrenders
    survives suspends swears swept swung takes teaches tells thinks threatens threw topples
    tore understands undertook undid unveils upheld urges vows wants warns wears welcomes wept
    withdraws withdrew withheld withholds withstood woke writes wrung
    """
)
# Past forms that are nouns too: a verb where an object follows.
EITHER: Final = word_set("cost hurt quit burst cast shed split bid thrust spread wound bet rid")
# “Of” and a name behind one of these tell which it is: the citadel of Palmyra.
OF_A_NAME: Final = word_set(
    """
    citadel city town village port province district region island isle castle fortress fort bay
    lake river valley coast gulf peninsula suburb camp mosque temple church monastery cathedral
    abbey shrine tomb palace university college kingdom emirate republic governorate municipality
    county state hamlet oasis settlement archipelago archdiocese diocese principality sultanate
    township borough commune plain straits strait quarter neighbourhood neighborhood battle siege
    """
)
# No name stands beside one of these: this morning ISIS attacked.
NO_TITLES: Final = word_set(
    """
    morning evening afternoon night day week month year time fact sunday monday tuesday
    """
)
# They end as adjectives do.
NOUNS: Final = word_set(
    """
    secretary official executive capital hospital general representative arrival proposal
    approval funeral festival journal criminal rival individual professional animal terminal
    signal trial manual library diary salary summary anniversary commentary documentary military
    judiciary boundary initiative alternative objective native relative detective archive drive
    olive clinic critic music public traffic topic fabric logic republic mechanic panic cable
    table trouble vegetable stable canal removal renewal withdrawal survival denial burial
    referral appraisal chief senior junior minor major head double ballot dictionary missionary
    secondary adversary beneficiary estuary sanctuary february january tribunal cardinal admiral
    mineral material editorial memorial potential tutorial intellectual ritual portable comic
    plastic arctic attic arithmetic cosmetic lyric picnic pacific atlantic epidemic pandemic
    academic total legal green black white captive motive incentive narrative perspective
    fugitive directive locomotive cooperative co-operative collective conservative offensive
    operative portrait light jihadi spring fresh wish fish dish polish rubbish british english
    finish parish
    """
)
ATTRIBUTIVE: Final = word_set(
    """
    sports arms works news customs sales operations communications affairs relations rights
    goods savings headquarters series defence elections services securities gas bus plus commons
    lords human parents teachers veterans seafarers fishermen systems rivers commodities
    """
)
IRREGULAR_PLURALS: Final = word_set("people men women children police")
BEFORE_NOUN: Final = word_set(
    """
    premier première premiers premières grand grande grands grandes petit petite petits petites
    nouveau nouvelle nouveaux nouvelles ancien ancienne anciens anciennes jeune jeunes vieux
    vieille bon bonne bons bonnes autre autres même mêmes dernier dernière derniers dernières
    tel telle seul seule beau belle gros grosse haut haute long longue futur future primer
    primera primeros nuevo nueva nuevos nuevas gran viejo vieja buen buena otro otra otros otras
    mismo misma último última últimos últimas único única mayor mejor
    """
)
