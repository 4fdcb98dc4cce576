"""Who was asked by a survey, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, SurveyInvitation
from rmdesk.services import roles
from rmdesk.services.customers import access
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.surveys.keeping import find_survey


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """A customer of the sample, named as lists do; `form_number` is None in an anonymous survey."""

    id: int
    customer_uid: str
    customer: str
    form_number: int | None
    state: str
    settled_on: date | None


def find_invitations(
    session: Session,
    *,
    survey: str | None = None,
    state: str | None = None,
    search: str = "",
    sort: str = "form_number",
    descending: bool = False,
) -> list[int]:
    """Ids of those asked by a survey (its uid; without one, none) whom whoever acts may see. NotAllowed."""
    reach = roles.require(session, Permission.ANSWER_SURVEYS).reach()
    if survey is None:
        return []
    found = (
        select(SurveyInvitation.id)
        .join(Customer, Customer.id == SurveyInvitation.customer_id)
        .where(SurveyInvitation.survey_id == find_survey(session, survey).id, Customer.deleted_at.is_(None))
    )
    if reach < Reach.ALL:
        found = found.where(access.visible(session))
    if state is not None:
        found = found.where(SurveyInvitation.state == state)
    if search.strip():
        found = found.where(Customer.name.contains(search.strip(), autoescape=True))
    column = {
        "form_number": SurveyInvitation.form_number,
        "customer": Customer.name,
        "state": SurveyInvitation.state,
    }[sort]
    return list(session.scalars(found.order_by(column.desc() if descending else column, SurveyInvitation.id)))


def load_invitations(session: Session, ids: Sequence[int]) -> list[InvitationRow]:
    """Those with these ids; only what `find_invitations` may give."""
    reach = roles.require(session, Permission.ANSWER_SURVEYS).reach()
    found = (
        select(SurveyInvitation, Customer)
        .join(Customer, Customer.id == SurveyInvitation.customer_id)
        .where(SurveyInvitation.id.in_(ids))
    )
    if reach < Reach.ALL:
        found = found.where(access.visible(session))
    return [
        InvitationRow(
            one.id,
            customer.uid,
            access.listed_name(session, customer),
            one.form_number,
            one.state,
            one.settled_on,
        )
        for one, customer in session.execute(found)
    ]
