"""Days as they stand in a text: 9月10日, 10 September."""

from __future__ import annotations

from datetime import date

from rmdesk.services import typed_days
from rmdesk.services.days import Day


def day(on: date, language: str, minute: int | None = None) -> str:
    """Month and day, with the time if there is one."""
    named = Day(on.month, on.day)
    said = typed_days.chinese(named) if language == "zh_CN" else typed_days.english(named)
    return said if minute is None else f"{said} {minute // 60:02}:{minute % 60:02}"
