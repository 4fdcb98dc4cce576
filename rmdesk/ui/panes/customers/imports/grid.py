"""A table of texts that are there already: rows of a file, columns and their fields, problems of a preview.

Lists of the vault are `ui.table.QueryTable`; this one asks nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rmdesk.ui import clipboard, fonts, icons, theme
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Combo, paint

AnyIndex = QModelIndex | QPersistentModelIndex

_PADDING = 8
_WIDEST = 320


@dataclass(frozen=True)
class GridRow:
    """Texts by column; inks of single cells; a ground for the whole row; `key` for whoever asks."""

    texts: Sequence[str]
    ink: str = "text"
    ground: str = ""
    inks: dict[int, str] = field(default_factory=dict)
    bold: bool = False
    key: Any = None


class GridModel(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.headings: Sequence[str] = ()
        self.rows: Sequence[GridRow] = ()
        self.editable: frozenset[int] = frozenset()
        self.numbers: frozenset[int] = frozenset()  # columns of them stand at the right

    def fill(self, headings: Sequence[str], rows: Sequence[GridRow]) -> None:
        self.beginResetModel()
        self.headings, self.rows = headings, rows
        self.endResetModel()

    def change(self, place: int, row: GridRow) -> None:
        changed = list(self.rows)
        changed[place] = row
        self.rows = changed
        self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.headings)

    def text(self, row: int, column: int) -> str:
        texts = self.rows[row].texts
        return texts[column] if column < len(texts) else ""

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[index.column()]}: {self.text(index.row(), index.column())}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section] if section < len(self.headings) else ""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in self.editable else flags


def inside(rect: QRect, column: int) -> QRect:
    """The part of a cell that its words may fill; the first column stands in line with the pane."""
    return rect.adjusted(_PADDING if column else SPACE.pane, 0, -_PADDING, 0)


class GridDelegate(QStyledItemDelegate):
    """Draws a cell by the tokens."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        if not isinstance(model, GridModel):
            return
        row = model.rows[index.row()]
        view = option.widget
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = row.ground
        if current:
            ground = "selection" if view is not None and view.hasFocus() else "selection_idle"
        if ground:
            painter.fillRect(option.rect, theme.colour(ground))
        if current and index.column() == 0 and view is not None and view.hasFocus():
            mark = QRect(option.rect.left(), option.rect.top(), SIZE.current_mark, option.rect.height())
            painter.fillRect(mark, theme.colour("accent"))
        self.draw(painter, option.rect, row, index, model.text(index.row(), index.column()))

    def draw(self, painter: QPainter, rect: QRect, row: GridRow, index: AnyIndex, words: str) -> None:
        model = index.model()
        is_number = isinstance(model, GridModel) and index.column() in model.numbers
        box = inside(rect, index.column())
        paint.line(
            painter,
            box.left(),
            box.top(),
            box.width(),
            box.height(),
            words.replace("\n", " "),
            align=Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft,
            tabular=is_number,
            style=TYPE.strong if row.bold else TYPE.body,
            role=row.inks.get(index.column(), row.ink),
        )


class ChoiceDelegate(GridDelegate):
    """Cells of one column are chosen from a list in which one can type to find."""

    chosen = Signal(int, object)  # row, what was chosen

    def __init__(
        self,
        parent: QWidget,
        column: int,
        choices: Callable[[], Sequence[tuple[Any, str]]],
        present: Callable[[int], Any],
    ) -> None:
        """`choices` gives what may be chosen with its words, `present` what a row has."""
        super().__init__(parent)
        self._column, self._choices, self._present = column, choices, present

    def draw(self, painter: QPainter, rect: QRect, row: GridRow, index: AnyIndex, words: str) -> None:
        if index.column() == self._column and row.key is not None:
            left = rect.right() - SIZE.icon - 6
            icons.paint(painter, "chevron-down", "secondary", left, rect.center().y() - SIZE.icon / 2)
            rect = rect.adjusted(0, 0, -SIZE.icon, 0)
        super().draw(painter, rect, row, index, words)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        combo = Combo(name=index.model().headerData(index.column(), Qt.Orientation.Horizontal), parent=parent)
        combo.setEditable(True)
        combo.setInsertPolicy(Combo.InsertPolicy.NoInsert)
        for data, words in self._choices():
            combo.add(words, data)
        completer = QCompleter(combo.model(), combo)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        combo.setCompleter(completer)
        combo.choose(self._present(index.row()))
        combo.activated.connect(lambda _place: self._take(combo))
        line = combo.lineEdit()
        if line is not None:
            line.selectAll()
        return combo

    def _take(self, combo: Combo) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)

    def setEditorData(self, _editor: QWidget, _index: AnyIndex) -> None:
        """It was filled when it was made."""

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, Combo):
            typed = editor.currentText().strip()
            place = editor.findText(typed, Qt.MatchFlag.MatchFixedString)
            if place < 0 and typed:  # a part of it is enough: the first that has it
                place = editor.findText(typed, Qt.MatchFlag.MatchContains)
            if place >= 0:
                self.chosen.emit(index.row(), editor.itemData(place))


class _Header(QHeaderView):
    """The headings, in line with what stands below them."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        painter.fillRect(rect, theme.colour("sunken"))
        paint.edge(painter, rect, Qt.Edge.BottomEdge)
        headings = self._grid.grid.headings
        if section < len(headings):
            is_number = section in self._grid.grid.numbers
            paint.text(
                painter,
                inside(rect, section),
                headings[section],
                style=TYPE.secondary,
                role="secondary",
                align=Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft,
            )


class Grid(QTableView):
    """`opened` carries a row that was double-clicked or entered by Enter, `chosen` what was chosen in one."""

    opened = Signal(int)
    chosen = Signal(int, object)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.grid = GridModel(self)
        self.setModel(self.grid)
        self.setHorizontalHeader(_Header(self))
        self.setItemDelegate(GridDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(SIZE.row)
        header = self.horizontalHeader()
        header.setFixedHeight(SIZE.row)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(36)
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def fill(
        self,
        headings: Sequence[str],
        rows: Sequence[GridRow],
        *,
        widths: Sequence[int] = (),
        stretch: int | None = None,
        numbers: Collection[int] = (),
    ) -> None:
        """Show other rows. Columns without a width take that of the first rows' texts."""
        self.grid.numbers = frozenset(numbers)
        self.grid.fill(headings, rows)
        header = self.horizontalHeader()
        for column, heading in enumerate(headings):
            if column < len(widths) and widths[column]:
                self.setColumnWidth(column, widths[column])
                continue
            measure = fonts.metrics(TYPE.body)
            texts = [heading, *(self.grid.text(row, column)[:60] for row in range(min(len(rows), 20)))]
            needed = max(measure.horizontalAdvance(text) for text in texts)
            self.setColumnWidth(column, min(needed, _WIDEST) + 2 * _PADDING + 4)
        header.setStretchLastSection(stretch == len(headings) - 1)
        if stretch is not None and stretch < len(headings) - 1:
            header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def start_over(self) -> None:
        """Show the first rows and columns."""
        self.scrollToTop()
        self.horizontalScrollBar().setValue(0)

    def offer(
        self,
        column: int,
        choices: Callable[[], Sequence[tuple[Any, str]]],
        present: Callable[[int], Any],
    ) -> None:
        """Have the cells of a column chosen from a list: Enter, a click or a letter opens it."""
        self.grid.editable = frozenset({column})
        delegate = ChoiceDelegate(self, column, choices, present)
        delegate.chosen.connect(self.chosen)
        self.setItemDelegate(delegate)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.opened.connect(lambda row: self.open_choices(row, column))
        self.clicked.connect(
            lambda index: self.open_choices(index.row(), column) if index.column() == column else None
        )

    def open_choices(self, row: int, column: int) -> None:
        """Open the list of what may be chosen in a cell."""
        if self.grid.rows[row].key is None or self.state() == QAbstractItemView.State.EditingState:
            return  # the Enter that ended one list must not open it again
        index = self.grid.index(row, column)
        self.setCurrentIndex(index)
        self.edit(index)
        editor = self.indexWidget(index)
        if isinstance(editor, Combo):
            QTimer.singleShot(0, editor, editor.showPopup)

    @property
    def current_row(self) -> int:
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        if 0 <= row < self.grid.rowCount():
            self.setCurrentIndex(self.grid.index(row, max(0, self.currentIndex().column())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_row >= 0:
            self.opened.emit(self.current_row)
            return
        if event.key() == Qt.Key.Key_C and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.current_row >= 0:
                texts = (
                    self.grid.text(self.current_row, column) for column in range(len(self.grid.headings))
                )
                clipboard.copy("\t".join(texts))
            return
        super().keyPressEvent(event)
