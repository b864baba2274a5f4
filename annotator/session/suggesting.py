"""Commands about suggestions: walk through them, accept and refuse, and the sweep."""

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from annotator.marking.annotation import SPAN_LIMIT, Annotation, Mark, Record
from annotator.marking.labels import NAMED_UNITS
from annotator.marking.suggestion import Suggestion
from annotator.session.command import Command, writable
from annotator.session.finding import to_annotation
from annotator.session.making import annotation_of, cut_to, edged, quoted
from annotator.session.offering import (
    forms,
    gone_on,
    in_hand,
    name_of,
    open_among,
    open_from,
    open_in,
    refused_id,
    taken,
    waiting,
)
from annotator.session.reviewing import is_reviewed, review_mark
from annotator.session.session import Changes, Session, Step, acted
from annotator.text.span import Span


def to_suggestion(*, forward: bool) -> Callable[[Session], Step]:
    """Return the command that takes the next or previous suggestion in hand.

    Where none waits in the whole article it goes to the next or previous annotation instead.
    """
    otherwise = to_annotation(forward=forward)

    def run(session: Session) -> Step:
        if not waiting(session):
            return Step(session.saying(session.looking)) if session.looking else otherwise(session)
        found = next(open_from(session, forward=forward), None)
        if found is not None:
            return Step(taken(session, found))
        return Step(session.saying(f"no suggestion {'after' if forward else 'before'} this one"))

    return run


def accept(session: Session) -> Step:
    """Make an annotation of the suggestion in hand, with the edges that are selected; go on."""
    suggestion = in_hand(session)
    if suggestion is None:
        return Step(session.saying("no suggestion here"))
    return accepted(replace(session, last_act=accept), suggestion, suggestion.label)


def accepted(session: Session, suggestion: Suggestion, label: str, *, stay: bool = False) -> Step:
    """Make an annotation of a suggestion with that label, and go on to the next one, or stay.

    Where another span or another label is taken than was suggested, what was is refused.
    """
    span = _span_of(session, suggestion, label)
    if span.length > SPAN_LIMIT:
        return Step(session.saying(f"not tagged: a span has at most {SPAN_LIMIT:,} characters"))
    if any(twin.label == label for twin in session.state.annotations.on(span)):
        said = f"{label} {quoted(session.article.quote(span))} is there already"
        return Step(gone_on(session.saying(said), suggestion))
    annotation = annotation_of(session, label, span, origin=suggestion.origin)
    as_suggested = (span, label) == (suggestion.span, suggestion.label)
    if suggestion.alias_of and as_suggested:
        annotation = replace(annotation, alias_of=suggestion.alias_of)
    changes: list[tuple[str, Record | None]] = [(annotation.id, annotation)]
    if span != suggestion.span or not _is_suggested(session, suggestion.span, label):
        changes.append((refused_id(suggestion), refusal(session, suggestion)))
    said = f"{label} {quoted(annotation.quote)}"
    return decided(cut_to(session, span), changes, said, suggestion, stay=stay)


def refuse(session: Session) -> Step:
    """Refuse the suggestion in hand; the second time also where the same words follow; go on."""
    suggestion = in_hand(session)
    if suggestion is None:
        return Step(session.saying("no suggestion here"))
    session = replace(session, last_act=refuse)
    alike = [suggestion, *_same_after(session, suggestion)]
    changes: Changes = [(refused_id(each), refusal(session, each)) for each in alike]
    more = f", and {len(alike) - 1} more after it" if alike[1:] else ""
    said = f"not {suggestion.label}: {quoted(session.article.quote(suggestion.span))}{more}"
    return decided(session, changes, said, suggestion)


def accept_all(session: Session) -> Step:
    """Accept all forms of the name that is visited, else all of the selection or paragraph."""
    suggestions = _all_meant(session)
    if not suggestions:
        return Step(session.saying("no suggestions here"))
    session = replace(session, last_act=accept_all)
    annotations = [
        replace(
            annotation_of(session, each.label, each.span, index, origin=each.origin),
            alias_of=each.alias_of,
        )
        for index, each in enumerate(suggestions, 1)
    ]
    changes: Changes = [(annotation.id, annotation) for annotation in annotations]
    count = len(annotations)
    said = f"{count} suggestion{'s' * (count != 1)} accepted; U takes them back"
    return decided(session, changes, said, suggestions[-1])


def decided(
    session: Session,
    changes: Changes,
    said: str,
    suggestion: Suggestion,
    *,
    stay: bool = False,
) -> Step:
    """Carry out a decision about a suggestion, and go on to the next one, or stay on what was made.

    In a sweep a paragraph is reviewed when nothing in it waits any more.
    """
    records = (record for _, record in changes)
    spans = [Span(r.start, r.end) for r in records if isinstance(r, Annotation | Mark)]
    step = marked_reviewed(acted(session, changes, said), spans)
    if stay:
        after = replace(step.session, focus=changes[0][0], offer=None)
        return Step(after, step.events)
    return Step(gone_on(step.session, suggestion), step.events)


def marked_reviewed(step: Step, spans: Iterable[Span]) -> Step:
    """Return the step with those paragraphs of `spans` marked that a sweep is done with."""
    session, events = step.session, step.events
    if session.sweep is None:
        return step
    paragraphs = session.article.paragraphs
    marks = [
        review_mark(session.article, index)
        for index in sorted({session.article.paragraph_at(span.start) for span in spans})
        if not open_in(session, paragraphs[index])
        and not is_reviewed(session.state, paragraphs[index])
    ]
    if not marks:
        return step
    more = acted(session, [(mark.id, mark) for mark in marks], session.message)
    return Step(more.session, (*events, *more.events))


def toggle_hidden(session: Session) -> Step:
    """Hide the suggestions, or show them again."""
    hides = not session.hides_suggestions
    after = replace(session, hides_suggestions=hides, offer=None, sweep=None)
    return Step(after.saying("suggestions are hidden" if hides else "suggestions are shown"))


def toggle_sweep(session: Session) -> Step:
    """Begin to go through the suggestions of the selection, else of the article; or stop."""
    if session.sweep is not None:
        return Step(replace(session, sweep=None, offer=None).saying("sweep ended"))
    chosen = session.chosen()
    whole = chosen is None
    span = chosen or Span(0, len(session.article.text))
    begun = replace(session, sweep=span, hides_suggestions=False)
    begun = begun if whole else begun.at(span.start)
    found = session.offer or next(open_from(begun, forward=True), None)
    if found is None:
        said = session.looking or "no suggestion from here on to sweep through"
        return Step(session.saying(said))
    return Step(taken(begun, found))


def refusal(session: Session, suggestion: Suggestion) -> Mark:
    """Return the record of a refusal."""
    return Mark(
        id=refused_id(suggestion),
        mark="rejected",
        start=suggestion.start,
        end=suggestion.end,
        suggested=suggestion.label,
        quote=session.article.quote(suggestion.span),
    )


def _span_of(session: Session, suggestion: Suggestion, label: str) -> Span:
    """Return what is selected if the suggestion in hand was reshaped, else its own span."""
    taken_as = session.schema.label(label)
    selected = session.selection.span
    if session.offer is None or not selected.length or selected == suggestion.span:
        return suggestion.span
    span = edged(session, selected, taken_as) if taken_as else selected
    return span if span.length else suggestion.span


def _is_suggested(session: Session, span: Span, label: str) -> bool:
    """Say whether that label is suggested for that span, besides others: all may be right."""
    touching = session.suggestions.touching(span)
    return any(each.span == span and each.label == label for each in touching)


def _same_after(session: Session, suggestion: Suggestion) -> Iterator[Suggestion]:
    """Yield what waits for the same words and label after a suggestion refused a second time.

    Refused once, it may have been wrong in that place alone: a town within a longer name.
    """
    quote = session.article.quote(suggestion.span)
    before = (mark for mark in session.state.marks.values() if mark.mark == "rejected")
    if not any((mark.suggested, mark.quote) == (suggestion.label, quote) for mark in before):
        return
    for each in open_among(session, session.suggestions.after(suggestion)):
        if each.label == suggestion.label and session.article.quote(each.span) == quote:
            yield each


def _all_meant(session: Session) -> list[Suggestion]:
    if session.offer is not None and session.offer.source == "mention":
        name = name_of(session, session.offer)
        return list(forms(session, iter(session.suggestions), name))
    span = session.chosen()
    if span is None:
        if not session.article.paragraphs:
            return []
        span = session.article.paragraphs[session.paragraph]
    return _apart(session, (each for each in open_in(session, span) if span.covers(each.span)))


def _apart(session: Session, suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """Return them without names within names of the same label, and without spans too long."""
    kept: list[Suggestion] = []
    reach: dict[str, int] = {}  # By label: how far the last kept one reaches.
    for each in suggestions:
        label = session.schema.label(each.label)
        named = label is not None and label.unit in NAMED_UNITS
        if each.span.length <= SPAN_LIMIT and not (named and each.end <= reach.get(each.label, 0)):
            kept.append(each)
            reach[each.label] = max(each.end, reach.get(each.label, 0))
    return kept


SUGGESTION_COMMANDS: tuple[Command, ...] = (
    Command(
        id="suggestion.next",
        title="next suggestion",
        help="Take the next suggestion in hand; without any, select the next annotation",
        group="Suggest",
        keys=("tab",),
        run=to_suggestion(forward=True),
    ),
    Command(
        id="suggestion.previous",
        title="previous suggestion",
        help="Take the previous suggestion in hand; without any, select the previous annotation",
        group="Suggest",
        keys=("~",),
        extras=("shift+tab",),
        run=to_suggestion(forward=False),
    ),
    Command(
        id="suggestion.accept",
        title="accept",
        help="Accept the suggestion, with the edges that are selected, and go to the next",
        group="Suggest",
        keys=("A",),
        when=writable,
        run=accept,
    ),
    Command(
        id="suggestion.refuse",
        title="refuse",
        help="Refuse the suggestion, a second time wherever it comes again, and go to the next",
        group="Suggest",
        keys=("X",),
        when=writable,
        run=refuse,
    ),
    Command(
        id="suggestion.accept_all",
        title="accept all here",
        help="Accept all suggestions of the paragraph, the selection, or the name in hand",
        group="Suggest",
        keys=("!",),
        when=writable,
        run=accept_all,
    ),
    Command(
        id="suggestion.sweep",
        title="sweep",
        help="Go through the suggestions only, of the selection or the article, or stop",
        group="Suggest",
        keys=("S",),
        when=writable,
        run=toggle_sweep,
    ),
    Command(
        id="suggestion.hide",
        title="hide suggestions",
        help="Hide the suggestions, or show them again",
        group="Suggest",
        keys=("I",),
        run=toggle_hidden,
    ),
)
