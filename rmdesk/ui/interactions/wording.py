"""Icons and words of contacts and of what is owed to customers."""

from __future__ import annotations

from rmdesk import choices
from rmdesk.models import Channel
from rmdesk.services.interactions import InteractionRow
from rmdesk.services.promises import Owed
from rmdesk.words import translate

CHANNEL_ICONS: dict[str, str] = {
    Channel.VISIT: "footprints",
    Channel.CALL: "phone",
    Channel.SMS: "message-square",
    Channel.WECHAT: "message-circle",
    Channel.LETTER: "mail",
    Channel.EMAIL: "mail",
    Channel.BRANCH_VISIT: "store",
}
# By table: the icon, and the role of its colour.
OWED_ICONS: dict[str, tuple[str, str]] = {
    "commitment": ("handshake", "kind.commitment"),
    "follow_up": ("corner-up-right", "kind.follow_up"),
    "appointment": ("calendar-check", "kind.appointment"),
    "visit": ("footprints", "kind.follow_up"),
    "task": ("clipboard-list", "kind.activity"),
}


def channel(code: str) -> str:
    return choices.word("interaction", "channel", code)


def first_line(text: str | None) -> str:
    return (text or "").strip().split("\n", 1)[0]


def said(row: InteractionRow) -> str:
    """A contact in one line: by which way, and what was said."""
    what = first_line(row.content) or row.purpose or row.need or ""
    if not what:
        return channel(row.channel)
    return translate("contacts", "{channel}: {what}", channel=channel(row.channel), what=what)


def came_of_it(row: InteractionRow) -> str:
    """What stands at the right of a contact: how the customer felt, else what became of the attempt."""
    if row.satisfaction is not None:
        return choices.word("interaction", "satisfaction", row.satisfaction)
    if row.result != "reached":
        return choices.word("interaction", "result", row.result)
    if row.duration_minutes is not None:
        return translate("contacts", "{minutes} min", minutes=row.duration_minutes)
    return ""


def owed(row: Owed) -> str:
    """What is owed in one line: `Promise: …`."""
    what = {
        "commitment": translate("contacts", "Promise"),
        "follow_up": translate("contacts", "Next step"),
        "appointment": translate("contacts", "Appointment"),
        "visit": translate("contacts", "Visit"),
        "task": translate("contacts", "Task"),
    }[row.table]
    words = first_line(row.words)
    if row.table in ("appointment", "visit") and row.at_minute is not None:
        words = f"{clock(row.at_minute)} {words}".rstrip()
    if row.table == "task" and row.detail:
        what = translate("contacts", "Task for {whom}", whom=row.detail)
    if not words:
        return what
    return translate("contacts", "{what}: {words}", what=what, words=words)


def state(row: Owed) -> str:
    return choices.word(row.table, "state", row.state)


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
