"""How a row of a day is painted: the plan in the left half, its completion in the right one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from rmdesk import care_labels
from rmdesk.services.daily_logs import Item
from rmdesk.ui import icons, theme
from rmdesk.ui.panes.log import wording
from rmdesk.ui.panes.log.day_model import ENTRY, AnyIndex, Entry
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint

if TYPE_CHECKING:
    from rmdesk.ui.panes.log.day_list import DayList

_TIME, _KIND, _GAP = 44, 24, 12
_NAME_LEAST, _NAME_MOST = 40, 120


class DayPainter(QStyledItemDelegate):
    """Paints plan and completion of each row of a `DayList`."""

    def __init__(self, view: DayList) -> None:
        super().__init__(view)
        self._view = view
        self.name = _NAME_LEAST
        self.tier = SIZE.badge_width

    def measure(self, entries: Sequence[Entry]) -> None:
        items = [one.item for one in entries if one.item is not None]
        names = [wording.name_of(one) for one in items]
        tiers = [one.person.tier for one in items if one.person is not None and one.person.tier]
        widest = max((paint.text_width(one, TYPE.strong) for one in names), default=0)
        self.name = min(max(_NAME_LEAST, widest + 1), _NAME_MOST)
        self.tier = max([SIZE.badge_width, *(paint.text_width(one, TYPE.secondary) + 10 for one in tiers)])

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> Any:
        return QSize(100, SIZE.work_row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry = index.data(ENTRY)
        box: QRect = option.rect
        self._ground(painter, box, index)
        half = self._view.half
        if half < box.width():
            paint.edge(painter, QRect(half - 1, box.top(), 1, box.height()), Qt.Edge.RightEdge)
        if entry.item is not None:
            self._plan(painter, entry.item, QRect(box.left(), box.top(), half, box.height()))
        else:
            quiet = self.tr("from the contact records")
            left = SPACE.pane + _TIME + _KIND
            place = QRect(left, box.top(), half - left - SPACE.pane, box.height())
            paint.text(painter, place, quiet, style=TYPE.secondary, role="secondary")
        if half < box.width():
            right = QRect(half, box.top(), box.width() - half, box.height())
            self._completion(painter, entry, right.adjusted(SPACE.pane, 0, -SPACE.pane, 0))

    def _ground(self, painter: QPainter, box: QRect, index: AnyIndex) -> None:
        is_current = index.row() == self._view.currentIndex().row()
        focused = self._view.hasFocus()
        if is_current:
            painter.fillRect(box, theme.colour("selection" if focused else "selection_idle"))
            if focused:
                mark = QRect(box.left(), box.top(), SIZE.current_mark, box.height())
                painter.fillRect(mark, theme.colour("accent"))

    def _plan(self, painter: QPainter, item: Item, box: QRect) -> None:
        top, height = box.top(), box.height()
        left = SPACE.pane
        at = care_labels.clock(item.at_minute)
        paint.line(painter, left, top, _TIME, height, at, role="secondary", tabular=True)
        left += _TIME
        icon, role = wording.kind_icon(item)
        icons.paint(painter, icon, role, left, top + (height - SIZE.icon) / 2)
        left += _KIND
        right = box.right() - SPACE.pane
        if item.channel:
            right -= SIZE.icon
            place = top + (height - SIZE.icon) / 2
            icons.paint(painter, wording.channel_icon(item.channel), "secondary", right, place)
            right -= _GAP
        name = wording.name_of(item)
        if name:
            ink = "secondary" if item.is_gone else "text"
            paint.line(painter, left, top, self.name, height, name, style=TYPE.strong, role=ink)
            left += self.name + _GAP
            if item.person is not None and item.person.tier is not None:
                rank = (item.person.tier_rank or 1) - 1
                badge = paint.badge_picture(painter, self.tier, item.person.tier, rank)
                painter.drawPixmap(left, int(top + (height - SIZE.tag) / 2), badge)
            left += self.tier + _GAP
        if item.is_extra:
            words = self.tr("added")
            width = paint.tag_width(words)
            right -= width
            place_of = QRect(right, top + (height - SIZE.tag) // 2, width, SIZE.tag)
            paint.tag(painter, place_of, words, ink="text", ground="track")
            right -= _GAP
        paint.line(painter, left, top, max(0, right - left), height, item.purpose)

    def _completion(self, painter: QPainter, entry: Entry, box: QRect) -> None:
        top, height, left, right = box.top(), box.height(), box.left(), box.right()
        item, contact = entry.item, entry.contact
        if item is not None:
            icon, role = wording.OUTCOMES[item.outcome]
            word, told = wording.outcome(item.outcome), wording.result(item)
            spent = wording.minutes(None if item.contact is None else item.contact.minutes)
            if item.met is not None:
                told = self.tr("contact of the day: {words}").format(words=item.met.words or "")
        else:
            assert contact is not None
            icon, role = wording.channel_icon(contact.channel), "secondary"
            word, told, spent = self.tr("Unplanned"), contact.words or "", wording.minutes(contact.minutes)
        icons.paint(painter, icon, role, left, top + (height - SIZE.icon) / 2)
        left += SIZE.icon + 6
        outcome_width = self._view.outcome_width
        paint.line(painter, left, top, outcome_width, height, word, role=role)
        left += outcome_width + _GAP
        if spent:
            width = paint.text_width(spent, TYPE.secondary, tabular=True) + 1
            paint.line(
                painter,
                right - width,
                top,
                width,
                height,
                spent,
                style=TYPE.secondary,
                role="secondary",
                align=Qt.AlignmentFlag.AlignRight,
                tabular=True,
            )
            right -= width + _GAP
        if contact is not None:
            name = wording.name_of_contact(contact)
            paint.line(painter, left, top, max(0, right - left), height, name, style=TYPE.strong)
            left += paint.text_width(name, TYPE.strong) + _GAP
        paint.line(painter, left, top, max(0, right - left), height, told)
