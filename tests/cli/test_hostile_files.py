"""What is no plain file in the place of one, and files written to harm: refused by name."""

import os
import resource
import socket
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from desk import KAMENIK

from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import Project

LOG = "annotations/ana/seeds/kamenik.txt.jsonl"
ARTICLE = "seeds/kamenik.txt"
PLACES = ("annotations", "annotations/ana", "annotations/ana/seeds", LOG)
COMMANDS = (["check"], ["status"], ["export"], ["export", "--format", "documents"])


def make_link(path: Path) -> None:
    path.symlink_to(outside_of(path))


def outside_of(path: Path) -> Path:
    """Return a folder outside the project, with a file in it that nobody may touch."""
    project = next(parent for parent in path.parents if parent.name == "project")
    outside = project.parent / "outside"
    outside.mkdir(exist_ok=True)
    (outside / "kept").write_text("kept")
    return outside


def inside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def make_dangling(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as unix:
        here = Path.cwd()
        os.chdir(path.parent)  # The name of a socket must be short.
        try:
            unix.bind(path.name)
        finally:
            os.chdir(here)


def make_device(path: Path) -> None:
    try:
        os.mknod(path, 0o020666, os.makedev(1, 5))  # /dev/zero
    except (PermissionError, OSError):
        pytest.skip("only root may make a device here")


KINDS: dict[str, Callable[[Path], None]] = {
    "symbolic link": make_link,
    "dangling link": make_dangling,
    "named pipe": os.mkfifo,
    "socket": make_socket,
    "device": make_device,
}


def take_away(path: Path) -> None:
    if path.is_dir():
        for inside in path.iterdir():
            take_away(inside)
        path.rmdir()
    else:
        path.unlink()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_or_folder_is_refused_by_name(desk, kind: str, place: str):
    path = desk.root / place
    take_away(path)
    KINDS[kind](path)
    outside = outside_of(desk.root / "x")
    before = inside(outside)
    for command in COMMANDS:
        result = desk.run_any(*command)
        assert result.exit_code in (0, 1, 2)
        if command == ["check"]:
            assert result.exit_code
            assert place in result.output
    library = FolderLibrary(Project(str(desk.root)), "ana", "news")
    opened = library.open(ARTICLE)
    assert opened.read_only
    assert place.rsplit("/", maxsplit=1)[-1] in opened.read_only
    library.close(ARTICLE)
    assert inside(outside) == before
    assert (outside / "kept").read_text() == "kept"


def test_a_folder_in_the_place_of_a_log(desk):
    take_away(desk.root / LOG)
    (desk.root / LOG).mkdir()
    result = desk.run("check", code=1)
    assert f"{LOG}: not read: it is a folder, not a file" in result.stdout


HOSTILE_LINES = (
    b'{"op":"put","id":"x","rev":1,"label":"actor","start":-1,"end":3,"quote":"Kam"}',
    b'{"op":"put","id":"x","rev":1,"label":"actor","start":0,"end":9007199254740993,"quote":"K"}',
    b'{"op":"put","id":"x","rev":1,"label":"actor","start":true,"end":3,"quote":"Kam"}',
    b'{"op":"put","id":"x","rev":1,"label":"actor","start":0.0,"end":3,"quote":"Kam"}',
    b'{"op":"put","id":"x","rev":1,"label":"actor","start":0,"end":1e999,"quote":"Kam"}',
    b'{"op":"put","id":"x","rev":NaN,"label":"actor","start":0,"end":3,"quote":"Kam"}',
    b'{"op":"put","id":"x","rev":1,"label":"actor","start":0,"end":' + b"9" * 5000 + b"}",
    b'{"op":"put","id":"x","rev":1,"label":"actor","start":0,"end":3,"quote":"\\ud800"}',
    b'{"op":"put","id":"x","rev":1,"label":"actor","start":0,"end":3,"quote":'
    + b"[" * 100_000
    + b"]" * 100_000
    + b"}",
    b'{"op":"put","id":"x","rev":1,"label":"actor","relation":"attributed_to"}',
    b'{"op":"put","id":"x","rev":1,"label":"actor","start":0,"end":3,"quote":"' + b"x" * (1 << 20)
    + b'"}',
)  # fmt: skip # lined up to be compared


def test_lines_that_were_written_to_harm(desk):
    """Each is named and passed over; the good ones around them count; it takes no time."""
    begun = process_time()
    before = desk.run("export").stdout
    for line in HOSTILE_LINES:
        desk.add(LOG, line + b"\n")
    result = desk.run("check", code=1)
    assert result.stdout.count(f"{LOG}:") == len(HOSTILE_LINES)
    assert desk.run("export", code=1).stdout == before
    assert process_time() - begun < 5


@pytest.mark.parametrize(
    "article", ["../../outside/kept.txt", "/etc/passwd", "seeds/../../x.txt", "a\0b.txt"]
)
def test_an_article_id_that_leads_out_of_the_project(desk, article: str):
    outside = outside_of(desk.root / "x")
    (outside / "kept.txt").write_text(KAMENIK)
    desk.log("ana", article, desk.annotation("army"), file="seeds/stray.txt.jsonl", header=False)
    raw = (desk.root / "annotations/ana/seeds/stray.txt.jsonl").read_bytes()
    name = article.replace("\0", "\\u0000")
    head = f'{{"annotate":1,"article":"{name}"}}\n'.encode()
    (desk.root / "annotations/ana/seeds/stray.txt.jsonl").write_bytes(head + raw)
    result = desk.run("check", code=1)
    assert "is gone" in result.stdout
    for line in desk.run("export", code=1).stdout.splitlines():
        assert '"anchor":"orphan"' in line or "stray" not in line
    assert inside(outside) == ["kept", "kept.txt"]


def test_a_million_labels_are_refused_before_they_cost_anything(desk):
    labels = "".join(f"  l{number}: {{}}\n" for number in range(1_000_000))
    (desk.root / "schemas").mkdir(exist_ok=True)
    (desk.root / "schemas/many.yaml").write_text(f"name: many\nlabels:\n{labels}")
    begun, memory = process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result = desk.run("check", code=1)
    assert "schemas/many.yaml: " in result.stdout
    assert "it is 1 MiB or more" in result.stdout
    assert process_time() - begun < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 100_000


def test_an_article_that_is_no_file(desk):
    (desk.root / ARTICLE).unlink()
    os.mkfifo(desk.root / ARTICLE)
    result = desk.run("check", code=1)
    assert "its article 'seeds/kamenik.txt' is gone" in result.stdout
