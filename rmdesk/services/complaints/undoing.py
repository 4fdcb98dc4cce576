"""Which changes of cases may be taken back: by who may handle the case, and never past what was told."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Complaint
from rmdesk.services.changes import SetRow
from rmdesk.services.complaints import access


def require(session: Session, done: SetRow) -> None:
    """Whether whoever acts may handle the case that `done` changed. Raises NotAllowed."""
    access.require(session)
    row = session.scalars(select(Complaint).where(Complaint.uid == done.subject_uid)).one_or_none()
    if row is not None:  # one that was removed is brought back by who may handle complaints
        access.check(session, row)
