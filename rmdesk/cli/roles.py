"""`rmdesk roles`: who may what, as a table."""

from __future__ import annotations

from rmdesk import labels
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.models import Role
from rmdesk.services.roles import Limit, Permission, Reach, Scope, scope_of
from rmdesk.words import QT_TRANSLATE_NOOP, translate


def page(*, to: str | None = None) -> str:
    """The table as Markdown, in the language `to` or the present one."""
    head = [translate("cli", "May", to=to), *(labels.role(role, to=to) for role in Role)]
    lines = [head, ["---"] * len(head)]
    for permission in Permission:
        cells = [labels.scope(scope_of(role, permission), to=to) for role in Role]
        lines.append([labels.permission(permission, to=to), *cells])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _grants(scope: Scope) -> list[dict[str, object]]:
    found = [
        (Reach(grant.reach), sorted(Limit(limit).value for limit in grant.limits)) for grant in scope.grants
    ]
    return [{"reach": reach.name.lower(), "limits": limits} for reach, limits in sorted(found)]


class Roles(Command):
    name = ("roles",)
    help = QT_TRANSLATE_NOOP("help", "show who may what")

    def run(self, call: Call) -> Answer:
        table = {
            permission.value: {role.value: _grants(scope_of(role, permission)) for role in Role}
            for permission in Permission
        }
        return Answer({"roles": table}, page())
