"""What the reader tells the application. Handlers are called `on_reader_…`."""

from textual.message import Message

from annotator.marking.labels import Label
from annotator.text.span import Span

Answer = tuple[Label, tuple[Span, ...]]
"""With which label the hits are to be tagged, and which of them."""


class Wanted(Message, namespace="reader"):
    """The person wants another screen: articles, hits, help or palette."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what


class Free(Message, namespace="reader"):
    """The reader is no longer busy."""


class Shown(Message, namespace="reader"):
    """The first screen is there."""


class Themed(Message, namespace="reader"):
    """The theme was switched."""


class Left(Message, namespace="reader"):
    """The person, or a signal, ends the program."""

    def __init__(self, code: int, farewell: str) -> None:
        super().__init__()
        self.code, self.farewell = code, farewell
