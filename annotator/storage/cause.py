"""Say in plain words what the system refused, why, and what a person can do about it."""

import errno
import os

from annotator.text.display import display_line

_PATH_LIMIT = 4096

_WORDS = {
    errno.ENOSPC: "disk full",
    errno.EDQUOT: "disk quota used up",
    errno.EROFS: "read-only file system",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EIO: "the disk reports an input/output error",
    errno.ENOENT: "no such file or folder",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.EISDIR: "it is a folder, not a file",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "it is a symbolic link",
    errno.ENXIO: "it is a pipe or a device, not a file",
    errno.EMFILE: "too many open files",
    errno.EEXIST: "another program has just made it",
    errno.EFBIG: "the file would be larger than allowed here",
    errno.ESTALE: "the network folder has gone away",
}
_REMEDIES = {
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space",
    errno.EROFS: "make it writable",
    errno.EACCES: "make it writable",
    errno.EPERM: "make it writable",
    errno.EIO: "copy your files to another disk",
    errno.ESTALE: "connect it again",
}


def cause(error: OSError) -> str:
    """Return the reason in a few words, without the path."""
    if error.errno is None:
        return str(error)
    return _WORDS.get(error.errno) or os.strerror(error.errno)


def remedy(error: OSError) -> str:
    """Return what may help, as the rest of a sentence: "; free some space"; "" if nothing known."""
    known = _REMEDIES.get(error.errno or 0)
    return f"; {known}" if known else ""


def shown_path(path: str) -> str:
    """Return a path as it may stand in a message: safe for the terminal, but not shortened."""
    return display_line(path, _PATH_LIMIT)
