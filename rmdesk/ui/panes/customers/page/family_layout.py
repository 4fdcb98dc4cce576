"""Where the boxes of a family graph stand: plain geometry, no drawing.

Three columns: those above (grandparents, parents) and everybody further off on the left, the customer in
the middle, the spouse and those below on the right. Lines run level and upright only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF

from rmdesk.models import RelationKind

BOX_HEIGHT = 28
STEP = 40  # from one row of boxes to the next
_BOX_LEAST = 72
_BOX_MOST = 150
_GAP_LEAST = 40

_ABOVE = (RelationKind.PARENT, RelationKind.GRANDPARENT)
_BESIDE = (RelationKind.SPOUSE,)
_BELOW = (RelationKind.CHILD, RelationKind.GRANDCHILD)
DASHED = (RelationKind.INTRODUCER, RelationKind.INTRODUCED)


@dataclass(frozen=True)
class Link:
    """The lines from the customer to one box, with the place of its word."""

    lines: tuple[QLineF, ...]
    word: QRectF
    dashed: bool


@dataclass(frozen=True)
class Layout:
    """`boxes` and `links` in the order of the kinds given; `own` is the customer's box."""

    own: QRectF
    boxes: tuple[QRectF, ...]
    links: tuple[Link, ...]
    height: float


def stands_beside(kind: str) -> bool:
    """Whether the word for such a relation stands in the gap between two columns."""
    return RelationKind(kind) in (*_ABOVE, *_BESIDE, *_BELOW)


def arrange(kinds: Sequence[str], *, width: float, left: float, top: float, gap: float) -> Layout:
    """Boxes for relations of these kinds within `width`; `gap` is the room that the words ask for."""
    gap = min(max(gap, _GAP_LEAST), (width - 3 * _BOX_LEAST) / 2)
    box = min((width - 2 * gap) / 3, _BOX_MOST)
    # What the boxes do not need goes to the gaps, so that both outer columns stand at the margins.
    gap = (width - 3 * box) / 2
    columns = [left, left + box + gap, left + 2 * (box + gap)]
    known = [RelationKind(kind) for kind in kinds]
    order = range(len(known))
    at_left = [at for at in order if known[at] in _ABOVE]
    # One line goes straight to the customer; whoever is neither above nor below stands under it.
    further = [at for at in order if known[at] not in (*_ABOVE, *_BESIDE, *_BELOW)]
    at_right = [at for at in order if known[at] in _BESIDE] + [at for at in order if known[at] in _BELOW]
    own = QRectF(columns[1], top, box, BOX_HEIGHT)
    boxes: dict[int, QRectF] = {}
    links: dict[int, Link] = {}
    row = 0
    for at in at_left:
        boxes[at] = QRectF(columns[0], top + row * STEP, box, BOX_HEIGHT)
        links[at] = _sideways(own, boxes[at], gap, to_left=True)
        row += 1
    row = max(row, 1)  # beside the customer only those above stand: the line of the others comes from below
    for at in further:
        boxes[at] = QRectF(columns[0], top + row * STEP, box, BOX_HEIGHT)
        links[at] = _from_below(own, boxes[at], dashed=known[at] in DASHED)
        row += 1
    right_row = 0
    if at_right and known[at_right[0]] not in _BESIDE:
        right_row = 1  # the spouse's place stays free: children stand below
    for at in at_right:
        boxes[at] = QRectF(columns[2], top + right_row * STEP, box, BOX_HEIGHT)
        links[at] = _sideways(own, boxes[at], gap, to_left=False)
        right_row += 1
    rows = max(row, right_row, 1)
    return Layout(
        own,
        tuple(boxes[at] for at in order),
        tuple(links[at] for at in order),
        (rows - 1) * STEP + BOX_HEIGHT,
    )


def _sideways(own: QRectF, box: QRectF, gap: float, *, to_left: bool) -> Link:
    """From the customer's side across the gap, and up or down in its middle."""
    start = QPointF(own.left() if to_left else own.right(), own.center().y())
    end = QPointF(box.right() if to_left else box.left(), box.center().y())
    middle = (start.x() + end.x()) / 2
    if start.y() == end.y():
        word = QRectF(min(start.x(), end.x()), end.y() - BOX_HEIGHT / 2, gap, BOX_HEIGHT)
        return Link((QLineF(start, end),), word, False)
    lines = (
        QLineF(start, QPointF(middle, start.y())),
        QLineF(QPointF(middle, start.y()), QPointF(middle, end.y())),
        QLineF(QPointF(middle, end.y()), end),
    )
    # The word stands on the upright part, just above where it turns.
    word = QRectF(min(start.x(), end.x()), end.y() - BOX_HEIGHT / 2 - 10, gap, 16)
    return Link(lines, word, False)


def _from_below(own: QRectF, box: QRectF, *, dashed: bool) -> Link:
    corner = QPointF(own.center().x(), box.center().y())
    lines = (
        QLineF(QPointF(corner.x(), own.bottom()), corner),
        QLineF(corner, QPointF(box.right(), corner.y())),
    )
    word = QRectF(box.right(), box.top(), corner.x() - box.right(), BOX_HEIGHT)
    return Link(lines, word, dashed)
