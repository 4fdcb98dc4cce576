"""Keeping in sight what has the keyboard, on a page that scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from rmdesk.ui.tokens import SPACE

# The focus came by itself: the page stays where the eye has it.
_BY_ITSELF = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)


_LAYERS = 4  # layouts between a form and the scrolled page: each asks the next one


def lay_out() -> None:
    """Give everything its place now, so that it can be scrolled to."""
    for _ in range(_LAYERS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def bring(widget: QWidget, rect: QRectF) -> None:
    """Scroll the page around `widget` so that this part of it is seen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    inside = around.widget() if isinstance(around, QScrollArea) else None
    if not isinstance(around, QScrollArea) or inside is None:
        return
    top = widget.mapTo(inside, QPoint(0, round(rect.top()))).y()
    bar, height = around.verticalScrollBar(), around.viewport().height()
    if top - SPACE.medium < bar.value():
        bar.setValue(top - SPACE.medium)
    elif top + round(rect.height()) + SPACE.medium > bar.value() + height:
        bar.setValue(top + round(rect.height()) + SPACE.medium - height)


def when_come_to(widget: QWidget, reason: Qt.FocusReason, bring_current: Callable[[], None]) -> None:
    """Scroll there once everything has its place, if somebody came to `widget` by keys."""
    if reason not in _BY_ITSELF:
        QTimer.singleShot(0, widget, bring_current)
