"""Names in formats that allow fewer characters than annotate: what is written for each."""

from collections.abc import Callable, Collection
from itertools import chain, count

from annotator.exchange.ledger import Ledger


class WrittenNames:
    """Writes names of one kind so that different ones stay different, and counts what is changed.

    Whichever comes first has what is left of it; a later one that would be the same has a number,
    from 2, behind it.
    """

    def __init__(
        self,
        thing: str,
        safe: Callable[[str], str],
        fate: str,
        taken: Collection[str] = (),
    ) -> None:
        """Begin.

        Args:
            thing: what the ledger calls such a name.
            safe: what is left of a name in this format.
            fate: what the ledger says of names that this changes.
            taken: what none may be written as, since it means something else.
        """
        self.given: dict[str, str] = {}
        """What was written, by the name that it stands for."""
        self._thing = thing
        self._safe = safe
        self._fate = fate
        self._taken = set(taken)

    def written(self, name: str, ledger: Ledger, place: str) -> str:
        """Return what is written for a name; the ledger counts it each time if it is another."""
        if name not in self.given:
            safe = self._safe(name)
            tried = chain([safe], (f"{safe}_{number}" for number in count(2)))
            self.given[name] = next(each for each in tried if each not in self._taken)
            self._taken.add(self.given[name])
        written = self.given[name]
        if written != name:
            alone = written == self._safe(name)
            fate = self._fate if alone else f"{self._fate}; with a number, to tell them apart"
            ledger.lose(self._thing, fate, place)
        return written
