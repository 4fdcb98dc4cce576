"""Undo as a person may do it: what they did themselves or may do, and never past an invariant."""

from __future__ import annotations

from sqlalchemy.orm import Session

from rmdesk.services import changes, roles, settings, staff
from rmdesk.services.actor import acting
from rmdesk.services.changes import SetRow
from rmdesk.services.customers import undone
from rmdesk.services.errors import UserError
from rmdesk.services.progress import Progress, portion
from rmdesk.services.roles import Permission
from rmdesk.services.store import expect_many_rows

_MANY = 20_000  # records
_WALK = 200  # change sets to look at for what can be taken back after a lock
_READ, _TAKEN_BACK = 0.05, 0.9  # of the whole work: whom it is about is known; the rows are as before


def find_walk(session: Session, staff_uid: str) -> tuple[list[SetRow], list[SetRow]]:
    """What this person did and can take back, and what they took back and can do again, newest last: since
    they signed in, over any locks in between. Nothing, if they did not come back from a lock.
    """
    found: list[SetRow] = []
    since = iter(changes.load_sets(session, changes.find_last(session, staff_uid, _WALK)))
    for one in since:
        if one.kind == "auth.signed_in":
            before = next(since, None)
            if before is None or before.kind != "auth.locked":
                break
        elif changes.is_undoable(one.kind, one.records):
            found.append(one)
    done: list[SetRow] = []
    taken_back: list[SetRow] = []
    for one in reversed(found):
        if one.undo_of is None:
            done.append(one)
            taken_back.clear()
            continue
        for come_from, go_to in ((done, taken_back), (taken_back, done)):
            taken = [each for each in come_from if each.number == one.undo_of]
            if taken:
                come_from.remove(taken[0])
                go_to.append(one)
                break
    return done, taken_back


def undo(session: Session, number: int, progress: Progress | None = None) -> int:
    """Take back change set `number`; returns how many rows that changes.

    `progress(done, total)` counts records; what it raises ends the undo. Raises NotAllowed unless whoever
    acts may do such a thing in the first place, UserError `staff.no_administrator`, and what `changes.undo`
    raises.
    """
    acting(session)
    found = changes.load_sets(session, [number])
    if not found:
        raise UserError("changes.undo_unknown", number=number)
    original = _original(session, found[0])
    permission = _permission(original)
    if permission is not None:
        roles.require(session, permission)
    # The first window does without these packages.
    if original.kind.startswith("survey."):
        from rmdesk.services.surveys.undoing import require

        require(session, original)
    elif original.kind.startswith("complaint."):
        from rmdesk.services.complaints import undoing as complaints

        complaints.require(session, original)
    elif original.kind == "import.done" and "survey" in original.detail:
        from rmdesk.services.surveys.undoing import require_open

        require_open(session, str(original.detail["survey"]))
    from rmdesk.services.plans.undoing import require as require_of_plans

    require_of_plans(session, original, number)
    from rmdesk.services.activities.undoing import require as require_of_activities

    require_of_activities(session, original, number)
    from rmdesk.services.daily_logs import access

    access.check_undo(session, number)
    records = found[0].records
    if records > _MANY:
        expect_many_rows(session)
    concerned = undone.require(session, found[0], original.kind)
    undone.before(session, concerned)
    changed = changes.undo(session, number, portion(progress, records, _READ, _TAKEN_BACK))
    undone.after(session, {*concerned, *undone.receiving(session, number)})
    if progress is not None:
        progress(records, records)
    staff.check_administrator_left(session)
    return changed


def _original(session: Session, done: changes.SetRow) -> changes.SetRow:
    """What is taken back or done again in the end, however often it went to and fro."""
    while done.undo_of is not None:
        done = changes.load_sets(session, [done.undo_of])[0]
    return done


def _permission(done: changes.SetRow) -> Permission | None:
    """What it takes to do what this change set did."""
    if done.kind.startswith("staff."):
        return Permission.MANAGE_STAFF
    if done.kind == "setting.changed":
        return settings.DEFINITIONS[done.detail["setting"]].permission
    return None
