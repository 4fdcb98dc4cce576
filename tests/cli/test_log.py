"""`log …`: two people and one day, from the plan to the countersignature."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rmdesk.models import Role
from rmdesk.services import customers, holdings
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault
from tests.cli.conftest import Run, Secret
from tests.support.vaults import add_person

TODAY = date.today().isoformat()
WORD = "自己的密码 Abc-2468"


@pytest.fixture
def people(vault: Vault, secret: Secret) -> dict[str, tuple[object, ...]]:
    """How each signs in. The manager has one customer, whose number is 33033391."""
    manager = add_person(vault, "林晓雯", WORD, [Role.RELATIONSHIP_MANAGER])
    add_person(vault, "何佳怡", WORD, [Role.SUPERVISOR])
    vault.store.actor = Actor.of(manager)
    with vault.store.write() as session:
        one = customers.add_customer(session, {"name": "陈静怡", "number": "33033391"})
        given = {"kind": "time_deposit", "amount_fen": 50_000_000, "bank": "招商银行"}
        holdings.add_holding(session, one.uid, given)
    vault.close()
    word: Path = secret("word", WORD)
    root = vault.folder.root
    names = ("林晓雯", "何佳怡")
    return {one: ("--vault", root, "--user", one, "--password-file", word, "--json") for one in names}


def test_a_day_from_plan_to_countersignature(run: Run, people: dict[str, tuple[object, ...]]) -> None:
    manager, supervisor = people["林晓雯"], people["何佳怡"]
    entry = (
        "--text",
        "谈国债",
        "--customer",
        "33033391",
        "--channel",
        "visit",
        "--at",
        "15:00",
        "--rest-day",
    )
    planned = run(*manager, "log", "plan", *entry)
    [item] = planned.data["items"]
    assert (item["at"], item["customer"], item["source"], item["kind"]) == (
        "15:00",
        "陈静怡",
        "free",
        "follow_up",
    )
    assert planned.data["plan_late"] is True
    assert run(*manager, "log", "submit").code == "log.open_items"
    result = ("--as", "done", "--result", "同意买 20 万", "--minutes", 40)
    done = run(*manager, "log", "complete", item["uid"], *result)
    assert (done.data["items"][0]["outcome"], done.data["numbers"]["minutes"]) == ("done", 40)
    news = ("--kind", "market", "--headline", "同业下调利率", "--product-kind", "time_deposit")
    assert run(*manager, "log", "news", *news).data["customers"] == 1
    assert run(*manager, "log", "submit").data["state"] == "submitted"
    assert run(*manager, "log", "submit").code == "log.submitted_already"
    assert run(*manager, "log", "countersign", "--manager", "林晓雯").code == "role.not_permitted"
    assert run(*supervisor, "log", "waiting").answer.count("林晓雯") == 1
    back = run(*supervisor, "log", "return", "--manager", "林晓雯", "--comment", "补一句")
    assert back.data["state"] == "returned"
    run(*manager, "log", "submit")
    commented = run(*supervisor, "log", "comment", "--manager", "林晓雯", "--text", "好")
    assert [one["kind"] for one in commented.data["remarks"]] == ["returned", "comment"]
    assert run(*supervisor, "log", "countersign", "--all").data == {"countersigned": 1}
    added = run(*manager, "log", "addendum", "--text", "晚上又来电")
    assert (added.data["state"], added.data["remarks"][-1]["text"]) == ("countersigned", "晚上又来电")
    shown = run(*supervisor, "log", "show", "--manager", "林晓雯", "--date", TODAY)
    assert shown.data["items"][0]["customer"] == "陈*"
    counted = run(*supervisor, "log", "summary", "--branch")
    assert (counted.data["done"], counted.data["channels"]) == (1, {"visit": 1})


def test_what_is_wrong_is_said(run: Run, people: dict[str, tuple[object, ...]]) -> None:
    manager, supervisor = people["林晓雯"], people["何佳怡"]
    assert run(*manager, "log", "plan", "--date", "2026-09-11").data == {
        "date": "2026-09-11",
        "proposed": [],
    }
    assert run(*manager, "log", "complete", "f" * 32, "--as", "done").code == "row.gone"
    assert run(*manager, "log", "show", "--manager", "何佳怡").code == "role.not_permitted"
    assert run(*manager, "log", "addendum", "--text", "x").code == "log.not_submitted"
    assert run(*supervisor, "log", "countersign", "--manager", "林晓雯").code == "log.not_waiting"
    nothing = run(*supervisor, "log", "comment", "--manager", "林晓雯", "--text", "x")
    assert nothing.code == "log.nothing_yet"
    assert run(*supervisor, "log", "show", "--manager", "没有此人").status == 1
    assert run(*supervisor, "log", "summary", "--from", "2026-09-30", "--to", "2026-09-01").code == (
        "care.wrong_range"
    )
