"""Clauses; `[` and `]` stand around them in the drawings."""

import re

import pytest

from annotator.text.clause import clauses


@pytest.mark.parametrize(
    "language, drawing",
    [
        ("en", "[He came], [he saw]; [he left]: [so it was]."),
        ("en", "[The army] – [which denied it] – [said no]—[twice] ([or so])."),
        ("en", "[Its 1,200 men left at 10:30] on March 3, 2016".replace("]", "") + "]."),
        ("en", "[Al-Qaeda’s men], [of 2016–17], [wrote to https://example.org/a] ..."),
        ("en", "[He lives in the U.S.], [she in the U.K.]"),
        ("en", "[The court heard the soldiers’], [not the witness(es)], [plea] …"),
        ("en", "[However it seems] [that ISIS took part of it], [but was then driven back]."),
        ("en", "[It is a certainty] [that they left] [because they had to]."),
        ("en", "[The men and women of that city left]."),
        ("en", "[They sold bread to the poor] [and they gave it to them too]."),
        ("en", "“[We did not close this port at all],” [said Ana]. “[The company did]!”"),
        ("en", "[The ‘moderate’ rebels of the “Great Battle of Tamsel”] ([so called]) [fled]."),
        ("en", "“[It goes on in the next one], [he thinks]"),
        ("en", "[One ended]. [And two began]"),
        ("en", "- [an item of a list], [5,000 strong]"),
        ("de", "[Er sagte], [dass er komme] [und dass es gut sei], [während sie schwieg]."),
        ("fr", "[Le maire a dit] [que la réforme était prête], [car il faut agir]."),
        ("es", "[El ministro dijo] [que el gobierno no acepta], [pero negocia]."),
        ("zh", "[发言人表示]，[双方将继续沟通]；[他说]：“[你好]，[再见]。”"),
        ("ja", "[東湾鉄道によると]、[輸送密度]（[一日平均]）[は落ち込んだ]。"),
        ("ar", "[وقال المدير]، [المهندس نديم]، [هذا الكلام]؛ [ثم ذهب]."),
        ("xx", "[One that has no conjunctions of its own and of others], [two]"),
        ("en", "... — , “” ()"),
        ("en", ""),
    ],
)
def test_clauses(language, drawing):
    text = re.sub(r"[\[\]]", "", drawing)
    assert [text[start:end] for start, end in clauses(text, language)] == re.findall(
        r"\[(.*?)\]", drawing
    )
