"""Suggestions by rules: an article of 10 KB in each of the four languages, whole and by slices."""

import gc
from collections.abc import Iterator
from time import process_time
from typing import NamedTuple

from made_up import KB
from report import Finding, middle, ms, report

from annotator.marking.labels import Label, LabelSchema
from annotator.marking.proposing import proposed, proposing
from annotator.text.article import Article
from annotator.text.read import read_article

SIZE = 10 * KB
ROUNDS = 15
WHOLE, SLICE = 0.030, 0.005
SCHEMA = LabelSchema(
    "bench",
    tuple(Label(name, name[0], "amber") for name in ("claim", "source", "actor", "location")),
)
# A paragraph in each language; numbers in it keep the copies apart.
PARAGRAPHS = {
    "en": (
        "{n} men left Port Adler on Monday, the harbour board said. “We did not close this port,”"
        " said Samira Dawar, the union’s president. “The company closed it.” According to the"
        " Ministry of Works, the road to Skerry Head is open, but residents of the eastern"
        " districts denied that anybody had used it. The engineer told reporters in Kesten that"
        " the dyke had held and that nobody was hurt."
    ),
    "de": (
        "{n} Menschen kamen am Montag in die Turnhalle von Lauenstein. „Wir brauchen das Wasser“,"
        " sagte Bürgermeisterin Karin Pohl. Der Verband teilte mit, die Zahlen seien falsch; man"
        " habe sie nie veröffentlicht. Nach Angaben der Polizei wurde niemand verletzt. Wer die"
        " Rohre flicke, so Landrat Dieter Kamm, könne sich die Mauer sparen."
    ),
    "fr": (
        "Quelque {n} personnes ont manifesté lundi à Larrieu. « Nous n’avons rien signé », a"
        " déclaré Jeanne Morvan, présidente du syndicat. Selon la préfecture, le pont restera"
        " fermé jusqu’en mai. Le maire, Paul Castaing, affirme que l’ouvrage est dangereux et que"
        " l’État le sait. « Le barrage tiendra », assure-t-il."
    ),
    "es": (
        "Unas {n} personas bloquearon el puerto de Santa Lucía el lunes. «No hemos firmado nada»,"
        " afirmó la presidenta del sindicato, Elvira Sanz. Según el Ministerio de Pesca, las"
        " capturas cayeron un 14 por ciento. El alcalde, Ramón Ibarra, dijo que la protesta era"
        " ilegal y que los vecinos de Ronda lo saben."
    ),
}


class Run(NamedTuple):
    """Seconds of CPU: the whole article, and its longest slice; and how much was found."""

    whole: float
    longest: float
    found: int


def main() -> None:
    """Measure, and report."""
    runs: dict[str, list[Run]] = {language: [] for language in PARAGRAPHS}
    for turn in range(-1, ROUNDS):  # The first makes the patterns.
        for language in PARAGRAPHS:
            runs[language] += [_run(language)][: turn + 1]
    report("suggestions", list(_findings(runs)), dict(runs))


def _article(language: str) -> Article:
    paragraphs: list[str] = []
    size = 0
    while size < SIZE:
        paragraphs.append(PARAGRAPHS[language].format(n=100 + len(paragraphs)))
        size += len(paragraphs[-1].encode()) + 2
    article = read_article(f"{language}.txt", "\n\n".join(paragraphs).encode())
    if article.language != language:
        message = f"The article is taken for {article.language}, not {language}."
        raise ValueError(message)
    return article


def _run(language: str) -> Run:
    """Return what a first look at an article takes; each article is a new one to all caches."""
    article = _article(language)
    gc.collect()
    began = process_time()
    found = len(proposed(article, SCHEMA))
    whole = process_time() - began
    article = _article(language)
    longest = 0.0
    mark = process_time()
    for _ in proposing(article, SCHEMA):
        now = process_time()
        longest = max(longest, now - mark)
        mark = now
    return Run(whole, longest, found)


def _findings(runs: dict[str, list[Run]]) -> Iterator[Finding]:
    for language, measured in runs.items():
        whole = middle([run.whole for run in measured])
        longest = middle([run.longest for run in measured])
        yield Finding(
            f"10 KB in {language}, {measured[0].found} suggestions",
            f"{ms(whole)} CPU",
            budget=f"≤ {ms(WHOLE)}",
            held=whole <= WHOLE,
        )
        yield Finding(
            f"the longest slice in {language}",
            f"{ms(longest)} CPU",
            budget=f"≤ {ms(SLICE)}",
            held=longest <= SLICE,
        )


if __name__ == "__main__":
    main()
