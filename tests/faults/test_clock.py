"""Clocks: the hour that comes twice when summer time ends, and the years after 2038."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta

import pytest

from rmdesk.services import accounts, changes
from rmdesk.services.accounts import clock_findings
from rmdesk.services.backups import Kind
from rmdesk.services.vault.backup_names import name_at, read_name
from tests.support.vaults import OpenAgain


@pytest.fixture
def summer_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the last Sunday of October three o'clock becomes two."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()


@pytest.fixture(autouse=True)
def zone_afterwards() -> object:
    former = os.environ.get("TZ")
    yield
    if former is None:
        os.environ.pop("TZ", None)
    time.tzset()


@pytest.mark.usefixtures("summer_time")
def test_the_hour_that_comes_twice_is_in_order() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # half past two, and an hour later again
    second = first + timedelta(hours=1)
    assert f"{first.astimezone():%H:%M}" == f"{second.astimezone():%H:%M}" == "02:30"
    assert clock_findings(first, second) == []
    former, later = (name_at(Kind.REGULAR, at) for at in (first, second))
    assert former.text < later.text
    read = read_name(later.text)
    assert read is not None
    assert read.made_at == second


def test_work_goes_on_after_2038(open_again: OpenAgain) -> None:
    vault = open_again(signed_in=False)
    accounts.sign_in(vault, now=datetime(2040, 2, 29, 9, 0, tzinfo=UTC))
    assert [one.code for one in vault.findings] == ["clock.ahead"]
    name = name_at(Kind.REGULAR, datetime(2040, 2, 29, 9, 0, tzinfo=UTC))
    assert read_name(name.text) == name
    with vault.store.read() as session:
        assert changes.verify(session, vault.keys.audit).sound
