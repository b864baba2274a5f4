"""Formats `markdown` and `html`: articles with their annotations for people to read."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from annotator.exchange.annotated import AnnotatedArticle
from annotator.exchange.holding import in_order, text_of
from annotator.exchange.ledger import Ledger
from annotator.marking.annotation import Annotation
from annotator.text.span import Span

_MARKUP = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]()#+-.!|<>~=$&:"})
_STYLE = """
body { font: 1.05rem/1.7 serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
mark { background: color-mix(in srgb, currentColor 9%, transparent); color: inherit;
  border-bottom: 2px solid; padding-bottom: 1px; }
mark::after { content: attr(data-label); font: .65rem sans-serif; vertical-align: super;
  margin-left: .2em; }
mark[data-more]::after { content: none; }
dl { font: .85rem/1.4 sans-serif; } dt { float: left; clear: left; margin-right: .6em; }
""".strip()


def export_markdown(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:  # noqa: ARG001 - as every format
    """Yield each article as a section: paragraphs, below each what is said about it."""
    for annotated in articles:
        lines = [f"# {_plain(annotated.meta.title or annotated.id)}", ""]
        if origin := _origin(annotated):
            lines += [_plain(origin), ""]
        sayings = _Sayings(annotated)
        for paragraph, made in _paragraphs(annotated):
            words = "".join(
                f"**{bare}**" if over and (bare := _plain(piece)).strip() else _plain(piece)
                for piece, over in _segments(annotated, paragraph, made)
            )
            lines += [words, ""]
            lines += [f"- {_plain(line)}" for line in sayings.lines(paragraph, made)]
            lines += [""] if lines[-1] else []
        yield "\n".join(lines).encode() + b"\n"


def export_html(articles: Iterable[AnnotatedArticle], ledger: Ledger) -> Iterator[bytes]:  # noqa: ARG001 - as every format
    """Yield one page: marks in the text, below each paragraph notes, attributes and links."""
    head = '<!doctype html>\n<html lang="und">\n<head>\n<meta charset="utf-8">\n'
    csp = "default-src 'none'; style-src 'unsafe-inline'"
    head += f'<meta http-equiv="Content-Security-Policy" content="{csp}">\n'
    head += f"<title>Annotated articles</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
    yield head.encode()
    for annotated in articles:
        title = escape(annotated.meta.title or annotated.id)
        lines = [f'<article>\n<h2 dir="auto">{title}</h2>']
        if origin := _origin(annotated):
            lines.append(f'<p dir="auto"><small>{escape(origin)}</small></p>')
        sayings = _Sayings(annotated)
        for paragraph, made in _paragraphs(annotated):
            words = "".join(
                _marked(piece, over) for piece, over in _segments(annotated, paragraph, made)
            )
            lines.append(f'<p dir="auto">{words}</p>')
            if said := list(sayings.lines(paragraph, made)):
                listed = "".join(f'<li dir="auto">{escape(line)}</li>' for line in said)
                lines.append(f"<ul>{listed}</ul>")
        yield ("\n".join([*lines, "</article>"]) + "\n").encode()
    yield b"</body>\n</html>\n"


def _origin(annotated: AnnotatedArticle) -> str:
    """Return where an article with a title is from."""
    meta = annotated.meta
    facts = (meta.author, meta.outlet, meta.date, meta.url, annotated.id if meta.title else "")
    return ", ".join(filter(None, facts))


def _paragraphs(annotated: AnnotatedArticle) -> Iterator[tuple[Span, list[Annotation]]]:
    """Yield the paragraphs, each with the annotations that touch it."""
    coming = list(reversed(in_order(annotated)))
    touching: list[Annotation] = []
    for paragraph in text_of(annotated).paragraphs:
        while coming and coming[-1].start < paragraph.end:
            touching.append(coming.pop())
        touching = [made for made in touching if made.end > paragraph.start]
        yield paragraph, touching


def _segments(
    annotated: AnnotatedArticle, paragraph: Span, made: Sequence[Annotation]
) -> Iterator[tuple[str, list[tuple[Annotation, bool]]]]:
    """Yield pieces of a paragraph with the annotations over each, and whether each ends there."""
    text = text_of(annotated).text
    edges = {paragraph.start, paragraph.end}
    edges.update(o for a in made for o in a.span if paragraph.start < o < paragraph.end)
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        over = [(a, a.end == end) for a in made if a.start < end and start < a.end]
        yield text[start:end], over


def _marked(piece: str, over: Sequence[tuple[Annotation, bool]]) -> str:
    words = escape(piece)
    for annotation, ends in reversed(over):
        label = escape(annotation.label)
        more = "" if ends else " data-more"
        words = f'<mark data-label="{label}" title="{label}"{more}>{words}</mark>'
    return words


class _Sayings:
    """What is said of the annotations of an article, line by line."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        quotes = {made.id: _one_line(made.quote) for made in annotated.annotations()}
        self._links: dict[str, str] = {}
        for relation in annotated.relations():
            link = f"; {relation.relation} “{quotes[relation.target]}”"
            self._links[relation.source] = self._links.get(relation.source, "") + link

    def lines(self, paragraph: Span, made: Sequence[Annotation]) -> Iterator[str]:
        """Yield a line for each annotation that begins in a paragraph."""
        for annotation in made:
            if annotation.start < paragraph.start:
                continue
            line = f"{annotation.label}: “{_one_line(annotation.quote)}” ({annotation.by})"
            line += "".join(f", {name}: {value}" for name, value in annotation.attributes.items())
            line += self._links.get(annotation.id, "")
            yield line + (f" — {_one_line(annotation.note)}" if annotation.note else "")


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _plain(words: str) -> str:
    """Return words that Markdown takes for nothing else, on one line."""
    return " ".join(words.splitlines()).translate(_MARKUP)
