"""The roles as check boxes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from rmdesk import labels
from rmdesk.models import Role
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import CheckBox

_COLUMNS = 2


class RoleBoxes(QWidget):
    """One box for each role; `edited` comes when a person ticks or unticks one."""

    edited = Signal()

    def __init__(
        self, manager_label: str = "", *, chosen: Iterable[Role] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.boxes: dict[Role, CheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.large)
        grid.setVerticalSpacing(0)
        for place, role in enumerate(Role):
            box = CheckBox(labels.role(role, manager_label or None))
            box.clicked.connect(lambda _on: self.edited.emit())
            self.boxes[role] = box
            grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)
        self.setFocusProxy(self.boxes[Role.RELATIONSHIP_MANAGER])
        self.choose(chosen)

    @property
    def chosen(self) -> frozenset[Role]:
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())

    def choose(self, roles: Iterable[Role]) -> None:
        wanted = frozenset(roles)
        for role, box in self.boxes.items():
            box.setChecked(role in wanted)

    def trouble(self) -> str:
        """What is wrong with the choice, or nothing."""
        return "" if self.chosen else self.tr("Tick at least one role.")
