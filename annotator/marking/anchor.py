"""Describe a span so that it can be found again, and check that it is still there."""

from annotator.marking.annotation import CONTEXT, Annotation
from annotator.text.span import Span


def context(text: str, span: Span) -> tuple[str, str]:
    """Return up to 32 code points before the span and after it."""
    before = text[max(0, span.start - CONTEXT) : span.start]
    return before, text[span.end : span.end + CONTEXT]


def stands(text: str, annotation: Annotation) -> bool:
    """Say whether the annotation's words stand where it says."""
    start, end = annotation.start, annotation.end
    return 0 <= start < end <= len(text) and text[start:end] == annotation.quote
