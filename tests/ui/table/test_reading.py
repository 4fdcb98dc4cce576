"""What a table reads: ids first, pages as they are seen, sorted, and anew when something changed."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rmdesk.models import Staff
from rmdesk.services.errors import UserError
from rmdesk.services.vault import Vault
from rmdesk.ui.jobs import Jobs
from rmdesk.ui.table import QueryTable
from rmdesk.ui.tokens import SIZE
from rmdesk.ui.widgets import EmptyState
from tests.conftest import ExpectedLogs
from tests.ui.table.conftest import PEOPLE, Make, People, asked, changing, load, press


def name_at(table: QueryTable, row: int) -> str:
    return str(table.query.index(row, 1).data())


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
        # Once each, on a thread of its own; what had not begun when the next one came is dropped.
        assert len(set(people.searched)) == len(people.searched)
        assert {"员工00"} <= set(people.searched) <= {"员", "员工", "员工0", "员工00"}
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
