"""Parts of a page: the head of a pane, a titled section, a card, a bar of progress."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rmdesk.ui import theme
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint
from rmdesk.ui.widgets.label import Label

_NARROW = 1000  # px, as a screen of 1366 has them at 150 %


class Ground(QWidget):
    """A plain ground of the tokens: window, surface, sunken or raised."""

    def __init__(self, role: str = "surface", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies behind need not be drawn

    def paintEvent(self, _event: QPaintEvent) -> None:
        # A pixel more, all of which is cut off but what scaling by 125 % leaves at an edge.
        QPainter(self).fillRect(self.rect().adjusted(-1, -1, 1, 1), theme.colour(self._role))


class PaneHead(Ground):
    """The one line at the top of a pane: title and its facts, search, filters, the primary action.

    Where there is no room for all, the facts give way, so that nothing lies over anything else; in a narrow
    window the title too, which the rail says as well, before words of the others are cut.
    """

    def __init__(self, title: str, *, meta: str = "", parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.setFixedHeight(SIZE.pane_head)
        self._title = Label(title, style=TYPE.title)
        self._meta = Label(meta, style=TYPE.secondary, ink="secondary")
        if not meta:
            self._meta.hide()
        self._giving_way: list[QWidget] = []
        self._gone: list[QWidget] = []  # for want of room
        self._left = QHBoxLayout()
        self._left.setSpacing(SPACE.medium)
        self._right = QHBoxLayout()
        self._right.setSpacing(SPACE.medium)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 1)
        row.setSpacing(SPACE.large)
        row.addWidget(self._title)
        row.addWidget(self._meta)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addLayout(self._right)

    @property
    def title(self) -> str:
        return self._title.text()

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_meta(self, meta: str) -> None:
        self._meta.setText(meta)
        self.fit_facts()

    def add_left(self, widget: QWidget, *, gives_way: bool = False) -> None:
        """Beside the title: a saved view, a state, a date. What `gives_way` is a fact, always shown else."""
        self._left.addWidget(widget)
        if gives_way:
            self._giving_way.append(widget)

    def add_right(self, widget: QWidget) -> None:
        """At the right end, in order: search, filters, actions, the primary action last."""
        self._right.addWidget(widget)

    def fit_facts(self) -> None:
        """Show the facts there is room for, also once their words have changed; what is told beside the title
        goes first. What others hid stays hidden.
        """
        self._meta.setVisible(bool(self._meta.text()))
        for gone in self._gone:
            gone.show()
        self._gone = []
        if not self.isVisible():
            return
        for fact in (self._meta, *self._giving_way):
            if not fact.isHidden() and self._needed() > self.width():
                self._give_way(fact)
        if self._needed(comfortable=self.width() < _NARROW) > self.width():
            self._give_way(self._title)

    def _needed(self, *, comfortable: bool = False) -> int:
        """The width that all that is shown now takes; what the layouts within remember may be older."""
        for layout in (self._left, self._right, self._row):
            layout.invalidate()
        return (self._row.sizeHint() if comfortable else self._row.minimumSize()).width()

    def _give_way(self, widget: QWidget) -> None:
        widget.hide()
        self._gone.append(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_facts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_facts()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint.edge(QPainter(self), self.rect(), Qt.Edge.BottomEdge)


class Section(QWidget):
    """A bold title of perhaps several lines, perhaps a fact at the right, and below it whatever is added to
    `body`.
    """

    def __init__(
        self, title: str, *, fact: str = "", wraps: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fact = Label(fact, style=TYPE.secondary, ink="secondary")
        head = QHBoxLayout()
        head.addWidget(Label(title, style=TYPE.section, wrap=wraps), 1)
        head.addWidget(self._fact)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.medium)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addLayout(head)
        column.addLayout(self.body)

    def set_fact(self, fact: str) -> None:
        self._fact.setText(fact)


class Card(QFrame):
    """Things that belong together, framed by a hairline."""

    def __init__(self, *, ground: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SPACE.medium, SPACE.medium, SPACE.medium, SPACE.medium)
        self.body.setSpacing(SPACE.small)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.frame(QPainter(self), self.rect(), fill=self._ground, border="line_strong")


class ProgressLine(QWidget):
    """A bar of progress without words; a share of None means that nobody knows how much is left."""

    def __init__(
        self,
        *,
        height: int = SIZE.progress,
        width: int | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._share: float | None = 0.0
        self._width = width
        self.setFixedHeight(height)
        if width:
            self.setFixedWidth(width)
        self.setAccessibleName(name)
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )

    @property
    def share(self) -> float | None:
        return self._share

    def set_share(self, share: float | None) -> None:
        """From 0 to 1, or None."""
        self._share = share
        self.setAccessibleDescription("" if share is None else f"{share:.0%}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width or 120, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._share is None:
            # No animation for its own sake: a third of the bar, standing in the middle, says "under way".
            paint.frame(painter, self.rect(), fill="track", radius=self.height() / 2)
            third = self.rect().adjusted(self.width() // 3, 0, -self.width() // 3, 0)
            paint.frame(painter, third, fill="accent", radius=self.height() / 2)
        else:
            paint.progress(painter, self.rect(), self._share)
