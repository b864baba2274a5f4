"""Text as XML 1.0 can hold it."""

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fit_for_xml(text: str) -> str:
    """Return the text with a stand-in for each character that XML has no place for."""
    return _UNFIT.sub("\ufffd", text)
