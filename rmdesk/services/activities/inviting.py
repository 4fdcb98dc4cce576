"""Whom an activity invites, by which way and on which day; invitations that were sent; thanks afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Activity,
    ActivityContact,
    ActivityContactState,
    ActivityGuest,
    ActivityPurpose,
    ActivityState,
    Channel,
    ContactResult,
    Customer,
    CustomerFact,
    Interaction,
    InteractionKind,
    Level,
)
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services import bulk, care, changes, days, facts, segments, text, values, working_days
from rmdesk.services.activities import access, agreeing, restraint
from rmdesk.services.activities.restraint import Why
from rmdesk.services.actor import acting
from rmdesk.services.care.rules.activities import MESSAGES
from rmdesk.services.customers import access as customers_access
from rmdesk.services.errors import UserError
from rmdesk.services.plans import channels, diaries, spreading
from rmdesk.services.plans.spreading import Diary, Wanted
from rmdesk.words import translate

THANKS_WITHIN = 3  # working days after the activity
_CHUNK = 2000
_PLENTY = 24 * 60  # minutes of a day: invitations are not measured by the manager's time, only spread
_INSTEAD = (Channel.WECHAT.value, Channel.CALL.value, Channel.VISIT.value, Channel.LETTER.value)
_SENT = (*MESSAGES, Channel.LETTER.value)


@dataclass(frozen=True, slots=True)
class Invited:
    """One contact as it would be made."""

    customer_id: int
    channel: str
    day: date


@dataclass(frozen=True, slots=True)
class Invitations:
    """What inviting would do: who is invited when, who is left out and why, how many stand on the list
    already; and of each working day how many contacts it gets.
    """

    placed: tuple[Invited, ...]
    left_out: tuple[tuple[int, Why], ...]
    already: int
    by_day: tuple[tuple[date, int], ...]

    def counted(self) -> Counter[Why]:
        """How many are left out for which reason."""
        return Counter(why for _customer, why in self.left_out)


def members_of(session: Session, segment_uid: str, today: date | None = None) -> list[int]:
    """The customers of a segment whom whoever acts may see, those worth most first.

    Raises as segments are read.
    """
    fact = CustomerFact.__table__.c
    found = (
        select(fact.customer_id)
        .where(
            customers_access.listed(session, by_fact=True),
            fact.is_lost.is_(False),
            segments.among(session, [segment_uid], today),
        )
        .order_by((fact.aum_fen + 0).desc().nulls_last(), fact.customer_id)
    )
    return list(session.scalars(found))


def propose_invitations(
    session: Session,
    uid: str,
    customer_ids: Sequence[int],
    *,
    channel: str | None = None,
    first: date | None = None,
    last: date | None = None,
    apart_days: int | None = None,
    today: date | None = None,
) -> Invitations:
    """How these customers would be invited; nothing is kept.

    Without a `channel` each by the way they like, of those they do not mind. Days are working days from
    today until the one before the activity, unless they are given. Two contacts of a customer lie
    `apart_days` apart at least, by default as the activity says. Raises as `access.load_to_help`,
    UserError `activity.wrong_state`, `activity.past`, `activity.no_days`, and of customers not seen.
    """
    activity = access.load_to_help(session, uid)
    access.check_state(
        activity, ActivityState.DRAFT, ActivityState.RETURNED, ActivityState.AGREED, ActivityState.OPEN
    )
    day = today or date.today()
    if activity.last_on < day:
        raise UserError("activity.past", last=activity.last_on)
    way = None if channel is None else values.choice(channel, "activity_contact.channel", Channel)
    listed = customers_access.check_all_visible(session, customer_ids)
    present = set(
        session.scalars(
            select(ActivityContact.customer_id).where(
                ActivityContact.activity_id == activity.id,
                ActivityContact.purpose == ActivityPurpose.INVITATION.value,
            )
        )
    )
    fresh = [one for one in listed if one not in present]
    working = _window(session, activity, first, last, day)
    apart = activity.apart_days if apart_days is None else apart_days
    return _spread(session, fresh, way, working, apart, day, already=len(listed) - len(fresh))


def invite(
    session: Session,
    uid: str,
    customer_ids: Sequence[int],
    *,
    channel: str | None = None,
    first: date | None = None,
    last: date | None = None,
    apart_days: int | None = None,
    today: date | None = None,
) -> Invitations:
    """Put these customers on the list, each with the day and way of the invitation; it falls due once the
    activity is open. One change set. Raises as `propose_invitations`, UserError `activity.nobody_new`.
    """
    found = propose_invitations(
        session,
        uid,
        customer_ids,
        channel=channel,
        first=first,
        last=last,
        apart_days=apart_days,
        today=today,
    )
    if not found.placed:
        raise UserError("activity.nobody_new", already=found.already, left_out=len(found.left_out))
    activity = access.load_to_help(session, uid)
    changes.describe(session, "activity.invited", subject=activity, customers=len(found.placed))
    listed = set(
        session.scalars(
            select(ActivityGuest.customer_id).where(
                ActivityGuest.activity_id == activity.id, ActivityGuest.guest == ""
            )
        )
    )
    bulk.insert(
        session,
        ActivityGuest,
        [
            {"activity_id": activity.id, "customer_id": one.customer_id}
            for one in found.placed
            if one.customer_id not in listed
        ],
    )
    _insert(session, activity, found.placed, ActivityPurpose.INVITATION)
    return found


def thank(
    session: Session,
    uid: str,
    *,
    channel: str | None = None,
    apart_days: int = 0,
    version: int,
    today: date | None = None,
) -> Invitations:
    """Have those who came be thanked, on the working days after: they were met that day, so that
    `apart_days` counts only if it is said. Raises as `access.load_led`, UserError `activity.wrong_state`,
    `activity.nobody_new`.
    """
    activity = access.load_led(session, uid, version)
    access.check_state(activity, ActivityState.HELD)
    day = today or date.today()
    way = None if channel is None else values.choice(channel, "activity_contact.channel", Channel)
    thanked = select(ActivityContact.customer_id).where(
        ActivityContact.activity_id == activity.id, ActivityContact.purpose == ActivityPurpose.THANKS.value
    )
    came = session.scalars(
        select(ActivityGuest.customer_id)
        .join(Customer, Customer.id == ActivityGuest.customer_id)
        .where(
            ActivityGuest.activity_id == activity.id,
            ActivityGuest.guest == "",
            ActivityGuest.came_on.is_not(None),
            ActivityGuest.customer_id.not_in(thanked),
            Customer.deleted_at.is_(None),
        )
        .order_by(ActivityGuest.id)
    ).all()
    calendar = working_days.load(session)
    working: list[date] = []
    one = max(activity.last_on, day - timedelta(days=1))
    while len(working) < THANKS_WITHIN:
        one = calendar.next_working_day(one)
        working.append(one)
    found = _spread(session, list(came), way, working, apart_days, day)
    if not found.placed:
        raise UserError("activity.nobody_new", already=0, left_out=len(found.left_out))
    changes.describe(session, "activity.thanks_planned", subject=activity, customers=len(found.placed))
    _insert(session, activity, found.placed, ActivityPurpose.THANKS)
    return found


def mark_sent(
    session: Session,
    uid: str,
    guest_ids: Collection[int],
    channel: str,
    *,
    words: str | None = None,
    today: date | None = None,
) -> int:
    """Say that the invitations of these on the list were sent this way, all at once: a contact of each is
    recorded with `words`. Those that are not due any more, of people in peace, or of customers one does not
    see are passed over. Returns how many. Raises as `access.load_to_help`, UserError `activity.wrong_state`.
    """
    activity = access.load_to_help(session, uid)
    access.check_state(activity, ActivityState.OPEN)
    way = values.choice(channel, "activity_contact.channel", Channel)
    day = today or date.today()
    said = None if values.is_empty(words) else text.paragraphs(words, "interaction.content", longest=2000)
    waiting = _waiting(session, activity, guest_ids)
    ids = [one.customer_id for one in waiting]
    held = restraint.held_back(session, ids, dict.fromkeys(ids, way), day)
    keys = {
        care.Key(restraint.RULE, one.customer_id, one.uid, one.due_on): one
        for one in waiting
        if one.customer_id not in held
    }
    there = care.find_these(session, list(keys), today=day)
    chosen = [(key, one) for key, one in keys.items() if key in there]
    if not chosen:
        return 0
    changes.describe(session, "activity.invitations_sent", subject=activity, customers=len(chosen))
    acts = care.mark_done(session, [key for key, _one in chosen], today=day)
    result = ContactResult.SENT if way in _SENT else ContactResult.REACHED
    purpose = translate("activity texts", "Invited to: {name}", name=activity.name)[:LINE_LONGEST]
    uids = bulk.insert(
        session,
        Interaction,
        [
            {
                "customer_id": one.customer_id,
                "staff_id": acting(session).staff_id,
                "held_on": day,
                "channel": way,
                "level": Level.BUSINESS.value,
                "kind": InteractionKind.DAILY.value,
                "result": result.value,
                "purpose": purpose,
                "content": said,
            }
            for _key, one in chosen
        ],
    )
    contacts = agreeing.interaction_ids(session, uids)
    for (_key, one), act, contact in zip(chosen, acts, uids, strict=True):
        act.interaction_uid = contact
        one.interaction_id, one.channel = contacts[contact], way
    session.flush()
    facts.refresh_contacts(session, [one.customer_id for _key, one in chosen])
    return len(chosen)


def take_off(session: Session, uid: str, guest_ids: Collection[int]) -> int:
    """Take customers off the list who were not invited yet and did not come; returns how many.

    Raises as `access.load_to_help`.
    """
    activity = access.load_to_help(session, uid)
    rows = session.scalars(
        select(ActivityGuest)
        .join(Customer, Customer.id == ActivityGuest.customer_id)
        .where(
            ActivityGuest.id.in_(guest_ids),
            ActivityGuest.activity_id == activity.id,
            ActivityGuest.came_on.is_(None),
            ActivityGuest.answer.is_(None),
            customers_access.visible(session),
        )
    ).all()
    contacts = {
        one.customer_id: one
        for one in session.scalars(
            select(ActivityContact).where(
                ActivityContact.activity_id == activity.id,
                ActivityContact.purpose == ActivityPurpose.INVITATION.value,
            )
        )
    }
    going = [
        one
        for one in rows
        if one.guest
        or one.customer_id not in contacts
        or contacts[one.customer_id].state in agreeing.NOT_STARTED
    ]
    if not going:
        return 0
    changes.describe(session, "activity.taken_off", subject=activity, customers=len(going))
    gone = [contacts[one.customer_id].id for one in going if not one.guest and one.customer_id in contacts]
    bulk.delete(session, ActivityContact, gone)
    bulk.delete(session, ActivityGuest, [one.id for one in going])
    return len(going)


def _waiting(session: Session, activity: Activity, guest_ids: Collection[int]) -> list[ActivityContact]:
    """Open invitations of these on the list, of customers whoever acts may see."""
    found = (
        select(ActivityContact)
        .join(
            ActivityGuest,
            (ActivityGuest.activity_id == ActivityContact.activity_id)
            & (ActivityGuest.customer_id == ActivityContact.customer_id)
            & (ActivityGuest.guest == ""),
        )
        .join(Customer, Customer.id == ActivityContact.customer_id)
        .where(
            ActivityContact.activity_id == activity.id,
            ActivityContact.purpose == ActivityPurpose.INVITATION.value,
            ActivityContact.state == ActivityContactState.OPEN.value,
            ActivityGuest.id.in_(guest_ids),
            customers_access.visible(session),
        )
    )
    return list(session.scalars(found.order_by(ActivityContact.id)))


def _window(
    session: Session, activity: Activity, first: date | None, last: date | None, today: date
) -> list[date]:
    """The working days on which customers are invited."""
    begin = today if first is None else max(today, days.check_date(first, "activity_contact.first_on"))
    end = activity.first_on - timedelta(days=1)
    if last is not None:
        end = min(activity.last_on, days.check_date(last, "activity_contact.last_on"))
    elif end < begin:
        end = activity.last_on
    calendar = working_days.load(session)
    found = calendar.working_days(begin, end) if begin <= end else []
    if not found:
        raise UserError("activity.no_days", first=begin, last=end)
    return found


def _spread(
    session: Session,
    ids: Sequence[int],
    way: str | None,
    working: list[date],
    apart: int,
    today: date,
    *,
    already: int = 0,
) -> Invitations:
    """Each customer gets the least filled day of their manager that lies far enough from other contacts."""
    people = _people(session, ids)
    ways = {id_: way or _way(*people[id_][1:]) for id_ in ids if id_ in people}
    held = restraint.held_back(session, ways, ways, working[0])
    left: list[tuple[int, Why]] = list(held.items())
    by_owner: dict[int | None, list[Wanted]] = {}
    for id_, channel in ways.items():
        if id_ not in held:
            minutes = channels.MINUTES[channel]
            wanted = Wanted(id_, 0, working[0], working[0], working[-1], channel, minutes)
            by_owner.setdefault(people[id_][0], []).append(wanted)
    placed: list[Invited] = []
    loads: Counter[date] = Counter()
    for owner_id, theirs in by_owner.items():
        if owner_id is None:
            diary = Diary(dict.fromkeys(working, _PLENTY * len(theirs)))
        else:
            diary = diaries.load_diary(
                session, owner_id, working, minutes_a_day=_PLENTY * len(theirs), apart_days=apart
            )
        some, none = spreading.spread(theirs, diary, apart)
        placed += [Invited(one.wanted.customer_id, one.wanted.channel, one.day) for one in some]
        left += [(one.wanted.customer_id, Why.TOO_CLOSE) for one in none]
        loads.update(one.day for one in some)
    order = {id_: place for place, id_ in enumerate(ids)}
    placed.sort(key=lambda one: order[one.customer_id])
    by_day = tuple((day, loads[day]) for day in working)
    return Invitations(tuple(placed), tuple(sorted(left, key=lambda one: order[one[0]])), already, by_day)


def _people(session: Session, ids: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    """Of each customer the manager in charge, the way they like, and whether they mind calls, messages,
    visits.
    """
    found: dict[int, tuple[Any, ...]] = {}
    for start in range(0, len(ids), _CHUNK):
        told = select(
            Customer.id,
            Customer.owner_id,
            Customer.preferred_channel,
            Customer.no_calls,
            Customer.no_messages,
            Customer.no_visits,
        ).where(Customer.id.in_(ids[start : start + _CHUNK]))
        for id_, owner_id, preferred, *wishes in session.execute(told):
            found[id_] = (owner_id, preferred, *wishes)
    return found


def _way(preferred: str | None, no_calls: bool, no_messages: bool, no_visits: bool) -> str:
    """How somebody is invited: as they like it, else by a way they do not mind."""
    liked = preferred if preferred is not None and preferred != Channel.BRANCH_VISIT.value else None
    for one in (liked, *_INSTEAD):
        if one is not None and restraint.minds_not(one, no_calls, no_messages, no_visits):
            return one
    return Channel.LETTER.value


def _insert(
    session: Session, activity: Activity, placed: Sequence[Invited], purpose: ActivityPurpose
) -> None:
    is_open = activity.state in (ActivityState.OPEN.value, ActivityState.HELD.value)
    state = ActivityContactState.OPEN if is_open else ActivityContactState.PLANNED
    bulk.insert(
        session,
        ActivityContact,
        [
            {
                "activity_id": activity.id,
                "customer_id": one.customer_id,
                "purpose": purpose.value,
                "due_on": one.day,
                "channel": one.channel,
                "state": state.value,
            }
            for one in placed
        ],
    )
