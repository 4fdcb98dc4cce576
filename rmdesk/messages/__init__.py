"""A sentence for every code: what happened, what was kept, what to do.

Services raise codes and parameters; here they become words, the same ones in the window and on the
command line. The tables beside this file hold one entry for each code; a test finds every code that
the program can raise and fails for one that has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rmdesk import labels, words
from rmdesk.messages import (
    activities,
    archive,
    audit,
    backups,
    care,
    complaints,
    contacts,
    daily_log,
    goals,
    imports,
    notices,
    people,
    places,
    plans,
    segments,
    surveys,
    work,
)
from rmdesk.messages.entry import Entry
from rmdesk.services.errors import UserError
from rmdesk.words import translate

if TYPE_CHECKING:
    from rmdesk.services.accounts import Notice
    from rmdesk.services.changes import Comparison, Problem
    from rmdesk.services.vault import Finding

ENTRIES: dict[str, Entry] = {
    **places.ENTRIES,
    **people.ENTRIES,
    **archive.ENTRIES,
    **audit.ENTRIES,
    **segments.ENTRIES,
    **imports.ENTRIES,
    **care.ENTRIES,
    **contacts.ENTRIES,
    **work.ENTRIES,
    **daily_log.ENTRIES,
    **surveys.ENTRIES,
    **complaints.ENTRIES,
    **goals.ENTRIES,
    **plans.ENTRIES,
    **activities.ENTRIES,
    **backups.ENTRIES,
}
FINDINGS: dict[str, Entry] = notices.FINDINGS
NOTICES: dict[str, str] = notices.NOTICES


@dataclass(frozen=True, slots=True)
class Message:
    """What a person is told; `kept` or `to_do` are "" where there is nothing to say."""

    happened: str
    kept: str
    to_do: str

    def __str__(self) -> str:
        between = "" if words.language() == "zh_CN" else " "
        return between.join(part for part in (self.happened, self.kept, self.to_do) if part)


def message(error: UserError) -> Message:
    return _worded(ENTRIES[error.code], error.params)


def sentence(error: UserError) -> str:
    """The whole message in one line."""
    return str(message(error))


def internal() -> Message:
    """For an error nobody foresaw."""
    return _worded(work.INTERNAL, {})


def interrupted() -> Message:
    """For work that the person broke off."""
    return _worded(work.INTERRUPTED, {})


def finding(found: Finding) -> Message:
    """Something that opening the vault noticed, or that a use case proposes."""
    return _worded(FINDINGS[found.code], found.params)


def problem(found: Problem, customer: str = "") -> str:
    """One thing that is wrong with the audit trail; `customer` is the number of whom the row belongs to."""
    table = labels.table(found.table) if found.table else ""
    whose = translate("messages", "customer number {number}", number=customer) if customer else found.uid
    return translate("messages", notices.PROBLEMS[found.code]).format(
        number=found.number, position=found.position, table=table, uid=whose
    )


def as_printed(found: Comparison) -> str:
    """For a printed head that is the vault's own, with all of the trail sound."""
    at = "" if found.at is None else moment(found.at)
    return translate("messages", audit.AS_PRINTED).format(
        number=found.number, at=at, later=max(0, found.verdict.head.number - found.number)
    )


def notice(told: Notice) -> str:
    """Something a person must be told at sign-in."""
    by = told.by or translate("messages", "somebody")
    return translate("messages", NOTICES[told.code], by=by, at=moment(told.raised_at))


def one_use_password() -> str:
    """For a person who signs in with a password that somebody else gave them."""
    return translate("messages", notices.ONE_USE_PASSWORD)


def moment(at: datetime) -> str:
    """A moment in local time, to the minute."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def _worded(entry: Entry, params: Mapping[str, Any]) -> Message:
    shown = {name: _shown(name, value) for name, value in params.items()}
    return Message(*(translate("messages", part).format(**shown) for part in entry))


def _shown(name: str, value: Any) -> Any:
    """Codes among the parameters become words, moments local time; all else stands as it is."""
    if name == "permission":
        return labels.permission(value)
    if name == "table":
        return labels.table(value)
    if name == "what":
        return labels.what(value)
    if name == "kind":
        return labels.kind(value)
    if name == "setting":
        return labels.setting(value)
    if name == "program":
        return translate("messages", notices.PROGRAMS.get(value, notices.OTHER_PROGRAM))
    if name in ("since", "at") and value:
        return moment(datetime.fromisoformat(value) if isinstance(value, str) else value)
    return value
