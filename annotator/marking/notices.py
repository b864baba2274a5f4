"""What pages say about themselves: disclaimers, rights, where an article stood first.

Patterns for text in lower case with single blanks, in the verbose style.
"""

from typing import Final

_NETWORKS: Final = (
    "(?:facebook|twitter|x|instagram|youtube|telegram|linkedin|whatsapp|bluesky|mastodon|threads"
    "|tiktok)"
)
_ASKING: Final = r"""
    (subscribe|sign\sup|register)\s(here\s|today\s|now\s)?(to|for|now)\b.{0,60}
      \b(newsletters?|updates?|alerts?|free|inbox|by\se?-?mail|briefings?)\b.{0,60}
    | (?!.*\b(?:said|says|told)\b)(follow|like|find|join)\s.{2,50}\son\s@NET\b.{0,60}
    | read\smore\s(about|on|at|from)\s[^,;.!?]{2,80}
    | folgen\ssie\s.{2,50}\s(auf|bei)\s@NET\b.{0,60}
    | (melden\ssie\ssich|abonnieren\ssie)\s.{0,40}\b(newsletter|kanal|podcast)s?\b.{0,60}
    | suivez(-nous|\s.{2,50})\ssur\s@NET\b.{0,60}
    | (inscrivez-vous|recevez)\s.{0,50}\b(newsletter|lettre|infolettre|alertes)\b.{0,60}
    | (síguenos|síganos|(siga|sigue)\s.{2,50})\s(en|por)\s@NET\b.{0,60}
    | (regístr(ese|ate)|apúnt(ese|ate)|recib[ae])\s.{0,50}\b(boletín|newsletter|alertas)\b.{0,60}
    | join\sour\s.{0,40}\b(channel|newsletter|group)\b.{0,40}
    | (click|tap)\shere\s(to|for)\b.{2,80} | support\sour\sjournalism\b.{0,80}
    | download\s(our|the)\sapp\b.{0,60} | enable\sjavascript\b.{0,80}
""".replace("@NET", _NETWORKS)
_RIGHTS: Final = r"""
    ©.{0,140} | (copyright|\(c\))\s?(©|\(c\)|\d{4}|by\b).{0,130}
    | .{0,100}\ball\srights\sreserved\b.{0,40}
    | .{0,100}\balle\srechte\svorbehalten\b.{0,40} | .{0,100}\btous\sdroits\sréservés\b.{0,60}
    | .{0,100}\btodos\slos\sderechos\sreservados\b.{0,40}
    | .{0,60}\btutti\si\sdiritti\sriservati\b.{0,40}
"""
_FIRST_PUBLISHED: Final = r"""
    an\s(earlier|longer|shorter)\sversion\sof\sthis\s\w+\s(first\s|originally\s)?
      ((was|has\sbeen)\s)?(first\s|originally\s)?(published|appeared|posted)
      \s(in|on|by|at)\s.{2,100}
    | this\s(article|story|column|piece|essay|interview|post)\s((was|has\sbeen|is)\s)?
      ( (first|originally|previously)\s(published|appeared|posted|printed)
      | (published|appeared|posted|reprinted)\s(first|originally|with\spermission) )
      \s(in|on|by|at|of|from)\s.{2,100}
    | dieser?\s(beitrag|artikel|text|kommentar)\s
      ( erschien\s(zuerst|zunächst|ursprünglich|erstmals)\s.{2,80}
      | (ist|wurde)\s(zuerst|zunächst|ursprünglich|erstmals)\s.{2,80}
        \s(erschienen|veröffentlicht)\.? )
    | cet(te)?\s(article|tribune|texte|entretien|chronique)\s(est|a\sété|a\sd[’']abord\sété)\s
      (initialement\s|d[’']abord\s|originellement\s)?(publiée?|parue?)\s(dans|sur)\s.{2,80}
    | est[ea]\s(artículo|texto|columna|nota|entrevista)\s(se\spublicó|fue\spublicad[oa]|apareció)\s
      (originalmente|por\sprimera\svez|primero)\s(en|por)\s.{2,80}
"""
LINES: Final = (_ASKING, _RIGHTS, _FIRST_PUBLISHED)
"""Each for a whole line."""

NOTICES: Final = r"""
    (the\s)?((statements?|views?|opinions?|thoughts|comments|information)[\s,/and]+){1,4}
    (expressed|presented|contained|published|stated)\s(in|on|by|here)\b.{0,160}?
    ( \b(solely|necessarily|purely|entirely)\b | \bauthors?[’']?s?\sown\b | \btheir\sown\b
    | \bthose\sof\sthe\s(authors?|writers?|contributors?)\b )
  | ((the|any|all)\s)?((statements?|views?|opinions?)[\s,/and]+){1,3}(expressed|presented|stated)\s
    (here\s|(in|on)\s(this|these|our)\s\w+\s)(are|is)\s(not\s)?(necessarily\s)?(those|that)\sof\b
  | ((the|any|all)\s)?((statements?|views?|opinions?)[\s,/and]+){1,3}(expressed|presented|stated)\s
    (are|is)\s(those|that)\sof\b.{2,80}?,?\s(and\s)?(do\s)?not\b
  | (the\s)?((statements?|views?|opinions?)[\s,/and]+){1,3}(are|is)\s(solely\s|purely\s)?
    (those\sof\s)?(the\s)?(authors?|writers?|contributors?)([’']s?)?(\sown|\salone|\.|\sand\sdo)
  | (this\s(site|website|article|content)|we)\s(does|do|is)\snot\s
    (give|offer|provide|constitute|intended)\b.{0,80}\badvice\b
  | die\s(in\sdiese[mr]\s(artikel|beitrag|kommentar|kolumne|gastbeitrag)|hier)\s
    (geäußerten?|vertretenen?|dargestellten?|wiedergegebenen?)\s
    (meinung|ansicht|auffassung|standpunkt)
  | (die\s)?(meinungen|ansichten)[^.]{0,60}(spiegeln|geben|entsprechen)\snicht\s
    (notwendigerweise|unbedingt|zwingend|zwangsläufig)
  | (dieser|der)\s(beitrag|artikel|kommentar)\sgibt\s.{0,40}\bmeinung\s(des|der)\s
    (autors|autorin|verfassers|verfasserin)\b
  | les\s(opinions|propos|points\sde\svue|analyses)[^.]{0,40}\s(exprimée?s|publiée?s|tenus)\b
    .{0,120}?\b(n[’']engagent\sque|ne\sreflètent\spas\s(nécessairement|forcément)
    |sont\scelles\sd.{2,80}?\s(non|pas))\b
  | las\s(opiniones|afirmaciones|declaraciones)[^.]{0,40}\s(expresadas|vertidas|publicadas)\b
    .{0,120}?\b(no\s(representan|reflejan)|son\s(de\s)?(exclusiva\s)?responsabilidad
    |son\s(las\s)?del?\s.{2,80}?\sno)\b
  | le\sopinioni\sespresse\b.{0,120}?\bnon\s(rappresentano|riflettono)\b
"""
"""For the beginning of a paragraph."""
