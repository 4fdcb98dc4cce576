"""`rmdesk plan …`: action plans, their trees, and how far they are."""

from __future__ import annotations

import argparse
from typing import Any

from rmdesk import action_plan_labels, goal_labels
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.services import amounts, plans
from rmdesk.services.plans import Difference, NodeRow, PlanRow, Result, Tally
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_GROUP = QT_TRANSLATE_NOOP("help", "action plans")


class PlanList(Command):
    name = ("plan", "list")
    group_help = _GROUP
    help = QT_TRANSLATE_NOOP("help", "the plans one may read, what asks for something first")

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault, vault.store.read() as session:
            found = plans.list_plans(session)
        lines = [
            "\t".join(
                (one.uid[:12], one.name, one.owner, f"{one.first} – {one.last}",
                 action_plan_labels.standing(one.standing), f"{one.tally.done}/{one.tally.items}")
            )
            for one in found
        ]  # fmt: skip
        data = {"plans": [_listed(one) for one in found]}
        return Answer(data, "\n".join(lines) or translate("cli", "There are no plans."))


class _OfOne(Command):
    group_help = _GROUP

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "plan",
            metavar="ID",
            help=QT_TRANSLATE_NOOP("help", "a plan's name, its id or the beginning of the id"),
        )


class PlanShow(_OfOne):
    name = ("plan", "show")
    help = QT_TRANSLATE_NOOP("help", "a plan with its sub-plans, as it is or as it was agreed")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--version",
            type=int,
            metavar="N",
            dest="number",
            help=QT_TRANSLATE_NOOP("help", "as version N was agreed, and what is otherwise now"),
        )

    def run(self, call: Call) -> Answer:
        number = call.arguments.number
        with call.signed_in() as vault, vault.store.read() as session:
            uid = plans.find_plan(session, call.arguments.plan).uid
            sheet = plans.load_plan(session, uid)
            kept = None if number is None else plans.load_version(session, uid, number)
            told = [] if number is None else plans.compare(session, uid, number)
        data: dict[str, Any] = {
            **_listed(sheet.row),
            "agreed_by": sheet.supervisor,
            "goal": sheet.goal,
            "theme": sheet.theme,
            "expected": sheet.expected,
            "minutes_a_day": sheet.minutes_a_day,
            "apart_days": sheet.apart_days,
            "comment": sheet.decision_note,
            "sub_plans": [_node(one) for one in sheet.nodes],
        }
        lines = [f"{sheet.row.name}\t{action_plan_labels.standing(sheet.row.standing)}"]
        nodes = [(one.depth, one.name, one.channels, one.times, one.per) for one in sheet.nodes]
        if kept is not None:
            data |= {"as_agreed": kept, "differences": [_difference(one) for one in told]}
            nodes = [
                (one["depth"], one["name"], one["channels"], one["times"], one["per"])
                for one in kept["nodes"]
            ]
        for depth, name, mix, times, per in nodes:
            said = (action_plan_labels.channels(mix), action_plan_labels.frequency(times, per))
            lines.append("\t".join(("  " * depth + name, *said)))
        lines += [action_plan_labels.difference(one) for one in told]
        return Answer(data, "\n".join(lines))


class PlanProgress(_OfOne):
    name = ("plan", "progress")
    help = QT_TRANSLATE_NOOP(
        "help", "contacts of a plan that are due, done and late, its cost, the line over time"
    )

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault, vault.store.read() as session:
            uid = plans.find_plan(session, call.arguments.plan).uid
            found = plans.load_progress(session, uid)
            results = plans.load_results(session, uid)
        data = {
            "id": found.plan_uid,
            "name": found.name,
            "today": found.today.isoformat(),
            "elapsed": round(found.elapsed, 4),
            **_counted(found.total),
            **_cost(found.total),
            "sub_plans": [
                {
                    "id": one.uid,
                    "depth": one.depth,
                    "name": one.name,
                    **_counted(one.whole),
                    **_cost(one.whole),
                }
                for one in found.nodes
            ],
            "results": [_result(one) for one in results],
            "line": [
                {"day": one.day.isoformat(), "planned": one.planned, "done": one.done} for one in found.burn
            ],
        }
        lines = [_said(found.name, found.total)]
        lines += [_said("  " * (one.depth + 1) + one.name, one.whole) for one in found.nodes]
        return Answer(data, "\n".join(lines))


def _said(name: str, tally: Tally) -> str:
    told = translate(
        "cli",
        "{done} of {items} done, {late} late",
        done=tally.done,
        items=tally.items,
        late=tally.late,
    )
    return f"{name}\t{told}"


def _listed(one: PlanRow) -> dict[str, Any]:
    return {
        "id": one.uid,
        "name": one.name,
        "manager": one.owner,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "standing": one.standing,
        "version": one.revision,
        "agreed_version": one.agreed_revision,
        **_counted(one.tally),
    }


def _counted(tally: Tally) -> dict[str, Any]:
    return {
        "behind": tally.is_behind,
        "contacts": tally.items,
        "due": tally.due,
        "done": tally.done,
        "late": tally.late,
        "skipped": tally.skipped,
        "not_made": tally.dropped,
    }


def _cost(tally: Tally) -> dict[str, str]:
    return {"cost_planned": amounts.yuan(tally.cost_planned), "cost_spent": amounts.yuan(tally.cost_spent)}


def _result(one: Result) -> dict[str, Any]:
    def told(value: int | None) -> str | int | None:
        return value if value is None or not one.target.is_money else amounts.yuan(value)

    return {
        "measure": one.target.measure,
        "title": goal_labels.measure(one.target),
        "unit": "yuan" if one.target.is_money else "count",
        "part": told(one.part),
        "actual": told(one.actual),
    }


def _node(one: NodeRow) -> dict[str, Any]:
    return {
        "id": one.uid,
        "depth": one.depth,
        "name": one.name,
        "segment": one.segment,
        "purpose": one.purpose,
        "channels": None if one.channels is None else dict(one.channels),
        "times": one.times,
        "per": one.per,
        "minutes": one.minutes,
        "first": one.span[0].isoformat(),
        "last": one.span[1].isoformat(),
        "expected": one.expected,
        "materials": one.materials,
        "people": one.people,
        "cost": None if one.cost_fen is None else amounts.yuan(one.cost_fen),
        **_counted(one.own),
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "sub_plan": one.node,
        "change": one.change,
        "field": one.field,
        "before": one.before,
        "after": one.after,
    }
