"""Which panes there are. A pane is one line in `PANES` and one package beside this file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rmdesk.services import roles
from rmdesk.services.roles import Limit, Permission, Reach
from rmdesk.ui.panes import watched
from rmdesk.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.actor import Actor
    from rmdesk.ui.context import Context
    from rmdesk.ui.pane import Pane


@dataclass(frozen=True)
class Count:
    """What the rail says of a pane. `notice`: a sentence for the system's tray, counts and never names, of
    `day`, since it is told once a day.
    """

    number: int
    is_urgent: bool = False
    notice: str = ""
    day: date = date.min


@dataclass(frozen=True)
class PaneSpec:
    """A pane before it is made: the rail shows it to those who have `permission` at all, or, with
    `accepting`, under no other limits than those the pane keeps to. Whoever holds `unless` has what it
    shows as a part of another pane.

    `factory` imports the pane when it is first opened. `keywords` are further words by which the
    palette finds it: pinyin and its initials.
    """

    id: str
    title: str  # English source; `label` translates it
    icon: str
    permission: Permission
    factory: Callable[[Context], Pane]
    keywords: tuple[str, ...] = ()
    accepting: tuple[Limit, ...] | None = None
    unless: Permission | None = None
    # Reads the number on the rail, without the pane; again after commits that touched one of `counted`.
    count: Callable[[Session], Count] | None = None
    counted: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        return translate("panes", self.title)

    def allowed(self, actor: Actor) -> bool:
        if self.unless is not None and roles.allowed(actor, self.unless):
            return False
        scope = roles.allowed(actor, self.permission)
        return bool(scope) if self.accepting is None else scope.reach(*self.accepting) > Reach.NONE


def _today(context: Context) -> Pane:
    from rmdesk.ui.panes.today.pane import TodayPane

    return TodayPane(context)


def _count_today(session: Session) -> Count:
    from rmdesk import care_labels
    from rmdesk.services import care

    day = date.today()
    waiting, late = care.count_waiting(session, care.Asked(day, day, day))
    return Count(waiting, notice=care_labels.morning_notice(waiting, late) if waiting else "", day=day)


def _calendar(context: Context) -> Pane:
    from rmdesk.ui.panes.calendar.pane import CalendarPane

    return CalendarPane(context)


def _customers(context: Context) -> Pane:
    from rmdesk.ui.panes.customers.pane import CustomersPane

    return CustomersPane(context)


def _log(context: Context) -> Pane:
    from rmdesk.ui.panes.log.pane import LogPane

    return LogPane(context)


def _count_logs(session: Session) -> Count:
    from rmdesk.services import submitted_logs

    return Count(submitted_logs.count_waiting(session))


def _count_plans(session: Session) -> Count:
    from rmdesk.services import activity_tallies, plan_tallies

    waiting, behind = plan_tallies.count_asking(session)
    asking = activity_tallies.count_asking(session)
    return Count(waiting + behind + asking, bool(behind))


def _plans(context: Context) -> Pane:
    from rmdesk.ui.panes.plans.pane import PlansPane

    return PlansPane(context)


def _staff(context: Context) -> Pane:
    from rmdesk.ui.panes.staff.pane import StaffPane

    return StaffPane(context)


def _tasks(context: Context) -> Pane:
    from rmdesk.ui.panes.tasks.pane import TasksPane

    return TasksPane(context)


def _count_tasks(session: Session) -> Count:
    from rmdesk.services import tasks

    return Count(*tasks.count_open(session))


def _approvals(context: Context) -> Pane:
    from rmdesk.ui.panes.approvals.pane import ApprovalsPane

    return ApprovalsPane(context)


def _count_approvals(session: Session) -> Count:
    from rmdesk.services import commitments, visits

    return Count(len(commitments.find_waiting(session)) + len(visits.find_submitted(session)))


def _reports(context: Context) -> Pane:
    from rmdesk.ui.panes.reports.pane import ReportsPane

    return ReportsPane(context)


def _surveys(context: Context) -> Pane:
    from rmdesk.ui.panes.surveys.pane import SurveysPane

    return SurveysPane(context)


def _complaints(context: Context) -> Pane:
    from rmdesk.ui.panes.surveys.complaints.pane import ComplaintsPane

    return ComplaintsPane(context)


def _count_complaints(session: Session) -> Count:
    from rmdesk.services import complaints

    late = complaints.find_complaints(session, which=complaints.Which.LATE.value)
    return Count(len(complaints.find_complaints(session)), bool(late))


def _audit(context: Context) -> Pane:
    from rmdesk.ui.panes.audit.pane import AuditPane

    return AuditPane(context)


PANES: tuple[PaneSpec, ...] = (
    PaneSpec(
        "today",
        QT_TRANSLATE_NOOP("panes", "Today"),
        "sun",
        Permission.READ_WORK,
        _today,
        ("jinri", "jr"),
        accepting=(),
        count=_count_today,
        counted=watched.CARE,
    ),
    PaneSpec(
        "customers",
        QT_TRANSLATE_NOOP("panes", "Customers"),
        "book-user",
        Permission.SEE_CUSTOMERS,
        _customers,
        ("kehudangan", "khda"),
        accepting=(),
    ),
    PaneSpec(
        "calendar",
        QT_TRANSLATE_NOOP("panes", "Calendar"),
        "calendar-days",
        Permission.READ_WORK,
        _calendar,
        ("weihurili", "whrl"),
        accepting=(),
    ),
    PaneSpec(
        "log",
        QT_TRANSLATE_NOOP("panes", "Daily log"),
        "notebook-pen",
        Permission.READ_WORK,
        _log,
        ("jinglirizhi", "jlrz", "rizhi", "rz"),
        accepting=(),
        count=_count_logs,
        counted=frozenset({"daily_log"}),
    ),
    PaneSpec(
        "plans",
        QT_TRANSLATE_NOOP("panes", "Plans"),
        "list-tree",
        Permission.SEE_CUSTOMERS,
        _plans,
        ("jihua", "jh", "kequn", "kq", "mubiao", "mb", "zonglan", "xingji"),
        accepting=(),
        count=_count_plans,
        counted=frozenset({"plan", "plan_item", "activity"}),
    ),
    PaneSpec(
        "tasks",
        QT_TRANSLATE_NOOP("panes", "Tasks"),
        "clipboard-list",
        Permission.READ_WORK,
        _tasks,
        ("xiebanshixiang", "xbsx", "renwu", "rw"),
        accepting=(Limit.TASKS,),
        count=_count_tasks,
        counted=frozenset({"task"}),
    ),
    PaneSpec(
        "approvals",
        QT_TRANSLATE_NOOP("panes", "Approvals"),
        "stamp",
        Permission.APPROVE_WORK,
        _approvals,
        ("shenpi", "daishenpi", "sp"),
        count=_count_approvals,
        counted=frozenset({"commitment", "visit"}),
    ),
    PaneSpec(
        "surveys",
        QT_TRANSLATE_NOOP("panes", "Surveys"),
        "message-square",
        Permission.ANSWER_SURVEYS,
        _surveys,
        ("kehudiaoyan", "diaoyan", "dy", "manyidu", "myd"),
        accepting=(),
    ),
    PaneSpec(
        "complaints",
        QT_TRANSLATE_NOOP("panes", "Complaints"),
        "message-circle",
        Permission.HANDLE_COMPLAINTS,
        _complaints,
        ("tousu", "ts", "yiyi", "yy"),
        accepting=(Limit.ASSIGNED,),
        unless=Permission.ANSWER_SURVEYS,
        count=_count_complaints,
        counted=frozenset({"complaint", "complaint_step"}),
    ),
    PaneSpec(
        "reports",
        QT_TRANSLATE_NOOP("panes", "Reports"),
        "file-chart-column",
        Permission.SEE_CUSTOMERS,
        _reports,
        ("baobiao", "bb", "dayin", "dy"),
        accepting=(),
    ),
    PaneSpec(
        "staff",
        QT_TRANSLATE_NOOP("panes", "Staff"),
        "users",
        Permission.MANAGE_STAFF,
        _staff,
        ("yuangong", "yg"),
    ),
    PaneSpec(
        "audit",
        QT_TRANSLATE_NOOP("panes", "Audit trail"),
        "scroll-text",
        Permission.READ_AUDIT,
        _audit,
        ("shenji", "sj"),
    ),
)
