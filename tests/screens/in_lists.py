"""Scenes of what lists of customers lead to: possible duplicates side by side, and the export."""

from __future__ import annotations

from datetime import date

from rmdesk.services import archive, customers, figures, phones, tags
from rmdesk.services.days import Day
from rmdesk.ui.panes.customers.duplicates import DuplicatesView
from rmdesk.ui.panes.customers.pane import CustomersPane
from rmdesk.ui.window import MainWindow
from tests.screens.stage import Stage

_NAME = "欧阳若水"


def lists(stage: Stage, window: MainWindow) -> None:
    pane = window.show_pane("customers")
    jobs = window.context.jobs
    if not isinstance(pane, CustomersPane):
        raise RuntimeError("there is no customers pane")
    stage.settle(jobs)
    exporting = pane.export()
    if exporting is not None:
        stage.keep("export", exporting, jobs)
        exporting.reason.setText("总行检查")
        stage.keep("export-in-full", exporting, jobs)
        stage.close(exporting)
    view = _searched(stage, pane)
    if not view.model.rowCount():
        stage.keep("duplicates-none", window, jobs)
    _add_pairs(window)
    view.search()
    stage.look()
    stage.keep("duplicates-searching", window, while_running=True)
    stage.wait(lambda: not view.is_searching)
    stage.keep("duplicates", window, jobs)
    view.card.go_to_first()
    stage.keep("duplicates-choosing", window, jobs)
    pane.show_list()


def _searched(stage: Stage, pane: CustomersPane) -> DuplicatesView:
    view = pane.show_duplicates()
    stage.wait(lambda: not view.is_searching)
    return view


def _add_pairs(window: MainWindow) -> None:
    """Some people who are there twice; once, whatever the language."""
    with window.context.store.read() as session:
        if len(archive.find_customers(session, search=_NAME)):
            return
    with window.context.store.write() as session:
        known = {"name": _NAME, "birthday": Day(6, 3, 1984), "gender": "female"}
        first = known | {"number": "33010099001", "occupation": "教师", "district": "滨江", "stage": "core"}
        second = {"name": "欧阳若水", "occupation": "中学教师", "employer": "滨江第三中学", "no_calls": True}
        third = {"name": "欧阳若冰", "birthday": Day(6, 3, 1984), "notes": "由老师介绍，喜欢稳健的产品"}
        for place, given in enumerate((first, second, third)):
            one = customers.add_customer(session, given)
            phones.add_phone(session, one.uid, "13857101234" if place < 2 else "13857105678")
            figures.add_figure(session, one.uid, 880_000_00 + place * 1_000_00, date(2026, 1, 31))
            tags.add_tag(session, one.uid, "企业主" if place else "老客户")
