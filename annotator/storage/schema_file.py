"""Label schemas on the disk: the project's own in schemas/, else the one that annotate ships."""

import json
import os

from annotator.errors import Fault, FaultsError, UsageError
from annotator.marking.labels import LabelSchema
from annotator.storage.cause import cause, shown_path
from annotator.storage.nearest import did_you_mean
from annotator.storage.project import Project
from annotator.storage.regular_file import read_regular
from annotator.storage.schema_fields import json_schema
from annotator.storage.schema_reader import read_schema
from annotator.storage.yaml_tree import YAML_LIMIT
from annotator.text.display import display_line

FOLDER = "schemas"
_SUFFIXES = (".yaml", ".yml")
_SHIPPED = "news"


def load_schema(path: str, name: str = "") -> LabelSchema:
    """Read the label schema in a file; `name` is what to call the file in faults.

    Raises:
        FaultsError: all that is wrong with it.
        UsageError: the file cannot be read.
    """
    return read_schema(read_text(path, name or path), name or path)


def find_schema(project: Project, name: str | None) -> tuple[LabelSchema, str]:
    """Return the schema to use, and where it is from: "schemas/news.yaml".

    It is the file `name` of the project's schemas (with or without its suffix), else the file at
    the path `name`; without a name the project's only one; and where a project has none, the one
    that annotate ships.

    Raises:
        UsageError: there is no such schema, or several and no name.
        FaultsError: all that is wrong with it.
    """
    own = _own(project)
    if name is None:
        if len(own) > 1:
            listed = ", ".join(map(display_line, own))
            raise UsageError(f"There are several schemas; name one: --schema NAME, of {listed}")
        name = next(iter(own), _SHIPPED)
    stem = name.removesuffix(".yml").removesuffix(".yaml")
    if stem in own:
        place = f"{FOLDER}/{own[stem]}"
        return load_schema(os.path.join(project.root, FOLDER, own[stem]), place), place
    if name != stem and os.path.exists(name):
        return load_schema(name), name
    if own or stem != _SHIPPED:
        shown = f"There is no schema '{display_line(name)}' in {FOLDER}/"
        raise UsageError(f"{shown}{did_you_mean(stem, own) or '.'}")
    return load_schema(_shipped_path()), "the schema that annotate ships"


def docs_files() -> dict[str, str]:
    """Return the files that are generated from the schema's fields, by their paths."""
    return {
        f"{FOLDER}/label-schema.json": json.dumps(json_schema(), indent=2, ensure_ascii=False)
        + "\n"
    }


def read_text(path: str, name: str) -> str:
    """Return the text of a file that a person wrote for annotate, in UTF-8 and under 1 MiB.

    Raises:
        FaultsError: it is not UTF-8.
        UsageError: it cannot be read.
    """
    try:
        raw, _ = read_regular(path, YAML_LIMIT)
        return raw.decode()
    except OSError as error:
        raise UsageError(f"'{shown_path(name)}' cannot be read: {cause(error)}.") from None
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        fault = Fault(shown_path(name), line, column, "not UTF-8; save the file as UTF-8")
        raise FaultsError([fault]) from None


def _own(project: Project) -> dict[str, str]:
    """Return the names of the project's schema files, by their stems, sorted."""
    try:
        names = sorted(os.listdir(os.path.join(project.root, FOLDER)))
    except OSError:
        return {}
    return {
        os.path.splitext(name)[0]: name
        for name in names
        if name.endswith(_SUFFIXES) and not name.startswith(".")
    }


def _shipped_path() -> str:
    """Return where the wheel has it, else where a source checkout has it."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    file = f"{_SHIPPED}.yaml"
    installed = os.path.join(package, FOLDER, file)
    return installed if os.path.exists(installed) else os.path.join(package, "..", FOLDER, file)
