"""The order in which Tab walks: as things lie before the eye, whenever each of them was made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def step(root: QWidget, forward: bool) -> bool:
    """Move the focus to the next or former stop inside `root`, at its ends to what comes before or after it.

    Qt's own order is that of making: what is built later, when a fold opens or an editor is wanted, would
    come last in the window. To be called from `focusNextPrevChild`.
    """
    found = list(stops(root))
    holder = root.window().focusWidget()
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    if holder in found:
        place = found.index(holder) + (1 if forward else -1)
        inside = found[place] if 0 <= place < len(found) else None
    else:
        inside = found[0 if forward else -1] if found else None
    following = inside or _outside(root, forward)
    if following is None:
        return False
    following.setFocus(reason)
    return True


def stops(root: QWidget) -> Iterator[QWidget]:
    """What Tab stops at inside `root`: line by line, in a line from the left, each part as a whole."""
    for child in _in_reading_order(root):
        if _is_stop(child):
            yield child
        yield from stops(child)


def _in_reading_order(parent: QWidget) -> list[QWidget]:
    # By their places: the items of a layout, which know the order, stay in memory with each look at them.
    seen = [one for one in parent.children() if isinstance(one, QWidget)]
    left = sorted((one for one in seen if one.isVisible() and not one.isWindow()), key=lambda one: one.y())
    found: list[QWidget] = []
    while left:
        first = left[0].geometry()
        line = [one for one in left if one.geometry().center().y() <= first.bottom()]
        line = line or left[:1]
        found += sorted(line, key=lambda one: one.x())
        left = [one for one in left if one not in line]
    return found


def _is_stop(widget: QWidget) -> bool:
    policy = Qt.FocusPolicy.TabFocus
    return widget.isEnabled() and widget.focusProxy() is None and (widget.focusPolicy() & policy) == policy


def _outside(root: QWidget, forward: bool) -> QWidget | None:
    """The nearest stop before or behind `root` in the order of the window."""
    one: QWidget | None = root
    while True:
        assert one is not None
        one = one.nextInFocusChain() if forward else one.previousInFocusChain()
        if one is None or one is root:
            return None
        if one.isVisible() and _is_stop(one) and not root.isAncestorOf(one) and one.window() is root.window():
            return one
