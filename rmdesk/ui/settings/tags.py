"""The tags of the branch: renamed, put together, removed from everybody who bears them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from rmdesk.services import tag_upkeep, tags
from rmdesk.services.errors import UserError
from rmdesk.services.tag_upkeep import TagRow
from rmdesk.ui import ask, formats
from rmdesk.ui.context import Context
from rmdesk.ui.name_popover import NamePopover
from rmdesk.ui.pane import command
from rmdesk.ui.settings.page import SettingsPage
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, EmptyState, Label, SearchField

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

_LEAST_HEIGHT = 360  # px
_WATCHED = ("tag", "customer_tag")


class TagsPage(SettingsPage):
    """Each change is saved as it is made, and can be undone. F2 renames, Delete removes."""

    saves = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model = QueryModel(
            [
                Column(
                    "name", self.tr("Tag"), lambda row: row.name, CellKind.NAME, 200, "name", stretch=True
                ),
                Column(
                    "customers",
                    self.tr("Customers"),
                    lambda row: row.customers,
                    CellKind.NUMBER,
                    96,
                    "customers",
                    text=formats.count,
                ),
            ],
            Source(tag_upkeep.find_tags, tag_upkeep.load_tags),
            context.store,
            context.jobs,
            sort="name",
        )
        self.model.setParent(self)
        self.table = QueryTable(self.model, name=self.tr("Tags"))
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        self.table.set_empty(EmptyState(self.tr("No such tag."), icon="bookmark"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.opened.connect(lambda _id: self.rename())
        self.table.typed.connect(self._on_typed)
        self.table.current_changed.connect(lambda _id: self._on_current())
        self.search = SearchField(self.tr("Part of a tag"))
        self.search.searched.connect(lambda words: self.model.set_filters(search=words or None))
        self.rename_button = Button(self.tr("Rename…"), icon="pencil", key="F2")
        self.rename_button.clicked.connect(self.rename)
        self.remove_button = Button(self.tr("Remove"), icon="trash-2", key="Del")
        self.remove_button.clicked.connect(self.remove)
        command(self, "find tag", self.tr("Find a tag"), self.search.setFocus, key="Ctrl+F", icon="search")
        command(self, "rename tag", self.tr("Rename the tag…"), self.rename, key="F2", icon="pencil")
        command(self, "remove tag", self.tr("Remove the tag"), self.remove, icon="trash-2")
        command(self.table, "remove tag row", self.tr("Remove the tag"), self.remove, key="Del")
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        row.addWidget(self.search, 1)
        row.addWidget(self.rename_button)
        row.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.large)
        column.addWidget(self.trouble)
        column.addWidget(
            Label(
                self.tr(
                    "A tag is made by its first use. Views and segments that ask for it follow its name; "
                    "one renamed to another that there is already is put together with it."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.model.loaded.connect(self._on_loaded)
        context.bus.watch(self, _WATCHED, self.model.refresh)

    @property
    def current(self) -> TagRow | None:
        """The tag whose row is current."""
        row: TagRow | None = self.model.row_at(self.table.currentIndex().row())
        return row

    def load(self) -> None:
        self.trouble.hide()
        self.model.refresh()

    # --- what may be done --------------------------------------------------------------------------

    def rename(self) -> NamePopover | None:
        """Ask for another name of the current tag."""
        row = self.current
        if row is None:
            return None
        popover = NamePopover(
            self.tr("Rename the tag"),
            row.name,
            what="tag.name",
            longest=tags.NAME_LONGEST,
            verb=self.tr("Rename"),
            parent=self.table,
        )
        popover.accepted.connect(lambda: self._rename(row, popover.name.text()))
        popover.open_below(self.table.viewport(), self.table.visualRect(self.table.currentIndex()))
        return popover

    def _rename(self, row: TagRow, name: str) -> None:
        self.context.jobs.write(
            self.tr("Renaming a tag"),
            lambda session, _progress: tag_upkeep.rename_tag(session, row.uid, name, version=row.version),
            done=lambda _nothing: self._on_saved(),
            failed=partial(self._on_not_renamed, row),
        )

    def _on_not_renamed(self, row: TagRow, error: Exception) -> None:
        if isinstance(error, UserError) and error.code == "tag.name_taken":
            self._offer_merge(row, str(error.params["name"]))
        else:
            self._on_refused(error)

    def _offer_merge(self, row: TagRow, other: str) -> None:
        ask.confirm(
            self.window(),
            title=self.tr("Put “{tag}” and “{other}” together?").format(tag=row.name, other=other),
            text=self.tr(
                "There is a tag “{other}” already. Whoever bears “{tag}” bears “{other}” instead."
            ).format(tag=row.name, other=other),
            verb=self.tr("Put together"),
            then=lambda: self.keep(
                self.tr("Putting tags together"),
                lambda session: tag_upkeep.merge_tags(session, row.uid, other, version=row.version),
            ),
        )

    def remove(self) -> None:
        """Remove the current tag; who bears it is told before, and it can be undone."""
        row = self.current
        if row is None:
            return
        told = self.tr("{count} customers bear it. Segments that ask for it will say that it is gone.")
        ask.confirm(
            self.window(),
            title=self.tr("Remove the tag “{tag}”?").format(tag=row.name),
            text=told.format(count=formats.count(row.customers)),
            verb=self.tr("Remove"),
            danger=True,
            then=lambda: self.keep(
                self.tr("Removing a tag"),
                lambda session: tag_upkeep.delete_tag(session, row.uid, version=row.version),
            ),
        )

    # --- following ---------------------------------------------------------------------------------

    def _on_loaded(self) -> None:
        if self.table.current_id is None and self.model.rowCount():
            self.table.go_to(self.model.id_at(0))
        self._on_current()

    def _on_current(self) -> None:
        for button in (self.rename_button, self.remove_button):
            button.setEnabled(self.current is not None)

    def _on_typed(self, letters: str) -> None:
        self.search.setFocus()
        self.search.setText(letters)

    def _open_menu(self, at: QPoint) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename the tag…"), self.rename)
        menu.addAction(self.tr("Remove the tag"), self.remove)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _on_refused(self, error: Exception) -> None:
        self.model.refresh()  # what somebody else did is shown
        super()._on_refused(error)
