"""Event: one line of an annotation log."""

from msgspec import Struct, json

from annotator.marking.annotation import Record


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """A record as it is from now on, or (`record` None) its deletion.

    `rev` counts up per id from 1. `batch` names the act that the event belongs to: one key press,
    one bulk action, one import. `undoes` and `redoes` name the batch that this one takes back or
    brings back; "" otherwise.
    """

    id: str
    rev: int
    by: str
    ts: str
    batch: str
    record: Record | None
    undoes: str = ""
    redoes: str = ""

    @property
    def rank(self) -> tuple[int, str, str]:
        """What decides between two events of one id: the higher one wins."""
        return self.rev, self.ts, self.by

    def beats(self, other: "Event") -> bool:
        """Say whether this event counts rather than another of its id.

        Between equals in rank (one annotator's, in the same millisecond on two machines, or a
        line edited by hand) the content decides, so that the order of lines never does.
        """
        if self.rank != other.rank:
            return self.rank > other.rank
        return self != other and _content(self) > _content(other)


def _content(event: Event) -> bytes:
    return json.encode(event, order="sorted")
