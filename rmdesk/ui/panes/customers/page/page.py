"""A customer's page, beside the list: everything known, edited where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from rmdesk.services import interactions, roles
from rmdesk.services.customers.record import CustomerRecord
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui import tab_order
from rmdesk.ui.conflict_card import Clash, ConflictCard
from rmdesk.ui.dialogs.record_contact import RecordContact
from rmdesk.ui.masked import SHOWN_SECONDS
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.panes.customers.page import loading, parts, sight
from rmdesk.ui.panes.customers.page.assets_section import AssetsSection
from rmdesk.ui.panes.customers.page.contact_section import ContactSection
from rmdesk.ui.panes.customers.page.dates_section import DatesSection
from rmdesk.ui.panes.customers.page.desk import Desk
from rmdesk.ui.panes.customers.page.family_section import FamilySection
from rmdesk.ui.panes.customers.page.grid_section import GridSection
from rmdesk.ui.panes.customers.page.header import Header, newest_figure
from rmdesk.ui.panes.customers.page.holdings_section import HoldingsSection
from rmdesk.ui.panes.customers.page.loading import PageData
from rmdesk.ui.panes.customers.page.owed_section import OwedSection
from rmdesk.ui.panes.customers.page.rows import PaintedRows
from rmdesk.ui.panes.customers.page.rows_section import RowsSection
from rmdesk.ui.panes.customers.page.saving import versions
from rmdesk.ui.panes.customers.page.section import Section
from rmdesk.ui.panes.customers.page.tags_section import TagsSection
from rmdesk.ui.panes.customers.page.value_grid import ValueGrid
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import EmptyState, Ground, NoticeBar

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from rmdesk.ui.context import Context

_ASSETS = "head/assets"  # what is revealed there
_REMEMBERED = "customers.page.folds"
_MARGINS = 2 * SPACE.medium  # above and below what is scrolled to
_TABLES = (
    "customer",
    "customer_phone",
    "customer_address",
    "identity_document",
    "important_date",
    "relation",
    "holding",
    "aum_figure",
    "tier",
    "customer_tag",
    "tag",
    "organisation",
    "interaction",
    "commitment",
    "follow_up",
    "appointment",
    "visit",
    "task",
    "attachment",
)


class CustomerPage(QWidget):
    """Shows one customer. `changed` tells that something was saved here; `customer_chosen` carries the uid
    of a relative to go to.
    """

    changed = Signal()
    customer_chosen = Signal(str)
    wanted = Signal()  # a command was given to it, so it is to be seen
    shown = Signal(str)  # the uid of the customer that is read and painted from now on

    def __init__(
        self,
        context: Context,
        *,
        reveal_seconds: float = SHOWN_SECONDS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: str | None = None
        self._data: PageData | None = None
        self._may_choose = True
        # Keys that run down the list show the page of the last row only; and the list is painted first.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        self.desk = Desk(context, reveal_seconds=reveal_seconds, parent=self)
        self.desk.saver.saved.connect(self._on_saved)
        self.desk.clashed.connect(self._on_clashed)
        self.desk.told.connect(self._tell)
        self.desk.customer_chosen.connect(self.customer_chosen)
        self._card: ConflictCard | None = None
        self._before_card: QWidget | None = None
        recording = roles.allowed(context.actor, Permission.WRITE_WORK)
        self._may_record = recording.reach() > Reach.NONE
        self._build(reveal_seconds)
        self._build_commands()
        self._watcher = context.bus.watch(self, _TABLES, self.reload)

    # --- parts -------------------------------------------------------------------------------------

    def _build(self, reveal_seconds: float) -> None:
        self.header = Header(self._context, seconds=reveal_seconds)
        self.header.edit_wanted.connect(self.edit_first)
        self.header.menu_wanted.connect(self._show_menu)
        self.header.refused.connect(self._tell)
        self.header.assets_wanted.connect(self._reveal_assets)
        self.desk.revealer.revealed.connect(self._on_revealed)
        self.desk.revealer.hidden.connect(self._on_hidden)
        self.notice = NoticeBar("", tone="warning", dismissable=True, edge=True)
        self.notice.hide()
        self.aside = NoticeBar(self.tr("Not in the list as it is now. Esc leads back to it."), edge=True)
        self.aside.hide()
        self._inside = Ground("surface")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, SPACE.large)
        self._column.setSpacing(0)
        remembered = self._context.config.remembered(_REMEMBERED, {})
        self.sections: dict[str, Section] = {}
        made = parts.parts(self.desk, may_record=self._may_record, open_event=self._open_event)
        for part in made:
            section = Section(part, bool(remembered.get(part.id, part.opened)))
            section.head.toggled.connect(self._remember)
            section.head.toggled.connect(partial(self._on_folded, section))
            section.form_turned.connect(self._bring_form)
            self.sections[part.id] = section
            self._column.addWidget(section)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._inside)
        self.area.viewport().installEventFilter(self)
        self.empty = EmptyState(self.tr("Choose a customer in the list."), icon="book-user")
        self._page = Ground("surface")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._cards = QVBoxLayout()
        column.addWidget(self.aside)
        column.addLayout(self._cards)
        column.addWidget(self.notice)
        column.addWidget(self.area, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        whole.addWidget(self.empty)
        self._page.hide()

    def _build_commands(self) -> None:
        def add(name: str, text: str, run: Callable[[], object], **more: Any) -> QAction:
            return command(self, name, text, partial(self._use, run), **more)

        self._menu_actions = []
        if self._may_record:
            self._menu_actions += [
                add(
                    "record contact",
                    self.tr("Record a contact"),
                    lambda: self._add("contact"),
                    key="Ctrl+Shift+N",
                    icon="phone",
                ),
                add("add promise", self.tr("Add a promise"), lambda: self._add("owed"), icon="handshake"),
            ]
            for name, text, table, icon in (
                ("prepare visit", self.tr("Prepare a visit…"), "visit", "footprints"),
                ("add step", self.tr("Add a next step"), "follow_up", "corner-up-right"),
                ("add meeting", self.tr("Make an appointment"), "appointment", "calendar-plus"),
                ("give task", self.tr("Give a task to a colleague"), "task", "clipboard-list"),
            ):
                self._menu_actions.append(add(name, text, partial(self._owe, table), icon=icon))
            document = add("add document", self.tr("Add a document…"), self._add_document, icon="paperclip")
            self._menu_actions.append(document)
        self._menu_actions += [
            add("edit customer", self.tr("Edit this customer"), self.edit_first, icon="pencil"),
            add("add relation", self.tr("Add a relation"), lambda: self._add("relations"), icon="users"),
            add("add holding", self.tr("Add a holding"), lambda: self._add("holdings"), icon="landmark"),
            add(
                "enter assets",
                self.tr("Enter a figure of assets"),
                lambda: self._add("assets"),
                icon="trending-up",
            ),
            add(
                "add important day", self.tr("Add an important day"), lambda: self._add("dates"), icon="cake"
            ),
            add("add tag", self.tr("Add a tag"), lambda: self._add("tags"), icon="bookmark"),
            add("next section", self.tr("Next section"), lambda: self._go_to_section(True), key="Ctrl+Down"),
            add(
                "previous section",
                self.tr("Previous section"),
                lambda: self._go_to_section(False),
                key="Ctrl+Up",
            ),
        ]

    def _use(self, run: Callable[[], object]) -> None:
        """The palette gives commands while something else stands before the page."""
        self.wanted.emit()
        run()

    @property
    def offered(self) -> list[QAction]:
        """What the menu of the page offers, for the palette."""
        return list(self._menu_actions)

    def add_to_menu(self, action: QAction) -> None:
        """Offer a further action in the menu of the page."""
        self._menu_actions.append(action)

    # --- showing -----------------------------------------------------------------------------------

    @property
    def record(self) -> CustomerRecord | None:
        """What is shown."""
        return None if self._data is None else self._data.record

    def show_customer(self, uid: str | None) -> None:
        """Show this customer, or with None nobody: as soon as what the person did last is painted."""
        if uid == self._wanted:
            return
        self._wanted = uid
        if uid is not None and self._data is None:
            self.empty.hide()  # who is wanted comes in a moment: nobody needs to be chosen
        self._soon.start()

    def set_aside(self, is_aside: bool) -> None:
        """Say, or no longer, that the list beside does not show this customer."""
        self.aside.setVisible(is_aside)

    def set_may_choose(self, may_choose: bool) -> None:
        """Whether there is anybody to choose: beside an empty list nobody is asked to."""
        self._may_choose = may_choose
        if self._wanted is None and self._data is None:
            self.empty.setVisible(may_choose)

    def reload(self) -> None:
        """Read what is shown again."""
        self._soon.start()

    def _read(self) -> None:
        uid = self._wanted
        if uid is None:
            self._show_nobody("")
            return
        try:
            with self._context.store.read() as session:
                data = loading.load(session, uid)
        except UserError as error:  # gone, or another manager's by now
            self._show_nobody(sentence_of(error))
            return
        if data != self._data:
            self._show(data)
        else:
            for id in parts.READING:
                self.sections[id].show_data(data, now=True)
        if self.hasFocus():
            self._enter()
        self.shown.emit(uid)

    def _show_nobody(self, sentence: str) -> None:
        self._put_away()
        self._data = None
        self.desk.record = None
        self.empty.set_text(sentence or self.tr("Choose a customer in the list."))
        focus = self.window().focusWidget()
        if focus is not None and self._page.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else the window's rail would have the keys
        self._page.hide()
        self.empty.setVisible(self._may_choose or bool(sentence))

    def _show(self, data: PageData) -> None:
        another = self._data is None or self._data.record.uid != data.record.uid
        if another:
            self._put_away()
            self.notice.hide()
            self.area.verticalScrollBar().setValue(0)
        former, self._data = self._data, data
        self.desk.record = data.record
        self.desk.revealer.follow(versions(data.record))
        if former is not None and newest_figure(former.record) != newest_figure(data.record):
            self.desk.revealer.hide(_ASSETS)
        self.header.show_data(data)
        # What lies below the fold follows when this is painted.
        left = self.area.viewport().height()
        for section in self.sections.values():
            section.show_data(data, now=left > 0)
            left -= section.sizeHint().height()
        self.empty.hide()
        self._page.show()
        QTimer.singleShot(0, self, self._catch_up)
        if another:  # walked to, from the graph: the keyboard is still there, and is to be seen
            QTimer.singleShot(0, self, self._bring_focus)

    def _catch_up(self) -> None:
        for section in self.sections.values():
            section.catch_up()

    def _put_away(self) -> None:
        """Another customer is to be shown: nothing exact stays, what is typed is kept."""
        self.desk.revealer.hide_all()
        for section in self.sections.values():
            section.put_away()
        self._drop_card()

    def _remember(self) -> None:
        folds = {id: section.head.isChecked() for id, section in self.sections.items()}
        self._context.config.remember(_REMEMBERED, folds)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._enter()

    def _enter(self) -> None:
        """Whoever comes to the page stands on its first value: the page itself has nothing to walk on."""
        if self._data is None or self._data.record.uid != self._wanted:
            return  # again when it has been read
        self.area.verticalScrollBar().setValue(0)
        basic = self.sections["basic"]
        if isinstance(basic.body, GridSection) and basic.head.isChecked():
            basic.body.focus_first()
        else:
            basic.head.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_focus()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the page as it is read, into what was built just now as well."""
        if not tab_order.step(self, next):
            return False
        self._bring_focus()
        return True

    def _bring_focus(self) -> None:
        """Scroll to where the keyboard is."""
        holder = self.window().focusWidget()
        if holder is not None and self._inside.isAncestorOf(holder):
            sight.lay_out()
            if isinstance(holder, ValueGrid | PaintedRows):
                holder.bring_current()  # they are higher than what is seen
            else:
                self.area.ensureWidgetVisible(holder, 0, SPACE.medium)

    def _bring_section(self, section: Section) -> None:
        """Scroll so that a section is seen whole, or else from its head on."""
        sight.lay_out()
        self._bring_whole(section)

    def _bring_whole(self, widget: QWidget) -> None:
        height = min(widget.height(), self.area.viewport().height() - _MARGINS)
        sight.bring(widget, QRectF(0, 0, 1, height))

    def _on_folded(self, section: Section, opened: bool) -> None:
        if opened and section.head.hasFocus():
            QTimer.singleShot(0, self, partial(self._bring_section, section))

    def _go_to_section(self, forward: bool) -> None:
        """Go to the head of the next section, or of the one before; from outside, to the first."""
        holder = self.window().focusWidget()
        heads = [section.head for section in self.sections.values()]
        around = next(
            (
                place
                for place, section in enumerate(self.sections.values())
                if holder is not None and section.isAncestorOf(holder)
            ),
            None,
        )
        if around is None:
            place = 0
        elif not forward and holder is not heads[around]:
            place = around  # from within a section its own head comes first
        else:
            place = around + (1 if forward else -1)
        if 0 <= place < len(heads):
            heads[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._bring_section(list(self.sections.values())[place])

    # --- editing -----------------------------------------------------------------------------------

    def edit_first(self) -> None:
        """Go to the first value, ready to be edited."""
        if self._data is None:
            return
        section = self.sections["basic"]
        section.head.setChecked(True)
        body = section.body
        if isinstance(body, GridSection):
            body.focus_first()
            body.edit(body.grid.current)

    def _add(self, id: str) -> None:
        if self._data is None:
            return
        section, body = self.sections[id], self._opened(id)
        if isinstance(body, FamilySection):
            body.relations.add()
        elif isinstance(body, HoldingsSection | DatesSection | OwedSection | AssetsSection):
            body.add()
        elif isinstance(body, ContactSection):
            body.entry.focus_content()
        elif isinstance(body, TagsSection):
            body.focus_first()
        if not isinstance(body, RowsSection | FamilySection):
            QTimer.singleShot(0, self, partial(self._bring_section, section))

    def _bring_form(self, rows: RowsSection) -> None:
        """Scroll so that the form is seen whole, its buttons too, or once it is closed its rows."""

        def bring() -> None:
            form, holder = rows.form, self.window().focusWidget()
            sight.lay_out()
            if form is not None:
                self.area.ensureWidgetVisible(form, 0, SPACE.medium)
            elif holder is not None and rows.isAncestorOf(holder):
                self._bring_whole(next(one for one in self.sections.values() if one.isAncestorOf(rows)))

        QTimer.singleShot(0, self, bring)

    def _owe(self, table: str) -> None:
        if self._data is not None:
            self._opened("owed").add_kind(table)

    def _add_document(self) -> None:
        if self._data is not None:
            self._opened("documents").choose()

    def _opened(self, id: str) -> Any:
        """The body of a section, unfolded."""
        section = self.sections[id]
        section.head.setChecked(True)
        section.catch_up()
        return section.body

    def _open_event(self, table: str, uid: str) -> None:
        """What stands in the timeline, in its form."""
        if table != "interaction" or self._data is None:
            return
        record = self._data.record
        with self._context.store.read() as session:
            row = interactions.load_interaction(session, uid)
        RecordContact(self._context, record.uid, record.name, row=row, parent=self).open()

    def _reveal_assets(self) -> None:
        figure = None if self._data is None else newest_figure(self._data.record)
        if figure is not None:
            self.desk.revealer.toggle(_ASSETS, "aum_figure", figure, "amount_fen")

    def _on_revealed(self, key: str, exact: str) -> None:
        if key == _ASSETS:
            self.header.show_assets(exact)

    def _on_hidden(self, key: str) -> None:
        if key == _ASSETS and self._data is not None:
            self.header.hide_assets(self._data.record)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._menu_actions)
        button = self.header.more
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_saved(self, record: CustomerRecord) -> None:
        if self._data is not None and self._data.record.uid == record.uid:
            self._show(replace(self._data, record=record))
        self.changed.emit()

    def _on_clashed(self, clash: Clash) -> None:
        if self._data is None or self._data.record.uid != clash.customer_uid:
            return  # what was entered is kept as a draft
        self._drop_card()
        self._before_card = self._place_of(self.window().focusWidget())
        self._card = ConflictCard(clash)
        self._card.settled.connect(self._drop_card)
        self._cards.addWidget(self._card)
        self._card.save.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    @property
    def conflict(self) -> ConflictCard | None:
        """The conflict that is to be settled."""
        return self._card

    def _drop_card(self) -> None:
        card, self._card = self._card, None
        if card is not None:
            holder = self.window().focusWidget()
            if holder is not None and card.isAncestorOf(holder) and self._before_card is not None:
                self._before_card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _place_of(self, widget: QWidget | None) -> QWidget | None:
        """Where the keys are to be once an editor is gone: its cells, or the section's head."""
        while widget is not None and not isinstance(widget, ValueGrid | Section):
            widget = widget.parentWidget()
        return widget.head if isinstance(widget, Section) else widget

    def _tell(self, sentence: str) -> None:
        self.notice.set_text(sentence, tone="warning")
        self.notice.show()

    # --- events ------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has the keyboard and is seen stays so as the page gets lower, as over the strip of undo."""
        if watched is self.area.viewport() and isinstance(event, QResizeEvent):
            holder = self.window().focusWidget()
            if holder is not None and self._inside.isAncestorOf(holder):
                top = holder.mapTo(self.area.viewport(), QPoint(0, 0)).y()
                if top < event.oldSize().height() and top + holder.height() > 0:
                    QTimer.singleShot(0, self, self._bring_focus)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit_first()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.desk.revealer.hide_all()
        super().hideEvent(event)
