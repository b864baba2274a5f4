"""Reading an article, from bytes."""

import hashlib
import subprocess
import sys

import pytest

from annotator.errors import ArticleError
from annotator.text.read import read_article

RAW = "\ufeffLe maire a dit que non.\r\n\r\nEt il est parti dans la nuit.\r\n".encode()


def test_an_article_knows_where_it_came_from():
    article = read_article("seeds/maire.txt", RAW)
    assert article.id == "seeds/maire.txt"
    assert article.sha256 == hashlib.sha256(RAW).hexdigest()
    assert (article.encoding, article.guessed, article.language) == ("utf-8", False, "fr")
    assert article.text == RAW.decode("utf-8")
    assert [article.quote(span) for span in article.paragraphs] == [
        "Le maire a dit que non.",
        "Et il est parti dans la nuit.",
    ]


def test_a_guess_is_told():
    article = read_article(
        "maire.txt",
        "Le président a déclaré hier que la réforme était nécessaire, après des années.".encode(
            "cp1252"
        ),
    )
    assert (article.encoding, article.guessed) == ("cp1252", True)


def test_a_refusal_names_the_article_safely():
    with pytest.raises(ArticleError, match=r"^a ␛\[2J\.txt: looks like a PDF, not text"):
        read_article("a\n\x1b[2J.txt", b"%PDF-1.7")


def test_reading_waits_for_no_heavy_import():
    code = "import sys, annotator.text.read; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"regex", "sentencex", "chardet", "textual", "rich", "annotator.text.word"}
    assert not heavy & set(run.stdout.split())
