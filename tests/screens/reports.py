"""Scenes of the reports pane: a form that is not filled, pages, search in them; charts on screen."""

from __future__ import annotations

from rmdesk.services.reports.charts import Chart, Series, Shape
from rmdesk.ui.chart_view import ChartView
from rmdesk.ui.panes.reports.pane import ReportsPane
from rmdesk.ui.window import MainWindow
from tests.screens.stage import Stage


def pages(stage: Stage, window: MainWindow) -> None:
    pane = window.show_pane("reports")
    jobs = window.context.jobs
    if not isinstance(pane, ReportsPane):
        raise RuntimeError("there is no pane of reports")
    stage.settle(jobs)
    stage.keep("reports", window, jobs)
    pane.show_pages()  # of a card, without its customer
    stage.keep("reports-needed", window, jobs)
    pane.choose("maturity_list")
    pane.show_pages()
    stage.settle(jobs)
    stage.keep("reports-maturities", window, jobs)
    pane.preview.find_words()
    pane.preview.find_bar.field.setText("定期")
    pane.preview.find_bar.go_on(1)
    stage.settle(jobs)
    stage.keep("reports-found", window, jobs)
    pane.preview.find_bar.leave()


def charts(stage: Stage, window: MainWindow) -> None:
    """Each shape of chart, with as many series as look different."""
    labels = tuple(f"{month}月" for month in range(1, 9))
    names = ("上门", "电话", "微信", "短信")
    values = (
        (3, 5, 2, 6, 4, 7, 5, 3),
        (8, 6, 9, 4, 7, 5, 8, 9),
        (2, 4, 3, 5, 1, 2, 4, 3),
        (1, 2, 1, 1, 3, 2, 1, 2),
    )
    series = tuple(Series(name, tuple(map(float, row))) for name, row in zip(names, values, strict=True))
    for shape in Shape:
        view = ChartView(Chart(shape, labels, series, unit="次"))
        view.setWindowTitle(shape.value)
        view.resize(620, 260)
        stage.keep_and_close(f"chart-{shape.value}", view, window.context.jobs)
