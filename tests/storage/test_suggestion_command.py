"""Commands that suggest: whatever they do, what is good of it is used and nothing hangs."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from annotator.errors import UsageError
from annotator.marking.labels import Label, LabelSchema
from annotator.session.library import Proposals
from annotator.storage import suggestion_command
from annotator.storage.article_file import load_article
from annotator.storage.project import Project
from annotator.storage.proposers import Proposers
from annotator.storage.suggestion_command import SuggestionCommand, split_command, time_limit
from annotator.storage.suggestion_file import SuggestionFile
from annotator.storage.suggestion_line import IN_A_ROW, IN_ALL

SCHEMA = LabelSchema("news", (Label("actor", "a", "blue"), Label("location", "l", "green")))
ADA = {"label": "actor", "start": 0, "end": 12, "quote": "Ada Lovelace"}
MOST = 20.0


@pytest.fixture
def article(root: Path):
    return load_article(Project(str(root)), "seeds/a.txt")


def proposed_by(proposers: Proposers, article) -> Proposals:
    """Return what the only proposer proposes."""
    (found,) = proposers.proposals(article, SCHEMA)
    return found


@pytest.fixture
def ask(article, tmp_path: Path):
    """Run a script on the article; return what it proposes, and the faults without the command."""

    def run(script: str, seconds: float = MOST):
        path = tmp_path / "tool.py"
        path.write_text(script)
        command = SuggestionCommand([sys.executable, "-I", "-S", str(path)], seconds)
        found = proposed_by(Proposers((), [command]), article)
        return found.suggestions, [fault.what for fault in found.faults]

    return run


def test_it_reads_the_article_and_prints_lines(ask):
    suggestions, faults = ask(
        "import json, os, sys\n"
        "text = sys.stdin.buffer.read().decode()\n"
        "start = text.index('Charles')\n"
        "print(json.dumps({'label': json.loads(os.environ['ANNOTATE_LABELS'])[0], 'start': start,\n"
        "    'end': start + 7, 'quote': 'Charles', 'score': 0.25, 'source':\n"
        "    os.environ['ANNOTATE_LANGUAGE'] + '.' + os.environ['ANNOTATE_ARTICLE']}))\n"
    )
    assert faults == []
    (found,) = suggestions
    assert (found.label, found.start, found.end, found.score) == ("actor", 28, 35, 0.25)
    assert found.source == "en.seeds-a.txt"


def test_the_article_comes_with_every_code_point(root: Path, tmp_path: Path):
    (root / "seeds" / "b.txt").write_bytes("\ufeff😀\r\n\u2028e\u0301".encode())
    article = load_article(Project(str(root)), "seeds/b.txt")
    script = (
        "import sys; print(ascii(sys.stdin.buffer.read().decode()), file=sys.stderr); sys.exit(1)"
    )
    command = SuggestionCommand([sys.executable, "-I", "-S", "-c", script])
    (fault,) = proposed_by(Proposers((), [command]), article).faults
    assert fault.what == f"failed with exit code 1: {article.text!a}"


@pytest.mark.parametrize(
    "script, faults",
    [
        ("pass", []),
        ("print(); print('  ')", []),
        ("import os; os.close(0)", []),
        ("raise SystemExit(3)", ["failed with exit code 3"]),
        ("import sys; sys.exit('no model\\nof that name')", ["failed with exit code 1: no model"]),
        ("import sys; sys.exit('\\x1b[31mred')", ["failed with exit code 1: ␛[31mred"]),
        ("{}['x']", ["failed with exit code 1: KeyError: 'x'"]),
        ("import os; os.abort()", ["ended by signal 6"]),
        ("print('garbage')", ["not JSON from here on"]),
        ("print('{\"label\":')", ["not a whole line of JSON"]),
        ("import os; os.write(1, b'\\xff\\xfe')", ["not UTF-8 from here on"]),
    ],
)
def test_how_it_can_fail(ask, script: str, faults: list[str]):
    assert ask(script) == ((), faults)


def test_what_is_good_is_used_although_it_fails_in_the_end(ask):
    elsewhere = json.dumps(ADA | {"article": "x.txt"})
    printed = f'{json.dumps(ADA)}\n{{]\n{elsewhere}\n{{"lab'
    suggestions, faults = ask(f"import os; os.write(1, {printed.encode()!r}); raise SystemExit(2)")
    assert [(found.start, found.end) for found in suggestions] == [(0, 12)]
    assert faults == [
        "failed with exit code 2",
        "not JSON from here on",
        "it is about another article, 'x.txt'",
    ]


def test_it_is_stopped_after_its_time_with_all_its_children(ask, tmp_path: Path, monkeypatch):
    ready = tmp_path / "ready"
    script = (
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen(['sleep', '99'])\n"
        f"print({json.dumps(ADA)!r}, flush=True)\n"
        "print('still loading', file=sys.stderr, flush=True)\n"
        f"open({str(ready)!r} + 'x', 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        f"os.replace({str(ready)!r} + 'x', {str(ready)!r})\n"
        "time.sleep(99)\n"
    )
    wait = subprocess.Popen.wait

    def its_time(process, timeout=None):
        if timeout == MOST:
            assert wait_for(ready.exists)
            raise subprocess.TimeoutExpired("tool", MOST)
        return wait(process, timeout)

    monkeypatch.setattr(subprocess.Popen, "wait", its_time)
    suggestions, faults = ask(script)
    assert len(suggestions) == 1
    assert faults == [
        "stopped after 20 seconds (ANNOTATE_SUGGEST_TIMEOUT gives it longer): still loading"
    ]
    assert all(gone(int(pid)) for pid in ready.read_text().split())


def test_it_is_stopped_when_it_prints_without_end(ask, monkeypatch):
    monkeypatch.setattr(suggestion_command, "OUTPUT_LIMIT", 1 << 20)
    suggestions, faults = ask("while True: print(' ' * 2000)")
    assert (suggestions, faults) == ((), ["stopped: it printed more than 1 MiB"])


FLOOD = "it prints no suggestions: so many lines are none that the rest was not read"


@pytest.mark.parametrize(
    "script, kept, refused",
    [
        ("for _ in range(5000): print('y')", 0, IN_A_ROW),
        (f"for _ in range(5000): print({json.dumps(ADA)!r})", 1, IN_A_ROW),
        (
            (
                "import json\n"
                "for n in range(30000):\n"
                "    print('y' if n % 3 else json.dumps({'label': 'actor', 'start': 0,\n"
                "        'end': 12, 'quote': 'Ada Lovelace', 'source': f's{n}'}))\n"
            ),
            IN_ALL // 2,
            IN_ALL,
        ),
    ],
)
def test_what_prints_no_suggestions_is_not_heard_out(article, script, kept, refused):
    command = SuggestionCommand([sys.executable, "-I", "-S", "-c", script])
    found = proposed_by(Proposers((), [command]), article)
    assert found.faults[0].what == FLOOD
    assert found.faults[1].line == 1 + (kept > 0)
    assert (len(found.suggestions), len(found.faults) - 1 + found.more) == (kept, refused)


@pytest.mark.parametrize(
    "script, faults",
    [
        (f"print('\\n' * ({IN_A_ROW} - 1), end='')", []),
        (f"print('\\n' * {IN_A_ROW}, end='')", []),
        (f"print('\\n' * ({IN_A_ROW} + 1), end='')", [FLOOD]),
    ],
)
def test_how_many_lines_are_too_many(ask, script, faults):
    assert ask(script) == ((), faults)


def test_what_it_complains_without_end_is_not_kept(ask):
    script = "import sys\nfor _ in range(300): sys.stderr.write('x' * 1000)\nsys.exit(1)"
    _, faults = ask(script)
    assert faults[0].startswith("failed with exit code 1: xxx")
    assert len(faults[0]) < 300


def test_a_child_that_holds_the_pipes_open_is_not_waited_for(ask, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(suggestion_command, "_GRACE", 0.05)
    pid = tmp_path / "pid"
    script = (
        "import subprocess\n"
        f"open({str(pid)!r}, 'w').write(str(subprocess.Popen(['sleep', '99']).pid))\n"
        f"print({json.dumps(ADA)!r})\n"
    )
    suggestions, faults = ask(script)
    assert (len(suggestions), faults) == (1, [])
    assert gone(int(pid.read_text()))


@pytest.mark.parametrize(
    "program, fault",
    [
        ("nowhere-at-all", "there is no program 'nowhere-at-all'"),
        ("{folder}", "'{folder}' cannot be run: permission denied"),
        ("{folder}/plain.txt", "'{folder}/plain.txt' cannot be run: permission denied"),
    ],
)
def test_what_cannot_be_run(article, tmp_path: Path, monkeypatch, program: str, fault: str):
    (tmp_path / "plain.txt").write_text("no program")
    monkeypatch.chdir(tmp_path)
    words = [program.format(folder=".")]
    found = proposed_by(Proposers((), [SuggestionCommand(words)]), article)
    assert [str(given) for given in found.faults] == [
        f"{shlex.join(words)}: {fault.format(folder='.')}"
    ]


def test_stopping_ends_it_and_the_next_article_can_be_asked_about(article, tmp_path: Path):
    pid = tmp_path / "pid"
    script = (
        "import os, sys, time\n"
        f"open({str(pid)!r} + 'x', 'w').write(str(os.getpid()))\n"
        f"os.replace({str(pid)!r} + 'x', {str(pid)!r})\n"
        f"print({json.dumps(ADA)!r}, flush=True)\n"
        f"time.sleep(99 if not os.path.exists({str(tmp_path / 'quick')!r}) else 0)\n"
    )
    command = SuggestionCommand([sys.executable, "-I", "-S", "-c", script], 99)
    proposers = Proposers((), [command, command])
    told = []
    asked = proposers.proposals(article, SCHEMA)
    thread = Thread(target=lambda: told.extend(asked))
    thread.start()
    wait_for(pid.exists)
    proposers.stop()
    thread.join(MOST)
    assert not thread.is_alive()
    assert told == []
    assert gone(int(pid.read_text()))
    (tmp_path / "quick").touch()
    again = list(proposers.proposals(article, SCHEMA))
    assert [len(proposed.suggestions) for proposed in again] == [1, 1]


def test_once_it_is_stopped_nobody_waits_for_those_who_hold_its_pipes(
    article, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(suggestion_command, "_GRACE", MOST * 2)
    pid = tmp_path / "pid"
    script = (
        "import subprocess, time\n"
        "child = subprocess.Popen(['sleep', '99'], start_new_session=True)\n"
        f"open({str(pid)!r} + 'x', 'w').write(str(child.pid))\n"
        f"__import__('os').replace({str(pid)!r} + 'x', {str(pid)!r})\n"
        "time.sleep(99)\n"
    )
    command = SuggestionCommand([sys.executable, "-I", "-S", "-c", script], 99)
    proposers = Proposers((), [command])
    asked = proposers.proposals(article, SCHEMA)
    thread = Thread(target=lambda: list(asked))
    thread.start()
    assert wait_for(pid.exists)
    proposers.stop()
    thread.join(MOST)
    os.kill(int(pid.read_text()), signal.SIGKILL)
    assert not thread.is_alive()


def test_what_was_asked_before_a_stop_begins_nothing_after_it(article, tmp_path: Path):
    begun = tmp_path / "begun"
    proposers = Proposers((), [SuggestionCommand(["touch", str(begun)])])
    asked = proposers.proposals(article, SCHEMA)
    proposers.stop()
    assert list(asked) == []
    assert not begun.exists()


def test_files_are_given_before_a_command_is_begun(article, root: Path, tmp_path: Path):
    begun, path = tmp_path / "begun", tmp_path / "some.jsonl"
    path.write_text(json.dumps(ADA | {"article": article.id}))
    proposers = Proposers(
        [SuggestionFile(str(root), str(path))], [SuggestionCommand(["touch", str(begun)])]
    )
    asked = proposers.proposals(article, SCHEMA)
    assert [made.source for made in next(asked).suggestions] == ["some"]
    assert not begun.exists()
    assert next(asked) == Proposals()
    assert begun.exists()


def test_the_script_names_the_source(article, tmp_path: Path):
    path = tmp_path / "my tool.py"
    path.write_text(f"print({json.dumps(ADA)!r})")
    command = SuggestionCommand([sys.executable, str(path)])
    (found,) = proposed_by(Proposers((), [command]), article).suggestions
    assert found.source == "my-tool"


@pytest.mark.parametrize("command, words", [("a 'b c' $HOME;", ("a", "b c", "$HOME;"))])
def test_a_command_is_split_and_no_shell_sees_it(command: str, words: tuple[str, ...]):
    assert split_command(command) == words


@pytest.mark.parametrize(
    "command, message",
    [("", "is empty"), ("  ", "is empty"), ("''", "is empty"), ("a 'b", "No closing quotation")],
)
def test_what_is_no_command(command: str, message: str):
    with pytest.raises(UsageError, match=message):
        split_command(command)


@pytest.mark.parametrize("given, seconds", [(None, 30), ("", 30), ("1.5", 1.5), ("600", 600)])
def test_the_time_it_has(monkeypatch, given: str | None, seconds: float):
    monkeypatch.delenv("ANNOTATE_SUGGEST_TIMEOUT", raising=False)
    if given is not None:
        monkeypatch.setenv("ANNOTATE_SUGGEST_TIMEOUT", given)
    assert time_limit() == seconds


@pytest.mark.parametrize("given", ["soon", "0", "-1", "nan", "inf"])
def test_what_is_no_time(monkeypatch, given: str):
    monkeypatch.setenv("ANNOTATE_SUGGEST_TIMEOUT", given)
    with pytest.raises(UsageError, match="is no number of seconds"):
        time_limit()


def gone(pid: int) -> bool:
    """Say whether a process has ended, once the system has had a moment to end it."""

    def ended() -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{pid}/stat")
        return status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z"

    return wait_for(ended)


def wait_for(happened) -> bool:
    end = time.monotonic() + MOST
    while not happened() and time.monotonic() < end:
        time.sleep(0.01)
    return happened()
