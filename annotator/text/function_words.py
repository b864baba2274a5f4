"""Word lists by language: what closes a name or a noun-like phrase, and what belongs to one.

Only what news uses every day. A language without lists has names, but no phrases.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


class FunctionWords(NamedTuple):
    """The small words of one language, in lower case, with a straight apostrophe.

    `closed` are prepositions, conjunctions and pronouns; `before_verb` are those, and the
    `auxiliaries`, that a verb follows rather than a noun; `verbs` are the commonest verbs, and
    `adverbs` those that no ending gives away.
    """

    determiners: frozenset[str] = frozenset()
    numerals: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    before_verb: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()

    def holds(self, word: str) -> bool:
        """Say whether `word` is any of them but a numeral."""
        return (
            word in self.closed
            or word in self.determiners
            or word in self.before_verb
            or word in self.verbs
            or word in self.adverbs
        )


_REGULAR_VERBS: Final = """
    accept accuse achieve add admit affect agree allow announce appear apply argue arrive assume
    avoid become believe belong blame carry cause challenge confirm consider consist contain
    continue create criticise criticize decide declare decline deny describe detect develop
    disagree disappear discover discuss dismiss ensure exist expect explain express fail follow
    happen identify ignore improve include increase indicate insist introduce invite involve
    join learn live maintain manage mention obtain occur offer oppose persuade point prefer
    prepare prevent produce promise propose protect prove provide publish reach receive
    recognise recognize reduce refuse reject release remain remember remove repeat replace
    represent require resign resume reveal save seem serve settle solve speculate suffer suggest
    suppose survive suspect tend threaten treat urge wait want warn welcome withdraw wonder
    worry
"""
_IRREGULAR_VERBS: Final = """
    ate began begin begins begun bought bring brings broke broken brought built buy buys came
    catch catches caught choose chooses chose chosen come comes coming drank drawn drew driven
    drove eat eats fallen feel feels fell felt find finds flew flown forget forgets forgot
    fought found gave get gets getting give given gives giving go goes going gone got grew grown
    grows had hear heard hears held hid hidden hold holds keep keeps kept knew know known knows
    laid lay lain led lets leave leaves leaving left let lie lies lost make makes making mean
    meant met paid put puts putting ran read reads rang rise rises risen rose rung said sang sat
    saw say saying says see seeing seek seeks seen sees sell sells send sends sent shook shown
    shrank shut slept sold sought spent spoke spoken stood stole stolen struck stuck sung sunk
    swam swore sworn take taken takes taking taught teach teaches tell telling tells think
    thinks thought threw thrown told took understand understood went woke won wore worn write
    writes writing wrote need needs show shows speak speaks ask asks asked asking lose loses cut
    cuts hit hits set sets beat spread run runs running ends
"""
_ENGLISH_ADVERBS: Final = """
    again ago ahead aboard aground ashore already alone aloud apart anyway away back barely down
    else elsewhere even ever far fast forward further hence here home however indeed instead
    just later meanwhile moreover more much nevertheless nor nowhere now once only otherwise
    over perhaps maybe quite rather seldom since so then there therefore thus today together
    tomorrow tonight too twice very well yesterday yet please able afraid about likely due
    upright shallow whatever
"""
_AUXILIARIES: Final = word_set(
    """
    am is are was were be been has have do does did will would shall should can could may might
    must ought cannot i'm i've i'd i'll you're you've he's he'd he'll she's she'd it's it'd we're
    we've we'd we'll they're they've they'd there's what's there'd here's don't doesn't didn't
    isn't aren't wasn't weren't won't wouldn't can't couldn't hasn't haven't hadn't shouldn't had
    """
)


def _inflected(verbs: str) -> Iterator[str]:
    """Yield the forms of regular English verbs."""
    for verb in verbs.split():
        stem = verb.removesuffix("e")
        if verb.endswith("y") and verb[-2] not in "aeo":
            yield from (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
        else:
            third = verb + ("es" if verb.endswith(("s", "x", "ch", "sh")) else "s")
            yield from (verb, third, stem + "ed", stem + "ing")


ENGLISH: Final = FunctionWords(
    determiners=word_set(
        """
        a an the this these those my your his her its our their some any no every each all both
        several many few most another such other
        """
    ),
    numerals=word_set(
        """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
        ninety hundred thousand million billion dozen
        """
    ),
    closed=word_set(
        """
        of in on at by for from with without into onto upon about above across after against
        along amid among amongst around as before behind below beneath beside besides between
        beyond despite during except inside like near off out outside past per through
        throughout till toward towards under underneath until unlike up via within versus vs
        notwithstanding and but or if because although though unless whereas while whilst
        whether than when where why how what that me mine myself yours yourself him himself hers
        herself itself us ours ourselves them theirs themselves everyone somebody someone
        anybody anyone nothing something anything everything none neither either according let's
        """
    ),
    before_verb=_AUXILIARIES
    | word_set(
        """
        to always never often also still sometimes soon i you he she it we they who which whom
        nobody everybody not being having doing done that's who's whose
        """
    ),
    verbs=frozenset((*_inflected(_REGULAR_VERBS), *_IRREGULAR_VERBS.split())),
    auxiliaries=_AUXILIARIES,
    adverbs=word_set(_ENGLISH_ADVERBS),
)
GERMAN: Final = FunctionWords(
    determiners=word_set(
        """
        der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner
        dieser diese dieses diesen diesem jeder jede jedes jeden jedem mein meine meinen sein
        seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren
        euer eure alle allen aller mehrere viel viele einige manche beide beiden am im zum zur vom
        beim ins ans
        """
    ),
    numerals=word_set(
        """
        zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend
        """
    ),
    closed=word_set(
        """
        in an auf aus bei mit nach von zu für gegen durch ohne um über unter vor hinter neben
        zwischen seit bis während wegen trotz laut und oder aber denn sondern doch dass daß weil
        wenn ob als wie wo was wer wen wem ich du er sie es wir man mich mir dich dir ihm ihn
        uns euch ihnen sich so da dort hier auch nur noch schon nicht sehr mehr nun sonst dann
        davon dafür dagegen damit darüber danach derweil sowie etwa rund je
        """
    ),
    before_verb=word_set(
        """
        ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte
        soll sollen sollte will wollen wollte muss müssen musste darf dürfen sei seien habe wäre
        wären würde würden hätte könnte
        """
    ),
    verbs=word_set(
        """
        sagt sagte sagten gibt gab geht ging gingen kommt kam kamen steht stand macht machte
        heißt hieß liegt lag lagen ließ lassen bleibt blieb seit teilte teilt hält sieht nennt
        erklärte erklärt nannte berichtete
        """
    ),
)
FRENCH: Final = FunctionWords(
    determiners=word_set(
        """
        le la les l' un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses
        notre nos votre vos leur leurs quelques quelque plusieurs chaque aucun aucune tout toute
        tous toutes certains certaines
        """
    ),
    numerals=word_set(
        """
        deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent mille
        """
    ),
    closed=word_set(
        """
        de d' à en dans par pour sur sous avec sans vers chez entre depuis pendant avant après
        contre selon malgré dès jusque et ou mais car ni donc or si que qu' quand lorsque
        puisque comme où dont quoi moi toi lui nous vous eux soi y ceci cela ça celui celle ceux
        celles rien personne même plus moins très trop aussi bien mal encore déjà toujours
        jamais pas point ici là alors ainsi hier aujourd'hui demain reste
        """
    ),
    before_verb=word_set(
        """
        je j' tu il elle on ils elles qui ne n' se s' me m' te t' est sont était étaient a ont
        avait avaient sera seront serait fut être avoir été eu peut peuvent faire dire doit
        doivent va vont fait font faut
        """
    ),
    verbs=word_set(
        """
        dit disent affirme affirment assure estime explique raconte répond rappelle annonce
        indique demande reconnaît conteste parle prend met vient tient voit sait veut reste
        porte semble devient donne trouve passe arrive attend accuse renvoie reproche juge
        """
    ),
)
SPANISH: Final = FunctionWords(
    determiners=word_set(
        """
        el la los las un una unos unas al del este esta estos estas ese esa esos esas aquel
        aquella mi mis tu tus su sus nuestro nuestra nuestros nuestras cada algún alguna algunos
        algunas ningún ninguna varios varias muchos muchas todo toda todos todas otro otra otros
        otras
        """
    ),
    numerals=word_set(
        """
        dos tres cuatro cinco seis siete ocho nueve diez once doce veinte cien mil
        """
    ),
    closed=word_set(
        """
        de a en por para con sin sobre bajo entre desde hasta hacia contra según durante tras
        ante y e o u ni pero sino porque aunque si cuando mientras donde como que quien quienes
        cuyo cuya cual cuales yo él ella ellos ellas usted ustedes nosotros ello eso esto nada
        nadie algo más menos muy también tampoco ya aún todavía siempre nunca ayer hoy mañana
        ahí allí aquí así entonces qué quién quiénes cuál cuáles cuándo
        dónde adónde cómo cuánto cuánta cuántos cuántas
        """
    ),
    before_verb=word_set(
        """
        no se me te lo le les nos os es son era eran fue fueron ha han había habían será serán
        sería está están estaba estaban hay puede pueden debe deben va van ser estar haber tiene
        tienen
        """
    ),
    verbs=word_set(
        """
        dijo dice dicen afirmó afirma aseguró asegura explicó anunció señaló añadió negó pidió
        respondió quiere hace hacen hizo dio da dan viene ve sabe cree creen sigue siguen llega
        llegó acepta niega pide
        """
    ),
)
_LISTS: Final = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
_NONE: Final = FunctionWords()


def function_words(language: str) -> FunctionWords:
    """Return the small words of a language; none of one that has no lists."""
    return _LISTS.get(language, _NONE)
