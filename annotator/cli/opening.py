"""Open the reader: what `annotate PATH` does, with or without options."""

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from annotator.cli.first import check_terminal, chosen_theme, painted, where_to_begin
from annotator.cli.keys import keymap
from annotator.errors import UsageError
from annotator.storage.annotator_name import annotator_name
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.limits import limits
from annotator.storage.project import Project, find_project
from annotator.storage.schema_file import find_schema

if TYPE_CHECKING:
    from annotator.storage.proposers import Proposers

NO_SUGGESTIONS = "ANNOTATE_NO_SUGGESTIONS"
"""Set to anything but 0 it switches all suggestions off."""


FOR_DEVELOPERS = (
    *("TEXTUAL", "TEXTUAL_DRIVER", "TEXTUAL_PRESS", "TEXTUAL_LOG", "TEXTUAL_DEBUG"),
    *("TEXTUAL_SCREENSHOT", "TEXTUAL_SHOW_RETURN"),
)
"""With these Textual would press keys, import a driver, or write what is read to files."""


COLOUR_SYSTEMS = ("auto", "standard", "256", "truecolor", "windows")
"""What Textual knows of them; with any other word it fails."""


class Choices(NamedTuple):
    """What a person may choose on the command line; None: what is usual."""

    schema: str | None = None
    annotator: str | None = None
    keys: str | None = None
    theme: str | None = None
    mouse: bool = True
    suggestion_files: tuple[str, ...] = ()
    suggest_commands: tuple[str, ...] = ()
    suggestions: bool = True


def open_reader(path: str, choices: Choices) -> int:
    """Run the reader on an article or a folder; return the exit code.

    Raises:
        AnnotatorError: there is nothing to read, or no way to show it.
    """
    # Read once, when Textual is imported: the milliseconds that an Escape waits for the rest of a
    # key, and the frames a second at the most, which bound the wait of a second key.
    for variable in FOR_DEVELOPERS:
        os.environ.pop(variable, None)
    if os.environ.get("TEXTUAL_COLOR_SYSTEM") not in COLOUR_SYSTEMS:
        os.environ.pop("TEXTUAL_COLOR_SYSTEM", None)
    os.environ.setdefault("ESCDELAY", "25")
    os.environ.setdefault("TEXTUAL_FPS", "1000")
    # asyncio does without; nothing here speaks TLS, and it takes 10 ms and 4 MB.
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type] # None: not there
    project = find_project(path)
    name = annotator_name(choices.annotator)
    schema, _ = find_schema(project, choices.schema)
    keys = keymap(schema, choices.keys or os.environ.get("ANNOTATE_KEYS"))
    suggestions = choices.suggestions and os.environ.get(NO_SUGGESTIONS, "") in ("", "0")
    proposers = _proposers(project, choices, wanted=suggestions)
    check_terminal()
    library = FolderLibrary(project, name, schema.name, proposers)
    article_id, offset = where_to_begin(project, name)
    from annotator.ui.app import Start, run

    start = Start(
        article_id,
        offset,
        chosen_theme(choices.theme),
        mouse=choices.mouse,
        suggestions=suggestions,
        limits=limits(),
    )
    return run(library, schema, keys, start, painted())


def _proposers(project: Project, choices: Choices, *, wanted: bool) -> "Proposers | None":
    """Return the files and commands that were named, None for none.

    Raises:
        UsageError: one of them cannot be meant, or no suggestions are wanted.
    """
    if not choices.suggestion_files and not choices.suggest_commands:
        return None
    if not wanted:
        raise UsageError(
            f"--no-suggestions (or {NO_SUGGESTIONS}) switches all suggestions off, "
            "and --suggestions or --suggest-command asks for some. Leave one of them out."
        )
    from annotator.storage.proposers import Proposers
    from annotator.storage.suggestion_command import SuggestionCommand, split_command, time_limit
    from annotator.storage.suggestion_file import SuggestionFile, check_readable

    for path in choices.suggestion_files:
        check_readable(path)
    commands = [split_command(command) for command in choices.suggest_commands]
    seconds = time_limit() if commands else 0.0
    return Proposers(
        [SuggestionFile(project.root, path) for path in choices.suggestion_files],
        [SuggestionCommand(words, seconds) for words in commands],
    )
