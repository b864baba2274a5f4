"""Make the text of an article, and what is known of it, from the files that articles come in."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from importlib.util import find_spec
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

import msgspec
from msgspec import Struct

from annotator.errors import AnnotatorError
from annotator.storage.limits import limits
from annotator.text.meta import Meta

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_TITLES, _AUTHORS = ("title", "headline"), ("author", "authors", "byline", "creator")
_DATES = ("date", "published", "date_publish", "publishedAt", "created", "timestamp")
_URLS, _OUTLETS = ("url", "link", "href"), ("outlet", "source", "site", "publisher", "domain")


class NotExtractedError(AnnotatorError):
    """A file of which no article can be made; the message is the reason alone."""


class Extracted(Struct, frozen=True):
    """An article to be: its text, what is known, and a name if the file gives it one."""

    text: str
    meta: Meta
    name: str = ""


def extract(ending: str, raw: bytes, text_field: str) -> Iterator[Extracted | tuple[int, str]]:
    """Yield the articles in a file of that ending; for lines that are none, number and reason.

    Raises:
        NotExtractedError: nothing can be made of the file.
    """
    if ending in (".jsonl", ".ndjson"):
        yield from _lines(raw, text_field)
        return
    found = _KINDS[ending](raw)
    text = _paragraphs(found.text)
    if not text:
        raise NotExtractedError("no text in it")
    yield msgspec.structs.replace(found, text=text)


def _html(raw: bytes) -> Extracted:
    _need("trafilatura", "html")
    from trafilatura import bare_extraction

    found = bare_extraction(raw, with_metadata=True, include_tables=False)
    if found is None or not found.text:
        raise NotExtractedError("no article is found in the page")
    meta = Meta(
        title=found.title or "",
        author=found.author or "",
        date=found.date or "",
        url=found.url or "",
        outlet=found.sitename or found.hostname or "",
    )
    return Extracted(found.text.replace("\n", "\n\n"), meta)


def _pdf(raw: bytes) -> Extracted:
    _need("pypdf", "pdf")
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(raw))
        text = "\n\n".join(page.extract_text() for page in reader.pages)
        told = reader.metadata
        written = told.creation_date if told else None
        meta = Meta(
            title=(told.title if told else "") or "",
            author=(told.author if told else "") or "",
            date=f"{written:%Y-%m-%d}" if written else "",
        )
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotExtractedError(f"no PDF that can be read: {error}") from None
    return Extracted(text, meta)


def _docx(raw: bytes) -> Extracted:
    try:
        with ZipFile(BytesIO(raw)) as archive:
            body = _part(archive, "word/document.xml")
            core = _part(archive, "docProps/core.xml")
    except (BadZipFile, ET.ParseError, OSError, RuntimeError) as error:
        raise NotExtractedError(f"no Word document that can be read: {error}") from None
    if body is None:
        raise NotExtractedError("no Word document: it has no text part")
    paragraphs = ["".join(_words(paragraph)) for paragraph in body.iter(f"{_WORD}p")]

    def told(name: str) -> str:
        return (core.findtext(name) or "").strip() if core is not None else ""

    meta = Meta(
        title=told(f"{_CORE}title"),
        author=told(f"{_CORE}creator"),
        date=told(f"{_TERMS}created")[:10],
    )
    return Extracted("\n\n".join(paragraphs), meta)


def _part(archive: ZipFile, name: str) -> ET.Element | None:
    """Return a part of a Word document; Python's parser bounds what entities may expand to."""
    try:
        told = archive.getinfo(name)
    except KeyError:
        return None
    if told.file_size > limits().article:
        raise NotExtractedError(f"its text part has {told.file_size:,} bytes, which is too much")
    raw = archive.read(told)
    if b"<!DOCTYPE" in raw[:4096]:
        raise NotExtractedError("no Word document: it defines what its signs mean (DOCTYPE)")
    return ET.fromstring(raw)  # noqa: S314 - size and entities are bounded


def _words(paragraph: ET.Element) -> Iterator[str]:
    for part in paragraph.iter():
        if part.tag == f"{_WORD}t":
            yield part.text or ""
        elif part.tag == f"{_WORD}tab":
            yield "\t"
        elif part.tag in (f"{_WORD}br", f"{_WORD}cr"):
            yield "\n"


def _mail(raw: bytes) -> Extracted:
    message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(raw)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise NotExtractedError("no text in the message")
    try:
        content = body.get_content()
        sent = message["date"]
        moment = sent.datetime if sent is not None else None
    except (LookupError, ValueError, AttributeError) as error:
        raise NotExtractedError(f"the message cannot be read: {error}") from None
    text = content if isinstance(content, str) else ""
    if body.get_content_subtype() == "html":
        text = _html(text.encode()).text
    sender = message["from"]
    addresses = sender.addresses if sender is not None else ()
    meta = Meta(
        title=str(message["subject"] or ""),
        author=", ".join(a.display_name or a.addr_spec for a in addresses),
        date=f"{moment:%Y-%m-%d}" if isinstance(moment, datetime) else "",
        outlet=addresses[0].domain if addresses else "",
    )
    return Extracted(text, meta)


def _lines(raw: bytes, text_field: str) -> Iterator[Extracted | tuple[int, str]]:
    decode = msgspec.json.Decoder(dict[str, Any]).decode
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            told = decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            yield number, "no JSON object"
            continue
        text = told.get(text_field)
        if not isinstance(text, str) or not text.strip():
            yield number, f"no text in the field `{text_field}`; name another: --text-field NAME"
            continue
        meta = Meta(
            title=_first(told, _TITLES),
            author=_first(told, _AUTHORS),
            date=_first(told, _DATES),
            url=_first(told, _URLS),
            outlet=_first(told, _OUTLETS),
        )
        yield Extracted(text, meta, _first(told, ("id", "article", "slug")) or meta.title)


def _first(told: dict[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = told.get(name)
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return ", ".join(value)
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            return str(value)
    return ""


def _paragraphs(text: str) -> str:
    """Return a text with one kind of line end, no space at the end of lines, one line feed last."""
    lines = [line.rstrip() for line in re.split("\r\n|\r|\n", text.replace("\0", ""))]
    bare = re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()
    return f"{bare}\n" if bare else ""


def _need(library: str, extra: str) -> None:
    if find_spec(library) is None:
        how = f"pip install 'annotate-news[{extra}]'"
        raise NotExtractedError(f"{library} is needed to read it. Install it: {how}")


_KINDS: dict[str, Callable[[bytes], Extracted]] = {
    ".html": _html,
    ".htm": _html,
    ".pdf": _pdf,
    ".docx": _docx,
    ".eml": _mail,
}

ENDINGS = (*_KINDS, ".jsonl", ".ndjson")
"""Of the files that articles can be made of."""
