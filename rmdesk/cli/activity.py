"""`rmdesk activity …`: activities, their sheets, lists and what came of them."""

from __future__ import annotations

import argparse
from typing import Any

from rmdesk import activity_labels, choices
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.services import activities, amounts
from rmdesk.services.activities import ActivityRow, GuestRow, Outcome, Turnout
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_GROUP = QT_TRANSLATE_NOOP("help", "activities")


class ActivityList(Command):
    name = ("activity", "list")
    group_help = _GROUP
    help = QT_TRANSLATE_NOOP("help", "the activities of the branch, what asks for something first")

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault, vault.store.read() as session:
            found = activities.list_activities(session)
        lines = [
            "\t".join(
                (one.uid[:12], one.name, choices.word("activity", "kind", one.kind),
                 activity_labels.when(one), one.owner, activity_labels.standing(one.standing),
                 _said(one.turnout))
            )
            for one in found
        ]  # fmt: skip
        data = {"activities": [_listed(one) for one in found]}
        return Answer(data, "\n".join(lines) or translate("cli", "There are no activities."))


class ActivityShow(Command):
    name = ("activity", "show")
    group_help = _GROUP
    help = QT_TRANSLATE_NOOP("help", "an activity with its sheet, run, cost, guests, and what followed")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "activity",
            metavar="ID",
            help=QT_TRANSLATE_NOOP("help", "an activity's name, its id or the beginning of the id"),
        )

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault, vault.store.read() as session:
            uid = activities.find_activity(session, call.arguments.activity).uid
            sheet = activities.load_activity(session, uid)
            guests = activities.load_guests(session, activities.find_guests(session, activity=uid))
        data: dict[str, Any] = {
            **_listed(sheet.row),
            "host": sheet.host,
            "expected": sheet.expected,
            "goal": sheet.goal,
            "plan": sheet.plan,
            "survey": sheet.survey,
            "agreed_by": sheet.decided_by,
            "comment": sheet.decision_note,
            "called_off_because": sheet.cancelled_for,
            "sheet": [
                {
                    "kind": one.kind,
                    "what": one.what,
                    "number": one.number,
                    "who": one.staff,
                    "due": _day(one.due_on),
                    "done": _day(one.done_on),
                }
                for one in sheet.needs
            ],
            "run": [
                {
                    "day": one.held_on.isoformat(),
                    "time": activity_labels.clock(one.at_minute),
                    "what": one.what,
                    "who": one.who,
                }
                for one in sheet.points
            ],
            "costs": [
                {"what": one.what, "estimate": _yuan(one.estimate_fen), "spent": _yuan(one.spent_fen)}
                for one in sheet.costs
            ],
            "questions": [
                {
                    "customer": one.customer,
                    "question": one.question,
                    "answer": one.answer,
                    "promised": _day(one.promised_on),
                    "promise": one.promise,
                }
                for one in sheet.questions
            ],
            "guests": [_guest(one) for one in guests],
            "followed": [_outcome(one) for one in sheet.outcomes],
            "evaluation": None
            if sheet.evaluation is None
            else {
                "reached": sheet.evaluation.reached,
                "why": sheet.evaluation.why,
                "lessons": sheet.evaluation.lessons,
                "measures": sheet.evaluation.next_steps,
            },
        }
        row = sheet.row
        lines = [
            "\t".join((row.name, activity_labels.when(row), row.place or "", row.owner)),
            "\t".join((activity_labels.standing(row.standing), _said(row.turnout))),
        ]
        for point in sheet.points:
            lines.append(f"{activity_labels.clock(point.at_minute)}\t{point.what}\t{point.who or ''}")
        return Answer(data, "\n".join(lines))


def _said(one: Turnout) -> str:
    return translate(
        "cli",
        "{asked} of {invited} invited, {yes} accepted, {came} came",
        asked=one.asked,
        invited=one.invited,
        yes=one.yes,
        came=one.came,
    )


def _listed(one: ActivityRow) -> dict[str, Any]:
    turnout = one.turnout
    return {
        "id": one.uid,
        "name": one.name,
        "kind": one.kind,
        "theme": one.theme,
        "place": one.place,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "begins": activity_labels.clock(one.start_minute) or None,
        "ends": activity_labels.clock(one.end_minute) or None,
        "led_by": one.owner,
        "standing": one.standing,
        "seats": one.capacity,
        "listed": turnout.invited,
        "invited": turnout.asked,
        "yes": turnout.yes,
        "perhaps": turnout.perhaps,
        "no": turnout.no,
        "expected": turnout.expected,
        "came": turnout.came,
        "uninvited": turnout.walk_ins,
        "came_along": turnout.along + turnout.guests,
        "people": turnout.heads,
        "cost_planned": amounts.yuan(turnout.cost_planned),
        "cost_spent": amounts.yuan(turnout.cost_spent),
    }


def _guest(one: GuestRow) -> dict[str, Any]:
    return {
        "name": one.name,
        "brought_by": one.brought_by,
        "manager": one.owner,
        "channel": one.channel,
        "invitation": one.invitation,
        "rests_because": one.why,
        "invite_on": _day(one.invite_on),
        "answer": one.answer,
        "companions": one.companions,
        "came": _day(one.came_on),
        "came_at": None if one.came_on is None else activity_labels.clock(one.came_minute),
        "came_with": one.came_with,
        "thanks": one.thanks,
    }


def _outcome(one: Outcome) -> dict[str, Any]:
    return {
        "days": one.days,
        "until": one.until.isoformat(),
        "over": one.is_over,
        "customers": one.customers,
        "known": one.known,
        "inflow": _yuan(one.inflow_fen),
        "needs": one.needs,
        "needs_amount": _yuan(one.needs_fen),
        "products": one.products,
        "products_amount": _yuan(one.products_fen),
    }


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()


def _yuan(fen: int | None) -> str | None:
    return None if fen is None else amounts.yuan(fen)
