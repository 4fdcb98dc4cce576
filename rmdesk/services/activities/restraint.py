"""Whom an activity leaves in peace: as the rule of the calendar does, and told why."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Channel, Complaint, Customer
from rmdesk.services import care
from rmdesk.services.care.rules.activities import MESSAGES
from rmdesk.services.care.rules.complaints import complaining

RULE = "activity_contact"
_CHUNK = 2000


class Why(enum.StrEnum):
    """Why a customer is left out."""

    NO_MARKETING = "no_marketing"
    MOURNING = "mourning"
    COMPLAINT = "complaint"
    NOT_THIS_WAY = "not_this_way"
    TOO_CLOSE = "too_close"


def held_back(
    session: Session, customer_ids: Iterable[int], ways: dict[int, str], day: date
) -> dict[int, Why]:
    """Which of these customers are left in peace on a day, and why; `ways` says how each would be reached."""
    listed = list(dict.fromkeys(customer_ids))
    mourning = timedelta(days=care.load_options(session)[RULE]["mourning_days"])
    found: dict[int, Why] = {}
    for start in range(0, len(listed), _CHUNK):
        some = listed[start : start + _CHUNK]
        complaints = set(session.scalars(complaining().where(Complaint.customer_id.in_(some))))
        told = select(
            Customer.id,
            Customer.no_marketing,
            Customer.bereaved_on,
            Customer.no_calls,
            Customer.no_messages,
            Customer.no_visits,
        ).where(Customer.id.in_(some))
        for id_, no_marketing, bereaved_on, *wishes in session.execute(told):
            if no_marketing:
                found[id_] = Why.NO_MARKETING
            elif bereaved_on is not None and day <= bereaved_on + mourning:
                found[id_] = Why.MOURNING
            elif id_ in complaints:
                found[id_] = Why.COMPLAINT
            elif id_ in ways and not minds_not(ways[id_], *wishes):
                found[id_] = Why.NOT_THIS_WAY
    return found


def minds_not(way: str, no_calls: bool, no_messages: bool, no_visits: bool) -> bool:
    """Whether somebody with these wishes may be reached this way."""
    if way == Channel.CALL.value:
        return not no_calls
    if way in MESSAGES:
        return not no_messages
    return way != Channel.VISIT.value or not no_visits
