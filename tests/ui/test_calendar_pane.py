"""The care calendar: pages and days by keys, acting upon its lines, maturities, appointments, filters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from rmdesk import care_labels
from rmdesk.models import Staff
from rmdesk.services import appointments, care, commitments, customers, holdings, interactions, working_days
from rmdesk.services.actor import Actor
from rmdesk.services.care import Asked, Kind, State, Week
from rmdesk.services.errors import UserError
from rmdesk.services.working_days import Line
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.add_appointment import AddAppointment
from rmdesk.ui.dialogs.record_contact import RecordContact
from rmdesk.ui.panes.calendar import faces, pages
from rmdesk.ui.panes.calendar.carrying import DRAGGED, may_move
from rmdesk.ui.panes.calendar.go_to_day import GoToDay
from rmdesk.ui.panes.calendar.pane import CalendarPane
from rmdesk.ui.panes.today.asking import PostponeTo, SkipBecause
from rmdesk.ui.widgets import LineField
from tests.conftest import ExpectedLogs
from tests.support.frames import add_people, set_setting, settle
from tests.support.vaults import ADMIN

WAIT = 60_000  # ms: a limit, not a measure
TODAY = date.today()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
NAMES = ("陈静怡", "赵文博", "孙丽华")
# No day of these rules falls on the day a test happens to run.
QUIET = {
    rule: {"on": False}
    for rule in ("festival", "cadence_call", "cadence_meeting", "cadence_leaders_visit", "assessment")
}


@pytest.fixture
def manager(context: Context) -> Actor:
    set_setting(context, "care.rules", QUIET)
    add_people(context, "manager")
    return context.store.actor


@pytest.fixture
def people(context: Context, manager: Actor) -> list[str]:
    """Three customers: a promise each for today, an appointment tomorrow, a deposit that matures soon."""
    with context.store.write() as session:
        uids = [customers.add_customer(session, {"name": name}).uid for name in NAMES]
        for uid in uids:
            commitments.add_commitment(
                session, uid, {"promise": "寄资料", "due_on": TODAY, "promised_on": YESTERDAY}
            )
        appointments.add_appointment(
            session, uids[0], {"due_on": TOMORROW, "at_minute": 570, "channel": "visit", "subject": "面谈"}
        )
    with context.store.write() as session:
        for uid, bank, amount in ((uids[0], "", 50_0000_00), (uids[1], "农商银行", 30_0000_00)):
            holdings.add_holding(
                session,
                uid,
                {"kind": "time_deposit", "bank": bank, "amount_fen": amount, "matures_on": TOMORROW},
            )
    return uids


def answered(qtbot: QtBot, pane: CalendarPane) -> None:
    qtbot.waitUntil(lambda: pane.is_loaded, timeout=WAIT)


@pytest.fixture
def pane(qtbot: QtBot, context: Context, people: list[str]) -> Iterator[CalendarPane]:
    made = CalendarPane(context)
    qtbot.addWidget(made)
    made.resize(1294, 692)
    made.show()
    made.activateWindow()
    answered(qtbot, made)
    made.setFocus()
    yield made
    settle(qtbot, context)


def written(qtbot: QtBot, context: Context, pane: CalendarPane) -> None:
    """Wait for what is being written, and for what is read anew because of it."""
    settle(qtbot, context)
    pane.reload()
    answered(qtbot, pane)


def kinds(pane: CalendarPane, day: date) -> dict[Kind, int]:
    cell = pane.grid._cells.get(day)
    return {} if cell is None else {one.kind: one.count for one in cell.counts}


def names(pane: CalendarPane) -> list[str]:
    return [line.person.name for line in pane.list.lines if line.person is not None]


def question(pane: CalendarPane) -> Question:
    return next(one for one in pane.window().findChildren(Question) if one.isVisible())


class TestGoing:
    def test_cells_count_and_the_list_follows_the_day(self, qtbot: QtBot, pane: CalendarPane) -> None:
        assert kinds(pane, TODAY)[Kind.COMMITMENT] == 3
        assert pane.grid.day == TODAY
        assert set(NAMES) <= set(names(pane))
        pane.list.go_to(pane.list.lines[-1].key)
        QTest.keyClick(pane.grid, Qt.Key.Key_Right)
        answered(qtbot, pane)
        assert pane.day == TOMORROW
        assert pane.list.current is pane.list.lines[0]  # of another day one begins at the top
        assert NAMES[0] in names(pane)
        QTest.keyClick(pane.grid, Qt.Key.Key_Return)
        assert pane.list.hasFocus()
        QTest.keyClick(pane.list, Qt.Key.Key_Escape)
        assert pane.grid.hasFocus()
        QTest.keyClick(pane.grid, Qt.Key.Key_T)
        answered(qtbot, pane)
        assert pane.day == TODAY

    def test_pages_turn_by_keys_and_are_read_ahead(self, qtbot: QtBot, pane: CalendarPane) -> None:
        known = {(asked.first, asked.last) for asked in pane.cells.kept}
        for by in (-1, 0, 1):
            page = pages.page_of("month", pages.turned("month", TODAY, by))
            assert (page.first, page.last) in known
        QTest.keyClick(pane.grid, Qt.Key.Key_PageDown)
        answered(qtbot, pane)
        assert (pane.day.year, pane.day.month) == _month(TODAY, 1)
        QTest.keyClick(pane.grid, Qt.Key.Key_PageUp)
        QTest.keyClick(pane.grid, Qt.Key.Key_PageUp)
        answered(qtbot, pane)
        assert (pane.day.year, pane.day.month) == _month(TODAY, -1)

    @pytest.mark.parametrize("view", ["week", "day", "agenda"])
    def test_every_view_shows_what_stands_on_its_days(
        self, qtbot: QtBot, pane: CalendarPane, view: str
    ) -> None:
        pane.show_view(view)
        answered(qtbot, pane)
        assert set(NAMES) <= set(names(pane))
        assert pane.grid.isVisible() is (view == "week")
        kept = pane.save_state()
        pane.restore_state(kept | {"view": "month"})
        answered(qtbot, pane)
        assert pane.grid.isVisible()

    def test_a_typed_day_lunar_or_solar_and_one_beyond_the_almanac(
        self, qtbot: QtBot, pane: CalendarPane, expected_logs: ExpectedLogs
    ) -> None:
        expected_logs("grabbing the keyboard")
        asking = pane.ask_day()
        asking.field.setText("2026-09-25")
        QTest.keyClick(asking, Qt.Key.Key_Return)
        answered(qtbot, pane)
        assert pane.day == date(2026, 9, 25)
        assert "Mid-Autumn" in pane.grid.words(pane.day)
        asking = pane.ask_day()
        asking.field.setText("2100-05-01")
        asking.accept()
        assert asking.isVisible()
        assert "2099" in asking.trouble.text()
        assert pane.day == date(2026, 9, 25)
        asking.close()
        assert isinstance(asking, GoToDay)

    def test_at_the_end_of_the_almanac_it_says_so(self, qtbot: QtBot, pane: CalendarPane) -> None:
        pane.go_to_day(pages.LAST)
        answered(qtbot, pane)
        pane.turn(1)
        assert "2099" in question(pane).accessibleDescription() + question(pane).accessibleName()
        question(pane).reject()
        assert pane.day == pages.LAST


class TestActing:
    def test_done_records_a_contact_with_two_keys(
        self, qtbot: QtBot, context: Context, pane: CalendarPane, people: list[str]
    ) -> None:
        QTest.keyClick(pane.grid, Qt.Key.Key_Return)
        key = next(
            line.key for line in pane.list.lines if line.key.rule == "commitment" and line.person is not None
        )
        pane.list.go_to(key)
        line = pane.list.current
        assert line is not None
        assert line.person is not None
        QTest.keyClick(pane.list, Qt.Key.Key_D)
        dialog = pane.window().findChild(RecordContact)
        assert dialog is not None
        purpose = dialog.rows["purpose"].field
        assert isinstance(purpose, LineField)
        assert purpose.text() == f"Promised on {care_labels.day_of_year(YESTERDAY)}: 寄资料"
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        written(qtbot, context, pane)
        with context.store.read() as session:
            [contact] = interactions.list_interactions(session, line.person.uid)
            done = [
                one for one in care.agenda(session, Asked(TODAY, TODAY, TODAY)) if one.state is State.DONE
            ]
        assert contact.channel == "call"
        assert [one.key for one in done] == [key]
        assert kinds(pane, TODAY)[Kind.COMMITMENT] == 2

    def test_dragged_to_another_day_it_stands_there_and_undo_brings_it_back(
        self, qtbot: QtBot, context: Context, pane: CalendarPane
    ) -> None:
        [first, *_] = [line for line in pane.list.lines if line.key.rule == "commitment"]
        pane.list.carried.keys = [first.key]
        to = TODAY + timedelta(days=2)
        pane.go_to_day(to)
        answered(qtbot, pane)
        drop(pane, to)
        written(qtbot, context, pane)
        assert kinds(pane, to)[Kind.COMMITMENT] == 1
        line = next(one for one in pane.list.lines if one.key == first.key)
        assert line.touchpoint.postponed

    def test_names_in_cells_may_be_taken_as_well(
        self, qtbot: QtBot, context: Context, pane: CalendarPane, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pane.resize(1500, 1000)
        cell, rect = pane.grid._cells[TODAY], pane.grid.rect_of(TODAY)
        places = {line.key: place for line, place in pane.grid._names(rect, cell)[0]}
        key, place = next(item for item in places.items() if item[0].rule == "commitment")
        found = pane.grid.line_at(place.center())
        assert found is not None
        assert (found[0].key, found[1]) == (key, place)
        assert may_move(found[0])
        assert pane.grid.line_at(rect.topLeft() + QPoint(30, 12)) is None  # the number of the day
        # Qt's own loop of dragging ends with the pointer, which there is none of here.
        monkeypatch.setattr(QDrag, "exec", lambda _drag, _action: Qt.DropAction.MoveAction)
        far = QPoint(QApplication.startDragDistance() + 1, 0)
        QTest.mousePress(pane.grid, Qt.MouseButton.LeftButton, pos=place.center())
        for at in (place.center(), place.center() + far):
            moved = QMouseEvent(
                QMouseEvent.Type.MouseMove,
                QPointF(at),
                pane.grid.mapToGlobal(QPointF(at)),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            pane.grid.mouseMoveEvent(moved)
        assert pane.grid.carried.keys == [key]
        QTest.mouseRelease(pane.grid, Qt.MouseButton.LeftButton, pos=place.center() + far)
        to = TODAY + timedelta(days=3)
        pane.go_to_day(to)
        answered(qtbot, pane)
        drop(pane, to)
        written(qtbot, context, pane)
        assert kinds(pane, to)[Kind.COMMITMENT] == 1

    def test_dropped_on_the_past_it_is_refused_and_nothing_moves(
        self, qtbot: QtBot, context: Context, pane: CalendarPane
    ) -> None:
        pane.list.carried.keys = [pane.list.lines[0].key]
        pane.deeds.move(pane.list.carried.keys, YESTERDAY)
        settle(qtbot, context)
        qtbot.waitUntil(lambda: any(one.isVisible() for one in pane.window().findChildren(Question)))
        question(pane).reject()
        answered(qtbot, pane)
        assert kinds(pane, TODAY)[Kind.COMMITMENT] == 3

    def test_put_off_and_skipped_by_keys(
        self, qtbot: QtBot, context: Context, pane: CalendarPane, expected_logs: ExpectedLogs
    ) -> None:
        expected_logs("grabbing the keyboard")
        QTest.keyClick(pane.grid, Qt.Key.Key_Return)
        pane.list.go_to(next(one.key for one in pane.list.lines if one.key.rule == "commitment"))
        QTest.keyClick(pane.list, Qt.Key.Key_P)
        asking = pane.list.findChild(PostponeTo)
        assert asking is not None
        asking.field.setText("tomorrow")
        QTest.keyClick(asking.field, Qt.Key.Key_Return)
        if asking.trouble.text():  # it is one of rest
            QTest.keyClick(asking.field, Qt.Key.Key_Return)
        written(qtbot, context, pane)
        assert kinds(pane, TOMORROW)[Kind.COMMITMENT] == 1
        first, following = [one.key for one in pane.list.lines if one.key.rule == "commitment"][:2]
        pane.list.go_to(first)
        QTest.keyClick(pane.list, Qt.Key.Key_S)
        skipping = pane.list.findChild(SkipBecause)
        assert skipping is not None
        skipping.field.setText("已在网点办妥")
        QTest.keyClick(skipping.field, Qt.Key.Key_Return)
        written(qtbot, context, pane)
        assert kinds(pane, TODAY)[Kind.COMMITMENT] == 1
        assert pane.list.current_key == following  # and not down among what is done

    def test_enter_on_a_line_goes_to_the_customer(self, qtbot: QtBot, pane: CalendarPane) -> None:
        QTest.keyClick(pane.grid, Qt.Key.Key_Return)
        line = pane.list.current
        assert line is not None
        assert line.person is not None
        with qtbot.waitSignal(pane.customer_wanted, timeout=WAIT) as wanted:
            QTest.keyClick(pane.list, Qt.Key.Key_Return)
        assert wanted.args == [line.person.uid]
        answered(qtbot, pane)

    def test_an_appointment_is_made_by_keyboard(
        self, qtbot: QtBot, context: Context, pane: CalendarPane, expected_logs: ExpectedLogs
    ) -> None:
        expected_logs("grabbing the keyboard")
        dialog = pane.out.add_appointment()
        assert isinstance(dialog, AddAppointment)
        dialog.submit()
        assert dialog.customer.error
        QTest.keyClicks(dialog.customer, "zwb")
        dialog.day.setText("tomorrow")
        dialog.time.setText("25:00")
        dialog.submit()
        assert dialog.time.error
        dialog.time.setText("14:00")
        dialog.subject.setText("存款到期面谈")
        dialog.submit()
        written(qtbot, context, pane)
        assert pane.day == TOMORROW
        assert kinds(pane, TOMORROW)[Kind.APPOINTMENT] == 2


class TestExport:
    def test_a_file_of_the_page_for_other_programs(
        self, qtbot: QtBot, context: Context, pane: CalendarPane, tmp_path: Path
    ) -> None:
        dialog = pane.out.export()
        assert dialog is not None
        dialog.last.setText("2020-01-01")
        dialog.export_to(tmp_path / "care")
        assert dialog.rows["last"].field.error  # type: ignore[attr-defined]
        dialog.first.setText("today")
        dialog.last.setText("tomorrow")
        dialog.export_to(tmp_path / "care")
        written(qtbot, context, pane)
        count = sum(sum(kinds(pane, day).values()) for day in (TODAY, TOMORROW))
        assert f"{count} events" in question(pane).accessibleDescription()
        question(pane).reject()
        assert (tmp_path / "care.ics").read_bytes().count(b"BEGIN:VEVENT") == count


class TestPrint:
    def test_the_page_and_the_maturities_on_paper(
        self, qtbot: QtBot, context: Context, pane: CalendarPane
    ) -> None:
        for show, printed in (("month", pane.out.print), ("agenda", pane.out.print)):
            pane.show_view(show)
            answered(qtbot, pane)
            preview = printed()
            with qtbot.waitSignal(preview.ready, timeout=WAIT):
                pass
            preview.reject()
        preview = pane.out.print_maturities()
        with qtbot.waitSignal(preview.ready, timeout=WAIT):
            pass
        preview.reject()
        settle(qtbot, context)


class TestMaturities:
    def test_bars_by_week_lead_to_their_list(self, qtbot: QtBot, pane: CalendarPane) -> None:
        assert pane.maturing is not None
        assert (pane.maturing.whole.own_fen, pane.maturing.whole.other_fen) == (50_0000_00, 30_0000_00)
        pane.show_view("week")
        qtbot.waitUntil(lambda: pane.strip.height() > 100, timeout=WAIT)
        place = next(i for i, bar in enumerate(pane.strip.bars) if bar.falling.count)
        at = pane.strip.place_of(place).center()
        QTest.mouseClick(pane.strip, Qt.MouseButton.LeftButton, pos=at)
        answered(qtbot, pane)
        assert names(pane) == [NAMES[0], NAMES[1]]  # by amount
        assert pane.list.hasFocus()
        QTest.keyClick(pane.list, Qt.Key.Key_Escape)
        answered(qtbot, pane)
        assert set(NAMES) <= set(names(pane))

    def test_bars_by_manager(self, qtbot: QtBot, pane: CalendarPane) -> None:
        pane.toggle_managers()
        assert [bar.words for bar in pane.strip.bars] == ["林晓雯"]
        pane.strip.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(pane.strip, Qt.Key.Key_Return)
        answered(qtbot, pane)
        assert names(pane) == [NAMES[0], NAMES[1]]

    def test_the_branch_head_is_not_told_the_sum_of_a_few(self, context: Context, people: list[str]) -> None:
        with context.store.read() as session:
            head = session.scalars(select(Staff).where(Staff.name == ADMIN)).one()
            context.store.actor = Actor.of(head)
        asked = Asked(TODAY, TODAY + timedelta(days=care.AHEAD - 1), TODAY)
        with context.store.read() as session:
            found = care.load_maturing(session, asked)
            part, keys = care.load_maturities(session, asked)
        assert (found.whole.count, found.whole.own_fen, found.whole.other_fen) == (2, None, None)
        assert len(keys) == 2
        assert all(isinstance(line.amount_fen, str) for line in part.lines)
        assert all(isinstance(week, Week) for week in found.weeks)


class TestFilters:
    def test_kinds_narrow_and_are_remembered(
        self, qtbot: QtBot, context: Context, pane: CalendarPane
    ) -> None:
        pane.head.filter.restore({"kinds": ["appointment"], "tiers": []})
        pane.head.filter.changed.emit()
        answered(qtbot, pane)
        assert kinds(pane, TODAY) == {}
        assert kinds(pane, TOMORROW) == {Kind.APPOINTMENT: 1}
        again = CalendarPane(context)
        qtbot.addWidget(again)
        answered(qtbot, again)
        assert again.head.filter.kinds == {Kind.APPOINTMENT}

    def test_the_menu_stays_while_lines_are_ticked(
        self, qtbot: QtBot, pane: CalendarPane, expected_logs: ExpectedLogs
    ) -> None:
        expected_logs("grabbing the keyboard")
        menu = pane.head.filter.open_menu()
        lines = [one for one in menu.actions() if one.isCheckable()]
        every = menu.actions()[-1]
        assert not every.isEnabled()
        QTest.keyClick(menu, Qt.Key.Key_Space)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(lines[2]).center())
        assert menu.isVisible()
        assert [one.isChecked() for one in lines[:3]] == [True, False, True]
        assert pane.head.filter.kinds == {care.COMPUTED[0], care.COMPUTED[2]}
        assert every.isEnabled()
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        assert not menu.isVisible()
        answered(qtbot, pane)

    def test_a_day_that_a_filter_empties_says_so(self, qtbot: QtBot, pane: CalendarPane) -> None:
        pane.head.filter.restore({"kinds": ["notice"], "tiers": []})
        pane.head.filter.changed.emit()
        answered(qtbot, pane)
        assert "filtered" in pane.panel.empty.sentence
        pane.panel.empty.button.click()
        answered(qtbot, pane)
        assert set(NAMES) <= set(names(pane))
        assert not pane.head.is_narrowed


class TestDays:
    def test_rest_days_made_up_days_and_guesses_are_marked(self, context: Context) -> None:
        with context.store.read() as session:
            work = working_days.load(session)
        marks = {day: faces.face(date(2026, *day), work) for day in ((9, 25), (9, 20), (9, 10), (9, 7))}
        assert [one.mark for one in marks.values()] == ["off", "work", "", ""]
        assert [one.rests for one in marks.values()] == [True, False, False, False]
        assert marks[9, 10].note == "Teachers' Day"
        assert marks[9, 7].note_role == "kind.maturity"  # White Dew, a solar term
        assert faces.face(date(2050, 1, 8), work).is_guess

    def test_overlapping_holidays_are_refused_and_nothing_is_missing(
        self, qtbot: QtBot, context: Context, pane: CalendarPane
    ) -> None:
        before = {day: kinds(pane, day) for day in (TODAY, TOMORROW)}
        lines = [
            Line("甲", date(TODAY.year, 5, 1), date(TODAY.year, 5, 5)),
            Line("乙", date(TODAY.year, 5, 5), date(TODAY.year, 5, 6)),
        ]
        with pytest.raises(UserError) as refused:
            working_days.check_lines(TODAY.year, lines)
        assert refused.value.code.startswith("holiday.")
        pane.reload()
        answered(qtbot, pane)
        assert {day: kinds(pane, day) for day in (TODAY, TOMORROW)} == before

    def test_six_rows_only_when_needed(self) -> None:
        assert pages.page_of("month", date(2026, 9, 10)).weeks == 5
        assert pages.page_of("month", date(2026, 11, 10)).weeks == 6
        assert pages.page_of("month", date(2027, 2, 10)).weeks == 4
        assert pages.page_of("month", date(2026, 9, 10)).first == date(2026, 8, 31)


def drop(pane: CalendarPane, day: date) -> None:
    data = QMimeData()
    data.setData(DRAGGED, b"1")
    at: QPoint = pane.grid.rect_of(day).center()
    event = QDropEvent(
        QPointF(at),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    pane.grid.dropEvent(event)


def _month(day: date, by: int) -> tuple[int, int]:
    months = day.year * 12 + day.month - 1 + by
    return months // 12, months % 12 + 1
