"""The project folder as the screen sees it."""

import errno
import os
import subprocess
from pathlib import Path

import pytest
from msgspec import structs

from annotator.errors import ArticleError, StorageError, UsageError
from annotator.marking.annotation import Mark
from annotator.session.event import Event
from annotator.session.library import Library, Progress
from annotator.session.state import fold
from annotator.storage.durable import create
from annotator.storage.event_line import encode_event
from annotator.storage.event_log import read_log
from annotator.storage.folder_library import FolderLibrary, annotators, logs
from annotator.storage.project import Project

ARTICLE = "seeds/a.txt"


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_is_a_library(library):
    window: Library = library()
    assert window.article_ids() == [ARTICLE]
    assert window.annotator == "ana"
    with pytest.raises(UsageError):
        library("no/body")


def test_looking_writes_nothing_into_the_project(library, root: Path):
    before = tree(root)
    window = library()
    opened = window.open(ARTICLE)
    assert (opened.read_only, opened.faults, opened.orphans) == ("", (), ())
    assert window.progress(ARTICLE) == Progress()
    window.set_bookmark(ARTICLE, 3)
    window.close(ARTICLE)
    assert tree(root) == before
    assert [path.name for path in root.iterdir()] == ["seeds"]


def test_what_was_saved_is_there_the_next_time(library, put, log: Path):
    window = library()
    window.open(ARTICLE)
    assert window.save(ARTICLE, [put(1)]) == []
    window.save(ARTICLE, [put(2, "Charles Babbage")])
    window.close(ARTICLE)
    state = library().open(ARTICLE).state
    assert state == fold([put(1), put(2, "Charles Babbage")])
    header = read_log(str(log)).header
    assert header
    assert (header.article, header.schema, header.by, header.encoding) == (
        ARTICLE, "news", "ana", "utf-8"
    )  # fmt: skip # lined up to be compared
    assert len(header.sha256) == 64


def test_an_article_that_cannot_be_read_leaves_no_lock(library, root: Path):
    with pytest.raises(ArticleError):
        library().open("seeds/none.txt")
    (root / "seeds" / "none.txt").write_text("Here now.")
    assert library().open("seeds/none.txt").read_only == ""


def test_only_an_open_article_is_saved(library, put):
    window = library()
    with pytest.raises(StorageError, match="not open"):
        window.save(ARTICLE, [put(1)])
    window.open(ARTICLE)
    window.close(ARTICLE)
    window.close(ARTICLE)
    with pytest.raises(StorageError, match="not open"):
        window.save(ARTICLE, [put(1)])


def test_the_second_window_reads_only_until_the_first_lets_go(library, put):
    first, second = library(), library()
    first.open(ARTICLE)
    first.save(ARTICLE, [put(1)])
    opened = second.open(ARTICLE)
    assert opened.read_only.startswith("held by ")
    assert f"(process {os.getpid()}) since 20" in opened.read_only
    assert len(opened.state.annotations) == 1
    with pytest.raises(StorageError, match="held by"):
        second.save(ARTICLE, [put(2)])
    first.close(ARTICLE)
    assert second.open(ARTICLE).read_only == ""
    second.save(ARTICLE, [put(2)])


def test_opening_again_keeps_the_lock(library):
    first, second = library(), library()
    first.open(ARTICLE)
    assert first.open(ARTICLE).read_only == ""
    assert second.open(ARTICLE).read_only


def test_two_annotators_do_not_meet(library, put, root: Path):
    for name in ("bob", "ana"):
        window = library(name)
        assert window.open(ARTICLE).read_only == ""
        window.save(ARTICLE, [put(1)])
    project = Project(str(root))
    assert annotators(project) == ["ana", "bob"]
    assert [(log.annotator, log.name) for log in logs(project)] == [
        ("ana", "annotations/ana/seeds/a.txt.jsonl"),
        ("bob", "annotations/bob/seeds/a.txt.jsonl"),
    ]


def test_words_that_no_longer_stand_are_orphans_and_survive(library, put, root: Path, log: Path):
    window = library()
    window.open(ARTICLE)
    window.save(ARTICLE, [put(1), put(2, "Charles Babbage")])
    window.close(ARTICLE)
    before = log.read_bytes()
    article = root / ARTICLE
    article.write_text(article.read_text().replace("Charles Babbage", "George Boole"))
    opened = window.open(ARTICLE)
    assert [orphan.quote for orphan in opened.orphans] == ["Charles Babbage"]
    assert [annotation.quote for annotation in opened.state.annotations] == ["Ada Lovelace"]
    assert set(opened.state.latest) == {"id-1", "id-2"}
    assert log.read_bytes() == before
    orphan = structs.replace(opened.orphans[0], note="gone since the edit")
    window.save(ARTICLE, [structs.replace(put(2), rev=2, record=orphan)])
    window.close(ARTICLE)
    assert window.open(ARTICLE).orphans == (orphan,)


def test_an_annotation_is_saved_only_on_words_that_stand(library, put, log: Path):
    window = library()
    window.open(ARTICLE)
    wrong = put(1)
    wrong = structs.replace(wrong, record=structs.replace(wrong.record, start=3, end=15))
    with pytest.raises(StorageError, match="words do not stand at 3 to 15"):
        window.save(ARTICLE, [wrong])
    assert not log.exists()
    foreign = structs.replace(wrong.record, origin="import:webanno")
    window.save(ARTICLE, [structs.replace(wrong, record=foreign)])
    window.save(ARTICLE, [structs.replace(wrong, rev=2, undoes="x")])
    window.save(ARTICLE, [structs.replace(wrong, rev=3)])


def test_bad_lines_are_told_and_do_not_hinder(library, put, log: Path):
    window = library()
    window.open(ARTICLE)
    window.save(ARTICLE, [put(1)])
    window.close(ARTICLE)
    with log.open("ab") as file:
        file.write(b'rubbish\n{"op":"put","id"')
    opened = window.open(ARTICLE)
    assert [str(fault).split(": ")[0] for fault in opened.faults] == [
        "annotations/ana/seeds/a.txt.jsonl:3:1", "annotations/ana/seeds/a.txt.jsonl:4"
    ]  # fmt: skip # lined up to be compared
    window.save(ARTICLE, [put(2)])
    window.close(ARTICLE)
    assert len(window.open(ARTICLE).state.annotations) == 2


@pytest.mark.parametrize(
    "line, words",
    [
        (b'{"annotate":2,"article":"seeds/a.txt"}\n', "written by a newer annotate"),
        (b'{"annotate":1,"article":"seeds/b.txt"}\n', "log of another article, 'seeds/b.txt'"),
    ],
)
def test_a_log_that_is_not_ours_to_write_opens_read_only(library, put, log: Path, line, words):
    log.parent.mkdir(parents=True)
    log.write_bytes(line + encode_event(put(1)))
    opened = library().open(ARTICLE)
    assert words in opened.read_only
    assert len(opened.state.annotations) == 1
    assert library().open(ARTICLE).read_only == opened.read_only


def test_a_link_in_the_way_opens_read_only(library, root: Path, tmp_path: Path):
    (root / "annotations").symlink_to(tmp_path)
    opened = library().open(ARTICLE)
    assert "'annotations' is a symbolic link, not a folder" in opened.read_only
    with pytest.raises(UsageError, match="symbolic link"):
        list(logs(Project(str(root))))


def test_a_disk_that_may_not_be_written_is_told_before_the_first_key(
    library, root: Path, monkeypatch
):
    access = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: access(path, mode) and not str(path).startswith(str(root))
    )
    assert "cannot be written: permission denied" in library().open(ARTICLE).read_only


def test_a_really_read_only_disk_too(library, root: Path, put, tmp_path: Path):
    if os.geteuid() != 0:
        pytest.skip("only root may mount")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        (disk / "a.txt").write_text((root / ARTICLE).read_text())
        window = FolderLibrary(Project(str(disk)), "ana")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert "read-only disk" in window.open("a.txt").read_only
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        assert window.open("a.txt").read_only == ""
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(StorageError, match="read-only file system"):
            window.save("a.txt", [put(1)])
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        assert window.save("a.txt", [put(1)]) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_the_sibling_of_a_log_that_the_disk_failed_is_read_and_written(
    library, put, root: Path, log: Path
):
    window = library()
    window.open(ARTICLE)
    window.save(ARTICLE, [put(1)])
    window.close(ARTICLE)
    sibling = log.with_name("a.txt.r1.jsonl")
    sibling.write_bytes(log.read_bytes().splitlines(keepends=True)[0] + encode_event(put(2)))
    assert set(window.open(ARTICLE).state.latest) == {"id-1", "id-2"}
    window.save(ARTICLE, [put(3)])
    assert read_log(str(sibling)).events == [put(2), put(3)]
    assert [entry.name for entry in logs(Project(str(root)))] == [
        "annotations/ana/seeds/a.txt.jsonl", "annotations/ana/seeds/a.txt.r1.jsonl"
    ]  # fmt: skip # lined up to be compared
    assert window.progress(ARTICLE).annotations == 3


def test_progress_follows_the_log(library, put):
    window, told = library(), {"by": "ana", "ts": "T"}

    def mark(name: str) -> Event:
        return Event(id=name, rev=1, batch="b", record=Mark(id=name, mark=name, **told), **told)

    window.open(ARTICLE)
    window.save(ARTICLE, [put(1), put(2), mark("reviewed")])
    assert window.progress(ARTICLE) == Progress(2, 1)
    assert window.progress(ARTICLE) is window.progress(ARTICLE)
    gone = structs.replace(put(1), rev=2, record=None)
    window.save(ARTICLE, [gone, mark("done")])
    assert library().progress(ARTICLE) == window.progress(ARTICLE) == Progress(1, 1, True)


def test_a_bookmark_is_kept_for_the_folder_that_was_named(root: Path):
    window = FolderLibrary(Project(str(root), "seeds"), "ana")
    assert window.bookmark() is None
    window.set_bookmark(ARTICLE, 12)
    assert window.bookmark() == (ARTICLE, 12)
    assert FolderLibrary(Project(str(root)), "ana").bookmark() is None


def test_what_could_not_be_saved_is_rescued_outside_the_project(
    library, put, root: Path, state: Path
):
    before = tree(root)
    path = library().rescue(ARTICLE, [put(1), put(2)])
    assert Path(path).parent == state / "rescue"
    assert Path(path).name.startswith("a.txt.")
    contents = read_log(path, article_id=ARTICLE)
    assert contents.events == [put(1), put(2)]
    assert not contents.faults
    assert tree(root) == before


class TestWhereToRescue:
    """Each place in turn, until one takes the changes."""

    @pytest.fixture
    def places(self, tmp_path: Path, state: Path, monkeypatch) -> list[Path]:
        """The state folder, temporary files, memory, home."""
        made = [tmp_path / name for name in ("temporary", "memory", "home")]
        for place in made:
            place.mkdir()
        monkeypatch.setattr("tempfile.gettempdir", lambda: str(made[0]))
        monkeypatch.setattr("annotator.storage.rescue.MEMORY", str(made[1]))
        monkeypatch.setenv("HOME", str(made[2]))
        return [state, *made]

    @pytest.fixture
    def full(self, monkeypatch) -> list[Path]:
        """Folders on whose disk there is no space."""
        full: list[Path] = []

        def create_if_there_is_space(path, raw):
            if any(Path(path).is_relative_to(place) for place in full):
                Path(path).write_bytes(raw[:10])
                raise OSError(errno.ENOSPC, "No space left on device")
            return create(path, raw)

        monkeypatch.setattr("annotator.storage.rescue.create", create_if_there_is_space)
        return full

    @pytest.mark.parametrize("number", range(4))
    def test_the_first_that_has_space(self, library, put, places, full, number: int):
        full += places[:number]
        path = Path(library().rescue(ARTICLE, [put(1), put(2)]))
        assert path.is_relative_to(places[number])
        assert read_log(str(path), article_id=ARTICLE).events == [put(1), put(2)]
        assert path.parent.stat().st_mode & 0o077 == 0, "it may be a folder that all share"
        for place in full:
            assert [file for file in place.rglob("*") if file.is_file()] == [], "no half of a file"
        for place in places[1:number]:
            assert list(place.iterdir()) == []

    def test_a_place_that_is_none(self, library, put, places):
        places[0].write_text("")
        places[1].rmdir()
        places[2].rmdir()
        assert Path(library().rescue(ARTICLE, [put(1)])).is_relative_to(places[3])

    def test_where_nothing_can_be_rescued_every_reason_is_told(self, library, put, places, full):
        places[0].write_text("")
        full += places[1:]
        with pytest.raises(StorageError) as failure:
            library().rescue(ARTICLE, [put(1)])
        said = str(failure.value)
        assert said.startswith(f"Not rescued: {places[0]}")
        for place in places[1:]:
            assert f"; {place}: disk full" in said


def test_logs_come_in_a_fixed_order_without_links_and_strays(root: Path, tmp_path: Path):
    names = [
        "annotations/ana/a.txt.jsonl",
        "annotations/ana/a.txt.r2.jsonl",
        "annotations/ana/a.txt.r10.jsonl",
        "annotations/ana/a.txt.k.jsonl",
        "annotations/ana/b/c.txt.jsonl",
        "annotations/b%25ob/a.txt.jsonl",
    ]
    strays = ["annotations/x.jsonl", "annotations/ana/.~1.ab", "annotations/.git/x.jsonl"]
    for name in [*reversed(names), *strays]:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    (root / "annotations" / "eve").symlink_to(root / "annotations" / "ana")
    (root / "annotations" / "ana" / "z").symlink_to(tmp_path)
    (root / "annotations" / "ana" / "z.txt.jsonl").symlink_to("a.txt.jsonl")
    found = list(logs(Project(str(root))))
    assert [log.name for log in found] == [
        *names[:3], names[3], names[4], "annotations/ana/z.txt.jsonl", names[5]
    ]  # fmt: skip # lined up to be compared
    assert found[-1].annotator == "b%ob"
    assert "symbolic link" in read_log(found[-2].path).refused
