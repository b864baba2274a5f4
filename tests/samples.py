"""Texts in which offsets go wrong, annotations all over them, and formats made of both."""

from itertools import pairwise

from msgspec import structs

from annotator.exchange.holding import prepared
from annotator.exchange.incoming import Source
from annotator.exchange.ledger import Ledger
from annotator.marking.annotation import Annotation, Relation

TEXTS = {
    "plain": "Kamenik fell, the army said.\n\nThe Observatory denied it.\n",
    "emoji before": "👩‍👩‍👧👍🏽 so\n\nKamenik fell, the army said 😀 twice.\n",
    "emoji inside": "The 👩‍👩‍👧 fell, 😀 the army😀😀 said.\n",
    "han": "军队说，巴尔米拉已经陷落。\n\n天文台否认。\n",
    "arabic": "قال الجيش إن تدمر سقطت.\n\nونفى المرصد ذلك.\n",
    "combining": "Cafe\u0301 Re\u0301sistance e\u0308n fell, the army said.\n",
    "carriage returns": "Kamenik fell,\r\nthe army said.\r\n\r\nThe Observatory denied it.\r\n",
    "byte order mark": "\ufeffKamenik fell, the army said.\n",
    "separators": "Kamenik fell,\u2028the army\u0085said.\u2029The Observatory denied\u000bit.\n",
    "no-break": "Kamenik\u00a0fell, the\u202farmy\u3000said  twice.\n",
    "columns": "Kamenik\tfell | the_army [said] -> it; 'so' *, \"no\\n\" &amp; <b>.\n",
    "lone": "x\n",
}
LABELS = ("claim", "source", "actor")


def marked(text, by="ana"):
    """Annotations all over a text: of single words, across words, lines and each other."""
    starts = [0] + [i for i in range(1, len(text)) if text[i - 1].isspace() != text[i].isspace()]
    edges = [*starts, len(text)]
    spans = [span for span in pairwise(edges) if not text[span[0]].isspace()]
    spans += [(one[0], two[1]) for one, two in zip(spans, spans[2:], strict=False)]
    return [
        Annotation(
            id=f"{by}-{number:03}",
            label=LABELS[number % 3],
            start=start,
            end=end,
            quote=text[start:end],
            by=by,
            ts="2026-11-22T18:00:01.123Z",
        )
        for number, (start, end) in enumerate(spans)
    ]


def source(name, raw, other=None):
    lines = raw.split(b"\n")
    numbered = [(n, line + b"\n") for n, line in enumerate(lines, 1)]
    return Source(name, lambda: iter(numbered), lambda: raw, lambda ending: other)


def written(chosen, annotated):
    """Return what the format makes of an article, as a source to read, and the ledger."""
    ledger = Ledger()
    articles = prepared([annotated], chosen.holds, ledger)
    if chosen.export:
        raw = b"".join(chosen.exporter()(articles, ledger))
        return source(f"out{chosen.suffix}", raw), ledger
    files = dict(chosen.folder_exporter()(articles, ledger))
    name = next(name for name in files if name.endswith(chosen.suffix))
    return source(name, files[name], files.get("seeds/a.txt")), ledger


def everything(text):
    """Annotations of two people with attributes and notes, and links within each one's."""
    made = {}
    for by in ("ana", "ben"):
        one, two, three = marked(text, by)[:3]
        one = structs.replace(one, attributes={"modality": "asserted", "worth": 2}, note="is it?")
        two = structs.replace(two, attributes={"normalised": "It fell; so they say."})
        link = Relation(
            id=f"{by}-r",
            relation="attributed_to",
            source=one.id,
            target=two.id,
            note="weak",
            attributes={"sure": 1},
            by=by,
            ts=one.ts,
        )
        made[by] = [one, two, three, link]
    return made
