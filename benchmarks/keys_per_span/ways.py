"""Ways to a span: short lists of keys that lead from where a person is to just that selection.

Nobody's eyes are needed: each way is tried on the real session, and only what the keys really do
counts. What a practised person would think of is tried; the shortest is taken.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import count

from gold_standard import Gold
from msgspec.structs import replace

from annotator.marking.labels import Label
from annotator.session.hinting import begin, folded
from annotator.session.keymap import Keymap
from annotator.session.making import edged
from annotator.session.session import Mode, Session
from annotator.text.article import Article
from annotator.text.span import Span
from annotator.text.unit import Unit, units
from keys_per_span.person import tried

Keys = tuple[str, ...]

MOTIONS: Keys = ("right", "left", "]", "[", "}", "{", "^", "$", "H", "E")
CURSOR_EDGES: Keys = (")", "(", ">", "<", ";", "]")
EDGES: Keys = (*CURSOR_EDGES, "&")
FARTHEST = 40
"""Motions in a row, at the most."""

ROUGHLY = 60
"""Code points by which a selection may miss a span, for its edges to be moved."""


class Ways:
    """The ways in one article. `by_hints` False: the cursor and extending are all there is."""

    def __init__(self, article: Article, keymap: Keymap, *, by_hints: bool) -> None:
        self._article = article
        self._keymap = keymap
        self._by_hints = by_hints
        self._label = Label("", "", "")
        self._next: dict[tuple[int, str], int] = {}
        self._begun: tuple[object, Session] | None = None
        self._reached: tuple[object, dict[int, Keys]] | None = None

    def to(self, session: Session, target: Span, seen: Span, label_key: str) -> Keys | None:
        """Return the shortest way that ends in the label key and tags `target`, None if none is."""
        self._label = next(each for each in session.schema.labels if each.key == label_key)
        best: Keys | None = None
        for way in self._candidates(session, target, seen):
            keys = (*way, label_key)
            if best is not None and len(keys) >= len(best):
                continue
            if self._tags(session, keys, target, seen):
                best = keys
        return best

    def arrivals(self, session: Session, target: Span, seen: Span) -> Iterator[Keys]:
        """Yield ways to put the cursor into the target."""
        for place in self._places(session, target):
            reached = self._go(session, place, seen)
            if reached is not None:
                yield reached

    def edges(self, session: Session, gold: Gold, seen: Span) -> Iterator[Keys]:
        """Yield a way to move the ends of the selection to those of the target."""
        self._label = next(each for each in session.schema.labels if each.name == gold.label)
        yield from self._edged(session, (), gold.span, seen)

    def _tags(self, session: Session, keys: Keys, target: Span, seen: Span) -> bool:
        """Say whether the keys make just that annotation and change nothing else."""
        before = session.state.annotations
        after = tried(session, self._keymap, keys, seen).state.annotations
        fresh = [each for each in after.on(target) if each.id not in before.by_id]
        return len(after) == len(before) + 1 and [each.label for each in fresh] == [
            self._label.name
        ]

    def _candidates(self, session: Session, target: Span, seen: Span) -> Iterator[Keys]:
        yield ()
        yield from self._onward(session, target, seen)
        for place in self._places(session, target):
            reached = self._go(session, place, seen)
            if reached is None:
                continue
            there = tried(session, self._keymap, reached, seen)
            yield reached
            for way in self._shapes(there, target, seen):
                yield (*reached, *way)

    def _onward(self, session: Session, target: Span, seen: Span) -> Iterator[Keys]:
        """Yield repeated object keys, which lead from one to the next, with the edges put right."""
        if not self._by_hints:
            yield from self._edged(session, (), target, seen)
            return
        for key in ("N", "\\", "'", "|", '"'):
            there = session
            for times in range(1, 7):
                there = tried(there, self._keymap, (key,), seen)
                if there.selection.empty or there.selection.span.start > target.end:
                    break
                yield from self._edged(there, (key,) * times, target, seen)

    def _shapes(self, there: Session, target: Span, seen: Span) -> Iterator[Keys]:
        """Yield ways to select the target from a place in it or beside it."""
        yield from self._edged(there, (), target, seen)
        yield from self._edged(
            tried(there, self._keymap, ("space",), seen), ("space",), target, seen
        )
        if not self._by_hints:
            return
        for key in ("'", "|", "\\", "N", '"', "=", "#"):
            once = tried(there, self._keymap, (key,), seen)
            yield from self._edged(once, (key,), target, seen)
            if key in ('"', "="):
                twice = tried(once, self._keymap, (key,), seen)
                yield from self._edged(twice, (key, key), target, seen)
        last = self._last_word(target)
        if last is not None and (keys := self._hint(there, "V", last, seen)):
            after = tried(there, self._keymap, keys, seen)
            yield from self._edged(after, keys, target, seen)

    def _edged(self, session: Session, keys: Keys, target: Span, seen: Span) -> Iterator[Keys]:
        """Yield the keys, with what is needed to move the ends of the selection to the target."""
        if self._miss(session, target) > ROUGHLY and self._by_hints and keys:
            return
        edges = EDGES if self._by_hints else CURSOR_EDGES
        most = 5 if self._by_hints else 30
        queue = [(self._miss(session, target), 0, next(_ticket), session, keys)]
        known = {session.selection}
        for _ in range(120):
            if not queue:
                return
            miss, _, _, here, way = heappop(queue)
            if miss == 0:
                yield way
                return
            if len(way) - len(keys) >= most:
                continue
            for key in edges:
                after = tried(here, self._keymap, (key,), seen)
                if after.selection not in known and self._miss(after, target) <= max(miss, 3):
                    known.add(after.selection)
                    entry = (self._miss(after, target), len(way), next(_ticket), after, (*way, key))
                    heappush(queue, entry)

    def _miss(self, session: Session, target: Span) -> int:
        """Return by how many code points what the label would take misses the target."""
        if session.selection.empty:
            return abs(session.cursor - target.start) + target.length
        span = edged(session, session.selection.span, self._label)
        return abs(span.start - target.start) + abs(span.end - target.end)

    def _places(self, session: Session, target: Span) -> Sequence[int]:
        """Return where in the target a cursor may usefully go: first words, last, and hints."""
        hints = session.standing
        words = self._words(target)
        starts = [word.start for word in words]
        chosen = [target.start, *starts[:2], *starts[len(starts) // 2 :][:1], *starts[-1:]]
        chosen += [at for _, at in hints or () if target.start <= at < target.end]
        return list(dict.fromkeys(chosen))

    def _words(self, target: Span) -> list[Span]:
        first = self._article.paragraph_at(target.start)
        last = self._article.paragraph_at(target.end - 1)
        return [
            word
            for paragraph in range(first, last + 1)
            for word in units(self._article, Unit.WORD, paragraph)
            if word.start >= target.start and word.end <= target.end
        ]

    def _last_word(self, target: Span) -> int | None:
        words = self._words(target)
        return words[-1].start if words else None

    def _go(self, session: Session, place: int, seen: Span) -> Keys | None:
        """Return the shortest way to put the cursor there with nothing selected."""
        if session.selection.empty and session.cursor == place:
            return ()
        ways = [self._walk(session, place, seen)]
        if self._by_hints and (keys := self._hint(session, "G", place, seen)):
            ways.append(keys)
        ways += [(hint,) for hint, at in session.standing or () if at == place]
        return min((way for way in ways if way is not None), key=len, default=None)

    def _walk(self, session: Session, place: int, seen: Span) -> Keys | None:
        known = session.selection, session.standing
        if self._reached is None or self._reached[0] != known:
            self._reached = known, self.reach(session, seen)
        return self._reached[1].get(place)

    def reach(self, session: Session, seen: Span) -> dict[int, Keys]:
        """Return where motions lead, and by which keys; hints may have taken some of them."""
        motions = [key for key in MOTIONS if key not in dict(session.standing or ())]
        found: dict[int, Keys] = {}
        ring: list[tuple[int, Keys]] = []
        for key in motions:
            cursor = tried(session, self._keymap, (key,), seen).cursor
            if cursor not in found:
                found[cursor] = (key,)
                ring.append((cursor, (key,)))
        while ring:
            onward: list[tuple[int, Keys]] = []
            for cursor, keys in ring:
                for key in motions:
                    after = self._step(session, cursor, key, seen)
                    if after not in found:
                        found[after] = (*keys, key)
                        onward.append((after, found[after]))
            ring = [each for each in onward if len(each[1]) < FARTHEST]
        return found

    def _step(self, session: Session, cursor: int, key: str, seen: Span) -> int:
        if (cursor, key) not in self._next:
            there = replace(session.at(cursor), standing=None)
            self._next[cursor, key] = tried(there, self._keymap, (key,), seen).cursor
        return self._next[cursor, key]

    def _jump(self, session: Session, seen: Span, key: str) -> Session:
        """Return a jump begun; the same again while nothing changed."""
        known = session.state.annotations, session.selection, seen, key
        if self._begun is None or self._begun[0] != known:
            self._begun = known, begin(session, seen, extends=key == "V")
        return self._begun[1]

    def _hint(self, session: Session, key: str, start: int, seen: Span) -> Keys | None:
        """Return the keys of a jump to the word that starts there, if it is on the screen."""
        if not seen.start <= start < seen.end:
            return None
        words = units(self._article, Unit.WORD, self._article.paragraph_at(start))
        index = bisect_left(words, (start,))
        if index == len(words) or words[index].start != start:
            return None
        waiting = self._jump(session, seen, key)
        keys: Keys = (key,)
        for letter in ("", *folded(self._article.quote(words[index]))):
            if letter:
                waiting = tried(waiting, self._keymap, (letter,), seen)
                keys = (*keys, letter)
            if waiting.mode is not Mode.HINT or waiting.hinting is None:
                return keys
            hint = next((each for each, at in waiting.hinting.hints if at == start), None)
            if hint is not None:
                return (*keys, hint)
        return None


_ticket = count()
