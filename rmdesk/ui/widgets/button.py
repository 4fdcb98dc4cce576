"""Buttons: one painted push button in the variants of the look, with an icon, a key hint or a menu mark."""

from __future__ import annotations

import re
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from rmdesk.ui import icons
from rmdesk.ui.tokens import RADIUS, SIZE, TYPE
from rmdesk.ui.widgets import paint

_PADDING = 13
_GAP = 6


class Variant(Enum):
    NORMAL = "normal"
    PRIMARY = "primary"  # filled; exactly one on screen
    OUTLINED = "outlined"  # a second default, outlined in accent
    DANGER = "danger"  # destroys something; outlined in the warning colour
    FLAT = "flat"  # no frame until the pointer is over it
    LINK = "link"  # words in accent


def key_words(key: str) -> str:
    """A key sequence as the pictures show it: `Ctrl+N` as `Ctrl N`, with the names printed on the keys."""
    words = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) or key
    # The last plus of `Ctrl++` is the key itself.
    return re.sub(r"\+(?=.)", " ", words).replace("Return", "↵")


class Button(QPushButton):
    """A push button. `key` is only shown: the action that owns the shortcut calls the same slot."""

    def __init__(
        self,
        text: str = "",
        *,
        icon: str | None = None,
        variant: Variant = Variant.NORMAL,
        key: str | None = None,
        menu_mark: bool = False,
        height: int = SIZE.control,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._variant = variant
        self._key = key_words(key) if key else ""
        self._menu_mark = menu_mark
        self._height = height
        self._keyboard_focus = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if variant is Variant.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def variant(self) -> Variant:
        return self._variant

    def set_variant(self, variant: Variant) -> None:
        self._variant = variant
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key, or none."""
        self._key = key_words(key) if key else ""
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str | None) -> None:
        """Show another of the shipped icons."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    @property
    def _padding(self) -> int:
        return 0 if self._variant is Variant.LINK or not self.text() else _PADDING

    def _content_width(self) -> int:
        parts = []
        if self._icon_name:
            parts.append(SIZE.icon)
        if self.text():
            parts.append(paint.text_width(self._shown_text()))
        if self._key:
            parts.append(paint.text_width(self._key, TYPE.secondary))
        if self._menu_mark:
            parts.append(SIZE.icon)
        return sum(parts) + _GAP * max(0, len(parts) - 1)

    def _shown_text(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def sizeHint(self) -> QSize:
        return QSize(self._content_width() + 2 * self._padding, self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The focused button answers Enter, not the dialog's default one.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard_focus = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _roles(self) -> tuple[str | None, str | None, str]:
        """Ground, border and text of the present state."""
        enabled, over, down = self.isEnabled(), self.underMouse(), self.isDown() or self.isChecked()
        ground = "selection_idle" if down else "hover" if over else "surface"
        match self._variant:
            case Variant.PRIMARY:
                if not enabled:
                    return "track", None, "disabled"
                return ("accent_pressed" if down or over else "accent_fill"), None, "accent_text"
            case Variant.OUTLINED:
                return ground, ("accent" if enabled else "line"), ("accent" if enabled else "disabled")
            case Variant.DANGER:
                return ground, ("warning" if enabled else "line"), ("warning" if enabled else "disabled")
            case Variant.FLAT:
                shown = ground if enabled and (down or over) else None
                return shown, None, ("text" if enabled else "disabled")
            case Variant.LINK:
                return None, None, ("accent" if enabled else "disabled")
            case _:
                if not enabled:
                    return "surface", "line", "disabled"
                return ground, "line_strong", "text"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, border, ink = self._roles()
        rect = QRectF(self.rect())
        if ground or border:
            paint.frame(painter, rect, fill=ground, border=border)
        if self.hasFocus() and self._keyboard_focus:
            if self._variant is Variant.PRIMARY:  # accent on accent would not be seen
                paint.frame(painter, rect.adjusted(2, 2, -2, -2), border="accent_text", radius=RADIUS.tag)
            elif self._variant is Variant.LINK:  # a ring would cut into the words, which fill it
                paint.frame(painter, rect, fill="selection")
                paint.edge(painter, rect, Qt.Edge.BottomEdge, "accent")
            else:
                paint.focus_ring(painter, rect)
        self._paint_content(painter, rect, ink)

    def _paint_content(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        x = rect.left() + max(float(self._padding), (rect.width() - self._content_width()) / 2)
        if self._variant is Variant.LINK:
            x = rect.left()
        middle = rect.center().y()
        if self._icon_name:
            icons.paint(painter, self._icon_name, ink, x, middle - SIZE.icon / 2)
            x += SIZE.icon + _GAP
        words = self._shown_text()
        if words:
            spare = (paint.text_width(self._key, TYPE.secondary) + _GAP if self._key else 0) + (
                SIZE.icon + _GAP if self._menu_mark else 0
            )
            width = min(paint.text_width(words), rect.right() - max(0, self._padding - 4) - x - spare)
            line = QRectF(x, rect.top(), width, rect.height())
            paint.text(painter, line, words, role=ink)
            if self._variant is Variant.LINK and self.underMouse() and self.isEnabled():
                paint.edge(painter, QRectF(x, middle, width, 9), Qt.Edge.BottomEdge, ink)
            x += width + _GAP
        if self._key:
            width = paint.text_width(self._key, TYPE.secondary)
            hint = ink if ink != "text" else "secondary"
            line = QRectF(x, rect.top(), width + 1, rect.height())
            paint.text(painter, line, self._key, style=TYPE.secondary, role=hint)
            x += width + _GAP
        if self._menu_mark:
            icons.paint(painter, "chevron-down", ink, x, middle - SIZE.icon / 2)


class IconButton(Button):
    """A button that shows only an icon; `name` is its tooltip and what a screen reader says."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        variant: Variant = Variant.FLAT,
        key: str | None = None,
        height: int = SIZE.control,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", icon=icon, variant=variant, height=height, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name, key)

    def set_name(self, name: str, key: str | None = None) -> None:
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {key_words(key)}" if key else name)

    def sizeHint(self) -> QSize:
        return QSize(self._height, self._height)
