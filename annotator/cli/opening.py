"""Open the reader: what `annotate PATH` does, with or without options."""

import os
import sys
from typing import NamedTuple

from annotator.cli.first import check_terminal, chosen_theme, painted, where_to_begin
from annotator.cli.keys import keymap
from annotator.storage.annotator_name import annotator_name
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import find_project
from annotator.storage.schema_file import find_schema


class Choices(NamedTuple):
    """What a person may choose on the command line; None: what is usual."""

    schema: str | None = None
    annotator: str | None = None
    keys: str | None = None
    theme: str | None = None
    mouse: bool = True


def open_reader(path: str, choices: Choices) -> int:
    """Run the reader on an article or a folder; return the exit code.

    Raises:
        AnnotatorError: there is nothing to read, or no way to show it.
    """
    # Read once, when Textual is imported: the milliseconds that an Escape waits for the rest of a
    # key, and the frames a second at the most, which bound the wait of a second key.
    os.environ.setdefault("ESCDELAY", "25")
    os.environ.setdefault("TEXTUAL_FPS", "1000")
    # asyncio does without; nothing here speaks TLS, and it takes 10 ms and 4 MB.
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type] # None: not there
    project = find_project(path)
    name = annotator_name(choices.annotator)
    schema, _ = find_schema(project, choices.schema)
    keys = keymap(schema, choices.keys or os.environ.get("ANNOTATE_KEYS"))
    check_terminal()
    library = FolderLibrary(project, name, schema.name)
    article_id, offset = where_to_begin(project, name)
    from annotator.ui.app import Start, run

    start = Start(article_id, offset, chosen_theme(choices.theme), mouse=choices.mouse)
    return run(library, schema, keys, start, painted())
