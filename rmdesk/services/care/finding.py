"""Which touchpoints there are: an agenda, the counts of a calendar, and what stands open today.

What somebody acted upon is stored (`TouchpointAct`); everything else is computed for the days asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import ActState, CustomerFact, Tier, TouchpointAct
from rmdesk.services import driver_rows, settings, working_days
from rmdesk.services.care import resting
from rmdesk.services.care.asked import FACT, Asked, reached
from rmdesk.services.care.options import Chosen
from rmdesk.services.care.rules import RULES, Cadence, FestivalDay, Question, Rule
from rmdesk.services.care.touchpoint import ORDER, Key, Kind, State, Touchpoint

SHOWN = 100  # of one group: a longer backlog is a number
_FOREVER = 750  # days back that what never lapses is looked for, but for cadences, which are counted
_ACT = TouchpointAct.__table__.c

Acted = dict[tuple[int, str, date], ActState]


@dataclass(slots=True)
class Count:
    """Touchpoints of one kind on one day: how many, the most valuable few, the sum of their amounts."""

    kind: Kind
    count: int
    first: list[Touchpoint]
    amount_fen: int = 0


@dataclass(slots=True)
class Group:
    """Open touchpoints that belong together: how many, and at most `SHOWN` of them by value."""

    count: int = 0
    touchpoints: list[Touchpoint] = field(default_factory=list)
    amount_fen: int = 0


@dataclass(slots=True)
class Today:
    """What a day asks for: what is late, what is due by kind, and the birthdays of the week ahead."""

    day: date
    overdue: Group
    due: dict[Kind, Group]
    ahead: Group
    acted: Group


def agenda(session: Session, asked: Asked, *, with_acted: bool = True) -> list[Touchpoint]:
    """Every touchpoint of these days in their order, also those postponed to them; festivals as one each."""
    found: list[Touchpoint] = []
    for rule, question in _questions(session, asked):
        acts = _acts(session, rule, question.asked)
        if isinstance(rule, FestivalDay):
            found += rule.collective(session, question, acts)
        else:
            for row in rule.find(session, question):
                act = acts.get((row.customer_id, row.subject, row.due_on))
                if act is None:
                    found.append(rule.touchpoint(row, rule.stands_on(question, row.due_on)))
        found += _moved(session, rule, asked)
        if with_acted:
            found += _acted(session, rule, asked)
    found = [one for one in found if asked.first <= one.day <= asked.last]
    return fill(session, sorted(found, key=_order))


def counts(session: Session, asked: Asked, *, few: int = 3) -> dict[date, list[Count]]:
    """How many open touchpoints of each kind stand on each day; of each the most valuable `few`."""
    found: dict[date, dict[Kind, Count]] = {}

    def add(day: date, kind: Kind, count: int, first: list[Touchpoint], amount_fen: int) -> None:
        if not asked.first <= day <= asked.last:
            return
        one = found.setdefault(day, {}).setdefault(kind, Count(kind, 0, []))
        one.count += count
        one.amount_fen += amount_fen
        one.first = sorted([*one.first, *first], key=lambda touchpoint: -touchpoint.aum_fen)[:few]

    for rule, question in _questions(session, asked):
        acts = _acts(session, rule, question.asked)
        if isinstance(rule, FestivalDay):
            for one in rule.collective(session, question, acts):
                add(one.day, one.kind, one.count or 0, [one], 0)
        else:
            for due_on, tally in rule.tally(session, question, acts, few).items():
                day = rule.stands_on(question, due_on)
                first = [rule.touchpoint(row, day) for row in tally.first]
                add(day, rule.kind, tally.count, first, tally.amount_fen)
        for one in _moved(session, rule, asked):
            add(one.day, one.kind, 1, [one], one.amount_fen or 0)
    return {
        day: sorted(kinds.values(), key=lambda one: ORDER[one.kind]) for day, kinds in sorted(found.items())
    }


def acted(session: Session, asked: Asked) -> list[Touchpoint]:
    """What was done or skipped of these days, the most valuable first."""
    found = [one for rule, _question in _questions(session, asked) for one in _acted(session, rule, asked)]
    return sorted(found, key=lambda one: (one.day, -one.aum_fen))


def today(session: Session, asked: Asked, *, few: int = SHOWN) -> Today:
    """What `asked.first`, a single day, asks for of whoever is asked about; of each group `few` at most."""
    day = asked.first
    due: dict[Kind, Group] = {}
    overdue = Group()
    for rule, question in _questions(session, asked):
        acts = _acts(session, rule, question.asked)
        if isinstance(rule, FestivalDay):
            for one in rule.collective(session, question, acts):
                _put(due.setdefault(rule.kind, Group()), [one], 1)
        else:
            group = due.setdefault(rule.kind, Group())
            for due_on, tally in rule.tally(session, question, acts, few).items():
                if rule.stands_on(question, due_on) == day:
                    first = [rule.touchpoint(row, day) for row in tally.first]
                    _put(group, first, tally.count, tally.amount_fen)
        moved = [one for one in _moved(session, rule, asked) if one.day == day]
        _put(due.setdefault(rule.kind, Group()), moved, len(moved))
        _put_overdue(session, rule, question, day, overdue, few)
    week = asked.between(day + timedelta(days=1), day + timedelta(days=7))
    ahead = Group()
    for rule, question in _questions(session, week):
        if rule.kind in (Kind.BIRTHDAY, Kind.FAMILY_DATE):
            acts = _acts(session, rule, question.asked)
            for due_on, tally in rule.tally(session, question, acts, few).items():
                first = [rule.touchpoint(row, due_on) for row in tally.first]
                _put(ahead, first, tally.count, tally.amount_fen)
    over = Group()
    for rule, _question in _questions(session, asked):
        done = _acted(session, rule, asked, on=day)
        _put(over, done, len(done))
    for group in (overdue, *due.values(), over):
        group.touchpoints = fill(session, _best(group.touchpoints, few))
    ahead.touchpoints = fill(session, sorted(ahead.touchpoints, key=_order)[:few])
    ordered = {kind: due[kind] for kind in Kind if kind in due and due[kind].count}
    return Today(day, overdue, ordered, ahead, over)


def members(session: Session, asked: Asked, key: Key) -> list[Touchpoint]:
    """Everybody a collective touchpoint concerns who was not greeted yet, the most valuable first."""
    found: list[Touchpoint] = []
    for rule, question in _questions(session, asked.between(key.due_on, key.due_on)):
        if rule.id == key.rule:
            acts = _acts(session, rule, question.asked)
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
    together: dict[tuple[str, date], set[int]] = {}
    for key in keys:
        if key.customer_id is not None:
            together.setdefault((key.rule, key.due_on), set()).add(key.customer_id)
    wanted = set(keys)
    found: list[Touchpoint] = []
    for (rule_id, due_on), customers in together.items():
        asked = Asked(due_on, due_on, today, customers=tuple(sorted(customers)))
        for rule, question in _questions(session, asked, exactly=True):
            if rule.id == rule_id:
                touchpoints = [
                    rule.touchpoint(row, rule.stands_on(question, row.due_on))
                    for row in rule.find(session, question)
                ]
                found += [one for one in touchpoints if one.key in wanted]
    return {one.key: one for one in fill(session, found)}


def fill(session: Session, touchpoints: Sequence[Touchpoint]) -> list[Touchpoint]:
    """These in their order with all that their sentences need; what has gone meanwhile is left out."""
    by_rule: dict[str, list[Touchpoint]] = {}
    for one in touchpoints:
        by_rule.setdefault(one.key.rule, []).append(one)
    if not by_rule:
        return []
    chosen = load_options(session)
    filled: dict[Key, Touchpoint] = {}
    for rule in RULES:
        some = by_rule.get(rule.id, [])
        single = [one for one in some if one.key.customer_id is not None]
        filled |= {one.key: one for one in some if one.key.customer_id is None}
        if single:
            filled |= {one.key: one for one in rule.fill(session, single, chosen[rule.id])}
    return [filled[one.key] for one in touchpoints if one.key in filled]


# --- what was acted upon ---------------------------------------------------------------------------


def _acts(session: Session, rule: Rule, asked: Asked) -> Acted:
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
    elif isinstance(rule, Cadence | FestivalDay):  # what is subtracted from a number must be part of it
        if not isinstance(rule, Cadence):
            found = found.join(CustomerFact, FACT.customer_id == _ACT.customer_id)
        found = found.where(*reached(session, asked))
    return {
        (customer_id, subject, date.fromisoformat(due_on)): ActState(state)
        for customer_id, subject, due_on, state in driver_rows.read(session, found)
    }


def _moved(session: Session, rule: Rule, asked: Asked) -> list[Touchpoint]:
    """What was postponed to these days, as it is computed now; what no longer holds is not shown."""
    found = (
        select(_ACT.customer_id, _ACT.subject, _ACT.due_on, _ACT.moved_to)
        .join(CustomerFact, FACT.customer_id == _ACT.customer_id)
        .where(_ACT.rule == rule.id, _ACT.moved_to.between(asked.first, asked.last), *reached(session, asked))
    )
    moved: list[Touchpoint] = []
    by_day: dict[date, dict[tuple[int, str], date]] = {}
    for customer_id, subject, due_on, moved_to in driver_rows.read(session, found):
        where = by_day.setdefault(date.fromisoformat(due_on), {})
        where[customer_id, subject] = date.fromisoformat(moved_to)
    for due_on, where in by_day.items():
        customers = tuple(sorted({customer_id for customer_id, _subject in where}))
        narrow = replace(asked, first=due_on, last=due_on, customers=customers)
        for one, question in _questions(session, narrow, exactly=True):
            if one is rule:
                moved += [
                    rule.touchpoint(row, where[row.customer_id, row.subject], postponed=True)
                    for row in rule.find(session, question)
                    if (row.customer_id, row.subject) in where and row.due_on == due_on
                ]
    return moved


def _acted(session: Session, rule: Rule, asked: Asked, *, on: date | None = None) -> list[Touchpoint]:
    """What was done or skipped of these days, or `on` a day."""
    found = (
        select(_ACT.customer_id, _ACT.subject, _ACT.due_on, _ACT.state, FACT.aum_fen)
        .join(CustomerFact, FACT.customer_id == _ACT.customer_id)
        .where(_ACT.rule == rule.id, _ACT.state != ActState.POSTPONED.value, *reached(session, asked))
        .where(
            _ACT.acted_on == on if on is not None else _ACT.due_on.between(asked.first, asked.last),
        )
    )
    return [
        Touchpoint(
            Key(rule.id, customer_id, subject, date.fromisoformat(due_on)),
            rule.kind,
            on or date.fromisoformat(due_on),
            aum_fen or 0,
            state=State.DONE if state == ActState.DONE.value else State.SKIPPED,
        )
        for customer_id, subject, due_on, state, aum_fen in driver_rows.read(session, found)
    ]


# --- asking the rules ------------------------------------------------------------------------------


def _questions(session: Session, asked: Asked, *, exactly: bool = False) -> Iterator[tuple[Rule, Question]]:
    """Every rule that is on and wanted, with what it is asked.

    A rule that moves off days of rest is asked for some days more, which may stand on those asked for;
    not so if the due days are meant `exactly`.
    """
    chosen = load_options(session)
    work = working_days.load(session)
    tiers: dict[str, int] = dict(session.execute(select(Tier.uid, Tier.id)).all())
    for rule in RULES:
        options = chosen[rule.id]
        if not options.on or not asked.wants(rule.kind):
            continue
        off_for = [tiers[uid] for uid in options.without_tiers if uid in tiers]
        wider = asked
        if rule.shift and not exactly:
            margin = timedelta(days=resting.LONGEST)
            wider = replace(
                asked,
                first=asked.first - margin if rule.shift > 0 else asked.first,
                last=asked.last + margin if rule.shift < 0 else asked.last,
            )
        yield rule, Question(wider, options, work, off_for)


def load_options(session: Session) -> dict[str, Chosen]:
    """What is in force for every rule, by its id."""
    stored: dict[str, dict[str, Any]] = settings.get(session, "care.rules")
    found = {}
    for rule in RULES:
        own = stored.get(rule.id, {})
        values = {option.name: own.get(option.name, option.default) for option in rule.options}
        found[rule.id] = Chosen(own.get("on", True), tuple(own.get("without_tiers", ())), values)
    return found


def _put_overdue(session: Session, rule: Rule, question: Question, day: date, group: Group, few: int) -> None:
    """Add what a rule left open before `day`; of a festival that lapsed nothing can be made up for."""
    back = timedelta(days=rule.lapses_after or _FOREVER)
    past = question.asked.between(day - back, day - timedelta(days=1))
    if isinstance(rule, FestivalDay):
        return
    if isinstance(rule, Cadence):
        tally = rule.backlog(session, question, day, few)
        # Due on a day of rest, it stands on the working day after it.
        _put(group, [rule.touchpoint(row, row.due_on) for row in tally.first], tally.count)
    else:
        wide = replace(question, asked=past)
        acts = _acts(session, rule, past)
        for due_on, tally in rule.tally(session, wide, acts, few).items():
            stands_on = rule.stands_on(question, due_on)
            if stands_on < day:
                first = [rule.touchpoint(row, stands_on) for row in tally.first]
                _put(group, first, tally.count, tally.amount_fen)
    moved = _moved(session, rule, past)
    _put(group, moved, len(moved))


def _put(group: Group, touchpoints: Iterable[Touchpoint], count: int, amount_fen: int = 0) -> None:
    group.touchpoints += touchpoints
    group.count += count
    group.amount_fen += amount_fen


def _best(touchpoints: Collection[Touchpoint], few: int) -> list[Touchpoint]:
    return sorted(touchpoints, key=lambda one: (-one.aum_fen, one.day))[:few]


def _order(one: Touchpoint) -> tuple[Any, ...]:
    return (one.day, ORDER[one.kind], -one.aum_fen, one.key.customer_id or 0, one.key.subject)
