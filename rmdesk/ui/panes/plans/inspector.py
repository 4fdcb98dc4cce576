"""Beside the builder: how many there are and who they are, what was fixed of them, what became of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rmdesk import labels, messages, segment_labels
from rmdesk.services import archive, people, segments
from rmdesk.services.segments import Expression, Fixed, Version
from rmdesk.ui import formats
from rmdesk.ui.panes.customers import columns
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, EmptyState, Ground, Label, NoticeBar, Segments

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_COUNT_AFTER_MS = 200  # whoever types on is not counted for
_SHOWN = ("name", "tier", "aum", "last_contact")
MEMBERS, FIXED, HISTORY = "members", "fixed", "history"


class Inspector(Ground):
    """`fix_wanted` asks to fix the members today, `segment_wanted` carries what is to be listed in the
    archive, `version_wanted` a former Version whose conditions are wanted back.
    """

    customer_wanted = Signal(str)
    segment_wanted = Signal(str)
    fix_wanted = Signal()
    version_wanted = Signal(object)
    counted = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._context = context
        self._uid: str | None = None
        self._document: str | None = None
        self._names: dict[int, str] = {}
        self.count = Label("", style=TYPE.figure, tabular=True)
        self.unit = Label("", ink="secondary")
        self.note = NoticeBar("", tone="caution")
        self.note.hide()
        self.which = Segments(
            [
                (MEMBERS, self.tr("Who is in it")),
                (FIXED, self.tr("Fixed on a day")),
                (HISTORY, self.tr("History")),
            ],
            name=self.tr("About the segment"),
        )
        self._build_tables()
        self._build_layout()
        self._soon = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._soon.timeout.connect(self._ask)
        self.which.chosen.connect(self.show_view)
        self._members.loaded.connect(self._on_counted)
        self.members.opened.connect(self._on_member)
        self.fixed.opened.connect(lambda uid: self.segment_wanted.emit(uid))
        self.history.current_changed.connect(lambda _id: self._show_version())
        self.history.opened.connect(lambda _id: self._on_version())

    # --- parts -------------------------------------------------------------------------------------

    def _build_tables(self) -> None:
        named = {one.id: one for one in columns.make()}
        listed = [replace(named[id], sort=None, stretch=id == "name") for id in _SHOWN]
        self._members, self.members = self._table(
            listed,
            lambda session, document="": segments.find_by_document(session, document) if document else [],
            archive.load_customers,
            "id",
            self.tr("Who is in the segment"),
        )
        self.nobody = EmptyState("", icon="users-round")
        self.members.set_empty(self.nobody)
        day = Column(
            "fixed_on", labels.field("segment_snapshot", "fixed_on"), lambda row: row.fixed_on, width=96
        )
        self._fixed, self.fixed = self._table(
            [
                replace(day, text=formats.full_day, stretch=True),
                Column(
                    "count",
                    labels.field("segment_snapshot", "count"),
                    lambda row: row.count,
                    CellKind.NUMBER,
                    72,
                    text=formats.count,
                ),
                Column("by", self.tr("By"), lambda row: self._names.get(row.staff_id, ""), width=88),
            ],
            lambda session, segment="": [one.uid for one in self._load_fixed(session, segment)],
            lambda session, _uids: self._load_fixed(session, self._uid),
            "uid",
            self.tr("Fixed on a day"),
        )
        self.none_fixed = EmptyState("", icon="calendar-check")
        self.fixed.set_empty(self.none_fixed)
        self._history, self.history = self._table(
            [
                Column(
                    "at",
                    self.tr("When"),
                    lambda row: row.at,
                    width=104,
                    text=formats.moment,
                    tooltip=formats.exact_moment,
                ),
                Column("by", self.tr("By"), lambda row: row.by or "", width=72),
                Column("words", self.tr("Conditions"), _version_words, width=140, stretch=True),
            ],
            lambda session, segment="": [one.number for one in self._load_versions(session, segment)],
            lambda session, _numbers: self._load_versions(session, self._uid),
            "number",
            self.tr("History"),
        )
        self.no_history = EmptyState(self.tr("It is not saved yet."), icon="history")
        self.history.set_empty(self.no_history)

    def _table(
        self, listed: list[Column], find: Any, load: Any, id: str, name: str
    ) -> tuple[QueryModel, QueryTable]:
        model = QueryModel(
            listed, Source(find, load, attrgetter(id)), self._context.store, self._context.jobs, parent=self
        )
        return model, QueryTable(model, name=name)

    def _build_layout(self) -> None:
        self.fix_button = Button(self.tr("Fix who is in it today"), icon="calendar-check")
        self.fix_button.clicked.connect(self.fix_wanted)
        self.show_button = Button(self.tr("List them in the archive"), icon="book-user", key="Ctrl+Shift+L")
        self.show_button.setToolTip(self.tr("Filter, export, change or tell them all"))
        self.open_fixed = Button(self.tr("List them in the archive"), icon="book-user", key="Return")
        self.open_fixed.clicked.connect(self._on_open_fixed)
        self.words = Label("", wrap=True, ink="secondary", style=TYPE.secondary)
        self.back_button = Button(self.tr("Bring these conditions back"), icon="undo-2", key="Return")
        self.back_button.clicked.connect(self._on_version)
        self._stack = QStackedWidget()
        for table, below in (
            (self.members, (self.show_button,)),
            (self.fixed, (self.fix_button, self.open_fixed)),
            (self.history, (self.words, self.back_button)),
        ):
            self._stack.addWidget(_with_foot(table, below))
        figure = QHBoxLayout()
        figure.setSpacing(SPACE.small)
        figure.addWidget(self.count)
        figure.addWidget(self.unit)
        figure.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        head.setSpacing(SPACE.small)
        head.addLayout(figure)
        head.addWidget(self.note)
        head.addWidget(self.which)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    # --- what is shown -----------------------------------------------------------------------------

    def show_view(self, which: str) -> None:
        self.which.choose(which)
        self._stack.setCurrentIndex([MEMBERS, FIXED, HISTORY].index(which))
        self._read_kept()

    def show_segment(self, uid: str | None) -> None:
        """What is kept of the segment with this uid; None of one that is not saved yet."""
        self._uid = uid
        self.none_fixed.set_text(
            self.tr("It is not saved yet.")
            if uid is None
            else self.tr("Nobody fixed who is in it. What is fixed stays, whoever comes and goes."),
            icon="calendar-check",
        )
        self.no_history.set_text(self.tr("It is not saved yet."), icon="history")
        self.fix_button.setEnabled(uid is not None)
        self._read_kept()

    def _read_kept(self) -> None:
        if self.which.current == FIXED:
            with self._context.store.read() as session:
                self._names = people.names_by_id(session)
            self._fixed.set_filters(segment=self._uid or "")
            self._fixed.refresh()
        elif self.which.current == HISTORY:
            self._history.set_filters(segment=self._uid or "")
            self._history.refresh()

    def show_expression(self, expression: Expression | None, trouble: str = "") -> None:
        """Count these; None while they cannot be asked for, with the reason."""
        document = None if expression is None else json.dumps(expression.stored(), ensure_ascii=False)
        notes = () if expression is None else expression.notes
        self.note.set_text("\n".join(messages.sentence(one) for one in notes))
        self.note.setVisible(bool(notes))
        if document is None:
            self._soon.stop()
            self._document = None
            self.count.setText("–")
            self.unit.setText(trouble)
            self.nobody.set_text(self.tr("Who satisfies the conditions stands here."), icon="users-round")
            self._members.set_filters(document=None)
            return
        if document != self._document:
            self._document = document
            self._soon.start()

    def reload(self) -> None:
        """Customers may be others now."""
        if self._document is not None:
            self._members.refresh()
        self._read_kept()

    def _ask(self) -> None:
        self.unit.setText(self.tr("counting…"))
        self.members.start_over()
        self._members.set_filters(document=self._document)
        if not self._members.is_busy:
            self._on_counted()

    def _on_counted(self) -> None:
        if self._document is None or self._soon.isActive():
            return  # it is the answer to what was there before
        count = self._members.rowCount()
        self.count.setText(formats.count(count))
        self.unit.setText(self.tr("customer") if count == 1 else self.tr("customers now"))
        self.nobody.set_text(self.tr("Nobody is in it now."), icon="users-round")
        self.counted.emit()

    def _on_member(self, id: int) -> None:
        row = self._members.row_at(self._members.row_of(id))
        if row is not None:
            self.customer_wanted.emit(row.uid)

    # --- what was fixed, what it was ---------------------------------------------------------------

    @staticmethod
    def _load_fixed(session: Session, uid: str | None) -> list[Fixed]:
        return segments.list_fixed(session, uid) if uid else []

    @staticmethod
    def _load_versions(session: Session, uid: str | None) -> list[Version]:
        return segments.history(session, uid) if uid else []

    def _on_open_fixed(self) -> None:
        if self.fixed.current_id is not None:
            self.segment_wanted.emit(self.fixed.current_id)

    @property
    def version(self) -> Version | None:
        """The former state that is current in the history."""
        row: Version | None = self._history.row_at(self.history.currentIndex().row())
        return row

    def _show_version(self) -> None:
        self.words.setText("" if self.version is None else _version_words(self.version))
        self.back_button.setEnabled(self.version is not None and self.version.document is not None)

    def _on_version(self) -> None:
        if self.version is not None and self.version.document is not None:
            self.version_wanted.emit(self.version)


def _with_foot(table: QWidget, below: Sequence[QWidget]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(table, 1)
    foot = QVBoxLayout()
    foot.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
    foot.setSpacing(SPACE.small)
    for one in below:
        foot.addWidget(one)
    column.addLayout(foot)
    return whole


def _version_words(version: Version) -> str:
    words = "?" if version.expression is None else segment_labels.sentence(version.expression)
    return f"{version.name}: {words}"
