"""Read news articles in a terminal and mark who says what, by keyboard."""

__version__ = "0.1.0"
