"""`rmdesk capture`: what it proposes, what it writes, how it refuses."""

from __future__ import annotations

from sqlalchemy import select

from rmdesk.models import Role, Staff, StaffRole
from rmdesk.services import customers
from tests.cli.conftest import Run
from tests.support.vaults import ADMIN, OpenAgain


def test_a_line_is_proposed_and_written_when_it_is_accepted(run_as_admin: Run, open_again: OpenAgain):
    vault = open_again()
    with vault.store.write() as session:
        administrator = session.scalars(select(Staff).where(Staff.name == ADMIN)).one()
        session.add(StaffRole(staff_id=administrator.id, role=Role.SUPERVISOR.value))
        for number, name in (("C001", "赵敏"), ("C002", "张伟"), ("C003", "张伟")):
            customers.add_customer(session, {"number": number, "name": name})
    vault.close()

    typed = ("capture", "赵敏 电话 满意 下周三再联系 送了月饼80元", "--today", "2026-05-13", "--json")
    ran = run_as_admin(*typed)
    assert ran.status == 0
    contact, to_do = ran.data["proposals"]
    assert contact == {
        "type": "interaction",
        "customer_no": "C001",
        "candidates": ["C001"],
        "date": "2026-05-13",
        "channel": "call",
        "result": "satisfied",
        "cost": "80.00",
        "text": "赵敏 电话 满意 下周三再联系 送了月饼80元",
        "unsure": [],
    }
    assert (to_do["type"], to_do["date"], to_do["purpose"]) == ("touchpoint", "2026-05-20", "再联系")
    listed = ("interaction", "list", "--customer", "C001", "--json")
    assert run_as_admin(*listed).data["interactions"] == []

    ran = run_as_admin(*typed, "--accept")
    assert [one["table"] for one in ran.data["written"]] == ["interaction", "follow_up"]
    assert run_as_admin(*listed).data["interactions"][0]["cost"] == "80.00"

    said = run_as_admin("capture", "赵敏 电话 满意", "--today", "2026-05-13")
    assert said.answer.splitlines() == [
        "Contact\t赵敏\tDay 2026-05-13\tWay of contact Call\tResult Satisfied\t赵敏 电话 满意",
        "Nothing was written; --accept writes it.",
    ]

    several = ("capture", "张伟 电话 满意", "--today", "2026-05-13", "--accept", "--json")
    ran = run_as_admin(*several)
    assert (ran.status, ran.code) == (1, "capture.which_customer")
    ran = run_as_admin(*several, "--customer", "C003")
    assert ran.data["written"][0]["customer_no"] == "C003"
    ran = run_as_admin("capture", "？！", "--json")
    assert (ran.status, ran.code) == (1, "capture.empty")
