"""What a practised person does with an article: suggestions first, then reading order, mentions."""

from collections.abc import Iterable

from gold_standard import Gold

from annotator.marking.mentions import mentions, why_refused
from annotator.marking.suggestion import Suggestion
from annotator.session.offering import forms, is_open, open_in
from annotator.text.span import Span
from keys_per_span.person import Person
from keys_per_span.ways import Keys, Ways


class PlanError(Exception):
    """The gold cannot be reached, or something else was made."""


WINDOW = 8
"""Spans ahead among which the one that takes fewest keys is done first."""

LATE = 0.7
"""Keys that leaving a span behind for later costs, roughly."""

BY_HAND = 3
"""Keys that a span takes by hand, roughly: what a mention saves."""

EDGED = 3
"""Keys that moving the edges of a suggestion may take: with more, it is done by hand."""

REMOVAL = 4
"""Keys that taking off a wrong mention costs, roughly."""


class Plan:
    """The keys that make just the gold. `with_mentions` lets it tag all mentions of a name."""

    def __init__(
        self, person: Person, gold: Iterable[Gold], *, by_hints: bool, with_mentions: bool
    ) -> None:
        self.person = person
        self.gold = list(gold)
        self._wanted = set(self.gold)
        self._with_mentions = with_mentions
        self._by_hints = by_hints
        self._keys = {label.name: label.key for label in person.session.schema.labels}
        self._ways = Ways(person.session.article, person.keymap, by_hints=by_hints)
        self.offers, self.accepted = len(person.session.suggestions), 0

    def carry_out(self) -> None:
        """Press all keys; what is tagged then is just the gold.

        Raises:
            PlanError: it is not, or no way to a span was found.
        """
        if self.person.session.suggestions.ordered:
            self._decide()
            self.person.press(["I"], "(all)")
        self._tag_the_rest()
        self._remove_the_wrong(before=Span(len(self.person.session.article.text), 0))
        if self.person.made() != self._wanted:
            raise PlanError(f"not the gold: {self.person.made() ^ self._wanted}")

    def _left(self) -> list[Gold]:
        made = self.person.made()
        return [each for each in self.gold if each not in made]

    def _tag_the_rest(self) -> None:
        if self._by_hints and self._left():
            self.person.press(["G", "enter"], "(all)")
        while left := self._left():
            if self._remove_the_wrong(before=left[0].span):
                continue
            session, seen = self.person.session, self.person.visible()
            found: list[tuple[float, int, Gold, Keys]] = []
            for index, each in enumerate(self._near(left)):
                keys = self._ways.to(session, each.span, seen, self._keys[each.label])
                if keys is not None:
                    found.append((len(keys) + LATE * index, index, each, keys))
                if keys is not None and len(keys) == 1:
                    break
            if not found:
                raise PlanError(f"no way to {left[0]}")
            _, _, each, keys = min(found)
            self.person.press(keys, each.label)
            if self._with_mentions:
                self._tag_mentions(each)

    def _near(self, left: list[Gold]) -> list[Gold]:
        """Return the spans that may come next: what would be left behind comes first."""
        article = self.person.session.article
        paragraph = article.paragraph_at(left[0].span.start)
        if paragraph < self.person.session.paragraph:
            return [each for each in left if article.paragraph_at(each.span.start) == paragraph]
        return left[:WINDOW]

    def _tag_mentions(self, made: Gold) -> None:
        """Tag all mentions, and visit the other forms, where that saves keys."""
        if self._gain(made) <= 1:
            return
        self.person.press(["*"], made.label)
        session = self.person.session
        quote = session.article.quote(made.span)
        waiting = list(forms(session, iter(session.suggestions), quote))
        right = [form for form in waiting if Gold(form.label, form.span) in self._wanted]
        if len(right) * BY_HAND <= len(waiting) + 1:
            return
        self.person.press(["*"], made.label)
        while (form := self.person.session.offer) is not None and form.source == "mention":
            is_right = Gold(form.label, form.span) in self._wanted
            self.person.press(["A" if is_right else "X"], made.label)

    def _gain(self, made: Gold) -> int:
        """Return the keys that tagging all mentions saves, roughly."""
        session = self.person.session
        if why_refused(session.article.quote(made.span)):
            return 0
        tagged = self.person.made()
        found = mentions(session.article, made.span)
        fresh = [Gold(made.label, span) for span in found.same]
        saved = sum(BY_HAND for each in fresh if each in self._wanted and each not in tagged)
        return saved - sum(REMOVAL for each in fresh if each not in self._wanted)

    def _decide(self) -> None:
        """Go through all suggestions once: accept, accept as another, refuse, or pass over."""
        self.person.press(["S"], "(all)")
        while (offer := self.person.session.offer) is not None:
            if self._decide_many():
                continue
            self._decide_one(offer)
            if self.person.session.offer == offer:
                return

    def _decide_many(self) -> bool:
        """Accept all that wait in the paragraph, or pass over all, if that takes fewer keys."""
        person = self.person
        span = person.session.article.paragraphs[person.session.paragraph]
        waiting = [each for each in open_in(person.session, span) if span.covers(each.span)]
        right = [Gold(each.label, each.span) in self._wanted for each in waiting]
        if not any(right):
            if len(waiting) > len(("}", "tab")):
                person.press(["}", "tab"], "(all)")
                return True
            return False
        last_wrong = max((i for i, is_right in enumerate(right) if not is_right), default=-1)
        one_by_one = min(len(waiting), last_wrong + 2)
        if 1 + REMOVAL * right.count(False) > one_by_one or len(waiting) == 1:
            return False
        self.accepted += sum(right)
        person.press(["!"], "(all)")
        return True

    def _decide_one(self, offer: Suggestion) -> None:
        person = self.person
        if Gold(offer.label, offer.span) in self._wanted:
            self.accepted += 1
            gain = self._gain(Gold(offer.label, offer.span)) if self._with_mentions else 0
            person.press(["*" if gain > 0 else "A"], offer.label)
            return
        left = self._left()
        other = next((each for each in left if each.span == offer.span), None)
        if other is not None and not _suggested(person, other):
            self.accepted += 1
            person.press([self._keys[other.label]], other.label)
            return
        if edged := self._edged(offer, left):
            person.press(edged, offer.label)
            return
        person.press(["tab" if self._loses_by_refusing() else "X"], offer.label)

    def _loses_by_refusing(self) -> bool:
        """Say whether refusing what is in hand would refuse something right elsewhere."""
        session = self.person.session
        after = self.person.tried(session, ("X",), self.person.visible())
        return any(
            Gold(each.label, each.span) in self._wanted
            and is_open(session, each)
            and not is_open(after, each)
            for each in session.suggestions
        )

    def _edged(self, offer: Suggestion, left: Iterable[Gold]) -> Keys | None:
        """Return the keys that move the edges of a suggestion to where they should be."""
        session, seen = self.person.session, self.person.visible()
        for each in left:
            if each.label != offer.label or not each.span.overlaps(offer.span):
                continue
            for keys in self._ways.edges(session, each, seen):
                after = self.person.tried(session, (*keys, "A"), seen).state.annotations
                made = [Gold(a.label, a.span) for a in after.on(each.span)]
                if len(keys) <= EDGED and each in made:
                    return (*keys, "A")
        return None

    def _remove_the_wrong(self, before: Span) -> bool:
        """Take off what was tagged up to there and the gold does not have; say whether any was."""
        wrong = [each for each in self.person.made() - self._wanted if each.span < before]
        for each in sorted(wrong, key=lambda each: each.span):
            keys = self._to_remove(each, self.person.visible())
            if keys is None:
                raise PlanError(f"no way to take off {each}")
            self.person.press(keys, each.label)
        return bool(wrong)

    def _to_remove(self, wrong: Gold, seen: Span) -> Keys | None:
        """Return the keys that lead to an annotation and take it off."""
        session = self.person.session
        best: Keys | None = None
        for reached in self._ways.arrivals(session, wrong.span, seen):
            for off in (
                ("backspace",),
                (self._keys[wrong.label],),
                ("`", "backspace"),
                ("`", "`", "backspace"),
                ("`", "`", "`", "backspace"),
            ):
                keys = (*reached, *off)
                if best is not None and len(keys) >= len(best):
                    continue
                after = self.person.tried(session, keys, seen).state.annotations
                gone = not any(each.label == wrong.label for each in after.on(wrong.span))
                if gone and len(after) == len(session.state.annotations) - 1:
                    best = keys
        return best


def _suggested(person: Person, gold: Gold) -> bool:
    """Say whether the same is suggested anyway."""
    return any(
        Gold(each.label, each.span) == gold and is_open(person.session, each)
        for each in person.session.suggestions.touching(gold.span)
    )
