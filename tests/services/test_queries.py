"""Queries whose text is made once: they see what the session is about to write, and who asks."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, ImportantDate
from rmdesk.services import changes, dates
from rmdesk.services.customers import access
from rmdesk.services.days import Day
from rmdesk.services.queries import QueryForEach, beside_customer, listed
from tests.support.branches import Branch

_SEEN = QueryForEach(
    lambda session: select(Customer.id).where(Customer.uid.in_(listed("uids")), access.visible(session))
)


def test_rows_are_as_the_model_reads_them(branch: Branch) -> None:
    customer = branch.add()
    branch.write(dates.add_date, customer.uid, {"kind": "other", "day": Day(6, 3, 1984)})
    found = branch.read(beside_customer(ImportantDate).read, customer_id=customer.id)
    [row] = found
    assert (row.month, row.year, row.is_lunar, row.yearly) == (6, 1984, False, True)
    assert type(row.is_lunar) is bool


def test_what_is_not_written_yet_is_seen(branch: Branch) -> None:
    customer = branch.add()

    def add(session: Session) -> list[object]:
        changes.describe(session, "date.added")
        session.add(ImportantDate(customer_id=customer.id, kind="other", month=1, day=2))
        return beside_customer(ImportantDate).read(session, customer_id=customer.id)

    assert len(branch.write(add)) == 1


def test_each_is_asked_for_by_who_acts(branch: Branch) -> None:
    branch.act("head")
    customer = branch.add()
    uids = f'["{customer.uid}"]'
    assert [row.id for row in branch.read(_SEEN.read, uids=uids)] == [customer.id]
    branch.act("manager")
    assert branch.read(_SEEN.read, uids=uids) == []
    branch.act("head")
    assert [row.id for row in branch.read(_SEEN.read, uids=uids)] == [customer.id]
