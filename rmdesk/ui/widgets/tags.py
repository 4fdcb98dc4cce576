"""Small marks: tags, tier badges, key caps, avatars, chips."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rmdesk.ui import icons
from rmdesk.ui.tokens import RADIUS, SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint


class _Mark(QWidget):
    """A painted mark that only shows something; its words are its accessible name."""

    def __init__(self, words: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        return self._words

    def set_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Tag(_Mark):
    """A word on a tinted ground. `tone`: neutral, good, caution, warning, accent or a kind of touchpoint."""

    def __init__(
        self, words: str, *, tone: str = "neutral", icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._tone, self._icon = tone, icon

    def set_tone(self, tone: str, icon: str | None = None) -> None:
        self._tone, self._icon = tone, icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(paint.tag_width(self._words, self._icon), SIZE.tag)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, ground = tone_roles(self._tone)
        paint.tag(QPainter(self), self.rect(), self._words, ink=ink, ground=ground, icon=self._icon)


def tone_roles(tone: str) -> tuple[str, str]:
    """Ink and ground of a tag's tone."""
    match tone:
        case "neutral":
            return "text", "track"
        case "accent":
            return "accent", "selection"
        case "good":
            return "good", "good_tint"
        case "caution" | "warning":
            return tone, f"{tone}_tint"
        case _:
            return f"kind.{tone}", f"kind.{tone}.tint"


class Badge(_Mark):
    """A customer's tier; `rank` counts from the bottom."""

    def __init__(self, words: str, rank: int, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._rank = rank

    def set_tier(self, words: str, rank: int) -> None:
        self._rank = rank
        self.set_words(words)

    def sizeHint(self) -> QSize:
        return QSize(max(SIZE.badge_width, paint.text_width(self._words, TYPE.secondary) + 12), SIZE.tag)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.badge(QPainter(self), self.rect(), self._words, self._rank)


class KeyCap(_Mark):
    """A key as it is drawn on the keyboard."""

    def sizeHint(self) -> QSize:
        return QSize(paint.key_cap_width(self._words), SIZE.tag)

    def __init__(self, key: str, *, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.key_cap(QPainter(self), self.rect(), self._words)


class Avatar(_Mark):
    """A circle with a person's surname or initials."""

    def __init__(self, name: str, *, size: int = SIZE.avatar, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._size = size

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.avatar(QPainter(self), self.rect(), paint.initials(self._words))


class CountMark(_Mark):
    """A number on the rail: loud for what must be looked at, quiet otherwise; nothing for zero."""

    def __init__(self, count: int = 0, *, alert: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._alert = alert
        self.set_count(count)

    def set_count(self, count: int, *, alert: bool | None = None) -> None:
        if alert is not None:
            self._alert = alert
        self.set_words("" if count <= 0 else "99+" if count > 99 else str(count))
        self.setVisible(count > 0)

    def sizeHint(self) -> QSize:
        return QSize(max(16, paint.text_width(self._words, TYPE.secondary) + 8), 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.frame(painter, self.rect(), fill="alert_ground" if self._alert else "track", radius=8)
        role = "alert_text" if self._alert else "text"
        paint.text(
            painter,
            self.rect(),
            self._words,
            style=TYPE.secondary,
            role=role,
            align=Qt.AlignmentFlag.AlignHCenter,
        )


class Chip(QAbstractButton):
    """A filter in force: pressing opens it, its cross (or Delete) takes it away."""

    removed = Signal()

    def __init__(
        self,
        text: str,
        *,
        removable: bool = True,
        active: bool = True,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._removable, self._active, self._icon = removable, active, icon
        self._over_cross = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if removable:
            self.setAccessibleDescription(self.tr("Delete takes this filter away"))

    def set_active(self, active: bool) -> None:
        """Show it as in force, or as one to choose."""
        self._active = active
        self.update()

    def sizeHint(self) -> QSize:
        width = paint.text_width(self.text(), TYPE.secondary) + 22
        if self._removable:
            width += SIZE.icon_tag + 6
        if self._icon:
            width += SIZE.icon_tag + 6
        return QSize(width, SIZE.chip)

    def _cross(self) -> QRectF:
        return QRectF(self.width() - 26, 0, 26, self.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over_cross = self._removable and self._cross().contains(QPointF(event.position()))
        self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over_cross = False
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._removable and self.isDown() and self._cross().contains(QPointF(event.position())):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._active:
            ink, ground, border = "accent", "selection", None
        else:
            ink, ground, border = "text", "hover" if self.underMouse() else "surface", "line_strong"
        if not self.isEnabled():
            ink = "disabled"
        paint.frame(painter, rect, fill=ground, border=border, radius=RADIUS.chip)
        middle = rect.center().y()
        left = 11.0
        if self._icon:
            icons.paint(painter, self._icon, ink, left, middle - 6, SIZE.icon_tag)
            left += SIZE.icon_tag + 6
        right = rect.right() - 11
        if self._removable:
            cross = "text" if self._over_cross else ink
            icons.paint(painter, "x", cross, right - SIZE.icon_tag + 1, middle - 6, SIZE.icon_tag)
            right -= SIZE.icon_tag + 4
        words = QRectF(left, 0, right - left + 2, rect.height())
        paint.text(painter, words, self.text(), style=TYPE.secondary, role=ink)
        if self.hasFocus():
            paint.focus_ring(painter, rect, RADIUS.chip)


class KeyHint(QWidget):
    """Key caps with the word of what they do, as they stand in a key strip."""

    def __init__(self, hints: list[tuple[str, str]], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        self.setAccessibleName(", ".join(f"{key} {word}" for key, word in hints))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _layout(self) -> list[tuple[str, str, QRectF, QRectF]]:
        placed = []
        left = 0.0
        for key, word in self._hints:
            cap = QRectF(left, 3, paint.key_cap_width(key), SIZE.tag)
            width = paint.text_width(word, TYPE.secondary) + 1
            place = QRectF(cap.right() + 6, 0, width, 24)
            placed.append((key, word, cap, place))
            left = place.right() + SPACE.large
        return placed

    def sizeHint(self) -> QSize:
        placed = self._layout()
        return QSize(int(placed[-1][3].right()) + 1 if placed else 0, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for key, word, cap, place in self._layout():
            paint.key_cap(painter, cap, key)
            paint.text(painter, place, word, style=TYPE.secondary, role="secondary")
