"""Who may what: the table of roles as data, and the one place that enforces it.

Roles are enforced by the program, not by cryptography: everyone who can unlock the vault holds its
key. `docs/roles.md` is made from `TABLE`.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rmdesk.models import Role
from rmdesk.services.actor import Actor, acting
from rmdesk.services.errors import NotAllowed


class Permission(enum.StrEnum):
    """Something a role may or may not do."""

    SEE_CUSTOMERS = "see_customers"
    READ_WORK = "read_work"  # records of contacts, plans, daily logs
    WRITE_WORK = "write_work"
    APPROVE_WORK = "approve_work"  # agree plans, countersign logs, approve promises
    IMPORT = "import"
    EXPORT = "export"
    REVEAL = "reveal"  # see one masked field in full
    ANSWER_SURVEYS = "answer_surveys"
    RUN_SURVEYS = "run_surveys"
    SIGN_SURVEYS = "sign_surveys"
    HANDLE_COMPLAINTS = "handle_complaints"
    WITHDRAWALS = "withdrawals"  # list of large withdrawals, and their reception
    SET_RULES = "set_rules"  # goals, rules, thresholds of the branch
    EDIT_TEMPLATES = "edit_templates"
    SET_TECHNICAL = "set_technical"  # technical settings of the vault
    MANAGE_STAFF = "manage_staff"  # people, their roles and passwords
    MANAGE_BACKUPS = "manage_backups"
    ROTATE_KEYS = "rotate_keys"
    RESTORE_DELETED = "restore_deleted"
    PURGE_DELETED = "purge_deleted"
    READ_AUDIT = "read_audit"
    EXPORT_AUDIT = "export_audit"
    DEMONSTRATION_DATA = "demonstration_data"


class Reach(enum.IntEnum):
    """Over whose rows a permission reaches; each includes the ones before it."""

    NONE = 0
    OWN = 1
    COVERED = 2  # own, and those of a colleague whose stand-in one is
    ALL = 3


class Limit(enum.StrEnum):
    """What narrows a grant."""

    MASKED = "masked"  # sensitive fields stay masked
    WITH_REASON = "with_reason"  # a reason is asked for and recorded
    NOT_OWN = "not_own"  # never one's own work: four eyes
    CARD = "card"  # only the lobby card: masked name, tier, owner, today's flags
    TASKS = "tasks"  # only the tasks assigned to the person
    ASSIGNED = "assigned"  # assists the cases assigned to the person
    READS_TODAY = "reads_today"  # reads today's list, changes nothing
    OWN_PEOPLE = "own_people"  # of the people the person supervises
    JOINTLY_ADMINISTRATOR = "jointly_administrator"  # together with an administrator
    JOINTLY_BRANCH_HEAD = "jointly_branch_head"  # together with a branch head
    DEMONSTRATION_ONLY = "demonstration_only"  # only in a demonstration vault


@dataclass(frozen=True, slots=True)
class Grant:
    """One way in which something is permitted; all of its limits apply together."""

    reach: Reach
    limits: frozenset[Limit] = frozenset()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a person may do of one permission: the grants of all their roles. False if nothing."""

    grants: frozenset[Grant] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.grants)

    def __or__(self, other: Scope) -> Scope:
        return Scope(self.grants | other.grants)

    def reach(self, *accepting: Limit) -> Reach:
        """The widest reach under no other limits than those the caller keeps to (`accepting`)."""
        kept = [grant.reach for grant in self.grants if grant.limits <= set(accepting)]
        return max(kept, default=Reach.NONE)


def _grant(reach: Reach, *limits: Limit) -> Scope:
    return Scope(frozenset({Grant(reach, frozenset(limits))}))


NOTHING = Scope()
_OWN, _COVERED, _ALL = _grant(Reach.OWN), _grant(Reach.COVERED), _grant(Reach.ALL)
_TASKS = _grant(Reach.OWN, Limit.TASKS)
_DEMONSTRATION = _grant(Reach.ALL, Limit.DEMONSTRATION_ONLY)

# A role that is absent from a row may do nothing of it.
TABLE: dict[Permission, dict[Role, Scope]] = {
    Permission.SEE_CUSTOMERS: {
        Role.RELATIONSHIP_MANAGER: _COVERED,
        Role.SUPERVISOR: _ALL,
        Role.BRANCH_HEAD: _ALL,
        Role.LOBBY_MANAGER: _grant(Reach.ALL, Limit.CARD),
    },
    Permission.READ_WORK: {
        Role.RELATIONSHIP_MANAGER: _OWN,
        Role.SUPERVISOR: _ALL,
        Role.BRANCH_HEAD: _ALL,
        Role.LOBBY_MANAGER: _TASKS,
        Role.TELLER: _TASKS,
    },
    Permission.WRITE_WORK: {
        Role.RELATIONSHIP_MANAGER: _OWN,
        Role.SUPERVISOR: _OWN,
        Role.LOBBY_MANAGER: _TASKS,
        Role.TELLER: _TASKS,
    },
    Permission.APPROVE_WORK: {
        Role.SUPERVISOR: _grant(Reach.ALL, Limit.NOT_OWN),
        Role.BRANCH_HEAD: _grant(Reach.ALL, Limit.NOT_OWN),
    },
    Permission.IMPORT: {
        Role.RELATIONSHIP_MANAGER: _OWN,
        Role.SUPERVISOR: _ALL,
        Role.BRANCH_HEAD: _ALL,
    },
    Permission.EXPORT: {
        Role.RELATIONSHIP_MANAGER: _grant(Reach.COVERED, Limit.MASKED),
        Role.SUPERVISOR: _grant(Reach.ALL, Limit.MASKED),
        Role.BRANCH_HEAD: _grant(Reach.ALL, Limit.WITH_REASON),
    },
    Permission.REVEAL: {
        Role.RELATIONSHIP_MANAGER: _OWN,
        Role.SUPERVISOR: _ALL,
        Role.BRANCH_HEAD: _ALL,
    },
    Permission.ANSWER_SURVEYS: {
        Role.RELATIONSHIP_MANAGER: _COVERED,
        Role.SUPERVISOR: _ALL,
        Role.BRANCH_HEAD: _ALL,
    },
    Permission.RUN_SURVEYS: {Role.SUPERVISOR: _ALL, Role.BRANCH_HEAD: _ALL},
    Permission.SIGN_SURVEYS: {Role.BRANCH_HEAD: _ALL},
    Permission.HANDLE_COMPLAINTS: {
        Role.RELATIONSHIP_MANAGER: _OWN,
        Role.SUPERVISOR: _ALL,
        Role.BRANCH_HEAD: _ALL,
        Role.LOBBY_MANAGER: _grant(Reach.ALL, Limit.ASSIGNED),
    },
    Permission.WITHDRAWALS: {
        Role.RELATIONSHIP_MANAGER: _ALL,
        Role.SUPERVISOR: _ALL,
        Role.BRANCH_HEAD: _ALL,
        Role.LOBBY_MANAGER: _ALL,
        Role.TELLER: _grant(Reach.ALL, Limit.READS_TODAY),
    },
    Permission.SET_RULES: {Role.SUPERVISOR: _ALL, Role.BRANCH_HEAD: _ALL},
    Permission.EDIT_TEMPLATES: {
        Role.RELATIONSHIP_MANAGER: _OWN,
        Role.SUPERVISOR: _ALL,
        Role.BRANCH_HEAD: _ALL,
    },
    Permission.SET_TECHNICAL: {Role.ADMINISTRATOR: _ALL},
    Permission.MANAGE_STAFF: {Role.ADMINISTRATOR: _ALL},
    Permission.MANAGE_BACKUPS: {Role.ADMINISTRATOR: _ALL},
    Permission.ROTATE_KEYS: {Role.ADMINISTRATOR: _ALL},
    Permission.RESTORE_DELETED: {
        Role.RELATIONSHIP_MANAGER: _OWN,
        Role.SUPERVISOR: _ALL,
        Role.BRANCH_HEAD: _ALL,
    },
    Permission.PURGE_DELETED: {
        Role.BRANCH_HEAD: _grant(Reach.ALL, Limit.JOINTLY_ADMINISTRATOR),
        Role.ADMINISTRATOR: _grant(Reach.ALL, Limit.JOINTLY_BRANCH_HEAD),
    },
    Permission.READ_AUDIT: {
        Role.SUPERVISOR: _grant(Reach.ALL, Limit.OWN_PEOPLE),
        Role.BRANCH_HEAD: _ALL,
        Role.AUDITOR: _ALL,
    },
    Permission.EXPORT_AUDIT: {Role.AUDITOR: _ALL},
    Permission.DEMONSTRATION_DATA: dict.fromkeys(Role, _DEMONSTRATION),
}


def scope_of(role: Role, permission: Permission) -> Scope:
    """One cell of the table."""
    return TABLE[permission].get(role, NOTHING)


def allowed(actor: Actor, permission: Permission) -> Scope:
    """What `actor` may do of `permission`: the union over their roles."""
    scope = NOTHING
    for role in actor.roles:
        scope |= scope_of(role, permission)
    return scope


def require(
    session: Session,
    permission: Permission,
    *,
    reach: Reach = Reach.OWN,
    accepting: tuple[Limit, ...] | None = None,
) -> Scope:
    """Raise NotAllowed("role.not_permitted") unless whoever acts has `permission` at least to `reach`.

    `accepting` names the limits the caller keeps to; None leaves judging limits to the caller, who
    receives the whole scope.
    """
    scope = allowed(acting(session), permission)
    taken = tuple(Limit) if accepting is None else accepting
    if scope.reach(*taken) < reach:
        raise NotAllowed("role.not_permitted", permission=permission.value)
    return scope
