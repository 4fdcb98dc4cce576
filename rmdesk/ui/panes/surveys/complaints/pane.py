"""The complaints alone, for who assists with them and has nothing to do with surveys."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from rmdesk.ui.context import Context
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes.surveys.complaints.view import ComplaintsView
from rmdesk.ui.widgets import PaneHead


class ComplaintsPane(Pane):
    """What the pane of surveys shows of complaints, in a pane of its own."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.complaints = ComplaintsView(context)
        self.addActions(self.complaints.actions())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PaneHead(self.tr("Complaints")))
        column.addWidget(self.complaints, 1)

    def reload(self) -> None:
        self.complaints.reload()

    def save_state(self) -> dict[str, Any]:
        self.complaints.save_state()
        return {}

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        self.complaints.setFocus()
