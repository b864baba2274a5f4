"""Actors: the words that show a name to be a person or a group, and the nouns that stand for one.

All in lower case, with a curly apostrophe.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from annotator.marking.rules.people_words import BODIES, NO_PEOPLE, PEOPLE
from annotator.marking.word_lists import words


class ActorWords(NamedTuple):
    """The words of one language.

    `titles` come before a person’s name. `groups` in a name make it a group’s. `people` are nouns
    that act by themselves, and `things` in a name make it neither an actor nor a place. `of` leads
    from a noun to what it belongs to. `people_suffixes` end nouns that act, but for `no_people`;
    `bodies` are those of them that act as one.
    """

    titles: frozenset[str]
    groups: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    of: frozenset[str]
    suffixes: tuple[str, ...] = ()
    people_suffixes: tuple[str, ...] = ()
    no_people: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()


ACTORS: Final[Mapping[str, ActorWords]] = {
    "en": ActorWords(
        titles=words(
            "mr mrs ms mx miss dr prof professor sir lord lady dame gen general col colonel maj "
            "major lt lieutenant cmdr commander capt captain sgt sergeant adm admiral rev "
            "reverend president minister premier secretary senator sen rep representative "
            "governor gov mayor councillor councilor judge justice king queen prince princess "
            "pope bishop archbishop imam sheikh ambassador chancellor inspector officer chief "
            "master commissioner spokesman spokeswoman chairman chairwoman director deputy st "
            "superintendent pastor father brig brigadier cpl corporal constable detective sheriff "
            "marshal commodore cardinal rabbi countess duke duchess baron baroness sister "
            "brother sultan emir"
        ),
        groups=words(
            "ministry union board police army company council party agency association authority "
            "federation committee commission corporation department office institute university "
            "group league movement front brigade battalion division force forces navy guard "
            "coastguard parliament senate congress court bank society trust club alliance "
            "coalition foundation fund organisation organization nations ltd inc plc corp co llc "
            "gmbh works bureau service services laboratory terminals lines airlines railways "
            "partners brothers sons network watch newspaper times herald post chronicle gazette "
            "tribune commissioners workers teachers fishermen millers inspectorate secretariat "
            "embassy treasury tribunal directorate observatory administration assembly mission "
            "commissariat academy securities research holding holdings insurance motors airways "
            "technologies industries systems media press news radio television studios studio "
            "pictures records foods petroleum mining shipping logistics chemicals construction "
            "ventures investments consulting associates pharmaceuticals steelworks militia "
            "regiment corps squadron fleet command democrats republicans conservatives liberals "
            "socialists greens communists labour front sons daughters mothers nv ag sa oy ab "
            "consortium syndicate cooperative guild agencies observers prosecutor ombudsman "
            "registry register collective initiative forum cabinet presidency junta"
        ),
        people=words(
            "ministry government union unions company companies police army troops forces "
            "residents officials protesters demonstrators passengers workers dockers fishermen "
            "farmers villagers council court parliament opposition coalition coastguard navy "
            "military rebels militants fighters soldiers authorities authority agency association "
            "federation board committee commission embassy contractor contractors operator "
            "operators owners firm mayor minister president governor premier director chairman "
            "chairwoman spokesman spokeswoman spokesperson secretary judge judges prosecutor "
            "prosecutors lawyer lawyers captain crew families inspectors inspector engineers "
            "engineer divers volunteers activists students teachers doctors nurses journalists "
            "reporters deputies mps lawmakers senators councillors leaders leader members staff "
            "employees traders merchants drivers driver survivors victims refugees migrants "
            "policemen officers officer witnesses voters campaigners organisers organizers "
            "treasurer clerk porter surveyor auditor commissioners party jury treasury "
            "inspectorate society regime administration guerrillas jihadists strikers shopkeepers "
            "pilots skipper watchdog neighbours supporters critics investigators detectives "
            "firefighters paramedics rescuers service regulator management landlords tenants "
            "consumers customers shareholders investors experts scientists researchers analysts "
            "economists patients prisoners hostages attackers suspects relatives parents "
            "tribunal personnel gunmen men women people children " + PEOPLE + BODIES
        ),
        things=words(
            "act agreement law treaty report bulletin constitution bill charter accord deal "
            "convention protocol award prize cup war battle crisis programme program project "
            "operation plan scheme memorandum directive resolution day christmas easter ramadan "
            "page chapter article section clause no nos dollar euro god internet"
        ),
        of=words("of"),
        people_suffixes=(
            *(
                "workers",
                "ers",
                "ists",
                "men",
                "women",
                "ians",
                "ees",
                "keeper",
                "worker",
                "holder",
            ),
            *(
                "driver",
                "owner",
                "maker",
                "player",
                "fighter",
                "founder",
                "writer",
                "dealer",
                "ist",
            ),
            *("farmer", "breeder", "trader", "teacher", "wright", "smith", "ician", "master"),
            *("masters", "mates", "mate", "folk", "woman", "man", "crews", "crew"),
        ),
        no_people=words(NO_PEOPLE),
        bodies=words(BODIES),
    ),
    "de": ActorWords(
        titles=words(
            "herr frau dr dr.-ing prof professor professorin präsident präsidentin minister "
            "ministerin bürgermeister bürgermeisterin oberbürgermeisterin oberbürgermeister "
            "pfarrer pfarrerin superintendentin gemeinderat landrat landrätin landwirt kanzler "
            "kanzlerin general oberst hauptmann verbandsvorsteher vorsteher sprecher sprecherin "
            "stellvertreterin stellvertreter vorsitzender vorsitzende richter richterin anwalt "
            "anwältin könig königin papst bischof geschäftsführer geschäftsführerin direktor "
            "direktorin abgeordnete abgeordneter senator senatorin staatsanwalt markscheider "
            "ministerpräsident ministerpräsidentin innenminister kapitän"
        ),
        groups=words(
            "ministerium verband verein gewerkschaft partei polizei armee bundeswehr gesellschaft "
            "gmbh ag kg ev behörde amt institut universität rat bundestag landtag gericht bank "
            "zweckverband bürgerinitiative initiative bündnis kommission ausschuss vereinigung "
            "stiftung feuerwehr regierung ingenieurbüro reederei werft werke bund "
            "naturschutzverein"
        ),
        people=words(
            "regierung ministerium polizei armee gewerkschaft verband verein unternehmen firma "
            "gemeinde gemeinden partei opposition behörde behörden gericht staatsanwaltschaft "
            "bewohner anwohner einwohner bauern landwirte fischer arbeiter streikende passagiere "
            "soldaten truppen rebellen beamte polizisten bürger demonstranten minister ministerin "
            "präsident präsidentin bürgermeister bürgermeisterin sprecher sprecherin direktor "
            "vorsteher vorsitzende richter anwalt ingenieur ingenieure mitglieder mitarbeiter "
            "schüler studenten lehrer ärzte händler fahrer opfer flüchtlinge feuerwehr betreiber "
            "kirchengemeinde bürgerinitiative umweltministerium landesregierung bundesregierung "
            "stadtrat gemeinderat reederei kapitän besatzung konzern küstenwache wähler"
        ),
        things=words(
            "gesetz abkommen vertrag bericht gutachten seite artikel paragraf krieg euro plan "
            "vorhaben nein ja uhr absatz verwechslung"
        ),
        of=words("der des von"),
        suffixes=("ministerium", "verband", "verein", "gesellschaft", "behörde", "amt", "partei"),
        people_suffixes=("arbeiter", "arbeitern", "bauern", "bewohner", "vertreter", "ministerium"),
    ),
    "fr": ActorWords(
        titles=words(
            "m mm mme mmes mlle dr me pr professeur président présidente ministre maire préfet "
            "préfète général colonel commandant capitaine sénateur sénatrice député députée "
            "conseiller conseillère juge roi reine pape évêque directeur directrice porte-parole "
            "procureur procureure"
        ),
        groups=words(
            "ministère syndicat police armée société conseil parti agence association fédération "
            "comité commission université institut groupe front mairie préfecture gendarmerie "
            "collectif union compagnie parlement sénat assemblée tribunal banque fondation sa "
            "sarl observatoire laboratoire ligue"
        ),
        people=words(
            "gouvernement ministère syndicat syndicats police gendarmerie armée société "
            "entreprise mairie préfecture département état conseil parti opposition tribunal "
            "justice habitants riverains agriculteurs pêcheurs ouvriers salariés passagers "
            "soldats troupes rebelles manifestants élus électeurs responsables autorités maire "
            "préfet présidente président ministre directeur directrice porte-parole procureur "
            "juge avocat avocate ingénieur ingénieurs collectif association agence commission "
            "comité syndicalistes policiers gendarmes étudiants enseignants médecins réfugiés "
            "migrants victimes députés sénateurs commerçants dockers grévistes capitaine équipage "
            "armateur bénévoles écoliers exploitant personnes hommes femmes enfants"
        ),
        things=words("loi accord traité rapport constitution article page guerre euro plan projet"),
        of=words("de d’ du des"),
    ),
    "es": ActorWords(
        titles=words(
            "sr sra srta dr dra don doña profesor profesora presidente presidenta ministro "
            "ministra alcalde alcaldesa general coronel comandante capitán senador senadora "
            "diputado diputada juez jueza rey reina papa obispo director directora gobernador "
            "gobernadora portavoz secretario secretaria fiscal concejal consejero consejera"
        ),
        groups=words(
            "ministerio sindicato policía ejército empresa compañía consejo partido agencia "
            "asociación federación comité comisión universidad instituto grupo frente "
            "ayuntamiento junta unión parlamento senado congreso tribunal banco fundación sa sl "
            "guardia plataforma confederación cámara coordinadora cooperativa cofradía"
        ),
        people=words(
            "gobierno ministerio sindicato sindicatos policía ejército empresa compañía consejo "
            "partido oposición tribunal justicia vecinos residentes agricultores pescadores "
            "trabajadores pasajeros soldados tropas rebeldes manifestantes autoridades alcalde "
            "alcaldesa presidente presidenta ministro ministra director directora portavoz fiscal "
            "juez jueza abogado abogada ingeniero ingenieros ayuntamiento junta asociación "
            "agencia comisión comité estudiantes maestros profesores médicos refugiados migrantes "
            "víctimas diputados senadores comerciantes estibadores huelguistas capitán "
            "tripulación bomberos voluntarios gobernador policías guardias familias ciudadanos "
            "alumnos plataforma consejería cofradía testigos investigadores personas hombres "
            "mujeres niños"
        ),
        things=words("ley acuerdo tratado informe constitución artículo página guerra euro plan"),
        of=words("de del"),
    ),
}
