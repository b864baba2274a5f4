"""Clauses; `[` and `]` stand around them in the drawings."""

import re

import pytest

from annotator.text.clause import clauses


@pytest.mark.parametrize(
    "language, drawing",
    [
        ("en", "[He came], [he saw]; [he left]: [so it was]."),
        ("en", "[The army] – [which denied it] – [said no]—[twice] (or [so])."),
        ("en", "[Its 1,200 men left at 10:30] on March 3, 2016".replace("]", "") + "]."),
        ("en", "[Al-Qaeda’s men], [of 2016–17], [wrote to https://example.org/a] ..."),
        ("en", "[He lives in the U.S.], [she in the U.K.]"),
        ("en", "[The court heard the soldiers’], [not the witness(es)], [plea] …"),
        ("en", "[However it seems] that [ISIS took part of it], but [was then driven back]."),
        ("en", "[It is a certainty] that [they left] because [they had to]."),
        ("en", "[The men and women of that city left]."),
        ("en", "[They sold bread to the poor] and [they gave it to them too]."),
        ("en", "“[We did not close this port at all],” [said Ana]. “[The company did]!”"),
        ("en", "[The ‘moderate’ rebels of the “Great Battle of Tamsel”] ([so called]) [fled]."),
        ("en", "“[It goes on in the next one], [he thinks]"),
        ("en", "[One ended]. And [two began]"),
        ("en", "[The man said] that [it sank], and that [nobody knew it]."),
        ("en", "[He said] that, [after all], [he left], but, [of course], [too late]."),
        ("en", "[They asked] whether [anybody had checked], or if [the gate was open]."),
        ("en", "[The old man] [who left us], and [which of them stayed], [is unknown]."),
        ("en", "[Skerrane said] [it was nine], and [the union], [Ana Ek added], [paid]."),
        ("en", "“[They left],” [said the old man] and [she told them] that [he was right]."),
        ("en", "[The board conceded] that [it had nobody there]. [He rejected that reading]."),
        ("en", "[The envoy told Ana Ek] that [it was shut], and [they say they left]."),
        ("en", "Yet [nobody came]. [Nor is it clean]. Meanwhile [they moved], and [he knew]."),
        ("en", "[They told us how it works], and how [the gate was shut because of it]."),
        ("en", "[The strike closed the port and grain berths at Ness for a fourth long day]."),
        ("en", "[They left it open long] even after [the gate was shut]."),
        ("en", "If [it rains], [they stay]. [That is so]."),
        ("en", "[They used methods] [that failed them] until [the gate was shut]."),
        ("en", "[After the war], [since 1998], before [they left], and, or, [after that]."),
        ("en", "[It stayed open] even if [nobody was there], so that [they could leave]."),
        ("en", "And"),
        ("en", "- [an item of a list], [5,000 strong]"),
        ("de", "[Er sagte], dass [er komme] und dass [es gut sei], während [sie schwieg]."),
        ("de", "[Der Mann], [der kam], und [das Haus], [das blieb], aber [leer]."),
        ("fr", "[Le maire a dit] que [la réforme était prête], car [il faut agir]."),
        (
            "fr",
            "[La mairie accuse le conseil] [qui renvoie à un autre], parce que [tout est fermé].",
        ),
        ("es", "[El ministro dijo] que [el gobierno no acepta], pero [negocia]."),
        ("es", "[Cerraron la vieja puerta] [que da al puerto], porque [hace frío]."),
        ("es", "[Nadie contestó]. ¿[Quién lo sabía]? ¡[Qué sorpresa]!"),
        ("es", "¿[Lo sabía], [señor], y [calló]?"),
        ("es", "[Luego], ¿[quién vino]? [Luego ¿quién vino?]"),
        ("es", "[Nadie dijo ¡basta!] [en la vieja aldea]. ¿[Cómo]?"),
        ("es", "[Aseguró] que [«todo era mentira»]."),
        (
            "es",
            "[El alcalde aseguró] que [«todo era mentira»] y que «[la presa era de otros dos]».",
        ),
        ("es", "[Aseguró a la prensa] que [“todo era mentira”]."),
        ("es", "[Dijo] que [no iría]. [La mujer] [que vino ayer]."),
        ("ar", "[وأكد الوزير] أن [«كل ما قيل كذب»] وأن [السد انهار]."),
        ("ar", "[قال] إن «[السد كان مفتوحا منذ ليلة الاثنين الماضي]»."),
        ("ar", "[يريد الوزير أن يذهب إلى المدينة]."),
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
