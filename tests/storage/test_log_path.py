"""From an article's id to a path that every file system can hold."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.errors import UsageError
from annotator.storage.log_path import (
    annotator_of,
    existing_log,
    find_log,
    log_path,
    sibling,
)

NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1)
IDS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    "article_id, name",
    [
        ("seeds/kamenik.txt", "seeds/kamenik.txt"),
        ("Nachrichten/Überblick 2016.md", "Nachrichten/Überblick 2016.md"),
        ("شمس/خبر.txt", "شمس/خبر.txt"),
        ('what?/a:b"c.txt', "what%3F/a%3Ab%22c.txt"),
        ("100%.txt", "100%25.txt"),
        ("-rf/.ssh./x .txt", "%2Drf/%2Essh%2E/x .txt"),
        ("a\x1b]0;\x07.txt", "a%1B]0;%07.txt"),
        ("a\u202etxt.md", "a%E2%80%AEtxt.md"),
        ("con/nul.txt", "%63on/%6Eul.txt"),
        ("Com7.md", "%43om7.md"),
        ("a.txt.jsonl/b.txt", "a.txt%2Ejsonl/b.txt"),
        ("names.tsv/b.txt", "names%2Etsv/b.txt"),
        ("a/Names.TSV/b.txt", "a/Names%2ETSV/b.txt"),
        ("my names.tsv/names.tsv.txt", "my names.tsv/names.tsv.txt"),
        ("../../etc/x.txt", "%2E%2E/%2E%2E/etc/x.txt"),
    ],
)
def test_only_what_is_dangerous_is_encoded(article_id: str, name: str):
    assert log_path("/p", "ana", article_id) == f"/p/annotations/ana/{name}.jsonl"


@settings(deadline=None)
@given(IDS, IDS)
@example("a/b.txt", "a%2Fb.txt")
@example("%2E.txt", "..txt")
@example("x" * 250, "x" * 251)
@example("x~01234567", "x%7E01234567")
def test_two_articles_never_share_a_path(one: str, other: str):
    assert (one == other) == (log_path("/p", "ana", one) == log_path("/p", "ana", other))


@settings(deadline=None)
@given(IDS)
@example("é" * 300)
@example("%" * 300 + "/a")
def test_every_path_lies_inside_and_has_short_safe_names(article_id: str):
    for path in (log_path("/p", "ana", article_id), log_path("/p", "ana", article_id, twin=True)):
        assert path.startswith("/p/annotations/ana/")
        assert os.path.normpath(path) == path
        for name in sibling(path, 999).split("/")[3:]:
            assert len(name.encode()) <= 255
            assert not re.search(r'[\x00-\x1f\x7f<>:"\\|?*\u202e]|^[-.]|[. ]$', name)


@settings(deadline=None)
@given(NAMES)
def test_a_name_leads_back_unless_it_is_hashed(name: str):
    encoded = log_path("/p", "ana", name).removeprefix("/p/annotations/ana/").removesuffix(".jsonl")
    assert annotator_of(encoded) == name or re.search("~[0-9a-f]{8}$", encoded)


@pytest.mark.parametrize("name", ["a", "Ana-Maria.2", "Zoë", "李雷", "_", "x" * 64])
def test_an_annotator_is_a_word(name: str):
    assert log_path("/p", name, "a.txt").endswith(f"/{name}/a.txt.jsonl")


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a b", "a/b", "x" * 65, "con", "NUL.x", "a\n", "a\x1b", "𝒳" * 64]
)
def test_other_annotators_are_refused(name: str):
    with pytest.raises(UsageError, match="cannot be an annotator's name"):
        log_path("/p", name, "a.txt")


def test_twins_by_case_or_normalisation_do_not_share_a_path(root: Path):
    first, second = "News/Caf\u00e9.txt", "news/cafe\u0301.TXT"
    path = Path(find_log(str(root), "ana", first))
    assert path == Path(log_path(str(root), "ana", first))
    assert existing_log(str(root), "ana", first) is None
    path.parent.mkdir(parents=True)
    path.touch()
    assert find_log(str(root), "ana", first) == str(path)
    assert existing_log(str(root), "ana", first) == str(path)
    hashed = find_log(str(root), "ana", second)
    assert re.search(r"~[0-9a-f]{8}\.jsonl$", hashed)
    Path(hashed).parent.mkdir(parents=True)
    Path(hashed).touch()
    assert find_log(str(root), "ana", second) == existing_log(str(root), "ana", second) == hashed
    assert find_log(str(root), "ana", first) == str(path)


def test_twins_that_are_both_there_keep_their_paths(root: Path):
    paths = [Path(log_path(str(root), "ana", name)) for name in ("a.txt", "A.txt")]
    paths[0].parent.mkdir(parents=True)
    for path in paths:
        path.touch()
    assert [find_log(str(root), "ana", name) for name in ("a.txt", "A.txt")] == [*map(str, paths)]
