"""The disk: article files, schema files, event logs, the folder library. Nothing else touches it."""
