"""What is accepted is written as one change; what is not certain is not."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from rmdesk.models import (
    Appointment,
    Channel,
    Commitment,
    CommitmentState,
    Customer,
    CustomerPhone,
    FollowUp,
    Holding,
    ImportantDate,
    Interaction,
    ProductKind,
    Satisfaction,
)
from rmdesk.services import capture, care, changes, facts, settings
from rmdesk.services.capture import Kind, Proposal
from rmdesk.services.errors import NotAllowed, UserError
from tests.support.branches import Branch
from tests.support.captures import TODAY, add_customers


@pytest.fixture
def archive(branch: Branch) -> dict[str, Customer]:
    return add_customers(branch)


def _propose(branch: Branch, typed: str) -> list[Proposal]:
    return branch.read(capture.propose, typed, today=TODAY)


def _accept(branch: Branch, typed: str) -> list[capture.Written]:
    return branch.write(capture.accept, _propose(branch, typed))


def _rows(branch: Branch, model: type) -> list:  # type: ignore[type-arg]
    with branch.store.read() as session:
        found = list(session.scalars(select(model)))
        session.expunge_all()
    return found


def test_proposing_writes_nothing(branch: Branch, archive: dict[str, Customer]) -> None:
    before = branch.newest().number
    assert [one.draft.kind for one in _propose(branch, "赵敏 电话 满意 下周三再联系 送了月饼80元")] == [
        Kind.INTERACTION,
        Kind.TOUCHPOINT,
    ]
    assert branch.newest().number == before


def test_a_contact_and_what_follows_are_one_change(branch: Branch, archive: dict[str, Customer]) -> None:
    written = _accept(branch, "赵敏 电话 满意 下周三再联系 送了月饼80元")
    assert [(one.table, one.customer) for one in written] == [("interaction", "C004"), ("follow_up", "C004")]
    (contact,) = _rows(branch, Interaction)
    assert (contact.channel, contact.satisfaction, contact.held_on) == (
        Channel.CALL,
        Satisfaction.SATISFIED,
        TODAY,
    )
    assert (contact.cost_fen, contact.cost_for) == (8000, "送了月饼")
    assert contact.content == "赵敏 电话 满意 下周三再联系 送了月饼80元"
    (step,) = _rows(branch, FollowUp)
    assert (step.due_on, step.step, step.interaction_id) == (date(2026, 5, 20), "再联系", contact.id)
    assert branch.newest().kind == "capture.accepted"
    branch.undo()
    assert _rows(branch, Interaction) == _rows(branch, FollowUp) == []
    assert branch.is_sound()


def test_what_lies_at_another_bank(branch: Branch, archive: dict[str, Customer]) -> None:
    written = _accept(branch, "王秀英工行定期30万8月15日到期")
    assert [one.table for one in written] == ["interaction", "holding", "follow_up"]
    (holding,) = _rows(branch, Holding)
    assert (holding.bank, holding.kind, holding.amount_fen, holding.matures_on) == (
        "工商银行",
        ProductKind.TIME_DEPOSIT,
        30_000_000,
        date(2026, 8, 15),
    )
    (step,) = _rows(branch, FollowUp)
    assert step.due_on == date(2026, 8, 8)


def test_what_the_calendar_reminds_of_is_not_written_beside_it(
    branch: Branch, archive: dict[str, Customer]
) -> None:
    with branch.store.write() as session:
        changes.describe(session, "customer.edited")
        for one in session.scalars(select(Customer)):
            one.known_since = date(2020, 1, 1)
        session.flush()
        facts.refresh(session)
    typed = "王秀英工行定期30万8月15日到期"
    assert [one.draft.kind for one in _propose(branch, typed)] == ["interaction", "holding", "touchpoint"]
    assert [one.table for one in _accept(branch, typed)] == ["interaction", "holding"]
    asked = care.Asked(date(2026, 8, 5), date(2026, 8, 9), TODAY)
    found = [(one.key.rule, one.key.due_on) for one in branch.read(care.agenda, asked) if one.key.customer_id]
    assert [one for one in found if one[0] in ("other_maturity", "follow_up")] == [
        ("other_maturity", date(2026, 8, 8))
    ]
    # A rule that does not remind seven days before leaves the step to be written.
    branch.write(settings.set, "care.rules", {"other_maturity": {"lead_days": [3]}}, version=_version(branch))
    again = _accept(branch, "王秀英建行理财20万9月15日到期")
    assert [one.table for one in again] == ["interaction", "holding", "follow_up"]


def _version(branch: Branch) -> int:
    return branch.read(settings.load)["care.rules"].version


def test_a_meeting_has_its_time(branch: Branch, archive: dict[str, Customer]) -> None:
    _accept(branch, "明天下午3点拜访李敏 谈国债")
    (meeting,) = _rows(branch, Appointment)
    assert (meeting.due_on, meeting.at_minute, meeting.channel, meeting.subject) == (
        date(2026, 5, 14),
        15 * 60,
        Channel.VISIT,
        "谈国债",
    )


def test_a_promise_on_a_rate_waits_for_approval(branch: Branch, archive: dict[str, Customer]) -> None:
    _accept(branch, "答应给王阿姨申请利率上浮 下周三答复")
    (promise,) = _rows(branch, Commitment)
    assert (promise.kind, promise.state, promise.due_on) == (
        "rate",
        CommitmentState.WAITING,
        date(2026, 5, 20),
    )


def test_a_day_of_the_family_keeps_its_calendar(branch: Branch, archive: dict[str, Customer]) -> None:
    _accept(branch, "王建国母亲农历腊月初八生日")
    _accept(branch, "曾丽儿子10月1日结婚")
    birthday, wedding = _rows(branch, ImportantDate)
    assert (birthday.month, birthday.day, birthday.year, birthday.is_lunar, birthday.whose) == (
        12,
        8,
        None,
        True,
        "母亲",
    )
    assert (wedding.year, wedding.month, wedding.day, wedding.yearly) == (2026, 10, 1, False)


def test_the_customers_own_birthday_keeps_the_year(branch: Branch, archive: dict[str, Customer]) -> None:
    _accept(branch, "周婷婷9月12号生日")
    with branch.store.read() as session:
        row = session.scalars(select(Customer).where(Customer.number == "C011")).one()
        assert (row.birth_year, row.birth_month, row.birth_day) == (1995, 9, 12)


def test_a_stranger_becomes_a_prospect(branch: Branch, archive: dict[str, Customer]) -> None:
    written = _accept(branch, "刘女士13812345678 想办信用卡")
    assert [one.table for one in written] == ["customer", "interaction"]
    with branch.store.read() as session:
        someone = session.scalars(select(Customer).where(Customer.uid == written[0].uid)).one()
        phone = session.scalars(select(CustomerPhone).where(CustomerPhone.customer_id == someone.id)).one()
        assert (someone.name, someone.gender, someone.stage, phone.number) == (
            "刘女士",
            "female",
            "identified",
            "13812345678",
        )
    branch.undo()
    assert len(_rows(branch, Customer)) == len(archive)


def test_a_number_that_a_colleague_has_is_marked(branch: Branch, archive: dict[str, Customer]) -> None:
    branch.act("manager")
    (one,) = _propose(branch, "李先生13900000008 想办信用卡")
    assert one.customer is None
    assert "phone" in one.draft.unsure


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "capture.empty"),
        ("，。！？…… --- ***", "capture.empty"),
        ("赵敏" * 5000, "capture.too_long"),
        ("2月30日拜访赵敏", "date.not_a_date"),
        ("赵敏 13月5日 电话", "date.not_a_date"),
        ("农历八月三十一 赵敏生日", "date.not_a_date"),
        ("赵敏 农历1986年九月三十生日", "date.short_month"),
        ("赵敏他行9223372036854775808元到期", "amount.too_large"),
        ("赵敏他行99999999999亿到期", "amount.too_large"),
    ],
)
def test_a_line_that_cannot_be_is_refused(
    branch: Branch, archive: dict[str, Customer], typed: str, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        _propose(branch, typed)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("今天开会讨论指标", "capture.no_customer"),
        ("蔡女士想办信用卡", "capture.no_customer"),
        ("张伟 电话 满意", "capture.which_customer"),
        ("拜访了李伟和王建国", "capture.which_customer"),
    ],
)
def test_nothing_is_written_of_nobody_or_of_several(
    branch: Branch, archive: dict[str, Customer], typed: str, code: str
) -> None:
    before = branch.newest().number
    proposed = _propose(branch, typed)
    assert all(one.customer is None and "customer_no" in one.draft.unsure for one in proposed)
    with pytest.raises(UserError) as refused:
        branch.write(capture.accept, proposed)
    assert refused.value.code == code
    assert branch.newest().number == before


def test_whoever_was_chosen_is_written_of(branch: Branch, archive: dict[str, Customer]) -> None:
    proposed = _propose(branch, "张伟 电话 满意")
    second = proposed[0].candidates[1]
    (written,) = branch.write(capture.accept, [one.with_customer(second) for one in proposed])
    assert written.customer == "C023"


def test_a_manager_finds_only_their_own(branch: Branch, archive: dict[str, Customer]) -> None:
    branch.act("manager")
    assert _propose(branch, "李伟 电话 满意")[0].candidates == ()
    branch.act("colleague")
    assert _propose(branch, "李伟 电话 满意")[0].customer is not None
    branch.act("teller")
    with pytest.raises(NotAllowed):
        _propose(branch, "李伟 电话 满意")


def test_the_time_of_typing_tells_what_is_over(branch: Branch, archive: dict[str, Customer]) -> None:
    def kinds(hour: int) -> list[Kind]:
        found = branch.read(capture.propose, "下午3点拜访李敏", now=datetime(2026, 5, 13, hour, 0))
        return [one.draft.kind for one in found]

    assert kinds(9) == [Kind.TOUCHPOINT]
    assert kinds(17) == [Kind.INTERACTION]
