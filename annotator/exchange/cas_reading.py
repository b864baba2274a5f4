"""Read UIMA CAS JSON: whatever has a place and a label is an annotation.

What else is simple in it, a text or a number, is an attribute.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from annotator.exchange.cas import ARTICLE, DETAILS, FACTS, RELATION
from annotator.exchange.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingRelation,
    Read,
    Refusal,
    Source,
    attributes_of,
)
from annotator.exchange.json_source import reason
from annotator.exchange.units import from_utf16
from annotator.text.meta import meta_in

Structure = dict[str, Any]
_LABELS = ("value", "label", "category")
_GENERAL = re.compile(r"\.(segmentation|metadata)\.|\.(DocumentAnnotation|CASMetadata)$")
"""Types that say how a text is cut, or what is known of the whole."""
_ENDS = (("@source", "@target"), ("@Governor", "@Dependent"), ("@from", "@to"))


class Cas(Struct, frozen=True):
    """A file, as far as it matters here."""

    structures: list[Structure] = msgspec.field(name="%FEATURE_STRUCTURES")


def read(source: Source) -> Read:
    """Yield the one record of a file."""
    raw = source.whole()
    try:
        structures = msgspec.json.decode(raw, type=Cas).structures
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        yield Refusal(1, reason(error, raw))
        return
    texts = [s["sofaString"] for s in structures if isinstance(s.get("sofaString"), str)]
    if not texts:
        yield Refusal(1, "no text in it (no `sofaString`)")
        return
    if len(texts) > 1:
        yield Refusal(1, f"{len(texts)} texts in it: only the first is read")
    details = {str(s.get("@of")): s for s in structures if s.get("%TYPE") == DETAILS}
    about = next((s for s in structures if s.get("%TYPE") == ARTICLE), {})
    article = about.get("articleId")
    yield from _unlabelled(structures)
    name = source.name.removesuffix(".json").replace("\\", "/")
    yield Incoming(
        line=1,
        article=article if isinstance(article, str) else "",
        name=name,
        meta=meta_in(about),
        text=texts[0],
        annotations=list(_annotations(structures, texts[0], details)),
        relations=list(_relations(structures)),
    )


def _annotations(
    structures: list[Structure], text: str, details: Mapping[str, Structure]
) -> Iterator[IncomingAnnotation]:
    narrowed = from_utf16(text)
    for told in structures:
        label = _label(told)
        start, end = told.get("begin"), told.get("end")
        if not label or not isinstance(start, int) or not isinstance(end, int):
            continue
        if _ends(told):
            continue
        key = str(told.get("%ID"))
        own = details.get(key)
        facts = _facts(told if own is None else own)
        yield IncomingAnnotation(
            label=label,
            start=narrowed(start) if end > start >= 0 else start,
            end=narrowed(end) if end > start >= 0 else end,
            key=key,
            id=facts["recordId"],
            attributes=_attributes(facts, told, ("identifier",) if own else ()),
            note=facts["note"],
            by=facts["by"],
            ts=facts["ts"],
            origin=facts["origin"],
            line=1,
        )


def _relations(structures: list[Structure]) -> Iterator[IncomingRelation]:
    for told in structures:
        ends = _ends(told)
        if not ends:
            continue
        facts = _facts(told)
        yield IncomingRelation(
            relation=_label(told) or str(told.get("%TYPE")).rpartition(".")[2],
            source=ends[0],
            target=ends[1],
            id=facts["recordId"] if told.get("%TYPE") == RELATION else "",
            attributes=_attributes(facts, told),
            note=facts["note"],
            by=facts["by"],
            ts=facts["ts"],
            origin=facts["origin"],
            line=1,
        )


def _label(told: Structure) -> str:
    return str(told.get(_label_feature(told), ""))


def _label_feature(told: Structure) -> str:
    """Return the name of the feature that has the label, "" if none has."""
    return next((f for f in _LABELS if isinstance(told.get(f), str) and told[f]), "")


def _ends(told: Structure) -> tuple[str, str] | None:
    for one, other in _ENDS:
        if one in told and other in told:
            return str(told[one]), str(told[other])
    return None


def _facts(told: Structure) -> dict[str, str]:
    return {name: fact if isinstance(fact := told.get(name), str) else "" for name in FACTS}


def _attributes(
    facts: Mapping[str, str], told: Structure, known: Collection[str] = ()
) -> dict[str, str | int]:
    """Return the attributes that a file of ours tells, and the features that nothing else says."""
    label = _label_feature(told)
    features = {
        name: value
        for name, value in told.items()
        if isinstance(value, str | int | float)
        and name[:1] not in tuple("%@^")
        and name not in (label, "begin", "end", *FACTS, *known)
    }
    try:
        own = msgspec.json.decode(facts["attributes"] or "{}")
    except msgspec.DecodeError:
        own = {}
    return attributes_of(features | (own if isinstance(own, dict) else {}))


def _unlabelled(structures: list[Structure]) -> Iterator[Refusal]:
    """Name the types of what has a place and no label, but for what every document has."""
    kinds = Counter(
        str(told.get("%TYPE"))
        for told in structures
        if isinstance(told.get("begin"), int) and not _label(told) and not _ends(told)
    )
    for kind, count in kinds.items():
        if not _GENERAL.search(kind):
            has = "has" if count == 1 else "have"
            what = f"{count} of the type {kind} {has} no value, label or category; left out"
            yield Refusal(1, what)
