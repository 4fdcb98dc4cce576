"""What the dialogs with a form share: title, sentence, fields, a place for trouble, and two buttons."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.services.errors import Conflict, UserError
from rmdesk.ui import ask, manual_topics, tab_order
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.placement import keep_above_the_edge
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, FormRow, Label, NoticeBar, Variant


class FormDialog(QDialog):
    """Fields are added to `body`, the layout of `inside`; `submit` is what the primary button, Enter and
    Ctrl+Enter do. Nothing is lost when saving fails: the fields stay, and what went wrong stands beside the
    field it is about, where that has a row in `rows`, else above the buttons. Nor at a lock, for a form that
    `comes_again`; of another what was written can be copied afterwards.
    """

    def __init__(
        self, title: str, sentence: str = "", *, verb: str, parent: QWidget | None = None, width: int = 440
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setFixedWidth(width)
        self._verb, self._is_busy, self._keys_back = verb, False, False
        self.rows: dict[str, FormRow] = {}  # by the name of the field, as errors name it behind the table
        self.form_id: str | None = None
        self.about: dict[str, Any] = {}
        self._drafted: QWidget = self
        self._opened_with: list[Any] | None = None  # what stood in the fields when it opened
        self._written_at_first: list[str] | None = None  # the same of one that does not come again
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE.large)
        self.trouble = NoticeBar("", tone="warning")
        self.trouble.hide()
        self.cancel_button = Button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.verb_button = Button(verb, variant=Variant.PRIMARY)
        self.verb_button.clicked.connect(self._on_verb)
        self.verb_button.setDefault(True)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE.small)
        self._foot.addStretch(1)
        self._foot.addWidget(self.cancel_button)
        self._foot.addWidget(self.verb_button)
        command(self, "manual help", self.tr("Manual"), self.show_manual, key="F1")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.huge, 20, SPACE.huge, 20)
        column.setSpacing(SPACE.large)
        column.addWidget(Label(title, style=TYPE.section, wrap=True))
        if sentence:
            column.addWidget(Label(sentence, ink="secondary", wrap=True))
        column.addWidget(self.inside)
        column.addStretch(1)
        column.addWidget(self.trouble)
        column.addLayout(self._foot)

    @property
    def manual_place(self) -> str:
        """What the manual says of this form, or else of what it stands over."""
        below = self.parentWidget()
        place = "" if below is None else getattr(below.window(), "manual_place", "")
        return manual_topics.DIALOGS.get(type(self).__name__) or place or manual_topics.START

    @Slot()
    def show_manual(self) -> QWidget:
        from rmdesk.ui.manual import show_manual

        return show_manual(self.manual_place, self)

    # --- over a lock -------------------------------------------------------------------------------

    def comes_again(self, form: str, *, fields: QWidget | None = None, **about: Any) -> None:
        """Let it open again after a lock with what was typed: `ui/drafts.py` does, by the entry `form` of
        `reopening.FORMS` and what is said here (JSON values). `fields` holds the fields, if not all count.
        """
        self.form_id, self.about = form, about
        self._drafted = fields or self
        self.finished.connect(self.settle)

    def typed(self) -> list[Any] | None:
        """What stands in the fields; None if nothing would be lost."""
        from rmdesk.ui.typed import typed

        if self.form_id is None or self._opened_with is None:
            return None
        found = typed(self._drafted)
        return None if found == self._opened_with else found

    def half_written(self) -> list[str] | None:
        """What was written in a form that does not come again; None if nothing of it would be lost."""
        from rmdesk.ui.typed import written

        if self.form_id is not None or self._written_at_first is None:
            return None
        left = [one for one in written(self) if one.strip() and one not in self._written_at_first]
        return left or None

    def retype(self, contents: list[Any]) -> bool:
        """Put back what was typed; whether the fields are still the same."""
        from rmdesk.ui.typed import retype

        return retype(self._drafted, contents)

    def settle(self) -> None:
        """What was typed is saved or given up, and need not come again."""
        self.form_id = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A form that grows goes up, so that its buttons stay on the screen."""
        super().resizeEvent(event)
        keep_above_the_edge(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._opened_with is None and self.form_id is not None:
            from rmdesk.ui.typed import typed

            self._opened_with = typed(self._drafted)
        elif self._written_at_first is None and self._opened_with is None:
            from rmdesk.ui.typed import written

            self._written_at_first = written(self)
            self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._written_at_first = None

    # --- saving ------------------------------------------------------------------------------------

    def submit(self) -> None:
        """Check the fields and do what the dialog is for."""
        raise NotImplementedError

    def check(self) -> bool:
        """Whether no row that is shown has anything to be mended; the first that has gets the keys."""
        wrong = [one for one in self.rows.values() if not one.isHidden() and not one.check()]
        if wrong:
            wrong[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def row_of(self, error: UserError) -> str:
        """The name of the row that an error is about."""
        return str(error.params.get("what", "")).partition(".")[2]

    def _on_failed(self, error: Exception) -> None:
        """Saving failed. That somebody else changed it meanwhile is about no field in particular."""
        self.set_busy(False)
        if isinstance(error, UserError) and not isinstance(error, Conflict):
            row = self.rows.get(self.row_of(error))
            if row is not None and not row.isHidden():
                row.set_error(beside_field(error))
                row.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.tell(sentence_of(error))

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    def set_busy(self, busy: bool, words: str = "") -> None:
        """While it is being done: the fields rest and the button says so."""
        had_keys = self.verb_button.hasFocus()
        self._is_busy = busy
        self.inside.setEnabled(not busy)
        self.verb_button.setEnabled(not busy)
        if busy and had_keys:  # they went on to Cancel: after a refusal, Enter is not to give the form up
            self._keys_back = True
        elif not busy and self._keys_back and self.cancel_button.hasFocus():
            self._keys_back = False
            self.verb_button.setFocus()
        self.verb_button.setText(words if busy and words else self._verb)
        if busy:
            self.trouble.hide()

    def tell(self, sentence: str, *, tone: str = "warning") -> None:
        """Say above the buttons what went wrong, or, in another tone, what is to be known."""
        self.trouble.set_text(sentence, tone=tone)
        self.trouble.show()
        # The window grows for a long sentence; else the fields would give way to it.
        self._column.activate()
        needed = self._column.totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _on_verb(self) -> None:
        if not self._is_busy:
            self.submit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks as the form reads, whatever was made first, and around at its ends."""
        if tab_order.step(self, forward):
            return True
        found = list(tab_order.stops(self))
        if found:
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            found[0 if forward else -1].setFocus(reason)
        return bool(found)

    # --- leaving -----------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """By the cross of the window; a window that is locked closes its forms without asking."""
        if event.spontaneous() and self._would_lose():
            event.ignore()
            self._ask_to_leave()
            return
        super().closeEvent(event)

    def _would_lose(self) -> bool:
        return not self._is_busy and self.typed() is not None

    def _ask_to_leave(self) -> None:
        ask.confirm(
            self,
            title=self.tr("Leave without saving?"),
            text=self.tr("What you filled in is not saved yet."),
            verb=self.tr("Do not save"),
            leave=self.tr("Go on writing"),
            danger=True,
            then=self.reject,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter does it, also in a text of several lines; Esc asks if anything would be lost."""
        if event.key() == Qt.Key.Key_Escape and self._would_lose():
            self._ask_to_leave()
            return
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_verb()
            return
        super().keyPressEvent(event)
