"""What days already hold: minutes taken, touchpoints due anyway, and when customers are contacted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact, Interaction, PlanItem, PlanItemState
from rmdesk.models.interaction import NOT_REACHED
from rmdesk.services import care, driver_rows
from rmdesk.services.care import Kind
from rmdesk.services.plans.spreading import Diary

# Contacts of plans are read from their own rows: those of plans that nobody agreed to yet stand there too.
_OTHERS = frozenset(care.COMPUTED) - {Kind.PLAN}
_DUE_MINUTES = 10  # what a touchpoint that is due anyway is reckoned at when days are compared
_NOT_STARTED = (PlanItemState.PLANNED.value, PlanItemState.OPEN.value)
_FACT = CustomerFact.__table__.c
_ITEM = PlanItem.__table__.c


def load_diary(
    session: Session,
    owner_id: int,
    days: list[date],
    *,
    minutes_a_day: int,
    apart_days: int,
    besides: Collection[int] = (),
) -> Diary:
    """What else is planned, due or was said of a manager's customers between these days and shortly before
    and after them; `besides` are ids of planned contacts that are not counted.
    """
    free = dict.fromkeys(days, minutes_a_day)
    if not days:
        return Diary(free)
    margin = timedelta(days=apart_days)
    first, last = days[0] - margin, days[-1] + margin
    contacts: dict[int, set[date]] = {}
    busy: Counter[date] = Counter()
    asked = care.Asked(first, last, first, manager_id=owner_id, kinds=_OTHERS)
    for customer_id, day in care.due_days(session, asked):
        contacts.setdefault(customer_id, set()).add(day)
        busy[day] += _DUE_MINUTES
    fresh = set(besides)
    stands = driver_rows.read(
        session,
        select(_ITEM.id, _ITEM.customer_id, _ITEM.due_on, _ITEM.moved_to, _ITEM.minutes, _FACT.owner_id)
        .join(CustomerFact, _FACT.customer_id == _ITEM.customer_id)
        .where(_ITEM.state.in_(_NOT_STARTED), _ITEM.due_on.between(first, last)),
    )
    for id_, customer_id, due_on, moved_to, minutes, of_owner in stands:
        if id_ in fresh:
            continue
        day = date.fromisoformat(moved_to or due_on)
        contacts.setdefault(customer_id, set()).add(day)
        if of_owner == owner_id and day in free:
            free[day] = max(0, free[day] - minutes)
    met = driver_rows.read(
        session,
        select(Interaction.customer_id, Interaction.held_on).where(
            Interaction.held_on.between(first, last),
            Interaction.result.not_in([one.value for one in NOT_REACHED]),
            Interaction.customer_id.in_(select(_FACT.customer_id).where(_FACT.owner_id == owner_id)),
        ),
    )
    for customer_id, held_on in met:
        contacts.setdefault(customer_id, set()).add(date.fromisoformat(held_on))
    return Diary(free, busy, contacts)
