"""Acronyms, and the ways to name an office: `MoD`, `Ministry of Defence`, `Defence Ministry`."""

from typing import Final

from annotator.marking.article_names import LONGEST_ACRONYM, ArticleNames
from annotator.marking.name_tokens import Key
from annotator.marking.name_words import OFFICES, PARTICLES, UNIONS

_SURE: Final = 3  # letters of an acronym that need no introduction in brackets
_USUAL: Final = 2  # times that a shorter one must stand in the article
_WELL_KNOWN: Final = frozenset(("us", "un", "eu", "uk", "it", "is", "am", "pm", "tv", "ad", "pr"))
"""They stand for nothing else."""


def acronym_of(names: ArticleNames, short: Key, full: Key) -> bool:
    """Say whether a name is the acronym of another."""
    if len(short) != 1 or len(full) == 1:
        return False
    acronym = short[0]
    if full in names.introduced.get(acronym, ()):
        return True
    if len(acronym) < _SURE and full[-1] not in UNIONS and not _is_usual(names, short, full):
        return False
    if not 1 < len(acronym) <= LONGEST_ACRONYM or (
        short in names.forms and not names.acronym(short)
    ):
        return False
    return any(acronym in _initials(words) for words in (full, turned(full)))


def turned(name: Key) -> Key:
    """Return the other way to name an office: `Ministry of Defence` for `Defence Ministry`.

    A name that is none stays as it is.
    """
    if name[-1] in OFFICES and len(name) > 1 and name[0] not in OFFICES:
        return (name[-1], "of", *name[:-1])
    if len(name) > len(("x", "of")) and name[0] in OFFICES and name[1] == "of":
        rest = tuple(key for key in name[2:] if key not in {"the", "affairs"})
        return (*rest, name[0])
    return name


def _initials(full: Key) -> set[str]:
    main = (key for key in full if key not in PARTICLES and key not in {"and", "for"})
    return {"".join(key[0] for key in full), "".join(key[0] for key in main)}


def _is_usual(names: ArticleNames, short: Key, full: Key) -> bool:
    """Say whether the article has an acronym of two letters often, for a name of two words."""
    if len(full) != len(short[0]) or short[0] in _WELL_KNOWN:
        return False
    return len(names.forms.get(short, ())) >= _USUAL
