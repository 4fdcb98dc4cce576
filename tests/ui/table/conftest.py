"""A table over the people of a real vault, for the tests of what it does."""

from __future__ import annotations

import contextlib
import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Staff
from rmdesk.services import changes
from rmdesk.services.errors import UserError
from rmdesk.services.vault import Vault
from rmdesk.ui.jobs import Jobs
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.theme import Theme
from tests.support.vaults import Template, filled_vault

PEOPLE = 450  # more than four pages


class People:
    """The services a table reads from, over the real vault, counting what it is asked."""

    def __init__(self) -> None:
        self.loads: list[int] = []
        self.threads: list[threading.Thread] = []
        self.gate: threading.Event | None = None
        self.rest = threading.Event()  # until it is set, only the first of very many come
        self.rest.set()
        self.searched: list[str] = []
        self.refuse: UserError | None = None
        self.refuse_loading: UserError | None = None
        self.firsts = 0

    def find_first(self, session: Session, **arguments: Any) -> tuple[array[int], int]:
        """As of very many: forty, and how many there are."""
        self.firsts += 1
        found = self._find(session, **arguments)
        return array("q", found[:40]), len(found)

    def find(self, session: Session, **arguments: Any) -> list[int]:
        assert self.rest.wait(20)
        return self._find(session, **arguments)

    def _find(
        self, session: Session, *, search: str = "", sort: str = "mobile", descending: bool = False
    ) -> list[int]:
        self.threads.append(threading.current_thread())
        self.searched.append(search)
        if self.refuse is not None:
            raise self.refuse
        if self.gate is not None and search == "slow":
            assert self.gate.wait(20)
        column = {"mobile": Staff.mobile, "name": Staff.name}[sort]
        found = select(Staff.id).where(Staff.mobile.is_not(None))
        if search:
            found = found.where(Staff.name.contains(search))
        return list(session.scalars(found.order_by(column.desc() if descending else column)))

    def load(self, session: Session, ids: Sequence[int]) -> list[Staff]:
        if self.refuse_loading is not None:
            raise self.refuse_loading
        self.loads.append(len(ids))
        return list(session.scalars(select(Staff).where(Staff.id.in_(ids))))


def columns() -> list[Column]:
    return [
        Column("name", "Name", lambda row: row.name, CellKind.NAME, width=90, sort="name"),
        Column("mobile", "Mobile", lambda row: row.mobile, width=110, sort="mobile"),
        Column(
            "length",
            "Amount",
            lambda row: int(row.mobile),
            CellKind.NUMBER,
            width=80,
            text=lambda value: f"{value / 10000:.2f}万",
            tooltip=lambda value: f"{value:,} yuan",
        ),
        Column("more", "More", lambda row: row.uid, CellKind.QUIET, width=100, stretch=True),
        Column("spare", "Spare", lambda row: row.version, width=60, shown=False),
    ]


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    made.apply("light")
    yield made
    made.deleteLater()


@contextlib.contextmanager
def changing(vault: Vault) -> Iterator[Session]:
    with vault.store.write() as session:
        changes.describe(session, "staff.changed")
        yield session


@pytest.fixture(scope="package")
def vault_template(vault_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Template:
    def fill(vault: Vault) -> None:
        with changing(vault) as session:
            session.add_all(Staff(name=f"员工{n:03}", mobile=f"{n:05}") for n in range(PEOPLE))

    return filled_vault(vault_template, tmp_path_factory.mktemp("people"), fill)


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """With `PEOPLE` whose mobiles are their numbers, and the administrator, who has none."""
    return vault


@pytest.fixture
def jobs(filled: Vault) -> Iterator[Jobs]:
    made = Jobs(filled.store)
    yield made
    made.close()


@pytest.fixture
def people() -> People:
    return People()


Make = Callable[..., QueryTable]


@pytest.fixture
def make(qtbot: QtBot, look: Theme, filled: Vault, jobs: Jobs, people: People) -> Make:
    def make_(**options: Any) -> QueryTable:
        shown = options.pop("columns", columns())
        first = options.pop("find_first", None)
        source = Source(people.find, people.load, find_first=first)
        model = QueryModel(
            shown, source, filled.store, jobs, **{"sort": "mobile", "markable": True} | options
        )
        table = QueryTable(model, name="People")
        qtbot.addWidget(table)
        table.resize(600, 400)
        table.show()
        return table

    return make_


@pytest.fixture
def table(qtbot: QtBot, make: Make) -> QueryTable:
    made = make()
    QAbstractItemModelTester(made.query, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    load(qtbot, made)
    made.setFocus()
    return made


def load(qtbot: QtBot, table: QueryTable) -> None:
    with qtbot.waitSignal(table.query.loaded, timeout=20_000):
        table.query.refresh()


def asked(qtbot: QtBot, table: QueryTable, ask: Callable[[], object]) -> None:
    with qtbot.waitSignal(table.query.loaded, timeout=20_000):
        ask()


def press(qtbot: QtBot, table: QueryTable, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(table, key, modifier or Qt.KeyboardModifier.NoModifier)
