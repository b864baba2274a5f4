"""Which words of an English sentence are finite verbs, the first of each group."""

import pytest
from drawing import article_of

from annotator.marking.rules.tokens import WORD, statements
from annotator.marking.rules.verbs import finite_verbs


@pytest.mark.parametrize(
    "sentence, verbs",
    [
        ("The gate was shut by a man named Crane.", "was"),
        ("He had never been told.", "had"),
        ("They want to leave.", "want"),
        ("The board sold the damaged boats.", "sold"),
        ("The latest reports suggest that it rained.", "suggest rained"),
        ("Kesra imports wheat and the mills grind it.", "imports grind"),
        ("The house, built in May, stands empty.", "stands"),
        ("The plan of the engineers costs the town a fortune.", ""),
        ("The boats last week sank.", "sank"),
        ("The pictures splotch the wall.", "splotch"),
        ("Pictures taken in May show the gate.", "show"),
        ("People close to the board left.", "left"),
        ("The video, uploaded that evening, shows a dog.", "shows"),
        ("The men, all of them ill, refuse to go.", "refuse"),
        ("A lie, a long walk and a cut.", ""),
    ],
)
def test_finite_verbs(sentence, verbs):
    article = article_of(sentence)
    article._language = "en"
    tokens = next(iter(statements(article, 0))).tokens
    found = finite_verbs(tokens)
    assert all(token.kind == WORD for token, is_verb in zip(tokens, found, strict=True) if is_verb)
    assert [token.low for token, is_verb in zip(tokens, found, strict=True) if is_verb] == (
        verbs.split()
    )
