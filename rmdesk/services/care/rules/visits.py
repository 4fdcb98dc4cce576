"""Visits that are prepared: each stands on its day until it was held or given up."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, literal_column, select
from sqlalchemy.orm import Session

from rmdesk.models import ActState, Channel, TouchpointAct, Visit
from rmdesk.services import visits
from rmdesk.services.care.rules.promises import Agreed
from rmdesk.services.care.touchpoint import Kind, Touchpoint
from rmdesk.services.queries import Query, listed

_VISIT = Visit.__table__.c


class VisitPlanned(Agreed):
    """A visit to a customer is planned for the day.

    The contact that answers it is its report. Said to be done without one, it waits for its report on the
    customer's page.
    """

    id = "visit"
    kind = Kind.APPOINTMENT
    model = Visit
    day = "planned_on"
    sentence = ("purpose",)  # its way of contact is no column

    def __init__(self) -> None:
        super().__init__()
        channel: Any = literal_column(f"'{Channel.VISIT.value}'").label("channel")
        told = select(_VISIT.uid, _VISIT.purpose, channel, _VISIT.at_minute, _VISIT.place)
        self._told = Query(told.where(_VISIT.uid.in_(listed("uids"))))

    def waiting(self, row: FromClause) -> ColumnElement[bool]:
        return row.c.state.in_(visits.PENDING)

    def settle(self, session: Session, touchpoint: Touchpoint) -> None:
        """Only a contact says that it was held (`answered`)."""

    def answered(self, session: Session, act: TouchpointAct) -> None:
        if act.state == ActState.DONE.value and act.interaction_uid is not None:
            visits.hold_by_contact(session, act.subject, act.interaction_uid)
