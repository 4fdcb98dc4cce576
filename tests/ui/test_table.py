"""The table: ids first, pages as they are seen, and everything by keyboard."""

from __future__ import annotations

import contextlib
import dataclasses
import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Staff
from rmdesk.services import changes
from rmdesk.services.errors import UserError
from rmdesk.services.vault import Vault
from rmdesk.ui.columns import BadgeCell, IconCell, RiskCell, StrategyCell, TagCell
from rmdesk.ui.jobs import Jobs
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.theme import Theme
from rmdesk.ui.tokens import SIZE
from rmdesk.ui.widgets import EmptyState
from tests.conftest import ExpectedLogs

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


@pytest.fixture
def filled(vault: Vault) -> Vault:
    with changing(vault) as session:
        session.add_all(Staff(name=f"员工{n:03}", mobile=f"{n:05}") for n in range(PEOPLE))
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


def name_at(table: QueryTable, row: int) -> str:
    return str(table.query.index(row, 1).data())


def press(qtbot: QtBot, table: QueryTable, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(table, key, modifier or Qt.KeyboardModifier.NoModifier)


class TestReading:
    def test_all_rows_are_listed_and_only_those_in_view_are_loaded(
        self, table: QueryTable, people: People
    ) -> None:
        QApplication.processEvents()
        assert table.query.rowCount() == PEOPLE
        assert people.loads == [16]
        assert table.verticalScrollBar().maximum() == PEOPLE * SIZE.row - table.viewport().height()

    def test_jumping_to_the_end_loads_the_last_page_only(
        self, qtbot: QtBot, table: QueryTable, people: People
    ) -> None:
        QApplication.processEvents()
        people.loads.clear()
        press(qtbot, table, Qt.Key.Key_End)
        QApplication.processEvents()
        assert name_at(table, PEOPLE - 1) == f"员工{PEOPLE - 1:03}"
        assert sum(people.loads) <= 24

    def test_old_pages_are_let_go(self, qtbot: QtBot, make: Make, people: People) -> None:
        table = make(pages_kept=2)
        load(qtbot, table)
        QApplication.processEvents()
        people.loads.clear()
        for row in (64, 71, 130, 350, 64):
            assert table.query.row_at(row).mobile == f"{row:05}"
        assert people.loads == [8, 8, 8, 8]  # the first page had to be read again

    def test_ids_are_read_beside_the_window(self, table: QueryTable, people: People) -> None:
        assert threading.main_thread() not in people.threads

    def test_the_newest_question_wins_while_an_earlier_one_still_runs(
        self, qtbot: QtBot, table: QueryTable, people: People
    ) -> None:
        people.gate = threading.Event()
        table.query.set_filters(search="slow")
        qtbot.waitUntil(lambda: "slow" in people.searched, timeout=20_000)
        asked(qtbot, table, lambda: table.query.set_filters(search="员工00"))
        assert table.query.rowCount() == 10
        people.gate.set()
        asked(qtbot, table, table.query.refresh)
        assert table.query.rowCount() == 10

    def test_letters_typed_fast_ask_only_for_what_is_still_wanted(
        self, qtbot: QtBot, table: QueryTable, people: People
    ) -> None:
        people.gate = threading.Event()
        table.query.set_filters(search="slow")
        qtbot.waitUntil(lambda: "slow" in people.searched, timeout=20_000)
        for letters in ("员", "员工", "员工1", "员工12"):
            table.query.set_filters(search=letters)
        qtbot.waitUntil(lambda: not table.query.is_busy, timeout=20_000)
        people.gate.set()
        assert [table.query.rowCount(), people.searched[-1]] == [10, "员工12"]
        assert len(people.searched) < 7

    def test_a_refused_question_is_told(self, qtbot: QtBot, table: QueryTable, people: People) -> None:
        people.refuse = UserError("disk.io", path="vault.db")
        with qtbot.waitSignal(table.query.failed, timeout=20_000) as blocker:
            table.query.refresh()
        assert blocker.args[0].code == "disk.io"
        assert not table.query.is_busy
        trouble = next(one for one in table.findChildren(EmptyState) if one.isVisible())
        assert trouble.sentence
        people.refuse = None
        with qtbot.waitSignal(table.query.loaded, timeout=20_000):
            qtbot.mouseClick(trouble.button, Qt.MouseButton.LeftButton)
        assert not trouble.isVisible()

    def test_a_page_that_cannot_be_read_is_told_once(
        self, qtbot: QtBot, table: QueryTable, people: People
    ) -> None:
        QApplication.processEvents()
        people.refuse_loading = UserError("disk.io", path="vault.db")
        with qtbot.waitSignal(table.query.failed, timeout=20_000) as blocker:
            press(qtbot, table, Qt.Key.Key_End)
        assert blocker.args[0].code == "disk.io"
        told: list[object] = []
        table.query.failed.connect(told.append)
        table.viewport().repaint()
        QApplication.processEvents()
        assert told == []
        people.refuse_loading = None
        load(qtbot, table)
        assert name_at(table, PEOPLE - 1) == f"员工{PEOPLE - 1:03}"

    def test_a_row_deleted_meanwhile_is_an_empty_one(self, table: QueryTable, filled: Vault) -> None:
        ids = table.query.ids
        with changing(filled) as session:
            session.delete(session.get_one(Staff, ids[420]))
        assert table.query.row_at(420) is None
        assert table.query.index(420, 1).data() is None
        assert name_at(table, 421) == "员工421"

    def test_a_table_that_is_gone_ignores_its_answer(
        self, qtbot: QtBot, make: Make, people: People, jobs: Jobs
    ) -> None:
        table = make()
        people.gate = threading.Event()
        table.query.set_filters(search="slow")
        qtbot.waitUntil(lambda: "slow" in people.searched, timeout=20_000)
        model = table.query
        model.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        people.gate.set()
        told: list[object] = []
        jobs.read(lambda session: 1, done=told.append)
        qtbot.waitUntil(lambda: told == [1], timeout=20_000)

    def test_a_quick_answer_is_there_at_once(self, table: QueryTable) -> None:
        table.query.set_filters(search="员工00")
        assert not table.query.is_busy
        assert table.query.rowCount() == 10

    def test_ids_may_be_an_array(self, qtbot: QtBot, make: Make, people: People) -> None:
        found = people.find
        people.find = lambda session, **asked: array("q", found(session, **asked))  # type: ignore[assignment, return-value]
        table = make()
        load(qtbot, table)
        assert table.query.row_of(table.query.id_at(77)) == 77
        assert table.query.row_of(-1) == -1
        table.go_to(table.query.id_at(300))
        asked(qtbot, table, lambda: table.query.set_filters(search="员工3"))
        assert name_at(table, table.currentIndex().row()) == "员工300"

    def test_another_question_begins_at_the_top(self, qtbot: QtBot, table: QueryTable) -> None:
        press(qtbot, table, Qt.Key.Key_End)
        table.start_over()
        asked(qtbot, table, lambda: table.query.sort_by("name", False))
        assert table.currentIndex().row() == 0
        assert table.verticalScrollBar().value() == 0
        press(qtbot, table, Qt.Key.Key_End)
        asked(qtbot, table, lambda: table.query.sort_by("name", True))
        assert name_at(table, table.currentIndex().row()) == f"员工{PEOPLE - 1:03}"


class TestTheFirstOfVeryMany:
    """Of very many the first are painted, and the others follow into their places."""

    @pytest.fixture
    def table(self, make: Make, people: People, qtbot: QtBot) -> Iterator[QueryTable]:
        made = make(find_first=people.find_first)
        QAbstractItemModelTester(made.query, QAbstractItemModelTester.FailureReportingMode.Warning, made)
        people.rest.clear()
        load(qtbot, made)
        yield made
        people.rest.set()

    def test_all_rows_have_their_place_and_are_filled_later(
        self, qtbot: QtBot, table: QueryTable, people: People
    ) -> None:
        model = table.query
        assert not model.is_whole
        assert model.rowCount() == PEOPLE
        assert [model.id_at(39) is None, model.id_at(40), name_at(table, 40)] == [False, None, "None"]
        table.go_to(model.id_at(2))
        resets: list[int] = []
        model.modelReset.connect(lambda: resets.append(1))
        people.rest.set()
        qtbot.waitUntil(lambda: model.is_whole, timeout=20_000)
        assert [name_at(table, row) for row in range(PEOPLE)] == [f"员工{n:03}" for n in range(PEOPLE)]
        assert table.currentIndex().row() == 2
        assert resets == []  # what is painted stays

    def test_all_are_marked_as_soon_as_all_are_there(
        self, qtbot: QtBot, table: QueryTable, people: People
    ) -> None:
        table.query.mark_all()
        table.query.mark([41])  # nobody yet
        assert table.query.marked_count == 0
        people.rest.set()
        qtbot.waitUntil(lambda: table.query.marked_count > 0, timeout=20_000)
        assert table.query.marked_ids() == list(table.query.ids)
        assert table.query.marked_count == PEOPLE

    def test_who_types_on_never_asks_for_the_rest(
        self, qtbot: QtBot, table: QueryTable, people: People
    ) -> None:
        people.rest.set()
        qtbot.waitUntil(lambda: table.query.is_whole, timeout=20_000)
        people.searched.clear()
        for words in ("员", "员工", "员工0", "员工00"):
            table.query.set_filters(search=words)
        qtbot.waitUntil(lambda: table.query.is_loaded and not table.query.is_busy, timeout=20_000)
        qtbot.waitUntil(lambda: table.query.is_whole, timeout=20_000)
        assert people.searched[:4] == ["员", "员工", "员工0", "员工00"]
        assert table.query.rowCount() == 10

    def test_what_changed_meanwhile_is_listed_anew(
        self, qtbot: QtBot, table: QueryTable, people: People, filled: Vault
    ) -> None:
        with changing(filled) as session:
            session.add(Staff(name="员工新", mobile="0"))
        people.rest.set()
        qtbot.waitUntil(lambda: table.query.is_whole, timeout=20_000)
        assert table.query.rowCount() == PEOPLE + 1
        assert name_at(table, 0) == "员工新"


class TestSorting:
    def test_a_press_on_a_title_sorts_and_a_second_one_turns(self, qtbot: QtBot, table: QueryTable) -> None:
        header = table.header
        at = QPoint(header.sectionViewportPosition(1) + 20, 10)
        asked(qtbot, table, lambda: qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at))
        assert (table.query.sort_key, table.query.is_descending) == ("name", False)
        asked(qtbot, table, lambda: qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at))
        assert (table.query.sort_key, table.query.is_descending) == ("name", True)
        assert name_at(table, 0) == f"员工{PEOPLE - 1:03}"

    def test_by_keyboard_from_a_menu(
        self, qtbot: QtBot, table: QueryTable, expected_logs: ExpectedLogs
    ) -> None:
        expected_logs("grabbing the keyboard")  # what the offscreen platform says of every menu
        menu = table.open_sort_menu()
        assert [action.text() for action in menu.actions()] == ["Name", "Mobile"]
        asked(qtbot, table, menu.actions()[0].trigger)
        assert table.query.sort_key == "name"
        menu.close()

    def test_a_column_without_a_key_does_not_sort(self, qtbot: QtBot, table: QueryTable) -> None:
        header = table.header
        at = QPoint(header.sectionViewportPosition(4) + 20, 10)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert not table.query.is_busy

    def test_the_current_row_and_the_marks_survive_sorting(self, qtbot: QtBot, table: QueryTable) -> None:
        table.go_to(table.query.id_at(7))
        current = table.current_id
        table.query.mark([3, 7, 400])
        marked = set(table.query.marked_ids())
        with qtbot.assertNotEmitted(table.current_changed):
            asked(qtbot, table, lambda: table.query.sort_by("mobile", True))
        assert table.current_id == current
        assert table.currentIndex().row() == PEOPLE - 8
        assert set(table.query.marked_ids()) == marked
        assert table.query.is_marked(PEOPLE - 4)
        top = table.rowViewportPosition(PEOPLE - 8)
        assert 0 <= top < table.viewport().height()


class TestRefreshing:
    def test_place_and_current_row_stay_when_others_come_and_go(
        self, qtbot: QtBot, table: QueryTable, filled: Vault
    ) -> None:
        table.go_to(table.query.id_at(200))
        table.verticalScrollBar().setValue(195 * SIZE.row + 9)
        with changing(filled) as session:
            session.add_all(Staff(name=f"新人{n}", mobile=f"000{n:02}x") for n in range(20))
        current = table.current_id
        seen_at = table.rowViewportPosition(200)
        load(qtbot, table)
        assert table.query.rowCount() == PEOPLE + 20
        assert table.current_id == current
        row = table.currentIndex().row()
        assert row == 220
        assert table.rowViewportPosition(row) == seen_at

    def test_when_the_current_row_goes_the_one_in_its_place_is_current(
        self, qtbot: QtBot, table: QueryTable, filled: Vault
    ) -> None:
        table.go_to(table.query.id_at(30))
        gone, following = table.current_id, table.query.id_at(31)
        with changing(filled) as session:
            session.delete(session.get_one(Staff, gone))
        with qtbot.waitSignal(table.current_changed, timeout=20_000) as blocker:
            table.query.refresh()
        assert blocker.args == [following]
        assert table.current_id == following

    def test_a_changed_row_is_read_again(self, qtbot: QtBot, table: QueryTable, filled: Vault) -> None:
        with changing(filled) as session:
            session.get_one(Staff, table.query.id_at(2)).name = "改了名"
        load(qtbot, table)
        assert name_at(table, 2) == "改了名"

    def test_what_is_no_longer_listed_is_no_longer_marked(self, qtbot: QtBot, table: QueryTable) -> None:
        table.query.mark_all()
        with qtbot.waitSignal(table.query.marks_changed, timeout=20_000) as blocker:
            table.query.set_filters(search="员工00")
        assert blocker.args == [10]


class TestKeys:
    def test_arrows_pages_home_and_end(self, qtbot: QtBot, table: QueryTable) -> None:
        press(qtbot, table, Qt.Key.Key_Home)
        press(qtbot, table, Qt.Key.Key_Down)
        press(qtbot, table, Qt.Key.Key_Down)
        press(qtbot, table, Qt.Key.Key_Up)
        assert table.currentIndex().row() == 1
        press(qtbot, table, Qt.Key.Key_PageDown)
        assert 10 <= table.currentIndex().row() <= 14
        press(qtbot, table, Qt.Key.Key_End)
        assert table.currentIndex().row() == PEOPLE - 1
        press(qtbot, table, Qt.Key.Key_Down)
        assert table.currentIndex().row() == PEOPLE - 1
        assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum()
        press(qtbot, table, Qt.Key.Key_Home)
        assert table.verticalScrollBar().value() == 0

    def test_enter_and_a_double_press_open(self, qtbot: QtBot, table: QueryTable) -> None:
        table.go_to(table.query.id_at(4))
        with qtbot.waitSignal(table.opened) as blocker:
            press(qtbot, table, Qt.Key.Key_Return)
        assert blocker.args == [table.query.id_at(4)]
        at = QPoint(80, 2 * SIZE.row + 5)
        with qtbot.waitSignal(table.opened) as blocker:
            qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
            qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert blocker.args == [table.query.id_at(2)]

    def test_letters_typed_are_handed_on(self, qtbot: QtBot, table: QueryTable) -> None:
        with qtbot.waitSignal(table.typed) as blocker:
            press(qtbot, table, Qt.Key.Key_Z)
        assert blocker.args == ["z"]
        assert not table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def test_the_first_tab_into_the_table_makes_a_row_current(self, qtbot: QtBot, make: Make) -> None:
        table = make()
        with qtbot.waitActive(table):
            table.activateWindow()
        table.clearFocus()
        load(qtbot, table)
        assert table.current_id is None
        table.setFocus(Qt.FocusReason.TabFocusReason)
        assert table.current_id == table.query.id_at(0)

    def test_space_marks_and_escape_clears(self, qtbot: QtBot, table: QueryTable) -> None:
        press(qtbot, table, Qt.Key.Key_Home)
        press(qtbot, table, Qt.Key.Key_Space)
        press(qtbot, table, Qt.Key.Key_Down)
        press(qtbot, table, Qt.Key.Key_Space)
        assert table.query.marked_ids() == list(table.query.ids[:2])
        press(qtbot, table, Qt.Key.Key_Space)
        assert table.query.marked_count == 1
        press(qtbot, table, Qt.Key.Key_Escape)
        assert table.query.marked_count == 0

    def test_all_means_all(self, qtbot: QtBot, table: QueryTable) -> None:
        press(qtbot, table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert table.query.marked_ids() == list(table.query.ids)
        assert len(table.query.marked_ids()) == PEOPLE

    def test_shift_marks_a_range_and_takes_it_back(self, qtbot: QtBot, table: QueryTable) -> None:
        press(qtbot, table, Qt.Key.Key_Home)
        for _ in range(3):
            press(qtbot, table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert table.query.marked_ids() == list(table.query.ids[:4])
        press(qtbot, table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        assert table.query.marked_ids() == list(table.query.ids[:3])


class TestMouse:
    def test_the_box_marks_without_moving_the_current_row(self, qtbot: QtBot, table: QueryTable) -> None:
        table.go_to(table.query.id_at(0))
        at = QPoint(18, 5 * SIZE.row + 10)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert table.query.is_marked(5)
        assert table.currentIndex().row() == 0

    def test_shift_and_control_mark(self, qtbot: QtBot, table: QueryTable) -> None:
        def click(row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
            at = QPoint(100, row * SIZE.row + 10)
            qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, at)

        click(2)
        click(5, Qt.KeyboardModifier.ShiftModifier)
        assert table.query.marked_ids() == list(table.query.ids[2:6])
        click(4, Qt.KeyboardModifier.ControlModifier)
        assert not table.query.is_marked(4)

    def test_the_box_in_the_head_marks_all_and_none(self, qtbot: QtBot, table: QueryTable) -> None:
        header = table.header.viewport()
        qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(17, 10))
        assert table.query.marked_count == PEOPLE
        qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(17, 10))
        assert table.query.marked_count == 0


class TestTooltips:
    def tip(self, table: QueryTable, row: int, column: int) -> str:
        QToolTip.hideText()
        index = table.query.index(row, column)
        at = table.visualRect(index).center()
        event = QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))
        QApplication.sendEvent(table.viewport(), event)
        return QToolTip.text()

    def test_only_what_is_cut_off_has_one(self, table: QueryTable) -> None:
        assert self.tip(table, 0, 1) == ""
        table.header.resizeSection(1, 44)
        assert self.tip(table, 1, 1) == "员工001"

    def test_a_shortened_figure_tells_the_exact_one(self, table: QueryTable) -> None:
        assert self.tip(table, 3, 3) == "3 yuan"


class TestCopying:
    def copied(self, qtbot: QtBot, table: QueryTable) -> tuple[str, str]:
        with qtbot.waitSignal(table.copied, timeout=20_000):
            press(qtbot, table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        data = QGuiApplication.clipboard().mimeData()
        return data.text(), data.html()

    def test_the_current_row_as_shown(self, qtbot: QtBot, table: QueryTable) -> None:
        table.go_to(table.query.id_at(3))
        text, html = self.copied(qtbot, table)
        assert text.split("\t")[:3] == ["员工003", "00003", "0.00万"]
        assert "<td>员工003</td>" in html

    def test_the_marked_rows_in_the_order_and_columns_shown(self, qtbot: QtBot, table: QueryTable) -> None:
        table.query.mark([9, 2, 300])
        table.header.moveSection(table.header.visualIndex(2), 1)
        table.header.setSectionHidden(3, True)
        text, html = self.copied(qtbot, table)
        lines = [line.split("\t")[:2] for line in text.splitlines()]
        assert lines == [["Mobile", "Name"], ["00002", "员工002"], ["00009", "员工009"], ["00300", "员工300"]]
        assert html.count("<tr>") == 4

    def test_all_of_them(self, qtbot: QtBot, table: QueryTable, people: People) -> None:
        table.query.mark_all()
        assert len(self.copied(qtbot, table)[0].splitlines()) == PEOPLE + 1
        assert threading.main_thread() not in people.threads

    def test_words_with_breaks_and_marks_stay_in_their_cell(
        self, qtbot: QtBot, table: QueryTable, filled: Vault
    ) -> None:
        with changing(filled) as session:
            session.get_one(Staff, table.query.id_at(0)).name = "a\tb\n<i>&"
        load(qtbot, table)
        table.go_to(table.query.id_at(0))
        text, html = self.copied(qtbot, table)
        assert text.startswith("a b <i>&\t00000\t")
        assert "<td>a b &lt;i&gt;&amp;</td>" in html


class TestColumns:
    def test_the_arrangement_is_remembered(self, qtbot: QtBot, make: Make) -> None:
        first = make()
        load(qtbot, first)
        first.header.moveSection(first.header.visualIndex(2), 1)
        first.header.resizeSection(1, 133)
        first.header.setSectionHidden(3, True)
        asked(qtbot, first, lambda: first.query.sort_by("name", True))
        kept = first.arrangement()
        second = make()
        asked(qtbot, second, lambda: second.arrange(kept))
        assert second.arrangement() == kept
        assert second.header.visualIndex(2) == 1
        assert second.header.sectionSize(1) == 133
        assert second.query.is_descending

    def test_what_is_unknown_or_nonsense_is_ignored(self, table: QueryTable) -> None:
        first = table.arrangement()
        table.arrange({"order": ["gone", "name"], "widths": {"name": -4, "mobile": "wide"}, "sort": "gone"})
        assert table.header.sectionSize(1) >= 90
        table.arrange({})
        assert table.arrangement() == first

    def test_the_boxes_stay_in_front(self, table: QueryTable) -> None:
        table.header.moveSection(1, 0)
        assert table.header.visualIndex(0) == 0

    def test_one_column_takes_the_room_that_is_left(self, table: QueryTable) -> None:
        table.resize(900, 400)
        total = sum(table.header.sectionSize(n) for n in table.header.shown_columns())
        assert total == table.viewport().width()
        table.header.resizeSection(1, 160)
        assert sum(table.header.sectionSize(n) for n in table.header.shown_columns()) == total

    def test_columns_give_way_where_there_is_no_room(self, qtbot: QtBot, make: Make) -> None:
        shown = columns()
        shown[1], shown[2] = (
            dataclasses.replace(shown[1], gives_way=2),
            dataclasses.replace(shown[2], gives_way=1),
        )
        table = make(columns=shown)
        load(qtbot, table)
        assert table.header.shown_columns() == [0, 1, 2, 3, 4]
        before = table.arrangement()
        needed = sum(table.query.columns[number].first_width for number in (0, 1, 2, 3, 4))
        table.resize(needed - 20, 400)
        assert table.header.shown_columns() == [0, 1, 2, 4]
        table.resize(needed - 120, 400)
        assert table.header.shown_columns() == [0, 1, 4]
        assert table.arrangement() == before
        table.resize(600, 400)
        assert table.header.shown_columns() == [0, 1, 2, 3, 4]

    def test_columns_are_chosen_from_a_menu(self, table: QueryTable) -> None:
        menu = table.columns_menu()
        actions = {action.text(): action for action in menu.actions() if action.text()}
        assert not actions["Spare"].isChecked()
        actions["Spare"].trigger()
        actions["Mobile"].trigger()
        assert table.header.shown_columns() == [0, 1, 3, 4, 5]
        actions["Columns as they were"].trigger()
        assert table.header.shown_columns() == [0, 1, 2, 3, 4]
        menu.close()

    def test_columns_are_moved_in_the_menu_by_keys(self, qtbot: QtBot, table: QueryTable) -> None:
        menu = table.columns_menu()
        before = table.shown_columns()
        lit = next(action for action in menu.actions() if action.text() == "Mobile")
        place = before.index("mobile")
        menu.setActiveAction(lit)
        qtbot.keyClick(menu, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
        moved = [*before]
        moved.insert(place - 1, moved.pop(place))
        assert table.shown_columns() == moved
        assert menu.activeAction() is lit
        for _ in before:  # the first stays the first
            qtbot.keyClick(menu, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
        assert table.shown_columns()[0] == "mobile"
        assert menu.actions()[0] is lit
        for _ in menu.actions():
            qtbot.keyClick(menu, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        assert table.shown_columns()[-1] == "mobile"
        menu.close()

    def test_widths_that_nobody_changed_are_not_kept(self, table: QueryTable) -> None:
        assert table.arrangement()["widths"] == {}
        header = table.header
        number = header.shown_columns()[1]
        header.resizeSection(number, header.sectionSize(number) + 40)
        assert list(table.arrangement()["widths"]) == [table.query.columns[number].id]

    def test_the_last_column_cannot_go(self, qtbot: QtBot, make: Make) -> None:
        table = make(columns=[Column("name", "Name", lambda row: row.name)])
        menu = table.columns_menu()
        assert not menu.actions()[0].isEnabled()
        menu.close()


class TestStates:
    def test_an_empty_table_says_so_and_offers_the_next_step(self, qtbot: QtBot, table: QueryTable) -> None:
        empty = EmptyState("There are no people yet.", action="Add a person")
        table.set_empty(empty)
        assert not empty.isVisible()
        asked(qtbot, table, lambda: table.query.set_filters(search="nobody"))
        assert empty.isVisible()
        assert empty.size() == table.viewport().size()
        with qtbot.waitSignal(empty.acted):
            qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
        asked(qtbot, table, lambda: table.query.set_filters(search=None))
        assert not empty.isVisible()

    def test_nothing_is_said_before_the_first_answer(self, make: Make) -> None:
        table = make()
        empty = EmptyState("There are no people yet.")
        table.set_empty(empty)
        assert not empty.isVisible()

    def test_screen_readers_hear_column_and_value(self, table: QueryTable) -> None:
        index = table.query.index(3, 1)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Name: 员工003"
        assert table.accessibleName() == "People"
        box = table.query.index(3, 0)
        assert box.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
        assert table.query.setData(box, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
        assert table.query.is_marked(3)


def test_every_kind_of_cell_is_drawn(qtbot: QtBot, make: Make) -> None:
    cells: dict[CellKind, Any] = {
        CellKind.TEXT: "words",
        CellKind.NAME: "陈静怡",
        CellKind.QUIET: "quiet",
        CellKind.NUMBER: 12,
        CellKind.CHANGE: -380,
        CellKind.BADGE: BadgeCell("钻石", 3),
        CellKind.TAG: TagCell("draft", "caution", "clock"),
        CellKind.ICON_TEXT: IconCell("maturity", "calendar-clock", "kind.maturity"),
        CellKind.RISK: RiskCell("high", "high"),
        CellKind.STRATEGY: StrategyCell("active", 3),
    }
    shown = [
        Column(kind.value, kind.value, lambda _row, cell=cell: cell, kind, width=90)  # type: ignore[misc]
        for kind, cell in cells.items()
    ]
    table = make(columns=[*shown, Column("none", "none", lambda _row: None, CellKind.BADGE)])
    table.resize(1000, 300)
    load(qtbot, table)
    table.query.mark([1])
    image = table.grab().toImage()
    row = 40 + SIZE.row // 2  # the first row, below the head
    ground = image.pixelColor(990, row)
    for number in table.header.shown_columns()[:-1]:
        left = table.header.sectionViewportPosition(number)
        width = table.header.sectionSize(number)
        inked = any(
            image.pixelColor(x, y) != ground
            for x in range(left, left + width)
            for y in range(SIZE.row + 4, 2 * SIZE.row - 4)
        )
        assert inked, table.query.columns[number].kind
