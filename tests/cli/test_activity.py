"""`activity list`, `activity show`: an activity with its lines and guests."""

from __future__ import annotations

from datetime import date, timedelta

from rmdesk.models import Role
from rmdesk.services import activities, customers
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault
from tests.cli.conftest import Run, Secret
from tests.support.vaults import ADMIN, PASSWORD, add_person

COMING = date.today() + timedelta(days=14)


def test_an_activity_is_listed_and_shown(run: Run, secret: Secret, vault: Vault) -> None:
    password = "一次性密码 Abc-2468"
    vault.store.actor = Actor.of(add_person(vault, "林晓雯", password, [Role.RELATIONSHIP_MANAGER]))
    with vault.store.write() as session:
        one = customers.add_customer(session, {"name": "陈静怡"}).id
    with vault.store.write() as session:
        given = {"name": "养老沙龙", "kind": "salon", "first_on": COMING, "start_minute": "14:00"}
        activity = activities.add_activity(session, given).uid
        activities.add_point(session, activity, {"at_minute": "14:00", "what": "主题分享"})
        activities.add_cost(session, activity, {"what": "茶歇", "estimate_fen": 120_000})
    with vault.store.write() as session:
        activities.invite(session, activity, [one], channel="call")
    vault.close()
    as_head = ("--vault", vault.folder.root, "--user", ADMIN, "--password-file", secret("head", PASSWORD))
    [told] = run(*as_head, "activity", "list", "--json").data["activities"]
    assert (told["name"], told["kind"], told["standing"]) == ("养老沙龙", "salon", "draft")
    assert (told["listed"], told["invited"], told["cost_planned"]) == (1, 0, "1200.00")
    shown = run(*as_head, "activity", "show", told["id"][:12], "--json").data
    assert shown["run"] == [{"day": COMING.isoformat(), "time": "14:00", "what": "主题分享", "who": None}]
    [guest] = shown["guests"]
    assert (guest["name"], guest["channel"], guest["invitation"]) == ("陈*", "call", "planned")
    assert "0 of 1 invited" in run(*as_head, "activity", "show", "养老沙龙").answer
    unknown = run(*as_head, "activity", "show", "春游", "--json")
    assert (unknown.status, unknown.code) == (1, "activity.unknown")
