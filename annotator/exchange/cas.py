"""Format `cas`: UIMA CAS JSON, a file for each article, as INCEpTION and dkpro-cassis read it.

Every annotation is a NamedEntity of DKPro Core, so that readers who know no other type see label
and place; what else is said of it stands in types of our own, which point to it. Offsets are UTF-16
units. Tokens and sentences are there, since editors expect them.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import json

from annotator.exchange.annotated import AnnotatedArticle, known
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.ledger import Ledger
from annotator.exchange.tokens import sentences
from annotator.exchange.units import to_utf16
from annotator.marking.annotation import Annotation, Relation
from annotator.text.article import Article
from annotator.text.meta import FACTS as META
from annotator.text.span import Span

_CORE = "de.tudarmstadt.ukp.dkpro.core.api"
ENTITY = f"{_CORE}.ner.type.NamedEntity"
_TOKEN, _SENTENCE = f"{_CORE}.segmentation.type.Token", f"{_CORE}.segmentation.type.Sentence"
ARTICLE, DETAILS, RELATION = "annotate.Article", "annotate.Details", "annotate.Relation"
_ANNOTATION, _TOP, _STRING = "uima.tcas.Annotation", "uima.cas.TOP", "uima.cas.String"
FACTS = ("recordId", "by", "ts", "note", "origin", "attributes")


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001 - as every format
    """Yield a file for each article."""
    for annotated in articles:
        name = f"{annotated.id.removeprefix('./')}.json"
        yield name, _cas(annotated)


def _cas(annotated: AnnotatedArticle) -> bytes:
    """Return the file, a feature structure a line."""
    article = text_of(annotated)
    units = to_utf16(article.text)
    sofa: dict[str, Any] = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1}
    sofa |= {"sofaID": "_InitialView", "mimeType": "text", "sofaString": article.text}
    made = [sofa, *_segments(article, annotated)]
    entities: dict[str, int] = {}
    for annotation in in_order(annotated):
        entities[annotation.id] = len(made) + 1
        told = {"%ID": len(made) + 1, "%TYPE": ENTITY, "@sofa": 1}
        told |= {"begin": units(annotation.start), "end": units(annotation.end)}
        made.append({**told, "value": annotation.label, "identifier": annotation.id})
    for annotation in in_order(annotated):
        told = {"%ID": len(made) + 1, "%TYPE": DETAILS, "@of": entities[annotation.id]}
        made.append(told | _facts(annotation))
    for relation in sorted(annotated.relations(), key=lambda relation: relation.id):
        ends = {"@source": entities[relation.source], "@target": entities[relation.target]}
        told = {"%ID": len(made) + 1, "%TYPE": RELATION, "value": relation.relation}
        made.append(told | ends | _facts(relation))
    told = {"%ID": len(made) + 1, "%TYPE": ARTICLE, "articleId": annotated.id}
    made.append(told | known(annotated.meta))
    members = [structure["%ID"] for structure in made[1:]]
    views = {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}}
    head = b'{"%TYPES":' + json.encode(_types()) + b',\n"%FEATURE_STRUCTURES":[\n'
    lines = b",\n".join(map(json.encode, made))
    return head + lines + b'\n],\n"%VIEWS":' + json.encode(views) + b"}\n"


def _segments(article: Article, annotated: AnnotatedArticle) -> Iterator[dict[str, Any]]:
    units = to_utf16(article.text)
    number = 1
    for sentence in sentences(article, [a.span for a in in_order(annotated)]):
        spans = [(_SENTENCE, Span(sentence[0].start, sentence[-1].end))]
        spans += [(_TOKEN, Span(token.start, token.end)) for token in sentence]
        for kind, (start, end) in spans:
            number += 1
            told = {"%ID": number, "%TYPE": kind, "@sofa": 1}
            yield {**told, "begin": units(start), "end": units(end)}


def _facts(record: Annotation | Relation) -> dict[str, str]:
    attributes = json.encode(record.attributes).decode() if record.attributes else ""
    told = (record.id, record.by, record.ts, record.note, record.origin, attributes)
    return {name: fact for name, fact in zip(FACTS, told, strict=True) if fact}


def _types() -> dict[str, Any]:
    def kind(name: str, above: str, features: dict[str, str]) -> dict[str, Any]:
        ranges = {feature: {"%NAME": feature, "%RANGE": of} for feature, of in features.items()}
        return {"%NAME": name, "%SUPER_TYPE": above, **ranges}

    facts = dict.fromkeys(FACTS, _STRING)
    return {
        ENTITY: kind(ENTITY, _ANNOTATION, {"value": _STRING, "identifier": _STRING}),
        _TOKEN: kind(_TOKEN, _ANNOTATION, {}),
        _SENTENCE: kind(_SENTENCE, _ANNOTATION, {}),
        ARTICLE: kind(ARTICLE, _TOP, dict.fromkeys(("articleId", *META), _STRING)),
        DETAILS: kind(DETAILS, _TOP, {"of": ENTITY, **facts}),
        RELATION: kind(
            RELATION, _TOP, {"value": _STRING, "source": ENTITY, "target": ENTITY, **facts}
        ),
    }
