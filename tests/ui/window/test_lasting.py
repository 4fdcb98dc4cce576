"""The window over time: tasks in the status bar, settings, closing, coming back."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from rmdesk.ui import formats, settings
from rmdesk.ui.ask import Question
from rmdesk.ui.context import ConfigHolder, Context
from rmdesk.ui.panes import PANES, PaneSpec
from rmdesk.ui.placement import fitting_area
from rmdesk.ui.status import StatusBar
from rmdesk.ui.theme import Theme
from rmdesk.ui.window import MainWindow
from tests.support.frames import settle
from tests.ui.window.conftest import MakeWindow, Names, Notes

WAIT = 60_000  # ms: a limit, not a measure


class TestStatus:
    def test_a_long_task_is_shown_and_cancelled(self, qtbot: QtBot, context: Context) -> None:
        status = StatusBar(context.jobs)
        qtbot.addWidget(status)
        status.show()
        assert status.idle.isVisible()
        go_on = threading.Event()

        def work(progress: Callable[[int, int], None]) -> None:
            while not go_on.wait(0.01):
                progress(250, 1_000)

        job = context.jobs.background("Importing customers", work)
        qtbot.waitUntil(status.cancel.isVisible)
        qtbot.waitUntil(lambda: status.count.text() == "250 / 1,000")
        assert status.title.text() == "Importing customers"
        assert status.bar.share == 0.25
        with qtbot.waitSignal(job.cancelled):
            qtbot.mouseClick(status.cancel, Qt.MouseButton.LeftButton)
        go_on.set()
        qtbot.waitUntil(status.idle.isVisible)

    def test_a_short_task_does_not_flicker(self, qtbot: QtBot, context: Context) -> None:
        status = StatusBar(context.jobs)
        qtbot.addWidget(status)
        status.show()
        with qtbot.waitSignal(context.jobs.ended):
            context.jobs.background("Short", lambda progress: None)
        assert status.idle.isVisible()

    def test_the_next_task_follows(self, qtbot: QtBot, context: Context) -> None:
        status = StatusBar(context.jobs)
        qtbot.addWidget(status)
        status.show()
        first, second = threading.Event(), threading.Event()
        context.jobs.background("First", lambda progress: first.wait())
        context.jobs.background("Second", lambda progress: second.wait())
        qtbot.waitUntil(lambda: status.title.text() == "First and 1 more")
        first.set()
        qtbot.waitUntil(lambda: status.title.text() == "Second")
        second.set()
        qtbot.waitUntil(status.idle.isVisible)

    @pytest.mark.parametrize(
        ("seconds", "words"),
        [(None, ""), (0.2, "about 1 s left"), (40.4, "about 40 s left"), (150, "about 2 min left")],
    )
    def test_time_left_in_words(self, seconds: float | None, words: str) -> None:
        assert formats.time_left(seconds) == words

    def test_the_last_backup(self, qtbot: QtBot, context: Context) -> None:
        status = StatusBar(context.jobs)
        status.set_backup(None, date(2026, 9, 10))
        assert status.backup.isHidden()
        status.set_backup(datetime(2026, 9, 10, 8, 31), date(2026, 9, 10))
        assert status.backup.text == "Last backup today 08:31, verified"
        status.set_backup(datetime(2026, 9, 8, 17, 5), date(2026, 9, 10))
        assert status.backup.text == "Last backup 2026-09-08 17:05, verified"

    def test_a_backup_that_failed_stands_out_and_says_why(self, qtbot: QtBot, context: Context) -> None:
        status = StatusBar(context.jobs)
        made = datetime(2026, 9, 8, 17, 5)
        status.set_backup(made, date(2026, 9, 10), trouble="The disk is full.")
        assert status.backup.text.startswith("Last backup 2026-09-08 17:05")
        assert "not in it" in status.backup.text
        assert status.backup.toolTip() == "The disk is full."
        status.set_backup(None, date(2026, 9, 10), trouble="The disk is full.")
        assert status.backup.text == "No backup"
        status.set_backup(made, date(2026, 9, 10))
        assert status.backup.toolTip() == ""

    def test_one_that_only_the_second_folder_lacks_is_told_so(self, qtbot: QtBot, context: Context) -> None:
        status = StatusBar(context.jobs)
        made = datetime(2026, 9, 10, 8, 31)
        status.set_backup(made, made.date(), trouble="The share is gone.", is_made=True)
        assert "second folder" in status.backup.text
        assert "newest changes" not in status.backup.text

    def test_an_old_backup_stands_out(self, qtbot: QtBot, context: Context) -> None:
        status = StatusBar(context.jobs)
        status.set_backup(datetime(2026, 9, 1, 17, 5), date(2026, 9, 10))
        assert "9 days ago" in status.backup.text
        assert "9 days old" in status.backup.toolTip()

    def test_the_words_about_the_backup_lead_to_the_backups(
        self, qtbot: QtBot, make_window: MakeWindow
    ) -> None:
        window = make_window(pages=settings.PAGES)
        qtbot.mouseClick(window.status.backup, Qt.MouseButton.LeftButton)
        assert window.settings is not None
        assert window.settings.page_id == "backups"


class TestSettings:
    def test_pages_are_loaded_checked_and_saved(self, qtbot: QtBot, make_window: MakeWindow) -> None:
        view = make_window().show_settings("names")
        page = view.page
        assert isinstance(page, Names)
        assert page.field.text() == "in force"
        assert not view.save_button.isEnabled()
        page.field.setText("")
        qtbot.waitUntil(view.save_button.isEnabled, timeout=WAIT)
        qtbot.mouseClick(view.save_button, Qt.MouseButton.LeftButton)
        assert page.kept == []
        page.field.setText("new")
        qtbot.mouseClick(view.save_button, Qt.MouseButton.LeftButton)
        assert page.kept == ["new"]
        qtbot.waitUntil(lambda: not view.save_button.isEnabled(), timeout=WAIT)
        page.field.setText("typed")
        qtbot.waitUntil(view.discard_button.isEnabled, timeout=WAIT)
        qtbot.mouseClick(view.discard_button, Qt.MouseButton.LeftButton)
        assert page.field.text() == "new"

    def test_leaving_a_page_keeps_what_was_typed(self, make_window: MakeWindow) -> None:
        view = make_window().show_settings("names")
        page = view.page
        assert isinstance(page, Names)
        page.field.setText("typed")
        view.show_page("technical")
        assert view.page is not page
        view.reload()
        view.show_page("names")
        assert page.field.text() == "typed"
        assert view.is_changed


class TestClosing:
    def test_it_says_that_it_closes(self, qtbot: QtBot, make_window: MakeWindow) -> None:
        window = make_window()
        with qtbot.waitSignal(window.closing):
            window.close()

    def test_what_was_typed_into_the_settings_is_not_lost_unasked(
        self, qtbot: QtBot, make_window: MakeWindow
    ) -> None:
        window = make_window()
        page = window.show_settings("names").page
        assert isinstance(page, Names)
        page.field.setText("typed")
        with qtbot.assertNotEmitted(window.closing):
            window.close()
        assert window.isVisible()
        question = window.findChild(Question)
        assert question is not None
        with qtbot.waitSignal(window.closing):
            question.buttons["do"].click()

    def test_a_long_task_is_not_cancelled_unasked(
        self, qtbot: QtBot, make_window: MakeWindow, context: Context
    ) -> None:
        window = make_window()
        go_on = threading.Event()

        def work(progress: Callable[[int, int], None]) -> None:
            progress(1, 2)
            go_on.wait()

        job = context.jobs.background("Importing customers", work)
        with qtbot.waitSignal(job.progressed):
            pass
        with qtbot.assertNotEmitted(window.closing):
            window.close()
        question = window.findChild(Question)
        assert question is not None
        assert "Importing customers" in question.accessibleDescription()
        question.buttons["leave"].click()
        assert window.isVisible()
        go_on.set()
        settle(qtbot, context)


class TestComingBack:
    def test_to_the_same_pane_place_and_size(
        self, qtbot: QtBot, make_window: MakeWindow, context: Context
    ) -> None:
        window = make_window()
        window.setGeometry(10, 20, 1180, 640)
        pane = window.show_pane("audit")
        assert isinstance(pane, Notes)
        pane.place = 7
        window.close()
        again = make_window(context=dataclasses.replace(context, config=ConfigHolder()))
        assert again.rail.items()["audit"].isChecked()
        assert isinstance(again.current_pane, Notes)
        assert again.current_pane.place == 7
        assert ConfigHolder().remembered("frame")["area"] == [10, 20, 1180, 640]

    def test_to_the_same_page_of_the_settings(
        self, qtbot: QtBot, make_window: MakeWindow, context: Context
    ) -> None:
        window = make_window()
        window.show_settings("technical")
        window.close()
        again = make_window(context=dataclasses.replace(context, config=ConfigHolder()))
        assert again.current_pane is None
        assert again.show_settings().page_id == "technical"

    def test_somebody_else_begins_with_their_first_pane(
        self, make_window: MakeWindow, context: Context
    ) -> None:
        window = make_window()
        window.show_settings("technical")
        window.close()
        config = ConfigHolder()
        config.remember("frame", config.remembered("frame") | {"person": "of somebody else"})
        again = make_window(context=dataclasses.replace(context, config=config))
        assert again.rail.items()["notes"].isChecked()

    @pytest.mark.parametrize(
        "kept",
        [None, [], "?", {"area": "?"}, {"area": [1, 2, 3]}, {"area": [1, 2, "3", 4]}, {"pane": "gone"}],
    )
    def test_nonsense_in_the_settings_is_passed_over(
        self, make_window: MakeWindow, context: Context, kept: Any
    ) -> None:
        context.config.remember("frame", kept)
        window = make_window()
        assert window.rail.items()["notes"].isChecked()

    def test_the_area_where_it_was(self) -> None:
        screens = [QRect(0, 0, 1920, 1040), QRect(1920, 0, 1366, 728)]
        assert fitting_area([2000, 50, 1200, 600], screens) == QRect(2000, 50, 1200, 600)

    def test_a_screen_that_is_gone(self) -> None:
        area = fitting_area([2000, 50, 1200, 600], [QRect(0, 0, 1920, 1040)])
        assert area.size().toTuple() == (1200, 600)
        assert QRect(0, 0, 1920, 1040).contains(area)

    def test_a_title_bar_above_the_screen(self) -> None:
        assert QRect(0, 0, 1920, 1040).contains(
            fitting_area([100, -400, 1200, 600], [QRect(0, 0, 1920, 1040)])
        )

    def test_a_smaller_screen(self) -> None:
        area = fitting_area([0, 0, 1920, 1040], [QRect(0, 0, 1366, 728)])
        assert area.size().toTuple() == (1366, 728)

    def test_the_first_time(self) -> None:
        assert fitting_area(None, [QRect(0, 0, 1920, 1040)]).size().toTuple() == (1366, 768)
        assert fitting_area(None, [QRect(0, 0, 1366, 689)]).size().toTuple() == (1366, 689)


_OF_ALL = [
    one for one in PANES if one.unless is None
]  # one with all roles is offered the others within these


@pytest.mark.parametrize("spec", _OF_ALL, ids=lambda spec: spec.id)
def test_each_pane_opens_empty_and_reloads(
    qtbot: QtBot, context: Context, theme: Theme, spec: PaneSpec
) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    pane = window.show_pane(spec.id)
    pane.restore_state({"unknown": 1})
    pane.reload()
    pane.restore_state(pane.save_state())
    settle(qtbot, context)
    assert spec.keywords
    assert pane.isVisible()
