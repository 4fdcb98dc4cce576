"""The organisations: companies and offices that link people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from rmdesk import labels
from rmdesk.services import organisations, roles
from rmdesk.services.errors import UserError
from rmdesk.services.organisations import OrganisationRow
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui import ask, formats
from rmdesk.ui.dialogs.edit_organisation import EditOrganisation
from rmdesk.ui.pane import command
from rmdesk.ui.panes.customers.side_view import SideView
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.widgets import Button, Chip, EmptyState, IconButton, SearchField, Variant

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class OrganisationsView(SideView):
    """`people_wanted` carries the name of the organisation whose people are to be listed."""

    people_wanted = Signal(str)
    export_wanted = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Organisations"), parent=parent)
        self._context = context
        self._may_delete = roles.allowed(context.actor, Permission.SEE_CUSTOMERS).reach() >= Reach.ALL
        self._build_table()
        self.search = SearchField(self.tr("Part of a name"))
        self.search.setFixedWidth(220)
        self.search.installEventFilter(self)
        self.search.searched.connect(lambda words: self.model.set_filters(search=words or None))
        self.deleted = Chip(self.tr("In the recycle bin"), removable=False, active=False)
        self.deleted.setCheckable(True)
        self.deleted.toggled.connect(self._on_deleted)
        self._people = Button(self.tr("Show the people"), icon="users", key="Ctrl+Return")
        self._people.clicked.connect(self.show_people)
        self._export = IconButton("upload", self.tr("Export…"), key="Ctrl+Shift+E")
        self._export.clicked.connect(self.export_wanted)
        self._add = Button(self.tr("New organisation"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N")
        self._add.clicked.connect(self.add)
        for widget in (self.deleted, self.search, self._export, self._people, self._add):
            self.head.add_right(widget)
        self.column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        command(self, "new organisation", self.tr("New organisation"), self.add, key="Ctrl+N", icon="plus")
        command(self, "find organisation", self.tr("Find an organisation"), self.go_to_search, key="Ctrl+F")
        command(
            self, "people of organisation", self.tr("Show the people"), self.show_people, key="Ctrl+Return"
        )
        context.bus.watch(self, ("organisation", "customer", "relation"), self.reload)

    def _build_table(self) -> None:
        def field(name: str) -> str:
            return labels.field("organisation", name)

        columns = [
            Column("name", field("name"), lambda row: row.name, CellKind.NAME, 260, sort="name"),
            Column("industry", field("industry"), lambda row: row.industry, width=120, sort="industry"),
            Column(
                "people",
                self.tr("People"),
                lambda row: row.people or None,
                CellKind.NUMBER,
                64,
                text=formats.count,
            ),
            Column("phone", field("phone"), lambda row: row.phone, width=120),
            Column("address", field("address"), lambda row: row.address, CellKind.QUIET, 160, stretch=True),
            Column("code", field("credit_code"), lambda row: row.credit_code, width=170, shown=False),
        ]
        self.model = QueryModel(
            columns,
            Source(organisations.find_organisations, organisations.load_organisations),
            self._context.store,
            self._context.jobs,
            sort="name",
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Organisations"))
        empty = EmptyState(
            self.tr("No organisations yet. One is added when you enter a customer's employer."),
            icon="building-2",
        )
        self.table.set_empty(empty)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.opened.connect(lambda _id: self.edit())
        self.table.typed.connect(self._on_typed)
        self.model.loaded.connect(self._on_loaded)
        command(
            self.table, "delete organisation", self.tr("Delete"), self.delete, key="Del"
        ).setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def reload(self) -> None:
        self.model.refresh()

    @property
    def current(self) -> OrganisationRow | None:
        """The organisation whose row is current."""
        row: OrganisationRow | None = self.model.row_at(self.table.currentIndex().row())
        return row

    def _on_loaded(self) -> None:
        count = self.model.rowCount()
        self.head.set_meta(self.tr("{count} in all").format(count=formats.count(count)))
        self._people.setEnabled(count > 0)
        if self.table.current_id is None and count:
            self.table.go_to(self.model.id_at(0))

    def go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field Down and Enter lead into the list."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers()
        ):
            self.search.search_now()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _on_typed(self, letters: str) -> None:
        self.search.setFocus()
        self.search.setText(letters)

    def show_people(self) -> None:
        if self.current is not None:
            self.people_wanted.emit(self.current.name)

    def add(self) -> EditOrganisation:
        return self._open(None)

    def edit(self) -> EditOrganisation | None:
        """Open the current organisation; one in the recycle bin is restored first."""
        row = self.current
        return None if row is None or row.is_deleted else self._open(row)

    def _open(self, row: OrganisationRow | None) -> EditOrganisation:
        dialog = EditOrganisation(self._context, row, parent=self)
        dialog.saved.connect(self._on_saved)
        dialog.open()
        return dialog

    def _on_saved(self, id: int) -> None:
        """Come to what was saved, also where the search would hide it."""

        def show() -> None:
            self.model.loaded.disconnect(show)
            if not self.table.go_to(id) and self.search.text():
                self.model.loaded.connect(show)
                self.search.clear()

        self.model.loaded.connect(show)
        self.reload()

    def _on_deleted(self, on: bool) -> None:
        self.deleted.set_active(on)
        self.table.start_over()
        self.model.set_filters(deleted=on or None)

    def delete(self) -> None:
        """Put the current organisation into the recycle bin."""
        if self.current is not None and not self.current.is_deleted:
            self._write(self.tr("Deleting an organisation"), organisations.delete_organisation)

    def restore(self) -> None:
        """Take the current organisation out of the recycle bin."""
        if self.current is not None and self.current.is_deleted:
            self._write(self.tr("Restoring an organisation"), organisations.restore_organisation)

    def _write(self, title: str, use_case: Callable[..., None]) -> None:
        row = self.current
        if row is None or not self._may_delete:
            return
        self._context.jobs.write(
            title,
            lambda session, _progress: use_case(session, row.uid, version=row.version),
            done=lambda _nothing: self.reload(),
            failed=self._on_refused,
        )

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self, error)
            self.reload()

    def _on_menu(self, at: QPoint) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.current.is_deleted:
            menu.addAction(self.tr("Restore"), self.restore).setEnabled(self._may_delete)
        else:
            menu.addAction(self.tr("Edit…"), self.edit)
            menu.addAction(self.tr("Show the people"), self.show_people)
            menu.addAction(self.tr("Delete"), self.delete).setEnabled(self._may_delete)
        menu.addSeparator()
        menu.addAction(self.tr("Copy"), self.table.copy)
        menu.popup(self.table.viewport().mapToGlobal(at))
