"""The fonts of the window: Microsoft YaHei UI where the system has it, else Noto Sans SC from the resources.

Sizes are device-independent pixels; only regular and bold are used, since YaHei has nothing between.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from rmdesk import resources
from rmdesk.ui.tokens import TYPE, TypeStyle

SYSTEM_FAMILY = "Microsoft YaHei UI"
SHIPPED_FAMILY = "Noto Sans SC"
_WIDTHS_KEPT = 1000  # of texts: lists show the same amounts and days again and again
_SHIPPED_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")


def install(app: QApplication) -> str:
    """Choose the family, load it if it is ours, make body text of it the application's font; its name."""
    family = _family()
    base = QFont(family)
    base.setPixelSize(TYPE.body.size)
    base.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    # Hinting to whole pixels spoils the widths at 125 and 150 %. Noto Sans SC brings no hints of its own; to
    # guess them, FreeType reads through the font: 1.5 MB each for regular and bold.
    is_shipped = family == SHIPPED_FAMILY
    hinting = QFont.HintingPreference
    base.setHintingPreference(hinting.PreferNoHinting if is_shipped else hinting.PreferVerticalHinting)
    app.setFont(base)
    for kept in (font, metrics, face):
        kept.cache_clear()
    return family


@cache
def _family() -> str:
    if QFontDatabase.hasFamily(SYSTEM_FAMILY):
        return SYSTEM_FAMILY
    return shipped()


def shipped() -> str:
    """The family that is ours, loaded: a file that is given on may hold it."""
    if not QFontDatabase.hasFamily(SHIPPED_FAMILY):
        for name in _SHIPPED_FILES:
            QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))
    return SHIPPED_FAMILY


@cache
def font(style: TypeStyle = TYPE.body, *, tabular: bool = False) -> QFont:
    """The font of a type style; `tabular` gives all digits one width, for figures that stand in columns.

    The caller must not alter it: it is shared.
    """
    made = QFont(QApplication.font())
    made.setPixelSize(style.size)
    made.setBold(style.bold)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def metrics(style: TypeStyle = TYPE.body, *, tabular: bool = False) -> QFontMetrics:
    return QFontMetrics(font(style, tabular=tabular))


class Face(NamedTuple):
    """What drawing one line needs of a font; `advance` is the width of a text in px, which is kept."""

    font: QFont
    metrics: QFontMetrics
    height: int
    ascent: int
    advance: Callable[[str], int]


@cache
def face(style: TypeStyle, tabular: bool) -> Face:
    """What `font` and `metrics` give, in one look."""
    measure = metrics(style, tabular=tabular)
    advance = lru_cache(_WIDTHS_KEPT)(measure.horizontalAdvance)
    return Face(font(style, tabular=tabular), measure, measure.height(), measure.ascent(), advance)
