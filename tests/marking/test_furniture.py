"""Which paragraphs belong to the page; prose never does."""

import pytest
from arbitrary import articles
from drawing import article_of
from hypothesis import given

from annotator.marking.furniture import furniture

PROSE = "The gates at Kamenik stayed shut on Monday, and nobody could say for how long."


def told(*paragraphs):
    return sorted(furniture(article_of("\n\n".join(paragraphs))))


@pytest.mark.parametrize(
    "line",
    [
        "418 shares",
        "1.2K views",
        "12 Kommentare",
        "Share\tPost\tMail\tPrint",
        "Tweet | Facebook | WhatsApp | E-mail",
        "Share on Facebook",
        "Teilen Merken Drucken",
        "Partager Imprimer",
        "Read also: The dam that would not close",
        "READ MORE: What the engineer knew",
        "Lesen Sie auch: Wer den Damm bezahlt",
        "À lire aussi : le barrage fermé",
        "Lea también: la presa cerrada",
        "Comments (17)",
        "17 comments",
        "Inline comments (3)",
        "Leave a reply",
        "Notify of",
        "View all comments",
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Anzeige",
        "Publicité",
        "Subscribe",
        "Subscribe to our newsletter for the morning’s news",
        "Sign up for free updates",
        "Follow us on Facebook and Twitter",
        "Photo: Hedda Marr / Harbour Press",
        "Photo by Hedda Marr",
        "Image credit: Harbour Press",
        "Foto: Marr/HP",
        "Copyright 2019 Harbour Press",
        "© Harbour Press",
        "Harbour Press, all rights reserved",
        "Alle Rechte vorbehalten",
        "The views expressed in this article are the author's own and need not be those of HP.",
        "Views and opinions expressed here do not necessarily reflect those of this paper.",
        "Opinions are those of the author.",
        "This site does not give medical or other advice.",
        "Die in diesem Beitrag geäußerten Meinungen sind die der Verfasserin.",
        "Dieser Beitrag gibt die Meinung des Autors wieder.",
        "Les opinions exprimées dans cette tribune n’engagent que leur auteur.",
        "Las opiniones expresadas en esta columna no representan las del diario.",
        "The views expressed in this column are those of Hedda Marr and not of the Kamenik Post.",
        "The views expressed here are those of Hedda Marr and not those of the Kamenik Post.",
        "Views expressed in this article are not necessarily those of the Kamenik Post.",
        "The opinions expressed are those of Hedda Marr, not of the Kamenik Post.",
        "This article was first published in the Kamenik Post.",
        "This column originally appeared in the Kamenik Post.",
        "An earlier version of this article was published in the Kamenik Post.",
        "© 2019 Kamenik Post. All rights reserved.",
        "Sign up for the Kamenik Post newsletter.",
        "Sign up here to get the Kamenik Post by mail.",
        "Follow us on Twitter: @kamenikpost",
        "Follow the Kamenik Post on Twitter.",
        "Follow Hedda Marr on Twitter @hmarr",
        "Read more: Kamenik by night",
        "Read more about Kamenik",
        "Read more about this on the Kamenik Post",
        "Advertisement: Kamenik Post",
        "Story continues below advertisement",
        "Article continues after advertisement",
        "Die in dieser Kolumne geäußerten Ansichten sind die von H. Marr und nicht von uns.",
        "Die hier geäußerten Meinungen sind die von Hedda Marr.",
        "Dieser Artikel erschien zuerst in der Kamenik Post.",
        "Dieser Beitrag wurde zuerst in der Kamenik Post veröffentlicht.",
        "Alle Rechte vorbehalten. Kamenik Post",
        "Folgen Sie der Kamenik Post auf Twitter.",
        "Folgen Sie uns auf Twitter und Facebook!",
        "Melden Sie sich für den Newsletter der Kamenik Post an.",
        "Abonnieren Sie den Newsletter der Kamenik Post.",
        "Hier weiterlesen: Kamenik bei Nacht",
        "Mehr zum Thema Kamenik",
        "Mehr über Kamenik lesen",
        "Les opinions exprimées dans cette page sont celles de Hedda Marr et non du Post.",
        "Les propos tenus ici n’engagent que Hedda Marr.",
        "Cet article a été initialement publié dans le Kamenik Post.",
        "Cette tribune est d’abord parue dans le Kamenik Post.",
        "Tous droits réservés",
        "Suivez-nous sur Twitter",
        "Suivez le Kamenik Post sur Facebook.",
        "Inscrivez-vous à la newsletter du Kamenik Post",
        "Lire la suite : Kamenik la nuit",
        "Las opiniones expresadas en esta columna son las de Hedda Marr y no las del Kamenik Post.",
        "Las opiniones expresadas aquí son de Hedda Marr y no reflejan las del Kamenik Post.",
        "Este artículo se publicó originalmente en el Kamenik Post.",
        "Este texto fue publicado por primera vez en el Kamenik Post.",
        "Todos los derechos reservados",
        "Síguenos en Twitter",
        "Siga al Kamenik Post en Twitter",
        "Suscríbase al boletín del Kamenik Post.",
        "Regístrese para recibir el boletín del Kamenik Post",
        "Leer más: Kamenik de noche",
        "Publicidad",
    ],
)
def test_furniture(line):
    assert told(PROSE, line) == [1]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Shares fell.",
        "Some 418 shares changed hands on Monday.",
        "418 shares were sold",
        "Share your bread, he said",
        "Post",
        "Mail trains stopped at Print Street",
        "Read the letter, she said.",
        "Read more slowly, the judge told the clerk.",
        "He did not comment.",
        "Comments by the minister made it worse.",
        "The views expressed by the minister are not those of his party, she said.",
        "The opinions published in March were read by all.",
        "“The views expressed in this house are solely mine,” said Ms. Oduya.",
        "The photo by the door shows Hedda Marr as a child, and nobody else.",
        "A photo: that was all she had left of the house by the river.",
        "Advertisement boards were torn down.",
        "Subscribers will get their money back, the paper said.",
        "We do not give names, the council said.",
        "The copyright was his.",
        f"Copyright law is an old quarrel, and no court will settle it. {PROSE} {PROSE}",
        "Copyright law is an old quarrel.",
        "What do you think?",
        "Follow us, the guide said.",
        "Sign up or leave",
        "Follow us on foot",
        "Photo by photo, the case fell apart.",
        "More on Monday",
        "Cookies crumble",
        "Share this bread",
        "Die Meinungen gehen auseinander.",
        "Les opinions exprimées étaient partagées.",
        "Las opiniones son muchas.",
        "Tags were cut from the sheep.",
        "“Yes,” he said.",
        "* * *",
        "Picture the scene: a harbour at night, two boats, and not one light on either of them.",
        "More than one ship was lost.",
        "Related questions were put to the board.",
        "The opinions expressed at the meeting are those of angry men.",
        "The views expressed in the house are those of a majority.",
        "This article was the first to name him.",
        "The report was first published in 1921 and nobody read it.",
        "The story first appeared in a local paper and then spread to the whole country in days.",
        "Der Artikel erschien ihm zu lang.",
        "Der Text erschien im Mai und machte ihn berühmt.",
        "Cet article est publié par un ami du maire.",
        "Este artículo fue publicado en marzo y nadie lo leyó.",
        "Follow the river to Kamenik.",
        "Folgen hatte das nicht.",
        "Suivez la rivière jusqu’au pont.",
        "Siga el río hasta Kamenik.",
        "The views from the tower are those of a painter.",
        "Find the minister on Facebook, she said.",
        "Les propos tenus ici sont ceux de tout le monde.",
    ],
)
def test_prose(paragraph):
    assert told(PROSE, paragraph, "She left.") == []


def test_a_repeated_paragraph_is_furniture_but_for_the_first():
    assert told(PROSE, "It rained.", PROSE) == [2]
    assert told(PROSE, "It rained.", PROSE.upper()) == [2]


def test_a_repeated_line_without_a_full_stop_is_furniture_everywhere():
    line = "Morning news from the Harbour Press"
    assert told(line, PROSE, line, "It rained.", line) == [0, 2, 4]


def test_a_repeated_notice_beside_other_furniture_is_furniture_everywhere():
    notice = "This column is written by those who sign it and by nobody else."
    assert told("418 shares", notice, PROSE, notice) == [0, 1, 3]


def test_what_people_say_may_be_repeated():
    assert told("“No, no, no, no, no, no.”", PROSE, "“No, no, no, no, no, no.”") == []
    assert told("Nobody asked us.", PROSE, "Nobody asked us.", "Nobody asked us.") == []


def test_a_question_to_the_reader_is_furniture_before_other_furniture():
    assert told(PROSE, "What do you think?", "Notify of") == [1, 2]


def test_an_article_of_blanks_has_none():
    assert told("") == []


@given(articles())
def test_furniture_is_paragraphs_of_the_article(article):
    assert furniture(article) <= set(range(len(article.paragraphs)))
