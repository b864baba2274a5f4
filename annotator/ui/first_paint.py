"""First paint: the article on the screen before Textual is loaded, in the cells it will have.

Uses the same layout, rows and looks as the reader, and imports little, so that the words can be
read some 0.2 s earlier. Annotations and the rows below the text come with the reader's own frame.
"""

from annotator.text.article import Article
from annotator.ui.ink import Ink, Row, Run
from annotator.ui.layout import Layout, Spot, scrolled
from annotator.ui.rows import Line, bar, blank, geometry, gutter_pieces, text_pieces
from annotator.ui.theme import Look, Theme, look


def first_paint(article: Article, offset: int, size: tuple[int, int], theme: Theme) -> str:
    """Return what to write to a terminal of `size` (columns, rows) in its alternate screen."""
    columns, height = size
    shape = geometry(columns, height, len(article.paragraphs))
    layout = Layout(article, shape.text)
    cursor = layout.spot(offset)
    top = scrolled(layout, Spot(0, 0), cursor, shape.text_rows, jumped=True)
    rows = [bar(f" {article.heading}", "", columns, Ink("header"))]
    for spot in layout.visible(top, shape.text_rows):
        lines = layout.rows(spot.paragraph)
        if spot.row >= len(lines):
            rows.append(blank(columns))
            continue
        current = spot.paragraph == cursor.paragraph
        runs = (Run(lines[0].start, "", 0, opens=False),)
        line = Line(lines[spot.row], runs, "text" if current else "quiet")
        number = str(spot.paragraph + 1) if spot.row == 0 else ""
        rows.append(
            (
                *gutter_pieces(number, shape.gutter, current=current, reviewed=False),
                *text_pieces(article.text, line, lambda _: "", shape.text),
                *blank(columns - shape.gutter - shape.text),
            )
        )
    rows += [blank(columns)] * (height - len(rows))
    return "\x1b[H" + "\r\n".join(_ansi(row, theme) for row in rows[:height]) + "\x1b[0m"


def _ansi(row: Row, theme: Theme) -> str:
    return "".join(f"\x1b[0;{_codes(look(p.ink, theme))}m{p.text}" for p in row if p.cells)


def _codes(wanted: Look) -> str:
    codes = ["1"] if wanted.bold else []
    codes += ["7"] if wanted.reverse else []
    for kind, colour in (("38", wanted.foreground), ("48", wanted.background)):
        if colour:
            red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
            codes.append(f"{kind};2;{red};{green};{blue}")
    return ";".join(codes) or "0"
