"""The summary report of a survey: what people write in it, its measures, its signature.

Figures are never written by hand: they are counted anew whenever the report is made, until it is signed.
Texts are kept with the survey; where nobody wrote anything `reports/survey_words.py` proposes a text.
"""

from __future__ import annotations

import base64
import enum
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import Staff, Survey, SurveyMeasure, SurveyReport, SurveyState
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.services import changes, days, roles, rows, text, values
from rmdesk.services.actor import acting
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission
from rmdesk.services.surveys.keeping import find_survey

LARGEST_PDF = 8 * 1024 * 1024  # bytes


class Part(enum.StrEnum):
    """What people write in the report."""

    SUMMARY = "summary"
    FINDINGS = "findings"
    PRODUCT = "product"
    MARKETING = "marketing"
    SERVICE = "service"
    OPERATIONS = "operations"


SUGGESTIONS = (Part.PRODUCT, Part.MARKETING, Part.SERVICE, Part.OPERATIONS)

_MEASURE: dict[str, values.Check] = {
    "what": partial(text.paragraphs, longest=TEXT_LONGEST),
    "who": values.optional(partial(text.line, longest=LINE_LONGEST)),
    "due_on": values.optional(days.check_date),
}


@dataclass(frozen=True, slots=True)
class Measure:
    uid: str
    version: int
    what: str
    who: str | None
    due_on: date | None


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """The newest report of a survey; `version` is 0 as long as nobody wrote anything in it."""

    number: int
    version: int
    texts: Mapping[Part, str]
    measures: tuple[Measure, ...]
    signed_on: date | None
    signed_by: str | None
    sent_to: str | None
    sent_on: date | None


def load_report(session: Session, survey_uid: str) -> ReportRecord:
    """Raises NotAllowed, UserError `row.gone`."""
    roles.require(session, Permission.RUN_SURVEYS)
    survey = find_survey(session, survey_uid)
    row = _newest(session, survey)
    measures = _measures(session, survey)
    if row is None:
        return ReportRecord(1, 0, {}, measures, None, None, None, None)
    signed_by = None if row.signed_by_id is None else session.get_one(Staff, row.signed_by_id).name
    return ReportRecord(
        row.number,
        row.version,
        {Part(name): words for name, words in json.loads(row.texts).items()},
        measures,
        row.signed_on,
        signed_by,
        row.sent_to,
        row.sent_on,
    )


def write_texts(session: Session, survey_uid: str, texts: Mapping[Part, str], *, version: int) -> None:
    """Keep what was written for these parts; "" takes a part back to what is proposed.

    `version` as in `ReportRecord`. Raises NotAllowed, Conflict, `survey.report_signed`, and what texts do.
    """
    survey, row = _open_report(session, survey_uid, version)
    kept = dict(json.loads(row.texts))
    for part, words in texts.items():
        if words.strip():
            what = f"survey_report.{part.value}"
            kept[part.value] = text.paragraphs(words, what, longest=TEXT_LONGEST)
        else:
            kept.pop(part.value, None)
    row.texts = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    session.flush()
    changes.describe(session, "survey.report_written", subject=survey)


def add_measure(session: Session, survey_uid: str, given: Mapping[str, object]) -> SurveyMeasure:
    """What is to be done; `given` holds at least `what`. Raises NotAllowed, `survey.report_signed`."""
    survey = _unsigned(session, survey_uid)
    checked = values.check_all(given, _MEASURE, "survey_measure", required=("what",))
    last = session.scalar(
        select(func.max(SurveyMeasure.position)).where(SurveyMeasure.survey_id == survey.id)
    )
    row = SurveyMeasure(survey_id=survey.id, position=(last or 0) + 1, **checked)
    session.add(row)
    session.flush()
    changes.describe(session, "survey.measure_added", subject=survey)
    return row


def edit_measure(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Raises as `add_measure`, and Conflict."""
    row, survey = _measure_seen(session, uid, version)
    for name, value in values.check_all(given, _MEASURE, "survey_measure").items():
        setattr(row, name, value)
    session.flush()
    changes.describe(session, "survey.measure_edited", subject=survey)


def remove_measure(session: Session, uid: str, *, version: int) -> None:
    """Raises as `edit_measure`."""
    row, survey = _measure_seen(session, uid, version)
    changes.describe(session, "survey.measure_removed", subject=survey)
    session.delete(row)
    session.flush()


def sign_report(
    session: Session, survey_uid: str, pdf: bytes, *, version: int, today: date | None = None
) -> None:
    """Sign the report as it was printed: `pdf` is kept to the byte, and nothing in it changes any more.

    Raises NotAllowed, Conflict, `survey.not_closed_yet`, `survey.report_signed`, `survey.report_too_large`.
    """
    roles.require(session, Permission.SIGN_SURVEYS)
    survey, row = _open_report(session, survey_uid, version)
    if survey.state != SurveyState.CLOSED.value:
        raise UserError("survey.not_closed_yet")
    if len(pdf) > LARGEST_PDF:
        raise UserError("survey.report_too_large")
    row.signed_on = today or date.today()
    row.signed_by_id = acting(session).staff_id
    row.content = base64.b64encode(pdf).decode("ascii")
    survey.state = SurveyState.REPORTED.value
    session.flush()
    changes.describe(session, "survey.report_signed", subject=survey, number=row.number)


def note_sent(session: Session, survey_uid: str, to: str, on: date, *, version: int) -> None:
    """Say to whom a signed report was sent, and when. Raises NotAllowed, Conflict, `survey.not_signed`."""
    roles.require(session, Permission.SIGN_SURVEYS)
    survey = find_survey(session, survey_uid)
    row = _newest(session, survey)
    if row is None or row.signed_on is None:
        raise UserError("survey.not_signed")
    row = rows.load_seen(session, SurveyReport, row.uid, version)
    row.sent_to = text.line(to, "survey_report.sent_to", longest=LINE_LONGEST)
    row.sent_on = days.check_date(on, "survey_report.sent_on", past=True)
    session.flush()
    changes.describe(session, "survey.report_sent", subject=survey)


def revise_report(session: Session, survey_uid: str) -> SurveyReport:
    """The next version of a signed report, with the same texts; the signed one stays as it is.

    Raises NotAllowed, `survey.not_signed`.
    """
    roles.require(session, Permission.SIGN_SURVEYS)
    survey = find_survey(session, survey_uid)
    former = _newest(session, survey)
    if former is None or former.signed_on is None:
        raise UserError("survey.not_signed")
    row = SurveyReport(survey_id=survey.id, number=former.number + 1, texts=former.texts)
    survey.state = SurveyState.CLOSED.value
    session.add(row)
    session.flush()
    changes.describe(session, "survey.report_revised", subject=survey, number=row.number)
    return row


def signed_versions(session: Session, survey_uid: str) -> list[tuple[int, date]]:
    """The numbers of the signed reports of a survey and when each was signed, the newest first."""
    roles.require(session, Permission.RUN_SURVEYS)
    survey = find_survey(session, survey_uid)
    found = select(SurveyReport.number, SurveyReport.signed_on).where(
        SurveyReport.survey_id == survey.id, SurveyReport.signed_on.is_not(None)
    )
    listed = session.execute(found.order_by(SurveyReport.number.desc()))
    return [(number, on) for number, on in listed if on is not None]


def load_signed(session: Session, survey_uid: str, number: int) -> bytes:
    """The PDF of a signed report as it was signed. Raises NotAllowed, `survey.not_signed`."""
    roles.require(session, Permission.RUN_SURVEYS)
    survey = find_survey(session, survey_uid)
    kept = session.scalar(
        select(SurveyReport.content).where(SurveyReport.survey_id == survey.id, SurveyReport.number == number)
    )
    if kept is None:
        raise UserError("survey.not_signed")
    return base64.b64decode(kept)


def _newest(session: Session, survey: Survey) -> SurveyReport | None:
    found = select(SurveyReport).where(SurveyReport.survey_id == survey.id)
    return session.scalars(found.order_by(SurveyReport.number.desc()).limit(1)).one_or_none()


def _measures(session: Session, survey: Survey) -> tuple[Measure, ...]:
    found = select(SurveyMeasure).where(SurveyMeasure.survey_id == survey.id)
    return tuple(
        Measure(one.uid, one.version, one.what, one.who, one.due_on)
        for one in session.scalars(found.order_by(SurveyMeasure.position, SurveyMeasure.id))
    )


def _measure_seen(session: Session, uid: str, version: int) -> tuple[SurveyMeasure, Survey]:
    roles.require(session, Permission.RUN_SURVEYS)
    row = rows.load_seen(session, SurveyMeasure, uid, version)
    return row, _unsigned(session, session.get_one(Survey, row.survey_id).uid)


def _unsigned(session: Session, survey_uid: str) -> Survey:
    roles.require(session, Permission.RUN_SURVEYS)
    survey = find_survey(session, survey_uid)
    if survey.state == SurveyState.REPORTED.value:
        raise UserError("survey.report_signed")
    return survey


def _open_report(session: Session, survey_uid: str, version: int) -> tuple[Survey, Any]:
    """The newest report to write in, made now if there is none yet."""
    survey = _unsigned(session, survey_uid)
    row = _newest(session, survey)
    if row is None:
        row = SurveyReport(survey_id=survey.id, number=1, texts="{}")
        session.add(row)
        session.flush()
        return survey, row
    return survey, rows.load_seen(session, SurveyReport, row.uid, version)
