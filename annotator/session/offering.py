"""What is on offer: which suggestions wait for a decision, which is in hand, which comes next."""

from collections.abc import Iterator

from msgspec.structs import replace

from annotator.marking.labels import NAMED_UNITS
from annotator.marking.selection import over
from annotator.marking.suggestion import Suggestion
from annotator.marking.suggestion_set import SuggestionSet, reading_order, suggestion_set
from annotator.session.making import quoted
from annotator.session.reviewing import is_reviewed
from annotator.session.session import Session, Step
from annotator.text.span import Span


def refused_id(suggestion: Suggestion) -> str:
    """Return the id of the mark of a refusal: the same in every log, so that merges agree."""
    return _refused_id(suggestion.label, suggestion.span)


def _refused_id(label: str, span: Span) -> str:
    return f"rejected:{label}:{span.start}:{span.end}"


def is_open(session: Session, suggestion: Suggestion) -> bool:
    """Say whether a suggestion waits for a decision.

    It does not once it was refused, its paragraph was reviewed, an annotation with its label has
    its span, or one of a name covers it. A name that was refused with its article is refused
    without. Looking for mentions of a name finds them anywhere.
    """
    if _is_refused(session, suggestion.label, suggestion.span):
        return False
    paragraph = session.article.paragraphs[session.article.paragraph_at(suggestion.start)]
    if suggestion.source != "mention" and is_reviewed(session.state, paragraph):
        return False
    label = session.schema.label(suggestion.label)
    if label is None:
        return False
    named = label.unit in NAMED_UNITS
    settled = any(
        annotation.label == suggestion.label
        and (annotation.end >= suggestion.end if named else annotation.span == suggestion.span)
        for annotation in session.state.annotations.at(suggestion.start)
    )
    if settled or not (named and session.state.marks):
        return not settled
    from annotator.marking.twins import twins  # Not needed before something was refused.

    others = twins(session.article.text, suggestion.span)
    return not any(_is_refused(session, suggestion.label, span) for span in others)


def _is_refused(session: Session, label: str, span: Span) -> bool:
    """Say whether just that span was refused for a label; not if the article changed since."""
    refused = session.state.marks.get(_refused_id(label, span))
    return refused is not None and refused.quote == session.article.quote(span)


def names_things(session: Session, label: str) -> bool:
    """Say whether a label is one of names, which have mentions."""
    known = session.schema.label(label)
    return known is not None and known.unit in NAMED_UNITS


def open_in(session: Session, span: Span) -> tuple[Suggestion, ...]:
    """Return the suggestions that wait for a decision and touch `span`.

    While suggestions hide, these are only the forms of a name that the person looked for.
    """
    touching = session.suggestions.touching(span)
    return tuple(each for each in touching if not _hides(session, each) and is_open(session, each))


def in_hand(session: Session) -> Suggestion | None:
    """Return the suggestion that a command about one means: that in hand, else the innermost here.

    With something else selected there is none.
    """
    if session.offer is not None:
        return session.offer if is_open(session, session.offer) else None
    if not session.selection.empty:
        return None
    here = open_in(session, Span(session.cursor, session.cursor + 1))
    return min(here, key=lambda suggestion: suggestion.span.length, default=None)


def offered(session: Session, suggestions: SuggestionSet) -> Session:
    """Return the session with other suggestions.

    The forms of a name that the person looked for stay, and so does what is in hand, if the same is
    suggested still.
    """
    looked_for = [each for each in session.suggestions if each.source == "mention"]
    together = suggestion_set([*suggestions, *looked_for]) if looked_for else suggestions
    offer = session.offer
    if offer is not None:
        touching = together.touching(offer.span)
        same = (s for s in touching if (s.span, s.label) == (offer.span, offer.label))
        offer = next(same, None)
    return replace(session, suggestions=together, offer=offer)


def waiting(session: Session) -> bool:
    """Say whether any suggestion waits for a decision in what is swept, or in the article."""
    return any(True for _ in open_among(session, iter(session.suggestions)))


def visit_forms(session: Session, name: str) -> Step | None:
    """Begin to visit the other forms of a name that wait for a decision; None: there are none."""
    first = next(forms(session, iter(session.suggestions), name), None)
    if first is None:
        return None
    return Step(taken(replace(session, came_from=session.cursor), first))


def again_in_hand(session: Session, span: Span, label: str) -> Session:
    """Return the session with the suggestion of that label for that span in hand, if one waits."""
    waiting = open_in(session, span)
    found = next((s for s in waiting if (s.span, s.label) == (span, label)), None)
    return replace(session, offer=found)


def taken(session: Session, suggestion: Suggestion) -> Session:
    """Take a suggestion in hand, and say what it is."""
    after = session.selected(over(suggestion.span))
    after = replace(after, offer=suggestion, came_from=session.came_from)
    form = f", a form of {quoted(suggestion.alias_of)}" if suggestion.alias_of else ""
    return after.saying(f"{suggestion.label}? from {suggestion.source}{form}")


def gone_on(session: Session, suggestion: Suggestion) -> Session:
    """Take the next suggestion in hand; after the last form of a name go back to the name."""
    said = session.message
    following = session.suggestions.after(suggestion)
    if session.came_from is not None and suggestion.source == "mention":
        form = next(forms(session, following, name_of(session, suggestion)), None)
        if form is not None:
            return taken(session, form).saying(said)
        left = sum(
            1 for _ in forms(session, iter(session.suggestions), name_of(session, suggestion))
        )
        asked = f"back at the name; {left} other form{'s' * (left != 1)} undecided" if left else ""
        said = " · ".join(filter(None, (said, asked)))
        return replace(session.at(session.came_from), came_from=None).saying(said)
    found = next(open_among(session, following), None)
    if found is not None:
        return taken(session, found).saying(said)
    end = " · that was the last suggestion" if session.sweep is None else " · sweep ended"
    return replace(session.selected(session.selection), sweep=None).saying(said + end)


def open_from(session: Session, *, forward: bool) -> Iterator[Suggestion]:
    """Yield those that wait, from the one in hand or the cursor on."""
    if session.offer is not None:
        key = reading_order(session.offer)
    else:
        start = session.selection.span.start if not session.selection.empty else session.cursor
        key = (start, -len(session.article.text) - 1, "")
    found = session.suggestions.from_key(key) if forward else session.suggestions.before_key(key)
    return (each for each in open_among(session, found) if each != session.offer)


def open_among(session: Session, suggestions: Iterator[Suggestion]) -> Iterator[Suggestion]:
    """Yield those that wait for a decision, show, and lie in what is swept."""
    swept = session.sweep
    return (
        each
        for each in suggestions
        if (swept is None or swept.covers(each.span))
        and not _hides(session, each)
        and is_open(session, each)
    )


def _hides(session: Session, suggestion: Suggestion) -> bool:
    """Say whether a suggestion is hidden: forms of a name that was looked for never are."""
    return session.hides_suggestions and suggestion.source != "mention"


def forms(session: Session, suggestions: Iterator[Suggestion], name: str) -> Iterator[Suggestion]:
    """Yield those that wait and came from looking for the mentions of that name."""
    sought = name.casefold()
    return (
        each
        for each in open_among(session, suggestions)
        if each.source == "mention" and name_of(session, each).casefold() == sought
    )


def name_of(session: Session, suggestion: Suggestion) -> str:
    """Return the name that was looked for: of another form, or the same words elsewhere."""
    return suggestion.alias_of or session.article.quote(suggestion.span)
