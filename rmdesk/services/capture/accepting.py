"""Writing what was proposed, once a person accepted it: one change, which is taken back as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rmdesk import choices
from rmdesk.models import (
    Appointment,
    Commitment,
    CommitmentKind,
    ContactResult,
    Customer,
    FollowUp,
    Holding,
    ImportantDate,
    Interaction,
    Satisfaction,
    Stage,
)
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services import (
    appointments,
    care,
    changes,
    commitments,
    customers,
    dates,
    days,
    follow_ups,
    holdings,
    interactions,
    phones,
)
from rmdesk.services.capture.drafts import Draft, Kind, stored_day
from rmdesk.services.capture.lexicon import BIRTHDAY
from rmdesk.services.capture.proposing import Proposal
from rmdesk.services.care import Key
from rmdesk.services.care.rules import RULES
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError

Row = Interaction | Holding | ImportantDate | Commitment | Appointment | FollowUp | Customer
_FELT = frozenset(one.value for one in Satisfaction)


@dataclass(frozen=True, slots=True)
class Written:
    """A row that was written, and the number (or uid) of the customer it belongs to."""

    table: str
    uid: str
    customer: str


def accept(session: Session, proposals: Sequence[Proposal]) -> list[Written]:
    """Write the records of these proposals of one line.

    Somebody who is not in the archive is entered as a prospect first. The reminder of what matures is not
    written where the calendar reminds of the holding on that day by itself. Raises NotAllowed, UserError
    `capture.nothing`, `capture.which_customer`, `capture.no_customer`, and what the use cases raise.
    """
    if not proposals:
        raise UserError("capture.nothing")
    for one in proposals:
        _check(one)
    known = {one.customer.uid: access.load(session, one.customer.uid) for one in proposals if one.customer}
    first = proposals[0].customer
    changes.describe(
        session, "capture.accepted", subject=known[first.uid] if first else None, rows=len(proposals)
    )
    written: list[Written] = []
    prospects: dict[tuple[str | None, str | None], Customer] = {}
    interaction: Interaction | None = None
    holding: Holding | None = None
    for one in proposals:
        if one.customer is not None:
            customer = known[one.customer.uid]
        else:
            who = (one.name, one.phone)
            if who not in prospects:
                prospects[who] = _add_prospect(session, one)
                written.append(_written(prospects[who], prospects[who]))
            customer = prospects[who]
        if holding is not None and one.draft.of_maturity and _is_reminded(session, holding, one):
            continue
        row = _write(session, customer, one, interaction)
        if isinstance(row, Interaction):
            interaction = row
        elif isinstance(row, Holding):
            holding = row
        written.append(_written(row, customer))
    return written


def _check(proposal: Proposal) -> None:
    if proposal.customer is not None:
        return
    if proposal.phone is None or proposal.name is None:
        raise UserError("capture.which_customer" if proposal.candidates else "capture.no_customer")


def _is_reminded(session: Session, holding: Holding, proposal: Proposal) -> bool:
    """Whether the calendar has a touchpoint for this holding on that day, and the proposal says no more."""
    draft = proposal.draft
    day = draft.date
    if day is None or draft.minute is not None or draft.channel is not None or draft.text != draft.purpose:
        return False
    session.flush()
    rules = (one.id for one in RULES if one.kind is care.Kind.MATURITY)
    keys = [Key(rule, holding.customer_id, holding.uid, day) for rule in rules]
    return bool(care.find_these(session, keys, today=proposal.typed_on))


def _written(row: Row, customer: Customer) -> Written:
    return Written(row.__tablename__, row.uid, customer.number or customer.uid)


def _add_prospect(session: Session, proposal: Proposal) -> Customer:
    given = {"name": proposal.name, "gender": proposal.gender, "stage": Stage.IDENTIFIED.value}
    customer = customers.add_customer(session, {name: value for name, value in given.items() if value})
    phones.add_phone(session, customer.uid, proposal.phone or "")
    return customer


def _write(session: Session, customer: Customer, proposal: Proposal, interaction: Interaction | None) -> Row:
    draft = proposal.draft
    of_customer = interaction if interaction is not None and interaction.customer_id == customer.id else None
    match draft.kind:
        case Kind.INTERACTION:
            return interactions.add_interaction(session, customer.uid, _contact(draft))
        case Kind.HOLDING:
            return holdings.add_holding(session, customer.uid, _holding(draft))
        case Kind.IMPORTANT_DATE:
            return _add_date(session, customer, draft)
        case Kind.COMMITMENT:
            given = {
                "promise": draft.text,
                "due_on": draft.date,
                "promised_on": proposal.typed_on,
                "kind": draft.purpose or CommitmentKind.SERVICE.value,
            }
            return commitments.add_commitment(session, customer.uid, given, interaction=of_customer)
        case Kind.TOUCHPOINT:
            return _add_touchpoint(session, customer, draft, of_customer)


def _contact(draft: Draft) -> dict[str, object]:
    given: dict[str, object] = {
        "channel": draft.channel,
        "held_on": draft.date,
        "at_minute": draft.minute,
        "content": draft.text,
        "purpose": draft.purpose,
        "cost_fen": draft.cost_fen,
        "cost_for": draft.cost_for,
        "cost_reason": draft.cost_reason,
        "need_amount_fen": draft.amount_fen,
    }
    if draft.result in _FELT:
        given |= {"satisfaction": draft.result, "result": ContactResult.REACHED.value}
    elif draft.result is not None:
        given["result"] = draft.result
    if draft.product_kind is not None:
        given["need"] = choices.word("holding", "kind", draft.product_kind)
    return {name: value for name, value in given.items() if value is not None}


def _holding(draft: Draft) -> dict[str, object]:
    given: dict[str, object] = {"kind": draft.product_kind, "bank": draft.institution or ""}
    given |= {"amount_fen": draft.amount_fen, "matures_on": draft.date}
    return {name: value for name, value in given.items() if value is not None}


def _add_date(session: Session, customer: Customer, draft: Draft) -> ImportantDate | Customer:
    day = stored_day(draft)
    if draft.purpose != BIRTHDAY:
        given = {"kind": draft.purpose, "day": day, "whose": draft.whose, "yearly": draft.yearly}
        return dates.add_date(session, customer.uid, given | {"note": draft.text[:LINE_LONGEST]})
    known = days.of_row(customer, "birth_")
    if day is not None and known is not None and known.is_lunar == day.is_lunar:
        day = days.Day(day.month, day.day, known.year, day.is_lunar, day.is_leap_month)
    return customers.edit_customer(session, customer.uid, {"birthday": day}, version=customer.version)


def _add_touchpoint(
    session: Session, customer: Customer, draft: Draft, interaction: Interaction | None
) -> Appointment | FollowUp:
    """What has a time is agreed with the customer; all else is a next step."""
    given: dict[str, object] = {"due_on": draft.date}
    if draft.channel is not None:
        given["channel"] = draft.channel
    if draft.minute is None:
        given["step"] = draft.text
        return follow_ups.add_follow_up(session, customer.uid, given, interaction=interaction)
    given |= {"at_minute": draft.minute, "subject": (draft.purpose or draft.text)[:LINE_LONGEST]}
    return appointments.add_appointment(session, customer.uid, given, interaction=interaction)
