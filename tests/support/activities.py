"""Activities of a branch for tests: begun, agreed to, opened, held."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from rmdesk.models import Activity, Customer
from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet, GuestRow
from tests.support.branches import Branch

TODAY = date.today()
COMING = TODAY + timedelta(days=14)


def begin(branch: Branch, who: str = "manager", **given: Any) -> Activity:
    """A salon in two weeks."""
    branch.act(who)
    fields = {
        "name": "养老沙龙",
        "kind": "salon",
        "first_on": COMING,
        "start_minute": 14 * 60,
        "place": "贵宾室",
    }
    return branch.write(activities.add_activity, fields | given)


def agreed(branch: Branch, activity: Activity, judge: str = "supervisor", who: str = "manager") -> None:
    branch.act(who)
    branch.write(activities.submit_activity, activity.uid, version=branch.version(activity))
    branch.act(judge)
    branch.write(activities.agree_activity, activity.uid, version=branch.version(activity))
    branch.act(who)


def opened(branch: Branch, activity: Activity, **given: Any) -> None:
    agreed(branch, activity, **given)
    branch.write(activities.open_activity, activity.uid, version=branch.version(activity))


def on_today(branch: Branch, activity: Activity) -> None:
    """The day has come."""
    days = {"first_on": TODAY, "last_on": TODAY}
    branch.write(activities.edit_activity, activity.uid, days, version=branch.version(activity))


def held(branch: Branch, activity: Activity) -> int:
    return branch.write(activities.hold_activity, activity.uid, version=branch.version(activity))


def customers_of(branch: Branch, names: str, who: str = "manager") -> list[Customer]:
    branch.act(who)
    return [branch.add(f"{surname}小敏") for surname in names]


def guests(branch: Branch, activity: Activity, which: str = "all", **given: Any) -> list[GuestRow]:
    with branch.store.read() as session:
        found = activities.find_guests(session, activity=activity.uid, which=which, **given)
        return activities.load_guests(session, found)


def guest(branch: Branch, activity: Activity, customer: Customer) -> GuestRow:
    return next(
        one for one in guests(branch, activity) if one.customer_uid == customer.uid and not one.is_guest
    )


def sheet(branch: Branch, activity: Activity) -> ActivitySheet:
    return branch.read(activities.load_activity, activity.uid)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(TODAY.year, TODAY.month, TODAY.day, hour, minute)
