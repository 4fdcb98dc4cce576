"""The settings beside the rail: pages at the left, the chosen one at the right, saved by one button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rmdesk.ui import icons
from rmdesk.ui.context import Context
from rmdesk.ui.pane import command
from rmdesk.ui.settings import PAGES, PageSpec
from rmdesk.ui.settings.page import SettingsPage
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.typed import retype, typed
from rmdesk.ui.widgets import Button, Ground, Hairline, PaneHead, Variant

_LIST_WIDTH = 208
_LOOK = 150  # ms
_PAGE_WIDTH = 560  # lines of explanation stay readable on a wide screen


class SettingsView(QWidget):
    """Pages are made when first shown. Leaving a page keeps what was typed into it until it is saved or
    put back.
    """

    restart_wanted = Signal(object)  # of a page
    backed_up = Signal(str, bool)  # of a page

    def __init__(self, context: Context, pages: Sequence[PageSpec] = PAGES) -> None:
        super().__init__()
        self._of_page: list[QAction] = []
        self._context = context
        self._specs = [spec for spec in pages if spec.allowed(context.actor)]
        self._pages: dict[str, SettingsPage] = {}
        self._areas: dict[str, QScrollArea] = {}

        head = PaneHead(self.tr("Settings"))
        self.discard_button = Button(self.tr("Discard changes"))
        self.discard_button.setToolTip(
            self.tr("Forget what was typed on this page and show what is in force")
        )
        self.discard_button.clicked.connect(self.discard)
        self.save_button = Button(self.tr("Save"), variant=Variant.PRIMARY, key="Ctrl+S")
        self.save_button.clicked.connect(self.save)
        head.add_right(self.discard_button)
        head.add_right(self.save_button)
        command(self, "save settings", self.tr("Save"), self.save, key="Ctrl+S", icon="check")

        self.list = QListWidget()
        self.list.setProperty("pages", True)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setIconSize(QSize(SIZE.icon, SIZE.icon))
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        for spec in self._specs:
            item = QListWidgetItem(icons.icon(spec.icon, "secondary"), spec.label)
            item.setSizeHint(QSize(_LIST_WIDTH - 2 * SPACE.small, SIZE.work_row))
            self.list.addItem(item)
        self.list.currentRowChanged.connect(self._on_row)
        left = Ground("surface")
        column = QVBoxLayout(left)
        column.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        column.addWidget(self.list)
        self._stack = QStackedWidget()

        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(left)
        body.addWidget(Hairline(Qt.Orientation.Vertical))
        body.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addLayout(body, 1)
        # Pages have fields of every kind, and more of them as one goes on: what was typed is looked at.
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._offer)
        if self._specs:
            self.list.setCurrentRow(0)

    @property
    def specs(self) -> list[PageSpec]:
        """The pages this person may see."""
        return list(self._specs)

    @property
    def page(self) -> SettingsPage | None:
        """The page shown."""
        shown = self.page_id
        return self._pages.get(shown) if shown is not None else None

    @property
    def is_changed(self) -> bool:
        """Whether something was typed into any page that is not kept yet."""
        return any(page.is_changed for page in self._pages.values())

    def typed(self) -> dict[str, list[Any]]:
        """What was typed into pages and is not kept yet, by page, as JSON values."""
        return {id: typed(page) for id, page in self._pages.items() if page.is_changed}

    def retype(self, kept: Mapping[str, list[Any]]) -> None:
        """Put back what `typed` gave, into pages that still have the same fields."""
        shown = self.page_id
        for page_id, contents in kept.items():
            self.show_page(page_id)
            if page_id in self._pages:
                retype(self._pages[page_id], contents)
        if shown is not None:
            self.show_page(shown)

    @property
    def page_id(self) -> str | None:
        """The id of the page shown."""
        row = self.list.currentRow()
        return self._specs[row].id if row >= 0 else None

    def show_page(self, page_id: str) -> None:
        """Show a page by its id; one that this person may not see is passed over."""
        for row, spec in enumerate(self._specs):
            if spec.id == page_id:
                self.list.setCurrentRow(row)

    def reload(self) -> None:
        """Show what is in force on every page that nobody has typed into."""
        for page in self._pages.values():
            if not page.is_changed:
                page.load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer()
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.stop()

    @Slot()
    def _offer(self) -> None:
        """There is something to save, or to discard, once something was typed into the page."""
        changed = self.page is not None and self.page.is_changed
        for button in (self.discard_button, self.save_button):
            button.setEnabled(changed)

    @Slot()
    def save(self) -> None:
        page = self.page
        if page is not None and page.check():
            page.save()

    @Slot()
    def discard(self) -> None:
        page = self.page
        if page is not None:
            page.load()
            self._offer()

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if row < 0:
            return
        spec = self._specs[row]
        if spec.id not in self._pages:
            page = spec.factory(self._context)
            page.setMaximumWidth(_PAGE_WIDTH)
            page.load()
            page.restart_wanted.connect(self.restart_wanted)
            page.backed_up.connect(self.backed_up)
            self._pages[spec.id] = page
            self._areas[spec.id] = _scrolling(page)
            self._stack.addWidget(self._areas[spec.id])
        for action in self._of_page:
            self.removeAction(action)
        self._stack.setCurrentWidget(self._areas[spec.id])
        # What the page offers stands in the palette while the page is shown.
        self._of_page = self._pages[spec.id].actions()
        self.addActions(self._of_page)
        for button in (self.discard_button, self.save_button):
            button.setVisible(self._pages[spec.id].saves)
        self._offer()


def _scrolling(page: QWidget) -> QScrollArea:
    inside = Ground("surface")
    row = QHBoxLayout(inside)
    row.setContentsMargins(SPACE.huge, SPACE.large, SPACE.huge, SPACE.large)
    row.addWidget(page, 1)
    row.addStretch(0)
    row.setAlignment(page, Qt.AlignmentFlag.AlignTop)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area
