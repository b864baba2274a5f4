"""The disk: article files, schema files, event logs, the library. Nothing else touches it."""
