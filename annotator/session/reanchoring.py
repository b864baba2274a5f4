"""The command that shows the annotations whose words have moved; see `anchor_review`."""

from typing import Final

from annotator.session.command import Command, writable
from annotator.session.request import Show
from annotator.session.session import Step

ANCHORS: Final = "anchors"
"""The name of the screen on which changed places are gone through."""

PLACES: Final = "annotation.places"
"""The id of the command that shows it."""

REANCHORS: tuple[Command, ...] = (
    Command(
        id=PLACES,
        title="changed places",
        help="Go through the annotations whose words have moved, changed or gone",
        group="Annotation",
        keys=(),
        extras=("ctrl+r",),
        when=writable,
        run=lambda session: Step(session, requests=(Show(ANCHORS),)),
    ),
)
