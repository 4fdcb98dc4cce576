"""A manager's action plan: what it is for, its sub-plans, its contacts by day if they are wished for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rmdesk import action_plan_labels
from rmdesk.services import plans
from rmdesk.services.plans import ItemRow, NodeRow, PlanSheet
from rmdesk.services.reports import blocks, plan_parts, told
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate


@dataclass(frozen=True, slots=True)
class ActionPlan:
    sheet: PlanSheet
    contacts: tuple[ItemRow, ...] | None

    def __len__(self) -> int:
        return len(self.contacts or ())


def title() -> str:
    return translate("plan reports", "Action plan")


def gather(session: Session, *, plan: str, with_contacts: bool) -> ActionPlan:
    """Raises NotAllowed, UserError `row.gone`. Names are masked as in lists."""
    sheet = plans.load_plan(session, plan)
    listed = None
    if with_contacts:
        ids = plans.find_items(session, plan)
        found = {one.id: one for one in plans.load_items(session, ids)}
        listed = tuple(found[one] for one in ids if one in found)
    return ActionPlan(sheet, listed)


def story(data: ActionPlan) -> Iterable[blocks.Block]:
    sheet = data.sheet
    yield blocks.Title(title(), sheet.row.name)
    yield plan_parts.about(sheet)
    if sheet.carried is not None and sheet.carried.next_steps:
        yield blocks.Heading(translate("plan reports", "From “{plan}”", plan=sheet.carried.name))
        yield blocks.Text(sheet.carried.next_steps)
    yield blocks.Heading(translate("plan reports", "Sub-plans"))
    yield _table(sheet.nodes)
    if data.contacts is not None:
        yield blocks.Heading(translate("plan reports", "Contacts"))
        yield _contacts(data.contacts)
    signed = [translate("plan reports", "Manager"), translate("plan reports", "Agreed by")]
    yield blocks.Signatures(signed)


def _table(nodes: Iterable[NodeRow]) -> blocks.Table:
    columns = [
        blocks.Column(translate("plan reports", "Sub-plan"), 2.2),
        blocks.Column(translate("plan reports", "Segment"), 1.6),
        blocks.Column(translate("plan reports", "Ways of contact"), 1.6),
        blocks.Column(translate("plan reports", "How often"), 1.2),
        blocks.Column(translate("plan reports", "Days"), 1.6),
        blocks.Column(translate("plan reports", "Contacts"), 0.9, right=True),
        blocks.Column(translate("plan reports", "Cost"), 1, right=True),
    ]

    def rows() -> Iterator[blocks.Row]:
        for one in nodes:
            cells = [
                plan_parts.indented(one),
                one.segment or "",
                action_plan_labels.channels(one.channels),
                action_plan_labels.frequency(one.times, one.per),
                f"{told.day(one.span[0])} – {told.day(one.span[1])}",
                f"{one.whole.items:,}" if one.whole.items else "",
                told.whole_amount(one.cost_fen),
            ]
            note = told.joined(
                [
                    _said(translate("plan reports", "Theme"), one.purpose),
                    _said(translate("plan reports", "Expected result"), one.expected),
                    _said(translate("plan reports", "Materials"), one.materials),
                    _said(translate("plan reports", "Staff"), one.people),
                ]
            )
            yield blocks.Noted(cells, note) if note else cells

    return blocks.Table(columns, rows(), translate("plan reports", "There are no sub-plans."))


def _said(label: str, value: str | None) -> str:
    return translate("plan reports", "{label}: {value}", label=label, value=value) if value else ""


def _contacts(listed: Iterable[ItemRow]) -> blocks.Table:
    columns = [
        blocks.Column(translate("plan reports", "Customer"), 2),
        blocks.Column(translate("plan reports", "Sub-plan"), 2),
        blocks.Column(translate("plan reports", "Way"), 1),
        blocks.Column(translate("plan reports", "State"), 1),
    ]

    def rows() -> Iterator[blocks.Row]:
        day = None
        for one in listed:
            if one.day != day:
                day = one.day
                yield blocks.Section(told.day(day))
            state = told.word("plan_item", "state", one.state)
            yield [one.customer, one.node, action_plan_labels.channel(one.channel), state]

    return blocks.Table(columns, rows(), translate("plan reports", "There are no contacts yet."))


REPORT = Report(
    title,
    gather,
    story,
    (Parameter("plan", Type.PLAN), Parameter("with_contacts", Type.FLAG, "no")),
    permission=Permission.READ_WORK,
    wide=lambda _data: True,
)
