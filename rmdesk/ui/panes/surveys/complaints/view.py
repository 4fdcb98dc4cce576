"""The list of complaints and objections, and the current one beside it; figures of the year above."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from rmdesk import choices, labels
from rmdesk.services import complaints
from rmdesk.services.complaints import ComplaintRecord, ComplaintRow, Figures, Which
from rmdesk.ui import formats
from rmdesk.ui.list_and_page import ListAndPage, Reading, Widths
from rmdesk.ui.pane import command
from rmdesk.ui.panes.surveys.complaints import wording
from rmdesk.ui.panes.surveys.complaints.page import ComplaintPage
from rmdesk.ui.table import CellKind, Column, Source
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Ground, Label, Segments, Variant

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.dialogs.edit_complaint import EditComplaint

_WIDTHS = Widths(page=560, page_least=440, list_least=320)
_SEPARATOR = " · "
_WATCHED = ("complaint", "complaint_step", "customer", "survey", "staff")


class ComplaintsView(QWidget):
    """Ctrl+N takes one down, Enter goes to its page, Ctrl+E changes it, Ctrl+P prints its record."""

    customer_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.page = ComplaintPage(context)
        self.which = Segments(
            [
                (Which.PENDING.value, self.tr("Not answered")),
                (Which.LATE.value, self.tr("Overdue")),
                (Which.ALL.value, self.tr("All")),
            ],
            name=self.tr("Which complaints"),
            current=Which.PENDING.value,
        )
        self.list = ListAndPage(
            context,
            "complaints",
            self.tr("Complaints"),
            self._columns(),
            Source(complaints.find_complaints, complaints.load_complaints),
            self.page,
            _WIDTHS,
            sort="due_on",
            filters={"which": Which.PENDING.value},
            reading=Reading(complaints.load_complaint, complaints.find_ids),
            look_for=self.tr("Number or words"),
            icon="message-circle",
        )
        self.model, self.table, self.search = self.list.model, self.list.table, self.list.search
        self.new_button = Button(self.tr("New complaint"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N")
        if not self.page.may_own:
            self.new_button.hide()
        self.figures = Label("", style=TYPE.secondary, ink="secondary")
        self.figures.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.figures.installEventFilter(self)
        self._told: list[str] = []
        bar = Ground("surface")
        bar.setFixedHeight(SIZE.filter_row)
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        row.setSpacing(SPACE.medium)
        row.addWidget(self.which)
        row.addWidget(self.figures, 1)
        row.addWidget(self.search)
        row.addWidget(self.list.columns_button)
        row.addWidget(self.new_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.list, 1)
        self._connect()
        self.reload()
        context.bus.watch(self, _WATCHED, self.reload)

    def _columns(self) -> list[Column]:
        def field(name: str) -> str:
            return labels.field("complaint", name)

        return [
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
                "state", field("state"), lambda row: wording.state(row.state), CellKind.TAG, 150, sort="state"
            ),
            Column(
                "due_on",
                field("due_on"),
                lambda row: row.due_on if row.is_pending else None,
                CellKind.QUIET,
                88,
                sort="due_on",
                text=formats.day,
                tooltip=formats.full_day,
            ),
            Column("owner", field("owner_id"), lambda row: row.owner, CellKind.QUIET, 76, gives_way=3),
        ]

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
        self.new_button.clicked.connect(self.add)
        self.list.listed.connect(self._on_listed)
        self.list.shown.connect(self.page.show_record)
        self.list.menu_wanted.connect(self._fill_menu)
        self.table.opened.connect(lambda _id: self._to_page())
        self.list.empty.acted.connect(self._on_empty)
        self.page.edit_wanted.connect(self.edit)
        self.page.closed.connect(self.list.to_list)
        self.page.customer_wanted.connect(self.customer_wanted)

    # --- showing ---------------------------------------------------------------------------------

    @property
    def current(self) -> ComplaintRow | None:
        row: ComplaintRow | None = self.list.current
        return row

    def reload(self) -> None:
        self.list.reload()

    def go_to(self, uid: str) -> None:
        """Show this one, whatever the list shows now."""
        self._show(Which.ALL)
        self.list.go_to(uid)

    def show_pending(self, name: str) -> None:
        """What is not answered yet, of whoever is called so; of everybody without a name."""
        self._show(Which.PENDING)
        self.search.setText(name)

    def _on_listed(self, count: int) -> None:
        if not count:
            filters = self.model.filters
            narrowed = filters.get("which") != Which.ALL.value or "search" in filters
            if "search" in filters:
                words = self.tr("No complaint here has such a number or words.")
            elif narrowed:
                words = self.tr("Nobody waits for an answer to a complaint.")
            else:
                words = self.tr("There is no complaint.")
            self.list.empty.set_text(
                words, action=self.tr("Show all") if narrowed else "", icon="message-circle"
            )
        self._count()

    def _fill_menu(self, menu: QMenu) -> None:
        for button in self.page.buttons.values():
            if not button.isHidden():
                menu.addAction(button.text(), button.click)

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
        self._told = told
        self.figures.setToolTip(_SEPARATOR.join(told))
        self._show_figures()

    def _show_figures(self) -> None:
        """As many of them as there is room for, rather than words that are cut."""
        for count in range(len(self._told), -1, -1):
            words = _SEPARATOR.join(self._told[:count])
            if self.figures.fontMetrics().horizontalAdvance(words) <= self.figures.width():
                break
        self.figures.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.figures and event.type() == QEvent.Type.Resize:
            self._show_figures()
        return super().eventFilter(watched, event)

    def _on_empty(self) -> None:
        self._show(Which.ALL)

    def _show(self, which: Which) -> None:
        """All of these, whatever was searched for."""
        self.search.clear()
        self.which.choose(which.value)
        self.model.set_filters(which=which.value, search=None)

    def _to_page(self) -> None:
        self.list.open_detail()
        shown = [button for button in self.page.buttons.values() if not button.isHidden()]
        if shown:
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # --- deeds -----------------------------------------------------------------------------------

    def add(self, **about: Any) -> EditComplaint:
        """Take one down; `about` says whose it is or which survey it was found in."""
        return self._open_form(None, **about)

    def edit(self) -> EditComplaint | None:
        return None if self.page.record is None else self._open_form(self.page.record)

    def _open_form(self, record: ComplaintRecord | None, **about: Any) -> EditComplaint:
        from rmdesk.ui.dialogs.edit_complaint import EditComplaint

        dialog = EditComplaint(self.context, record, parent=self.window(), **about)
        dialog.saved.connect(self._on_added if record is None else self.list.want)
        dialog.open()
        return dialog

    def _on_added(self, uid: str) -> None:
        """A new one waits for an answer: it stands there, whatever the list was narrowed to."""
        self._show(Which.PENDING)
        self.list.want(uid)

    def save_state(self) -> None:
        self.list.save_state()

    def setFocus(self, *_reason: object) -> None:  # noqa: N802 - Qt's name
        self.list.setFocus()
