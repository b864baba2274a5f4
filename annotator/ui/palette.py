"""The palette: every command by its name."""

from contextlib import suppress
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from annotator.session.command import Command
from annotator.text.display import display_line
from annotator.ui.chrome import key_name
from annotator.ui.reader import Reader


class CommandNames(Provider):
    """Offers the commands of the reader. All text goes in as content, never as markup."""

    async def discover(self) -> Hits:
        """Offer everything while nothing is typed."""
        for command in self._commands():
            yield DiscoveryHit(_shown(command), self._run(command), text=command.title)

    async def search(self, query: str) -> Hits:
        """Offer what resembles the query."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = matcher.match(f"{command.title} {command.help}")
            if score > 0:
                yield Hit(score, _shown(command), self._run(command), text=command.title)

    def _commands(self) -> tuple[Command, ...]:
        return _reader(self).desk.keymap.commands

    def _run(self, command: Command) -> partial[None]:
        return partial(_reader(self).run_command, command)


class Palette(CommandPalette):
    """Textual's; but moving by pages in a list that shows nothing does not end the program."""

    def __init__(self) -> None:
        super().__init__([CommandNames], placeholder="Find a command by its name")

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)


def _reader(provider: Provider) -> Reader:
    reader = provider.app.screen_stack[0]
    assert isinstance(reader, Reader)  # noqa: S101 - the first screen is always the reader
    return reader


def _shown(command: Command) -> Content:
    key = next(iter((*command.keys, *command.extras)), "")
    text = f"{display_line(command.title)}: {display_line(command.help, 300)}"
    return Content.assemble((f"{key_name(key):<10}", "bold"), text)
