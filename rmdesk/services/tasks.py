"""Work given to colleagues and departments: assigned, done, reported back to the customer.

A task belongs to whoever gave it, and to the manager and stand-in of the customer it is for: they change it,
take it back, and report to the customer. Whoever it was given to says that it is done, or gives it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Role, Staff, StaffRole, Task, TaskState
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.models.promise import PROMISE_LONGEST
from rmdesk.services import aliases, changes, days, interactions, masks, roles, rows, text, values, work
from rmdesk.services.actor import acting
from rmdesk.services.customers import access
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.queries import Query, given
from rmdesk.services.roles import Limit, Permission, Reach

# `assignee` is a person's uid; a task has an assignee or a department.
CHECKS: dict[str, values.Check] = {
    "assignee": values.optional(lambda value, what: value),
    "department": values.optional(partial(text.line, longest=LINE_LONGEST)),
    "work": partial(text.paragraphs, longest=PROMISE_LONGEST),
    "due_on": days.check_date,
}
MINE, GIVEN, DEPARTMENTS, ALL = LISTS = ("mine", "given", "departments", "all")
OVERDUE, DUE_TODAY, TO_REPORT = NARROWED = ("overdue", "today", "report")
TOLD_WITHIN = 30  # days after it was done that a task is to be reported today
_GIVER, _ASSIGNEE = aliases.kept(Staff), aliases.kept(Staff)
_SORTS: dict[str, Any] = {
    "due_on": Task.due_on,
    "state": Task.state,
    "given_by": _GIVER.name,
    "whom": func.coalesce(_ASSIGNEE.name, Task.department),
}


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as its giver and its assignee see it; the customer's name is masked to who may not see them.

    `may_finish`, `may_manage`, `may_give_back`: what whoever acts may do of it, whatever its state. One that
    is open has a result only if it was given back: by whom, and why.
    """

    id: int
    uid: str
    version: int
    customer_uid: str | None
    customer: str | None
    given_by: str
    assignee_uid: str | None
    assignee: str | None
    department: str | None
    work: str
    due_on: date
    state: str
    done_on: date | None
    result: str | None
    reported_on: date | None
    may_finish: bool
    may_manage: bool
    may_give_back: bool

    @property
    def whom(self) -> str:
        return self.assignee or self.department or ""

    @property
    def days_late(self) -> int:
        """How many days an open task is overdue."""
        late = (date.today() - self.due_on).days
        return max(0, late) if self.state == TaskState.OPEN else 0


def check_due(day: date | None, *, seen: date | None = None) -> date | None:
    """The day that whoever gives a task wrote, if any, `seen` the one it had: a new one is none gone by.

    Raises UserError `task.due_in_past`. What is brought in from elsewhere may be late.
    """
    if day is not None and day < date.today() and day != seen:
        raise UserError("task.due_in_past")
    return day


def add_task(session: Session, customer_uid: str | None, given: Mapping[str, object]) -> Task:
    """A task, for a customer or for nobody; `given` holds `work`, `due_on`, and `assignee` or `department`.

    Raises NotAllowed, UserError as the checks do, `task.for_one`.
    """
    roles.require(session, Permission.WRITE_WORK, accepting=())
    customer = None if customer_uid is None else work.load_for_writing(session, customer_uid)
    checked = values.check_all(given, CHECKS, "task", required=("work", "due_on"))
    _assign(session, checked)
    row = Task(
        customer_id=None if customer is None else customer.id,
        staff_id=acting(session).staff_id,
        **checked,
    )
    if (row.assignee_id is None) == (row.department is None):
        raise UserError("task.for_one")
    session.add(row)
    session.flush()
    changes.describe(session, "task.added", subject=customer or row, row=row.uid)
    return row


def edit_task(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change a task that one gave and that is open; raises as adding does, Conflict, `task.not_open`."""
    row = _managed(session, uid, version)
    if row.state != TaskState.OPEN:
        raise UserError("task.not_open")
    checked = values.check_all(given, CHECKS, "task")
    _assign(session, checked)
    if checked.get("assignee_id", row.assignee_id) != row.assignee_id:
        checked["result"] = None  # why another gave it back
    wanted = {name: checked.get(name, getattr(row, name)) for name in ("assignee_id", "department")}
    if (wanted["assignee_id"] is None) == (wanted["department"] is None):
        raise UserError("task.for_one")
    _edit(session, row, checked, kind="task.edited")


def finish_task(
    session: Session, uid: str, *, version: int, result: str | None = None, on: date | None = None
) -> None:
    """Say that a task is done: whoever it was given to, or whoever it belongs to.

    Raises NotAllowed, Conflict, UserError `task.not_open`.
    """
    row = rows.load_seen(session, Task, uid, version)
    if acting(session).staff_id == row.assignee_id:
        roles.require(session, Permission.WRITE_WORK, accepting=(Limit.TASKS,))
    else:
        _managed(session, uid, version)
    if row.state != TaskState.OPEN:
        raise UserError("task.not_open")
    said = values.optional(partial(text.paragraphs, longest=PROMISE_LONGEST))(result, "task.result")
    day = days.check_date(on or date.today(), "task.done_on", past=True)
    done = {"state": TaskState.DONE.value, "done_on": day, "result": said}
    _edit(session, row, done, kind="task.done")


def give_back_task(session: Session, uid: str, reason: str, *, version: int) -> None:
    """Whoever it was given to cannot do it, and says why: it is with the one who gave it again.

    Raises NotAllowed, Conflict, UserError `task.not_open`, `text.empty`.
    """
    row = rows.load_seen(session, Task, uid, version)
    roles.require(session, Permission.WRITE_WORK, accepting=(Limit.TASKS,))
    me = acting(session).staff_id
    if me != row.assignee_id or me == row.staff_id:
        raise NotAllowed("role.not_permitted", permission=Permission.WRITE_WORK.value)
    if row.state != TaskState.OPEN:
        raise UserError("task.not_open")
    said = text.paragraphs(reason, "task.result", longest=PROMISE_LONGEST)
    why = f"{session.get_one(Staff, me).name}: {said}"[:PROMISE_LONGEST]
    _edit(session, row, {"assignee_id": row.staff_id, "result": why}, kind="task.given_back")


def report_task(session: Session, uid: str, contact: Mapping[str, object], *, version: int) -> None:
    """Record the contact in which the customer was told what came of a task.

    `contact` as `interactions.add_interaction` takes it, which also says what it raises; and as
    `finish_task`, `task.not_done`.
    """
    row = _managed(session, uid, version)
    if row.state != TaskState.DONE or row.customer_id is None:
        raise UserError("task.not_done")
    customer = session.get_one(Customer, row.customer_id)
    changes.describe(session, "task.reported", subject=customer, row=row.uid)
    told = interactions.add_interaction(session, customer.uid, contact)
    row.state, row.reported_on = TaskState.REPORTED.value, told.held_on
    session.flush()


def withdraw_task(session: Session, uid: str, *, version: int) -> None:
    """Take back a task that is open; raises as `edit_task`."""
    row = _managed(session, uid, version)
    if row.state != TaskState.OPEN:
        raise UserError("task.not_open")
    _edit(session, row, {"state": TaskState.WITHDRAWN.value}, kind="task.withdrawn")


def assignees(session: Session) -> list[tuple[str, str]]:
    """Uid and name of every active person who may have tasks, by name."""
    roles.require(session, Permission.WRITE_WORK, accepting=())
    found = select(Staff.uid, Staff.name).where(Staff.disabled_at.is_(None), _has_tasks())
    return [(uid, name) for uid, name in session.execute(found.order_by(Staff.name))]


def departments(session: Session) -> list[str]:
    """The departments that were given tasks, the latest first."""
    roles.require(session, Permission.WRITE_WORK, accepting=())
    latest = func.max(Task.id).desc()
    found = select(Task.department).where(Task.department.is_not(None)).group_by(Task.department)
    return [str(one) for one in session.scalars(found.order_by(latest))]


def find_tasks(
    session: Session,
    *,
    which: str = MINE,
    only: str | None = None,
    ended: bool = False,
    search: str | None = None,
    sort: str = "due_on",
    descending: bool = False,
) -> list[int]:
    """Ids of the tasks in one of `LISTS`: given to whoever acts, by them, to departments, or all they read.

    `only` is one of `NARROWED`. Those that have ended come only with `ended`: for others than the one who
    has a task, it ends once it was reported back. `search` is part of the work or the department.
    """
    readable = _readable(session)
    me, today = acting(session).staff_id, date.today()
    found = (
        select(Task.id)
        .join(_GIVER, _GIVER.id == Task.staff_id)
        .outerjoin(_ASSIGNEE, _ASSIGNEE.id == Task.assignee_id)
        .where(readable, _LISTED[which](me))
    )
    is_open, is_done = Task.state == TaskState.OPEN.value, Task.state == TaskState.DONE.value
    to_report = is_done & Task.customer_id.is_not(None)
    if only == TO_REPORT:
        found = found.where(to_report)
    elif only is not None:
        found = found.where(is_open, Task.due_on < today if only == OVERDUE else Task.due_on == today)
    elif not ended:
        found = found.where(is_open if which == MINE else or_(is_open, to_report))
    if search is not None and search.strip():
        words = search.strip()
        has = [one.contains(words, autoescape=True) for one in (Task.work, Task.department)]
        found = found.where(or_(*has))
    column = _SORTS[sort]
    ordered = found.order_by(column.desc() if descending else column, Task.due_on, Task.id)
    return list(session.scalars(ordered))


def count_open(session: Session) -> tuple[int, bool]:
    """How many tasks whoever acts has, and whether one is overdue."""
    roles.require(session, Permission.READ_WORK, accepting=(Limit.TASKS,))
    mine = (Task.assignee_id == acting(session).staff_id) & (Task.state == TaskState.OPEN.value)
    count, first = session.execute(select(func.count(), func.min(Task.due_on)).where(mine)).one()
    return count, first is not None and first < date.today()


_ANY_ASKING = Query(
    select(Task.id)
    .where(
        or_(
            (Task.assignee_id == given("whose")) & (Task.state == TaskState.OPEN.value),
            (Task.staff_id == given("whose")) & (Task.state == TaskState.DONE.value),
        )
    )
    .limit(1)
)


def list_due(session: Session, day: date, staff_id: int | None = None) -> list[TaskRow]:
    """What a day asks of somebody, whoever acts by default, as far as one may read it: the open tasks they
    have that are due by then or were given back; then those they gave that were done lately and wait to be
    reported.
    """
    roles.require(session, Permission.READ_WORK, accepting=(Limit.TASKS,))
    whose = acting(session).staff_id if staff_id is None else staff_id
    if not _ANY_ASKING.read(session, whose=whose):
        return []
    asking = or_(Task.due_on <= day, Task.result.is_not(None))
    due = (Task.assignee_id == whose) & (Task.state == TaskState.OPEN.value) & asking
    done = (Task.staff_id == whose) & (Task.state == TaskState.DONE.value) & Task.customer_id.is_not(None)
    lately = Task.done_on.between(day - timedelta(TOLD_WITHIN), day)
    return _rows(session, select(Task).where(or_(due, done & lately), _readable(session)))


def load_tasks(session: Session, ids: Sequence[int]) -> list[TaskRow]:
    """Those with these ids that one may read, in that order."""
    statement = select(Task).where(Task.id.in_(ids), _readable(session))
    found = {one.id: one for one in _rows(session, statement)}
    return [found[one] for one in ids if one in found]


def load_task(session: Session, uid: str) -> TaskRow:
    """One task; raises NotAllowed, UserError `row.gone`."""
    found = _rows(session, select(Task).where(Task.uid == uid, _readable(session)))
    if not found:
        raise UserError("row.gone", table="task")
    return found[0]


def list_tasks(session: Session, customer_uid: str) -> list[TaskRow]:
    """The tasks for a customer: open ones first, by their day."""
    customer = work.load_for_reading(session, customer_uid)
    statement = select(Task).where(Task.customer_id == customer.id)
    return _rows(session, statement)


def _readable(session: Session) -> ColumnElement[bool]:
    """The condition on `Task` of those whoever acts may read: their own alone, or also others'."""
    reach = roles.require(session, Permission.READ_WORK, accepting=(Limit.TASKS,)).reach()
    me = acting(session).staff_id
    if reach == Reach.ALL:
        return true()
    own = [Task.staff_id == me, Task.assignee_id == me]
    if reach > Reach.NONE:
        ours = select(Customer.id).where(or_(Customer.owner_id == me, Customer.stand_in_id == me))
        own.append(Task.customer_id.in_(ours))
    return or_(*own)


_LISTED: dict[str, Callable[[int], ColumnElement[bool]]] = {
    MINE: lambda me: Task.assignee_id == me,
    GIVEN: lambda me: Task.staff_id == me,
    DEPARTMENTS: lambda _me: Task.department.is_not(None),
    ALL: lambda _me: true(),
}


def _has_tasks() -> ColumnElement[bool]:
    """The condition on `Staff` of those who may say that a task is done."""
    able = [role.value for role in Role if roles.scope_of(role, Permission.WRITE_WORK)]
    return Staff.id.in_(select(StaffRole.staff_id).where(StaffRole.role.in_(able)))


def _rows(session: Session, statement: Any) -> list[TaskRow]:
    joined = (
        statement.add_columns(_GIVER.name, _ASSIGNEE.uid, _ASSIGNEE.name, Customer)
        .select_from(Task)
        .join(_GIVER, _GIVER.id == Task.staff_id)
        .outerjoin(_ASSIGNEE, _ASSIGNEE.id == Task.assignee_id)
        .outerjoin(Customer, Customer.id == Task.customer_id)
        .order_by(Task.state != TaskState.OPEN.value, Task.due_on, Task.id)
    )
    actor = acting(session)
    reach = roles.allowed(actor, Permission.SEE_CUSTOMERS).reach()
    writing = roles.allowed(actor, Permission.WRITE_WORK)
    listed = []
    for task, given_by, assignee_uid, name, customer in session.execute(joined):
        may_see = customer is not None and reach >= access.needed_reach(session, customer)
        is_there = may_see and customer.deleted_at is None
        shown = None
        if customer is not None:
            shown = customer.name if may_see else masks.masked("name", customer.name)
        is_ours = is_there and access.is_ours(session, customer)
        may_manage = writing.reach() > Reach.NONE and (task.staff_id == actor.staff_id or is_ours)
        listed.append(
            TaskRow(
                id=task.id,
                uid=task.uid,
                version=task.version,
                customer_uid=customer.uid if is_there else None,
                customer=shown,
                given_by=given_by,
                assignee_uid=assignee_uid,
                assignee=name,
                department=task.department,
                work=task.work,
                due_on=task.due_on,
                state=task.state,
                done_on=task.done_on,
                result=task.result,
                reported_on=task.reported_on,
                may_finish=may_manage or (bool(writing) and task.assignee_id == actor.staff_id),
                may_manage=may_manage,
                may_give_back=bool(writing) and task.assignee_id == actor.staff_id != task.staff_id,
            )
        )
    return listed


def _assign(session: Session, checked: dict[str, Any]) -> None:
    if "assignee" in checked:
        uid = checked.pop("assignee")
        person = None if uid is None else work.person(session, uid, "task.assignee_id")
        if person is not None and not session.scalar(select(_has_tasks()).where(Staff.id == person.id)):
            raise UserError("value.not_a_choice", what="task.assignee_id")
        checked["assignee_id"] = None if person is None else person.id


def _managed(session: Session, uid: str, version: int) -> Task:
    row = rows.load_seen(session, Task, uid, version)
    roles.require(session, Permission.WRITE_WORK, accepting=())
    if not work.is_own(session, row):
        customer = None if row.customer_id is None else session.get_one(Customer, row.customer_id)
        if customer is None or not access.is_ours(session, customer):
            raise NotAllowed("role.not_permitted", permission=Permission.WRITE_WORK.value)
    return row


def _edit(session: Session, row: Task, changed: dict[str, Any], *, kind: str) -> None:
    for name, value in changed.items():
        setattr(row, name, value)
    session.flush()
    customer = None if row.customer_id is None else session.get_one(Customer, row.customer_id)
    changes.describe(session, kind, subject=customer or row, row=row.uid, fields=sorted(changed))
