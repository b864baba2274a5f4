"""The names of the commands. Each is `command` in the module of its name."""

DEFAULT = "open"
"""What a PATH without a command means."""

COMMANDS = (DEFAULT, "export", "show", "check", "status", "completion")
"""Those that the help shows, in its order."""

HIDDEN = ("docs",)
"""Those that only developers need."""
