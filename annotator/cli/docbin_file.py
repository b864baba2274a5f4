"""Format `docbin`: the file that `spacy train` reads, made by spaCy itself.

Every annotation is in `doc.spans["sc"]`; `doc.ents`, which must not overlap, has the longest. The
article's id, and what else is known of it, is in `doc.user_data`.
"""

from collections.abc import Iterable, Iterator

from annotator.exchange.annotated import AnnotatedArticle, known
from annotator.exchange.flat import flat, spans_of, trimmed
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.incoming import Incoming, IncomingAnnotation, Read, Refusal, Source
from annotator.exchange.ledger import Ledger
from annotator.exchange.spacy import GROUP
from annotator.exchange.tokens import tokens
from annotator.text.meta import meta_in

ARTICLE, META = "article", "meta"


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:
    """Yield the file in one piece; the documents are kept until then, as numbers."""
    from spacy.tokens import Doc, DocBin, SpanGroup
    from spacy.vocab import Vocab

    vocab = Vocab()
    bin_ = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"], store_user_data=True)
    for annotated in articles:
        text = text_of(annotated).text
        made = trimmed(in_order(annotated), text, ledger, annotated.id)
        cut = tokens(text, spans_of(made))
        words = [text[token.start : token.end] for token in cut]
        doc = Doc(vocab, words=words, spaces=[token.ws for token in cut])
        if doc.text != text:
            ledger.lose("article", "left out: spaCy reads its text otherwise", annotated.id)
            continue
        spans = [doc.char_span(a.start, a.end, label=a.label) for a in made]
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans)
        doc.set_ents([doc.char_span(a.start, a.end, label=a.label) for a in flat(made)])
        doc.user_data |= {ARTICLE: annotated.id, META: known(annotated.meta)}
        bin_.add(doc)
    yield bin_.to_bytes()


def read(source: Source) -> Read:
    """Yield a record for each document, with its span groups and its entities."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    try:
        docs = list(DocBin().from_bytes(source.whole()).get_docs(Vocab()))
    except Exception as error:  # noqa: BLE001 - whatever spaCy makes of a strange file
        yield Refusal(0, f"spaCy cannot read it: {error}")
        return
    for number, doc in enumerate(docs, 1):
        groups = [span for group in doc.spans.values() for span in group]
        spans = [(s.start_char, s.end_char, s.label_) for s in groups]
        known = set(spans)
        ents = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
        spans += [ent for ent in ents if ent not in known]
        article = doc.user_data.get(ARTICLE, "")
        yield Incoming(
            line=number,
            article=article if isinstance(article, str) else "",
            text=doc.text,
            meta=meta_in(doc.user_data.get(META)),
            annotations=[
                IncomingAnnotation(start=start, end=end, label=label, line=number)
                for start, end, label in spans
            ],
        )
