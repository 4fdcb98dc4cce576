"""Words for the daily log: kinds of change set, tables and fields for `labels`; where a log stands."""

from __future__ import annotations

from rmdesk import choices
from rmdesk.models import LogState
from rmdesk.words import QT_TRANSLATE_NOOP, translate

KINDS: dict[str, str] = {
    "log.planned": QT_TRANSLATE_NOOP("labels", "Day planned"),
    "log.item_edited": QT_TRANSLATE_NOOP("labels", "Item of the plan changed"),
    "log.item_removed": QT_TRANSLATE_NOOP("labels", "Item taken off the plan"),
    "log.reordered": QT_TRANSLATE_NOOP("labels", "Plan put into another order"),
    "log.item_completed": QT_TRANSLATE_NOOP("labels", "Completion filled in"),
    "log.news_added": QT_TRANSLATE_NOOP("labels", "News of the day added"),
    "log.news_removed": QT_TRANSLATE_NOOP("labels", "News of the day removed"),
    "log.news_planned": QT_TRANSLATE_NOOP("labels", "Contacts about news planned"),
    "log.submitted": QT_TRANSLATE_NOOP("labels", "Daily log submitted"),
    "log.addendum": QT_TRANSLATE_NOOP("labels", "Addendum to a daily log"),
    "log.commented": QT_TRANSLATE_NOOP("labels", "Comment on a daily log"),
    "log.returned": QT_TRANSLATE_NOOP("labels", "Daily log sent back"),
    "log.countersigned": QT_TRANSLATE_NOOP("labels", "Daily log countersigned"),
}

TABLES: dict[str, str] = {
    "daily_log": QT_TRANSLATE_NOOP("labels", "Daily log"),
    "daily_log_item": QT_TRANSLATE_NOOP("labels", "Item of the daily log"),
    "daily_log_remark": QT_TRANSLATE_NOOP("labels", "Remark beside a daily log"),
    "daily_log_news": QT_TRANSLATE_NOOP("labels", "News of the day"),
    "daily_log_news_customer": QT_TRANSLATE_NOOP("labels", "Customer touched by news"),
}

_LOG_ID = QT_TRANSLATE_NOOP("labels", "Daily log")
_STAFF_ID = QT_TRANSLATE_NOOP("labels", "Person")
_CUSTOMER_ID = QT_TRANSLATE_NOOP("labels", "Customer")
_STATE = QT_TRANSLATE_NOOP("labels", "State")
_KIND = QT_TRANSLATE_NOOP("labels", "Kind")
_ADDED_AT = QT_TRANSLATE_NOOP("labels", "Added")

FIELDS: dict[tuple[str, str], str] = {
    ("daily_log", "staff_id"): _STAFF_ID,
    ("daily_log", "day"): QT_TRANSLATE_NOOP("labels", "Day"),
    ("daily_log", "state"): _STATE,
    ("daily_log", "planned_at"): QT_TRANSLATE_NOOP("labels", "Planned"),
    ("daily_log", "plan_is_late"): QT_TRANSLATE_NOOP("labels", "Planned late"),
    ("daily_log", "clock_at"): QT_TRANSLATE_NOOP("labels", "What the computer's clock said"),
    ("daily_log", "submitted_at"): QT_TRANSLATE_NOOP("labels", "Submitted"),
    ("daily_log", "submit_is_late"): QT_TRANSLATE_NOOP("labels", "Submitted late"),
    ("daily_log", "decided_by_id"): QT_TRANSLATE_NOOP("labels", "Decided by"),
    ("daily_log", "decided_at"): QT_TRANSLATE_NOOP("labels", "Decided"),
    ("daily_log_item", "log_id"): _LOG_ID,
    ("daily_log_item", "position"): QT_TRANSLATE_NOOP("labels", "Place in the plan"),
    ("daily_log_item", "at_minute"): QT_TRANSLATE_NOOP("labels", "Time"),
    ("daily_log_item", "customer_id"): _CUSTOMER_ID,
    ("daily_log_item", "purpose"): QT_TRANSLATE_NOOP("labels", "Purpose"),
    ("daily_log_item", "told_of"): QT_TRANSLATE_NOOP("labels", "What the purpose says"),
    ("daily_log_item", "channel"): QT_TRANSLATE_NOOP("labels", "Channel"),
    ("daily_log_item", "source"): QT_TRANSLATE_NOOP("labels", "Source"),
    ("daily_log_item", "rule"): QT_TRANSLATE_NOOP("labels", "Rule"),
    ("daily_log_item", "subject"): QT_TRANSLATE_NOOP("labels", "About"),
    ("daily_log_item", "due_on"): QT_TRANSLATE_NOOP("labels", "Due on"),
    ("daily_log_item", "is_extra"): QT_TRANSLATE_NOOP("labels", "Added after the plan was due"),
    ("daily_log_item", "added_at"): _ADDED_AT,
    ("daily_log_item", "outcome"): QT_TRANSLATE_NOOP("labels", "Completion"),
    ("daily_log_item", "result"): QT_TRANSLATE_NOOP("labels", "Result"),
    ("daily_log_item", "moved_to"): QT_TRANSLATE_NOOP("labels", "Moved to"),
    ("daily_log_item", "interaction_id"): QT_TRANSLATE_NOOP("labels", "Contact record"),
    ("daily_log_item", "completed_at"): QT_TRANSLATE_NOOP("labels", "Completed"),
    ("daily_log_remark", "log_id"): _LOG_ID,
    ("daily_log_remark", "staff_id"): _STAFF_ID,
    ("daily_log_remark", "kind"): _KIND,
    ("daily_log_remark", "text"): QT_TRANSLATE_NOOP("labels", "Text"),
    ("daily_log_remark", "item_uid"): QT_TRANSLATE_NOOP("labels", "About"),
    ("daily_log_remark", "said_at"): QT_TRANSLATE_NOOP("labels", "Written"),
    ("daily_log_news", "log_id"): _LOG_ID,
    ("daily_log_news", "kind"): _KIND,
    ("daily_log_news", "headline"): QT_TRANSLATE_NOOP("labels", "What happened"),
    ("daily_log_news", "meaning"): QT_TRANSLATE_NOOP("labels", "What it means"),
    ("daily_log_news", "found_by"): QT_TRANSLATE_NOOP("labels", "How customers were found"),
    ("daily_log_news", "added_at"): _ADDED_AT,
    ("daily_log_news_customer", "news_id"): QT_TRANSLATE_NOOP("labels", "News of the day"),
    ("daily_log_news_customer", "customer_id"): _CUSTOMER_ID,
    ("daily_log_news_customer", "planned_on"): QT_TRANSLATE_NOOP("labels", "Planned for"),
}

# Where a past day stands that was not submitted: begun, or nothing at all (`daily_logs.LATE`, `MISSING`).
_NOT_SUBMITTED = {
    "late": QT_TRANSLATE_NOOP("log", "Not submitted"),
    "missing": QT_TRANSLATE_NOOP("log", "Missing"),
}


def standing(value: str) -> str:
    """Where a log stands."""
    if value in _NOT_SUBMITTED:
        return translate("log", _NOT_SUBMITTED[value])
    return choices.word("daily_log", "state", value)


def standing_of_day(value: str, *, is_begun: bool) -> str:
    """The same of a day whose log nobody may have begun yet."""
    if not is_begun and value == LogState.DRAFT:
        return translate("log", "not begun")
    return standing(value)


def hours(minutes: int) -> str:
    """A span of minutes: 1 小时 50 分."""
    if minutes < 60:
        return translate("log", "{count} min", count=minutes)
    return translate("log", "{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
