"""`annotate add`: articles from web pages, documents, mails and JSON Lines."""

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import click
from msgspec import Struct, structs

from annotator.cli.extracting import (
    ENDINGS,
    ROWS,
    Extracted,
    NotExtractedError,
    extract,
    extract_rows,
)
from annotator.cli.progress import counted_off
from annotator.cli.sources import numbered_lines
from annotator.cli.talk import say
from annotator.errors import ArticleError, Fault, StorageError, UsageError
from annotator.exchange.status import counted
from annotator.storage.article_meta import SUFFIX, encode_meta
from annotator.storage.cause import cause
from annotator.storage.durable import create, sync_folder
from annotator.storage.log_folder import obstacle
from annotator.storage.project import Project, article_path, project_folder
from annotator.storage.regular_file import open_regular, read_regular
from annotator.text.meta import UNKNOWN, Meta
from annotator.text.read import read_article

PLAIN = (".txt", ".md")
LIMIT = 256 << 20
"""Bytes: a file to make articles of has fewer."""

_NAME_LIMIT = 80


class _Place(Struct, frozen=True):
    """Where articles go: the project, and the folder in it as part of their ids."""

    project: Project
    folder: str


class _Tally(Struct):
    """What has come of the files so far."""

    made: int = 0
    there: int = 0
    faults: int = 0


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path())
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    type=click.Path(),
    default="articles",
    show_default=True,
    help="Of the project; where the articles go.",
)
@click.option(
    "--text-field",
    metavar="NAME",
    default="text",
    show_default=True,
    help="In JSON Lines: where the text is.",
)
def command(files: tuple[str, ...], folder: str, text_field: str) -> int:
    """Make articles of files.

    Reads web pages (.html), Word documents (.docx), PDF, mails (.eml), JSON Lines (.jsonl, one
    article a line) and plain text; FILE may be a folder of them. The original is kept beside the
    article, and title, author, date, URL and outlet in ARTICLE.meta.json. An article that is there
    is never changed.
    """
    place = _place(folder)
    tally = _Tally()
    for file in counted_off(_files(files), "files"):
        try:
            _add(file, text_field, place, tally)
        except (NotExtractedError, ArticleError, StorageError) as error:
            _refuse(tally, str(file), 0, str(error))
        except OSError as error:
            _refuse(tally, str(file), 0, cause(error))
    say(f"{counted(tally.made, 'article')} added to {place.folder}, {tally.there:,} there already")
    return 1 if tally.faults else 0


def _place(folder: str) -> _Place:
    """Return where articles go.

    Raises:
        UsageError: not in the project, or among annotate's own files.
    """
    project = project_folder(".")
    try:
        inside = (Path.cwd() / folder).resolve().relative_to(project.root).as_posix()
    except ValueError:
        raise UsageError(f"'{folder}' is not in the project '{project.root}'.") from None
    path = article_path(project.root, f"{inside}/any.txt" if inside != "." else "any.txt")
    if path is None or obstacle(project.root, path):
        raise UsageError(f"'{folder}' cannot hold articles. Name another folder: --to FOLDER")
    return _Place(project, "" if inside == "." else inside)


def _files(given: tuple[str, ...]) -> Iterator[Path]:
    """Yield the files, in place of folders those in them of which articles can be made."""
    for name in given:
        path = Path(name)
        if not path.exists():
            raise UsageError(f"There is no file or folder '{name}'.")
        if not path.is_dir():
            yield path
            continue
        for inside in sorted(path.rglob("*")):
            if inside.suffix.lower() in (*ENDINGS, *PLAIN) and inside.is_file():
                yield inside


def _add(file: Path, text_field: str, place: _Place, tally: _Tally) -> None:
    ending = file.suffix.lower()
    if ending not in (*ENDINGS, *PLAIN):
        listed = ", ".join((*ENDINGS, *PLAIN))
        raise NotExtractedError(f"articles are made of {listed}, not of {ending or 'such files'}")
    if ending in ROWS:
        _add_rows(file, text_field, place, tally)
        return
    raw, _ = read_regular(str(file), LIMIT)
    name = _name(file.stem)
    if ending in PLAIN:
        read_article(str(file), raw)
        _write(place, name + ending, raw, UNKNOWN, tally)
        return
    found = extract(ending, raw)
    meta = structs.replace(found.meta, original=f"{name}{ending}")
    made = _write(place, f"{name}.txt", _bytes(found.text), meta, tally)
    if made:
        _create(Path(made).with_suffix(ending), raw)


def _add_rows(file: Path, text_field: str, place: _Place, tally: _Tally) -> None:
    """Make an article of each line, one at a time: such files may be large."""
    number = 0
    with os.fdopen(open_regular(str(file))[0], "rb", buffering=1 << 20) as opened:
        for found in extract_rows(numbered_lines(opened), text_field):
            if not isinstance(found, Extracted):
                _refuse(tally, str(file), *found)
                continue
            number += 1
            name = _name(found.name or f"{file.stem}-{number:05}")
            meta = structs.replace(found.meta, original=file.name)
            _write(place, f"{name}.txt", _bytes(found.text), meta, tally)


def _write(place: _Place, name: str, raw: bytes, meta: Meta, tally: _Tally) -> str:
    """Write an article unless it is there; return its path if it was written.

    One of the same name with another text keeps its name; the new one gets a part of its hash.
    """
    if not raw:
        raise NotExtractedError("it is empty")
    stem, dot, ending = name.rpartition(".")
    digest = sha256(raw).hexdigest()[:8]
    for candidate in (name, f"{stem}-{digest}{dot}{ending}"):
        article_id = f"{place.folder}/{candidate}".lstrip("/")
        path = article_path(place.project.root, article_id)
        if path is None:
            raise NotExtractedError(f"'{candidate}' cannot be the name of an article")
        known = Path(path)
        if known.exists():
            if known.read_bytes() == raw:
                tally.there += 1
                return ""
            continue
        if meta != UNKNOWN:
            _create(Path(path + SUFFIX), encode_meta(meta))
        _create(known, raw)
        tally.made += 1
        return path
    raise NotExtractedError(f"two other articles are called '{name}'")


def _create(path: Path, raw: bytes) -> None:
    """Make a file, forced to disk, over nothing that is there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        create(str(path), raw)
        sync_folder(str(path.parent))
    except FileExistsError:
        return
    except OSError as error:
        raise StorageError(f"'{path}' was not written: {cause(error)}.") from error


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _name(told: str) -> str:
    """Return a name that every file system takes."""
    safe = re.sub(r"[^\w.-]+", "-", told)[:_NAME_LIMIT].strip("-.")
    return safe or "article"


def _refuse(tally: _Tally, file: str, line: int, what: str) -> None:
    tally.faults += 1
    say(str(Fault(file, line, 0, what)))
