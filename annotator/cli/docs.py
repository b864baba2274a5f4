"""`annotate docs`, hidden: write the pages that are made from the program, or compare them."""

from collections.abc import Mapping
from pathlib import Path

import click

from annotator.cli.talk import say
from annotator.errors import UsageError
from annotator.exchange.format_tables import carried_table, format_table
from annotator.session.commands import COMMANDS
from annotator.session.keys_page import keys_page
from annotator.storage.schema_file import docs_files

FORMAT_PAGE, FORMATS_PAGE = "docs/format.md", "docs/formats.md"
BEGIN, END = "<!-- made by `annotate docs` -->\n", "<!-- end -->\n"


def pages(root: Path) -> Mapping[str, str]:
    """Return what the made pages should say, by their paths in the source folder `root`."""
    tables = {FORMAT_PAGE: format_table(), FORMATS_PAGE: carried_table()}
    return {
        **docs_files(),
        "docs/keys.md": keys_page(COMMANDS),
        **{page: _with_made_part(root, page, table) for page, table in tables.items()},
    }


@click.command(hidden=True)
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; name what differs.")
def command(root: Path, *, only_check: bool) -> int:
    """Write the pages of the source folder that are made from the program."""
    differing = []
    for name, expected in pages(root).items():
        path = root / name
        if path.exists() and path.read_text("utf-8") == expected:
            continue
        differing.append(name)
        if not only_check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(expected, "utf-8", newline="\n")
    for name in differing:
        say(f"{name} differs; run: annotate docs" if only_check else f"wrote {name}")
    return 1 if differing and only_check else 0


def _with_made_part(root: Path, page: str, made: str) -> str:
    path = root / page
    if not path.exists():
        raise UsageError(f"There is no {page} in '{root}': not the source of annotate.")
    before, begin, rest = path.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise UsageError(f"{page} has no part between {BEGIN.strip()} and {END.strip()}")
    return f"{before}{begin}\n{made}\n{end}{after}"
