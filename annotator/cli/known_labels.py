"""The labels that can be asked for: those of the project's schemas, and those that are in use."""

from collections.abc import Collection

from annotator.cli.reading import ProjectReader
from annotator.errors import AnnotatorError, UsageError
from annotator.storage.nearest import did_you_mean
from annotator.storage.project import Project
from annotator.text.display import display_line


def check_labels(project: Project, labels: Collection[str]) -> None:
    """Refuse a label that no schema and no log of the project has.

    The logs are read only for labels that no schema has. A schema that cannot be read may have any.

    Raises:
        UsageError: there is no such label.
    """
    if not labels:
        return
    try:
        known = _of_schemas(project)
    except AnnotatorError:
        return
    if not set(labels) <= known:
        every = ProjectReader(Project(project.root)).read()
        known.update(made.label for reading in every for made in reading.annotated.annotations())
    for label in labels:
        if label not in known:
            raise UsageError(
                f"No schema and no log here has a label '{display_line(label)}'"
                f"{did_you_mean(label, sorted(known)) or '.'}"
            )


def _of_schemas(project: Project) -> set[str]:
    from annotator.cli.schemas import schema_names  # The export of all labels needs no schema.
    from annotator.storage.schema_file import find_schema

    schemas = [find_schema(project, name)[0] for name in schema_names(project)]
    return {label.name for schema in schemas for label in schema.labels}
