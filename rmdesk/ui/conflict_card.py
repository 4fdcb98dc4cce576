"""Two people changed one thing: what the other did and what stands here, field by field, to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, IconLabel, Label, Segments, Variant, paint

THEIRS, MINE = "theirs", "mine"


@dataclass(frozen=True)
class Line:
    """One field: what stands in the record now, and what was entered here, None if nothing was.

    `contested`: the other changed it as well.
    """

    name: str
    label: str
    theirs: str
    mine: str | None
    contested: bool


@dataclass(frozen=True)
class Clash:
    """`settle` saves the named fields as they were entered here; with none, the record stays as it is."""

    customer_uid: str
    lines: tuple[Line, ...]
    settle: Callable[[frozenset[str]], object]


class ConflictCard(QWidget):
    """Shows a clash. Where both changed a field, theirs is chosen at first: haste overwrites nobody."""

    settled = Signal()

    def __init__(self, clash: Clash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clash = clash
        self.choices: dict[str, Segments] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.medium)
        column.setSpacing(SPACE.small)
        title = self.tr("Somebody else changed this meanwhile. What you entered is not saved yet.")
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        head.addWidget(
            IconLabel("triangle-alert", role="caution", line=TYPE.body.line), 0, Qt.AlignmentFlag.AlignTop
        )
        head.addWidget(Label(title, ink="caution", wrap=True), 1)
        column.addLayout(head)
        column.addLayout(self._build_lines(clash.lines))
        self.save = Button(self.tr("Save as chosen"), variant=Variant.OUTLINED)
        self.save.clicked.connect(self._on_save)
        self.leave = Button(self.tr("Keep theirs"))
        self.leave.clicked.connect(lambda: self._settle(frozenset()))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.small)
        buttons.addWidget(self.save)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.setAccessibleName(title)

    def _build_lines(self, lines: Sequence[Line]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setVerticalSpacing(SPACE.tiny)
        grid.setColumnStretch(1, 1)
        for place, line in enumerate(lines):
            label = Label(line.label, style=TYPE.secondary, ink="secondary")
            grid.addWidget(label, 2 * place, 0, Qt.AlignmentFlag.AlignTop)
            theirs = line.theirs or self.tr("None")
            if line.mine is None or line.mine == line.theirs:
                grid.addWidget(Label(theirs, wrap=True), 2 * place, 1)
                continue
            words = self.tr("Theirs: {theirs}\nMine: {mine}").format(
                theirs=theirs, mine=line.mine or self.tr("None")
            )
            grid.addWidget(Label(words, wrap=True), 2 * place, 1)
            pick = Segments(
                [(THEIRS, self.tr("Theirs")), (MINE, self.tr("Mine"))],
                name=line.label,
                current=THEIRS if line.contested else MINE,
                in_form=True,
                height=24,
            )
            self.choices[line.name] = pick
            grid.addWidget(pick, 2 * place, 2, Qt.AlignmentFlag.AlignTop)
        return grid

    def _on_save(self) -> None:
        self._settle(frozenset(name for name, pick in self.choices.items() if pick.current == MINE))

    def _settle(self, mine: frozenset[str]) -> None:
        self.settled.emit()
        self._clash.settle(mine)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_save()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.frame(painter, self.rect(), fill="caution_tint", radius=0)
        paint.edge(painter, self.rect(), Qt.Edge.TopEdge)
        paint.edge(painter, self.rect(), Qt.Edge.BottomEdge)
