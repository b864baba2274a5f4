"""The limits that a person has set in the environment."""

import os

from annotator.errors import UsageError
from annotator.session.limits import PREFIX, Limits

_HIGHEST = 1 << 40


def limits() -> Limits:
    """Return the limits, each from $ANNOTATE_LIMIT_… if it is set there.

    Raises:
        UsageError: one is set to what is no number.
    """
    chosen = {
        name: _number(PREFIX + name.upper(), text)
        for name in Limits._fields
        if (text := os.environ.get(PREFIX + name.upper()))
    }
    return Limits(**chosen) if chosen else Limits()


def _number(variable: str, text: str) -> int:
    plain = text.replace("_", "")
    if plain.isascii() and plain.isdigit() and len(plain) < 14 and 1 <= int(plain) <= _HIGHEST:  # noqa: PLR2004 - the digits of the highest
        return int(plain)
    raise UsageError(f"{variable} is {text[:40]!a}; it must be a whole number from 1 on.")
