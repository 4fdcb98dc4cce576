"""The numbers of an import: every row of the file in one of five, and their sum."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rmdesk.services.imports import Outcome, Report
from rmdesk.ui import formats
from rmdesk.ui.panes.customers.imports import wording
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import paint

_HEIGHT = 72
_SIGN = 28


class Figures(QWidget):
    """`998 = 960 + 0 + 26 + 9 + 3`, each with its word below; the report explains itself."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[str, str, str, str]] = []  # figure, word, ink, tip
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_report(self, report: Report) -> None:
        self._cells = [
            (
                formats.count(report.file_rows),
                self.tr("Rows of the file"),
                "text",
                self.tr("All rows with any cell filled; each of them is in exactly one of the others."),
            )
        ]
        for one in Outcome:
            count = report.counts[one]
            ink = wording.outcome_ink(one) if count else "disabled"
            self._cells.append((formats.count(count), wording.outcome(one), ink, wording.outcome_tip(one)))
        self.setAccessibleName("; ".join(f"{word}: {figure}" for figure, word, _ink, _tip in self._cells))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(width for _left, width in self._places()) + 2 * SPACE.pane, _HEIGHT)

    def _places(self) -> Sequence[tuple[int, int]]:
        left, found = SPACE.pane, []
        for figure, word, _ink, _tip in self._cells:
            width = max(paint.text_width(figure, TYPE.figure), paint.text_width(word, TYPE.secondary)) + 2
            found.append((left, width))
            left += width + _SIGN
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, ((left, width), (figure, word, ink, _tip)) in enumerate(
            zip(self._places(), self._cells, strict=True)
        ):
            number = QRectF(left, SPACE.small, width, TYPE.figure.line)
            paint.text(painter, number, figure, style=TYPE.figure, role=ink, tabular=True)
            below = QRectF(left, SPACE.small + TYPE.figure.line, width, TYPE.secondary.line)
            paint.text(painter, below, word, style=TYPE.secondary, role="secondary")
            if place < len(self._cells) - 1:
                sign = QRectF(left + width, SPACE.small, _SIGN, TYPE.figure.line)
                paint.text(
                    painter,
                    sign,
                    "=" if place == 0 else "+",
                    style=TYPE.section,
                    role="secondary",
                    align=Qt.AlignmentFlag.AlignHCenter,
                )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for (left, width), cell in zip(self._places(), self._cells, strict=True):
                if left <= event.pos().x() <= left + width:
                    QToolTip.showText(event.globalPos(), cell[3], self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)
