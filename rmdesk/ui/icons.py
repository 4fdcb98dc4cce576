"""Icons: Lucide outlines drawn from their SVG in the colour of their place, sharp at every pixel ratio.

An icon names a colour role, not a colour: it looks the role up when it is painted, so a change of
appearance needs no new icons. Rendered pixmaps are cached; bitmaps are never tinted.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rmdesk import resources
from rmdesk.ui import theme
from rmdesk.ui.tokens import SIZE


@cache
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=512)
def _render(name: str, colour: str, size: int, ratio: float, filled: bool) -> QPixmap:
    svg = _source(name).replace("currentColor", colour)
    if size >= SIZE.icon_rail:  # the full 2 px looks heavy from here on
        svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
    if filled:
        svg = svg.replace('fill="none"', f'fill="{colour}"', 1)
    edge = max(1, round(size * ratio))
    pixmap = QPixmap(edge, edge)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, role: str, size: int, ratio: float, *, filled: bool = False) -> QPixmap:
    """The icon `name` in the present colour of `role`, `size` px at the pixel ratio `ratio`.

    Raises FileNotFoundError for an icon that is not shipped, KeyError for an unknown role.
    """
    return _render(name, theme.palette().colours[role], size, ratio, filled)


def paint(
    painter: QPainter,
    name: str,
    role: str,
    x: float,
    y: float,
    size: int = SIZE.icon,
    *,
    filled: bool = False,
) -> None:
    """Draw an icon with its top left corner at (x, y), moved to whole device pixels to stay sharp."""
    ratio = painter.device().devicePixelRatioF()
    drawn = pixmap(name, role, size, ratio, filled=filled)
    if x == int(x) and y == int(y) and ratio.is_integer() and not painter.worldMatrixEnabled():
        painter.drawPixmap(int(x), int(y), drawn)  # on whole device pixels already
        return
    transform = painter.deviceTransform()
    at = transform.map(QPointF(x, y))
    snapped = transform.inverted()[0].map(QPointF(round(at.x()), round(at.y())))
    painter.drawPixmap(snapped, drawn)


class _Engine(QIconEngine):
    def __init__(self, name: str, role: str, on_role: str, filled: bool) -> None:
        super().__init__()
        self._name, self._role, self._on_role, self._filled = name, role, on_role, filled

    def _role_for(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "disabled"
        return self._on_role if state == QIcon.State.On else self._role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        corner = rect.center() - QPoint((size - 1) // 2, (size - 1) // 2)
        paint(
            painter,
            self._name,
            self._role_for(mode, state),
            corner.x(),
            corner.y(),
            size,
            filled=self._filled,
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        edge = min(size.width(), size.height())
        return pixmap(self._name, self._role_for(mode, state), max(1, edge), scale, filled=self._filled)

    def clone(self) -> QIconEngine:
        copy = _Engine(self._name, self._role, self._on_role, self._filled)
        _clones.append(copy)  # Qt owns the C++ half but cannot keep the Python half alive
        return copy

    def key(self) -> str:
        return "rmdesk"

    def iconName(self) -> str:  # noqa: N802 - Qt's name
        return self._name


_clones: list[_Engine] = []


@cache
def icon(name: str, role: str = "text", *, on: str | None = None, filled: bool = False) -> QIcon:
    """A QIcon in the colour of `role` (`on` while checked), for menus and Qt's own buttons."""
    resources.path("icons", f"{name}.svg")  # a misspelt name fails here, not while painting
    return QIcon(_Engine(name, role, on or role, filled))


@cache
def app_icon() -> QIcon:
    """The program's own sign."""
    return QIcon(str(resources.path("icons", "rmdesk.png")))
