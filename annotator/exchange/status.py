"""How far everybody is: one row an article and annotator, as a table or as JSON."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, json

from annotator.exchange.table import aligned

NOBODY = "–"


class AnnotatorStatus(Struct, frozen=True):
    """How far one annotator is with one article."""

    by: str
    annotations: int
    reviewed: int
    done: bool


class ArticleStatus(Struct, frozen=True):
    """How far everybody is with one article; nobody may have begun."""

    article: str
    paragraphs: int
    annotators: Sequence[AnnotatorStatus]


class Totals(Struct, frozen=True):
    """Sums over all articles. Reviewed paragraphs and done articles count once an annotator."""

    articles: int
    annotators: int
    paragraphs: int
    annotations: int
    reviewed: int
    done: int


class Status(Struct, frozen=True):
    """The whole project folder."""

    articles: Sequence[ArticleStatus]
    totals: Totals


def status(articles: Iterable[ArticleStatus]) -> Status:
    """Return the rows with their sums."""
    kept = tuple(articles)
    begun = [annotator for article in kept for annotator in article.annotators]
    totals = Totals(
        articles=len(kept),
        annotators=len({annotator.by for annotator in begun}),
        paragraphs=sum(article.paragraphs for article in kept),
        annotations=sum(annotator.annotations for annotator in begun),
        reviewed=sum(annotator.reviewed for annotator in begun),
        done=sum(annotator.done for annotator in begun),
    )
    return Status(kept, totals)


def status_json(whole: Status) -> bytes:
    """Return the status as indented JSON in UTF-8."""
    return json.format(json.encode(whole), indent=2) + b"\n"


def status_table(whole: Status) -> list[str]:
    """Return the status as lines for people, the sums of what stands above in the last."""
    rows = [("article", "annotator", "annotations", "reviewed", "done")]
    for article in whole.articles:
        for a in article.annotators or (AnnotatorStatus(NOBODY, 0, 0, done=False),):
            reviewed = f"{a.reviewed} of {article.paragraphs}"
            done = "done" if a.done else ""
            rows.append((article.article, a.by, str(a.annotations), reviewed, done))
    sums = whole.totals
    paragraphs = sum(each.paragraphs * max(1, len(each.annotators)) for each in whole.articles)
    rows.append(
        (
            counted(sums.articles, "article"),
            counted(sums.annotators, "annotator"),
            str(sums.annotations),
            f"{sums.reviewed} of {paragraphs}",
            f"{sums.done} done",
        )
    )
    return aligned(rows, right=(False, False, True, True, False))


def counted(number: int, thing: str) -> str:
    """Return "1 article", "2 articles", "1,000 articles"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
