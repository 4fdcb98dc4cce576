"""What becomes of a log when the customers it names are merged, or deleted for good."""

from __future__ import annotations

from datetime import date

from rmdesk.models import Customer
from rmdesk.services import daily_logs, duplicates, recycle_bin, undoing
from rmdesk.services.recycle_bin import Consent
from tests.support.branches import Branch

TODAY = date.today()


def answered(branch: Branch, customer: Customer) -> None:
    """An item with this customer, done."""
    given = {"purpose": "谈国债"}
    row = branch.write(daily_logs.add_item, TODAY, given, customer_uid=customer.uid, on_rest_day=True)
    version = branch.version(row)
    branch.write(daily_logs.complete_item, row.uid, "done", version=version, result="好")


def named(branch: Branch) -> set[str]:
    items = branch.read(daily_logs.load_day, TODAY).items
    return {one.person.uid for one in items if one.person is not None}


def test_merging_two_customers_moves_their_items_and_is_undone_after_the_log_was_submitted(
    branch: Branch,
) -> None:
    branch.act("manager")
    first, second = branch.add("张晓敏"), branch.add("张小敏")
    for one in (first, second):
        answered(branch, one)
    versions = (branch.version(first), branch.version(second))
    branch.write(duplicates.merge, first.uid, second.uid, versions=versions)
    merged = branch.newest().number
    assert named(branch) == {first.uid}
    branch.write(daily_logs.submit, TODAY)
    branch.write(undoing.undo, merged)
    assert named(branch) == {first.uid, second.uid}
    assert branch.is_sound()


def test_of_a_customer_deleted_for_good_a_submitted_log_keeps_a_line_that_names_nobody(
    branch: Branch,
) -> None:
    branch.act("manager")
    customer = branch.add()
    answered(branch, customer)
    before = branch.read(daily_logs.summarise, TODAY, TODAY).counted
    news = {"kind": "market", "headline": "同业下调利率"}
    branch.write(daily_logs.add_news, TODAY, news, [customer.id])
    branch.write(daily_logs.submit, TODAY)
    branch.write(recycle_bin.delete_customer, customer.uid, version=branch.version(customer))
    branch.act("head")
    consent = Consent(branch.people["administrator"].staff_uid)
    branch.write(recycle_bin.purge_customers, [customer.uid], consent)
    branch.act("manager")
    day = branch.read(daily_logs.load_day, TODAY)
    assert (day.standing, day.news[0].touched) == ("submitted", 0)
    [line] = day.items
    assert (line.person, line.is_gone, line.outcome, line.result) == (None, True, "done", None)
    assert line.purpose == "—"
    after = branch.read(daily_logs.summarise, TODAY, TODAY).counted
    assert (after.planned, after.extra, after.done) == (before.planned, before.extra, before.done)
    assert branch.is_sound()
