"""What leaves the log on paper: the day, week or month that is shown, and the morning page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from rmdesk.ui.dialogs.preview_report import PreviewReport
    from rmdesk.ui.panes.log.pane import LogPane

_DAY, _WEEK = "day", "week"


class GoingOut(QObject):
    """Opens previews of reports with what a pane of the log shows."""

    def __init__(self, pane: LogPane) -> None:
        super().__init__(pane)
        self._pane = pane

    def print(self) -> PreviewReport:
        """The log of the day, or the numbers of the week or month; of the reading the week of the branch."""
        pane = self._pane
        if pane.view == _DAY:
            return self._preview("daily_log", manager=pane.staff_uid, day=pane.day)
        if pane.is_reading:
            return self._preview("log_summary", manager=None, period=_WEEK, day=pane.day)
        whose = pane.staff_uid or None  # nobody's: the branch's
        return self._preview("log_summary", manager=whose, period=pane.view, day=pane.day)

    def print_morning(self) -> PreviewReport | None:
        """The morning page of the manager and day that are shown; of a past day that of today."""
        pane = self._pane
        if pane.is_reading or not pane.staff_uid:
            return None
        return self._preview("morning_page", manager=pane.staff_uid, day=max(pane.day, pane.watch.day))

    def _preview(self, report: str, **parameters: Any) -> PreviewReport:
        from rmdesk.ui.dialogs.preview_report import preview_report

        pane = self._pane
        preview = preview_report(pane.context, report, parent=pane.window(), **parameters)
        preview.open()
        return preview
