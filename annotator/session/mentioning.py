"""The command that tags every other mention of a name at once."""

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.marking.annotation import Annotation
from annotator.marking.suggestion import Suggestion
from annotator.marking.suggestion_set import suggestion_set
from annotator.session.command import Command, writable
from annotator.session.making import annotation_of, quoted
from annotator.session.offering import (
    forms,
    gone_on,
    in_hand,
    is_open,
    names_things,
    visit_forms,
)
from annotator.session.session import Changes, Session, Step, acted
from annotator.session.suggesting import accepted, marked_reviewed
from annotator.text.span import Span

if TYPE_CHECKING:
    from annotator.marking.mentions import Mentions

SAME_SCORE, FURNITURE_SCORE = 0.6, 0.4


def tag_mentions(session: Session) -> Step:
    """Tag every other mention of the current annotation's name, or of the suggestion in hand.

    Identical ones are tagged at once, as one act. Other forms of the name, and mentions in page
    furniture, are offered; the same key again visits them, and then goes from one to the next.
    """
    suggestion = in_hand(session) if session.offer else None
    if suggestion is not None and suggestion.source == "mention":
        return Step(gone_on(session, suggestion))
    if suggestion is not None:
        return _accepted_with_mentions(session, suggestion)
    annotation = session.current()
    if annotation is None:
        return Step(session.saying("no annotation here whose mentions could be tagged"))
    from annotator.marking.mentions import mentions, why_refused

    if reason := why_refused(annotation.quote):
        return Step(session.saying(reason))
    found = mentions(session.article, annotation.span)
    after = _with_forms(session, annotation, found)
    changes = _taggings(session, annotation, found.same, 1)
    if not changes:
        return visit_forms(after, annotation.quote) or Step(
            after.saying(_said(annotation, 0, after))
        )
    after = replace(after, last_act=tag_mentions)
    step = acted(after, changes, "")
    said = _said(annotation, len(changes), step.session)
    return Step(step.session.saying(said), step.events) if step.events else step


def _accepted_with_mentions(session: Session, suggestion: Suggestion) -> Step:
    """Accept a suggestion and all identical mentions in one act, and go on to the next one."""
    from annotator.marking.mentions import mentions, why_refused

    reason = why_refused(session.article.quote(suggestion.span))
    if not names_things(session, suggestion.label):
        reason = f"all mentions are those of a name; {suggestion.label} is none"
    if reason:
        return Step(session.saying(reason))
    step = accepted(session, suggestion, suggestion.label, stay=True)
    annotation = step.session.state.annotations.by_id.get(step.session.focus)
    if annotation is None:
        return step
    found = mentions(session.article, annotation.span)
    after = _with_forms(step.session, annotation, found)
    changes = _taggings(after, annotation, found.same, len(step.events) + 1)
    events = step.events
    said = _said(annotation, len(changes), after)
    if changes:
        more = acted(after, changes, said)
        said = more.session.message
        after, events = more.session, (*events, *more.events)
        swept = marked_reviewed(Step(after, events), [suggestion.span, *found.same])
        after, events = swept.session, swept.events
    return Step(gone_on(after.saying(said), suggestion), events)


def _taggings(
    session: Session, annotation: Annotation, spans: tuple[Span, ...], first: int
) -> Changes:
    """Return the changes that tag `spans` like `annotation`, but for those tagged already."""
    label = annotation.label
    fresh = [span for span in spans if not _is_tagged(session, label, span)]
    made = [
        annotation_of(session, label, span, index, origin="mention")
        for index, span in enumerate(fresh, first)
    ]
    return [(each.id, each) for each in made]


def _is_tagged(session: Session, label: str, span: Span) -> bool:
    """Say whether an annotation with that label covers the span."""
    return any(
        annotation.label == label and annotation.end >= span.end
        for annotation in session.state.annotations.at(span.start)
    )


def _with_forms(session: Session, annotation: Annotation, found: "Mentions") -> Session:
    """Return the session with the other forms of a name, and its mentions in furniture, offered."""
    offer = partial(Suggestion, label=annotation.label, source="mention")
    fresh = [
        *(
            offer(start=start, end=end, score=SAME_SCORE, alias_of=annotation.quote)
            for start, end in found.similar
        ),
        *(offer(start=start, end=end, score=FURNITURE_SCORE) for start, end in found.furniture),
    ]
    waiting = [each for each in fresh if is_open(session, each)]
    if not waiting:
        return session
    known = {(each.start, each.end, each.label) for each in waiting}
    kept = [s for s in session.suggestions if (s.start, s.end, s.label) not in known]
    return replace(session, suggestions=suggestion_set([*kept, *waiting]))


def _said(annotation: Annotation, count: int, session: Session) -> str:
    offers = sum(1 for _ in forms(session, iter(session.suggestions), annotation.quote))
    more = f"{count} more tagged" if count else "no other mention to tag"
    asked = f"; {offers} other form{'s' * (offers != 1)} offered, again visits them"
    return f"{annotation.label} {quoted(annotation.quote)}: {more}{asked if offers else ''}"


MENTIONS: tuple[Command, ...] = (
    Command(
        id="annotation.mentions",
        title="all mentions",
        help="Tag every other mention of the name; again: visit its other forms",
        group="Annotation",
        keys=("*",),
        when=writable,
        run=tag_mentions,
    ),
)
