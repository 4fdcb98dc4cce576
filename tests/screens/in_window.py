"""Scenes of the signed-in window: panes, settings, dialogs, bars and narrow sizes."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QMenu

from rmdesk.ui.crash import CrashDialog, details_of
from rmdesk.ui.dialogs.about import AboutDialog
from rmdesk.ui.dialogs.change_password import ChangePassword
from rmdesk.ui.panes.audit.pane import AuditPane
from rmdesk.ui.panes.staff.pane import StaffPane
from rmdesk.ui.window import MainWindow
from tests.screens.stage import Stage

LOOKS = [(language, appearance) for language in ("zh_CN", "en") for appearance in ("light", "dark")]
NARROW = (QSize(1093, 614), QSize(960, 560))


def everywhere(stage: Stage, window: MainWindow) -> None:
    """Every pane and every page of the settings, as one comes to it."""
    jobs = window.context.jobs
    for pane_id in window.pane_ids:
        window.show_pane(pane_id)
        stage.keep(pane_id, window, jobs)
    settings = window.show_settings()
    for spec in settings.specs:
        settings.show_page(spec.id)
        stage.keep(f"settings-{spec.id}", window, jobs)
    window.show_pane(window.pane_ids[0])


def bars(stage: Stage, window: MainWindow) -> None:
    """What comes and goes: menus, the palette, the undo strip, a running task."""
    jobs = window.context.jobs
    palette = window.open_palette()
    stage.keep("palette", window, jobs)
    stage.keep_and_close("palette-alone", palette, jobs)
    window.menuBar().show()
    stage.keep("menu-bar", window, jobs)
    window.menuBar().hide()
    window.rail.person_chosen.emit(window.rail.mapToGlobal(QPoint(72, 700)))
    for shown in QApplication.topLevelWidgets():
        if isinstance(shown, QMenu) and shown.isVisible():
            stage.keep("menu-person", shown, jobs)
            shown.close()


def staff(stage: Stage, window: MainWindow) -> None:
    """The staff pane with each kind of person, what is edited there, and its dialogs."""
    pane = window.show_pane("staff")
    jobs = window.context.jobs
    if not isinstance(pane, StaffPane):
        raise RuntimeError("there is no staff pane")
    stage.settle(jobs)
    for place, id in enumerate(pane.table.query.ids):
        pane.table.go_to(id)
        stage.settle(jobs)
        person = pane.current
        if person is None:
            continue
        if place < 3 or not person.is_active:
            stage.keep(f"staff-person-{place}", window, jobs)
        if not person.is_active:
            dialog = pane.switch_person()
            if dialog is not None:
                stage.keep_and_close("staff-enable", dialog, jobs)
    for id in pane.table.query.ids:
        pane.table.go_to(id)
        stage.settle(jobs)
        if (
            pane.current is not None
            and pane.current.is_active
            and pane.current.uid != window.context.actor.staff_uid
        ):
            _edit(stage, window, pane)
            break
    adding = pane.add_person()
    stage.keep("staff-add", adding, jobs)
    adding.submit()
    stage.keep("staff-add-wrong", adding, jobs)
    stage.close(adding)
    pane.search.setText("查无此人")
    stage.keep("staff-nobody-found", window, jobs)
    pane.search.clear()
    stage.keep_and_close("staff-preview", pane.print_list(), jobs)


def _edit(stage: Stage, window: MainWindow, pane: StaffPane) -> None:
    jobs = window.context.jobs
    detail = pane.detail
    detail.change_mobile.click()
    detail.new_mobile.setText("1380013")
    detail.new_mobile_row.check()
    stage.keep("staff-mobile-wrong", window, jobs)
    detail.new_mobile.setModified(True)
    # Another number each time, or nothing would be saved.
    look = (stage.language, stage.appearance)
    detail.new_mobile.setText(str(13800138100 + LOOKS.index(look)))
    detail.new_mobile.setModified(True)
    detail.new_mobile.returnPressed.emit()
    detail.new_mobile.editingFinished.emit()
    stage.keep("staff-undo", window, jobs)
    resetting = pane.reset_password()
    if resetting is not None:
        stage.keep_and_close("staff-reset", resetting, jobs)
    asked = pane.switch_person()
    if asked is not None:
        stage.keep_and_close("staff-disable", asked, jobs)


def audit(stage: Stage, window: MainWindow) -> None:
    """The audit trail with some entries opened, and verified."""
    pane = window.show_pane("audit")
    jobs = window.context.jobs
    if not isinstance(pane, AuditPane):
        raise RuntimeError("there is no audit pane")
    stage.settle(jobs)
    ids = list(pane.table.query.ids)
    for place in sorted({0, 1, len(ids) // 2, len(ids) - 1}):
        pane.table.go_to(ids[place])
        stage.keep(f"audit-entry-{place}", window, jobs)
    pane.verify()
    stage.keep("audit-verified", window, jobs)
    stage.keep_and_close("audit-preview", pane.print_extract(), jobs)


def working(stage: Stage, window: MainWindow) -> None:
    """The status bar while something runs that takes long."""
    go_on = threading.Event()

    def work(progress: Callable[[int, int], None]) -> None:
        progress(5_214, 8_402)
        go_on.wait()

    title = {"zh_CN": "校验审计记录", "en": "Verifying the audit trail"}[stage.language]
    job = window.context.jobs.background(title, work)
    stage.wait(window.status.bar.isVisible)
    stage.keep("working", window, while_running=True)
    job.cancel()
    go_on.set()
    stage.settle(window.context.jobs)


def dialogs(stage: Stage, window: MainWindow) -> None:
    jobs = window.context.jobs
    context = window.context
    stage.keep_and_close("about", AboutDialog(context.vault.folder.root, window), jobs)
    stage.keep_and_close("crash", CrashDialog(details_of(KeyError()), window), jobs)
    changing = ChangePassword(context, parent=window)
    changing.show()
    stage.keep("change-password", changing, jobs)
    changing.submit()
    stage.keep("change-password-wrong", changing, jobs)
    stage.close(changing)


def narrow(stage: Stage, window: MainWindow) -> None:
    """The sizes below which nothing needs to go."""
    for size in NARROW:
        window.resize(size)
        for pane_id in window.pane_ids:
            window.show_pane(pane_id)
            stage.keep(f"{pane_id}-{size.width()}", window, window.context.jobs)
        window.show_settings()
        stage.keep(f"settings-{size.width()}", window, window.context.jobs)
    window.resize(stage.size)
    window.show_pane(window.pane_ids[0])
