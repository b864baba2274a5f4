"""No file makes a reader fail: what cannot be understood is refused, the rest is taken."""

import json
from random import Random

import pytest
from samples import TEXTS, everything, source, written

from annotator.exchange.formats import FORMATS
from annotator.exchange.incoming import Incoming
from annotator.exchange.merging import Terms, merge
from annotator.session.moment import Moment

VALUES = (None, 0, -1, 1e300, True, "", "x", 10**18, 10**30)
MANY = ([], {}, [1], {"a": 1}, [[]], [None], {"text": [1]}, [["x"]])
BYTES = (b"\t", b"\n", b"|", b"[", b"\\", b" ", b"\0", b"\xff", b"-", b";", b'"', b"9", b"_")
TIMES = 40


def changed(told, chance):
    """Return a JSON value with something in it replaced or gone."""
    if isinstance(told, dict | list) and told and chance.random() < 0.8:
        keys = list(told) if isinstance(told, dict) else range(len(told))
        key = chance.choice(keys)
        if chance.random() < 0.1:
            del told[key]
        else:
            told[key] = changed(told[key], chance)
        return told
    return chance.choice([*VALUES, *json.loads(json.dumps(MANY))])


def damaged(raw, chance):
    """Return bytes of which some are lost, doubled or others."""
    torn = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(torn) + 1)
        match chance.randrange(4):
            case 0:
                del torn[at : at + chance.randint(1, 20)]
            case 1:
                torn[at:at] = chance.choice(BYTES)
            case 2:
                torn[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                torn[at:at] = torn[at // 2 : at // 2 + 15]
    return bytes(torn[: chance.randrange(len(torn) + 1)] if chance.random() < 0.1 else torn)


def strange(raw, chance):
    line = chance.choice(raw.split(b"\n")).rstrip(b",")
    try:
        told = json.loads(line)
    except ValueError:
        return damaged(raw, chance)
    if chance.random() < 0.4:
        return damaged(raw, chance)
    return raw.replace(line, json.dumps(changed(told, chance)).encode(), 1)


@pytest.mark.parametrize(
    "chosen",
    [known for known in FORMATS.values() if known.read and not known.extra],
    ids=lambda chosen: chosen.name,
)
def test_whatever_the_bytes(chosen, article, annotated):
    chance = Random(chosen.name)
    text = TEXTS["emoji inside"]
    told, _ = written(chosen, annotated(article(text), **everything(text)))
    for _ in range(TIMES):
        raw = strange(told.whole(), chance)
        for record in chosen.reader()(source("x/kamenik.ann", raw, text.encode())):
            if isinstance(record, Incoming):
                _merge(record, article(text))


def _merge(record, article):
    names = {made.by for made in record.annotations} | {made.by for made in record.relations}
    names |= {by for by, _ in record.reviewed} | set(record.done)
    terms = Terms({name: name or "ana" for name in names}, "import:x", Moment(1, 2), "b")
    merge(record, article, {name: {} for name in terms.names.values()}, terms)
