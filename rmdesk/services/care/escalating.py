"""Complaints that are late reach the branch head in their own day, or whom the branch chose, whoever's the
customer is.

Among all that is late in a branch, of which the most valuable are shown, one might never be seen.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from rmdesk.services import settings, working_days
from rmdesk.services.actor import acting
from rmdesk.services.care import finding, holders, resting
from rmdesk.services.care.asked import LONGEST, Asked
from rmdesk.services.care.rules import BY_ID
from rmdesk.services.care.rules.complaints import ComplaintDue
from rmdesk.services.care.standing import Group, Today
from rmdesk.services.care.touchpoint import Key

_BACK = timedelta(days=LONGEST - 1)


def late_before(session: Session, asked: Asked) -> date | None:
    """Before which day a complaint must have been due to be escalated to whoever asks; None for who is told
    of none, and of the day of somebody else.
    """
    me = acting(session)
    if asked.manager_id not in (None, me.staff_id):
        return None
    chosen = settings.get(session, settings.COMPLAINT_ESCALATION)
    if not {one.value for one in me.roles} & {*chosen["roles"]}:
        return None
    work, day = working_days.load(session), asked.first
    for _each in range(chosen["after"]):
        day = work.previous_working_day(day)
    return resting.not_late_since(work, day)


def take_out(session: Session, asked: Asked, there: Today) -> Group:
    """The late complaints of the branch, for whom they are escalated to, about themselves or everybody: the
    longest late first, out of the groups of `there` that have them. What was put off or left out is no less
    late; what was answered on the day asked for stands there as done.
    """
    escalated = Group()
    rule = BY_ID[ComplaintDue.id]
    before = late_before(session, asked)
    if before is None:
        return escalated
    force = finding.load_in_force(session)
    if not force.chosen[rule.id].on or not asked.wants(rule.kind):
        return escalated
    last = before - timedelta(days=1)
    narrowed = asked.between(last - _BACK, last)
    every = replace(narrowed, manager_id=None)
    question = force.question(rule, every)
    found = [rule.touchpoint(row, row.due_on) for row in rule.find(session, question)]
    if not found:
        return escalated
    acts = finding.acts_of(session, rule, every)
    elsewhere = {one.key for one in there.acted.touchpoints}
    elsewhere |= holders.given_away(session, asked, [one.key for one in found])
    found = sorted((one for one in found if one.key not in elsewhere), key=finding.order)
    escalated.put(finding.fill(session, found, force), len(found))
    keys = {one.key for one in found}
    # What nobody acted upon was counted as late, shown or not; what was put off stands on its new day.
    counted = {
        Key(rule.id, row.customer_id, row.subject, row.due_on)
        for row in (rule.find(session, force.question(rule, narrowed)) if keys else ())
        if (row.customer_id, row.subject, row.due_on) not in acts
    }
    there.overdue.count -= len(counted & keys)
    for group in (there.overdue, *there.due.values()):
        group.count -= sum(one.key in keys - counted for one in group.touchpoints)
        group.touchpoints = [one for one in group.touchpoints if one.key not in keys]
    return escalated
