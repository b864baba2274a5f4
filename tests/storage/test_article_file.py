"""Reading one article from the disk."""

import os
from pathlib import Path

import pytest

from annotator.errors import ArticleError
from annotator.storage.article_file import load_article
from annotator.storage.project import Project


def test_an_article_is_its_text(root: Path):
    article = load_article(Project(str(root)), "seeds/a.txt")
    assert article.id == "seeds/a.txt"
    assert article.text == (root / "seeds/a.txt").read_text()


@pytest.mark.parametrize(
    "article_id, reason",
    [
        ("seeds/none.txt", "no such file"),
        ("seeds/pipe.txt", "a named pipe, not a file"),
        ("seeds/folder.txt", "a folder, not a file"),
        ("seeds/empty.txt", "it is empty"),
        ("seeds/out.txt", "not in the project folder"),
        ("../outside.txt", "not in the project folder"),
        ("linked/outside.txt", "not in the project folder"),
        ("/etc/passwd", "not in the project folder"),
        ("seeds/" + "x" * 300 + ".txt", "the name is too long"),
    ],
)
def test_what_is_no_article_is_refused_by_name(root: Path, article_id: str, reason: str):
    (root.parent / "outside.txt").write_text("Secret.")
    os.mkfifo(root / "seeds" / "pipe.txt")
    (root / "seeds" / "folder.txt").mkdir()
    (root / "seeds" / "empty.txt").touch()
    (root / "seeds" / "out.txt").symlink_to(root.parent / "outside.txt")
    (root / "linked").symlink_to(root.parent)
    with pytest.raises(ArticleError, match=reason) as refused:
        load_article(Project(str(root)), article_id)
    assert article_id in str(refused.value)


def test_a_device_is_refused(tmp_path: Path):
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    with pytest.raises(ArticleError, match="not in the project folder"):
        load_article(Project(os.path.realpath(tmp_path)), "zero.txt")


def test_fifty_megabytes_are_too_many_and_not_even_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    with (root / "seeds" / "big.txt").open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(ArticleError, match="it is 50 MB or more"):
        load_article(Project(str(root)), "seeds/big.txt")
