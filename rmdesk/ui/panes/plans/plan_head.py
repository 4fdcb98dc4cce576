"""Over the tree of a plan: what it is, where it stands, what asks for attention, what may be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import action_plan_labels, goal_labels, labels
from rmdesk.services import roles
from rmdesk.services.plans import PlanSheet
from rmdesk.services.roles import Permission
from rmdesk.ui import formats
from rmdesk.ui.panes.plans.plan_list import TONES
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Label, NoticeBar, Tag, Variant

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class PlanHead(QWidget):
    """`buttons` are shown as far as whoever acts may do what they say."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_judge = bool(roles.allowed(context.actor, Permission.APPROVE_WORK))
        self.title = Label("", style=TYPE.section)
        self.tag = Tag("")
        self.facts = Label("", style=TYPE.secondary, ink="secondary")
        self.note = NoticeBar("", tone="caution")
        self.trouble = NoticeBar("", tone="warning")
        self.buttons = {
            name: Button(words, icon=icon, key=key, variant=variant)
            for name, words, icon, key, variant in (
                ("add", self.tr("Sub-plan"), "plus", "Ins", Variant.FLAT),
                ("generate", self.tr("Make the contacts…"), "calendar-plus", "Ctrl+G", Variant.OUTLINED),
                ("submit", self.tr("Submit"), "upload", "", Variant.PRIMARY),
                ("take_back", self.tr("Take back"), "undo-2", "", Variant.OUTLINED),
                ("agree", self.tr("Agree"), "stamp", "", Variant.PRIMARY),
                ("return", self.tr("Return…"), "corner-down-left", "", Variant.OUTLINED),
                ("revise", self.tr("Next version"), "git-commit-horizontal", "", Variant.OUTLINED),
                ("hand_over", self.tr("Hand over…"), "user-check", "", Variant.OUTLINED),
            )
        }
        over = QHBoxLayout()
        over.setContentsMargins(SPACE.pane, SPACE.small, SPACE.medium, 0)
        over.setSpacing(SPACE.small)
        over.addStrut(SIZE.control)  # as high without its buttons as with them
        over.addWidget(self.title)
        over.addWidget(self.tag)
        over.addStretch(1)
        for name in ("submit", "take_back", "agree", "return", "revise", "hand_over"):
            over.addWidget(self.buttons[name])
        under = QHBoxLayout()
        under.setContentsMargins(SPACE.pane, SPACE.tiny, SPACE.medium, SPACE.small)
        under.setSpacing(SPACE.small)
        under.addStrut(SIZE.control)
        under.addWidget(self.facts, 1)
        under.addWidget(self.buttons["add"])
        under.addWidget(self.buttons["generate"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(over)
        column.addLayout(under)
        column.addWidget(self.note)
        column.addWidget(self.trouble)

    def say(self, sentence: str) -> None:
        """Why something could not be done; nothing with an empty sentence."""
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))

    def show_sheet(self, sheet: PlanSheet) -> None:
        row = sheet.row
        self.title.setText(row.name)
        self.tag.set_words(action_plan_labels.standing(row.standing))
        self.tag.set_tone(TONES.get(row.standing, "neutral"))
        told = [f"{formats.day(row.first)} – {formats.day(row.last)}"]
        if not row.is_own:
            told.append(row.owner)
        if sheet.goal:
            told.append(self.tr("goal {name}").format(name=goal_labels.named(sheet.goal)))
        if row.revision > 1:
            words = self.tr("version {number} begun")
            same = self.tr("version {number}")
            wanted = same if row.revision == row.agreed_revision else words
            told.append(wanted.format(number=row.revision))
        self.facts.setText(labels.listed(told))
        state, own = row.state, row.is_own
        shown = {
            "add": sheet.may_edit,
            "generate": sheet.may_edit and bool(sheet.nodes),
            "submit": sheet.may_edit and bool(row.tally.items),
            "take_back": own and state == "submitted",
            "agree": sheet.may_judge,
            "return": sheet.may_judge,
            "revise": own and state == "agreed",
            "hand_over": not own and state != "closed" and self._may_judge,
        }
        for name, visible in shown.items():
            self.buttons[name].setVisible(visible)
        self._show_note(sheet)

    def _show_note(self, sheet: PlanSheet) -> None:
        words, tone = "", "caution"
        if sheet.row.is_behind:
            words = self.tr("Falls behind: {late} contacts are late.").format(late=sheet.row.tally.late)
            tone = "warning"
        elif sheet.row.owner_left:
            words = self.tr("{name} left. Hand the plan over.").format(name=sheet.row.owner)
        elif sheet.row.state == "returned" and sheet.decision_note:
            words = self.tr("{name} returned it: {note}").format(
                name=sheet.decided_by, note=sheet.decision_note
            )
        elif sheet.carried is not None and sheet.may_edit:
            told = sheet.carried.next_steps or sheet.carried.lessons
            if told:
                words = self.tr("From the plan before: {told}").format(told=told)
                tone = "info"
        self.note.set_text(words, tone=tone)
        self.note.setVisible(bool(words))
