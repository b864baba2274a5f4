"""Label Studio's own library accepts the tasks under the config that is written beside."""

import json

import pytest

from annotator.exchange.formats import FORMATS

interface = pytest.importorskip(
    "label_studio_sdk.label_interface", reason="pip install label-studio-sdk"
)
pytestmark = pytest.mark.filterwarnings("ignore")


def test_tasks_and_config(rich):
    _, written = rich
    told, ledger = written("label-studio")
    config = FORMATS["label-studio"].beside_maker()(ledger).decode()
    labelling = interface.LabelInterface(config)
    labelling.validate()
    (task,) = json.loads(told.whole())
    for annotation in task["annotations"]:
        assert labelling.validate_prediction(annotation, return_errors=True) == []
        for region in annotation["result"]:
            if region["type"] == "labels":
                value = region["value"]
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
