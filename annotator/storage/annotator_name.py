"""Who is annotating: said by an option, else by the environment, else by the login."""

import os
import re

from annotator.errors import UsageError
from annotator.storage.log_path import check_annotator

_LOGIN = ("LOGNAME", "USER", "LNAME", "USERNAME")


def annotator_name(option: str | None) -> str:
    """Return the name from --annotator, else from $ANNOTATE_ANNOTATOR, else of the login.

    Raises:
        UsageError: a name that was given cannot be one, or there is none at all.
    """
    given = option if option is not None else os.environ.get("ANNOTATE_ANNOTATOR")
    if given:
        check_annotator(given)
        return given
    if option is not None:
        raise UsageError("The annotator's name is empty. Say who you are: --annotator NAME")
    name = re.sub(r"[^\w.-]+", "-", _login())[:64].strip("-")
    try:
        check_annotator(name)
    except UsageError:
        raise UsageError("Nobody knows your name. Say who you are: --annotator NAME") from None
    return name


def _login() -> str:
    for variable in _LOGIN:
        if name := os.environ.get(variable):
            return name
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return ""
