"""The whole application, driven by keys."""

import gc
import re
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from time import monotonic
from warnings import catch_warnings, simplefilter

import pytest
from drawing import KEYMAP, SCHEMA
from textual import events
from textual.widgets import Input
from textual.worker import WorkerFailed

from annotator.errors import Fault, StorageError
from annotator.marking.annotation import Annotation
from annotator.marking.learning import learned
from annotator.marking.suggestion import Suggestion
from annotator.session.library import Proposals
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import Project
from annotator.ui import departure, opening
from annotator.ui.app import AnnotateApp, cause_of
from annotator.ui.desk import Desk
from annotator.ui.help import Help
from annotator.ui.reader import Reader
from annotator.ui.theme import DARK

MARKUP = "[/] [@click=app.quit]x[/]"
MOST = 5.0


@pytest.fixture(autouse=True)
def collector():
    """Set the collector of garbage back to what it was; the application tunes it."""
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


class Library(FolderLibrary):
    """A folder that can be full, or slow to open."""

    full = False
    opening: Event | None = None

    def log(self, name):
        """Return what the log of an article holds."""
        folder = Path(self.project.root, "annotations", "ana", "seeds")
        return (folder / f"{name}.txt.jsonl").read_text()

    def write(self, name, text):
        """Give an article another text."""
        Path(self.project.root, "seeds", f"{name}.txt").write_text(text)

    def save(self, article_id, events_):
        if self.full:
            raise StorageError("disk full; free some space")
        return super().save(article_id, events_)

    def open(self, article_id):
        if self.opening is not None:
            assert self.opening.wait(MOST)
        return super().open(article_id)


@pytest.fixture
def library(tmp_path, monkeypatch):
    """Return a library of three articles."""
    monkeypatch.setenv("ANNOTATE_STATE_DIR", str(tmp_path / "state"))
    (tmp_path / "project" / "seeds").mkdir(parents=True)
    for name, text in (
        ("tamsel", "Tamsel was quiet on Sunday.\n"),
        ("homs", "Homs was not.\n"),
        ("kamenik", "Kamenik fell, the army said.\n\nThe Observatory denied it.\n"),
    ):
        (tmp_path / "project" / "seeds" / f"{name}.txt").write_text(text)
    return Library(Project(str(tmp_path / "project")), "ana", "drawn")


class Person:
    """Somebody who presses keys and looks at the screen."""

    def __init__(self, app, pilot, library):
        self.app, self.pilot, self.library = app, pilot, library
        self.reader = app.reader

    async def press(self, *keys):
        """Press keys, or the keys of commands."""
        await self.pilot.press(*(KEYMAP.key(key) or key for key in keys))

    async def type(self, text):
        """Type text into a line."""
        await self.pilot.press(*("space" if letter == " " else letter for letter in text))

    def paste(self, text):
        """Paste text."""
        self.app.post_message(events.Paste(text))

    def screen(self):
        """Return what the topmost screen shows."""
        rows = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in row) for row in rows)

    async def sees(self, words):
        """Wait until the words show."""
        await self.until(lambda: words in self.screen(), words)

    async def until(self, condition, what="it"):
        end = monotonic() + MOST
        while not condition():
            assert monotonic() < end, f"“{what}” does not come:\n{self.screen()}"
            await self.pilot.pause(0.005)


@asynccontextmanager
async def person_at(library, first="seeds/kamenik.txt", *, waiting=True):
    """Open an article in a window of 100 by 24."""
    reader = Reader(Desk(library, SCHEMA, KEYMAP), first, None, DARK)
    app = AnnotateApp(reader, at_once=False)
    async with app.run_test(size=(100, 24)) as pilot:
        person = Person(app, pilot, library)
        if waiting:
            await person.sees(" of 3 ")
        yield person


async def test_a_key_tags_and_the_change_is_saved(library):
    async with person_at(library) as person:
        await person.sees("0 saved")
        await person.press("a")
        await person.sees("actor “Kamenik”")
        await person.sees("1 saved")
        await person.press("article.next", "article.next", "article.previous", "article.previous")
        await person.sees("seeds/homs.txt")
        await person.press("quit")
    assert '"quote":"Kamenik"' in library.log("kamenik")
    assert person.app.return_code == 0


async def test_articles_are_listed_filtered_and_opened(library):
    async with person_at(library) as person:
        await person.press("a", "article.list")
        await person.sees("seeds/tamsel.txt")
        await person.sees("1 annotation ")
        await person.type("hom")
        await person.until(lambda: "tamsel" not in person.screen())
        await person.press("enter")
        await person.sees("Homs was not.")
        await person.press("article.list", "escape", "c")
        await person.sees("claim “Homs was not”")
        await person.press("article.list")
        await person.type("nowhere")
        await person.sees("no article is called “nowhere”")


async def test_a_filter_that_was_overtaken_leaves_nothing_to_warn_about(library):
    """Python's warning of a coroutine that never ran can come amid an import, which then fails."""
    async with person_at(library) as person:
        await person.press("article.list")
        await person.sees("seeds/tamsel.txt")
        with catch_warnings(record=True) as warned:
            simplefilter("always")
            for typed in ("h", "ho"):
                articles = person.app.screen
                articles.on_input_changed(Input.Changed(articles.query_one(Input), typed))
            await person.until(lambda: "tamsel" not in person.screen())
            gc.collect()
        assert [str(warning.message) for warning in warned] == []


async def test_search_and_notes_are_typed_into_a_line(library):
    async with person_at(library) as person:
        await person.press("find.search")
        await person.type("observ")
        await person.press("enter")
        await person.until(lambda: person.reader.sitting.session.paragraph == 1)
        await person.press("a", "annotation.note")
        person.paste(MARKUP)
        await person.sees(MARKUP)
        await person.press("enter")
        await person.sees(f"note: {MARKUP}")
        await person.press("annotation.note", "escape", "l")
        await person.sees("location “Observ” · with actor")
        notes = [a.note for a in person.reader.sitting.session.state.annotations]
        assert notes == [MARKUP, ""]


async def test_palette_theme_and_help(library):
    async with person_at(library) as person:
        await person.press("palette")
        await person.until(lambda: person.app.screen is not person.reader)
        person.paste("article done")
        await person.sees("Mark the article as done")
        await person.press("enter")
        await person.sees("Tamsel was quiet")  # the next that is not done
        await person.sees("seeds/kamenik.txt is done")
        assert library.progress("seeds/kamenik.txt").done
        for name in ("light", "plain", "dark"):
            await person.press("view.theme")
            await person.until(lambda name=name: person.reader.inks.name == name)
            assert person.reader._canvas.inks.name == name
        await person.press("help")
        await person.until(lambda: isinstance(person.app.screen, Help))
        await person.sees("Labels: drawn")
        await person.press("escape", "a")
        await person.sees("actor “")
        assert person.app.screen is person.reader


async def test_what_cannot_be_saved_is_shown_and_rescued(library, tmp_path, monkeypatch):
    monkeypatch.setattr(departure, "FLUSH", 0.2)
    async with person_at(library) as person:
        library.full = True
        await person.press("a")
        await person.sees("NOT SAVED (1): disk full; free some space")
        await person.press("quit")
        await person.sees(f"{KEYMAP.key('quit')} again leaves, keeping them elsewhere")
        await person.press("move.next_word", "quit")
        await person.sees("again leaves")
        assert person.app.farewell == ""
        await person.press("quit")
    (rescued,) = (tmp_path / "state" / "rescue").iterdir()
    assert '"quote":"Kamenik"' in rescued.read_text()
    assert person.app.farewell == f"unsaved changes were kept in {rescued}"
    assert person.app.return_code == 1


async def test_an_article_stays_open_until_it_is_saved(library, monkeypatch):
    monkeypatch.setattr(opening, "FLUSH", 0.05)
    async with person_at(library) as person:
        library.full = True
        await person.press("a", "article.previous")
        await person.until(lambda: not person.reader.busy)
        assert person.reader.sitting.session.article.id == "seeds/kamenik.txt"
        library.full = False
        await person.press("l")
        await person.sees("2 saved")
        await person.press("article.previous")
        await person.sees("Homs was not.")


async def test_keys_typed_while_an_article_opens_are_not_lost(library):
    library.opening = Event()
    async with person_at(library, waiting=False) as person:
        await person.press("a", "move.next_word", "l")
        assert person.reader.sitting is None
        library.opening.set()
        await person.sees("2 saved")
        library.opening.clear()
        await person.press("article.previous", "c")
        library.opening.set()
        await person.sees("claim “Homs was not”")
        tagged = person.reader.sitting.session.state.annotations
        assert [annotation.label for annotation in tagged] == ["claim"]


async def test_a_paste_is_text_in_a_line_and_nothing_elsewhere(library):
    async with person_at(library) as person:
        person.paste("aQ\x1b[2J")
        await person.sees("pasted text is not taken as keys")
        assert not person.reader.sitting.session.state.annotations.ordered
        await person.press("find.search")
        person.paste("army")
        await person.until(lambda: person.reader.query_one(Input).value == "army")
        await person.press("enter")
        await person.until(lambda: person.reader.sitting.session.hits)
        assert person.reader.sitting.session.query == "army"


async def test_hits_are_looked_at_in_a_list_and_tagged_at_once(library):
    text = f"Homs fell. {MARKUP} Homs rose.\n\nHoms, homs and Homs again.\n"
    library.write("homs", text)
    async with person_at(library, "seeds/homs.txt") as person:
        await person.press("find.search")
        await person.type("homs")
        await person.press("enter", "find.list")
        await person.sees("5 of 5 hits of “homs” are ticked")
        await person.sees("Esc back  ")
        await person.sees(" labels")  # Their names would not fit.
        await person.sees(f"fell. {MARKUP} Homs rose.")
        await person.press("down", "space", "space")
        await person.sees("3 of 5 hits")
        await person.press("l")
        await person.sees("3 hits tagged as location")
        tagged = [a.start for a in person.reader.sitting.session.state.annotations]
        assert tagged == [m for i, m in enumerate(starts("homs", text)) if i not in (1, 2)]
        await person.press("undo")
        await person.sees("took back: 3 changes")
        assert not person.reader.sitting.session.state.annotations.ordered


async def test_the_list_of_hits_is_left_without_tagging(library):
    async with person_at(library) as person:
        await person.press("find.search")
        await person.type("the")
        await person.press("enter", "find.list")
        await person.sees("2 of 2 hits")
        await person.pilot.press("*", "l")
        await person.sees("0 of 2 hits")
        await person.press("escape", "find.next")
        await person.sees("2 of 2 “the”")
        assert not person.reader.sitting.session.state.annotations.ordered


def starts(words, text):
    """Return where words stand, in capitals or not."""
    return [m.start() for m in re.finditer(words, text, re.IGNORECASE)]


class Proposing(Library):
    """A library that knows a name, and in which a file suggests something, and is wrong once."""

    def memory(self, article_id):
        return learned([[made("Тамсель", "location")] * 2])

    def proposals(self, article, schema):
        suggestion = Suggestion(start=12, end=16, label="claim", source="spacy")
        yield Proposals((suggestion,), (Fault("spacy.jsonl", 3, 0, "not JSON"),), 7, is_file=True)


def made(quote, label):
    return Annotation(id=label, label=label, start=0, end=len(quote), quote=quote)


async def test_suggestions_come_from_memory_and_files_and_faults_are_said(library):
    proposing = Proposing(library.project, "ana", "drawn")
    proposing.write("tamsel", "Тамсель был тихо.\n")
    async with person_at(proposing, "seeds/tamsel.txt") as person:
        await person.sees("location? claim?")
        await person.sees("spacy.jsonl:3: not JSON (and 7 more; annotate check --suggestions names")
        await person.press("suggestion.next")
        await person.sees("location? “Тамсель” from memory")
        await person.press("suggestion.accept")
        await person.sees("claim? “тихо” from spacy")
        await person.press("suggestion.accept")
        await person.sees("2 saved")
        origins = [a.origin for a in person.reader.sitting.session.state.annotations]
        assert origins == ["suggestion:memory", "suggestion:spacy"]


async def test_whoever_codes_blindly_sees_no_suggestion(library):
    proposing = Proposing(library.project, "ana", "drawn")
    reader = Reader(Desk(proposing, SCHEMA, KEYMAP, suggests=False), "seeds/tamsel.txt", None, DARK)
    async with AnnotateApp(reader, at_once=False).run_test(size=(100, 24)) as pilot:
        await pilot.pause(0.5)
        assert not reader.sitting.session.suggestions.ordered


def test_a_fault_in_a_worker_is_reported_as_what_it_is():
    fault = ZeroDivisionError("of all things")
    assert cause_of(WorkerFailed(fault)) is fault
    assert cause_of(fault) is fault


async def test_a_failing_look_for_suggestions_is_said_and_stops_nothing(library):
    class Failing(Library):
        def proposals(self, article, schema):
            raise RuntimeError("[/]")

    failing = Failing(library.project, "ana", "drawn")
    async with person_at(failing) as person:
        await person.sees("no suggestions: [/]")
        await person.press("a")
        await person.sees("1 saved")
