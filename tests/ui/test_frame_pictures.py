"""Pictures of frames, to be judged by eye: `pytest --snapshot-update` draws them anew."""

from inspect import cleandoc

import pytest
from drawing import drawn, play
from painting import framed, picture

from annotator.ui.chrome import Saving

REPORT = cleandoc(r"""
    Kamenik fell on Sunday, the army said. \
    “We hold the |citadel,” General Haddad told reporters, and the Observatory denied it \
    within the hour, adding that 1 200 people had fled; nobody could be reached in the \
    town itself.

    The Observatory, which is based in Britain, counts on people whose names it keeps to itself.

    - claim: Kamenik fell on Sunday
    - location: Kamenik
    - source: the army
    - actor: the army
    - saying: “We hold the citadel,”
    - claim: We hold the citadel // worth=2; note: twice denied
    - location: citadel
    - actor: General Haddad
    - event: General Haddad told reporters, and the Observatory denied it
    - source: the Observatory
    - claim: the Observatory denied it within the hour, adding
    - actor: The Observatory
    - attributed_to: 2 > 3
    - reviewed: 2
""").replace("\\\n", "")


@pytest.mark.parametrize("columns, rows", [(120, 40), (80, 24), (60, 20)])
def test_nested_crossing_and_the_same_span_twice(columns, rows, snapshot):
    frame = framed(drawn(REPORT), columns, rows, place="3 of 40", saving=Saving(14))
    assert picture(frame) == snapshot


def test_a_selection_over_annotations(snapshot):
    session = play(drawn(REPORT), "[ space ] }").session
    assert picture(framed(session, 80, 24, saving=Saving(14, 2))) == snapshot


def test_hits_of_a_search_while_nothing_can_be_saved(snapshot):
    session = play(drawn(REPORT), "/ <the>").session
    saving = Saving(14, 3, "disk full; free some space")
    assert picture(framed(session, 60, 20, saving=saving)) == snapshot
