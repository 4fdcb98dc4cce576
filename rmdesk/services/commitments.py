"""Promises to customers, and who approves those that are not the manager's to make alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    ActivityQuestion,
    Commitment,
    CommitmentKind,
    CommitmentState,
    Customer,
    Interaction,
    Staff,
)
from rmdesk.models.base import utc_now
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.models.promise import NEEDING_APPROVAL, PROMISE_LONGEST
from rmdesk.services import days, staff, text, values, work
from rmdesk.services.actor import acting
from rmdesk.services.errors import UserError

CHECKS: dict[str, values.Check] = {
    "staff": lambda value, what: value,
    "promise": partial(text.paragraphs, longest=PROMISE_LONGEST),
    "kind": partial(values.choice, choices=CommitmentKind),
    "promised_on": partial(days.check_date, past=True),
    "due_on": days.check_date,
}
_SETTLED = (CommitmentState.KEPT, CommitmentState.BROKEN, CommitmentState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A promise that waits for approval, as whoever may judge it sees it."""

    id: int
    uid: str
    version: int
    customer_uid: str
    customer: str
    staff: str
    kind: str
    promise: str
    promised_on: date
    due_on: date


def add_commitment(
    session: Session,
    customer_uid: str,
    given: Mapping[str, object],
    *,
    interaction: Interaction | None = None,
) -> Commitment:
    """A promise; `given` holds at least `promise` and `due_on`.

    One on rate, fee or exception waits for approval. Raises NotAllowed, UserError as the checks do,
    `commitment.due_before_promised`.
    """
    customer = work.load_for_writing(session, customer_uid)
    checked = values.check_all(given, CHECKS, "commitment", required=("promise", "due_on"))
    checked.setdefault("promised_on", date.today() if interaction is None else interaction.held_on)
    work.staff_id(session, checked, "commitment.staff_id")
    row = Commitment(
        customer_id=customer.id,
        interaction_id=None if interaction is None else interaction.id,
        **({"kind": CommitmentKind.SERVICE.value} | checked),
    )
    _check_days(row.promised_on, row.due_on)
    row.state = _first_state(row.kind)
    return work.add(session, customer, row, kind="commitment.added")


def edit_commitment(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change a promise that is not settled; one of its words or kind needs approval anew.

    Raises as adding does, Conflict, UserError `commitment.settled`.
    """
    row, customer = work.load_seen(session, Commitment, uid, version)
    _check_unsettled(row)
    checked = values.check_all(given, CHECKS, "commitment")
    if "staff" in checked:
        work.staff_id(session, checked, "commitment.staff_id")
    _check_days(checked.get("promised_on", row.promised_on), checked.get("due_on", row.due_on))
    differing = {name for name, value in checked.items() if getattr(row, name) != value}
    if differing & {"promise", "kind", "due_on"}:
        state = _first_state(checked.get("kind", row.kind))
        checked |= {"state": state, "decided_by_id": None, "decided_at": None, "decision_note": None}
    work.edit(session, customer, row, checked, kind="commitment.edited")


def approve_commitment(session: Session, uid: str, *, version: int, note: str | None = None) -> None:
    """Let a promise count. Never one's own.

    Raises NotAllowed, Conflict, UserError `commitment.not_waiting`.
    """
    row, customer = _judged(session, uid, version)
    decided = _decision(session, note) | {"state": CommitmentState.OPEN.value}
    work.edit(session, customer, row, decided, kind="commitment.approved")


def refuse_commitment(session: Session, uid: str, *, version: int, note: str) -> None:
    """Refuse a promise, with the reason; who gave it is told at the next sign-in.

    Raises as `approve_commitment`, UserError `text.empty`.
    """
    row, customer = _judged(session, uid, version)
    decided = _decision(session, text.line(note, "commitment.decision_note", longest=LINE_LONGEST))
    decided |= {"state": CommitmentState.REFUSED.value}
    work.edit(session, customer, row, decided, kind="commitment.refused")
    giver = session.get_one(Staff, row.staff_id)
    staff.raise_notice(session, giver, "commitment.refused", by=acting(session))


def settle_commitment(
    session: Session,
    uid: str,
    state: CommitmentState | str,
    *,
    version: int,
    outcome: str | None = None,
    on: date | None = None,
) -> None:
    """Say that a promise was kept, broken or withdrawn, or open it again.

    Raises NotAllowed, Conflict, UserError `commitment.not_approved` for one that does not count yet.
    """
    row, customer = work.load_seen(session, Commitment, uid, version)
    chosen = values.choice(state, "commitment.state", CommitmentState)
    if chosen not in (*_SETTLED, CommitmentState.OPEN):
        raise UserError("value.not_a_choice", what="commitment.state")
    is_judged = row.kind not in NEEDING_APPROVAL or row.decided_by_id is not None
    if row.state == CommitmentState.REFUSED or (not is_judged and chosen != CommitmentState.WITHDRAWN):
        raise UserError("commitment.not_approved")
    day = days.check_date(on or date.today(), "commitment.settled_on", past=True)
    settled = {
        "state": chosen,
        "settled_on": None if chosen == CommitmentState.OPEN else day,
        "outcome": None
        if values.is_empty(outcome)
        else text.paragraphs(outcome, "commitment.outcome", longest=PROMISE_LONGEST),
    }
    work.edit(session, customer, row, settled, kind="commitment.settled")


def remove_commitment(session: Session, uid: str, *, version: int) -> None:
    """Remove a promise entered by mistake; one that somebody judged stays. Raises `commitment.judged`."""
    row, customer = work.load_seen(session, Commitment, uid, version)
    if row.decided_by_id is not None:
        raise UserError("commitment.judged")
    for question in session.scalars(select(ActivityQuestion).where(ActivityQuestion.commitment_id == row.id)):
        question.commitment_id = None
    session.flush()
    work.remove(session, customer, row, kind="commitment.removed")


def list_commitments(session: Session, customer_id: int) -> list[Commitment]:
    """A customer's promises: those that wait or are open first, by their day."""
    found = select(Commitment).where(Commitment.customer_id == customer_id)
    ended = Commitment.state.not_in([CommitmentState.OPEN.value, CommitmentState.WAITING.value])
    return list(session.scalars(found.order_by(ended, Commitment.due_on, Commitment.id)))


def find_waiting(session: Session) -> list[int]:
    """Ids of the promises that wait for whoever acts to judge them, the most urgent first."""
    return work.find_to_judge(session, Commitment, CommitmentState.WAITING.value, Commitment.due_on)


def load_waiting(session: Session, ids: list[int]) -> list[WaitingRow]:
    """Those with these ids, in that order."""

    def told(one: Commitment, customer: Customer, staff: str) -> WaitingRow:
        return WaitingRow(
            one.id,
            one.uid,
            one.version,
            customer.uid,
            customer.name,
            staff,
            one.kind,
            one.promise,
            one.promised_on,
            one.due_on,
        )

    return work.load_listed(session, Commitment, ids, told)


def _judged(session: Session, uid: str, version: int) -> tuple[Commitment, Customer]:
    row, customer = work.load_to_judge(session, Commitment, uid, version)
    if row.state != CommitmentState.WAITING:
        raise UserError("commitment.not_waiting")
    return row, customer


def _decision(session: Session, note: str | None) -> dict[str, object]:
    said = values.optional(partial(text.line, longest=LINE_LONGEST))(note, "commitment.decision_note")
    return {"decided_by_id": acting(session).staff_id, "decided_at": utc_now(), "decision_note": said}


def _first_state(kind: str) -> str:
    waits = kind in NEEDING_APPROVAL
    return (CommitmentState.WAITING if waits else CommitmentState.OPEN).value


def _check_days(promised_on: date, due_on: date) -> None:
    if due_on < promised_on:
        raise UserError("commitment.due_before_promised")


def _check_unsettled(row: Commitment) -> None:
    if row.state in _SETTLED:
        raise UserError("commitment.settled")
