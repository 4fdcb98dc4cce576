"""`goal show`: a period's targets against the archive."""

from __future__ import annotations

from datetime import date

from rmdesk.models import Role
from rmdesk.services import customers, figures, goals
from rmdesk.services.actor import Actor
from rmdesk.services.goals import periods
from rmdesk.services.vault import Vault
from tests.cli.conftest import Run, Secret
from tests.support.vaults import ADMIN, PASSWORD, add_person


def test_a_goal_is_shown_with_each_managers_part(run: Run, secret: Secret, vault: Vault) -> None:
    year = date.today().year
    password = "一次性密码 Abc-2468"
    head = vault.store.actor
    manager = add_person(vault, "林晓雯", password, [Role.RELATIONSHIP_MANAGER])
    vault.store.actor = Actor.of(manager)
    with vault.store.write() as session:
        one = customers.add_customer(session, {"name": "陈静怡"})
        figures.add_figure(session, one.uid, 12_345_678, date.today())
    vault.store.actor = head
    with vault.store.write() as session:
        goal = goals.add_goal(session, periods.year(year))
        target = goals.set_target(session, goal.uid, {"measure": "aum", "target": 50_000_000})
        goals.set_shares(session, target.uid, {manager.uid: 20_000_000}, seen={}, version=1)
    vault.close()
    as_head = ("--vault", vault.folder.root, "--user", ADMIN, "--password-file", secret("head", PASSWORD))
    found = run(*as_head, "goal", "show", "--period", f"{year}年", "--json")
    assert (found.status, found.data["period"], found.data["first"]) == (0, f"{year}", f"{year}-01-01")
    [told] = found.data["targets"]
    assert (told["target"], told["actual"], told["rest"]) == ("500000.00", "123456.78", "300000.00")
    parts = {one["name"]: (one["part"], one["actual"]) for one in told["managers"]}
    assert parts["林晓雯"] == ("200000.00", "123456.78")
    assert "CNY 500,000" in run(*as_head, "goal", "show", "--period", str(year)).answer
    missing = run(*as_head, "goal", "show", "--period", "2031-Q1", "--json")
    assert (missing.status, missing.code) == (1, "goal.unknown")
