"""Scenes of the pane of plans: segments built, counted, fixed."""

from __future__ import annotations

from rmdesk.ui.panes.plans.goals_part import GoalsPart
from rmdesk.ui.panes.plans.pane import PlansPane
from rmdesk.ui.panes.plans.segments_part import SegmentsPart
from rmdesk.ui.window import MainWindow
from tests.screens.stage import Stage


def everything(stage: Stage, window: MainWindow) -> None:
    pane = window.show_pane("plans")
    if not isinstance(pane, PlansPane):
        raise RuntimeError("there is no pane of plans")
    _goals(stage, window, pane)
    _segments(stage, window, pane)


def _goals(stage: Stage, window: MainWindow, pane: PlansPane) -> None:
    part = pane.show_part("goals")
    jobs = window.context.jobs
    if not isinstance(part, GoalsPart):
        raise RuntimeError("there are no goals")
    stage.settle(jobs)
    stage.look()
    stage.keep("goals", window, jobs)
    if not part.may_edit:
        return
    part.table.go_to(part.model.id_at(3))
    stage.look()
    first = next((one for one in part.shares.rows if one.part.isEnabled()), None)
    if first is not None:
        first.part.setText("1")
        first.part.textEdited.emit("1")
        stage.keep("goals-splitting", window, jobs)
        part.typed().clear()
        part.retype({})
    stage.keep_and_close("goals-new", part.add(), jobs)
    dialog = part.add_target()
    if dialog is not None:
        stage.keep_and_close("goals-target", dialog, jobs)


def _segments(stage: Stage, window: MainWindow, pane: PlansPane) -> None:
    part = pane.show_part("segments")
    jobs = window.context.jobs
    if not isinstance(part, SegmentsPart):
        raise RuntimeError("there are no segments")
    stage.settle(jobs)
    stage.look()
    stage.keep("segments", window, jobs)
    builder = part.form.builder
    for place in ((1,), (2,), (0,)):
        builder.tree.go_to(place)
        stage.look()
        stage.keep(f"segments-part-{place[0]}", window, jobs)
    builder.tree.add_group()
    builder.tree.add_condition("holding")
    stage.look()
    stage.keep("segments-building", window, jobs)
    part.inspector.show_view("history")
    stage.keep("segments-history", window, jobs)
    part.inspector.show_view("fixed")
    stage.keep("segments-fixed", window, jobs)
    part.discard()
    part.inspector.show_view("members")
    part.add()
    stage.look()
    stage.keep("segments-new", window, jobs)
    part.list.table.go_to(part.list.model.id_at(0))
    stage.settle(jobs)
