"""`annotate import`: what comes in, where it goes, and what is said about the rest."""

import gzip
import json

import pytest
from desk import KAMENIK, TAMSEL

from annotator.cli import opening
from annotator.session.state import fold
from annotator.storage.article_file import load_article
from annotator.storage.event_log import read_log
from annotator.ui import app


def rows(desk, *words):
    result = desk.run("export", *words)
    return [json.loads(line) for line in result.stdout.split("\n")[:-1]]


def told(desk, *words):
    return sorted((r["by"], r["label"], r["quote"]) for r in rows(desk, *words))


def doccano(*spans, text=KAMENIK, **other):
    return json.dumps({"text": text, "label": [list(span) for span in spans], **other}) + "\n"


def given(desk, name, *lines):
    (desk.root / name).write_text("".join(lines), "utf-8")
    return name


ARTICLE = "seeds/kamenik.txt"
CLAIM, SOURCE = (0, 12, "claim"), (18, 22, "source")


def offered(desk, monkeypatch, file):
    """Return what the screen of `annotate seeds --suggestions FILE` is given, by article."""
    screens = []
    monkeypatch.setattr(opening, "check_terminal", lambda: None)
    monkeypatch.setattr(app, "run", lambda *given: screens.append(given) or 0)
    desk.run("seeds", "--suggestions", file)
    library, schema = screens[0][:2]
    found = {}
    for article_id in library.article_ids():
        article = load_article(library.project, article_id)
        for proposals in library.proposals(article, schema):
            assert list(proposals.faults) == []
            made = [(article.text[s.start : s.end], s.label) for s in proposals.suggestions]
            found[article_id] = made
    library.stop_proposing()
    return found


class TestOurOwn:
    @pytest.mark.parametrize("name", ["jsonl", "documents", "csv", "tsv", "spreadsheet"])
    def test_out_in_and_out_again_gives_the_same_bytes(self, desk, name):
        first = desk.run("export", "--format", name).stdout_bytes
        (desk.root / "out").write_bytes(first)
        for log in desk.root.rglob("annotations/*/seeds/*.jsonl"):
            log.unlink()
        desk.run("import", "--format", name, "out")
        assert desk.run("export", "--format", name).stdout_bytes == first

    def test_documents_bring_articles_and_marks_along(self, desk, tmp_path, monkeypatch):
        first = desk.run("export", "--format", "documents", "--all").stdout_bytes
        (tmp_path / "new").mkdir()
        monkeypatch.chdir(tmp_path / "new")
        (tmp_path / "new/out.jsonl").write_bytes(first)
        result = desk.run("import", "out.jsonl", "--create")
        assert result.stderr == (
            "out.jsonl: read as documents (one article a line, with its text)\n"
            "2 articles: 3 annotations and 1 relation added by ana, ben; 0 there already\n"
            "2 articles made\n"
            "3 marks of reviewed paragraphs and done articles added\n"
        )
        assert desk.run("export", "--format", "documents", "--all").stdout_bytes == first

    def test_one_that_a_script_has_changed_is_changed_here(self, desk):
        first = desk.run("export").stdout
        given(desk, "out.jsonl", first.replace('"label":"source"', '"label":"actor"'))
        result = desk.run("import", "out.jsonl")
        assert "1 changed here to what the file says" in result.stderr
        assert ("ana", "actor", "the army") in told(desk)
        given(desk, "old.jsonl", first.replace("2026-11-22T", "2026-01-22T"))
        assert "left as they are: what is here is newer" in desk.run("import", "old.jsonl").stderr
        assert ("ana", "actor", "the army") in told(desk)

    def test_webanno_makes_articles_with_the_same_offsets(self, empty_desk, tmp_path, monkeypatch):
        text = "  😀 Kamenik fell.\r\n\r\nThe army [said] so\\_: Tamsel\nis *quiet*. Rain."
        text += "\n\n\n\n\nThe\tend.\n"
        empty_desk.article("seeds/a.txt", text)
        words = ("Kamenik", "army [said]", "Tamsel\nis", "The\tend")
        made = [empty_desk.annotation(each, "actor", text) for each in words]
        empty_desk.log("ana", "seeds/a.txt", *made)
        empty_desk.run("export", "seeds/a.txt", "--format", "webanno", "-o", str(tmp_path / "out"))
        before = [(row["start"], row["end"]) for row in rows(empty_desk)]
        (tmp_path / "new").mkdir()
        monkeypatch.chdir(tmp_path / "new")
        empty_desk.run("import", str(tmp_path / "out"), "--create")
        after = rows(empty_desk)
        assert [(row["start"], row["end"]) for row in after] == before
        assert [row["quote"] for row in after] == list(words)
        (article,) = (tmp_path / "new/imported").iterdir()
        assert "Rain.\n\n\n\n\nThe\tend." in article.read_bytes().decode()
        again = empty_desk.run("import", str(tmp_path / "out"), "--create")
        assert "4 there already" in again.stderr

    def test_as_somebody_else_it_is_a_copy(self, desk):
        given(desk, "out.jsonl", desk.run("export").stdout)
        desk.run("import", "out.jsonl", "--as", "cem")
        assert told(desk, "--annotator", "cem") == [
            ("cem", "claim", "Kamenik fell"),
            ("cem", "location", "Tamsel"),
            ("cem", "source", "the army"),
        ]
        ids = [row["id"] for row in rows(desk)]
        assert len(set(ids)) == len(ids)
        assert rows(desk, "--annotator", "cem")[0]["relations"]


class TestTwice:
    def test_the_same_file_again_changes_nothing(self, desk):
        given(desk, "in.jsonl", doccano(CLAIM, SOURCE, SOURCE, (23, 27, "claim")))
        first = desk.run("import", "in.jsonl", "--as", "cem").stderr
        assert "4 annotations and 0 relations added by cem; 0 there already" in first
        assert "1 of them stand twice" in first
        before = (desk.root / "annotations/cem/seeds/kamenik.txt.jsonl").read_bytes()
        again = desk.run("import", "in.jsonl", "--as", "cem").stderr
        assert "0 annotations and 0 relations added; 4 there already" in again
        assert (desk.root / "annotations/cem/seeds/kamenik.txt.jsonl").read_bytes() == before

    def test_what_was_made_by_hand_is_there_already(self, desk):
        given(desk, "in.jsonl", doccano(CLAIM, (14, 22, "source")))
        assert "2 there already" in desk.run("import", "in.jsonl").stderr

    def test_what_was_deleted_since_stays_deleted(self, desk):
        given(desk, "in.jsonl", doccano((34, 45, "location")))
        desk.run("import", "in.jsonl", "--as", "cem")
        (row,) = rows(desk, "--annotator", "cem")
        log = "annotations/cem/seeds/kamenik.txt.jsonl"
        desk.add(log, f'{{"op":"del","id":"{row["id"]}","rev":2,"by":"cem"}}\n'.encode())
        assert "left deleted" in desk.run("import", "in.jsonl", "--as", "cem").stderr
        assert rows(desk, "--annotator", "cem") == []

    def test_an_import_is_one_step_of_undo(self, desk):
        given(desk, "in.jsonl", doccano(CLAIM, SOURCE), doccano((34, 45, "location")))
        desk.run("import", "in.jsonl", "--as", "cem")
        path = str(desk.root / "annotations/cem/seeds/kamenik.txt.jsonl")
        events = read_log(path).events
        (act,) = fold(events).history.done
        assert len(act.changes) == 3
        assert {event.record.origin for event in events} == {"import:doccano"}

    def test_rows_of_a_table_in_any_order(self, desk):
        lines = desk.run("export", "--format", "csv").stdout
        desk.run("import", given(desk, "in.csv", lines), "--as", "cem")
        lines = "article,start,end,label\n" + "".join(
            f"seeds/{article}.txt,{start},{end},actor\n"
            for start, end in ((0, 3), (1, 4), (0, 3))
            for article in ("kamenik", "tamsel")
        )
        desk.run("import", given(desk, "rows.csv", lines), "--as", "dan")
        assert len(told(desk, "--annotator", "dan")) == 6
        again = desk.run("import", "rows.csv", "--as", "dan").stderr
        assert "0 annotations and 0 relations added; 6 there already" in again

    def test_a_long_file_is_read_again_and_comes_to_the_same(self, desk, monkeypatch):
        monkeypatch.setattr("annotator.cli.import_files.KEPT", 1)
        given(desk, "in.jsonl", doccano(CLAIM, SOURCE), doccano((34, 45, "location")))
        desk.run("import", "in.jsonl", "--as", "cem")
        assert "3 there already" in desk.run("import", "in.jsonl", "--as", "cem").stderr

    @pytest.mark.parametrize("kept", [50_000, 1])
    def test_rows_of_several_articles_in_any_order_keep_their_links(self, desk, monkeypatch, kept):
        """However large the file is: with little kept in memory the rest is sorted on the disk."""
        monkeypatch.setattr("annotator.cli.import_files.KEPT", kept)

        def row(article, number, start, to=()):
            links = [{"relation": "attributed_to", "from": number, "to": end} for end in to]
            return {
                "article": f"seeds/{article}.txt",
                "id": number,
                "label": "claim",
                "start": start,
                "end": start + 3,
                "relations": links,
            }

        lines = [
            row("kamenik", "k1", 0, ["k3"]),
            row("tamsel", "t1", 0, ["t2"]),
            row("kamenik", "k2", 8, ["k1"]),
            row("tamsel", "t2", 3),
            row("kamenik", "k3", 14),
        ]
        given(desk, "in.jsonl", *(json.dumps(line) + "\n" for line in lines))
        said = desk.run("import", "in.jsonl", "--as", "cem").stderr
        assert "2 articles: 5 annotations and 3 relations added" in said
        again = desk.run("import", "in.jsonl", "--as", "cem").stderr
        assert "0 annotations and 0 relations added; 8 there already" in again


class TestLabels:
    def test_unknown_ones_stop_the_import_and_a_map_is_printed(self, desk):
        given(desk, "in.jsonl", doccano((0, 12, "Claims"), (18, 22, "PER"), (23, 27, "PER")))
        result = desk.run("import", "in.jsonl", "--as", "cem", code=1)
        assert result.stdout == (
            "# Write behind each name what it is called here; nothing leaves it out.\n"
            "# labels of the schema: claim, source, actor, location\n"
            "labels:\n  Claims: claim  # 1 of them\n  PER:   # 2 of them\n"
        )
        assert "label 'PER' is not in schema 'news' (2 annotations)\n" in result.stderr
        assert not (desk.root / "annotations/cem").exists()
        given(desk, "map.yaml", result.stdout)
        desk.run("import", "in.jsonl", "--as", "cem", "--map", "map.yaml")
        assert told(desk, "--annotator", "cem") == [("cem", "claim", "Kamenik fell")]

    def test_a_map_with_faults(self, desk):
        given(desk, "map.yaml", "labels:\n  a: [b]\nlables: {}\n")
        result = desk.run("import", given(desk, "in.jsonl"), "--map", "map.yaml", code=1)
        assert result.stderr.startswith("map.yaml:2:3: expected a name of the schema")
        assert "map.yaml:3:1: expected `labels:`" in result.stderr


class TestPlaces:
    def test_another_text_is_found_by_words_and_context(self, desk):
        longer = "In truth, " + KAMENIK
        spans = [(start + 10, end + 10, label) for start, end, label in (CLAIM, SOURCE)]
        given(desk, "in.jsonl", doccano(*spans, text=longer, article="seeds/kamenik.txt"))
        result = desk.run("import", "in.jsonl", "--as", "cem")
        assert "2 found in another place: the article's text is not the file's" in result.stderr
        assert told(desk, "--annotator", "cem") == [
            ("cem", "claim", "Kamenik fell"),
            ("cem", "source", "army"),
        ]

    def test_words_that_are_gone_or_not_clear_are_refused(self, desk):
        other = "An army came. The army went. Nobody saw the navy.\n"
        spans = [(3, 7, "actor"), (44, 48, "actor")]
        given(desk, "in.jsonl", doccano(*spans, text=other, article="seeds/kamenik.txt"))
        result = desk.run("import", "in.jsonl", "--as", "cem", code=1)
        assert "in.jsonl:1: “army” is not found by its words and context" in result.stderr
        assert "in.jsonl:1: “navy” is not found" in result.stderr
        assert result.stderr.endswith("2 faults: not imported\n")
        assert not (desk.root / "annotations/cem").exists()

    def test_words_that_have_changed_are_told_where_they_may_be(self, desk):
        other = KAMENIK.replace("denied", "denies")
        given(desk, "in.jsonl", doccano(CLAIM, (30, 56, "claim"), text=other, article=ARTICLE))
        result = desk.run("import", "in.jsonl", "--as", "cem", code=1)
        assert (
            "in.jsonl:1: “The Observatory denies it.” is not found by its words and context: the "
            "text differs; it may be “The Observatory denied it.” at 30-56, which "
            "`annotate import --suggestions FILE` keeps for review\n"
        ) in result.stderr
        assert told(desk, "--annotator", "cem") == [("cem", "claim", "Kamenik fell")]
        strictly = desk.run("import", "in.jsonl", "--as", "dan", "--strict", code=1)
        assert "Nothing was imported: 1 fault" in strictly.stderr

    def test_offsets_in_utf_16_units_are_seen_by_the_words(self, desk):
        desk.article("seeds/emoji.txt", "😀 Kamenik fell.\n")
        row = {"article": "seeds/emoji.txt", "label": "actor", "quote": "Kamenik"}
        given(desk, "in.jsonl", json.dumps(row | {"start": 3, "end": 10}) + "\n")
        result = desk.run("import", "in.jsonl", "--as", "cem")
        assert "1 had offsets in UTF-16 units; their words agree" in result.stderr
        assert told(desk, "--annotator", "cem") == [("cem", "actor", "Kamenik")]

    def test_a_text_that_is_not_here(self, desk):
        given(desk, "in.jsonl", doccano((0, 5, "claim"), text="Rain fell.\n"))
        result = desk.run("import", "in.jsonl", code=1)
        assert "in.jsonl:1: no article here has its text; --create makes one\n" in result.stderr
        result = desk.run("import", "in.jsonl", "--create")
        assert "1 article made" in result.stderr
        (made,) = (desk.root / "imported").iterdir()
        assert made.read_bytes() == b"Rain fell.\n"
        assert "1 there already" in desk.run("import", "in.jsonl", "--create").stderr

    @pytest.mark.parametrize(
        "article", ["../out.txt", "/etc/x.txt", "annotations/x.txt", "a\0b.txt", "x.sh", "C:/x.md"]
    )
    def test_no_new_article_leaves_the_project(self, desk, article):
        given(desk, "in.jsonl", doccano((0, 4, "claim"), text="Rain.\n", article=article))
        desk.run("import", "in.jsonl", "--create")
        files = [path for path in desk.root.parent.rglob("*") if path.is_file()]
        (made,) = [path for path in files if path.read_bytes() == b"Rain.\n"]
        assert made.suffix in (".txt", ".md")
        assert made.is_relative_to(desk.root)
        assert "annotations" not in made.parts


class TestBadInput:
    @pytest.mark.parametrize(
        "line, what",
        [
            ('{"text": "Kame', "the JSON ends too early: the file, or this line, is cut off"),
            ("[1, 2", "expected object, got array"),
            ("nonsense", "not JSON from byte"),
            ('{"text": "", "label": []}', "no `text`"),
            ('{"label": []}', "no `text`"),
            (doccano((0, 99, "claim")), "0-99 lies beyond the text, which has 57 characters"),
            (doccano((-1, 3, "claim")), "-1-3 lies beyond the text"),
            (doccano((5, 5, "claim")), "5-5 holds nothing"),
            (
                '{"text": "a\\ud800b", "label": []}',
                "half a character (a lone surrogate) at byte 11",
            ),
            ('{"text": 7}', "`text`: expected str, got int"),
            ('{"x": ' + "[" * 5000, "too deeply"),
        ],
    )
    def test_a_line_costs_only_itself(self, desk, line, what):
        given(desk, "in.jsonl", doccano(CLAIM), line.strip() + "\n", doccano(SOURCE))
        result = desk.run("import", "--format", "doccano", "in.jsonl", "--as", "cem", code=1)
        (fault,) = [said for said in result.stderr.splitlines() if said.startswith("in.jsonl:")]
        assert fault.startswith("in.jsonl:2: "), fault
        assert what in fault
        assert len(told(desk, "--annotator", "cem")) == 2

    def test_strictly_it_costs_everything(self, desk):
        given(desk, "in.jsonl", doccano(CLAIM), doccano((0, 99, "claim")))
        result = desk.run("import", "--strict", "in.jsonl", "--as", "cem", code=1)
        assert result.stderr.endswith("Nothing was imported: 1 fault, and --strict was asked.\n")
        assert not (desk.root / "annotations/cem").exists()

    def test_a_quote_that_says_otherwise(self, desk):
        row = {"article": "seeds/kamenik.txt", "label": "actor", "start": 0, "end": 7}
        given(desk, "in.jsonl", json.dumps(row | {"quote": "Tamsel!"}) + "\n")
        result = desk.run("import", "in.jsonl", "--as", "cem", code=1)
        assert "in.jsonl:1: “Tamsel!” is not found by its words and context" in result.stderr

    def test_ids_that_stand_twice_and_links_that_lead_nowhere(self, desk):
        one = {"article": "seeds/kamenik.txt", "label": "claim", "start": 0, "end": 12, "id": "a"}
        link = {"relation": "attributed_to", "from": "a", "to": "zz", "id": "r"}
        loop = {"relation": "attributed_to", "from": "a", "to": "a", "id": "s"}
        lines = [one | {"relations": [link, loop]}, one | {"start": 14, "end": 22}]
        given(desk, "in.jsonl", *(json.dumps(line) + "\n" for line in lines))
        faults = desk.run("import", "in.jsonl", code=1).stderr
        assert "in.jsonl:2: a second annotation is called 'a'" in faults
        assert "in.jsonl:1: relation 'attributed_to' leads to 'zz', which is not there" in faults
        assert "in.jsonl:1: relation 'attributed_to' leads to where it begins" in faults

    @pytest.mark.parametrize(
        "raw, what",
        [
            (gzip.compress(b"{}"), "it is compressed by gzip; unpack it first: gunzip FILE"),
            (b"PK\x03\x04", "it is a zip archive"),
            ('{"a": 1}'.encode("utf-16"), "it is in UTF-16; save it as UTF-8"),
            (b"\x00\x01\x02", "say what it is: --format jsonl|"),
            (b"", "say what it is"),
        ],
        ids=["gzip", "zip", "utf-16", "binary", "empty"],
    )
    def test_a_file_that_is_no_text(self, desk, raw, what):
        (desk.root / "in.bin").write_bytes(raw)
        assert what in desk.run("import", "in.bin", code=2).stderr

    @pytest.mark.parametrize("told", [[], ["--format", "csv"], ["--format", "documents"]])
    @pytest.mark.parametrize(
        "encoding, what",
        [
            ("utf-16", "it is in UTF-16; save it as UTF-8"),
            ("utf-16-le", "its first line has NUL bytes, so it is not in UTF-8; save it so"),
        ],
    )
    def test_a_table_that_is_not_in_utf_8(self, desk, told, encoding, what):
        (desk.root / "in.csv").write_bytes("article,start,end,label\n".encode(encoding))
        name = told[-1] if told else "csv"
        said = desk.run("import", "in.csv", *told, code=2).stderr
        assert f"'in.csv' is no {name}: {what}." in said

    def test_a_table_whose_lines_end_in_carriage_returns(self, desk):
        rows_told = b"article,start,end,label\rseeds/kamenik.txt,0,7,actor\r"
        (desk.root / "in.csv").write_bytes(rows_told)
        said = desk.run("import", "in.csv", code=1).stderr
        assert "a carriage return without a line feed stands in it" in said

    @pytest.mark.parametrize(
        "name, told",
        [
            ("doccano", "documents spacy prodigy w3c"),
            ("spacy", "doccano w3c"),
            ("jsonl", "w3c"),
            ("documents", "doccano w3c"),
            ("doccano-relations", "documents prodigy w3c"),
            ("prodigy", "doccano w3c"),
        ],
    )
    def test_another_format_than_was_told(self, desk, name, told):
        given(desk, "in.jsonl", desk.run("export", "--format", name, "--annotator", "ben").stdout)
        for asked in told.split():
            for more in ([], ["--strict"], ["--create"], ["--suggestions", f"{asked}.jsonl"]):
                said = desk.run("import", "in.jsonl", "--format", asked, *more, code=1).stderr
                what = f"in.jsonl: nothing in it as {asked}; it looks like {name}: --format {name}"
                assert what in said
        desk.run("import", "in.jsonl", "--format", name)

    @pytest.mark.parametrize(
        "line, name, said",
        [
            ('{"text": "Rain."}', "prodigy", "in.jsonl: nothing in it as prodigy\n"),
            ('{"text": "Rain."}', "documents", ""),
            ('{"text": "Rain.", "label": []}', "doccano-relations", ""),
        ],
    )
    def test_articles_without_annotations_come_in(self, desk, line, name, said):
        given(desk, "in.jsonl", line + "\n")
        result = desk.run("import", "in.jsonl", "--format", name, "--create")
        made = "1 article: 0 annotations and 0 relations added; 0 there already\n1 article made\n"
        assert result.stderr == said + made

    def test_what_a_map_leaves_out_was_in_the_file(self, desk):
        given(desk, "in.jsonl", doccano((0, 7, "x")))
        given(desk, "map.yaml", "labels:\n  x:\n")
        words = ("import", "in.jsonl", "--format", "doccano", "--map", "map.yaml")
        assert "1 left out as the file or --map says" in desk.run(*words).stderr

    def test_a_format_that_the_file_has_not(self, desk):
        given(desk, "in.jsonl", doccano(CLAIM))
        assert ":1: no CAS JSON" in "".join(
            desk.run("import", "--format", "cas", "in.jsonl", code=1).stderr.replace(
                "the field %FEATURE_STRUCTURES is missing", "no CAS JSON"
            )
        )

    @pytest.mark.parametrize("name", ["doccano", "jsonl", "csv", "conll", "webanno", "w3c"])
    def test_a_line_over_the_limit(self, desk, monkeypatch, name):
        monkeypatch.setattr("annotator.cli.sources.LINE_LIMIT", 1000)
        for reader in ("json_source", "delimited", "conll", "webanno_reading"):
            monkeypatch.setattr(f"annotator.exchange.{reader}.LINE_LIMIT", 1000)
        given(desk, "in.jsonl", "x" * 5000 + "\n", doccano(SOURCE))
        result = desk.run("import", "--format", name, "in.jsonl", "--as", "cem", code=1)
        assert "longer than" in result.stderr or "not JSON" in result.stderr
        assert (desk.root / "annotations/cem").exists() is (name == "doccano")

    @pytest.mark.parametrize(
        "much, why",
        [
            ({"attributes": {"a": "n" * (1 << 20)}}, "One annotation takes over 1 MiB"),
            ({"note": "n" * 10_001}, "a note has at most 10,000 characters, and this one 10,001"),
            ({"note": "n" * 10_001}, "ANNOTATE_LIMIT_NOTE sets this limit"),
            ({"by": "no body"}, "'no body' cannot be an annotator's name"),
        ],
    )
    def test_one_row_that_cannot_be_kept_costs_only_itself(self, desk, much, why):
        row = {"article": "seeds/kamenik.txt", "label": "actor", "start": 18, "end": 22}
        lines = [row, row | {"start": 0, "end": 7} | much, row | {"label": "source"}]
        given(desk, "in.jsonl", *(json.dumps(line) + "\n" for line in lines))
        whose = ["--as", "cem"] if "by" not in much else []
        result = desk.run("import", "in.jsonl", *whose, code=1)
        assert f"in.jsonl:2: {why}" in result.stderr or f"; {why}" in result.stderr
        assert "1 article: 2 annotations and 0 relations added" in result.stderr
        again = desk.run("import", "in.jsonl", *whose, code=1)
        assert "0 annotations and 0 relations added; 2 there already" in again.stderr

    def test_more_annotations_than_an_article_may_have(self, desk, monkeypatch):
        monkeypatch.setenv("ANNOTATE_LIMIT_ANNOTATIONS", "2")
        row = {"article": "seeds/kamenik.txt", "label": "actor"}
        lines = [row | {"start": start, "end": 28} for start in (0, 8, 14)]
        given(desk, "in.jsonl", *(json.dumps(line) + "\n" for line in lines))
        result = desk.run("import", "in.jsonl", "--as", "cem", code=1)
        assert "in.jsonl:3: an article has at most 2 annotations" in result.stderr
        assert len(told(desk, "--annotator", "cem")) == 2
        again = desk.run("import", "in.jsonl", "--as", "cem", code=1)
        assert "0 annotations and 0 relations added; 2 there already" in again.stderr

    def test_a_span_that_is_too_long(self, desk):
        text = "word " * 30_000
        desk.add("seeds/long.txt", text.encode())
        given(desk, "in.jsonl", doccano((0, 100_000, "claim"), (0, 100_001, "claim"), text=text))
        result = desk.run("import", "in.jsonl", "--as", "cem", code=1)
        assert "in.jsonl:1: a span has at most 100,000 characters" in result.stderr

    def test_every_row_about_an_article_that_is_not_here(self, desk):
        row = {"article": "seeds/nowhere.txt", "label": "actor", "start": 0, "end": 7}
        given(desk, "in.jsonl", *[json.dumps(row) + "\n"] * 3)
        said = desk.run("import", "in.jsonl", code=1).stderr
        named = [line.partition(" ")[0] for line in said.splitlines() if "nowhere" in line]
        assert named == ["in.jsonl:1:", "in.jsonl:2:", "in.jsonl:3:"]
        assert "3 faults: not imported" in said

    def test_offsets_that_hold_more_or_less_than_the_quote(self, desk):
        row = {"article": "seeds/kamenik.txt", "label": "actor", "start": 0, "quote": "Kamenik"}
        lines = [row | {"end": 6}, row | {"end": 700, "label": "source"}]
        given(desk, "in.jsonl", *(json.dumps(line) + "\n" for line in lines))
        said = desk.run("import", "in.jsonl", "--as", "cem").stderr
        assert "2 had offsets that hold more or less than their quote: the quote counts" in said
        made = [("cem", "actor", "Kamenik"), ("cem", "source", "Kamenik")]
        assert told(desk, "--annotator", "cem") == made

    def test_a_span_of_white_space_alone_stays_where_it_is(self, desk):
        place = KAMENIK.index("\n")
        row = {"article": "seeds/kamenik.txt", "label": "actor", "start": place}
        row |= {"end": place + 2, "quote": "\n\n", "prefix": KAMENIK[place - 9 : place]}
        given(desk, "in.jsonl", json.dumps(row) + "\n")
        desk.run("import", "in.jsonl", "--as", "cem")
        assert told(desk, "--annotator", "cem") == [("cem", "actor", "\n\n")]

    def test_what_the_schema_does_not_allow_is_kept_and_said(self, desk):
        row = {"article": "seeds/kamenik.txt", "label": "claim", "start": 0, "end": 7, "id": "c"}
        row |= {"attributes": {"modality": "nope", "worth": 99, "zzz": "x"}}
        row |= {"relations": [{"relation": "attributed_to", "from": "c", "to": "l"}]}
        other = {"article": "seeds/kamenik.txt", "label": "location", "start": 8, "end": 12}
        given(desk, "in.jsonl", json.dumps(row) + "\n", json.dumps(other | {"id": "l"}) + "\n")
        strict = desk.run("import", "in.jsonl", "--as", "cem", "--strict", code=1)
        assert "Nothing was imported: 4 faults, and --strict was asked." in strict.stderr
        assert "in.jsonl:1: attribute 'worth' of label 'claim' is 99; expected" in strict.stderr
        assert not (desk.root / "annotations/cem").exists()
        said = desk.run("import", "in.jsonl", "--as", "cem").stderr
        assert "4 values and links that the schema does not allow: kept" in said
        assert desk.run("check", code=1).stdout.count("annotations/cem") == 4

    def test_numbers_that_no_log_can_hold(self, desk):
        row = {"article": "seeds/kamenik.txt", "label": "actor", "start": 0, "end": 7}
        attributes = {"a": 1e30, "b": 2.0, "c": 1.5, "d": True, "e": None, "f": 10**18, "g": 3}
        given(desk, "in.jsonl", json.dumps(row | {"attributes": attributes}) + "\n")
        desk.run("import", "in.jsonl", "--as", "cem")
        (made,) = rows(desk, "--annotator", "cem")
        assert made["attributes"] == {
            "a": "1e+30",
            "b": 2,
            "c": "1.5",
            "d": "true",
            "f": "1000000000000000000",
            "g": 3,
        }

    def test_marks_of_another_text(self, desk):
        whole = json.loads(desk.run("export", "seeds/kamenik.txt", "--format", "documents").stdout)
        whole["text"] = "In truth, " + whole["text"]
        given(desk, "in.jsonl", json.dumps(whole | {"spans": [], "relations": []}) + "\n")
        result = desk.run("import", "in.jsonl", "--as", "cem")
        assert "3 such marks left out: the article's text is not the file's" in result.stderr

    def test_what_a_file_says_cannot_act_on_the_terminal(self, desk):
        given(desk, "in.jsonl", doccano((0, 3, "\x1b[31mred"), article="\x1b[2J"))
        result = desk.run("import", "in.jsonl", code=1)
        assert "\x1b" not in result.output

    @pytest.mark.parametrize("more", [[], ["--suggestions", "s.jsonl"]])
    def test_what_a_file_says_cannot_look_like_another_fault(self, desk, more):
        other = "Rain.\nin.jsonl:9: all is well\n"
        given(desk, "in.jsonl", doccano((0, len(other), "claim"), text=other, article=ARTICLE))
        said = desk.run("import", "in.jsonl", *more, code=1).stderr.split("\n")
        assert [
            line[:20] for line in said if line.startswith("in.jsonl:") and "read" not in line
        ] == ["in.jsonl:1: “Rain. i"]

    def test_no_such_file_and_no_such_folder(self, desk):
        assert "There is no file or folder 'nix'" in desk.run("import", "nix", code=2).stderr
        given(desk, "in.jsonl", doccano(CLAIM))
        assert "no file or folder" in desk.run("import", "in.jsonl", "--into", "nix", code=2).stderr

    def test_an_annotator_that_cannot_be_one(self, desk):
        task = {"text": KAMENIK, "spans": [{"start": 0, "end": 7, "label": "actor"}]}
        line = json.dumps(task | {"answer": "accept", "_annotator_id": "a@b.c"})
        given(desk, "in.jsonl", line + "\n")
        assert "Or import as somebody: --as NAME" in desk.run("import", "in.jsonl", code=1).stderr
        desk.run("import", "in.jsonl", "--as", "cem")

    def test_what_a_file_itself_wants_left_out_is_no_fault(self, desk):
        task = {"text": KAMENIK, "spans": [{"start": 0, "end": 7, "label": "actor"}]}
        lines = [json.dumps(task | {"answer": answer}) + "\n" for answer in ("reject", "ignore")]
        result = desk.run("import", given(desk, "in.jsonl", *lines), "--as", "cem")
        assert "2 left out as the file or --map says" in result.stderr
        assert not (desk.root / "annotations/cem").exists()


class TestSuggestions:
    def test_a_file_of_them_is_written_and_nothing_else(self, desk):
        given(desk, "in.jsonl", doccano(CLAIM, SOURCE, SOURCE))
        result = desk.run("import", "in.jsonl", "--suggestions", "s.jsonl")
        assert result.stderr.endswith(
            "s.jsonl: 2 suggestions\n"
            "1 stand there twice on the same words with the same label: suggested once\n"
        )
        first = json.loads((desk.root / "s.jsonl").read_text().split("\n")[0])
        assert first == {
            "article": "seeds/kamenik.txt",
            "label": "claim",
            "start": 0,
            "end": 12,
            "quote": "Kamenik fell",
            "source": "in",
        }
        assert desk.run("check", "--suggestions", "s.jsonl").stdout == ""

    def test_what_suggestions_cannot_say_is_counted(self, desk):
        given(desk, "out.jsonl", desk.run("export").stdout)
        result = desk.run("import", "out.jsonl", "--suggestions", "s.jsonl")
        assert "2 attributes, notes and relations left out" in result.stderr
        assert (
            "exists" in desk.run("import", "out.jsonl", "--suggestions", "s.jsonl", code=2).stderr
        )

    def test_annotate_takes_them_as_they_are(self, desk, monkeypatch):
        """With untidy edges, said twice, moved, and changed: in one file."""
        other = KAMENIK.replace("denied", "denies")
        given(
            desk,
            "in.jsonl",
            doccano(CLAIM, CLAIM, (12, 18, "claim"), (12, 14, "claim"), (29, 30, "claim")),
            doccano(CLAIM, SOURCE),
            doccano((30, 56, "claim"), (33, 45, "actor"), text=other, article=ARTICLE),
            doccano((8, 15, "actor"), text="In May, " + KAMENIK, article=ARTICLE),
            doccano((0, 6, "location"), text=TAMSEL),
        )
        result = desk.run("import", "in.jsonl", "--suggestions", "s.jsonl", code=1)
        assert result.stderr.split("\n")[1:] == [
            "in.jsonl:1: there is nothing but white space",
            "s.jsonl: 8 suggestions",
            "1 may be somewhere else: the article's text is not the file's; look at their words",
            "1 found in another place: the article's text is not the file's",
            "3 without the white space at their edges, or with the whole of a character",
            "2 stand there twice on the same words with the same label: suggested once",
            "1 fault: not suggested",
            "",
        ]
        assert desk.run("check", "--suggestions", "s.jsonl").stdout == ""
        assert offered(desk, monkeypatch, "s.jsonl") == {
            ARTICLE: [
                ("Kamenik fell", "claim"),
                (", the", "claim"),
                (",", "claim"),
                ("army", "source"),
                ("The Observatory denied it.", "claim"),
                ("Observatory", "actor"),
                ("Kamenik", "actor"),
            ],
            "seeds/tamsel.txt": [("Tamsel", "location")],
        }

    def test_as_somebody_makes_no_sense(self, desk):
        given(desk, "in.jsonl", doccano(CLAIM))
        words = ("import", "in.jsonl", "--suggestions", "s.jsonl", "--as", "cem")
        assert "goes with none" in desk.run(*words, code=2).stderr


class TestFolders:
    def test_brat_there_and_back(self, desk, tmp_path):
        out = str(tmp_path / "brat")
        desk.run("export", "--format", "brat", "-o", out)
        desk.run("import", out, "--as", "cem")
        assert told(desk, "--annotator", "cem") == [
            ("cem", "claim", "Kamenik fell"),
            ("cem", "location", "Tamsel"),
            ("cem", "source", "the army"),
        ]
        assert "3 there already" in desk.run("import", out, "--as", "cem").stderr.replace(
            "4 there", "3 there"
        )

    def test_an_article_is_known_by_its_name_and_folder_where_the_text_differs(self, desk):
        desk.article("other/kamenik.txt", "Another one.\n")
        text = KAMENIK.replace("\n", "\r\n")
        for folder in ("brat/seeds", "brat/new"):
            desk.article(f"{folder}/kamenik.ann", "T1\tclaim 0 12\tKamenik fell\n")
            path = desk.article(f"{folder}/kamenik.text", text)
            path.rename(path.with_suffix(".txt"))
        (desk.root / "brat").rename(desk.root.parent / "brat")
        result = desk.run("import", str(desk.root.parent / "brat"), "--as", "cem", code=1)
        assert "2 files: read as brat" in result.stderr
        assert "new/kamenik.ann:1: there is no article" in result.stderr
        assert told(desk, "--annotator", "cem") == [("cem", "claim", "Kamenik fell")]
        result = desk.run("import", str(desk.root.parent / "brat/new"), "--as", "dan", "--create")
        assert (desk.root / "imported/kamenik.txt").read_bytes() == text.encode()

    def test_a_folder_with_nothing_to_import(self, desk):
        assert "There is nothing to import in 'seeds'" in desk.run("import", "seeds", code=2).stderr


def test_a_log_that_somebody_holds(desk, monkeypatch):
    from annotator.storage.own_log import OwnLog

    given(desk, "in.jsonl", doccano(CLAIM))
    monkeypatch.setattr(OwnLog, "_why_not", lambda *_: "held by another window")
    result = desk.run("import", "in.jsonl", "--as", "cem", code=1)
    assert "in.jsonl:1: its import failed: held by another window\n" in result.stderr
