"""`touchpoint …`: what is said of one that somebody has dealt with already."""

from __future__ import annotations

from rmdesk.models import Role
from rmdesk.services import appointments, customers
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault
from tests.cli.conftest import Run, Secret
from tests.support.vaults import add_person

WORD = "自己的密码 Abc-2468"


def test_a_second_time_it_is_told_that_it_was_done(run: Run, vault: Vault, secret: Secret) -> None:
    vault.store.actor = Actor.of(add_person(vault, "林晓雯", WORD, [Role.RELATIONSHIP_MANAGER]))
    with vault.store.write() as session:
        one = customers.add_customer(session, {"name": "陈静怡", "number": "33033391"})
        given = {"due_on": "2027-03-02", "channel": "visit"}
        appointments.add_appointment(session, one.uid, given)
    vault.close()
    me = ("--vault", vault.folder.root, "--user", "林晓雯", "--password-file", secret("word", WORD), "--json")
    which = ("--customer", "33033391", "--kind", "appointment", "--date")
    assert run(*me, "touchpoint", "done", *which, "2027-03-02").data == {"touchpoints": 1}
    again = run(*me, "touchpoint", "done", *which, "2027-03-02")
    assert (again.status, again.code) == (1, "care.acted_already")
    other = run(*me, "touchpoint", "done", *which, "2027-03-03")
    assert (other.status, other.code) == (1, "care.gone")
