"""How satisfied each customer said they are, survey by survey; anonymous answers are nobody's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    ActState,
    Channel,
    Customer,
    FollowUp,
    Role,
    Staff,
    Survey,
    SurveyResponse,
    SurveyVersion,
    TouchpointAct,
)
from rmdesk.services import bulk, roles, working_days
from rmdesk.services.actor import Actor, acting
from rmdesk.services.customers import access
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.surveys import questionnaire
from rmdesk.services.surveys.questionnaire import Aspect, QuestionKind, Questionnaire
from rmdesk.words import translate

FALL = 0.2  # of the scale: who says so much less than the time before is called
_CHUNK = 1000
_SCALED = (QuestionKind.RATING, QuestionKind.NPS)


@dataclass(frozen=True, slots=True)
class Point:
    """What one form says. `overall` and `manager` are shares of the scale, from 0 at its low end to 1; the
    manager's is told to those only who run surveys.
    """

    survey_uid: str
    number: str
    title: str
    on: date | None
    overall: float | None
    manager: float | None


def of_customer(session: Session, customer_uid: str) -> list[Point]:
    """A customer's forms, the newest first. Raises NotAllowed, UserError `row.gone`."""
    customer = access.load(session, customer_uid)
    sees_managers = roles.allowed(acting(session), Permission.RUN_SURVEYS).reach() >= Reach.ALL
    found = (
        select(SurveyResponse, Survey, SurveyVersion.questionnaire)
        .join(Survey, Survey.id == SurveyResponse.survey_id)
        .join(SurveyVersion, SurveyVersion.id == SurveyResponse.version_id)
        .where(SurveyResponse.customer_id == customer.id)
        .order_by(SurveyResponse.answered_on.desc(), SurveyResponse.id.desc())
    )
    points = []
    for row, survey, form in session.execute(found):
        answers, asked = json.loads(row.answers), questionnaire.parse(form)
        points.append(
            Point(
                survey.uid,
                survey.number,
                survey.title,
                row.answered_on,
                share(asked, answers, Aspect.OVERALL),
                share(asked, answers, Aspect.MANAGER) if sees_managers else None,
            )
        )
    return points


def note_falls(
    session: Session, survey: Survey, form: Questionnaire, told: Mapping[int, Mapping[str, Any]]
) -> int:
    """Have whoever is much less satisfied than the time before be called: a next step for each, due on the
    next working day. It is handed to the branch head, where the head keeps records and so can call; else it
    is the manager's, and the head sees it with everybody's. Returns how many.

    `told` are the answers of customers, by id.
    """
    now = {
        id: found
        for id, answers in told.items()
        if (found := share(form, answers, Aspect.OVERALL)) is not None
    }
    before = _before(session, survey, list(now))
    fallen = {id: before[id] for id, found in now.items() if id in before and before[id] - found >= FALL}
    if not fallen:
        return 0
    owners = dict(
        session.execute(select(Customer.id, Customer.owner_id).where(Customer.id.in_(fallen))).all()
    )
    due = working_days.load(session).next_working_day(date.today())
    me = acting(session).staff_id
    called = sorted(fallen.items())
    uids = bulk.insert(
        session,
        FollowUp,
        [
            {
                "customer_id": id,
                "staff_id": owners[id] or me,
                "due_on": due,
                "channel": Channel.CALL.value,
                "step": translate(
                    "satisfaction",
                    "The branch head calls: satisfaction fell from {before} to {now} (survey {number})",
                    before=f"{was:.0%}",
                    now=f"{now[id]:.0%}",
                    number=survey.number,
                ),
            }
            for id, was in called
        ],
    )
    head = _calling_head(session)
    if head is not None:
        bulk.insert(
            session,
            TouchpointAct,
            [
                {
                    "customer_id": id,
                    "rule": "follow_up",
                    "subject": uid,
                    "due_on": due,
                    "state": ActState.POSTPONED.value,
                    "moved_to": due,
                    "handed_to_id": head,
                    "staff_id": me,
                    "acted_on": date.today(),
                }
                for uid, (id, _was) in zip(uids, called, strict=True)
                if owners[id] != head
            ],
        )
    return len(fallen)


def _calling_head(session: Session) -> int | None:
    """The branch head who keeps records of customers, if there is one."""
    active = select(Staff).where(Staff.disabled_at.is_(None)).order_by(Staff.id)
    heads = [one for one in session.scalars(active) if Role.BRANCH_HEAD in one.role_set]
    writing = [
        one for one in heads if roles.allowed(Actor.of(one), Permission.WRITE_WORK).reach() > Reach.NONE
    ]
    return writing[0].id if writing else None


def _before(session: Session, survey: Survey, ids: list[int]) -> dict[int, float]:
    """How satisfied these customers were when they were asked last, in another survey."""
    found: dict[int, float] = {}
    forms: dict[int, Questionnaire] = {}
    for start in range(0, len(ids), _CHUNK):
        rows = (
            select(
                SurveyResponse.customer_id,
                SurveyResponse.answers,
                SurveyVersion.id,
                SurveyVersion.questionnaire,
            )
            .join(SurveyVersion, SurveyVersion.id == SurveyResponse.version_id)
            .where(
                SurveyResponse.customer_id.in_(ids[start : start + _CHUNK]),
                SurveyResponse.survey_id != survey.id,
            )
            .order_by(SurveyResponse.answered_on, SurveyResponse.id)
        )
        for customer_id, answers, version, written in session.execute(rows):
            form = forms.setdefault(version, questionnaire.parse(written))
            told = share(form, json.loads(answers), Aspect.OVERALL)
            if told is not None and customer_id is not None:
                found[customer_id] = told  # the latest comes last
    return found


def share(form: Questionnaire, answers: Mapping[str, Any], aspect: Aspect) -> float | None:
    """Where answers about an aspect lie between the ends of their scales, on the mean; None without any."""
    found = [
        (answers[one.key] - one.low) / (one.high - one.low)
        for one in form.questions
        if one.aspect is aspect and one.kind in _SCALED and isinstance(answers.get(one.key), int)
    ]
    return fmean(found) if found else None
