"""Writing the questions of one survey: outline, current question, preview; kept by Ctrl+S as one change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rmdesk import question_labels
from rmdesk.services import surveys
from rmdesk.services.errors import UserError
from rmdesk.services.surveys import SurveyRecord, questionnaire
from rmdesk.services.surveys.questionnaire import QuestionKind, Questionnaire
from rmdesk.ui import ask, formats
from rmdesk.ui.messages import beside_field
from rmdesk.ui.pane import command
from rmdesk.ui.panes.surveys.part import scrolled
from rmdesk.ui.panes.surveys.writing.draft import FormDraft, Node, Used
from rmdesk.ui.panes.surveys.writing.node_form import NodeForm
from rmdesk.ui.panes.surveys.writing.outline import Outline
from rmdesk.ui.panes.surveys.writing.preview import FormPreview
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import Button, Ground, Hairline, IconButton, NoticeBar, PaneHead, Variant
from rmdesk.words import language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_OUTLINE, _PREVIEW = 300, 420  # px


class QuestionnaireEditor(QWidget):
    """`left` goes back to the survey and keeps what is half-written; `saved` tells that it was kept.

    Ctrl+Z and Ctrl+Y go back and forth in what is written here, as long as no field takes them for itself.
    """

    left = Signal()
    saved = Signal()

    def __init__(self, context: Context, survey: SurveyRecord, used: Used) -> None:
        super().__init__()
        self.context, self.survey = context, survey
        self.draft = FormDraft(survey.form, used)
        self.outline, self.form, self.preview = Outline(), NodeForm(), FormPreview()
        self._read: tuple[Questionnaire, dict[str, UserError]] = (survey.form, {})
        self.notice = NoticeBar("", tone="warning", edge=True)
        self._build()
        self._connect()
        self.renew()

    def _build(self) -> None:
        self.head = PaneHead(self.tr("Questions of {title}").format(title=self.survey.title))
        back = Button(self.tr("Back to the survey"), icon="arrow-left", variant=Variant.FLAT, key="Esc")
        back.clicked.connect(self.left)
        self.head.add_left(back)
        self.undo_button = IconButton("undo-2", self.tr("Undo"), key="Ctrl+Z")
        self.redo_button = IconButton("redo-2", self.tr("Redo"), key="Ctrl+Y")
        self.template_button = Button(self.tr("Begin with a template…"))
        self.discard_button = Button(self.tr("Discard"))
        self.save_button = Button(self.tr("Keep the questions"), variant=Variant.PRIMARY, key="Ctrl+S")
        for button in (
            self.undo_button,
            self.redo_button,
            self.template_button,
            self.discard_button,
            self.save_button,
        ):
            self.head.add_right(button)
        tools = Ground("surface")
        tools.setFixedHeight(SIZE.filter_row)
        row = QHBoxLayout(tools)
        row.setContentsMargins(SPACE.medium, 0, SPACE.medium, 0)
        row.setSpacing(SPACE.tiny)
        self.add_button = Button(self.tr("Question"), icon="plus")
        self.add_button.setToolTip(self.tr("A further question below the current one  Ins"))
        self.section_button = Button(self.tr("Section"), icon="plus")
        self.copy_button = IconButton("copy", self.tr("The same question again"), key="Ctrl+D")
        self.remove_button = IconButton("trash-2", self.tr("Take it out"), key="Del")
        for button in (self.add_button, self.section_button, self.copy_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        side = Ground("surface")
        side.setFixedWidth(_OUTLINE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(Hairline())
        column.addWidget(self.outline, 1)
        self.preview.setMinimumWidth(_PREVIEW)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(side)
        halves.addWidget(Hairline(Qt.Orientation.Vertical))
        halves.addWidget(scrolled(self.form), 3)
        halves.addWidget(Hairline(Qt.Orientation.Vertical))
        halves.addWidget(self.preview, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.notice)
        whole.addLayout(halves, 1)

    def _connect(self) -> None:
        self.outline.chosen.connect(self._show_node)
        self.outline.moved.connect(self._on_moved)
        self.outline.shifted.connect(self._on_shifted)
        self.outline.question_wanted.connect(self.offer_kinds)
        self.outline.section_wanted.connect(self.add_section)
        self.outline.removal_wanted.connect(self.remove)
        self.form.edited.connect(self._on_edited)
        self.form.kind_chosen.connect(self._on_kind)
        self.undo_button.clicked.connect(self.undo)
        self.redo_button.clicked.connect(self.redo)
        self.template_button.clicked.connect(self.offer_templates)
        self.discard_button.clicked.connect(self.discard)
        self.save_button.clicked.connect(self.save)
        self.add_button.clicked.connect(self.offer_kinds)
        self.section_button.clicked.connect(self.add_section)
        self.copy_button.clicked.connect(self.duplicate)
        self.remove_button.clicked.connect(self.remove)
        self.notice.acted.connect(self.to_trouble)
        command(self, "keep questions", self.tr("Keep the questions"), self.save, key="Ctrl+S", icon="check")
        command(self, "same question", self.tr("The same question again"), self.duplicate, key="Ctrl+D")

    # --- showing ---------------------------------------------------------------------------------

    @property
    def node(self) -> Node | None:
        key = self.outline.current
        return None if key is None else self.draft.find(key)

    def renew(self, current: str | None = None, *, with_form: bool = True) -> None:
        """Bring everything in line with the draft; `current` becomes the current node."""
        self._read = form, wrong = self.draft.examine()
        self.outline.show_draft(self.draft, set(wrong), current or self.outline.current)
        if with_form:
            self._show_node(self.outline.current)
        self._show_state()
        self.preview.show_form(form)

    def _show_node(self, key: str | None) -> None:
        node = None if key is None else self.draft.find(key)
        self.form.show_node(self.draft, node)
        self.form.show_wrong(self._read[1].get(key or ""))
        self.copy_button.setEnabled(node is not None and not node.is_section)

    def _show_state(self) -> None:
        form, wrong = self._read
        changed = self.draft.is_changed
        if wrong:
            key, error = next(iter(wrong.items()))
            self.notice.set_text(
                beside_field(error), tone="warning", action=self.tr("Go there") if key else ""
            )
        elif self.survey.answered and changed:
            self.notice.set_text(
                self.tr(
                    "Forms were entered already: these questions become version {number}, and the forms "
                    "entered stay as they are."
                ).format(number=self.survey.form_number + 1),
                tone="info",
                action="",
            )
        self.notice.setVisible(bool(wrong) or bool(self.survey.answered and changed))
        self.undo_button.setEnabled(self.draft.may_undo)
        self.redo_button.setEnabled(self.draft.may_redo)
        self.discard_button.setEnabled(changed)
        self.save_button.setEnabled(changed and not wrong)
        self.head.set_meta(
            self.tr("{count} questions").format(count=formats.count(len(form.questions)))
            + ("  ·  " + self.tr("not kept yet") if changed else "")
        )

    def to_trouble(self) -> None:
        """Go to the first question with something to mend."""
        for key in self._read[1]:
            if self.draft.find(key) is not None:
                self.renew(key)
                break

    # --- writing ---------------------------------------------------------------------------------

    def _on_edited(self, field: str, value: Any) -> None:
        if self.form.key:
            self.draft.set(self.form.key, field, value)
            self.renew(self.form.key, with_form=False)
            self.form.show_wrong(self._read[1].get(self.form.key))

    def _on_kind(self, kind: QuestionKind) -> None:
        self.renew(self.draft.set_kind(self.form.key, kind))

    def _on_moved(self, key: str, before: int) -> None:
        self.draft.move(key, before)
        self.renew(key)

    def _on_shifted(self, key: str, down: bool) -> None:
        self.draft.shift(key, down)
        self.renew(key)

    def offer_kinds(self) -> QMenu:
        """Which kind of question shall follow the current one?"""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in QuestionKind:
            menu.addAction(question_labels.question_kind(kind), partial(self.add_question, kind))
        menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))
        return menu

    def add_question(self, kind: QuestionKind) -> None:
        self.renew(self.draft.add_question(kind, self.node))
        self.form.words["text"].setFocus(Qt.FocusReason.OtherFocusReason)

    def add_section(self) -> None:
        self.renew(self.draft.add_section(self.node))
        self.form.words["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def duplicate(self) -> None:
        node = self.node
        if node is not None and not node.is_section:
            self.renew(self.draft.duplicate(node))

    def remove(self) -> None:
        """Take the current one out; undo brings it back."""
        node = self.node
        if node is None:
            return
        row = self.outline.currentRow()
        self.draft.remove(node)
        nodes = self.draft.nodes()
        self.renew(nodes[min(row, len(nodes) - 1)].key if nodes else None)
        self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_templates(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for template in surveys.templates.load().values():
            menu.addAction(template.title.in_(language()), partial(self._replace, template.form))
        menu.addSeparator()
        menu.addAction(self.tr("No questions"), partial(self._replace, _blank()))
        menu.popup(self.template_button.mapToGlobal(QPoint(0, self.template_button.height())))
        return menu

    def _replace(self, form: Questionnaire) -> None:
        self.draft.replace(form)
        self.renew()

    def undo(self) -> None:
        self.draft.undo()
        self.renew()

    def redo(self) -> None:
        self.draft.redo()
        self.renew()

    # --- keeping ---------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the questions, in a next version if forms were entered by these."""
        form, wrong = self._read
        if wrong or not self.draft.is_changed:
            return
        survey = self.survey
        self.save_button.setEnabled(False)

        def use_case(session: Session) -> None:
            surveys.set_questionnaire(session, survey.uid, form, seen=survey.form_version)

        self.context.jobs.write(
            self.tr("Keeping the questions"),
            lambda session, _progress: use_case(session),
            done=lambda _nothing: self.saved.emit(),
            failed=self._on_refused,
        )

    def _on_refused(self, error: Exception) -> None:
        self._show_state()
        if isinstance(error, UserError):
            ask.tell_error(self.window(), error)

    def discard(self) -> ask.Question:
        return ask.confirm(
            self,
            title=self.tr("Discard what is not kept?"),
            text=self.tr("The questions are again as they were kept last."),
            verb=self.tr("Discard"),
            then=self.start_over,
        )

    def start_over(self) -> None:
        self.draft = FormDraft(self.survey.form, self.draft.used)
        self.renew()

    def typed(self) -> dict[str, Any]:
        """What is not kept, for after a lock."""
        if not self.draft.is_changed:
            return {}
        return {"survey": self.survey.uid, "document": self.draft.kept(), "seen": self.survey.form_version}

    def retype(self, kept: dict[str, Any]) -> None:
        self.draft.take(kept["document"])
        self.renew()

    # --- keys ------------------------------------------------------------------------------------

    def setFocus(self, *_reason: object) -> None:  # noqa: N802 - Qt's name
        self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        # Before the window's own undo, which takes back what was kept.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _blank() -> Questionnaire:
    return questionnaire.Questionnaire((questionnaire.Section("s1", questionnaire.Words(), ()),))
