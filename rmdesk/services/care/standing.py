"""What stands open on a day: late, due by kind, coming within the week; and what was done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain, groupby
from operator import attrgetter

from sqlalchemy.orm import Session

from rmdesk.services.care import finding, resting
from rmdesk.services.care.asked import Asked
from rmdesk.services.care.finding import InForce
from rmdesk.services.care.rules import RULES, Collective, Dated, Due, Question, Rule
from rmdesk.services.care.touchpoint import Kind, Row, Touchpoint

SHOWN = 100  # of one group: a longer backlog is a number
AHEAD = 7  # days
_FOREVER = 750  # days back that what was postponed is looked for
_PLACE = {rule.id: place for place, rule in enumerate(RULES)}
_ANYTHING = -(10**18)  # fen: nobody has so many debts
_GREETED = (Kind.BIRTHDAY, Kind.FAMILY_DATE)


@dataclass(slots=True)
class Group:
    """Open touchpoints that belong together: how many, the most valuable of them, their amounts.

    `rows` may still be among these: what a rule found, and the day each of them stands on.
    """

    count: int = 0
    touchpoints: list[Touchpoint] = field(default_factory=list)
    amount_fen: int = 0
    rows: list[tuple[Dated, Row, Callable[[Row], date]]] = field(default_factory=list)

    def put(self, touchpoints: Iterable[Touchpoint], count: int, amount_fen: int = 0) -> None:
        self.touchpoints += touchpoints
        self.count += count
        self.amount_fen += amount_fen

    def least(self, few: int) -> int:
        """What the customer is worth at least of one who may be among the most valuable `few`, in fen.

        Rows of others are left out.
        """
        worth = [one.aum_fen for one in self.touchpoints]
        worth += [row.aum_fen for _, row, _ in self.rows]
        if not 0 < few <= len(worth):
            return _ANYTHING
        worth.sort()
        least = worth[-few]
        if len(worth) > few:
            self.rows = [one for one in self.rows if one[1].aum_fen >= least]
        return least

    def settle(self) -> None:
        """Make touchpoints of the rows."""
        self.touchpoints += [rule.touchpoint(row, stands_on(row)) for rule, row, stands_on in self.rows]
        self.rows = []


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
    # Those that an index ranks come first: of the others then only what is worth more need be looked at.
    rules = sorted(finding.questions(force, asked, exactly=True), key=lambda one: _counted_alone(one[0]))
    gone = finding.touched(session, date.min, day + timedelta(days=max(AHEAD, resting.LONGEST)))
    for rule, question in rules:
        if isinstance(rule, Collective):
            if rule.stands(question):
                acts = finding.acts_of(session, rule, question.asked)
                found = rule.collective(session, question, acts)
                there.due.setdefault(rule.kind, Group()).put(found, len(found))
        else:
            _sort_out(session, rule, question, rule.id in gone, there, few)
    past = asked.between(day - timedelta(days=_FOREVER), day)
    since = resting.not_late_since(force.work, day)
    for one in chain.from_iterable(finding.moved(session, force, past, today=day).values()):
        if one.late_after >= since:
            there.due.setdefault(one.kind, Group()).put([one.on(day)], 1, one.amount_fen or 0)
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
        group.least(few)
        group.settle()
        # What a colleague gave to whoever asks is not to be lost among all that is of the branch.
        group.touchpoints.sort(
            key=lambda one: (one.handed_by is None, -one.aum_fen, one.day, _PLACE[one.key.rule])
        )
        del group.touchpoints[few:]
    there.ahead.settle()
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


def _sort_out(session: Session, rule: Dated, question: Question, acted: bool, there: Today, few: int) -> None:
    """Put what a rule finds where it belongs: counted where it lies, but for the few that are shown."""
    day = there.day
    last = day + timedelta(days=AHEAD) if rule.kind in _GREETED else _last_standing_by(question, rule, day)
    back = rule.lapses_after
    wide = question.until(last) if back is None else question.between(day - timedelta(days=back), last)
    wide = replace(wide, standing_by=day)
    since = resting.not_late_since(question.work, day)
    before = resting.last_due(question.work, day) if rule.shift > 0 else since - timedelta(days=1)
    late: list[Due] = []
    due: list[Due] = []
    ahead: list[Due] = []
    for mark, dues in groupby(rule.counts(session, wide, acted=acted), key=attrgetter("mark")):
        standing: list[tuple[Due, date]] = []
        for one in dues:
            # Of a long backlog it need not be looked up where each day stands.
            on = one.day if back is None and one.day <= before else rule.stands_on(question, one.day)
            if on <= day:
                standing.append((one, on))
            elif rule.kind in _GREETED:
                ahead.append(one)
        values = rule.values(question, mark) if standing else ()
        for one, on in standing:
            (late if rule.late_after(values, on) < since else due).append(one)
    groups = {"late": there.overdue, "due": there.due.setdefault(rule.kind, Group()), "ahead": there.ahead}
    slots = {"late": late, "due": due, "ahead": ahead}
    # The week ahead is by its days.
    least = {name: groups[name].least(few) for name in ("late", "due")}
    best = rule.best(session, wide, slots, few, acted=acted, least=least)

    def since_when(row: Row) -> date:
        """The day that what is late, or lies ahead, is told of."""
        return rule.late_after(row.values, rule.stands_on(question, row.due_on))

    def present(_row: Row) -> date:
        return day

    for name, group in groups.items():
        stands_on = present if name == "due" else since_when
        group.rows += [(rule, row, stands_on) for row in best.get(name, ())]
        group.put((), sum([one.count for one in slots[name]]), sum([one.amount_fen for one in slots[name]]))


def _counted_alone(rule: Rule) -> bool:
    return isinstance(rule, Dated) and rule.counted_alone


def _last_standing_by(question: Question, rule: Rule, day: date) -> date:
    """The last due day that stands on a day or before it."""
    last = day
    while rule.shift < 0 and rule.stands_on(question, last + timedelta(days=1)) <= day:
        last += timedelta(days=1)
    return last
