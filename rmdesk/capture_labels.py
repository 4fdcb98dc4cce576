"""Words for what one line proposes: kinds of record, fields, values."""

from __future__ import annotations

from collections.abc import Iterator

from rmdesk import choices, words
from rmdesk.services import amounts, typed_days
from rmdesk.services.capture import Draft, Kind, Proposal
from rmdesk.services.capture.lexicon import ANY_BANK, BIRTHDAY
from rmdesk.words import QT_TRANSLATE_NOOP, translate

KINDS: dict[str, str] = {
    Kind.INTERACTION: QT_TRANSLATE_NOOP("capture", "Contact"),
    Kind.HOLDING: QT_TRANSLATE_NOOP("capture", "Product held"),
    Kind.IMPORTANT_DATE: QT_TRANSLATE_NOOP("capture", "Important day"),
    Kind.COMMITMENT: QT_TRANSLATE_NOOP("capture", "Promise"),
    Kind.TOUCHPOINT: QT_TRANSLATE_NOOP("capture", "To do"),
}

FIELDS: dict[str, str] = {
    "customer_no": QT_TRANSLATE_NOOP("capture", "Customer"),
    "date": QT_TRANSLATE_NOOP("capture", "Day"),
    "time": QT_TRANSLATE_NOOP("capture", "Time"),
    "channel": QT_TRANSLATE_NOOP("capture", "Way of contact"),
    "purpose": QT_TRANSLATE_NOOP("capture", "What for"),
    "result": QT_TRANSLATE_NOOP("capture", "Result"),
    "amount": QT_TRANSLATE_NOOP("capture", "Amount"),
    "cost": QT_TRANSLATE_NOOP("capture", "Cost"),
    "cost_for": QT_TRANSLATE_NOOP("capture", "Spent on"),
    "cost_reason": QT_TRANSLATE_NOOP("capture", "Reason of the cost"),
    "institution": QT_TRANSLATE_NOOP("capture", "Bank"),
    "product_kind": QT_TRANSLATE_NOOP("capture", "Product"),
    "relation": QT_TRANSLATE_NOOP("capture", "Relation"),
    "whose": QT_TRANSLATE_NOOP("capture", "Whose"),
    "text": QT_TRANSLATE_NOOP("capture", "Words"),
    "name": QT_TRANSLATE_NOOP("capture", "Name"),
    "phone": QT_TRANSLATE_NOOP("capture", "Phone"),
}

_OWN_BIRTHDAY = QT_TRANSLATE_NOOP("capture", "Birthday")
_ANY_BANK = QT_TRANSLATE_NOOP("capture", "Another bank")
_MATURES = QT_TRANSLATE_NOOP("capture", "Matures")
_DUE = QT_TRANSLATE_NOOP("capture", "Due")


def kind(value: str) -> str:
    return translate("capture", KINDS[value])


def field(name: str, of: str = "") -> str:
    """The word for a field, of this kind of record."""
    if name == "date" and of in (Kind.HOLDING, Kind.COMMITMENT):
        return translate("capture", _MATURES if of == Kind.HOLDING else _DUE)
    return translate("capture", FIELDS[name])


def results() -> dict[str, str]:
    """What a contact may have come to, by stored value: what was reached, and how the customer felt."""
    felt = choices.of_field("interaction", "satisfaction")
    return {str(value): word for value, word in (felt | choices.of_field("interaction", "result")).items()}


def purposes(of: str) -> dict[str, str]:
    """The stored codes that the purpose of this kind of record has; none where it is words."""
    if of == Kind.COMMITMENT:
        return {str(value): word for value, word in choices.of_field("commitment", "kind").items()}
    if of != Kind.IMPORTANT_DATE:
        return {}
    own = {BIRTHDAY: translate("capture", _OWN_BIRTHDAY)}
    return own | {str(value): word for value, word in choices.of_field("important_date", "kind").items()}


def bank(name: str) -> str:
    return translate("capture", _ANY_BANK) if name == ANY_BANK else name


def day(draft: Draft) -> str:
    """The day as it is written in a line of text, by the calendar it was said in."""
    if draft.date is None:
        return ""
    if draft.lunar is not None and draft.kind is Kind.IMPORTANT_DATE:
        chinese = words.language() == "zh_CN"
        return typed_days.chinese(draft.lunar) if chinese else typed_days.english(draft.lunar)
    return draft.date.isoformat()


def time(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60}:{minute % 60:02}"


def described(proposal: Proposal) -> Iterator[tuple[str, str]]:
    """Each field that has a value, and the value in words; the customer and the line's own words left out."""
    draft = proposal.draft
    of = draft.kind
    said = {
        "date": day(draft),
        "time": time(draft.minute),
        "channel": choices.word("interaction", "channel", draft.channel) if draft.channel else "",
        "result": results().get(draft.result, draft.result) if draft.result else "",
        "purpose": purposes(of).get(draft.purpose or "", draft.purpose or ""),
        "amount": _yuan(draft.amount_fen),
        "cost": _yuan(draft.cost_fen),
        "institution": bank(draft.institution) if draft.institution else "",
        "product_kind": choices.word("holding", "kind", draft.product_kind) if draft.product_kind else "",
        "relation": choices.word("relation", "kind", draft.relation) if draft.relation else "",
    }
    for name, value in said.items():
        if value:
            yield name, value


def _yuan(fen: int | None) -> str:
    return "" if fen is None else amounts.yuan(fen)
