"""Contacts that an agreed plan put on a day."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import ActState, Interaction, Plan, PlanItem, PlanItemState, PlanNode, TouchpointAct
from rmdesk.services.care.rules.promises import Agreed
from rmdesk.services.care.touchpoint import Kind, Touchpoint
from rmdesk.services.queries import Query, listed

_NODE, _PLAN = PlanNode.__table__.c, Plan.__table__.c


class PlannedContact(Agreed):
    """A dated contact of a plan. It is open from when the plan was agreed until it is closed."""

    id = "plan_item"
    kind = Kind.PLAN
    model = PlanItem
    open_state = PlanItemState.OPEN.value
    sentence = ("channel",)

    def __init__(self) -> None:
        super().__init__()
        item = PlanItem.__table__.c
        about = func.coalesce(_NODE.purpose, _PLAN.theme, _NODE.name)
        told = (
            select(item.uid, about, item.channel, _PLAN.name)
            .join(PlanNode, _NODE.id == item.node_id)
            .join(Plan, _PLAN.id == item.plan_id)
        )
        self._told = Query(told.where(item.uid.in_(listed("uids"))))

    def settle(self, session: Session, touchpoint: Touchpoint) -> None:
        """What is kept of it follows from the act itself, whatever that was (`answered`)."""

    def answered(self, session: Session, act: TouchpointAct) -> None:
        item = session.scalars(select(PlanItem).where(PlanItem.uid == act.subject)).one()
        if act.state == ActState.POSTPONED.value:
            item.moved_to = act.moved_to
            return
        done = act.state == ActState.DONE.value
        item.state = (PlanItemState.DONE if done else PlanItemState.SKIPPED).value
        item.settled_on = act.acted_on
        if act.interaction_uid is not None:
            contact = select(Interaction.id).where(Interaction.uid == act.interaction_uid)
            item.interaction_id = session.scalar(contact)
