r"""Where the annotation log of an article lies: its path, made safe for every file system.

    annotations/<annotator>/<article id>.jsonl

Each name keeps its letters, digits and most signs. Percent-encoded (UTF-8, upper-case hex) are
control and bidirectional characters, `<>:"\|?*%`, a leading dash or dot, a trailing dot or
space, and the first letter of a Windows device name. A name too long, or one that differs from a
neighbour's only by case or by Unicode normalisation, ends in `~` and 8 digits of a hash. The
header inside the log is the truth about whose it is.
"""

import hashlib
import os
import re
import unicodedata

from annotator.errors import UsageError

FOLDER = "annotations"
SUFFIX = ".jsonl"
NAMES = "names.tsv"
"""What is known of names, beside the logs that it was worked out from."""

_NAME_LIMIT = 200
"""UTF-8 bytes of an encoded name before its suffix; file systems allow 255 for both."""

_ANNOTATOR = re.compile(r"[\w.-]{1,64}")
_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*%\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]'
    r"|^[-.]|[. ]\Z"
    r"|~(?=[0-9a-f]{8}\Z)"  # Only a hash may look like one.
    r"|\.(?=(?i:jsonl)\Z)"  # A folder of this name would stand where a log belongs,
    r"|(?<=^(?i:names))\.(?=(?i:tsv)\Z)"  # and this one where the names of an annotator do.
)
_DEVICE = re.compile(
    r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])[ ]*(\.|\Z)", re.IGNORECASE
)


def log_path(root: str, annotator: str, article_id: str, *, twin: bool = False) -> str:
    """Return the path of an annotator's log of an article; `twin` adds a hash to its last name.

    Raises:
        UsageError: `annotator` is no annotator's name.
    """
    check_annotator(annotator)
    *folders, name = article_id.split("/")
    last = _hashed(_encoded(name), article_id) if twin else _fitting(name)
    return os.path.join(
        root, FOLDER, _fitting(annotator), *map(_fitting, folders), f"{last}{SUFFIX}"
    )


def sibling(path: str, number: int) -> str:
    """Return the path of the `number`-th log after `path`: begun when the disk failed `path`."""
    return f"{path.removesuffix(SUFFIX)}.r{number}{SUFFIX}" if number else path


def find_log(root: str, annotator: str, article_id: str) -> str:
    """Return the path where the log lies, or where it is to be made.

    Two ids that differ only by case or normalisation must not share a path on a disk, or in a
    checkout, that does not tell them apart; whichever log is made second gets a hash.
    """
    plain = log_path(root, annotator, article_id)
    hashed = log_path(root, annotator, article_id, twin=True)
    if os.path.lexists(hashed):
        return hashed
    if _is_there(plain) or not _has_twin(os.path.join(root, FOLDER), plain):
        return plain
    return hashed


def existing_log(root: str, annotator: str, article_id: str) -> str | None:
    """Return the path of the log, or None if there is none yet. Quicker than `find_log`."""
    hashed = log_path(root, annotator, article_id, twin=True)
    if os.path.lexists(hashed):
        return hashed
    plain = log_path(root, annotator, article_id)
    return plain if os.path.lexists(plain) else None


def names_path(root: str, annotator: str) -> str:
    """Return the path of the file of an annotator's names."""
    check_annotator(annotator)
    return os.path.join(root, FOLDER, _fitting(annotator), NAMES)


def annotator_of(folder_name: str) -> str:
    """Return the annotator whose logs lie in `annotations/<folder_name>`."""
    return re.sub(
        r"(%[0-9A-F]{2})+",
        lambda run: bytes.fromhex(run[0].replace("%", "")).decode(errors="replace"),
        folder_name,
    )


def check_annotator(name: str) -> None:
    """Refuse what cannot be an annotator's name.

    Raises:
        UsageError: always with the rule.
    """
    too_long = len(name.encode(errors="replace")) > _NAME_LIMIT
    if not _ANNOTATOR.fullmatch(name) or too_long or name in (".", "..") or _DEVICE.match(name):
        raise UsageError(
            f"{name!a} cannot be an annotator's name. Use 1 to 64 letters, digits, dots, "
            "dashes or underscores, and no name that Windows reserves (con, nul, com1 …)."
        )


def _fitting(name: str) -> str:
    encoded = _encoded(name)
    return encoded if len(encoded.encode()) <= _NAME_LIMIT else _hashed(encoded, name)


def _encoded(name: str) -> str:
    encoded = _UNSAFE.sub(lambda found: _percent(found[0]), name)
    return _percent(encoded[0]) + encoded[1:] if _DEVICE.match(encoded) else encoded


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode(errors="surrogatepass"))


def _hashed(encoded: str, truth: str) -> str:
    kept = encoded.encode()[: _NAME_LIMIT - 9].decode(errors="ignore")
    digest = hashlib.sha256(truth.encode(errors="surrogatepass")).hexdigest()
    return f"{kept}~{digest[:8]}"


def _is_there(path: str) -> bool:
    """Say whether a file has exactly this name, on a disk that may take another for it."""
    folder, name = os.path.split(path)
    if not os.path.lexists(os.path.join(folder, name.swapcase())):
        return os.path.lexists(path)
    try:
        return name in os.listdir(folder)
    except OSError:
        return True


def _has_twin(folder: str, path: str) -> bool:
    """Say whether `path`, which is not there, would run into another where names are folded.

    All names of a folder are folded at once: one by one takes minutes for imports into large ones.
    """
    for name in os.path.relpath(path, folder).split(os.sep):
        try:
            names = os.listdir(folder)
        except OSError:
            return False
        listed = "\n\n".join(["", *names, ""])
        if _folded(listed).count(f"\n{_folded(name)}\n") > listed.count(f"\n{name}\n"):
            return True
        folder = os.path.join(folder, name)
    return False


def _folded(name: str) -> str:
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())
