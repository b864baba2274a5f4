"""Furniture: paragraphs that belong to the page and not to what the article says.

Disclaimers, buttons, counts of shares, comments, photo lines, and what is repeated. A paragraph of
prose must never be taken for it, so every rule wants a whole line, or words that only a page says.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from annotator.marking.folding import name_words
from annotator.marking.notices import LINES, NOTICES
from annotator.text.article import Article

_REMEMBERED: Final = 4  # articles
_LINE: Final = 160  # code points: a line of furniture has no more
_NOTICE: Final = 900  # nor has a disclaimer
_PROSE: Final = 5  # words: fewer, repeated, may be what people say
_BUTTONS_LEAST: Final = 2
_OFTEN: Final = 3
_STOPS: Final = tuple(".!?…。！？؟”»\"'’)")

_NUMBER: Final = r"\d[\d.,\u00a0\u202f ]*\s?[kKmM]?"
_COUNTED: Final = (
    "shares?|views?|reads?|likes?|comments?|replies|retweets?|votes?|followers?|reactions?"
    "|kommentare?|aufrufe|partages?|commentaires?|vues|comentarios?|vistas|compartidos"
    "|commenti|condivisioni|reacties"
)
_BUTTON_NAMES: Final = """
    share post tweet mail email print pin facebook twitter whatsapp telegram linkedin reddit
    pinterest copy link save comment comments like follow subscribe flipboard messenger pocket
    tumblr bookmark rss instagram youtube bluesky mastodon threads vk viber sms teilen drucken
    merken twittern mailen kommentieren partager imprimer envoyer tweeter enregistrer compartir
    imprimir guardar enviar tuitear e x url on via this
"""
_BUTTONS: Final = frozenset(_BUTTON_NAMES.split())
_LONE: Final = r"""
    advertisements? | advertisement\s?[-–—|:]\s?.* | sponsored(\scontent)? | subscribe(\snow)?
    | share(\sthis(\s(article|story|post|page|news))?:?)? | sign\s(in|up) | log\sin
    | loading(\.\.\.|…)? | skip\sto\s(main\s|the\s)?(content|navigation|comments)
    | (leave|post|add)\sa\s(comment|reply) | notify\sof | inline\sfeedbacks
    | (view|show|read)\s(all\s|the\swhole\s)?(comments|discussion|thread)
    | ((new|follow-?up)\s)?(replies|comments|answers)\s(to|on)\s(my|this)\s
      (comments?|posts?|articles?)
    | (was|is|did)\s(this|you)\s.{0,12}(article|column|story|page|post)\s.{2,30}\?
    | (load|show|read|see)\s(more|all)(\scomments|\sstories)?
    | related\s(articles|posts|stories|topics|news) | most\s(read|popular|viewed)
    | (older|newer|previous|next)\s(post|article|story)s? | back\sto\stop | continue\sreading
    | (read\s)?more\s(on|from)\s(this\s(story|topic|author)|.{2,40}:)
    | tags?:.* | filed\sunder:?.* | topics?:.*
    | (story|article)\scontinues\s(below|after)(\s(the|this))?(\s(advertisement|ad))?\.?
    | (anzeige|werbung)(\s?[:|–—]\s?.{2,60})?
    | (der\s)?artikel\swird\snach\sder\sanzeige\s.{2,20}
    | (hier\s)?(weiterlesen|mehr\slesen)(\s?[:|–—].{2,})? | mehr\s(über|zu|zum)\s.{2,60}\slesen
    | mehr\szum\sthema:?.* | zur\sstartseite | artikel\s(teilen|drucken|merken)
    | weitere\sartikel | jetzt\sabonnieren | newsletter | cookie\s(policy|settings|notice)
    | publicité(\s?[:|–—]\s?.{2,60})? | (la\s)?suite\saprès\s(la|cette)\spublicité
    | lire\sla\ssuite(\s?[:|–—].{2,})? | abonnez-vous.{0,60}
    | partager(\s(sur|cet)\s.{2,30})? | s[’']abonner
    | publicidad(\s?[:|–—]\s?.{2,60})? | (la\snoticia\s)?continúa\stras\sla\spublicidad
    | suscr[ií]bete.{0,60} | suscríbase.{0,60} | compartir(\s(en|este)\s.{2,30})?
    | pubblicità | condividi | advertentie
"""
_ALSO: Final = r"""
    (read|see|watch)\s(also|more|next|this)\s?[:–—|].{2,} | also\sread\s?[:–—|].{2,}
    | related\s?[:–—|].{2,} | more\s?:.{2,}
    | (lesen\ssie\s(auch|dazu|mehr)|mehr\sdazu|siehe\sauch)\s?[:–—|].{2,}
    | ([àa]\s)?(lire|voir)\s(aussi|également)\s?[:–—|].{2,}
    | (lea|lee|ver|vea|leer)\s(también|además|más)\s?[:–—|].{2,} | leggi\sanche\s?[:–—|].{2,}
"""
_PICTURE: Final = r"""
    (photos?|image|picture|pic|video|graphic|illustration|foto|bild|grafik|imagen|crédit\sphoto)
    (\s(credit|by|courtesy\sof|source))?\s?[:|©/]\s?.{2,140}
    | (photo|image|picture)\s(by|courtesy\sof|credit)\s.{2,80}(?<![.!?])
    | (crédits?|credits?)\s?[:|]\s?.{2,80}
    | (file\s(photo|picture|image)).{0,60}
"""
_COUNT: Final = rf"""
    {_NUMBER}\s?({_COUNTED}) | (comments?|kommentare?|commentaires?|comentarios?|commenti)\s?
    (\(\s?\d+\s?\)|:\s?\d+|\d+)? | \(\s?\d+\s?\)\s?comments?
    | (inline|all|reader)\s(comments?|feedbacks?)(\s?\(\s?\d+\s?\))?
"""
_SAYING: Final = re.compile(r"\b(said|says|told|sagte|déclaré|dijo|disse)\b|[“”„«»\"]")
_QUESTION: Final = re.compile(
    r"(what do you think|was denken sie|qu’en pensez-vous|qué opinas)\s?\?"
)
_WORDS: Final = re.compile(r"[^\W_]+")


@lru_cache(maxsize=_REMEMBERED)
def furniture(article: Article) -> frozenset[int]:
    """Return the indexes of the paragraphs that are furniture."""
    texts = [article.quote(span) for span in article.paragraphs]
    plain = {index for index, text in enumerate(texts) if _is_furniture(text)}
    asked = {
        index
        for index, text in enumerate(texts)
        if index + 1 in plain and len(text) < _LINE and _QUESTION.fullmatch(text.lower())
    }
    return frozenset(plain | asked | _repeated(texts, plain | asked))


def _is_furniture(text: str) -> bool:
    if len(text) > _NOTICE:
        return False
    plain = " ".join(text.lower().split())
    if len(text) <= _LINE and (_line().fullmatch(plain) or _are_buttons(plain)):
        return True
    return _notice().match(plain) is not None and not _SAYING.search(plain)


def _are_buttons(line: str) -> bool:
    """Say whether there are only names of buttons: `Share Post Mail Print`, counts beside them."""
    words = _WORDS.findall(line)
    buttons = [word for word in words if not word.isdigit()]
    return len(set(buttons)) >= _BUTTONS_LEAST and _BUTTONS.issuperset(buttons)


def _repeated(texts: list[str], plain: set[int]) -> set[int]:
    """Return the paragraphs that stood before, word by word.

    The first of them may be prose (a lead, a refrain) and stays; but not where one of them stands
    beside other furniture, nor as a line without a full stop that stands three times.
    """
    prose = [index for index, text in enumerate(texts) if _may_repeat(text)]
    found: set[int] = set()
    for alike in _alike(texts, prose, _PROSE):
        for copies in _alike(texts, alike, None):
            beside = any(index - 1 in plain or index + 1 in plain for index in copies)
            often = len(copies) >= _OFTEN and not texts[copies[0]].endswith(_STOPS)
            found.update(copies if beside or often else copies[1:])
    return found


def _may_repeat(text: str) -> bool:
    return len(text) <= _NOTICE and not _SAYING.search(text)


def _alike(texts: list[str], indexes: list[int], most: int | None) -> list[list[int]]:
    """Return which paragraphs have the same words, all of them or as many as `most`.

    Those that have fewer than words of prose are left out, and those that are like no other.
    """
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in indexes:
        places[tuple(word.key for word in islice(name_words(texts[index]), most))].append(index)
    return [alike for words, alike in places.items() if len(alike) > 1 and len(words) >= _PROSE]


@cache
def _line() -> re.Pattern[str]:
    """Return what matches a line that only a page says, in lower case and with single blanks."""
    rules = (_COUNT, _LONE, _ALSO, _PICTURE, *LINES)
    return re.compile("|".join(f"(?:{rule})" for rule in rules), re.VERBOSE)


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(NOTICES, re.VERBOSE)
