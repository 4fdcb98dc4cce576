"""Notices: which there are, whom each concerns, and telling them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rmdesk import choices
from rmdesk.models import Channel
from rmdesk.services import notices, roles
from rmdesk.services.errors import UserError
from rmdesk.services.notices import NoticeRow, Recipient
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui import ask, clipboard, formats
from rmdesk.ui.dialogs.edit_notice import EditNotice
from rmdesk.ui.pane import command
from rmdesk.ui.panes.customers.side_view import SideView
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, CheckBox, Combo, EmptyState, Ground, Hairline, Label, Variant, paint

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

AnyIndex = QModelIndex | QPersistentModelIndex
_LIST_WIDTH = 380
_ROLE = Qt.ItemDataRole.UserRole


class _Ticks(QStyledItemDelegate):
    """Check boxes as everywhere else: the style's own are not seen on a dark ground."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        box = whole.widget.style().subElementRect(
            QStyle.SubElement.SE_ItemViewItemCheckIndicator,
            whole,
            whole.widget,
        )
        top = box.center().y() - SIZE.check_box / 2
        paint.check_box(painter, box.left(), top, Qt.CheckState(state))


class NoticesView(SideView):
    """The list at the left, the current notice with its customers at the right; Space ticks who was told."""

    new_wanted = Signal()
    customer_wanted = Signal(str)  # uid
    changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Notices"), parent=parent)
        self._context = context
        self._rows: list[NoticeRow] = []
        self.closed = CheckBox(self.tr("Closed ones too"))
        self.closed.toggled.connect(lambda _on: self.reload())
        self.add_button = Button(self.tr("New notice"), icon="plus", variant=Variant.PRIMARY)
        self.add_button.clicked.connect(self.new_wanted)
        self.head.add_right(self.closed)
        self.head.add_right(self.add_button)
        self.may_write = roles.allowed(context.actor, Permission.WRITE_WORK).reach() > Reach.NONE
        self.add_button.setVisible(self.may_write)
        self.list, self.people = QListWidget(), QListWidget()
        self.list.setFixedWidth(_LIST_WIDTH)
        for listed in (self.list, self.people):
            listed.setProperty("pages", True)
            listed.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Notices"))
        self.list.currentRowChanged.connect(self._on_row)
        self.people.setUniformItemSizes(True)
        self.people.setItemDelegate(_Ticks(self.people))
        self.people.setAccessibleName(self.tr("Whom it concerns"))
        self.people.itemDoubleClicked.connect(lambda item: self.customer_wanted.emit(item.data(_ROLE).uid))
        self.empty = EmptyState(
            self.tr("No notices. A change of product, rate or rule that several customers should hear of."),
            icon="megaphone",
        )
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(self._build_detail(), 1)
        self._body = QWidget()
        self._body.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._body, 1)
        self.column.addWidget(self.empty, 1)
        self.setFocusProxy(self.list)
        command(self, "change notice", self.tr("Change the notice"), self.edit, key="F2", icon="pencil")
        command(self, "tell notice", self.tr("They were told"), self.tell, key="Ctrl+Return", icon="check")
        context.bus.watch(self, ("notice", "notice_recipient", "customer"), self.reload)

    def _build_detail(self) -> QWidget:
        ground = Ground("surface")
        column = QVBoxLayout(ground)
        column.setContentsMargins(SPACE.huge, SPACE.large, SPACE.huge, SPACE.large)
        column.setSpacing(SPACE.medium)
        self.title = Label("", style=TYPE.section, wrap=True)
        self.facts = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        self.words = Label("", wrap=True, selectable=True)
        self.copy_button = Button(self.tr("Copy the text"), icon="copy", variant=Variant.LINK, height=20)
        self.copy_button.clicked.connect(self.copy)
        self.all_button = Button(self.tr("Tick all"), variant=Variant.LINK, height=20)
        self.all_button.clicked.connect(self.tick_all)
        self.channel = Combo(name=self.tr("How they were told"))
        for code, word in choices.of_field("notice", "channel").items():
            self.channel.add(word, code)
        self.tell_button = Button(
            self.tr("They were told"), icon="check", variant=Variant.PRIMARY, key="Ctrl+Return"
        )
        self.tell_button.clicked.connect(self.tell)
        self.close_button = Button(self.tr("Close the notice"))
        self.close_button.clicked.connect(self.close_notice)
        links, foot = QHBoxLayout(), QHBoxLayout()
        self.edit_button = Button(
            self.tr("Change the notice"), icon="pencil", variant=Variant.LINK, height=20
        )
        self.edit_button.clicked.connect(self.edit)
        links.setSpacing(SPACE.large)
        links.addWidget(self.copy_button)
        links.addWidget(self.edit_button)
        links.addStretch(1)
        links.addWidget(self.all_button)
        foot.setSpacing(SPACE.small)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.channel)
        foot.addWidget(self.tell_button)
        for widget in (self.title, self.facts, self.words):
            column.addWidget(widget)
        column.addLayout(links)
        column.addWidget(self.people, 1)
        column.addLayout(foot)
        return ground

    # --- showing -----------------------------------------------------------------------------------

    @property
    def current(self) -> NoticeRow | None:
        """The notice that is shown."""
        place = self.list.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def reload(self) -> None:
        kept = self.current
        with self._context.store.read() as session:
            self._rows = notices.list_notices(session, closed=self.closed.isChecked())
        self.list.blockSignals(True)
        self.list.clear()
        for row in self._rows:
            count = self.tr("{to_tell} to tell, {told} told").format(
                to_tell=formats.count(row.to_tell), told=formats.count(row.told)
            )
            item = QListWidgetItem(f"{row.title}\n{formats.day(row.raised_on)}  {count}")
            item.setSizeHint(QSize(0, SIZE.row_two_lines + 2 * SPACE.small))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._body.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)
        self.go_to(kept.uid if kept is not None else None)

    def go_to(self, uid: str | None) -> None:
        """Show this notice, or the first."""
        places = [place for place, row in enumerate(self._rows) if row.uid == uid]
        self.list.setCurrentRow(places[0] if places else 0)
        self._on_row(self.list.currentRow())

    def _on_row(self, _place: int) -> None:
        row = self.current
        self.people.clear()
        if row is None:
            return
        self.title.setText(row.title)
        due = self.tr("due {day}").format(day=formats.day(row.due_on)) if row.due_on is not None else ""
        by = self.tr("by {name}, {day}").format(name=row.raised_by, day=formats.day(row.raised_on))
        self.facts.setText("  ".join(part for part in (by, row.source or "", due) if part))
        self.words.setText(row.content)
        self.channel.choose(row.channel or Channel.WECHAT.value)
        with self._context.store.read() as session:
            found = notices.list_recipients(session, row.uid)
        for one in found:
            self.people.addItem(self._item(one, row))
        for widget in (self.tell_button, self.channel, self.all_button):
            widget.setEnabled(self.may_write and row.closed_on is None and row.to_tell > 0)
        is_open = row.is_mine and row.closed_on is None
        self.close_button.setVisible(is_open)
        self.edit_button.setVisible(is_open)

    def _item(self, one: Recipient, row: NoticeRow) -> QListWidgetItem:
        parts = [one.name, one.owner or ""]
        if one.told_on is not None:
            parts.append(
                self.tr("told {day} by {name}").format(day=formats.day(one.told_on), name=one.told_by or "")
            )
        elif one.no_messages:
            parts.append(self.tr("wants no messages"))
        item = QListWidgetItem("   ".join(part for part in parts if part))
        item.setData(_ROLE, one)
        item.setSizeHint(QSize(0, SIZE.control))
        if one.told_on is None and row.closed_on is None:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        return item

    def _to_tell(self) -> list[QListWidgetItem]:
        items = [self.people.item(place) for place in range(self.people.count())]
        return [item for item in items if item.data(_ROLE).told_on is None]

    # --- doing -------------------------------------------------------------------------------------

    def tick_all(self) -> None:
        for item in self._to_tell():
            item.setCheckState(Qt.CheckState.Checked)

    def copy(self) -> None:
        """Put the text on the clipboard, to be pasted into a message."""
        if self.current is not None:
            clipboard.copy(self.current.content)

    def tell(self) -> None:
        """Say that those who are ticked were told, a contact each."""
        row = self.current
        ids = [
            item.data(_ROLE).customer_id
            for item in self._to_tell()
            if item.checkState() == Qt.CheckState.Checked
        ]
        if row is None or not self.tell_button.isEnabled():
            return
        if not ids:
            ask.tell(self, title=self.tr("Nobody is ticked"), text=self.tr("Tick whom you have told."))
            return
        uid, channel, today = row.uid, self.channel.currentData(), date.today()
        self._write(
            self.tr("Recording who was told"),
            partial(notices.tell, uid=uid, ids=ids, channel=channel, today=today),
        )

    def edit(self) -> EditNotice | None:
        """Change the words of one's own notice, as long as it is open."""
        row = self.current
        if row is None or self.edit_button.isHidden():
            return None
        dialog = EditNotice(self._context, notice=row, parent=self.window())
        dialog.saved.connect(lambda _uid: self._on_changed())
        dialog.open()
        return dialog

    def close_notice(self) -> None:
        """Nobody else is to be told."""
        row = self.current
        if row is not None:
            self._write(
                self.tr("Closing a notice"), partial(notices.close_notice, uid=row.uid, version=row.version)
            )

    def _write(self, title: str, use_case: Callable[..., object]) -> None:
        def write(session: Session, _progress: Progress) -> None:
            use_case(session)

        self._context.jobs.write(
            title, write, done=lambda _nothing: self._on_changed(), failed=self._on_refused
        )

    def _on_changed(self) -> None:
        self.reload()
        self.changed.emit()

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.reload()
        ask.tell_error(self, error)
