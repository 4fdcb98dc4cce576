"""Words for the Chinese calendar: solar terms, festivals, the animals of the years."""

from __future__ import annotations

from datetime import date

from rmdesk import words
from rmdesk.services import almanac, typed_days
from rmdesk.services.almanac import Festival, Term, Zodiac
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from rmdesk.words import QT_TRANSLATE_NOOP, translate

TERMS: dict[Term, str] = {
    Term.MODERATE_COLD: QT_TRANSLATE_NOOP("calendar", "Moderate Cold"),
    Term.SEVERE_COLD: QT_TRANSLATE_NOOP("calendar", "Severe Cold"),
    Term.SPRING_COMMENCES: QT_TRANSLATE_NOOP("calendar", "Spring Commences"),
    Term.SPRING_SHOWERS: QT_TRANSLATE_NOOP("calendar", "Spring Showers"),
    Term.INSECTS_WAKEN: QT_TRANSLATE_NOOP("calendar", "Insects Waken"),
    Term.VERNAL_EQUINOX: QT_TRANSLATE_NOOP("calendar", "Vernal Equinox"),
    Term.BRIGHT_AND_CLEAR: QT_TRANSLATE_NOOP("calendar", "Bright and Clear"),
    Term.CORN_RAIN: QT_TRANSLATE_NOOP("calendar", "Corn Rain"),
    Term.SUMMER_COMMENCES: QT_TRANSLATE_NOOP("calendar", "Summer Commences"),
    Term.CORN_FORMS: QT_TRANSLATE_NOOP("calendar", "Corn Forms"),
    Term.CORN_ON_EAR: QT_TRANSLATE_NOOP("calendar", "Corn on Ear"),
    Term.SUMMER_SOLSTICE: QT_TRANSLATE_NOOP("calendar", "Summer Solstice"),
    Term.MODERATE_HEAT: QT_TRANSLATE_NOOP("calendar", "Moderate Heat"),
    Term.GREAT_HEAT: QT_TRANSLATE_NOOP("calendar", "Great Heat"),
    Term.AUTUMN_COMMENCES: QT_TRANSLATE_NOOP("calendar", "Autumn Commences"),
    Term.END_OF_HEAT: QT_TRANSLATE_NOOP("calendar", "End of Heat"),
    Term.WHITE_DEW: QT_TRANSLATE_NOOP("calendar", "White Dew"),
    Term.AUTUMNAL_EQUINOX: QT_TRANSLATE_NOOP("calendar", "Autumnal Equinox"),
    Term.COLD_DEW: QT_TRANSLATE_NOOP("calendar", "Cold Dew"),
    Term.FROST: QT_TRANSLATE_NOOP("calendar", "Frost"),
    Term.WINTER_COMMENCES: QT_TRANSLATE_NOOP("calendar", "Winter Commences"),
    Term.LIGHT_SNOW: QT_TRANSLATE_NOOP("calendar", "Light Snow"),
    Term.HEAVY_SNOW: QT_TRANSLATE_NOOP("calendar", "Heavy Snow"),
    Term.WINTER_SOLSTICE: QT_TRANSLATE_NOOP("calendar", "Winter Solstice"),
}

FESTIVALS: dict[Festival, str] = {
    Festival.NEW_YEARS_DAY: QT_TRANSLATE_NOOP("calendar", "New Year's Day"),
    Festival.VALENTINES_DAY: QT_TRANSLATE_NOOP("calendar", "Valentine's Day"),
    Festival.WOMENS_DAY: QT_TRANSLATE_NOOP("calendar", "Women's Day"),
    Festival.ARBOR_DAY: QT_TRANSLATE_NOOP("calendar", "Arbor Day"),
    Festival.CONSUMERS_DAY: QT_TRANSLATE_NOOP("calendar", "Consumer Rights Day"),
    Festival.LABOUR_DAY: QT_TRANSLATE_NOOP("calendar", "Labour Day"),
    Festival.YOUTH_DAY: QT_TRANSLATE_NOOP("calendar", "Youth Day"),
    Festival.MOTHERS_DAY: QT_TRANSLATE_NOOP("calendar", "Mother's Day"),
    Festival.NURSES_DAY: QT_TRANSLATE_NOOP("calendar", "Nurses' Day"),
    Festival.CHILDRENS_DAY: QT_TRANSLATE_NOOP("calendar", "Children's Day"),
    Festival.FATHERS_DAY: QT_TRANSLATE_NOOP("calendar", "Father's Day"),
    Festival.PARTY_DAY: QT_TRANSLATE_NOOP("calendar", "Founding of the Party"),
    Festival.ARMY_DAY: QT_TRANSLATE_NOOP("calendar", "Army Day"),
    Festival.DOCTORS_DAY: QT_TRANSLATE_NOOP("calendar", "Doctors' Day"),
    Festival.TEACHERS_DAY: QT_TRANSLATE_NOOP("calendar", "Teachers' Day"),
    Festival.NATIONAL_DAY: QT_TRANSLATE_NOOP("calendar", "National Day"),
    Festival.JOURNALISTS_DAY: QT_TRANSLATE_NOOP("calendar", "Journalists' Day"),
    Festival.POLICE_DAY: QT_TRANSLATE_NOOP("calendar", "Police Day"),
    Festival.CHRISTMAS: QT_TRANSLATE_NOOP("calendar", "Christmas"),
    Festival.SPRING_FESTIVAL: QT_TRANSLATE_NOOP("calendar", "Spring Festival"),
    Festival.LANTERN_FESTIVAL: QT_TRANSLATE_NOOP("calendar", "Lantern Festival"),
    Festival.DRAGON_HEAD: QT_TRANSLATE_NOOP("calendar", "Dragon Head Day"),
    Festival.QINGMING: QT_TRANSLATE_NOOP("calendar", "Qingming Festival"),
    Festival.DRAGON_BOAT: QT_TRANSLATE_NOOP("calendar", "Dragon Boat Festival"),
    Festival.DOUBLE_SEVENTH: QT_TRANSLATE_NOOP("calendar", "Double Seventh"),
    Festival.GHOST_FESTIVAL: QT_TRANSLATE_NOOP("calendar", "Ghost Festival"),
    Festival.MID_AUTUMN: QT_TRANSLATE_NOOP("calendar", "Mid-Autumn Festival"),
    Festival.DOUBLE_NINTH: QT_TRANSLATE_NOOP("calendar", "Double Ninth"),
    Festival.WINTER_CLOTHES: QT_TRANSLATE_NOOP("calendar", "Winter Clothes Day"),
    Festival.WINTER_SOLSTICE: QT_TRANSLATE_NOOP("calendar", "Winter Solstice Festival"),
    Festival.LABA: QT_TRANSLATE_NOOP("calendar", "Laba Festival"),
    Festival.LITTLE_NEW_YEAR: QT_TRANSLATE_NOOP("calendar", "Little New Year"),
    Festival.SOUTHERN_LITTLE_NEW_YEAR: QT_TRANSLATE_NOOP("calendar", "Little New Year in the south"),
    Festival.NEW_YEARS_EVE: QT_TRANSLATE_NOOP("calendar", "Lunar New Year's Eve"),
}

ANIMALS: dict[Zodiac, str] = {
    Zodiac.RAT: QT_TRANSLATE_NOOP("calendar", "Rat"),
    Zodiac.OX: QT_TRANSLATE_NOOP("calendar", "Ox"),
    Zodiac.TIGER: QT_TRANSLATE_NOOP("calendar", "Tiger"),
    Zodiac.RABBIT: QT_TRANSLATE_NOOP("calendar", "Rabbit"),
    Zodiac.DRAGON: QT_TRANSLATE_NOOP("calendar", "Dragon"),
    Zodiac.SNAKE: QT_TRANSLATE_NOOP("calendar", "Snake"),
    Zodiac.HORSE: QT_TRANSLATE_NOOP("calendar", "Horse"),
    Zodiac.GOAT: QT_TRANSLATE_NOOP("calendar", "Goat"),
    Zodiac.MONKEY: QT_TRANSLATE_NOOP("calendar", "Monkey"),
    Zodiac.ROOSTER: QT_TRANSLATE_NOOP("calendar", "Rooster"),
    Zodiac.DOG: QT_TRANSLATE_NOOP("calendar", "Dog"),
    Zodiac.PIG: QT_TRANSLATE_NOOP("calendar", "Pig"),
}


def term(one: Term, *, to: str | None = None) -> str:
    return translate("calendar", TERMS[one], to=to)


def festival(one: Festival, *, to: str | None = None) -> str:
    return translate("calendar", FESTIVALS[one], to=to)


def animal(one: Zodiac, *, to: str | None = None) -> str:
    return translate("calendar", ANIMALS[one], to=to)


def lunar_day(day: date, *, short: bool = False) -> str:
    """七月廿九, Lunar 7-29; "" beyond the almanac. `short`: 廿九 and on the first 八月初一, 7-29."""
    try:
        lunar = almanac.to_lunar(day)
    except UserError:
        return ""
    named = Day(lunar.month, lunar.day, None, True, lunar.is_leap)
    if words.language() != "zh_CN":
        told = typed_days.english(named)
        return told.removeprefix("Lunar ") if short else told
    told = typed_days.chinese(named).removeprefix("农历")
    return told.partition("月")[2] if short and lunar.day != 1 else told


def note(day: date) -> tuple[str, str]:
    """What stands beside the number of a day, and what it is: "festival", "term" or "lunar"."""
    try:
        festivals, found = almanac.festivals_of(day), almanac.term_of(day)
    except UserError:
        return "", "lunar"
    if festivals:
        return festival(festivals[0]), "festival"
    return (term(found), "term") if found is not None else (lunar_day(day, short=True), "lunar")
