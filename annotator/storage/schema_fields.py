"""The fields of a schema file: one table for the reader and for the JSON Schema of editors."""

from typing import Any, NamedTuple

from annotator.marking.labels import PALETTE, UNITS

NAME_LIMIT = 64
"""Code points of a name; it has at least one."""

LABELS_LIMIT = 1000
"""Labels of a schema; likewise its relations, and the attributes and values of each."""

SCALE_LIMIT = 1_000_000
"""How far from 0 a scale may reach."""

KEY_PATTERN = "[a-z0-9]"


class Field(NamedTuple):
    """One field: its name, the kind of its value (see `json_schema`), and what it is for."""

    name: str
    kind: str
    description: str
    required: bool = False


_DESCRIPTION = Field("description", "text", "What it means, in a sentence or a few.")
_KEY = Field("key", "key", "The key that makes one: a lower-case letter or a digit.")
_ATTRIBUTES = Field("attributes", "attributes", "Typed properties, by name.")
_TYPE = Field("type", "type", "choice (of values), scale (from min to max) or text.", required=True)

SCHEMA = (
    Field("name", "name", "What the schema is called; every log carries it.", required=True),
    _DESCRIPTION,
    Field(
        "labels",
        "labels",
        "The kinds of span, by name, in the order of the display.",
        required=True,
    ),
    Field("relations", "relations", "The kinds of link, by name."),
)
LABEL = (
    _KEY,
    Field("color", "color", "A colour of the palette; the label's text carries the meaning."),
    Field("unit", "unit", "What the key takes when nothing is selected; word unless given."),
    _DESCRIPTION,
    Field("examples", "texts", "Words as they may stand in an article."),
    _ATTRIBUTES,
)
RELATION = (
    Field("from", "label names", "The label, or labels, at which the link begins.", required=True),
    Field("to", "label names", "The label, or labels, at which it ends.", required=True),
    _KEY,
    _DESCRIPTION,
    _ATTRIBUTES,
)
ATTRIBUTES = {
    "choice": (_TYPE, Field("values", "names", "What can be chosen.", required=True), _DESCRIPTION),
    "scale": (
        _TYPE,
        Field("min", "integer", "The least whole number.", required=True),
        Field("max", "integer", "The greatest whole number.", required=True),
        _DESCRIPTION,
    ),
    "text": (_TYPE, _DESCRIPTION),
}

_NAME: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": NAME_LIMIT}
_KINDS: dict[str, dict[str, Any]] = {
    "name": _NAME,
    "text": {"type": ["string", "number", "boolean", "null"]},
    "key": {
        "anyOf": [
            {"type": "string", "pattern": f"^{KEY_PATTERN}$"},
            {"type": "integer", "minimum": 0, "maximum": 9},
        ]
    },
    "color": {"enum": [*PALETTE]},
    "unit": {"enum": [*UNITS]},
    "type": {"enum": [*ATTRIBUTES]},
    "integer": {"type": "integer", "minimum": -SCALE_LIMIT, "maximum": SCALE_LIMIT},
    "texts": {"type": "array", "items": {"type": ["string", "number", "boolean"]}},
    "names": {
        "type": "array",
        "items": {"type": ["string", "number"], "minLength": 1, "maxLength": NAME_LIMIT},
        "minItems": 1,
        "maxItems": LABELS_LIMIT,
        "uniqueItems": True,
    },
    "label names": {"anyOf": [_NAME, {"type": "array", "minItems": 1, "items": _NAME}]},
}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a schema file, for editors that check while one types."""
    attribute = {"oneOf": [_object(fields, kind) for kind, fields in ATTRIBUTES.items()]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Label schema of annotate",
        **_object(SCHEMA),
        "$defs": {
            "label": {**_object(LABEL), "type": ["object", "null"]},
            "relation": _object(RELATION),
            "attribute": attribute,
        },
    }


def _object(fields: tuple[Field, ...], attribute_type: str = "") -> dict[str, Any]:
    properties = {field.name: _property(field) for field in fields}
    if attribute_type:
        properties["type"] = {"const": attribute_type, "description": _TYPE.description}
    return {
        "type": "object",
        "properties": properties,
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _property(field: Field) -> dict[str, Any]:
    kind = _KINDS.get(field.kind) or {
        "type": "object" if field.required else ["object", "null"],
        "propertyNames": _NAME,
        "maxProperties": LABELS_LIMIT,
        "additionalProperties": {"$ref": f"#/$defs/{field.kind.removesuffix('s')}"},
    }
    return {**kind, "description": field.description}
