"""`ics`: the care calendar as a file."""

from __future__ import annotations

from pathlib import Path

from icalendar import Calendar

from rmdesk.models import Role
from rmdesk.services import appointments, customers
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault
from tests.cli.conftest import Run
from tests.support.vaults import add_person


def fill(vault: Vault) -> None:
    person = add_person(vault, "林晓雯", "一次性密码 Abc-2468", [Role.RELATIONSHIP_MANAGER])
    vault.store.actor = Actor.of(person)
    with vault.store.write() as session:
        one = customers.add_customer(session, {"name": "陈静怡"})
        given = {"due_on": "2027-03-02", "at_minute": 600, "channel": "visit", "subject": "面谈, 带合同"}
        appointments.add_appointment(session, one.uid, given)


def test_a_file_that_others_read(run_as_admin: Run, vault: Vault, tmp_path: Path) -> None:
    fill(vault)
    vault.close()
    target = tmp_path / "care.ics"
    days = ("--from", "2027-03-01", "--to", "2027-03-07", "--kind", "appointment")
    ran = run_as_admin("--json", "ics", *days, "--out", target)
    assert ran.status == 0
    assert ran.data == {"file": str(target), "events": 1, "masked": True}
    [event] = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert event["dtstart"].dt.isoformat() == "2027-03-02T10:00:00+08:00"


def test_days_the_wrong_way_round(run_as_admin: Run, vault: Vault, tmp_path: Path) -> None:
    vault.close()
    target = tmp_path / "care.ics"
    ran = run_as_admin("--json", "ics", "--from", "2027-03-07", "--to", "2027-03-01", "--out", target)
    assert (ran.status, ran.code) == (1, "care.wrong_range")
    assert not target.exists()
