"""The last two steps: the preview, and what came of the import."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rmdesk.services.errors import UserError
from rmdesk.services.imports import Report
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.panes.customers.imports.draft import Draft
from rmdesk.ui.panes.customers.imports.report_part import ReportPart
from rmdesk.ui.panes.customers.imports.waiting import Waiting
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, EmptyState, Ground, NoticeBar


class PreviewPage(QWidget):
    """`again_wanted` asks for the preview anew, `cancel_wanted` ends the one that is being made."""

    again_wanted = Signal()
    cancel_wanted = Signal()
    look_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = ReportPart()
        self.waiting = Waiting()
        self.waiting.cancel_wanted.connect(self.cancel_wanted)
        self.trouble = EmptyState("", icon="circle-alert")
        self.trouble.acted.connect(self._on_trouble)
        self._looks = False
        self.notice = NoticeBar("", edge=True)
        self.notice.hide()
        self._stack = QStackedWidget()
        for widget in (self.part, self.waiting, self.trouble):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._stack)

    def show_report(self, draft: Draft, report: Report, people: Sequence[tuple[str, str]]) -> None:
        self.part.show_report(draft, report, people)
        self.notice.hide()
        self._stack.setCurrentWidget(self.part)

    def show_waiting(self) -> None:
        self.notice.hide()
        self._stack.setCurrentWidget(self.waiting)

    def show_not_imported(self) -> None:
        """Say above the report that its import was cancelled."""
        self.notice.set_text(
            self.tr(
                "The import was cancelled and nothing of it was kept: the archive is as it was before. "
                "It can be started again from here."
            )
        )
        self.notice.show()

    def show_cancelled(self) -> None:
        self._looks = False
        self.trouble.set_text(
            self.tr("The preview was cancelled. Nothing was written."),
            action=self.tr("Make the preview"),
            icon="eye",
        )
        self._stack.setCurrentWidget(self.trouble)

    def show_error(self, error: UserError) -> None:
        self._looks = error.code == "import.file_changed"
        action = self.tr("Look at the file again") if self._looks else self.tr("Try again")
        self.trouble.set_text(sentence_of(error), action=action, icon="circle-alert")
        self._stack.setCurrentWidget(self.trouble)

    def _on_trouble(self) -> None:
        if self._looks:
            self.look_wanted.emit()
        else:
            self.again_wanted.emit()


class ResultPage(QWidget):
    """The numbers of an import that was done, and what to do with it."""

    save_wanted = Signal()
    people_wanted = Signal()
    undo_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_of_customers = True  # whether the rows are customers, who can be listed
        self.notice = NoticeBar("", tone="good", edge=True)
        self.part = ReportPart()
        self.save = Button(self.tr("Save rows with problems…"), icon="upload")
        self.people = Button(self.tr("Show these customers"), icon="users")
        self.undo = Button(self.tr("Take the import back"), icon="undo-2")
        self.waiting = Waiting()
        self.waiting.cancel_wanted.connect(self.cancel_wanted)
        foot = Ground("surface")
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        row.setSpacing(SPACE.small)
        for button, signal in (
            (self.save, self.save_wanted),
            (self.people, self.people_wanted),
            (self.undo, self.undo_wanted),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        done = QWidget()
        inner = QVBoxLayout(done)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.notice)
        inner.addWidget(self.part, 1)
        inner.addWidget(foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(done)
        self._stack.addWidget(self.waiting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_waiting(self) -> None:
        self._stack.setCurrentWidget(self.waiting)

    def show_result(self, draft: Draft, report: Report, people: Sequence[tuple[str, str]]) -> None:
        self.part.show_report(draft, report, people)
        if report.id is None:
            text = self.tr("Nothing had to be written: the archive has it all, or the rows were rejected.")
            self.notice.set_text(text, tone="info")
        else:
            text = self.tr(
                "Imported as entry {number} of the audit trail. It can be taken back here and in the list of "
                "imports, as long as nothing of it was changed since."
            )
            self.notice.set_text(text.format(number=report.id), tone="good")
        self.save.setVisible(bool(report.rejected_rows or report.warned_rows))
        self.people.setVisible(report.id is not None and self.is_of_customers)
        self.undo.setVisible(report.id is not None)
        self.undo.setEnabled(True)
        self._stack.setCurrentIndex(0)

    def show_taken_back(self) -> None:
        self.notice.set_text(
            self.tr("The import was taken back: the archive is as it was before."), tone="info"
        )
        self.undo.setEnabled(False)
        self.people.hide()

    def tell(self, text: str, tone: str) -> None:
        """Say what came of something that was done here."""
        self.notice.set_text(text, tone=tone)
