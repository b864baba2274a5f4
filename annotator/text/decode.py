"""Decode the bytes of an article, without loss or not at all.

In this order: a byte order mark; the escape sequences of ISO 2022; UTF-8; and only then a guess
by chardet, which takes longer to import than all the rest.
"""

import codecs
import re
from typing import Final, NamedTuple

from annotator.errors import ArticleError


class Decoded(NamedTuple):
    """The text of an article. `raw.decode(encoding) == text`; `guessed`: no mark told the encoding.

    A UTF-8 byte order mark stays in the text as its first character, so that offsets are those
    of other programs that read the file as UTF-8.
    """

    text: str
    encoding: str
    guessed: bool


_MARKS: Final = (  # UTF-32 first: its little-endian mark begins like that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\3\4", "a ZIP archive, or a Word, OpenDocument or EPUB file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_ISO_2022: Final = (
    (re.compile(rb"\x1b\$\)C"), ("iso2022_kr",)),
    (re.compile(rb"\x1b(\$[@ABC]|\$\([CDOPQ]|\([JI])"), ("iso2022_jp_2", "iso2022_jp_2004")),
)
_SAMPLE: Final = 500_000  # bytes looked at on each side of the one that is not UTF-8
_DOUBTFUL: Final = 0.1  # chardet is as unsure as this of English with a few odd characters
_SURROGATE: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_CONTROL: Final = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MOST_CONTROLS: Final = 200  # one character in so many may be a control in a guessed text


def decode(raw: bytes) -> Decoded:
    """Return the text of an article.

    Raises:
        ArticleError: it is not text, or damaged; the message says what it looks like, or which
            byte (counted from 0) is at fault, and what to do. It does not name the article.
    """
    for start, name in _FORMATS:
        if raw.startswith(start):
            raise ArticleError(f"looks like {name}, not text; convert it to text first")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _known(raw, encoding)
    if b"\0" in raw:
        return _without_mark(raw)
    if b"\x1b" in raw and raw.isascii() and (decoded := _iso_2022(raw)):
        return decoded
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError as error:
        return _legacy(raw, error.start)


def _known(raw: bytes, encoding: str) -> Decoded:
    """Decode by the encoding that the byte order mark names."""
    try:
        return Decoded(raw.decode(encoding), encoding, guessed=False)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"begins with the mark of {encoding.upper()}, but byte {error.start} is not valid in "
            "it; repair the file, or save it as UTF-8"
        ) from None


def _without_mark(raw: bytes) -> Decoded:
    """Decode UTF-16 or UTF-32 that lacks its mark; any other text with NUL is none."""
    encoding = _guess(raw[:_SAMPLE])
    if encoding.startswith(("utf-16", "utf-32")):
        decoded = _strictly(raw, encoding)
        if decoded and "\0" not in decoded.text:
            return decoded
    raise ArticleError(
        f"looks like a binary file, not text: byte {raw.index(0)} is NUL; "
        "convert it to text, or remove the NULs, first"
    )


def _iso_2022(raw: bytes) -> Decoded | None:
    """Decode Japanese or Korean of old mail and web pages, if the escape sequences say so."""
    for escape, encodings in _ISO_2022:
        if escape.search(raw):
            for encoding in encodings:
                decoded = _strictly(raw, encoding)
                if decoded and "\x1b" not in decoded.text:
                    return decoded
    return None


def _legacy(raw: bytes, fault: int) -> Decoded:
    """Decode what is not UTF-8 from byte `fault` on, if it ever was meant to be something else."""
    if _is_mostly_utf8(raw, fault):
        raise ArticleError(
            f"byte {fault} (0x{raw[fault]:02x}) is not valid UTF-8, though what is around it is; "
            "the file is damaged or mixed: repair it, and save it as UTF-8"
        )
    # From the start of a line, so that no character of several bytes is cut.
    begin = raw.rfind(b"\n", 0, fault) + 1
    encoding = _guess(raw[begin : fault + _SAMPLE].rstrip(b"\x1a"))  # Old DOS files end in that.
    decoded = _strictly(raw, encoding) if encoding else None
    if decoded is None:
        raise ArticleError(
            f"byte {fault} (0x{raw[fault]:02x}) is not valid UTF-8, and no other encoding fits; "
            "if it is text, save it as UTF-8"
        )
    if len(_CONTROL.findall(decoded.text)) * _MOST_CONTROLS > len(decoded.text):
        raise ArticleError(
            f"looks like a binary file, not text: byte {fault} (0x{raw[fault]:02x}) is not valid "
            "UTF-8, and there are control characters; convert it to text first"
        )
    return decoded


def _is_mostly_utf8(raw: bytes, fault: int) -> bool:
    """Say whether there are more characters of several bytes around `fault` than faults.

    In other encodings such characters come about by chance, one to four faults or fewer. Halves
    of surrogate pairs, of three bytes each, are the fault of a program that meant UTF-8.
    """
    sample = raw[max(0, fault - _SAMPLE) : fault + _SAMPLE]
    text = _SURROGATE.sub("é".encode(), sample).decode("utf-8", "replace")
    faults = text.count("\ufffd")
    return len(re.findall("[^\0-\x7f]", text)) > 2 * faults


def _guess(sample: bytes) -> str:
    """Return the name of the encoding that `sample` is most likely in; empty if none fits."""
    import chardet
    from chardet.enums import EncodingEra

    for era in (EncodingEra.ALL ^ EncodingEra.MAINFRAME, EncodingEra.MODERN_WEB):
        guess = chardet.detect(sample, encoding_era=era, prefer_superset=True, compat_names=False)
        if guess["confidence"] > _DOUBTFUL:
            break
    return guess["encoding"] or ""


def _strictly(raw: bytes, encoding: str) -> Decoded | None:
    """Decode every byte, or nothing."""
    try:
        return Decoded(raw.decode(encoding), codecs.lookup(encoding).name, guessed=True)
    except (UnicodeDecodeError, LookupError):
        return None
