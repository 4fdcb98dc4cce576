"""One line of what happened or is to be done, as the records it would make. Nothing is written here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from rmdesk.models import Channel
from rmdesk.services import amounts, roles, working_days
from rmdesk.services.capture.drafts import Draft, Kind
from rmdesk.services.capture.parsing import read_line
from rmdesk.services.capture.people import Candidate, Meant, find_people
from rmdesk.services.capture.spans import Line, phones
from rmdesk.services.duplicates.warning import having_phone
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission

LONGEST = 500  # characters of a line


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record that a line would make, and of whom.

    `customer` is given where one is certain or clearly best; `candidates` are all who may be meant, the
    best first. Of somebody who is not in the archive there are `name` and `phone` instead.
    """

    draft: Draft
    customer: Candidate | None
    candidates: tuple[Candidate, ...]
    typed_on: date
    name: str | None = None
    phone: str | None = None
    gender: str | None = None

    def with_customer(self, customer: Candidate | None) -> Proposal:
        """The same of this customer, as somebody chose."""
        draft = replace(self.draft, unsure=self.draft.unsure - {"customer_no"})
        return replace(self, customer=customer, draft=draft)


def propose(
    session: Session, typed: str, *, today: date | None = None, now: datetime | None = None
) -> list[Proposal]:
    """What the line tells of, what happened first.

    `now` is the moment of typing, where it is known; `today` stands for its day. Raises NotAllowed, UserError
    `capture.empty`, `capture.too_long`, and what is wrong with a day or an amount in the line.
    """
    roles.require(session, Permission.WRITE_WORK, accepting=())
    if len(typed) > LONGEST:
        raise UserError("capture.too_long", longest=LONGEST)
    line = Line(typed)
    if not re.search(r"[^\W_]", line.plain):
        raise UserError("capture.empty")
    day = today or (now.date() if now else date.today())
    numbers = phones(line.plain)
    meant = find_people(session, line, numbers, day)
    minute = None if now is None or now.date() != day else now.hour * 60 + now.minute
    drafts = read_line(line, meant.spans, day, working_days.load(session), minute)
    # A colleague's customer may have the number: nobody is to be entered twice without a look.
    known = meant.phone is not None and bool(having_phone(session, meant.phone))
    return [_proposal(one, meant, day, known=known) for one in drafts]


def _proposal(draft: Draft, meant: Meant, typed_on: date, *, known: bool) -> Proposal:
    if known:
        draft.unsure.add("phone")
    if meant.name is not None and draft.kind is Kind.INTERACTION and "channel" in draft.unsure:
        draft.channel = Channel.BRANCH_VISIT.value  # whom nobody knows yet is met at the counter
    if meant.chosen is None or not meant.is_sure:
        draft.unsure.add("customer_no")
    return Proposal(draft, meant.chosen, meant.candidates, typed_on, meant.name, meant.phone, meant.gender)


def described(proposal: Proposal) -> dict[str, Any]:
    """The proposal with plain values, those without one left out; amounts in yuan, times as 15:00."""
    draft = proposal.draft
    values: dict[str, Any] = {
        "type": draft.kind.value,
        "customer_no": proposal.customer.number if proposal.customer else None,
        "candidates": [one.number for one in proposal.candidates],
        "name": proposal.name,
        "phone": proposal.phone,
        "date": draft.date.isoformat() if draft.date else None,
        "time": None if draft.minute is None else f"{draft.minute // 60:02}:{draft.minute % 60:02}",
        "date_is_lunar": True if draft.lunar is not None and draft.kind is Kind.IMPORTANT_DATE else None,
        "channel": draft.channel,
        "purpose": draft.purpose,
        "result": draft.result,
        "amount": None if draft.amount_fen is None else amounts.yuan(draft.amount_fen),
        "cost": None if draft.cost_fen is None else amounts.yuan(draft.cost_fen),
        "institution": draft.institution,
        "product_kind": draft.product_kind,
        "relation": draft.relation,
        "text": draft.text or None,
        "unsure": sorted(draft.unsure),
    }
    return {name: value for name, value in values.items() if value is not None}
