"""Whether an incoming record keeps to the limits that hold for what is made here."""

from annotator.marking.annotation import SPAN_LIMIT, Annotation, Mark, Record
from annotator.session.limits import Limits, how_to_raise


def beyond(record: Record, there: int, limits: Limits) -> str:
    """Say beyond which limit a record is, "" if beyond none.

    Args:
        record: what is to be added or changed.
        there: how many annotations its annotator has in the article, without this one.
        limits: how much there may be.
    """
    if isinstance(record, Mark):
        return ""
    if len(record.note) > limits.note:
        has = f"a note has at most {limits.note:,} characters, and this one {len(record.note):,}"
        return f"{has}; {how_to_raise('note')}"
    if not isinstance(record, Annotation):
        return ""
    length = record.end - record.start
    if length > SPAN_LIMIT:
        return f"a span has at most {SPAN_LIMIT:,} characters, and this one {length:,}"
    if there >= limits.annotations:
        most = f"at most {limits.annotations:,} annotations of one annotator"
        return f"an article has {most}; {how_to_raise('annotations')}"
    return ""
