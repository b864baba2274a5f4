"""`annotate completion`: the script that lets a shell complete commands, options and paths."""

import click
from click.shell_completion import BashComplete, ShellComplete, get_completion_class

from annotator.cli.talk import need_output

_BASH_DROPS_COMMANDS = """\
            COMPREPLY=()
            compopt -o default
"""
_BASH_KEEPS_COMMANDS = """\
            compopt -o filenames
            COMPREPLY+=($(compgen -f -- "$value"))
"""


@click.command(
    epilog="""\b
Put the line for your shell where it starts:
  bash   eval "$(annotate completion bash)"    ~/.bashrc
  zsh    eval "$(annotate completion zsh)"     ~/.zshrc, below compinit
  fish   annotate completion fish | source     ~/.config/fish/config.fish""",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print a shell's completion script."""
    need_output()
    group = ctx.find_root().command
    known = get_completion_class(shell)
    assert known is not None  # noqa: S101 - the choice allows no other
    program = ctx.find_root().info_name or ""
    completer = known(group, {}, program, f"_{program}_COMPLETE".upper())
    # The base class's way: BashComplete.source runs bash only to warn of old versions.
    script = ShellComplete.source(completer)
    if isinstance(completer, BashComplete):
        script = script.replace(_BASH_DROPS_COMMANDS, _BASH_KEEPS_COMMANDS)
    click.echo(script)
