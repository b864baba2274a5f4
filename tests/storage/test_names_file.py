"""Names files: what is known of names is that of the logs, whatever files there are or are not."""

import os
import shutil
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event as Signal
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.marking.annotation import Annotation, Mark
from annotator.session.event import Event
from annotator.storage import names_file
from annotator.storage.event_line import encode_event
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.log_path import log_path
from annotator.storage.names_file import Names, names_faults
from annotator.storage.project import Project

ARTICLE, OTHER, NEW = "seeds/a.txt", "seeds/b.txt", "seeds/new.txt"
TEXT = "Ada Lovelace wrote it, said Charles Babbage.\n\nNobody else did.\n"


@pytest.fixture
def window(root: Path, library):
    """Open ana's window on two articles."""
    for article in (ARTICLE, OTHER):
        (root / article).write_text(TEXT)
    made = library()
    for article in (ARTICLE, OTHER):
        made.open(article)
    yield made
    for article in (ARTICLE, OTHER):
        made.close(article)


@pytest.fixture
def names(root: Path) -> Path:
    return root / "annotations" / "ana" / "names.tsv"


@pytest.fixture
def reads(monkeypatch) -> list[str]:
    """Return the list of the logs that are read to learn names from."""
    read: list[str] = []
    told = names_file.told

    def noted(root, name, stamps):
        read.append(name.rpartition("/")[2])
        return told(root, name, stamps)

    monkeypatch.setattr(names_file, "told", noted)
    return read


def known(library: FolderLibrary, article_id: str = NEW) -> dict[str, tuple[str, int, int]]:
    """Return the label of each name that is tagged most, and how often it was, and was refused."""
    names = library.memory(article_id).names.values()
    return {told[0].name: (told[0].label, told[0].tagged, told[0].refused) for told in names}


def told(path: Path) -> list[str]:
    return path.read_text().splitlines()


def rejected(number: int, words: str, label: str = "location") -> Event:
    start = TEXT.index(words)
    end = start + len(words)
    mark_id = f"rejected:{label}:{start}:{end}"
    mark = Mark(
        id=mark_id, mark="rejected", start=start, end=end, suggested=label, quote=words, by="ana"
    )
    return Event(id=mark_id, rev=1, by="ana", ts="", batch=f"refusal-{number}", record=mark)


def test_nothing_is_known_in_a_new_project_and_looking_writes_nothing(window, root: Path):
    assert known(window) == {}
    window.remember()
    assert not (root / "annotations").exists()


def test_what_was_saved_is_known_and_remembered(window, put, names: Path, library):
    assert known(window) == {}
    window.save(ARTICLE, [put(1), put(2), rejected(3, "Nobody")])
    assert known(window) == {
        "Ada Lovelace": ("actor", 2, 0),
        "Nobody": ("location", 0, 1),
    }
    assert not names.exists()
    window.remember()
    assert told(names)[0].startswith("# annotate names 1; logs: 1; bytes: ")
    assert known(library()) == known(window)
    assert [path.name for path in names.parent.iterdir() if path.is_file()] == ["names.tsv"]


def test_others_are_heard_but_their_files_are_never_written(window, put, library, root: Path):
    bob = library("bob")
    bob.open(ARTICLE)
    bob.save(ARTICLE, [put(1, "Charles Babbage")])
    assert known(window) == {"Charles Babbage": ("actor", 1, 0)}
    window.save(ARTICLE, [put(1)])
    window.remember()
    assert sorted(path.parent.name for path in root.rglob("names.tsv")) == ["ana"]
    assert known(library("cem")) == known(bob) == known(window)
    bob.close(ARTICLE)


def test_what_is_told_of_an_article_is_left_out_for_it(window, put, library, names: Path):
    """Whoever reads it is to judge by other articles, not by who read the same one before."""
    bob = library("bob")
    bob.open(ARTICLE)
    bob.save(ARTICLE, [put(1, "Charles Babbage"), put(2, "Babbage", alias_of="Charles Babbage")])
    window.save(ARTICLE, [put(1), put(2), rejected(3, "Nobody")])
    window.save(OTHER, [put(1), put(2, "wrote")])
    bob.save(ARTICLE, [put(4, "wrote")])
    for reader in (window, bob, library("cem")):
        assert known(reader, ARTICLE) == {"Ada Lovelace": ("actor", 1, 0)}
        assert reader.memory(ARTICLE).aliases == {}
        assert known(reader, OTHER) == {
            "Ada Lovelace": ("actor", 2, 0),
            "Babbage": ("actor", 1, 0),
            "Charles Babbage": ("actor", 1, 0),
            "Nobody": ("location", 0, 1),
        }
        assert set(reader.memory(OTHER).aliases) == {"babbage"}
        assert known(reader)["wrote"] == ("actor", 2, 0)
    bob.close(ARTICLE)


def test_of_those_who_wait_only_the_last_is_answered(window, put, monkeypatch):
    """However many articles are left while the logs are read, one thread waits."""
    window.save(ARTICLE, [put(1)])
    reading, go_on = Signal(), Signal()
    chains_of = names_file.chains_of

    def slow(project):
        reading.set()
        assert go_on.wait(20)
        return chains_of(project)

    monkeypatch.setattr(names_file, "chains_of", slow)
    found: list[int] = []

    def leaf() -> Thread:
        thread = Thread(target=lambda: found.append(len(window.memory(NEW).names)))
        thread.start()
        return thread

    first = leaf()
    assert reading.wait(20)
    others = [leaf() for _ in range(4)]
    wait_for(lambda: len(found) == 3)
    assert found == [0, 0, 0]
    window.remember()
    go_on.set()
    for thread in (first, *others):
        thread.join(20)
    assert found == [0, 0, 0, 1, 1]


def wait_for(happened) -> None:
    end = time.monotonic() + 20
    while not happened() and time.monotonic() < end:
        time.sleep(0.005)


def test_a_file_that_tells_of_the_logs_is_read_instead_of_them(window, put, library, reads):
    known(window)
    window.save(ARTICLE, [put(1)])
    window.remember()
    reads.clear()
    assert known(library()) == {"Ada Lovelace": ("actor", 1, 0)}
    assert reads == []


@pytest.mark.parametrize("spoil", ["delete", "garbage", "cut", "two heads", "link", "bytes"])
def test_a_file_that_is_gone_or_spoilt_is_not_missed(window, put, library, names: Path, spoil):
    known(window)
    window.save(ARTICLE, [put(1), put(2)])
    window.remember()
    right, raw = known(window), names.read_bytes()
    names.unlink()
    head, rest = raw.split(b"\n", 1)
    made = {
        "garbage": raw + b"garbage\n",
        "cut": rest,
        "two heads": head.replace(b"logs: 1", b"logs: 2") + b"\n" + raw,
        "bytes": raw + b"\xff\n",
    }
    if spoil == "link":
        elsewhere = names.with_suffix(".other")
        elsewhere.write_bytes(head + b"\n")
        names.symlink_to(elsewhere)
    elif spoil in made:
        names.write_bytes(made[spoil])
    assert known(library()) == right


def test_rows_that_were_changed_are_not_believed(window, put, library, names: Path):
    known(window)
    window.save(ARTICLE, [put(1), put(2)])
    window.remember()
    names.write_text(names.read_text().replace("\t2\t0", "\t9\t0") + "Kamenik\tactor\t3\t0\n")
    assert known(library()) == {"Ada Lovelace": ("actor", 2, 0)}


def test_a_log_that_was_replaced_by_one_of_its_size_is_read(window, put, library, log: Path):
    known(window)
    window.save(ARTICLE, [put(1)])
    window.remember()
    status, raw = log.stat(), log.read_bytes()
    log.write_bytes(raw.replace(b'"actor"', b'"place"'))
    os.utime(log, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert known(library()) == {"Ada Lovelace": ("place", 1, 0)}


@pytest.mark.parametrize("remembers", [False, True])
def test_a_log_that_grew_in_the_middle_is_read_as_it_is(
    window, put, library, log: Path, remembers: bool
):
    """As a merge makes it, which may give the new file the inode of the old one."""
    window.save(ARTICLE, [put(1), put(2)])
    window.save(OTHER, [put(1, "wrote"), put(2, "wrote")])
    again = library()
    if remembers:
        known(window)
        window.save(OTHER, [put(3, "wrote")])
        window.remember()
    known(again)
    header, *lines = log.read_bytes().splitlines(keepends=True)
    lines[0] = encode_event(put(3, "Charles Babbage")) + encode_event(put(4, "Nobody"))
    log.write_bytes(header + b"".join(lines))
    assert known(again) == known(library())
    assert known(again)["Charles Babbage"] == ("actor", 1, 0)
    assert known(again)["Ada Lovelace"] == ("actor", 1, 0)


def test_a_checkout_elsewhere_can_use_the_file(window, put, library, root: Path, reads):
    """Neither the inodes nor the times of the logs count, which differ in every checkout."""
    known(window)
    window.save(ARTICLE, [put(1)])
    window.remember()
    copy = root.with_name("copy")
    shutil.copytree(root, copy)
    reads.clear()
    assert counts(Names(Project(str(copy)), "ana")) == counts(Names(Project(str(root)), "ana"))
    assert reads == []


def test_only_the_log_that_changed_is_read_again(window, put, library, reads):
    known(window)
    window.save(ARTICLE, [put(1)])
    window.save(OTHER, [put(1)])
    window.remember()
    again = library()
    known(again)
    reads.clear()
    window.save(OTHER, [put(2), put(1, "Charles Babbage", rev=2)])
    assert known(again) == {"Ada Lovelace": ("actor", 2, 0), "Charles Babbage": ("actor", 1, 0)}
    assert set(reads) == {"b.txt.jsonl"}


def test_words_without_a_capital_are_a_name_once_they_were_tagged_twice(window, put, library):
    window.save(ARTICLE, [put(1, "wrote"), rejected(2, "wrote", "actor")])
    assert known(window) == {}
    window.remember()
    again = library()
    assert known(again) == {}
    window.save(OTHER, [put(1, "wrote")])
    assert known(again) == known(window) == known(library()) == {"wrote": ("actor", 2, 1)}


def test_remembering_twice_writes_once(window, put, names: Path):
    known(window)
    window.save(ARTICLE, [put(1)])
    window.remember()
    names.unlink()
    window.remember()
    assert not names.exists()
    window.save(ARTICLE, [put(2)])
    window.remember()
    assert names.exists()


def test_what_another_window_saved_meanwhile_makes_the_file_stale_not_wrong(
    window, put, library, names: Path
):
    known(window)
    window.save(ARTICLE, [put(1)])
    known(window)
    path = Path(log_path(str(names.parents[2]), "ana", "seeds/c.txt"))
    path.write_bytes(encode_event(put(1, "Charles Babbage")))
    window.save(ARTICLE, [put(2)])
    window.remember()
    assert "Charles" not in names.read_text()
    assert known(library())["Charles Babbage"] == ("actor", 1, 0)
    assert known(window)["Charles Babbage"] == ("actor", 1, 0)


def test_who_never_asked_for_names_writes_none(window, put, names: Path):
    window.save(ARTICLE, [put(1)])
    window.remember()
    assert not names.exists()


@pytest.mark.parametrize("obstacle", ["folder", "link", "pipe"])
def test_what_stands_where_the_file_belongs_is_left_alone(
    window, put, names: Path, root: Path, obstacle: str
):
    known(window)
    window.save(ARTICLE, [put(1)])
    if obstacle == "folder":
        names.mkdir()
    elif obstacle == "link":
        names.symlink_to(root / ARTICLE)
    else:
        os.mkfifo(names)
    before = names.lstat()
    window.remember()
    assert names.lstat() == before
    assert (root / ARTICLE).read_text() == TEXT
    (fault,) = names_faults(Project(str(root)))
    assert str(fault).startswith("annotations/ana/names.tsv: not read: it is ")
    assert known(window) == {"Ada Lovelace": ("actor", 1, 0)}


def test_a_disk_that_is_full_leaves_the_old_file(window, put, names: Path, monkeypatch):
    known(window)
    window.save(ARTICLE, [put(1)])
    window.remember()
    before = names.read_bytes()
    window.save(ARTICLE, [put(2)])

    def full(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(os, "replace", full)
    window.remember()
    assert names.read_bytes() == before
    assert [path.name for path in names.parent.iterdir() if path.is_file()] == ["names.tsv"]


def test_bad_lines_are_named(root: Path, names: Path):
    names.parent.mkdir(parents=True)
    names.write_text("# names\n\n<<<<<<< ours\nKamenik\tlocation\tsome\t0\n")
    (fault,) = names_faults(Project(str(root)))
    assert str(fault).startswith("annotations/ana/names.tsv:4: ")
    assert str(fault).endswith("; delete the file, it is made anew from the logs")


def test_an_alias_that_is_taken_back_is_forgotten(window, put):
    known(window)
    window.save(ARTICLE, [put(1, "Babbage", alias_of="Charles Babbage"), put(2)])
    assert window.memory(NEW).aliases
    gone = replace(put(1, "Babbage", rev=2), record=None)
    window.save(ARTICLE, [gone])
    assert not window.memory(NEW).aliases


def test_a_log_and_what_continues_it_tell_as_one(window, put, library, log: Path):
    window.save(ARTICLE, [put(1), put(2)])
    sibling = log.with_name("a.txt.r1.jsonl")
    sibling.write_bytes(encode_event(replace(put(1, rev=2), record=None)))
    assert known(window) == known(library()) == {"Ada Lovelace": ("actor", 1, 0)}
    with sibling.open("ab") as file:
        file.write(encode_event(put(3)))
    assert known(window) == known(library()) == {"Ada Lovelace": ("actor", 2, 0)}


@pytest.mark.parametrize("label", ["a\tb", "a\nb", "\r", " a", "=", "#", "łódź"])
def test_no_label_breaks_the_file(window, put, names: Path, library, label: str):
    known(window)
    event = put(1)
    event = replace(event, record=replace(event.record, label=label))
    window.save(ARTICLE, [event, put(2, "Charles Babbage")])
    window.remember()
    assert list(names_faults(Project(str(names.parents[2])))) == []
    assert known(library()) == known(window)


@pytest.mark.parametrize(
    "text", ["# Ada", "=\tAda", "Ada\tLovelace", "<<<<<<< Ada", "😀 Ada\u2028B"]
)
def test_no_name_breaks_the_file(window, names: Path, library, text: str):
    known(window)
    quote = Annotation(id="id-1", label="actor", start=0, end=len(text), quote=text, by="ana")
    event = Event(id="id-1", rev=1, by="ana", ts="", batch="id-1", record=quote, undoes="x")
    window.save(ARTICLE, [event])
    window.remember()
    assert list(names_faults(Project(str(names.parents[2])))) == []
    assert known(library()) == known(window) != {}


def test_links_instead_of_the_folder_of_logs_know_nothing(window, root: Path, tmp_path: Path):
    (root / "annotations").symlink_to(tmp_path)
    assert known(window) == {}
    window.remember()


ACTS = st.tuples(
    st.sampled_from(["a", "b"]),
    st.sampled_from(["ana", "bob"]),
    st.integers(1, 3),
    st.sampled_from(["Ada Lovelace", "Charles Babbage", "Nobody", ""]),
    st.booleans(),
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(st.lists(ACTS, max_size=3), min_size=1, max_size=5))
def test_what_is_kept_up_to_date_is_what_is_worked_out_anew(put, tmp_path_factory, steps):
    root = tmp_path_factory.mktemp("project")
    project = Project(str(root))
    kept = Names(project, "ana")
    kept.memory(NEW)
    for rev, acts in enumerate(steps, 1):
        for article, annotator, number, words, remembers in acts:
            path = Path(log_path(str(root), annotator, f"{article}.txt"))
            path.parent.mkdir(parents=True, exist_ok=True)
            event = put(number, words or "Nobody", rev=rev)
            with path.open("ab") as log:
                log.write(encode_event(event if words else replace(event, record=None)))
            if annotator == "ana":
                kept.changed(f"{article}.txt")
            if remembers:
                kept.remember()
        assert counts(kept) == counts(Names(project, "ana")) == counts(Names(project, "bob"))


def counts(names: Names) -> Mapping[str, Sequence[tuple[str, int, int]]]:
    """Return the counts alone: of two ways to write a name that are as frequent, either will do."""
    known_names = names.memory(NEW).names
    return {
        folded: sorted((known.label, known.tagged, known.refused) for known in told)
        for folded, told in known_names.items()
    }
