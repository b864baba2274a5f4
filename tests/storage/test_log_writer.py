"""What is called saved is on the disk, whatever the disk does."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.errors import LogLostError, StorageError
from annotator.storage.event_line import encode_event
from annotator.storage.event_log import read_log
from annotator.storage.line_types import Header
from annotator.storage.log_writer import LogWriter

NEEDS_PROC = pytest.mark.skipif(
    not Path("/proc/self/fd").exists(), reason="only Linux says which file a descriptor is of"
)


def saved(log: Path) -> list:
    return read_log(str(log)).events


def test_the_first_save_makes_the_log_and_all_that_leads_to_it(writer, put, root: Path, log: Path):
    assert writer().append([put(1), put(2)]) == []
    header, *lines = log.read_bytes().splitlines(keepends=True)
    assert header == b'{"annotate":1,"article":"seeds/a.txt","by":"ana"}\n'
    assert lines == [encode_event(put(1)), encode_event(put(2))]
    assert (root / "annotations" / ".gitattributes").read_text() == (
        "*.jsonl merge=union\nnames.tsv merge=union\n"
    )
    assert names(log.parent) == ["a.txt.jsonl"]
    assert log.stat().st_mode & 0o777 == 0o644 & ~umask()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def place(descriptor: int) -> Path:
    return Path(f"/proc/self/fd/{descriptor}").readlink()


def umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now


def test_later_saves_only_append(writer, put, log: Path):
    window = writer()
    window.append([put(1)])
    before = log.read_bytes()
    window.append([put(2)])
    writer().append([put(3)])
    assert log.read_bytes() == before + encode_event(put(2)) + encode_event(put(3))


def test_git_is_told_only_once(writer, put, root: Path, log: Path):
    writer().append([put(1)])
    (root / "annotations" / ".gitattributes").unlink()
    log.unlink()
    writer().append([put(1)])
    assert not (root / "annotations" / ".gitattributes").exists()


def test_nothing_to_save_makes_nothing(writer, root: Path):
    assert writer().append([]) == []
    assert names(root) == ["seeds"]


def test_each_save_is_one_write_and_is_forced_to_disk(
    writer, put, monkeypatch: pytest.MonkeyPatch, log: Path
):
    window = writer()
    window.append([put(1)])
    calls: list[str] = []
    write, fsync = os.write, os.fsync
    monkeypatch.setattr(os, "write", lambda *given: (calls.append("write"), write(*given))[1])
    monkeypatch.setattr(os, "fsync", lambda given: (calls.append("fsync"), fsync(given))[1])
    window.append([put(2), put(3)])
    assert calls == ["write", "fsync"]


@NEEDS_PROC
def test_a_new_log_forces_its_folders_too(
    writer, put, monkeypatch: pytest.MonkeyPatch, root: Path, log: Path
):
    forced: list[str] = []
    fsync = os.fsync

    def watch(descriptor: int) -> None:
        forced.append(str(place(descriptor)))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    writer().append([put(1)])
    assert forced[0].startswith(f"{log.parent}/.~{os.getpid()}.")
    folders = {str(folder) for folder in (log.parent, *log.parent.parents)}
    assert set(forced[1:]) == {folder for folder in folders if folder.startswith(str(root))}


def test_cut_at_each_byte_the_old_bytes_stay_and_the_next_save_counts(writer, put, log: Path):
    writer().append([put(1), put(2)])
    raw = log.read_bytes()
    for length in range(len(raw)):
        log.write_bytes(raw[:length])
        before = saved(log)
        writer().append([put(3)])
        assert log.read_bytes().startswith(raw[:length])
        assert saved(log) == [*before, put(3)]


def test_what_another_program_added_is_handed_back_once(writer, put, log: Path):
    window = writer()
    window.append([put(1)])
    writer().append([put(2)])
    assert window.append([put(3)]) == [put(2)]
    assert window.append([put(4)]) == []
    assert saved(log) == [put(1), put(2), put(3), put(4)]


def test_a_log_that_appears_meanwhile_is_added_to(writer, put, log: Path):
    window = writer()
    writer().append([put(1)])
    assert window.append([put(2)]) == [put(1)]
    assert saved(log) == [put(1), put(2)]


def test_a_vanished_log_is_told_and_not_made_again(writer, put, log: Path):
    window = writer()
    window.append([put(1)])
    log.rename(log.with_suffix(".away"))
    for _ in range(2):
        with pytest.raises(StorageError, match=r"^the file has vanished .*a\.txt\.jsonl\)$"):
            window.append([put(2)])
    assert not log.exists()
    log.with_suffix(".away").rename(log)
    window.append([put(2)])
    assert saved(log) == [put(1), put(2)]


def test_a_vanished_folder_is_the_same(writer, put, root: Path, log: Path):
    window = writer()
    window.append([put(1)])
    (root / "annotations").rename(root / "away")
    with pytest.raises(StorageError, match="has vanished"):
        window.append([put(2)])
    assert not (root / "annotations").exists()


def test_a_log_replaced_by_an_older_one_is_told_and_left_as_it_is(writer, put, log: Path):
    window = writer()
    window.append([put(1)])
    older = log.read_bytes()
    window.append([put(2)])
    log.write_bytes(older)
    with pytest.raises(StorageError, match=r"lost what was saved \(1 in all\)"):
        window.append([put(3)])
    assert log.read_bytes() == older
    writer().append([put(3)])
    assert saved(log) == [put(1), put(3)]


@pytest.mark.parametrize(
    "line, words",
    [
        (b'{"annotate":2,"article":"seeds/a.txt"}\n', "written by a newer annotate"),
        (b'{"annotate":1,"article":"seeds/b.txt"}\n', "log of another article"),
    ],
)
def test_a_log_that_turns_foreign_is_not_added_to(writer, put, log: Path, line: bytes, words: str):
    window = writer()
    window.append([put(1)])
    with log.open("ab") as file:
        file.write(line)
    raw = log.read_bytes()
    with pytest.raises(StorageError, match=words):
        window.append([put(2)])
    assert log.read_bytes() == raw


@pytest.mark.parametrize("place", ["a.txt.jsonl", "seeds", "ana", "annotations"])
def test_no_link_is_followed(writer, put, root: Path, log: Path, tmp_path: Path, place: str):
    target = tmp_path / "target"
    target.mkdir()
    folders = {
        "a.txt.jsonl": log,
        "seeds": log.parent,
        "ana": log.parent.parent,
        "annotations": root / "annotations",
    }
    link = folders[place]
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target / "x" if place == "a.txt.jsonl" else target)
    with pytest.raises(StorageError, match="symbolic link"):
        writer().append([put(1)])
    assert names(target) == []


def test_a_folder_or_pipe_in_its_place_is_refused(writer, put, log: Path):
    log.mkdir(parents=True)
    with pytest.raises(StorageError, match="folder"):
        writer().append([put(1)])
    log.rmdir()
    os.mkfifo(log)
    with pytest.raises(StorageError, match="pipe"):
        writer().append([put(1)])


@pytest.mark.parametrize(
    "number, words",
    [
        (errno.ENOSPC, "disk full; free some space"),
        (errno.EDQUOT, "disk quota used up"),
        (errno.EIO, "input/output error"),
        (errno.EROFS, "read-only file system; make it writable"),
        (errno.EACCES, "permission denied"),
    ],
)
@pytest.mark.parametrize("call, begun", [("write", True), ("write", False), ("mkdir", False)])
def test_a_failing_disk_is_told_and_tried_again_next_time(
    writer, put, monkeypatch: pytest.MonkeyPatch, log: Path, call, begun, number, words
):
    window = writer()
    if begun:
        window.append([put(1)])
    before = saved(log)
    with monkeypatch.context() as broken:
        broken.setattr(os, call, failing(number))
        with pytest.raises(StorageError, match=words):
            window.append([put(2)])
    assert saved(log) == before
    assert window.append([put(2), put(3)]) == []
    assert saved(log) == [*before, put(2), put(3)]
    assert names(log.parent) == ["a.txt.jsonl"]


def failing(number: int) -> Callable[..., None]:
    def fail(*_given: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_disk_without_hard_links_will_do(writer, put, monkeypatch: pytest.MonkeyPatch, log: Path):
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    writer().append([put(1)])
    assert saved(log) == [put(1)]
    assert names(log.parent) == ["a.txt.jsonl"]


def test_a_write_that_stops_half_way_is_fenced_off(
    writer, put, monkeypatch: pytest.MonkeyPatch, log: Path
):
    window = writer()
    window.append([put(1)])
    write = os.write
    with monkeypatch.context() as broken:
        broken.setattr(os, "write", lambda descriptor, raw: write(descriptor, raw[: len(raw) // 2]))
        with pytest.raises(StorageError, match="disk full"):
            window.append([put(2), put(3), put(4)])
    torn = log.read_bytes()
    assert saved(log) == [put(1), put(2)]
    assert window.append([put(2), put(3), put(4)]) == []
    assert log.read_bytes().startswith(torn + b"\n")
    assert saved(log) == [put(1), put(2), put(2), put(3), put(4)]


def test_a_full_disk_loses_nothing_and_works_again_when_there_is_room(
    put, tmp_path: Path, root: Path
):
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.system(f"mount -t tmpfs -o size=32k tmpfs {disk} 2>/dev/null"):  # noqa: S605 - our own path
        pytest.skip("no disk may be mounted here")
    try:
        ballast = disk / "ballast"
        ballast.write_bytes(b"x" * 8192)
        log = disk / "annotations" / "ana" / "a.txt.jsonl"
        header = Header(annotate=1, article="a.txt", by="ana")
        window = LogWriter(str(disk), str(log), header, read_log(str(log)))
        acknowledged, told = 0, ""
        try:
            for acknowledged in range(1000):
                window.append([put(acknowledged)])
        except StorageError as full:
            told = str(full)
        assert "disk full; free some space" in told
        assert saved(log) == [put(number) for number in range(acknowledged)]
        ballast.unlink()
        window.append([put(acknowledged)])
        assert saved(log) == [put(number) for number in range(acknowledged + 1)]
    finally:
        os.system(f"umount {disk}")  # noqa: S605 - our own path


@NEEDS_PROC
def test_after_a_failed_fsync_the_same_events_go_to_a_fresh_file(
    writer, put, monkeypatch: pytest.MonkeyPatch, log: Path
):
    window = writer()
    window.append([put(1)])
    fsync = os.fsync

    def fail_on_the_log(descriptor: int) -> None:
        if place(descriptor) == log:
            raise OSError(errno.EIO, "lost")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fail_on_the_log)
    window.append([put(2)])
    raw = log.read_bytes()
    window.append([put(3)])
    sibling = log.with_name("a.txt.r1.jsonl")
    assert saved(sibling) == [put(2), put(3)]
    assert read_log(str(sibling)).header == read_log(str(log)).header
    assert log.read_bytes() == raw


def test_a_disk_that_forces_nothing_saves_nothing(
    writer, put, monkeypatch: pytest.MonkeyPatch, log: Path
):
    window = writer()
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", failing(errno.EIO))
        for _ in range(2):
            with pytest.raises(StorageError, match="copy your files to another disk"):
                window.append([put(1)])
        assert names(log.parent) == []
    window.append([put(1)])
    assert saved(log) == [put(1)]


@NEEDS_PROC
def test_a_folder_that_was_not_forced_is_forced_by_the_next_save(
    writer, put, monkeypatch: pytest.MonkeyPatch, log: Path
):
    window = writer()
    fsync = os.fsync

    def fail_on_folders(descriptor: int) -> None:
        if place(descriptor).is_dir():
            raise OSError(errno.EIO, "lost")
        fsync(descriptor)

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fail_on_folders)
        for _ in range(2):
            with pytest.raises(StorageError, match="input/output error"):
                window.append([put(1)])
    forced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda given: (forced.append(given), fsync(given))[1])
    window.append([put(1)])
    assert len(forced) > 1


def test_a_log_deleted_while_it_is_written_is_told(
    writer, put, monkeypatch: pytest.MonkeyPatch, log: Path
):
    window = writer()
    window.append([put(1)])
    fsync = os.fsync
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", lambda given: (log.unlink(), fsync(given))[1])
        with pytest.raises(StorageError, match="deleted meanwhile"):
            window.append([put(2)])
    with pytest.raises(StorageError, match="has vanished"):
        window.append([put(2)])


# Others have replaced the log


def gone(log: Path) -> None:
    log.unlink()


def older(log: Path) -> None:
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:2]))


def other(log: Path) -> None:
    log.write_bytes(log.read_bytes().replace(b"actor", b"claim"))


@pytest.mark.parametrize("act", [gone, older, other])
def test_what_was_saved_is_written_back_behind_what_is_there(act, writer, put, log: Path):
    window = writer()
    window.append([put(1), put(2)])
    act(log)
    there = log.read_bytes() if log.exists() else b""
    with pytest.raises(LogLostError):
        window.append([put(3)])
    assert window.write_back() == {gone: 2, older: 1, other: 2}[act]
    window.append([put(3)])
    assert log.read_bytes().startswith(there)
    assert saved(log)[-1] == put(3)
    assert [event for event in (put(1), put(2), put(3)) if event not in saved(log)] == []
    assert read_log(str(log)).faults == ()
    assert window.write_back() == 0


@pytest.mark.parametrize("act", [gone, older, other])
def test_what_is_there_is_accepted_and_added_to(act, writer, put, log: Path):
    window = writer()
    window.append([put(1), put(2)])
    act(log)
    there = log.read_bytes() if log.exists() else b""
    window.accept()
    window.append([put(3)])
    assert log.read_bytes().startswith(there)
    assert len(saved(log)) == {gone: 1, older: 2, other: 3}[act]
    assert read_log(str(log)).header is not None


@pytest.mark.parametrize("act", [gone, older])
def test_writing_back_on_a_full_disk_is_told_and_can_be_tried_again(
    act, writer, put, log: Path, monkeypatch
):
    window = writer()
    window.append([put(1), put(2)])
    act(log)

    def full(*_args):
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr("os.write", full)
        with pytest.raises(StorageError, match="disk full"):
            window.write_back()
    with pytest.raises(LogLostError):
        window.append([put(3)])
    assert window.write_back() == {gone: 2, older: 1}[act]
    window.append([put(3)])
    assert saved(log) == [put(1), put(2), put(3)]


def test_nothing_is_written_back_through_a_link(writer, put, log: Path):
    window = writer()
    window.append([put(1)])
    log.rename(log.with_suffix(".away"))
    log.symlink_to(log.with_suffix(".away"))
    before = log.read_bytes()
    with pytest.raises(StorageError, match="symbolic link"):
        window.write_back()
    assert log.read_bytes() == before


def test_a_log_with_another_name_is_read_and_not_written(library, put, log: Path, tmp_path: Path):
    """Each change would be made in that other file too: in a backup of hard links, or out there."""
    window = library()
    window.open("seeds/a.txt")
    window.save("seeds/a.txt", [put(1)])
    window.close("seeds/a.txt")
    os.link(log, tmp_path / "backup")
    opened = library().open("seeds/a.txt")
    assert "a hard link" in opened.read_only
    assert [opened.faults, len(opened.state.annotations)] == [(), 1]
    (tmp_path / "copy").write_bytes(log.read_bytes())
    (tmp_path / "copy").rename(log)
    assert library().open("seeds/a.txt").read_only == ""


def test_the_name_that_a_kill_left_is_no_other_file(library, put, log: Path):
    window = library()
    window.open("seeds/a.txt")
    window.save("seeds/a.txt", [put(1)])
    window.close("seeds/a.txt")
    os.link(log, log.with_name(".~123.abcd1234"))
    assert library().open("seeds/a.txt").read_only == ""


def test_nothing_is_written_below_a_folder_that_became_a_link(writer, put, log: Path, tmp_path):
    window = writer()
    window.append([put(1)])
    log.parent.rename(tmp_path / "elsewhere")
    log.parent.symlink_to(tmp_path / "elsewhere")
    before = log.read_bytes()
    for act in (lambda: window.append([put(2)]), window.write_back):
        with pytest.raises(StorageError, match="is a symbolic link, not a folder"):
            act()
    assert log.read_bytes() == before


def test_the_first_change_on_new_bytes_of_an_article_says_so(library, put, root: Path, log: Path):
    """So that it is found by them when it is renamed later."""
    window = library()
    window.open("seeds/a.txt")
    window.save("seeds/a.txt", [put(1)])
    article = root / "seeds/a.txt"
    article.write_text(article.read_text() + "\nMore.\n")
    opened = window.open("seeds/a.txt")
    window.save("seeds/a.txt", [put(2)])
    window.save("seeds/a.txt", [put(3)])
    contents = read_log(str(log))
    assert contents.sha256s[1:] == (opened.article.sha256,)
    assert (contents.faults, len(contents.events)) == ((), 3)
    assert library().open("seeds/a.txt").changed
    article.rename(root / "seeds/b.txt")
    window.close("seeds/a.txt")
    moved = library().open("seeds/b.txt").article
    assert library().predecessor(moved).article_id == "seeds/a.txt"
