"""Words for the stars of a relationship and for moves between tiers: why, and what follows."""

from __future__ import annotations

from rmdesk import labels
from rmdesk.models import ContactKind
from rmdesk.services.grades import Proposal
from rmdesk.services.tier_moves import TierMove
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_KINDS = {
    ContactKind.CALL: QT_TRANSLATE_NOOP("grades", "calls"),
    ContactKind.MEETING: QT_TRANSLATE_NOOP("grades", "meetings"),
    ContactKind.LEADERS_VISIT: QT_TRANSLATE_NOOP("grades", "leaders' visits"),
}


def why(one: Proposal) -> str:
    """The three scores, with what each was counted from."""
    return labels.listed(
        [
            translate(
                "grades",
                "frequency {score} (in a year contacts: {contacts}, purchases: {purchases})",
                score=one.frequency,
                contacts=one.contacts,
                purchases=one.purchases,
            ),
            translate(
                "grades",
                "amount {score} ({tier})",
                score=one.amount,
                tier=one.tier or translate("tiers", "no tier"),
            ),
            translate(
                "grades",
                "influence {score} (referrals: {referrals}, relations: {relations})",
                score=one.influence,
                referrals=one.referrals,
                relations=one.relations,
            ),
        ]
    )


def consequence(one: TierMove) -> str:
    """How often the customer will be contacted from then on."""
    parts = []
    for kind, before, after in one.cadence:
        word = translate("grades", _KINDS[kind])
        if not after:
            parts.append(translate("grades", "no more {kind}", kind=word))
        elif not before:
            parts.append(translate("grades", "{kind} every {after} days", kind=word, after=after))
        else:
            parts.append(
                translate(
                    "grades",
                    "{kind} every {after} days instead of {before}",
                    kind=word,
                    after=after,
                    before=before,
                )
            )
    return labels.listed(parts) if parts else translate("grades", "contacts as before")
