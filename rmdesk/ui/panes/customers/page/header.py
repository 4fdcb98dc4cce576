"""The head of a customer's page: who this is, what they have here, how complete the record is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from rmdesk import choices, labels
from rmdesk.models import AumBasis, Strategy
from rmdesk.services.customers.record import CustomerRecord, Link, Shown
from rmdesk.ui import formats, icons
from rmdesk.ui.masked import SHOWN_SECONDS, MaskedValue
from rmdesk.ui.panes.customers.page import wording
from rmdesk.ui.panes.customers.page.sparkline import Sparkline
from rmdesk.ui.tokens import SIZE, SPACE, TYPE, TypeStyle
from rmdesk.ui.widgets import Avatar, Badge, IconButton, Label, ProgressLine, Variant, paint

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.panes.customers.page.loading import PageData

_DOTS = {Strategy.PASSIVE.value: 1, Strategy.ACTIVE.value: 2, Strategy.INTENSIVE.value: 3}
_BAR = 92  # px of the completeness
_GAP = 12  # between the words of a meta line


class Standing(QWidget):
    """Stars, stage and strategy in one painted line: how the relationship stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grade: int | None = None
        self._stage = self._strategy = ""
        self._dots = 0
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_record(self, record: CustomerRecord) -> None:
        self._grade = record.fields["grade"].value
        self._stage = choices.word("customer", "stage", record.fields["stage"].value or "")
        strategy = record.fields["strategy"].value
        self._strategy = "" if strategy is None else choices.word("customer", "strategy", strategy)
        self._dots = _DOTS.get(strategy or "", 0)
        grade = "" if self._grade is None else choices.word("customer", "grade", self._grade)
        self.setAccessibleName(", ".join(one for one in (grade, self._stage, self._strategy) if one))
        self.setToolTip("  ".join(one for one in (grade, self._stage, self._strategy) if one))
        self.updateGeometry()
        self.update()

    def _parts(self, *, short: bool = False) -> list[tuple[str, str]]:
        parts = []
        if self._grade is not None:
            words = choices.word("customer", "grade", self._grade)
            parts.append(("star", str(self._grade) if short else words))
        parts.append(("", self._stage))
        if self._strategy:
            parts.append(("dots", self._strategy))
        return parts

    @staticmethod
    def _lead(kind: str) -> int:
        return {"star": SIZE.icon_tag + 3, "dots": 24, "": 0}[kind]

    def _width(self, parts: list[tuple[str, str]], gap: int) -> int:
        widths = (self._lead(kind) + paint.text_width(words, TYPE.secondary) + 1 for kind, words in parts)
        return sum(widths) + gap * (len(parts) - 1)

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._parts(), _GAP), 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        parts, gap = self._parts(), _GAP
        if self._width(parts, gap) > self.width():  # few pixels are missing in English: the star says it
            parts, gap = self._parts(short=True), SPACE.small
        painter = QPainter(self)
        x, middle = 0.0, self.height() / 2
        for kind, words in parts:
            lead = self._lead(kind)
            wished = paint.text_width(words, TYPE.secondary) + 1.0
            width = min(wished, self.width() - x - lead)
            if width < min(wished, SIZE.icon):
                return
            if kind == "star":
                top = middle - SIZE.icon_tag / 2
                icons.paint(painter, "star", "kind.birthday", x, top, SIZE.icon_tag, filled=True)
            elif kind == "dots":
                paint.strategy_dots(painter, x, middle, self._dots)
            box = QRectF(x + lead, 0, width, self.height())
            paint.text(painter, box, words, style=TYPE.secondary, role="secondary")
            x += lead + width + gap


class Fitted(QWidget):
    """One line of text in the largest of its styles that has room; elided where none has."""

    def __init__(self, *styles: TypeStyle, role: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles, self._role, self._words = styles, role, ""
        self.setFixedHeight(styles[0].line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        return self._words

    def set_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        # A name of two hundred characters asks for no more than a line of the page.
        width = min(paint.text_width(self._words[:80], self._styles[0], tabular=True) + 1, 400)
        return QSize(width, self._styles[0].line)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 28), self._styles[0].line)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and not self.toolTip():
            if paint.text_width(self._words, self._styles[-1], tabular=True) > self.width():
                QToolTip.showText(event.globalPos(), self._words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        widths = ((paint.text_width(self._words, style, tabular=True), style) for style in self._styles)
        style = next((style for width, style in widths if width <= self.width()), self._styles[-1])
        paint.text(QPainter(self), self.rect(), self._words, style=style, role=self._role, tabular=True)


class Header(QWidget):
    """Avatar, name and tier; phone and number; assets with their line, change, products, completeness."""

    edit_wanted = Signal()
    menu_wanted = Signal()
    assets_wanted = Signal()  # the eye beside the masked assets
    refused = Signal(str)

    def __init__(
        self, context: Context, *, seconds: float = SHOWN_SECONDS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exact = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.pane, 10, SPACE.pane, 6)
        column.setSpacing(SPACE.tiny)
        column.addLayout(self._build_person(context, seconds))
        column.addLayout(self._build_figures())
        self.line = Sparkline()
        column.addWidget(self.line)

    def _build_person(self, context: Context, seconds: float) -> QHBoxLayout:
        self._avatar = Avatar("")
        self.name = Fitted(TYPE.section)
        self.badge = Badge("", 0)
        self.standing = Standing()
        first = QHBoxLayout()
        first.setSpacing(SPACE.small)
        first.addWidget(self.name, 0)
        first.addWidget(self.badge)
        first.addWidget(self.standing, 1)
        self.phone = Label("", style=TYPE.secondary, ink="secondary", tabular=True, selectable=True)
        self.masked_phone = MaskedValue(context, "customer_phone", "number", seconds=seconds)
        self.masked_phone.refused.connect(self.refused)
        self.number = Fitted(TYPE.secondary, role="secondary")
        self.owner = Fitted(TYPE.secondary, role="secondary")
        second = QHBoxLayout()
        second.setSpacing(6)  # a number of eleven digits and its manager just fit beside each other
        for widget in (self.phone, self.masked_phone, self.number):
            second.addWidget(widget)
        second.addWidget(self.owner, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        words.addLayout(second)
        self.edit = IconButton("pencil", self.tr("Edit"), variant=Variant.NORMAL, key="F2")
        self.edit.clicked.connect(self.edit_wanted)
        self.more = IconButton("ellipsis", self.tr("More"), variant=Variant.NORMAL)
        self.more.clicked.connect(self.menu_wanted)
        row = QHBoxLayout()
        row.setSpacing(SPACE.medium)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.more)
        row.addLayout(buttons)
        return row

    def _build_figures(self) -> QGridLayout:
        self.assets = Fitted(TYPE.figure, TYPE.title, TYPE.section, TYPE.strong)
        self.eye = IconButton("eye", self.tr("Show for 30 seconds; this is recorded"), height=20)
        self.eye.clicked.connect(self.assets_wanted)
        self.change = Label("", tabular=True)
        self.products = Label("", tabular=True)
        self.completeness = ProgressLine(width=_BAR, name=self.tr("Completeness of the record"))
        self.share = Label("", style=TYPE.secondary, tabular=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setVerticalSpacing(0)
        heads = (self.tr("Assets"), self.tr("Change"), self.tr("Products"), self.tr("Complete"))
        for place, words in enumerate(heads):
            head = Label(words, style=TYPE.secondary, ink="secondary")
            if place:
                grid.addWidget(head, 0, place)
                continue
            first = QHBoxLayout()
            first.setSpacing(SPACE.tiny)
            first.addWidget(head)
            first.addWidget(self.eye)
            first.addStretch(1)
            grid.addLayout(first, 0, 0)
        grid.addWidget(self.share, 0, 3, Qt.AlignmentFlag.AlignRight)
        self.assets.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        grid.addWidget(self.assets, 1, 0)
        for place, widget in enumerate((self.change, self.products), 1):
            grid.addWidget(widget, 1, place, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.completeness, 1, 3, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(3, _BAR)
        grid.setRowMinimumHeight(1, TYPE.figure.line)
        return grid

    # --- showing -----------------------------------------------------------------------------------

    def show_data(self, data: PageData) -> None:
        record = data.record
        self._avatar.set_words(record.name)
        self.name.set_words(record.name)
        self.badge.setVisible(record.tier is not None)
        if record.tier is not None:
            self.badge.set_tier(record.tier, data.tier_rank)
        self.standing.show_record(record)
        self._show_reach(record)
        self._show_figures(record)
        self._show_completeness(record)
        self.line.set_points(points(record))
        self.line.setVisible(bool(self.line.points))

    def _show_reach(self, record: CustomerRecord) -> None:
        first = record.phones[0] if record.phones else None
        masked = first is not None and first.number.masked
        self.phone.setVisible(first is not None and not masked)
        self.masked_phone.setVisible(masked)
        if first is not None and masked:
            self.masked_phone.show_masked(first.uid, first.number.value)
        elif first is not None:
            self.phone.setText(str(first.number.value))
        number = record.fields["number"].value
        self.number.setVisible(bool(number))
        self.number.set_words(self.tr("No. {number}").format(number=number))
        owner = record.fields["owner"].value
        name = owner.name if isinstance(owner, Link) else record.fields["owner_text"].value or ""
        self.owner.set_words(name)  # empty it stays: the rest of the line is its room
        self.owner.setToolTip(f"{labels.field('customer', 'owner')}  {name}" if name else "")

    def _show_figures(self, record: CustomerRecord) -> None:
        facts = record.facts
        self.assets.set_words(wording.amount(facts.aum_fen) or "\N{EN DASH}")
        self.assets.setToolTip(wording.exact_amount(facts.aum_fen))
        if facts.aum_on is not None:
            self.assets.setToolTip(f"{wording.exact_amount(facts.aum_fen)}  {formats.day(facts.aum_on)}")
        self.eye.setVisible(facts.aum_fen.masked and newest_figure(record) is not None)
        self.eye.set_icon("eye")
        permille = facts.aum_change_permille
        share = "" if permille is None else formats.percent(permille / 1000, signed=True)
        # A band knows no sign: where the amount is masked, the share tells which way it went.
        words = share if facts.aum_change_fen.masked else change_words(facts.aum_change_fen)
        self.change.setText(words or "\N{EN DASH}")
        falling = permille is not None and permille <= -100
        self.change.set_ink("warning" if falling else "text")
        self.change.setToolTip(share)
        count = facts.product_kinds
        if self._exact:
            self.show_assets(self._exact)
        self.products.setText(
            self.tr("1 kind") if count == 1 else self.tr("{count} kinds").format(count=count)
        )

    def _show_completeness(self, record: CustomerRecord) -> None:
        score = record.completeness.score
        self.completeness.set_share(score / 100)
        self.share.setText(f"{score}%")
        missing = labels.listed(labels.what(one.what) for one in record.completeness.missing)
        told = (
            self.tr("Not known yet: {fields}").format(fields=missing)
            if missing
            else self.tr("Nothing is missing")
        )
        self.completeness.setToolTip(told)
        self.share.setToolTip(told)

    def show_assets(self, exact: str) -> None:
        """The exact assets for a while, in yuan as `reading.reveal` gives them."""
        self._exact = exact
        self.assets.set_words(formats.amount(Decimal(exact)))
        self.assets.setToolTip(formats.exact_amount(Decimal(exact)))
        self.eye.set_icon("eye-off")

    def hide_assets(self, record: CustomerRecord) -> None:
        self._exact = ""
        self._show_figures(record)


def newest_figure(record: CustomerRecord) -> str | None:
    """The uid of the figure that the assets in the head are."""
    found = [one.uid for one in record.figures if one.as_of == record.facts.aum_on]
    return found[0] if found else None


def change_words(change: Shown) -> str:
    """An amount that is not masked, with its sign; nothing for none."""
    words = wording.amount(change)
    return f"+{words}" if change.value is not None and change.value > 0 else words


def points(record: CustomerRecord) -> list[tuple[date, int]]:
    """The figures of twelve months of one basis, that of the newest; none if they are masked."""
    shown = [one for one in record.figures if not one.amount_fen.masked]
    if not shown:
        return []
    averages = [one for one in shown if one.basis == AumBasis.MONTH_AVERAGE]
    chosen = averages if len(averages) > 1 else [one for one in shown if one.basis == AumBasis.POINT]
    return [(one.as_of, one.amount_fen.value) for one in chosen]
