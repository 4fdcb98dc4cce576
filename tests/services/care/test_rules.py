"""Which touchpoints the rules find: birthdays, families, maturities, promises, cadences, festivals."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rmdesk import care_labels
from rmdesk.models import Customer
from rmdesk.services import (
    care,
    changes,
    commitments,
    dates,
    facts,
    figures,
    holdings,
    interactions,
    recycle_bin,
)
from rmdesk.services import settings as branch_settings
from rmdesk.services.care import Asked, Kind
from rmdesk.services.care.rules import BY_ID
from rmdesk.services.care_options import OPTIONS
from rmdesk.services.days import Day
from tests.support.branches import Branch

TODAY = date(2026, 9, 10)
BEFORE = date(2020, 1, 1)


def add(branch: Branch, name: str = "张晓敏", **fields: object) -> Customer:
    """A customer who has been in the archive for years."""
    customer = branch.add(name, **fields)
    with branch.store.write() as session:
        row = session.get_one(Customer, customer.id)
        row.known_since = BEFORE
        changes.describe(session, "customer.edited", subject=row)
        session.flush()
        facts.refresh(session, [row.id])
    return customer


def agenda(
    branch: Branch, first: date, last: date | None = None, *, kind: Kind | None = None, **more: Any
) -> list[care.Touchpoint]:
    kinds = None if kind is None else frozenset({kind})
    return branch.read(care.agenda, Asked(first, last or first, TODAY, kinds=kinds, **more))


def found(branch: Branch, first: date, last: date, kind: Kind) -> list[tuple[date, int | None]]:
    return [(one.key.due_on, one.key.customer_id) for one in agenda(branch, first, last, kind=kind)]


@pytest.mark.parametrize(
    ("born", "first", "last", "expected"),
    [
        (Day(6, 3, 1984), date(2026, 1, 1), date(2026, 12, 31), [date(2026, 6, 3)]),
        (Day(2, 29, 1980), date(2027, 1, 1), date(2027, 12, 31), [date(2027, 2, 28)]),
        (Day(2, 29, 1980), date(2028, 1, 1), date(2028, 12, 31), [date(2028, 2, 29)]),
        # The lunar 12th month of 2024 begins on 31 December: its first day falls twice in that year.
        (
            Day(12, 1, 1960, is_lunar=True),
            date(2024, 1, 1),
            date(2024, 12, 31),
            [date(2024, 1, 11), date(2024, 12, 31)],
        ),
        # Born in a leap sixth month: kept in it in 2025, which has one, and in the ordinary one in 2026.
        (Day(6, 1, 1987, True, True), date(2025, 1, 1), date(2025, 12, 31), [date(2025, 7, 25)]),
        (Day(6, 1, 1987, True, True), date(2026, 1, 1), date(2026, 12, 31), [date(2026, 7, 14)]),
        # The 30th of a month of 29 days.
        (Day(12, 30, None, True), date(2025, 1, 1), date(2025, 2, 10), [date(2025, 1, 28)]),
    ],
)
def test_birthdays_fall_where_the_calendar_says(
    branch: Branch, born: Day, first: date, last: date, expected: list[date]
) -> None:
    customer = add(branch, birthday=born)
    assert found(branch, first, last, Kind.BIRTHDAY) == [(day, customer.id) for day in expected]


def test_a_round_birthday_in_the_year_of_the_animal(branch: Branch) -> None:
    add(branch, birthday=Day(9, 10, 1966))  # a horse, as 2026 is; sixty-one by the Chinese count
    one = agenda(branch, TODAY, kind=Kind.BIRTHDAY)[0]
    assert one.values == (Day(9, 10, 1966), 60, False, True)
    branch.write(branch_settings.set, "care.rules", {"birthday": {"round_by": "full"}}, version=0)
    full = agenda(branch, TODAY, kind=Kind.BIRTHDAY)[0]
    assert full.values == (Day(9, 10, 1966), 60, True, True)
    assert care_labels.reason(full).startswith("60th birthday, a round one")
    add(branch, birthday=Day(9, 10, 1967))
    branch.write(branch_settings.set, "care.rules", {"birthday": {"round_by": "nominal"}}, version=1)
    nominal = agenda(branch, TODAY, kind=Kind.BIRTHDAY)[-1]
    assert care_labels.reason(nominal) == "60th birthday by the Chinese count, a round one"


def test_who_wants_no_greetings_is_in_mourning_or_lost_is_left_alone(branch: Branch) -> None:
    born = Day(9, 10, 1970)
    add(branch, "甲", birthday=born, no_greetings=True)
    add(branch, "乙", birthday=born, bereaved_on=date(2026, 5, 1))
    add(branch, "丙", birthday=born, stage="lost")
    gone = add(branch, "丁", birthday=born)
    branch.write(recycle_bin.delete_customer, gone.uid, version=branch.version(gone))
    add(branch, "戊", birthday=born, bereaved_on=date(2025, 5, 1))
    assert [one.key.customer_id for one in agenda(branch, TODAY, kind=Kind.BIRTHDAY)] == [5]


def test_days_of_the_family(branch: Branch) -> None:
    customer = add(branch)
    branch.write(
        dates.add_date, customer.uid, {"kind": "family_birthday", "day": Day(9, 12, 2008), "whose": "女儿"}
    )
    branch.write(dates.add_date, customer.uid, {"kind": "exam", "day": Day(9, 12, 2027), "yearly": False})
    rows = agenda(branch, date(2026, 9, 1), date(2026, 9, 30), kind=Kind.FAMILY_DATE)
    assert [(one.day, one.values[0], one.values[1], one.values[3]) for one in rows] == [
        (date(2026, 9, 12), "family_birthday", "女儿", 18)
    ]
    assert care_labels.reason(rows[0]) == "女儿: Birthday, 18 years"
    rows = agenda(branch, date(2027, 9, 1), date(2027, 9, 30), kind=Kind.FAMILY_DATE)
    assert [one.values[0] for one in rows] == ["family_birthday", "exam"]


def test_a_maturity_is_told_ahead_on_working_days(branch: Branch) -> None:
    customer = add(branch)
    branch.write(
        holdings.add_holding,
        customer.uid,
        {"kind": "time_deposit", "amount_fen": 500_000_00, "matures_on": date(2026, 10, 19)},
    )
    branch.write(
        holdings.add_holding,
        customer.uid,
        {"kind": "wealth", "bank": "工商银行", "amount_fen": 100, "matures_on": date(2026, 9, 30)},
    )
    rows = agenda(branch, date(2026, 9, 1), date(2026, 10, 31), kind=Kind.MATURITY)
    assert [(one.key.rule, one.key.due_on, one.day, one.amount_fen) for one in rows] == [
        # The 19th and the 18th of September are a Saturday off and the Friday before.
        ("own_maturity", date(2026, 9, 19), date(2026, 9, 18), 500_000_00),
        ("other_maturity", date(2026, 9, 23), date(2026, 9, 23), 100),
        ("other_maturity", date(2026, 9, 30), date(2026, 9, 30), 100),
        ("own_maturity", date(2026, 10, 12), date(2026, 10, 12), 500_000_00),
        ("own_maturity", date(2026, 10, 18), date(2026, 10, 16), 500_000_00),
        ("own_maturity", date(2026, 10, 19), date(2026, 10, 19), 500_000_00),
    ]


def test_of_reminders_that_rest_moves_to_one_day_the_last_is_left(branch: Branch) -> None:
    customer = add(branch)
    given = {"kind": "time_deposit", "amount_fen": 100, "matures_on": date(2026, 10, 18)}  # a Sunday
    branch.write(holdings.add_holding, customer.uid, given)
    rows = agenda(branch, date(2026, 10, 12), date(2026, 10, 18), kind=Kind.MATURITY)
    assert [(one.key.due_on, one.day) for one in rows] == [(date(2026, 10, 18), date(2026, 10, 16))]
    [count] = branch.read(care.counts, Asked(date(2026, 10, 16), date(2026, 10, 16), TODAY))[
        date(2026, 10, 16)
    ]
    assert (count.count, count.amount_fen) == (1, 100)


def test_an_assessment_is_late_once_it_has_expired(branch: Branch) -> None:
    add(branch, risk_tolerance=3, risk_assessed_on=date(2025, 9, 3))
    for day, late in ((date(2026, 9, 3), []), (date(2026, 9, 10), [date(2026, 9, 3)])):
        found = branch.read(care.today, Asked(day, day, day, kinds=frozenset({Kind.ASSESSMENT})))
        assert [one.day for one in found.overdue.touchpoints] == late


def test_a_contact_resets_its_cadence_and_those_below(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch, strategy="active")
    branch.write(figures.add_figure, customer.uid, 600 * 10_000_00, "2026-08-31")  # 钻石: 45, 180, 365 days

    def due() -> dict[str, date]:
        wide = [agenda(branch, first, first + timedelta(days=700)) for first in (BEFORE, TODAY)]
        return {
            one.key.rule.removeprefix("cadence_"): one.key.due_on
            for rows in wide
            for one in rows
            if one.kind is Kind.CADENCE
        }

    assert due() == {"call": BEFORE + timedelta(days=45), "meeting": BEFORE + timedelta(days=180)}
    branch.write(
        interactions.add_interaction,
        customer.uid,
        {"channel": "visit", "held_on": "2026-09-01", "content": "谈"},
    )
    assert due() == {"call": date(2026, 10, 16), "meeting": date(2027, 2, 28)}
    branch.write(
        interactions.add_interaction,
        customer.uid,
        {"channel": "call", "held_on": "2026-09-09", "content": "谈"},
    )
    assert due() == {"call": date(2026, 10, 24), "meeting": date(2027, 2, 28)}
    branch.edit(customer, no_calls=True)
    assert due() == {"meeting": date(2027, 2, 28)}


def test_a_festival_is_one_line_that_opens_a_list(branch: Branch) -> None:
    add(branch, "甲", occupation="实验小学语文教师")
    add(branch, "乙", occupation="工程师")
    add(branch, "丙", occupation="School teacher")
    one = agenda(branch, TODAY, kind=Kind.FESTIVAL)[0]
    assert (one.key.subject, one.key.customer_id, one.count) == ("teachers_day", None, 2)
    asked = Asked(TODAY, TODAY, TODAY)
    members = branch.read(care.members, asked, one.key)
    assert [touchpoint.key.customer_id for touchpoint in members] == [1, 3]
    branch.act("manager")
    branch.act("head")
    autumn = agenda(branch, date(2026, 9, 25), kind=Kind.FESTIVAL)
    assert [(row.key.subject, row.count) for row in autumn] == [("mid_autumn", 3)]


def test_a_promise_counts_once_it_is_approved(branch: Branch) -> None:
    branch.act("manager")
    customer = branch.add()
    branch.write(commitments.add_commitment, customer.uid, {"promise": "寄资料", "due_on": "2026-12-01"})
    branch.write(
        commitments.add_commitment,
        customer.uid,
        {"promise": "利率上浮", "due_on": "2026-12-01", "kind": "rate"},
    )
    rows = agenda(branch, date(2026, 12, 1), kind=Kind.COMMITMENT)
    assert [one.values[0] for one in rows] == ["寄资料"]


def test_nothing_was_due_before_the_customer_was_known(branch: Branch) -> None:
    branch.add(birthday=Day(9, 10, 1970))
    last_year = date.today() - timedelta(days=365)
    assert agenda(branch, last_year, date.today() - timedelta(days=1)) == []


def test_everybody_sees_their_own(branch: Branch) -> None:
    branch.act("manager")
    own = branch.add("甲", birthday=Day(12, 10, 1970))
    branch.act("colleague")
    other = branch.add("乙", birthday=Day(12, 10, 1970))
    day = date(2027, 12, 10)
    assert [one.key.customer_id for one in agenda(branch, day, kind=Kind.BIRTHDAY)] == [other.id]
    branch.act("head")
    assert len(agenda(branch, day, kind=Kind.BIRTHDAY)) == 2
    mine = agenda(branch, day, kind=Kind.BIRTHDAY, manager_id=branch.people["manager"].staff_id)
    assert [one.key.customer_id for one in mine] == [own.id]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 400), st.integers(1, 16))
def test_a_range_is_the_union_of_its_days(branch: Branch, start: int, length: int) -> None:
    if not branch.read(care.agenda, Asked(TODAY, TODAY + timedelta(days=365), TODAY)):
        for number, day in enumerate((Day(9, 10, 1970), Day(2, 29, 1980), Day(12, 30, None, True))):
            customer = add(branch, f"客户{number}", birthday=day, strategy="intensive")
            for days in (10, 100, 200):
                given = {
                    "kind": "wealth",
                    "amount_fen": 1,
                    "matures_on": TODAY + timedelta(days=days + number),
                }
                branch.write(holdings.add_holding, customer.uid, given)
    first = TODAY + timedelta(days=start)
    days = [first + timedelta(days=one) for one in range(length)]
    whole = {(one.key, one.day) for one in agenda(branch, days[0], days[-1])}
    each = [(one.key, one.day) for day in days for one in agenda(branch, day)]
    assert len(each) == len(set(each))
    assert whole == set(each)
    counted = branch.read(care.counts, Asked(days[0], days[-1], TODAY))
    singles = [one for one in agenda(branch, days[0], days[-1]) if one.count is None]
    assert sum(row.count for rows in counted.values() for row in rows if row.kind != Kind.FESTIVAL) == len(
        singles
    )


def test_each_rule_has_its_options_and_nothing_else_has() -> None:
    assert set(OPTIONS) == set(BY_ID)
