"""pandas, pyarrow, duckdb and datasets read the tables."""

import json

import pytest
from samples import source

from annotator.exchange.formats import FORMATS
from annotator.exchange.holding import prepared
from annotator.exchange.ledger import Ledger

pytestmark = pytest.mark.filterwarnings("ignore")


def expected(made):
    return sorted((a.start, a.end, a.label, a.quote) for a in made)


def tuples(frame, quote="quote"):
    return sorted(
        zip(
            map(int, frame["start"]), map(int, frame["end"]), frame["label"], frame[quote],
            strict=True,
        )
    )  # fmt: skip # lined up to be compared


@pytest.mark.parametrize("name, separator", [("csv", ","), ("tsv", "\t")])
def test_pandas(name, separator, text, made, raw, tmp_path):
    pandas = pytest.importorskip("pandas", reason="pip install pandas")
    path = tmp_path / "out"
    path.write_bytes(raw(name))
    given = {"dtype": str, "keep_default_na": False, "sep": separator}
    assert tuples(pandas.read_csv(path, **given)) == expected(made)
    path.write_bytes(raw("jsonl"))
    rows = pandas.read_json(path, lines=True, dtype=False, convert_dates=False)
    assert tuples(rows) == expected(made)


def test_duckdb(text, made, raw, tmp_path):
    duckdb = pytest.importorskip("duckdb", reason="pip install duckdb")
    path = tmp_path / "out.csv"
    path.write_bytes(raw("csv"))
    query = f"select start, \"end\", label, quote from read_csv('{path}', all_varchar=true)"  # noqa: S608 - our own path
    rows = duckdb.sql(query).fetchall()
    assert sorted((int(s), int(e), label, quote) for s, e, label, quote in rows) == expected(made)
    path = tmp_path / "out.jsonl"
    path.write_bytes(raw("jsonl"))
    query = f"select start, \"end\", label, quote from read_json('{path}')"  # noqa: S608 - our own path
    assert sorted(duckdb.sql(query).fetchall()) == expected(made)


def test_parquet(text, made, article_of_text, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pip install 'annotate-news[parquet]'")
    from annotator.cli.parquet_file import export, read

    path = tmp_path / "out.parquet"
    path.write_bytes(b"".join(export([article_of_text] * 3, Ledger())))
    frame = parquet.read_table(path).to_pydict()
    assert tuples(frame) == sorted(expected(made) * 3)
    (record,) = read(source("out.parquet", path.read_bytes()))
    again = sorted((a.start, a.end, a.label, a.quote) for a in record.annotations)
    assert again == sorted(expected(made) * 3)


def test_datasets(rich, tmp_path):
    datasets = pytest.importorskip("datasets", reason="pip install datasets")
    whole, _ = rich
    ledger = Ledger()
    articles = prepared([whole], FORMATS["huggingface"].holds, ledger)
    for name, raw in FORMATS["huggingface"].folder_exporter()(articles, ledger):
        path = tmp_path / "set" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    loaded = datasets.load_dataset(str(tmp_path / "set"), cache_dir=str(tmp_path / "cache"))
    (row,) = loaded["train"]
    assert row["text"] == whole.article.text
    for span in row["spans"]:
        assert row["text"][span["start"] : span["end"]] == span["text"]
    assert len(row["spans"]) == 6
    assert [json.loads(link["attributes"]) for link in row["relations"]] == [{"sure": 1}] * 2


def test_networkx(rich):
    networkx = pytest.importorskip("networkx", reason="pip install networkx")
    whole, _ = rich
    graph = networkx.parse_graphml(written_text(whole))
    assert len(graph.nodes) == 6
    assert {graph.edges[edge]["label"] for edge in graph.edges} == {"attributed_to"}
    assert {graph.nodes[node]["quote"] for node in graph.nodes} == {
        a.quote for a in whole.annotations()
    }


def written_text(whole):
    ledger = Ledger()
    articles = prepared([whole], FORMATS["graphml"].holds, ledger)
    return b"".join(FORMATS["graphml"].exporter()(articles, ledger)).decode()
