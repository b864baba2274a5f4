"""Quotations, by the marks of many languages."""

import pytest

from annotator.text.clause import quotations


@pytest.mark.parametrize(
    "text, expected",
    [
        ("No marks here.", []),
        ("“Hello,” he said. “Bye.”", ["“Hello,”", "“Bye.”"]),
        ('"foo" and "bar"', ['"foo"', '"bar"']),
        ("He said “no ‘buts’ at all” to me", ["“no ‘buts’ at all”", "‘buts’"]),
        ("\"'Never,' she said,\" he said", ["\"'Never,' she said,\"", "'Never,'"]),
        ("„Ja“, sagte er. „Es hieß ‚nein‘.“", ["„Ja“", "„Es hieß ‚nein‘.“", "‚nein‘"]),
        ("»Ja«, sagte er", ["»Ja«"]),
        ("«\u00a0Oui\u00a0», dit-il, « non »", ["«\u00a0Oui\u00a0»", "« non »"]),
        ("«A «B» c»", ["«A «B» c»", "«B»"]),
        ("”Hej”, sade han", ["”Hej”"]),
        ("‹un› dit", ["‹un›"]),
        ("他说：“你好。”她答：“‘好’吧。”", ["“你好。”", "“‘好’吧。”", "‘好’"]),
        ("「会社は『減った』と言う」と", ["「会社は『減った』と言う」", "『減った』"]),
        # Marks that are none.
        ("ISIS’s men and the soldiers’ base", []),
        ("don't, o'clock, '90s, ‘90s, rock 'n' roll, ’tis", []),
        ('a 5" nail and a 6" nail', []),
        ("he met ‘Ali and Sa‘ud there", []),
        ('“”, "" and « »', []),
        # Apostrophes inside.
        ("“We’re here,” it’s said", ["“We’re here,”"]),
        ("‘We’re here,’ it’s said", ["‘We’re here,’"]),
        ("‘The soldiers’ base fell,’ he said", ["‘The soldiers’ base fell,’"]),
        ("‘great terrorists’ and the soldiers’ base", ["‘great terrorists’"]),
        ("“In the '90s, the boys' club,” he said", ["“In the '90s, the boys' club,”"]),
        # Odd contexts and slips.
        ('an anti-"Islamist" law ("so-called", he said)', ['"Islamist"', '"so-called"']),
        ('"...and then"', ['"...and then"']),
        ('He said:"Yes"', ['"Yes"']),
        ("“Hello“ he said", ["“Hello“"]),
        ('“Hello" he said', ['“Hello"']),
        ("“one\nand two” three", ["“one\nand two”"]),
        # Left open.
        ("“It goes on in the next paragraph. ", ["“It goes on in the next paragraph."]),
        ("he said, ‘We go on", ["‘We go on"]),
        ("“one “two” three", ["“one “two” three", "“two”"]),
    ],
)
def test_quotations(text, expected):
    assert [text[start:end] for start, end in quotations(text)] == expected


def test_a_paragraph_of_opening_marks_is_bounded():
    assert len(quotations("“a " * 1000)) == 8
