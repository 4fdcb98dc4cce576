"""Words beside a log: a comment, an addendum, why it is sent back, or what is said as it is countersigned."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.widgets import Form

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_LINES = 4


class RemarkOnLog(FormDialog):
    """`save(session, words)` is what is done with them, `field` what they are; `saved` tells that it is."""

    saved = Signal()

    def __init__(
        self,
        context: Context,
        title: str,
        sentence: str,
        save: Callable[[Session, str], object],
        *,
        verb: str,
        field: str,
        required: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, sentence, verb=verb, parent=parent)
        self._context, self._save = context, save
        self.words = TextArea("", lines=_LINES)
        self._form = Form()
        self._form.add(field, self.words, required=required)
        self.body.addWidget(self._form)
        self.words.setFocus()

    def submit(self) -> None:
        if not self._form.check():
            return
        words, save = self.words.toPlainText(), self._save

        def work(session: Session, _progress: Progress) -> None:
            save(session, words)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(self.tr("Saving a remark"), work, done=self._on_done, failed=self._on_failed)

    def _on_done(self, _nothing: object) -> None:
        self.saved.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
