"""Departure: nobody loses a change without having been told."""

import pytest

from annotator.errors import StorageError
from annotator.ui.chrome import Saving
from annotator.ui.departure import Departure

FULL = Saving(14, 3, "disk full; free some space")


class Fake:
    """A saver that can save or not, and rescue or not."""

    def __init__(self, *, saves=False, rescues=True):
        self.saves, self.rescues = saves, rescues

    def flush(self, seconds):
        return self.saves

    def rescue(self):
        if not self.rescues:
            raise StorageError("Not rescued: no room.")
        return ["/state/one", "/state/two"]


def warned(departure, saving=FULL):
    return departure.shown(saving, "Q").failure


def test_when_all_is_saved_the_program_just_ends():
    assert Departure(Fake(saves=True)).asked() == (0, "")
    assert Departure(Fake(saves=True)).forced() == ""


def test_what_cannot_be_saved_is_kept_elsewhere_when_asked_twice():
    departure = Departure(Fake())
    assert departure.asked() is None
    assert warned(departure) == "Q again leaves, keeping them elsewhere; disk full; free some space"
    assert departure.asked() == (1, "unsaved changes were kept in /state/one, /state/two")


def test_what_cannot_be_kept_is_lost_only_when_asked_thrice():
    departure = Departure(Fake(rescues=False))
    assert departure.asked() is None
    assert departure.asked() is None
    assert "loses them" in warned(departure)
    assert departure.asked() == (1, "unsaved changes are lost: Not rescued: no room.")


@pytest.mark.parametrize("rescues", [True, False])
def test_who_goes_on_working_is_asked_anew(rescues):
    departure = Departure(Fake(rescues=rescues))
    departure.asked()
    departure.stays()
    assert warned(departure) == FULL.failure
    assert departure.asked() is None


def test_while_nothing_is_unsaved_there_is_no_warning():
    departure = Departure(Fake())
    departure.asked()
    assert departure.shown(Saving(14), "Q") == Saving(14)
    assert warned(departure, Saving(14, 3)).endswith("; the disk is slow")


@pytest.mark.parametrize(
    "rescues, said",
    [
        (True, "unsaved changes were kept in /state/one, /state/two"),
        (False, "unsaved changes are lost: Not rescued: no room."),
    ],
)
def test_a_signal_is_not_asked_back(rescues, said):
    assert Departure(Fake(rescues=rescues)).forced() == said
