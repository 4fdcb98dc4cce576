"""Notices: whom they concern, telling each of them once, and the line of the care calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rmdesk.models import Customer
from rmdesk.services import care, greetings, holdings, interactions, notices
from rmdesk.services.care import Asked, Kind
from rmdesk.services.errors import NotAllowed, UserError
from tests.support.branches import Branch

TODAY = date.today()
TOLD = {"title": "三年期利率下调", "content": "下月起三年期利率调整为 1.55%。", "source": "总行通知"}


@pytest.fixture
def people(branch: Branch) -> list[Customer]:
    branch.act("manager")
    return [branch.add(f"客户{n}") for n in range(3)]


def ids(people: list[Customer]) -> list[int]:
    return [one.id for one in people]


def lines(branch: Branch, day: date = TODAY) -> list[tuple[date, int | None]]:
    found = branch.read(care.agenda, Asked(day, day, TODAY, kinds=frozenset({Kind.NOTICE})), with_acted=False)
    return [(one.day, one.count) for one in found]


def test_holders_are_found_by_what_they_hold(branch: Branch, people: list[Customer]) -> None:
    for person, kind, product, bank, day in (
        (people[0], "wealth", "稳享九十天", "", "2027-03-01"),
        (people[1], "wealth", "稳享九十天", "工商银行", "2027-03-01"),
        (people[2], "fund", "沪深三百", "", None),
    ):
        given = {"kind": kind, "product": product, "bank": bank, "amount_fen": 100, "matures_on": day}
        branch.write(holdings.add_holding, person.uid, given)
    found = branch.read(notices.holders, kind="wealth")
    assert found == ids(people[:2])
    assert branch.read(notices.holders, product="稳享", bank="") == [people[0].id]
    spring = {"first": date(2027, 2, 1), "last": date(2027, 4, 1)}
    assert branch.read(notices.holders, **spring) == ids(people[:2])
    assert branch.read(notices.holders, product="%") == []
    branch.act("colleague")
    assert branch.read(notices.holders, kind="wealth") == []


def test_each_is_told_once_and_it_is_recorded(branch: Branch, people: list[Customer]) -> None:
    row = branch.write(notices.add_notice, TOLD, ids(people))
    assert lines(branch) == [(TODAY, 3)]
    assert branch.write(notices.tell, row.uid, ids(people[:2]), "wechat", today=TODAY) == 2
    assert lines(branch) == [(TODAY, 1)]
    [contact] = branch.read(interactions.list_interactions, people[0].uid)
    assert (contact.channel, contact.result, contact.purpose) == ("wechat", "sent", "三年期利率下调")
    with pytest.raises(UserError, match=r"notice\.told_already"):
        branch.write(notices.tell, row.uid, ids(people[1:]), "call", today=TODAY)
    [listed] = branch.read(notices.list_notices)
    assert (listed.to_tell, listed.told, listed.is_mine) == (1, 2, True)
    who = branch.read(notices.list_recipients, row.uid)
    assert [(one.customer_id, one.told_by) for one in who] == [
        (people[2].id, None),
        (people[0].id, "林晓雯"),
        (people[1].id, "林晓雯"),
    ]
    branch.undo()
    assert lines(branch) == [(TODAY, 3)]
    assert branch.read(interactions.list_interactions, people[0].uid) == []
    assert branch.is_sound()


def test_the_line_opens_its_list_and_stays_until_all_is_told(branch: Branch, people: list[Customer]) -> None:
    yesterday = TODAY - timedelta(days=1)
    row = branch.write(notices.add_notice, TOLD | {"due_on": yesterday}, ids(people))
    assert lines(branch, yesterday) == []
    assert lines(branch) == [(TODAY, 3)]
    asked = Asked(TODAY, TODAY, TODAY)
    assert branch.read(care.today, asked).due[Kind.NOTICE].touchpoints[0].count == 3
    [line] = branch.read(care.agenda, Asked(TODAY, TODAY, TODAY, kinds=frozenset({Kind.NOTICE})))
    members = branch.read(care.members, asked, line.key)
    assert [one.key.customer_id for one in members] == ids(people)
    branch.write(care.mark_done, [members[0].key], today=TODAY)
    branch.write(care.skip, [members[1].key], "已知道", today=TODAY)
    assert lines(branch) == [(TODAY, 1)]
    [listed] = branch.read(notices.list_notices)
    assert (listed.to_tell, listed.told) == (2, 1)
    branch.write(care.postpone, [members[2].key], TODAY + timedelta(days=2), today=TODAY)
    assert lines(branch) == []
    assert lines(branch, TODAY + timedelta(days=2)) == [(TODAY + timedelta(days=2), None)]
    branch.write(notices.close_notice, row.uid, version=branch.version(row))
    assert lines(branch, TODAY + timedelta(days=2)) == []
    with pytest.raises(UserError, match=r"notice\.closed"):
        branch.write(notices.tell, row.uid, [people[2].id], "call", today=TODAY)
    assert branch.read(notices.list_notices) == []
    assert len(branch.read(notices.list_notices, closed=True)) == 1


def test_everybody_tells_their_own(branch: Branch, people: list[Customer]) -> None:
    branch.act("colleague")
    theirs = branch.add("丁")
    branch.act("supervisor")
    row = branch.write(notices.add_notice, TOLD, [*ids(people), theirs.id])
    assert branch.write(notices.add_recipients, row.uid, [theirs.id], version=1) == 0
    branch.act("colleague")
    assert lines(branch) == [(TODAY, 1)]
    assert branch.read(notices.list_notices)[0].to_tell == 1
    with pytest.raises(NotAllowed):
        branch.write(notices.tell, row.uid, [people[0].id], "call", today=TODAY)
    with pytest.raises(NotAllowed):
        branch.write(notices.close_notice, row.uid, version=1)
    branch.act("teller")
    with pytest.raises(NotAllowed):
        branch.write(notices.add_notice, TOLD)


def test_what_is_wrong_is_said_and_nothing_is_kept(branch: Branch, people: list[Customer]) -> None:
    for wrong in ({"title": " "}, {"content": "祝" * 4001}, {"channel": "pigeon"}, {"due_on": "2026-02-31"}):
        with pytest.raises(UserError):
            branch.write(notices.add_notice, TOLD | wrong, ids(people))
    assert branch.read(notices.list_notices) == []
    branch.edit(people[0], no_messages=True)
    row = branch.write(notices.add_notice, TOLD, [people[0].id])
    with pytest.raises(UserError, match=r"notice\.no_messages"):
        branch.write(notices.tell, row.uid, [people[0].id], "sms", today=TODAY)
    with pytest.raises(UserError, match=r"notice\.not_concerned"):
        branch.write(notices.tell, row.uid, [people[1].id], "call", today=TODAY)
    assert branch.write(notices.tell, row.uid, [people[0].id], "call", today=TODAY) == 1


def test_the_text_to_send_is_what_the_notice_says(branch: Branch, people: list[Customer]) -> None:
    branch.write(notices.add_notice, TOLD, [people[0].id])
    [line] = branch.read(care.agenda, Asked(TODAY, TODAY, TODAY, kinds=frozenset({Kind.NOTICE})))
    [key] = [one.key for one in branch.read(care.members, Asked(TODAY, TODAY, TODAY), line.key)]
    touchpoint = branch.read(care.find_these, [key], today=TODAY)[key]
    found = branch.read(greetings.propose, touchpoint, TODAY, language="zh_CN")
    assert str(TOLD["content"]) in found.texts[0].text
