"""The end of an activity: what was reached and learnt, with its figures as they were then."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from sqlalchemy.orm import Session

from rmdesk.models import Activity, ActivityState
from rmdesk.models.base import utc_now
from rmdesk.services import changes, roles, rows, surveys, values
from rmdesk.services.activities import access, agreeing, following
from rmdesk.services.activities.following import Turnout
from rmdesk.services.errors import UserError
from rmdesk.services.plans.evaluating import EVALUATION
from rmdesk.services.roles import Permission
from rmdesk.words import language

EVENT_TEMPLATE = "event"


def evaluate_activity(
    session: Session, uid: str, given: Mapping[str, object], *, version: int, today: date | None = None
) -> None:
    """Close an activity that was held with its evaluation: `reached` at least. Thanks that nobody said are
    dropped. Raises as `access.load_led`, UserError `activity.not_held`, and what the texts raise.
    """
    activity = access.load_led(session, uid, version)
    if activity.state != ActivityState.HELD.value:
        raise UserError("activity.over" if activity.state in access.OVER else "activity.not_held")
    for name, value in values.check_all(given, EVALUATION, "activity", required=("reached",)).items():
        setattr(activity, name, value)
    changes.describe(session, "activity.evaluated", subject=activity)
    agreeing.drop_contacts(session, activity, None, today or date.today())
    activity.figures = json.dumps(asdict(following.count(session, activity)))
    activity.state, activity.closed_at = ActivityState.EVALUATED.value, utc_now()
    session.flush()


def turnout_of(session: Session, activity: Activity) -> Turnout:
    """An activity in numbers: as it was evaluated, else as it stands."""
    if activity.figures is not None:
        return Turnout(**json.loads(activity.figures))
    return following.count(session, activity)


def ask_for_feedback(session: Session, uid: str, *, version: int) -> str:
    """Begin the survey after an activity with the questions shipped for that, for those who came; returns its
    uid. For those who run surveys. Raises NotAllowed, UserError `activity.has_survey`.
    """
    roles.require(session, Permission.RUN_SURVEYS)
    activity = access.load(session, uid)
    rows.check_seen(activity, version)
    access.check_state(activity, ActivityState.OPEN, ActivityState.HELD)
    if activity.survey_id is not None:
        raise UserError("activity.has_survey")
    template = surveys.templates.load()[EVENT_TEMPLATE]
    changes.describe(session, "activity.survey_begun", subject=activity)
    survey = surveys.add_survey(
        session,
        {
            "title": f"{template.title.in_(language())}: {activity.name}",
            "method": "event",
            "purpose": activity.theme,
            "expression": {
                "version": 1,
                "all": [{"field": "came_to", "op": "one_of", "value": [activity.uid]}],
            },
        },
        template.form,
    )
    activity.survey_id = survey.id
    session.flush()
    return survey.uid
