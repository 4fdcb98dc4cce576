"""The supervisor's reading: commenting, countersigning, sending back. Never one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sqlalchemy.orm import Session

from rmdesk.models import DailyLog, DailyLogRemark, LogState, RemarkKind
from rmdesk.models.base import utc_now
from rmdesk.models.customer import TEXT_LONGEST
from rmdesk.services import changes, roles, rows, text, values
from rmdesk.services.actor import acting
from rmdesk.services.daily_logs.submitting import remark
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission

_WORDS = partial(text.paragraphs, longest=TEXT_LONGEST)
_optional = values.optional(_WORDS)


def countersign(
    session: Session, logs: Sequence[tuple[str, int]], *, comment: str | None = None
) -> list[DailyLog]:
    """Countersign submitted logs, given as uid and the version that was read; all of them or none.

    Raises NotAllowed (`work.own` for one's own), Conflict, UserError `row.gone`, `log.not_waiting`.
    """
    said = _optional(comment, "daily_log_remark.text")
    found = [_judged(session, uid, version) for uid, version in dict(logs).items()]
    for log in found:
        log.state = LogState.COUNTERSIGNED.value
        log.decided_by_id, log.decided_at = acting(session).staff_id, utc_now()
        remark(session, log, RemarkKind.COUNTERSIGNED, said)
    subject = found[0] if len(found) == 1 else None
    changes.describe(session, "log.countersigned", subject=subject, logs=len(found))
    return found


def send_back(session: Session, uid: str, comment: str, *, version: int) -> DailyLog:
    """Send a submitted log back, with what is missing: its manager changes it and hands it in anew.

    Raises as `countersign`, and UserError `text.empty`.
    """
    log = _judged(session, uid, version)
    said = _WORDS(comment, "daily_log_remark.text")
    log.state = LogState.RETURNED.value
    log.decided_by_id, log.decided_at = acting(session).staff_id, utc_now()
    remark(session, log, RemarkKind.RETURNED, said)
    changes.describe(session, "log.returned", subject=log)
    return log


def comment_on(session: Session, uid: str, words: str) -> DailyLogRemark:
    """Write beside somebody else's log, or plan, at any time. Raises as `countersign`."""
    log = rows.load(session, DailyLog, uid)
    _require(session, log)
    row = remark(session, log, RemarkKind.COMMENT, _WORDS(words, "daily_log_remark.text"))
    changes.describe(session, "log.commented", subject=log, row=row.uid)
    return row


def _judged(session: Session, uid: str, version: int) -> DailyLog:
    log = rows.load(session, DailyLog, uid)
    _require(session, log)
    if log.state != LogState.SUBMITTED.value:
        raise UserError("log.not_waiting", day=log.day)
    return rows.load_seen(session, DailyLog, uid, version)


def _require(session: Session, log: DailyLog) -> None:
    roles.require(session, Permission.APPROVE_WORK)
    if log.staff_id == acting(session).staff_id:
        raise NotAllowed("work.own", permission=Permission.APPROVE_WORK.value)
