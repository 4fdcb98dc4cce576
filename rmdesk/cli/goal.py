"""`rmdesk goal …`: goals of the branch against what was reached."""

from __future__ import annotations

import argparse
from typing import Any

from rmdesk import goal_labels
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.services import amounts, goals
from rmdesk.services.goals import Target
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class GoalShow(Command):
    name = ("goal", "show")
    group_help = QT_TRANSLATE_NOOP("help", "goals of the branch")
    help = QT_TRANSLATE_NOOP("help", "a period's targets, what was reached, and each manager's part")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--period",
            required=True,
            metavar="P",
            help=QT_TRANSLATE_NOOP("help", "2026, 2026-Q3 or 2026-09, or the name of a campaign"),
        )

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault, vault.store.read() as session:
            goal = goals.find_goal(session, call.arguments.period)
            sheet = goals.load_goal(session, goal.uid)
        targets = [_described(one) for one in sheet.targets]
        data = {
            "period": goal.name,
            "kind": goal.kind,
            "first": goal.first.isoformat(),
            "last": goal.last.isoformat(),
            "elapsed": round(sheet.elapsed, 4),
            "targets": targets,
        }
        lines = [goal_labels.period(goal)]
        for one in sheet.targets:
            told = [goal_labels.measure(one)]
            for value in (one.target, one.actual, one.expected, one.rest):
                told.append("–" if value is None else goal_labels.number(value, is_money=one.is_money))
            lines.append("\t".join(told))
        if not sheet.targets:
            lines.append(translate("cli", "There are no targets yet."))
        return Answer(data, "\n".join(lines))


def _described(one: Target) -> dict[str, Any]:
    def told(value: int | None) -> str | int | None:
        return value if value is None or not one.is_money else amounts.yuan(value)

    return {
        "measure": one.measure,
        "title": goal_labels.measure(one),
        "tier": one.tier,
        "product": one.product,
        "unit": "yuan" if one.is_money else "count",
        "target": told(one.target),
        "actual": told(one.actual),
        "expected": told(one.expected),
        "behind": one.is_behind,
        "rest": told(one.rest),
        "months": told(one.months),
        "managers": [
            {
                "name": share.name,
                "part": told(share.amount),
                "actual": told(share.actual),
                "gone": share.is_gone,
            }
            for share in one.shares
            if share.staff_uid
        ],
    }
