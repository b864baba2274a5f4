"""Forcing to disk, on systems that this one is not."""

import errno
import os
from pathlib import Path

import pytest

from annotator.storage import durable


@pytest.mark.parametrize("refused", [0, errno.ENOTSUP])
def test_on_a_mac_the_disk_itself_is_asked_where_it_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: int
):
    asked: list[str] = []

    def full_sync(_descriptor: int, _what: int) -> None:
        asked.append("F_FULLFSYNC")
        if refused:
            raise OSError(refused, "not here")

    monkeypatch.setattr(durable, "F_FULLFSYNC", 51)
    monkeypatch.setattr(durable, "fcntl", full_sync, raising=False)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: asked.append("fsync"))
    durable.create(str(tmp_path / "new"), b"text\n")
    assert asked == (["F_FULLFSYNC", "fsync"] if refused else ["F_FULLFSYNC"])


def test_a_real_failure_of_the_mac_s_disk_is_told(tmp_path: Path, monkeypatch):
    def lose(_descriptor: int, _what: int) -> None:
        raise OSError(errno.EIO, "lost")

    monkeypatch.setattr(durable, "F_FULLFSYNC", 51)
    monkeypatch.setattr(durable, "fcntl", lose, raising=False)
    with pytest.raises(OSError, match="lost"):
        durable.create(str(tmp_path / "new"), b"text\n")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_asked_is_taken_as_it_is(tmp_path: Path, monkeypatch):
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EINVAL, "not a file")

    monkeypatch.setattr(os, "fsync", refuse)
    durable.sync_folder(str(tmp_path))


def test_a_new_file_never_replaces_another(tmp_path: Path):
    (tmp_path / "there").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        durable.create(str(tmp_path / "there"), b"new")
    assert (tmp_path / "there").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
