"""Languages, guessed from the first few thousand characters."""

import pytest

from annotator.text.language import guess_language


@pytest.mark.parametrize(
    "language, text",
    [
        ("en", "The minister said on Tuesday that the government would not accept the terms."),
        ("de", "Der Minister sagte am Dienstag, dass die Regierung das nicht annehmen werde."),
        ("fr", "Le ministre a dit mardi que le gouvernement ne voulait pas de ces conditions."),
        ("es", "El ministro dijo el martes que el gobierno no aceptará las condiciones."),
        ("it", "Il ministro ha detto martedì che il governo non accetterà le condizioni."),
        ("pt", "O ministro disse na terça que o governo não aceitará as condições."),
        ("nl", "De minister zei dinsdag dat de regering de voorwaarden niet zal aanvaarden."),
        ("sv", "Ministern sade att regeringen inte kommer att godta det och att den väntar."),
        ("pl", "Minister powiedział we wtorek, że rząd nie przyjmie warunków i że się nie boi."),
        ("tr", "Bakan salı günü hükümetin bu koşulları kabul etmeyeceğini ve daha çok bir şey."),
        ("ru", "Министр заявил, что правительство не примет эти условия."),
        ("uk", "Міністр заявив, що уряд її не прийме."),
        ("sr", "Министар је рекао да влада неће прихватити услове."),
        ("ar", "قال الوزير إن الحكومة لن تقبل الشروط."),
        ("fa", "وزیر گفت که دولت شرایط را نمی‌پذیرد."),
        ("he", "השר אמר כי הממשלה לא תקבל את התנאים."),
        ("el", "Ο υπουργός είπε ότι η κυβέρνηση δεν θα δεχτεί."),
        ("hi", "मंत्री ने कहा कि सरकार शर्तें नहीं मानेगी।"),
        ("th", "รัฐมนตรีกล่าวว่ารัฐบาลจะไม่ยอมรับ"),
        ("zh", "部长周二表示，政府不会接受这些条件。"),
        ("ja", "大臣は火曜日、政府は条件を受け入れないと述べた。"),
        ("ko", "장관은 화요일 정부가 조건을 받아들이지 않겠다고 말했다."),
        ("en", ""),
        ("en", "12 345 !"),
        ("en", "Kamenik Raqqa Tamsel Mosul"),
    ],
)
def test_languages(language, text):
    assert guess_language(text) == language


def test_only_the_beginning_counts():
    assert guess_language("The end of it is that we do not know. " * 200 + "Конец. " * 9000) == "en"
