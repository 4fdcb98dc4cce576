"""What the reports of activities share: what it is, its sheet, run and cost, its figures."""

from __future__ import annotations

from collections.abc import Sequence

from rmdesk import activity_labels, choices, labels
from rmdesk.services.activities import (
    ActivitySheet,
    CostRow,
    NeedRow,
    Outcome,
    PointRow,
    QuestionRow,
    Turnout,
)
from rmdesk.services.reports import blocks, told
from rmdesk.words import translate


def about(sheet: ActivitySheet) -> blocks.Facts:
    row = sheet.row
    facts = [
        (labels.field("activity", "kind"), choices.word("activity", "kind", row.kind)),
        (translate("activity reports", "When"), activity_labels.when(row)),
        (labels.field("activity", "place"), row.place or ""),
        (labels.field("activity", "owner_id"), row.owner),
        (labels.field("activity", "host"), sheet.host or ""),
        (labels.field("activity", "capacity"), "" if row.capacity is None else f"{row.capacity:,}"),
        (translate("activity reports", "State"), activity_labels.standing(row.standing)),
        (labels.field("activity", "goal_id"), sheet.goal or ""),
        (labels.field("activity", "plan_id"), sheet.plan or ""),
        (labels.field("activity", "supervisor_id"), sheet.decided_by or sheet.supervisor or ""),
    ]
    listed = [blocks.Fact(label, value) for label, value in facts if value]
    for label, value in (
        (labels.field("activity", "theme"), row.theme),
        (labels.field("activity", "expected"), sheet.expected),
    ):
        if value:
            listed.append(blocks.Fact(label, value, wide=True))
    return blocks.Facts(listed)


def needs(found: Sequence[NeedRow]) -> list[blocks.Block]:
    return [
        blocks.Heading(translate("activity reports", "Materials, equipment, people")),
        blocks.Table(
            [
                blocks.Column("", 0.4),
                blocks.Column(labels.field("activity_need", "kind"), 1.4),
                blocks.Column(labels.field("activity_need", "what"), 3.6),
                blocks.Column(labels.field("activity_need", "number"), 0.8, right=True),
                blocks.Column(labels.field("activity_need", "staff_id"), 1.5),
                blocks.Column(labels.field("activity_need", "due_on"), 1.3),
                blocks.Column(labels.field("activity_need", "done_on"), 1.3),
            ],
            [
                [
                    blocks.Tick(one.done_on is not None),
                    choices.word("activity_need", "kind", one.kind),
                    one.what,
                    "" if one.number is None else f"{one.number:,}",
                    one.staff or "",
                    told.day(one.due_on),
                    told.day(one.done_on),
                ]
                for one in found
            ],
            translate("activity reports", "Nothing is needed."),
        ),
    ]


def run(found: Sequence[PointRow], *, of_one_day: bool) -> list[blocks.Block]:
    return [
        blocks.Heading(translate("activity reports", "Run")),
        blocks.Table(
            [
                blocks.Column(labels.field("activity_point", "at_minute"), 1.4),
                blocks.Column(labels.field("activity_point", "what"), 5),
                blocks.Column(labels.field("activity_point", "who"), 2),
            ],
            [
                [
                    told.minute(one.at_minute) if of_one_day else told.dated(one.held_on, one.at_minute),
                    one.what,
                    one.who or "",
                ]
                for one in found
            ],
            translate("activity reports", "No run was written."),
        ),
    ]


def costs(found: Sequence[CostRow], turnout: Turnout) -> list[blocks.Block]:
    if not found:
        return []
    rows: list[blocks.Row] = [
        [one.what, told.whole_amount(one.estimate_fen), told.whole_amount(one.spent_fen)] for one in found
    ]
    together = [told.whole_amount(turnout.cost_planned), told.whole_amount(turnout.cost_spent)]
    rows.append(blocks.Total([translate("activity reports", "Together"), *together]))
    return [
        blocks.Heading(translate("activity reports", "Cost (yuan)")),
        blocks.Table(
            [
                blocks.Column(labels.field("activity_cost", "what"), 5),
                blocks.Column(labels.field("activity_cost", "estimate_fen"), 1.6, right=True),
                blocks.Column(labels.field("activity_cost", "spent_fen"), 1.6, right=True),
            ],
            rows,
            "",
        ),
    ]


def questions(found: Sequence[QuestionRow]) -> list[blocks.Block]:
    if not found:
        return []
    return [
        blocks.Heading(translate("activity reports", "Asked on site")),
        blocks.Table(
            [
                blocks.Column(labels.field("activity_question", "customer_id"), 1.3),
                blocks.Column(labels.field("activity_question", "question"), 4),
                blocks.Column(labels.field("activity_question", "answer"), 4),
                blocks.Column(translate("activity reports", "Promised by"), 1.4),
                blocks.Column(translate("activity reports", "State"), 1.2),
            ],
            [
                [
                    one.customer or "",
                    one.question,
                    one.answer or "",
                    told.day(one.promised_on),
                    told.word("commitment", "state", one.promise),
                ]
                for one in found
            ],
            "",
        ),
    ]


def figures(one: Turnout) -> blocks.Figures:
    share = "" if one.share is None else f"{one.share:.0%}"
    found = [
        (translate("activity reports", "Invited"), f"{one.asked:,}", f"{one.invited:,}"),
        (translate("activity reports", "Accepted"), f"{one.yes:,}", ""),
        (translate("activity reports", "Customers who came"), f"{one.came:,}", share),
        (translate("activity reports", "Uninvited"), f"{one.walk_ins:,}", ""),
        (translate("activity reports", "People in all"), f"{one.heads:,}", ""),
        (
            translate("activity reports", "Cost"),
            told.whole_amount(one.cost_spent),
            translate(
                "activity reports", "of {planned} estimated", planned=told.whole_amount(one.cost_planned)
            ),
        ),
    ]
    if one.invited != one.asked:
        found[0] = (*found[0][:2], translate("activity reports", "of {count} listed", count=one.invited))
    else:
        found[0] = (*found[0][:2], "")
    return blocks.Figures([blocks.Figure(*each) for each in found])


def outcomes(found: Sequence[Outcome]) -> list[blocks.Block]:
    """What came of it, as the archive tells."""
    if not found:
        return []
    rows = [
        [
            span(one),
            f"{one.customers:,}",
            amount(one.inflow_fen),
            translate("activity reports", "{known} of {customers}", known=one.known, customers=one.customers),
            f"{one.needs:,}",
            amount(one.needs_fen),
            f"{one.products:,}",
            amount(one.products_fen),
        ]
        for one in found
    ]
    return [
        blocks.Heading(translate("activity reports", "What followed (yuan)")),
        blocks.Table(
            [
                blocks.Column(translate("activity reports", "Within"), 1.8),
                blocks.Column(translate("activity reports", "Customers who came"), 1.2, right=True),
                blocks.Column(translate("activity reports", "Change of assets"), 1.7, right=True),
                blocks.Column(translate("activity reports", "known of"), 1.2, right=True),
                blocks.Column(translate("activity reports", "Needs noted"), 1, right=True),
                blocks.Column(translate("activity reports", "Amount"), 1.6, right=True),
                blocks.Column(translate("activity reports", "Products begun"), 1, right=True),
                blocks.Column(translate("activity reports", "Amount"), 1.6, right=True),
            ],
            rows,
            "",
        ),
        blocks.quiet(
            translate(
                "activity reports",
                "Counted from the archive: assets by the last figure before the activity and the last one "
                "within the span; needs as contacts note them.",
            )
        ),
    ]


def span(one: Outcome) -> str:
    """30 days, or how far they are."""
    if one.is_over:
        return translate("activity reports", "{days} days", days=one.days)
    return translate("activity reports", "{days} days (until {until} so far)", days=one.days, until=one.until)


def amount(fen: int | None) -> str:
    """Nothing is told of what is not known, or of too few."""
    return "–" if fen is None else told.whole_amount(fen)
