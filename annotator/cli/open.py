"""`annotate open`, or just `annotate PATH`: read an article and mark it."""

import os

import click

from annotator.cli.first import check_terminal, chosen_theme, painted, unpaint, where_to_begin
from annotator.cli.keys import keymap
from annotator.storage.annotator_name import annotator_name
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import find_project
from annotator.storage.schema_file import find_schema


@click.command()
@click.argument("path", type=click.Path())
@click.option("--schema", "schema_name", metavar="NAME", help="Which label schema to use.")
@click.option("--annotator", metavar="NAME", help="Who you are, if not your login name.")
@click.option(
    "--keys",
    metavar="FILE",
    type=click.Path(),
    envvar="ANNOTATE_KEYS",
    show_envvar=True,
    help="Other keys for commands.",
)
@click.option(
    "--theme",
    type=click.Choice(["dark", "light", "plain"]),
    help="Colours; plain has none.  [env var: ANNOTATE_THEME]",
)
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
def command(  # noqa: PLR0913 - one parameter an option
    path: str,
    schema_name: str | None,
    annotator: str | None,
    keys: str | None,
    theme: str | None,
    *,
    no_mouse: bool,
) -> int:
    """Read articles and mark who says what.

    PATH is an article or a folder of them; `annotate PATH` does the same. It goes on where you
    stopped last time.
    """
    # Before Textual is imported, which reads them once: the seconds that an Escape waits for the
    # rest of a key, and the frames a second at the most, which bound the wait of a second key.
    os.environ.setdefault("ESCDELAY", "25")
    os.environ.setdefault("TEXTUAL_FPS", "240")
    try:
        project = find_project(path)
        name = annotator_name(annotator)
        schema, _ = find_schema(project, schema_name)
        keys_now = keymap(schema, keys)
        check_terminal()
        library = FolderLibrary(project, name, schema.name)
        article_id, offset = where_to_begin(project, name)
        from annotator.ui.app import Start, run

        start = Start(article_id, offset, chosen_theme(theme), mouse=not no_mouse)
        return run(library, schema, keys_now, start, painted())
    finally:
        unpaint()
