"""kill -9 at any moment loses nothing that was called saved."""

import random
import subprocess
import sys
import time
from pathlib import Path

from annotator.storage.event_log import read_log
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import Project

TAG = """
import sys
from annotator.marking.annotation import Annotation
from annotator.session.event import Event
from annotator.storage.folder_library import FolderLibrary
from annotator.storage.project import Project

library = FolderLibrary(Project(sys.argv[1]), "ana")
opened = library.open("seeds/a.txt")
assert not opened.read_only, opened.read_only
number = len(opened.state.latest)
while True:
    told = {"by": "ana", "ts": f"{number:09}"}
    record = Annotation(id=f"id-{number}", label="actor", start=0, end=3, quote="Ada", **told)
    library.save("seeds/a.txt", [Event(id=record.id, rev=1, batch="b", record=record, **told)])
    print(record.id, flush=True)
    number += 1
"""


def test_kill_9_loses_nothing_that_was_called_saved(root: Path, log: Path):
    chance = random.Random(11)
    acknowledged: list[str] = []
    for _ in range(12):
        window = subprocess.Popen([sys.executable, "-c", TAG, str(root)], stdout=subprocess.PIPE)
        assert window.stdout
        acknowledged.append(window.stdout.readline().decode().strip())
        time.sleep(chance.random() * 0.03)
        window.kill()
        acknowledged += window.communicate()[0].decode().split("\n")[:-1]
        contents = read_log(str(log))
        kept = {event.id for event in contents.events}
        assert {name for name in acknowledged if name} <= kept
        assert all("unfinished" in fault.what for fault in contents.faults[-1:])
    assert FolderLibrary(Project(str(root)), "ana").open("seeds/a.txt").read_only == ""
