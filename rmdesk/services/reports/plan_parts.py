"""What the reports of plans share, and the window: charts, figures, the tree as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rmdesk import action_plan_labels, goal_labels
from rmdesk.services.plans import NodeRow, PlanSheet, Progress, Proposal, Result, Tally
from rmdesk.services.reports import blocks, charts, told
from rmdesk.words import translate

_POINTS = 14  # of a line over time: more labels would not be read
_BARS = 31


def burn_chart(progress: Progress) -> charts.Chart:
    """Contacts that the plan had on days until then, and those that were done."""
    burn = progress.burn
    step = max(1, -(-len(burn) // _POINTS))
    # The last day belongs there, and so does the present one.
    shown = [
        one for place, one in enumerate(reversed(burn)) if place % step == 0 or one.day == progress.today
    ]
    shown.reverse()
    return charts.Chart(
        charts.Shape.LINES,
        tuple(f"{one.day.month}/{one.day.day}" for one in shown),
        (
            charts.Series(translate("plan reports", "Planned"), tuple(float(one.planned) for one in shown)),
            charts.Series(
                translate("plan reports", "Done"),
                tuple(None if one.done is None else float(one.done) for one in shown),
            ),
        ),
        unit=translate("plan reports", "contacts"),
        empty=translate("plan reports", "There are no contacts yet."),
        height=34,  # so that what belongs together stays on one page
    )


def load_chart(proposal: Proposal, minutes_a_day: int) -> charts.Chart:
    """Hours that are planned on each working day, or in weeks where there are many days."""
    days = proposal.by_day
    if len(days) > _BARS:
        weeks: dict[tuple[int, int], tuple[str, int]] = {}
        for day, _count, minutes in days:
            key = day.isocalendar()[:2]
            label, sum_ = weeks.get(key, (f"{day.month}/{day.day}", 0))
            weeks[key] = label, sum_ + minutes
        bars = list(weeks.values())
    else:
        bars = [(f"{day.day}", minutes) for day, _count, minutes in days]
    return charts.Chart(
        charts.Shape.BARS,
        tuple(label for label, _minutes in bars),
        (charts.Series("", tuple(round(minutes / 60, 1) for _label, minutes in bars)),),
        unit=translate("plan reports", "hours; {most} a day", most=charts.figure(minutes_a_day / 60)),
        height=36,
    )


def about(sheet: PlanSheet) -> blocks.Facts:
    """Whose plan it is, for when, and under which goal."""
    row = sheet.row
    facts = [
        (translate("plan reports", "Manager"), row.owner),
        (translate("plan reports", "Period"), f"{told.day(row.first)} – {told.day(row.last)}"),
        (translate("plan reports", "State"), action_plan_labels.standing(row.standing)),
        (translate("plan reports", "Goal"), goal_labels.named(sheet.goal or "")),
        (translate("plan reports", "To be agreed by"), sheet.supervisor or ""),
        (translate("plan reports", "Version"), f"{row.revision}"),
        (translate("plan reports", "Minutes a day"), f"{sheet.minutes_a_day}"),
    ]
    listed = [blocks.Fact(label, value) for label, value in facts if value]
    for label, value in (
        (translate("plan reports", "Theme"), sheet.theme),
        (translate("plan reports", "Expected result"), sheet.expected),
    ):
        if value:
            listed.append(blocks.Fact(label, value, wide=True))
    return blocks.Facts(listed)


def figures(tally: Tally) -> blocks.Figures:
    found = [
        (translate("plan reports", "Contacts"), f"{tally.items:,}", ""),
        (translate("plan reports", "Due by now"), f"{tally.due:,}", ""),
        (translate("plan reports", "Done"), f"{tally.done:,}", f"{tally.share:.0%}"),
        (translate("plan reports", "Late"), f"{tally.late:,}", ""),
        (
            translate("plan reports", "Cost"),
            told.whole_amount(tally.cost_spent),
            translate(
                "plan reports", "of {planned} estimated", planned=told.whole_amount(tally.cost_planned)
            ),
        ),
    ]
    if tally.dropped:
        found[3] = (translate("plan reports", "Not made"), f"{tally.dropped:,}", "")
    return blocks.Figures([blocks.Figure(*one) for one in found])


def indented(node: NodeRow) -> str:
    return "　" * node.depth + node.name


def progress_table(nodes: Sequence[NodeRow], total: Tally) -> blocks.Table:
    columns = [
        blocks.Column(translate("plan reports", "Sub-plan"), 3),
        blocks.Column(translate("plan reports", "Contacts"), 1, right=True),
        blocks.Column(translate("plan reports", "Due"), 1, right=True),
        blocks.Column(translate("plan reports", "Done"), 1, right=True),
        blocks.Column(translate("plan reports", "Late"), 1, right=True),
        blocks.Column(translate("plan reports", "Skipped"), 1, right=True),
        blocks.Column(translate("plan reports", "Estimated cost"), 1.4, right=True),
        blocks.Column(translate("plan reports", "Spent"), 1.4, right=True),
    ]

    def rows() -> Iterator[blocks.Row]:
        for one in nodes:
            yield [indented(one), *_cells(one.whole)]
        yield blocks.Total([translate("plan reports", "Together"), *_cells(total)])

    return blocks.Table(columns, rows(), translate("plan reports", "There are no sub-plans."))


def _cells(one: Tally) -> list[str]:
    numbers = [f"{number:,}" for number in (one.items, one.due, one.done, one.late, one.skipped)]
    return [*numbers, told.whole_amount(one.cost_planned), told.whole_amount(one.cost_spent)]


def results(found: Sequence[Result]) -> list[blocks.Block]:
    """The manager's parts of the goal's targets, under their heading; nothing without them."""
    if not found:
        return []

    def number(one: Result, value: int | None) -> str:
        return "" if value is None else goal_labels.number(value, is_money=one.target.is_money)

    return [
        blocks.Heading(translate("plan reports", "Result by the goal")),
        blocks.Table(
            [
                blocks.Column(translate("plan reports", "Target"), 3),
                blocks.Column(translate("plan reports", "Part"), 1.4, right=True),
                blocks.Column(translate("plan reports", "Reached"), 1.4, right=True),
                blocks.Column(translate("plan reports", "Share"), 1, right=True),
            ],
            [
                [
                    goal_labels.measure(one.target),
                    number(one, one.part),
                    number(one, one.actual),
                    f"{one.actual / one.part:.0%}" if one.part and one.actual is not None else "",
                ]
                for one in found
            ],
            "",
        ),
    ]


def chart(progress: Progress) -> list[blocks.Block]:
    """The line of what is done over time, under its heading."""
    drawn = burn_chart(progress)
    return [blocks.Heading(translate("plan reports", "Contacts over time"), over=drawn.height), drawn]
