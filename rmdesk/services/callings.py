"""Who an occupational day concerns, read from what is written as a customer's occupation."""

from __future__ import annotations

from sqlalchemy import ColumnElement, case, null, or_
from sqlalchemy.orm import InstrumentedAttribute

from rmdesk.services.almanac import Festival

# Words of an occupation, any of which tells; the first calling that fits counts.
CALLINGS: dict[Festival, tuple[str, ...]] = {
    Festival.TEACHERS_DAY: ("教师", "老师", "教授", "讲师", "校长", "teacher", "professor", "lecturer"),
    Festival.NURSES_DAY: ("护士", "护理", "nurse"),
    Festival.DOCTORS_DAY: ("医生", "医师", "大夫", "doctor", "physician"),
    Festival.JOURNALISTS_DAY: ("记者", "编辑", "journalist", "reporter"),
    Festival.POLICE_DAY: ("警察", "民警", "公安", "police"),
    Festival.ARMY_DAY: ("军人", "军官", "部队", "退役", "soldier", "officer of the army"),
}


def calling(occupation: InstrumentedAttribute[str | None]) -> ColumnElement[str | None]:
    """The code of the day that concerns people of this occupation, as an expression; NULL for most."""

    def tells(word: str) -> ColumnElement[bool]:
        # Chinese has no small letters: to make them anew for each word took a quarter of all facts' time.
        return occupation.icontains(word) if word.isascii() else occupation.contains(word)

    return case(
        (occupation.is_(None), null()),
        *((or_(*map(tells, words)), festival.value) for festival, words in CALLINGS.items()),
        else_=None,
    )
