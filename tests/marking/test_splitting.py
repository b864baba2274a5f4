"""Which clauses of a sentence could be true alone: each stands in brackets."""

import re

import pytest
from drawing import article_of

from annotator.marking.language_words import language_words
from annotator.marking.splitting import clauses_of
from annotator.marking.tokens import statements


@pytest.mark.parametrize(
    "drawing",
    [
        "[The gate was shut].",
        "[The crew cut the rope] and [left the ship].",
        "[The yard was sold], [leaving forty men without work].",
        "The board, [which owns the yard], [has paid].",
        "When [the rain stopped], [the men went home].",
        "[If it rains, the men will stay].",
        "[The men went home because it rained].",
        "[The ship sank off Ness], [nobody was hurt] and [the owner has not been found].",
        "[Four men were charged]; [two of them have fled].",
        "[In March the board sold the yard and the slip].",
        "The ship, [built in May], [sank in June].",
        "[The mayor, Ana Ruiz, opened the gallery].",
        "[He put the cost at 3,000 crowns], but [the council “has never seen the bill”].",
        "[The tug left], and the operator, [which holds the licence], [sold it].",
        "Grain, oil and salt from the provinces.",
        "[The ministry blamed the weather], whereas [the union blamed the ministry].",
    ],
)
def test_clauses(drawing):
    text = re.sub(r"[\[\]]", "", drawing)
    article = article_of(text)
    article._language = "en"
    (statement,) = [one for one in statements(article, 0) if not one.depth]
    tokens = statement.tokens
    for (first, last), _ in reversed(
        list(clauses_of(tokens, (0, len(tokens)), language_words("en")))
    ):
        start, end = tokens[first].start, tokens[last - 1].end
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    assert text == drawing
