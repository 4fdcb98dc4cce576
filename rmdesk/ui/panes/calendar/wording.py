"""Words of the calendar's cells, lists and bars."""

from __future__ import annotations

from datetime import date

from rmdesk import care_labels
from rmdesk.services.care import Count, Kind, Line, Section
from rmdesk.ui import formats
from rmdesk.ui.panes.today import wording as lines
from rmdesk.ui.tokens import KIND_ICONS
from rmdesk.words import QT_TRANSLATE_NOOP, translate

VIEWS: dict[str, str] = {
    "month": QT_TRANSLATE_NOOP("care calendar", "Month"),
    "week": QT_TRANSLATE_NOOP("care calendar", "Week"),
    "day": QT_TRANSLATE_NOOP("care calendar", "Day"),
    "agenda": QT_TRANSLATE_NOOP("care calendar", "Agenda"),
}
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("care calendar", "Mon"),
    QT_TRANSLATE_NOOP("care calendar", "Tue"),
    QT_TRANSLATE_NOOP("care calendar", "Wed"),
    QT_TRANSLATE_NOOP("care calendar", "Thu"),
    QT_TRANSLATE_NOOP("care calendar", "Fri"),
    QT_TRANSLATE_NOOP("care calendar", "Sat"),
    QT_TRANSLATE_NOOP("care calendar", "Sun"),
)
_LOOKS = {
    Kind.FAMILY_DATE: ("heart", "kind.family"),
    Kind.ASSESSMENT: ("scale", "kind.cadence"),
    Kind.PLAN: ("list-tree", "kind.follow_up"),
    Kind.ACTIVITY: ("presentation", "kind.follow_up"),
}


def view(one: str) -> str:
    return translate("care calendar", VIEWS[one])


def weekday(place: int) -> str:
    """周一, Mon: Monday is 0."""
    return translate("care calendar", _WEEKDAYS[place])


def lunar_year(animal: str, first: int, last: int) -> str:
    """In English: the year of an animal and the numbers of its months."""
    return translate(
        "care calendar",
        "Year of the {animal}, lunar months {first} to {last}",
        animal=animal,
        first=first,
        last=last,
    )


def kind_look(kind: Kind) -> tuple[str, str]:
    """The icon of a kind and the role of its colour."""
    return _LOOKS.get(kind) or (KIND_ICONS[kind.value], f"kind.{kind.value}")


def count_words(one: Count) -> str:
    """Maturity 4."""
    return f"{care_labels.kind(one.kind)} {formats.count(one.count)}"


def brief_line(line: Line) -> str:
    """陈静怡 存单到期; of a festival 中秋节 24 位."""
    words = care_labels.brief(line.touchpoint)
    if line.person is None:
        return f"{words} {lines.name(line)}"
    return f"{line.person.name} {words}"


def section(one: Section) -> str:
    """A head of the list: what was done is not only of today."""
    return translate("care calendar", "Done") if one is Section.DONE else lines.section(one)


def span(first: date, last: date, today: date) -> str:
    """9月14日–9月20日."""
    if first == last:
        return formats.day(first, today=today)
    return f"{formats.day(first, today=today)}–{formats.day(last, today=today)}"


def wan(fen: int) -> str:
    """The figure over a bar: 282.4 万 yuan as 282.4, in English in thousands."""
    from rmdesk import words

    unit = 1_000_000 if words.language() == "zh_CN" else 100_000
    return f"{fen / unit:,.1f}" if words.language() == "zh_CN" else f"{round(fen / unit):,}"
