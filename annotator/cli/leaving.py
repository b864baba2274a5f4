"""Goes with the articles to a format, and notes what is wrong with them on the way."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from annotator.cli.reading import ProjectReader, Reading
from annotator.errors import Fault, UsageError
from annotator.exchange.annotated import AnnotatedArticle, labelled
from annotator.storage.project import Project, find_project

STATUSES = ("done", "open")
"""An annotator is done with an article, or not yet."""


class Leaving:
    """Picks what was asked for. `faults`, `guesses` and `labels_seen` are complete at the end."""

    def __init__(
        self, labels: Collection[str], status: str | None, *, needs_text: bool, whole: bool
    ) -> None:
        self.faults: list[Fault] = []
        self.guesses: list[Fault] = []
        self.labels_seen: set[str] = set()
        self._labels = labels
        self._status = status
        self._needs_text = needs_text
        self._whole = whole

    def articles(self, readings: Iterable[Reading]) -> Iterator[AnnotatedArticle]:
        """Yield the articles with what of them was asked for."""
        for reading in readings:
            annotated = reading.annotated
            self.faults += reading.faults
            self.guesses += reading.guesses
            if self._needs_text and annotated.article is None:
                self.faults.append(Fault(annotated.id, 0, 0, "left out: there is no text"))
                continue
            if self._whole:  # Else the other end may be somebody's who was not asked for.
                self.faults += _dangling(annotated)
            if self._status is not None:
                annotated = _of_status(annotated, self._status)
                if not annotated.records:
                    continue
            if self._labels:
                self.labels_seen.update(made.label for made in annotated.annotations())
            yield labelled(annotated, self._labels)


class Readers:
    """Reads the articles of several paths of one project, each article once."""

    def __init__(self, paths: Sequence[str], annotators: Sequence[str]) -> None:
        """Begin.

        Raises:
            UsageError: a path is none, or the paths belong to several projects.
        """
        projects = [find_project(path) for path in paths]
        roots = {project.root for project in projects}
        if len(roots) > 1:
            listed = " and ".join(f"'{root}'" for root in sorted(roots))
            raise UsageError(f"The paths belong to several projects: {listed}. Name those of one.")
        self.project = Project(projects[0].root)
        self._readers = [ProjectReader(project, annotators) for project in projects]

    def read(self, *, untouched: bool) -> Iterator[Reading]:
        """Yield the articles path by path."""
        readings = (reader.read(untouched=untouched) for reader in self._readers)
        if len(self._readers) == 1:
            yield from chain.from_iterable(readings)
            return
        seen: set[str] = set()
        for reading in chain.from_iterable(readings):
            if reading.annotated.id not in seen:
                seen.add(reading.annotated.id)
                yield reading

    def far(self) -> float:
        """Say which part of the articles has been read, from 0 to 1."""
        return sum(reader.far for reader in self._readers) / len(self._readers)

    @property
    def faults(self) -> list[Fault]:
        """What is wrong with logs that belong to no article; complete once all is read."""
        return list(dict.fromkeys(fault for reader in self._readers for fault in reader.faults))


def _of_status(annotated: AnnotatedArticle, status: str) -> AnnotatedArticle:
    """Return the article with the records of those alone who are done, or who are not."""
    wanted = status == "done"
    records = {by: made for by, made in annotated.records.items() if annotated.done(by) is wanted}
    return replace(annotated, records=records)


def _dangling(annotated: AnnotatedArticle) -> Iterator[Fault]:
    for relation in annotated.dangling():
        what = f"relation '{relation.relation}' {relation.id} left out: it lacks an end"
        yield Fault(annotated.id, 0, 0, what)
