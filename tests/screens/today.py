"""Scenes of the pane of today: walked, recorded, put off, marked, searched, done, and a festival's people."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rmdesk.services.care import Key, Line, Touchpoint
from rmdesk.services.care.touchpoint import Kind
from rmdesk.ui.panes.today.asking import HandOverTo, PostponeTo, SkipBecause
from rmdesk.ui.panes.today.pane import TodayPane
from rmdesk.ui.window import MainWindow
from tests.screens.stage import Stage

_LATER = 5  # rows down


def day(stage: Stage, window: MainWindow) -> None:
    pane = window.show_pane("today")
    jobs = window.context.jobs
    if not isinstance(pane, TodayPane):
        raise RuntimeError("there is no pane of today")
    stage.settle(jobs)
    pane.view.go_first()
    stage.keep("today", window, jobs)
    for _ in range(_LATER):
        QTest.keyClick(pane.view, Qt.Key.Key_Down)
    pane.deeds.act("done")
    stage.keep("today-recording", window, jobs)
    pane.view.setFocus()
    for action, asked in (("postpone", PostponeTo), ("skip", SkipBecause), ("hand_over", HandOverTo)):
        pane.deeds.act(action)
        popover = pane.view.findChildren(asked)[-1]
        if isinstance(popover, PostponeTo):
            popover.field.setText("下个工作日" if stage.language == "zh_CN" else "next working day")
        stage.keep_and_close(f"today-{action}", popover, jobs)
    for _ in range(3):
        QTest.keyClick(pane.view, Qt.Key.Key_Space)
    stage.keep("today-marked", window, jobs)
    QTest.keyClick(pane.view, Qt.Key.Key_D)
    stage.keep("today-undo", window, jobs)
    window.undo_stack.undo()
    stage.settle(jobs)
    pane.search.setText("答应" if stage.language == "zh_CN" else "promised")
    stage.keep("today-search", window, jobs)
    pane.search.setText("查无此人")
    stage.keep("today-nobody", window, jobs)
    pane.search.clear()
    _festival(stage, window, pane)


def _festival(stage: Stage, window: MainWindow, pane: TodayPane) -> None:
    """The people of a festival to come, whatever today is."""
    festival = date(date.today().year + 1, 1, 1)
    key = Key("festival", None, "new_years_day", festival)
    pane.deeds.opened.emit(Line(Touchpoint(key, Kind.FESTIVAL, festival), None, None, None, "wechat"))
    stage.keep("today-festival", window, window.context.jobs)
    pane.close_members()
    stage.settle(window.context.jobs)
