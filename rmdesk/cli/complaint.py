"""`rmdesk complaint …`: complaints and objections, from the day they were heard to their end."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from rmdesk import choices
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.cli.day_options import add_day, add_span
from rmdesk.models import Channel, ComplaintKind, ComplaintNature, ComplaintSource, Seriousness
from rmdesk.services import complaints, staff, surveys
from rmdesk.services.complaints import ComplaintRecord, ComplaintRow, StepRow, Which
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class ComplaintList(Command):
    name = ("complaint", "list")
    group_help = QT_TRANSLATE_NOOP("help", "complaints and objections")
    help = QT_TRANSLATE_NOOP("help", "the cases one may see, what is due first at the top")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--which",
            choices=_values(Which),
            default=Which.PENDING.value,
            help=QT_TRANSLATE_NOOP("help", "those not answered (the default), those late, or all"),
        )
        parser.add_argument(
            "--search", metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "part of the number or the words")
        )

    def run(self, call: Call) -> Answer:
        asked = call.arguments
        with call.signed_in() as vault, vault.store.read() as session:
            ids = complaints.find_complaints(session, which=asked.which, search=asked.search)
            found = complaints.load_complaints(session, ids)
        lines = [_line(one) for one in found] or [translate("cli", "There is no such complaint.")]
        return Answer({"complaints": [_listed(one) for one in found]}, "\n".join(lines))


class ComplaintAdd(Command):
    name = ("complaint", "add")
    help = QT_TRANSLATE_NOOP("help", "take one down; its steps and days follow from how serious it is")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument(
            "--customer", metavar="NO", help=QT_TRANSLATE_NOOP("help", "the customer number, or the uid")
        )
        whose.add_argument(
            "--person", metavar="NAME", help=QT_TRANSLATE_NOOP("help", "who it was, if no customer")
        )
        parser.add_argument(
            "--kind",
            required=True,
            choices=_values(ComplaintKind),
            help=QT_TRANSLATE_NOOP("help", "what it is about"),
        )
        parser.add_argument(
            "--content", required=True, metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "what happened")
        )
        parser.add_argument(
            "--wish", metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "what the customer wishes")
        )
        parser.add_argument(
            "--nature",
            choices=_values(ComplaintNature),
            help=QT_TRANSLATE_NOOP("help", "complaint (the default) or objection"),
        )
        parser.add_argument(
            "--seriousness",
            choices=_values(Seriousness),
            help=QT_TRANSLATE_NOOP("help", "how serious it is (default minor)"),
        )
        parser.add_argument(
            "--source",
            choices=_values(ComplaintSource),
            help=QT_TRANSLATE_NOOP("help", "how it was heard"),
        )
        add_day(parser, "--raised", QT_TRANSLATE_NOOP("help", "the day it was heard, today by default"))
        add_day(parser, "--final", QT_TRANSLATE_NOOP("help", "by when it is to be decided"))
        parser.add_argument(
            "--survey", metavar="ID", help=QT_TRANSLATE_NOOP("help", "the survey it was found in")
        )
        parser.add_argument("--owner", metavar="NAME", help=QT_TRANSLATE_NOOP("help", "who is in charge"))
        parser.add_argument("--assistant", metavar="NAME", help=QT_TRANSLATE_NOOP("help", "who assists"))

    def run(self, call: Call) -> Answer:
        asked = call.arguments
        given: dict[str, Any] = {
            "kind": asked.kind,
            "content": asked.content,
            "wish": asked.wish,
            "nature": asked.nature,
            "seriousness": asked.seriousness,
            "source": asked.source,
            "person": asked.person,
            "raised_on": asked.raised,
            "final_on": asked.final,
        }
        with call.signed_in() as vault, vault.store.write() as session:
            given |= {"owner": _person(session, asked.owner), "assistant": _person(session, asked.assistant)}
            customer = None if asked.customer is None else access.find(session, asked.customer).uid
            survey = None if asked.survey is None else surveys.load_survey(session, asked.survey).uid
            row = complaints.add_complaint(
                session,
                {name: value for name, value in given.items() if value is not None},
                customer_uid=customer,
                survey_uid=survey,
            )
            record = complaints.load_complaint(session, row.uid)
        return _answer(record)


class _OfOne(Command):
    """What the commands about one case share: they find it, do something, and tell how it stands then."""

    writes: ClassVar[bool] = True

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "complaint", metavar="ID", help=QT_TRANSLATE_NOOP("help", "the complaint's number or uid")
        )

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault:
            opened = vault.store.write() if self.writes else vault.store.read()
            with opened as session:
                found = complaints.load_complaint(session, call.arguments.complaint)
                self.act(session, found, call.arguments)
                session.flush()
                record = complaints.load_complaint(session, found.row.uid)
        return _answer(record)

    def act(self, session: Session, found: ComplaintRecord, asked: argparse.Namespace) -> None:
        """What the command does with the case."""


class ComplaintShow(_OfOne):
    name = ("complaint", "show")
    help = QT_TRANSLATE_NOOP("help", "one case whole, with its steps")
    writes = False


class ComplaintStepAdd(_OfOne):
    name = ("complaint", "step")
    help = QT_TRANSLATE_NOOP("help", "a further step of a case")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--what", required=True, metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "what is to be done")
        )
        add_day(parser, "--due", QT_TRANSLATE_NOOP("help", "by when"), required=True)
        parser.add_argument(
            "--staff", metavar="NAME", help=QT_TRANSLATE_NOOP("help", "who does it, else who is in charge")
        )

    def act(self, session: Session, found: ComplaintRecord, asked: argparse.Namespace) -> None:
        who = _person(session, asked.staff)
        complaints.add_step(session, found.row.uid, asked.what, asked.due, staff_uid=who)


class ComplaintDone(_OfOne):
    name = ("complaint", "done")
    help = QT_TRANSLATE_NOOP("help", "say that a step was done, or with --undone that it was not")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "step",
            type=int,
            metavar="N",
            help=QT_TRANSLATE_NOOP("help", "which step, as `complaint show` counts them"),
        )
        add_day(parser, "--on", QT_TRANSLATE_NOOP("help", "the day it was done, today by default"))
        parser.add_argument("--note", metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "what came of it"))
        parser.add_argument(
            "--undone", action="store_true", help=QT_TRANSLATE_NOOP("help", "it was not done after all")
        )

    def act(self, session: Session, found: ComplaintRecord, asked: argparse.Namespace) -> None:
        if not 1 <= asked.step <= len(found.steps):
            raise UserError("complaint.no_such_step", number=asked.step, count=len(found.steps))
        step = found.steps[asked.step - 1]
        complaints.finish_step(
            session, step.uid, version=step.version, note=asked.note, on=asked.on, undone=asked.undone
        )


class ComplaintResolve(_OfOne):
    name = ("complaint", "resolve")
    help = QT_TRANSLATE_NOOP("help", "say what was decided; the customer is to be told then")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--result", required=True, metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "what was decided")
        )
        add_day(parser, "--on", QT_TRANSLATE_NOOP("help", "the day it was decided, today by default"))

    def act(self, session: Session, found: ComplaintRecord, asked: argparse.Namespace) -> None:
        row = found.row
        complaints.resolve_complaint(session, row.uid, asked.result, version=row.version, on=asked.on)


class ComplaintTell(_OfOne):
    name = ("complaint", "tell")
    help = QT_TRANSLATE_NOOP("help", "say how the customer was told; satisfied ends the case")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--channel",
            required=True,
            choices=_values(Channel),
            help=QT_TRANSLATE_NOOP("help", "the way of contact"),
        )
        parser.add_argument(
            "--satisfied", choices=("yes", "no"), help=QT_TRANSLATE_NOOP("help", "if the customer said so")
        )
        add_day(parser, "--on", QT_TRANSLATE_NOOP("help", "the day the customer was told, today by default"))

    def act(self, session: Session, found: ComplaintRecord, asked: argparse.Namespace) -> None:
        row, said = found.row, {"yes": True, "no": False}.get(asked.satisfied)
        complaints.tell_customer(
            session, row.uid, asked.channel, version=row.version, satisfied=said, on=asked.on
        )


class ComplaintClose(_OfOne):
    name = ("complaint", "close")
    help = QT_TRANSLATE_NOOP("help", "end a case whose customer was told")

    def act(self, session: Session, found: ComplaintRecord, asked: argparse.Namespace) -> None:
        complaints.close_complaint(session, found.row.uid, version=found.row.version)


class ComplaintReopen(_OfOne):
    name = ("complaint", "reopen")
    help = QT_TRANSLATE_NOOP("help", "take a case up again; its days begin anew")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--what", required=True, metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "the next step")
        )

    def act(self, session: Session, found: ComplaintRecord, asked: argparse.Namespace) -> None:
        complaints.reopen_complaint(session, found.row.uid, asked.what, version=found.row.version)


class ComplaintFigures(Command):
    name = ("complaint", "figures")
    help = QT_TRANSLATE_NOOP("help", "how many there were, how soon they were answered")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_span(
            parser,
            QT_TRANSLATE_NOOP("help", "heard from this day on (default 1 January)"),
            QT_TRANSLATE_NOOP("help", "heard until this day (default today)"),
        )

    def run(self, call: Call) -> Answer:
        last = call.arguments.last or date.today()
        first = call.arguments.first or date(last.year, 1, 1)
        with call.signed_in() as vault, vault.store.read() as session:
            found = complaints.load_figures(session, first, last)
        data = {
            "from": first.isoformat(),
            "to": last.isoformat(),
            "count": found.count,
            "pending": found.pending,
            "late": found.late,
            "closed": found.closed,
            "reopened": found.reopened,
            "decided": found.decided,
            "in_time": found.in_time,
            "working_days": found.days,
            "asked": found.asked,
            "satisfied": found.satisfied,
            "kinds": dict(found.kinds),
        }
        text = translate(
            "cli",
            "{count} complaints, {pending} not answered, {late} late; {in_time} of {decided} decided in time",
            count=found.count,
            pending=found.pending,
            late=found.late,
            in_time=found.in_time,
            decided=found.decided,
        )
        return Answer(data, text)


def _values(enumeration: Any) -> list[str]:
    return [one.value for one in enumeration]


def _person(session: Session, name: str | None) -> str | None:
    return None if name is None else staff.get_active(session, name).uid


def _answer(one: ComplaintRecord) -> Answer:
    lines = [_line(one.row), one.row.content]
    for place, step in enumerate(one.steps, 1):
        mark = "✓" if step.done_on else " "
        lines.append(f"{place}. {mark} {step.what}\t{step.staff or ''}\t{step.due_on}")
    if one.result:
        lines.append(one.result)
    return Answer(_told(one), "\n".join(lines))


def _line(one: ComplaintRow) -> str:
    told = [choices.word("complaint", "kind", one.kind), choices.word("complaint", "state", one.state)]
    late = [translate("cli", "late")] if one.is_late else []
    return "\t".join([one.number, one.who, *told, one.due_on.isoformat(), one.owner, *late])


def _listed(one: ComplaintRow) -> dict[str, Any]:
    return {
        "number": one.number,
        "uid": one.uid,
        "who": one.who,
        "nature": one.nature,
        "kind": one.kind,
        "seriousness": one.seriousness,
        "state": one.state,
        "raised_on": one.raised_on.isoformat(),
        "due_on": one.due_on.isoformat(),
        "final_on": one.final_on.isoformat(),
        "late": one.is_late,
        "owner": one.owner,
    }


def _told(one: ComplaintRecord) -> dict[str, Any]:
    return _listed(one.row) | {
        "content": one.row.content,
        "wish": one.wish,
        "source": one.source,
        "survey": one.survey_number,
        "assistant": one.assistant,
        "steps": [_step(step) for step in one.steps],
        "result": one.result,
        "resolved_on": _iso(one.resolved_on),
        "told_on": _iso(one.told_on),
        "told_channel": one.told_channel,
        "satisfied": one.is_satisfied,
        "cause": one.cause,
        "measure": one.measure,
        "measure_for": one.measure_for,
        "measure_told_on": _iso(one.measure_told_on),
        "closed_on": _iso(one.closed_on),
        "reopened": one.reopened,
    }


def _step(step: StepRow) -> dict[str, Any]:
    return {
        "what": step.what,
        "staff": step.staff,
        "due_on": step.due_on.isoformat(),
        "done_on": _iso(step.done_on),
        "note": step.note,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
