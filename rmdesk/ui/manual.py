"""The manual in a window of its own: its pages at the left, the page with pictures beside them, a search.

The pages are HTML that `python dev.py manual` makes of `docs/manual`; nothing in them comes from the vault.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from rmdesk.ui import icons, theme
from rmdesk.ui.manual_look import folder, style_sheet
from rmdesk.ui.pane import command
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import Button, Ground, Hairline, IconButton, Label, SearchField, Variant
from rmdesk.words import language

if TYPE_CHECKING:
    from rmdesk.ui.dialogs.preview_report import PreviewReport
    from rmdesk.ui.jobs import Jobs

_LIST = 272  # px of width
_TAG = re.compile(r"<[^>]+>")
_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the manual; `sections` are anchors with their words, `text` what is read on it."""

    id: str
    title: str
    sections: tuple[tuple[str, str], ...]
    text: str


def load_pages() -> list[Page]:
    """All pages in the language in use, in their order."""
    where = folder(language())
    listed = json.loads(where.joinpath("contents.json").read_text("utf-8"))
    return [
        Page(
            one["id"],
            one["title"],
            tuple((part["id"], part["title"]) for part in one["sections"]),
            html.unescape(_TAG.sub("", where.joinpath(f"{one['id']}.html").read_text("utf-8"))),
        )
        for one in listed
    ]


class Manual(QWidget):
    """Opens at any page; typing in the search narrows the list down to the pages with those words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Manual"))
        self.setWindowIcon(icons.app_icon())
        self.resize(1040, 700)
        self._pages = load_pages()
        self.search = SearchField(self.tr("Find in the manual"))
        self.search.searched.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_enter)
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setAccessibleName(self.tr("Pages of the manual"))
        self.list.currentItemChanged.connect(self._on_item)
        self.view = QTextBrowser()
        self.view.setOpenExternalLinks(False)
        self.view.setAccessibleName(self.tr("Page of the manual"))
        self.view.document().setDefaultStyleSheet(style_sheet(theme.palette()))
        self.view.document().setDocumentMargin(SPACE.huge)
        self.view.sourceChanged.connect(self._on_source)
        back = IconButton("arrow-left", self.tr("Back"), key="Alt+Left")
        back.clicked.connect(self.view.backward)
        self.view.backwardAvailable.connect(back.setEnabled)
        back.setEnabled(False)
        self._nothing = Label(self.tr("Nothing in the manual has these words."), ink="secondary", wrap=True)
        self._nothing.hide()
        side = Ground("window")
        side.setFixedWidth(_LIST)
        column = QVBoxLayout(side)
        column.setContentsMargins(SPACE.medium, SPACE.medium, SPACE.medium, SPACE.medium)
        column.setSpacing(SPACE.small)
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(self.search, 1)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self._jobs: Jobs | None = None  # only whoever prints needs any
        for what, told in self._papers().items():
            button = Button(told, icon="printer", variant=Variant.LINK, height=SIZE.control)
            button.clicked.connect(lambda _checked=False, what=what: self.print(what))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            command(self, f"print {what}", told, partial(self.print, what), icon="printer")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(self.view, 1)
        command(self, "find in the manual", self.tr("Find in the manual"), self.search.setFocus, key="Ctrl+F")
        command(self, "back", self.tr("Back"), self.view.backward, key="Alt+Left")
        self._fill("")

    @property
    def place(self) -> str:
        """What is shown, as `page` or `page#section`."""
        return _place_of(self.view.source())

    def go_to(self, place: str) -> None:
        """Show `page` or `page#section`."""
        id, _, section = place.partition("#")
        url = QUrl.fromLocalFile(str(folder(language()) / f"{id}.html"))
        if section:
            url.setFragment(section)
        self.view.setSource(url)

    def _papers(self) -> dict[str, str]:
        """What can be printed, by its name in `manual_paper.PRINTED`."""
        return {"card": self.tr("Print the quick card…"), "manual": self.tr("Print the manual…")}

    def print(self, what: str) -> PreviewReport:
        """The card or all of the manual as it comes out of a printer, in the language in use."""
        from rmdesk.ui import manual_paper
        from rmdesk.ui.dialogs.preview_report import PreviewReport
        from rmdesk.ui.jobs import Jobs
        from rmdesk.ui.preview import Leaflet

        if self._jobs is None:
            self._jobs = Jobs(parent=self)
        title = {"card": self.tr("Quick card"), "manual": self.tr("Manual")}[what]
        make, used = manual_paper.PRINTED[what], language()
        preview = PreviewReport(self._jobs, lambda: Leaflet(title, make(used)), parent=self)
        preview.finished.connect(preview.deleteLater)
        preview.open()
        return preview

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._jobs is not None:
            self._jobs.close()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        every = QTreeWidgetItemIterator(self.list)
        while (item := every.value()) is not None:
            yield item
            every += 1

    def _fill(self, words: str) -> None:
        wanted = words.casefold()
        self.list.blockSignals(True)
        self.list.clear()
        for page in self._pages:
            if wanted not in page.text.casefold():
                continue
            top = QTreeWidgetItem(self.list, [page.title])
            top.setData(0, _PLACE, page.id)
            for id, title in page.sections:
                QTreeWidgetItem(top, [title]).setData(0, _PLACE, f"{page.id}#{id}")
            top.setExpanded(bool(wanted))
        self.list.blockSignals(False)
        self._nothing.setVisible(not self.list.topLevelItemCount())

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        self._fill(words.strip())

    @Slot()
    def _on_enter(self) -> None:
        """The first page with the words, then from one hit to the next."""
        words = self.search.text().strip()
        found = [item.data(0, _PLACE) for item in self._items()]
        if not words or not found:
            return
        if self.place.partition("#")[0] not in found:
            self.go_to(found[0])
        if not self.view.find(words):
            self.view.moveCursor(QTextCursor.MoveOperation.Start)
            self.view.find(words)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_item(self, item: QTreeWidgetItem | None, _former: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.go_to(item.data(0, _PLACE))

    @Slot(QUrl)
    def _on_source(self, url: QUrl) -> None:
        """The list follows the links of the pages; `view.source()` is still the former page."""
        place = _place_of(url)
        self.list.blockSignals(True)
        for item in self._items():
            if item.data(0, _PLACE) == place:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)


def _place_of(url: QUrl) -> str:
    section = f"#{url.fragment()}" if url.hasFragment() else ""
    return url.fileName().removesuffix(".html") + section


def show_manual(place: str, parent: QWidget) -> Manual:
    """The manual at `page` or `page#section`, over whatever is open; in its window, where it has one."""
    modal = QApplication.activeModalWidget()
    for shown in QApplication.topLevelWidgets():
        if isinstance(shown, Manual) and shown.isVisible() and (modal is None or shown.parent() is modal):
            break
    else:
        # A dialog that is open lets nothing else be used but what belongs to it.
        shown = Manual(modal or parent)
        shown.show()
    shown.go_to(place)
    shown.raise_()
    shown.activateWindow()
    return shown
