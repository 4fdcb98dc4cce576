"""What stands beside the worklist of one customer, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rmdesk import choices, labels
from rmdesk.care_labels import joined
from rmdesk.services import ages, interactions, promises, tiers
from rmdesk.services.customers.record import CustomerRecord, Link, get_customer
from rmdesk.services.interactions import InteractionRow
from rmdesk.services.promises import Owed
from rmdesk.ui import formats
from rmdesk.ui.interactions import wording as contact_wording
from rmdesk.words import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_OPT_OUTS = ("no_calls", "no_messages", "no_visits", "no_greetings", "no_marketing")


@dataclass(frozen=True)
class Companion:
    """What is shown of a customer beside the list."""

    record: CustomerRecord
    tier_rank: int
    last: InteractionRow | None
    promise: Owed | None


def load(session: Session, uid: str) -> Companion:
    """Raises NotAllowed, UserError `customer.unknown`."""
    record = get_customer(session, uid)
    names = [tier.name for tier in tiers.list_tiers(session)]
    last = interactions.list_interactions(session, uid, limit=1)
    promised = [one for one in promises.list_owed(session, uid, ended=5) if one.table == "commitment"]
    return Companion(
        record,
        names.index(record.tier) if record.tier in names else 0,
        last[0] if last else None,
        promised[0] if promised else None,
    )


def read_only_words() -> str:
    return translate(
        "today", "You read the worklists of the branch. Contacts are recorded by managers and supervisors."
    )


def meta(record: CustomerRecord, today: date) -> list[str]:
    fields = record.fields
    gender, born = fields["gender"].value, fields["birthday"].value
    age = ages.full_age(born, today) if born is not None and born.year is not None else None
    employer = fields["employer"].value
    work = [employer.name if isinstance(employer, Link) else "", str(fields["occupation"].value or "")]
    orientation = fields["orientation"].value
    found = (
        choices.word("customer", "gender", gender) if gender else "",
        translate("today", "{age} years", age=age) if age is not None else "",
        next((one for one in work if one), ""),
        choices.word("customer", "orientation", orientation) if orientation else "",
    )
    return [one for one in found if one]


def last_words(last: InteractionRow | None, today: date) -> str:
    if last is None:
        return translate("today", "None recorded yet")
    days = (today - last.held_on).days
    ago = (
        translate("today", "today")
        if days <= 0
        else translate("today", "yesterday")
        if days == 1
        else translate("today", "{days} days ago", days=days)
    )
    return f"{formats.day(last.held_on, today=today)}  {ago}  {contact_wording.said(last)}"


def promise_words(promise: Owed | None) -> str:
    if promise is None:
        return ""
    state = contact_wording.state(promise)
    return f"{contact_wording.first_line(promise.words)}  {formats.day(promise.due_on)}  {state}"


def cautions(record: CustomerRecord) -> str:
    """What to mind: taboos, what the customer does not want, when to come."""
    fields = record.fields
    found = [str(fields["preferred_time"].value or "")]
    found += [labels.field("customer", name) for name in _OPT_OUTS if fields[name].value]
    if fields["bereaved_on"].value is not None:
        found.append(labels.field("customer", "bereaved_on"))
    found.append(contact_wording.first_line(str(fields["taboos"].value or "")))
    return joined(found)
