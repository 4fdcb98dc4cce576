"""The sheet with the recovery code: printed once, signed for, and locked away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rmdesk.services.reports import blocks, styles
from rmdesk.services.reports.blocks import Square, Text
from rmdesk.services.reports.definition import Report
from rmdesk.words import translate


@dataclass(frozen=True)
class RecoveryCode:
    """The code as its groups of four characters, and the first digits of the vault's id it opens."""

    groups: tuple[str, ...]
    vault: str


def title() -> str:
    return translate("reports", "Recovery code of the vault")


def gather(_session: Session | None, *, code: str, vault: str) -> RecoveryCode:
    """The code exists only where it is shown: it comes as a parameter, never from the vault."""
    return RecoveryCode(groups=tuple(code.split("-")), vault=vault[:8].upper())


def story(data: RecoveryCode) -> Iterable[blocks.Block]:
    # Numbered, because the program asks for three groups by their numbers.
    squares = [
        Square((Text(str(number), styles.CELL_HEAD), Text(group, styles.CODE)))
        for number, group in enumerate(data.groups, start=1)
    ]
    yield blocks.Title(title())
    yield blocks.quiet(translate("reports", "Vault {vault}", vault=data.vault))
    yield blocks.Space(4)
    yield blocks.Grid([squares[start : start + 3] for start in range(0, len(squares), 3)], 16)
    yield blocks.Heading(translate("reports", "What it is for"))
    yield blocks.Text(
        translate(
            "reports",
            "When nobody can sign in any more, this code opens the vault once, on any computer: in the "
            "sign-in window choose “Recovery code” and type it. Capitals, spaces and hyphens do not "
            "matter. A new code is made at once; this sheet is then worthless and should be destroyed.",
        )
    )
    yield blocks.Heading(translate("reports", "How to keep it"))
    yield blocks.Text(
        translate(
            "reports",
            "Keep it like a key to the strong room: sealed, away from the computer, known to two "
            "people. Whoever holds this sheet and a copy of the vault can read everything in it. Nobody, "
            "not even the makers of the program, can open the vault without a password or this code.",
        )
    )
    yield blocks.Space(10)
    yield blocks.Signatures(
        [
            translate("reports", "Kept where"),
            translate("reports", "Handed over by"),
            translate("reports", "Received by"),
            translate("reports", "Date"),
        ]
    )


REPORT = Report(title, gather, story, traced=False)
