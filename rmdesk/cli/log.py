"""`rmdesk log …`: the daily log planned, completed, submitted, read and countersigned."""

from __future__ import annotations

import argparse
from datetime import date, timedelta

from sqlalchemy.orm import Session

from rmdesk import choices
from rmdesk.cli import log_data
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.cli.day_options import (
    add_channel,
    add_day,
    add_log_day,
    add_span,
    add_whose,
    add_whose_or_own,
)
from rmdesk.models import ContactResult, NewsKind, Outcome, ProductKind
from rmdesk.services import daily_logs, staff
from rmdesk.services.archive import typed
from rmdesk.services.customers import access
from rmdesk.services.daily_logs import DayLog
from rmdesk.services.errors import UserError
from rmdesk.words import QT_TRANSLATE_NOOP, translate


def add_rest_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rest-day",
        action="store_true",
        help=QT_TRANSLATE_NOOP("help", "the day is meant although it is one of rest"),
    )


class LogPlan(Command):
    name = ("log", "plan")
    help = QT_TRANSLATE_NOOP("help", "put something on the plan of a day, or show what is proposed for it")
    group_help = QT_TRANSLATE_NOOP("help", "the daily log")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_day(parser, "--date", QT_TRANSLATE_NOOP("help", "the day that is planned, today by default"))
        parser.add_argument(
            "--take",
            type=int,
            metavar="N",
            help=QT_TRANSLATE_NOOP("help", "plan the first N of what is proposed"),
        )
        parser.add_argument(
            "--text", metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "an entry of one's own: its purpose")
        )
        parser.add_argument(
            "--customer", metavar="NO", help=QT_TRANSLATE_NOOP("help", "with whom: customer number or uid")
        )
        add_channel(parser)
        parser.add_argument(
            "--at", metavar="TIME", help=QT_TRANSLATE_NOOP("help", "the time of day, as 9:30")
        )
        add_rest_day(parser)

    def run(self, call: Call) -> Answer:
        given = call.arguments
        day = given.date or date.today()
        with call.signed_in() as vault:
            if given.take is None and given.text is None:
                with vault.store.read() as session:
                    rows = [log_data.proposed(one) for one in daily_logs.propose(session, day)]
                lines = ["\t".join(str(one) for one in row.values() if one is not None) for row in rows]
                told = "\n".join(lines) or translate("cli", "Nothing is proposed for this day.")
                return Answer({"date": day.isoformat(), "proposed": rows}, told)
            with vault.store.write() as session:
                if given.take is not None:
                    keys = [one.key for one in daily_logs.propose(session, day)[: max(0, given.take)]]
                    daily_logs.plan_touchpoints(session, day, keys, on_rest_day=given.rest_day)
                if given.text is not None:
                    self._add(session, given, day)
                shown = daily_logs.load_day(session, day)
        return _answer(shown)

    def _add(self, session: Session, given: argparse.Namespace, day: date) -> None:
        entered = {"purpose": given.text, "channel": given.channel, "at_minute": given.at}
        customer = None if given.customer is None else access.find(session, given.customer).uid
        daily_logs.add_item(session, day, entered, customer_uid=customer, on_rest_day=given.rest_day)


class LogComplete(Command):
    name = ("log", "complete")
    help = QT_TRANSLATE_NOOP("help", "say what became of an item")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "item", metavar="ITEM", help=QT_TRANSLATE_NOOP("help", "its uid, as log show tells it")
        )
        parser.add_argument("--as", dest="outcome", required=True, choices=[one.value for one in Outcome])
        parser.add_argument(
            "--result",
            metavar="TEXT",
            help=QT_TRANSLATE_NOOP("help", "what came of it, or why it was not done"),
        )
        add_day(parser, "--to", QT_TRANSLATE_NOOP("help", "the day it was moved to"))
        add_channel(parser)
        parser.add_argument(
            "--contact-result",
            choices=[one.value for one in ContactResult],
            help=QT_TRANSLATE_NOOP("help", "what became of the contact"),
        )
        parser.add_argument(
            "--minutes", type=int, metavar="N", help=QT_TRANSLATE_NOOP("help", "how long it took")
        )
        add_rest_day(parser)

    def run(self, call: Call) -> Answer:
        given = call.arguments
        details = {
            "channel": given.channel,
            "result": given.contact_result,
            "duration_minutes": given.minutes,
        }
        contact = {name: value for name, value in details.items() if value is not None} or None
        with call.signed_in() as vault, vault.store.write() as session:
            day, version = daily_logs.find_item(session, given.item)
            daily_logs.complete_item(
                session,
                given.item,
                given.outcome,
                version=version,
                result=given.result,
                moved_to=given.to,
                on_rest_day=given.rest_day,
                contact=contact,
            )
            shown = daily_logs.load_day(session, day)
        return _answer(shown)


class LogSubmit(Command):
    name = ("log", "submit")
    help = QT_TRANSLATE_NOOP("help", "hand in the log of a day")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_log_day(parser)

    def run(self, call: Call) -> Answer:
        day = call.arguments.date or date.today()
        with call.signed_in() as vault, vault.store.write() as session:
            daily_logs.submit(session, day)
            shown = daily_logs.load_day(session, day)
        return _answer(shown)


class LogAddendum(Command):
    name = ("log", "addendum")
    help = QT_TRANSLATE_NOOP("help", "add to a log that was submitted")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_log_day(parser)
        parser.add_argument("--text", required=True, metavar="TEXT")
        parser.add_argument(
            "--item", metavar="ITEM", help=QT_TRANSLATE_NOOP("help", "the uid of the item it is about")
        )

    def run(self, call: Call) -> Answer:
        given = call.arguments
        day = given.date or date.today()
        with call.signed_in() as vault, vault.store.write() as session:
            shown = daily_logs.load_day(session, day)
            if shown.uid is None:
                raise UserError("log.not_submitted", day=day)
            daily_logs.add_addendum(session, shown.uid, given.text, item_uid=given.item)
            shown = daily_logs.load_day(session, day)
        return _answer(shown)


class LogNews(Command):
    name = ("log", "news")
    help = QT_TRANSLATE_NOOP("help", "news of the day, whom it touches, and contacts that follow")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_log_day(parser)
        parser.add_argument("--kind", required=True, choices=[one.value for one in NewsKind])
        parser.add_argument(
            "--headline",
            required=True,
            metavar="TEXT",
            help=QT_TRANSLATE_NOOP("help", "what happened, in one line"),
        )
        parser.add_argument("--meaning", metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "what it means"))
        parser.add_argument(
            "--product-kind",
            choices=[one.value for one in ProductKind],
            help=QT_TRANSLATE_NOOP("help", "who holds such a product"),
        )
        parser.add_argument(
            "--product",
            default="",
            metavar="TEXT",
            help=QT_TRANSLATE_NOOP("help", "who holds one of this name"),
        )
        parser.add_argument(
            "--bank", metavar="NAME", help=QT_TRANSLATE_NOOP("help", 'at this bank ("" for ours)')
        )
        parser.add_argument(
            "--filter",
            action="append",
            default=[],
            metavar="TRAIT=VALUE",
            help=QT_TRANSLATE_NOOP("help", "as of the list"),
        )
        add_day(parser, "--plan", QT_TRANSLATE_NOOP("help", "plan contacts for this day"))
        parser.add_argument(
            "--take",
            type=int,
            metavar="N",
            default=10,
            help=QT_TRANSLATE_NOOP("help", "with how many of them, at most"),
        )

    def run(self, call: Call) -> Answer:
        given = call.arguments
        day = given.date or date.today()
        narrowed = bool(given.product_kind or given.product or given.bank is not None or given.filter)
        with call.signed_in() as vault, vault.store.write() as session:
            conditions = [typed.read(session, one) for one in given.filter]
            ids = (
                daily_logs.find_touched(
                    session,
                    kind=given.product_kind,
                    product=given.product,
                    bank=given.bank,
                    conditions=conditions,
                )
                if narrowed
                else []
            )
            words = {"kind": given.kind, "headline": given.headline, "meaning": given.meaning}
            news = daily_logs.add_news(session, day, words, ids)
            planned = 0
            if given.plan is not None:
                chosen = ids[: given.take]
                planned = daily_logs.plan_contacts(
                    session, news.uid, chosen, given.plan, version=news.version
                )
        told = translate(
            "cli", "{count} customers, {planned} contacts planned.", count=len(ids), planned=planned
        )
        return Answer({"uid": news.uid, "customers": len(ids), "planned": planned}, told)


class LogShow(Command):
    name = ("log", "show")
    help = QT_TRANSLATE_NOOP("help", "one day of one manager")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_whose_or_own(parser)
        add_log_day(parser)

    def run(self, call: Call) -> Answer:
        given = call.arguments
        with call.signed_in() as vault, vault.store.read() as session:
            shown = _load(session, given.manager, given.date or date.today())
        return _answer(shown)


class LogSummary(Command):
    name = ("log", "summary")
    help = QT_TRANSLATE_NOOP("help", "what days, weeks and months count")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_span(
            parser,
            QT_TRANSLATE_NOOP("help", "30 days ago by default"),
            QT_TRANSLATE_NOOP("help", "today by default"),
        )
        add_whose_or_own(parser)
        parser.add_argument(
            "--branch", action="store_true", help=QT_TRANSLATE_NOOP("help", "of the whole branch")
        )

    def run(self, call: Call) -> Answer:
        given = call.arguments
        last = given.last or date.today()
        first = given.first or last - timedelta(days=30)
        with call.signed_in() as vault, vault.store.read() as session:
            who = None if given.manager is None else _person(session, given.manager)
            found = daily_logs.summarise(session, first, last, staff_uid=who, branch=given.branch)
        managers = [
            {
                "manager": one.staff,
                "left": one.has_left,
                **log_data.counted(one.counted),
                "days": [
                    {"date": day.day.isoformat(), "state": day.standing, "plan_late": day.plan_is_late}
                    | {"planned": day.counted.planned, "done": day.counted.done}
                    for day in one.days
                ],
            }
            for one in found.managers
        ]
        data = {
            "from": first.isoformat(),
            "to": last.isoformat(),
            **log_data.counted(found.counted),
            "managers": managers,
        }
        lines = [
            translate(
                "cli",
                "{name}: {done} of {planned} done, {overdue} overdue, {contacts} contacts; late plans"
                " {late}, logs not submitted {missing}",
                name=one.staff,
                done=one.counted.done,
                planned=one.counted.planned,
                overdue=one.counted.overdue,
                contacts=one.counted.contacts,
                late=one.counted.late_plans + one.counted.missing_plans,
                missing=one.counted.missing_logs,
            )
            for one in found.managers
        ]
        return Answer(data, "\n".join(lines) or translate("cli", "Nobody keeps a log yet."))


class LogWaiting(Command):
    name = ("log", "waiting")
    help = QT_TRANSLATE_NOOP("help", "submitted logs that wait to be countersigned")

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault, vault.store.read() as session:
            rows = [
                {
                    "uid": one.uid,
                    "manager": one.staff,
                    "date": one.day.isoformat(),
                    "plan_late": one.plan_is_late,
                    "submitted_late": one.submit_is_late,
                    "items": one.items,
                    "done": one.done,
                }
                for one in daily_logs.list_waiting(session)
            ]
        lines = [f"{one['date']}\t{one['manager']}\t{one['done']}/{one['items']}" for one in rows]
        return Answer(rows, "\n".join(lines) or translate("cli", "No log waits to be countersigned."))


class LogCountersign(Command):
    name = ("log", "countersign")
    help = QT_TRANSLATE_NOOP("help", "countersign a submitted log, or all that wait")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--manager", metavar="M", help=QT_TRANSLATE_NOOP("help", "whose"))
        which.add_argument(
            "--all", action="store_true", help=QT_TRANSLATE_NOOP("help", "every log that waits")
        )
        add_log_day(parser)
        parser.add_argument("--comment", metavar="TEXT")

    def run(self, call: Call) -> Answer:
        given = call.arguments
        with call.signed_in() as vault, vault.store.write() as session:
            if given.all:
                logs = [(one.uid, one.version) for one in daily_logs.list_waiting(session)]
            else:
                shown = _waiting(session, given.manager, given.date or date.today())
                logs = [(str(shown.uid), shown.version)]
            done = daily_logs.countersign(session, logs, comment=given.comment) if logs else []
        told = translate("cli", "{count} logs countersigned.", count=len(done))
        return Answer({"countersigned": len(done)}, told)


class LogReturn(Command):
    name = ("log", "return")
    help = QT_TRANSLATE_NOOP("help", "send a submitted log back, with what is missing")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_whose(parser)
        add_log_day(parser)
        parser.add_argument("--comment", required=True, metavar="TEXT")

    def run(self, call: Call) -> Answer:
        given = call.arguments
        day = given.date or date.today()
        with call.signed_in() as vault, vault.store.write() as session:
            shown = _waiting(session, given.manager, day)
            daily_logs.send_back(session, str(shown.uid), given.comment, version=shown.version)
            shown = _load(session, given.manager, day)
        return _answer(shown)


class LogComment(Command):
    name = ("log", "comment")
    help = QT_TRANSLATE_NOOP("help", "write beside somebody's log or plan")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_whose(parser)
        add_log_day(parser)
        parser.add_argument("--text", required=True, metavar="TEXT")

    def run(self, call: Call) -> Answer:
        given = call.arguments
        day = given.date or date.today()
        with call.signed_in() as vault, vault.store.write() as session:
            shown = _load(session, given.manager, day)
            if shown.uid is None:
                raise UserError("log.nothing_yet", day=day, name=shown.staff)
            daily_logs.comment_on(session, shown.uid, given.text)
            shown = _load(session, given.manager, day)
        return _answer(shown)


# --- words and fields ----------------------------------------------------------------------------------


def _person(session: Session, name: str) -> str:
    """The uid of somebody by name, also of one who left and kept a log; raises as `staff.get_active`."""
    kept = [uid for uid, known in daily_logs.list_keepers(session) if known == name]
    return kept[0] if len(kept) == 1 else staff.get_active(session, name).uid


def _load(session: Session, manager: str | None, day: date) -> DayLog:
    who = None if manager is None else _person(session, manager)
    return daily_logs.load_day(session, day, staff_uid=who)


def _waiting(session: Session, manager: str, day: date) -> DayLog:
    shown = _load(session, manager, day)
    if shown.uid is None:
        raise UserError("log.not_waiting", day=day)
    return shown


def _answer(shown: DayLog) -> Answer:
    return Answer(log_data.day(shown), _told(shown))


def _told(shown: DayLog) -> str:
    head = f"{shown.staff}\t{shown.day.isoformat()}\t{_standing(shown.standing)}"
    lines = [head]
    for one in shown.items:
        whom = "" if one.person is None else one.person.name
        outcome = choices.word("daily_log_item", "outcome", one.outcome)
        cells = (log_data.time(one.at_minute) or "", whom, one.purpose, outcome, one.result or "", one.uid)
        lines.append("\t".join(cells))
    return "\n".join(lines)


def _standing(value: str) -> str:
    if value == daily_logs.LATE:
        return translate("cli", "Not submitted")
    if value == daily_logs.MISSING:
        return translate("cli", "Missing")
    return choices.word("daily_log", "state", value)
