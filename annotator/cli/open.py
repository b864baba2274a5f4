"""`annotate open`, or just `annotate PATH`: read an article and mark it."""

import click

from annotator.cli.opening import NO_SUGGESTIONS, Choices, open_reader


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
@click.option(
    "--suggestions",
    "files",
    multiple=True,
    metavar="FILE",
    type=click.Path(),
    help="Offer what this file suggests; may be repeated.",
)
@click.option(
    "--suggest-command",
    "commands",
    multiple=True,
    metavar="CMD",
    help="Offer what this program prints about each article; may be repeated.",
)
@click.option(
    "--no-suggestions",
    is_flag=True,
    help=f"Suggest nothing, for blind coding.  [env var: {NO_SUGGESTIONS}]",
)
def command(  # noqa: PLR0913 - one parameter an option
    path: str,
    schema_name: str | None,
    annotator: str | None,
    keys: str | None,
    theme: str | None,
    files: tuple[str, ...],
    commands: tuple[str, ...],
    *,
    no_mouse: bool,
    no_suggestions: bool,
) -> int:
    """Read articles and mark who says what.

    PATH is an article or a folder of them; `annotate PATH` does the same. It goes on where you
    stopped last time.
    """
    choices = Choices(
        schema_name,
        annotator,
        keys,
        theme,
        mouse=not no_mouse,
        suggestion_files=files,
        suggest_commands=commands,
        suggestions=not no_suggestions,
    )
    return open_reader(path, choices)
