"""The person's own folder for what is never shared: bookmarks, locks, rescued changes."""

import os
import sys

_NAME = "annotate"
_LINUX = sys.platform.startswith("linux")


def state_folder() -> str:
    """Return its path: $ANNOTATE_STATE_DIR, else where the system keeps such things.

    It may not exist yet.
    """
    if chosen := os.environ.get("ANNOTATE_STATE_DIR"):
        return os.path.abspath(chosen)
    if _LINUX:  # As platformdirs does it, without the time that its import takes.
        base = os.environ.get("XDG_STATE_HOME", "").strip() or "~/.local/state"
        return os.path.join(os.path.expanduser(base), _NAME)
    from platformdirs import user_state_dir

    return user_state_dir(_NAME, appauthor=False)


def make_folder(name: str, base: str | None = None) -> str:
    """Make the folder `name` in the state folder (or in `base`), for this person alone.

    Raises:
        OSError: it cannot be made.
    """
    base = state_folder() if base is None else base
    folder = os.path.join(base, name)
    os.makedirs(base, mode=0o700, exist_ok=True)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder


def usable_folder(name: str) -> str:
    """Make the folder `name` where it can be written to, and return its path.

    Where that is not the state folder, it is a folder of the person's own among the temporary
    files.

    Raises:
        OSError: neither can be had.
    """
    try:
        folder = make_folder(name)
    except OSError:
        return _temporary(name)
    return folder if os.access(folder, os.W_OK | os.X_OK) else _temporary(name)


def _temporary(name: str) -> str:
    from tempfile import gettempdir

    user = getattr(os, "getuid", lambda: "user")()
    own = os.path.join(gettempdir(), f"{_NAME}-{user}")
    os.makedirs(own, mode=0o700, exist_ok=True)
    status = os.lstat(own)
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o077):
        raise OSError(f"{own} is open to others")
    return make_folder(name, own)
