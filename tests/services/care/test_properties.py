"""What holds of the care calendar for anybody: ranges and days, acts, birthdays, clocks, two people."""

from __future__ import annotations

import random
import time
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rmdesk.models import Customer, Tier
from rmdesk.services import (
    almanac,
    care,
    changes,
    commitments,
    customers,
    dates,
    facts,
    figures,
    follow_ups,
    holdings,
    interactions,
    recycle_bin,
    undoing,
)
from rmdesk.services import settings as branch_settings
from rmdesk.services.care import Asked, Key, Kind, Touchpoint
from rmdesk.services.care.asked import whose
from rmdesk.services.care.rules import RULES, choosing, dated
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from tests.support.branches import Branch

TODAY = date(2026, 9, 10)
FIRST = date(2026, 1, 1)  # of the days looked at: National Day and its made-up days among them
SPAN = 420


def one_day(dice: random.Random) -> Day:
    """Any day a person may be born on, the awkward ones more often."""
    match dice.randrange(5):
        case 0:
            return Day(2, 29, dice.choice((1960, 1984, None)))
        case 1:
            return Day(dice.randrange(1, 13), 30, None, is_lunar=True)
        case 2:
            return Day(6, dice.randrange(1, 30), 1987, is_lunar=True, is_leap_month=True)
        case 3:
            return Day(dice.randrange(1, 13), dice.randrange(1, 30), None, is_lunar=True)
        case _:
            return Day(dice.randrange(1, 13), dice.randrange(1, 29), dice.randrange(1940, 2005))


@pytest.fixture
def people(branch: Branch) -> list[int]:
    """Some thirty people with whatever may fall due, all of the manager: most known for years, some of them
    since a day among those looked at, some in mourning for a part of these.
    """
    dice = random.Random(5)
    branch.act("manager")
    with branch.store.write() as session:
        changes.describe(session, "test.added")
        for place in range(30):
            one = customers.add_customer(
                session,
                {
                    "name": f"客户{place}",
                    "birthday": one_day(dice),
                    "strategy": dice.choice(("intensive", "active", "passive")),
                    "gender": dice.choice(("male", "female")),
                    "occupation": dice.choice(("中学教师", "护士", "工程师")),
                    "risk_assessed_on": FIRST + timedelta(days=dice.randrange(-300, 200)),
                    "stand_in": branch.people["colleague"].staff_uid,
                },
            )
            figures.add_figure(session, one.uid, dice.choice((1, 60, 700)) * 10_000_00, "2026-08-31")
            due = FIRST + timedelta(days=dice.randrange(SPAN))
            holding = {"kind": dice.choice(("time_deposit", "loan", "insurance")), "amount_fen": 100}
            holdings.add_holding(
                session,
                one.uid,
                holding | {"bank": dice.choice(("", "工商银行")), "matures_on": due, "premium_due_on": due},
            )
            dates.add_date(session, one.uid, {"kind": "family_birthday", "day": one_day(dice)})
            held = FIRST + timedelta(days=dice.randrange(200))
            contact = {"channel": dice.choice(("call", "visit")), "content": "谈", "held_on": held}
            interactions.add_interaction(session, one.uid, contact)
            later = TODAY + timedelta(days=dice.randrange(60))
            follow_ups.add_follow_up(session, one.uid, {"step": "回电", "due_on": later})
            promise = {"promise": "寄资料", "due_on": later, "promised_on": TODAY - timedelta(days=9)}
            commitments.add_commitment(session, one.uid, promise)
        rows = session.query(Customer).all()
        for place, row in enumerate(rows):
            row.known_since = date(2020, 1, 1) if place % 8 else FIRST + timedelta(days=11 * place)
            row.bereaved_on = FIRST - timedelta(days=9 * place) if place % 8 == 4 else None
        session.flush()
        facts.refresh(session)
        return [row.id for row in rows]


def agenda(branch: Branch, first: date, last: date, today: date = TODAY) -> list[Touchpoint]:
    return branch.read(care.agenda, Asked(first, last, today))


def act_on_some(branch: Branch, seed: int) -> None:
    """Put off, skip and finish some of what there is."""
    dice = random.Random(seed)
    single = [one for one in agenda(branch, FIRST, FIRST + timedelta(days=SPAN)) if one.key.customer_id]
    for one in dice.sample([one for one in single if one.state is care.State.OPEN], 24):
        match dice.randrange(3):
            case 0:
                to = TODAY + timedelta(days=dice.randrange(90))
                branch.write(care.postpone, [one.key], to, today=TODAY)
            case 1:
                branch.write(care.skip, [one.key], "出国", today=TODAY)
            case _:
                branch.write(care.mark_done, [one.key], today=TODAY)


def make_some_unusual(branch: Branch) -> None:
    """Some new, some in mourning, some who want no greetings, some lost."""
    with branch.store.write() as session:
        changes.describe(session, "test.added")
        for place, row in enumerate(session.query(Customer).order_by(Customer.id)):
            if place % 4 == 0:
                row.known_since = FIRST + timedelta(days=15 * place)
            elif place % 4 == 1:
                row.bereaved_on = FIRST + timedelta(days=10 * place - 365)
            row.no_greetings = place % 7 == 3
            row.stage = "lost" if place % 11 == 2 else row.stage
        session.flush()
        facts.refresh(session)


def test_a_range_is_the_union_of_its_days(branch: Branch, people: list[int]) -> None:
    act_on_some(branch, 1)

    @settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.integers(0, SPAN - 40), st.integers(0, 39))
    def holds(start: int, length: int) -> None:
        first = FIRST + timedelta(days=start)
        last = first + timedelta(days=length)
        whole = agenda(branch, first, last)
        days = [first + timedelta(days=one) for one in range(length + 1)]
        assert whole == [touchpoint for day in days for touchpoint in agenda(branch, day, day)]
        assert max(Counter(one.key for one in whole).values(), default=1) == 1

    holds()
    every = agenda(branch, FIRST, FIRST + timedelta(days=SPAN))
    assert {one.key.rule for one in every} >= {"birthday", "festival", "own_maturity", "cadence_call"}
    assert any(one.postponed for one in every)


def test_nothing_is_due_before_a_customer_was_known_nor_is_anybody_congratulated_in_mourning(
    branch: Branch, people: list[int]
) -> None:
    with branch.store.read() as session:
        known = {row.id: row.known_since for row in session.query(Customer)}
        bereaved = {row.id: row.bereaved_on for row in session.query(Customer) if row.bereaved_on}
    every = agenda(branch, FIRST, FIRST + timedelta(days=SPAN))
    dated = ("birthday", "family_date", "own_maturity", "other_maturity", "loan_maturity", "premium")
    some = [one for one in every if one.key.customer_id is not None and one.key.rule in dated]
    assert all(one.key.due_on >= known[one.key.customer_id or 0] for one in some)
    greeted = [one for one in some if one.key.rule in ("birthday", "family_date")]
    again = {id: day + timedelta(days=366) for id, day in bereaved.items()}
    assert all(one.key.due_on >= again.get(one.key.customer_id or 0, FIRST) for one in greeted)
    newcomers = {id for id, day in known.items() if day > FIRST}
    assert {one.key.customer_id for one in greeted} & newcomers
    assert {one.key.customer_id for one in greeted} & set(bereaved)


def test_acting_on_one_changes_no_other(branch: Branch, people: list[int]) -> None:
    last = FIRST + timedelta(days=SPAN)
    dice = random.Random(2)
    before = {one.key: one for one in agenda(branch, FIRST, last)}
    rules = sorted({key.rule for key in before if key.customer_id is not None})
    for rule in rules:
        # What is done of a cadence moves it on, which is what it is for: the next one has another key.
        key = dice.choice([key for key in before if key.rule == rule and key.customer_id is not None])
        acts = (
            lambda key=key: branch.write(care.skip, [key], "出国", today=TODAY),
            lambda key=key: branch.write(care.postpone, [key], TODAY + timedelta(days=9), today=TODAY),
            lambda key=key: branch.write(care.mark_done, [key], today=TODAY),
        )
        for act in acts:
            act()
            after = {one.key: one for one in agenda(branch, FIRST, last)}
            mine = {
                one for one in {*before, *after} if (one.rule, one.customer_id) == (rule, key.customer_id)
            }
            changed = {one for one in {*before, *after} if before.get(one) != after.get(one)}
            assert changed <= mine
            if not rule.startswith("cadence_"):
                assert changed <= {key}
            branch.undo()
            assert {one.key: one for one in agenda(branch, FIRST, last)} == before
    assert len(rules) >= 8


def test_every_birthday_comes_once_a_year_of_its_own_calendar(branch: Branch, people: list[int]) -> None:
    with branch.store.write() as session:
        changes.describe(session, "test.changed")
        for row in session.query(Customer):
            row.known_since, row.bereaved_on = date(2020, 1, 1), None
        session.flush()
        facts.refresh(session)
        lunar = {row.id: row.birth_is_lunar for row in session.query(Customer)}
        born = {(row.birth_month, row.birth_day, bool(row.birth_is_lunar)) for row in session.query(Customer)}
        assert any(row.birth_is_leap_month for row in session.query(Customer))
    assert 5 < sum(lunar.values()) < 25
    assert (2, 29, False) in born
    assert any(day == 30 and is_lunar for _month, day, is_lunar in born)
    for year in (2025, 2026, 2027):
        spans = {
            False: (date(year, 1, 1), date(year, 12, 31)),
            True: (
                almanac.to_solar(almanac.LunarDate(year, 1, False, 1)),
                almanac.to_solar(almanac.LunarDate(year + 1, 1, False, 1)) - timedelta(days=1),
            ),
        }
        for is_lunar, (first, last) in spans.items():
            asked = Asked(first, last, TODAY, kinds=frozenset({Kind.BIRTHDAY}))
            found = Counter(one.key.customer_id for one in branch.read(care.agenda, asked))
            assert {id: found[id] for id in lunar if lunar[id] is is_lunar} == dict.fromkeys(
                (id for id in lunar if lunar[id] is is_lunar), 1
            )


@pytest.mark.parametrize("years", [-1, 10])
def test_a_clock_that_was_set_wrong_loses_and_doubles_nothing(
    branch: Branch, people: list[int], years: int
) -> None:
    act_on_some(branch, 3)
    last = FIRST + timedelta(days=SPAN)
    right = agenda(branch, FIRST, last)
    wrong = TODAY.replace(year=TODAY.year + years)
    assert agenda(branch, FIRST, last, wrong) == right
    stands = branch.read(care.today, Asked(wrong, wrong, wrong))
    shown = [one.key for group in (stands.overdue, *stands.due.values()) for one in group.touchpoints]
    assert len(shown) == len(set(shown))
    assert agenda(branch, FIRST, last) == right


def test_another_time_zone_changes_no_day(
    branch: Branch, people: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = agenda(branch, TODAY, TODAY + timedelta(days=20))
    try:
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            assert agenda(branch, TODAY, TODAY + timedelta(days=20)) == here
    finally:
        monkeypatch.undo()
        time.tzset()


def test_manager_and_stand_in_see_the_same_act(branch: Branch, people: list[int]) -> None:
    last = FIRST + timedelta(days=SPAN)
    key = next(one.key for one in agenda(branch, FIRST, last) if one.kind is Kind.BIRTHDAY)
    branch.act("colleague")
    mine = {one.key: one.state for one in agenda(branch, FIRST, last)}
    branch.write(care.mark_done, [key], today=TODAY)
    branch.act("manager")
    theirs = {one.key: one.state for one in agenda(branch, FIRST, last)}
    assert theirs == mine | {key: care.State.DONE}
    with pytest.raises(UserError, match=r"care\.acted_already"):
        branch.write(care.mark_done, [key], today=TODAY)


def test_a_contact_and_what_it_answers_are_one_change(branch: Branch, people: list[int]) -> None:
    with branch.store.read() as session:
        customer = session.get_one(Customer, people[0])
    last = FIRST + timedelta(days=SPAN)
    before = agenda(branch, FIRST, last)
    key = next(one.key for one in before if one.key.rule == "follow_up" and one.key.customer_id == people[0])
    given = {"channel": "call", "content": "已回电", "held_on": TODAY}
    branch.write(care.complete, customer.uid, given, keys=[key], today=TODAY)
    assert states(branch, key) == [care.State.DONE]
    branch.write(undoing.undo, branch.newest().number)
    assert agenda(branch, FIRST, last) == before


@pytest.mark.parametrize(
    ("read_at_once", "dearer", "newcomers"),
    [(800, 1, 20_000), (2, 1, 20_000), (2, 0, 0)],
)
def test_what_is_counted_is_what_is_listed(
    branch: Branch,
    people: list[int],
    monkeypatch: pytest.MonkeyPatch,
    read_at_once: int,
    dearer: int,
    newcomers: int,
) -> None:
    """For a manager and for the branch, which are counted in other ways; of many, several days are asked for
    together, or those who are worth most are looked at first; where many are new, their facts are read.
    """
    monkeypatch.setattr(dated, "_ALL_READ", read_at_once)
    monkeypatch.setattr(choosing, "_DEARER", dearer)
    monkeypatch.setattr(dated, "FEW_NEWCOMERS", newcomers)
    make_some_unusual(branch)
    act_on_some(branch, 4)
    dice = random.Random(6)
    for _ in range(4):
        first = FIRST + timedelta(days=dice.randrange(SPAN - 40))
        asked = Asked(first, first + timedelta(days=34), TODAY)
        told = []
        for who in ("manager", "head"):
            branch.act(who)
            counted = branch.read(care.counts, asked, few=3)
            listed = branch.read(care.agenda, asked, with_acted=False)
            each = {
                (day, one.kind): (one.count, one.amount_fen)
                for day, kinds in counted.items()
                for one in kinds
            }
            found: dict[tuple[date, Kind], tuple[int, int]] = {}
            for one in listed:
                count, amount_fen = found.get((one.day, one.kind), (0, 0))
                found[one.day, one.kind] = (count + (one.count or 1), amount_fen + (one.amount_fen or 0))
            assert each == found
            firsts = [[one.aum_fen for one in some.first] for kinds in counted.values() for some in kinds]
            assert firsts == [
                sorted(
                    (one.aum_fen for one in listed if (one.day, one.kind) == (day, some.kind)), reverse=True
                )[:3]
                for day, kinds in counted.items()
                for some in kinds
            ]
            cells = branch.read(care.load_cells, asked, names=4)
            standing = branch.read(care.today, Asked(first, first, TODAY), few=5)
            groups = {"late": standing.overdue, "ahead": standing.ahead} | dict(standing.due)
            told.append(
                (
                    {day: [one.touchpoint.aum_fen for one in cell.lines] for day, cell in cells.items()},
                    {
                        name: (
                            group.count,
                            group.amount_fen,
                            sorted(one.aum_fen for one in group.touchpoints),
                        )
                        for name, group in groups.items()
                    },
                )
            )
        assert told[0] == told[1]


def test_who_was_in_mourning_is_congratulated_from_the_day_it_ends(branch: Branch, people: list[int]) -> None:
    """Whatever days are asked for with it."""
    with branch.store.write() as session:
        changes.describe(session, "test.added")
        row = session.get_one(Customer, people[0])
        row.birth_year, row.birth_month, row.birth_day, row.birth_is_lunar = 1970, 6, 10, False
        row.bereaved_on = date(2025, 6, 9)  # 365 days before the birthday: it is the first day after
        session.flush()
        facts.refresh(session, [row.id])
    kinds = frozenset({Kind.BIRTHDAY})
    for first in (date(2026, 6, 10), date(2026, 6, 1)):
        asked = Asked(first, date(2026, 6, 10), TODAY, kinds=kinds)
        assert people[0] in [one.key.customer_id for one in branch.read(care.agenda, asked)]
        assert people[0] in [
            one.key.customer_id
            for some in branch.read(care.counts, asked, few=9)[date(2026, 6, 10)]
            for one in some.first
        ]


def states(branch: Branch, key: Key) -> list[care.State]:
    return [one.state for one in agenda(branch, key.due_on, key.due_on) if one.key == key]


def test_a_festival_counts_whom_its_list_names(branch: Branch, people: list[int]) -> None:
    """Of a manager and of the branch; of everybody, of some tiers only, and where it is off for a tier."""
    make_some_unusual(branch)
    for place in (5, 6, 7):
        with branch.store.read() as session:
            one = session.get_one(Customer, people[place])
        branch.write(recycle_bin.delete_customer, one.uid, version=one.version)
    with branch.store.read() as session:
        used = {one.tier_id for one in session.query(Customer)}
        some = [one for one in session.query(Tier).order_by(Tier.rank) if one.id in used]
    assert len(some) > 1
    counted = Counter[str]()
    last = FIRST + timedelta(days=SPAN)
    for without in ([], [some[0].uid]):
        branch.act("head")
        with branch.store.write() as session:
            version = branch_settings.load(session)["care.rules"].version
            given = {"festival": {"without_tiers": without}}
            branch_settings.set(session, "care.rules", given, version=version)
        for who in ("manager", "head"):
            branch.act(who)
            for tiers in (None, frozenset({some[0].id, some[1].id})):
                days = Asked(FIRST, last, TODAY, kinds=frozenset({Kind.FESTIVAL}), tiers=tiers)
                for one in branch.read(care.agenda, days):
                    assert one.count == len(branch.read(care.members, days, one.key))
                    counted[one.key.subject] += one.count or 0
    assert len({counted[name] for name in ("womens_day", "teachers_day", "mid_autumn")}) == 3
    assert all(counted.values())


def test_the_best_of_many_are_found_by_the_index_of_those_worth_most(branch: Branch) -> None:
    """Whatever other indexes there are: to begin anywhere else looks at all that is due."""
    asked = Asked(TODAY, TODAY, TODAY)
    with branch.store.read() as session:
        connection = session.connection()
        rich = whose(session, asked).shape.of_the_richest()
        for rule in (one for one in RULES if isinstance(one, dated.Dated)):
            compiled: Any = rule.statements.ranked(rich, False).compile(
                dialect=connection.dialect, compile_kwargs={"render_postcompile": True}
            )
            values = tuple(compiled.params[name] for name in compiled.positiontup)
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", values).all()
            assert "ix_customer_fact_worth" in plan[0][3], (rule.id, plan)
            assert not any("ORDER BY" in row[3] for row in plan), (rule.id, plan)
