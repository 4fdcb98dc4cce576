"""What a customer holds, here and elsewhere: a row each with its amount and how far its term is over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rmdesk import choices, labels
from rmdesk.models import ProductKind
from rmdesk.models.money import MOST_COUNT
from rmdesk.services import amounts, holdings, values
from rmdesk.services.customers.record import CustomerRecord, HoldingRow
from rmdesk.services.errors import UserError
from rmdesk.ui import formats, theme
from rmdesk.ui.date_field import DateField
from rmdesk.ui.panes.customers.page import wording
from rmdesk.ui.panes.customers.page.cell_editor import PickCombo
from rmdesk.ui.panes.customers.page.desk import Desk, Edit
from rmdesk.ui.panes.customers.page.part_form import FormField, PartForm
from rmdesk.ui.panes.customers.page.rows import PaintedRows, RowWords
from rmdesk.ui.panes.customers.page.rows_section import RowsSection
from rmdesk.ui.panes.customers.page.saving import Target
from rmdesk.ui.tokens import RADIUS, SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, FoldHead, LineField, Variant, paint
from rmdesk.words import translate

_BAR_HEIGHT = 10
_BAR_LEAST, _BAR_MOST = 48, 140
_LEFT_WIDTH = 68  # of how long it still runs
_STROKE = 4  # px between two strokes of a hatching
_OPEN_ENDED = (ProductKind.FUND.value, ProductKind.GOLD.value)
_ANY_TIME = (ProductKind.CURRENT_DEPOSIT.value, ProductKind.CREDIT_CARD.value)


def product_words(row: HoldingRow) -> str:
    """What it is called: the product, else its kind; before it the other bank, behind it how many."""
    name = row.product or choices.word("holding", "kind", row.kind)
    if row.bank:
        name = translate("holdings", "{bank} {product}", bank=row.bank, product=name)
    return f"{name} ×{row.count}" if row.count > 1 else name


def left_words(row: HoldingRow, today: date) -> tuple[str, str]:
    """How long it still runs, and the ink for that."""
    if row.closed_on is not None:
        return translate("holdings", "Closed"), "secondary"
    if row.matures_on is None:
        if row.kind in _ANY_TIME:
            return translate("holdings", "Any time"), "secondary"
        if row.kind in _OPEN_ENDED:
            return translate("holdings", "Open-ended"), "secondary"
        return "", "secondary"
    days = (row.matures_on - today).days
    if days == 0:
        return translate("holdings", "Today"), "warning"
    if days < 0:
        return translate("holdings", "Overdue"), "warning"
    if days == 1:
        return translate("holdings", "1 day"), "text"
    return translate("holdings", "{count} days", count=formats.count(days)), "text"


def elapsed(row: HoldingRow, today: date) -> float | None:
    """The part of the term that is over, from 0 to 1; None where there is no term."""
    if row.matures_on is None or row.closed_on is not None:
        return None
    if row.starts_on is None:
        return 1.0 if row.matures_on <= today else 0.0
    term = (row.matures_on - row.starts_on).days
    if term <= 0:
        return 1.0
    return min(1.0, max(0.0, (today - row.starts_on).days / term))


def total_amount(row: HoldingRow) -> str:
    """All pieces together, with the currency if it is a foreign one."""
    shown = row.amount_fen
    words = wording.amount(shown)
    if not shown.masked and shown.value is not None:
        words = formats.amount(wording.yuan(shown.value * row.count))
    return words if row.currency == "CNY" else f"{row.currency} {words}"


def hatch(painter: QPainter, rect: QRectF, role: str) -> None:
    """45° strokes within a rounded rectangle: what is not ours."""
    box = paint.snapped(painter, rect)
    painter.save()
    painter.setClipRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(role), 1.6))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(round(x), round(box.bottom()), round(x + box.height()), round(box.top()))
        x += _STROKE
    painter.restore()


class HoldingRows(PaintedRows[HoldingRow]):
    """Rows of 24 px: what, how much, the bar of the term (hatched at another bank), how long still."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, height=SIZE.holdings_row, parent=parent)
        self._today = date.today()

    def show_rows(self, rows: list[HoldingRow], today: date) -> None:
        self._today = today
        self.set_items(rows)

    def words(self, item: HoldingRow) -> RowWords:
        left, _ = left_words(item, self._today)
        exact = wording.exact_amount(item.amount_fen)
        term = [
            formats.full_day(on) if on is not None else "\N{HORIZONTAL ELLIPSIS}"
            for on in (item.starts_on, item.matures_on)
        ]
        lines = [product_words(item), choices.word("holding", "kind", item.kind), exact]
        if item.starts_on is not None or item.matures_on is not None:
            lines.append(" \N{EN DASH} ".join(term))
        if item.rate is not None:
            lines.append(wording.rate(item.rate))
        if item.account.value:
            lines.append(str(item.account.value))
        return RowWords(
            "  ".join(part for part in (product_words(item), exact, left) if part), "\n".join(lines)
        )

    def paint_row(self, painter: QPainter, rect: QRectF, item: HoldingRow) -> None:
        role = "secondary" if item.closed_on is not None else "text"
        bar = min(max(rect.width() * 0.23, _BAR_LEAST), _BAR_MOST)
        right = QRectF(rect.right() - _LEFT_WIDTH, rect.top(), _LEFT_WIDTH, rect.height())
        words, ink = left_words(item, self._today)
        paint.text(painter, right, words, role=ink, align=Qt.AlignmentFlag.AlignRight, tabular=True)
        place = QRectF(
            right.left() - bar, rect.center().y() - _BAR_HEIGHT / 2, bar - SPACE.small, _BAR_HEIGHT
        )
        self._paint_bar(painter, place, item)
        amount = total_amount(item)
        width = paint.text_width(amount, tabular=True) + 1.0
        beside = QRectF(place.left() - SPACE.medium - width, rect.top(), width, rect.height())
        paint.text(painter, beside, amount, role=role, align=Qt.AlignmentFlag.AlignRight, tabular=True)
        name = QRectF(rect.left(), rect.top(), beside.left() - SPACE.small - rect.left(), rect.height())
        paint.text(painter, name, product_words(item), role=role)

    def _paint_bar(self, painter: QPainter, place: QRectF, item: HoldingRow) -> None:
        share = elapsed(item, self._today)
        if share is None:
            return
        paint.frame(painter, place, fill="track", radius=RADIUS.progress)
        done = QRectF(place)
        done.setWidth(place.width() * share)
        if done.width() < 2:
            return
        if item.bank:
            paint.frame(painter, done, fill="surface", radius=0)
            hatch(painter, done, "secondary")
        else:
            paint.frame(painter, done, fill="kind.maturity", radius=min(RADIUS.progress, done.width() / 2))


class HoldingsHead(FoldHead):
    """With the legend of the bars at the right."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.height() / 2
        right = self.width() - float(SPACE.pane)
        for words, other in (
            (translate("holdings", "Other bank"), True),
            (translate("holdings", "Here"), False),
        ):
            width = paint.text_width(words, TYPE.secondary) + 1.0
            box = QRectF(right - width, 0, width, self.height())
            paint.text(painter, box, words, style=TYPE.secondary, role="secondary")
            swatch = QRectF(box.left() - 18, middle - 4, 14, 8)
            if other:
                hatch(painter, swatch, "secondary")
            else:
                paint.frame(painter, swatch, fill="kind.maturity", radius=2)
            right = swatch.left() - SPACE.small


class HoldingsSection(RowsSection):
    """Add, change, close; a closed holding is shown only if asked for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.rows = HoldingRows(translate("holdings", "Holdings"))
        super().__init__(
            desk, self.rows, translate("holdings", "Add a holding"), id="holdings", parent=parent
        )
        self.rows.edit_wanted.connect(lambda row: self.edit(row.uid))
        self.rows.remove_wanted.connect(self._on_remove)
        self._shows_closed = False
        self._fields: dict[str, LineField] = {}  # of the open form, where something is revealed
        desk.revealer.revealed.connect(self._on_revealed)
        desk.revealer.hidden.connect(self._on_hidden)
        self.form_opened.connect(lambda _opened: self._fields.clear())
        self.closed_button = Button("", variant=Variant.LINK, height=24)
        self.closed_button.clicked.connect(self._on_closed_wanted)
        self._foot.addWidget(self.closed_button)

    def fill(self, record: CustomerRecord) -> None:
        closed = [one for one in record.holdings if one.closed_on is not None]
        shown = [one for one in record.holdings if one.closed_on is None or self._shows_closed]
        self.rows.show_rows(shown, date.today())
        self.closed_button.setVisible(bool(closed))
        words = (
            translate("holdings", "Hide closed ones")
            if self._shows_closed
            else translate("holdings", "Show {count} closed", count=len(closed))
        )
        self.closed_button.setText(words)

    def _on_closed_wanted(self) -> None:
        self._shows_closed = not self._shows_closed
        self.fill(self.record)

    def _on_remove(self, row: HoldingRow) -> None:
        self.do(
            translate("holdings", "Removing a holding"),
            Target("holding", row.uid, row.version),
            partial(_remove, row.uid),
        )

    def close_holding(self, row: HoldingRow) -> None:
        """It ended today."""
        self.do(
            translate("holdings", "Closing a holding"),
            Target("holding", row.uid, row.version),
            lambda session, version: holdings.edit_holding(
                session, row.uid, {"closed_on": date.today()}, version=version
            ),
        )

    def _reveal(self, uid: str, column: str, field: LineField) -> None:
        """The exact value inside its field for half a minute; the field itself stays as it is."""
        self._fields[f"{self._id}/{uid}/{column}"] = field
        self._desk.revealer.toggle(f"{self._id}/{uid}/{column}", "holding", uid, column)

    def _on_revealed(self, key: str, exact: str) -> None:
        if key in self._fields and self.form is not None:
            self._fields[key].set_hint(exact)

    def _on_hidden(self, key: str) -> None:
        field = self._fields.pop(key, None)
        if field is not None and self.form is not None:
            field.set_hint("")

    def edit_of(self, record: CustomerRecord, uid: str) -> Edit | None:
        row = next((one for one in record.holdings if one.uid == uid), None)
        if row is None and uid != "new":
            return None

        def save(session: Any, version: int, given: dict[str, Any]) -> None:
            if row is None:
                kept = {name: value for name, value in given.items() if value is not None}
                holdings.add_holding(session, record.uid, kept)
            else:
                holdings.edit_holding(session, row.uid, given, version=version)

        return Edit(
            translate("holdings", "Saving a holding"),
            None if row is None else Target("holding", row.uid, row.version),
            lambda: self._make_form(row),
            save,
            lambda given: {name: _said(name, value) for name, value in given.items()},
        )

    def _make_form(self, row: HoldingRow | None) -> PartForm:
        kinds = [(words, code) for code, words in choices.of_field("holding", "kind").items()]
        kind = PickCombo(kinds)
        kind.choose(ProductKind.TIME_DEPOSIT.value if row is None else row.kind)
        bank = LineField(
            "" if row is None else row.bank, placeholder=translate("holdings", "Empty: our bank")
        )
        product = LineField("" if row is None else row.product)
        shown = None if row is None else row.amount_fen
        amount = _masked_line(shown, lambda value: amounts.yuan(value))
        account = _masked_line(None if row is None else row.account, str)
        rate = LineField("" if row is None or row.rate is None else _rate_text(row.rate))
        rate.set_hint("%")
        starts = DateField("holding.starts_on", toward="past")
        matures = DateField("holding.matures_on", toward="future")
        premium = DateField("holding.premium_due_on", toward="future")
        if row is not None:
            for field, on in (
                (starts, row.starts_on),
                (matures, row.matures_on),
                (premium, row.premium_due_on),
            ):
                field.setText("" if on is None else formats.full_day(on))
        count = LineField("1" if row is None else str(row.count))
        currency = LineField("CNY" if row is None else row.currency)

        def label(name: str) -> str:
            return labels.field("holding", name)

        fields = [
            FormField("kind", label("kind"), kind, kind.currentData),
            FormField("bank", label("bank"), bank, lambda: _checked("bank", bank.text())),
            FormField("product", label("product"), product, lambda: _checked("product", product.text())),
            FormField(
                "amount_fen",
                label("amount_fen"),
                amount,
                lambda: _amount(amount.text()),
                required=shown is None or not shown.masked,
            ),
            FormField("starts_on", label("starts_on"), starts, starts.read),
            FormField("matures_on", label("matures_on"), matures, matures.read),
            FormField("rate", label("rate"), rate, lambda: _rate(rate.text())),
            FormField("account", label("account"), account, lambda: _checked("account", account.text())),
            FormField("count", label("count"), count, lambda: _count(count.text())),
            FormField("currency", label("currency"), currency, lambda: _checked("currency", currency.text())),
            FormField("premium_due_on", label("premium_due_on"), premium, premium.read),
        ]
        if row is None:
            title, verb = translate("holdings", "New holding"), translate("holdings", "Add")
            return PartForm("holding", title, fields, verb=verb, is_new=True)
        actions = []
        if row.closed_on is None:
            actions.append((translate("holdings", "Close it today"), partial(self.close_holding, row)))
        for name, line in (("amount_fen", amount), ("account", account)):
            if getattr(row, name).masked:
                words = translate("holdings", "Show {what}", what=label(name))
                actions.append((words, partial(self._reveal, row.uid, name, line)))
        actions.append((translate("holdings", "Remove"), partial(self._on_remove, row)))
        return PartForm(
            "holding",
            product_words(row),
            fields,
            verb=translate("holdings", "Save"),
            is_new=False,
            actions=actions,
        )


def _remove(uid: str, session: Any, version: int) -> None:
    holdings.remove_holding(session, uid, version=version)


def _masked_line(shown: Any, words: Any) -> LineField:
    """What is masked stands only as a hint: whoever changes it types it anew."""
    if shown is None or shown.value is None:
        return LineField("")
    if shown.masked:
        return LineField("", placeholder=str(shown.value))
    return LineField(words(shown.value))


def _checked(name: str, typed: str) -> Any:
    return holdings.CHECKS[name](typed, f"holding.{name}")


def _amount(typed: str) -> int | None:
    return None if values.is_empty(typed) else amounts.read(typed, "holding.amount_fen")


def _count(typed: str) -> int:
    text = typed.strip() or "1"
    if not text.isdecimal() or len(text) > 9:
        raise UserError("value.out_of_range", what="holding.count", least=1, most=MOST_COUNT)
    return int(_checked("count", int(text)))  # type: ignore[arg-type]


def _rate_text(millionths: int) -> str:
    return f"{(Decimal(millionths) / 10_000).normalize():f}"


def _rate(typed: str) -> int | None:
    """Per cent as typed, in millionths."""
    text = typed.strip().removesuffix("%").removesuffix("％").strip()
    if not text:
        return None
    # A number is read as an amount is: full-width digits and commas included.
    try:
        hundredths = amounts.read(f"{text}万", "holding.rate")
    except UserError as error:
        raise UserError("holding.not_a_rate") from error
    return int(_checked("rate", hundredths // 100))  # type: ignore[arg-type]


def _said(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name == "amount_fen":
        return formats.exact_amount(wording.yuan(value))
    return wording.column("holding", name, value)
