"""Scenes of the customers pane: list, conditions, page, dialogs, and what lies beside the list."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from rmdesk.services import tiers
from rmdesk.services.archive import Condition
from rmdesk.ui.panes.customers.pane import CustomersPane
from rmdesk.ui.window import MainWindow
from tests.screens.stage import Stage

_EDITORS = ("tier", "aum", "next_maturity", "employer", "no_calls", "birthday", "tag")


def everything(stage: Stage, window: MainWindow) -> None:
    """As the manager of the customers sees it."""
    pane = window.show_pane("customers")
    jobs = window.context.jobs
    if not isinstance(pane, CustomersPane):
        raise RuntimeError("there is no customers pane")
    stage.settle(jobs)
    pane.list.show_all()
    stage.settle(jobs)
    pane.list.table.go_to(pane.list.model.id_at(0))
    stage.keep("list", window, jobs)
    _conditions(stage, window, pane)
    _page(stage, window, pane)
    _dialogs(stage, window, pane)
    _beside(stage, window, pane)


def _conditions(stage: Stage, window: MainWindow, pane: CustomersPane) -> None:
    jobs = window.context.jobs
    filters = pane.list.filters
    for name in _EDITORS:
        stage.keep_and_close(f"editor-{name}", filters.edit(name), jobs)
    with window.context.store.read() as session:
        above = [one.uid for one in tiers.list_tiers(session)[1:]]
    for condition in (
        Condition("tier", tuple(above)),
        Condition("strategy", ("intensive", "active")),
        Condition("next_maturity", (0, 90)),
    ):
        filters.set(condition)
    stage.settle(jobs)
    ids = list(pane.list.model.ids)
    pane.list.model.mark([2, 5])
    pane.list.table.go_to(ids[min(8, len(ids) - 1)])
    stage.keep("window", window, jobs)
    _menu(stage, "menu-conditions", filters.open_menu(), window)
    _menu(stage, "menu-views", pane.list.views.open_menu(), window)
    columns = pane.list.table.columns_menu()
    columns.popup(window.mapToGlobal(QPoint(400, 100)))
    _menu(stage, "menu-columns", columns, window)
    editing = pane.edit_customers()
    if editing is not None:
        stage.keep_and_close("bulk-edit", editing, jobs)
    pane.list.search.setText("查无此人")
    stage.keep("nobody-found", window, jobs)
    pane.list.show_all()
    pane.list.model.clear_marks()
    stage.settle(jobs)


def _menu(stage: Stage, name: str, menu: QMenu, window: MainWindow) -> None:
    stage.keep(name, menu, window.context.jobs)
    menu.close()


def _page(stage: Stage, window: MainWindow, pane: CustomersPane) -> None:
    """Every section unfolded, screen by screen; then a form, and an entry that cannot be."""
    jobs = window.context.jobs
    page = pane.list.page
    folds = {id: section.head.isChecked() for id, section in page.sections.items()}
    for section in page.sections.values():
        section.head.setChecked(True)
    stage.settle(jobs)
    bar = page.area.verticalScrollBar()
    for place in range(4):
        bar.setValue(place * page.area.viewport().height())
        stage.keep(f"page-{place}", window, jobs)
    actions = {one.objectName(): one for one in page.actions()}
    for name in ("add relation", "add holding", "enter assets", "add important day"):
        actions[name].trigger()
        stage.keep(f"page-{name.replace(' ', '-')}", window, jobs)
    for id, section in page.sections.items():
        section.put_away()
        section.head.setChecked(folds[id])
    stage.settle(jobs)


def _dialogs(stage: Stage, window: MainWindow, pane: CustomersPane) -> None:
    jobs = window.context.jobs
    adding = pane.add_customer()
    stage.keep("add", adding, jobs)
    adding.name.setText("长" * 201)
    adding.phone.setText("12")
    adding.document.setText("110101199003074611")
    adding.submit()
    stage.keep("add-wrong", adding, jobs)
    stage.close(adding)


def _beside(stage: Stage, window: MainWindow, pane: CustomersPane) -> None:
    jobs = window.context.jobs
    pane.show_organisations()
    stage.keep("organisations", window, jobs)
    pane.show_bin()
    stage.keep("bin", window, jobs)
    pane.show_list()
    stage.settle(jobs)
