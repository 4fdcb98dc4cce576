"""About: which version this is, where its things lie, and what it is made of."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from rmdesk import __version__, config
from rmdesk.services.licences import Licence, shipped_licences
from rmdesk.services.store.versions import database_versions
from rmdesk.ui import icons
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Label, Variant

_SIGN = 48


class AboutDialog(QDialog):
    """`folder` is where the open vault lies."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About rmdesk"))
        self.resize(640, 560)
        self._facts = [
            (self.tr("Version"), __version__),
            ("Python", platform.python_version()),
            ("Qt", qVersion()),
            *database_versions().items(),
            (self.tr("System"), f"{platform.system()} {platform.release()}"),
            (self.tr("Folder of the vault"), str(folder)),
            (self.tr("Folder of the program's data"), str(config.home())),
        ]

        sign = QLabel()
        sign.setPixmap(icons.app_icon().pixmap(_SIGN, _SIGN))
        title = QVBoxLayout()
        title.setSpacing(0)
        title.addWidget(Label("rmdesk", style=TYPE.title))
        title.addWidget(Label(self.tr("The desk of a bank relationship manager"), ink="secondary"))
        head = QHBoxLayout()
        head.setSpacing(SPACE.large)
        head.addWidget(sign)
        head.addLayout(title, 1)

        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.large)
        grid.setVerticalSpacing(SPACE.tiny)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self._facts):
            grid.addWidget(Label(name, ink="secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(value, selectable=True, wrap=True), row, 1)

        self._licences = shipped_licences()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What rmdesk is made of"))
        self.list.setMaximumWidth(240)
        for licence in self._licences:
            item = QListWidgetItem(f"{licence.name} {licence.version}".strip())
            item.setToolTip(licence.licence)
            item.setSizeHint(QSize(0, SIZE.control_in_row))
            self.list.addItem(item)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.list.currentRowChanged.connect(self._on_row)
        below = QHBoxLayout()
        below.setSpacing(SPACE.small)
        below.addWidget(self.list)
        below.addWidget(self.text, 1)

        self.copy_button = Button(self.tr("Copy"), icon="copy")
        self.copy_button.setToolTip(self.tr("Copy the versions and folders above"))
        self.copy_button.clicked.connect(self._on_copy)
        close = Button(self.tr("Close"), variant=Variant.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(close)

        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.huge, SPACE.huge, SPACE.huge, SPACE.large)
        column.setSpacing(SPACE.large)
        column.addLayout(head)
        column.addLayout(grid)
        column.addWidget(Label(self.tr("Made of"), style=TYPE.section))
        column.addLayout(below, 1)
        column.addLayout(foot)
        self.list.setCurrentRow(0)
        close.setFocus()

    @Slot(int)
    def _on_row(self, row: int) -> None:
        licence = self._licences[row]
        self.text.setPlainText(f"{licence.licence}\n\n{_text_of(licence)}".rstrip())

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in self._facts))


def _text_of(licence: Licence) -> str:
    return licence.text_path.read_text("utf-8", "replace") if licence.text_path is not None else ""
