"""The list of complaints and objections, and the current one beside it; figures of the year above."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import choices, labels
from rmdesk.services import complaints
from rmdesk.services.complaints import ComplaintRecord, ComplaintRow, Figures, Which
from rmdesk.services.errors import UserError
from rmdesk.ui import formats
from rmdesk.ui.pane import command
from rmdesk.ui.panes.surveys.complaints import wording
from rmdesk.ui.panes.surveys.complaints.page import ComplaintPage
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, EmptyState, Ground, Label, ListAndDetail, SearchField, Segments, Variant

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.dialogs.edit_complaint import EditComplaint

_DETAIL_WIDTH, _DETAIL_LEAST, _LIST_LEAST = 560, 440, 320
_WATCHED = ("complaint", "complaint_step", "customer", "survey", "staff")


class ComplaintsView(QWidget):
    """Ctrl+N takes one down, Enter goes to its page, Ctrl+E changes it, Ctrl+P prints its record."""

    customer_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._wanted: str | None = None
        self.page = ComplaintPage(context)
        self._build_table()
        self.which = Segments(
            [
                (Which.PENDING.value, self.tr("Not answered")),
                (Which.LATE.value, self.tr("Overdue")),
                (Which.ALL.value, self.tr("All")),
            ],
            name=self.tr("Which complaints"),
            current=Which.PENDING.value,
        )
        self.search = SearchField(self.tr("Number or words"))
        self.search.setFixedWidth(200)
        self.new_button = Button(self.tr("New complaint"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N")
        if not self.page.may_own:
            self.new_button.hide()
        self.figures = Label("", style=TYPE.secondary, ink="secondary")
        bar = Ground("surface")
        bar.setFixedHeight(SIZE.filter_row)
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        row.setSpacing(SPACE.medium)
        row.addWidget(self.which)
        row.addWidget(self.figures, 1)
        row.addWidget(self.search)
        row.addWidget(self.new_button)
        self._split = ListAndDetail(
            self.table,
            self.page,
            width=context.config.remembered("complaints.detail", _DETAIL_WIDTH),
            list_least=_LIST_LEAST,
            detail_least=_DETAIL_LEAST,
            may_overlay=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._split, 1)
        self._connect()
        self.model.refresh()
        context.bus.watch(self, _WATCHED, self.reload)

    def _build_table(self) -> None:
        def field(name: str) -> str:
            return labels.field("complaint", name)

        columns = [
            Column("number", field("number"), lambda row: row.number, width=92, sort="number"),
            Column("who", field("customer_id"), lambda row: row.who, CellKind.NAME, 90, stretch=True),
            Column(
                "kind",
                field("kind"),
                lambda row: choices.word("complaint", "kind", row.kind),
                width=110,
                gives_way=2,
            ),
            Column(
                "seriousness",
                field("seriousness"),
                lambda row: wording.seriousness(row.seriousness),
                CellKind.TAG,
                72,
                sort="seriousness",
                gives_way=1,
            ),
            Column(
                "state", field("state"), lambda row: wording.state(row.state), CellKind.TAG, 124, sort="state"
            ),
            Column(
                "due_on",
                field("due_on"),
                lambda row: row.due_on,
                CellKind.QUIET,
                88,
                sort="due_on",
                text=formats.day,
                tooltip=formats.full_day,
            ),
            Column("owner", field("owner_id"), lambda row: row.owner, CellKind.QUIET, 76, gives_way=3),
        ]
        self.model = QueryModel(
            columns,
            Source(complaints.find_complaints, complaints.load_complaints),
            self.context.store,
            self.context.jobs,
            sort="due_on",
            filters={"which": Which.PENDING.value},
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Complaints"))
        self._empty = EmptyState("", icon="message-circle")
        self.table.set_empty(self._empty)

    def _connect(self) -> None:
        if self.page.may_own:
            command(self, "new complaint", self.tr("New complaint…"), self.add, key="Ctrl+N", icon="plus")
            command(
                self,
                "print complaint",
                self.tr("Print the record of this complaint…"),
                self.page.print_record,
                key="Ctrl+P",
                icon="printer",
            )
        command(
            self, "edit complaint", self.tr("Change this complaint…"), self.edit, key="Ctrl+E", icon="pencil"
        )
        command(self, "find complaint", self.tr("Find a complaint"), self.search.setFocus, key="Ctrl+F")
        self.which.chosen.connect(lambda which: self.model.set_filters(which=which))
        self.search.searched.connect(lambda words: self.model.set_filters(search=words or None))
        self.new_button.clicked.connect(self.add)
        self.model.loaded.connect(self._on_loaded)
        self.table.current_changed.connect(lambda _id: self._show_current())
        self.table.opened.connect(lambda _id: self._to_page())
        self.table.typed.connect(self._on_typed)
        self._empty.acted.connect(self._on_empty)
        self.page.edit_wanted.connect(self.edit)
        self.page.closed.connect(self._to_list)
        self.page.customer_wanted.connect(self.customer_wanted)

    # --- showing ---------------------------------------------------------------------------------

    @property
    def current(self) -> ComplaintRow | None:
        row: ComplaintRow | None = self.model.row_at(self.table.currentIndex().row())
        return row

    def reload(self) -> None:
        self.model.refresh()

    def go_to(self, uid: str) -> None:
        """Show this one, whatever the list shows now."""
        self._wanted = uid
        self.which.choose(Which.ALL.value)
        self.model.set_filters(which=Which.ALL.value)

    def _on_loaded(self) -> None:
        count = self.model.rowCount()
        if self._wanted is not None:
            with self.context.store.read(for_window=True) as session:
                rows = complaints.load_complaints(session, complaints.find_complaints(session, which="all"))
            wanted = next((one.id for one in rows if one.uid == self._wanted), None)
            if wanted is None or self.table.go_to(wanted):
                self._wanted = None
        if self.table.current_id is None and count:
            self.table.go_to(self.model.id_at(0))
        if not count:
            waiting = self.model.filters.get("which") != Which.ALL.value
            self._empty.set_text(
                self.tr("Nobody waits for an answer to a complaint.")
                if waiting
                else self.tr("There is no complaint."),
                action=self.tr("Show all") if waiting else "",
                icon="message-circle",
            )
        self._show_current()
        self._count()

    def _show_current(self) -> None:
        row = self.current
        if row is None:
            self.page.show_record(None)
            return

        def done(found: ComplaintRecord) -> None:
            now = self.current
            if now is not None and now.uid == found.row.uid:
                self.page.show_record(found)

        self.context.jobs.read(
            lambda session: complaints.load_complaint(session, row.uid),
            done=done,
            failed=self._on_gone,
            within=0.05,
        )

    def _count(self) -> None:
        first = date(date.today().year, 1, 1)
        self.context.jobs.read(
            lambda session: complaints.load_figures(session, first, date.today()), done=self._tell
        )

    def _tell(self, found: Figures) -> None:
        told = [
            self.tr("This year: {count}, {pending} not answered, {late} late").format(
                count=formats.count(found.count),
                pending=formats.count(found.pending),
                late=formats.count(found.late),
            )
        ]
        if found.decided:
            told.append(
                self.tr("in time {share}").format(
                    share=formats.percent(found.in_time / found.decided, decimals=0)
                )
            )
        if found.days is not None:
            told.append(self.tr("{days} working days on average").format(days=f"{found.days:.1f}"))
        if found.asked:
            told.append(
                self.tr("satisfied {share}").format(
                    share=formats.percent(found.satisfied / found.asked, decimals=0)
                )
            )
        self.figures.setText(" · ".join(told))

    def _on_gone(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error

    def _on_typed(self, letters: str) -> None:
        self.search.setFocus()
        self.search.setText(letters)

    def _on_empty(self) -> None:
        self.which.choose(Which.ALL.value)
        self.model.set_filters(which=Which.ALL.value, search=None)

    def _to_page(self) -> None:
        self._split.open_detail()
        shown = [button for button in self.page.buttons.values() if not button.isHidden()]
        if shown:
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        self._split.close_detail()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- deeds -----------------------------------------------------------------------------------

    def add(self, **about: Any) -> EditComplaint:
        """Take one down; `about` says whose it is or which survey it was found in."""
        return self._open_form(None, **about)

    def edit(self) -> EditComplaint | None:
        return None if self.page.record is None else self._open_form(self.page.record)

    def _open_form(self, record: ComplaintRecord | None, **about: Any) -> EditComplaint:
        from rmdesk.ui.dialogs.edit_complaint import EditComplaint

        dialog = EditComplaint(self.context, record, parent=self.window(), **about)
        dialog.saved.connect(self._on_saved)
        dialog.open()
        return dialog

    def _on_saved(self, uid: str) -> None:
        self._wanted = uid
        self.reload()

    def save_state(self) -> None:
        self.context.config.remember("complaints.detail", self._split.detail_width)

    def setFocus(self, *_reason: object) -> None:  # noqa: N802 - Qt's name
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
