"""A month of the care calendar: of a manager and of a branch, read and painted; and how it grows."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Role, Staff
from rmdesk.services import accounts, care, facts
from rmdesk.services.actor import Actor
from rmdesk.services.care import Asked, Cell
from rmdesk.services.vault import Vault, open_vault, unlock
from rmdesk.services.working_days import WorkCalendar
from tests.bench import branches
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, PASSWORD, Grounds

_OWN = 2000  # customers of the manager
_RAW = "the statements that find it, by the driver"


def run(grounds: Grounds) -> Iterable[Figure]:
    """The manager's month beside ever more customers who have nothing in it."""
    sizes = (3000,) if grounds.quick else (10_000, 100_000)
    for customers in sizes:
        with tempfile.TemporaryDirectory(prefix="rmdesk-bench-month-") as made:
            folder = Path(made) / "vault"
            shutil.copytree(branches.filling(grounds, customers)[0], folder)
            with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
                accounts.sign_in(vault)
                _hand_out(vault)
                yield from _months(vault, customers, grounds.rounds(20))
    yield from _painting(grounds.rounds(30))


def _hand_out(vault: Vault) -> None:
    """Leave the first manager as many customers as one person has; the others go to a colleague."""
    manager, colleague = _people(vault, Role.RELATIONSHIP_MANAGER)[:2]
    with vault.store.write() as session:
        connection = session.connection()
        connection.exec_driver_sql(
            "UPDATE customer SET owner_id = ?, stand_in_id = NULL WHERE owner_id = ? OR stand_in_id = ?",
            (colleague.staff_id, manager.staff_id, manager.staff_id),
        )
        connection.exec_driver_sql(
            "UPDATE customer SET owner_id = ? WHERE id IN (SELECT id FROM customer ORDER BY id LIMIT ?)",
            (manager.staff_id, _OWN),
        )
        facts.refresh(session)


def _people(vault: Vault, role: Role) -> list[Actor]:
    with vault.store.read() as session:
        people = session.scalars(select(Staff).order_by(Staff.id)).all()
        return [Actor.of(one) for one in people if role in one.role_set]


def _months(vault: Vault, customers: int, rounds: int) -> Iterable[Figure]:
    head, manager = _people(vault, Role.BRANCH_HEAD)[0], _people(vault, Role.RELATIONSHIP_MANAGER)[0]
    today = date.today()
    # Weeks that begin next month: everybody is known by then.
    year, month = divmod(today.year * 12 + today.month, 12)
    first = date(year, month + 1, 1)
    asked = Asked(first, date.fromordinal(first.toordinal() + 34), today)
    for whose, actor, limit in ((f"a manager of {_OWN:,}", manager, 16), ("the branch", head, 60)):
        vault.store.actor = actor
        with vault.store.read(for_window=True) as session:
            cells = care.load_cells(session, asked, names=5)
            count = sum(cell.count for cell in cells.values())
            raw = _raw(session, asked, actor, everybody=actor is head)
            read = _timed_call(lambda: care.load_cells(session, asked, names=5))
            samples, floor = in_turn(rounds, read, _timed_call(raw))
        name = f"month of {whose}, {customers:,} customers, {count:,} touchpoints"
        yield Figure(name, "ms", samples, floor, _RAW, Limit(limit) if customers == 100_000 else None)


def _timed_call(work: Callable[[], object]) -> Callable[[], float]:
    def timed() -> float:
        begun = time.perf_counter()
        work()
        return (time.perf_counter() - begun) * 1000

    return timed


def _raw(session: Session, asked: Asked, actor: Actor, *, everybody: bool) -> Callable[[], object]:
    cursor: Any = session.connection().connection.cursor()
    mine = (
        "" if everybody else f" AND (fact.owner_id = {actor.staff_id} OR fact.stand_in_id = {actor.staff_id})"
    )
    keys = ", ".join(str(day.month * 100 + day.day) for day in asked.days)
    first, last = asked.first.isoformat(), asked.last.isoformat()
    held = "FROM holding AS one JOIN customer_fact AS fact USING (customer_id) WHERE fact.is_lost = 0"
    statements = [
        "SELECT customer_id, birth_key, aum_fen FROM customer_fact AS fact"
        f" WHERE birth_key IN ({keys}){mine}",
        f"SELECT one.customer_id, one.matures_on, aum_fen {held} AND one.closed_on IS NULL"
        f" AND one.matures_on BETWEEN '{first}' AND date('{last}', '30 days'){mine}",
        f"SELECT one.customer_id, one.premium_due_on, aum_fen {held} AND one.closed_on IS NULL"
        f" AND one.premium_due_on BETWEEN '{first}' AND date('{last}', '7 days'){mine}",
    ]
    for column in ("call_due_on", "meeting_due_on", "leaders_due_on"):
        statements.append(
            f"SELECT {column}, count(*) FROM customer_fact AS fact"
            f" WHERE {column} BETWEEN '{first}' AND '{last}'{mine} GROUP BY 1"
        )

    def read() -> None:
        for statement in statements:
            cursor.execute(statement).fetchall()

    return read


def _painting(rounds: int) -> Iterable[Figure]:
    """Turning a page whose cells are known: every cell full, at 1366×768."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication

    from rmdesk.services.care import Count, Key, Kind, Line, Person, Touchpoint
    from rmdesk.ui.panes.calendar import pages
    from rmdesk.ui.panes.calendar.grid import Grid
    from rmdesk.ui.theme import Theme

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    Theme(application).apply("light")
    person = Person(1, "1", "1", "欧阳雪梅", "钻石", 4, "林晓雯", None, True)
    grid = Grid(name="calendar")
    grid.resize(974, 552)
    samples = []
    for number in range(rounds):
        day = date(2026 + number // 12, number % 12 + 1, 10)
        page = pages.page_of("month", day)
        cells = {}
        for ordinal in range(page.first.toordinal(), page.last.toordinal() + 1):
            on = date.fromordinal(ordinal)
            key = Key("commitment", 1, "", on)
            one = Touchpoint(key, Kind.COMMITMENT, on, values=("寄送理财对账单", on, "service"))
            counts = tuple(Count(kind, 3, [one]) for kind in list(Kind)[:4])
            cells[on] = Cell(on, counts, (Line(one, person, None, None, "call"),) * 5)
        begun = time.perf_counter()
        grid.show_days(page.first, page.weeks, day.month, day)
        grid.select(day)
        grid.set_cells(cells, WorkCalendar())
        picture = QPixmap(grid.size())
        grid.render(picture)
        samples.append((time.perf_counter() - begun) * 1000)
    grid.deleteLater()
    yield Figure("turning a month to painted cells", "ms", tuple(samples[1:] or samples), limit=Limit(16))
