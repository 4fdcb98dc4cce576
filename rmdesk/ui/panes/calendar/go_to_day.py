"""Asks for a day to go to, solar or lunar, as people type it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk.services.errors import UserError
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui.date_field import DateField
from rmdesk.ui.messages import beside_field
from rmdesk.ui.panes.calendar import pages
from rmdesk.ui.popover import Popover
from rmdesk.ui.tokens import TYPE
from rmdesk.ui.widgets import Label

_WIDTH = 300


class GoToDay(Popover):
    """`chosen` carries the day."""

    chosen = Signal(object)  # date

    def __init__(self, work: WorkCalendar, *, parent: QWidget) -> None:
        super().__init__(self.tr("Go to a day"), verb=self.tr("Go"), parent=parent)
        self.setMinimumWidth(_WIDTH)
        self.field = DateField("calendar.day", name=self.tr("Day"), toward="future", working=work)
        self.field.setPlaceholderText(self.tr("9.25, next Friday, Lunar 8-15"))
        self.trouble = Label("", style=TYPE.secondary, ink="warning", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.field)
        self.body.addWidget(self.trouble)
        self.setFocusProxy(self.field)

    def is_right(self) -> bool:
        try:
            day = self.field.read()
            if day is None:
                return False
            pages.check(day)
        except UserError as error:
            words = beside_field(error)
            self.field.set_error(words)
            self.trouble.setText(words)
            self.trouble.show()
            self.adjustSize()
            return False
        self.chosen.emit(day)
        return True
