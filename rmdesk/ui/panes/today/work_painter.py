"""Draws the rows of the worklist: heads, lines, and below the current line its keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from rmdesk.services.care import Line, State
from rmdesk.ui import formats, icons, theme
from rmdesk.ui.panes.today import wording
from rmdesk.ui.panes.today.work_model import Entry, more_words
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint

_RING, _KIND = 24, 24
_NAME_LEAST, _NAME_MOST = 48, 132
_AMOUNT, _WHEN, _AMOUNT_LEAST, _WHEN_LEAST = 76, 92, 64, 76
_GAP = 12
_RIGHT = SPACE.pane + SIZE.icon + _GAP  # what stands at the right of "when": a gap, the channel, the margin
_HINT_GAP = 6  # between a key and its words
_RIGHT_ALIGNED = Qt.AlignmentFlag.AlignRight

STATES = {
    State.OPEN: ("circle", "secondary"),
    State.DONE: ("circle-check", "good"),
    State.SKIPPED: ("circle-slash", "secondary"),
}


class Hint(NamedTuple):
    """A key of the strip: its cap, its word, what it does; `why` it cannot be done now, if so."""

    key: str
    words: str
    action: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row is to be drawn."""

    top: int
    height: int
    width: int
    current: bool = False
    lit: bool = False  # under the pointer
    marked: bool = False
    focused: bool = False
    folded: bool = False


class WorkPainter:
    """Columns take the width of their widest contents; the reason gets the rest."""

    def __init__(self) -> None:
        self.day = date.today()
        self._name = _NAME_LEAST
        self._tier = SIZE.badge_width
        self._amount, self._when = _AMOUNT, _WHEN

    def measure(self, lines: Iterable[Line], day: date) -> None:
        """Give the columns their widths for these lines."""
        self.day = day
        listed = list(lines)
        names = {wording.name(line) for line in listed}
        tiers = {line.person.tier for line in listed if line.person is not None and line.person.tier}
        whens = {wording.when(line, day)[0] for line in listed}
        amounts = {wording.amount(line.amount_fen) for line in listed}

        def widest(words: Iterable[str], style: object = TYPE.body) -> int:
            return max((paint.text_width(one, style) for one in words), default=0)  # type: ignore[arg-type]

        self._name = min(max(_NAME_LEAST, widest(names, TYPE.strong) + 1), _NAME_MOST)
        self._tier = min(max(SIZE.badge_width, widest(tiers, TYPE.secondary) + 10), 84)
        self._amount = max(_AMOUNT_LEAST, widest(amounts) + 1)
        self._when = max(_WHEN_LEAST, widest(whens) + 1)

    # --- where the columns stand -------------------------------------------------------------------

    @property
    def name_left(self) -> int:
        return SPACE.pane + _RING + _KIND

    @property
    def _tier_left(self) -> int:
        return self.name_left + self._name + _GAP

    @property
    def _reason_left(self) -> int:
        return self._tier_left + self._tier + _GAP

    def _when_right(self, width: int) -> int:
        return width - _RIGHT

    def _amount_right(self, width: int) -> int:
        return self._when_right(width) - self._when - _GAP

    # --- drawing -----------------------------------------------------------------------------------

    def ground(self, painter: QPainter, look: RowLook, role: str = "") -> None:
        if look.current:
            role = "selection" if look.focused else "selection_idle"
        elif look.lit or look.marked:
            role = "hover"
        if role:
            painter.fillRect(0, look.top, look.width, look.height, theme.colour(role))
        if look.current and look.focused:
            painter.fillRect(0, look.top, SIZE.current_mark, look.height, theme.colour("accent"))

    def head(self, painter: QPainter, entry: Entry, look: RowLook) -> None:
        self.ground(painter, look, "sunken")
        box = QRect(0, look.top, look.width, look.height)
        paint.edge(painter, box, Qt.Edge.TopEdge)
        paint.edge(painter, box, Qt.Edge.BottomEdge)
        chevron = "chevron-right" if look.folded else "chevron-down"
        icons.paint(painter, chevron, "secondary", SPACE.pane, look.top + (look.height - SIZE.icon) / 2)
        left = SPACE.pane + _RING
        title = wording.section(entry.part.section)
        width = paint.text_width(title, TYPE.group) + 1
        paint.line(painter, left, look.top, width, look.height, title, style=TYPE.group)
        left += width + SPACE.small
        count = formats.count(entry.part.count)
        paint.line(painter, left, look.top, 80, look.height, count, style=TYPE.secondary, role="secondary")
        left += paint.text_width(count, TYPE.secondary) + SPACE.large
        right = self._when_right(look.width)
        fact = wording.fact(entry.part, self.day)
        self._right_words(painter, fact, left, right, look)
        # The sum stands over the amounts, or as far left of that as a longer fact asks for.
        beside = right - (paint.text_width(fact, TYPE.secondary, tabular=True) + SPACE.large if fact else 0)
        total = wording.amount(entry.part.amount_fen)
        self._right_words(painter, total, left, min(self._amount_right(look.width), round(beside)), look)

    def _right_words(self, painter: QPainter, words: str, left: int, right: int, look: RowLook) -> None:
        if words and right > left:
            paint.line(
                painter,
                left,
                look.top,
                right - left,
                look.height,
                words,
                style=TYPE.secondary,
                role="secondary",
                align=_RIGHT_ALIGNED,
                tabular=True,
            )

    def more(self, painter: QPainter, entry: Entry, look: RowLook) -> None:
        self.ground(painter, look)
        width = look.width - self.name_left - SPACE.pane
        words = more_words(entry.rest)
        paint.line(painter, self.name_left, look.top, width, SIZE.work_row, words, role="accent")

    def line(self, painter: QPainter, line: Line, look: RowLook) -> None:
        self.ground(painter, look)
        one, person = line.touchpoint, line.person
        top, height = look.top, SIZE.work_row
        middle = top + height / 2
        if look.marked:
            box = paint.check_box_picture(painter, Qt.CheckState.Checked)
            painter.drawPixmap(SPACE.pane + 1, int(middle - SIZE.check_box / 2), box)
        else:
            icon, role = STATES[one.state]
            if one.postponed and one.state is State.OPEN:
                icon = "calendar-arrow-up"
            icons.paint(painter, icon, role, SPACE.pane, middle - SIZE.icon / 2)
        icon, role = wording.kind_icon(line)
        quiet = one.state is not State.OPEN
        icons.paint(painter, icon, "secondary" if quiet else role, SPACE.pane + _RING, middle - SIZE.icon / 2)
        ink = "secondary" if quiet else "text"
        name = wording.name(line)
        paint.line(painter, self.name_left, top, self._name, height, name, style=TYPE.strong, role=ink)
        if person is not None and person.tier is not None:
            rank = (person.tier_rank or 1) - 1
            picture = paint.badge_picture(painter, self._tier, person.tier, rank)
            painter.drawPixmap(self._tier_left, int(middle - SIZE.tag / 2), picture)
        when, when_role = wording.when(line, self.day)
        amount = wording.amount(line.amount_fen)
        right = self._when_right(look.width)
        paint.line(
            painter,
            right - self._when,
            top,
            self._when,
            height,
            when,
            role=when_role,
            align=_RIGHT_ALIGNED,
            tabular=True,
        )
        channel = wording.channel_icon(line.channel)
        icons.paint(
            painter, channel, "secondary", look.width - SPACE.pane - SIZE.icon, middle - SIZE.icon / 2
        )
        right = self._amount_right(look.width)
        if amount:
            taken = paint.text_width(amount, tabular=True)
            paint.line(
                painter,
                right - taken,
                top,
                taken + 1,
                height,
                amount,
                role=ink,
                align=_RIGHT_ALIGNED,
                tabular=True,
            )
            right -= taken
        self._reason(painter, line, top, right - _GAP - self._reason_left, ink)

    def _reason(self, painter: QPainter, line: Line, top: int, room: int, ink: str) -> None:
        """Why, and with the rest of the room what was said last."""
        if room <= 0:
            return
        words = wording.reason(line)
        paint.line(painter, self._reason_left, top, room, SIZE.work_row, words, role=ink)
        taken = min(paint.text_width(words[:400]), room) + _GAP
        said = wording.said(line, self.day)
        if said and room - taken > 40:
            paint.line(
                painter,
                self._reason_left + taken,
                top,
                room - taken,
                SIZE.work_row,
                said,
                style=TYPE.secondary,
                role="secondary",
            )

    # --- the strip of keys -------------------------------------------------------------------------

    def strip(self, hints: Iterable[Hint], look: RowLook) -> list[tuple[Hint, QRectF, QRectF]]:
        """Where the keys stand below the current line: closer together where room is short, then the last
        ones without their words, which their tooltip has.
        """
        shown = list(hints)
        caps = [paint.key_cap_width(hint.key) for hint in shown]
        words = [_HINT_GAP + paint.text_width(hint.words, TYPE.secondary) + 1 for hint in shown]
        room = look.width - SPACE.pane - self.name_left
        gaps = len(shown) - 1
        gap = SPACE.large if sum(caps) + sum(words) + gaps * SPACE.large <= room else SPACE.small
        for place in reversed(range(len(shown))):
            if sum(caps) + sum(words) + gaps * gap <= room:
                break
            words[place] = 0
        placed = []
        left = float(self.name_left)
        top = look.top + SIZE.work_row
        for hint, cap_width, words_width in zip(shown, caps, words, strict=True):
            cap = QRectF(left, top + 4, cap_width, SIZE.tag)
            inner = max(0, words_width - _HINT_GAP)
            placed.append((hint, cap, QRectF(cap.right() + words_width - inner, top, inner, 26)))
            left = cap.right() + words_width + gap
        return placed

    def keys(self, painter: QPainter, hints: Iterable[Hint], look: RowLook) -> None:
        for hint, cap, words in self.strip(hints, look):
            paint.key_cap(painter, cap, hint.key)
            if not words.width():
                continue
            role = "disabled" if hint.why else "secondary"
            paint.text(painter, words, hint.words, style=TYPE.secondary, role=role)
