"""Guess the language of an article, cheaply: where sentences and clauses end depends on it."""

import re
from collections import Counter
from typing import Final

_SAMPLE: Final = 4_000  # code points looked at
_RAREST: Final = 0.05  # the share of function words below which the guess is not taken

_SCRIPTS: Final = (  # first and last letter, language
    ("A", "\u024f", "latin"),
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u04ff", "cyrillic"),
    ("\u0531", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "arabic"),
    ("\u0900", "\u097f", "hi"),
    ("\u0980", "\u09ff", "bn"),
    ("\u0a00", "\u0a7f", "pa"),
    ("\u0a80", "\u0aff", "gu"),
    ("\u0b80", "\u0bff", "ta"),
    ("\u0c00", "\u0c7f", "te"),
    ("\u0c80", "\u0cff", "kn"),
    ("\u0d00", "\u0d7f", "ml"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u1000", "\u109f", "my"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u1200", "\u137f", "am"),
    ("\u1780", "\u17ff", "km"),
    ("\u1e00", "\u1eff", "latin"),
    ("\u3041", "\u30ff", "ja"),
    ("\u3400", "\u9fff", "zh"),
    ("\uac00", "\ud7a3", "ko"),
)
# Letters that only one of the languages of a script has; the first that occurs decides.
_CYRILLIC: Final = (
    ("ў", "be"),
    ("їєґ", "uk"),
    ("ѓќ", "mk"),
    ("јљњћђ", "sr"),
    ("ыэ", "ru"),
    ("ъ", "bg"),
)
_ARABIC: Final = (("\u0679\u0688\u0691\u06d2", "ur"), ("\u067e\u0686\u0698\u06af\u06cc", "fa"))
_KANA_SHARE: Final = 0.1  # Japanese takes its nouns from the Chinese characters.

_FUNCTION_WORDS: Final = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that it for was on with as he by at from has have not are this",
        "de": "der die und das in den von zu mit ist nicht des auf ein eine im dem sich auch es",
        "fr": "le la les de et des en un une du est que qui dans pour au par sur pas plus il ce",
        "es": "el la los de y en que un una las del por con se para no es su al lo más como",
        "it": "il di che e la in un una del per non è della con sono da le dei si gli anche nel",
        "pt": "o a os de e em que um uma do da no na para com não se por mais dos ao foi",
        "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door",
        "ca": "el la els de i en que un una les del per amb és no al va dels com més",
        "ro": "și de în la a cu pe din nu este un o care să pentru mai au fost prin sau",
        "sv": "och att det i en som på är av för med den till har inte om ett från han",
        "da": "og at det i en som på er af for med den til har ikke der et fra de han",
        "no": "og at det i en som på er av for med den til har ikke et fra de han ble",
        "fi": "ja on ei että se oli hän mutta myös ovat kun joka tai niin kuin sen ole mukaan",
        "pl": "i w na z nie się do że to jest o jak po ale za przez od są dla który",
        "cs": "a v se na je že s z o do by i to ve ale jako za po které pro",
        "hu": "a az és hogy nem is egy meg volt ez de ha csak már mint azt el magyar",
        "tr": "ve bir bu da de için ile olarak çok en olan gibi daha ne kadar sonra ise o",
        "id": "yang dan di itu dengan untuk dari dalam tidak ini pada akan juga ke oleh telah",
        "vi": "và của là có được cho trong với một không đã này các những người khi để",
    }.items()
}


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the language that the beginning is most likely in, else `en`."""
    sample = text[:_SAMPLE].lower()
    letters = Counter(sample)
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        if letter.isalpha():
            scripts[_script(letter)] += count
    script = max(scripts, key=scripts.__getitem__, default="latin")
    if script in {"latin", ""}:
        return _by_words(sample)
    if script == "cyrillic":
        return _by_letters(letters, _CYRILLIC, "ru")
    if script == "arabic":
        return _by_letters(letters, _ARABIC, "ar")
    if script == "zh" and scripts["ja"] > _KANA_SHARE * scripts["zh"]:
        return "ja"
    return script


def _script(letter: str) -> str:
    return next((name for first, last, name in _SCRIPTS if first <= letter <= last), "")


def _by_letters(letters: Counter[str], rules: tuple[tuple[str, str], ...], other: str) -> str:
    """Return the language of the first rule one of whose letters occurs."""
    return next((name for special, name in rules if any(map(letters.get, special))), other)


def _by_words(sample: str) -> str:
    """Return the language of which most function words occur, English among equals."""
    tokens = re.findall(r"[^\W\d_]+", sample)
    counts = Counter(tokens)
    scores = {
        language: sum(counts[word] for word in words) for language, words in _FUNCTION_WORDS.items()
    }
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > _RAREST * len(tokens) else "en"
