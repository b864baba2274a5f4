"""A person at the keyboard: presses real keys on a real window, and is counted."""

from collections import Counter
from collections.abc import Sequence

from gold_standard import Gold
from msgspec.structs import replace

from annotator.marking.labels import LabelSchema
from annotator.marking.suggestion_set import SuggestionSet
from annotator.session.commands import all_commands, press
from annotator.session.hinting import begin
from annotator.session.keymap import Keymap, build_keymap
from annotator.session.moment import Moment
from annotator.session.request import FindVisible
from annotator.session.session import Session
from annotator.text.article import Article
from annotator.text.span import Span
from annotator.ui.frame import View
from annotator.ui.sitting import Sitting

COLUMNS, ROWS = 120, 40


class Person:
    """Somebody with one article before them. `keys` are all that were pressed, `spent` by label."""

    def __init__(
        self, article: Article, schema: LabelSchema, suggestions: SuggestionSet | None = None
    ) -> None:
        self.keymap = build_keymap(all_commands(schema))
        session = Session(article, schema, annotator="gold").at(0)
        self.window = Sitting(session, self.keymap, View(COLUMNS, ROWS))
        if suggestions is not None:
            self.window.offer(suggestions)
        self.keys: list[str] = []
        self.spent: Counter[str] = Counter()

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.window.session

    def press(self, keys: Sequence[str], label: str) -> None:
        """Press keys, for the sake of a span with that label."""
        for key in keys:
            self.window.press(key, Moment(1_800_000_000_000 + len(self.keys), len(self.keys) << 40))
            self.keys.append(key)
            self.spent[label] += 1

    def visible(self) -> Span:
        """Return what of the article is on the screen."""
        return self.window.visible()

    def made(self) -> set[Gold]:
        """Return what is tagged."""
        return {Gold(each.label, each.span) for each in self.session.state.annotations}

    def tried(self, session: Session, keys: Sequence[str], seen: Span) -> Session:
        """Return what the keys would make of a session, with `seen` of it on the screen."""
        return tried(session, self.keymap, keys, seen)


def tried(session: Session, keymap: Keymap, keys: Sequence[str], seen: Span) -> Session:
    """Return what keys make of a session; `seen` is what a jump can lead to.

    Hints that stay are not put anew: of those, a way uses at most one, and uses it first.
    """
    moment = replace(session.moment, entropy=session.moment.entropy + (1 << 40))
    for key in keys:
        step = press(session, keymap, key, moment)
        session = step.session
        for request in step.requests:
            if isinstance(request, FindVisible) and not request.stays:
                session = begin(session, seen, extends=request.extends)
    return session
