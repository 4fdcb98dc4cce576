"""Entries of the audit trail in words: what they are about, their details, and values before and after.

Values of masked fields stay masked here: the trail tells that something changed, not what it was.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rmdesk import choices, labels
from rmdesk.models import Role
from rmdesk.services import masks
from rmdesk.services.changes import RecordRow, SetRow
from rmdesk.ui import formats
from rmdesk.words import QT_TRANSLATE_NOOP, translate

CHANGES = {
    "c": QT_TRANSLATE_NOOP("audit", "Added"),
    "u": QT_TRANSLATE_NOOP("audit", "Changed"),
    "d": QT_TRANSLATE_NOOP("audit", "Removed"),
}

# Columns that hold the id of a person.
_PERSON_IDS = frozenset(
    {
        ("staff_role", "staff_id"),
        ("staff_notice", "staff_id"),
        ("staff_notice", "by_id"),
        ("customer", "owner_id"),
        ("customer", "stand_in_id"),
        ("saved_view", "owner_id"),
        ("segment", "owner_id"),
        ("segment_snapshot", "staff_id"),
        ("goal_share", "staff_id"),
        ("plan", "owner_id"),
        ("plan", "supervisor_id"),
        ("plan", "submitted_by_id"),
        ("plan", "decided_by_id"),
        ("plan_version", "agreed_by_id"),
    }
)


@dataclass(frozen=True)
class Names:
    """Sign-in names by uid and by id."""

    by_uid: Mapping[str, str]
    by_id: Mapping[int, str]


def who(entry: SetRow, names: Names) -> str:
    if entry.staff_uid is None:
        return translate("audit", "The program")
    return names.by_uid.get(entry.staff_uid, translate("audit", "Unknown"))


def about(entry: SetRow, names: Names) -> str:
    """The row an entry is mainly about."""
    if entry.subject_table == "staff" and entry.subject_uid:
        return names.by_uid.get(entry.subject_uid, translate("audit", "Unknown"))
    if "setting" in entry.detail:
        return labels.setting(str(entry.detail["setting"]))
    if "report" in entry.detail:
        from rmdesk.services import reports  # seldom shown, and loads what all reports gather

        name = str(entry.detail["report"])
        return reports.find(name).title() if name in reports.REPORTS else name
    if entry.kind == "data.exported":
        from rmdesk.services import export  # seldom shown, and loads what all lists are made of

        what = str(entry.detail.get("what"))
        return export.title(what) if what in export.LISTINGS or what == "calendar" else what
    if not entry.subject_table:
        return ""
    return " ".join(part for part in (labels.table(entry.subject_table), entry.customer) if part)


def details(entry: SetRow) -> str:
    """What the entry's details say, as far as this program knows them."""
    found = entry.detail
    parts = []
    for key, words in (
        ("roles", QT_TRANSLATE_NOOP("audit", "Roles: {roles}")),
        ("given", QT_TRANSLATE_NOOP("audit", "Given: {roles}")),
        ("taken", QT_TRANSLATE_NOOP("audit", "Taken: {roles}")),
    ):
        if found.get(key):
            parts.append(translate("audit", words, roles=_roles(found[key])))
    if found.get("one_use"):
        parts.append(translate("audit", "With a one-use password"))
    if "field" in found:
        parts.append(labels.field(entry.subject_table or "", str(found["field"])))
    if "file" in found:
        parts.append(translate("audit", "File: {name}", name=str(found["file"])))
    if "rows" in found:
        parts.append(translate("audit", "Rows: {count}", count=formats.count(int(found["rows"]))))
    if "pages" in found:
        parts.append(translate("audit", "Pages: {count}", count=formats.count(int(found["pages"]))))
    if "phones" in found:
        count = formats.count(int(found["phones"]))
        parts.append(translate("audit", "Phone numbers in full: {count}", count=count))
    if found.get("masked") is True:
        parts.append(translate("audit", "masked"))
    if "reason" in found:
        parts.append(translate("audit", "Reason: {reason}", reason=str(found["reason"])))
    if entry.undo_of is not None:
        parts.append(translate("audit", "Undoes entry {number}", number=entry.undo_of))
    if entry.undone_by is not None:
        parts.append(translate("audit", "Undone by entry {number}", number=entry.undone_by))
    return translate("audit", ", ").join(parts)


def value(table: str, field: str, found: Any, names: Names) -> str:
    """A value before or after, masked where its field is."""
    if found is None or found == "":
        return translate("audit", "None")
    kind = masks.COLUMNS.get((table, field))
    if kind is not None:
        return masks.masked(kind, found)
    if (table, field) in _PERSON_IDS:
        return names.by_id.get(found, str(found))
    if (table, field) == ("staff_role", "role"):
        return labels.role(str(found))
    if (table, field) == ("setting", "name"):
        return labels.setting(str(found))
    if (table, field) == ("setting", "value"):
        return _setting_value(str(found))
    if (table, field) in choices.OF_FIELDS:
        return choices.word(table, field, found)
    if isinstance(found, datetime):
        return formats.exact_moment(found)
    if isinstance(found, bool):
        return translate("audit", "Yes") if found else translate("audit", "No")
    return str(found)


def record_field(record: RecordRow) -> str:
    """Which field a record is about, or what happened to the whole row."""
    if record.field is not None:
        return labels.field(record.table, record.field)
    return translate("audit", CHANGES[record.change])


def record_value(record: RecordRow, side: str, names: Names) -> str:
    """What stood there before or after (`side`)."""
    if record.erased:
        return translate("audit", "Erased")
    found = getattr(record, side)
    if record.change == "d" and isinstance(found, dict):
        shown = (
            translate(
                "audit",
                "{field}: {value}",
                field=labels.field(record.table, name),
                value=value(record.table, name, one, names),
            )
            for name, one in found.items()
            if one is not None and (record.table, name) in labels.FIELDS
        )
        return translate("audit", ", ").join(shown)
    return "" if record.field is None else value(record.table, record.field, found, names)


def _roles(codes: list[str]) -> str:
    return labels.listed(labels.role(code) if code in set(Role) else code for code in codes)


def _setting_value(stored: str) -> str:
    found = json.loads(stored)
    if isinstance(found, bool):
        return translate("audit", "Yes") if found else translate("audit", "No")
    return str(found) or translate("audit", "None")
