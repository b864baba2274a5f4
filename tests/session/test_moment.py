from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.session.moment import Moment

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LAST_MS = (1 << 48) - 1
moments = st.builds(Moment, st.integers(0, 253_402_300_799_999), st.integers(0, (1 << 80) - 1))


@given(moments, st.integers(0, 1000))
def test_an_id_is_a_ulid_of_its_time_and_chance(moment, index):
    ulid = moment.ulid(index)
    assert len(ulid) == 26
    number = 0
    for char in ulid:
        number = number * 32 + CROCKFORD.index(char)
    assert number >> 80 == moment.ms
    assert number % (1 << 80) == (moment.entropy + index) % (1 << 80)


@given(moments, moments)
def test_ids_sort_by_time(first, second):
    if first.ms < second.ms:
        assert first.ulid() < second.ulid()
        assert first.ulid(5) < second.ulid()


@given(moments, st.integers(0, 1000), st.integers(0, 1000))
def test_ids_of_one_moment_differ(moment, first, second):
    assert (moment.ulid(first) == moment.ulid(second)) == (first == second)


@given(moments)
def test_the_time_reads_back(moment):
    time = datetime.strptime(moment.ts, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    assert round(time.timestamp() * 1000) == moment.ms


@given(moments, moments)
def test_times_sort_as_text(first, second):
    assert (first.ts < second.ts) == (first.ms < second.ms)


@pytest.mark.parametrize(
    "ms, ts, ulid",
    [
        (0, "1970-01-01T00:00:00.000Z", "00000000000000000000000000"),
        (1_469_918_176_385, "2016-07-30T22:36:16.385Z", "01ARYZ6S410000000000000000"),
        (LAST_MS, None, "7ZZZZZZZZZ0000000000000000"),
    ],
)
def test_known_times(ms, ts, ulid):
    moment = Moment(ms, 0)
    assert moment.ulid() == ulid
    if ts:
        assert moment.ts == ts
