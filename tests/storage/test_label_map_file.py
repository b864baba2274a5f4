"""The file for `annotate import --map`: which names it proposes."""

import pytest

from annotator.storage.label_map_file import label_map_page, load_label_map

KNOWN = ["claim", "Source", "reported speech", "_", "主張", "2"]


@pytest.mark.parametrize(
    "name, proposed",
    [
        ("Claims", "claim"),
        ("sources", "Source"),
        ("reported_speech", "reported speech"),
        ("reported-speech_2", "reported speech"),
        ("主張", "主張"),
        ("__", ""),
        ("*", ""),
        ("", ""),
        ("22", ""),
        ("PER", ""),
        ("aim at", ""),
        ("意見", ""),
    ],
)
def test_only_what_is_really_alike_is_proposed(tmp_path, name, proposed):
    path = tmp_path / "map.yaml"
    path.write_text(label_map_page({"labels": {name: 1}}, {"labels": KNOWN}), "utf-8")
    assert load_label_map(str(path)).labels == {name: proposed}
