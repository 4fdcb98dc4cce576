"""The quick entry: a contact written down in seconds, with its next step and what was promised."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rmdesk import choices, labels
from rmdesk.models import Channel
from rmdesk.models.promise import NEEDING_APPROVAL
from rmdesk.services import interactions, typed_steps
from rmdesk.services.errors import UserError
from rmdesk.ui import formats
from rmdesk.ui.interactions import wording
from rmdesk.ui.interactions.fields import PromiseKind, TextArea
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Combo, FormRow, Label, LineField, Segments, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_CHANNELS = (Channel.CALL, Channel.WECHAT, Channel.VISIT, Channel.BRANCH_VISIT)
_TEXT_LINES = 4
Record = Callable[..., object]  # called as `interactions.add_interaction` is

_TWO_STEPS = 240  # px that the next step and the promise need beside each other
_STEP_LONGEST = 60  # characters of what was said that stand for a next step without words of its own


class StepField(LineField):
    """A day and what is to be done on it, in one line; the day it was understood as stands inside.

    With `needs_words` a day alone is refused.
    """

    def __init__(self, what: str, *, name: str, placeholder: str, needs_words: bool = False) -> None:
        super().__init__(name=name, placeholder=placeholder)
        self._what, self._needs_words = what, needs_words
        self.textChanged.connect(self._show_understood)

    def read(self) -> typed_steps.Step | None:
        """What was typed, None if nothing was; raises UserError."""
        typed = self.text().strip()
        return typed_steps.read_step(typed, self._what) if typed else None

    def follow_up(self, said: str) -> dict[str, Any] | None:
        """What was typed as `interactions.add_interaction` takes it: without words of its own it is what was
        `said`. Raises as `read`.
        """
        if (step := self.read()) is None:
            return None
        words = step.words or wording.first_line(said)[:_STEP_LONGEST] or self.tr("Contact")
        return {"due_on": step.due_on, "step": " ".join(filter(None, (step.when, words)))}

    @property
    def words(self) -> str:
        """What is to be done, as far as a day was understood."""
        try:
            found = self.read()
        except UserError:
            return ""
        return "" if found is None else found.words

    def refusal(self) -> str:
        try:
            found = self.read()
        except UserError as error:
            return beside_field(error)
        if self._needs_words and found is not None and not found.words:
            return self.tr("Say behind the day what was promised.")
        return ""

    def _show_understood(self) -> None:
        try:
            found = self.read()
        except UserError:
            found = None
        self.set_hint("" if found is None else formats.day(found.due_on))


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields, to be put back when the customer is shown again."""

    channel: str
    result: str
    content: str
    step: str
    promise: str
    kind: str
    satisfaction: str
    sentence: str = ""


class QuickEntry(QWidget):
    """Records a contact of the customer that `show_customer` names.

    `saved` carries the uid of the customer whose contact was saved. What is typed is kept for each
    customer until it is saved; `typed_changed` tells that there is something, or nothing any more.
    `form_wanted` asks for the whole form, with all that was entered here.
    """

    saved = Signal(str)
    typed_changed = Signal(bool)
    form_wanted = Signal(object)  # dict of what was entered

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_wide = False
        self._uid: str | None = None
        self._drafts: dict[str, Typed] = {}
        self._saving: set[str] = set()
        self._purpose: str | None = None
        self._channel = ""  # one that has no segment
        self._completing: Record | None = None
        self._build()
        self._empty = self._typed()
        self._was_typed = False

    # --- parts -------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.channel = Segments(
            [(one.value, wording.channel(one)) for one in _CHANNELS],
            name=labels.field("interaction", "channel"),
            in_form=True,
        )
        self.result = Combo(name=labels.field("interaction", "result"))
        for code, words in choices.of_field("interaction", "result").items():
            self.result.add(words, str(code))
        top = QHBoxLayout()
        top.setSpacing(SPACE.small)
        top.addWidget(self.channel)
        top.addWidget(self.result, 1)
        self.content = TextArea("", lines=_TEXT_LINES)
        self.content.setAccessibleName(labels.field("interaction", "content"))
        self.content.setPlaceholderText(self.tr("What was said, in a few words"))
        step, promise = labels.field("follow_up", "step"), self.tr("New promise")
        self.step = StepField("follow_up.due_on", name=step, placeholder=self.tr("Sat: call back"))
        self.promise = StepField(
            "commitment.due_on", name=promise, placeholder=self.tr("Fri: send the offer"), needs_words=True
        )
        self.satisfaction = Segments(
            [(str(code), words) for code, words in choices.of_field("interaction", "satisfaction").items()],
            name=labels.field("interaction", "satisfaction"),
            current="",
            in_form=True,
        )
        self.kind = PromiseKind(name=labels.field("commitment", "kind"))
        self.step_row = FormRow(step, self.step, check=self.step.refusal)
        self.promise_row = FormRow(promise, self.promise, check=self.promise.refusal)
        self.kind_row = FormRow(labels.field("commitment", "kind"), self.kind)
        self.kind_row.hide()
        for narrow in (self.result, self.step, self.promise):  # the page may be narrower than their words
            narrow.setMinimumWidth(0)
            narrow.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setVerticalSpacing(SPACE.small)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        at = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.step_row, 0, 0, at)
        grid.addWidget(self.promise_row, 0, 1, at)
        grid.addWidget(self.kind_row, 1, 0, 1, 2, at)
        self._grid, self._felt = grid, FormRow(labels.field("interaction", "satisfaction"), self.satisfaction)
        self._felt.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        grid.addWidget(self._felt, 2, 0, 1, 2, at)
        self.trouble = Label("", style=TYPE.secondary, ink="warning", wrap=True)
        self.trouble.hide()
        self.note = Label("", style=TYPE.secondary, ink="secondary")
        self.whole_button = Button(self.tr("All fields…"), variant=Variant.LINK)
        self.whole_button.clicked.connect(lambda: self.form_wanted.emit(self.entered()))
        self.save_button = Button(self.tr("Save"), variant=Variant.OUTLINED, key="Ctrl+Return")
        self.save_button.clicked.connect(self.save)
        self.complete_button = Button(
            self.tr("Save and complete"), variant=Variant.OUTLINED, key="Ctrl+Return"
        )
        self.complete_button.clicked.connect(self.save_and_complete)
        self.complete_button.hide()
        self.content.installEventFilter(self)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.small)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.whole_button)
        foot.addSpacing(SPACE.tiny)
        foot.addWidget(self.save_button)
        foot.addWidget(self.complete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.medium)
        column.setSpacing(SPACE.small)
        column.addLayout(top)
        column.addWidget(self.content)
        column.addLayout(grid)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        self.channel.chosen.connect(self._on_channel)
        self.satisfaction.chosen.connect(self._on_typed)
        self.result.currentIndexChanged.connect(self._on_typed)
        self.kind.currentIndexChanged.connect(self._on_typed)
        self.promise.textChanged.connect(self._follow_promise)
        for field in (self.step, self.promise):
            field.textChanged.connect(self._on_typed)
        self.content.textChanged.connect(self._on_typed)

    def set_lines(self, lines: int) -> None:
        """How many lines of what was said are seen at once."""
        self.content.setFixedHeight(lines * TYPE.body.line + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room, how the customer felt stands beside the next step and the promise."""
        super().resizeEvent(event)
        left = self.width() - 2 * SPACE.pane - self._felt.sizeHint().width() - 2 * SPACE.medium
        beside = left >= _TWO_STEPS
        if beside != self._is_wide:
            self._is_wide = beside
            self._grid.removeWidget(self._felt)
            place = (0, 2, 1, 1) if beside else (2, 0, 1, 2)
            self._grid.addWidget(self._felt, *place, Qt.AlignmentFlag.AlignTop)

    # --- whose -------------------------------------------------------------------------------------

    def show_customer(self, uid: str | None) -> None:
        """Record for this customer from now on; what was typed for the one before is kept."""
        if uid == self._uid:
            return
        self.put_away()
        self._uid, self._purpose = uid, None
        self.setEnabled(uid is not None)
        self._fill(self._drafts.pop(uid, self._empty) if uid is not None else self._empty)

    def put_away(self) -> None:
        """Keep what is typed for the customer it is about."""
        if self._uid is not None and self._uid not in self._saving and self.is_typed:
            self._drafts[self._uid] = replace(self._typed(), sentence=self.trouble.text())

    def typed(self) -> dict[str, list[str]]:
        """What stands half-written of every customer, as JSON values."""
        drafts = dict(self._drafts)
        if self._uid is not None and self._uid not in self._saving and self.is_typed:
            drafts[self._uid] = self._typed()
        return {uid: list(astuple(one)) for uid, one in drafts.items()}

    def retype(self, kept: Mapping[str, Sequence[str]]) -> None:
        """Put back what `typed` gave: at once for the customer shown, of others when they are shown."""
        for uid, typed in kept.items():
            if uid == self._uid and not self.is_typed:
                self._fill(Typed(*typed))
            elif uid != self._uid:
                self._drafts[uid] = Typed(*typed)

    def complete_with(self, record: Record | None) -> None:
        """What the contact answers, if anything: `record` then saves it, as `interactions.add_interaction`
        would, and Ctrl+Enter means saving and completing.
        """
        self._completing = record
        answers = record is not None
        self.complete_button.setVisible(answers)
        self.save_button.setText(self.tr("Save only") if answers else self.tr("Save"))
        self.save_button.set_variant(Variant.NORMAL if answers else Variant.OUTLINED)
        self.save_button.set_key("" if answers else "Ctrl+Return")

    def prefill(
        self,
        *,
        channel: str | None = None,
        result: str | None = None,
        purpose: str | None = None,
        content: str = "",
    ) -> None:
        """Fill in what is known already, where nothing was typed yet; `purpose` is saved with it."""
        self._purpose = purpose
        if channel is not None:
            known = channel in [one.value for one in _CHANNELS]
            self._channel = "" if known else channel
            self.channel.choose(channel if known else "")
            self.note.setText("" if known else wording.channel(channel))
        if result is not None:
            self.result.choose(result)
        if content and not self.content.toPlainText().strip():
            self.content.setPlainText(content)

    @property
    def is_typed(self) -> bool:
        """Whether there is something that would be lost."""
        now, empty = self._typed(), self._empty
        return (now.content, now.step, now.promise) != (empty.content, empty.step, empty.promise) or (
            now.satisfaction != empty.satisfaction
        )

    def forget(self, uid: str) -> None:
        """What was typed for this customer is saved in another way."""
        self._drafts.pop(uid, None)
        if uid == self._uid:
            self._fill(self._empty)

    def focus_content(self) -> None:
        self.content.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- saving ------------------------------------------------------------------------------------

    def entered_plain(self) -> dict[str, Any]:
        """The contact's own fields."""
        return {
            "channel": self.channel.current or self._channel or Channel.CALL.value,
            "result": self.result.currentData(),
            "content": self.content.toPlainText().strip() or None,
            "purpose": self._purpose,
            "satisfaction": self.satisfaction.current,
        }

    def entered(self) -> dict[str, Any]:
        """The same, with the next step and the promise as they are typed."""
        return self.entered_plain() | {
            "next_step": self.step.text(),
            "promise": self.promise.text(),
            "promise_kind": self.kind.currentData(),
        }

    @property
    def completing(self) -> Record | None:
        """What saves the contact as an answer, if it answers something."""
        return self._completing

    def save_and_complete(self) -> None:
        """Save the contact as the answer to what it was prepared for."""
        self.save(record=self._completing)

    def save(self, _checked: bool = False, *, record: Record | None = None) -> None:
        """Save, or say what is wrong; by `record` in place of `interactions.add_interaction`."""
        uid = self._uid
        if uid is None or uid in self._saving:
            return
        wrong = [row for row in (self.step_row, self.promise_row) if not row.check()]
        if wrong:
            wrong[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        given = self.entered_plain()
        follow_up, commitment = self.step.follow_up(given["content"]), None
        if (promise := self.promise.read()) is not None:
            commitment = {
                "due_on": promise.due_on,
                "promise": promise.words,
                "kind": self.kind.currentData(),
            }
        typed = self._typed()
        add = record or interactions.add_interaction

        def work(session: Session, _progress: Progress) -> None:
            add(session, uid, given, follow_up=follow_up, commitment=commitment)

        self._saving.add(uid)
        self._set_busy(True)
        self._context.jobs.write(
            self.tr("Saving a contact"),
            work,
            done=lambda _nothing: self._on_saved(uid, typed),
            failed=lambda error: self._on_failed(uid, typed, error),
        )

    def _on_saved(self, uid: str, typed: Typed) -> None:
        self._saving.discard(uid)
        self._set_busy(False)
        if uid == self._uid and self._typed() == typed:  # else something new was begun meanwhile
            self._purpose = None
            self._fill(self._empty)
            self.note.setText(self.tr("Saved."))
        self.saved.emit(uid)

    def _on_failed(self, uid: str, typed: Typed, error: Exception) -> None:
        self._saving.discard(uid)
        self._set_busy(False)
        if uid != self._uid:  # shown again, with the reason, when the person comes back to the customer
            self._drafts[uid] = replace(typed, sentence=sentence_of(error))
            return
        if not self.is_typed:  # they went away and came back while it was being saved
            self._fill(typed)
        if isinstance(error, UserError) and error.params.get("what") == "interaction.content":
            self.content.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(beside_field(error) if isinstance(error, UserError) else sentence_of(error))

    def _set_busy(self, busy: bool) -> None:
        self.save_button.setEnabled(not busy)
        self.complete_button.setEnabled(not busy)

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.updateGeometry()

    # --- what is typed -----------------------------------------------------------------------------

    def _typed(self) -> Typed:
        return Typed(
            channel=self.channel.current or "",
            result=str(self.result.currentData()),
            content=self.content.toPlainText(),
            step=self.step.text(),
            promise=self.promise.text(),
            kind=str(self.kind.currentData()),
            satisfaction=self.satisfaction.current or "",
        )

    def _fill(self, typed: Typed) -> None:
        self._channel = ""
        self.channel.choose(typed.channel)
        self.result.choose(typed.result)
        self.content.setPlainText(typed.content)
        self.step.setText(typed.step)
        self.promise.setText(typed.promise)
        self.kind.start_over(typed.kind)
        self.satisfaction.choose(typed.satisfaction)
        for row in (self.step_row, self.promise_row):
            row.set_error("")
        self._tell(typed.sentence)
        self.note.setText("")
        self._on_typed()

    def _on_channel(self) -> None:
        self._channel = ""
        self.note.setText("")
        self._on_typed()

    def _follow_promise(self) -> None:
        self.kind.follow(self.promise.words)

    def _on_typed(self) -> None:
        self.kind_row.setVisible(bool(self.promise.text().strip()))
        needs = self.kind.currentData() in [one.value for one in NEEDING_APPROVAL]
        self.kind_row.set_note(self.tr("Counts once the supervisor approved it.") if needs else "")
        typed = self.is_typed
        if typed:
            self.note.setText("")
        if typed != self._was_typed:
            self._was_typed = typed
            self.typed_changed.emit(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save_and_complete()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in an empty text saves and completes: there is nothing to begin a new line of."""
        if (
            self._completing is not None
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and not event.isAutoRepeat()
            and not self.content.toPlainText().strip()
        ):
            self.save_and_complete()
            return True
        return super().eventFilter(watched, event)
