"""Opening an article: from its name to the first frame, with ten thousand annotations or none."""

import gc
from collections.abc import Iterator
from itertools import pairwise
from time import process_time

import msgspec
from made_up import ANNOTATOR, KB, MB, Made, Place, project
from report import Finding, middle, ms, report

from annotator.cli.keys import keymap
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.log_path import log_path
from annotator.storage.project import find_project
from annotator.storage.schema_file import find_schema
from annotator.ui.desk import Desk
from annotator.ui.frame import View
from annotator.ui.sitting import Sitting

ARTICLES = (
    Made("short.txt", 7 * KB),
    Made("short-dense.txt", 7 * KB, 10_000),
    Made("middle-dense.txt", 100 * KB, 10_000),
    Made("long-dense.txt", MB, 10_000),
    Made("longest.txt", 10 * MB),
    Made("longest-dense.txt", 10 * MB, 10_000),
)
ROUNDS = 7
BUDGET = 0.5
STAGES = ("library.open", "session", "first frame")


def main() -> None:
    """Measure, and report."""
    times: dict[str, list[tuple[float, ...]]] = {article.id: [] for article in ARTICLES}
    logs: dict[str, list[float]] = {article.id: [] for article in ARTICLES}
    with project(*ARTICLES) as place:
        for turn in range(-1, ROUNDS):  # The first imports what is imported late.
            for article in ARTICLES:
                times[article.id] += [_opened(place, article.id)][: turn + 1]
                logs[article.id] += [_decoded(place, article)][: turn + 1]
    report("open", list(_findings(times, logs)), {"stages": STAGES, **times})


def _opened(place: Place, article_id: str) -> tuple[float, ...]:
    """Return the seconds of CPU for each stage."""
    found = find_project(place.root / article_id)
    schema, _ = find_schema(found, None)
    desk = Desk(FolderLibrary(found, ANNOTATOR, schema.name), schema, keymap(schema, None))
    gc.collect()
    marks = [process_time()]
    opened = desk.library.open(article_id)
    marks.append(process_time())
    session = desk.session(opened, len(opened.article.text) // 2)
    marks.append(process_time())
    Sitting(session, desk.keymap, View(120, 40)).frame()
    marks.append(process_time())
    desk.library.close(article_id)
    return tuple(after - before for before, after in pairwise(marks))


def _decoded(place: Place, article: Made) -> float:
    """Return the seconds of CPU to decode the text and the lines of the log, and no more."""
    began = process_time()
    (place.root / article.id).read_bytes().decode()
    if article.annotations:
        decode = msgspec.json.Decoder().decode
        with open(log_path(str(place.root), ANNOTATOR, article.id), "rb") as file:  # noqa: PTH123 - a str path
            for line in file:
                decode(line)
    return process_time() - began


def _findings(
    times: dict[str, list[tuple[float, ...]]], logs: dict[str, list[float]]
) -> Iterator[Finding]:
    for article in ARTICLES:
        runs = times[article.id]
        total, reference = middle([sum(run) for run in runs]), middle(logs[article.id])
        by_stage = zip(STAGES, zip(*runs, strict=True), strict=True)
        stages = (f"{name} {ms(middle(seconds))}" for name, seconds in by_stage)
        size = f"{article.size // KB} KB" if article.size < MB else f"{article.size // MB} MB"
        yield Finding(
            f"{size}, {article.annotations:,} annotations",
            f"{ms(total)} CPU ({', '.join(stages)})",
            f"decoding alone {ms(reference)}",
            f"{total / reference:.1f}",
            f"≤ {ms(BUDGET)}",
            total <= BUDGET,
        )


if __name__ == "__main__":
    main()
