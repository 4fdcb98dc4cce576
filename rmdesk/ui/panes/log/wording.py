"""Words, icons and colours of the log: where it stands, what became of an item."""

from __future__ import annotations

from datetime import date

from rmdesk import care_labels, choices
from rmdesk.log_labels import standing, standing_of_day
from rmdesk.models import LogState, Outcome
from rmdesk.services import daily_logs
from rmdesk.services.daily_logs import Contact, DayLog, DayOf, Item, OfManager, Proposal
from rmdesk.ui import formats
from rmdesk.ui.panes.today import wording as today_wording
from rmdesk.ui.tokens import KIND_ICONS
from rmdesk.words import translate

# By outcome: the icon and the role of its colour.
OUTCOMES: dict[str, tuple[str, str]] = {
    Outcome.OPEN: ("circle-dashed", "secondary"),
    Outcome.DONE: ("circle-check", "good"),
    Outcome.PARTLY: ("circle-dot", "caution"),
    Outcome.NOT_DONE: ("circle-slash", "warning"),
    Outcome.MOVED: ("calendar-arrow-up", "kind.follow_up"),
}
# By standing: the icon and the tone of the tag.
_STANDINGS: dict[str, tuple[str, str]] = {
    LogState.DRAFT: ("pen-line", "neutral"),
    LogState.SUBMITTED: ("circle-check", "accent"),
    LogState.COUNTERSIGNED: ("stamp", "good"),
    LogState.RETURNED: ("undo-2", "warning"),
    daily_logs.LATE: ("clock", "caution"),
    daily_logs.MISSING: ("circle-dashed", "warning"),
}
_ICONS_OF_KINDS = {"family_date": "heart", "assessment": "scale", "task": "clipboard-list"}
_ROLES_OF_KINDS = {"family_date": "kind.family", "assessment": "kind.cadence", "task": "kind.notice"}


def standing_icon(value: str) -> str:
    return _STANDINGS.get(value, ("circle", "neutral"))[0]


def standing_tone(value: str) -> str:
    return _STANDINGS.get(value, ("circle", "neutral"))[1]


def outcome(value: str) -> str:
    return choices.word("daily_log_item", "outcome", value)


def kind_icon(item: Item) -> tuple[str, str]:
    """The icon of what an item is about, and the role of its colour."""
    if item.kind is None:
        return ("users", "secondary") if item.person is None else ("corner-up-right", "kind.follow_up")
    code = item.kind.value
    if item.rule == "other_maturity":
        return KIND_ICONS["other_bank"], "kind.other_bank"
    return _ICONS_OF_KINDS.get(code) or KIND_ICONS[code], _ROLES_OF_KINDS.get(code, f"kind.{code}")


def channel_icon(code: str | None) -> str:
    return today_wording.channel_icon(code) if code else ""


def name_of(item: Item) -> str:
    if item.person is not None:
        return item.person.name
    return translate("log", "(deleted)") if item.is_gone else ""


def name_of_contact(one: Contact) -> str:
    return one.person.name if one.person is not None else translate("log", "(deleted)")


def result(item: Item) -> str:
    """What came of an item, in one sentence."""
    if item.moved_to is not None:
        to = translate("log", "to {day}", day=formats.day(item.moved_to))
        return f"{item.result}  {to}" if item.result else to
    return item.result or ""


def minutes(count: int | None) -> str:
    return "" if not count else translate("log", "{count} min", count=count)


def day_title(day: date) -> str:
    return f"{formats.day(day)} {today_wording.weekday(day)}"


def plan_facts(log: DayLog) -> str:
    """When the plan was written, and until when it was due."""
    due = formats.moment(log.plan_due_at)
    if log.planned_at is None:
        return translate("log", "due {due}", due=due)
    return translate("log", "written {at}, due {due}", at=formats.moment(log.planned_at), due=due)


def due(one: Proposal) -> tuple[str, str]:
    """When what is proposed is due, seen from the day that is planned, and the role of its colour."""
    if one.at_minute is not None:
        return care_labels.clock(one.at_minute), "secondary"
    if one.days_late:
        return translate("log", "{days} d late", days=one.days_late), "warning"
    return formats.day(one.line.touchpoint.day), "secondary"


def standing_of(one: DayOf) -> tuple[str, str]:
    """Where somebody's day stands, and the icon of that; of one without a log that nobody misses, too."""
    is_begun = one.uid is not None
    words = standing_of_day(one.standing, is_begun=is_begun)
    is_dashed = not is_begun and one.standing == LogState.DRAFT
    return words, "circle-dashed" if is_dashed else standing_icon(one.standing)


def manager(one: OfManager) -> str:
    return translate("log", "{name} (has left)", name=one.staff) if one.has_left else one.staff


def planned(one: DayOf) -> tuple[str, str, str]:
    """Whether somebody's day is planned: words, icon, and the role of its colour."""
    if one.is_planned:
        count = one.counted.planned
        if one.plan_is_late:
            return translate("log", "{count} items, late", count=count), "clock", "caution"
        return translate("log", "{count} items", count=count), "circle-check", "secondary"
    is_missed = one.is_expected and one.day <= date.today()
    role = "warning" if is_missed else "caution" if one.is_expected else "secondary"
    return translate("log", "not planned"), "circle-dashed", role


def of_day(one: DayOf) -> str:
    """A day in the strip: where it stands and how much of it is done."""
    counted = one.counted
    whole = counted.planned + counted.extra
    if one.standing == LogState.DRAFT and one.day > date.today():
        return translate("log", "{count} planned", count=whole) if whole else ""
    if one.standing == LogState.DRAFT and one.uid is None and one.day < date.today():
        return ""  # of somebody who need not keep a log
    words = standing(one.standing)
    return f"{counted.done}/{whole} {words}" if whole else words
