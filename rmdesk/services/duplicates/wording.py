"""Why two customers may be one person, in words."""

from __future__ import annotations

from collections.abc import Iterable

from rmdesk import labels
from rmdesk.services.duplicates.likeness import AGAINST, Reason
from rmdesk.words import QT_TRANSLATE_NOOP, translate

REASONS: dict[Reason, str] = {
    Reason.DOCUMENT: QT_TRANSLATE_NOOP("duplicates", "same identity document"),
    Reason.PHONE: QT_TRANSLATE_NOOP("duplicates", "same phone"),
    Reason.NAME: QT_TRANSLATE_NOOP("duplicates", "same name"),
    Reason.PINYIN: QT_TRANSLATE_NOOP("duplicates", "names read alike"),
    Reason.SIMILAR: QT_TRANSLATE_NOOP("duplicates", "similar names"),
    Reason.BIRTHDAY: QT_TRANSLATE_NOOP("duplicates", "same birthday"),
    Reason.BIRTHDAY_WITHOUT_YEAR: QT_TRANSLATE_NOOP("duplicates", "same birthday as far as known"),
    Reason.EMPLOYER: QT_TRANSLATE_NOOP("duplicates", "same employer"),
    Reason.OTHER_NAME: QT_TRANSLATE_NOOP("duplicates", "different names"),
    Reason.OTHER_DOCUMENT: QT_TRANSLATE_NOOP("duplicates", "different identity documents"),
    Reason.OTHER_BIRTHDAY: QT_TRANSLATE_NOOP("duplicates", "different birthdays"),
    Reason.OTHER_GENDER: QT_TRANSLATE_NOOP("duplicates", "different gender"),
}


def reason(found: Iterable[Reason]) -> str:
    """What speaks for one person, then what speaks against it: "same phone; but different gender"."""
    listed = list(found)
    for_, against = (
        labels.listed(translate("duplicates", REASONS[one]) for one in listed if (one in AGAINST) is wanted)
        for wanted in (False, True)
    )
    if not against:
        return for_
    return translate("duplicates", "{reasons}; but {against}", reasons=for_, against=against)
