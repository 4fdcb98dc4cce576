"""Contacts about activities: invitations, and thanks to those who came."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Activity,
    ActivityContact,
    ActivityContactState,
    ActivityPurpose,
    ActState,
    Channel,
    Customer,
    Interaction,
    TouchpointAct,
)
from rmdesk.services.care.rules.complaints import complaining
from rmdesk.services.care.rules.promises import Agreed
from rmdesk.services.care.rules.rule import Question
from rmdesk.services.care.touchpoint import Kind, Touchpoint
from rmdesk.services.care_options import MOURNING
from rmdesk.services.queries import Query, given, listed
from rmdesk.services.store.sql import days_after

MESSAGES = (Channel.SMS.value, Channel.WECHAT.value, Channel.EMAIL.value)
_ACTIVITY, _CONTACT = Activity.__table__.c, ActivityContact.__table__.c


class ActivityContactDue(Agreed):
    """A customer is to be invited, or thanked. It is open from when the activity was opened until it was
    held. Whoever mourns, wants no marketing, or waits for an answer to a complaint is left in peace; and so
    is who does not want to be reached this way.
    """

    id = "activity_contact"
    kind = Kind.ACTIVITY
    model = ActivityContact
    open_state = ActivityContactState.OPEN.value
    sentence = ("channel",)

    def __init__(self) -> None:
        super().__init__()
        told = select(
            _CONTACT.uid,
            _CONTACT.purpose,
            _CONTACT.channel,
            _ACTIVITY.name,
            _ACTIVITY.first_on,
            _ACTIVITY.start_minute,
            _ACTIVITY.place,
        ).join(Activity, _ACTIVITY.id == _CONTACT.activity_id)
        self._told = Query(told.where(_CONTACT.uid.in_(listed("uids"))))

    def waiting(self, row: FromClause) -> ColumnElement[bool]:
        """Nobody is invited to what is over."""
        over = select(Activity.id).where(
            _ACTIVITY.id == row.c.activity_id, _ACTIVITY.last_on < given("asked_on")
        )
        return and_(
            row.c.state == self.open_state,
            or_(row.c.purpose == ActivityPurpose.THANKS.value, ~over.correlate(row).exists()),
            ~unwilling(row, given("mourning")),
            row.c.customer_id.not_in(complaining()),
        )

    def span(self, question: Question) -> dict[str, Any]:
        return {
            "mourning": question.chosen[MOURNING.name] + 1,
            "asked_on": question.asked.today.isoformat(),
        }

    def settle(self, session: Session, touchpoint: Touchpoint) -> None:
        """What is kept of it follows from the act itself, whatever that was (`answered`)."""

    def answered(self, session: Session, act: TouchpointAct) -> None:
        row = session.scalars(select(ActivityContact).where(ActivityContact.uid == act.subject)).one()
        if act.state == ActState.POSTPONED.value:
            row.moved_to = act.moved_to
            return
        done = act.state == ActState.DONE.value
        row.state = (ActivityContactState.DONE if done else ActivityContactState.SKIPPED).value
        row.settled_on = act.acted_on
        if act.interaction_uid is not None:
            contact = select(Interaction.id).where(Interaction.uid == act.interaction_uid)
            row.interaction_id = session.scalar(contact)


def unwilling(row: FromClause, mourning: ColumnElement[Any]) -> ColumnElement[bool]:
    """The condition on a contact whose customer is left in peace: so many days of mourning, no marketing, or
    not this way.
    """
    who = Customer.__table__.alias("unwilling")
    mourns = days_after(who.c.bereaved_on, mourning) > row.c.due_on
    no_calls = and_(who.c.no_calls, row.c.channel == Channel.CALL.value)
    no_messages = and_(who.c.no_messages, row.c.channel.in_(MESSAGES))
    no_visits = and_(who.c.no_visits, row.c.channel == Channel.VISIT.value)
    found = select(who.c.id).where(
        who.c.id == row.c.customer_id, or_(who.c.no_marketing, mourns, no_calls, no_messages, no_visits)
    )
    return found.correlate(row).exists()
