"""Where one stopped, and the folder that is kept in."""

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from annotator.storage.bookmark import read_bookmark, write_bookmark
from annotator.storage.state_folder import state_folder


def test_a_bookmark_comes_back_to_whom_it_belongs():
    assert read_bookmark("/p", "ana", "seeds") is None
    write_bookmark("/p", "ana", "seeds", "seeds/odd\nname ü.txt", 7)
    write_bookmark("/p", "ana", "seeds", "seeds/odd\nname ü.txt", 1234)
    assert read_bookmark("/p", "ana", "seeds") == ("seeds/odd\nname ü.txt", 1234)
    assert read_bookmark("/p", "bob", "seeds") is None
    assert read_bookmark("/p", "ana", "") is None
    assert read_bookmark("/q", "ana", "seeds") is None


@pytest.mark.parametrize("raw", [b"", b"x\na.txt", b"-1\na.txt", b"1\n", b"\xff\n\xff", b"\0" * 9])
def test_a_spoilt_bookmark_is_none(state: Path, raw: bytes):
    write_bookmark("/p", "ana", "", "a.txt", 1)
    (place,) = (state / "bookmarks").iterdir()
    place.write_bytes(raw)
    assert read_bookmark("/p", "ana", "") is None


def test_a_bookmark_that_cannot_be_kept_is_not_kept(state: Path):
    state.write_text("a file where the folder should be")
    write_bookmark("/p", "ana", "", "a.txt", 1)
    assert read_bookmark("/p", "ana", "") is None


@pytest.mark.parametrize("base", ["", "/somewhere"])
def test_the_state_folder_is_where_platformdirs_has_it(monkeypatch, base: str):
    monkeypatch.delenv("ANNOTATE_STATE_DIR")
    monkeypatch.setenv("XDG_STATE_HOME", base)
    assert state_folder() == platformdirs.user_state_dir("annotate", appauthor=False)


def test_nothing_heavy_is_imported_before_the_first_paint():
    command = (
        "import sys; import annotator.storage.project, annotator.storage.bookmark, "
        "annotator.storage.annotator_name, annotator.storage.article_file; print(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    heavy = {
        "msgspec", "yaml", "json", "pathlib", "platformdirs", "filelock", "rapidfuzz", "tempfile",
        "socket", "asyncio", "chardet", "textual", "rich",
    }  # fmt: skip # lined up to be compared
    assert heavy & set(run.stdout.split()) == set()
