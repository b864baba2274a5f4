"""The `annotate` group: `open` where no command is named, and every failure told in words.

Exit codes: 0 done · 1 done in part, or refused · 2 a command line that cannot be meant · 70 a fault
of the program · 130 interrupted · 141 the reader of a pipe went away.
"""

import os
import sys
from collections.abc import Collection, Sequence
from importlib import import_module
from io import BufferedWriter, RawIOBase, TextIOWrapper
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, NoReturn

import click

from annotator import __version__
from annotator.cli.names import COMMANDS, DEFAULT, HIDDEN
from annotator.cli.talk import say
from annotator.errors import AnnotatorError, UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

PROGRAM = "annotate"

_NEAR = 0.75
"""Of the letters of a mistyped word: one of four may be wrong, missing, too many or swapped."""

EXAMPLES = """\b
Examples:
  annotate seeds/                       read the articles in a folder and mark them
  annotate export > annotations.jsonl   one annotation a line
  annotate status                       how far everybody is
  annotate check                        every fault in the project folder"""


class CommandGroup(click.Group):
    """Commands by name. A first word that is neither one nor an option of the group is a PATH."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Return the names that the help shows, in its order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click calls it
        """Import the command of that name."""
        if cmd_name not in COMMANDS + HIDDEN:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"annotator.cli.{module}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `open` before a first word that names no command."""
        own = _options(self, ctx)
        if args and args[0] not in own and args[0] not in COMMANDS + HIDDEN:
            if not ctx.resilient_parsing:
                self._refuse_mistyped_option(ctx, args[0], own)
                _refuse_mistyped_command(args[0])
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say that a PATH alone is enough."""
        formatter.write_usage(ctx.command_path, "PATH | COMMAND [OPTIONS] …")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Offer paths and the options of `open` beside the commands."""
        from click.shell_completion import CompletionItem

        default = self.get_command(ctx, DEFAULT)
        assert default is not None  # noqa: S101 - it stands in the table
        if incomplete.startswith("-"):
            offered = super().shell_complete(ctx, incomplete)
            values = {item.value for item in offered}
            more = default.shell_complete(ctx, incomplete)
            return offered + [item for item in more if item.value not in values]
        return [CompletionItem(incomplete, type="file"), *super().shell_complete(ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> int:
        """Run the command; a reader of a pipe who has seen enough is no failure to talk about."""
        try:
            code = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
        except BrokenPipeError:
            _discard_output()
            return 141
        except click.UsageError as mistake:
            if mistake.ctx is None and ctx.invoked_subcommand:  # Whose help would have helped.
                command = self.get_command(ctx, ctx.invoked_subcommand)
                assert command is not None  # noqa: S101 - it was invoked
                mistake.ctx = click.Context(command, ctx, ctx.invoked_subcommand)
            raise
        return code or 0

    def _refuse_mistyped_option(self, ctx: click.Context, word: str, own: Collection[str]) -> None:
        """Refuse a first word that is an option of neither the group nor `open`."""
        name = word.partition("=")[0]
        if not name.startswith("-") or name in ("-", "--"):
            return
        default = self.get_command(ctx, DEFAULT)
        assert default is not None  # noqa: S101 - it stands in the table
        known = {*own, *_options(default, ctx)}
        if name not in known:
            near = _near(name, known)
            raise click.NoSuchOption(name, possibilities=near and [near], ctx=ctx)

    def main(  # type: ignore[override] # never returns, which click leaves open
        self,
        args: Sequence[str] | None = None,
        prog_name: str = PROGRAM,
        **extra: Any,  # noqa: ANN401 - handed on to click as it came
    ) -> NoReturn:
        """Run one command and leave with its exit code."""
        extra["standalone_mode"] = False
        _prepare_output()
        try:
            code = super().main(args, prog_name, **extra)
        except click.UsageError as mistake:
            code = _say_usage(mistake)
        except click.ClickException as refusal:
            say(refusal.format_message())
            code = refusal.exit_code
        except AnnotatorError as failure:
            say(str(failure))
            code = failure.exit_code
        except click.Abort:
            code = 130
        except Exception as fault:  # noqa: BLE001 - the one place: nothing may reach the screen raw
            reason = _output_fails()
            if reason:
                say(f"The output was not written: {reason}.")
                _discard_output()
                code = 1
            else:
                from annotator.cli.fault import say_fault

                code = say_fault(fault)
        sys.exit(code)


def _prepare_output() -> None:
    """Let standard output take every sign, and keep what it could not write; see `_output_fails`.

    Not every terminal knows every sign.
    """
    out = sys.stdout
    if isinstance(out, TextIOWrapper):
        if isinstance(out.buffer, RawIOBase):  # PYTHONUNBUFFERED, which some containers set.
            sys.stdout = out = TextIOWrapper(BufferedWriter(out.buffer), out.encoding)
        out.reconfigure(errors="backslashreplace")


def _output_fails() -> str:
    """Say why standard output cannot be written to; "" if it can."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()  # What could not be written is still there to be tried again.
    except OSError as error:
        from annotator.storage.cause import cause

        return cause(error)
    return ""


def _discard_output() -> None:
    """Let nothing fail when Python ends and writes what is left to standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _options(command: click.Command, ctx: click.Context) -> set[str]:
    return {name for option in command.get_params(ctx) for name in option.opts}


def _near(word: str, known: Collection[str]) -> str:
    """Return the one of `known` that a slip of the fingers or two makes into `word`; else ""."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(
        word, sorted(known), scorer=OSA.normalized_similarity, score_cutoff=_NEAR
    )
    return found[0] if found else ""


def _refuse_mistyped_command(word: str) -> None:
    """Refuse a word that is no path but looks like a command."""
    if word.startswith("-") or os.path.lexists(word):
        return
    if near := _near(word, COMMANDS):
        raise UsageError(
            f"There is no file or folder '{word}'; did you mean the command '{PROGRAM} {near}'?"
        )


def _say_usage(mistake: click.UsageError) -> int:
    if isinstance(mistake, click.exceptions.NoArgsIsHelpError):
        say(mistake.format_message())
    else:
        command = mistake.ctx.command_path if mistake.ctx else PROGRAM
        say(f"{mistake.format_message()}\n{command} -h shows how it is meant.")
    return mistake.exit_code


@click.group(
    cls=CommandGroup, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, message=f"{PROGRAM} %(version)s")
def annotate() -> None:
    """Read news articles in a terminal and mark who says what, by keyboard."""
