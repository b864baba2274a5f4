"""Text in drawings: what stands for characters that would be lost or misread."""

import re
from unicodedata import category

TOKEN = re.compile(
    r"""(?P<escape>\\(?:u[0-9a-f]{4}|U[0-9a-f]{8}|x[0-9a-f]{2}|.))
      | (?P<marker>\[\||\|\]|[\[\]|])
      | [^\\\[\]|]+""",
    re.VERBOSE,
)


def escaped(text: str) -> str:
    """Return text as it stands in drawings."""
    return "".join(map(_escaped_char, text)).replace(" \n", "\\x20\n")


def unescaped(text: str) -> str:
    """Return what text in a drawing stands for."""
    return "".join(literal(match) for match in TOKEN.finditer(text))


def literal(token: re.Match[str]) -> str:
    if token["escape"] is None:
        return token[0]
    code = token[0][2:]
    if code:
        return chr(int(code, 16))
    return {"n": "\n", "r": "\r", "t": "\t"}.get(token[0][1], token[0][1])


def _escaped_char(char: str) -> str:
    if char in "[]|\\":
        return "\\" + char
    if char in "\r\t":
        return {"\r": r"\r", "\t": r"\t"}[char]
    if char in " \n" or (char.isprintable() and category(char)[0] != "M"):
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 1 << 16 else f"\\U{ord(char):08x}"


def escaped_end(text: str) -> str:
    kept = text.rstrip(" ")
    return escaped(kept) + "\\x20" * (len(text) - len(kept))


def one_line(text: str) -> str:
    return escaped_end(text).replace("\n", r"\n")
