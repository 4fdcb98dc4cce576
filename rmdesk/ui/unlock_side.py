"""The left side of the sign-in window: whose vault it is, that it is safe, and when it was copied."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.ui import icons, theme
from rmdesk.ui.tokens import RADIUS, SIZE, SPACE, TYPE
from rmdesk.ui.widgets import IconLabel, Label, paint
from rmdesk.words import translate

WIDTH = 160


def lock_reason(cause: str, at: datetime) -> str:
    """The line that says why the vault is locked; `cause`: idle, session, restored, rotated, damaged,
    not_restored, not_rotated, person.
    """
    moment = f"{at.astimezone():%H:%M}"
    match cause:
        case "idle":
            return translate("unlock", "{time} locked after no activity", time=moment)
        case "session":
            return translate("unlock", "{time} locked with the Windows session", time=moment)
        case "restored":
            return translate("unlock", "{time} backup brought back", time=moment)
        case "not_restored":
            return translate("unlock", "{time} the backup could not be brought back", time=moment)
        case "damaged":
            return translate("unlock", "{time} closed, damage was found", time=moment)
        case "rotated":
            return translate("unlock", "{time} master key renewed", time=moment)
        case "not_rotated":
            return translate("unlock", "{time} the master key could not be renewed", time=moment)
        case _:
            return translate("unlock", "{time} locked", time=moment)


class UnlockSide(QWidget):
    """The left side: whose vault it is, and that it is safe."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH - 1)
        self._branch = Label("", style=TYPE.section, wrap=True)
        self._copy = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        self._copy_row = self._line("database-backup", self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.large, SPACE.huge + 40 + SPACE.medium, SPACE.medium, 20)
        column.setSpacing(0)
        column.addWidget(self._branch)
        column.addWidget(Label(self.tr("Relationship managers' desk"), ink="secondary", wrap=True))
        column.addStretch(1)
        column.addWidget(
            self._line(
                "shield-check", Label(self.tr("Vault encrypted"), style=TYPE.secondary, ink="secondary")
            )
        )
        column.addSpacing(SPACE.small)
        column.addWidget(self._copy_row)
        column.addSpacing(SPACE.small)
        column.addWidget(
            self._line("cloud-off", Label(self.tr("Works offline"), style=TYPE.secondary, ink="secondary"))
        )

    def _line(self, icon: str, label: Label) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(icon, size=SIZE.icon_status, line=18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return line

    @property
    def branch(self) -> str:
        return self._branch.text()

    @property
    def copy_words(self) -> str:
        return "" if self._copy_row.isHidden() else self._copy.text()

    def tell(self, branch: str, copied: datetime | None) -> None:
        self._branch.setText(branch or "rmdesk")
        self._copy_row.setVisible(copied is not None)
        if copied is not None:
            today = copied.date() == datetime.now().astimezone().date()
            moment = f"{copied:%H:%M}" if today else f"{copied:%Y-%m-%d}"
            words = self.tr("Last backup today {time}") if today else self.tr("Last backup {time}")
            self._copy.setText(words.format(time=moment))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        sign = QRectF(SPACE.large, SPACE.huge, 40, 40)
        paint.frame(painter, sign, fill="accent_fill", radius=RADIUS.control)
        icons.paint(painter, "lock-keyhole", "accent_text", sign.left() + 8, sign.top() + 8, 24)
