"""Contacts with customers: what was said, what came of it, and what is to follow.

An interaction, the follow-up, commitment or appointment that comes of it, and the customer's day of last
contact are one change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    ActivityContact,
    ActivityGuest,
    Appointment,
    Attachment,
    Business,
    Channel,
    Commitment,
    ContactResult,
    Customer,
    DailyLogItem,
    FollowUp,
    Interaction,
    InteractionKind,
    Level,
    NoticeRecipient,
    PlanItem,
    Satisfaction,
    Staff,
    Task,
    Visit,
    VisitState,
)
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.models.interaction import MOST_MINUTES, NOT_REACHED
from rmdesk.services import (
    amounts,
    appointments,
    changes,
    commitments,
    days,
    facts,
    follow_ups,
    masks,
    settings,
    text,
    values,
    work,
)
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError

COST_LIMIT = "contacts.cost_limit_fen"

_line = values.optional(partial(text.line, longest=LINE_LONGEST))


def _not_negative(value: object, what: str) -> int:
    found = amounts.check(value, what)
    if found < 0:
        raise UserError("amount.not_an_amount", what=what)
    return found


# `staff` is a person's uid; all others stand in the row as they are.
CHECKS: dict[str, values.Check] = {
    "staff": lambda value, what: value,
    "held_on": partial(days.check_date, past=True),
    "at_minute": values.optional(values.minute_of_day),
    "duration_minutes": values.optional(partial(values.whole, least=1, most=MOST_MINUTES)),
    "channel": partial(values.choice, choices=Channel),
    "level": partial(values.choice, choices=Level),
    "kind": partial(values.choice, choices=InteractionKind),
    "result": partial(values.choice, choices=ContactResult),
    "purpose": _line,
    "content": values.optional(partial(text.paragraphs, longest=TEXT_LONGEST)),
    "need": _line,
    "need_amount_fen": values.optional(_not_negative),
    "need_on": values.optional(days.check_date),
    "satisfaction": values.optional(partial(values.choice, choices=Satisfaction)),
    "cost_fen": values.optional(_not_negative),
    "cost_for": _line,
    "cost_reason": _line,
    "source": _line,
}
_DEFAULTS = {
    "level": Level.BUSINESS.value,
    "kind": InteractionKind.DAILY.value,
    "result": ContactResult.REACHED.value,
}
# What came of an interaction stays when it is removed.
_CAME_OF_IT: tuple[type[Business], ...] = (
    FollowUp,
    Commitment,
    Appointment,
    Task,
    Attachment,
    NoticeRecipient,
    DailyLogItem,
    PlanItem,
    ActivityContact,
    ActivityGuest,
)
# An attempt or a message explains itself; what was said in a talk must be written down.
_SILENT = (*NOT_REACHED, ContactResult.SENT)


@dataclass(frozen=True, slots=True)
class InteractionRow:
    """A contact as it is listed; `need_amount_fen` is masked text to whoever may not see it."""

    id: int
    uid: str
    version: int
    staff: str
    held_on: date
    at_minute: int | None
    duration_minutes: int | None
    channel: str
    level: str
    kind: str
    result: str
    purpose: str | None
    content: str | None
    need: str | None
    need_amount_fen: int | str | None
    need_on: date | None
    satisfaction: str | None
    cost_fen: int | None
    cost_for: str | None
    cost_reason: str | None


def add_interaction(
    session: Session,
    customer_uid: str,
    given: Mapping[str, object],
    *,
    follow_up: Mapping[str, object] | None = None,
    commitment: Mapping[str, object] | None = None,
    appointment: Mapping[str, object] | None = None,
) -> Interaction:
    """A contact; `given` holds at least `channel`, and is of today and of whoever acts unless it says so.

    What comes of it is given as to `follow_ups.add_follow_up`, `commitments.add_commitment` and
    `appointments.add_appointment`. Raises NotAllowed, UserError as the checks do,
    `interaction.cost_for_nothing`, `interaction.cost_needs_reason`.
    """
    customer = work.load_for_writing(session, customer_uid)
    checked = values.check_all(given, CHECKS, "interaction", required=("channel",))
    checked.setdefault("held_on", date.today())
    work.staff_id(session, checked, "interaction.staff_id")
    row = Interaction(customer_id=customer.id, **(_DEFAULTS | checked))
    _check_whole(session, row)
    session.add(row)
    session.flush()
    changes.describe(session, "interaction.added", subject=customer, row=row.uid, channel=row.channel)
    if follow_up is not None:
        follow_ups.add_follow_up(session, customer_uid, follow_up, interaction=row)
    if commitment is not None:
        commitments.add_commitment(session, customer_uid, commitment, interaction=row)
    if appointment is not None:
        appointments.add_appointment(session, customer_uid, appointment, interaction=row)
    facts.refresh_contacts(session, [customer.id])
    return row


def edit_interaction(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change fields of a contact; raises as adding does, and Conflict."""
    row, customer = work.load_seen(session, Interaction, uid, version)
    checked = values.check_all(given, CHECKS, "interaction")
    if "staff" in checked:
        work.staff_id(session, checked, "interaction.staff_id")
    names = ("customer_id", "staff_id", *(name for name in CHECKS if name != "staff"))
    _check_whole(session, Interaction(**{name: checked.get(name, getattr(row, name)) for name in names}))
    if work.edit(session, customer, row, checked, kind="interaction.edited"):
        facts.refresh_contacts(session, [customer.id])


def remove_interaction(session: Session, uid: str, *, version: int) -> None:
    """Remove a contact. What came of it stays; a visit is as it was before it was held."""
    row, customer = work.load_seen(session, Interaction, uid, version)
    for model in _CAME_OF_IT:
        for one in session.scalars(select(model).where(model.interaction_id == row.id)):  # type: ignore[attr-defined]
            one.interaction_id = None  # type: ignore[attr-defined]
    for visit in session.scalars(select(Visit).where(Visit.interaction_id == row.id)):
        visit.interaction_id = None
        visit.state = (VisitState.PLANNED if visit.decided_by_id is None else VisitState.APPROVED).value
    session.flush()
    session.delete(row)
    session.flush()
    changes.describe(session, "interaction.removed", subject=customer, row=uid)
    facts.refresh_contacts(session, [customer.id])


def list_interactions(session: Session, customer_uid: str, *, limit: int = 100) -> list[InteractionRow]:
    """A customer's contacts, the newest first. Raises NotAllowed, UserError `row.gone`, `customer.in_bin`."""
    customer = work.load_for_reading(session, customer_uid)
    found = (
        select(Interaction)
        .where(Interaction.customer_id == customer.id)
        .order_by(Interaction.held_on.desc(), Interaction.at_minute.desc(), Interaction.id.desc())
        .limit(limit)
    )
    return _rows(session, session.scalars(found).all(), access.is_ours(session, customer))


def load_interaction(session: Session, uid: str) -> InteractionRow:
    """One contact; raises as `list_interactions`."""
    row = session.scalars(select(Interaction).where(Interaction.uid == uid)).one_or_none()
    if row is None:
        raise UserError("row.gone", table="interaction")
    customer = work.load_for_reading(session, session.get_one(Customer, row.customer_id).uid)
    return _rows(session, [row], access.is_ours(session, customer))[0]


def _check_whole(session: Session, row: Interaction) -> None:
    said = row.content or row.purpose or row.need
    if not said and row.result not in _SILENT:
        raise UserError("text.empty", what="interaction.content")
    if row.cost_fen and not row.cost_for:
        raise UserError("interaction.cost_for_nothing")
    if row.cost_fen and not row.cost_reason:
        limit = int(settings.get(session, COST_LIMIT))
        if row.cost_fen > limit:
            raise UserError("interaction.cost_needs_reason", limit=amounts.yuan(limit))


def _rows(session: Session, found: Sequence[Interaction], is_ours: bool) -> list[InteractionRow]:
    people = {one.staff_id for one in found}
    named = select(Staff.id, Staff.name).where(Staff.id.in_(people))
    names: dict[int, str] = dict(session.execute(named).all())
    return [
        InteractionRow(
            id=one.id,
            uid=one.uid,
            version=one.version,
            staff=names[one.staff_id],
            held_on=one.held_on,
            at_minute=one.at_minute,
            duration_minutes=one.duration_minutes,
            channel=one.channel,
            level=one.level,
            kind=one.kind,
            result=one.result,
            purpose=one.purpose,
            content=one.content,
            need=one.need,
            need_amount_fen=_amount(one.need_amount_fen, is_ours),
            need_on=one.need_on,
            satisfaction=one.satisfaction,
            cost_fen=one.cost_fen,
            cost_for=one.cost_for,
            cost_reason=one.cost_reason,
        )
        for one in found
    ]


def _amount(fen: int | None, is_ours: bool) -> int | str | None:
    if fen is None or is_ours:
        return fen
    return masks.masked("assets_fen", fen)
