"""The names of the commands. Each is `command` in the module of its name, `import` in `import_`."""

DEFAULT = "open"
"""What a PATH without a command means."""

COMMANDS = (DEFAULT, "add", "export", "import", "show", "check", "status", "completion")
"""Those that the help shows, in its order."""

HIDDEN = ("docs",)
"""Those that only developers need."""
