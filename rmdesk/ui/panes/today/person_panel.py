"""Beside the worklist: the person of the current line, what to mind, and the record of the contact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services.customers.record import CustomerRecord
from rmdesk.ui import clipboard, formats
from rmdesk.ui.interactions.greeting_box import GreetingBox
from rmdesk.ui.interactions.quick_entry import QuickEntry
from rmdesk.ui.interactions.what_to_say import WhatToSayBox
from rmdesk.ui.jobs import Job
from rmdesk.ui.masked import MaskedValue
from rmdesk.ui.panes.customers.page import wording as page_wording
from rmdesk.ui.panes.customers.page.header import Fitted, Standing, points
from rmdesk.ui.panes.customers.page.sparkline import Sparkline
from rmdesk.ui.panes.today import companion
from rmdesk.ui.panes.today.companion import Companion
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import (
    Avatar,
    Badge,
    Button,
    Ground,
    Hairline,
    IconLabel,
    KeyCap,
    Label,
    Variant,
)

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_WITHIN = 0.03  # seconds a quick answer is waited for
_HIGH, _LINES, _FEW_LINES = 700, 4, 2  # px; lines of the note in a panel so high, and in a lower one
_LABEL = 64  # px of the words before a fact


class PersonPanel(QWidget):
    """`follow` fills it. Without WRITE_WORK (`may_write`) there is nothing to record with."""

    page_wanted = Signal()
    refused = Signal(str)

    def __init__(self, context: Context, *, may_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._companion: Companion | None = None
        self._wanted: str | None = None
        self._then: tuple[str, Callable[[], None]] | None = None
        self._job: Job | None = None
        self.entry: QuickEntry | None = QuickEntry(context) if may_write else None
        self._upper = upper = QWidget()
        upper.setProperty("ground", "surface")
        self._column = QVBoxLayout(upper)
        self._column.setContentsMargins(0, 0, 0, SPACE.small)
        self._column.setSpacing(SPACE.small)
        self._column.addWidget(self._build_head())
        self._column.addWidget(Hairline())
        self._column.addLayout(self._build_facts())
        self.greeting: GreetingBox | None = GreetingBox(context) if may_write else None
        if self.greeting is not None:
            self._column.addWidget(self.greeting)
        self.what_to_say = WhatToSayBox(context)
        self._column.addWidget(self.what_to_say)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setProperty("ground", "surface")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(upper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._build_record())
        self.clear()

    # --- parts -------------------------------------------------------------------------------------

    def _build_head(self) -> QWidget:
        head = QWidget()
        self._avatar = Avatar("")
        self.name = Fitted(TYPE.section)
        self.badge = Badge("", 0)
        self.standing = Standing()
        first = QHBoxLayout()
        first.setSpacing(SPACE.small)
        for widget in (self.name, self.badge):
            first.addWidget(widget)
        first.addWidget(self.standing, 1)
        page = Button(self.tr("Record"), variant=Variant.LINK, height=20)
        page.setToolTip(self.tr("Open this customer in the archive"))
        page.clicked.connect(self.page_wanted)
        first.addWidget(page)
        first.addWidget(KeyCap("Enter"))
        self.meta = Fitted(TYPE.secondary, role="secondary")
        self.phone = Label("", style=TYPE.secondary, ink="secondary", tabular=True, selectable=True)
        self.masked_phone = MaskedValue(self._context, "customer_phone", "number")
        self.masked_phone.refused.connect(self.refused)
        second = QHBoxLayout()
        second.setSpacing(SPACE.medium)
        second.addWidget(self.phone)
        second.addWidget(self.masked_phone)
        second.addWidget(self.meta, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        words.addLayout(second)
        person = QHBoxLayout()
        person.setSpacing(SPACE.medium)
        person.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        person.addLayout(words, 1)
        self.assets = Fitted(TYPE.figure, TYPE.title, TYPE.section)
        self.line = Sparkline()
        self.change = Label("", style=TYPE.secondary, tabular=True)
        self._trend = IconLabel("trending-up", role="text")
        self._span = Label(self.tr("12 months"), style=TYPE.secondary, ink="secondary")
        figures = QGridLayout()
        figures.setHorizontalSpacing(SPACE.medium)
        figures.setVerticalSpacing(0)
        figures.addWidget(Label(self.tr("Assets"), style=TYPE.secondary, ink="secondary"), 0, 0)
        figures.addWidget(self.assets, 1, 0)
        figures.addWidget(self.line, 1, 1, Qt.AlignmentFlag.AlignVCenter)
        changed = QHBoxLayout()
        changed.setSpacing(SPACE.tiny)
        changed.addStretch(1)
        changed.addWidget(self._trend)
        changed.addWidget(self.change)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(changed)
        beside.addWidget(self._span, 0, Qt.AlignmentFlag.AlignRight)
        figures.addLayout(beside, 1, 2)
        figures.setColumnStretch(1, 1)
        column = QVBoxLayout(head)
        column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, 0)
        column.setSpacing(SPACE.tiny)
        column.addLayout(person)
        column.addLayout(figures)
        self._head = head
        return head

    def _build_facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(SPACE.pane, SPACE.tiny, SPACE.pane, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(SPACE.tiny)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(1, 1)
        self._grid = grid
        self._facts: dict[str, tuple[Label, Label]] = {}
        for place, (name, words) in enumerate(
            (
                ("last", self.tr("Last contact")),
                ("promise", self.tr("Last promise")),
                ("mind", self.tr("Mind")),
                ("family", labels.field("customer", "family")),
            )
        ):
            head = Label(words, style=TYPE.secondary, ink="secondary")
            head.setMinimumHeight(20)
            body = Label("", wrap=True)
            grid.addWidget(head, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(body, place, 1)
            self._facts[name] = (head, body)
        widest = max(head.sizeHint().width() for head, _body in self._facts.values())
        grid.setColumnMinimumWidth(0, max(_LABEL, widest + SPACE.medium))
        return grid

    def _build_record(self) -> QWidget:
        ground = Ground("sunken")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        if self.entry is None:
            why = Label(companion.read_only_words(), style=TYPE.secondary, ink="secondary", wrap=True)
            why.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
            column.addWidget(why)
            return ground
        title = QHBoxLayout()
        title.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, 0)
        title.setSpacing(SPACE.small)
        title.addWidget(Label(self.tr("Quick record"), style=TYPE.section))
        title.addWidget(KeyCap("N"))
        self.about = Label("", style=TYPE.secondary, ink="secondary")
        title.addStretch(1)
        column.addLayout(title)
        column.addWidget(self.entry)
        return ground

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.entry is not None:
            self.entry.set_lines(_LINES if self.height() >= _HIGH else _FEW_LINES)

    # --- showing -----------------------------------------------------------------------------------

    @property
    def companion(self) -> Companion | None:
        """Whom the panel shows."""
        return self._companion

    def follow(self, uid: str | None, today: date) -> None:
        """Show this customer, read now; nobody with None."""
        if uid == self._wanted and self._job is not None and not self._job.is_over:
            return
        self._wanted = uid
        if self._job is not None:
            self._job.cancel()
        if uid is None:
            self.clear()
            return
        self._job = self._context.jobs.read(
            lambda session: companion.load(session, uid),
            done=lambda found: self._on_read(uid, found, today),
            failed=lambda _error: self.clear(),  # they went away meanwhile: the list is read anew
            within=_WITHIN,
        )

    def when_shown(self, uid: str, today: date, then: Callable[[], None]) -> None:
        """Do something as soon as this customer is shown; forgotten if another one is wanted before."""
        if self._companion is not None and self._companion.record.uid == uid:
            then()
            return
        self._then = (uid, then)
        self.follow(uid, today)

    def _on_read(self, uid: str, found: Companion, today: date) -> None:
        if uid != self._wanted:
            return
        self._show(found, today)
        waiting, self._then = self._then, None
        if waiting is not None and waiting[0] == uid:
            waiting[1]()

    def clear(self) -> None:
        """Nobody is shown."""
        self._companion = None
        self._upper.setVisible(False)
        if self.entry is not None:
            self.entry.show_customer(None)
            self.entry.setEnabled(False)

    def _show(self, shown: Companion, today: date) -> None:
        self._companion = shown
        record = shown.record
        self._upper.setVisible(True)
        self._avatar.set_words(record.name)
        self.name.set_words(record.name)
        self.badge.setVisible(record.tier is not None)
        if record.tier is not None:
            self.badge.set_tier(record.tier, shown.tier_rank)
        self.standing.show_record(record)
        self.meta.set_words("  ".join(companion.meta(record, today)))
        self._show_phone(record)
        self._show_assets(record)
        self._show_fact("last", companion.last_words(shown.last, today))
        self._show_fact("promise", companion.promise_words(shown.promise))
        self._show_fact("mind", companion.cautions(record))
        self._show_fact("family", str(record.fields["family"].value or ""))
        if self.entry is not None:
            self.entry.show_customer(record.uid)

    def _show_phone(self, record: CustomerRecord) -> None:
        first = record.phones[0] if record.phones else None
        masked = first is not None and first.number.masked
        self.phone.setVisible(first is not None and not masked)
        self.masked_phone.setVisible(masked)
        if first is not None and masked:
            self.masked_phone.show_masked(first.uid, first.number.value)
        elif first is not None:
            self.phone.setText(str(first.number.value))

    def _show_assets(self, record: CustomerRecord) -> None:
        facts = record.facts
        self.assets.set_words(page_wording.amount(facts.aum_fen) or "\N{EN DASH}")
        self.assets.setToolTip(page_wording.exact_amount(facts.aum_fen))
        self.line.set_points(points(record))
        drawn = bool(self.line.points)
        permille = None if facts.aum_change_fen.masked else facts.aum_change_permille
        self._span.setVisible(drawn)
        self._trend.setVisible(bool(permille))
        self.change.setVisible(permille is not None)
        if permille is not None:
            share = formats.percent(permille / 1000, signed=True)
            self.change.setText(self.tr("{change} on last month").format(change=share))
            self.change.setMinimumWidth(self.change.sizeHint().width())  # the line gives way, not the words
            self.change.set_ink("warning" if permille <= -100 else "text")
            self._trend.set_icon("trending-down" if permille < 0 else "trending-up")

    def _show_fact(self, name: str, words: str) -> None:
        head, body = self._facts[name]
        body.setText(words if len(words) <= 300 else f"{words[:299]}…")
        for widget in (head, body):
            widget.setVisible(bool(words))

    # --- the phone ---------------------------------------------------------------------------------

    def call(self) -> str:
        """Show the number to dial and put it on the clipboard; "" if it is masked or there is none.

        A masked one is asked for as its eye does, which is recorded.
        """
        if self._companion is None or not self._companion.record.phones:
            return ""
        first = self._companion.record.phones[0]
        if first.number.masked:
            if not self.masked_phone.is_revealed and self.masked_phone.eye.isVisible():
                self.masked_phone.eye.click()
            return ""
        number = str(first.number.value)
        clipboard.copy(number)
        return number
