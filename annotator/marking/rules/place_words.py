"""Places: the words that show a name to be one, and the countries and cities that news names most.

All in lower case, with a curly apostrophe. A small list by choice: a full gazetteer takes tens of
megabytes, and most of its names are also those of people and common words.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from annotator.marking.word_lists import words


class PlaceWords(NamedTuple):
    """The words of one language. `strong` and `weak` are prepositions, by what they prove.

    `nouns` are places by themselves; `heads` only show a name that holds or follows one to be one.
    `sites` are places behind a preposition alone. `goals` are verbs of what is done to a place.
    """

    strong: frozenset[str]
    weak: frozenset[str]
    nouns: frozenset[str]
    heads: frozenset[str]
    suffixes: tuple[str, ...] = ()
    goals: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(","))


PLACES: Final[Mapping[str, PlaceWords]] = {
    "en": PlaceWords(
        strong=words("in near outside around throughout across off"),
        weak=words("at from to into toward towards through inside along over via"),
        nouns=words(
            "city town village hamlet port harbour harbor airport airfield border coast coastline "
            "river riverbank street square avenue lane alley province region district capital "
            "island islet valley mountain road highway motorway hospital mosque prison market "
            "factory dam quay pier jetty mainland suburb neighbourhood neighborhood estuary "
            "reservoir headquarters slip channel strait bay gulf lagoon frontier dyke dike reef "
            "countryside hill forest woods desert oasis basement cellar berth breakwater "
            "courthouse stadium theatre museum library waterfront wharf dockyard shipyard slipway "
            "seabed riverbed sandbank shoal shallows shore shoreline beach cape peninsula lake "
            "pond canal lock sluice spillway weir floodplain delta marsh swamp wetland meadow "
            "orchard vineyard pasture farm farmland farmhouse barn quarry warehouse depot silo "
            "granary refinery barracks checkpoint outpost trench junction roundabout bridge "
            "tunnel crossing outskirts courtyard yard clinic cemetery graveyard chapel cathedral "
            "monastery temple synagogue schoolhouse classroom playground gym cinema hotel hostel "
            "guesthouse restaurant café cafe pub shop supermarket bakery pharmacy terminal tower "
            "morgue tent shelter camp house cottage flat apartment residence villa palace castle "
            "fort fortress kitchen bathroom bedroom corridor staircase attic rooftop balcony deck "
            "wheelhouse cabin store-room storeroom pontoon basin upstream downstream crest gorge "
            "canyon ravine ridge slope summit pass plateau plain steppe archipelago lighthouse "
            "landfill dump sewer aquifer entrance county municipality parish borough territory "
            "powerhouse substation building "
            "courtroom carriageway footpath pavement sidewalk kerb garage driveway footbridge "
            "viaduct aqueduct underpass overpass flyover culvert embankment levee ford rapids "
            "waterfall stream brook creek tributary headwaters cliff cave dune volcano glacier "
            "fjord isthmus promontory headland cove inlet moor heath savannah jungle rainforest "
            "woodland grove prairie tundra bridgehead beachhead frontline enclave exclave "
            "stronghold airbase airstrip helipad bunker dugout watchtower rampart minefield "
            "battlefield township settlement slum favela ghetto shantytown downtown precinct "
            "constituency prefecture governorate hallway foyer loft cloakroom lavatory nursery "
            "kindergarten schoolyard campus dormitory workshop foundry smelter sawmill colliery "
            "oilfield gasfield greenhouse paddock stable auditorium ballroom tavern inn casino "
            "nightclub mall plaza bazaar marketplace mortuary crematorium mausoleum shrine pagoda "
            "convent abbey priory crypt minaret dungeon jail gaol penitentiary barrage coalfield "
            "airspace skyline hillside mountainside roadside lakeside seafront harbourfront "
            "promenade boulevard alleyway passageway crossroads intersection towpath causeway "
            "moat mudflat floodgate weighbridge boatyard timberyard scrapyard stockyard "
            "graveside doorstep doorway threshold gateway hut shack shed bungalow mansion chateau "
            "tenement skyscraper high-rise car-park ranch plantation vineyard allotment "
            "water-tower power-station railhead siding depot hangar launchpad vault mess-hall"
        ),
        sites=words(
            "area zone site spot scene corner centre center office room hall floor country home "
            "base bank banks block field fields ward station court school church university "
            "college works plant mill mine park garden entrance exit door table desk world "
            "continent sea ocean waters sky north south east west coalfield wall roof platform "
            "track tracks terminal kiosk stand bed beds "
            "gallery studio laboratory bottom edge mouth bend stairs "
            "lobby hangar runway apron stage arena pool reach hinterland interior "
            "pit shaft hole ditch canteen gym "
            "line lines approach water store stores ruins rubble wreckage jungle steps step "
            "entrances gates lift tram coach carriage compartment cell cells ward counter lot "
            "places premises complex compound facility yard "
        ),
        heads=words(
            "river street road lane avenue square province region district county valley bay gulf "
            "strait sea ocean lake island islands mount mountain mountains port harbour harbor "
            "quay pier gate bridge airport station hall house head point cape beach hill hills "
            "city town village peninsula desert canyon forest park quarter north south east west "
            "northern southern eastern western central upper lower low new old great little green "
            "landing wharf dock docks pass ridge plain plateau creek falls canal woods swamp yard "
            "terminal crossing cathedral church mosque hospital prison school stadium coast delta "
            "basin islet reef market palace tower towers plaza mall fort monastery gardens "
            "tunnel dam reservoir lagoon estuary cove inlet heights flats meadows mine quarry "
            "refinery barracks cemetery boulevard terrace crescent parkway highway motorway "
            "junction roundabout lighthouse weir springs rapids volcano glacier"
        ),
        suffixes=("burgh", "shire", "ville", "istan", "land", "lands"),
        goals=words(
            "entered reached left captured took seized fled visited crossed retook recaptured "
            "bombed shelled liberated attacked besieged destroyed blocked blocks close closed "
            "closes reopened occupied stormed surrounded evacuated recapture capture retake leave "
            "enter reach visit controls controlled control hold holds held seize cross retaken "
            "overran encircled defended abandoned reopen shut storm occupy searched raided"
        ),
    ),
    "de": PlaceWords(
        goals=words(
            "blockierten blockierte zerstörte zerstörten besetzten besetzte stürmten räumten "
            "verließen erreichten verließ"
        ),
        strong=words("in nahe um"),
        weak=words("aus nach bei im am zum zur von vom auf an durch über beim"),
        nouns=words(
            "stadt dorf hafen flughafen grenze küste fluss brücke straße platz provinz region "
            "bezirk hauptstadt insel tal gebirge bahnhof krankenhaus kirche gefängnis markt "
            "fabrik talsperre staumauer turnhalle rathaus gemeinde ortsteil friedhof altstadt "
            "landkreis viertel halle schule stausee oberlauf unterlauf ufer werk kraftwerk "
            "landtag"
        ),
        heads=words(
            "ortsteil stadtteil gemeinde stadt landkreis kreis bezirk insel bad sankt see berg "
            "straße platz provinz region altstadt bundesland dorf hafen bucht kap"
        ),
        suffixes=(
            "burg",
            "dorf",
            "heim",
            "stadt",
            "straße",
            "platz",
            "tal",
            "berg",
            "hausen",
            "hafen",
            "brücke",
            "furt",
            "bach",
            "see",
            "feld",
            "kirchen",
            "ingen",
            "weiler",
            "allee",
            "gasse",
        ),
    ),
    "fr": PlaceWords(
        goals=words(
            "bloquent détruit bloqué occupent occupe occupé envahi quitté évacué fermé bloque"
        ),
        strong=words("en dans"),
        weak=words("à vers de d’ du au aux sur depuis chez près par"),
        nouns=words(
            "ville village bourg hameau port aéroport frontière côte fleuve rivière pont rue "
            "place province région département capitale île vallée montagne gare hôpital église "
            "prison marché usine barrage quai rive commune quartier banlieue canton désert forêt"
        ),
        heads=words(
            "rue avenue boulevard place pont port gare saint sainte île vallée mont lac rive "
            "région province département ville village hameau bourg commune quartier baie cap "
            "golfe"
        ),
        suffixes=("ville", "-sur-mer", "bourg", "-le-bas", "-le-haut"),
    ),
    "es": PlaceWords(
        goals=words(
            "bloquearon destruyó ocuparon ocupan cerraron abandonaron tomaron bloquean ocupó"
        ),
        strong=words("en cerca hacia"),
        weak=words("de del al a desde por hasta"),
        nouns=words(
            "ciudad pueblo aldea puerto aeropuerto frontera costa río puente calle plaza "
            "provincia región distrito capital isla valle montaña sierra estación hospital "
            "iglesia cárcel mercado fábrica presa embalse muelle barrio municipio comarca "
            "desierto bosque norte sur litoral"
        ),
        heads=words(
            "calle avenida plaza puente puerto río san santa isla valle monte lago sierra región "
            "provincia ciudad villa barrio bahía cabo golfo cerro"
        ),
    ),
}

_COUNTRIES: Final = (
    "afghanistan, albania, algeria, angola, argentina, armenia, australia, austria, azerbaijan, "
    "bahrain, bangladesh, belarus, belgium, benin, bhutan, bolivia, bosnia, botswana, brazil, "
    "britain, bulgaria, burkina faso, burundi, cambodia, cameroon, canada, chad, chile, china, "
    "colombia, congo, costa rica, croatia, cuba, cyprus, czechia, denmark, ecuador, egypt, "
    "el salvador, england, eritrea, estonia, ethiopia, finland, france, gabon, gambia, georgia, "
    "germany, ghana, greece, guatemala, guinea, haiti, honduras, hungary, iceland, india, "
    "indonesia, iran, iraq, ireland, israel, italy, jamaica, japan, jordan, kazakhstan, kenya, "
    "kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, lithuania, "
    "luxembourg, madagascar, malawi, malaysia, mali, malta, mauritania, mexico, moldova, mongolia, "
    "montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, "
    "nicaragua, niger, nigeria, north korea, northern ireland, norway, oman, pakistan, palestine, "
    "panama, paraguay, peru, philippines, poland, portugal, qatar, romania, russia, rwanda, "
    "saudi arabia, scotland, senegal, serbia, sierra leone, singapore, slovakia, slovenia, "
    "somalia, south africa, south korea, south sudan, spain, sri lanka, sudan, sweden, "
    "switzerland, syria, taiwan, tajikistan, tanzania, thailand, tibet, togo, tunisia, turkey, "
    "türkiye, turkmenistan, uganda, ukraine, u.k., uk, united arab emirates, united kingdom, "
    "united states, uruguay, u.s., us, usa, uzbekistan, venezuela, vietnam, wales, yemen, zambia, "
    "zimbabwe, europe, asia, africa, america, crimea, gaza, west bank, middle east, balkans, "
    "afghanistan, ägypten, algerien, argentinien, australien, belgien, brasilien, bulgarien, "
    "dänemark, deutschland, england, estland, finnland, frankreich, griechenland, großbritannien, "
    "indien, indonesien, irak, irland, italien, japan, jordanien, kanada, katar, kolumbien, "
    "kroatien, lettland, libanon, libyen, litauen, marokko, mexiko, moldau, niederlande, "
    "nordkorea, norwegen, österreich, palästina, polen, rumänien, russland, saudi-arabien, "
    "schottland, schweden, schweiz, serbien, slowakei, slowenien, spanien, südafrika, südkorea, "
    "syrien, tschechien, tunesien, türkei, ungarn, usa, vereinigte staaten, weißrussland, zypern, "
    "europa, asien, afrika, amerika, bayern, sachsen, hessen, thüringen, brandenburg, "
    "nordrhein-westfalen, niedersachsen, baden-württemberg, "
    "albanie, algérie, allemagne, angleterre, arabie saoudite, argentine, arménie, australie, "
    "autriche, belgique, bélarus, birmanie, brésil, bulgarie, cambodge, cameroun, chine, chypre, "
    "colombie, corée du nord, corée du sud, côte d’ivoire, croatie, danemark, écosse, égypte, "
    "espagne, états-unis, éthiopie, finlande, géorgie, grande-bretagne, grèce, hongrie, inde, "
    "indonésie, irlande, israël, italie, japon, jordanie, liban, libye, lituanie, maroc, mexique, "
    "norvège, ouganda, palestine, pays-bas, pologne, roumanie, royaume-uni, russie, sénégal, "
    "serbie, slovaquie, soudan, suède, suisse, syrie, tchad, thaïlande, tunisie, turquie, europe, "
    "bretagne, normandie, provence, corse, afrique, asie, amérique, "
    "afganistán, alemania, arabia saudí, argelia, australia, austria, bélgica, bolivia, brasil, "
    "canadá, chequia, chile, corea del norte, corea del sur, croacia, dinamarca, egipto, escocia, "
    "españa, estados unidos, etiopía, filipinas, finlandia, francia, gran bretaña, grecia, "
    "guatemala, haití, hungría, indonesia, inglaterra, irak, irán, irlanda, islandia, italia, "
    "japón, jordania, kenia, líbano, libia, marruecos, méxico, noruega, países bajos, palestina, "
    "panamá, perú, polonia, reino unido, república dominicana, rumania, rusia, siria, sudáfrica, "
    "suecia, suiza, tailandia, túnez, turquía, ucrania, áfrica, américa, américa latina, cataluña, "
    "andalucía, galicia, país vasco, aragón, asturias, valencia, extremadura"
)
_CITIES: Final = (
    "abidjan, abu dhabi, abuja, accra, addis ababa, aleppo, algiers, amman, amsterdam, ankara, "
    "asunción, athens, atlanta, baghdad, baku, bamako, bangkok, barcelona, basel, basra, beijing, "
    "beirut, belfast, belgrade, berlin, bern, birmingham, bogotá, bonn, bordeaux, boston, "
    "brasília, bratislava, bremen, brussels, bucharest, budapest, buenos aires, cairo, calais, "
    "canberra, cape town, caracas, casablanca, chicago, chișinău, colombo, copenhagen, damascus, "
    "dakar, delhi, dhaka, doha, donetsk, dresden, dubai, dublin, düsseldorf, edinburgh, erbil, "
    "florence, frankfurt, freetown, geneva, genoa, glasgow, gothenburg, hamburg, hanoi, hanover, "
    "harare, havana, helsinki, hiroshima, ho chi minh city, hong kong, houston, idlib, istanbul, "
    "islamabad, jakarta, jerusalem, johannesburg, juba, kabul, kampala, karachi, kathmandu, "
    "kharkiv, khartoum, kherson, kigali, kinshasa, krakow, kuala lumpur, kyiv, kiev, la paz, "
    "lagos, lahore, leipzig, lille, lima, lisbon, liverpool, ljubljana, london, los angeles, "
    "lusaka, lviv, lyon, madrid, managua, manchester, manila, maputo, marseille, mariupol, mecca, "
    "melbourne, mexico city, miami, milan, minsk, mogadishu, montevideo, montreal, moscow, mosul, "
    "mumbai, munich, nairobi, nantes, naples, new delhi, new york, nice, nicosia, odesa, osaka, "
    "oslo, ottawa, palmyra, paris, phnom penh, podgorica, prague, pretoria, pristina, quito, "
    "rabat, raqqa, reykjavik, riga, rio de janeiro, riyadh, rome, rotterdam, salzburg, sana’a, "
    "san francisco, san josé, san salvador, sarajevo, seattle, seoul, seville, shanghai, skopje, "
    "sofia, stockholm, strasbourg, stuttgart, sydney, taipei, tallinn, tashkent, tbilisi, "
    "tehran, tel aviv, the hague, tirana, tokyo, toronto, toulouse, tripoli, tunis, turin, "
    "ulaanbaatar, valletta, vancouver, venice, vienna, vientiane, vilnius, warsaw, washington, "
    "wellington, yangon, yerevan, zagreb, zurich, "
    "athen, belgrad, brüssel, bukarest, damaskus, den haag, florenz, genf, genua, hannover, "
    "jerewan, kairo, köln, kopenhagen, krakau, lissabon, mailand, moskau, mossul, münchen, neapel, "
    "nürnberg, peking, prag, rom, straßburg, tiflis, turin, venedig, warschau, wien, zürich, "
    "alep, alger, anvers, athènes, bagdad, barcelone, belgrade, berne, beyrouth, bruxelles, "
    "bucarest, copenhague, damas, édimbourg, genève, gênes, hambourg, jérusalem, kaboul, "
    "la haye, la havane, le caire, lisbonne, londres, mexico, milan, moscou, mossoul, munich, "
    "pékin, prague, rennes, grenoble, dijon, montpellier, clermont-ferrand, limoges, séville, "
    "strasbourg, téhéran, varsovie, venise, vienne, "
    "alepo, ámsterdam, argel, atenas, berlín, bilbao, bruselas, ciudad de méxico, damasco, "
    "estocolmo, ginebra, granada, la habana, la haya, londres, málaga, moscú, múnich, nueva york, "
    "parís, pekín, roma, sevilla, teherán, varsovia, viena, zaragoza"
)
KNOWN_PLACES: Final = _names(_COUNTRIES) | _names(_CITIES)
"""Countries, some regions, and cities, by the names that they have in the four languages."""

DEMONYMS: Final = words(
    "afghan american arab arabic argentine australian austrian belgian brazilian british "
    "bulgarian canadian chilean chinese colombian croatian cuban czech danish dutch "
    "egyptian english ethiopian european finnish french german greek hungarian indian "
    "indonesian iranian iraqi irish israeli italian japanese jordanian kenyan korean "
    "kurdish lebanese libyan mexican moroccan nigerian norwegian pakistani palestinian "
    "peruvian polish portuguese romanian russian saudi scottish serbian slovak somali "
    "spanish sudanese swedish swiss syrian taiwanese thai tunisian turkish ukrainian "
    "venezuelan vietnamese welsh yemeni african asian latin muslim christian jewish "
    "catholic islamic sunni shia western eastern northern southern"
)
"""English words for where people are from, which describe and are no names of places."""
