"""Heads of the chain that were printed, compared with the chain that is there.

Whoever holds the key can rewrite the chain, but not the paper: where the digest of the entry is the printed
one and the chain up to it holds, everything up to there is as it was on the day of the print.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from rmdesk.models import ChangeSet, VaultState
from rmdesk.services.changes.chain import Verdict, verify
from rmdesk.services.changes.commitments import Head, genesis
from rmdesk.services.changes.expiring import read_start
from rmdesk.services.errors import Damaged, UserError

DIGITS = 32  # of a digest on paper: enough to compare by eye what nobody can make alike
LEAST = 16  # what must be typed of it
_GROUP = 4
_LONGEST_NUMBER = 12
_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1"})  # no digit of ours: what the eye took for one

_SETS = cast(Table, ChangeSet.__table__)


class Stand(enum.StrEnum):
    """How a printed head stands to the vault."""

    AS_PRINTED = "as_printed"
    DIFFERENT = "different"  # the entry is there, with another digest
    BEYOND = "beyond"  # the vault ends before it
    EXPIRED = "expired"  # the entry went, as the branch lets it after some years


@dataclass(frozen=True)
class Comparison:
    """`number` is the printed entry, `at` its moment, `digits` what the vault has for it or "".

    `first` is the first entry that is there. `verdict` is that of the whole trail.
    """

    stand: Stand
    number: int
    at: datetime | None
    digits: str
    first: int
    verdict: Verdict

    def trouble(self) -> UserError | None:
        """Why this proves nothing, None if all is as it was, up to the printed entry and after it."""
        number, problems = self.number, self.verdict.problems
        if self.stand is Stand.DIFFERENT:
            return Damaged("audit.head_different", number=number, digits=grouped(self.digits) or "-")
        if self.stand is Stand.BEYOND:
            return Damaged("audit.head_beyond", number=number, last=self.verdict.head.number)
        if self.stand is Stand.EXPIRED:
            return UserError("audit.head_expired", number=number, first=self.first)
        return Damaged("audit.head_kept", number=number, count=len(problems)) if problems else None


def broken(verdict: Verdict) -> UserError | None:
    """What is wrong with the trail, None if nothing is."""
    count, first = (
        len(verdict.problems),
        min((one.number for one in verdict.problems if one.number), default=0),
    )
    if not count:
        return None
    if not first:
        return Damaged("audit.broken_in_rows", count=count)
    return Damaged("audit.broken", count=count, number=first)


def printed(head: Head) -> str:
    """The digest of a head as it is printed: the first digits, in groups that are easily read and typed."""
    return grouped(head.digest.hex()[:DIGITS])


def grouped(digits: str) -> str:
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def read_digits(typed: str) -> str:
    """The digits of a printed head as a person types them. Raises UserError `audit.digits_wrong`, `…_few`."""
    plain = re.sub(r"[\s\-.]", "", unicodedata.normalize("NFKC", typed)).lower().translate(_ALIKE)
    if not re.fullmatch(r"[0-9a-f]*", plain) or len(plain) > 64:
        raise UserError("audit.digits_wrong", what="audit.digits")
    if len(plain) < LEAST:
        raise UserError("audit.digits_few", what="audit.digits", least=LEAST)
    return plain


def read_number(typed: str) -> int:
    """The number of a printed head as a person types it, with or without the words around it.

    Raises UserError `audit.number_wrong`.
    """
    found = re.findall(r"[0-9]+", unicodedata.normalize("NFKC", typed).replace(",", ""))
    if len(found) != 1 or not 0 < len(found[0]) <= _LONGEST_NUMBER or not int(found[0]):
        raise UserError("audit.number_wrong", what="audit.number")
    return int(found[0])


def compare(session: Session, audit_key: bytes, number: int, digits: str) -> Comparison:
    """Compare a printed head, as `read_number` and `read_digits` read it, verifying the whole trail."""
    verdict = verify(session, audit_key)
    start = read_start(session, genesis(audit_key, session.scalars(select(VaultState.vault_uid)).one())).head
    first = session.scalar(select(func.min(_SETS.c.number))) or 0
    found = session.execute(select(_SETS.c.digest, _SETS.c.at).where(_SETS.c.number == number)).one_or_none()
    at = None if found is None else found.at
    # The last entry that expired is gone, but what follows builds on its digest.
    digest = found.digest if found else (start.digest if number and number == start.number else None)
    if digest is not None:
        stand = Stand.AS_PRINTED if digest.hex().startswith(digits) else Stand.DIFFERENT
    elif number <= start.number:
        stand = Stand.EXPIRED
    else:
        # One that is missing in the middle is told by the verdict.
        stand = Stand.BEYOND if number > verdict.head.number else Stand.DIFFERENT
    return Comparison(stand, number, at, "" if digest is None else digest.hex()[:DIGITS], first, verdict)
