"""`annotate status`: how far everybody is."""

import json
import os

from desk import annotate_itself


def test_the_table(desk):
    desk.log("ben", "seeds/kamenik.txt", desk.annotation("denied", "claim"), desk.reviewed(2))
    desk.article("seeds/homs.txt", "Homs waits.\n")
    assert desk.run("status").stdout == (
        "article            annotator     annotations  reviewed  done\n"
        "seeds/homs.txt     –                       0    0 of 1\n"
        "seeds/kamenik.txt  ana                     2    2 of 2  done\n"
        "seeds/kamenik.txt  ben                     1    1 of 2\n"
        "seeds/tamsel.txt   ben                     1    0 of 1\n"
        "3 articles         2 annotators            4    3 of 6  1 done\n"
    )


def test_json(desk):
    assert json.loads(desk.run("status", "--json").stdout) == {
        "articles": [
            {
                "article": "seeds/kamenik.txt",
                "paragraphs": 2,
                "annotators": [{"by": "ana", "annotations": 2, "reviewed": 2, "done": True}],
            },
            {
                "article": "seeds/tamsel.txt",
                "paragraphs": 1,
                "annotators": [{"by": "ben", "annotations": 1, "reviewed": 0, "done": False}],
            },
        ],
        "totals": {
            "articles": 2,
            "annotators": 2,
            "paragraphs": 3,
            "annotations": 3,
            "reviewed": 2,
            "done": 1,
        },
    }


def test_an_article_alone(desk):
    assert desk.run("status", "seeds/tamsel.txt").stdout.splitlines()[-1].startswith("1 article ")


def test_columns_are_aligned_in_cells_and_safe(empty_desk):
    empty_desk.article("seeds/巴尔米拉.txt", "x\n")
    empty_desk.article("seeds/e\u0301\x1b[2J.txt", "x\n")
    lines = empty_desk.run("status").stdout.splitlines()
    starts = {line.split("–")[0] for line in lines[1:5]}
    assert "seeds/巴尔米拉.txt  " in starts
    assert "\x1b" not in "".join(lines)


def test_what_cannot_be_read_is_said(desk):
    (desk.root / "seeds/tamsel.txt").write_bytes(b"")
    result = desk.run("status", code=1)
    assert "seeds/tamsel.txt   ben                     1    0 of 0\n" in result.stdout
    assert result.stderr.endswith("seeds/tamsel.txt: cannot be read: it is empty.\n")


def test_a_terminal_that_knows_few_signs(empty_desk):
    empty_desk.article("seeds/巴尔米拉.txt", "x\n")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    table = annotate_itself("status", env=environment)
    assert (table.returncode, table.stderr) == (0, b"")
    assert rb"seeds/\u5df4\u5c14\u7c73\u62c9.txt" in table.stdout
    as_json = annotate_itself("status", "--json", env=environment)
    assert "seeds/巴尔米拉.txt".encode() in as_json.stdout
