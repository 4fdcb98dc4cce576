"""Undo and doing again, over the change sets of this session."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from rmdesk.services import accounts, settings
from rmdesk.services.errors import UserError
from rmdesk.ui.context import Context
from rmdesk.ui.undo import UndoBar, UndoStack
from rmdesk.ui.workers import Progress
from tests.support.frames import set_setting, settle

WAIT = 3_000  # ms: a limit, not a measure


@pytest.fixture
def stack(context: Context) -> UndoStack:
    return UndoStack(context)


def get(context: Context, name: str) -> Any:
    with context.store.read() as session:
        return settings.get(session, name)


def change(qtbot: QtBot, context: Context, stack: UndoStack, name: str, value: object) -> None:
    """Change a setting and wait until the stack heard of it."""
    with qtbot.waitSignal(stack.offered):
        set_setting(context, name, value)


def step(qtbot: QtBot, context: Context, stack: UndoStack, *, back: bool) -> None:
    stack.undo() if back else stack.redo()
    settle(qtbot, context)


def test_back_and_forth(qtbot: QtBot, context: Context, stack: UndoStack) -> None:
    assert not stack.can_undo
    change(qtbot, context, stack, "branch.name", "一")
    change(qtbot, context, stack, "branch.name", "二")
    step(qtbot, context, stack, back=True)
    assert get(context, "branch.name") == "一"
    step(qtbot, context, stack, back=True)
    assert get(context, "branch.name") == "滨江支行"
    assert not stack.can_undo
    step(qtbot, context, stack, back=False)
    step(qtbot, context, stack, back=False)
    assert get(context, "branch.name") == "二"
    assert not stack.can_redo
    step(qtbot, context, stack, back=True)
    assert get(context, "branch.name") == "一"


def test_what_is_still_being_saved_is_the_newest_change(
    qtbot: QtBot, context: Context, stack: UndoStack
) -> None:
    change(qtbot, context, stack, "branch.name", "一")
    change(qtbot, context, stack, "branch.name", "二")
    pressed = threading.Event()

    def save(session: Session, _progress: Progress) -> None:
        assert pressed.wait(10)
        settings.set(
            session, "lock.idle_seconds", 600, version=settings.load(session)["lock.idle_seconds"].version
        )

    context.jobs.write("Saving", save)
    stack.undo()
    stack.undo()  # pressed twice before anything is over
    pressed.set()
    settle(qtbot, context)
    assert (get(context, "lock.idle_seconds"), get(context, "branch.name")) == (300, "一")
    stack.redo()
    stack.redo()
    settle(qtbot, context)
    assert (get(context, "lock.idle_seconds"), get(context, "branch.name")) == (600, "二")


def test_long_work_is_not_waited_for(qtbot: QtBot, context: Context, stack: UndoStack) -> None:
    change(qtbot, context, stack, "branch.name", "一")
    told, pressed = threading.Event(), threading.Event()

    def import_much(session: Session, progress: Progress) -> None:
        progress(1, 2)
        told.set()
        assert pressed.wait(10)
        settings.set(
            session, "lock.idle_seconds", 600, version=settings.load(session)["lock.idle_seconds"].version
        )

    job = context.jobs.write("Importing", import_much)
    with qtbot.waitSignal(job.progressed):
        assert told.wait(10)
    stack.undo()
    pressed.set()
    settle(qtbot, context)
    assert (get(context, "lock.idle_seconds"), get(context, "branch.name")) == (600, "滨江支行")


def test_a_new_change_ends_doing_again(qtbot: QtBot, context: Context, stack: UndoStack) -> None:
    change(qtbot, context, stack, "branch.name", "一")
    step(qtbot, context, stack, back=True)
    assert stack.can_redo
    change(qtbot, context, stack, "branch.name", "三")
    assert not stack.can_redo


def test_a_refusal_is_told_and_passed_over(qtbot: QtBot, context: Context, stack: UndoStack) -> None:
    change(qtbot, context, stack, "branch.name", "一")
    change(qtbot, context, stack, "lock.idle_seconds", 600)
    # Somebody else's change of the same row: not this person's to take back.
    actor, context.store.actor = context.store.actor, None
    with qtbot.waitSignal(context.bus.committed):
        _rename_as_nobody(context, "他人")
    context.store.actor = actor
    step(qtbot, context, stack, back=True)
    assert get(context, "lock.idle_seconds") == 300
    with qtbot.waitSignal(context.jobs.refused) as blocker:
        stack.undo()
    error = blocker.args[0]
    assert isinstance(error, UserError)
    assert error.code == "changes.undo_refused"
    settle(qtbot, context)
    assert get(context, "branch.name") == "他人"
    assert not stack.can_undo


def _rename_as_nobody(context: Context, name: str) -> None:
    from sqlalchemy import select

    from rmdesk.models import Setting
    from rmdesk.services import changes

    with context.store.write() as session:
        row = session.scalars(select(Setting).where(Setting.name == "branch.name")).one()
        row.value = f'"{name}"'
        session.flush()
        changes.describe(session, "setting.changed", subject=row, setting="branch.name")


def test_the_walk_goes_on_after_a_lock_and_not_after_leaving(
    qtbot: QtBot, context: Context, stack: UndoStack
) -> None:
    def again(*, locked: bool) -> UndoStack:
        accounts.sign_out(context.vault, locked=locked)
        accounts.sign_in(context.vault)
        found = UndoStack(context)
        with qtbot.waitSignal(found.changed, timeout=WAIT, raising=locked):
            found.take_up()
        return found

    for name in ("一", "二", "三"):
        change(qtbot, context, stack, "branch.name", name)
    step(qtbot, context, stack, back=True)
    after = again(locked=True)
    assert (after.can_undo, after.can_redo) == (True, True)
    step(qtbot, context, after, back=False)
    assert get(context, "branch.name") == "三"
    after = again(locked=True)
    for name in ("二", "一", "滨江支行"):
        step(qtbot, context, after, back=True)
        assert get(context, "branch.name") == name
    assert not after.can_undo
    change(qtbot, context, after, "branch.name", "四")
    assert not again(locked=False).can_undo


def test_what_cannot_be_taken_back_is_not_offered(qtbot: QtBot, context: Context, stack: UndoStack) -> None:
    from rmdesk.services import changes

    with qtbot.waitSignal(context.bus.committed), context.store.write() as session:
        changes.note(session, "data.printed", report="staff_list")
    assert not stack.can_undo


class TestStrip:
    def test_it_offers_and_goes_by_itself(self, qtbot: QtBot) -> None:
        bar = UndoBar(seconds=0.2)
        qtbot.addWidget(bar)
        bar.offer("Roles set")
        assert not bar.isHidden()
        assert bar.sentence.text() == "Roles set"
        assert bar.height() == 28
        qtbot.waitUntil(bar.isHidden)

    def test_its_button_asks_for_undo_and_takes_it_away(self, qtbot: QtBot) -> None:
        bar = UndoBar()
        qtbot.addWidget(bar)
        bar.offer("Roles set")
        with qtbot.waitSignal(bar.undo_chosen):
            bar.button.click()
        assert bar.isHidden()

    def test_it_follows_the_stack(self, qtbot: QtBot, context: Context, stack: UndoStack) -> None:
        bar = UndoBar()
        qtbot.addWidget(bar)
        stack.offered.connect(bar.offer)
        stack.withdrawn.connect(bar.withdraw)
        change(qtbot, context, stack, "branch.name", "一")
        assert not bar.isHidden()
        assert bar.sentence.text() == "Setting changed"
        stack.undo()
        assert bar.isHidden()
        settle(qtbot, context)
