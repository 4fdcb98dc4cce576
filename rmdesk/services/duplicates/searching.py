"""Finding the pairs among very many customers: only those are compared that share something telling.

Runs in a process of its own: the rows come in pieces that were packed beforehand, so that no moment of
handing them over holds up the window.
"""

from __future__ import annotations

import itertools
import pickle
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from rmdesk.services.duplicates.likeness import LEAST, Pair, Person, read, weigh

Progress = Callable[[int, int], None]

MOST = 5000  # pairs; whoever has more has one cause of them all
_CROWD = 60  # who share one thing: a switchboard, a default birthday; then another thing must agree, too
_REPORT_EVERY = 20_000


def pack(people: Sequence[Person]) -> bytes:
    """One piece of the rows."""
    return pickle.dumps([tuple(one) for one in people], pickle.HIGHEST_PROTOCOL)


def search(
    pieces: Sequence[bytes], apart: Sequence[tuple[int, int]], *, progress: Progress
) -> tuple[list[Pair], int]:
    """The pairs that score at least `LEAST`, best first, without those in `apart`; and how many there are.

    At most `MOST` are listed. `apart`: (lower id, higher id) of people known to be different ones.
    """
    people = [Person(*row) for piece in pieces for row in pickle.loads(piece)]
    known = set(apart)
    found = []
    for done, (a, b) in enumerate(_candidates(people, progress)):
        if done % _REPORT_EVERY == 0:
            progress(len(people), len(people))
        pair = weigh(a, b)
        if pair.score >= LEAST and (pair.a, pair.b) not in known:
            found.append(pair)
    found.sort(key=lambda pair: (-pair.score, pair.a, pair.b))
    return found[:MOST], len(found)


def _candidates(people: list[Person], progress: Progress) -> Iterator[tuple[Person, Person]]:
    """Each pair of people who share a key, once."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for place, one in enumerate(people):
        if place % _REPORT_EVERY == 0:
            progress(place, len(people))
        for key in _keys(one):
            blocks[key].append(place)
    seen: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if len(members) < 2:
            continue
        for group in _groups(key, members, people):
            for pair in itertools.combinations(group, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield people[pair[0]], people[pair[1]]


def _keys(one: Person) -> Iterable[Hashable]:
    """What two records of one person have in common."""
    for document in one.documents:
        yield "d", document[1]
    for phone in one.phones:
        yield "p", phone
    name = read(one.name)
    if one.birthday is not None:
        yield "b", one.birthday, name.folded[:1], one.birth_year
        for reading in name.readings:
            yield "r", reading, one.birthday
    if one.employer is not None:
        for reading in name.readings:
            yield "e", reading, one.employer


def _groups(key: Hashable, members: list[int], people: list[Person]) -> Iterator[list[int]]:
    """The members of a block, or, of a crowd, those of each name."""
    if len(members) <= _CROWD:
        yield members
        return
    by_name: dict[str, list[int]] = defaultdict(list)
    for place in members:
        for reading in read(people[place].name).readings:
            by_name[reading].append(place)
    for group in by_name.values():
        yield group[:_CROWD]
