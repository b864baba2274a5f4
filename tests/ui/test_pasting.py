"""What a terminal sends, in whatever pieces it comes: an Escape in a paste ends nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from annotator.ui.pasting import PasteParser

BEGIN, END = "\x1b[200~", "\x1b[201~"


def parsed(*pieces: str) -> list[str]:
    """Return the names of the keys, and what was pasted in “”."""
    parser = PasteParser()
    told = [event for piece in pieces for event in parser.feed(piece)]
    return [f"“{e.text}”" if isinstance(e, events.Paste) else e.key for e in told]


@pytest.mark.parametrize(
    "sent, told",
    [
        ("a", ["a"]),
        ("\x1b[C", ["right"]),
        (f"a{BEGIN}words{END}b", ["a", "“words”", "b"]),
        (f"{BEGIN}{END}a", ["“”", "a"]),
        (f"{BEGIN}one\x1btwo{END}", ["“one␛two”"]),
        (f"{BEGIN}\x1b[Ca\x1b]52;c;x\x07{END}", ["“␛[Ca␛]52;c;x\x07”"]),
        (f"{BEGIN}one{BEGIN}two{END}", ["“one␛[200~two”"]),
        (f"{BEGIN}one\x1b[201{END}", ["“one␛[201”"]),
        (f"{BEGIN}one{END}a{BEGIN}two{END}", ["“one”", "a", "“two”"]),
    ],
)
def test_keys_and_pastes(sent: str, told: list[str]):
    assert parsed(sent) == told


@given(
    st.lists(st.sampled_from([BEGIN, END, "\x1b", "a", "[2", "0", "1~", "acs"]), max_size=8),
    st.text(["\x1b", "[", "2", "0", "1", "~", "a"], max_size=12).filter(
        lambda text: END not in text
    ),
    st.lists(st.integers(0, 40), max_size=4),
)
def test_nothing_pasted_is_a_key_however_it_is_cut(before: list[str], pasted: str, cuts: list[int]):
    sent = f"{''.join(before)}{END}|{BEGIN}{pasted}{END}x"
    edges = [0, *sorted(min(cut, len(sent)) for cut in cuts), len(sent)]
    pieces = [sent[start:end] for start, end in pairwise(edges) if start < end]
    assert parsed(*pieces)[-2:] == [f"“{pasted.replace(chr(27), '␛')}”", "x"]
