"""An invented customer, to show what a text looks like filled in."""

from __future__ import annotations

from datetime import date, timedelta

from rmdesk import calendar_labels, choices
from rmdesk.models import ProductKind
from rmdesk.services import almanac
from rmdesk.services.almanac import Festival
from rmdesk.services.greetings import days_in_words

_INVENTED = {
    "zh_CN": {"dear": "陈女士", "name": "陈静怡", "surname": "陈", "title": "女士", "whose": "女儿"},
    "en": {"dear": "Ms Chen", "name": "陈静怡", "surname": "Chen", "title": "Ms", "whose": "daughter"},
}
_BANK = {"zh_CN": "某银行", "en": "another bank"}
_NOTICE = {
    "zh_CN": "自下月起三年期定期存款利率有所调整。",
    "en": "the rate of three-year deposits changes next month.",
}


def values(occasion: str, language: str, *, manager: str, branch: str, today: date) -> dict[str, str]:
    """A value for every field there is."""
    day = today + timedelta(days=7)
    festival = Festival(occasion) if occasion in set(Festival) else Festival.MID_AUTUMN
    product = choices.word("holding", "kind", ProductKind.LARGE_CD.value, to=language)
    return {
        **_INVENTED[language],
        "branch": branch,
        "manager": manager,
        "age": "60" if occasion == "round_birthday" else "43",
        "animal": calendar_labels.animal(almanac.zodiac(almanac.to_lunar(today).year), to=language),
        "festival": calendar_labels.festival(festival, to=language),
        "years": "20",
        "product": product,
        "successor": choices.word("holding", "kind", ProductKind.STRUCTURED_DEPOSIT.value, to=language),
        "bank": _BANK[language],
        "date": days_in_words.day(day, language),
        "days": "7",
        "notice": _NOTICE[language],
    }
