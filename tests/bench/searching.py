"""Searching among very many customers: each kind of question, beside one statement that finds the same."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerPhone, IdentityDocument
from rmdesk.services import accounts, archive, names
from rmdesk.services.search.question import ask
from rmdesk.services.vault import open_vault
from tests.bench import branches
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import Grounds

_RAW = "one statement of the driver: all who match, the largest assets first, 100 of them"
_STATEMENT = (
    "SELECT found.rowid FROM customer_search AS found JOIN customer_fact AS fact"
    " ON fact.customer_id = found.rowid WHERE found.customer_search MATCH ?"
    " ORDER BY fact.aum_fen DESC LIMIT 100"
)
_LIMIT, _ONE = Limit(5, of="p95"), Limit(10, of="p95")


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    with closing(open_vault(branches.unlocked(grounds, customers))) as vault:
        accounts.sign_in(vault)
        with vault.store.read() as session:
            cursor = session.connection().connection.cursor()
            for name, questions, limit in _questions(session, grounds.rounds(100)):
                # A person types into a window that is open: its cache has been used before.
                _times(session, cursor, questions)
                samples, floor = _times(session, cursor, questions)
                yield Figure(f"search: {name}", "ms", samples, floor, _RAW, limit)


def _times(
    session: Session, cursor: Any, questions: list[str]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The best of three for each question: what else this computer does is not what is measured."""
    samples, floor = [], []
    for words in questions:
        question = ask(words)
        assert question is not None
        every = question.every
        samples.append(min(_timed(lambda words=words: _box(session, words)) for _ in range(3)))
        floor.append(
            min(_timed(lambda every=every: cursor.execute(_STATEMENT, (every,)).fetchall()) for _ in range(3))
        )
    return tuple(samples), tuple(floor)


def _box(session: Session, words: str) -> object:
    """What the search box asks at a key: the best hundred, and how many there are."""
    return archive.find_first(session, search=words, sort=archive.BEST)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _questions(session: Session, count: int) -> Iterator[tuple[str, list[str], Limit]]:
    """Kinds of question, each asked for customers drawn by lot."""
    dice = random.Random(20260302)
    ids = dice.sample(list(session.scalars(select(Customer.id))), count)
    called = list(session.scalars(select(Customer.name).where(Customer.id.in_(ids))))
    phones = list(session.scalars(select(CustomerPhone.number).where(CustomerPhone.customer_id.in_(ids))))
    documents = list(
        session.scalars(select(IdentityDocument.number).where(IdentityDocument.customer_id.in_(ids)))
    )
    read = [ways[0] for name in called if len(ways := names.readings(name)) and len(ways[0]) > 1]
    yield "one character, a surname", [name[0] for name in called], _ONE
    yield "one character, of a given name", [name[-1] for name in called], _ONE
    yield "one letter", [way[0][0] for way in read], _ONE
    yield "two characters", [name[:2] for name in called], _LIMIT
    yield "a given name", [name[1:3] or name for name in called], _LIMIT
    yield "three characters", [name[:3] for name in called], _LIMIT
    yield "two letters", [way[0][:2] for way in read], _LIMIT
    yield "a surname in pinyin", [way[0] for way in read], _LIMIT
    yield "a surname in pinyin and a letter", [way[0] + way[1][0] for way in read], _LIMIT
    yield "a whole name in pinyin", ["".join(way) for way in read], _LIMIT
    yield "a name in pinyin, in words", [" ".join(way) for way in read], _LIMIT
    yield "initials", [names.initials(way) for way in read], _LIMIT
    yield "the first four of a phone", [phone[:4] for phone in phones], _LIMIT
    yield "the last four of a phone", [phone[-4:] for phone in phones], _LIMIT
    yield "a whole phone", phones, _LIMIT
    yield "the last four of a document", [document[-4:] for document in documents], _LIMIT
    yield "a surname and a tail", [f"{a[0]} {b[-4:]}" for a, b in zip(called, phones, strict=False)], _LIMIT
    yield "a surname and a tier", [f"{name[0]} 白金" for name in called], _LIMIT
    yield "nobody", ["龘龘", "qqqq", "zzzzzzzz", "00000000009", "王 龘", "饕餮饕"] * (count // 6 + 1), _LIMIT
