"""The import in the window: files, table, columns, options, preview, result, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook
from sqlalchemy import MetaData, select

from rmdesk.models import Customer, Holding, Role
from rmdesk.services import customers, settings
from rmdesk.services.holdings import add_holding
from rmdesk.services.imports import Mode, OnDuplicate, Outcome, RowKind, TextForm
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.jobs import Job
from rmdesk.ui.panes.customers.imports import ImportView
from rmdesk.ui.panes.customers.imports.draft import Draft, Step
from rmdesk.ui.panes.customers.imports.grid import Grid
from rmdesk.ui.panes.customers.pane import CustomersPane
from rmdesk.ui.undo import UndoStack
from rmdesk.ui.window import MainWindow
from tests.conftest import ExpectedLogs
from tests.support.files_in import identity, write_csv
from tests.support.frames import settle
from tests.support.vaults import add_person

WAIT = 60_000  # ms: a limit, not a measure

TITLES = ["滨江支行客户清单", "", "", ""]
HEADING = ["客户号", "姓名", "身份证号码", "出生日期"]
GOOD = [f"A{place:02}" for place in range(8)]
ROWS = [
    TITLES,
    HEADING,
    *([number, f"王{number[1:]}明", "", "1980-03-08"] for number in GOOD),
    ["A90", "", "", "1990-01-01"],
    ["A91", "李明", "110101196608151234", ""],
    ["A92", "张强", "", "2月31日"],
    ["合计", "11户", "", ""],
    ["制表：周建国", "", "", ""],
]

Make = Callable[..., ImportView]


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Iterator[Make]:
    def make_(*paths: Path) -> ImportView:
        pane = CustomersPane(context)
        qtbot.addWidget(pane)
        pane.resize(1294, 700)
        pane.show()
        view = pane.show_import()
        settle_reads(qtbot, view)
        view.add_files(paths)
        qtbot.waitUntil(lambda: all(one.opened or one.error for one in view.drafts), timeout=WAIT)
        settle(qtbot, context)
        return view

    yield make_
    settle(qtbot, context)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "名单.csv", ROWS, encoding="gb18030")


def settle_reads(qtbot: QtBot, view: ImportView) -> None:
    """Until it is known whether files may be imported here."""
    qtbot.waitUntil(lambda: view.is_checked, timeout=WAIT)


def current(view: ImportView) -> Draft:
    assert view.draft is not None
    return view.draft


def act(view: ImportView, name: str) -> None:
    """What its key does."""
    next(one for one in view.actions() if one.objectName() == name).trigger()


def go(qtbot: QtBot, view: ImportView, step: Step) -> Draft:
    """Take the next step until this one is there and filled."""
    if step is Step.RESULT:
        go(qtbot, view, Step.PREVIEW)
    for _ in range(step - view.step):
        act(view, "import next")
    assert view.step is step
    draft = current(view)
    if step is Step.PREVIEW:
        qtbot.waitUntil(lambda: draft.report is not None, timeout=WAIT)
    if step is Step.RESULT:
        qtbot.waitUntil(lambda: draft.result is not None, timeout=WAIT)
    return draft


def counted(report: Any) -> tuple[int, ...]:
    """New, updated, unchanged, rejected, skipped."""
    return tuple(report.counts[one] for one in Outcome)


def archive_of(context: Context) -> dict[str, list[Any]]:
    """Every row of every table of the business, but what only says how often it was written."""
    found = {}
    with context.store.read() as session:
        known = MetaData()
        known.reflect(session.connection())
        for name, table in known.tables.items():
            if "uid" in table.c and name not in ("import_mapping",):
                columns = [one for one in table.c if one.name not in ("version", "id")]
                found[name] = sorted(map(str, session.execute(select(*columns))))
    return found


def test_a_file_goes_its_way_and_back(
    qtbot: QtBot, make: Make, context: Context, listed: Path, tmp_path: Path
) -> None:
    before = archive_of(context)
    view = make(listed)
    draft = go(qtbot, view, Step.TABLE)
    assert draft.target == "customers"
    assert draft.opened is not None
    kinds = {row.number: row.kind for row in draft.opened.found.excerpt}
    assert (kinds[1], kinds[2], kinds[3]) == (RowKind.TITLE, RowKind.HEADING, RowKind.BODY)
    assert (kinds[14], kinds[15]) == (RowKind.TOTAL, RowKind.SIGNATURE)
    draft = go(qtbot, view, Step.PREVIEW)
    assert draft.report is not None
    assert counted(draft.report) == (9, 0, 0, 2, 4)
    assert draft.report.file_rows == len(ROWS)
    assert archive_of(context) == before
    assert view.next_button.text() == "Import 9 rows"
    draft = go(qtbot, view, Step.RESULT)
    assert counted(draft.result) == (9, 0, 0, 2, 4)
    assert draft.result is not None
    assert draft.result.id is not None

    view.result_page.people.click()
    pane = view.parent().parent()
    assert isinstance(pane, CustomersPane)
    qtbot.waitUntil(lambda: pane.list.model.rowCount() == 9 and not pane.list.model.is_busy, timeout=WAIT)
    assert "名单.csv" in pane.list.filters.chips["imported"].text()
    pane.show_import()

    corrected = tmp_path / "to correct.xlsx"
    view.saved.save_rejects_to(corrected)
    qtbot.waitUntil(corrected.exists, timeout=WAIT)
    settle(qtbot, context)
    rows = CalamineWorkbook.from_path(corrected).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["客户号", "A90", "A91", "A92"]
    fixed = [
        HEADING,
        ["A90", "赵敏", "", "1990-01-01"],
        ["A91", "李明", identity("110101", "19660815", 123), ""],
        ["A92", "张强", "", "1977-02-28"],
    ]
    act(view, "import next")  # done
    view.add_files([write_csv(tmp_path / "fixed.csv", fixed)])
    qtbot.waitUntil(lambda: current(view).is_ready, timeout=WAIT)
    fixed_draft = go(qtbot, view, Step.RESULT)
    assert counted(fixed_draft.result) == (2, 1, 0, 0, 1)

    view.go_on()
    view.add_files([listed])
    qtbot.waitUntil(lambda: current(view).is_ready, timeout=WAIT)
    again = go(qtbot, view, Step.PREVIEW)
    assert [one.by for one in again.suggestions] == ["remembered"] * 4
    assert counted(again.report) == (0, 0, 9, 2, 4)
    assert view.next_button.text() == "Finish"

    past = pane.show_imports()
    for left in (2, 1):
        qtbot.waitUntil(lambda: past.current is not None and not past.current.is_undone, timeout=WAIT)
        assert past.model.rowCount() == 2
        past.undo()
        settle(qtbot, context)
        undone = left == 1
        qtbot.waitUntil(
            lambda undone=undone: sum(past.model.row_at(row).is_undone for row in range(2)) == 1 + undone,
            timeout=WAIT,
        )
        past.table.go_to(past.model.id_at(1))
    assert archive_of(context) == before


class TestCorrecting:
    def test_what_is_missing_is_told_and_a_column_chosen(
        self, qtbot: QtBot, make: Make, tmp_path: Path
    ) -> None:
        rows = [["代号", "谁", "来自"], *([f"B{n}", f"person {n}", "somewhere"] for n in range(5))]
        view = make(write_csv(tmp_path / "odd.csv", rows))
        card = view.files_page.cards[0]
        assert current(view).target is None
        assert not view.next_button.isEnabled()
        card.target_chosen.emit("customers")
        draft = go(qtbot, view, Step.COLUMNS)
        assert view.columns_page.notice.isVisible()
        assert not view.next_button.isEnabled()
        view.columns_page.assign(1, "name")
        view.columns_page.assign(0, "name")
        assert view.columns_page.notice.isVisible()  # two for one field
        assert "谁" in view.columns_page.grid.grid.text(0, 3)
        view.columns_page.assign(0, "number")
        assert not view.columns_page.notice.isVisible()
        assert draft.columns == {"代号": "number", "谁": "name", "来自": None}
        draft = go(qtbot, view, Step.RESULT)
        assert counted(draft.result) == (5, 0, 0, 0, 1)

    def test_by_keyboard(self, qtbot: QtBot, make: Make, listed: Path, expected_logs: ExpectedLogs) -> None:
        expected_logs("grabbing the keyboard")  # the offscreen platform, of the list that opens
        view = make(listed)
        draft = go(qtbot, view, Step.COLUMNS)
        grid = view.columns_page.grid
        grid.setCurrentIndex(grid.grid.index(3, 2))
        qtbot.keyClick(grid, Qt.Key.Key_F2)
        editor = grid.indexWidget(grid.currentIndex()) or grid.findChild(type(view.table_page.heading))
        assert editor is not None
        line = editor.lineEdit()  # type: ignore[attr-defined]
        qtbot.keyClicks(line, "eave")  # a part of "Leave out"
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: draft.columns["出生日期"] is None, timeout=WAIT)
        act(view, "import back")
        assert view.step is Step.TABLE

    def test_another_heading_and_another_delimiter(
        self, qtbot: QtBot, make: Make, context: Context, tmp_path: Path
    ) -> None:
        rows = [["a", "b"], ["客户号", "姓名"], ["C1", "王芳"], ["C2", "李强"]]
        view = make(write_csv(tmp_path / "two.csv", rows, delimiter=";"))
        draft = go(qtbot, view, Step.TABLE) if current(view).target else current(view)
        view.table_page.reread.emit("", 1, TextForm())
        qtbot.waitUntil(lambda: draft.opened is not None, timeout=WAIT)
        assert draft.opened is not None
        assert draft.opened.found.layout.heading_rows == (1,)
        view.table_page.reread.emit("", 2, TextForm(delimiter="|"))
        qtbot.waitUntil(lambda: draft.opened is not None, timeout=WAIT)
        assert len(draft.opened.found.layout.columns) == 1
        view.table_page.reread.emit("", 2, TextForm())
        qtbot.waitUntil(lambda: draft.opened is not None, timeout=WAIT)
        settle(qtbot, context)
        assert [one.heading for one in draft.opened.found.layout.columns] == ["客户号", "姓名"]

    def test_a_mapping_is_saved_and_used(
        self, qtbot: QtBot, make: Make, context: Context, listed: Path, tmp_path: Path
    ) -> None:
        view = make(listed)
        draft = go(qtbot, view, Step.COLUMNS)
        view.columns_page.assign(3, None)
        view.saved.save_mapping_to(tmp_path / "mapping")
        qtbot.waitUntil(view.columns_page.done.isVisible, timeout=WAIT)
        assert "mapping.json" in view.columns_page.done.text
        view.columns_page.assign(3, "birthday")
        assert not view.columns_page.done.isVisible()
        view.saved.use_mapping(tmp_path / "mapping.json")
        qtbot.waitUntil(lambda: draft.columns["出生日期"] is None, timeout=WAIT)
        assert "mapping.json" in view.columns_page.done.text
        (tmp_path / "mapping.json").write_text("no mapping", "utf-8")
        view.saved.use_mapping(tmp_path / "mapping.json")
        qtbot.waitUntil(lambda: any(one.isVisible() for one in view.findChildren(Question)), timeout=WAIT)

    def test_managers_of_the_file_are_mapped_once(
        self, qtbot: QtBot, make: Make, context: Context, tmp_path: Path
    ) -> None:
        person = add_person(context.vault, "林晓雯", "八点开门 9:00", [Role.RELATIONSHIP_MANAGER])
        rows = [["客户号", "姓名", "客户经理"], ["D1", "王芳", "林经理"], ["D2", "李强", "查无此人"]]
        view = make(write_csv(tmp_path / "m.csv", rows))
        draft = go(qtbot, view, Step.PREVIEW)
        assert draft.report is not None
        assert draft.report.managers == {"林经理": 1, "查无此人": 1}
        assert draft.meant == {"林经理": person.uid, "查无此人": None}
        people = next(
            one for one in view.preview_page.part.findChildren(Grid) if one.accessibleName() == "Managers"
        )
        people.clicked.emit(people.grid.index(0, 3))  # yes, she it is
        assert draft.report is None
        qtbot.waitUntil(lambda: draft.report is not None, timeout=WAIT)
        assert draft.report.managers == {"查无此人": 1}
        assert list(draft.names) == ["林经理", "查无此人"]  # each where it was
        go(qtbot, view, Step.RESULT)
        with context.store.read() as session:
            owners = dict(session.execute(select(Customer.number, Customer.owner_id)).all())
        assert owners == {"D1": person.id, "D2": None}


class TestOptions:
    def test_whose_value_stays(self, qtbot: QtBot, make: Make, context: Context, tmp_path: Path) -> None:
        with context.store.write() as session:
            customers.add_customer(session, {"name": "王芳", "number": "E1", "occupation": "教师"})
        rows = [["客户号", "姓名", "职业"], ["E1", "王芳", "医生"]]
        view = make(write_csv(tmp_path / "rule.csv", rows))
        draft = go(qtbot, view, Step.PREVIEW)
        assert counted(draft.report) == (0, 0, 1, 0, 1)
        view.go_to(Step.OPTIONS)
        view.options_page.rules.options[OnDuplicate.FILE.value].click()
        assert draft.report is None
        draft = go(qtbot, view, Step.RESULT)
        assert counted(draft.result) == (0, 1, 0, 0, 1)
        with context.store.read() as session:
            assert session.scalar(select(Customer.occupation)) == "医生"

    def test_what_a_complete_list_lacks_is_shown_and_closed(
        self, qtbot: QtBot, make: Make, context: Context, tmp_path: Path
    ) -> None:
        with context.store.write() as session:
            one = customers.add_customer(session, {"name": "王芳", "number": "F1"})
            add_holding(session, one.uid, {"kind": "fund", "product": "老基金", "amount_fen": 100_00})
        rows = [["客户号", "产品名称", "产品类别", "金额"], ["F1", "新基金", "基金", "200"]]
        view = make(write_csv(tmp_path / "h.csv", rows))
        draft = go(qtbot, view, Step.OPTIONS)
        assert draft.target == "holdings"
        view.options_page.mode.options[Mode.COMPLETE.value].click()
        act(view, "import next")
        assert view.step is Step.OPTIONS
        assert view.options_page.day_row.error
        view.options_page.day.setText(date.today().isoformat())
        draft = go(qtbot, view, Step.PREVIEW)
        assert draft.report is not None
        assert [(one.name, one.product) for one in draft.report.closing] == [("王芳", "老基金")]
        go(qtbot, view, Step.RESULT)
        with context.store.read() as session:
            closed = dict(session.execute(select(Holding.product, Holding.closed_on)).all())
        assert closed == {"老基金": date.today(), "新基金": None}


def writing(qtbot: QtBot, context: Context) -> Job:
    """The import itself, once the backup before it is made."""

    def found() -> list[Job]:
        return [one for one in context.jobs.running if one.title.startswith("Importing")]

    qtbot.waitUntil(lambda: bool(found()), timeout=WAIT)
    return found()[0]


class TestStopping:
    @pytest.fixture
    def long(self, tmp_path: Path) -> Path:
        rows = [HEADING, *([f"L{n:05}", f"王{n}", "", ""] for n in range(4000))]
        return write_csv(tmp_path / "long.csv", rows)

    def test_a_cancelled_preview_and_import_leave_nothing(
        self, qtbot: QtBot, make: Make, context: Context, long: Path
    ) -> None:
        before = archive_of(context)
        view = make(long)
        go(qtbot, view, Step.OPTIONS)
        view.go_on()
        assert not view.may_go_to(Step.FILES)
        view.cancel()
        settle(qtbot, context)
        assert view.preview_page.trouble.isVisible()
        view.preview_page.trouble.acted.emit()
        draft = current(view)
        qtbot.waitUntil(lambda: draft.report is not None, timeout=WAIT)
        view.go_on()
        job = writing(qtbot, context)
        job.progressed.connect(lambda done, _total, _left: view.cancel() if done else None)
        with qtbot.waitSignal(job.cancelled, timeout=WAIT):
            pass
        settle(qtbot, context)
        assert view.step is Step.PREVIEW
        assert draft.result is None
        assert archive_of(context) == before
        assert view.preview_page.notice.isVisible()
        assert "nothing of it was kept" in view.preview_page.notice.text

    def test_a_file_that_changes_meanwhile_leaves_nothing(
        self, qtbot: QtBot, make: Make, context: Context, long: Path
    ) -> None:
        before = archive_of(context)
        view = make(long)
        draft = go(qtbot, view, Step.PREVIEW)
        view.go_on()
        job = writing(qtbot, context)

        def append(done: int, _total: int, _left: object) -> None:
            if done:
                job.progressed.disconnect(append)
                with long.open("a", encoding="utf-8") as file:
                    file.write("L9,新来,,\n")

        job.progressed.connect(append)
        qtbot.waitUntil(view.preview_page.trouble.isVisible, timeout=WAIT)
        settle(qtbot, context)
        assert draft.result is None
        assert archive_of(context) == before

    def test_a_preview_counts_anew_after_another_file(
        self, qtbot: QtBot, make: Make, context: Context, listed: Path, tmp_path: Path
    ) -> None:
        view = make(listed, write_csv(tmp_path / "same.csv", ROWS))
        first, second = view.drafts
        view.draft = second
        go(qtbot, view, Step.PREVIEW)
        assert counted(second.report)[:3] == (9, 0, 0)
        view.go_to(Step.FILES)
        view.draft = first
        go(qtbot, view, Step.RESULT)
        qtbot.waitUntil(lambda: second.is_stale, timeout=WAIT)
        view.draft = second
        view.go_to(Step.PREVIEW)
        qtbot.waitUntil(lambda: counted(second.report)[:3] == (0, 0, 9), timeout=WAIT)

    def test_what_was_added_last_is_current(
        self, qtbot: QtBot, make: Make, context: Context, listed: Path, tmp_path: Path
    ) -> None:
        view = make(listed)
        more = write_csv(tmp_path / "more.csv", ROWS)
        view.add_files([more])
        qtbot.waitUntil(lambda: all(one.opened for one in view.drafts), timeout=WAIT)
        settle(qtbot, context)
        assert current(view).path == more

    def test_a_file_that_changed_is_not_imported(
        self, qtbot: QtBot, make: Make, context: Context, listed: Path
    ) -> None:
        view = make(listed)
        go(qtbot, view, Step.PREVIEW)
        write_csv(listed, [*ROWS, ["A93", "新来", "", ""]], encoding="gb18030")
        view.go_on()
        settle(qtbot, context)
        assert view.preview_page.trouble.isVisible()
        view.preview_page.trouble.acted.emit()
        qtbot.waitUntil(lambda: current(view).opened is not None, timeout=WAIT)
        settle(qtbot, context)
        assert view.step is Step.TABLE

    def test_leaving_keeps_where_one_is(self, qtbot: QtBot, make: Make, listed: Path) -> None:
        view = make(listed)
        go(qtbot, view, Step.OPTIONS)
        pane = view.parent().parent()
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        assert not view.isVisible()
        pane.show_import()  # type: ignore[union-attr]
        assert view.isVisible()
        assert view.step is Step.OPTIONS

    def test_undo_that_would_lose_something_says_what(
        self, qtbot: QtBot, make: Make, context: Context, listed: Path
    ) -> None:
        view = make(listed)
        go(qtbot, view, Step.RESULT)
        with context.store.write() as session:
            one = session.scalars(select(Customer).where(Customer.number == "A03")).one()
            customers.edit_customer(session, one.uid, {"occupation": "教师"}, version=one.version)
        view.result_page.undo.click()
        qtbot.waitUntil(lambda: any(one.isVisible() for one in view.findChildren(Question)), timeout=WAIT)
        told = next(one for one in view.findChildren(Question) if one.isVisible())
        assert "A03" in told._details
        assert view.result_page.undo.isEnabled()


class TestRefusals:
    def test_bad_files_are_told_in_place(self, qtbot: QtBot, make: Make, tmp_path: Path) -> None:
        (tmp_path / "empty.csv").write_bytes(b"")
        (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 no workbook")
        (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
        answers = [["问卷编号", "1.总体满意度(1-10)", "2.推荐意愿(0-10)"], ["1", "8", "9"]]
        survey = write_csv(tmp_path / "s.csv", answers)
        view = make(tmp_path / "empty.csv", tmp_path / "a.xlsx", tmp_path / "b.pdf", survey)
        said = {card.draft.path.name: card._said.text() for card in view.files_page.cards}
        assert "is empty" in said["empty.csv"]
        assert "damaged" in said["a.xlsx"]
        assert "PDF" in said["b.pdf"]
        assert "under Surveys" in said["s.csv"]
        assert "under Surveys" in said["s.csv"]
        assert not view.next_button.isEnabled()
        view.files_page.cards[0].removed.emit()
        assert len(view.drafts) == 3

    def test_a_demonstration_takes_no_files(self, qtbot: QtBot, make: Make, context: Context) -> None:
        with context.store.write() as session:
            settings.fix(session, "vault.disposable", True)
        view = make()
        assert view.refused.isVisible()
        assert "demonstration" in view.refused.sentence
        assert not view.next_button.isVisible()


def test_taken_back_by_ctrl_z_is_said_in_the_result(
    qtbot: QtBot, make: Make, context: Context, listed: Path
) -> None:
    view = make(listed)
    stack = UndoStack(context, view)
    go(qtbot, view, Step.RESULT)
    qtbot.waitUntil(lambda: stack.can_undo, timeout=WAIT)
    stack.undo()
    qtbot.waitUntil(lambda: not view.result_page.undo.isEnabled(), timeout=WAIT)
    assert "taken back" in view.result_page.notice.text


def test_files_dropped_onto_the_window(qtbot: QtBot, context: Context, listed: Path) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    window.show_pane("staff")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(listed))])
    event = QDropEvent(
        QPointF(400, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    )
    window.dropEvent(event)
    assert event.isAccepted()
    view = window.findChild(ImportView)
    assert isinstance(view, ImportView)
    assert view.isVisible()
    qtbot.waitUntil(lambda: bool(view.drafts) and view.drafts[0].opened is not None, timeout=WAIT)
    settle(qtbot, context)
    view.left.emit()
    window.start_import()
    assert view.isVisible()
    assert view.draft is not None
