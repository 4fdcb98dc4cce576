"""`complaint`: from the day it was heard to its end, by who is in charge and by who only assists."""

from __future__ import annotations

from datetime import date

import pytest

from rmdesk.models import Role
from rmdesk.services import customers
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault
from tests.cli.conftest import Run, Secret
from tests.support.vaults import add_person

HEAD, LOBBY, PASSWORD = "沈德明", "许婷", "一次性密码 Abc-2468"


@pytest.fixture
def run_as(run: Run, secret: Secret, vault: Vault):
    head = add_person(vault, HEAD, PASSWORD, [Role.BRANCH_HEAD])
    add_person(vault, LOBBY, PASSWORD, [Role.LOBBY_MANAGER])
    vault.store.actor = Actor.of(head)
    with vault.store.write() as session:
        customers.add_customer(session, {"name": "陈静怡", "number": "33033391"})
    vault.close()
    password = secret("them", PASSWORD)

    def run_(who: str, *typed: object):
        place = ("--vault", vault.folder.root, "--user", who, "--password-file", password)
        return run(*place, "complaint", *typed, "--json")

    return run_


def test_from_the_day_it_was_heard_to_its_end(run_as) -> None:
    today = date.today().isoformat()
    assert run_as(HEAD, "list").data == {"complaints": []}
    made = run_as(
        HEAD, "add", "--customer", "33033391", "--kind", "waiting", "--content", "排队两个小时",
        "--seriousness", "grave", "--assistant", LOBBY,
    ).data  # fmt: skip
    number = made["number"]
    assert (made["state"], made["owner"], made["assistant"]) == ("open", HEAD, LOBBY)
    assert len(made["steps"]) == 3
    [listed] = run_as(LOBBY, "list").data["complaints"]
    assert (listed["number"], listed["who"]) == (number, "陈*")
    assert run_as(LOBBY, "done", number, "1", "--note", "已致歉").data["steps"][0]["note"] == "已致歉"
    assert run_as(LOBBY, "done", number, "1", "--undone").data["steps"][0]["done_on"] is None
    told = run_as(HEAD, "step", number, "--what", "增开窗口", "--due", today, "--staff", LOBBY).data
    assert [one["staff"] for one in told["steps"] if one["what"] == "增开窗口"] == [LOBBY]
    assert run_as(HEAD, "resolve", number, "--result", "午间增开一个窗口").data["state"] == "resolved"
    assert run_as(HEAD, "tell", number, "--channel", "call", "--satisfied", "no").data["state"] == "told"
    assert run_as(HEAD, "close", number).data["closed_on"] == today
    again = run_as(HEAD, "reopen", number, "--what", "再次上门").data
    assert (again["state"], again["reopened"]) == ("open", 1)
    assert run_as(HEAD, "show", number).data == again
    figures = run_as(HEAD, "figures").data
    assert (figures["count"], figures["pending"], figures["asked"], figures["satisfied"]) == (1, 1, 1, 0)
    assert figures["kinds"] == {"waiting": 1}


def test_what_cannot_be_is_refused(run_as) -> None:
    made = run_as(HEAD, "add", "--person", "过路的李先生", "--kind", "fee", "--content", "收费不明").data
    number = made["number"]
    assert made["who"] == "过路的李先生"

    def code(who: str, *typed: object) -> str:
        found = run_as(who, *typed)
        assert found.status == 1
        return str(found.data["error"]["code"])

    assert code(HEAD, "done", number, "9") == "complaint.no_such_step"
    assert code(HEAD, "tell", number, "--channel", "call") == "complaint.not_resolved"
    assert code(HEAD, "close", number) == "complaint.not_told"
    assert code(HEAD, "reopen", number, "--what", "再谈") == "complaint.still_open"
    assert code(HEAD, "show", "T1999-001") == "row.gone"
    assert code(LOBBY, "show", number) == "role.not_permitted"
    assert code(LOBBY, "add", "--person", "某人", "--kind", "fee", "--content", "x") == "role.not_permitted"
    assert code(HEAD, "add", "--person", "某人", "--kind", "fee", "--content", " ") == "text.empty"
    assert run_as(HEAD, "add", "--kind", "fee", "--content", "谁的").status == 2
    assert run_as(LOBBY, "list").data == {"complaints": []}
