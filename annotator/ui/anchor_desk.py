"""What the reader knows of changed places: looked for in a thread, kept until they are written."""

from threading import Event

from msgspec.structs import replace

from annotator.marking.anchoring import Anchored, reanchored
from annotator.marking.annotation import Annotation
from annotator.marking.motion import tidied
from annotator.session.anchor_review import (
    AnchorReview,
    Choice,
    brought,
    confirmed,
    counts,
    is_current,
    live_annotations,
    put_at,
    review_of,
    says_nothing,
)
from annotator.session.library import Library, Opened, Predecessor
from annotator.session.making import words
from annotator.session.review_marks import moved_marks
from annotator.session.session import Session, Step
from annotator.session.state import State
from annotator.text.article import Article


class AnchorDesk:
    """The review of one article at a time; worked out anew when annotations have changed since."""

    def __init__(self) -> None:
        self._review = AnchorReview()
        self._gone = Event()
        self._known: dict[tuple[str, int, str, str, str], Anchored] = {}
        self.left = 0
        """Annotations that are still to be looked for."""

    def sit_down(self) -> None:
        """Forget the article before; a search for its places ends."""
        self._gone.set()
        self._gone = Event()
        self._known = {}
        self.left = 0
        self._review = AnchorReview()

    @property
    def unplaced(self) -> int:
        """How many annotations have no place yet that was accepted and written."""
        return len(self._review.verdicts)

    def survey(self, opened: Opened, library: Library) -> str:
        """Look for the annotations of an article that was opened; return what must be told.

        It blocks: call it in a thread.
        """
        if says_nothing(opened.state):
            return self._brought(library.predecessor(opened.article))
        if not (opened.changed or opened.orphans):
            return ""
        self._review = self._looked_for(opened.article, opened.state)
        if not (self._review.verdicts or self._review.marks):
            return ""
        why = "the article has changed" if opened.changed else "the log was edited"
        return f"{why}: {counts(self._review)}"

    def review(self, session: Session) -> AnchorReview:
        """Return the review as it is now; what the person selected for a place is put there.

        It may block: call it in a thread.
        """
        if self._review.placing:
            self._review = put_at(self._review, tidied(session.article, session.selection.span))
        if not self._review.verdicts or not is_current(self._review, session.state):
            self._review = self._looked_for(session.article, session.state)
        return self._review

    def answered(self, session: Session, what: str, review: AnchorReview, key: str) -> Step:
        """Return what becomes of a session when the person leaves the screen of places."""
        self._review = review
        current = review.current
        if what == "write":
            step = confirmed(session, review)
            self._review = AnchorReview() if step.events else review
            return step
        if what == "place" and current is not None:
            self._review = replace(review, placing=True)
            place = current.span or current.annotation.span
            said = f"select the words for {words(current.annotation)}, then {key} puts it there"
            return Step(session.at(min(place.start, len(session.article.text))).saying(said))
        undecided = sum(verdict.choice is not Choice.OPEN for verdict in review.verdicts)
        said = f"nothing is written yet; {key} goes on" if undecided else ""
        return Step(session.saying(said))

    def _brought(self, predecessor: Predecessor | None) -> str:
        """Offer what was said about the article when it had another name."""
        if predecessor is None:
            return ""
        self._review = brought(predecessor.article_id, predecessor.records)
        count = len(self._review.verdicts)
        fit = "annotation fits" if count == 1 else "annotations fit"
        return f"{count:,} {fit} from {predecessor.article_id}, which is gone"

    def _looked_for(self, article: Article, state: State) -> AnchorReview:
        """Look for the annotations, those that were looked for before not again."""
        gone, known = self._gone, self._known
        annotations = live_annotations(state)
        new = [one for one in annotations if _key(one) not in known]
        self.left = len(new)
        for anchored in reanchored(article.text, new):
            if gone.is_set():
                return AnchorReview()
            known[_key(anchored.annotation)] = anchored
            self.left -= 1
        found = [
            replace(known[_key(one)], annotation=one)
            for one in sorted(annotations, key=lambda annotation: annotation.start)
        ]
        return review_of(found, moved_marks(article, state))


def _key(annotation: Annotation) -> tuple[str, int, str, str, str]:
    """Return what decides where an annotation is found."""
    return (
        annotation.id,
        annotation.start,
        annotation.quote,
        annotation.prefix,
        annotation.suffix,
    )
