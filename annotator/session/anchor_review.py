"""Annotations in an article that has changed: what a person decides about each, as one act.

Nothing here writes: `confirmed` makes one step of all that was decided, so that one undo takes it
back. What was not decided stays as it is in the log.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from annotator.marking.anchoring import Anchored, Fate, placed
from annotator.marking.annotation import Annotation, Mark, Record, Relation
from annotator.session.session import Session, Step, acted
from annotator.session.state import State
from annotator.text.span import Span


class Choice(Enum):
    """What a person wants to become of an annotation whose words have moved or changed."""

    OPEN = "undecided"
    ACCEPT = "accept"
    LEAVE = "leave"
    REMOVE = "remove"


class Verdict(Struct, frozen=True):
    """An annotation that was found, or not; the place it is to have; what was decided."""

    anchored: Anchored
    span: Span | None
    choice: Choice = Choice.OPEN

    @property
    def annotation(self) -> Annotation:
        """The annotation as it is in the log."""
        return self.anchored.annotation


class AnchorReview(Struct, frozen=True):
    """All annotations of an article that did not stay, and the one in hand, by its index.

    `stayed` counts those that did. `placing` says that the person is looking for a place for the
    one in hand. `source` is the id of the article that is gone and whose annotations these are, ""
    for those of the article itself; `others` are then its relations and marks. `marks` are changes
    of reviewed marks whose paragraphs have moved: they come along.
    """

    verdicts: tuple[Verdict, ...] = ()
    stayed: int = 0
    at: int = 0
    placing: bool = False
    source: str = ""
    others: tuple[Record, ...] = ()
    marks: tuple[tuple[str, Record | None], ...] = ()

    @property
    def current(self) -> Verdict | None:
        """The verdict in hand."""
        return self.verdicts[self.at] if self.verdicts else None


def live_annotations(state: State) -> list[Annotation]:
    """Return all annotations that count, orphans among them."""
    records = (event.record for event in state.latest.values())
    return [record for record in records if isinstance(record, Annotation)]


def says_nothing(state: State) -> bool:
    """Say whether nothing was ever said, or all of it was taken back."""
    return all(event.record is None and event.undoes for event in state.latest.values())


def review_of(
    found: Iterable[Anchored], marks: tuple[tuple[str, Record | None], ...] = ()
) -> AnchorReview:
    """Return the review of annotations that were looked for; what surely moved is accepted."""
    anchoreds = list(found)
    unsettled = [anchored for anchored in anchoreds if anchored.fate is not Fate.STAYED]
    return AnchorReview(
        tuple(
            Verdict(one, one.span, Choice.ACCEPT if one.fate is Fate.MOVED else Choice.OPEN)
            for one in unsettled
        ),
        len(anchoreds) - len(unsettled),
        marks=marks,
    )


def brought(source: str, records: Sequence[Record]) -> AnchorReview:
    """Return the review of what was said about an article with the same words, that is gone."""
    annotations = [record for record in records if isinstance(record, Annotation)]
    others = tuple(record for record in records if not isinstance(record, Annotation))
    verdicts = tuple(
        Verdict(Anchored(one, Fate.MOVED, one.span), one.span, Choice.ACCEPT)
        for one in sorted(annotations, key=lambda annotation: annotation.start)
    )
    return AnchorReview(verdicts, source=source, others=others)


def is_current(review: AnchorReview, state: State) -> bool:
    """Say whether the annotations are still as they were when they were looked for."""
    if review.source:
        return says_nothing(state)
    return all(
        (latest := state.latest.get(verdict.annotation.id)) is not None
        and latest.record == verdict.annotation
        for verdict in review.verdicts
    )


def moved_to(review: AnchorReview, at: int) -> AnchorReview:
    """Return the review with another verdict in hand."""
    return replace(review, at=min(max(at, 0), max(0, len(review.verdicts) - 1)))


def chosen(review: AnchorReview, choice: Choice) -> AnchorReview:
    """Return the review with the verdict in hand decided; deciding the same again takes it back.

    What has no place cannot be accepted.
    """
    current = review.current
    if current is None or (choice is Choice.ACCEPT and current.span is None):
        return review
    choice = Choice.OPEN if current.choice is choice else choice
    return _changed(review, replace(current, choice=choice))


def all_moved_accepted(review: AnchorReview) -> AnchorReview:
    """Return the review with all accepted that surely moved."""
    return replace(
        review,
        verdicts=tuple(
            replace(verdict, choice=Choice.ACCEPT)
            if verdict.anchored.fate is Fate.MOVED
            else verdict
            for verdict in review.verdicts
        ),
    )


def put_at(review: AnchorReview, span: Span) -> AnchorReview:
    """Return the review with the annotation in hand at a place that the person selected."""
    current = review.current
    if current is None or not span.length:
        return replace(review, placing=False)
    verdict = replace(current, span=span, choice=Choice.ACCEPT)
    return replace(_changed(review, verdict), placing=False)


def counts(review: AnchorReview) -> str:
    """Say how many stayed, moved, need a look, are orphans: those that there are."""
    fates = Counter(verdict.anchored.fate for verdict in review.verdicts)
    fates[Fate.STAYED] = review.stayed
    many = {Fate.LOOK: "need a look", Fate.ORPHAN: "orphans"}
    said = [
        f"{fates[fate]:,} {many.get(fate, fate.value) if fates[fate] > 1 else fate.value}"
        for fate in Fate
        if fates[fate]
    ]
    if paragraphs := sum(record is not None for _, record in review.marks):
        said.append(f"{paragraphs:,} reviewed paragraph{'s' * (paragraphs != 1)} moved")
    return ", ".join(said)


def confirmed(session: Session, review: AnchorReview) -> Step:
    """Return the step that carries out everything that was decided, as one act."""
    if session.read_only:
        return Step(session.saying(session.read_only))
    changes = _changes(session, review)
    if not changes:
        return Step(session.saying("nothing was decided, so nothing is written"))
    choices = Counter(verdict.choice for verdict in review.verdicts)
    said = [
        f"{choices[choice]:,} {word}"
        for choice, word in ((Choice.ACCEPT, "placed"), (Choice.REMOVE, "removed"))
        if choices[choice]
    ] or ["none changed"]
    source = f" from {review.source}" if review.source else ""
    return acted(session, changes, f"annotations{source}: {', '.join(said)}")


def _changes(session: Session, review: AnchorReview) -> list[tuple[str, Record | None]]:
    text = session.article.text
    changes: list[tuple[str, Record | None]] = []
    gone: set[str] = set()
    for verdict in review.verdicts:
        annotation = verdict.annotation
        if verdict.choice is Choice.ACCEPT and verdict.span is not None:
            changes.append((annotation.id, placed(text, annotation, verdict.span)))
        elif verdict.choice is Choice.REMOVE and not review.source:
            changes.append((annotation.id, None))
            gone.add(annotation.id)
    changes += [
        (relation.id, None)
        for relation in session.state.relations.values()
        if relation.source in gone or relation.target in gone
    ]
    kept = {record_id: record for record_id, record in changes if record is not None}
    changes += review.marks
    changes += [(other.id, other) for other in review.others if _comes_along(other, kept)]
    return changes


def _comes_along(record: Record, kept: Mapping[str, Record]) -> bool:
    match record:
        case Relation():
            return record.source in kept and record.target in kept
        case Mark():
            return True
        case _:
            return False


def _changed(review: AnchorReview, verdict: Verdict) -> AnchorReview:
    before, after = review.verdicts[: review.at], review.verdicts[review.at + 1 :]
    return replace(review, verdicts=(*before, verdict, *after))
