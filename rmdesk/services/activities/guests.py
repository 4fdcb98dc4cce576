"""The list of an activity: what was answered, who came, who came without being asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from rmdesk.models import (
    Activity,
    ActivityContact,
    ActivityContactState,
    ActivityGuest,
    ActivityPurpose,
    ActivityState,
    Customer,
    CustomerPhone,
    GuestAnswer,
    Staff,
)
from rmdesk.models.activity import MOST_COMPANIONS
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services import care, changes, interactions, masks, rows, text, values
from rmdesk.services import search as archive_search
from rmdesk.services.activities import access, agreeing
from rmdesk.services.activities.restraint import RULE, Why, held_back
from rmdesk.services.care import Key
from rmdesk.services.customers import access as customers_access
from rmdesk.services.errors import UserError
from rmdesk.words import translate

ALL, TO_ANSWER, YES, CAME, ABSENT, TO_INVITE, HELD_BACK = LISTS = (
    "all", "to_answer", "yes", "came", "absent", "to_invite", "held_back",
)  # fmt: skip
check_companions = partial(values.whole, least=0, most=MOST_COMPANIONS)
_INVITATION = aliased(ActivityContact)
_THANKS = aliased(ActivityContact)
_OWNER = aliased(Staff)


@dataclass(frozen=True, slots=True)
class GuestRow:
    """Somebody of the list. `name` is masked where another manager is in charge; a guest of a customer bears
    their own name, and the customer's stands in `brought_by`.

    `invitation` and `thanks` say where these contacts stand, None if there is none; `why` says why the
    invitation of somebody rests. `phone` is the masked number.
    """

    id: int
    uid: str
    version: int
    customer_uid: str
    name: str
    brought_by: str | None
    owner: str | None
    phone: str | None
    channel: str | None
    invitation: str | None
    invite_on: date | None
    invited_on: date | None
    why: Why | None
    answer: str | None
    answered_on: date | None
    companions: int
    came_on: date | None
    came_minute: int | None
    came_with: int
    note: str | None
    thanks: str | None
    may_see: bool

    @property
    def is_guest(self) -> bool:
        return self.brought_by is not None

    @property
    def is_walk_in(self) -> bool:
        return self.came_on is not None and self.invitation is None and not self.is_guest


def find_guests(
    session: Session,
    *,
    activity: str | None = None,
    which: str = ALL,
    search: str | None = None,
    sort: str = "name",
    descending: bool = False,
    today: date | None = None,
) -> list[int]:
    """Ids of those on the list of an activity (its uid; without one, none), narrowed to one of `LISTS`.

    `search` is a name as it is written, its pinyin or initials, or the end of a phone number, also of a
    guest whom a customer brings. Raises NotAllowed, UserError `row.gone`.
    """
    access.require_reading(session)
    if activity is None:
        return []
    row = access.load(session, activity)
    found = (
        select(ActivityGuest.id, ActivityGuest.customer_id)
        .join(Customer, Customer.id == ActivityGuest.customer_id)
        .outerjoin(_INVITATION, _contact_of(_INVITATION, ActivityPurpose.INVITATION))
        .outerjoin(_OWNER, _OWNER.id == Customer.owner_id)
        .where(ActivityGuest.activity_id == row.id, Customer.deleted_at.is_(None))
    )
    started = _INVITATION.state.in_(agreeing.NOT_STARTED)
    came = ActivityGuest.came_on.is_not(None)
    narrowed: dict[str, list[ColumnElement[bool]]] = {
        ALL: [],
        TO_INVITE: [started],
        TO_ANSWER: [
            _INVITATION.state == ActivityContactState.DONE.value,
            or_(ActivityGuest.answer.is_(None), ActivityGuest.answer == GuestAnswer.PERHAPS.value),
        ],
        YES: [ActivityGuest.answer == GuestAnswer.YES.value],
        CAME: [came],
        ABSENT: [~came],
        HELD_BACK: [started],
    }
    found = found.where(*narrowed[which])
    if search is not None and search.strip():
        found = found.where(_called(search.strip()))
    keys: dict[str, ColumnElement[Any]] = {
        "name": case((ActivityGuest.guest == "", Customer.name_key), else_=ActivityGuest.guest),
        "owner": _OWNER.name.expression,
        "invite_on": func.coalesce(_INVITATION.moved_to, _INVITATION.due_on),
        "answer": ActivityGuest.answer.expression,
        "came": func.coalesce(ActivityGuest.came_on, "9999"),
    }
    key = keys[sort]
    ordered = found.order_by(key.desc() if descending else key, Customer.name_key, ActivityGuest.id)
    listed = session.execute(ordered).all()
    if which == HELD_BACK:
        resting = held_back(session, [one for _id, one in listed], {}, today or date.today())
        return [id_ for id_, customer_id in listed if customer_id in resting]
    return [id_ for id_, _customer_id in listed]


def load_guests(session: Session, ids: Sequence[int], today: date | None = None) -> list[GuestRow]:
    """Those with these ids, in that order."""
    access.require_reading(session)
    phone = (
        select(CustomerPhone.number)
        .where(CustomerPhone.customer_id == Customer.id)
        .order_by(CustomerPhone.position, CustomerPhone.id)
        .limit(1)
        .correlate(Customer)
        .scalar_subquery()
    )
    found = session.execute(
        select(ActivityGuest, Customer, _OWNER.name, phone, _INVITATION, _THANKS.state)
        .join(Customer, Customer.id == ActivityGuest.customer_id)
        .outerjoin(_OWNER, _OWNER.id == Customer.owner_id)
        .outerjoin(_INVITATION, _contact_of(_INVITATION, ActivityPurpose.INVITATION))
        .outerjoin(_THANKS, _contact_of(_THANKS, ActivityPurpose.THANKS))
        .where(ActivityGuest.id.in_(ids))
    ).all()
    waiting = {
        customer.id: contact.channel
        for _guest, customer, _owner, _phone, contact, _thanks in found
        if contact is not None and contact.state in agreeing.NOT_STARTED
    }
    resting = held_back(session, waiting, waiting, today or date.today()) if waiting else {}
    seen = customers_access.seeing(session)
    listed: dict[int, GuestRow] = {}
    for guest, customer, owner, number, contact, thanks in found:
        named = customers_access.listed_name(session, customer)
        is_guest = bool(guest.guest)
        listed[guest.id] = GuestRow(
            guest.id,
            guest.uid,
            guest.version,
            customer.uid,
            guest.guest if is_guest else named,
            named if is_guest else None,
            owner,
            None if number is None or is_guest else masks.masked("phone", number),
            None if contact is None or is_guest else contact.channel,
            None if contact is None or is_guest else contact.state,
            None if contact is None or is_guest else contact.moved_to or contact.due_on,
            None if contact is None or is_guest else contact.settled_on,
            None if is_guest else resting.get(customer.id),
            guest.answer,
            guest.answered_on,
            guest.companions,
            guest.came_on,
            guest.came_minute,
            guest.came_with,
            guest.note,
            None if is_guest else thanks,
            seen(customer.owner_id, customer.stand_in_id),
        )
    return [listed[one] for one in ids if one in listed]


def _contact_of(contact: type[ActivityContact], purpose: ActivityPurpose) -> ColumnElement[bool]:
    return (
        (contact.activity_id == ActivityGuest.activity_id)
        & (contact.customer_id == ActivityGuest.customer_id)
        & (contact.purpose == purpose.value)
        & (ActivityGuest.guest == "")
    )


def _called(words: str) -> ColumnElement[bool]:
    """The condition on those who are called so. Whoever stands at the door finds everybody of the list by
    what they say their name is; it is shown masked as everywhere.
    """
    return or_(
        ActivityGuest.guest.contains(words, autoescape=True),
        Customer.id.in_(archive_search.called(words)),
    )


def count_heads(session: Session, activity: Activity) -> int:
    """How many are coming, by what was answered."""
    heads = select(func.sum(1 + ActivityGuest.companions)).where(
        ActivityGuest.activity_id == activity.id, ActivityGuest.answer == GuestAnswer.YES.value
    )
    return int(session.scalar(heads) or 0)


def answer(
    session: Session,
    guest_uid: str,
    given: str | None,
    *,
    companions: int = 0,
    note: str | None = None,
    version: int,
    over: bool = False,
    today: date | None = None,
) -> None:
    """What somebody answered: yes, perhaps or no, and how many come along; None takes an answer back.

    Whose invitation is still to be made is invited by that: the contact is recorded with the answer. Raises
    as `access.load_to_help`, Conflict, UserError `activity.wrong_state`, `activity.full` (unless it is to be
    `over`), and of customers not seen.
    """
    guest, activity, customer = load_guest(session, guest_uid, version)
    access.check_state(activity, ActivityState.OPEN)
    customers_access.require(session, customer)
    chosen = None if given is None else values.choice(given, "activity_guest.answer", GuestAnswer)
    heads = check_companions(companions, "activity_guest.companions") if chosen != GuestAnswer.NO else 0
    said = values.optional(partial(text.line, longest=LINE_LONGEST))(note, "activity_guest.note")
    if chosen == GuestAnswer.YES.value and activity.capacity is not None and not over:
        others = count_heads(session, activity)
        if guest.answer == GuestAnswer.YES.value:
            others -= 1 + guest.companions
        if others + 1 + heads > activity.capacity:
            raise UserError("activity.full", capacity=activity.capacity, heads=others + 1 + heads)
    day = today or date.today()
    changes.describe(session, "activity.answered", subject=activity, row=guest.uid)
    guest.answer, guest.companions = chosen, 0 if chosen is None else heads
    guest.answered_on = None if chosen is None else day
    if note is not None:
        guest.note = said
    session.flush()
    contact = invitation_of(session, guest)
    if chosen is not None and contact is not None and contact.state == ActivityContactState.OPEN.value:
        _invited(session, activity, customer, contact, chosen, heads, day)


def set_note(session: Session, guest_uid: str, note: str | None, *, version: int) -> None:
    """What else is to be known of somebody, such as a diet. Raises as `answer`."""
    guest, activity, _customer = load_guest(session, guest_uid, version)
    changes.describe(session, "activity.guest_noted", subject=activity, row=guest.uid)
    guest.note = values.optional(partial(text.line, longest=LINE_LONGEST))(note, "activity_guest.note")
    session.flush()


def _invited(
    session: Session,
    activity: Activity,
    customer: Customer,
    contact: ActivityContact,
    given: str,
    companions: int,
    day: date,
) -> None:
    """The contact that answers an invitation: what is known of it is filled in."""
    told = {
        GuestAnswer.YES.value: translate("activity texts", "comes"),
        GuestAnswer.PERHAPS.value: translate("activity texts", "perhaps comes"),
        GuestAnswer.NO.value: translate("activity texts", "does not come"),
    }[given]
    if companions:
        told = translate("activity texts", "{told}, with {count} more", told=told, count=companions)
    said: dict[str, object] = {
        "channel": contact.channel,
        "held_on": day,
        "purpose": translate("activity texts", "Invited to: {name}", name=activity.name)[:LINE_LONGEST],
        "content": told,
    }
    key = Key(RULE, customer.id, contact.uid, contact.due_on)
    if key in care.find_these(session, [key], today=day):
        care.complete(session, customer.uid, said, keys=[key], today=day)
        return
    # Whom the calendar leaves in peace answered by themselves.
    row = interactions.add_interaction(session, customer.uid, said)
    contact.state, contact.settled_on = ActivityContactState.DONE.value, day
    contact.interaction_id = row.id
    session.flush()


def invitation_of(session: Session, guest: ActivityGuest) -> ActivityContact | None:
    if guest.guest:
        return None
    found = select(ActivityContact).where(
        ActivityContact.activity_id == guest.activity_id,
        ActivityContact.customer_id == guest.customer_id,
        ActivityContact.purpose == ActivityPurpose.INVITATION.value,
    )
    return session.scalars(found).one_or_none()


def load_guest(
    session: Session, guest_uid: str, version: int | None = None
) -> tuple[ActivityGuest, Activity, Customer]:
    if version is None:
        guest = rows.load(session, ActivityGuest, guest_uid)
    else:
        guest = rows.load_seen(session, ActivityGuest, guest_uid, version)
    activity = access.load_to_help(session, session.get_one(Activity, guest.activity_id).uid)
    customer = session.get_one(Customer, guest.customer_id)
    if customer.deleted_at is not None:
        raise UserError("customer.in_bin")
    return guest, activity, customer
