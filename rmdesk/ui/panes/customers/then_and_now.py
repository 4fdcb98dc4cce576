"""A customer as a backup holds them beside today's record, and which of the two values of a field to take."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services.backups import ThenAndNow
from rmdesk.services.customers.fields import FIELDS
from rmdesk.ui import formats
from rmdesk.ui.panes.customers.duplicates.choice_row import ChoiceRow, GroupHead
from rmdesk.ui.panes.customers.page import wording
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Ground, Label, NoticeBar, Variant

_THEN = 0  # the place of the former value in a row


class ThenAndNowCard(Ground):
    """`wanted` asks to bring the customer back."""

    wanted = Signal()
    left = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.found: ThenAndNow | None = None
        self.rows: dict[str, ChoiceRow] = {}
        self.title = Label("", style=TYPE.section, wrap=True)
        self.state = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        self.trouble = NoticeBar("", tone="warning", dismissable=True)
        self.trouble.dismissed.connect(self.trouble.hide)
        self.trouble.hide()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button = Button(
            self.tr("Bring back"), icon="history", variant=Variant.PRIMARY, key="Ctrl+Return"
        )
        self.button.clicked.connect(self.wanted)
        self._build_layout()
        self.show_nobody()

    def _build_layout(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.small)
        head.setSpacing(SPACE.tiny)
        head.addWidget(self.title)
        head.addWidget(self.state)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.medium)
        foot.addWidget(self.button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.trouble)
        column.addLayout(foot)

    def show_nobody(self) -> None:
        self.found, self.rows = None, {}
        self.title.setText("")
        self.state.setText("")
        self.trouble.hide()
        self.button.setEnabled(False)
        self._scroll.setWidget(QWidget())

    def show_customer(self, found: ThenAndNow) -> None:
        """Show one customer; of each field that differs the former value is proposed."""
        self.found, self.rows = found, {}
        self.trouble.hide()
        self.title.setText(found.then.name)
        self.state.setText(self._said(found))
        self.button.setEnabled(not found.is_same)
        body = Ground("surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, SPACE.small)
        column.setSpacing(0)
        if found.choices:
            column.addWidget(GroupHead(self.tr("Then · now"), formats.count(len(found.choices))))
        for one in found.choices:
            values = (wording.value(one.field, one.then), wording.value(one.field, one.now))
            row = ChoiceRow(wording.field_label(one.field), values, chosen=_THEN)
            self.rows[one.field.name] = row
            column.addWidget(row)
        if found.missing:
            total = formats.count(sum(found.missing.values()))
            column.addWidget(GroupHead(self.tr("Comes back"), total))
        for table, count in found.missing.items():
            column.addWidget(ChoiceRow(labels.table(table), (formats.count(count), ""), chosen=None))
        column.addWidget(GroupHead(self.tr("As it was in the backup"), ""))
        for field in FIELDS:
            then, now = (
                "" if one is None else wording.value(field, one.fields[field.name])
                for one in (found.then, found.now)
            )
            if then and field.name not in self.rows:
                column.addWidget(ChoiceRow(wording.field_label(field), (then, now), chosen=None))
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _said(self, found: ThenAndNow) -> str:
        if found.now is None:
            return self.tr("Not in the archive any more. Everything shown here comes back.")
        if found.is_same:
            return self.tr("Nothing of this customer differs from today.")
        return self.tr(
            "Choose the value to keep of each field. What was added or changed since then beside the "
            "customer stays."
        )

    @property
    def taken(self) -> set[str]:
        """The fields whose former value is wanted."""
        return {name for name, row in self.rows.items() if row.chosen == _THEN}

    def tell(self, sentence: str) -> None:
        """Say above the button what went wrong; nothing for none."""
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))

    def go_to_first(self) -> None:
        first = next(iter(self.rows.values()), None)
        (first or self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
