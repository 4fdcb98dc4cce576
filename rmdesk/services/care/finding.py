"""Which touchpoints there are: an agenda, and the counts of a calendar.

What somebody acted upon is stored (`TouchpointAct`); everything else is computed for the days asked for.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import ActState, CustomerFact, Tier, TouchpointAct
from rmdesk.services import driver_rows, settings, working_days
from rmdesk.services.care import resting
from rmdesk.services.care.asked import FACT, LONGEST, Asked, reached, whose
from rmdesk.services.care.holders import Giving, Holders
from rmdesk.services.care.rules import BY_ID, RULES, Cadence, Collective, Dated, Due, Question, Rule
from rmdesk.services.care.touchpoint import ORDER, Key, Kind, State, Touchpoint
from rmdesk.services.care_options import Chosen
from rmdesk.services.driver_rows import Statement
from rmdesk.services.queries import given

_CHUNK = 500
_MARGIN = timedelta(days=resting.LONGEST)
_ACT = TouchpointAct.__table__.c
_RULE = func.json_each(given("rules")).table_valued("value").c.value
_TOUCHED = Statement(
    select(_RULE).where(
        select(_ACT.id)
        .where(_ACT.rule == _RULE, _ACT.due_on.between(given("first"), given("last")))
        .correlate(_RULE.table)
        .exists()
    )
)

_TIERS = Statement(select(Tier.__table__.c.uid, Tier.__table__.c.id))
_ANY_MOVED = Statement(select(_ACT.id).where(_ACT.moved_to.between(given("first"), given("last"))).limit(1))

_MOVING = (
    select(_ACT.rule, _ACT.customer_id, _ACT.subject, _ACT.due_on, _ACT.moved_to)
    .add_columns(_ACT.handed_to_id, _ACT.staff_id, FACT.owner_id, FACT.stand_in_id)
    .join(CustomerFact, FACT.customer_id == _ACT.customer_id)
)
_FINISHED = (
    select(_ACT.rule, _ACT.customer_id, _ACT.subject, _ACT.due_on, _ACT.state, FACT.aum_fen)
    .join(CustomerFact, FACT.customer_id == _ACT.customer_id)
    .where(_ACT.state != ActState.POSTPONED.value)
)
# Of everybody, made once.
_MOVED = Statement(
    _MOVING.where(_ACT.moved_to.between(given("first"), given("last")), FACT.is_lost.is_(False))
)
_FINISHED_ON = Statement(_FINISHED.where(_ACT.acted_on == given("day"), FACT.is_lost.is_(False)))
_TO_NOBODY = Giving()

Acted = dict[tuple[int, str, date], ActState]


@dataclass(slots=True)
class Count:
    """Touchpoints of one kind on one day: how many customers they are about, the most valuable few, the sum
    of their amounts, and how many lines they make: a collective one makes one.
    """

    kind: Kind
    count: int
    first: list[Touchpoint]
    amount_fen: int = 0
    lines: int = 0


def agenda(session: Session, asked: Asked, *, with_acted: bool = True) -> list[Touchpoint]:
    """Every touchpoint of these days in their order, also those postponed to them; festivals as one each."""
    force = load_in_force(session)
    found: list[Touchpoint] = []
    for rule, question in questions(force, asked):
        acts = acts_of(session, rule, question.asked)
        if isinstance(rule, Collective):
            found += rule.collective(session, question, acts)
        else:
            for row in rule.find(session, question):
                act = acts.get((row.customer_id, row.subject, row.due_on))
                if act is None:
                    found.append(rule.touchpoint(row, rule.stands_on(question, row.due_on)))
    found += chain.from_iterable(moved(session, force, asked).values())
    if with_acted:
        found += acted(session, asked, force=force)
    found = [one for one in found if asked.first <= one.day <= asked.last]
    return fill(session, sorted(found, key=order), force)


def due_days(session: Session, asked: Asked) -> list[tuple[int, date]]:
    """Of each open touchpoint of one customer, whose it is and the day it stands on; nothing is put into
    words.
    """
    force = load_in_force(session)
    found: list[tuple[int, date]] = []
    for rule, question in questions(force, asked):
        if not isinstance(rule, Collective):
            acts = acts_of(session, rule, question.asked)
            found += [
                (row.customer_id, rule.stands_on(question, row.due_on))
                for row in rule.find(session, question)
                if (row.customer_id, row.subject, row.due_on) not in acts
            ]
    for one in chain.from_iterable(moved(session, force, asked).values()):
        if one.key.customer_id is not None:
            found.append((one.key.customer_id, one.day))
    return found


def counts(
    session: Session,
    asked: Asked,
    *,
    few: int = 3,
    sums: bool = True,
    of_day: bool = False,
    force: InForce | None = None,
) -> dict[date, list[Count]]:
    """How many open touchpoints of each kind stand on each day; of each the most valuable `few`.

    `of_day`: the first few of each day only, in the order of kinds. Without `sums` amounts are not added up.
    """
    found: dict[date, dict[Kind, Count]] = {}

    def add(
        day: date, kind: Kind, count: int, first: list[Touchpoint], amount_fen: int, lines: int = -1
    ) -> None:
        if not asked.first <= day <= asked.last:
            return
        one = found.setdefault(day, {}).setdefault(kind, Count(kind, 0, []))
        one.count += count
        one.lines += count if lines < 0 else lines
        one.amount_fen += amount_fen
        one.first += first

    force = force or load_in_force(session)
    acted = touched(session, asked.first - _MARGIN, asked.last + _MARGIN)
    slots: list[tuple[Dated, Question, dict[date, list[Due]]]] = []
    for rule, question in questions(force, asked):
        if isinstance(rule, Collective):
            acts = acts_of(session, rule, question.asked) if rule.id in acted else {}
            for one in rule.collective(session, question, acts):
                add(one.day, one.kind, one.count or 0, [one], 0, lines=1)
            continue
        asking = question if sums else replace(question, sums=False)
        standing: dict[date, list[Due]] = {}
        for due in rule.counts(session, asking, acted=rule.id in acted):
            if due.count:
                day = rule.stands_on(question, due.day)
                standing.setdefault(day, []).append(due)
                add(day, rule.kind, due.count, [], due.amount_fen)
        slots.append((rule, asking, {day: dues for day, dues in standing.items() if day in found}))
    for one in chain.from_iterable(moved(session, force, asked).values()):
        add(one.day, one.kind, 1, [one], one.amount_fen or 0)
    ordered = {
        day: sorted(kinds.values(), key=lambda one: ORDER[one.kind]) for day, kinds in sorted(found.items())
    }
    shown = {
        (day, one.kind) for day, kinds in ordered.items() for one in (_first(kinds, few) if of_day else kinds)
    }
    for rule, question, standing in slots:
        wanted = {day: dues for day, dues in standing.items() if (day, rule.kind) in shown}
        for day, rows in rule.best(session, question, wanted, few, acted=rule.id in acted).items():
            found[day][rule.kind].first += [rule.touchpoint(row, day) for row in rows]
    for kinds in ordered.values():
        for some in kinds:
            some.first = sorted(some.first, key=lambda touchpoint: -touchpoint.aum_fen)[:few]
    return ordered


def _first(kinds: Iterable[Count], few: int) -> Iterator[Count]:
    """Those kinds of a day of which the first few of the day are; a collective one is one of them."""
    for one in kinds:
        if few <= 0:
            return
        yield one
        few -= one.lines


def members(session: Session, asked: Asked, key: Key) -> list[Touchpoint]:
    """Everybody a collective touchpoint concerns who was not greeted yet, the most valuable first."""
    found: list[Touchpoint] = []
    for rule, question in questions(load_in_force(session), asked.between(key.due_on, key.due_on)):
        if rule.id == key.rule:
            acts = acts_of(session, rule, question.asked)
            found += [
                rule.touchpoint(row, row.due_on)
                for row in rule.find(session, question)
                if row.subject == key.subject and (row.customer_id, row.subject, row.due_on) not in acts
            ]
    return sorted(found, key=lambda one: -one.aum_fen)


def find_these(session: Session, keys: Collection[Key], *, today: date) -> dict[Key, Touchpoint]:
    """The touchpoints of these keys as they are computed now, whether somebody acted upon them or not.

    What no longer holds is missing. Collective ones have no key of this kind.
    """
    force = load_in_force(session)
    by_rule: dict[str, list[Key]] = {}
    for key in dict.fromkeys(keys):
        if key.customer_id is not None and key.rule in BY_ID:
            by_rule.setdefault(key.rule, []).append(key)
    wanted = set(keys)
    found: list[Touchpoint] = []
    for rule_id, some in by_rule.items():
        rule = BY_ID[rule_id]
        for portion in _together(some) if force.chosen[rule_id].on else ():
            question = force.question(rule, _exactly(Asked(today, today, today), portion))
            touchpoints = [
                rule.touchpoint(row, rule.stands_on(question, row.due_on))
                for row in rule.find(session, question)
            ]
            found += [one for one in touchpoints if one.key in wanted]
    return {one.key: one for one in fill(session, found, force)}


def covering(session: Session, touchpoints: Iterable[Touchpoint], by: date) -> dict[Key, Key]:
    """Of those that a later reminder of the same thing covers if they stand on `by`: which one that is."""
    force = load_in_force(session)
    found: dict[Key, Key] = {}
    for one in touchpoints:
        question = force.question(BY_ID[one.key.rule], Asked(by, by, by))
        due_on = BY_ID[one.key.rule].covered_by(question, one.key.due_on, one.values, by)
        if due_on is not None:
            found[one.key] = one.key._replace(due_on=due_on)
    return found


def fill(
    session: Session, touchpoints: Sequence[Touchpoint], force: InForce | None = None
) -> list[Touchpoint]:
    """These in their order with all that their sentences need; what has gone meanwhile is left out."""
    by_rule: dict[str, list[Touchpoint]] = {}
    for one in touchpoints:
        by_rule.setdefault(one.key.rule, []).append(one)
    if not by_rule:
        return []
    chosen = load_options(session) if force is None else force.chosen
    filled: dict[Key, Touchpoint] = {}
    for rule in RULES:
        some = by_rule.get(rule.id, [])
        single = [one for one in some if one.key.customer_id is not None]
        filled |= {one.key: one for one in some if one.key.customer_id is None}
        if single:
            filled |= {one.key: one for one in rule.fill(session, single, chosen[rule.id])}
    return [filled[one.key] for one in touchpoints if one.key in filled]


# --- what was acted upon ---------------------------------------------------------------------------


def touched(session: Session, first: date, last: date) -> set[str]:
    """The rules of which anything due on these days was acted upon at all."""
    rules = json.dumps([rule.id for rule in RULES])
    found = _TOUCHED.read(session, rules=rules, first=first.isoformat(), last=last.isoformat())
    return {rule for (rule,) in found}


def acts_of(session: Session, rule: Rule, asked: Asked) -> Acted:
    """What somebody did about touchpoints due on these days."""
    found = select(_ACT.customer_id, _ACT.subject, _ACT.due_on, _ACT.state).where(
        _ACT.rule == rule.id, _ACT.due_on.between(asked.first, asked.last)
    )
    if isinstance(rule, Cadence):
        # Done or skipped, the next one is due on another day; only what was put off still stands there.
        found = found.join(CustomerFact, FACT.customer_id == _ACT.customer_id).where(
            _ACT.state == ActState.POSTPONED.value, rule.column == _ACT.due_on
        )
    if asked.customers is not None:
        found = found.where(_ACT.customer_id.in_(asked.customers))
    elif isinstance(rule, Cadence | Collective):  # what is subtracted from a number must be part of it
        if not isinstance(rule, Cadence):
            found = found.join(CustomerFact, FACT.customer_id == _ACT.customer_id)
        found = found.where(*reached(session, asked))
    return {
        (customer_id, subject, date.fromisoformat(due_on)): ActState(state)
        for customer_id, subject, due_on, state in driver_rows.read(session, found)
    }


def moved(
    session: Session, force: InForce, asked: Asked, *, today: date | None = None
) -> dict[str, list[Touchpoint]]:
    """What was postponed to these days, by rule, as it is computed now; what no longer holds is not there.

    Nor is a reminder whose next one stands by the day it was put off to, or by `today`: that covers it.
    """
    if not _ANY_MOVED.read(session, first=asked.first.isoformat(), last=asked.last.isoformat()):
        return {}
    holders = Holders(session, asked)
    anybodys = replace(asked, manager_id=None)  # what was given to somebody is of customers of another
    if whose(session, asked).shape.is_everybody:
        rows = _MOVED.read(session, first=asked.first.isoformat(), last=asked.last.isoformat())
    else:
        found = _MOVING.where(_ACT.moved_to.between(asked.first, asked.last), *reached(session, anybodys))
        rows = driver_rows.read(session, found.where(*holders.condition()))
    by_rule: dict[str, dict[Key, tuple[date, Giving]]] = {}
    given_away: set[Key] = set()  # to a colleague, who is to do it whatever else is due
    for rule_id, customer_id, subject, due_on, moved_to, *people in rows:
        if (giving := holders.giving(*people)) is not None:
            key = Key(rule_id, customer_id, subject, date.fromisoformat(due_on))
            if people[0] is not None:
                given_away.add(key)
            by_rule.setdefault(rule_id, {})[key] = (date.fromisoformat(moved_to), giving)
    there: dict[str, list[Touchpoint]] = {}
    for rule_id, where in by_rule.items():
        rule = BY_ID.get(rule_id)
        if rule is None or not force.chosen[rule_id].on or not asked.wants(rule.kind):
            continue
        there[rule_id] = []
        for keys in _together(where):
            question = force.question(rule, _exactly(anybodys, keys))
            for row in rule.find(session, question):
                key = Key(rule_id, row.customer_id, row.subject, row.due_on)
                if key not in where:
                    continue
                day, giving = where[key]
                by = max(day, today or day)
                if key in given_away or rule.covered_by(question, row.due_on, row.values, by) is None:
                    one = rule.touchpoint(row, day, postponed=True)
                    there[rule_id].append(one if giving == _TO_NOBODY else replace(one, **giving._asdict()))
    return there


def _together(keys: Iterable[Key]) -> Iterator[list[Key]]:
    """Keys in portions that one question can be about: so many customers, so many days."""
    portion: list[Key] = []
    for key in sorted(keys, key=lambda one: one.due_on):
        if portion and (len(portion) == _CHUNK or (key.due_on - portion[0].due_on).days >= LONGEST):
            yield portion
            portion = []
        portion.append(key)
    if portion:
        yield portion


def _exactly(asked: Asked, keys: Sequence[Key]) -> Asked:
    customers = tuple(sorted({key.customer_id for key in keys if key.customer_id is not None}))
    return replace(asked, first=keys[0].due_on, last=keys[-1].due_on, customers=customers)


def acted(
    session: Session, asked: Asked, *, on: date | None = None, force: InForce | None = None
) -> list[Touchpoint]:
    """What was done or skipped of these days, or `on` a day; by day, the most valuable first."""
    chosen = load_options(session) if force is None else force.chosen
    if on is not None and whose(session, asked).shape.is_everybody:
        rows = _FINISHED_ON.read(session, day=on.isoformat())
    else:
        when = _ACT.acted_on == on if on is not None else _ACT.due_on.between(asked.first, asked.last)
        rows = driver_rows.read(session, _FINISHED.where(when, *reached(session, asked)))
    touchpoints = [
        Touchpoint(
            Key(rule_id, customer_id, subject, date.fromisoformat(due_on)),
            BY_ID[rule_id].kind,
            on or date.fromisoformat(due_on),
            aum_fen or 0,
            state=State.DONE if state == ActState.DONE.value else State.SKIPPED,
        )
        for rule_id, customer_id, subject, due_on, state, aum_fen in rows
        if rule_id in BY_ID and chosen[rule_id].on and asked.wants(BY_ID[rule_id].kind)
    ]
    return sorted(touchpoints, key=lambda one: (one.day, -one.aum_fen))


# --- asking the rules ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class InForce:
    """What the branch has set, read once for many questions: by rule, working days, ids of tiers by uid."""

    chosen: dict[str, Chosen]
    work: working_days.WorkCalendar
    tiers: dict[str, int]
    readings: dict[Hashable, list[tuple[Any, ...]]] = field(default_factory=dict)

    def question(self, rule: Rule, asked: Asked) -> Question:
        options = self.chosen[rule.id]
        off_for = [self.tiers[uid] for uid in options.without_tiers if uid in self.tiers]
        return Question(asked, options, self.work, off_for, readings=self.readings)


def load_in_force(session: Session) -> InForce:
    tiers: dict[str, int] = dict(_TIERS.read(session))
    return InForce(load_options(session), working_days.load(session), tiers)


def questions(
    force: InForce, asked: Asked, *, exactly: bool = False
) -> Iterator[tuple[Dated | Collective, Question]]:
    """Every rule that is on and wanted, with what it is asked.

    A rule that moves off days of rest is asked for some days more, which may stand on those asked for;
    not so if the due days are meant `exactly`.
    """
    for rule in RULES:
        if not force.chosen[rule.id].on or not asked.wants(rule.kind):
            continue
        wider = asked
        if rule.shift and not exactly:
            wider = replace(
                asked,
                first=asked.first - _MARGIN if rule.shift > 0 else asked.first,
                last=asked.last + _MARGIN if rule.shift < 0 else asked.last,
            )
        yield rule, force.question(rule, wider)


def load_options(session: Session) -> dict[str, Chosen]:
    """What is in force for every rule, by its id."""
    stored: dict[str, dict[str, Any]] = settings.get(session, "care.rules")
    found = {}
    for rule in RULES:
        own = stored.get(rule.id, {})
        values = {option.name: own.get(option.name, option.default) for option in rule.options}
        found[rule.id] = Chosen(own.get("on", True), tuple(own.get("without_tiers", ())), values)
    return found


def order(one: Touchpoint) -> tuple[Any, ...]:
    return (one.day, ORDER[one.kind], -one.aum_fen, one.key.customer_id or 0, one.key.subject)
