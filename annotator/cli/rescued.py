"""Changes that were rescued when they could not be saved: which still are to be put back."""

import os
from collections.abc import Iterator

from annotator.errors import UsageError
from annotator.exchange.status import counted
from annotator.session.event import Event
from annotator.storage.event_log import read_log
from annotator.storage.log_path import check_annotator, find_log
from annotator.storage.own_log import read_chain
from annotator.storage.project import Project, article_path
from annotator.storage.rescue import rescue_files


def rescued(project: Project) -> Iterator[str]:
    """Say of each rescue file that holds what its log lacks where it is and what to do with it."""
    for path in rescue_files(project.root):
        contents = read_log(path)
        header = contents.header
        if header is None or article_path(project.root, header.article) is None:
            continue
        try:
            check_annotator(header.by)
        except UsageError:
            continue
        log = find_log(project.root, header.by, header.article)
        chain = read_chain(project.root, log, header.article)
        saved = {_key(event) for part in chain for event in part.events}
        lacking = {_key(event) for event in contents.events} - saved
        if lacking:
            way = "add its lines to the end of" if os.path.lexists(log) else "copy it to"
            yield (
                f"{path}: {counted(len(lacking), 'change')} that could not be saved. "
                f"To put them back, {way} '{os.path.relpath(log)}'."
            )


def _key(event: Event) -> tuple[object, ...]:
    return event.id, event.rank
