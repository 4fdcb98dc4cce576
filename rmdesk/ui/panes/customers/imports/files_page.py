"""The first step: which files, and what each of them is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from rmdesk.services.imports import Outcome
from rmdesk.ui import formats, theme
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.panes.customers.imports import wording
from rmdesk.ui.panes.customers.imports.draft import Draft
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Combo, EmptyState, Ground, IconButton, IconLabel, Label, Variant, paint

_COMBO = 190


class FileCard(QWidget):
    """One file: its name, what stands in it, what it is taken for, or why it cannot be read."""

    chosen = Signal()
    opened = Signal()
    removed = Signal()
    target_chosen = Signal(object)  # str or None
    sheet_chosen = Signal(str)

    def __init__(self, draft: Draft, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(draft.path.name)
        self._name = Label(draft.path.name, style=TYPE.strong)
        self._facts = Label("", style=TYPE.secondary, ink="secondary")
        self._said = Label("", style=TYPE.secondary, wrap=True)
        self.sheet = Combo(name=self.tr("Sheet"))
        self.sheet.setFixedWidth(_COMBO)
        self.target = Combo(name=self.tr("What the file holds"))
        self.target.setFixedWidth(_COMBO)
        self.remove = IconButton("x", self.tr("Leave this file out"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        words.addWidget(self._said)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        row.setSpacing(SPACE.medium)
        row.addWidget(IconLabel("file-text", size=20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for widget in (self.sheet, self.target, self.remove):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.target.activated.connect(lambda _place: self.target_chosen.emit(self.target.currentData()))
        self.sheet.activated.connect(lambda _place: self.sheet_chosen.emit(self.sheet.currentData()))
        self.remove.clicked.connect(self.removed)
        self.renew()

    def renew(self) -> None:
        """Show the file's state as it is now."""
        draft = self.draft
        opened = draft.opened
        facts = ""
        if opened is not None:
            found = opened.found
            if self.sheet.count() != len(found.sheets):
                self.sheet.clear()
                for one in found.sheets:
                    hint = self.tr("{count} rows").format(count=formats.count(one.rows))
                    self.sheet.add(one.name, one.name, hint=hint)
            self.sheet.choose(found.sheet)
            rows = next((one.rows for one in found.sheets if one.name == found.sheet), 0)
            if found.filled_rows is not None:  # the preview counts those that hold any cell
                rows = found.filled_rows
            facts = self.tr("{rows} rows, {columns} columns").format(
                rows=formats.count(rows), columns=formats.count(len(found.layout.columns))
            )
            if found.encoding:
                facts += f"    {wording.encoding(found.encoding)}"
            if not self.target.count():
                for name in opened.proposals:
                    self.target.add(wording.target(name), name)
                self.target.add(self.tr("None of these"), None)
        self.sheet.setVisible(opened is not None and len(opened.found.sheets) > 1)
        is_choice = opened is not None and len(opened.proposals) > 1
        self.target.setVisible(is_choice and draft.result is None)
        self.target.choose(draft.target)
        if opened is None and draft.error is None:
            facts = self.tr("Being read …")
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        words, ink = self._state()
        self._said.setText(words)
        self._said.set_ink(ink)
        self._said.setVisible(bool(words))
        self.setAccessibleDescription(" ".join(part for part in (facts, words) if part))
        self.update()

    def _state(self) -> tuple[str, str]:
        draft = self.draft
        if draft.error is not None:
            return sentence_of(draft.error), "warning"
        if draft.is_undone:
            return self.tr("The import was taken back."), "secondary"
        if draft.result is not None:
            counts = draft.result.counts
            told = self.tr(
                "Imported: {new} new, {updated} updated, {unchanged} unchanged, {rejected} rejected."
            )
            return (
                told.format(
                    new=formats.count(counts[Outcome.IMPORTED]),
                    updated=formats.count(counts[Outcome.UPDATED]),
                    unchanged=formats.count(counts[Outcome.UNCHANGED]),
                    rejected=formats.count(counts[Outcome.REJECTED]),
                ),
                "caution" if draft.result.id is None and counts[Outcome.REJECTED] else "good",
            )
        if draft.opened is None:
            return "", "secondary"
        if draft.target is None:
            if draft.opened.recognised.is_survey:
                return (
                    self.tr(
                        "These are answers to a survey. Leave the file out here, and import it under "
                        "Surveys, in the survey they answer."
                    ),
                    "caution",
                )
            return (
                self.tr("It could not be told what this file holds. Say so at the right, or leave it out."),
                "caution",
            )
        if draft.target == draft.opened.recognised.target:
            return (
                self.tr("Recognised by its columns as: {target}.").format(
                    target=wording.target(draft.target)
                ),
                "secondary",
            )
        return self.tr("As you said: {target}.").format(target=wording.target(draft.target)), "secondary"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.is_current:
            painter.fillRect(self.rect(), theme.colour("selection" if self.hasFocus() else "selection_idle"))
            if self.hasFocus():
                mark = QRectF(0, 0, SIZE.current_mark, self.height())
                painter.fillRect(mark, theme.colour("accent"))
        paint.edge(painter, self.rect(), Qt.Edge.BottomEdge)


class FilesPage(QWidget):
    """`add_wanted` asks for files, `opened` to go on with one; the others change one."""

    add_wanted = Signal()
    opened = Signal(object)  # Draft
    chosen = Signal(object)
    removed = Signal(object)
    target_chosen = Signal(object, object)
    sheet_chosen = Signal(object, str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[FileCard] = []
        self.empty = EmptyState(
            self.tr(
                "Drag tables of other systems here, or choose them: .xlsx, .xls or CSV files with customers, "
                "holdings, assets, relations, dates or contacts. Nothing is written before you have seen it."
            ),
            icon="download",
            action=self.tr("Choose files…"),
            action_icon="folder-open",
        )
        self.empty.acted.connect(self.add_wanted)
        self._more = Button(self.tr("More files…"), icon="plus", variant=Variant.LINK)
        self._more.clicked.connect(self.add_wanted)
        inner = Ground("surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        foot.addWidget(self._more)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def show_drafts(self, drafts: Sequence[Draft], current: Draft | None) -> None:
        """Show these files; cards that are there already are kept."""
        kept = {id(card.draft): card for card in self.cards}
        for card in self.cards:
            if card.draft not in drafts:
                self._list.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.cards = []
        for place, draft in enumerate(drafts):
            card = kept.get(id(draft)) or self._make(draft)
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
            card.is_current = draft is current
            card.renew()
            self.cards.append(card)
        self._stack.setCurrentIndex(1 if drafts else 0)

    def focus_current(self) -> None:
        for card in self.cards:
            if card.is_current:
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, draft: Draft) -> FileCard:
        card = FileCard(draft)
        card.chosen.connect(lambda: self.chosen.emit(draft))
        card.opened.connect(lambda: self.opened.emit(draft))
        card.removed.connect(lambda: self.removed.emit(draft))
        card.target_chosen.connect(lambda name: self.target_chosen.emit(draft, name))
        card.sheet_chosen.connect(lambda sheet: self.sheet_chosen.emit(draft, sheet))
        return card
