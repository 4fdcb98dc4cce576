"""Settings of the branch: which there are, what they may hold, and who may change them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk import policies
from rmdesk.models import ProductKind, Role, Seriousness, Setting
from rmdesk.services import amounts, care_options, changes, computer_values, roles, text, values
from rmdesk.services.care_options import RULES_SETTING
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.queries import Query, given
from rmdesk.services.roles import Permission

BRANCH_NAME_LONGEST = 100
LABEL_LONGEST = 20
SUCCESSOR_LONGEST = 60
_VALUE = Query(select(Setting.value).where(Setting.name == given("name")))
BACKUP_GB = range(1, 2001)
RENEW_YEARS = range(0, 11)
GRADE_WEIGHTS = "grades.weights"
RETENTION = "retention.years"
# How long what is kept stays, in years: what an administrator and a branch head let go is in `retention.py`.
RETENTION_KINDS = ("customers", "interactions", "attachments", "refusals", "audit")
RETENTION_YEARS = range(1, 51)
_RETENTION = {"customers": 10, "interactions": 10, "attachments": 10, "refusals": 20, "audit": 10}
GRADE_PARTS = ("frequency", "amount", "influence")
GRADE_STEPS = "grades.steps"
GRADE_COUNTED = ("frequency", "influence")  # what has steps of its own; the amount goes by the tier
GRADE_STARS = (2, 3, 4, 5)
_MOST_COUNTED = 999
COMPLAINT_DAYS = "complaints.days"
# Until the first call, until it is known what happened, until it is agreed how it is put right, until it is
# decided; from then on until the customer is told.
COMPLAINT_STEPS = ("call", "find_out", "agree")
COMPLAINT_PARTS = (*COMPLAINT_STEPS, "final", "tell")
COMPLAINT_LONGEST = 60  # working days
COMPLAINT_ESCALATION = "complaints.escalation"
ESCALATED_TO = (Role.BRANCH_HEAD.value, Role.SUPERVISOR.value)
ESCALATION_LATEST = 10  # working days


def _branch_name(value: object) -> str:
    return text.line(value, "branch.name", longest=BRANCH_NAME_LONGEST)


def _label(value: object) -> str:
    return "" if value == "" else text.line(value, "branch.manager_label", longest=LABEL_LONGEST)


def _cost_limit(value: object) -> int:
    found = amounts.check(value, "contacts.cost_limit_fen")
    if found < 0:
        raise UserError("amount.not_an_amount", what="contacts.cost_limit_fen")
    return found


def _successors(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not value.keys() <= {one.value for one in ProductKind}:
        raise UserError("value.not_a_choice", what="care.successors")
    return {
        str(kind): text.line(product, "care.successors", longest=SUCCESSOR_LONGEST)
        for kind, product in value.items()
        if product
    }


def _closing_minute(value: object) -> int:
    return values.minute_of_day(value, "branch.closing_minute")


def _grade_weights(value: object) -> dict[str, int]:
    if not isinstance(value, dict) or value.keys() != dict.fromkeys(GRADE_PARTS).keys():
        raise UserError("value.not_a_choice", what=GRADE_WEIGHTS)
    found = {one: values.whole(value[one], f"{GRADE_WEIGHTS}.{one}", 0, 100) for one in GRADE_PARTS}
    if sum(found.values()) != 100:
        raise UserError("settings.weights_not_whole", total=sum(found.values()))
    return found


def _grade_steps(value: object) -> dict[str, list[int]]:
    if not isinstance(value, dict) or value.keys() != dict.fromkeys(GRADE_COUNTED).keys():
        raise UserError("value.not_a_choice", what=GRADE_STEPS)
    found = {}
    for one in GRADE_COUNTED:
        if not isinstance(value[one], list) or len(value[one]) != len(GRADE_STARS):
            raise UserError("value.not_a_choice", what=GRADE_STEPS)
        found[one] = [grade_step(one, step) for step in value[one]]
        check_grade_order(one, found[one])
    return found


def grade_step(part: str, value: object) -> int:
    """From how many on there is a star more. Raises UserError `value.out_of_range`."""
    return values.whole(value, f"{GRADE_STEPS}.{part}", 1, _MOST_COUNTED)


def check_grade_order(part: str, steps: Sequence[int]) -> None:
    """Raises UserError `settings.steps_not_rising`."""
    for stars, (lower, higher) in zip(GRADE_STARS[1:], pairwise(steps), strict=True):
        if higher <= lower:
            raise UserError(
                "settings.steps_not_rising", what=f"{GRADE_STEPS}.{part}", stars=stars, above=lower
            )


def _complaint_days(value: object) -> dict[str, dict[str, int]]:
    if not isinstance(value, dict) or value.keys() != {one.value for one in Seriousness}:
        raise UserError("value.not_a_choice", what=COMPLAINT_DAYS)
    found = {}
    for one in Seriousness:
        given = value[one.value]
        if not isinstance(given, dict) or given.keys() != dict.fromkeys(COMPLAINT_PARTS).keys():
            raise UserError("value.not_a_choice", what=COMPLAINT_DAYS)
        found[one.value] = {part: complaint_days(part, given[part]) for part in COMPLAINT_PARTS}
        check_complaint_order(found[one.value])
    return found


def complaint_days(part: str, value: object) -> int:
    """Working days of one part of `COMPLAINT_PARTS`. Raises UserError `number.out_of_range` and the like."""
    least = 1 if part == "final" else 0
    return values.whole(value, f"{COMPLAINT_DAYS}.{part}", least, COMPLAINT_LONGEST)


def check_complaint_order(days: Mapping[str, int]) -> None:
    """Raise UserError `settings.step_after_decision` if a step would be due after it is to be decided."""
    late = [part for part in COMPLAINT_STEPS if days[part] > days["final"]]
    if late:
        what = f"{COMPLAINT_DAYS}.{late[0]}"
        raise UserError("settings.step_after_decision", what=what, most=days["final"])


def _complaint_escalation(value: object) -> dict[str, Any]:
    if not isinstance(value, dict) or value.keys() != {"roles", "after"}:
        raise UserError("value.not_a_choice", what=COMPLAINT_ESCALATION)
    given = value["roles"]
    if not isinstance(given, list) or any(one not in ESCALATED_TO for one in given):
        raise UserError("value.not_a_choice", what=COMPLAINT_ESCALATION)
    if not given:
        raise UserError("settings.escalated_to_nobody")
    after = values.whole(value["after"], f"{COMPLAINT_ESCALATION}.after", 0, ESCALATION_LATEST)
    return {"roles": [one for one in ESCALATED_TO if one in given], "after": after}


def _retention_years(value: object) -> dict[str, int]:
    if not isinstance(value, dict) or value.keys() != dict.fromkeys(RETENTION_KINDS).keys():
        raise UserError("value.not_a_choice", what=RETENTION)
    found = {
        one: values.whole(value[one], f"{RETENTION}.{one}", RETENTION_YEARS[0], RETENTION_YEARS[-1])
        for one in RETENTION_KINDS
    }
    if found["refusals"] < found["customers"]:
        what = f"{RETENTION}.refusals"
        raise UserError("settings.refusals_shorter", what=what, least=found["customers"])
    return found


def _backup_most_gb(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value not in BACKUP_GB:
        raise UserError("settings.backup_most_gb", least=BACKUP_GB[0], most=BACKUP_GB[-1])
    return value


def _renew_years(value: object) -> int:
    return values.whole(value, "keys.renew_years", RENEW_YEARS[0], RENEW_YEARS[-1])


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise UserError("settings.not_yes_or_no")
    return value


@dataclass(frozen=True, slots=True)
class Definition:
    """One setting. `check` returns the value to store or raises UserError.

    Without a `permission` it is fixed when the vault is made. One that `grew` has parts by name: what was
    stored before there was one of them has its default.
    """

    name: str
    default: Any
    check: Callable[[object], Any]
    permission: Permission | None
    grew: bool = False

    def read(self, stored: str) -> Any:
        """The value of what is stored."""
        value = json.loads(stored)
        return self.default | value if self.grew else value


DEFINITIONS = {
    one.name: one
    for one in (
        Definition("branch.name", "", _branch_name, Permission.SET_TECHNICAL),
        # What relationship managers are called here, e.g. 理财经理; "" for the program's own word.
        Definition("branch.manager_label", "", _label, Permission.SET_RULES),
        # Above it, what was spent on a contact needs a reason: fen.
        Definition("contacts.cost_limit_fen", 20_000, _cost_limit, Permission.SET_RULES),
        # What may be set of the rules of the care calendar; see `care_options.py`.
        Definition(RULES_SETTING, {}, care_options.checked, Permission.SET_RULES),
        # What to offer when a product matures, by its kind.
        Definition("care.successors", {}, _successors, Permission.SET_RULES),
        # When the branch closes: the plan of the next working day is on time until then. In minutes.
        Definition("branch.closing_minute", 18 * 60, _closing_minute, Permission.SET_RULES),
        # What the stars of a relationship are weighed by, in per cent: see `grades.py`.
        Definition(
            GRADE_WEIGHTS,
            {"frequency": 30, "amount": 50, "influence": 20},
            _grade_weights,
            Permission.SET_RULES,
        ),
        # From how many dealings, and relations, on there are two, three, four, five.
        Definition(
            GRADE_STEPS,
            {"frequency": [1, 4, 8, 12], "influence": [1, 2, 4, 6]},
            _grade_steps,
            Permission.SET_RULES,
        ),
        # By when what is done about a complaint, in working days, by how serious it is.
        Definition(
            COMPLAINT_DAYS,
            {
                Seriousness.MINOR.value: {"call": 1, "find_out": 3, "agree": 5, "final": 7, "tell": 1},
                Seriousness.SERIOUS.value: {"call": 1, "find_out": 3, "agree": 5, "final": 5, "tell": 1},
                Seriousness.GRAVE.value: {"call": 1, "find_out": 2, "agree": 2, "final": 2, "tell": 1},
            },
            _complaint_days,
            Permission.SET_RULES,
        ),
        # Who hears of a complaint that is late, and after how many further working days.
        Definition(
            COMPLAINT_ESCALATION,
            {"roles": [Role.BRANCH_HEAD.value], "after": 0},
            _complaint_escalation,
            Permission.SET_RULES,
        ),
        # After how many years it is proposed to exchange the master key, or once somebody left; 0: never.
        Definition("keys.renew_years", 1, _renew_years, Permission.ROTATE_KEYS),
        Definition("lock.idle_seconds", 300, computer_values.idle_seconds, Permission.SET_TECHNICAL),
        # Whether a person may let their Windows session open the vault.
        Definition("keyring.allowed", True, _flag, Permission.SET_TECHNICAL),
        # A second folder for backups, on another disk or a share; "" for none.
        Definition("backup.folder", "", computer_values.folder, Permission.MANAGE_BACKUPS),
        # How large the backups in one folder may become, in GB (10⁹ bytes).
        Definition("backup.most_gb", 50, _backup_most_gb, Permission.MANAGE_BACKUPS),
        Definition(RETENTION, _RETENTION, _retention_years, Permission.PURGE_DELETED, grew=True),
        Definition("vault.demonstration", False, _flag, None),
        # The program's own demonstration, made anew at will: nothing of anybody's may go into it.
        Definition("vault.disposable", False, _flag, None),
    )
}


@dataclass(frozen=True, slots=True)
class Stored:
    """A setting's value and the version to state when changing it (0 while it is the default)."""

    value: Any
    version: int


def load(session: Session) -> dict[str, Stored]:
    """Every setting by name, with the value that is in force on this computer."""
    rows = {row.name: row for row in session.scalars(select(Setting))}
    found = {
        name: Stored(definition.read(rows[name].value), rows[name].version)
        if name in rows
        else Stored(definition.default, 0)
        for name, definition in DEFINITIONS.items()
    }
    imposed = _imposed(found["vault.disposable"].value)
    return found | {name: Stored(value, found[name].version) for name, value in imposed.items()}


def _imposed(disposable: bool) -> Mapping[str, Any]:
    """What the policy of this computer says; the demonstration has no backups."""
    found = policies.policy().settings
    return {name: found[name] for name in found if not (disposable and name == "backup.folder")}


def imposed_by(name: str) -> str | None:
    """Who set this setting for this computer, "" if they gave no name; None if nobody did."""
    policy = policies.policy()
    return policy.set_by if name in policy.settings else None


def get(session: Session, name: str) -> Any:
    """The value of one setting in force on this computer. KeyError for a name that does not exist."""
    definition = DEFINITIONS[name]
    if name in policies.SETTINGS.values():
        imposed = _imposed(get(session, "vault.disposable"))
        if name in imposed:
            return imposed[name]
    rows = _VALUE.read(session, name=name)
    return definition.read(rows[0].value) if rows else definition.default


def set(session: Session, name: str, value: object, *, version: int) -> None:
    """Change a setting; `version` as seen in `load`. Nothing happens if it has that value already.

    The branch's name is changed by `branch.rename_branch`: it stands outside the vault too.

    Raises NotAllowed, Conflict, or the setting's own `settings.*` code. KeyError for an unknown name.
    """
    definition = DEFINITIONS[name]
    if definition.permission is None:
        raise UserError("settings.fixed", setting=name)
    roles.require(session, definition.permission)
    if imposed_by(name) is not None:
        raise UserError("settings.imposed", setting=name)
    if name == "backup.folder" and get(session, "vault.disposable"):
        raise UserError("backup.demonstration")
    _store(session, definition, value, version=version)


def fix(session: Session, name: str, value: object) -> None:
    """Store a setting that nobody may change later, while the vault is being made."""
    definition = DEFINITIONS[name]
    if definition.permission is not None:
        raise ValueError(f"{name} is for people to set")
    _store(session, definition, value, version=0)


def _store(session: Session, definition: Definition, value: object, *, version: int) -> None:
    checked = definition.check(value)
    row = session.scalars(select(Setting).where(Setting.name == definition.name)).one_or_none()
    present = 0 if row is None else row.version
    if present != version:
        uid = "" if row is None else row.uid
        raise Conflict("row.changed", table="setting", uid=uid, seen=version, present=present)
    stored = json.dumps(checked, ensure_ascii=False)
    if row is None:
        row = Setting(name=definition.name, value=stored)
        session.add(row)
    elif row.value == stored:
        return
    else:
        row.value = stored
    session.flush()
    changes.describe(session, "setting.changed", subject=row, setting=definition.name)
