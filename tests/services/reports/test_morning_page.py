"""The morning page: whom to contact in what order and why, phones by role, what fits on one sheet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rmdesk.models import Customer
from rmdesk.services import commitments, daily_logs, figures, follow_ups, interactions, phones, reports
from rmdesk.services.errors import NotAllowed, UserError
from tests.support.branches import Branch
from tests.support.printing import print_report, print_typed

TODAY = date.today()
HOSTILE = "<img src=x> A&B \U0001f600 \U00020bb7 <b>"
PHONE = "13912345678"


@pytest.fixture
def customer(branch: Branch) -> Customer:
    """Of the manager: a phone, a contact, a promise that is late, a next step due today."""
    branch.act("manager")
    one = branch.add("陈静怡", number="62210001", gender="female")
    branch.write(figures.add_figure, one.uid, 900_000_00, TODAY.replace(day=1) - timedelta(days=1))
    branch.write(phones.add_phone, one.uid, PHONE)
    said = {"held_on": TODAY - timedelta(days=9), "channel": "call", "content": "问大额存单利率"}
    branch.write(interactions.add_interaction, one.uid, said)
    owed = {
        "promise": "寄产品对比表",
        "promised_on": TODAY - timedelta(days=20),
        "due_on": TODAY - timedelta(days=12),
    }
    branch.write(commitments.add_commitment, one.uid, owed)
    branch.write(follow_ups.add_follow_up, one.uid, {"step": "约到店签字", "due_on": TODAY})
    return one


def plan(branch: Branch, words: str, customer: Customer | None = None, day: date = TODAY) -> None:
    uid = None if customer is None else customer.uid
    branch.write(daily_logs.add_item, day, {"purpose": words}, customer_uid=uid, on_rest_day=True)


def test_why_last_contact_promise_opening_line_and_phone_stand_there(
    branch: Branch, customer: Customer
) -> None:
    made = print_typed(branch, "morning_page", "zh_CN")
    assert len(made.pages) == 1
    assert made.has("晨间联系单")
    for words in ("陈静怡", PHONE, "问大额存单利率", "寄产品对比表", "约到店签字", "陈女士您好"):
        assert made.has(words), words
    assert made.has((TODAY - timedelta(days=9)).isoformat())
    assert made.has("另有到期 2 项")


def test_the_language_of_the_page_is_that_of_its_opening_lines(branch: Branch, customer: Customer) -> None:
    made = print_typed(branch, "morning_page", "en")
    assert made.has("Morning page")
    assert made.has("Due, by value and urgency")
    assert not made.has("您好")


def test_the_plan_comes_first_in_its_order_and_nothing_stands_twice(
    branch: Branch, customer: Customer
) -> None:
    plan(branch, "晨会")
    other = branch.add("赵文博")
    plan(branch, "送国债资料", other)
    branch.write(daily_logs.plan_touchpoints, TODAY, [proposed(branch, "约到店签字")], on_rest_day=True)
    made = print_typed(branch, "morning_page", "zh_CN")
    words = ("晨会", "送国债资料", "约到店签字", "寄产品对比表")
    assert sorted(words, key=made.text.index) == list(words)
    assert made.text.count("约到店签字") == 1
    assert made.has("计划 3 项")
    assert made.has("另有到期 1 项")


def proposed(branch: Branch, words: str):
    listed = branch.read(daily_logs.propose, TODAY)
    return next(one.key for one in listed if words in str(one.line.touchpoint.values))


def test_what_was_answered_is_not_on_it(branch: Branch, customer: Customer) -> None:
    plan(branch, "晨会")
    (item,) = branch.read(daily_logs.load_day, TODAY).items
    branch.write(daily_logs.complete_item, item.uid, "done", version=item.version)
    assert not print_typed(branch, "morning_page", "zh_CN").has("晨会")


def test_others_read_names_and_phones_masked_and_no_opening_line(branch: Branch, customer: Customer) -> None:
    branch.act("supervisor")
    made = print_typed(branch, "morning_page", "zh_CN", manager="林晓雯")
    assert made.has("约到店签字")
    assert made.has("139****5678")
    assert "陈*" in made.text
    for words in ("陈静怡", PHONE, "陈女士"):
        assert not made.has(words), words


def test_a_print_is_one_entry_that_says_how_many_phones_stand_there(
    branch: Branch, customer: Customer
) -> None:
    def printed() -> dict[str, object]:
        made = branch.read(reports.prepare_typed, "morning_page", {"manager": "林晓雯"})
        branch.write(reports.note_print, made, 1)
        newest = branch.newest()
        assert newest.kind == "data.printed"
        return newest.detail

    assert printed()["phones"] == 2
    branch.act("supervisor")
    assert "phones" not in printed()


def test_more_than_a_sheet_holds_is_counted(branch: Branch, customer: Customer) -> None:
    for place in range(60):
        one = branch.add(f"客户{place:02}" * 50)
        branch.write(follow_ups.add_follow_up, one.uid, {"step": f"第{place}件 " * 20, "due_on": TODAY})
    for language, words in (("zh_CN", "项本页写不下"), ("en", "more have no room on this page")):
        made = print_typed(branch, "morning_page", language)
        assert len(made.pages) == 1
        assert made.has(words)
        listed = 62 - int(left_out(made.text))
        assert listed >= 8
        assert made.text.count("客户") - made.text.count("本页写不下") >= listed - 2


def left_out(text: str) -> str:
    """The number in the sentence about what has no room."""
    line = next(one for one in text.splitlines() if "本页写不下" in one or "more have no room" in one)
    head = line.split("项本页写不下")[0] if "本页写不下" in line else line.split("more have no room")[0]
    return head.strip().split()[-1]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_values_are_texts_to_the_letter(branch: Branch, language: str) -> None:
    branch.act("manager")
    one = branch.add(HOSTILE)
    plan(branch, HOSTILE, one)
    for place, name in enumerate(("欧阳" * 100, "Bartholomew Featherstonehaugh " * 6, "\U0001f600" * 40)):
        long = branch.add(name)
        branch.write(phones.add_phone, long.uid, f"1391234567{place}")
        plan(branch, "回访", long)
    made = print_typed(branch, "morning_page", language)
    assert all(made.has(f"1391234567{place}") for place in range(3))
    assert made.text.count("<img src=x> A&B") >= 2
    assert made.has("〔U+1F600〕")
    assert made.has("〔U+20BB7〕")


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh_CN", "没有计划，也没有到期事项"), ("en", "Nothing is planned and nothing is due")],
)
def test_a_day_without_anything_makes_a_good_page(branch: Branch, language: str, words: str) -> None:
    branch.act("manager")
    made = print_typed(branch, "morning_page", language)
    assert len(made.pages) == 1
    assert made.has(words)


def test_who_keeps_no_log_names_a_manager_and_only_readers_may(branch: Branch) -> None:
    branch.act("head")
    with pytest.raises(UserError, match=r"report\.parameter_needed"):
        branch.read(reports.prepare_typed, "morning_page", {})
    for who in ("lobby", "teller", "administrator"):
        branch.act(who)
        with pytest.raises(NotAllowed):
            branch.read(reports.prepare_typed, "morning_page", {})
    branch.act("colleague")
    with pytest.raises(UserError, match=r"report\.wrong_value"):
        branch.read(reports.prepare_typed, "morning_page", {"manager": "林晓雯"})
    uid = branch.people["manager"].staff_uid
    with pytest.raises(NotAllowed):
        print_report(branch, "morning_page", "en", day=TODAY, manager=uid)
