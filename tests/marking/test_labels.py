import pytest

from annotator.marking.labels import PALETTE, UNITS, Attribute, Label, LabelSchema
from annotator.text.unit import Unit

CHOICE = Attribute("modality", "choice", ("asserted", "denied"))
SCALE = Attribute("worth", "scale", minimum=0, maximum=3)
TEXT = Attribute("normalised", "text")


@pytest.mark.parametrize(
    "attribute, value, taken",
    [
        (CHOICE, "denied", True),
        (CHOICE, "perhaps", False),
        (CHOICE, 1, False),
        (SCALE, 0, True),
        (SCALE, 3, True),
        (SCALE, 4, False),
        (SCALE, "2", False),
        (TEXT, "", True),
        (TEXT, 2, False),
    ],
)
def test_which_values_an_attribute_takes(attribute, value, taken):
    assert attribute.takes(value) is taken


def test_a_label_is_found_by_its_name():
    actor = Label("actor", "a", PALETTE[0])
    schema = LabelSchema("news", (actor,))
    assert schema.label("actor") is actor
    assert schema.label("hen") is None


def test_schemas_of_the_same_labels_are_equal():
    assert LabelSchema("news", (Label("actor", "a", "blue"),)) == LabelSchema(
        "news", (Label("actor", "a", "blue"),)
    )


def test_every_unit_of_a_label_is_a_unit_of_the_text():
    assert [Unit(name) for name in UNITS]
