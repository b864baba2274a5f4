"""Upkeep: what the reader looks after besides keys: places that changed, and what others do."""

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.session.commands import REOPEN
from annotator.session.library import Disturbance
from annotator.session.reanchoring import PLACES
from annotator.session.session import Step
from annotator.ui.chrome import key_name

if TYPE_CHECKING:
    from annotator.session.anchor_review import AnchorReview
    from annotator.session.library import Opened
    from annotator.session.moment import Moment
    from annotator.text.article import Article
    from annotator.ui.anchor_desk import AnchorDesk
    from annotator.ui.desk import Desk
    from annotator.ui.sitting import Sitting

WATCH = 1.0
"""Seconds between two looks at whether others have touched the article or its log."""


class Upkeep:
    """Works away from the keys. What it returns in words is for the person, "" for nothing."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._disturbance = Disturbance()

    @cached_property
    def _anchors(self) -> "AnchorDesk":
        from annotator.ui.anchor_desk import AnchorDesk  # Not needed before the first screen.

        return AnchorDesk()

    @property
    def _key(self) -> str:
        return key_name(self._desk.keymap.key(PLACES))

    def sit_down(self) -> None:
        """Forget the article before."""
        self._disturbance = Disturbance()
        if "_anchors" in self.__dict__:
            self._anchors.sit_down()

    @property
    def reminder(self) -> str:
        """What the header says while annotations of a changed article are looked for, or wait."""
        if "_anchors" not in self.__dict__:
            return ""
        if self._anchors.left:
            return f"looking for {self._anchors.left:,}"
        return f"{self._anchors.unplaced:,} to place" if self._anchors.unplaced else ""

    @property
    def looking(self) -> bool:
        """Whether annotations are being looked for."""
        return "_anchors" in self.__dict__ and self._anchors.left > 0

    async def survey(self, opened: "Opened") -> str:
        """Say how the annotations of an article that has changed have fared."""
        said = await asyncio.to_thread(self._anchors.survey, opened, self._desk.library)
        if not said:
            return ""
        return f"{said} · {opened.read_only}" if opened.read_only else f"{said}; {self._key} shows"

    @property
    def lost(self) -> bool:
        """Whether the log was last seen without what was saved in it."""
        return self._disturbance.lost

    async def watch(self, article_id: str) -> str | None:
        """Say what others do to the article or its log; None if it is what it was."""
        before = self._disturbance
        self._disturbance = await asyncio.to_thread(self._desk.library.disturbance, article_id)
        return self._disturbance.said if self._disturbance != before else None

    async def places(self, sitting: "Sitting") -> "tuple[AnchorReview, Article] | str":
        """Return the annotations whose words have moved or gone, and in which article.

        Or say why there is nothing to show.
        """
        session = sitting.session
        if self._anchors.left:
            return f"still looking for {self._anchors.left:,} annotations in this article"
        review = await asyncio.to_thread(self._anchors.review, session)
        if review.verdicts or review.marks:
            return review, session.article
        return "every annotation stands where it was made"

    def decided(
        self, sitting: "Sitting", moment: "Moment", what: str, review: "AnchorReview"
    ) -> "Step":
        """Return the step that carries out what was decided about changed places.

        Places in an article that has changed again are none to write down.
        """
        session = sitting.session.stamped(moment)
        if what == "write" and self._desk.library.disturbance(session.article.id).article:
            again = key_name(self._desk.keymap.key(REOPEN))
            said = f"nothing is written: the article has changed again; {again} reads it anew"
            return sitting.take(Step(session.saying(said)))
        return sitting.take(self._anchors.answered(session, what, review, self._key))
