"""Make the text of an article, and what is known of it, from the files that articles come in."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

import msgspec
from msgspec import Struct

from annotator.errors import AnnotatorError
from annotator.exchange.incoming import LINE_LIMIT
from annotator.storage.limits import limits
from annotator.text.meta import UNKNOWN, Meta

if TYPE_CHECKING:
    from pypdf import DocumentInformation

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH = f"{_WORD}p"
_SIGNS = {
    f"{_WORD}tab": "\t",
    f"{_WORD}ptab": "\t",
    f"{_WORD}br": "\n",
    f"{_WORD}cr": "\n",
    f"{_WORD}noBreakHyphen": "\u2011",
    f"{_WORD}softHyphen": "\u00ad",
}
"""What stands in a Word document for a character."""
_NOT_SHOWN = frozenset(f"{_WORD}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "rt"))
"""Looks, what was deleted or is elsewhere now, and how signs are spoken."""
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
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


def extract(ending: str, raw: bytes) -> Extracted:
    """Return the article in a file of that ending, which is none of `ROWS`.

    Raises:
        NotExtractedError: nothing can be made of the file.
    """
    found = _KINDS[ending](raw)
    text = _paragraphs(found.text)
    if not text:
        raise NotExtractedError("no text in it")
    return Extracted(text, Meta(*map(_plain, msgspec.structs.astuple(found.meta))))


def extract_rows(
    numbered: Iterable[tuple[int, bytes]], text_field: str
) -> Iterator[Extracted | tuple[int, str]]:
    """Yield the article of each line of JSON Lines; for lines that are none, number and reason."""
    decode = msgspec.json.Decoder(dict[str, Any]).decode
    for number, raw in numbered:
        line = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
        if not line.strip():
            continue
        if len(raw) > LINE_LIMIT:
            yield number, f"the line is longer than {LINE_LIMIT >> 20} MiB"
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

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # What is wrong is said here, once.
    try:
        reader = PdfReader(BytesIO(raw))
        text = "\n\n".join(page.extract_text() for page in reader.pages)
        told = reader.metadata
        meta = Meta(told.title or "", told.author or "", _pdf_date(told)) if told else UNKNOWN
    except Exception as error:  # noqa: BLE001 - whatever pypdf makes of a strange file
        why = " ".join(str(error).split()) or type(error).__name__
        raise NotExtractedError(f"no PDF that can be read: {why}") from None
    return Extracted(text, meta)


def _pdf_date(told: "DocumentInformation") -> str:
    """Return when a PDF was written, "" if it does not say so in the way that PDF should."""
    try:
        written = told.creation_date
    except (ValueError, TypeError, AttributeError):
        return ""
    return f"{written:%Y-%m-%d}" if written else ""


def _docx(raw: bytes) -> Extracted:
    try:
        with ZipFile(BytesIO(raw)) as archive:
            body = _part(archive, "word/document.xml")
            core = _part(archive, "docProps/core.xml")
    except (BadZipFile, ET.ParseError, OSError, RuntimeError) as error:
        raise NotExtractedError(f"no Word document that can be read: {error}") from None
    if body is None:
        raise NotExtractedError("no Word document: it has no text part")
    paragraphs = ["".join(_words(p)) for p in _parts(body) if p.tag == _PARAGRAPH]

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
    """Yield the words of a paragraph, without those of paragraphs in its text boxes."""
    for part in _parts(paragraph, within=False):
        yield part.text or "" if part.tag == f"{_WORD}t" else _SIGNS.get(part.tag, "")


def _parts(top: ET.Element, *, within: bool = True) -> Iterator[ET.Element]:
    """Yield what is shown of a document below `top`, in order; `within`: in paragraphs, too.

    Of alternatives for different programs only the first is taken: all say the same.
    """
    pending = [*reversed(top)]
    while pending:
        part = pending.pop()
        if part.tag in _NOT_SHOWN:
            continue
        yield part
        if within or part.tag != _PARAGRAPH:
            pending += part[:1] if part.tag == _ALTERNATIVES else reversed(part)


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


def _first(told: dict[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = told.get(name)
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return ", ".join(value)
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            return str(value)
    return ""


def _plain(fact: str) -> str:
    """Return a text that is no more than a text, of characters that UTF-8 can hold."""
    return str(fact).encode("utf-8", "replace").decode()


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

ROWS = (".jsonl", ".ndjson")
"""The endings of files with an article a line, for `extract_rows`."""

ENDINGS = (*_KINDS, *ROWS)
"""Of the files that articles can be made of."""
