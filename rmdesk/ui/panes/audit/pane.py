"""The audit pane: entries with filters, one beside the list, verification, and an extract on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout

from rmdesk import labels, messages
from rmdesk.services import audit, changes, people, roles
from rmdesk.services.changes import Comparison, SetRow, Verdict
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission
from rmdesk.ui import formats
from rmdesk.ui.context import Context
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes.audit import wording
from rmdesk.ui.panes.audit.detail import EntryDetail
from rmdesk.ui.panes.audit.filters import FilterRow
from rmdesk.ui.panes.audit.wording import Names
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import TYPE
from rmdesk.ui.widgets import (
    Button,
    EmptyState,
    IconButton,
    Label,
    ListAndDetail,
    NoticeBar,
    PaneHead,
    Variant,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.dialogs.compare_head import CompareHead
    from rmdesk.ui.dialogs.export_list import ExportList
    from rmdesk.ui.dialogs.preview_report import PreviewReport
    from rmdesk.ui.workers import Progress

_PRINTED_MOST = 2000  # entries on one extract: some 60 pages
_PROBLEMS_TOLD = 5


def _find(session: Session, *, sort: str = "number", descending: bool = True, **filters: Any) -> list[int]:
    return audit.find_entries(session, order=sort, descending=descending, **filters)


class AuditPane(Pane):
    """For auditors, branch heads, and supervisors of their own people."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._names = Names({}, {})
        readable = self._load_names()
        self._build_table()
        self._build_head()
        self._filters = FilterRow(context, readable)
        self._count = Label("", style=TYPE.secondary, ink="secondary")
        self._filters.add_right(self._count)
        self._filters.add_right(self._columns)
        self._detail = EntryDetail(context, self._names)
        self._build_layout()
        self._connect()
        self._model.refresh()
        # Every commit is an entry, whatever tables it touched besides.
        context.bus.watch(self, ("change_set",), self.reload)

    @property
    def table(self) -> QueryTable:
        return self._table

    @property
    def filters(self) -> FilterRow:
        return self._filters

    @property
    def detail(self) -> EntryDetail:
        return self._detail

    @property
    def verdict(self) -> NoticeBar:
        """What the last verification said."""
        return self._verdict

    # --- parts -----------------------------------------------------------------------------------

    def _load_names(self) -> dict[str, str]:
        """Names for showing; returns those whose entries may be read."""
        with self.context.store.read() as session:
            self._names = Names(people.names_by_uid(session), people.names_by_id(session))
            readable = audit.readable_people(session)
        return {uid: name for uid, name in self._names.by_uid.items() if readable is None or uid in readable}

    def _build_table(self) -> None:
        columns = [
            Column(
                "number",
                self.tr("No."),
                lambda row: row.number,
                CellKind.NUMBER,
                64,
                sort="number",
                descending_first=True,
            ),
            Column(
                "at",
                self.tr("When"),
                lambda row: row.at,
                width=132,
                text=formats.moment,
                tooltip=formats.exact_moment,
            ),
            Column(
                "who",
                self.tr("Who"),
                lambda row: wording.who(row, self._names),
                CellKind.NAME,
                96,
                sort="staff",
            ),
            Column("what", self.tr("What"), lambda row: labels.kind(row.kind), width=184, sort="kind"),
            Column("about", self.tr("About"), lambda row: wording.about(row, self._names), width=120),
            Column("details", self.tr("Details"), wording.details, CellKind.QUIET, 72, stretch=True),
            Column(
                "records",
                self.tr("Changes"),
                lambda row: row.records or None,
                CellKind.NUMBER,
                72,
                text=formats.count,
            ),
        ]
        self._model = QueryModel(
            columns,
            Source(_find, audit.load_entries, lambda row: row.number),
            self.context.store,
            self.context.jobs,
            sort="number",
            descending=True,
            parent=self,
        )
        self._table = QueryTable(self._model, name=self.tr("Audit trail"))
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        empty = EmptyState(
            self.tr("No entry matches these conditions."),
            icon="list-filter",
            action=self.tr("Remove the conditions"),
        )
        empty.acted.connect(lambda: self._filters.clear())
        self._table.set_empty(empty)
        self._table.arrange(self.context.config.remembered("audit.columns", {}))

    def _build_head(self) -> None:
        self._head = PaneHead(self.tr("Audit trail"))
        self._columns = IconButton("columns-3", self.tr("Columns"))
        self._print = Button(self.tr("Print extract"), icon="printer", key="Ctrl+P")
        self.verify_button = Button(self.tr("Verify"), icon="shield-check", variant=Variant.PRIMARY, key="F9")
        self._compare = Button(self.tr("Compare a print"), icon="badge-check", key="Shift+F9")
        self._export = IconButton("upload", self.tr("Export…"), key="Ctrl+Shift+E")
        self._export.setVisible(bool(roles.allowed(self.context.actor, Permission.EXPORT_AUDIT)))
        self._head.add_right(self._export)
        self._head.add_right(self._print)
        self._head.add_right(self._compare)
        self._head.add_right(self.verify_button)
        self._verdict = NoticeBar("", dismissable=True, edge=True)
        self._verdict.hide()

    def _build_layout(self) -> None:
        self._table.setMinimumWidth(420)
        self._detail.setMinimumWidth(340)
        width = self.context.config.remembered("audit.detail", 420)
        self._split = ListAndDetail(self._table, self._detail, width=width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._filters)
        column.addWidget(self._verdict)
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        self.add_command(
            "verify audit trail",
            self.tr("Verify the audit trail"),
            self.verify,
            key="F9",
            icon="shield-check",
        )
        self.add_command(
            "compare printed head",
            self.tr("Compare a printed head…"),
            self.compare_head,
            key="Shift+F9",
            icon="badge-check",
        )
        self.add_command(
            "filter audit trail",
            self.tr("Add a condition…"),
            self._open_conditions,
            key="Ctrl+F",
            icon="list-filter",
        )
        self.add_command(
            "print extract of the audit trail",
            self.tr("Print an extract…"),
            self.print_extract,
            key="Ctrl+P",
            icon="printer",
        )
        if roles.allowed(self.context.actor, Permission.EXPORT_AUDIT):
            self.add_command(
                "export list", self.tr("Export…"), self.export, key="Ctrl+Shift+E", icon="upload"
            )
        self.verify_button.clicked.connect(self.verify)
        self._compare.clicked.connect(self.compare_head)
        self._print.clicked.connect(self.print_extract)
        self._export.clicked.connect(self.export)
        self._columns.clicked.connect(self._on_columns)
        self._filters.changed.connect(lambda filters: self._model.set_filters(**filters))
        self._model.loaded.connect(self._on_loaded)
        self._table.current_changed.connect(lambda _id: self._show_current())
        self._table.opened.connect(lambda _id: self._detail.table.setFocus())
        self._table.customContextMenuRequested.connect(self._on_menu)
        self._detail.closed.connect(self._table.setFocus)

    # --- showing ---------------------------------------------------------------------------------

    def reload(self) -> None:
        self._load_names()
        self._detail.use_names(self._names)
        self._model.refresh()

    @property
    def current(self) -> SetRow | None:
        """The entry whose row is current."""
        row: SetRow | None = self._model.row_at(self._table.currentIndex().row())
        return row

    def _on_loaded(self) -> None:
        if self._table.current_id is None and self._model.rowCount():
            self._table.go_to(self._model.id_at(0))
        self._show_current()
        self._count.setText(self.tr("{count} entries").format(count=formats.count(self._model.rowCount())))
        self._print.setEnabled(self._model.rowCount() > 0)

    def _show_current(self) -> None:
        self._detail.show_entry(self.current)

    def _open_conditions(self) -> None:
        self._filters.open_menu()

    def _on_columns(self) -> None:
        self._table.columns_menu().popup(self._columns.mapToGlobal(QPoint(0, self._columns.height())))

    def _on_menu(self, at: QPoint) -> None:
        entry = self.current
        if entry is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry.staff_uid is not None and entry.staff_uid in self._names.by_uid:
            uid = entry.staff_uid
            menu.addAction(
                self.tr("Only what {name} did").format(name=self._names.by_uid[uid]),
                lambda: self._filters.choose_person(uid),
            )
        kind = entry.kind
        menu.addAction(
            self.tr("Only this kind: {kind}").format(kind=labels.kind(kind)),
            lambda: self._filters.choose_kind(kind),
        )
        if entry.subject_uid is not None and entry.subject_table is not None:
            subject, words = entry.subject_uid, labels.table(entry.subject_table)
            menu.addAction(
                self.tr("Only what is about this: {what}").format(what=words),
                lambda: self._filters.choose_subject(subject, words),
            )
        menu.addAction(self.tr("Copy"), self._table.copy)
        menu.popup(self._table.viewport().mapToGlobal(at))

    # --- verifying -------------------------------------------------------------------------------

    def verify(self) -> None:
        """Check the whole trail and the rows it speaks of; the verdict stands under the filters."""
        vault, store = self.context.vault, self.context.store
        self.verify_button.setEnabled(False)
        self._verdict.hide()

        def check(progress: Progress) -> tuple[Verdict, dict[str, str]]:
            progress(0, 1)
            with store.read() as session:
                audit.require_reading(session)
                verdict = changes.verify(session, vault.keys.audit)
                told = verdict.problems[:_PROBLEMS_TOLD]
                return verdict, audit.customers_of(session, ((one.table, one.uid) for one in told))

        job = self.context.jobs.background(
            self.tr("Verifying the audit trail"), check, done=self._on_verified, failed=self._on_not_verified
        )
        job.ended.connect(lambda: self.verify_button.setEnabled(True))

    def _on_verified(self, found: tuple[Verdict, dict[str, str]]) -> None:
        verdict, customers = found
        trouble = changes.broken(verdict)
        if trouble is None:
            words = self.tr(
                "The audit trail is sound: {entries} entries and {changes} changes, up to entry {number}. "
                "Its head: {digits}"
            ).format(
                entries=formats.count(verdict.sets),
                changes=formats.count(verdict.records),
                number=verdict.head.number,
                digits=changes.printed(verdict.head),
            )
            self._verdict.set_text(words, tone="good")
        else:
            self._verdict.set_text(self._problem_words(verdict, trouble, customers), tone="warning")
        self._verdict.show()

    def _problem_words(self, verdict: Verdict, trouble: UserError, customers: Mapping[str, str]) -> str:
        found = verdict.problems
        lines = [
            sentence_of(trouble),
            *(messages.problem(one, customers.get(one.uid or "", "")) for one in found[:_PROBLEMS_TOLD]),
        ]
        if len(found) > _PROBLEMS_TOLD:
            lines.append(
                self.tr("… and {count} more").format(count=formats.count(len(found) - _PROBLEMS_TOLD))
            )
        return "\n".join(lines)

    def _on_not_verified(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._verdict.set_text(sentence_of(error), tone="warning")
            self._verdict.show()

    def compare_head(self) -> CompareHead:
        """A head that was printed, against the vault; that all is as it was stands under the filters."""
        from rmdesk.ui.dialogs.compare_head import CompareHead

        dialog = CompareHead(self.context, parent=self)
        dialog.proved.connect(self._on_proved)
        dialog.open()
        return dialog

    def _on_proved(self, found: Comparison) -> None:
        self._verdict.set_text(messages.as_printed(found), tone="good")
        self._verdict.show()

    # --- paper -----------------------------------------------------------------------------------

    def export(self) -> ExportList:
        """The entries as they are listed, as a file."""
        from rmdesk.ui.dialogs.export_list import ExportList

        dialog = ExportList(self.context, "audit", self._table, parent=self)
        dialog.open()
        return dialog

    def print_extract(self) -> PreviewReport:
        """The entries listed, as far as they fit an extract."""
        from rmdesk.ui.dialogs.preview_report import preview_report  # loads what draws PDF

        numbers: Sequence[int] = list(self._model.ids[:_PRINTED_MOST])
        preview = preview_report(self.context, "audit_extract", parent=self, numbers=numbers)
        preview.open()
        return preview

    # --- state -----------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        self.context.config.remember("audit.columns", self._table.arrangement())
        self.context.config.remember("audit.detail", self._split.detail_width)
        return {}

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
