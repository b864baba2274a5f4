"""Draw docs/screen.svg, the picture in the README: the real screen on the finished example.

Run as: python docs/draw_screen.py
"""

import asyncio
import re
import shutil
import tempfile
from pathlib import Path

from annotator.session.commands import all_commands
from annotator.session.keymap import build_keymap
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import find_project
from annotator.storage.schema_file import find_schema
from annotator.ui.app import AnnotateApp
from annotator.ui.desk import Desk
from annotator.ui.reader import Reader
from annotator.ui.theme import DARK

ROOT = Path(__file__).parents[1]
ARTICLE = "seeds/wire-port-adler-ferry.txt"
KEYS = ("/", *"struck a sandbank", "enter", "escape", "right", "right", "P")


async def picture(root: Path) -> str:
    """Return the screen as SVG after some keys."""
    project = find_project(root / "seeds")
    schema, _ = find_schema(project, None)
    library = FolderLibrary(project, "example", schema.name)
    keymap = build_keymap(all_commands(schema))
    app = AnnotateApp(Reader(Desk(library, schema, keymap), ARTICLE, 0, DARK), at_once=False)
    async with app.run_test(size=(112, 30)) as pilot:
        await pilot.pause(0.5)
        await pilot.press(*KEYS)
        await pilot.pause(0.5)
        return app.export_screenshot(title="annotate seeds/")


def main() -> None:
    """Draw it from a copy of the project, which stays untouched."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("seeds", "schemas", "annotations"):
            shutil.copytree(ROOT / name, Path(folder, name))
        drawn = asyncio.run(picture(Path(folder)))
    # The fonts of the web are not asked for, and ids do not change from one drawing to the next.
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    drawn = re.sub(r"terminal-\d+", "terminal", drawn)
    Path(ROOT, "docs", "screen.svg").write_text(drawn, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
