"""Acting upon touchpoints: done, postponed, skipped, handed over. One row each, undone like any change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from rmdesk.models import ActState, Customer, Staff, TouchpointAct
from rmdesk.services import changes, planned_items, roles, rows, text, work
from rmdesk.services.actor import Actor, acting
from rmdesk.services.care import finding
from rmdesk.services.care.holders import may_take
from rmdesk.services.care.rules import BY_ID
from rmdesk.services.care.touchpoint import Key, Touchpoint
from rmdesk.services.customers import access, upkeep
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission

REASON_LONGEST = 200
MOST_AHEAD = 366  # days something may be put off


def mark_done(
    session: Session, keys: Sequence[Key], *, today: date, interaction_uid: str | None = None
) -> list[TouchpointAct]:
    """Say that these were done, by the contact with `interaction_uid` if there was one.

    What they follow from is settled with them: a promise is kept, a follow-up done. Raises NotAllowed,
    UserError `care.gone` (there is no such touchpoint), `care.acted_already`.
    """
    found = _act(session, keys, ActState.DONE, today, kind="touchpoint.done", interaction_uid=interaction_uid)
    for touchpoint, _ in found:
        BY_ID[touchpoint.key.rule].settle(session, touchpoint)
    return _finished(session, found, today)


def postpone(session: Session, keys: Sequence[Key], to: date, *, today: date) -> list[TouchpointAct]:
    """Put these off to a day from today on; one that was put off already goes to the new day.

    Raises as `mark_done`, and UserError `care.postponed_to_past`, `care.postponed_too_far`.
    """
    if to < today:
        raise UserError("care.postponed_to_past")
    if (to - today).days > MOST_AHEAD:
        raise UserError("care.postponed_too_far", most=MOST_AHEAD)
    found = _act(session, keys, ActState.POSTPONED, today, kind="touchpoint.postponed", to=to)
    covered = finding.covering(session, [touchpoint for touchpoint, _ in found], to)
    return _finished(session, found, today, covered)


def skip(session: Session, keys: Sequence[Key], reason: str, *, today: date) -> list[TouchpointAct]:
    """Leave these undone, for a reason. Raises as `mark_done`, and as `text.line` for the reason."""
    said = text.line(reason, "touchpoint_act.reason", longest=REASON_LONGEST)
    found = _act(session, keys, ActState.SKIPPED, today, kind="touchpoint.skipped", reason=said)
    return _finished(session, found, today)


def hand_over(session: Session, keys: Sequence[Key], staff_uid: str, *, today: date) -> list[TouchpointAct]:
    """Give these to a colleague for today, one of `colleagues_for`: they stay open, and are the colleague's.

    Raises as `mark_done`, and UserError `row.gone`, `care.colleague_unfit`.
    """
    colleague = rows.load(session, Staff, staff_uid)
    if colleague.uid not in [uid for uid, _name in colleagues_for(session, keys)]:
        raise UserError("care.colleague_unfit", name=colleague.name)
    found = _act(
        session, keys, ActState.POSTPONED, today, kind="touchpoint.handed_over", to=today, given_to=colleague
    )
    return _finished(session, found, today)


def colleagues_for(session: Session, keys: Sequence[Key]) -> list[tuple[str, str]]:
    """Uid and name of those, but whoever acts, who keep records and see all the customers concerned."""
    me = acting(session)
    customers = _customers(session, keys)

    def fit(actor: Actor) -> bool:
        return all(may_take(actor, one.owner_id, one.stand_in_id) for one in customers)

    active = select(Staff).where(Staff.disabled_at.is_(None), Staff.id != me.staff_id).order_by(Staff.name)
    return [(one.uid, one.name) for one in session.scalars(active) if fit(Actor.of(one))]


def _act(
    session: Session,
    keys: Sequence[Key],
    state: ActState,
    today: date,
    *,
    kind: str,
    to: date | None = None,
    reason: str | None = None,
    interaction_uid: str | None = None,
    given_to: Staff | None = None,
) -> list[tuple[Touchpoint, TouchpointAct]]:
    roles.require(session, Permission.WRITE_WORK)
    me = acting(session)
    listed = list(dict.fromkeys(keys))
    customers = _customers(session, listed)
    present = _present(session, listed)
    there = finding.find_these(session, listed, today=today)
    found = []
    for key in listed:
        if key not in there:
            raise UserError("care.gone")
        row = present.get(key)
        if row is not None and row.state != ActState.POSTPONED.value:
            raise UserError("care.acted_already")
        if row is None:
            row = TouchpointAct(
                customer_id=key.customer_id, rule=key.rule, subject=key.subject, due_on=key.due_on
            )
            session.add(row)
        row.state, row.moved_to, row.reason = state.value, to, reason
        row.interaction_uid, row.staff_id, row.acted_on = interaction_uid, me.staff_id, today
        if given_to is not None or state is not ActState.POSTPONED:  # put off, it stays whose it was
            row.handed_to_id = None if given_to is None else given_to.id
        found.append((there[key], row))
    session.flush()
    subject = customers[0] if len(customers) == 1 else None
    by_rule = sorted({key.rule for key in listed})
    changes.describe(session, kind, subject=subject, touchpoints=len(found), rules=by_rule)
    return found


def _finished(
    session: Session,
    found: Iterable[tuple[Touchpoint, TouchpointAct]],
    today: date,
    covered: Mapping[Key, Key] = MappingProxyType({}),
) -> list[TouchpointAct]:
    acts = [row for _, row in found]
    for act in acts:
        BY_ID[act.rule].answered(session, act)
    later = {planned_items.Identity(*key): by.due_on for key, by in covered.items()}
    planned_items.answered(session, acts, today, later)
    upkeep.touched(session, sorted({row.customer_id for row in acts}), revalued=False)
    return acts


def _customers(session: Session, keys: Sequence[Key]) -> list[Customer]:
    """The customers concerned, all of whom whoever acts may see."""
    if any(key.customer_id is None for key in keys):
        raise UserError("care.collective")
    ids = access.check_all_visible(session, [key.customer_id or 0 for key in keys])
    return list(session.scalars(select(Customer).where(Customer.id.in_(ids))))


def _present(session: Session, keys: Sequence[Key]) -> dict[Key, TouchpointAct]:
    wanted = set(keys)
    found = select(TouchpointAct).where(TouchpointAct.customer_id.in_({key.customer_id for key in keys}))
    return {
        key: row
        for row in session.scalars(found.where(TouchpointAct.due_on.in_({key.due_on for key in keys})))
        if (key := Key(row.rule, row.customer_id, row.subject, row.due_on)) in wanted
    }


@dataclass(frozen=True, slots=True)
class ActRow:
    """What was done about one touchpoint of a customer, as it stands now."""

    rule: str
    due_on: date
    state: str
    moved_to: date | None
    reason: str | None
    handed_to: str | None
    staff: str
    acted_on: date


def list_acts(session: Session, customer_uid: str, *, limit: int = 100) -> list[ActRow]:
    """What was done about a customer's touchpoints, the newest first.

    Raises NotAllowed, UserError `row.gone`, `customer.in_bin`.
    """
    customer = work.load_for_reading(session, customer_uid)
    given_to = aliased(Staff)
    found = (
        select(TouchpointAct, Staff.name, given_to.name)
        .join(Staff, Staff.id == TouchpointAct.staff_id)
        .outerjoin(given_to, given_to.id == TouchpointAct.handed_to_id)
        .where(TouchpointAct.customer_id == customer.id)
        .order_by(TouchpointAct.acted_on.desc(), TouchpointAct.id.desc())
        .limit(limit)
    )
    return [
        ActRow(row.rule, row.due_on, row.state, row.moved_to, row.reason, handed_to, staff, row.acted_on)
        for row, staff, handed_to in session.execute(found)
    ]
