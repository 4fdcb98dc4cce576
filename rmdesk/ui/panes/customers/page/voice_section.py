"""What a customer said of the branch: complaints, and how satisfied they were, survey by survey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import choices
from rmdesk.services import roles
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission
from rmdesk.ui import formats
from rmdesk.ui.panes.customers.page.desk import Desk
from rmdesk.ui.panes.customers.page.loading import PageData
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, Label, Tag, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.complaints import ComplaintRow
    from rmdesk.services.surveys.satisfaction import Point
    from rmdesk.ui.dialogs.edit_complaint import EditComplaint

_TONES = {"open": "accent", "resolved": "caution", "told": "neutral", "closed": "good"}


@dataclass(frozen=True, slots=True)
class _Said:
    complaints: list[ComplaintRow]
    points: list[Point]


class VoiceSection(QWidget):
    """`counted` tells how many complaints wait, and how satisfied the customer was last."""

    counted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._uid = self._name = ""
        self._listed: QWidget | None = None
        self._handles = bool(roles.allowed(desk.context.actor, Permission.HANDLE_COMPLAINTS))
        self.add_button = Button(self.tr("Take a complaint down…"), icon="plus", variant=Variant.LINK)
        self.add_button.clicked.connect(self.add)
        if not self._handles:
            self.add_button.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE.pane, SPACE.tiny, SPACE.pane, SPACE.tiny)
        self._column.setSpacing(SPACE.tiny)
        self._column.addWidget(self.add_button)
        desk.context.bus.watch(self, ("complaint", "survey_response"), self._read)

    def show_data(self, data: PageData) -> None:
        self._uid, self._name = data.record.uid, data.record.name
        self._read()

    def put_away(self) -> None:
        """Nothing is typed here."""

    def _read(self) -> None:
        uid = self._uid
        if not uid:
            return

        def read(session: Session) -> _Said:
            # Loaded by the thread that reads: the first page would wait for some thirty modules.
            from rmdesk.services import complaints
            from rmdesk.services.surveys import satisfaction

            listed = complaints.list_of_customer(session, uid) if self._handles else []
            return _Said(listed, satisfaction.of_customer(session, uid))

        def done(found: _Said) -> None:
            if uid == self._uid:
                self._show(found)

        self._desk.context.jobs.read(read, done=done, failed=self._on_unread)

    def _on_unread(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error

    def _show(self, found: _Said) -> None:
        if self._listed is not None:
            self._listed.hide()
            self._listed.deleteLater()
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        for one in found.complaints:
            row = QHBoxLayout()
            row.setSpacing(SPACE.small)
            row.addWidget(Tag(choices.word("complaint", "state", one.state), tone=_TONES[one.state]))
            row.addWidget(Label(one.number, ink="secondary"))
            row.addWidget(Label(one.content.split("\n", 1)[0], wrap=True, selectable=True), 1)
            row.addWidget(Label(formats.day(one.raised_on), ink="secondary"))
            column.addLayout(row)
        for point in found.points:
            row = QHBoxLayout()
            row.setSpacing(SPACE.small)
            row.addWidget(Label(f"{point.number}  {point.title}", wrap=True, selectable=True), 1)
            row.addWidget(Label(_told(point, self.tr("satisfied {share}"), self.tr("manager {share}"))))
            row.addWidget(Label("" if point.on is None else formats.day(point.on), ink="secondary"))
            column.addLayout(row)
        if not found.complaints and not found.points:
            words = self.tr("No complaint, and no answer to a survey that was not anonymous.")
            column.addWidget(Label(words, ink="secondary", wrap=True))
        self._column.insertWidget(0, self._listed)
        waiting = sum(1 for one in found.complaints if one.state in ("open", "resolved"))
        last = next((one for one in found.points if one.overall is not None), None)
        self.counted.emit(
            self.tr("{count} not answered").format(count=formats.count(waiting)) if waiting else "",
            "" if last is None else _told(last, self.tr("satisfied {share}"), ""),
        )

    def add(self) -> EditComplaint | None:
        """Take down a complaint of this customer."""
        if not self._uid:
            return None
        from rmdesk.ui.dialogs.edit_complaint import EditComplaint

        dialog = EditComplaint(self._desk.context, customer=(self._uid, self._name), parent=self.window())
        dialog.open()
        return dialog


def _told(point: Point, overall: str, manager: str) -> str:
    told = []
    if point.overall is not None:
        told.append(overall.format(share=formats.percent(point.overall, decimals=0)))
    if point.manager is not None and manager:
        told.append(manager.format(share=formats.percent(point.manager, decimals=0)))
    return " · ".join(told)
