"""What an activity came to: who was asked and who came, what it cost; and afterwards what the customers who
came brought, computed from the archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Activity,
    ActivityContact,
    ActivityContactState,
    ActivityCost,
    ActivityGuest,
    ActivityNeed,
    ActivityPurpose,
    ActivityQuestion,
    AumBasis,
    AumFigure,
    Customer,
    GuestAnswer,
    Holding,
    Interaction,
    Task,
    TaskState,
)
from rmdesk.services.activities import access, agreeing
from rmdesk.services.actor import acting
from rmdesk.services.care.worklist import FEW_TOLD
from rmdesk.services.facts import DEBTS, HOME_CURRENCY

SPANS = (30, 90)  # days after an activity
_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Turnout:
    """An activity in numbers. `invited`: on the list to be invited; `asked`: invited so far; `yes`,
    `perhaps`, `no`: customers by their answer, `expected` heads of those who said yes.

    `came` customers came themselves, of whom `walk_ins` were not invited; `along` came with them, and
    `guests` by name. Amounts in fen.
    """

    invited: int = 0
    asked: int = 0
    yes: int = 0
    perhaps: int = 0
    no: int = 0
    expected: int = 0
    came: int = 0
    walk_ins: int = 0
    along: int = 0
    guests: int = 0
    thanked: int = 0
    to_thank: int = 0
    needs: int = 0
    needs_done: int = 0
    questions: int = 0
    promised: int = 0
    cost_planned: int = 0
    cost_spent: int = 0

    @property
    def heads(self) -> int:
        """How many people there were."""
        return self.came + self.along + self.guests

    @property
    def share(self) -> float | None:
        """How many of those who were asked came; None of nobody."""
        return (self.came - self.walk_ins) / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What those who came brought until `until`, `days` after the activity or, before those are over, today.

    `inflow_fen`: by how much the assets of those changed of whom figures before and after are known (`known`
    of `customers`); needs noted in contacts, and products begun here, each with amounts. Amounts are None
    where one does not see enough of these customers to be told a sum.
    """

    days: int
    until: date
    is_over: bool
    customers: int
    known: int
    inflow_fen: int | None
    needs: int
    needs_fen: int | None
    products: int
    products_fen: int | None


def count(session: Session, activity: Activity) -> Turnout:
    """An activity in numbers, as it stands now."""
    there = Customer.deleted_at.is_(None)

    def contacts(purpose: ActivityPurpose) -> dict[str, int]:
        found = (
            select(ActivityContact.state, func.count())
            .join(Customer, Customer.id == ActivityContact.customer_id)
            .where(
                ActivityContact.activity_id == activity.id,
                ActivityContact.purpose == purpose.value,
                there,
            )
            .group_by(ActivityContact.state)
        )
        return dict(session.execute(found).all())

    invitations, thanks = contacts(ActivityPurpose.INVITATION), contacts(ActivityPurpose.THANKS)
    was_invited = (
        select(ActivityContact.id)
        .where(
            ActivityContact.activity_id == ActivityGuest.activity_id,
            ActivityContact.customer_id == ActivityGuest.customer_id,
            ActivityContact.purpose == ActivityPurpose.INVITATION.value,
        )
        .exists()
    )
    itself, came = ActivityGuest.guest == "", ActivityGuest.came_on.is_not(None)
    said = {one: ActivityGuest.answer == one.value for one in GuestAnswer}

    def number(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        return func.count(case((and_(*conditions), 1)))

    row = session.execute(
        select(
            number(itself, said[GuestAnswer.YES]),
            number(itself, said[GuestAnswer.PERHAPS]),
            number(itself, said[GuestAnswer.NO]),
            func.sum(case((said[GuestAnswer.YES], 1 + ActivityGuest.companions), else_=0)),
            number(itself, came),
            number(itself, came, ~was_invited),
            func.sum(case((came, ActivityGuest.came_with), else_=0)),
            number(~itself, came),
        )
        .join(Customer, Customer.id == ActivityGuest.customer_id)
        .where(ActivityGuest.activity_id == activity.id, there)
    ).one()
    yes, perhaps, no, expected, came_, walk_ins, along, guests = (one or 0 for one in row)
    done = case((Task.state == TaskState.WITHDRAWN.value, ActivityNeed.done_on), else_=Task.done_on)
    seen_to = case((ActivityNeed.task_id.is_(None), ActivityNeed.done_on), else_=done)
    needs, needs_done = session.execute(
        select(func.count(), func.count(seen_to))
        .select_from(ActivityNeed)
        .outerjoin(Task, Task.id == ActivityNeed.task_id)
        .where(ActivityNeed.activity_id == activity.id)
    ).one()
    questions, promised = session.execute(
        select(func.count(), func.count(ActivityQuestion.commitment_id)).where(
            ActivityQuestion.activity_id == activity.id
        )
    ).one()
    planned, spent = session.execute(
        select(func.sum(ActivityCost.estimate_fen), func.sum(ActivityCost.spent_fen)).where(
            ActivityCost.activity_id == activity.id
        )
    ).one()
    dropped = invitations.get(ActivityContactState.DROPPED.value, 0)
    return Turnout(
        sum(invitations.values()) - dropped,
        invitations.get(ActivityContactState.DONE.value, 0),
        yes,
        perhaps,
        no,
        expected,
        came_,
        walk_ins,
        along,
        guests,
        thanks.get(ActivityContactState.DONE.value, 0),
        sum(thanks.get(one, 0) for one in agreeing.NOT_STARTED),
        needs,
        needs_done,
        questions,
        promised,
        planned or 0,
        spent or 0,
    )


def load_outcomes(session: Session, uid: str, today: date | None = None) -> list[Outcome]:
    """What those who came brought within each of `SPANS`; empty before it is over. As `access.load`."""
    activity = access.load(session, uid)
    day = today or date.today()
    people = session.execute(
        select(Customer.id, Customer.owner_id, Customer.stand_in_id)
        .join(ActivityGuest, ActivityGuest.customer_id == Customer.id)
        .where(
            ActivityGuest.activity_id == activity.id,
            ActivityGuest.guest == "",
            ActivityGuest.came_on.is_not(None),
            Customer.deleted_at.is_(None),
        )
    ).all()
    if not people or day <= activity.last_on:
        return []
    me = acting(session).staff_id
    others = sum(owner is not None and me not in (owner, stand_in) for _id, owner, stand_in in people)
    ids = [id_ for id_, _owner, _stand_in in people]
    return [_outcome(session, activity, ids, days, day, tells=not 0 < others < FEW_TOLD) for days in SPANS]


def _outcome(
    session: Session, activity: Activity, ids: Sequence[int], days: int, today: date, *, tells: bool
) -> Outcome:
    last = activity.last_on + timedelta(days=days)
    until = min(last, today)
    known, inflow = _inflow(session, ids, activity.first_on, activity.last_on, until)
    needs = needs_fen = products = products_fen = 0
    for start in range(0, len(ids), _CHUNK):
        some = ids[start : start + _CHUNK]
        number, amount = session.execute(
            select(func.count(), func.sum(Interaction.need_amount_fen)).where(
                Interaction.customer_id.in_(some),
                Interaction.need.is_not(None),
                Interaction.held_on >= activity.first_on,
                Interaction.held_on <= until,
            )
        ).one()
        needs, needs_fen = needs + number, needs_fen + (amount or 0)
        number, amount = session.execute(
            select(func.count(), func.sum(Holding.amount_fen * Holding.count)).where(
                Holding.customer_id.in_(some),
                Holding.bank == "",
                Holding.kind.not_in(DEBTS),
                Holding.currency == HOME_CURRENCY,
                Holding.starts_on > activity.first_on,
                Holding.starts_on <= until,
            )
        ).one()
        products, products_fen = products + number, products_fen + (amount or 0)
    return Outcome(
        days,
        until,
        today >= last,
        len(ids),
        known,
        inflow if tells and known else None,
        needs,
        needs_fen if tells else None,
        products,
        products_fen if tells else None,
    )


def _inflow(session: Session, ids: Sequence[int], before: date, after: date, until: date) -> tuple[int, int]:
    """Of how many there is a figure of the same basis from the day before at the latest and one from
    afterwards, and the sum of the differences; monthly averages come before figures of a day.
    """
    known = total = 0
    for start in range(0, len(ids), _CHUNK):
        found = session.execute(
            select(AumFigure.customer_id, AumFigure.basis, AumFigure.as_of, AumFigure.amount_fen)
            .where(AumFigure.customer_id.in_(ids[start : start + _CHUNK]), AumFigure.as_of <= until)
            .order_by(AumFigure.as_of)
        )
        ends: dict[int, dict[str, list[int | None]]] = {}
        for customer_id, basis, as_of, amount in found:
            pair = ends.setdefault(customer_id, {}).setdefault(basis, [None, None])
            if as_of < before:
                pair[0] = amount
            elif as_of > after:
                pair[1] = amount
        for bases in ends.values():
            for basis in (AumBasis.MONTH_AVERAGE.value, AumBasis.POINT.value):
                low, high = bases.get(basis, (None, None))
                if low is not None and high is not None:
                    known, total = known + 1, total + high - low
                    break
    return known, total
