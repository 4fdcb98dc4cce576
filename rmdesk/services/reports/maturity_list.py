"""What matures on some days, the largest amounts first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from rmdesk import choices
from rmdesk.services import care
from rmdesk.services.care import Asked, Falling, Line, Maturing, Week
from rmdesk.services.reports import blocks, care_parts
from rmdesk.services.reports.charts import Chart, Series, Shape
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate

FEW = 2000
_WAN = 10_000 * 100  # fen
_WEEKS = 2  # of fewer there is nothing to compare


@dataclass(frozen=True, slots=True)
class Listed:
    lines: tuple[Line, ...]
    count: int
    maturing: Maturing

    def __len__(self) -> int:
        return len(self.lines)


def title() -> str:
    return care_parts.titles("maturities")


def gather(
    session: Session,
    *,
    first: date,
    last: date,
    manager: int | None = None,
    tiers: frozenset[int] | None = None,
) -> Listed:
    """Amounts of other managers' customers are bands. Raises NotAllowed, UserError `care.wrong_range`,
    `care.range_too_long`."""
    asked = Asked(first, last, date.today(), manager_id=manager, tiers=tiers)
    part, keys = care.load_maturities(session, asked, few=FEW)
    return Listed(part.lines, len(keys), care.load_maturing(session, asked))


def story(data: Listed) -> Iterable[blocks.Block]:
    found = data.maturing
    yield blocks.Title(title())
    yield care_parts.covers(found.first, found.last, data.count)
    if not data.lines:
        yield care_parts.nothing()
        return
    yield _figures(found.whole)
    if len(found.weeks) > _WEEKS and found.whole.is_told:
        yield _by_week(found.weeks)
    yield blocks.Table(
        [
            blocks.Column(translate("maturity list", "No."), 1.5, right=True),
            blocks.Column(translate("maturity list", "Matures on"), 2.6),
            blocks.Column(translate("maturity list", "Customer"), 2.2),
            blocks.Column(translate("maturity list", "Tier"), 1.5),
            blocks.Column(translate("maturity list", "Product"), 4.6),
            blocks.Column(translate("maturity list", "Other bank"), 2.2),
            blocks.Column(translate("maturity list", "Amount (CNY)"), 4.6, right=True),
            blocks.Column(translate("maturity list", "Manager"), 2.3),
            blocks.Column(translate("maturity list", "To offer"), 2.0),
        ],
        [_row(number, line) for number, line in enumerate(data.lines, start=1)],
        "",
        most_lines=blocks.LINES_IN_LIST,
    )
    if data.count > len(data.lines):
        yield care_parts.more(data.count - len(data.lines))


def _row(number: int, line: Line) -> list[str]:
    falls_on, kind, product, bank, successor = line.touchpoint.values
    person = line.person
    return [
        str(number),
        falls_on.isoformat(),
        care_parts.name(line),
        (person.tier or "") if person is not None else "",
        product or choices.word("holding", "kind", kind),
        bank,
        care_parts.amount(line.amount_fen),
        (person.owner or "") if person is not None else "",
        successor,
    ]


def _figures(whole: Falling) -> blocks.Figures:
    return blocks.Figures(
        [
            blocks.Figure(translate("maturity list", "Maturing here (CNY)"), _sum(whole.own_fen)),
            blocks.Figure(translate("maturity list", "Maturing at other banks (CNY)"), _sum(whole.other_fen)),
            blocks.Figure(translate("maturity list", "Products"), f"{whole.count:,}"),
        ]
    )


def _by_week(weeks: tuple[Week, ...]) -> Chart:
    """What becomes free, week by week; a week whose sum may not be told is left open."""

    def values(of: Callable[[Falling], int | None]) -> tuple[float | None, ...]:
        return tuple(None if (fen := of(one.falling)) is None else fen / _WAN for one in weeks)

    return Chart(
        Shape.STACKED,
        tuple(f"{one.first.month}/{one.first.day}" for one in weeks),
        (
            Series(translate("maturity list", "Here"), values(lambda one: one.own_fen)),
            Series(translate("maturity list", "Other banks"), values(lambda one: one.other_fen)),
        ),
        unit=translate("maturity list", "CNY 10,000, by week"),
        height=44,
    )


def _sum(fen: int | None) -> str:
    return translate("maturity list", "not told") if fen is None else care_parts.amount(fen) or "0.00"


REPORT = Report(
    title,
    gather,
    story,
    parameters=(
        Parameter("first", Type.DAY, lambda today: today.isoformat()),
        Parameter("last", Type.DAY, lambda today: (today + timedelta(days=care.AHEAD - 1)).isoformat()),
        Parameter("manager", Type.STAFF),
        Parameter("tiers", Type.TIERS),
    ),
    permission=Permission.READ_WORK,
)
