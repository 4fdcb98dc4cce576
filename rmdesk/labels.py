"""Words for stored codes: roles, permissions, kinds of change set, tables, fields."""

from __future__ import annotations

from collections.abc import Iterable

from rmdesk import (
    activity_labels,
    archive_labels,
    complaint_labels,
    log_labels,
    plan_labels,
    survey_labels,
    work_labels,
)
from rmdesk.models import Role
from rmdesk.services.roles import Limit, Permission, Reach, Scope
from rmdesk.words import QT_TRANSLATE_NOOP, translate

ROLES: dict[str, str] = {
    Role.RELATIONSHIP_MANAGER: QT_TRANSLATE_NOOP("labels", "Relationship manager"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("labels", "Supervisor"),
    Role.BRANCH_HEAD: QT_TRANSLATE_NOOP("labels", "Branch head"),
    Role.LOBBY_MANAGER: QT_TRANSLATE_NOOP("labels", "Lobby manager"),
    Role.TELLER: QT_TRANSLATE_NOOP("labels", "Teller"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("labels", "Administrator"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("labels", "Auditor"),
}

PERMISSIONS: dict[str, str] = {
    Permission.SEE_CUSTOMERS: QT_TRANSLATE_NOOP("labels", "See customers"),
    Permission.READ_WORK: QT_TRANSLATE_NOOP("labels", "Read contacts, plans and logs"),
    Permission.WRITE_WORK: QT_TRANSLATE_NOOP("labels", "Record contacts, plans and logs"),
    Permission.APPROVE_WORK: QT_TRANSLATE_NOOP("labels", "Agree plans, countersign logs, approve promises"),
    Permission.IMPORT: QT_TRANSLATE_NOOP("labels", "Import"),
    Permission.EXPORT: QT_TRANSLATE_NOOP("labels", "Export"),
    Permission.REVEAL: QT_TRANSLATE_NOOP("labels", "Show a masked field"),
    Permission.ANSWER_SURVEYS: QT_TRANSLATE_NOOP("labels", "Enter survey answers"),
    Permission.RUN_SURVEYS: QT_TRANSLATE_NOOP("labels", "Prepare and evaluate surveys"),
    Permission.SIGN_SURVEYS: QT_TRANSLATE_NOOP("labels", "Sign survey reports"),
    Permission.HANDLE_COMPLAINTS: QT_TRANSLATE_NOOP("labels", "Handle complaints"),
    Permission.WITHDRAWALS: QT_TRANSLATE_NOOP("labels", "Large withdrawals and their reception"),
    Permission.SET_RULES: QT_TRANSLATE_NOOP("labels", "Set goals, rules and thresholds"),
    Permission.EDIT_TEMPLATES: QT_TRANSLATE_NOOP("labels", "Edit templates"),
    Permission.SET_TECHNICAL: QT_TRANSLATE_NOOP("labels", "Change technical settings"),
    Permission.MANAGE_STAFF: QT_TRANSLATE_NOOP("labels", "Manage staff, roles and passwords"),
    Permission.MANAGE_BACKUPS: QT_TRANSLATE_NOOP("labels", "Make and restore backups"),
    Permission.ROTATE_KEYS: QT_TRANSLATE_NOOP("labels", "Renew the vault's master key"),
    Permission.RESTORE_DELETED: QT_TRANSLATE_NOOP("labels", "Restore from the recycle bin"),
    Permission.PURGE_DELETED: QT_TRANSLATE_NOOP("labels", "Delete for good from the recycle bin"),
    Permission.READ_AUDIT: QT_TRANSLATE_NOOP("labels", "Read the audit trail"),
    Permission.EXPORT_AUDIT: QT_TRANSLATE_NOOP("labels", "Export the audit trail"),
    Permission.DEMONSTRATION_DATA: QT_TRANSLATE_NOOP("labels", "Demonstration data"),
}

REACHES: dict[int, str] = {
    Reach.NONE: "–",
    Reach.OWN: QT_TRANSLATE_NOOP("labels", "own"),
    Reach.COVERED: QT_TRANSLATE_NOOP("labels", "own and covered"),
    Reach.ALL: QT_TRANSLATE_NOOP("labels", "all"),
}

LIMITS: dict[str, str] = {
    Limit.MASKED: QT_TRANSLATE_NOOP("labels", "masked"),
    Limit.WITH_REASON: QT_TRANSLATE_NOOP("labels", "with a reason"),
    Limit.NOT_OWN: QT_TRANSLATE_NOOP("labels", "not one's own"),
    Limit.CARD: QT_TRANSLATE_NOOP("labels", "lobby card only"),
    Limit.TASKS: QT_TRANSLATE_NOOP("labels", "assigned tasks"),
    Limit.ASSIGNED: QT_TRANSLATE_NOOP("labels", "assists the assigned"),
    Limit.READS_TODAY: QT_TRANSLATE_NOOP("labels", "reads the day's"),
    Limit.OWN_PEOPLE: QT_TRANSLATE_NOOP("labels", "of own people"),
    Limit.JOINTLY_ADMINISTRATOR: QT_TRANSLATE_NOOP("labels", "together with an administrator"),
    Limit.JOINTLY_BRANCH_HEAD: QT_TRANSLATE_NOOP("labels", "together with a branch head"),
    Limit.DEMONSTRATION_ONLY: QT_TRANSLATE_NOOP("labels", "only in a demonstration vault"),
}

KINDS: dict[str, str] = {
    "branch.renamed": QT_TRANSLATE_NOOP("labels", "Branch renamed"),
    "vault.created": QT_TRANSLATE_NOOP("labels", "Vault created"),
    "vault.recovered": QT_TRANSLATE_NOOP("labels", "Recovery code used"),
    "vault.migrated": QT_TRANSLATE_NOOP("labels", "Vault brought up to this version"),
    "vault.rollback_accepted": QT_TRANSLATE_NOOP("labels", "Older state of the vault accepted"),
    "vault.opened_on_new_computer": QT_TRANSLATE_NOOP("labels", "Opened on a new computer"),
    "vault.keyfile_restored": QT_TRANSLATE_NOOP("labels", "Key file restored from its copy"),
    "vault.keyfile_ahead": QT_TRANSLATE_NOOP("labels", "Key file of an interrupted change accepted"),
    "vault.old_keyfile_accepted": QT_TRANSLATE_NOOP("labels", "Older key file accepted"),
    "vault.backed_up": QT_TRANSLATE_NOOP("labels", "Backup made by hand"),
    "customer.erased": QT_TRANSLATE_NOOP("labels", "Customer deleted at their request"),
    "retention.expired": QT_TRANSLATE_NOOP("labels", "What was due was deleted for good"),
    "changes.expired": QT_TRANSLATE_NOOP("labels", "Beginning of the audit trail expired"),
    "vault.restored": QT_TRANSLATE_NOOP("labels", "Backup brought back"),
    "vault.salvaged": QT_TRANSLATE_NOOP("labels", "Damaged vault salvaged"),
    "vault.key_rotated": QT_TRANSLATE_NOOP("labels", "Master key renewed"),
    "auth.signed_in": QT_TRANSLATE_NOOP("labels", "Signed in"),
    "auth.signed_out": QT_TRANSLATE_NOOP("labels", "Signed out"),
    "auth.locked": QT_TRANSLATE_NOOP("labels", "Locked"),
    "auth.keyring_set": QT_TRANSLATE_NOOP("labels", "Sign-in by the Windows session set up"),
    "auth.keyring_removed": QT_TRANSLATE_NOOP("labels", "Sign-in by the Windows session removed"),
    "staff.added": QT_TRANSLATE_NOOP("labels", "Person added"),
    "staff.renamed": QT_TRANSLATE_NOOP("labels", "Person renamed"),
    "staff.mobile_set": QT_TRANSLATE_NOOP("labels", "Mobile number of a person set"),
    "staff.roles_set": QT_TRANSLATE_NOOP("labels", "Roles set"),
    "staff.disabled": QT_TRANSLATE_NOOP("labels", "Person disabled"),
    "staff.enabled": QT_TRANSLATE_NOOP("labels", "Person enabled again"),
    "staff.password_reset": QT_TRANSLATE_NOOP("labels", "Password reset"),
    "staff.password_changed": QT_TRANSLATE_NOOP("labels", "Own password changed"),
    "staff.notices_read": QT_TRANSLATE_NOOP("labels", "Notices read"),
    "setting.changed": QT_TRANSLATE_NOOP("labels", "Setting changed"),
    "holidays.set": QT_TRANSLATE_NOOP("labels", "Public holidays of a year set"),
    "demo.filled": QT_TRANSLATE_NOOP("labels", "Demonstration branch added"),
    "field.revealed": QT_TRANSLATE_NOOP("labels", "Masked field shown"),
    "data.exported": QT_TRANSLATE_NOOP("labels", "Exported"),
    "data.printed": QT_TRANSLATE_NOOP("labels", "Printed"),
    "change.undone": QT_TRANSLATE_NOOP("labels", "Change undone"),
    **archive_labels.KINDS,
    **work_labels.KINDS,
    **log_labels.KINDS,
    **survey_labels.KINDS,
    **complaint_labels.KINDS,
    **plan_labels.KINDS,
    **activity_labels.KINDS,
}

TABLES: dict[str, str] = {
    "staff": QT_TRANSLATE_NOOP("labels", "Staff"),
    "staff_role": QT_TRANSLATE_NOOP("labels", "Role of a person"),
    "staff_notice": QT_TRANSLATE_NOOP("labels", "Notice to a person"),
    "setting": QT_TRANSLATE_NOOP("labels", "Setting of the branch"),
    "holiday": QT_TRANSLATE_NOOP("labels", "Public holiday"),
    **archive_labels.TABLES,
    **work_labels.TABLES,
    **log_labels.TABLES,
    **survey_labels.TABLES,
    **complaint_labels.TABLES,
    **plan_labels.TABLES,
    **activity_labels.TABLES,
}

FIELDS: dict[tuple[str, str], str] = {
    ("staff", "name"): QT_TRANSLATE_NOOP("labels", "Name"),
    ("staff", "mobile"): QT_TRANSLATE_NOOP("labels", "Mobile"),
    ("staff", "disabled_at"): QT_TRANSLATE_NOOP("labels", "Disabled since"),
    ("staff_role", "staff_id"): QT_TRANSLATE_NOOP("labels", "Person"),
    ("staff_role", "role"): QT_TRANSLATE_NOOP("labels", "Role"),
    ("staff_notice", "staff_id"): QT_TRANSLATE_NOOP("labels", "Person"),
    ("staff_notice", "code"): QT_TRANSLATE_NOOP("labels", "Notice"),
    ("staff_notice", "by_id"): QT_TRANSLATE_NOOP("labels", "Caused by"),
    ("staff_notice", "raised_at"): QT_TRANSLATE_NOOP("labels", "Raised"),
    ("staff_notice", "read_at"): QT_TRANSLATE_NOOP("labels", "Read"),
    ("setting", "name"): QT_TRANSLATE_NOOP("labels", "Setting"),
    ("setting", "value"): QT_TRANSLATE_NOOP("labels", "Value"),
    ("holiday", "year"): QT_TRANSLATE_NOOP("labels", "Year"),
    ("holiday", "name"): QT_TRANSLATE_NOOP("labels", "Name of the holiday"),
    ("holiday", "starts_on"): QT_TRANSLATE_NOOP("labels", "First day"),
    ("holiday", "ends_on"): QT_TRANSLATE_NOOP("labels", "Last day"),
    ("holiday", "is_working"): QT_TRANSLATE_NOOP("labels", "Worked"),
    **archive_labels.FIELDS,
    **work_labels.FIELDS,
    **log_labels.FIELDS,
    **survey_labels.FIELDS,
    **complaint_labels.FIELDS,
    **plan_labels.FIELDS,
    **activity_labels.FIELDS,
}

# What is typed and stands in no column.
TYPED: dict[str, str] = {
    **plan_labels.TYPED,
    **activity_labels.TYPED,
    "export.reason": QT_TRANSLATE_NOOP("labels", "Reason of the export"),
    "calendar.day": QT_TRANSLATE_NOOP("labels", "Day"),
    "calendar.first": QT_TRANSLATE_NOOP("labels", "From"),
    "calendar.last": QT_TRANSLATE_NOOP("labels", "To"),
    "report.day": QT_TRANSLATE_NOOP("labels", "Day"),
    "report.period": QT_TRANSLATE_NOOP("labels", "Period"),
    "report.contacts": QT_TRANSLATE_NOOP("labels", "Contacts listed"),
    "report.plan": QT_TRANSLATE_NOOP("labels", "Action plan"),
    "report.with_contacts": QT_TRANSLATE_NOOP("labels", "List every contact"),
    "report.goal": QT_TRANSLATE_NOOP("labels", "Goal"),
    "report.customer": QT_TRANSLATE_NOOP("labels", "Customer"),
    "report.family": QT_TRANSLATE_NOOP("labels", "Days of the family as well"),
    "report.first": QT_TRANSLATE_NOOP("labels", "From day"),
    "report.last": QT_TRANSLATE_NOOP("labels", "To day"),
    "report.manager": QT_TRANSLATE_NOOP("labels", "Manager in charge"),
    "report.order": QT_TRANSLATE_NOOP("labels", "Order"),
    "report.survey": QT_TRANSLATE_NOOP("labels", "Survey"),
    "report.activity": QT_TRANSLATE_NOOP("labels", "Activity"),
    "report.complaint": QT_TRANSLATE_NOOP("labels", "Complaint"),
    "report.copies": QT_TRANSLATE_NOOP("labels", "Copies"),
    "report.tiers": QT_TRANSLATE_NOOP("labels", "Tier"),
    "report.view": QT_TRANSLATE_NOOP("labels", "Saved view"),
    "answer.value": QT_TRANSLATE_NOOP("labels", "The answer"),
    "survey_report.summary": QT_TRANSLATE_NOOP("labels", "Summary of the report"),
    "survey_report.findings": QT_TRANSLATE_NOOP("labels", "Findings"),
    "survey_report.product": QT_TRANSLATE_NOOP("labels", "Suggestions for products"),
    "survey_report.marketing": QT_TRANSLATE_NOOP("labels", "Suggestions for marketing"),
    "survey_report.service": QT_TRANSLATE_NOOP("labels", "Suggestions for service"),
    "survey_report.operations": QT_TRANSLATE_NOOP("labels", "Suggestions for operations"),
    "questionnaire.text": QT_TRANSLATE_NOOP("labels", "Text of the questionnaire"),
    "capture.line": QT_TRANSLATE_NOOP("labels", "The line"),
    "retention.years.customers": QT_TRANSLATE_NOOP("labels", "Customers who are lost or deleted (years)"),
    "retention.years.interactions": QT_TRANSLATE_NOOP("labels", "Records of contacts (years)"),
    "retention.years.attachments": QT_TRANSLATE_NOOP("labels", "Documents (years)"),
    "retention.years.refusals": QT_TRANSLATE_NOOP("labels", "What people refused who left (years)"),
    "retention.years.audit": QT_TRANSLATE_NOOP("labels", "Audit trail (years)"),
    "grades.weights.frequency": QT_TRANSLATE_NOOP("labels", "Frequency of dealings (%)"),
    "grades.weights.amount": QT_TRANSLATE_NOOP("labels", "Amount of assets (%)"),
    "grades.weights.influence": QT_TRANSLATE_NOOP("labels", "Influence (%)"),
    "grades.steps.frequency": QT_TRANSLATE_NOOP("labels", "Steps of frequency"),
    "grades.steps.influence": QT_TRANSLATE_NOOP("labels", "Steps of influence"),
    "complaints.days.call": QT_TRANSLATE_NOOP("labels", "First call"),
    "complaints.days.find_out": QT_TRANSLATE_NOOP("labels", "Known what happened"),
    "complaints.days.agree": QT_TRANSLATE_NOOP("labels", "Agreed how it is put right"),
    "complaints.days.final": QT_TRANSLATE_NOOP("labels", "Decided at the latest"),
    "complaints.days.tell": QT_TRANSLATE_NOOP("labels", "Told after the decision"),
    "complaints.escalation.after": QT_TRANSLATE_NOOP("labels", "after so many further working days"),
}

SETTINGS: dict[str, str] = {
    "branch.name": QT_TRANSLATE_NOOP("labels", "Name of the branch"),
    "branch.manager_label": QT_TRANSLATE_NOOP("labels", "What relationship managers are called here"),
    "contacts.cost_limit_fen": QT_TRANSLATE_NOOP("labels", "Cost of a contact that needs a reason"),
    "care.rules": QT_TRANSLATE_NOOP("labels", "Rules of the care calendar"),
    "care.successors": QT_TRANSLATE_NOOP("labels", "Products to offer at maturity"),
    "branch.closing_minute": QT_TRANSLATE_NOOP("labels", "When the branch closes"),
    "grades.weights": QT_TRANSLATE_NOOP("labels", "Weights of the relationship grade"),
    "grades.steps": QT_TRANSLATE_NOOP("labels", "Steps of the relationship grade"),
    "retention.years": QT_TRANSLATE_NOOP("labels", "How long it is kept"),
    "complaints.days": QT_TRANSLATE_NOOP("labels", "Deadlines of complaints"),
    "complaints.escalation": QT_TRANSLATE_NOOP("labels", "Who hears of late complaints"),
    "keys.renew_years": QT_TRANSLATE_NOOP("labels", "Years until renewing the master key is proposed"),
    "lock.idle_seconds": QT_TRANSLATE_NOOP("labels", "Seconds without use until the window locks"),
    "keyring.allowed": QT_TRANSLATE_NOOP("labels", "Sign-in by the Windows session allowed"),
    "backup.folder": QT_TRANSLATE_NOOP("labels", "Second folder for backups"),
    "backup.most_gb": QT_TRANSLATE_NOOP("labels", "Most room for backups (GB)"),
    "vault.demonstration": QT_TRANSLATE_NOOP("labels", "Demonstration vault"),
    "vault.disposable": QT_TRANSLATE_NOOP("labels", "Demonstration that is made anew at will"),
}


def role(code: str, manager_label: str | None = None, *, to: str | None = None) -> str:
    """The word for a role; the branch may have its own for relationship managers (`manager_label`)."""
    if code == Role.RELATIONSHIP_MANAGER and manager_label:
        return manager_label
    return translate("labels", ROLES[code], to=to)


def roles(codes: Iterable[str], manager_label: str | None = None) -> str:
    """A person's roles in the order of the table of roles: "Supervisor, Teller" or 客户经理主管、柜员."""
    known = list(Role)
    ordered = sorted(codes, key=lambda code: known.index(Role(code)))
    return listed(role(code, manager_label) for code in ordered)


def permission(code: str, *, to: str | None = None) -> str:
    return translate("labels", PERMISSIONS[code], to=to)


def kind(code: str) -> str:
    """The word for a kind of change set; the code itself if a newer program wrote it."""
    return translate("labels", KINDS.get(code, code))


def table(name: str) -> str:
    return translate("labels", TABLES.get(name, name))


def field(table_name: str, name: str) -> str:
    return translate("labels", FIELDS.get((table_name, name), name))


def section(name: str) -> str:
    """The word for a section of the customer page."""
    return translate("labels", archive_labels.SECTIONS[name])


def setting(name: str) -> str:
    return translate("labels", SETTINGS.get(name, name))


def what(code: str) -> str:
    """The word for something typed: a setting (`branch.name`) or a column (`staff.name`)."""
    if code in TYPED:
        return translate("labels", TYPED[code])
    return setting(code) if code in SETTINGS else field(*code.split(".", 1))


def listed(words: Iterable[str], *, to: str | None = None) -> str:
    """Several words in a row: "a, b" or 甲、乙."""
    return translate("labels", ", ", to=to).join(words)


def scope(value: Scope, *, to: str | None = None) -> str:
    """One cell of the table of roles in words, e.g. "all, masked"."""
    cells = []
    for grant in sorted(value.grants, key=lambda grant: (-grant.reach, sorted(grant.limits))):
        reach = translate("labels", REACHES[grant.reach], to=to)
        limits = listed([translate("labels", LIMITS[limit], to=to) for limit in sorted(grant.limits)], to=to)
        cells.append(
            translate("labels", "{reach}, {limits}", to=to, reach=reach, limits=limits) if limits else reach
        )
    return translate("labels", "; ", to=to).join(cells) or REACHES[Reach.NONE]
