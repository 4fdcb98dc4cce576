"""Cases as they are kept: taken down, changed, listed."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session, aliased

from rmdesk.models import (
    Complaint,
    ComplaintKind,
    ComplaintNature,
    ComplaintSource,
    ComplaintState,
    ComplaintStep,
    Customer,
    ImprovementFor,
    Role,
    Seriousness,
    Staff,
    Survey,
)
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.services import bulk, changes, customers, days, roles, rows, text, values, work
from rmdesk.services.actor import acting
from rmdesk.services.complaints import access, deadlines
from rmdesk.services.customers import access as customers_access
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission

_paragraphs = partial(text.paragraphs, longest=TEXT_LONGEST)

CHECKS: dict[str, values.Check] = {
    "person": values.optional(partial(text.line, longest=LINE_LONGEST)),
    "nature": partial(values.choice, choices=ComplaintNature),
    "kind": partial(values.choice, choices=ComplaintKind),
    "seriousness": partial(values.choice, choices=Seriousness),
    "source": partial(values.choice, choices=ComplaintSource),
    "content": _paragraphs,
    "wish": values.optional(_paragraphs),
    "raised_on": partial(days.check_date, past=True),
    "final_on": days.check_date,
    "owner": lambda value, what: value,
    "assistant": lambda value, what: value,
    "cause": values.optional(_paragraphs),
    "measure": values.optional(_paragraphs),
    "measure_for": values.optional(partial(values.choice, choices=ImprovementFor)),
}
PENDING = (ComplaintState.OPEN.value, ComplaintState.RESOLVED.value)  # something is to be done by `due_on`


class Which(enum.StrEnum):
    """Which cases a list shows."""

    PENDING = "pending"
    LATE = "late"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """A case as a list shows it; `who` is the customer as lists name them, or whoever it was."""

    id: int
    uid: str
    version: int
    number: str
    who: str
    customer_uid: str | None
    nature: str
    kind: str
    seriousness: str
    state: str
    raised_on: date
    due_on: date
    final_on: date
    owner: str
    content: str
    is_pending: bool
    is_late: bool


@dataclass(frozen=True, slots=True)
class StepRow:
    uid: str
    version: int
    what: str
    staff: str | None
    due_on: date
    done_on: date | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ComplaintRecord:
    """One case whole."""

    row: ComplaintRow
    person: str | None
    source: str
    survey_uid: str | None
    survey_number: str | None
    wish: str | None
    owner_uid: str
    assistant_uid: str | None
    assistant: str | None
    result: str | None
    resolved_on: date | None
    told_on: date | None
    told_channel: str | None
    is_satisfied: bool | None
    cause: str | None
    measure: str | None
    measure_for: str | None
    measure_told_on: date | None
    closed_on: date | None
    reopened: int
    steps: tuple[StepRow, ...]


def add_complaint(
    session: Session,
    given: Mapping[str, object],
    *,
    customer_uid: str | None = None,
    survey_uid: str | None = None,
    today: date | None = None,
) -> Complaint:
    """Take a case down: `given` holds `kind` and `content`, and `person` where it is no customer's.

    Its owner is who ran the survey it was found in, else the manager in charge, else whoever acts; the steps
    and deadlines follow from how serious it is. Raises NotAllowed, UserError as the checks do,
    `complaint.whose`, `complaint.final_before_raised`.
    """
    roles.require(session, Permission.HANDLE_COMPLAINTS)
    customer = None if customer_uid is None else customers_access.load(session, customer_uid)
    survey = None if survey_uid is None else rows.load(session, Survey, survey_uid)
    checked = values.check_all(given, CHECKS, "complaint", required=("kind", "content"))
    if customer is None and not checked.get("person"):
        raise UserError("complaint.whose")
    if customer is not None:
        checked["person"] = None
    day = checked.setdefault("raised_on", today or date.today())
    owner_id = acting(session).staff_id
    if survey is not None:
        owner_id = survey.staff_id
        checked.setdefault("source", ComplaintSource.SURVEY.value)
    elif customer is not None and customer.owner_id is not None:
        owner_id = customer.owner_id
    checked["owner_id"] = owner_id
    _set_people(session, checked, owner_id)
    rules = deadlines.load(session)
    seriousness = checked.setdefault("seriousness", Seriousness.MINOR.value)
    final = checked.setdefault("final_on", rules.of("final", seriousness, day))
    _check_days(day, final)
    row = Complaint(
        number=_next_number(session, day),
        customer_id=None if customer is None else customer.id,
        survey_id=None if survey is None else survey.id,
        due_on=final,
        **checked,
    )
    session.add(row)
    session.flush()
    for what, part in deadlines.steps():
        session.add(
            ComplaintStep(
                complaint_id=row.id,
                what=what,
                staff_id=row.owner_id,
                due_on=min(rules.of(part, seriousness, day), final),
            )
        )
    session.flush()
    renew_due(session, row)
    changes.describe(session, "complaint.added", subject=row)
    return row


def edit_complaint(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change what was taken down, its people, its cause and the measure. A closed one keeps what was decided.

    One that becomes more or less serious is to be decided by the day that follows from it, unless a day is
    given or was chosen before; open steps are not due after that day, and go to a new owner. Raises as adding
    does, Conflict.
    """
    row = access.load_seen(session, uid, version)
    checked = values.check_all(given, CHECKS, "complaint")
    if row.customer_id is not None:
        checked.pop("person", None)
    elif "person" in checked and not checked["person"]:
        raise UserError("complaint.whose")
    owner_id = row.owner_id
    _set_people(session, checked, owner_id)
    if "seriousness" in checked and "final_on" not in checked and not row.reopened:
        rules = deadlines.load(session)
        if row.final_on == rules.of("final", row.seriousness, row.raised_on):
            first = checked.get("raised_on", row.raised_on)
            checked["final_on"] = rules.of("final", checked["seriousness"], first)
    for name, value in checked.items():
        setattr(row, name, value)
    _check_days(row.raised_on, row.final_on)
    for step in open_steps(session, row):
        step.due_on = min(step.due_on, row.final_on)
        if step.staff_id == owner_id:
            step.staff_id = row.owner_id
    session.flush()
    renew_due(session, row)
    session.flush()
    changes.describe(session, "complaint.edited", subject=row, fields=sorted(given))


def remove_complaint(session: Session, uid: str, *, version: int) -> None:
    """Remove one that was taken down by mistake. Raises Conflict, NotAllowed (for who only assists too),
    `complaint.decided`.
    """
    access.require_more_than_assisting(session)
    row = access.load_seen(session, uid, version)
    if row.state != ComplaintState.OPEN.value or row.reopened:
        raise UserError("complaint.decided")
    changes.describe(session, "complaint.removed", subject=("complaint", uid))
    steps = select(ComplaintStep.id).where(ComplaintStep.complaint_id == row.id)
    bulk.delete(session, ComplaintStep, session.scalars(steps).all())
    session.delete(row)
    session.flush()


def find_complaints(
    session: Session,
    *,
    which: str = Which.PENDING.value,
    search: str | None = None,
    today: date | None = None,
    sort: str = "due_on",
    descending: bool = False,
) -> list[int]:
    """Ids of the cases whoever acts may see; `search` in number, words, and the names of who is no customer
    and who is in charge.
    """
    columns: dict[str, Any] = {
        "number": Complaint.number,
        "due_on": Complaint.due_on,
        "raised_on": Complaint.raised_on,
        "state": Complaint.state,
        "seriousness": Complaint.seriousness,
    }
    found = select(Complaint.id).where(access.visible(session))
    if which != Which.ALL.value:
        found = found.where(Complaint.state.in_(PENDING))
    if which == Which.LATE.value:
        found = found.where(Complaint.due_on < (today or date.today()))
    if search and search.strip():
        part = search.strip()
        found = found.where(
            Complaint.number.contains(part, autoescape=True)
            | Complaint.content.contains(part, autoescape=True)
            | Complaint.person.contains(part, autoescape=True)
            | Complaint.owner_id.in_(select(Staff.id).where(Staff.name.contains(part, autoescape=True)))
        )
    column = columns[sort]
    order = [column.desc() if descending else column, Complaint.id.desc()]
    if sort == "due_on":  # of what was answered nothing is due
        order.insert(0, Complaint.state.not_in(PENDING))
    return list(session.scalars(found.order_by(*order)))


def find_ids(session: Session, uids: Sequence[str]) -> list[int]:
    """The ids of those among these cases that are there and whoever acts may see."""
    return list(session.scalars(select(Complaint.id).where(Complaint.uid.in_(uids), access.visible(session))))


def load_complaints(session: Session, ids: Sequence[int], today: date | None = None) -> list[ComplaintRow]:
    """Those with these ids, in that order, as far as whoever acts may see them."""
    found = {one.id: one for one in _rows(session, _listed(session, Complaint.id.in_(ids)), today)}
    return [found[one] for one in ids if one in found]


def list_of_customer(session: Session, customer_uid: str, today: date | None = None) -> list[ComplaintRow]:
    """A customer's cases, the newest first. Raises NotAllowed, UserError `row.gone`."""
    customer = customers_access.load(session, customer_uid)
    found = _listed(session, Complaint.customer_id == customer.id).order_by(Complaint.raised_on.desc())
    return _rows(session, found, today)


def list_of_survey(session: Session, survey_id: int, today: date | None = None) -> list[ComplaintRow]:
    """The cases that were found in a survey, in the order of their numbers."""
    return _rows(
        session, _listed(session, Complaint.survey_id == survey_id).order_by(Complaint.number), today
    )


def load_complaint(session: Session, uid: str, today: date | None = None) -> ComplaintRecord:
    """One of them, by uid or number. Raises NotAllowed, UserError `row.gone`."""
    by_number = session.scalar(select(Complaint.uid).where(Complaint.number == uid))
    row = access.load(session, by_number or uid)
    [listed] = _rows(session, _listed(session, Complaint.id == row.id), today)
    assistant = None if row.assistant_id is None else session.get_one(Staff, row.assistant_id)
    survey = None if row.survey_id is None else session.get_one(Survey, row.survey_id)
    steps = (
        select(ComplaintStep, Staff.name)
        .outerjoin(Staff, Staff.id == ComplaintStep.staff_id)
        .where(ComplaintStep.complaint_id == row.id)
        .order_by(ComplaintStep.due_on, ComplaintStep.id)
    )
    return ComplaintRecord(
        row=listed,
        person=row.person,
        source=row.source,
        survey_uid=None if survey is None else survey.uid,
        survey_number=None if survey is None else survey.number,
        wish=row.wish,
        owner_uid=session.get_one(Staff, row.owner_id).uid,
        assistant_uid=None if assistant is None else assistant.uid,
        assistant=None if assistant is None else assistant.name,
        result=row.result,
        resolved_on=row.resolved_on,
        told_on=row.told_on,
        told_channel=row.told_channel,
        is_satisfied=row.is_satisfied,
        cause=row.cause,
        measure=row.measure,
        measure_for=row.measure_for,
        measure_told_on=row.measure_told_on,
        closed_on=row.closed_on,
        reopened=row.reopened,
        steps=tuple(
            StepRow(one.uid, one.version, one.what, staff, one.due_on, one.done_on, one.note)
            for one, staff in session.execute(steps)
        ),
    )


def list_due(session: Session, day: date, staff_id: int | None = None) -> list[ComplaintRow]:
    """The cases due by a day that no touchpoint of a customer brings to somebody's day, the first due first.

    Of one person (by id): those they are in charge of but not of the customer; of everybody: those of people
    who are no customers.
    """
    theirs: ColumnElement[bool] = Complaint.customer_id.is_(None)
    if staff_id is not None:
        others = select(Customer.id).where(
            func.coalesce(Customer.owner_id, 0) != staff_id,
            func.coalesce(Customer.stand_in_id, 0) != staff_id,
        )
        theirs = and_(theirs | Complaint.customer_id.in_(others), Complaint.owner_id == staff_id)
    found = _listed(session, theirs, Complaint.state.in_(PENDING), Complaint.due_on <= day)
    return _rows(session, found.order_by(Complaint.due_on, Complaint.id), day)


def owners(session: Session) -> list[tuple[str, str]]:
    """Uid and name of those who may be in charge of a case, by name."""
    access.require(session)
    return [(one.uid, one.name) for one in customers.managers(session)]


def assistants(session: Session) -> list[tuple[str, str]]:
    """Uid and name of those who may assist: who receives people in the lobby first, then the owners."""
    access.require(session)
    active = select(Staff).where(Staff.disabled_at.is_(None)).order_by(Staff.name)
    lobby = [one for one in session.scalars(active) if Role.LOBBY_MANAGER in one.role_set]
    found = {one.uid: one.name for one in lobby}
    return list((found | dict(owners(session))).items())


def renew_due(session: Session, row: Complaint) -> None:
    """The next day by which something has to be done, as the steps and what was decided say."""
    if row.state == ComplaintState.RESOLVED.value and row.resolved_on is not None:
        row.due_on = deadlines.load(session).of("tell", row.seriousness, row.resolved_on)
        return
    waiting = select(ComplaintStep.due_on).where(
        ComplaintStep.complaint_id == row.id, ComplaintStep.done_on.is_(None)
    )
    row.due_on = min([row.final_on, *session.scalars(waiting)])


def open_steps(session: Session, row: Complaint) -> list[ComplaintStep]:
    """The steps of a case that are still to be done."""
    found = select(ComplaintStep).where(ComplaintStep.complaint_id == row.id, ComplaintStep.done_on.is_(None))
    return list(session.scalars(found))


def _listed(session: Session, *conditions: Any) -> Select[Any]:
    owner = aliased(Staff)
    columns: tuple[Any, ...] = (Complaint, Customer, owner.name)
    return (
        select(*columns)
        .outerjoin(Customer, Customer.id == Complaint.customer_id)
        .join(owner, owner.id == Complaint.owner_id)
        .where(access.visible(session), *conditions)
    )


def _rows(session: Session, found: Select[Any], today: date | None) -> list[ComplaintRow]:
    day = today or date.today()
    return [
        ComplaintRow(
            one.id,
            one.uid,
            one.version,
            one.number,
            one.person or "" if customer is None else customers_access.listed_name(session, customer),
            None if customer is None else customer.uid,
            one.nature,
            one.kind,
            one.seriousness,
            one.state,
            one.raised_on,
            one.due_on,
            one.final_on,
            owner,
            one.content,
            one.state in PENDING,
            one.state in PENDING and one.due_on < day,
        )
        for one, customer, owner in session.execute(found)
    ]


def _set_people(session: Session, checked: dict[str, Any], present: int) -> None:
    """Ids of the people under `owner` and `assistant` (uids) in the place of them."""
    if "owner" in checked:
        uid = checked.pop("owner")
        checked["owner_id"] = present if uid is None else work.person(session, uid, "complaint.owner_id").id
    if "assistant" in checked:
        uid = checked.pop("assistant")
        found = None if uid is None else work.person(session, uid, "complaint.assistant_id").id
        checked["assistant_id"] = found


def _check_days(raised_on: date, final_on: date) -> None:
    if final_on < raised_on:
        raise UserError("complaint.final_before_raised", first=raised_on, last=final_on)


def _next_number(session: Session, day: date) -> str:
    """T2026-007: counted through the year, never given twice."""
    year = f"T{day.year}-"
    taken = session.scalars(select(Complaint.number).where(Complaint.number.startswith(year)))
    most = max((int(tail) for one in taken if (tail := one.removeprefix(year)).isdigit()), default=0)
    return f"{year}{most + 1:03}"
