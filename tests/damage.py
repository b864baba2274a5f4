"""Damage to annotation logs, in their bytes and their structure, by chance that can be repeated."""

import json
from collections.abc import Callable
from random import Random

EVIL: tuple[object, ...] = (
    *(None, True, False, -1, 0, 1, 1 << 53, (1 << 53) + 1, -(1 << 70), 10**400, 0.5, 1e308),
    *("", "x", "\0", "\x1b[2J", "é", "\u2028", "x" * 5000, "../../etc/passwd", "2026-11-22"),
    *([], {}, [[]], {"a": 1}, {"": None}, ["put"], {"start": 1}),
)
RAW: tuple[bytes, ...] = (
    *(b"NaN", b"Infinity", b"-Infinity", b"1e999", b"-0", b"1" * 5000, b"0x1", b"01", b"1_0"),
    *(b'"\\ud800"', b'"\\udc00\\ud800"', b'"\xff"', b'"\\u0000"', b"tru", b"'a'", b"/**/1", b""),
    *(b"[" * 2000, b'{"a":' * 2000, b"[" * 2000 + b"]" * 2000, b'{"a":1,"a":2}', b'"' + b"x"),
)
LINES: tuple[bytes, ...] = (
    *(b"", b" ", b"\0" * 64, b"null", b"[]", b"{}", b"1", b'"x"', b"\xef\xbb\xbf", b"\xff\xfe"),
    *(b"<<<<<<< HEAD", b"=======", b">>>>>>> theirs", b"||||||| base", b"{" * 3000),
    *(b'{"annotate":1}', b'{"annotate":1,"article":"seeds/a.txt"}', b'{"op":"put"}', b'{"op":1}'),
    *(b'{"op":"del","id":"id-1","rev":9}', b'{"op":"del","id":"","rev":1}', b'{"op":"put","id":1}'),
)


def damaged(raw: bytes, chance: Random) -> bytes:
    """Return a log with one to four things wrong."""
    for _ in range(chance.randint(1, 4)):
        raw = chance.choice(WAYS)(raw, chance)
    return raw


def _field(raw: bytes, chance: Random) -> bytes:
    """Give a field of a line another value."""
    lines = raw.split(b"\n")
    at = chance.randrange(len(lines))
    try:
        fields = json.loads(lines[at])
    except (ValueError, RecursionError):
        return raw
    if not isinstance(fields, dict) or not fields:
        return raw
    name = chance.choice([*fields, "new", "op", "annotate", "label", "mark"])
    if chance.random() < 0.2:
        fields.pop(name, None)
        lines[at] = json.dumps(fields).encode()
    elif chance.random() < 0.5:
        fields[name] = chance.choice(EVIL)
        lines[at] = json.dumps(fields, ensure_ascii=chance.random() < 0.5).encode(
            errors="surrogatepass"
        )
    else:
        fields[name] = "@@"
        lines[at] = json.dumps(fields).encode().replace(b'"@@"', chance.choice(RAW))
    return b"\n".join(lines)


def _line(raw: bytes, chance: Random) -> bytes:
    """Put a line in, take one out, say one twice, or swap two."""
    lines = raw.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines.insert(at, chance.choice(LINES))
        case 1:
            del lines[at]
        case 2:
            lines.insert(at, lines[other])
        case _:
            lines[at], lines[other] = lines[other], lines[at]
    return b"\n".join(lines)


def _bytes(raw: bytes, chance: Random) -> bytes:
    """Turn bits round, lose bytes, add some, or write NULs."""
    if not raw:
        return raw
    at = chance.randrange(len(raw))
    size = chance.choice((1, 1, 1, 4, 64, 512))
    instead = (
        b"",
        bytes(size),
        bytes((raw[at] ^ 1 << chance.randrange(8),)),
        chance.randbytes(size),
        raw[at : at + size] * 2,
        b"\n",
        b'"',
    )
    return raw[:at] + chance.choice(instead) + raw[at + size :]


def _cut(raw: bytes, chance: Random) -> bytes:
    """Lose the end."""
    return raw[: chance.randrange(len(raw) + 1)]


WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (_field, _field, _field, _line, _bytes, _cut)
