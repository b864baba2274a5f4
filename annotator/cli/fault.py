"""A fault of the program itself: its traceback goes to a file, never to the screen."""

import os
import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path

from annotator import __version__
from annotator.cli.talk import say
from annotator.storage.durable import create
from annotator.storage.state_folder import usable_folder

INTERNAL_FAULT = 70
"""EX_SOFTWARE of sysexits.h."""


def say_fault(fault: Exception) -> int:
    """Write down what happened, say where, and return the exit code."""
    say(f"Internal fault: {type(fault).__name__}. What was called saved is saved.")
    told = (
        f"annotate {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"{sys.argv!a}\n\n{''.join(traceback.format_exception(fault))}"
    )
    try:
        name = f"{datetime.now().astimezone():%Y-%m-%dT%H-%M-%S}-{os.getpid()}.txt"
        path = Path(usable_folder("faults"), name)
        create(str(path), told.encode(errors="backslashreplace"))
        say(f"Please report it, with this file: {path}")
    except OSError as error:
        say(f"The report could not be written ({error.strerror}); its end: {fault}")
    return INTERNAL_FAULT
