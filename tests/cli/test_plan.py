"""`plan list`, `plan show`, `plan progress`: an agreed plan, its versions, how far it is."""

from __future__ import annotations

from datetime import date, timedelta

from rmdesk.models import Role
from rmdesk.services import customers, plans
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault
from tests.cli.conftest import Run, Secret
from tests.support.vaults import ADMIN, PASSWORD, add_person

TODAY = date.today()


def test_a_plan_is_listed_shown_and_followed(run: Run, secret: Secret, vault: Vault) -> None:
    password = "一次性密码 Abc-2468"
    head = vault.store.actor
    vault.store.actor = manager = Actor.of(add_person(vault, "林晓雯", password, [Role.RELATIONSHIP_MANAGER]))
    with vault.store.write() as session:
        for name in ("陈静怡", "王芳"):
            customers.add_customer(session, {"name": name})
    with vault.store.write() as session:
        days = {"first_on": TODAY - timedelta(days=7), "last_on": TODAY + timedelta(days=21)}
        plan = plans.add_plan(session, {"name": "旺季维护"} | days).uid
        mix = {"call": 70, "visit": 30}
        node = plans.add_node(session, plan, {"name": "存量", "times": 1, "channels": mix}).uid
        plans.generate_items(session, plan, version=1, today=days["first_on"])
    with vault.store.write() as session:
        plans.submit_plan(session, plan, version=1)
    vault.store.actor = head
    with vault.store.write() as session:
        plans.agree_plan(session, plan, version=2)
    vault.store.actor = manager
    with vault.store.write() as session:
        plans.revise_plan(session, plan, version=3)
    with vault.store.write() as session:
        plans.edit_node(session, node, {"times": 2}, version=1)
    vault.close()
    as_head = ("--vault", vault.folder.root, "--user", ADMIN, "--password-file", secret("head", PASSWORD))
    listed = run(*as_head, "plan", "list", "--json")
    [told] = listed.data["plans"]
    assert (told["name"], told["manager"], told["contacts"]) == ("旺季维护", "林晓雯", 2)
    assert (told["standing"], told["version"], told["agreed_version"]) == ("draft", 2, 1)
    shown = run(*as_head, "plan", "show", told["id"][:12], "--json")
    assert shown.data["sub_plans"][0]["channels"] == mix
    assert "differences" not in shown.data
    agreed = run(*as_head, "plan", "show", "旺季维护", "--version", "1", "--json")
    assert agreed.data["as_agreed"]["nodes"][0]["times"] == 1
    [difference] = agreed.data["differences"]
    assert (difference["field"], difference["before"], difference["after"]) == ("times", 1, 2)
    assert "How often: 1 → 2" in run(*as_head, "plan", "show", "旺季维护", "--version", "1").answer
    far = run(*as_head, "plan", "progress", "旺季维护", "--json")
    assert (far.data["contacts"], far.data["done"], far.data["today"]) == (2, 0, TODAY.isoformat())
    assert far.data["line"][-1] == {"day": days["last_on"].isoformat(), "planned": 2, "done": None}
    assert "0 of 2 done" in run(*as_head, "plan", "progress", "旺季维护").answer
    unknown = run(*as_head, "plan", "show", "淡季", "--json")
    assert (unknown.status, unknown.code) == (1, "plan.unknown")
    without = run(*as_head, "plan", "show", "旺季维护", "--version", "7", "--json")
    assert (without.status, without.code) == (1, "plan.no_version")
