"""Actors: the words that show a name to be a person or a group, and the nouns that stand for one.

All in lower case, with a curly apostrophe.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

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


# Nouns for people: by what they do, how they are related, what happens to them.
_ENGLISH_PEOPLE: Final = (
    "passenger resident protester demonstrator worker docker dockers fisherman villager soldier "
    "fighter rebel militant student journalist reporter deputy lawmaker mp councillor commissioner "
    "foreman foremen supervisor supervisors steward stewards mate coxswain helmsman lookout "
    "boatman boatmen ferryman sailor sailors seaman seamen master masters guard guards sentry "
    "sentries janitor caretaker accountant accountants auditors historian historians archaeologist "
    "professor lecturer scholar geologist hydrologist biologist scientist researcher economist "
    "analyst expert adviser advisers advisor advisors consultant consultants planner planners "
    "member chair chairs surveyors inspectors investigator detective policeman policewoman constable constables "
    "sergeant colonel general commander commanders captains admiral diplomat diplomats envoy "
    "envoys ambassador ambassadors consul official officials aide aides senator congressman "
    "chancellor king queen prince princess sultan emir sheikh elder elders chief chiefs headman "
    "imam priest priests bishop bishops pastor monk monks nun nuns father mother son sons daughter "
    "daughters brother brothers sister sisters husband wife wives widow widows uncle aunt cousin "
    "cousins grandfather grandmother child boy boys girl girls man woman person persons baby "
    "friend friends colleague colleagues partner partners neighbour neighbor neighbors owner owners "
    "tenant landlord shopkeeper merchant trader seller sellers buyer buyers customer client clients "
    "patient nurse doctor surgeon surgeons paramedic medic medics midwife firefighter fireman "
    "rescuer volunteer activist campaigner organiser organizer witness victim survivor refugee "
    "migrant hostage hostages prisoner detainee detainees inmate inmates suspect gunman attacker "
    "smuggler smugglers thief thieves burglar bandit bandits pirate pirates poacher poachers "
    "guest guests visitor visitors tourist tourists pilgrim pilgrims traveller travellers traveler "
    "travelers commuter commuters cyclist cyclists pedestrian pedestrians motorist motorists "
    "teacher pupil pupils schoolchildren headmaster headmistress rector dean principal "
    "farmer peasant peasants herder herders herdsmen shepherd shepherds grower growers labourer "
    "labourers laborer laborers hands apprentice apprentices builder builders plumber electrician "
    "carpenter mason masons miner miners diver operator engineer technician technicians chemist "
    "designer architect architects foreman manager managers executive executives chairperson "
    "chief-executive banker bankers financier broker brokers lender lenders creditor creditors "
    "shareholder investor founder founders director directors trustee trustees secretary registrar "
    "magistrate magistrates coroner lawyer advocate advocates solicitor solicitors barrister notary "
    "editor editors author authors writer writers photographer photographers cameraman "
    "singer singers actor actors artist artists musician musicians player players coach referee "
    "candidate candidates voter taxpayers taxpayer citizen citizens inhabitant inhabitants "
    "townspeople islanders islander settlers settler natives peasants lodgers pensioners pensioner "
    "half-brother newcomers orphans the-dead commando commandos conscripts recruits veterans "
    "veteran deserters snipers sniper militiamen corporal lieutenants generals officers "
    "porters clerks pilot archivist librarian curator custodian warden wardens ranger rangers "
    "keeper keepers bystander bystanders onlookers onlooker spectators couple couples crowd crowds "
    "mourners worshippers faithful youths youth teenager teenagers households readers subscribers "
)
_ENGLISH_BODIES: Final = (
    "ministry ministries government governments union unions company companies police army armies "
    "troops forces council councils court courts parliament opposition coalition coastguard navy "
    "military authorities authority agency agencies association associations federation board "
    "boards committee committees commission embassy firm firms party parties jury treasury "
    "inspectorate society regime administration service services watchdog regulator management "
    "inquiry tribunal contractor contractors consortium consortiums corporation institute "
    "department directorate operator operators secretariat cabinet presidency senate congress "
    "assembly delegation delegations sides side bank banks insurer insurers utility supplier "
    "suppliers developer developers newspaper newspapers broadcaster station-house gang gangs crews "
    "militia militias brigade battalion regiment squad squads patrol patrols garrison lobby group "
    "groups organisation organisations organization organizations charity charities foundation ngo "
    "ngos network movement faction factions church-council team teams crew crews family families "
    "public electorate staff state states country-s alliance bloc cartel club clubs cooperative "
    "co-operative syndicate municipality prosecution defence jury lifeboats town-hall customs "
    "shipyard brewery employer employers landowner landowners guild lender publisher shipowner "
    "shipowners shipper shippers airline airlines railway refinery mills millers parish "
)

ACTORS: Final[Mapping[str, ActorWords]] = {
    "en": ActorWords(
        titles=words(
            "mr mrs ms mx miss dr prof professor sir lord lady dame gen general col colonel maj "
            "major lt lieutenant cmdr commander capt captain sgt sergeant adm admiral rev "
            "reverend president minister premier secretary senator sen rep representative "
            "governor gov mayor councillor councilor judge justice king queen prince princess "
            "pope bishop archbishop imam sheikh ambassador chancellor inspector officer chief "
            "master commissioner spokesman spokeswoman chairman chairwoman director deputy st "
            "superintendent pastor father"
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
            "embassy treasury"
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
            "economists patients prisoners hostages attackers suspects relatives parents inquiry "
            "tribunal personnel gunmen men women people children "
            + _ENGLISH_PEOPLE
            + _ENGLISH_BODIES
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
        no_people=words(
            "papers numbers quarters waters letters orders powers others matters barriers "
            "containers computers rivers shoulders chapters covers centers newspapers offers "
            "answers readers-digest characters summers winters borders corners dinners dangers "
            "fingers flowers layers meters metres ladders members-only posters registers shelters "
            "showers sisters-in towers trailers transfers tankers trawlers steamers freighters "
            "boilers counters cylinders dollars drawers engines errors folders gutters hammers "
            "headquarters helicopters loudspeakers markers mirrors monitors motors printers "
            "propellers scanners screens sensors servers spanners speakers stickers tenders "
            "timbers trousers users-guide volunteers-only bidders-list employees-only "
            "human german roman list exist twist assist resist persist mist fist wrist insist "
            "specimen omen fees trees degrees guarantees committees-of knees bees coffees "
            "estimate ultimate climate intimate animate specimens foresees sees flees agrees "
            "disagrees guarantees-of refers differs prefers suffers considers remembers enters "
            "delivers discovers recovers remains gathers hovers triggers lowers utters wonders "
            "than buffers rafters boulders embers papers clusters disasters monsters ministers-of "
            "acres litres theatres parameters altimeters centimetres kilometres millimetres "
            "buyers-guide piers tiers fibers fibres centres woman-hour overs levers rubbers "
            "slippers rollers grass feathers leathers weathers shutters scooters lockers boosters"
        ),
        bodies=words(_ENGLISH_BODIES),
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
