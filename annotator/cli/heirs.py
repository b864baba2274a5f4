"""Articles that were renamed or moved: which article now has the bytes that a log was begun on."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from annotator.errors import Fault
from annotator.session.state import winners
from annotator.storage.limits import limits
from annotator.storage.log_path import existing_log
from annotator.storage.own_log import read_chain
from annotator.storage.project import Project, article_path
from annotator.storage.regular_file import read_regular
from annotator.text.display import display_line


class Heirs:
    """The present articles of a project by the hash of their bytes."""

    def __init__(self, project: Project, article_ids: Sequence[str]) -> None:
        """Read every article once; only wanted where an article is gone."""
        self._project = project
        most = limits().article
        self._by_hash: dict[str, str] = {}
        for article_id in article_ids:
            path = article_path(project.root, article_id)
            try:
                raw, _ = read_regular(path or "", most)
            except OSError:
                continue
            self._by_hash.setdefault(sha256(raw).hexdigest(), article_id)

    def of(self, sha256s: Iterable[str]) -> str | None:
        """Return the article that has bytes now of which a log says that it is about them."""
        found = (self._by_hash.get(digest) for digest in sha256s)
        return next((article_id for article_id in found if article_id is not None), None)

    def known(self, annotator: str, heir: str) -> set[str]:
        """Return the ids that count in an annotator's log of the heir, deleted ones too.

        What was only brought there and taken back does not.
        """
        path = existing_log(self._project.root, annotator, heir)
        if path is None:
            return set()
        chain = read_chain(self._project.root, path, heir)
        latest = winners(event for contents in chain for event in contents.events)
        return {
            key for key, event in latest.items() if event.record is not None or not event.undoes
        }


def gone(log_name: str, article_id: str, heir: str | None = None) -> Fault:
    """Return the fault of a log whose article is gone."""
    what = f"its article '{display_line(article_id)}' is gone"
    if heir is not None:
        there = f"'{display_line(heir)}' has the same bytes"
        what += f"; {there}: open that in annotate, which offers to bring these changes there"
    return Fault(display_line(log_name), 1, 1, what)
