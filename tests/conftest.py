"""How the laws are tried, and what is counted beside passing and failing.

The laws take the same examples every time, untimed; `make fuzz` goes on chance. What a test does to
the disk or reads from the terminal is tallied, and the sums are printed at the end of a run.
"""

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import settings

settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("fuzz", max_examples=2000, deadline=None)
settings.load_profile("gate")

Tally = Callable[[str, int], None]
SUMS: Counter[str] = Counter()


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Return a function that counts something by name: faults injected, states built, …"""

    def count(what: str, number: int = 1) -> None:
        record_property("tally", (what, number))

    return count


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up what a test has tallied, in whichever worker it ran."""
    for name, value in report.user_properties if report.when == "teardown" else ():
        if name == "tally":
            what, number = value
            SUMS[what] += number


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the sums."""
    if SUMS:
        terminalreporter.section("reliability")
        for what in sorted(SUMS):
            terminalreporter.write_line(f"{SUMS[what]:>12,}  {what}")
