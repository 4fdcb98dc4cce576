"""Work given to colleagues and departments: assigned, done, reported back to the customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from rmdesk.models import Customer, Staff, Task, TaskState
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.models.promise import PROMISE_LONGEST
from rmdesk.services import changes, days, masks, roles, rows, text, values, work
from rmdesk.services.actor import acting
from rmdesk.services.customers import access
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Limit, Permission, Reach

# `assignee` is a person's uid; a task has an assignee or a department.
CHECKS: dict[str, values.Check] = {
    "assignee": values.optional(lambda value, what: value),
    "department": values.optional(partial(text.line, longest=LINE_LONGEST)),
    "work": partial(text.paragraphs, longest=PROMISE_LONGEST),
    "due_on": days.check_date,
}


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as its giver and its assignee see it; the customer's name is masked to who may not see them."""

    id: int
    uid: str
    version: int
    customer_uid: str | None
    customer: str | None
    given_by: str
    assignee: str | None
    department: str | None
    work: str
    due_on: date
    state: str
    done_on: date | None
    result: str | None
    reported_on: date | None
    is_mine: bool


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
    row = _given_by_me(session, uid, version)
    if row.state != TaskState.OPEN:
        raise UserError("task.not_open")
    checked = values.check_all(given, CHECKS, "task")
    _assign(session, checked)
    wanted = {name: checked.get(name, getattr(row, name)) for name in ("assignee_id", "department")}
    if (wanted["assignee_id"] is None) == (wanted["department"] is None):
        raise UserError("task.for_one")
    _edit(session, row, checked, kind="task.edited")


def finish_task(
    session: Session, uid: str, *, version: int, result: str | None = None, on: date | None = None
) -> None:
    """Say that a task is done: whoever it was given to, or whoever gave it for a department.

    Raises NotAllowed, Conflict, UserError `task.not_open`.
    """
    row = rows.load_seen(session, Task, uid, version)
    roles.require(session, Permission.WRITE_WORK, accepting=(Limit.TASKS,))
    if acting(session).staff_id not in (row.assignee_id, row.staff_id):
        raise NotAllowed("role.not_permitted", permission=Permission.WRITE_WORK.value)
    if row.state != TaskState.OPEN:
        raise UserError("task.not_open")
    said = values.optional(partial(text.paragraphs, longest=PROMISE_LONGEST))(result, "task.result")
    day = days.check_date(on or date.today(), "task.done_on", past=True)
    done = {"state": TaskState.DONE.value, "done_on": day, "result": said}
    _edit(session, row, done, kind="task.done")


def report_task(session: Session, uid: str, *, version: int, on: date | None = None) -> None:
    """Say that the customer was told what came of a task; raises as `finish_task`, `task.not_done`."""
    row = _given_by_me(session, uid, version)
    if row.state != TaskState.DONE or row.customer_id is None:
        raise UserError("task.not_done")
    day = days.check_date(on or date.today(), "task.reported_on", past=True)
    _edit(session, row, {"state": TaskState.REPORTED.value, "reported_on": day}, kind="task.reported")


def withdraw_task(session: Session, uid: str, *, version: int) -> None:
    """Take back a task that is open; raises as `edit_task`."""
    row = _given_by_me(session, uid, version)
    if row.state != TaskState.OPEN:
        raise UserError("task.not_open")
    _edit(session, row, {"state": TaskState.WITHDRAWN.value}, kind="task.withdrawn")


def find_tasks(session: Session, *, given: bool = False, ended: bool = False) -> list[int]:
    """Ids of the tasks of whoever acts: assigned to them, or `given` by them; by their day.

    Those that are done and reported, or withdrawn, only with `ended`.
    """
    roles.require(session, Permission.READ_WORK, accepting=(Limit.TASKS,))
    me = acting(session).staff_id
    found = select(Task.id).where(Task.staff_id == me if given else Task.assignee_id == me)
    if not ended:
        pending = (TaskState.OPEN, TaskState.DONE) if given else (TaskState.OPEN,)
        found = found.where(Task.state.in_([one.value for one in pending]))
    return list(session.scalars(found.order_by(Task.due_on, Task.id)))


def load_tasks(session: Session, ids: list[int]) -> list[TaskRow]:
    """Those with these ids that one may read, in that order."""
    scope = roles.require(session, Permission.READ_WORK, accepting=(Limit.TASKS,))
    me = acting(session).staff_id
    statement = select(Task).where(Task.id.in_(ids))
    if scope.reach() < Reach.ALL:
        statement = statement.where(or_(Task.staff_id == me, Task.assignee_id == me))
    found = {one.id: one for one in _rows(session, statement)}
    return [found[one] for one in ids if one in found]


def list_tasks(session: Session, customer_uid: str) -> list[TaskRow]:
    """The tasks for a customer: open ones first, by their day."""
    customer = work.load_for_reading(session, customer_uid)
    statement = select(Task).where(Task.customer_id == customer.id)
    return _rows(session, statement)


def _rows(session: Session, statement: Any) -> list[TaskRow]:
    giver, assignee = aliased(Staff), aliased(Staff)
    joined = (
        statement.add_columns(giver.name, assignee.name, Customer)
        .join(giver, giver.id == Task.staff_id)
        .outerjoin(assignee, assignee.id == Task.assignee_id)
        .outerjoin(Customer, Customer.id == Task.customer_id)
        .order_by(Task.state != TaskState.OPEN.value, Task.due_on, Task.id)
    )
    me = acting(session).staff_id
    reach = roles.allowed(acting(session), Permission.SEE_CUSTOMERS).reach()
    listed = []
    for task, given_by, name, customer in session.execute(joined):
        may_see = customer is not None and reach >= access.needed_reach(session, customer)
        shown = None
        if customer is not None:
            shown = customer.name if may_see else masks.masked("name", customer.name)
        listed.append(
            TaskRow(
                id=task.id,
                uid=task.uid,
                version=task.version,
                customer_uid=customer.uid if may_see else None,
                customer=shown,
                given_by=given_by,
                assignee=name,
                department=task.department,
                work=task.work,
                due_on=task.due_on,
                state=task.state,
                done_on=task.done_on,
                result=task.result,
                reported_on=task.reported_on,
                is_mine=me in (task.staff_id, task.assignee_id),
            )
        )
    return listed


def _assign(session: Session, checked: dict[str, Any]) -> None:
    if "assignee" in checked:
        uid = checked.pop("assignee")
        checked["assignee_id"] = None if uid is None else work.person(session, uid, "task.assignee_id").id


def _given_by_me(session: Session, uid: str, version: int) -> Task:
    row = rows.load_seen(session, Task, uid, version)
    roles.require(session, Permission.WRITE_WORK, accepting=())
    if not work.is_own(session, row):
        raise NotAllowed("role.not_permitted", permission=Permission.WRITE_WORK.value)
    return row


def _edit(session: Session, row: Task, changed: dict[str, Any], *, kind: str) -> None:
    for name, value in changed.items():
        setattr(row, name, value)
    session.flush()
    customer = None if row.customer_id is None else session.get_one(Customer, row.customer_id)
    changes.describe(session, kind, subject=customer or row, row=row.uid, fields=sorted(changed))
