"""Which folder is the project, and which articles are in it."""

import os
from pathlib import Path

import pytest

from annotator.errors import UsageError
from annotator.storage.project import (
    Project,
    article_ids,
    article_path,
    find_project,
    first_article,
)


def plant(root: Path, *paths: str) -> None:
    for path in paths:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("Some words.")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    return Path(os.path.realpath(tmp_path)) / "corpus"


@pytest.mark.parametrize("own", ["annotations", "schemas"])
def test_the_project_is_the_nearest_folder_above_that_holds_our_files(corpus: Path, own: str):
    plant(corpus, f"{own}/x", "news/2016/a.txt")
    assert find_project(corpus / "news" / "2016") == Project(str(corpus), "news/2016")
    plant(corpus, f"news/{own}/x")
    assert find_project(corpus / "news" / "2016") == Project(str(corpus / "news"), "2016")


def test_the_folder_itself_may_hold_them(corpus: Path):
    plant(corpus, "schemas/x.yaml", "a.txt")
    assert find_project(corpus) == Project(str(corpus), "")


def test_else_it_is_the_current_folder_if_the_path_lies_in_it(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
):
    plant(corpus, "news/2016/a.txt")
    monkeypatch.chdir(corpus)
    assert find_project("news/2016") == Project(str(corpus), "news/2016")
    assert find_project(".") == Project(str(corpus), "")


def test_else_it_is_the_parent(corpus: Path):
    plant(corpus, "news/a.txt")
    assert find_project(corpus / "news") == Project(str(corpus), "news")
    assert find_project(corpus / "news" / "a.txt") == Project(str(corpus / "news"), "", "a.txt")


def test_one_article_is_all_that_is_meant(corpus: Path):
    plant(corpus, "schemas/x.yaml", "news/a.txt", "news/b.txt")
    project = find_project(corpus / "news" / "b.txt")
    assert project == Project(str(corpus), "news", "news/b.txt")
    assert article_ids(project) == ["news/b.txt"]
    assert first_article(project) == "news/b.txt"
    assert project.meant == "news/b.txt"


def test_articles_come_by_code_points_with_folders_among_them(corpus: Path):
    plant(corpus, "b.txt", "a/z.md", "a/B.TXT", "a/b/c.txt", "a.txt", "Z.txt", "é.txt", "c/d.txt")
    ids = article_ids(Project(str(corpus)))
    assert ids == [
        "Z.txt", "a/B.TXT", "a/b/c.txt", "a/z.md", "a.txt", "b.txt", "c/d.txt", "é.txt"
    ]  # fmt: skip # lined up to be compared
    assert first_article(Project(str(corpus))) == ids[0]
    assert article_ids(Project(str(corpus), "a")) == ["a/B.TXT", "a/b/c.txt", "a/z.md"]
    assert first_article(Project(str(corpus), "a")) == "a/B.TXT"


def test_the_first_article_may_lie_deep_behind_empty_folders(corpus: Path):
    plant(corpus, "a/b/note.pdf", "b/c/d.txt", "z.txt")
    assert first_article(Project(str(corpus))) == "b/c/d.txt"


def test_what_is_no_article_is_left_out(corpus: Path):
    plant(
        corpus, "a.txt", ".hidden.txt", ".git/b.txt", "annotations/c.txt", "schemas/d.md", "e.pdf",
        "news/annotations/f.txt",
    )  # fmt: skip # lined up to be compared
    os.mkfifo(corpus / "pipe.txt")
    (corpus / "folder.txt").mkdir()
    assert article_ids(Project(str(corpus))) == ["a.txt", "news/annotations/f.txt"]


def test_links_are_followed_to_files_inside_only(corpus: Path, tmp_path: Path):
    plant(corpus, "news/a.txt")
    plant(tmp_path, "outside/secret.txt")
    (corpus / "same.txt").symlink_to("news/a.txt")
    (corpus / "out.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (corpus / "out").symlink_to(tmp_path / "outside")
    (corpus / "dangling.txt").symlink_to("nowhere")
    (corpus / "news" / "loop").symlink_to(corpus)
    (corpus / "round.txt").symlink_to("round.txt")
    assert article_ids(Project(str(corpus))) == ["news/a.txt", "same.txt"]


def test_a_name_that_is_not_utf8_has_an_id_that_leads_back(corpus: Path):
    plant(corpus, "news/caf%E9.txt", "é/ü.txt")
    odd = os.fsencode(corpus) + b"/news/caf\xe9.txt"
    Path(os.fsdecode(odd)).write_text("Some words.")
    ids = article_ids(Project(str(corpus)))
    assert ids == ["news/caf%E9.txt", "./news/caf%E9.txt", "é/ü.txt"]
    paths = [article_path(str(corpus), article_id) for article_id in ids]
    assert all(path and Path(path).exists() for path in paths)
    assert len(set(paths)) == 3
    "".join(ids).encode()


@pytest.mark.parametrize(
    "article_id",
    [
        "", ".", "..", "../x.txt", "a/../../x.txt", "/etc/x.txt", "a//x.txt", "a/./x.txt",
        "./x.txt",
        "./%zz.txt", "./a%2E.txt", "a\0.txt", "\udcff.txt", "annotations/x.txt", "schemas/x.yaml",
        "x.pdf",
    ],
)  # fmt: skip # lined up to be compared
def test_an_id_that_no_article_has_leads_nowhere(article_id: str):
    assert article_path("/project", article_id) is None


@pytest.mark.parametrize(
    "path, words",
    [
        ("nowhere", "There is no file or folder"),
        ("a\0b", "There is no file or folder"),
        ("a.txt/b", "There is no file or folder"),
        ("x.pdf", "is not a .txt or .md file, nor a folder of them"),
        ("pipe", "is not a .txt or .md file"),
        ("empty", "There is no .txt or .md file in"),
        ("annotations", "folder of annotate's own files"),
        ("annotations/ana/notes.md", "folder of annotate's own files"),
        ("schemas/deep", "folder of annotate's own files"),
    ],
)
def test_a_path_that_cannot_be_meant_is_refused_in_words(corpus: Path, path: str, words: str):
    plant(corpus, "a.txt", "x.pdf", "empty/none.pdf", "annotations/ana/notes.md", "schemas/deep/x")
    os.mkfifo(corpus / "pipe")
    with pytest.raises(UsageError, match=words) as refused:
        find_project(corpus / path)
    assert refused.value.exit_code == 2


def test_what_may_not_be_read_is_refused(corpus: Path, monkeypatch: pytest.MonkeyPatch):
    plant(corpus, "a.txt")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UsageError, match=r"a\.txt' cannot be read: permission denied"):
        find_project(corpus / "a.txt")

    def refuse(path: str) -> None:
        raise PermissionError(13, "no", path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UsageError, match="corpus' cannot be read: permission denied"):
        find_project(corpus)


def test_a_path_in_a_message_cannot_act_on_the_terminal(corpus: Path):
    with pytest.raises(UsageError) as refused:
        find_project("evil\x1b]52;c;\x07")
    assert "\x1b" not in str(refused.value)
    assert "\x07" not in str(refused.value)


def test_a_deleted_current_folder_is_no_obstacle(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    plant(corpus, "a.txt")
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert find_project(corpus).root == str(corpus.parent)
