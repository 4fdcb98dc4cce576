"""The list of staff with their roles, as the administrator files it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from rmdesk import labels
from rmdesk.models import Role
from rmdesk.services import masks, roles, staff
from rmdesk.services.reports import blocks
from rmdesk.services.reports.definition import Report
from rmdesk.services.roles import Permission
from rmdesk.words import translate


@dataclass(frozen=True)
class Person:
    """One line; `mobile` is masked already, `disabled_at` None while the person is active."""

    name: str
    roles: tuple[Role, ...]
    mobile: str
    disabled_at: datetime | None


def title() -> str:
    return translate("reports", "List of staff")


def gather(session: Session) -> tuple[Person, ...]:
    """Everybody, those still here first. Raises NotAllowed("role.not_permitted")."""
    roles.require(session, Permission.MANAGE_STAFF)
    return tuple(
        Person(
            one.name,
            tuple(sorted(one.role_set, key=list(Role).index)),
            masks.masked("mobile", one.mobile),
            one.disabled_at,
        )
        for one in staff.list_staff(session)
    )


def story(data: tuple[Person, ...]) -> Iterable[blocks.Block]:
    rows = [
        [
            str(number),
            one.name,
            labels.roles(one.roles),
            one.mobile,
            translate("reports", "Active")
            if one.disabled_at is None
            else translate("reports", "Disabled on {day}", day=f"{one.disabled_at.astimezone():%Y-%m-%d}"),
        ]
        for number, one in enumerate(data, start=1)
    ]
    active = sum(one.disabled_at is None for one in data)
    yield blocks.Title(title())
    yield blocks.quiet(translate("reports", "{active} active, {all} in all", active=active, all=len(data)))
    yield blocks.Table(
        [
            blocks.Column(translate("reports", "No."), 1, right=True),
            blocks.Column(translate("reports", "Name"), 3),
            blocks.Column(translate("reports", "Roles"), 6),
            blocks.Column(translate("reports", "Mobile"), 3),
            blocks.Column(translate("reports", "State"), 4),
        ],
        rows,
        translate("reports", "There is nobody."),
    )


REPORT = Report(title, gather, story, permission=Permission.MANAGE_STAFF, traced=False)
