"""Formats `conll`, `iob2` and `bilou`: a token a line with its tag, an empty line after a sentence.

Spans do not overlap there: the longest is kept, among equally long ones the first. Labels that
would be the same without their white space are told apart by a number. Articles begin with
`-DOCSTART-`. Offsets are not in the file: when it is read, an article is known by its words,
white space aside, and the offsets are those of the article.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.flat import spans_of, trimmed, without_overlaps
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.incoming import LINE_LIMIT, Read, Refusal, Source
from annotator.exchange.ledger import Ledger
from annotator.exchange.tags import TAG, tag_name, tagged, tags
from annotator.exchange.tokens import sentences
from annotator.exchange.written_names import WrittenNames

_START = "-DOCSTART-"


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:
    """Yield the four columns of CoNLL-2003, tags in IOB2."""
    return _export(articles, ledger, (" -X- _ ", f"{_START} -X- O O"), bilou=False)


def export_iob2(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:
    """Yield token and tag, parted by a tab, tags in IOB2."""
    return _export(articles, ledger, ("\t", f"{_START}\tO"), bilou=False)


def export_bilou(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:
    """Yield token and tag, parted by a tab, tags in BILOU."""
    return _export(articles, ledger, ("\t", f"{_START}\tO"), bilou=True)


def _export(
    articles: Iterable[AnnotatedArticle], ledger: Ledger, layout: tuple[str, str], *, bilou: bool
) -> Iterator[bytes]:
    between, start = layout
    names = WrittenNames("label", tag_name, "changed: white space in it is now “_”")
    for annotated in articles:
        article = text_of(annotated)
        bare = trimmed(in_order(annotated), article.text, ledger, annotated.id)
        kept = [
            structs.replace(made, label=names.written(made.label, ledger, annotated.id))
            for made in without_overlaps(bare, ledger, annotated.id)
        ]
        cut = sentences(article, spans_of(kept))
        pieces = [f"{start}\n"]
        for sentence, tags_of in zip(cut, tags(cut, kept, bilou=bilou), strict=True):
            pieces.append("")
            pieces += [
                f"{article.text[token.start : token.end]}{between}{tag}"
                for token, tag in zip(sentence, tags_of, strict=True)
            ]
        yield ("\n".join(pieces) + "\n\n").encode()


def read(source: Source) -> Read:
    """Yield a record for each document: the first column is the token, the last one its tag."""
    document: list[list[tuple[str, str]]] = [[]]
    begun = 1
    for number, raw in source.lines():
        cells = _cells(raw, number)
        if isinstance(cells, Refusal):
            yield cells
        elif not cells:
            document.append([])
        elif cells[0] == _START:
            yield from _record(document, begun)
            document, begun = [[]], number
        elif len(cells) > 1 and TAG.fullmatch(cells[-1]):
            document[-1].append((cells[0], cells[-1]))
        elif not cells[0].startswith("#"):
            yield Refusal(number, "no token and tag (O, B-…, I-… or such); left out")
    yield from _record(document, begun)


def _cells(raw: bytes, number: int) -> Sequence[str] | Refusal:
    if len(raw) > LINE_LIMIT:
        return Refusal(number, f"the line is longer than {LINE_LIMIT >> 20} MiB")
    try:
        return raw.decode("utf-8-sig" if number == 1 else "utf-8").split()
    except UnicodeDecodeError:
        return Refusal(number, "not UTF-8; save the file as UTF-8")


def _record(document: Sequence[Sequence[tuple[str, str]]], begun: int) -> Read:
    sentences_of = [sentence for sentence in document if sentence]
    if sentences_of:
        yield tagged(sentences_of, begun)
