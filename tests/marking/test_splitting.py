"""Which clauses of a sentence could be true alone: each stands in brackets."""

import re

import pytest
from drawing import article_of

from annotator.marking.rules.language_words import language_words
from annotator.marking.rules.splitting import clauses_of
from annotator.marking.rules.tokens import statements


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
        "[Nine boats sank], [four of them ferries].",
        "[The price rose to 4.50], [up from 3.90 in May].",
        "[The yard was sold to a firm], [of which nobody had heard].",
        "On Friday a column of nine boats, [three of them empty], [was seen].",
        "[The board sold the yard], [closing the gate] and [leaving the men outside].",
        "[The yard is empty] and [the slip, Ana’s, is sold].",
        "[It neither closed nor sold the yard].",
        "[On Friday, after the rain had stopped, the men went home].",
        "[Since then the yard has been empty].",
        "[The board, Lamb & Sons, sold off the yard in May].",
        "[The board has, for the first time since May, sold a boat].",
        "[The yard closes] as [the board sells its boats]",
        "[The reports favour the first view], though [they do not settle it].",
        "[The men drained the lake for cotton], [the boats lay idle], and [the yard was sold].",
        "[The sales reached 25%].",
        "Under the plan, [signed in Tarn in May], [both sides will leave the yard].",
        "The ship, [whose owner, a baker, had fled], [was sold].",
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
