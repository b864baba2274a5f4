"""The whole application, driven by keys."""
