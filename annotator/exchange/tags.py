"""Tags of tokens, as CoNLL has them, to spans and back: IOB1, IOB2, BIOES, BILOU."""

import re
from collections.abc import Iterator, Sequence

from annotator.exchange.incoming import Incoming, IncomingAnnotation
from annotator.exchange.tokens import Token
from annotator.marking.annotation import Annotation

TAG = re.compile(r"O|[BIELSU]-.+")
_FIRST, _LAST = "BSU", "ELSU"

Tagged = Sequence[Sequence[tuple[str, str]]]
"""Sentences of tokens with their tags."""


def tagged(sentences: Tagged, number: int) -> Incoming:
    """Return what tagged tokens say; white space between them is made up."""
    pieces: list[str] = []
    annotations: list[IncomingAnnotation] = []
    offset = 0
    for sentence in sentences:
        starts: list[int] = []
        for word, _ in sentence:
            starts.append(offset)
            offset += len(word) + 1
        for first, last, label in _spans([tag for _, tag in sentence]):
            end = starts[last] + len(sentence[last][0])
            made = IncomingAnnotation(label=label, start=starts[first], end=end, line=number)
            annotations.append(made)
        pieces.append(" ".join(word for word, _ in sentence))
    text = "\n".join(pieces) + "\n"
    return Incoming(line=number, text=text, loose=True, annotations=annotations)


def tags(
    sentences: Sequence[Sequence[Token]], annotations: Sequence[Annotation], *, bilou: bool
) -> Iterator[list[str]]:
    """Yield the tags of each sentence's tokens.

    The annotations must not overlap, and their labels be such as `tag_name` returns.
    """
    spans = iter(annotations)
    span = next(spans, None)
    for sentence in sentences:
        made: list[str] = []
        for token in sentence:
            while span is not None and span.end <= token.start:
                span = next(spans, None)
            if span is None or token.start < span.start:
                made.append("O")
                continue
            first, last = token.start == span.start, token.end == span.end
            prefix = "B" if first else "I"
            if bilou and last:
                prefix = "U" if first else "L"
            made.append(f"{prefix}-{span.label}")
        yield made


def tag_name(label: str) -> str:
    """Return a label as it can stand in a column: without white space."""
    return re.sub(r"[\s\x1c-\x1f]+", "_", label)


def _spans(tags_of: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the first and the last token of each span, and its label, whatever the scheme."""
    open_at, open_label = -1, ""
    for index, tag in enumerate(tags_of):
        prefix, _, label = tag.partition("-")
        goes_on = open_at >= 0 and label == open_label and prefix not in _FIRST and prefix != "O"
        if open_at >= 0 and not goes_on:
            yield open_at, index - 1, open_label
            open_at = -1
        if prefix == "O":
            continue
        if open_at < 0:
            open_at, open_label = index, label
        if prefix in _LAST:
            yield open_at, index, open_label
            open_at = -1
    if open_at >= 0:
        yield open_at, len(tags_of) - 1, open_label
