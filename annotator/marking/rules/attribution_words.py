"""The words of attribution, by language: what reports speech, who can speak, where clauses end."""

from collections.abc import Mapping
from typing import Final

from annotator.marking.rules.romance_words import FRENCH, SPANISH
from annotator.marking.word_lists import ReportingWords, phrases, words

__all__ = ["REPORTING", "ReportingWords"]

_ENGLISH: Final = ReportingWords(
    language="en",
    says=words(
        "say says said saying add adds added adding tell tells told telling claim claims claimed "
        "claiming argue argues argued arguing insist insists insisted insisting maintain "
        "maintains maintained assert asserts asserted allege alleges alleged alleging believe "
        "believes believed think thinks thought warn warns warned warning admit admits admitted "
        "admitting concede concedes conceded confirm confirms confirmed confirming deny denies "
        "denied denying announce announces announced announcing explain explains explained "
        "suggest suggests suggested suggesting predict predicts predicted declare declares "
        "declared reply replies replied respond responded fear fears feared note notes noted "
        "noting acknowledge acknowledges acknowledged stress stresses stressed emphasise "
        "emphasised emphasized complain complains complained contend contends contended caution "
        "cautions cautioned reckon reckons reckoned assure assured inform informed remind "
        "reminded recall stated states testified vowed pledged promised promises swore joked "
        "quipped remarked retorted countered tweeted wrote writes posted ruling finding stating "
        "writing concluding revealing pledging promising vowing stressing cautioning predicting "
        "declaring acknowledging conceding complaining replying asserting recounted recounts "
        "surmised surmises opined opines confided confides boasted boasts lamented laments joking "
        "jokes mused muses postulated hypothesised posits posited intimated confessed confesses "
        "affirmed affirms underscored underlined underlines stipulates stipulated specified "
        "clarified clarifies elaborated speculated speculates theorised cabled messaged texted "
        "emailed blogged retorts counters counsels counselled tweets posts afraid convinced "
        "certain confident adamant aware"
    ),
    shows=words(
        "calls show shows showed recalls recalled decline declined refused shown find finds found "
        "indicate indicates indicated reveal reveals revealed disclose disclosed report reports "
        "reported estimate estimates estimated conclude concludes concluded agree agrees agreed "
        "point points pointed record records recorded describe describes described call called "
        "answer answered read reads accused accuses blames blamed dismissed hope hopes hoped "
        "expect expects expected know knows knew understand understands doubt doubts doubted "
        "demand demands demanded urge urged ruled rules hinted repeated reiterated asked wrote "
        "ask asks recommended proposed disputes disputed rejects rejected criticised criticized "
        "praised shouted observed commented learned learnt laughed sighed whispered cried snapped "
        "shrugged continued put puts speak speaks spoke attribute attributes attributed considers "
        "considered remembers remembered condemn condemns condemned contradicts contradicted "
        "welcomed defended questioned blame accuse complain complains dispute reject dismisses "
        "urges recommends write denounce denounces denounced branded brands labelled labeled hail "
        "hails hailed slammed slams derided portrayed depicted characterised characterized "
        "describing calling branding labelling labeling dismissing accusing blaming count counts "
        "counted list lists listed tallied "
        "suspect suspects suspected assume assumes assumed worry worries worried pledges vows "
        "swears guarantee guarantees guaranteed signal signals signalled signaled advised advises "
        "determined determines demonstrate demonstrates demonstrated established calculated "
        "calculates discovered verified anticipates anticipated foresee foresees foresaw"
    ),
    nouns=words(
        "claim claims report reports allegation allegations warning warnings statement "
        "suggestion belief view accusation accusations promise pledge denial fears fear "
        "rumours rumors assertion argument assurance assurances assumption idea notion theory "
        "hope conclusion evidence news"
    ),
    that=words("that"),
    helpers=words("has have had did do does was were is are am been be will would not never"),
    adverbs=words(
        "also later then only still never once always often again first now already just ever "
        "himself herself themselves itself rightly even previously reportedly repeatedly "
        "earlier however meanwhile flatly simply"
    ),
    pronouns=words("i he she they we you it"),
    relatives=words("who which that what whoever"),
    determiners=words(
        "the a an this that these those its his her their our my your some many several both "
        "all one two three four five six seven eight nine ten eleven twelve neither no "
        "another each every other most few"
    ),
    joins=words("and but or nor yet"),
    below=words(
        "that which who whom whose whether if unless when where while whilst whereas because "
        "although though until since after before as than what how why"
    ),
    places=words(
        "in on at by for from with under over after before during since until to into through "
        "about against between among amid within without despite via near outside inside like"
    ),
    times=words(
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight "
        "january february march april june july august september october november december "
        "jan. feb. mar. apr. aug. sep. sept. oct. nov. dec. "
        "week month year morning afternoon evening night day days hours weeks months years "
        "minutes ago later noon weekend spring summer autumn winter statement interview "
        "television radio telephone email"
    ),
    finite=words(
        "is are was were am has have had will would can could may might must should shall do "
        "does did isn’t aren’t wasn’t weren’t don’t doesn’t didn’t won’t can’t couldn’t "
        "wouldn’t hasn’t haven’t hadn’t it’s that’s there’s he’s she’s they’re we’re i’m "
        "they’ve we’ve i’ve went came took gave made got saw knew left ran fell rose began "
        "kept stood held met paid sent led lost won broke grew put cut hit set let spent "
        "built bought sold brought fought shut struck wrote became drove shot spoke chose "
        "seems seem remains remain goes go need says said told found thought know think want "
        "believe"
    ),
    according=phrases(
        "according to, in the words of, in the view of, in the opinion of, in the eyes of"
    ),
    recipients=words("us me him her them you it reporters journalists parliament parties"),
    negations=words("not never"),
    particles=words("out"),
    passives=words("be been being was were is are"),
)

_GERMAN: Final = ReportingWords(
    language="de",
    says=words(
        "sagt sagte sagten sagen verspricht versprach versprachen warnen glauben klagen "
        "kritisieren fordern verlangen schätzen vermuten argumentieren beteuern bestätigen "
        "berichten behaupten meinen mahnen erklärt erklärte erklärten erklären behauptet "
        "behauptete behaupteten betont betonte betonten meint meinte meinten berichtet "
        "berichtete berichteten teilte teilten teilt warnt warnte warnten glaubt glaubte "
        "klagt klagte klagten entgegnete entgegneten versichert versicherte versicherten "
        "räumt räumte räumten bestätigt bestätigte bestätigten dementiert dementierte betonen "
        "fürchtet fürchtete fürchten argumentiert argumentierte schreibt schrieb schrieben "
        "kritisiert kritisierte hieß heißt ergänzte ergänzt fügte unterstrich kündigte "
        "kündigt kündigten verkündete vermutet vermutete schätzt schätzte erinnerte erinnert "
        "hielt wies weist antwortete antwortet verlangt verlangte forderte fordert denkt "
        "dachte findet fand beteuert beteuerte mahnte mahnt resümierte gestand gesteht "
        "bestreitet bestritt wirft warf sprach spricht urteilte bekräftigte"
    ),
    shows=words(
        "zeigt zeigte ergab ergibt belegt belegte nannte nennt lautete lautet fragt fragte "
        "bezweifelt bezweifeln bezweifelte bestreitet bestreiten bestritt bestritten "
        "widersprach"
    ),
    nouns=words(
        "behauptung vorwurf vorwürfe aussage meldung warnung hoffnung befürchtung ansicht these"
    ),
    that=words("dass daß"),
    helpers=words("hat haben hatte hatten habe"),
    adverbs=words(
        "auch zudem später dann nur noch aber jedoch dagegen hingegen indes derweil wiederum "
        "selbst nun bereits erneut ebenfalls außerdem weiter heute gestern"
    ),
    pronouns=words("ich er sie wir ihr es man"),
    relatives=words("der die das welche welcher wer"),
    determiners=words(
        "der die das dem den des ein eine einer eines einem einen dieser diese dieses kein "
        "keine sein seine ihr ihre ihrer unser unsere mein meine jeder jede alle viele einige "
        "mehrere zwei drei vier fünf beide"
    ),
    joins=words("und aber oder sondern doch denn"),
    below=words(
        "dass daß weil obwohl während wenn falls nachdem bevor damit sodass ob indem sobald "
        "wie wo was als"
    ),
    places=words(
        "in im am an auf bei beim vor nach aus mit von vom zu zum zur unter über gegen seit "
        "für durch um hinter neben zwischen wegen trotz laut ab bis"
    ),
    times=words(
        "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz "
        "april mai juni juli august september oktober november dezember woche monat jahr "
        "morgen abend nachmittag uhr mittwochabend dienstagabend anfrage nachfrage "
        "freitagabend montagabend"
    ),
    finite=words(
        "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können "
        "konnte muss müssen musste soll sollen sollte will wollen wollte darf dürfen gibt gab "
        "geht ging steht stand liegt lag kommt kam bleibt blieb macht machte bin habe läge "
        "lägen wären hätten hätte wäre würde würden könnte könnten müsste"
    ),
    according=phrases(
        "laut, nach angaben, nach auskunft, nach ansicht, nach meinung, nach berechnungen, "
        "nach einschätzung, nach darstellung, nach worten, nach aussage, den angaben, gemäß, "
        "so"
    ),
    afterwards=words("zufolge"),
    recipients=words("dieser dem den einem diesem uns mir ihm ihnen"),
    negations=words("nicht"),
    particles=words("mit ein an hin dagegen hinzu zu zurück bekannt vor fest darauf daran davor"),
    doubtful=words(
        "sei seien habe werde könne müsse wolle solle dürfe gebe stehe komme gehe bleibe "
        "brauche lasse liege halte handele handle wisse mache bestehe"
    ),
)

REPORTING: Final[Mapping[str, ReportingWords]] = {
    listed.language: listed for listed in (_ENGLISH, _GERMAN, FRENCH, SPANISH)
}
"""The words by ISO code; other languages have none yet."""
