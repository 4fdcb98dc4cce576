"""Which greeting a customer is sent: filled in, never the same twice in two years, and not when unwanted."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest

from rmdesk import words
from rmdesk.models import Customer, GreetingUse
from rmdesk.services import (
    appointments,
    care,
    dates,
    figures,
    greetings,
    holdings,
    scripts,
    settings,
    tiers,
    visits,
)
from rmdesk.services.care import Asked, Kind
from rmdesk.services.days import Day
from rmdesk.services.errors import NotAllowed
from rmdesk.services.greetings import Held, Proposed
from tests.services.care.test_rules import add, agenda
from tests.support.branches import Branch

TODAY = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def chinese() -> None:
    words.use("zh_CN")


def propose(branch: Branch, day: date, kind: Kind, **more: Any) -> Proposed:
    [one] = [row for row in agenda(branch, day, kind=kind) if row.key.customer_id is not None]
    return branch.read(greetings.propose, one, day, **more)


def birthday(branch: Branch, customer: Customer, day: date = TODAY, **more: Any) -> Proposed:
    return branch.read(greetings.propose_for, customer.uid, "birthday", day, **more)


@pytest.mark.parametrize(
    ("fields", "chinese", "english"),
    [
        ({"name": "陈静怡", "gender": "female", "occupation": "中学教师"}, "陈老师", "Ms Chen"),
        ({"name": "欧阳建国", "gender": "male"}, "欧阳先生", "Mr Ouyang"),
        ({"name": "王伟", "gender": "male", "position": "总经理"}, "王总", "Mr Wang"),
        ({"name": "李医", "occupation": "内科医生"}, "李医生", "Dr Li"),
        ({"name": "单雯"}, "单雯", "Wen Shan"),
        ({"name": "John Smith", "gender": "male"}, "John Smith", "Mr Smith"),
    ],
)
def test_how_people_are_addressed(branch: Branch, fields: dict[str, str], chinese: str, english: str) -> None:
    branch.act("manager")
    customer = add(branch, fields.pop("name"), **fields)
    for language, dear in (("zh_CN", chinese), ("en", english)):
        text = birthday(branch, customer, language=language).texts[0].text
        assert dear in text
        assert "{" not in text
        assert "林晓雯" in text
        assert "滨江支行" in text


def test_an_appointment_that_was_put_off_is_confirmed_for_its_new_day(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch, "陈静怡", gender="female")
    given = {"due_on": TODAY, "at_minute": 570, "channel": "branch_visit"}
    branch.write(appointments.add_appointment, customer.uid, given)
    assert "9月10日" in propose(branch, TODAY, Kind.APPOINTMENT).texts[0].text
    [one] = agenda(branch, TODAY, kind=Kind.APPOINTMENT)
    later = TODAY + timedelta(days=6)
    branch.write(care.postpone, [one.key], later, today=TODAY)
    [moved] = agenda(branch, later, kind=Kind.APPOINTMENT)
    text = branch.read(greetings.propose, moved, later).texts[0].text
    assert "9月16日" in text
    assert "9月10日" not in text


@pytest.mark.parametrize("kind", ["time_deposit", "other", "loan", "assessment"])
def test_what_lies_ahead_and_what_is_over_is_said_in_its_time(branch: Branch, kind: str) -> None:
    branch.act("manager")
    customer = add(branch, "陈静怡", gender="female", risk_assessed_on=TODAY - timedelta(days=361))
    own = {
        "kind": "loan" if kind == "loan" else "time_deposit",
        "bank": "工商银行" if kind == "other" else "",
    }
    if kind != "assessment":
        given = own | {"amount_fen": 50_0000_00, "matures_on": TODAY + timedelta(days=5)}
        branch.write(holdings.add_holding, customer.uid, given)
    wanted = Kind.ASSESSMENT if kind == "assessment" else Kind.MATURITY
    asked = Asked(TODAY - timedelta(days=30), TODAY + timedelta(days=20), TODAY, kinds=frozenset({wanted}))
    one = next(found for found in branch.read(care.agenda, asked) if found.kind is wanted)
    for language, over in (("zh_CN", "已于"), ("en", r"matured|became free|fell due|expired")):
        for today, is_over in ((TODAY, False), (TODAY + timedelta(days=30), True)):
            texts = branch.read(greetings.propose, one, today, language=language).texts
            said = branch.read(scripts.propose, customer.uid, today, touchpoint=one, language=language)
            special = [line for line in said.openings if "陈" in line and ("月" in line or " on " in line)]
            assert texts
            assert {re.search(over, each.text) is not None for each in texts} == {is_over}
            assert {re.search(over, line) is not None for line in special} <= {is_over}


def test_a_visit_is_announced_and_there_is_something_to_say_on_it(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch, "陈静怡", gender="female")
    planned = {"planned_on": TODAY, "at_minute": 600, "purpose": "续作"}
    branch.write(visits.add_visit, customer.uid, planned)
    assert "9月10日" in propose(branch, TODAY, Kind.APPOINTMENT).texts[0].text
    [one] = agenda(branch, TODAY, kind=Kind.APPOINTMENT)
    for language in ("zh_CN", "en"):
        said = branch.read(scripts.propose, customer.uid, TODAY, touchpoint=one, language=language)
        assert "陈女士" in said.openings[0] or "Ms" in said.openings[0]
        assert said.questions
        assert said.never


def test_who_has_a_foreign_name_is_greeted_in_english(branch: Branch) -> None:
    customer = add(branch, "John Smith")
    assert birthday(branch, customer).texts[0].text.startswith("Dear John Smith")


def test_once_the_day_has_passed_no_text_says_that_it_is_today(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch, birthday=Day(TODAY.month, TODAY.day, 1980))
    given = {"kind": "family_birthday", "day": Day(TODAY.month, TODAY.day, 1990), "whose": "儿子"}
    branch.write(dates.add_date, customer.uid, given)
    after = TODAY + timedelta(days=2)
    for kind in (Kind.BIRTHDAY, Kind.FAMILY_DATE):
        [touchpoint] = agenda(branch, TODAY, kind=kind)
        on_time = branch.read(greetings.propose, touchpoint, TODAY).texts
        late = branch.read(greetings.propose, touchpoint, after).texts
        assert any("今天" in one.text for one in on_time)
        assert late
        assert not any("今天" in one.text for one in late)
        assert not any("学业" in one.text for one in on_time)  # the son is thirty-six
        said = branch.read(scripts.propose, customer.uid, after, touchpoint=touchpoint)
        assert said.openings
        assert not any("今天" in one for one in said.openings)


def test_the_days_left_are_those_from_the_day_of_writing(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch)
    given = {"kind": "time_deposit", "amount_fen": 100, "matures_on": TODAY + timedelta(days=7)}
    branch.write(holdings.add_holding, customer.uid, given)
    touchpoint = agenda(branch, TODAY, kind=Kind.MATURITY)[0]
    branch.write(greetings.add_template, "maturity", "zh_CN", "{dear}，还有{days}天", own=True)
    told = branch.read(greetings.propose, touchpoint, TODAY + timedelta(days=3)).texts
    assert told[0].text.endswith("还有4天")


def test_a_text_rests_for_two_years(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch, gender="female")
    seen: dict[int, str] = {}
    for year in (2026, 2027, 2028, 2029):
        day = TODAY.replace(year=year)
        found = birthday(branch, customer, day)
        assert (found.used_on, found.last_on) == (None, TODAY.replace(year=year - 1) if seen else None)
        first = found.texts[0]
        assert first.text not in [seen.get(year - 1)]
        assert not {one.text for one in found.texts} & {
            text for used, text in seen.items() if year - used < 2
        }
        branch.write(greetings.note_used, customer.uid, first, found, today=day, channel="wechat")
        seen[year] = first.text
    assert branch.newest().kind == "greeting.used"
    branch.undo()
    assert birthday(branch, customer, TODAY.replace(year=2029)).used_on is None
    assert branch.is_sound()


def test_what_was_sent_comes_first_again_and_is_noted_once(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch)
    found = birthday(branch, customer)
    second = found.texts[1]
    branch.write(greetings.note_used, customer.uid, second, found, today=TODAY)
    branch.write(greetings.note_used, customer.uid, second, found, today=TODAY)
    again = birthday(branch, customer)
    assert again.texts[0].text == second.text
    assert (again.texts[0].used_on, again.used_on, again.used_by) == (TODAY, TODAY, "林晓雯")
    assert len(again.texts) == len(found.texts)
    with branch.store.read() as session:
        assert session.query(GreetingUse).count() == 1


def test_when_all_were_used_there_is_none_left(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch)
    found = birthday(branch, customer)
    for one in found.texts:
        branch.write(greetings.note_used, customer.uid, one, found, today=TODAY)
    nothing = birthday(branch, customer, TODAY.replace(year=2027))
    assert (nothing.texts, nothing.held) == ((), None)


def test_clock_set_back_a_year_does_not_bring_a_text_back(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch)
    found = birthday(branch, customer)
    branch.write(greetings.note_used, customer.uid, found.texts[0], found, today=TODAY)
    before = birthday(branch, customer, TODAY.replace(year=2025))
    assert found.texts[0].text not in [one.text for one in before.texts]


def test_who_wants_none_gets_none(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch, no_greetings=True)
    assert birthday(branch, customer).held is Held.NO_GREETINGS
    branch.edit(customer, no_greetings=False, bereaved_on=date(2026, 5, 1))
    assert birthday(branch, customer).held is Held.MOURNING
    branch.edit(customer, bereaved_on=None, no_messages=True)
    assert birthday(branch, customer, channel="sms").held is Held.NO_MESSAGES
    assert birthday(branch, customer, channel="letter").texts


def test_own_texts_first_then_those_for_few(branch: Branch) -> None:
    rich = branch.read(tiers.list_tiers)[-1].uid
    few = branch.write(greetings.add_template, "birthday", "zh_CN", "{姓名}贵宾生日快乐", tier_uid=rich)
    branch.act("manager")
    customer = add(branch, "王伟")
    assert few.uid not in [one.template for one in birthday(branch, customer).texts]
    branch.write(figures.add_figure, customer.uid, 5000 * 10_000_00, "2026-08-31")
    assert birthday(branch, customer).texts[0].text == "王伟贵宾生日快乐"
    own = branch.write(greetings.add_template, "birthday", "zh_CN", "{姓名}生日快乐", own=True)
    assert [one.template for one in birthday(branch, customer).texts[:2]] == [own.uid, few.uid]
    branch.act("supervisor")
    assert own.uid not in [one.template for one in birthday(branch, customer).texts]


def test_touchpoints_give_their_fields(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch, "陈静怡", gender="female", birthday=Day(9, 10, 1966))
    branch.write(
        dates.add_date, customer.uid, {"kind": "family_birthday", "day": Day(9, 12, 2012), "whose": "女儿"}
    )
    branch.write(
        holdings.add_holding,
        customer.uid,
        {"kind": "large_cd", "amount_fen": 500_000_00, "matures_on": date(2026, 9, 22)},
    )
    own_year = propose(branch, TODAY, Kind.BIRTHDAY)
    assert own_year.occasion == "own_year_birthday"
    assert any("马年" in one.text or "本命年" in one.text for one in own_year.texts[:2])
    family = propose(branch, date(2026, 9, 12), Kind.FAMILY_DATE)
    assert "女儿" in family.texts[0].text
    assert "孩子" in family.texts[0].text
    assert not any("老人家" in one.text for one in family.texts)
    due = date(2026, 9, 15)
    assert {"9月22日" in one.text for one in propose(branch, due, Kind.MATURITY).texts} == {True}
    count = len(propose(branch, due, Kind.MATURITY).texts)
    branch.act("head")
    branch.write(settings.set, "care.successors", {"large_cd": "稳享三年"}, version=0)
    branch.act("manager")
    offered = propose(branch, due, Kind.MATURITY).texts
    assert len(offered) == count + 1
    assert any("稳享三年" in one.text for one in offered)
    branch.edit(customer, no_marketing=True)
    assert not any("稳享三年" in one.text for one in propose(branch, due, Kind.MATURITY).texts)


def test_a_festival_falls_back_on_texts_for_any(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch, "陈静怡", occupation="护士")
    found = branch.read(greetings.propose_for, customer.uid, "nurses_day", date(2027, 5, 12))
    assert found.occasion == "nurses_day"
    assert found.texts[0].template == "zh.nurses_day.1"
    assert "护士节" in found.texts[1].text
    assert len(found.texts) == 4
    spring = branch.read(greetings.propose_for, customer.uid, "spring_festival", date(2027, 2, 6))
    assert any("羊年" in one.text for one in spring.texts)


def test_customers_of_others_are_nobodys_business(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch)
    found = birthday(branch, customer)
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        birthday(branch, customer)
    with pytest.raises(NotAllowed):
        branch.write(greetings.note_used, customer.uid, found.texts[0], found, today=TODAY)
