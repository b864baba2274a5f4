"""Departure: how the program may be left while changes are not on disk yet."""

from msgspec.structs import replace

from annotator.errors import AnnotatorError
from annotator.ui.chrome import Saving
from annotator.ui.saver import Saver

FLUSH = 2.0
"""Seconds that leaving waits for the disk."""

KEPT = "leaves, keeping them elsewhere"
LOST = "leaves and loses them: they can be kept nowhere else"


class Departure:
    """Nobody loses a change without having been told: each step back from safety asks again."""

    def __init__(self, saver: Saver) -> None:
        self._saver = saver
        self._warning = ""

    def asked(self) -> tuple[int, str] | None:
        """Return the exit code and the last word, or None if the person must ask once more."""
        if self._saver.flush(FLUSH):
            return 0, ""
        if not self._warning:
            self._warning = KEPT
            return None
        try:
            return 1, _where(self._saver.rescue())
        except AnnotatorError as error:
            if self._warning == LOST:
                return 1, f"unsaved changes are lost: {error}"
            self._warning = LOST
            return None

    def forced(self) -> str:
        """Save what can be saved, or put it elsewhere; return what is to be said about that."""
        if self._saver.flush(FLUSH):
            return ""
        try:
            return _where(self._saver.rescue())
        except AnnotatorError as error:
            return f"unsaved changes are lost: {error}"

    def stays(self) -> None:
        """Forget that the person wanted to leave."""
        self._warning = ""

    def shown(self, saving: Saving, key: str) -> Saving:
        """Return how the saving goes, with what another press of `key` would do."""
        if not self._warning or not saving.unsaved:
            return saving
        why = saving.failure or "the disk is slow"
        return replace(saving, failure=f"{key} again {self._warning}; {why}")


def _where(places: list[str]) -> str:
    return "unsaved changes were kept in " + ", ".join(places)
