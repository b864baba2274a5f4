"""The words of attribution in French and Spanish."""

from typing import Final

from annotator.marking.word_lists import ReportingWords, phrases, words

FRENCH: Final = ReportingWords(
    language="fr",
    says=words(
        "dit disent disait dire déclare déclaré déclarent déclarait affirme affirmé affirment "
        "affirmait assure assuré assurent explique expliqué expliquent expliquait estime "
        "estimé estiment estimait précise précisé précisent précisait ajoute ajouté ajoutent "
        "indique indiqué indiquent indiquait raconte raconté racontent annonce annoncé "
        "annoncent soutient soutenu soutiennent reconnaît reconnu reconnaissent nie nié nient "
        "dément démenti démentent confirme confirmé confirment souligne souligné soulignent "
        "rappelle rappelé rappellent répond répondu répondent confie confié observe observé "
        "note noté soupire poursuit poursuivi conclut conclu pense pensent pensé croit "
        "croient cru juge jugé promet promis laisse savoir valoir dénonce dénoncé regrette "
        "regretté insiste insisté martèle martelé prétend prétendu prétendent lance lancé "
        "écrit avertit averti craint craignent admet admis avoue avoué révèle révélé rapporte "
        "rapporté glisse coupe résume avance avancé rétorque s’inquiète témoigne"
    ),
    shows=words("montre montré montrent revendique réclame conteste accuse reproche demande parle"),
    nouns=words("affirmation accusation crainte rumeur rumeurs idée thèse promesse hypothèse"),
    that=words("que qu’ qu'"),
    helpers=words(
        "a ont avait avaient ai avons est fait n’ ne pas lui leur nous me m’ l’ s’ se en y"
    ),
    adverbs=words(
        "aussi également ensuite toutefois néanmoins encore toujours déjà aussitôt jamais "
        "même pourtant alors hier"
    ),
    pronouns=words("il elle ils elles on je j’ nous vous lui eux celui-ci celle-ci"),
    relatives=words("qui que dont"),
    determiners=words(
        "le la les l’ l' un une des du de d’ ce cet cette ces son sa ses leur leurs notre nos "
        "mon ma mes plusieurs certains quelques deux trois tous aucun aucune au aux quelque"
    ),
    joins=words("et mais ou ni car"),
    below=words("que qu’ qui dont où si quand lorsque lorsqu’ puisque tandis alors comme parce"),
    places=words(
        "à au aux dans en sur sous chez par pour avec sans depuis pendant lors après avant "
        "vers devant entre contre malgré dès"
    ),
    times=words(
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai "
        "juin juillet août septembre octobre novembre décembre semaine mois année hier matin "
        "soir jour communiqué entretien"
    ),
    finite=words(
        "est sont était étaient a ont avait avaient sera seront serait seraient fut va vont "
        "peut peuvent doit doivent fait font faut reste restent dit devient pourra pourrait "
        "devrait avons sommes suis ai aurait auraient aura prend met vient tient"
    ),
    according=phrases("selon, d’ après, d' après, de l’ avis de, aux yeux de, pour"),
    negations=words("pas jamais ne n’"),
    particles=words("entendre savoir"),
    endings=("aient", "èrent", "eront"),
)

SPANISH: Final = ReportingWords(
    language="es",
    says=words(
        "dice dicen dijo dijeron decía dicho afirma afirman afirmó afirmaron afirmado asegura "
        "aseguran aseguró aseguraron asegurado explica explicó explicaron explicado señala "
        "señalan señaló señalaron señalado añade añadió añadieron agregó agrega declara "
        "declaró declararon sostiene sostienen sostuvo sostuvieron indica indicó indicaron "
        "anuncia anunció anunciaron anunciado admite admitió admitieron reconoce reconoció "
        "reconocieron niega niegan negó negaron negado confirma confirmó confirmaron "
        "confirmado advierte advirtió advirtieron cree creen considera consideran consideró "
        "opina opinó insiste insistió recuerda recordó responde respondió respondieron "
        "denuncia denunció denunciaron promete prometió relata relató cuenta contó manifestó "
        "manifiesta subrayó subraya destacó destaca aclaró aclara alegó alega lamentó lamenta "
        "replicó comentó comenta apuntó apunta precisó precisa estima estimó teme temen "
        "escribió escribe concluyó concluye piensa piensan informó informaron reveló matizó "
        "zanjó resumió"
    ),
    shows=words("muestra mostró muestran revela acusa acusó exige exigió pide pidió calcula"),
    nouns=words(
        "afirmación acusación acusaciones temor rumor rumores idea tesis promesa hipótesis"
    ),
    that=words("que"),
    helpers=words("ha han había habían he hemos no le les nos me se lo"),
    adverbs=words(
        "también además después luego ya solo sólo todavía aún nunca siempre ayer hoy recientemente"
    ),
    pronouns=words("él ella ellos ellas yo nosotros usted ustedes este esta éste ésta"),
    relatives=words("que quien quienes"),
    determiners=words(
        "el la los las un una unos unas del de este esta estos estas su sus mi mis nuestro "
        "nuestra varios varias algunos algunas dos tres muchos muchas todos ambos cada al"
    ),
    joins=words("y e pero o u sino ni"),
    below=words("que quien quienes porque aunque cuando mientras si donde cuyo cuya como"),
    places=words(
        "a al en por para con sin desde durante tras ante hacia sobre entre contra bajo hasta"
    ),
    times=words(
        "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo "
        "junio julio agosto septiembre octubre noviembre diciembre semana mes año ayer hoy "
        "mañana tarde noche comunicado entrevista rueda"
    ),
    finite=words(
        "es son era eran fue fueron está están estaba estaban ha han había habían será serán "
        "sería puede pueden podía debe deben tiene tienen tenía hay hubo va van hace hacen "
        "hizo sigue siguen queda quedan he hemos estamos somos tenemos quiere quieren"
    ),
    negations=words("no nunca jamás"),
    according=phrases("según, de acuerdo con, a juicio de, en opinión de, en palabras de, para"),
    endings=("aron", "ieron", "eron", "ió", "ará", "erá", "irá", "aban", "ían"),
)
