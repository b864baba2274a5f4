"""Web pages and PDF become articles by way of trafilatura and pypdf."""

import json
from contextlib import suppress
from random import Random

import pytest

from annotator.cli.extracting import NotExtractedError, extract
from annotator.storage.article_meta import encode_meta

pytestmark = pytest.mark.filterwarnings("ignore")

PAGE = """<html><head><title>Kamenik fell</title><meta name="author" content="Ana Example">
<meta property="og:site_name" content="The Wire"><link rel="canonical" href="https://news.example/a">
<meta property="article:published_time" content="2026-11-22"></head><body><nav>Home | Sports</nav>
<article><h1>Kamenik fell</h1><p>Kamenik fell on Sunday evening, the army said, after weeks of quiet
along the river; nobody in the town was seen to leave.</p><p>The Observatory denied it and said that
the bridges were open, and that trucks with flour had crossed them at noon.</p></article>
<script>alert(1)</script></body></html>"""


def test_a_web_page():
    pytest.importorskip("trafilatura", reason="pip install 'annotate-news[html]'")
    found = extract(".html", PAGE.encode())
    assert "The Observatory denied it" in found.text
    assert "\n\nThe Observatory" in found.text
    assert not {"alert", "Sports"} & set(found.text.split())
    meta = found.meta
    assert (meta.title, meta.author, meta.outlet) == ("Kamenik fell", "Ana Example", "The Wire")
    assert (meta.date, meta.url) == ("2026-11-22", "https://news.example/a")
    with pytest.raises(NotExtractedError, match="no article is found"):
        extract(".html", b"<html></html>")


def pdf(*pages, info="/Title (Kamenik) /Author (Ana)"):
    """Return a small PDF with a line on each page."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, words in enumerate(pages):
        font = "/Resources << /Font << /F 3 0 R >> >>"
        parts.append(
            f"<< /Type /Page /Parent 2 0 R {font} /Contents {5 + 2 * number} 0 R"
            " /MediaBox [0 0 400 400] >>"
        )
        drawn = f"BT /F 12 Tf 20 300 Td ({words}) Tj ET"
        parts.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    parts.append(f"<< {info} >>")
    raw, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(raw))
        raw += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    trailer = f"<< /Size {size} /Root 1 0 R /Info {len(parts)} 0 R >>"
    head = f"xref\n0 {size}\n0000000000 65535 f \n"
    return f"{raw}{head}{table}trailer {trailer}\nstartxref\n{len(raw)}\n%%EOF\n".encode()


def test_a_pdf(caplog):
    pytest.importorskip("pypdf", reason="pip install 'annotate-news[pdf]'")
    raw = pdf("Kamenik fell, the army said.", "Tamsel was quiet.")
    found = extract(".pdf", raw)
    assert found.text == "Kamenik fell, the army said.\n\nTamsel was quiet.\n"
    assert (found.meta.title, found.meta.author) == ("Kamenik", "Ana")
    assert json.loads(encode_meta(found.meta))["title"] == "Kamenik"
    with pytest.raises(NotExtractedError, match="no PDF"):
        extract(".pdf", b"%PDF-1.4 none of it")
    assert caplog.records == []


@pytest.mark.parametrize(
    "told, date",
    [
        ("/CreationDate (D:20261122180000+01'00')", "2026-11-22"),
        ("/CreationDate (on a Sunday)", ""),
        ("/CreationDate [7]", ""),
        ("/Title 7 /Author [1]", ""),
    ],
)
def test_what_a_pdf_says_of_itself_may_be_anything(told, date):
    pytest.importorskip("pypdf", reason="pip install 'annotate-news[pdf]'")
    found = extract(".pdf", pdf("Kamenik fell.", info=told))
    assert (found.text, found.meta.date) == ("Kamenik fell.\n", date)
    assert json.loads(encode_meta(found.meta))


def test_a_damaged_pdf_is_read_or_refused():
    pytest.importorskip("pypdf", reason="pip install 'annotate-news[pdf]'")
    chance = Random("pdf")
    for _ in range(150):
        raw = bytearray(pdf("Kamenik fell, the army said."))
        for _ in range(chance.randint(1, 30)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        with suppress(NotExtractedError):
            assert encode_meta(extract(".pdf", bytes(raw)).meta)
