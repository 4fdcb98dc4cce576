"""The recycle bin: deleted customers, restored or deleted for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from rmdesk.services import recycle_bin, roles
from rmdesk.services.errors import UserError
from rmdesk.services.recycle_bin import BinRow
from rmdesk.services.roles import Permission
from rmdesk.ui import ask, formats
from rmdesk.ui.dialogs.purge_customers import PurgeCustomers
from rmdesk.ui.panes.customers.side_view import SideView
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.widgets import Button, EmptyState, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress


class BinView(SideView):
    """`restored` carries the id of a customer who is back; `backup_wanted` asks for somebody not in here."""

    restored = Signal(int)
    backup_wanted = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Recycle bin"), parent=parent)
        self._context = context
        self._may_purge = bool(roles.allowed(context.actor, Permission.PURGE_DELETED))
        self._may_restore = bool(roles.allowed(context.actor, Permission.RESTORE_DELETED))
        self._build_table()
        self.restore_button = Button(self.tr("Restore"), icon="undo-2", variant=Variant.PRIMARY, key="Return")
        self.restore_button.clicked.connect(self.restore)
        self.purge_button = Button(self.tr("Delete for good…"), icon="trash-2", variant=Variant.DANGER)
        self.purge_button.clicked.connect(self.purge)
        self.purge_button.setVisible(self._may_purge)
        self.backup_button = Button(self.tr("Look into a backup"), icon="database-backup")
        self.backup_button.clicked.connect(self.backup_wanted)
        self.head.add_right(self.backup_button)
        self.head.add_right(self.purge_button)
        self.head.add_right(self.restore_button)
        self.column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        context.bus.watch(self, ("customer",), self.reload)

    def _build_table(self) -> None:
        columns = [
            Column("name", self.tr("Name"), lambda row: row.name, CellKind.NAME, 120),
            Column("number", self.tr("Customer number"), lambda row: row.number, width=140),
            Column("tier", self.tr("Tier"), lambda row: row.tier, width=88),
            Column("owner", self.tr("Manager"), lambda row: row.owner, width=120),
            Column(
                "deleted",
                self.tr("Deleted"),
                lambda row: row.deleted_at,
                CellKind.QUIET,
                140,
                text=formats.moment,
                tooltip=formats.exact_moment,
            ),
            Column("by", self.tr("By"), lambda row: row.deleted_by, CellKind.QUIET, width=120, stretch=True),
        ]
        self.model = QueryModel(
            columns,
            Source(recycle_bin.find_deleted, recycle_bin.load_deleted),
            self._context.store,
            self._context.jobs,
            markable=True,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Recycle bin"))
        self.table.set_empty(EmptyState(self.tr("The recycle bin is empty."), icon="trash-2"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.opened.connect(lambda _id: self.restore())
        self.model.loaded.connect(self._on_loaded)

    def reload(self) -> None:
        self.model.refresh()

    def _on_loaded(self) -> None:
        count = self.model.rowCount()
        self.head.set_meta(self.tr("{count} in all").format(count=formats.count(count)))
        self.restore_button.setEnabled(count > 0 and self._may_restore)
        self.purge_button.setEnabled(count > 0)
        if self.table.current_id is None and count:
            self.table.go_to(self.model.id_at(0))

    def chosen(self) -> list[BinRow]:
        """The marked customers, or the current one."""
        ids = self.model.marked_ids() or [one for one in (self.table.current_id,) if one is not None]
        if not ids:
            return []
        with self._context.store.read() as session:
            return recycle_bin.load_deleted(session, ids)

    def restore(self) -> None:
        rows = self.chosen()
        if not rows or not self._may_restore:
            return

        def restore(session: Session, _progress: Progress) -> int:
            for row in rows:
                recycle_bin.restore_customer(session, row.uid, version=row.version)
            return rows[0].id

        self._context.jobs.write(
            self.tr("Restoring customers"), restore, done=self._on_restored, failed=self._on_refused
        )

    def purge(self) -> PurgeCustomers | None:
        """Ask for what is needed to delete the chosen ones for good."""
        rows = self.chosen()
        if not rows or not self._may_purge:
            return None
        dialog = PurgeCustomers(self._context, rows, parent=self)
        dialog.purged.connect(lambda _count: self.reload())
        dialog.open()
        return dialog

    def _on_restored(self, id: int) -> None:
        self.restored.emit(id)
        self.reload()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self, error)
            self.reload()

    def _on_menu(self, at: QPoint) -> None:
        if self.table.current_id is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Restore"), self.restore).setEnabled(self._may_restore)
        if self._may_purge:
            menu.addAction(self.tr("Delete for good…"), self.purge)
        menu.addSeparator()
        menu.addAction(self.tr("Copy"), self.table.copy)
        menu.popup(self.table.viewport().mapToGlobal(at))
