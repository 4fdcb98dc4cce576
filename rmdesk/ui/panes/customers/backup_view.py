"""A look into a backup: its customers, each beside today's record, and the way to bring one back."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rmdesk.services import backups
from rmdesk.services.archive import CustomerRow
from rmdesk.services.backups import Backup, BroughtBack, Look, ThenAndNow
from rmdesk.services.errors import UserError
from rmdesk.ui import formats
from rmdesk.ui.backup_words import backup_words
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.panes.customers.side_view import SideView
from rmdesk.ui.panes.customers.then_and_now import ThenAndNowCard
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.widgets import Combo, EmptyState, LineField, ListAndDetail

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_LISTED = 200  # backups to choose from
_PAUSE = 120  # ms after the last key, and on a row before it is compared


class BackupView(SideView):
    """`brought_back` carries the id of a customer who is back as they were."""

    brought_back = Signal(int)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Look into a backup"), parent=parent)
        self._context = context
        self._look: Look | None = None
        self._shown: str | None = None  # uid of the customer whose comparison is wanted
        self.choice = Combo(name=self.tr("Backup"))
        self.choice.setMinimumWidth(360)
        self.search = LineField(placeholder=self.tr("Find by name, pinyin, phone, number"))
        self.search.setMinimumWidth(220)
        self.head.add_right(self.search)
        self.head.add_right(self.choice)
        self._build_table()
        self.card = ThenAndNowCard()
        self.halves = ListAndDetail(
            self.table, self.card, width=560, list_least=380, detail_least=420, may_overlay=True
        )
        self.column.addWidget(self.halves, 1)
        self.setFocusProxy(self.search)
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typed.timeout.connect(self._find)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._compare)
        self._connect()

    def _build_table(self) -> None:
        columns = [
            Column("name", self.tr("Name"), lambda row: row.name, CellKind.NAME, 112),
            Column("number", self.tr("Customer number"), lambda row: row.number, width=120),
            Column("tier", self.tr("Tier"), lambda row: row.tier, width=80),
            Column("owner", self.tr("Manager"), lambda row: row.owner, CellKind.QUIET, 100, stretch=True),
        ]
        self.model = QueryModel(
            columns,
            Source(self._find_ids, self._load),
            self._context.store,
            self._context.jobs,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Customers in the backup"))
        self.empty = EmptyState("", icon="database-backup")
        self.table.set_empty(self.empty)

    def _connect(self) -> None:
        self.choice.activated.connect(self._open_chosen)
        self.search.textEdited.connect(lambda _text: self._typed.start())
        self.search.returnPressed.connect(self._go_to_table)
        self.model.loaded.connect(self._on_loaded)
        self.table.current_changed.connect(lambda _id: self._pause.start())
        self.table.opened.connect(lambda _id: self._go_to_card())
        self.table.typed.connect(self._type)
        self.card.wanted.connect(self.bring_back)
        self.card.left.connect(self._leave_card)
        command(
            self,
            "bring customer back",
            self.tr("Bring the customer back"),
            self.bring_back,
            key="Ctrl+Return",
            icon="history",
        )

    # --- which backup

    def reload(self) -> None:
        """List the backups there are, and open the one that was open, else the newest."""
        vault = self._context.vault
        try:
            found = backups.list_backups(vault.folder.backups, vault.keys, vault.uid)[:_LISTED]
        except UserError as error:
            self._tell_nothing(sentence_of(error))
            return
        wanted = self._look.backup.name.text if self._look is not None else None
        self.choice.clear()
        for one in found:
            self.choice.add(backup_words(one), one)
        places = [number for number, one in enumerate(found) if one.name.text == wanted]
        self.choice.setEnabled(bool(found))
        self.search.setEnabled(bool(found))
        if not found:
            self._tell_nothing(self.tr("There is no backup yet."))
        else:
            self.choice.setCurrentIndex(places[0] if places else 0)
            self._open_chosen()

    def open_backup(self, name: str) -> None:
        """Show this one of those that are listed."""
        for place in range(self.choice.count()):
            if self.choice.itemData(place).name.text == name:
                self.choice.setCurrentIndex(place)
                self._open_chosen()

    def _open_chosen(self, _index: int = 0) -> None:
        backup: Backup | None = self.choice.currentData()
        if backup is None or (self._look is not None and self._look.backup.name == backup.name):
            return
        self._close()
        vault, actor = self._context.vault, self._context.actor
        self.empty.set_text(self.tr("Opening the backup…"), icon="database-backup")
        self.model.refresh()

        def open_(_progress: Progress) -> Look:
            return backups.look_into(vault.folder, vault.uid, backup, actor)

        self._context.jobs.background(
            self.tr("Opening a backup"), open_, done=self._on_opened, failed=self._on_not_opened
        )

    def _on_opened(self, look: Look) -> None:
        backup = self.choice.currentData() if isValid(self) else None
        if backup is None or backup.name != look.backup.name or not self.isVisible():
            look.close()  # another one was chosen meanwhile, or nobody looks any more
            return
        self._close()
        self._look = look
        self.empty.set_text(self.tr("Nobody of this name was in the backup."), icon="users-round")
        self._find()

    def _on_not_opened(self, error: Exception) -> None:
        if isValid(self):
            self._tell_nothing(sentence_of(error))

    def _tell_nothing(self, sentence: str) -> None:
        self._close()
        self.empty.set_text(sentence, icon="database-backup")
        self.model.refresh()

    def _close(self) -> None:
        self.card.show_nobody()
        if self._look is not None:
            self._look.close()
            self._look = None

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more: the file is let go."""
        super().hideEvent(event)
        self._close()

    # --- its customers

    def _find(self) -> None:
        self._typed.stop()
        self.model.set_filters(text=self.search.text().strip())

    def _find_ids(self, _session: Session, *, text: str = "", **_order: Any) -> Sequence[int]:
        look = self._look
        return array("q") if look is None else backups.find_customers(look, text)

    def _load(self, _session: Session, ids: Sequence[int]) -> list[CustomerRow]:
        return [] if self._look is None else backups.load_customers(self._look, ids)

    def _on_loaded(self) -> None:
        count = self.model.rowCount()
        self.head.set_meta(
            self.tr("{count} customers").format(count=formats.count(count)) if self._look else ""
        )
        if self.table.current_id is None and count:
            self.table.go_to(self.model.id_at(0))
        self._pause.start()

    def _type(self, letters: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(letters)
        self._find()

    def _go_to_table(self) -> None:
        self._find()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- one of them

    @property
    def current(self) -> CustomerRow | None:
        row: CustomerRow | None = self.model.row_at(self.table.currentIndex().row())
        return row

    def _compare(self) -> None:
        row, look = self.current, self._look
        self._shown = None if row is None else row.uid
        if row is None or look is None:
            self.card.show_nobody()
            return
        uid = row.uid
        self._context.jobs.read(
            lambda session: backups.compare_customer(session, look, uid),
            done=lambda found: self._on_compared(uid, found),
            failed=lambda error: self._on_not_compared(uid, error),
            within=0.05,
        )

    def _on_compared(self, uid: str, found: ThenAndNow) -> None:
        if isValid(self) and uid == self._shown:
            self.card.show_customer(found)

    def _on_not_compared(self, uid: str, error: Exception) -> None:
        if isValid(self) and uid == self._shown and isinstance(error, UserError):
            self.card.show_nobody()
            self.card.tell(sentence_of(error))

    def _go_to_card(self) -> None:
        self._pause.stop()
        self._compare()
        self.halves.open_detail()
        self.card.go_to_first()

    def _leave_card(self) -> None:
        self.halves.close_detail()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_back(self) -> None:
        """Bring the customer who is shown back, with what was chosen."""
        look, found = self._look, self.card.found
        if look is None or found is None or found.is_same:
            return
        uid, take = found.then.uid, self.card.taken

        def write(session: Session, _progress: Progress) -> BroughtBack:
            return backups.bring_customer_back(session, look, uid, take)

        self._context.jobs.write(
            self.tr("Bringing a customer back"), write, done=self._on_brought, failed=self._on_refused
        )

    def _on_brought(self, brought: BroughtBack) -> None:
        if not isValid(self):
            return
        self.brought_back.emit(brought.id)
        self._compare()
        self.card.tell(" ".join(sentence_of(one) for one in brought.problems))

    def _on_refused(self, error: Exception) -> None:
        if isValid(self) and isinstance(error, UserError):
            self.card.tell(sentence_of(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self._go_to_table()
            return
        super().keyPressEvent(event)
