"""Words of the worklist: its sections, when a line is due, what was said last, the day in both calendars."""

from __future__ import annotations

from datetime import date

from rmdesk import calendar_labels, care_labels, choices, words
from rmdesk.models.interaction import NOT_REACHED
from rmdesk.services import almanac
from rmdesk.services.care import LATE_SECTIONS, Kind, Line, Part, Section, State
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from rmdesk.services.working_days import WorkCalendar
from rmdesk.ui import formats
from rmdesk.ui.interactions.wording import clock
from rmdesk.ui.panes.customers.page.wording import yuan
from rmdesk.words import QT_TRANSLATE_NOOP, translate

SECTIONS: dict[Section, str] = {
    Section.PLAN: QT_TRANSLATE_NOOP("today", "Plan of the day"),
    Section.ESCALATED: QT_TRANSLATE_NOOP("today", "Complaints overdue in the branch"),
    Section.COMPLAINT: QT_TRANSLATE_NOOP("today", "Complaints in your charge"),
    Section.OVERDUE: QT_TRANSLATE_NOOP("today", "Overdue"),
    Section.WARNING: QT_TRANSLATE_NOOP("today", "Warnings"),
    Section.APPOINTMENT: QT_TRANSLATE_NOOP("today", "Appointments"),
    Section.MATURITY: QT_TRANSLATE_NOOP("today", "Maturities"),
    Section.CARE: QT_TRANSLATE_NOOP("today", "Birthdays and care"),
    Section.COMMITMENT: QT_TRANSLATE_NOOP("today", "Promises"),
    Section.FOLLOW_UP: QT_TRANSLATE_NOOP("today", "Follow-ups"),
    Section.TASK: QT_TRANSLATE_NOOP("today", "Tasks"),
    Section.PLANNED: QT_TRANSLATE_NOOP("today", "Contacts of plans"),
    Section.CADENCE: QT_TRANSLATE_NOOP("today", "Regular contacts"),
    Section.NOTICE: QT_TRANSLATE_NOOP("today", "Notices"),
    Section.AHEAD: QT_TRANSLATE_NOOP("today", "Next seven days"),
    Section.DONE: QT_TRANSLATE_NOOP("today", "Done today"),
}
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("today", "Monday"),
    QT_TRANSLATE_NOOP("today", "Tuesday"),
    QT_TRANSLATE_NOOP("today", "Wednesday"),
    QT_TRANSLATE_NOOP("today", "Thursday"),
    QT_TRANSLATE_NOOP("today", "Friday"),
    QT_TRANSLATE_NOOP("today", "Saturday"),
    QT_TRANSLATE_NOOP("today", "Sunday"),
)
# Icon and role of the colour by kind; the tokens call some of them otherwise.
_ICONS = {
    Kind.FAMILY_DATE: ("heart", "kind.family"),
    Kind.ASSESSMENT: ("scale", "kind.cadence"),
    Kind.PLAN: ("list-tree", "kind.follow_up"),
    Kind.ACTIVITY: ("presentation", "kind.follow_up"),
    Kind.TASK: ("clipboard-list", "secondary"),
}
_OF_CHANNEL = {
    "call": "phone",
    "wechat": "message-circle",
    "sms": "message-square",
    "letter": "mail",
    "email": "mail",
    "visit": "footprints",
    "branch_visit": "store",
}


def section(one: Section) -> str:
    return translate("today", SECTIONS[one])


def kind_icon(line: Line) -> tuple[str, str]:
    """The icon of a line's kind and the role of its colour."""
    from rmdesk.ui.tokens import KIND_ICONS

    if line.is_own_item:
        return "users", "secondary"
    kind = line.touchpoint.kind
    if kind in _ICONS:
        return _ICONS[kind]
    if line.key.rule == "other_maturity":
        return KIND_ICONS["other_bank"], "kind.other_bank"
    return KIND_ICONS[kind.value], f"kind.{kind.value}"


def channel_icon(code: str) -> str:
    return _OF_CHANNEL.get(code, "ellipsis")


def name(line: Line) -> str:
    """Whom it is about; of a collective line, how many."""
    if line.person is not None:
        return line.person.name
    if line.planned is not None:
        return ""
    if line.is_task:
        return translate("today", "Task")
    if line.is_case:
        return str(line.touchpoint.values[4])
    return translate("today", "{count} people", count=formats.count(line.touchpoint.count or 0))


def reason(line: Line) -> str:
    rewritten = None if line.planned is None else line.planned.rewritten
    why, one = rewritten or care_labels.reason(line.touchpoint), line.touchpoint
    if one.handed_by:
        return translate("today", "{why} (handed over by {name})", why=why, name=one.handed_by)
    return translate("today", "{why} (with {name})", why=why, name=one.handed_to) if one.handed_to else why


def said(line: Line, today: date) -> str:
    """The last contact in a few words: 8月21日 电话：嫌期限长."""
    last = line.said
    if last is None:
        return ""
    how = choices.word("interaction", "channel", last.channel)
    what = last.words or choices.word("interaction", "result", last.result)
    if last.words and last.result in NOT_REACHED:
        missed = choices.word("interaction", "result", last.result)
        what = translate("today", "{missed} ({words})", missed=missed, words=last.words)
    day = formats.day(last.held_on, today=today)
    return translate("today", "{day} {channel}: {words}", day=day, channel=how, words=what)


def when(line: Line, today: date) -> tuple[str, str]:
    """When it is due, and the role of its colour."""
    one = line.touchpoint
    if line.planned is not None and line.planned.at_minute is not None:
        return clock(line.planned.at_minute), "secondary"
    if one.state is State.SKIPPED:
        return translate("today", "Skipped"), "secondary"
    if one.state is State.DONE:
        return translate("today", "Done"), "good"
    if line.is_first_contact and not one.postponed:
        never, other = translate("today", "Never contacted"), translate("today", "None of this kind yet")
        return (never if line.said is None else other), "warning"
    if one.day < today and one.late_after < today:
        late = (today - one.late_after).days
        words_ = (
            translate("today", "1 day late")
            if late == 1
            else translate("today", "{days} days late", days=late)
        )
        return words_, "warning"
    day = one.day
    if one.reminds_of is not None:
        day = one.reminds_of
        if (ahead := (day - today).days) > 1:
            return translate(
                "today", "{day}, in {days} days", day=formats.day(day, today=today), days=ahead
            ), "secondary"
    elif one.key.due_on < today and not one.postponed:
        since = formats.day(one.key.due_on, today=today)
        return translate("today", "Due since {day}", day=since), "secondary"
    if day != today:
        return formats.day(day, today=today), "secondary"
    minute = one.values[2] if one.kind is Kind.APPOINTMENT and one.values else None
    shown = translate("today", "Today")
    return (f"{shown} {clock(minute)}" if minute is not None else shown), "secondary"


def amount(fen: int | str | None) -> str:
    if not fen:  # a safe-deposit box that runs out is about no money
        return ""
    return formats.band(fen) if isinstance(fen, str) else formats.amount(yuan(fen))


def exact_amount(fen: int | str | None) -> str:
    if fen is None:
        return ""
    return fen if isinstance(fen, str) else formats.exact_amount(yuan(fen))


def fact(part: Part, today: date) -> str:
    """The one thing worth knowing of a section while it is folded."""
    if part.first_on is None:
        return ""
    if part.section in LATE_SECTIONS:
        return translate("today", "Since {day}", day=formats.day(part.first_on, today=today))
    if part.section is Section.AHEAD:
        return translate("today", "From {day}", day=formats.day(part.first_on, today=today))
    return ""


def weekday(day: date) -> str:
    return translate("today", _WEEKDAYS[day.weekday()])


def day_line(day: date, work: WorkCalendar) -> str:
    """The day with its weekday, lunar day, solar term, festivals and rest, as the head shows it."""
    chinese = words.language() == "zh_CN"
    date_, named = formats.day(day, today=day), weekday(day)
    parts = [f"{date_} {named}" if chinese else f"{named} {date_}"]
    try:
        lunar = almanac.to_lunar(day)
        parts.append(_lunar(lunar.month, lunar.day, lunar.is_leap))
        term = almanac.term_of(day)
        festivals = [calendar_labels.festival(one) for one in almanac.festivals_of(day)]
        if term is not None and calendar_labels.term(term) not in "".join(festivals):
            parts.append(calendar_labels.term(term))
        parts += festivals[:2]
    except UserError:
        pass  # a clock set beyond the calendar
    if (rest := work.holiday_name(day)) is not None and rest not in "".join(parts):
        parts.append(rest)
    elif (made_up := work.made_up_for(day)) is not None:
        parts.append(translate("today", "working day for {holiday}", holiday=made_up))
    return "   ".join(parts)


def _lunar(month: int, day: int, is_leap: bool) -> str:
    from rmdesk.services import typed_days

    named = Day(month, day, None, True, is_leap)
    if words.language() == "zh_CN":
        return typed_days.chinese(named).removeprefix("农历")
    return typed_days.english(named)
