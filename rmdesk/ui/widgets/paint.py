"""Drawing by the tokens, shared by the painted widgets and the delegates of the tables.

Everything is snapped to device pixels, so that hairlines stay sharp at 125 and 150 %.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from rmdesk.ui import fonts, icons, theme
from rmdesk.ui.tokens import RADIUS, SIZE, TYPE, TypeStyle

AnyRect = QRect | QRectF

# Looked up once: PySide's enumerations are slow to find.
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_LAST_COMMON = "\u9fff"
# Other scripts, dashes, signs, enclosed forms: some are wider than the font is high.
_WIDE = re.compile("[\u0250-\u1fff\u2010-\u2015\u2100-\u2fff\u3200-\u4dff]")


def snapped(painter: QPainter, rect: AnyRect) -> QRectF:
    """`rect` with its edges moved inwards to whole device pixels: outwards, a widget would clip them."""
    transform = painter.deviceTransform()
    device = transform.mapRect(QRectF(rect))
    left, top = ceil(device.left() - 0.01), ceil(device.top() - 0.01)
    right, bottom = floor(device.right() + 0.01), floor(device.bottom() + 0.01)
    return transform.inverted()[0].mapRect(QRectF(left, top, right - left, bottom - top))


def _device_width(painter: QPainter, width: float) -> float:
    """`width` in logical px that covers whole device pixels, at least one."""
    ratio = painter.device().devicePixelRatioF()
    return max(1, int(width * ratio)) / ratio


def edge(painter: QPainter, rect: AnyRect, side: Qt.Edge, role: str = "line", width: float = 1) -> None:
    """A line along one side of `rect`, inside it, `width` px wide but whole device pixels."""
    line = _device_width(painter, width)
    box, inside = QRectF(rect), snapped(painter, rect)
    # Only across the line: along it, neighbours must meet without a gap.
    match side:
        case Qt.Edge.TopEdge:
            box.setTop(inside.top())
            box.setBottom(inside.top() + line)
        case Qt.Edge.BottomEdge:
            box.setTop(inside.bottom() - line)
            box.setBottom(inside.bottom())
        case Qt.Edge.LeftEdge:
            box.setLeft(inside.left())
            box.setRight(inside.left() + line)
        case Qt.Edge.RightEdge:
            box.setLeft(inside.right() - line)
            box.setRight(inside.right())
    painter.fillRect(box, theme.colour(role))


def frame(
    painter: QPainter,
    rect: AnyRect,
    *,
    fill: str | None = None,
    border: str | None = None,
    width: float = 1,
    radius: float = RADIUS.control,
    dashed: bool = False,
) -> None:
    """A rounded rectangle, its border wholly inside `rect`."""
    box = snapped(painter, rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    if border:
        line = _device_width(painter, width)
        pen = QPen(theme.colour(border), line)
        if dashed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        inset = line / 2
        box = box.adjusted(inset, inset, -inset, -inset)
        radius = max(0.0, radius - inset)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, rect: AnyRect, radius: float = RADIUS.control) -> None:
    frame(painter, rect, border="focus", width=SIZE.focus_ring, radius=radius)


@cache
def _one_line(align: Qt.AlignmentFlag) -> int:
    return (align | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextSingleLine.value


def text(
    painter: QPainter,
    rect: AnyRect,
    words: str,
    *,
    style: TypeStyle = TYPE.body,
    role: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    tabular: bool = False,
) -> bool:
    """One line of text, upright in the middle of `rect`, elided at its right end; whether it was elided."""
    face = fonts.font(style, tabular=tabular)
    measure = fonts.metrics(style, tabular=tabular)
    available = int(rect.width())
    shown = words
    elided = measure.horizontalAdvance(words) > available
    if elided:
        shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, available)
    painter.setFont(face)
    painter.setPen(theme.colour(role))
    painter.drawText(QRectF(rect), _one_line(align), shown)
    return elided


def line(
    painter: QPainter,
    left: int,
    top: int,
    width: int,
    height: int,
    words: str,
    *,
    style: TypeStyle = TYPE.body,
    role: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    tabular: bool = False,
) -> None:
    """As `text`, for the many cells of a table: what surely fits is neither measured nor laid out."""
    if len(words) > width:  # a glyph is wider than one pixel; measuring all of a long note takes too long
        words = words[: max(1, width)]
    face = fonts.face(style, tabular)
    painter.setFont(face.font)
    painter.setPen(theme.colour(role))
    # Neither ASCII nor the common Chinese characters are wider than the font is high.
    surely = (
        align is _LEFT
        and len(words) * (style.size + 1) <= width
        and (words.isascii() or (max(words) <= _LAST_COMMON and not _WIDE.search(words)))
    )
    if not surely:
        taken = face.advance(words)
        if taken > width:
            words = face.metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            taken = face.advance(words)
        if align is _RIGHT:
            left += width - taken
    painter.drawText(left, top + (height - face.height) // 2 + face.ascent, words)


def text_width(words: str, style: TypeStyle = TYPE.body, *, tabular: bool = False) -> int:
    return fonts.metrics(style, tabular=tabular).horizontalAdvance(words)


def dot(painter: QPainter, x: float, y: float, diameter: float, role: str) -> None:
    """A filled dot whose box begins at (x, y)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(role))
    painter.drawEllipse(QRectF(x, y, diameter, diameter))
    painter.restore()


def check_box(
    painter: QPainter,
    x: float,
    y: float,
    state: Qt.CheckState,
    *,
    enabled: bool = True,
    focused: bool = False,
) -> None:
    """A check box of SIZE.check_box px with its top left corner at (x, y)."""
    box = QRectF(x, y, SIZE.check_box, SIZE.check_box)
    if state == Qt.CheckState.Unchecked:
        frame(
            painter,
            box,
            fill="surface",
            border="focus" if focused else "control" if enabled else "line_strong",
            width=SIZE.focus_ring if focused else 1,
            radius=RADIUS.check,
        )
        return
    frame(painter, box, fill="accent_fill" if enabled else "disabled", radius=RADIUS.check)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour("accent_text"), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if state == Qt.CheckState.PartiallyChecked:
        painter.drawLine(QPointF(x + 4, y + 7), QPointF(x + 10, y + 7))
    else:
        painter.drawPolyline([QPointF(x + 3.4, y + 7.2), QPointF(x + 6, y + 9.8), QPointF(x + 10.6, y + 4.6)])
    painter.restore()
    if focused:
        focus_ring(painter, box.adjusted(-2, -2, 2, 2), RADIUS.check + 2)


def risk_bars(painter: QPainter, x: float, bottom: float, filled: int, role: str) -> None:
    """Three bars of 3×4, 3×8 and 3×12 px on one foot, the first `filled` of them in colour."""
    for place, height in enumerate((4, 8, 12)):
        bar = QRectF(x + place * 5, bottom - height, 3, height)
        painter.fillRect(snapped(painter, bar), theme.colour(role if place < filled else "track"))


def strategy_dots(painter: QPainter, x: float, middle: float, filled: int) -> None:
    """Three dots of 5 px, the first `filled` of them in secondary text."""
    for place in range(3):
        dot(painter, x + place * 7, middle - 2.5, 5, "secondary" if place < filled else "track")


def tier_roles(rank: int) -> tuple[str, str, str | None]:
    """Border, text and ground of a tier's badge, by rank from the bottom; the last serves all above."""
    last = len(theme.palette().tiers) - 1
    place = min(max(rank, 0), last)
    ground = f"tier.{place}.ground"
    return (
        f"tier.{place}.border",
        f"tier.{place}.ink",
        ground if ground in theme.palette().colours else None,
    )


def badge(painter: QPainter, rect: AnyRect, words: str, rank: int) -> None:
    """A tier badge filling `rect` (36×18 in a table)."""
    border, ink, ground = tier_roles(rank)
    frame(painter, rect, fill=ground, border=border, radius=RADIUS.tag)
    inside = QRectF(rect).adjusted(3, 0, -3, 0)
    text(painter, inside, words, style=TYPE.secondary, role=ink, align=Qt.AlignmentFlag.AlignHCenter)


def badge_picture(painter: QPainter, width: int, words: str, rank: int) -> QPixmap:
    """The badge as a picture: a table shows the same few in every row."""
    what = ("badge", words, rank)
    return picture(painter, what, width, SIZE.tag, lambda on, box: badge(on, box, words, rank))


def strategy_picture(painter: QPainter, filled: int) -> QPixmap:
    return picture(painter, ("strategy", filled), 19, 6, lambda on, _box: strategy_dots(on, 0, 3, filled))


def check_box_picture(painter: QPainter, state: Qt.CheckState) -> QPixmap:
    edge = SIZE.check_box
    return picture(painter, ("check", state), edge, edge, lambda on, _box: check_box(on, 0, 0, state))


def picture(
    painter: QPainter,
    what: tuple[object, ...],
    width: int,
    height: int,
    draw: Callable[[QPainter, QRectF], None],
) -> QPixmap:
    """What `draw` draws into a box of this size, once for each appearance; `what` tells it from others."""
    ratio = painter.device().devicePixelRatioF()
    # The family too: until it is known, words are drawn in another.
    key = (what, width, ratio, theme.palette().name, fonts.font().family())
    found = _pictures.get(key)
    if found is None:
        if len(_pictures) >= _PICTURES_MOST:
            _pictures.clear()
        found = QPixmap(ceil(width * ratio), ceil(height * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        on = QPainter(found)
        draw(on, QRectF(0, 0, width, height))
        on.end()
        _pictures[key] = found
    return found


_pictures: dict[tuple[object, ...], QPixmap] = {}
_PICTURES_MOST = 400


def tag_width(words: str, icon: str | None = None) -> int:
    return 12 + text_width(words, TYPE.secondary) + (SIZE.icon_tag + 4 if icon else 0)


def tag(
    painter: QPainter, rect: AnyRect, words: str, *, ink: str, ground: str, icon: str | None = None
) -> None:
    """A tag filling `rect`: tinted ground, no border."""
    frame(painter, rect, fill=ground, radius=RADIUS.tag)
    inside = QRectF(rect).adjusted(6, 0, -6, 0)
    if icon:
        icons.paint(painter, icon, ink, inside.left(), inside.center().y() - SIZE.icon_tag / 2, SIZE.icon_tag)
        inside.setLeft(inside.left() + SIZE.icon_tag + 4)
    text(painter, inside, words, style=TYPE.secondary, role=ink)


def key_cap_width(key: str) -> int:
    return max(SIZE.tag, text_width(key, TYPE.secondary) + 10)


def key_cap(painter: QPainter, rect: AnyRect, key: str, *, on: str = "surface") -> None:
    frame(painter, rect, fill=on, border="line_strong", radius=RADIUS.tag)
    text(painter, rect, key, style=TYPE.secondary, role="text", align=Qt.AlignmentFlag.AlignHCenter)


def avatar(painter: QPainter, rect: AnyRect, initials: str) -> None:
    """A circle with a surname or initials."""
    edge = rect.width()
    frame(painter, rect, fill="avatar", radius=edge / 2)
    face = QFont(fonts.font(TYPE.strong))
    face.setPixelSize(max(10, round(edge * 0.42)))
    painter.setFont(face)
    painter.setPen(theme.colour("avatar_text"))
    painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, initials)


def initials(name: str) -> str:
    """The surname of a Chinese name, the first letters of a western one."""
    words = name.split()
    if not words:
        return ""
    first = words[0]
    if not first[0].isascii() or len(words) == 1:
        return first[0].upper()
    return (first[0] + words[-1][0]).upper()


def progress(painter: QPainter, rect: AnyRect, share: float) -> None:
    """A bar on its track; `share` from 0 to 1."""
    radius = rect.height() / 2
    frame(painter, rect, fill="track", radius=radius)
    if share > 0:
        done = QRectF(rect)
        done.setWidth(max(rect.height(), rect.width() * min(1.0, share)))
        frame(painter, done, fill="accent", radius=radius)


def progress_by_now(painter: QPainter, rect: AnyRect, share: float, expected: float) -> None:
    """A bar of progress with a tick where it should be by now.

    What is missing up to there is in the colour of warnings, so that lateness shows as length as well.
    """
    box = QRectF(rect)
    progress(painter, box, share)
    tick = box.left() + box.width() * min(max(expected, 0.0), 1.0)
    done = box.left() + box.width() * min(max(share, 0.0), 1.0)
    if done < tick:
        painter.fillRect(QRectF(done, box.top(), tick - done, box.height()), theme.colour("warning"))
    painter.fillRect(QRectF(tick - 0.5, box.top() - 3, 1.5, box.height() + 6), theme.colour("text"))
