"""The screen: Textual, and the one place where offsets become cells."""
