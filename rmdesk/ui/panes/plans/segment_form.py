"""What a segment consists of: its name, whose it is, its conditions in words and in the builder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import segment_labels
from rmdesk.services import roles, segments, text
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission
from rmdesk.services.segments import Kept, Place
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.segments.builder import Builder
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import (
    Button,
    CheckBox,
    Ground,
    Hairline,
    Label,
    LineField,
    NoticeBar,
    Variant,
)

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class SegmentForm(Ground):
    """`changed` follows what a person enters; `kept` is what is in the vault of the segment shown."""

    changed = Signal()
    save_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.kept: Kept | None = None
        self._may_share = bool(roles.allowed(context.actor, Permission.SET_RULES))
        self._is_filling = False
        self.name = LineField(name=self.tr("Name of the segment"))
        self.name.setPlaceholderText(self.tr("Name, for example “Maturing soon, long not seen”"))
        self.shared = CheckBox(self.tr("For everybody at the branch"))
        self.shared.setVisible(self._may_share)
        self.words = Label("", wrap=True, ink="secondary", selectable=True)
        self.builder = Builder(context)
        self.trouble = NoticeBar("", tone="warning")
        self.trouble.hide()
        self.discard_button = Button(self.tr("Discard"))
        self.save_button = Button(self.tr("Save"), variant=Variant.OUTLINED, key="Ctrl+S")
        self._build_layout()
        self.save_button.clicked.connect(self.save_wanted)
        self.discard_button.clicked.connect(self.discard_wanted)
        self.name.textEdited.connect(lambda _text: self._on_changed())
        self.shared.toggled.connect(lambda _on: self._on_changed())
        self.builder.changed.connect(self._on_changed)

    def _build_layout(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(SPACE.medium)
        line.addWidget(self.name, 1)
        line.addWidget(self.shared)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.pane, 6, SPACE.pane, SPACE.small)
        head.setSpacing(SPACE.small)
        head.addLayout(line)
        head.addWidget(self.words)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.small)
        buttons.addStretch(1)
        buttons.addWidget(self.discard_button)
        buttons.addWidget(self.save_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        foot.setSpacing(SPACE.small)
        foot.addWidget(self.trouble)
        foot.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.builder, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)

    # --- what it shows -----------------------------------------------------------------------------

    def fill(self, kept: Kept | None, typed: Mapping[str, Any] | None, place: Place = ()) -> None:
        """Show a segment, or what was built of it and not saved; None is one that is not saved yet."""
        self.kept = kept
        self._is_filling = True
        self.name.setText(str(typed["name"]) if typed else "" if kept is None else kept.name)
        self.shared.setChecked(bool(typed["shared"] if typed else kept is not None and kept.shared))
        document = typed["document"] if typed else None if kept is None else kept.document
        self.builder.show_document(document if isinstance(document, dict) else {}, place)
        self._is_filling = False
        self.name.set_error("")
        self.trouble.hide()
        if kept is not None and not isinstance(kept.document, dict) and kept.fault is not None:
            self.tell(kept.fault)
        self.show_state()

    def typed(self) -> dict[str, Any]:
        """What is entered, as `fill` takes it."""
        return {
            "name": self.name.text(),
            "shared": self.shared.isChecked(),
            "document": self.builder.document(),
            "version": None if self.kept is None else self.kept.version,
        }

    @property
    def is_changed(self) -> bool:
        """Whether what is shown is not what is kept."""
        if self.kept is None:
            return bool(self.name.text().strip()) or bool(self.builder.draft.root.parts)
        return self.name.text().strip() != self.kept.name or self.builder.document() != self.kept.document

    @property
    def is_foreign(self) -> bool:
        """Whether it is everybody's and not this person's to change."""
        return self.kept is not None and self.kept.shared and not self._may_share

    def show_state(self) -> None:
        expression = self.builder.expression
        self.words.setText("" if expression is None else segment_labels.sentence(expression))
        self.words.setVisible(expression is not None)
        changed = self.is_changed
        self.shared.setEnabled(self.kept is None)
        self.save_button.setText(self.tr("Save as my own") if self.is_foreign else self.tr("Save"))
        self.save_button.setEnabled(changed)
        self.discard_button.setEnabled(changed)

    @property
    def unfinished(self) -> str:
        """What is still to be done before anybody can be counted; "" if nothing is."""
        trouble = self.builder.trouble
        if trouble is None:
            return ""
        is_empty = trouble.code == "segment.empty_group"
        return self.tr("add a condition") if is_empty else self.tr("finish the conditions")

    def _on_changed(self) -> None:
        if self._is_filling:
            return
        self.trouble.hide()
        self.name.set_error("")
        self.show_state()
        self.changed.emit()

    # --- saving ------------------------------------------------------------------------------------

    def check(self) -> str | None:
        """The name, if everything can be saved; else what is wrong is told, and the focus goes there."""
        try:
            name = text.line(self.name.text(), "segment.name", longest=segments.NAME_LONGEST)
        except UserError as error:
            self.refuse_name(error)
            return None
        if self.builder.expression is None:
            if self.builder.trouble is not None:
                self.tell(self.builder.trouble)
            self.builder.go_to_trouble()
            return None
        return name

    def refuse_name(self, error: UserError) -> None:
        self.name.set_error(beside_field(error))
        self.tell(error)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, error: UserError) -> None:
        self.say(sentence_of(error))

    def say(self, sentence: str) -> None:
        self.trouble.set_text(sentence)
        self.trouble.show()
