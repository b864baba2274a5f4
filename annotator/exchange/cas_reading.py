"""Read UIMA CAS JSON: whatever has a place and a label is an annotation."""

from collections.abc import Iterator, Mapping
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
        facts = _facts(details.get(key, told))
        yield IncomingAnnotation(
            label=label,
            start=narrowed(start) if end > start >= 0 else start,
            end=narrowed(end) if end > start >= 0 else end,
            key=key,
            id=facts["recordId"],
            attributes=_attributes(facts),
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
            attributes=_attributes(facts),
            note=facts["note"],
            by=facts["by"],
            ts=facts["ts"],
            origin=facts["origin"],
            line=1,
        )


def _label(told: Structure) -> str:
    named = (told.get(name) for name in _LABELS)
    return next((name for name in named if isinstance(name, str) and name), "")


def _ends(told: Structure) -> tuple[str, str] | None:
    for one, other in _ENDS:
        if one in told and other in told:
            return str(told[one]), str(told[other])
    return None


def _facts(told: Structure) -> dict[str, str]:
    return {name: fact if isinstance(fact := told.get(name), str) else "" for name in FACTS}


def _attributes(facts: Mapping[str, str]) -> dict[str, str | int]:
    try:
        told = msgspec.json.decode(facts["attributes"] or "{}")
    except msgspec.DecodeError:
        return {}
    return attributes_of(told) if isinstance(told, dict) else {}
