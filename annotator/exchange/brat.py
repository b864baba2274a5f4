"""Format `brat`: standoff files, a NAME.txt and a NAME.ann for each article, and the configuration.

A span over several lines is written in pieces, one a line, as brat does itself. An attribute whose
value is no plain word is a note of the attribute's name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.ledger import Ledger
from annotator.marking.annotation import Annotation
from annotator.text.span import Span

NOTE = "AnnotatorNotes"
_BREAK = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
_WORD = re.compile(r"[A-Za-z0-9_.-]+")


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    """Yield the files of each article, then annotation.conf."""
    for annotated in articles:
        stem = stem_of(annotated.id)
        text = text_of(annotated).text
        yield f"{stem}.txt", text.encode()
        yield f"{stem}.ann", "".join(f"{line}\n" for line in _lines(annotated, ledger)).encode()
    yield "annotation.conf", _configuration(ledger).encode()


def stem_of(article_id: str) -> str:
    """Return the name of an article's files without ending; those of `.txt` lose theirs."""
    return article_id.removeprefix("./").removesuffix(".txt")


def pieces(text: str, span: Span) -> list[Span]:
    """Return the pieces of a span that lie on one line each, without outer white space."""
    words = text[span.start : span.end]
    edges = [0, *(edge for found in _BREAK.finditer(words) for edge in found.span()), len(words)]
    found: list[Span] = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        bare = words[start:end].strip()
        if bare:
            at = span.start + start + len(words[start:end]) - len(words[start:end].lstrip())
            found.append(Span(at, at + len(bare)))
    return found


def _lines(annotated: AnnotatedArticle, ledger: Ledger) -> Iterator[str]:
    text = text_of(annotated).text
    names: dict[str, str] = {}
    numbers = {"A": 0, "#": 0}
    for annotation in in_order(annotated):
        found = pieces(text, annotation.span)
        if not found:
            ledger.lose("annotation", "left out: white space and nothing else", annotated.id)
            continue
        if found[0].start != annotation.start or found[-1].end != annotation.end:
            fate = "changed: white space at the edges cut off"
            ledger.lose("annotation", fate, annotated.id)
        name = names[annotation.id] = f"T{len(names) + 1}"
        offsets = ";".join(f"{start} {end}" for start, end in found)
        words = " ".join(text[start:end] for start, end in found)
        yield f"{name}\t{_safe(annotation.label, ledger, annotated.id)} {offsets}\t{words}"
        yield from _details(annotation, name, numbers, ledger)
    yield from _relations(annotated, names, numbers, ledger)


def _details(
    annotation: Annotation, name: str, numbers: dict[str, int], ledger: Ledger
) -> Iterator[str]:
    for attribute, value in annotation.attributes.items():
        safe = _safe(attribute, ledger, annotation.id)
        if _WORD.fullmatch(str(value)):
            numbers["A"] += 1
            yield f"A{numbers['A']}\t{safe} {name} {value}"
        else:
            yield _note(safe, name, str(value), numbers)
    if annotation.note:
        yield _note(NOTE, name, annotation.note, numbers)


def _note(kind: str, name: str, words: str, numbers: dict[str, int]) -> str:
    numbers["#"] += 1
    return f"#{numbers['#']}\t{kind} {name}\t{_BREAK.sub(' ', words)}"


def _relations(
    annotated: AnnotatedArticle, names: dict[str, str], numbers: dict[str, int], ledger: Ledger
) -> Iterator[str]:
    number = 0
    for relation in sorted(annotated.relations(), key=lambda relation: relation.id):
        if relation.source not in names or relation.target not in names:
            ledger.lose("relation", "left out: an end of it was left out", annotated.id)
            continue
        number += 1
        kind = _safe(relation.relation, ledger, annotated.id)
        ends = f"Arg1:{names[relation.source]} Arg2:{names[relation.target]}"
        yield f"R{number}\t{kind} {ends}"
        if relation.note:
            yield _note(NOTE, f"R{number}", relation.note, numbers)
        fate = "of a relation left out: brat gives none to relations"
        ledger.lose("attribute", fate, annotated.id, len(relation.attributes))


def _safe(name: str, ledger: Ledger, place: str) -> str:
    safe = _UNSAFE.sub("_", name)
    if safe != name:
        ledger.lose("name", "changed: only A to Z, digits, “_” and “-” may be in it", place)
    return safe


def _configuration(ledger: Ledger) -> str:
    """Return what brat must know of labels, relations and attributes to show them."""
    unsafe = _UNSAFE.sub

    def names(of: Iterable[str]) -> list[str]:
        return sorted({unsafe("_", name) for name in of})

    attributes: list[str] = []
    for name in sorted(ledger.attributes):
        values: Sequence[str] = sorted(
            {str(v) for v in ledger.attributes[name] if _WORD.fullmatch(str(v))}
        )
        if values:
            attributes.append(f"{unsafe('_', name)}\tArg:<ENTITY>, Value:{'|'.join(values)}")
    relations = [f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in names(ledger.relations)]
    parts = {
        "entities": names(ledger.labels),
        "relations": relations,
        "events": [],
        "attributes": attributes,
    }
    return "\n".join(
        f"[{part}]\n" + "".join(f"{each}\n" for each in of) for part, of in parts.items()
    )
