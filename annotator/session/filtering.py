"""Filtering article names as the person types: all words first, then names that are alike."""

from collections.abc import Iterator, Sequence

ENOUGH = 20
"""Hits by words that make looking for similar names needless."""

SIMILAR = 75
"""Least partial ratio, of 100, of a name that is alike; it forgives a letter or two in eight."""

SLICE = 20_000
"""Names that are looked at between two breaths, so that no key waits."""


def filtered(names: Sequence[str], query: str) -> Iterator[list[int] | None]:
    """Yield None between slices of work and, last, the indexes of the names that match.

    `names` are folded (`casefold`). A name matches if it holds every word of the query. If few
    do and the query has at least four letters, names with a similar part follow, best first.
    """
    words = query.casefold().split()
    found: list[int] = []
    for start in range(0, len(names), SLICE):
        part = range(start, min(start + SLICE, len(names)))
        found += [i for i in part if all(word in names[i] for word in words)]
        yield None
    if len(found) < ENOUGH and len(query.strip()) >= 4:  # noqa: PLR2004 - shorter is like anything
        known = set(found)
        alike: list[tuple[float, int]] = []
        for some in _alike(names, query.casefold().strip()):
            alike += [(score, i) for score, i in some if i not in known]
            yield None
        found += [i for _, i in sorted(alike, key=lambda hit: (-hit[0], hit[1]))]
    yield found


def _alike(names: Sequence[str], query: str) -> Iterator[list[tuple[float, int]]]:
    from rapidfuzz import fuzz, process

    for start in range(0, len(names), SLICE):
        part = names[start : start + SLICE]
        hits = process.extract_iter(query, part, scorer=fuzz.partial_ratio, score_cutoff=SIMILAR)
        yield [(score, start + index) for _, score, index in hits]
