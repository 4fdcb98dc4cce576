"""Segments under a name: one's own or everybody's, what became of them, and who was in one on a day."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, literal, select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact, PlanNode, Segment, SegmentMember, SegmentSnapshot
from rmdesk.models.segment import SEGMENT_NAME_LONGEST
from rmdesk.services import bulk, changes, people, roles, rows, text
from rmdesk.services.actor import acting
from rmdesk.services.customers import access
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission
from rmdesk.services.segments import finding
from rmdesk.services.segments.expression import LONGEST, Expression, How, parse, read


@dataclass(frozen=True, slots=True)
class Kept:
    """A segment as it is kept. One that cannot be read any more has a `fault` instead of an `expression`."""

    uid: str
    version: int
    name: str
    shared: bool
    expression: Expression | None
    fault: UserError | None
    document: Any  # what is kept, as `expression.parse` gives it; None if it is not even JSON


@dataclass(frozen=True, slots=True)
class Version:
    """A segment as one change left it: when, by whom, its name and its conditions then.

    `expression` is None where those conditions cannot be read any more.
    """

    number: int  # of the change set
    at: datetime
    kind: str
    by: str | None
    name: str
    document: Any
    expression: Expression | None


@dataclass(frozen=True, slots=True)
class Fixed:
    """That membership was fixed: on which day, by whom, and how many there were."""

    uid: str
    fixed_on: date
    staff_id: int
    count: int


def list_segments(session: Session) -> list[Kept]:
    """The segments one may use: one's own, then the shared ones, each by name."""
    return [_kept(session, one) for one in session.scalars(_usable(session))]


def load_segment(session: Session, uid: str) -> Kept:
    """One of them; raises UserError `row.gone`, NotAllowed `segment.not_own`."""
    return _kept(session, _own_or_shared(session, uid))


def find_segments(session: Session, *, search: str = "") -> list[str]:
    """The uids of the segments one may use, whose names hold `search`, in the order of `list_segments`."""
    found = _usable(session)
    if search.strip():
        found = found.where(Segment.name.icontains(search.strip(), autoescape=True))
    return list(session.scalars(found.with_only_columns(Segment.uid)))


def load_segments(session: Session, uids: Sequence[str]) -> list[Kept]:
    """Some of the segments one may use, in any order."""
    return [_kept(session, one) for one in session.scalars(_usable(session).where(Segment.uid.in_(uids)))]


def count_each(session: Session, today: date | None = None) -> dict[str, int]:
    """How many are in each of the segments one may use, by uid; without those that cannot be read."""
    return {
        one.uid: finding.count(session, one.expression, today)
        for one in list_segments(session)
        if one.expression is not None
    }


def find_segment(session: Session, name: str) -> Kept:
    """The one of this name, one's own before a shared one; raises UserError `segment.unknown`."""
    found = session.scalars(_usable(session).where(Segment.name == name.strip())).first()
    if found is None:
        raise UserError("segment.unknown", name=name.strip()[:SEGMENT_NAME_LONGEST])
    return _kept(session, found)


def save_segment(session: Session, name: str, expression: Expression, *, shared: bool = False) -> Segment:
    """Keep a segment; sharing it with everybody is for those who set the branch's rules.

    Raises NotAllowed, UserError `segment.name_taken`, `segment.too_long`.
    """
    roles.require(session, Permission.SEE_CUSTOMERS, accepting=())
    if shared:
        roles.require(session, Permission.SET_RULES)
    row = Segment(
        name=_name(name),
        owner_id=None if shared else acting(session).staff_id,
        expression=_written(expression),
    )
    _check_free(session, row)
    session.add(row)
    session.flush()
    changes.describe(session, "segment.added", subject=row)
    return row


def change_segment(
    session: Session,
    uid: str,
    *,
    version: int,
    name: str | None = None,
    expression: Expression | None = None,
) -> None:
    """Give a segment another name or other conditions; raises as `save_segment`, and Conflict."""
    row = _editable(session, uid, version)
    if name is not None and _name(name) != row.name:
        row.name = _name(name)
        with session.no_autoflush:
            _check_free(session, row)
    if expression is not None:
        row.expression = _written(expression)
    session.flush()
    changes.describe(session, "segment.edited", subject=row)


def remove_segment(session: Session, uid: str, *, version: int) -> None:
    """Remove a segment and what was fixed of it; raises UserError `segment.in_plans`."""
    row = _editable(session, uid, version)
    in_plans = select(PlanNode.name).where(PlanNode.segment_id == row.id)
    used = session.scalars(in_plans.limit(1)).first()
    if used is not None:
        raise UserError("segment.in_plans", name=row.name, plan=used)
    changes.describe(session, "segment.removed", subject=("segment", uid))
    fixed = select(SegmentSnapshot.id).where(SegmentSnapshot.segment_id == row.id)
    members = select(SegmentMember.id).where(SegmentMember.snapshot_id.in_(fixed))
    bulk.delete(session, SegmentMember, session.scalars(members).all())
    bulk.delete(session, SegmentSnapshot, session.scalars(fixed).all())
    session.delete(row)
    session.flush()


def replace_named(session: Session, field: str, uid: str, other: tuple[str, str]) -> None:
    """Let conditions on this field, in whosever segment, name another (uid, name) instead of `uid`.

    What was fixed of a segment stays as it was then.
    """
    for row in session.scalars(select(Segment).where(Segment.expression.contains(uid))):
        document = json.loads(row.expression)
        for test in _tests_in(document):
            value = test.get("value")
            if test.get("field") == field and isinstance(value, list):
                test["value"] = _renamed(value, uid, other)
        row.expression = json.dumps(document, ensure_ascii=False)


def _tests_in(given: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every condition of a stored expression."""
    if "field" in given:
        yield given
    for how in How:
        for one in given.get(how.value, ()):
            yield from _tests_in(one)


def _renamed(value: list[dict[str, str]], uid: str, other: tuple[str, str]) -> list[dict[str, str]]:
    there = any(one["uid"] == other[0] for one in value)
    new = {"uid": other[0], "name": other[1]}
    return [new if one["uid"] == uid else one for one in value if not (there and one["uid"] == uid)]


def fix_members(session: Session, uid: str, today: date | None = None) -> SegmentSnapshot:
    """Keep who is in a segment today, of those whoever acts may see.

    Raises UserError `row.gone`, `segment.fixed_already`, and what reading the segment raises.
    """
    row = _own_or_shared(session, uid)
    day = today or date.today()
    me = acting(session).staff_id
    there = select(SegmentSnapshot.id).where(
        SegmentSnapshot.segment_id == row.id,
        SegmentSnapshot.staff_id == me,
        SegmentSnapshot.fixed_on == day,
    )
    if session.scalar(there) is not None:
        raise UserError("segment.fixed_already", name=row.name)
    members = finding.find_members(session, read(session, parse(row.expression)), day)
    snapshot = SegmentSnapshot(
        segment_id=row.id, staff_id=me, fixed_on=day, expression=row.expression, count=len(members)
    )
    session.add(snapshot)
    session.flush()
    changes.describe(session, "segment.fixed", subject=row, customers=len(members))
    bulk.insert(session, SegmentMember, ({"snapshot_id": snapshot.id, "customer_id": one} for one in members))
    return snapshot


def list_fixed(session: Session, uid: str) -> list[Fixed]:
    """What was fixed of a segment, the newest first; one's own, and all for those who see all customers."""
    row = _own_or_shared(session, uid)
    found = select(SegmentSnapshot).where(SegmentSnapshot.segment_id == row.id)
    if not _sees_all(session):
        found = found.where(SegmentSnapshot.staff_id == acting(session).staff_id)
    ordered = found.order_by(SegmentSnapshot.fixed_on.desc(), SegmentSnapshot.id.desc())
    return [Fixed(one.uid, one.fixed_on, one.staff_id, one.count) for one in session.scalars(ordered)]


def find_fixed_members(session: Session, uid: str) -> list[int]:
    """The ids of those who were in it and whom one may see, by the uid of what was fixed."""
    snapshot = rows.load(session, SegmentSnapshot, uid)
    found = (
        select(SegmentMember.customer_id)
        .join(CustomerFact, CustomerFact.customer_id == SegmentMember.customer_id)
        .where(SegmentMember.snapshot_id == snapshot.id, access.listed(session, by_fact=True))
        .order_by(SegmentMember.id)
    )
    return list(session.scalars(found))


def among(session: Session, uids: Sequence[str], today: date | None = None) -> ColumnElement[bool]:
    """The condition on `CustomerFact` of those in any of these segments, or in what was fixed of one.

    Raises UserError `segment.gone`, NotAllowed `segment.not_own`, and what reading a segment raises.
    """
    parts: list[ColumnElement[bool]] = []
    for uid in uids:
        fixed = session.scalar(select(SegmentSnapshot).where(SegmentSnapshot.uid == uid))
        if fixed is not None:
            if fixed.staff_id != acting(session).staff_id and not _sees_all(session):
                raise NotAllowed("segment.not_own")
            members = select(SegmentMember.customer_id).where(SegmentMember.snapshot_id == fixed.id)
            parts.append(CustomerFact.customer_id.in_(members))
            continue
        row = session.scalar(select(Segment).where(Segment.uid == uid))
        if row is None:
            raise UserError("segment.gone")
        if row.owner_id not in (None, acting(session).staff_id):
            raise NotAllowed("segment.not_own")
        parts.append(finding.condition(session, read(session, parse(row.expression)), today))
    return sa.or_(*parts)


def history(session: Session, uid: str) -> list[Version]:
    """What became of a segment, the newest first: its name and conditions after each change."""
    row = _own_or_shared(session, uid)
    names = people.names_by_uid(session)
    now = {"name": row.name, "expression": row.expression}
    found = []
    for moment in changes.timeline(session, uid):
        told = {one.field: one.before for one in moment.records if one.field in now and one.change == "u"}
        if told or any(one.change == "c" for one in moment.records):
            document, expression = _read_back(session, now["expression"])
            by = names.get(moment.staff_uid or "")
            found.append(
                Version(moment.number, moment.at, moment.kind, by, now["name"], document, expression)
            )
        now |= {str(name): str(value) for name, value in told.items()}
    return found


def _read_back(session: Session, written: str) -> tuple[Any, Expression | None]:
    document = None
    try:
        document = parse(written)
        return document, read(session, document)
    except UserError:
        return document, None


def of_customer(session: Session, customer_uid: str, today: date | None = None) -> list[Kept]:
    """The segments one may use that a customer is in now; those that cannot be read are left out.

    One statement, whatever segments there are. Raises as `access.load`.
    """
    customer = access.load(session, customer_uid)
    readable = [one for one in list_segments(session) if one.expression is not None]
    if not readable:
        return []
    asked = [
        finding.condition(session, one.expression, today, only=customer.id).label(f"in_{place}")
        for place, one in enumerate(readable)
        if one.expression is not None
    ]
    found = session.execute(
        select(literal(True).label("there"), *asked).where(CustomerFact.customer_id == customer.id)
    ).one_or_none()
    if found is None:
        return []
    return [one for one, is_in in zip(readable, found[1:], strict=True) if is_in]


def _usable(session: Session) -> Any:
    me = acting(session).staff_id
    return (
        select(Segment)
        .where((Segment.owner_id == me) | Segment.owner_id.is_(None))
        .order_by(Segment.owner_id.is_(None), Segment.name)
    )


def _kept(session: Session, row: Segment) -> Kept:
    document, expression, fault = None, None, None
    try:
        document = parse(row.expression)
        expression = read(session, document)
    except UserError as error:
        fault = error
    return Kept(row.uid, row.version, row.name, row.owner_id is None, expression, fault, document)


def _name(given: object) -> str:
    return text.line(given, "segment.name", longest=SEGMENT_NAME_LONGEST)


def _written(expression: Expression) -> str:
    written = json.dumps(expression.stored(), ensure_ascii=False)
    if len(written) > LONGEST:
        raise UserError("segment.too_long")
    return written


def _own_or_shared(session: Session, uid: str) -> Segment:
    row = rows.load(session, Segment, uid)
    if row.owner_id not in (None, acting(session).staff_id):
        raise NotAllowed("segment.not_own")
    return row


def _editable(session: Session, uid: str, version: int) -> Segment:
    row = rows.load_seen(session, Segment, uid, version)
    if row.owner_id is None:
        roles.require(session, Permission.SET_RULES)
    elif row.owner_id != acting(session).staff_id:
        raise NotAllowed("segment.not_own")
    return row


def _sees_all(session: Session) -> bool:
    scope = roles.require(session, Permission.SEE_CUSTOMERS, accepting=())
    return scope.reach() == roles.Reach.ALL


def _check_free(session: Session, row: Segment) -> None:
    taken = select(Segment.id).where(
        Segment.name == row.name,
        Segment.owner_id.is_(None) if row.owner_id is None else Segment.owner_id == row.owner_id,
        Segment.id != (row.id or 0),
    )
    if session.scalar(taken) is not None:
        raise UserError("segment.name_taken", name=row.name)
