"""The palette (Ctrl+K): every command of the window by a few letters of its name, in either language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rmdesk.services import names
from rmdesk.ui import icons
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Label, LineField, key_words, paint

_WIDTH = 560
_ROWS = 10  # seen at once; the rest scrolls
_ROW = 32
_MOST = 50  # results worth scrolling through
_SETTLED_MS = 60  # after it opened: nobody has typed yet


@dataclass(frozen=True)
class Entry:
    """One thing the palette can do. `group` says what it is; `keywords` are further words to find it by."""

    title: str
    run: Callable[[], object]
    group: str = ""
    icon: str = ""
    key: str = ""
    keywords: tuple[str, ...] = ()


class PaletteSource(Protocol):
    """Where entries come from. Asked at each key, so it must answer within some milliseconds."""

    def find(self, words: str) -> Sequence[Entry]:
        """What fits `words`, best first; with "" what is worth offering unasked."""


def score(words: str, text: str) -> int | None:
    """How well `words` fit `text`, more is better; None if they do not.

    All letters must come in order. The beginning of the text counts most, then beginnings of words,
    then letters side by side.
    """
    wanted, within = words.casefold().replace(" ", ""), text.casefold()
    if not wanted:
        return 0
    if within.startswith(words.casefold()):
        return 1000 - len(within)
    found = within.find(words.casefold())
    if found > 0:
        starts_word = not within[found - 1].isalnum()
        return (800 if starts_word else 500) - found - len(within)
    points, place = 0, -1
    for letter in wanted:
        next_place = within.find(letter, place + 1)
        if next_place < 0:
            return None
        if next_place == 0 or not within[next_place - 1].isalnum():
            points += 12
        elif next_place == place + 1:
            points += 6
        else:
            points -= min(next_place - place, 8)
        place = next_place
    # Letters strewn over a long text fit everything; they must at least be mostly beginnings or runs.
    return points if points > 0 else None


def score_read(words: str, title: str) -> int | None:
    """How well Latin letters spell a Chinese title, by syllables, initials or both; None if they do not."""
    typed = names.fold(words).replace(" ", "")
    if not typed.isascii() or not typed.isalpha():
        return None
    for reading in _readings(title):
        for place in range(len(reading)):
            if _spells(typed, reading[place:]):
                return 900 - 50 * place - len(reading)
    return None


@lru_cache(maxsize=1024)
def _readings(title: str) -> tuple[tuple[str, ...], ...]:
    """How a title with Chinese in it may be read; others are found as they are written."""
    return () if title.isascii() else tuple(names.readings(title))


def _spells(typed: str, reading: tuple[str, ...]) -> bool:
    """Whether `typed` goes through the first syllables, at least one letter of each."""
    if not typed or not reading:
        return not typed
    syllable = reading[0]
    same = 0
    while same < min(len(syllable), len(typed)) and syllable[same] == typed[same]:
        same += 1
    return any(_spells(typed[taken:], reading[1:]) for taken in range(same, 0, -1))


def best(words: str, entries: Iterable[Entry]) -> list[Entry]:
    """The entries whose title, its pinyin or keywords fit, best first; all of them in their order for ""."""
    ranked = []
    for place, entry in enumerate(entries):
        scores = [score(words, text) for text in (entry.title, *entry.keywords)]
        scores.append(score_read(words, entry.title))
        fitting = [value for value in scores if value is not None]
        if fitting:
            ranked.append((-max(fitting), place, entry))
    return [entry for _, _, entry in sorted(ranked, key=lambda one: one[:2])]


def entry_of(action: QAction, group: str = "") -> Entry:
    """An action as an entry: its name in English is a keyword, so that it is found in any language."""
    keywords = action.property("keywords") or ()
    return Entry(
        action.text().replace("&", "").removesuffix("…"),
        action.trigger,
        group,
        action.property("icon_name") or "",
        action.shortcut().toString(QKeySequence.SequenceFormat.PortableText),
        (action.objectName(), *keywords),
    )


class ActionSource:
    """The actions that may be used now."""

    def __init__(self, actions: Callable[[], Iterable[tuple[str, QAction]]]) -> None:
        self._actions = actions

    def find(self, words: str) -> Sequence[Entry]:
        entries = [
            entry_of(action, group)
            for group, action in self._actions()
            if action.isEnabled() and action.isVisible() and action.text()
        ]
        return best(words, entries)


class Palette(QDialog):
    """Opened over a window; gone after a choice, Esc, or a click elsewhere.

    Until the system gives it the keyboard, keys pressed over the window are for it: on a slow computer the
    first letters would do in the list below whatever their key does there. So it is no modal dialog, for
    which they would be lost, and itself keeps clicks from the window.
    """

    def __init__(self, sources: Sequence[PaletteSource], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(self.tr("Find a command"))
        self._sources = sources
        self._is_chosen = False  # whether somebody typed or stepped: Enter means nothing before
        self._over = parent.window().windowHandle()
        if self._over is not None:
            self._over.installEventFilter(self)

        self.field = LineField(placeholder=self.tr("Type a command or a place"), height=36)
        self.field.setProperty("flat", True)
        self.field.addAction(icons.icon("search", "secondary"), LineField.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self._model = _Entries(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setProperty("ground", "raised")
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.clicked.connect(self._run)
        self.nothing = Label(self.tr("Nothing has this name."), ink="secondary")
        self.nothing.setMargin(SPACE.medium)

        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        column.setSpacing(SPACE.tiny)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.setFixedWidth(_WIDTH)
        self._find("")
        corner = parent.mapToGlobal(QPoint((parent.width() - _WIDTH) // 2, SIZE.pane_head + SPACE.tiny))
        self.move(corner)
        self.field.setFocus()
        QTimer.singleShot(_SETTLED_MS, self, self._prepare)

    @property
    def entries(self) -> list[Entry]:
        return self._model.entries

    @Slot()
    def _prepare(self) -> None:
        """Read the titles, so that no key waits for what that loads (40 ms)."""
        for entry in self.entries:
            _readings(entry.title)

    @Slot(str)
    def _find(self, words: str) -> None:
        found: list[Entry] = []
        for source in self._sources:
            found.extend(source.find(words.strip()))
        self._model.show(found[:_MOST])
        rows = min(_ROWS, self._model.rowCount())
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(rows == 0)
        self.list.setFixedHeight(max(1, rows) * _ROW + 2)
        if rows:
            self.list.setCurrentIndex(self._model.index(0))
        self.adjustSize()

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        if index.isValid():
            entry = self._model.entries[index.row()]
            self.close()
            entry.run()

    def _meant_for_it(self, event: QEvent) -> bool:
        """Take what comes to the window below while this is open; whether it was that."""
        match event.type():
            case QEvent.Type.ShortcutOverride:
                event.accept()  # else it might be a key of the window
                return True
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape:
                    self.reject()
                else:
                    again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
                    QCoreApplication.sendEvent(self.field, again)
                return True
            case QEvent.Type.MouseButtonPress:
                self.close()
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and self.isVisible():
            return self._meant_for_it(event)
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down:
                    self._step(1)
                case Qt.Key.Key_Up:
                    self._step(-1)
                case Qt.Key.Key_PageDown:
                    self._step(_ROWS)
                case Qt.Key.Key_PageUp:
                    self._step(-_ROWS)
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    if self._is_chosen or self.field.text().strip():
                        self._run(self.list.currentIndex())
                case _:
                    return False
            return True
        return False

    def _step(self, rows: int) -> None:
        count = self._model.rowCount()
        if not count:
            return
        self._is_chosen = True
        row = self.list.currentIndex().row() + rows
        # One step past either end comes round; a page stops there.
        row = row % count if abs(rows) == 1 else max(0, min(count - 1, row))
        self.list.setCurrentIndex(self._model.index(row))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.close()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.frame(QPainter(self), self.rect(), fill="raised", border="line_strong")


class _Entries(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.group, key_words(entry.key)) if part)
        return None


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(_WIDTH - 2 * SPACE.small, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        if not isinstance(model, _Entries):
            return
        entry = model.entries[index.row()]
        state = option.state
        rect = QRectF(option.rect)
        if state & QStyle.StateFlag.State_Selected:
            paint.frame(painter, rect, fill="selection")
        elif state & QStyle.StateFlag.State_MouseOver:
            paint.frame(painter, rect, fill="hover")
        middle = rect.center().y()
        left, right = rect.left() + SPACE.medium, rect.right() - SPACE.medium
        if entry.icon:
            icons.paint(painter, entry.icon, "secondary", left, middle - SIZE.icon / 2)
        left += SIZE.icon + SPACE.medium
        for key in reversed(entry.key.split("+") if entry.key else []):
            cap = key_words(key)
            width = paint.key_cap_width(cap)
            paint.key_cap(
                painter, QRectF(right - width, middle - SIZE.tag / 2, width, SIZE.tag), cap, on="raised"
            )
            right -= width + SPACE.tiny
        title_width = paint.text_width(entry.title) + 1
        paint.text(painter, QRectF(left, rect.top(), right - left, rect.height()), entry.title)
        left += title_width + SPACE.medium
        if entry.group and left < right:
            place = QRectF(left, rect.top(), right - left, rect.height())
            paint.text(painter, place, entry.group, style=TYPE.secondary, role="secondary")
