"""doccano's own import code takes what is made for it; its database is left out."""

import sys
import types
import uuid
from importlib.util import find_spec
from pathlib import Path

import pytest

if find_spec("backend") is None:
    pytest.skip("pip install --no-deps doccano", allow_module_level=True)
pytest.importorskip("pydantic", reason="pip install pydantic")
pytest.importorskip("pyexcel", reason="pip install pyexcel")
pytestmark = pytest.mark.filterwarnings("ignore")
MODELS = ("examples", "label_types", "labels", "projects")


class Stand(types.ModuleType):
    """Stands for a module of Django models: has every class, each of them empty."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@pytest.fixture
def pipeline(monkeypatch):
    """Return doccano's parsers and labels."""
    monkeypatch.syspath_prepend(str(Path(find_spec("backend").submodule_search_locations[0])))
    for name in MODELS:
        monkeypatch.setitem(sys.modules, name, Stand(name))
        monkeypatch.setitem(sys.modules, f"{name}.models", Stand(f"{name}.models"))
    from data_import.pipeline import label, labels, parsers

    return parsers, label, labels


def rows(pipeline, tmp_path, raw):
    path = tmp_path / "in.jsonl"
    path.write_bytes(raw)
    parser = pipeline[0].JSONLParser(encoding="utf-8")
    read = list(parser.parse(str(path)))
    assert parser.errors == []
    return read


def test_spans(pipeline, text, made, raw, tmp_path):
    (row,) = rows(pipeline, tmp_path, raw("doccano"))
    assert row["text"] == text
    spans = [pipeline[1].SpanLabel.parse(uuid.uuid4(), told) for told in row["label"]]
    assert sorted((s.start_offset, s.end_offset, s.label) for s in spans) == sorted(
        (a.start, a.end, a.label) for a in made
    )


def test_what_it_drops_where_overlapping_is_not_allowed_is_what_was_said(pipeline, rich, tmp_path):
    _, written = rich
    told, ledger = written("doccano")
    (row,) = rows(pipeline, tmp_path, told.whole())
    document = uuid.uuid4()
    spans = [pipeline[1].SpanLabel.parse(document, span) for span in row["label"]]
    kept = pipeline[2].Spans(spans, None)
    kept.clean(types.SimpleNamespace(allow_overlapping=False))
    (loss,) = [loss for loss in ledger.losses if "overlapping" in loss.fate]
    assert loss.count == len(spans) - len(kept) > 0


def test_entities_and_relations(pipeline, rich, tmp_path):
    _, written = rich
    (row,) = rows(pipeline, tmp_path, written("doccano-relations")[0].whole())
    document = uuid.uuid4()
    entities = [pipeline[1].SpanLabel.parse(document, told) for told in row["entities"]]
    relations = [pipeline[1].RelationLabel.parse(document, told) for told in row["relations"]]
    ids = {entity.id for entity in entities}
    assert len(ids) == 6
    assert all({relation.from_id, relation.to_id} <= ids for relation in relations)
    assert [relation.type for relation in relations] == ["attributed_to"] * 2
