"""Which parts the pane of plans has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rmdesk.services import roles
from rmdesk.services.roles import Limit, Permission, Reach
from rmdesk.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from rmdesk.services.actor import Actor
    from rmdesk.ui.context import Context
    from rmdesk.ui.panes.plans.part import Part


@dataclass(frozen=True)
class PartSpec:
    """A part before it is made, for those who have `permission` under no other limits than `accepting`."""

    id: str
    title: str  # English source; `label` translates it
    icon: str
    permission: Permission
    factory: Callable[[Context], Part]
    accepting: tuple[Limit, ...] = ()

    @property
    def label(self) -> str:
        return translate("plans", self.title)

    def allowed(self, actor: Actor) -> bool:
        return roles.allowed(actor, self.permission).reach(*self.accepting) > Reach.NONE


def _segments(context: Context) -> Part:
    from rmdesk.ui.panes.plans.segments_part import SegmentsPart

    return SegmentsPart(context)


def _goals(context: Context) -> Part:
    from rmdesk.ui.panes.plans.goals_part import GoalsPart

    return GoalsPart(context)


def _plans(context: Context) -> Part:
    from rmdesk.ui.panes.plans.action_part import ActionPart

    return ActionPart(context)


def _activities(context: Context) -> Part:
    from rmdesk.ui.panes.activities.activities_part import ActivitiesPart

    return ActivitiesPart(context)


def _grades(context: Context) -> Part:
    from rmdesk.ui.panes.plans.grades_part import GradesPart

    return GradesPart(context)


def _overview(context: Context) -> Part:
    from rmdesk.ui.panes.plans.overview_part import OverviewPart

    return OverviewPart(context)


PARTS: tuple[PartSpec, ...] = (
    # The first for those who have it: what they come for.
    PartSpec(
        "overview",
        QT_TRANSLATE_NOOP("plans", "Overview"),
        "landmark",
        Permission.APPROVE_WORK,
        _overview,
        accepting=(Limit.NOT_OWN,),
    ),
    PartSpec("plans", QT_TRANSLATE_NOOP("plans", "Action plans"), "list-tree", Permission.READ_WORK, _plans),
    PartSpec(
        "activities",
        QT_TRANSLATE_NOOP("plans", "Activities"),
        "presentation",
        Permission.READ_WORK,
        _activities,
    ),
    PartSpec("goals", QT_TRANSLATE_NOOP("plans", "Goals"), "trending-up", Permission.READ_WORK, _goals),
    PartSpec(
        "segments", QT_TRANSLATE_NOOP("plans", "Segments"), "users-round", Permission.SEE_CUSTOMERS, _segments
    ),
    PartSpec(
        "grades", QT_TRANSLATE_NOOP("plans", "Stars and tiers"), "star", Permission.SEE_CUSTOMERS, _grades
    ),
)
