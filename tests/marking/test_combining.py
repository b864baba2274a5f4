"""One set of what rules, memory, files and commands suggest."""

import pytest
from drawing import SCHEMA, article_of

from annotator.marking.combining import combined, unrefused
from annotator.marking.memory import Known, Memory
from annotator.marking.suggestion import Suggestion

ARTICLE = article_of(
    "All the Tessel Valley’s mills saw Tessel Valley. La Noria saw Bees’ and its Kestrel Board."
)


def suggestion(label, source="rules", start=0, end=3, score=0.5):
    return Suggestion(start=start, end=end, label=label, source=source, score=score)


def labels(*suggestions):
    return [(each.label, each.source) for each in combined(ARTICLE, SCHEMA, suggestions)]


def test_labels_that_the_schema_lacks_are_left_out():
    assert labels(suggestion("actor"), suggestion("weather")) == [("actor", "rules")]


def test_of_several_for_one_span_and_label_the_likeliest_counts():
    one, other = suggestion("actor", score=0.4), suggestion("actor", "spacy", score=0.6)
    assert labels(one, other) == labels(other, one) == [("actor", "spacy")]


def test_who_knows_a_name_outdoes_what_the_rules_guess():
    guessed, known = suggestion("actor"), suggestion("location", "memory")
    assert labels(guessed, known) == [("location", "memory")]


def test_a_claim_of_the_same_words_outdoes_no_name():
    guessed, claim = suggestion("actor"), suggestion("claim", "spacy")
    assert labels(guessed, claim, suggestion("source")) == [
        ("actor", "rules"),
        ("claim", "spacy"),
        ("source", "rules"),
    ]


def test_where_both_are_known_both_stay():
    both = suggestion("location", "memory"), suggestion("actor", "spacy")
    assert max(labels(suggestion("actor"), *both)) == ("location", "memory")
    assert {label for label, _ in labels(suggestion("actor"), *both)} == {"actor", "location"}


def of(words, source="rules", label="actor"):
    start = ARTICLE.text.index(words)
    end = start + len(words)
    return suggestion(label, source, start, end, 0.5 if source == "rules" else 0.9)


@pytest.mark.parametrize(
    "one, other",
    [
        (of("the Tessel Valley"), of("Tessel Valley", "memory")),
        (of("All the Tessel Valley"), of("Tessel Valley’s", "memory")),
        (of("Tessel Valley"), of("the Tessel Valley", "memory")),
        (of("its Kestrel Board"), of("Kestrel Board", "memory")),
        (of("Bees"), of("Bees’", "spacy")),
        (of("the Tessel Valley", "memory"), of("Tessel Valley", "spacy")),
        (of("La Noria", label="location"), of("Noria", "memory", label="location")),
    ],
)
def test_of_twins_one_is_offered(one, other):
    assert list(combined(ARTICLE, SCHEMA, [one, other])) == [one]
    assert list(combined(ARTICLE, SCHEMA, [other, one])) == [one]


@pytest.mark.parametrize(
    "one, other",
    [
        (of("the Tessel Valley"), of("Tessel Valley", "memory", "location")),
        (of("Tessel Valley"), of("Valley", "memory")),
        (of("the Tessel Valley’s mills"), of("Tessel Valley", "memory")),
        (of("the Tessel Valley", label="claim"), of("Tessel Valley", "memory", "claim")),
    ],
)
def test_what_differs_by_more_is_offered_twice(one, other):
    assert len(combined(ARTICLE, SCHEMA, [one, other])) == 2


def test_what_people_refused_elsewhere_is_not_suggested():
    article = article_of("Ada met Bob.")
    memory = Memory(
        {
            "ada": (Known("Ada", "actor", 1, 3),),
            "bob": (Known("Bob", "actor", 3, 1),),
        }
    )
    given = [
        suggestion("actor"),
        suggestion("source"),
        suggestion("actor", start=8, end=11),
    ]
    assert unrefused(article, memory, given) == given[1:]
    assert unrefused(article, Memory(), given) == given
