"""A month of the care calendar: of a manager and of a branch, read and painted; and how it grows.

All in processor time of the thread, since by the clock a busy machine tells of the others.
"""

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

from sqlalchemy.orm import Session

from rmdesk.models import Role
from rmdesk.services import accounts, care
from rmdesk.services.actor import Actor
from rmdesk.services.care import Asked, Cell
from rmdesk.services.vault import Vault, open_vault, unlock
from rmdesk.services.working_days import WorkCalendar
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, PASSWORD, Grounds
from tests.bench.grown import OWN, add_idle, grown, person

_RAW = "the statements that find it, by the driver"


def run(grounds: Grounds) -> Iterable[Figure]:
    """Months of a manager and the branch, of ever more customers; and beside more who have nothing in it."""
    sizes = (3000,) if grounds.quick else (10_000, 100_000)
    for customers in sizes:
        with closing(open_vault(unlock(grown(grounds, customers), ADMIN, PASSWORD))) as vault:
            accounts.sign_in(vault)
            yield from _months(vault, f"{customers:,} customers", grounds.rounds(20), customers == 100_000)
    with tempfile.TemporaryDirectory(prefix="rmdesk-bench-month-") as made:
        folder = Path(made) / "vault"
        shutil.copytree(grown(grounds, sizes[-1]), folder)
        with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
            accounts.sign_in(vault)
            add_idle(vault, idle := 9 * sizes[-1])
            beside = f"{sizes[-1]:,} customers and {idle:,} who have nothing in it"
            yield from _months(vault, beside, grounds.rounds(20), False)
    yield from _painting(grounds.rounds(30))


def _months(vault: Vault, of_whom: str, rounds: int, limited: bool) -> Iterable[Figure]:
    head, manager = person(vault, Role.BRANCH_HEAD), person(vault, Role.RELATIONSHIP_MANAGER)
    today = date.today()
    # Weeks that begin next month: everybody is known by then.
    year, month = divmod(today.year * 12 + today.month, 12)
    first = date(year, month + 1, 1)
    asked = Asked(first, date.fromordinal(first.toordinal() + 34), today)
    for whose, actor, limit in ((f"a manager of {OWN:,}", manager, 16), ("the branch", head, 60)):
        vault.store.actor = actor
        with vault.store.read(for_window=True) as session:
            cells = care.load_cells(session, asked, names=5)
            count = sum(cell.count for cell in cells.values())
            raw = _raw(session, asked, actor, everybody=actor is head)
            read = _timed_call(lambda: care.load_cells(session, asked, names=5))
            samples, floor = in_turn(rounds, read, _timed_call(raw))
        name = f"month of {whose}, {of_whom}, {count:,} touchpoints"
        yield Figure(name, "ms", samples, floor, _RAW, Limit(limit) if limited else None)


def _timed_call(work: Callable[[], object]) -> Callable[[], float]:
    def timed() -> float:
        begun = time.thread_time()
        work()
        return (time.thread_time() - begun) * 1000

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
        begun = time.thread_time()
        grid.show_days(page.first, page.weeks, day.month, day)
        grid.select(day)
        grid.set_cells(cells, WorkCalendar())
        picture = QPixmap(grid.size())
        grid.render(picture)
        samples.append((time.thread_time() - begun) * 1000)
    grid.deleteLater()
    yield Figure("turning a month to painted cells", "ms", tuple(samples[1:] or samples), limit=Limit(16))
