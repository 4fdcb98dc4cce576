"""`retention due` and `expire`: what is due is listed, and goes when two people agree."""

from __future__ import annotations

from datetime import date

from rmdesk.models import Refusal, Role
from rmdesk.services import changes, retention
from rmdesk.services.vault import Vault
from tests.cli.conftest import Run, Secret
from tests.support.vaults import ADMIN, PASSWORD, add_person


def test_refusals_go_after_their_years(run: Run, secret: Secret, vault: Vault) -> None:
    password = "一次性密码 Abc-2468"
    add_person(vault, "方志远", password, [Role.BRANCH_HEAD])
    with vault.store.write() as session:
        old = retention.years_before(date.today(), 21)
        session.add_all([Refusal(mark=digit * 64, kept_on=old, no_calls=True) for digit in "12"])
        session.add(Refusal(mark="3" * 64, kept_on=date.today(), no_calls=True))
        changes.note(session, "test.refused")
    vault.close()
    first = ("--vault", vault.folder.root, "--user", ADMIN, "--password-file", secret("head", PASSWORD))
    head = ("--vault", vault.folder.root, "--user", "方志远", "--password-file", secret("second", password))
    found = run(*head, "retention", "due", "--json")
    due = {one["kind"]: one for one in found.data["due"]}
    assert (due["refusals"]["count"], due["refusals"]["years"]) == (2, 20)
    assert due["customers"]["count"] == 0
    alone = run(*head, "retention", "expire", "refusals", "--json")
    assert (alone.status, alone.code) == (1, "bin.second_person")
    both = ("--second", ADMIN, "--second-password-file", secret("first", PASSWORD))
    gone = run(*head, "retention", "expire", "refusals", "attachments", *both, "--json")
    assert gone.data == {"deleted": {"refusals": 2, "attachments": 0}}
    left = run(*first, "retention", "due", "--json")
    assert {one["kind"]: one["count"] for one in left.data["due"]}["refusals"] == 0
