"""What is learned from annotations, how memories add up, and how they are written down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.marking.annotation import Annotation, Mark, Relation
from annotator.marking.folding import folded
from annotator.marking.learning import exchanged, learned, told_by, without
from annotator.marking.memory import NOTHING, Known, joined
from annotator.marking.memory_lines import HEAD, lines, memory_of

NAMES = (
    "Port Adler",
    "PORT ADLER",
    "WHO",
    "the coastguard",
    "東湾鉄道",
    "O’Brien",
    "L’État",
    "Adler",
)
knowns = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(("actor", "location")),
    st.integers(0, 9),
    st.integers(0, 9),
)
alias_pairs = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(
    lambda pair: folded(pair[0]) != folded(pair[1])
)
memory_lines = st.lists(
    knowns.map(lambda known: "\t".join(map(str, known)))
    | alias_pairs.map(lambda pair: f"{pair[0]}\t=\t{pair[1]}"),
    max_size=8,
)
memories = memory_lines.map(lambda some: memory_of(some)[0])


def tagged(quote, label="actor", alias_of=""):
    return Annotation(id="1", label=label, start=0, end=len(quote), quote=quote, alias_of=alias_of)


def refused(quote, label="actor"):
    return Mark(id="2", mark="rejected", suggested=label, quote=quote)


@pytest.mark.parametrize("label", ["", " ", "a\tb", "a\nb", " actor", "\x1b", "\ud800"])
def test_labels_that_no_schema_has_are_left_out(label):
    assert learned([[tagged("Port Adler", label), refused("Hrast", label)]]) == NOTHING


def test_names_are_counted_by_label():
    records = [
        tagged("Port Adler", "location"),
        tagged("PORT ADLER", "location"),
        tagged("Port Adler’s"),
    ]
    memory = learned([records, [tagged("Port\nAdler", "location"), refused("Port Adler")]])
    assert memory.names == {
        "port adler": (
            Known("Port Adler", "location", 3, 0),
            Known("Port Adler", "actor", 1, 1),
        )
    }


def test_a_name_is_written_without_needless_capitals():
    memory = learned([[tagged("PORT ADLER"), tagged("PORT ADLER"), tagged("Port Adler")]])
    assert memory.names["port adler"][0].name == "Port Adler"


def test_aliases_lead_to_names():
    memory = learned([[tagged("Daesh", alias_of="ISIS"), tagged("ISIS", alias_of="ISIS")]])
    assert memory.aliases == {"daesh": "ISIS"}


def test_other_records_tell_nothing():
    other = [
        Relation(id="3", relation="attributed_to", source="1", target="2"),
        Mark(id="4", mark="reviewed", quote="Port Adler"),
        Mark(id="5", mark="done"),
    ]
    assert learned([other, []]) == NOTHING


@pytest.mark.parametrize(
    "quote, names",
    [
        ("Port Adler", ["Port Adler"]),
        ("“Silbergrund bleibt”", ["Silbergrund bleibt"]),
        ("#KestrelBayDark", ["KestrelBayDark"]),
        ("U.S.", ["U.S."]),
        ("General Union of Port Workers", ["General Union of Port Workers"]),
        ("Corvane Ltd.", ["Corvane Ltd"]),
        ("東湾鉄道", ["東湾鉄道"]),
        ("محمد", ["محمد"]),
        ("Port\tAdler\r\nBoard", ["Port Adler Board"]),
        ("Port \x1b Adler", ["Port Adler"]),
        ("the coastguard", []),
        ("dockers", []),
        ("a", []),
        ("He", []),
        ("The", []),
        ("1961", []),
        ("…", []),
        ("🔥", []),
        ("Nothing exploded.", []),
        ("They fled!", []),
        ("the roster cuts night crews at Halden", []),
        ("Gate 4 had been locked by the foreman on Sunday night", []),
        ("七割が汐見沢線で通学している七割が", []),
        ("", []),
    ],
)
def test_what_counts_as_a_name(quote, names):
    found = learned([[tagged(quote)]]).names.values()
    assert [known.name for labels in found for known in labels] == names


def test_lower_case_words_count_when_tagged_twice():
    assert learned([[tagged("the coastguard")], [tagged("The coastguard")]]).names == {
        "coastguard": (Known("The coastguard", "actor", 2),)
    }
    assert not learned([[tagged("the coastguard")], [refused("the coastguard")]]).names


records = st.lists(
    st.builds(tagged, st.sampled_from((*NAMES, "dockers")), st.sampled_from(("actor", "location")))
    | st.builds(refused, st.sampled_from((*NAMES, "dockers"))),
    max_size=6,
)


@given(records, records)
def test_a_part_can_be_taken_out_again(one, other):
    """Only how names are written may still be as it was in the part."""
    rest = without(learned([one, other]), told_by(one))
    assert counts(rest) == counts(learned([other]))
    assert set(rest.names) <= {form for forms in rest.index.forms.values() for form in forms}


@given(records, records, records)
def test_a_part_can_be_exchanged(one, other, third):
    whole = joined([told_by(one), told_by(other)])
    changed = exchanged(whole, told_by(other), told_by(third))
    assert counts(changed) == counts(joined([told_by(one), told_by(third)]))


def counts(memory):
    return {
        form: [(known.label, known.tagged, known.refused) for known in labels]
        for form, labels in memory.names.items()
    }


def test_lines_can_be_read_by_people():
    memory = learned(
        [
            [
                tagged("Palmyra", "location"),
                tagged("Daesh", alias_of="ISIS"),
                tagged("ISIS"),
                refused("ISIS"),
            ]
        ]
    )
    assert list(lines(memory)) == [
        HEAD,
        "ISIS\tactor\t1\t1",
        "Daesh\t=\tISIS",
        "Daesh\tactor\t1\t0",
        "Palmyra\tlocation\t1\t0",
    ]


def test_merged_lines():
    memory, bad = memory_of(
        [
            "\ufeff# any comment\r\n",
            "<<<<<<< ours\n",
            "Palmyra\tlocation\t3\t0\n",
            "=======\n",
            "PALMYRA\tlocation\t2\t4\n",
            ">>>>>>> theirs\n",
            "\n",
            " Palmyra \t location \t1\t 0 \n",
        ]
    )
    assert not bad
    assert memory.names == {"palmyra": (Known("Palmyra", "location", 3, 4),)}


@pytest.mark.parametrize(
    "line, reason",
    [
        ("Palmyra", "one tab between"),
        ("Palmyra location 1 0", "one tab between"),
        ("Palmyra\tlocation\t1", "one tab between"),
        ("Palmyra\tlocation\t1\t0\tx", "one tab between"),
        ("Palmyra\t=\tISIS\tx", "no whole number"),
        ("Palmyra\tlocation\t1\t-1", "no whole number"),
        ("Palmyra\tlocation\t²\t0", "no whole number"),
        ("Palmyra\tlocation\t1e9\t0", "no whole number"),
        ("Palmyra\tlocation\t99999999999\t0", "no whole number"),
        ("Palmyra\t\t1\t0", "label is missing"),
        ("…\tlocation\t1\t0", "no word"),
        ("The\tlocation\t1\t0", "small words"),
        ("PALMYRA\t=\tPalmyra", "the same name"),
        ("\t=\tPalmyra", "no word"),
    ],
)
def test_bad_lines_are_named_and_the_rest_is_used(line, reason):
    memory, bad = memory_of([HEAD, line, "Hrast\tlocation\t1\t0"])
    assert list(memory.names) == ["hrast"]
    assert [number for number, _ in bad] == [2]
    assert reason in bad[0][1]


@given(memories)
def test_what_is_written_is_read_again(memory):
    assert memory_of(lines(memory)) == (memory, [])


@given(memory_lines, st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter(some, chance):
    shuffled = [*some, *some[:2]]
    chance.shuffle(shuffled)
    assert memory_of(shuffled) == memory_of(some)


@given(memories, memories, memories)
def test_memories_join_in_any_order(one, two, three):
    together = joined([one, two, three])
    assert joined([three, one, two]) == together
    assert joined([joined([one, two]), three]) == joined([one, joined([two, three])]) == together
    assert joined([one, NOTHING]) == joined([one])


def test_counts_add_up():
    one, _ = memory_of(["Palmyra\tlocation\t3\t1", "ISIS\tactor\t1\t0"])
    two, _ = memory_of(["PALMYRA\tlocation\t2\t2", "Palmyra\tactor\t9\t0"])
    assert joined([one, two]).names == {
        "palmyra": (Known("Palmyra", "actor", 9), Known("Palmyra", "location", 5, 3)),
        "ISIS": (Known("ISIS", "actor", 1),),
    }


@given(st.lists(st.text(max_size=12), max_size=5))
def test_any_words_can_be_learned_and_written(quotes):
    memory = learned([[tagged(quote) for quote in quotes * 2]])
    assert memory_of(lines(memory)) == (memory, [])
    assert all(len(line.splitlines()) == 1 for line in lines(memory))
