"""Scenes of the care calendar: its views, a day, what matures, an appointment, the file."""

from __future__ import annotations

from rmdesk.ui.panes.calendar.pane import CalendarPane
from rmdesk.ui.window import MainWindow
from tests.screens.stage import Stage


def everything(stage: Stage, window: MainWindow) -> None:
    """As the manager of the customers sees it: next month, in which everybody is known."""
    pane = window.show_pane("calendar")
    jobs = window.context.jobs
    if not isinstance(pane, CalendarPane):
        raise RuntimeError("there is no calendar")

    def settled() -> None:
        stage.settle(jobs)
        stage.wait(lambda: pane.is_loaded)

    pane.go_to_today()
    for view in ("month", "week", "day", "agenda"):
        pane.show_view(view)
        settled()
        stage.keep(f"calendar-{view}", window, jobs)
    pane.show_view("month")
    pane.turn(1)
    settled()
    stage.keep("calendar-next-month", window, jobs)
    pane.toggle_managers()
    if pane.strip.bars:
        pane.open_maturities(pane.strip.bars[0].what)
    settled()
    stage.keep("calendar-maturities", window, jobs)
    pane.close_opened()
    pane.toggle_managers()
    settled()
    adding = pane.out.add_appointment()
    if adding is not None:
        adding.submit()
        stage.keep_and_close("calendar-appointment", adding, jobs)
    leaving = pane.out.export()
    if leaving is not None:
        stage.keep_and_close("calendar-file", leaving, jobs)
