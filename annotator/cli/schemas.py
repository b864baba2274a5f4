"""The schemas of a project by name, for the commands that look at all of them."""

from collections.abc import Sequence
from pathlib import Path

from annotator.storage.project import Project
from annotator.storage.schema_file import FOLDER

_SUFFIXES = (".yaml", ".yml")


def schema_names(project: Project) -> Sequence[str | None]:
    """Return the project's schema files; None stands for the schema that annotate ships."""
    folder = Path(project.root, FOLDER)
    return sorted(path.name for path in folder.glob("*") if path.suffix in _SUFFIXES) or [None]
