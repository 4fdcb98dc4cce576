"""The goals of a period: targets against what was reached, and each manager's part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from rmdesk import goal_labels
from rmdesk.services import goals
from rmdesk.services.goals import GoalSheet, Target
from rmdesk.services.reports import blocks, told
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate


def title() -> str:
    return translate("goal sheet", "Goal sheet")


def gather(session: Session, *, goal: str) -> GoalSheet:
    """Raises NotAllowed, UserError `row.gone`; a manager gets the own part only."""
    return goals.load_goal(session, goal)


def story(data: GoalSheet) -> Iterable[blocks.Block]:
    goal = data.goal
    yield blocks.Title(title(), goal_labels.period(goal))
    elapsed = translate("goal sheet", "{share} of the time is over", share=f"{data.elapsed:.0%}")
    yield blocks.quiet(told.joined([f"{told.day(goal.first)} – {told.day(goal.last)}", elapsed]))
    yield blocks.Heading(translate("goal sheet", "Targets"))
    yield blocks.Table(
        [
            blocks.Column(translate("goal sheet", "What is counted"), 2.0),
            blocks.Column(translate("goal sheet", "Target"), 1.5, right=True),
            blocks.Column(translate("goal sheet", "Reached"), 1.8, right=True),
            blocks.Column(translate("goal sheet", "Share"), 0.7, right=True),
            blocks.Column(translate("goal sheet", "Due by now"), 1.6, right=True),
            blocks.Column(translate("goal sheet", "Not split"), 1.4, right=True),
        ],
        [
            [
                goal_labels.measure(one),
                _number(one, one.target),
                _number(one, one.actual),
                _share(one.actual, one.target),
                _number(one, one.expected),
                _number(one, one.rest) if one.rest else "",
            ]
            for one in data.targets
        ],
        translate("goal sheet", "There are no targets yet."),
    )
    if any(share.amount is not None for one in data.targets for share in one.shares):
        yield blocks.Heading(translate("goal sheet", "Parts of the managers"))
        yield blocks.Table(
            [
                blocks.Column(translate("goal sheet", "Manager"), 2.6),
                blocks.Column(translate("goal sheet", "Part"), 1.4, right=True),
                blocks.Column(translate("goal sheet", "Reached"), 1.4, right=True),
                blocks.Column(translate("goal sheet", "Share"), 0.8, right=True),
            ],
            _parts(data),
            "",
        )


def _parts(data: GoalSheet) -> Iterator[blocks.Row]:
    for one in data.targets:
        parts = [share for share in one.shares if share.amount is not None]
        if parts:
            yield blocks.Section(goal_labels.measure(one))
        for share in parts:
            name = share.name or translate("goal sheet", "the others")
            yield [
                name,
                _number(one, share.amount),
                _number(one, share.actual),
                _share(share.actual, share.amount or 0),
            ]


def _number(one: Target, value: int | None) -> str:
    return "" if value is None else goal_labels.number(value, is_money=one.is_money)


def _share(actual: int | None, target: int) -> str:
    return f"{actual / target:.0%}" if actual is not None and target else ""


REPORT = Report(
    title, gather, story, (Parameter("goal", Type.GOAL),), permission=Permission.READ_WORK, traced=False
)
