"""Format `brat`: standoff files, a NAME.txt and a NAME.ann for each article, and the configuration.

A span over several lines is written in pieces, one a line, as brat does itself. An attribute whose
value is no plain word is a note of the attribute's name. Names keep only letters, digits, “_” and
“-”; what would then be the same has a number.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.ledger import Ledger
from annotator.exchange.written_names import WrittenNames
from annotator.marking.annotation import Annotation
from annotator.text.span import Span

NOTE = "AnnotatorNotes"
_BREAK = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
_WORD = re.compile(r"[A-Za-z0-9_.-]+")


def _names(*taken: str) -> WrittenNames:
    fate = "changed: only A to Z, digits, “_” and “-” may be in it"
    return WrittenNames("name", lambda name: _UNSAFE.sub("_", name), fate, taken)


class _Names(Struct):
    """What is written for the names of labels, relations and attributes."""

    labels: WrittenNames = field(default_factory=_names)
    relations: WrittenNames = field(default_factory=_names)
    attributes: WrittenNames = field(default_factory=lambda: _names(NOTE))


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    """Yield the files of each article, then annotation.conf."""
    names = _Names()
    for annotated in articles:
        stem = stem_of(annotated.id)
        text = text_of(annotated).text
        lines = _Standoff(annotated, names, ledger).lines()
        yield f"{stem}.txt", text.encode()
        yield f"{stem}.ann", "".join(f"{line}\n" for line in lines).encode()
    yield "annotation.conf", _configuration(names, ledger).encode()


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


class _Standoff:
    """The lines of one article, numbered by what they are."""

    def __init__(self, annotated: AnnotatedArticle, names: _Names, ledger: Ledger) -> None:
        self._annotated = annotated
        self._names = names
        self._ledger = ledger
        self._bound: dict[str, str] = {}
        self._numbers = {"A": 0, "#": 0, "R": 0}

    def lines(self) -> Iterator[str]:
        """Yield annotations, each with what is said of it, then relations."""
        text = text_of(self._annotated).text
        for annotation in in_order(self._annotated):
            found = pieces(text, annotation.span)
            if not found:
                self._lose("annotation", "left out: white space and nothing else")
                continue
            if found[0].start != annotation.start or found[-1].end != annotation.end:
                self._lose("annotation", "changed: white space at the edges cut off")
            name = self._bound[annotation.id] = f"T{len(self._bound) + 1}"
            offsets = ";".join(f"{start} {end}" for start, end in found)
            words = " ".join(text[start:end] for start, end in found)
            label = self._written(self._names.labels, annotation.label)
            yield f"{name}\t{label} {offsets}\t{words}"
            yield from self._details(annotation, name)
        yield from self._relations()

    def _details(self, annotation: Annotation, name: str) -> Iterator[str]:
        for attribute, value in annotation.attributes.items():
            written = self._written(self._names.attributes, attribute)
            if _WORD.fullmatch(str(value)):
                yield f"{self._numbered('A')}\t{written} {name} {value}"
            else:
                yield self._note(written, name, str(value))
        if annotation.note:
            yield self._note(NOTE, name, annotation.note)

    def _relations(self) -> Iterator[str]:
        bound = self._bound
        for relation in sorted(self._annotated.relations(), key=lambda relation: relation.id):
            if relation.source not in bound or relation.target not in bound:
                self._lose("relation", "left out: an end of it was left out")
                continue
            number = self._numbered("R")
            kind = self._written(self._names.relations, relation.relation)
            yield f"{number}\t{kind} Arg1:{bound[relation.source]} Arg2:{bound[relation.target]}"
            if relation.note:
                yield self._note(NOTE, number, relation.note)
            fate = "of a relation left out: brat gives none to relations"
            self._lose("attribute", fate, len(relation.attributes))

    def _note(self, kind: str, name: str, words: str) -> str:
        plain = _BREAK.sub(" ", words)
        if plain != words:
            thing = "note" if kind == NOTE else "attribute"
            self._lose(thing, "changed: line breaks and tabs in it are blanks")
        return f"{self._numbered('#')}\t{kind} {name}\t{plain}"

    def _numbered(self, kind: str) -> str:
        self._numbers[kind] += 1
        return f"{kind}{self._numbers[kind]}"

    def _written(self, names: WrittenNames, name: str) -> str:
        return names.written(name, self._ledger, self._annotated.id)

    def _lose(self, thing: str, fate: str, count: int = 1) -> None:
        self._ledger.lose(thing, fate, self._annotated.id, count)


def _configuration(names: _Names, ledger: Ledger) -> str:
    """Return what brat must know of labels, relations and attributes to show them."""
    attributes: list[str] = []
    for name, written in sorted(names.attributes.given.items(), key=lambda known: known[1]):
        told = {str(value) for value in ledger.attributes.get(name, ())}
        if values := sorted(value for value in told if _WORD.fullmatch(value)):
            attributes.append(f"{written}\tArg:<ENTITY>, Value:{'|'.join(values)}")
    relations = sorted(names.relations.given.values())
    parts = {
        "entities": sorted(names.labels.given.values()),
        "relations": [f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in relations],
        "events": [],
        "attributes": attributes,
    }
    return "\n".join(
        f"[{part}]\n" + "".join(f"{each}\n" for each in of) for part, of in parts.items()
    )
