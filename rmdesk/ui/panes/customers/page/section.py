"""A section of the page: its head at once, its body when it is first unfolded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk.ui.panes.customers.page.loading import PageData
from rmdesk.ui.panes.customers.page.rows_section import RowsSection
from rmdesk.ui.widgets import FoldHead


class Body(Protocol):
    """What a section asks of its body, a widget."""

    def show_data(self, data: PageData) -> None: ...

    def put_away(self) -> None: ...


@dataclass(frozen=True)
class Part:
    """A section before it is built: its body is made when it is unfolded for the first time."""

    id: str
    title: str
    make: Callable[[FoldHead], Any]  # a widget that is a Body, which may tell its head more
    count: Callable[[PageData], int | None] = lambda _data: None
    fact: Callable[[PageData], str] = lambda _data: ""
    opened: bool = False
    head: type[FoldHead] = FoldHead


class Section(QWidget):
    """A fold with a body that does not exist before it is wanted."""

    form_turned = Signal(object)  # a form was opened or closed in this RowsSection

    def __init__(self, part: Part, opened: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self.body: Any = None
        self._data: PageData | None = None
        self._is_stale = False
        self.head = part.head(part.title, opened=opened)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self.head.toggled.connect(self._on_toggled)

    def show_data(self, data: PageData, *, now: bool) -> None:
        """The head at once, the body too if it is unfolded and `now`; else with `catch_up`."""
        self._data, self._is_stale = data, True
        count = self.part.count(data)
        self.head.set_count("" if count is None else str(count))
        self.head.set_fact(self.part.fact(data))
        if now:
            self.catch_up()

    def catch_up(self) -> None:
        """Build and fill the body, if it is unfolded and not up to date."""
        if not self._is_stale or self._data is None or not self.head.isChecked():
            return
        if self.body is None:
            self.body = self.part.make(self.head)
            self._column.addWidget(self.body)
            found = [self.body, *self.body.findChildren(RowsSection)]
            for rows in (one for one in found if isinstance(one, RowsSection)):
                rows.form_opened.connect(lambda _opened, rows=rows: self.form_turned.emit(rows))
        self._is_stale = False
        self.body.show_data(self._data)
        self.body.show()

    def put_away(self) -> None:
        if self.body is not None:
            self.body.put_away()

    def _on_toggled(self, opened: bool) -> None:
        if self.body is not None:
            self.body.setVisible(opened)
        if opened:
            self.catch_up()
