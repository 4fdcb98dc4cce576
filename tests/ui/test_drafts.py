"""What stands half-written at a lock is there again for the same person, and nowhere readable meanwhile."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import (
    activities,
    changes,
    complaints,
    customers,
    drafts,
    goals,
    organisations,
    plans,
    staff,
    tasks,
)
from rmdesk.services.customers.record import get_customer
from rmdesk.services.goals import periods
from rmdesk.services.imports import OnDuplicate
from rmdesk.services.vault import Vault, VaultFolder
from rmdesk.ui import lock_watch
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.crash import CrashDialog
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.add_customer import AddCustomer
from rmdesk.ui.dialogs.add_staff import AddStaff
from rmdesk.ui.dialogs.edit_organisation import EditOrganisation
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.dialogs.remark_on_log import RemarkOnLog
from rmdesk.ui.dialogs.settle_complaint import SettleComplaint, Settling
from rmdesk.ui.draft_watch import DraftWatch
from rmdesk.ui.interactions.quick_entry import QuickEntry
from rmdesk.ui.panes.customers.imports.draft import Step
from rmdesk.ui.reopening import FORMS, open_form
from rmdesk.ui.typed import fields_of
from rmdesk.ui.widgets import LineField
from rmdesk.ui.window import MainWindow
from tests.conftest import ExpectedLogs
from tests.support.files_in import write_csv
from tests.support.frames import settle
from tests.support.sessions import Begin, Run
from tests.support.vaults import ADMIN, OpenAgain, add_person

ROOT = Path(__file__).parents[2]
WAIT = 60_000  # ms: a limit, not a measure
NAME = "half-written 半截 𠮷"


def dialogs(window: MainWindow) -> list[FormDialog]:
    return [one for one in window.findChildren(FormDialog) if one.isVisible()]


def kept_files(folder: VaultFolder) -> list[Path]:
    return list(folder.drafts.glob("*")) if folder.drafts.exists() else []


@pytest.fixture
def again(qtbot: QtBot, begin: Begin, vault_folder: VaultFolder, password_file: Path) -> Any:
    """Sign in anew, as whoever unlocks does."""

    def again_(user: str = ADMIN) -> MainWindow:
        for one in QApplication.topLevelWidgets():  # of a process that in earnest has ended
            for field in one.findChildren(QLineEdit):
                field.blockSignals(True)
        run = begin(vault=vault_folder.root, user=user, password_file=password_file)
        qtbot.waitUntil(lambda: run.session.window is not None, timeout=WAIT)
        qtbot.waitUntil(run.window.isVisible, timeout=WAIT)
        QApplication.processEvents()
        run.window.session = run.session  # type: ignore[attr-defined]
        return run.window

    return again_


def lock(window: Any) -> None:
    window.session.lock(lock_watch.BY_KEY)


def test_esc_asks_before_what_was_typed_is_given_up(qtbot: QtBot, entered: Run) -> None:
    pane = entered.window.show_pane("customers")
    empty = pane.add_customer()  # type: ignore[attr-defined]
    QTest.keyClick(empty, Qt.Key.Key_Escape)
    assert not dialogs(entered.window)
    form = pane.add_customer()  # type: ignore[attr-defined]
    form.name.setText(NAME)
    QTest.keyClick(form.name, Qt.Key.Key_Escape)
    [asked] = form.findChildren(Question)
    asked.reject()
    assert dialogs(entered.window) == [form]
    assert form.name.text() == NAME
    QTest.keyClick(form.name, Qt.Key.Key_Escape)
    [asked] = [one for one in form.findChildren(Question) if one.isVisible()]
    asked.buttons["do"].click()
    assert not dialogs(entered.window)


def test_what_was_cancelled_by_a_lock_is_told_to_whoever_comes_back(
    qtbot: QtBot, entered: Run, again: Any
) -> None:
    began: list[int] = []

    def endless(session: Any, progress: Any) -> None:
        changes.note(session, "test.begun")
        while True:
            began.append(1)
            progress(1, 10)

    context = entered.window.context
    head = context.store.head()
    context.jobs.write("Undoing", endless)
    qtbot.waitUntil(lambda: bool(began), timeout=WAIT)
    entered.session.lock(lock_watch.BY_IDLE)
    window = again()
    assert [bar for bar in window.bars if "“Undoing” was not finished" in bar.text]
    with window.context.store.read() as session:
        numbers = changes.find_numbers(session)
        assert "test.begun" not in {one.kind for one in changes.load_sets(session, numbers)}
    assert window.context.store.head().number > head.number
    lock(window)
    assert not [bar for bar in again().bars if "Undoing" in bar.text]


def test_a_form_comes_again_with_what_was_typed(
    qtbot: QtBot, entered: Run, again: Any, vault_folder: VaultFolder
) -> None:
    form = entered.window.show_pane("customers").add_customer()  # type: ignore[attr-defined]
    form.name.setText(NAME)
    form.phone.setText("13800138000")
    form.gender.choose("female")
    entered.session.lock(lock_watch.BY_KEY)
    (file,) = kept_files(vault_folder)
    assert "半截".encode() not in file.read_bytes()
    assert b"13800138000" not in file.read_bytes()

    window = again()
    (form,) = dialogs(window)
    assert isinstance(form, AddCustomer)
    assert (form.name.text(), form.phone.text(), form.gender.current) == (NAME, "13800138000", "female")
    assert "not saved" in form.trouble.text
    form.submit()
    qtbot.waitUntil(lambda: not kept_files(vault_folder), timeout=WAIT)
    with window.context.store.read() as session:
        kinds = [one.kind for one in changes.load_sets(session, changes.find_numbers(session))]
        assert kinds.count("customer.added") == 1


def test_what_was_being_typed_comes_again_after_a_kill(
    again: Any, vault_folder: VaultFolder, password_file: Path
) -> None:
    """The window keeps it by itself while it is open, every few seconds."""
    command = [sys.executable, "-m", "tests.faults.window_killed", str(vault_folder.root)]
    ran = subprocess.run([*command, str(password_file), NAME], cwd=ROOT, check=False, timeout=WAIT / 1000)
    assert ran.returncode == -signal.SIGKILL
    window = again()
    (form,) = dialogs(window)
    assert isinstance(form, AddCustomer)
    assert form.name.text() == NAME


def test_what_was_saved_meanwhile_does_not_come_again(
    qtbot: QtBot, entered: Run, vault_folder: VaultFolder
) -> None:
    watch = entered.window.findChild(DraftWatch)
    form = entered.window.show_pane("customers").add_customer()  # type: ignore[attr-defined]
    form.name.setText(NAME)
    watch.look()
    qtbot.waitUntil(lambda: bool(kept_files(vault_folder)), timeout=WAIT)
    form.submit()  # a crash from now on brings no second one
    qtbot.waitUntil(lambda: not kept_files(vault_folder), timeout=WAIT)


def test_what_is_given_up_does_not_come_again(
    qtbot: QtBot, entered: Run, again: Any, vault_folder: VaultFolder
) -> None:
    entered.window.show_pane("customers").add_customer().name.setText(NAME)  # type: ignore[attr-defined]
    entered.session.lock(lock_watch.BY_IDLE)
    window = again()
    dialogs(window)[0].reject()
    qtbot.waitUntil(lambda: not kept_files(vault_folder), timeout=WAIT)
    lock(window)
    assert dialogs(again()) == []


def test_a_settings_page_comes_again(
    qtbot: QtBot, entered: Run, again: Any, vault_folder: VaultFolder
) -> None:
    page = entered.window.show_settings("branch").page
    page.name.setText("")  # type: ignore[union-attr]
    entered.session.lock(lock_watch.BY_KEY)
    window = again()
    page = window.show_settings().page
    assert page.name.text() == ""
    assert page.is_changed
    page.name.setText("江北支行")
    window.settings.save()
    qtbot.waitUntil(lambda: not kept_files(vault_folder), timeout=WAIT)


def test_a_form_in_which_nothing_was_typed_is_not_kept(entered: Run, vault_folder: VaultFolder) -> None:
    entered.window.show_pane("customers").add_customer()  # type: ignore[attr-defined]
    entered.session.lock(lock_watch.BY_KEY)
    assert kept_files(vault_folder) == []


def test_a_password_is_never_kept(entered: Run, again: Any) -> None:
    form = entered.window.show_pane("staff").add_person()  # type: ignore[attr-defined]
    form.name.setText("周青")
    form.password.field.setText("a secret of mine 1")
    entered.session.lock(lock_watch.BY_KEY)
    (form,) = dialogs(again())
    assert isinstance(form, AddStaff)
    assert form.name.text() == "周青"
    assert form.password.password not in ("", "a secret of mine 1")


def test_another_person_does_not_get_it(
    entered: Run, again: Any, begin: Begin, password_file: Path, vault_folder: VaultFolder
) -> None:
    add_person(entered.window.context.vault, "吴刚", "eight o'clock 8:00", {Role.BRANCH_HEAD})
    entered.window.show_pane("customers").add_customer().name.setText(NAME)  # type: ignore[attr-defined]
    entered.session.lock(lock_watch.BY_KEY)
    other = password_file.with_name("other.txt")
    other.write_text("eight o'clock 8:00\n", "utf-8")
    password_file.write_bytes(other.read_bytes())
    window = again("吴刚")
    assert dialogs(window) == []
    lock(window)
    assert len(kept_files(vault_folder)) == 1  # the first one's


def test_editors_on_the_page_come_again(
    qtbot: QtBot, entered: Run, again: Any, vault_folder: VaultFolder
) -> None:
    context = entered.window.context
    with context.store.write() as session:
        uid = customers.add_customer(session, {"name": "陈静怡", "occupation": "教师"}).uid
    grid = basic(show_page(qtbot, entered.window, uid))
    grid.edit("occupation")
    grid.editors["occupation"].retype(["院长"])
    entered.session.lock(lock_watch.BY_KEY)
    assert len(kept_files(vault_folder)) == 1

    window = again()
    grid = basic(show_page(qtbot, window, uid))
    editor = grid.editors["occupation"]
    assert editor.typed() == ["院长"]
    editor.commit()
    qtbot.waitUntil(lambda: not kept_files(vault_folder), timeout=WAIT)
    with window.context.store.read() as session:
        assert get_customer(session, uid).fields["occupation"].value == "院长"


def show_page(qtbot: QtBot, window: MainWindow, uid: str) -> Any:
    window.show_customer(uid)
    page = window.panes["customers"].list.page  # type: ignore[attr-defined]
    with qtbot.waitSignal(page.shown, timeout=WAIT):
        page.show_customer(uid)
    return page


def basic(page: Any) -> Any:
    """The grid of what is basic, unfolded."""
    section = page.sections["basic"]
    section.head.setChecked(True)
    section.catch_up()
    return section.body


def test_a_record_of_a_contact_comes_again_in_the_quick_entry(
    qtbot: QtBot, open_again: OpenAgain, again: Any, vault_folder: VaultFolder
) -> None:
    vault = open_again()
    with vault.store.write() as session:
        me = staff.load_staff(session, staff.find_staff(session))[0]
        staff.set_roles(session, me.uid, set(Role), version=me.version)
    vault.close()
    window = again()
    with window.context.store.write() as session:
        fields = {"name": "陈静怡", "owner": window.context.actor.staff_uid}
        uid = customers.add_customer(session, fields).uid
    show_page(qtbot, window, uid)
    entry = window.findChildren(QuickEntry)[-1]
    entry.retype({uid: ["call", "reached", "said 45万", "", "", "service", ""]})
    lock(window)

    window = again()
    show_page(qtbot, window, uid)
    entry = next(one for one in window.findChildren(QuickEntry) if one.content.toPlainText())
    assert entry.content.toPlainText() == "said 45万"
    with qtbot.waitSignal(entry.saved, timeout=WAIT):
        entry.save()
    qtbot.waitUntil(lambda: not kept_files(vault_folder), timeout=WAIT)


def test_files_on_their_way_in_come_again(
    qtbot: QtBot, entered: Run, again: Any, vault_folder: VaultFolder, tmp_path: Path
) -> None:
    """With what was decided about them, where one was; one that was imported does not."""
    rows = [["客户号", "姓名", "备注", "客户经理"], ["A1", "王明", "常来", "外人"]]
    paths = [write_csv(tmp_path / f"{name}.csv", rows) for name in ("名单", "另一份")]
    view = entered.window.show_pane("customers").show_import()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: view.is_checked, timeout=WAIT)
    view.add_files(paths)
    qtbot.waitUntil(lambda: all(one.opened for one in view.drafts), timeout=WAIT)
    view.go_to(Step.COLUMNS)
    view.draft.assign("备注", None)
    view.go_to(Step.OPTIONS)
    view.draft.choose(rule=OnDuplicate.FILE, managers={"外人": None})
    lock(entered)
    (file,) = kept_files(vault_folder)
    assert "名单".encode() not in file.read_bytes()

    window: Any = again()
    view = window.show_pane("customers").show_import()
    qtbot.waitUntil(lambda: view.step is Step.OPTIONS, timeout=WAIT)
    assert [one.path for one in view.drafts] == paths
    assert view.draft.columns == {"客户号": "number", "姓名": "name", "备注": None, "客户经理": "owner"}
    assert (view.draft.choices.rule, view.draft.choices.managers) == (OnDuplicate.FILE, {"外人": None})
    view.go_to(Step.PREVIEW)
    qtbot.waitUntil(lambda: view.draft.report is not None, timeout=WAIT)
    view.run()
    qtbot.waitUntil(lambda: view.draft.result is not None, timeout=WAIT)
    lock(window)

    view = again().show_pane("customers").show_import()
    qtbot.waitUntil(lambda: [one.path for one in view.drafts if one.opened] == paths[1:], timeout=WAIT)


def test_what_was_decided_about_a_complaint_comes_again_and_is_saved(
    qtbot: QtBot, entered: Run, again: Any, vault_folder: VaultFolder
) -> None:
    context = entered.window.context
    with context.store.write() as session:
        given = {"kind": "fee", "content": "收费不明", "person": "路人"}
        uid = complaints.add_complaint(session, given).uid
    with context.store.read() as session:
        record = complaints.load_complaint(session, uid)
    dialog = SettleComplaint(context, record, Settling.RESOLVE, parent=entered.window)
    dialog.open()
    dialog.text.setPlainText(NAME)
    lock(entered)
    (file,) = kept_files(vault_folder)
    assert NAME.encode() not in file.read_bytes()

    window = again()
    (dialog,) = dialogs(window)
    assert isinstance(dialog, SettleComplaint)
    assert dialog.text.toPlainText() == NAME
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.submit()
    with window.context.store.read() as session:
        assert complaints.load_complaint(session, uid).result == NAME
    qtbot.waitUntil(lambda: not kept_files(vault_folder), timeout=WAIT)


def test_what_cannot_open_again_is_told_of_and_can_be_copied(
    qtbot: QtBot, entered: Run, again: Any, vault_folder: VaultFolder
) -> None:
    context = entered.window.context
    with context.store.write() as session:
        row = organisations.add_organisation(session, {"name": "滨江机械厂"})
        id, uid = row.id, row.uid
    with context.store.read() as session:
        (shown,) = organisations.load_organisations(session, [id])
    form = EditOrganisation(context, shown, parent=entered.window)
    form.open()
    form.fields["notes"].setText(NAME)
    with context.store.write() as session:
        organisations.delete_organisation(session, uid, version=1)
    entered.session.lock(lock_watch.BY_KEY)

    kept = vault_folder.drafts
    window = again()
    assert dialogs(window) in ([], [one for one in dialogs(window) if isinstance(one, EditOrganisation)])
    assert list(kept.glob("*"))


def test_words_of_another_version_are_offered_to_copy(
    qtbot: QtBot, context: Context, vault_folder: VaultFolder
) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.take_up(
        {
            "version": "0.0.1",
            "panes": {"today": {"u": ["call", NAME]}},
            "forms": [{"form": "gone", "about": {}, "title": "Old form", "typed": ["words of it", True]}],
        }
    )
    window.show()
    QApplication.processEvents()
    texts = [bar.text for bar in window.bars if bar.isVisible()]
    assert len(texts) == 2
    assert "Old form" in texts[1]
    assert drafts_of(window) == [["call", NAME], ["words of it", True]]
    window.bars[1].acted.emit()
    assert QApplication.clipboard().text() == "words of it"
    assert drafts_of(window) == [["call", NAME]]
    QApplication.clipboard().clear()


def drafts_of(window: MainWindow) -> list[Any]:
    return [one["typed"] for one in window.drafts()["forms"]]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_opens_again(qtbot: QtBot, context: Context, form: str) -> None:
    """What is typed into its fields is what the form gives when it is asked, and puts back."""
    context.store.actor = replace(context.actor, roles=frozenset(Role))
    with context.store.write() as session:
        uid = customers.add_customer(session, {"name": "陈静怡", "owner": context.actor.staff_uid}).uid
    with context.store.write() as session:
        goal = goals.add_goal(session, periods.year(2026)).uid
    with context.store.write() as session:
        days = {"first_on": "2026-09-01", "last_on": "2026-09-30"}
        plan = plans.add_plan(session, {"name": "九月回访"} | days).uid
        node = plans.add_node(session, plan, {"name": "老客户"}).uid
    with context.store.write() as session:
        case = complaints.add_complaint(session, {"kind": "fee", "content": "收费不明"}, customer_uid=uid).uid
    with context.store.write() as session:
        given = {"work": "核对", "due_on": "2026-09-30", "department": "国际部"}
        task = tasks.add_task(session, None, given).uid
    with context.store.write() as session:
        salon = {"name": "养老沙龙", "kind": "salon", "first_on": "2026-09-30"}
        activity = activities.add_activity(session, salon).uid
    with context.store.read() as session:
        version = complaints.load_complaint(session, case).row.version
    about = {
        "record_contact": {"customer_uid": uid, "customer": "陈静怡", "row": None},
        "prepare_visit": {"customer_uid": uid, "customer": "陈静怡", "visit": None},
        "add_appointment": {"day": "2026-09-25", "customer": [uid, "陈静怡"]},
        "plan_item": {"day": "2026-09-25"},
        "plan_contact": {"plan": plan, "node": node},
        "add_log_news": {"day": "2026-09-25"},
        "assign_task": {"row": None},
        "answer_task": {"row": [task, 1]},
        "edit_notice": {"ids": [1], "notice": None},
        "edit_survey": {"survey": None},
        "edit_complaint": {"complaint": None, "customer": [uid, "陈静怡"], "survey": None},
        "settle_complaint": {"complaint": [case, version], "what": "RESOLVE"},
        "edit_organisation": {"row": None},
        "edit_greeting": {"occasion": "birthday", "language": "en", "template": None},
        "edit_script": {"part": "objection", "occasion": "birthday", "language": "en", "kept": None},
        "target": {"goal": goal, "target": None},
        "evaluate_plan": {"plan": plan},
        "evaluate_activity": {"activity": activity},
    }.get(form, {})
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    dialog = open_form(window, form, about)
    assert dialog is not None
    assert dialog.typed() is None
    for field in fields_of(dialog):
        if type(field) in (LineField, DateField) and not field.text():
            field.setText("12")
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText("what was said")
    typed = dialog.typed()
    assert typed is not None
    kept = window.drafts()["forms"]
    assert [one["form"] for one in kept] == [form]
    assert json.loads(json.dumps(kept[0]["about"])) == about
    dialog.reject()
    assert window.drafts() == {}
    second = open_form(window, form, json.loads(json.dumps(kept[0]["about"])))
    assert second is not None
    assert second.retype(json.loads(json.dumps(typed)))
    assert second.typed() == typed
    second.reject()


def test_what_was_written_in_a_form_that_does_not_come_again_can_be_copied(
    qtbot: QtBot, entered: Run, again: Any, vault_folder: VaultFolder
) -> None:
    def remark(window: MainWindow) -> RemarkOnLog:
        dialog = RemarkOnLog(
            window.context, "Comment", "Zhou", lambda *_: None, verb="Add", field="Words", parent=window
        )
        dialog.open()
        return dialog

    remark(entered.window).reject()
    assert entered.window.drafts() == {}
    remark(entered.window).words.setPlainText(NAME)
    lock(entered)
    window = again()
    [bar] = [one for one in window.bars if "Comment" in one.text]
    assert dialogs(window) == []
    bar.acted.emit()
    assert QApplication.clipboard().text() == NAME
    QApplication.clipboard().clear()
    qtbot.waitUntil(lambda: not kept_files(vault_folder), timeout=WAIT)


def test_a_form_under_the_report_of_a_fault_comes_again(
    qtbot: QtBot, entered: Run, again: Any, vault_folder: VaultFolder
) -> None:
    form = entered.window.show_pane("customers").add_customer()  # type: ignore[attr-defined]
    form.name.setText(NAME)
    report = CrashDialog("a trace", form)
    report.open()
    lock(entered)
    [form] = dialogs(again())
    assert form.name.text() == NAME  # type: ignore[attr-defined]


def test_what_a_crash_left_in_the_panes_is_told_once(qtbot: QtBot, context: Context) -> None:
    """And what a lock left is not: it is where one comes back to."""
    context.store.actor = replace(context.actor, roles=frozenset(Role))

    def make(kept: dict[str, Any]) -> Any:
        window = MainWindow(context)
        qtbot.addWidget(window)
        window.take_up(kept)
        window.show()
        return window

    first = make({})
    first.show_pane("today").line.field.setText("赵敏 电话")
    for is_working in (True, False):
        kept = json.loads(json.dumps(first.drafts(is_working=is_working)))
        window = make(kept)
        assert window.show_pane("today").line.field.text() == "赵敏 电话"
        told = [one for one in window.bars if "ended unexpectedly" in one.text]
        assert len(told) == is_working
        for bar in told:
            assert "Today" in bar.text
            bar.acted.emit()
            assert not bar.isVisible()
        settle(qtbot, context)
        window.close()
    first.close()


class TestKept:
    def test_it_is_sealed_for_one_person_and_one_vault(self, vault: Vault) -> None:
        assert drafts.keep(vault, "one", {"forms": ["滨江"]})
        assert drafts.load(vault, "one") == {"forms": ["滨江"]}
        assert drafts.load(vault, "two") == {}
        drafts.keep(vault, "one", {})
        assert drafts.load(vault, "one") == {}
        assert kept_files(vault.folder) == []

    def test_what_was_damaged_or_moved_is_said_in_the_log(
        self, vault: Vault, expected_logs: ExpectedLogs
    ) -> None:
        expected_logs("cannot be read")
        drafts.keep(vault, "one", {"forms": ["滨江"]})
        file = vault.folder.drafts / "one.sealed"
        file.rename(file.with_name("two.sealed"))
        assert drafts.load(vault, "two") == {}
        for content in (b"", b"short", bytes(400)):
            file.write_bytes(content)
            assert drafts.load(vault, "one") == {}

    def test_a_folder_that_cannot_be_written_keeps_nobody_from_locking(
        self, vault: Vault, expected_logs: ExpectedLogs
    ) -> None:
        expected_logs("could not be kept", "cannot be read")
        vault.folder.drafts.write_text("a file where the folder would be", "utf-8")
        assert not drafts.keep(vault, "one", {"forms": ["滨江"]})
        assert drafts.load(vault, "one") == {}
