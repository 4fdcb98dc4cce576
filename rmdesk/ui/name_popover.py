"""Asks for the name of something that is kept under one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rmdesk.services import text
from rmdesk.services.errors import UserError
from rmdesk.ui.messages import beside_field
from rmdesk.ui.popover import Popover
from rmdesk.ui.widgets import CheckBox, FormRow, LineField


class NamePopover(Popover):
    """`what` is the field as errors name it, `longest` how many characters it holds."""

    def __init__(
        self,
        title: str,
        name: str,
        *,
        what: str,
        longest: int,
        verb: str,
        may_share: bool = False,
        parent: QWidget,
    ) -> None:
        super().__init__(title, verb=verb, parent=parent)
        self._what, self._longest = what, longest
        self.name = LineField(name)
        self.name.setMinimumWidth(240)
        self.name.selectAll()
        self._row = FormRow(self.tr("Name"), self.name)
        self.shared = CheckBox(self.tr("For everybody at the branch"))
        self.shared.setVisible(may_share)
        self.body.addWidget(self._row)
        self.body.addWidget(self.shared)
        self.name.setFocus()

    def is_right(self) -> bool:
        try:
            text.line(self.name.text(), self._what, longest=self._longest)
        except UserError as error:
            self._row.set_error(beside_field(error))
            self.adjustSize()
            return False
        return True
