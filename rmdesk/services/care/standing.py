"""What stands open on a day: late, due by kind, coming within the week; and what was done about it."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact, TouchpointAct
from rmdesk.services import driver_rows
from rmdesk.services.care import finding, resting
from rmdesk.services.care.asked import FACT, Asked, reached
from rmdesk.services.care.finding import InForce
from rmdesk.services.care.rules import RULES, Cadence, Collective, Question, Rule
from rmdesk.services.care.rules.rule import Identity
from rmdesk.services.care.touchpoint import Kind, Row, Touchpoint

SHOWN = 100  # of one group: a longer backlog is a number
AHEAD = 7  # days
_FOREVER = 750  # days back that what was postponed is looked for
_GREETED = (Kind.BIRTHDAY, Kind.FAMILY_DATE)
_ACT = TouchpointAct.__table__.c


@dataclass(slots=True)
class Group:
    """Open touchpoints that belong together: how many, the most valuable of them, their amounts."""

    count: int = 0
    touchpoints: list[Touchpoint] = field(default_factory=list)
    amount_fen: int = 0

    def put(self, touchpoints: Iterable[Touchpoint], count: int, amount_fen: int = 0) -> None:
        self.touchpoints += touchpoints
        self.count += count
        self.amount_fen += amount_fen


@dataclass(slots=True)
class Today:
    """What a day asks for: what is late, what is due by kind, and the birthdays of the week ahead.

    What was due since the last working day ended is due, not late: nobody could have done it in time. It
    stands on `day`, and its key says since when.
    """

    day: date
    overdue: Group
    due: dict[Kind, Group]
    ahead: Group
    acted: Group


def today(session: Session, asked: Asked, *, few: int = SHOWN) -> Today:
    """What `asked.first`, a single day, asks for of whoever is asked about; of each group `few` at most."""
    day = asked.first
    force = finding.load_in_force(session)
    there = Today(day, Group(), {}, Group(), Group())
    rules = list(finding.questions(force, asked, exactly=True))
    gone = _acted_upon(session, [rule for rule, _ in rules], day)
    put_off = _put_off_contacts(session, asked)
    for rule, question in rules:
        due = there.due.setdefault(rule.kind, Group())
        if isinstance(rule, Collective):
            if rule.stands(question):
                acts = finding.acts_of(session, rule, question.asked)
                due.put(found := rule.collective(session, question, acts), len(found))
        elif rule.counts_backlog:
            known = put_off if isinstance(rule, Cadence) else gone
            _count(session, rule, question, known.get(rule.id, set()), due, there.overdue, few)
        else:
            _sort_out(session, rule, question, gone.get(rule.id, set()), due, there, few)
    past = asked.between(day - timedelta(days=_FOREVER), day)
    since = resting.not_late_since(force.work, day)
    for one in chain.from_iterable(finding.moved(session, force, past).values()):
        if one.day >= since:
            there.due.setdefault(one.kind, Group()).put([replace(one, day=day)], 1, one.amount_fen or 0)
        else:
            there.overdue.put([one], 1, one.amount_fen or 0)
    done = finding.acted(session, asked, on=day, force=force)
    there.acted.put(done, len(done))
    _finish(session, force, there, few)
    return there


def _finish(session: Session, force: InForce, there: Today, few: int) -> None:
    """Leave the best of each group, with all that their sentences need: read at once for all."""
    groups = [there.overdue, *there.due.values(), there.acted]
    for group in groups:
        group.touchpoints.sort(key=lambda one: (-one.aum_fen, one.day))
        del group.touchpoints[few:]
    there.ahead.touchpoints.sort(key=finding.order)
    del there.ahead.touchpoints[few:]
    groups.append(there.ahead)
    shown = [one for group in groups for one in group.touchpoints]
    filled = {(one.key, one.state): one for one in finding.fill(session, shown, force)}
    for group in groups:
        group.touchpoints = [
            filled[one.key, one.state] for one in group.touchpoints if (one.key, one.state) in filled
        ]
    there.due = {kind: there.due[kind] for kind in Kind if kind in there.due and there.due[kind].count}


def _count(
    session: Session,
    rule: Rule,
    question: Question,
    acts: Collection[Identity],
    due: Group,
    overdue: Group,
    few: int,
) -> None:
    """A rule whose backlog may be long: it is counted where it lies."""
    day = question.asked.first
    standing = _standing_on(question, rule, day)
    if standing is not None:
        among = [one for one in acts if standing[0] <= one[2] <= standing[1]]
        for tally in rule.tally(session, question.between(*standing), among, few).values():
            due.put([rule.touchpoint(row, day) for row in tally.first], tally.count, tally.amount_fen)
    since = resting.not_late_since(question.work, day)
    last = resting.last_due(question.work, day) if rule.shift > 0 else since - timedelta(days=1)
    late = rule.backlog(session, question, last, acts, few)
    overdue.put(
        [rule.touchpoint(row, rule.stands_on(question, row.due_on)) for row in late.first], late.count
    )


def _standing_on(question: Question, rule: Rule, day: date) -> tuple[date, date] | None:
    """The due days of a rule that stand on a day, moved there from days of rest, or left over from them;
    None: none.
    """
    if rule.stands_on(question, day) != day:
        return None
    first = last = day
    if not rule.shift:
        first = resting.not_late_since(question.work, day)
    while rule.shift > 0 and rule.stands_on(question, first - timedelta(days=1)) == day:
        first -= timedelta(days=1)
    while rule.shift < 0 and rule.stands_on(question, last + timedelta(days=1)) == day:
        last += timedelta(days=1)
    return first, last


def _sort_out(
    session: Session,
    rule: Rule,
    question: Question,
    gone: Collection[Identity],
    due: Group,
    there: Today,
    few: int,
) -> None:
    """A rule whose touchpoints lapse: they are few enough to be looked at one by one."""
    day = there.day
    back = timedelta(days=rule.lapses_after or 0)
    last = day + timedelta(days=AHEAD) if rule.kind in _GREETED else _last_standing_by(question, rule, day)
    wide = question.between(day - back, last)
    stands: dict[date, date] = {}
    by_group: dict[int, tuple[Group, list[Row]]] = {
        id(one): (one, []) for one in (due, there.overdue, there.ahead)
    }
    rows = [row for row in rule.find(session, wide) if (row.customer_id, row.subject, row.due_on) not in gone]
    for due_on in {row.due_on for row in rows}:
        stands[due_on] = rule.stands_on(question, due_on)
    superseded = _superseded(rows, stands, day) if rule.supersedes else ()
    since = resting.not_late_since(question.work, day)
    for row in rows:
        on = stands[row.due_on]
        if superseded and (row.customer_id, row.subject, row.due_on) in superseded:
            continue
        is_late = on < day and rule.late_after(row, on) < since
        group = there.ahead if on > day else there.overdue if is_late else due
        by_group[id(group)][1].append(row)
    for group, some in by_group.values():
        best = heapq.nlargest(few, some, key=lambda row: row.aum_fen)
        total = sum(row.amount_fen or 0 for row in some)
        placed = [rule.touchpoint(row, day if group is due else stands[row.due_on]) for row in best]
        group.put(placed, len(some), total)


def _last_standing_by(question: Question, rule: Rule, day: date) -> date:
    """The last due day that stands on a day or before it."""
    last = day
    while rule.shift < 0 and rule.stands_on(question, last + timedelta(days=1)) <= day:
        last += timedelta(days=1)
    return last


def _superseded(rows: Iterable[Row], stands: dict[date, date], day: date) -> set[Identity]:
    """Earlier reminders of the same thing, once a later one stands there."""
    latest: dict[tuple[int, str], date] = {}
    known = [row for row in rows if stands[row.due_on] <= day]
    for row in known:
        what = (row.customer_id, row.subject)
        latest[what] = max(latest.get(what, row.due_on), row.due_on)
    return {
        (row.customer_id, row.subject, row.due_on)
        for row in known
        if row.due_on < latest[row.customer_id, row.subject]
    }


def _acted_upon(session: Session, rules: Sequence[Rule], day: date) -> dict[str, set[Identity]]:
    """By rule, which touchpoints of the days around `day` somebody acted upon."""
    listed = [rule for rule in rules if not isinstance(rule, Cadence | Collective)]
    back = max((rule.lapses_after or 0 for rule in listed), default=0)
    margin = max(AHEAD, resting.LONGEST)
    found = select(_ACT.rule, _ACT.customer_id, _ACT.subject, _ACT.due_on).where(
        _ACT.due_on.between(day - timedelta(days=back), day + timedelta(days=margin)),
        _ACT.rule.in_([rule.id for rule in listed]),
    )
    return _by_rule(driver_rows.read(session, found))


def _put_off_contacts(session: Session, asked: Asked) -> dict[str, set[Identity]]:
    """By rule, the regular contacts that somebody put off and that are due still.

    What is subtracted from a number must be part of it, so these are of the customers asked about.
    """
    cadences = [rule for rule in RULES if isinstance(rule, Cadence)]
    found = (
        select(_ACT.rule, _ACT.customer_id, _ACT.subject, _ACT.due_on)
        .join(CustomerFact, FACT.customer_id == _ACT.customer_id)
        .where(_ACT.moved_to.is_not(None), *reached(session, asked))
        .where(or_(*(and_(_ACT.rule == rule.id, _ACT.due_on == rule.column) for rule in cadences)))
    )
    return _by_rule(driver_rows.read(session, found))


def _by_rule(rows: Iterable[Sequence[str | int]]) -> dict[str, set[Identity]]:
    found: dict[str, set[Identity]] = {}
    for rule_id, customer_id, subject, due_on in rows:
        identity = (int(customer_id), str(subject), date.fromisoformat(str(due_on)))
        found.setdefault(str(rule_id), set()).add(identity)
    return found
