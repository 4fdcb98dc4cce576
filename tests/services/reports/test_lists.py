"""Lists of customers and birthdays on paper: who is in them, in which order, masked by role."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer
from rmdesk.services import archive, care, dates, figures, interactions, phones, reports, views
from rmdesk.services.archive import Condition, CustomerRow
from rmdesk.services.care import Asked, Kind
from rmdesk.services.days import Day
from rmdesk.services.errors import NotAllowed, UserError
from tests.support.branches import Branch
from tests.support.printing import print_report, print_typed

TODAY = date.today()


@pytest.fixture
def filled(branch: Branch) -> Branch:
    """Three customers of the manager and one of a colleague; the birthday of two of them is today."""
    born = Day(TODAY.month, TODAY.day, 1966)
    branch.act("colleague")
    other = branch.add("赵志强", number="4", birthday=born)
    branch.write(figures.add_figure, other.uid, 7_000_000_00, date(2026, 8, 31))
    branch.act("manager")
    for number, (name, fen, birthday) in enumerate(
        (("陈静怡", 90_000_00, born), ("王海燕", 2_000_000_00, None), ("李敏", 500_00, None)), start=1
    ):
        one = branch.add(name, number=str(number), birthday=birthday, district=f"第{number}区")
        branch.write(figures.add_figure, one.uid, fen, date(2026, 8, 31))
        branch.write(phones.add_phone, one.uid, f"1391234567{number}")
    return branch


def order_of(text: str, *words: str) -> list[str]:
    """`words` in the order in which they first stand in `text`."""
    assert all(word in text for word in words)
    return sorted(words, key=text.index)


def test_the_largest_assets_come_first_and_their_sum_is_told(filled: Branch) -> None:
    made = print_report(filled, "customer_list", "zh_CN")
    assert order_of(made.text, "李敏", "陈静怡", "王海燕") == ["王海燕", "陈静怡", "李敏"]
    assert made.has("3 位客户，资产合计 2,090,500 元")
    assert made.has("139****5671")
    assert not made.has("13912345671")
    assert not made.has("赵志强")


def test_other_managers_customers_are_masked_for_the_supervisor(filled: Branch) -> None:
    filled.act("supervisor")
    made = print_report(filled, "customer_list", "en")
    assert made.has("4 customers")
    assert not made.has("2,090,500")
    for name in ("王海燕", "陈静怡", "李敏", "赵志强"):
        assert name not in made.text
    assert "王*" in made.text


def test_it_is_narrowed_by_manager_and_tier_and_ordered_as_asked(filled: Branch) -> None:
    filled.act("supervisor")
    made = print_typed(filled, "customer_list", "zh_CN", manager="陈立")
    assert made.has("1 位客户")
    assert "陈立" in made.text
    filled.act("manager")
    made = print_typed(filled, "customer_list", "zh_CN", order="name")
    assert order_of(made.text, "李敏", "陈静怡", "王海燕") == ["陈静怡", "李敏", "王海燕"]
    assert print_typed(filled, "customer_list", "zh_CN", tiers="私行").has("没有符合条件的客户")


def test_a_saved_view_says_who_and_which_columns(filled: Branch) -> None:
    definition = {
        "conditions": [Condition("district", "第2区").stored()],
        "table": {"order": ["name", "district", "aum"], "hidden": ["aum"]},
    }
    filled.write(views.save_view, "customers", "江南 <b>", definition)
    made = print_typed(filled, "customer_list", "zh_CN", view="江南 <b>")
    assert made.has("江南 <b>")
    assert made.has("王海燕")
    assert made.has("第2区")
    assert not made.has("陈静怡")
    assert "2,000,000.00" not in made.text


def test_what_a_window_lists_is_printed_in_its_order_and_many_columns_on_a_wide_page(filled: Branch) -> None:
    ids = [one.id for one in filled.read(people_of)]
    columns = [
        "name",
        "number",
        "tier",
        "aum",
        "strategy",
        "phone",
        "owner",
        "employer",
        "gender",
        "birthday",
    ]
    made = print_report(filled, "customer_list", "zh_CN", ids=list(reversed(ids)), columns=columns)
    assert made.sizes[0][0] > made.sizes[0][1]
    assert order_of(made.text, "陈静怡", "王海燕", "李敏") == ["李敏", "王海燕", "陈静怡"]


def people_of(session: Session) -> list[CustomerRow]:
    """Whom one may see, by number."""
    ids = archive.find_customers(session, sort="number", descending=False)
    return archive.load_customers(session, ids)


@pytest.mark.parametrize("who", ["lobby", "teller", "administrator", "auditor"])
@pytest.mark.parametrize("name", ["customer_list", "birthday_list", "maturity_list"])
def test_who_sees_no_customers_prints_no_list(branch: Branch, who: str, name: str) -> None:
    branch.act(who)
    with pytest.raises(NotAllowed):
        branch.read(reports.prepare_typed, name, {})


def test_no_customers_make_a_good_page(branch: Branch) -> None:
    branch.act("manager")
    for name, words in (("customer_list", "没有符合条件的客户"), ("birthday_list", "没有客户过生日")):
        made = print_typed(branch, name, "zh_CN")
        assert len(made.pages) == 1
        assert made.has(words)


def test_birthdays_stand_by_day_with_age_and_room_to_tick_off(filled: Branch) -> None:
    made = print_typed(filled, "birthday_list", "zh_CN", first="今天", last="今天")
    assert made.has("陈静怡")
    assert made.has(f"{TODAY.isoformat()}")
    assert made.has("共 1 位")
    assert not made.has("赵志强")
    filled.act("supervisor")
    made = print_typed(filled, "birthday_list", "zh_CN", first="今天", last="今天")
    assert made.has("共 2 位")
    assert not made.has("陈静怡")
    assert not made.has("1966")


def test_of_other_managers_customers_the_family_is_masked_too(filled: Branch) -> None:
    made = filled.read(customers_of, "陈静怡")
    given = {"kind": "family_birthday", "whose": "女儿 李思远", "day": Day(TODAY.month, TODAY.day)}
    filled.write(dates.add_date, made, given)
    asked = {"first": "今天", "last": "今天", "family": "yes"}
    assert print_typed(filled, "birthday_list", "zh_CN", **asked).has("女儿 李思远")
    filled.act("supervisor")
    masked = print_typed(filled, "birthday_list", "zh_CN", **asked)
    assert masked.has("女儿 李*")
    assert not masked.has("李思远")


def customers_of(session: Session, name: str) -> str:
    return session.scalars(select(Customer.uid).where(Customer.name == name)).one()


def test_who_was_congratulated_stays_in_the_list(filled: Branch) -> None:
    asked = Asked(TODAY, TODAY, TODAY, kinds=frozenset({Kind.BIRTHDAY}))
    (one,) = filled.read(care.agenda, asked)
    filled.write(care.mark_done, [one.key], today=TODAY)
    assert print_typed(filled, "birthday_list", "zh_CN", first="今天", last="今天").has("陈静怡")


def test_days_the_wrong_way_round_are_refused(branch: Branch) -> None:
    branch.act("manager")
    typed = {"first": TODAY.isoformat(), "last": (TODAY - timedelta(days=1)).isoformat()}
    with pytest.raises(UserError, match=r"care\.wrong_range"):
        branch.read(reports.prepare_typed, "birthday_list", typed)


def test_a_contact_is_told_as_the_last_one(filled: Branch) -> None:
    people = filled.read(people_of)
    filled.write(
        interactions.add_interaction,
        next(one.uid for one in people if one.name == "李敏"),
        {"channel": "call", "content": "问候", "held_on": TODAY},
    )
    assert print_report(filled, "customer_list", "zh_CN").has(TODAY.isoformat())


def test_columns_that_only_files_hold_are_printed_too(filled: Branch) -> None:
    with filled.store.read() as session:
        ids = list(archive.find_customers(session))
    made = print_report(
        filled, "customer_list", "zh_CN", ids=ids, columns=["name", "aum", "aum_basis", "tags"]
    )
    assert made.has("标签")
