"""Web pages and PDF become articles by way of trafilatura and pypdf."""

from io import BytesIO

import pytest

from annotator.cli.extracting import NotExtractedError, extract

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
    (found,) = extract(".html", PAGE.encode(), "text")
    assert "The Observatory denied it" in found.text
    assert "\n\nThe Observatory" in found.text
    assert not {"alert", "Sports"} & set(found.text.split())
    meta = found.meta
    assert (meta.title, meta.author, meta.outlet) == ("Kamenik fell", "Ana Example", "The Wire")
    assert (meta.date, meta.url) == ("2026-11-22", "https://news.example/a")
    with pytest.raises(NotExtractedError, match="no article is found"):
        next(extract(".html", b"<html></html>", "text"))


def test_a_pdf():
    pytest.importorskip("pypdf", reason="pip install 'annotate-news[pdf]'")
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    page = BytesIO()
    made = canvas.Canvas(page)
    made.setTitle("Kamenik")
    made.setAuthor("Ana")
    made.drawString(100, 700, "Kamenik fell, the army said.")
    made.showPage()
    made.drawString(100, 700, "Tamsel was quiet.")
    made.save()
    (found,) = extract(".pdf", page.getvalue(), "text")
    assert found.text == "Kamenik fell, the army said.\n\nTamsel was quiet.\n"
    assert (found.meta.title, found.meta.author) == ("Kamenik", "Ana")
    with pytest.raises(NotExtractedError, match="no PDF"):
        next(extract(".pdf", b"%PDF-1.4 none of it", "text"))
