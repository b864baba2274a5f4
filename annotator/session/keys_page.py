"""The page docs/keys.md, made from the command table."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from annotator.session.command import GROUPS, Command
from annotator.session.keymap import CTRL_LETTERS, NAMED_KEYS

_HEAD: Final = """\
# Keys

This page is made by `annotate docs` from the command table. In the program `?` shows the keys, and
`:` finds a command by its name.

Select, then act: move to a word, widen the selection if need be, press the key of a label. **Small
letters and digits belong to the labels** of your schema; everything else belongs to the program, so
a label never clashes with a command. The keys in the second column do the same on terminals that
send them; nothing needs them.
"""

_LABELS: Final = """\
Each label has the key that the schema gives it, and the id `label.NAME`. The key tags what is
selected; with nothing selected, what the schema says for the label: the word, clause, quotation,
sentence or paragraph at the cursor. Pressed again, it takes the label off.
"""

_OWN: Final = """\
## Keys of your own

Write a YAML file, one command a line, and name it with `--keys FILE` or in `ANNOTATE_KEYS`:

```yaml
annotation.note: f2
find.next: [ctrl+n, f3]
label.claim: ч
move.screen_up:
```

The keys in the file take the place of all keys that the command has. A list gives several, nothing
after the colon gives none. Your key wins over a key of the second column; any other clash, a
command that does not exist and a key that terminals cannot send are told with their line before
anything opens, and by `annotate check --keys FILE`. A label that another schema has is passed over.

A key is named by the character that it types, so capitals are `A`, not `shift+a`. In YAML most
punctuation needs quotation marks: `"["`. These have names:
"""

_NOTES: Final = {
    "Move": "After `space` the same keys move the end of the selection, until `space` or `escape`.",
    "Tag": _LABELS.rstrip("\n"),
}


def keys_page(commands: Sequence[Command]) -> str:
    """Return the page in Markdown; `commands` are those that need no schema."""
    return "\n".join([_HEAD, *_groups(commands), _OWN, *_names()]).rstrip("\n") + "\n"


def _groups(commands: Sequence[Command]) -> Iterator[str]:
    for group in GROUPS:
        yield f"## {group}\n"
        if note := _NOTES.get(group):
            yield f"{note}\n"
        rows = [_row(command) for command in commands if command.group == group]
        if rows:
            yield "| key | also | what it does | id |\n| --- | --- | --- | --- |"
            yield "\n".join(rows) + "\n"


def _row(command: Command) -> str:
    keys, extras = _listed(command.keys), _listed(command.extras)
    return f"| {keys} | {extras} | {command.help} | `{command.id}` |"


def _names() -> Iterator[str]:
    yield f"{_listed(NAMED_KEYS)}\n"
    letters = "".join(CTRL_LETTERS)
    yield f"and `ctrl+` with one of the letters `{letters}`.\n"


def _listed(keys: Iterable[str]) -> str:
    return " ".join(map(_code, keys))


def _code(key: str) -> str:
    """Return a key as code in a table; a bar would end the cell, a backquote the code."""
    if key == "`":
        return "`` ` ``"
    return "`" + key.replace("|", "\\|") + "`"
