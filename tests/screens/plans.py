"""Scenes of the pane of plans: an action plan written and its contacts made, goals, segments."""

from __future__ import annotations

from datetime import date, timedelta

from rmdesk.services import plans
from rmdesk.ui.panes.plans.action_part import ActionPart
from rmdesk.ui.panes.plans.goals_part import GoalsPart
from rmdesk.ui.panes.plans.pane import PlansPane
from rmdesk.ui.panes.plans.segments_part import SegmentsPart
from rmdesk.ui.window import MainWindow
from tests.screens.stage import Stage


def everything(stage: Stage, window: MainWindow) -> None:
    pane = window.show_pane("plans")
    if not isinstance(pane, PlansPane):
        raise RuntimeError("there is no pane of plans")
    _plans(stage, window, pane)
    _goals(stage, window, pane)
    _segments(stage, window, pane)


def _plans(stage: Stage, window: MainWindow, pane: PlansPane) -> None:
    part = pane.show_part("plans")
    jobs = window.context.jobs
    if not isinstance(part, ActionPart):
        raise RuntimeError("there are no action plans")
    stage.settle(jobs)
    stage.look()
    stage.keep("plans-none", window, jobs)
    if not part.may_write:
        return
    stage.keep_and_close("plans-new", part.add(), jobs)
    today = date.today()
    with window.context.store.write() as session:
        days = {"first_on": today, "last_on": today + timedelta(days=27)}
        plan = plans.add_plan(session, {"name": "旺季维护", "theme": "年终配置"} | days)
        above = plans.add_node(session, plan.uid, {"name": "重点客户", "cost_fen": 500_00})
        mix = {"call": 70, "visit": 30}
        given = {"name": "电话回访", "times": 1, "channels": mix, "purpose": "年终配置建议"}
        plans.add_node(session, plan.uid, given, parent_uid=above.uid)
        plans.add_node(session, plan.uid, {"name": "普通客户", "times": 1, "channels": {"wechat": 100}})
        uid = plan.uid
    part.go_to(uid)
    part.show_view("node")  # in the second language it stands where the first one ended
    stage.settle(jobs)
    stage.look()
    stage.keep("plans", window, jobs)
    making = part.generate()
    if making is not None:
        stage.settle(jobs)
        stage.look()
        stage.keep("plans-making", making, jobs)
        making.submit()
        stage.settle(jobs)
    for view in ("items", "progress", "versions", "evaluation"):
        part.show_view(view)
        stage.settle(jobs)
        stage.look()
        stage.keep(f"plans-{view}", window, jobs)


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
