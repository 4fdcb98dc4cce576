"""Scenes of the daily log: a day planned from what is due, answered for, the week and month, its dialogs."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rmdesk.models import Outcome
from rmdesk.services import daily_logs
from rmdesk.ui.panes.log.pane import MONTH, ONE_DAY, WEEK, LogPane
from rmdesk.ui.panes.log.readings import READING
from rmdesk.ui.window import MainWindow
from tests.screens.stage import Stage

_PLANNED = 8  # items of the day


def day(stage: Stage, window: MainWindow) -> None:
    pane = window.show_pane("log")
    jobs = window.context.jobs
    if not isinstance(pane, LogPane):
        raise RuntimeError("there is no pane of the log")
    stage.settle(jobs)
    _fill(window)
    pane.go_today()
    stage.settle(jobs)
    pane.list.setFocus()
    pane.list.go_to_next_open()
    stage.keep("log", window, jobs)
    QTest.keyClick(pane.list, Qt.Key.Key_3)
    stage.keep("log-completing", window, jobs)
    pane.list.setFocus()
    pane.toggle_planning()
    stage.keep("log-planning", window, jobs)
    pane.toggle_planning()
    stage.settle(jobs)
    for name, dialog in (
        ("item", pane.deeds.add_item()),
        ("news", pane.deeds.add_news()),
    ):
        if dialog is not None:
            stage.keep_and_close(f"log-{name}", dialog, jobs)
    if pane.log is not None and pane.log.news:
        stage.keep_and_close("log-touched", pane.deeds.open_news(pane.log.news[0]), jobs)
    for view in (WEEK, MONTH):
        pane.show_view(view)
        stage.keep(f"log-{view}", window, jobs)
    if pane.reads_all:
        pane.show_view(READING)
        stage.keep("log-reading", window, jobs)
    pane.show_view(ONE_DAY)
    stage.settle(jobs)
    stage.keep_and_close("log-print", pane.out.print(), jobs)
    morning = pane.out.print_morning()
    if morning is not None:
        stage.keep_and_close("log-morning", morning, jobs)


def _fill(window: MainWindow) -> None:
    """Plan today from what is proposed, once, and answer for some of it."""
    store, today = window.context.store, date.today()
    with store.read() as session:
        if daily_logs.load_day(session, today).items:
            return
        keys = [one.key for one in daily_logs.propose(session, today, few=_PLANNED)]
    with store.write() as session:
        daily_logs.plan_touchpoints(session, today, keys, on_rest_day=True)
        ids = daily_logs.find_touched(session, kind="time_deposit")[:17]
        news = {"kind": "market", "headline": "同业下调一年期存单挂牌价 5 个基点"}
        daily_logs.add_news(session, today, news, ids)
    with store.read() as session:
        items = daily_logs.load_day(session, today).items
    said = (
        (Outcome.DONE, "同意续存，周六上午到店"),
        (Outcome.PARTLY, "已报测算"),
        (Outcome.NOT_DONE, "没打通"),
    )
    for item, (outcome, words) in zip(items, said, strict=False):
        with store.write() as session:
            daily_logs.complete_item(session, item.uid, outcome, version=item.version, result=words)
