"""Format `webanno`: WebAnno TSV 3.3, a file for each article, as INCEpTION imports and exports it.

The layer is NamedEntity, which every project has: `value` is the label. It has no place
for more. Offsets are UTF-16 units. When a file is read, the article is known by its words,
white space aside; every span layer is read, its first feature that has a value as the label.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.flat import spans_of, trimmed
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.ledger import Ledger
from annotator.exchange.tokens import sentences
from annotator.exchange.units import to_utf16
from annotator.marking.annotation import Annotation

LAYER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
HEAD = f"#FORMAT=WebAnno TSV 3.3\n#T_SP={LAYER}|identifier|value\n\n"
_VALUE = re.compile(r"->|[\\\[\]|_;\t\n*]")
_TEXT = re.compile(r"[\\\t\n\r\x0b\x0c\b]")
_CONTROLS = {"\t": r"\t", "\r": r"\r", "\x0c": r"\f", "\b": r"\b", "\\": r"\\", "\x0b": "\x0b"}


def export(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    """Yield a file for each article."""
    for annotated in articles:
        name = f"{annotated.id.removeprefix('./')}.tsv"
        yield name, "".join(_lines(annotated, ledger)).encode()


def escaped(value: str) -> str:
    """Return a value or a token as it stands in a column."""
    if value.isalnum():
        return value
    return _VALUE.sub(lambda found: f"\\{found[0]}", value).replace("\\\n", r"\n")


def _lines(annotated: AnnotatedArticle, ledger: Ledger) -> Iterator[str]:
    article = text_of(annotated)
    text = article.text
    made = trimmed(in_order(annotated), text, ledger, annotated.id)
    units = to_utf16(text)
    yield HEAD
    numbers = {annotation.id: index for index, annotation in enumerate(made, 1)}
    covering = _Covering(made)
    for number, sentence in enumerate(sentences(article, spans_of(made)), 1):
        yield "\n"
        for line in text[sentence[0].start : sentence[-1].end].split("\n"):
            yield f"#Text={_TEXT.sub(lambda found: _CONTROLS.get(found[0], ''), line)}\n"
        for index, (start, end, _) in enumerate(sentence, 1):
            columns = _columns(covering.over(start), numbers)
            word = escaped(text[start:end])
            yield f"{number}-{index}\t{units(start)}-{units(end)}\t{word}\t{columns}\t\n"


class _Covering:
    """The annotations over one token after another."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        self._coming = list(reversed(annotations))
        self._open: list[Annotation] = []

    def over(self, start: int) -> list[Annotation]:
        """Return those over the token that begins there; each lies after the one before."""
        while self._coming and self._coming[-1].start <= start:
            self._open.append(self._coming.pop())
        if self._open:
            self._open = [annotation for annotation in self._open if annotation.end > start]
        return self._open


def _columns(annotations: Sequence[Annotation], numbers: dict[str, int]) -> str:
    if not annotations:
        return "_\t_"
    marked = [(a, f"[{numbers[a.id]}]") for a in annotations]
    identifiers = "|".join(f"*{mark}" for _, mark in marked)
    return f"{identifiers}\t" + "|".join(f"{escaped(a.label)}{mark}" for a, mark in marked)
