"""The sheet with the recovery code: printed once, signed for, and locked away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table, TableStyle
from sqlalchemy.orm import Session

from rmdesk.services.reports import page
from rmdesk.words import translate


@dataclass(frozen=True)
class RecoveryCode:
    """The code as its groups of four characters, and the first digits of the vault's id it opens."""

    groups: tuple[str, ...]
    vault: str


def title() -> str:
    return translate("reports", "Recovery code of the vault")


def gather(session: Session, *, code: str, vault: str) -> RecoveryCode:
    """The code exists only where it is shown: it comes as a parameter, never from the vault."""
    return RecoveryCode(groups=tuple(code.split("-")), vault=vault[:8].upper())


def story(data: RecoveryCode) -> Sequence[Flowable]:
    # Numbered, because the program asks for three groups by their numbers.
    cells = [
        [page.text(str(number), page.CELL_HEAD), page.text(group, page.CODE)]
        for number, group in enumerate(data.groups, start=1)
    ]
    rows = [cells[start : start + 3] for start in range(0, len(cells), 3)]
    box = Table(
        rows,
        colWidths=[page.WIDTH / 3] * 3,
        style=TableStyle(
            [
                ("BOX", (0, 0), (-1, -1), 0.8, page.INK),
                ("INNERGRID", (0, 0), (-1, -1), 0.3, page.HAIRLINE),
                ("LEFTPADDING", (0, 0), (-1, -1), 14),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
            ]
        ),
    )
    signatures = page.table(
        [
            translate("reports", "Kept where"),
            translate("reports", "Handed over by"),
            translate("reports", "Received by"),
            translate("reports", "Date"),
        ],
        [["\n\n", "", "", ""]],
        [3, 2, 2, 2],
    )
    return [
        page.text(title(), page.TITLE),
        page.text(translate("reports", "Vault {vault}", vault=data.vault), page.QUIET_BODY),
        Spacer(1, 6 * mm),
        box,
        Spacer(1, 6 * mm),
        page.text(translate("reports", "What it is for"), page.HEADING),
        page.text(
            translate(
                "reports",
                "When nobody can sign in any more, this code opens the vault once, on any computer: in the "
                "sign-in window choose “Recovery code” and type it. Capitals, spaces and hyphens do not "
                "matter. A new code is made at once; this sheet is then worthless and should be destroyed.",
            )
        ),
        page.text(translate("reports", "How to keep it"), page.HEADING),
        page.text(
            translate(
                "reports",
                "Keep it like a key to the strong room: sealed, away from the computer, known to two "
                "people. Whoever holds this sheet and a copy of the vault can read everything in it. Nobody, "
                "not even the makers of the program, can open the vault without a password or this code.",
            )
        ),
        Spacer(1, 10 * mm),
        signatures,
    ]
