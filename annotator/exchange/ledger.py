"""Ledger: what an export could not carry, counted by kind, so that nothing is lost in silence."""

from dataclasses import dataclass, field

from msgspec import json

from annotator.exchange.status import counted

PLACES = 20
"""Examples of one kind of loss that a report names."""


@dataclass(slots=True)
class Loss:
    """One kind of loss: how many things in how many articles, and where the first ones are."""

    thing: str
    fate: str
    count: int = 0
    articles: int = 0
    places: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{counted(self.count, self.thing)} {self.fate}"


class Ledger:
    """Goes with the articles through a format, and is complete when the last one is out.

    `labels`, `relations` and `attributes` (by name, with an example) are those that left; what a
    consumer must be told beforehand is made from them.
    """

    def __init__(self) -> None:
        self.articles = 0
        self.annotations = 0
        self.labels: dict[str, None] = {}
        self.relations: dict[str, None] = {}
        self.attributes: dict[str, dict[str | int, None]] = {}
        self._losses: dict[tuple[str, str], Loss] = {}
        self._last: dict[tuple[str, str], str] = {}

    def lose(self, thing: str, fate: str, place: str, count: int = 1) -> None:
        """Count `count` things that leave changed or not at all; `place` is the article's id."""
        if not count:
            return
        kind = thing, fate
        loss = self._losses.setdefault(kind, Loss(thing, fate))
        loss.count += count
        if self._last.get(kind) != place:
            self._last[kind] = place
            loss.articles += 1
            if len(loss.places) < PLACES:
                loss.places.append(place)

    @property
    def losses(self) -> list[Loss]:
        """All kinds of loss, in the order in which they came up."""
        return list(self._losses.values())

    def report(self, format_name: str) -> bytes:
        """Return the account as indented JSON in UTF-8, for `--report`."""
        told = {
            "format": format_name,
            "articles": self.articles,
            "annotations": self.annotations,
            "losses": [
                {
                    "what": f"{loss.thing} {loss.fate}",
                    "count": loss.count,
                    "articles": loss.articles,
                    "first": loss.places,
                }
                for loss in self.losses
            ],
        }
        return json.format(json.encode(told), indent=2) + b"\n"
