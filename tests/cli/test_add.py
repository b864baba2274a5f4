"""`annotate add`: which articles are made of which files, and what is known of them then."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from annotator.storage.article_file import load_article
from annotator.storage.project import Project

MAIL = b"""From: Ana Example <ana@news.example>
Subject: =?utf-8?q?Kamenik_f=C3=A4llt?=
Date: Sun, 22 Nov 2026 18:00:00 +0100
Content-Type: text/plain; charset=utf-8

Kamenik fell,  \r
the army said.\r
\r
\r
\r
The Observatory denied it.
"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FEED = [
    {
        "id": "k/1",
        "title": "One",
        "text": "Kamenik fell.",
        "authors": ["A", "B"],
        "url": "u",
        "n": 1,
    },
    {"title": "Two: a title", "text": "Tamsel.", "published": "2026-11-22", "source": "Wire"},
    {"title": "Three"},
]


def docx(*paragraphs, document=None):
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    page = BytesIO()
    with ZipFile(page, "w") as archive:
        whole = document or f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", whole)
        archive.writestr(
            "docProps/core.xml",
            '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The &amp; title</dc:title>'
            "<dc:creator>Ben</dc:creator></c>",
        )
    return page.getvalue()


def given(desk, name, raw):
    path = desk.root / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    return name


def meta(desk, article):
    told = json.loads((desk.root / f"{article}.meta.json").read_text())
    return {name: value for name, value in told.items() if value}


def test_a_mail(desk):
    result = desk.run("add", given(desk, "in/kamenik mail.eml", MAIL))
    assert result.stderr == "1 article added to articles, 0 there already\n"
    article = "articles/kamenik-mail.txt"
    assert (desk.root / article).read_text() == (
        "Kamenik fell,\nthe army said.\n\nThe Observatory denied it.\n"
    )
    assert meta(desk, article) == {
        "title": "Kamenik fällt",
        "author": "Ana Example",
        "date": "2026-11-22",
        "outlet": "news.example",
        "original": "kamenik-mail.eml",
    }
    assert (desk.root / "articles/kamenik-mail.eml").read_bytes() == MAIL


def test_a_word_document(desk):
    desk.run("add", given(desk, "in/report.docx", docx("Kamenik fell.", "", "Tamsel &lt;too&gt;.")))
    assert (desk.root / "articles/report.txt").read_text() == "Kamenik fell.\n\nTamsel <too>.\n"
    assert meta(desk, "articles/report.txt")["title"] == "The & title"


RUN = "<w:r><w:t>{}</w:t></w:r>"
BOX = "<w:txbxContent><w:p>" + RUN.format("boxed") + "</w:p></w:txbxContent>"
EITHER = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
EITHER += "</mc:AlternateContent>"
ONE, TWO = RUN.format("one"), RUN.format("two")


@pytest.mark.parametrize(
    "inside, text",
    [
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t></w:r>", "e\u2011mail"),
        ("<w:r><w:t>so</w:t><w:softHyphen/><w:t>lo</w:t></w:r>", "so\u00adlo"),
        (ONE + "<w:r><w:tab/></w:r>" + TWO, "one\ttwo"),
        (ONE + "<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" + TWO, "onetwo"),
        (ONE + "<w:r><w:br/></w:r>" + TWO, "one\ntwo"),
        (ONE + "<w:r><w:footnoteReference w:id='1'/></w:r>" + TWO, "onetwo"),
        (ONE + "<w:del><w:r><w:delText>gone</w:delText><w:tab/></w:r></w:del>" + TWO, "onetwo"),
        (f"<w:moveFrom>{TWO}</w:moveFrom>{ONE}<w:moveTo>{TWO}</w:moveTo>", "onetwo"),
        (f"<w:ins>{ONE}</w:ins><w:hyperlink>{TWO}</w:hyperlink>", "onetwo"),
        (f"{ONE}<w:r>{EITHER.format(BOX, BOX)}</w:r>{TWO}", "onetwo\n\nboxed"),
    ],
)
def test_what_else_may_stand_in_a_word_document(desk, inside, text):
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    names = f'xmlns:w="{WORD}" xmlns:mc="{compatible}"'
    document = f"<w:document {names}><w:body><w:p>{inside}</w:p></w:body></w:document>"
    desk.run("add", given(desk, "in/a.docx", docx(document=document)))
    assert (desk.root / "articles/a.txt").read_text("utf-8") == f"{text}\n"


def test_json_lines(desk):
    lines = "".join(json.dumps(line) + "\n" for line in FEED) + "nonsense\n"
    result = desk.run(
        "add", given(desk, "feed.jsonl", lines.encode()), "--to", "seeds/feed", code=1
    )
    assert result.stderr == (
        "feed.jsonl:3: no text in the field `text`; name another: --text-field NAME\n"
        "feed.jsonl:4: no JSON object\n"
        "2 articles added to seeds/feed, 0 there already\n"
    )
    assert meta(desk, "seeds/feed/k-1.txt") == {
        "title": "One",
        "author": "A, B",
        "url": "u",
        "original": "feed.jsonl",
    }
    assert meta(desk, "seeds/feed/Two-a-title.txt")["outlet"] == "Wire"
    desk.run("add", "feed.jsonl", "--text-field", "title", code=1)
    assert (desk.root / "articles/Three.txt").read_text() == "Three"


def test_json_lines_are_read_one_at_a_time(desk, monkeypatch):
    monkeypatch.setattr("annotator.cli.add.LIMIT", 1000)
    monkeypatch.setattr("annotator.cli.sources.LINE_LIMIT", 900)
    monkeypatch.setattr("annotator.cli.extracting.LINE_LIMIT", 900)
    lines = [json.dumps({"id": n, "text": "x" * n}) + "\n" for n in (500, 1000, 600)]
    result = desk.run("add", given(desk, "feed.jsonl", "".join(lines).encode()), code=1)
    assert result.stderr.startswith("feed.jsonl:2: the line is longer than 0 MiB\n2 articles")
    assert sorted(p.name for p in desk.root.glob("articles/*.txt")) == ["500.txt", "600.txt"]


def test_a_pdf_that_is_none_is_refused_in_one_line(desk):
    pytest.importorskip("pypdf", reason="pip install 'annotate-news[pdf]'")
    result = desk.run("add", given(desk, "in/a.pdf", b"%PDF-1.4 none of it"), code=1)
    assert result.stderr.startswith("in/a.pdf: no PDF that can be read: ")
    assert result.stderr.count("\n") == 2


def test_plain_text_stays_byte_for_byte(desk):
    raw = b"\xef\xbb\xbfKamenik fell.\r\n\r\n  Tamsel. \r\n"
    desk.run("add", given(desk, "in/a.txt", raw))
    assert (desk.root / "articles/a.txt").read_bytes() == raw
    assert not (desk.root / "articles/a.txt.meta.json").exists()


def test_twice_changes_nothing_and_no_article_is_ever_changed(desk):
    given(desk, "in/a.eml", MAIL)
    desk.run("add", "in")
    before = {path: path.read_bytes() for path in (desk.root / "articles").iterdir()}
    assert "0 articles added to articles, 1 there already" in desk.run("add", "in").stderr
    given(desk, "in/a.eml", MAIL.replace(b"fell", b"held"))
    desk.run("add", "in")
    after = {path: path.read_bytes() for path in (desk.root / "articles").iterdir()}
    assert before.items() <= after.items()
    (new,) = [path for path in after if path not in before and path.suffix == ".txt"]
    assert b"held" in new.read_bytes()


def test_the_title_is_on_the_screen_and_the_rest_leaves_with_the_article(desk):
    desk.run("add", given(desk, "in/a.eml", MAIL))
    article = load_article(Project(str(desk.root)), "articles/a.txt")
    assert article.heading == (
        "articles/a.txt · Kamenik fällt · news.example, 2026-11-22, Ana Example"
    )
    whole = desk.run("export", "articles", "--format", "documents", "--all").stdout
    assert json.loads(whole)["meta"]["author"] == "Ana Example"
    row = json.loads(desk.run("export", "articles", "--format", "doccano", "--all").stdout)
    assert (row["title"], row["date"]) == ("Kamenik fällt", "2026-11-22")
    page = desk.run("export", "articles", "--format", "html", "--all").stdout
    assert "<small>Ana Example, news.example, 2026-11-22, articles/a.txt</small>" in page
    (desk.root / "articles/a.txt.meta.json").write_text('{"title": 7')
    assert load_article(Project(str(desk.root)), "articles/a.txt").heading == "articles/a.txt"


def test_documents_bring_it_along(desk, tmp_path, monkeypatch):
    desk.run("add", given(desk, "in/a.eml", MAIL))
    whole = desk.run("export", "articles", "--format", "documents", "--all").stdout_bytes
    (tmp_path / "new").mkdir()
    monkeypatch.chdir(tmp_path / "new")
    (tmp_path / "new/in.jsonl").write_bytes(whole)
    desk.run("import", "in.jsonl", "--create")
    assert desk.run("export", "--format", "documents", "--all").stdout_bytes == whole


@pytest.mark.parametrize(
    "name, raw, what",
    [
        ("a.docx", b"PK no zip", "no Word document that can be read"),
        ("a.docx", docx(document="<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), "DOCTYPE"),
        ("a.docx", docx(document="<w:p"), "no Word document that can be read"),
        ("a.docx", docx(" "), "no text in it"),
        ("a.eml", b"Subject: x\n\n", "no text in it"),
        ("a.eml", b"", "no text in it"),
        ("a.txt", b"", "it is empty"),
        ("a.txt", b"a\0b\0c", "a.txt"),
        ("a.exe", b"MZ", "articles are made of .html, .htm, .pdf, .docx, .eml, .jsonl"),
    ],
)
def test_what_no_article_can_be_made_of(desk, name, raw, what):
    result = desk.run("add", given(desk, f"in/{name}", raw), code=1)
    assert what in result.stderr
    assert not (desk.root / "articles").exists()


def test_a_library_that_is_missing(desk, monkeypatch):
    monkeypatch.setattr("annotator.cli.extracting.find_spec", lambda _name: None)
    for ending, extra in (("html", "html"), ("pdf", "pdf")):
        result = desk.run("add", given(desk, f"in/a.{ending}", b"x"), code=1)
        assert f"pip install 'annotate-news[{extra}]'" in result.stderr


@pytest.mark.parametrize("folder", ["annotations/x", "schemas", "..", "/"])
def test_folders_that_hold_no_articles(desk, folder):
    desk.run("add", given(desk, "in/a.eml", MAIL), "--to", folder, code=2)


def test_files_that_are_not_there(desk):
    assert "no file or folder 'nix'" in desk.run("add", "nix", code=2).stderr
