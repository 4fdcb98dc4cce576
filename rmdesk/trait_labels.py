"""Words for what is known of every customer: columns of lists, traits of conditions, fields of segments."""

from __future__ import annotations

from rmdesk import labels
from rmdesk.words import QT_TRANSLATE_NOOP, translate

TITLES: dict[str, str] = {
    "tag": QT_TRANSLATE_NOOP("traits", "Tag"),
    "aum_change": QT_TRANSLATE_NOOP("traits", "Change on last month"),
    "aum": QT_TRANSLATE_NOOP("traits", "Assets"),
    "tier": QT_TRANSLATE_NOOP("traits", "Tier"),
    "change": QT_TRANSLATE_NOOP("traits", "Change"),
    "phone": QT_TRANSLATE_NOOP("traits", "Phone"),
    "last_contact": QT_TRANSLATE_NOOP("traits", "Last contact"),
    "next_maturity": QT_TRANSLATE_NOOP("traits", "Next maturity"),
    "product_kinds": QT_TRANSLATE_NOOP("traits", "Kinds of product"),
    "holdings": QT_TRANSLATE_NOOP("traits", "Held here"),
    "elsewhere": QT_TRANSLATE_NOOP("traits", "At other banks"),
    "completeness": QT_TRANSLATE_NOOP("traits", "Completeness"),
    "imported": QT_TRANSLATE_NOOP("traits", "Import"),
    "call_due": QT_TRANSLATE_NOOP("traits", "Next regular call"),
    "meeting_due": QT_TRANSLATE_NOOP("traits", "Next regular meeting"),
    "leaders_due": QT_TRANSLATE_NOOP("traits", "Next leaders' visit"),
    "holding": QT_TRANSLATE_NOOP("traits", "Holding"),
    "important_date": QT_TRANSLATE_NOOP("traits", "Important day"),
    "contacts": QT_TRANSLATE_NOOP("traits", "Contacts"),
    "segment": QT_TRANSLATE_NOOP("traits", "Segment"),
    "invited_to": QT_TRANSLATE_NOOP("traits", "Invited to activity"),
    "came_to": QT_TRANSLATE_NOOP("traits", "Came to activity"),
    "tags": QT_TRANSLATE_NOOP("traits", "Tags"),
}


def title(name: str) -> str:
    """The word for a column or trait: its own, or that of the customer's field."""
    if name in TITLES:
        return translate("traits", TITLES[name])
    return labels.field("customer", name)
