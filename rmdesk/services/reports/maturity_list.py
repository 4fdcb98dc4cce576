"""What matures on some days, the largest amounts first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from rmdesk import choices
from rmdesk.services import care
from rmdesk.services.care import Asked, Falling, Line
from rmdesk.services.reports import care_parts, page
from rmdesk.words import translate

FEW = 2000


@dataclass(frozen=True)
class Listed:
    first: date
    last: date
    lines: tuple[Line, ...]
    count: int
    whole: Falling

    def __len__(self) -> int:
        return len(self.lines)


def title() -> str:
    return care_parts.titles("maturities")


def gather(session: Session, *, asked: Asked) -> Listed:
    """Amounts of other managers' customers are bands. Raises NotAllowed."""
    part, keys = care.load_maturities(session, asked, few=FEW)
    whole = care.load_maturing(session, asked).whole
    return Listed(asked.first, asked.last, part.lines, len(keys), whole)


def story(data: Listed) -> Sequence[Flowable]:
    rows = []
    for number, line in enumerate(data.lines, start=1):
        falls_on, kind, product, bank, successor = line.touchpoint.values
        person = line.person
        rows.append(
            [
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
        )
    heads = [
        translate("maturity list", "No."),
        translate("maturity list", "Matures on"),
        translate("maturity list", "Customer"),
        translate("maturity list", "Tier"),
        translate("maturity list", "Product"),
        translate("maturity list", "Other bank"),
        translate("maturity list", "Amount (CNY)"),
        translate("maturity list", "Manager"),
        translate("maturity list", "To offer"),
    ]
    made: list[Flowable] = [
        page.text(title(), page.TITLE),
        care_parts.covers(data.first, data.last, data.count),
        page.text(
            translate(
                "maturity list",
                "Own {own}, other banks {other}",
                own=_sum(data.whole.own_fen),
                other=_sum(data.whole.other_fen),
            )
        ),
    ]
    if not rows:
        return [*made, care_parts.nothing()]
    made.append(page.table(heads, rows, [1.2, 3, 2.6, 1.8, 4.4, 2.6, 3.4, 2.4, 3], right=frozenset({0, 6})))
    if data.count > len(rows):
        made.append(care_parts.more(data.count - len(rows)))
    return made


def _sum(fen: int | None) -> str:
    return translate("maturity list", "not told") if fen is None else care_parts.amount(fen) or "0.00"
