"""Reading a line among very many customers: each way of naming somebody, beside one statement for it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Role, Staff, StaffRole
from rmdesk.services import accounts, capture, names
from rmdesk.services.actor import Actor
from rmdesk.services.search.document import characters
from rmdesk.services.vault import Vault, open_vault
from tests.bench import branches
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import Grounds

_RAW = "one statement of the driver: who has this name, or begins with this surname, 60 of them"
_STATEMENT = (
    "SELECT found.rowid FROM customer_search AS found JOIN customer_fact AS fact"
    " ON fact.customer_id = found.rowid WHERE found.customer_search MATCH ?"
    " ORDER BY fact.aum_fen DESC LIMIT 60"
)
_LIMIT = Limit(30, of="p95")
_TODAY = date(2026, 9, 10)
_TOLD = "电话 满意 下周三下午3点来行 招行45万理财8月底到期 送了月饼80元"


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    with closing(open_vault(branches.unlocked(grounds, customers))) as vault:
        accounts.sign_in(vault)
        for who, role in (("a manager", Role.RELATIONSHIP_MANAGER), ("a supervisor", Role.SUPERVISOR)):
            _act_as(vault, role)
            with vault.store.read() as session:
                cursor = session.connection().connection.cursor()
                for kind, lines in _lines(session, grounds.rounds(60)):
                    _times(session, cursor, lines)  # the window's cache has been used before
                    samples, floor = _times(session, cursor, lines)
                    yield Figure(f"a line of {who}: {kind}", "ms", samples, floor, _RAW, _LIMIT)


def _act_as(vault: Vault, role: Role) -> None:
    """As the manager with the most customers, in this role."""
    with vault.store.read() as session:
        managing = select(Staff).join(StaffRole).where(StaffRole.role == Role.RELATIONSHIP_MANAGER)
        person = session.scalars(managing.order_by(Staff.id)).first()
    if person is None:
        raise RuntimeError("the branch has no manager")
    vault.store.actor = Actor(person.id, person.uid, person.name, frozenset({role}))


def _lines(session: Session, count: int) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Kinds of line, each about customers drawn by lot, with the expression of the raw statement."""
    own = session.info["actor"].staff_id
    ids = list(session.scalars(select(Customer.id).where(Customer.owner_id == own)))
    drawn = random.Random(20260910).sample(ids, min(count, len(ids)))
    people = list(session.scalars(select(Customer.name).where(Customer.id.in_(drawn))))
    whole = [(name, f'"x{"".join(characters(name))}"') for name in people]
    surnames = [(name[0], f'^ "n{names.fold(name)[0]}"') for name in people]
    spelt = [
        (" ".join(ways[0]), f'"f{"".join(ways[0])}"') for name in people if (ways := names.readings(name))
    ]
    yield "a whole name", [(f"{name} {_TOLD}", asked) for name, asked in whole]
    yield "a surname and a title", [(f"{name}总 {_TOLD}", asked) for name, asked in surnames]
    yield "a nickname", [(f"老{name} 电话没接 明天再打", asked) for name, asked in surnames]
    yield "pinyin", [(f"Call {name} tomorrow 3pm about bonds", asked) for name, asked in spelt]
    yield "a stranger", [(f"{name}女士13812340000 想办信用卡", asked) for name, asked in surnames]
    yield "nobody", [(f"今天开会讨论{number}月指标，下午汇总上报", '"xnobody"') for number in range(1, 13)]


def _times(
    session: Session, cursor: Any, lines: list[tuple[str, str]]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The best of three for each line: what else this computer does is not what is measured."""
    samples, floor = [], []
    for line, asked in lines:
        propose = partial(capture.propose, session, line, today=_TODAY)
        samples.append(min(_timed(propose) for _ in range(3)))
        floor.append(min(_timed(partial(_ask, cursor, asked)) for _ in range(3)))
    return tuple(samples), tuple(floor)


def _ask(cursor: Any, asked: str) -> object:
    return cursor.execute(_STATEMENT, (asked,)).fetchall()


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
