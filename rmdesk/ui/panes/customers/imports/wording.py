"""What the import says: words for targets, fields, outcomes, rows and rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rmdesk import choices, labels
from rmdesk.services.imports import OnDuplicate, Outcome, RowKind, Target
from rmdesk.ui import formats
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_TARGETS = {
    "customers": QT_TRANSLATE_NOOP("importing", "Customers"),
    "holdings": QT_TRANSLATE_NOOP("importing", "Holdings"),
    "balances": QT_TRANSLATE_NOOP("importing", "Assets by month or day"),
    "relations": QT_TRANSLATE_NOOP("importing", "Relations"),
    "dates": QT_TRANSLATE_NOOP("importing", "Important dates"),
    "interactions": QT_TRANSLATE_NOOP("importing", "Contacts"),
    "responses": QT_TRANSLATE_NOOP("importing", "Answers to a survey"),
}

# Fields that another one of the same target shares its word with.
_FIELDS = {
    ("", "phones"): QT_TRANSLATE_NOOP("importing", "Phone"),
    ("", "home_phones"): QT_TRANSLATE_NOOP("importing", "Home phone"),
    ("", "work_phones"): QT_TRANSLATE_NOOP("importing", "Work phone"),
    ("", "addresses"): QT_TRANSLATE_NOOP("importing", "Home address"),
    ("", "work_addresses"): QT_TRANSLATE_NOOP("importing", "Work address"),
    ("", "mail_addresses"): QT_TRANSLATE_NOOP("importing", "Mailing address"),
    ("", "document"): QT_TRANSLATE_NOOP("importing", "Identity document"),
    ("", "document_kind"): QT_TRANSLATE_NOOP("importing", "Kind of identity document"),
    ("", "document_expires_on"): QT_TRANSLATE_NOOP("importing", "Identity document valid until"),
    ("", "aum"): QT_TRANSLATE_NOOP("importing", "Assets"),
    ("", "aum_average"): QT_TRANSLATE_NOOP("importing", "Assets, average of the month"),
    ("", "aum_basis"): QT_TRANSLATE_NOOP("importing", "Basis of the assets"),
    ("", "aum_on"): QT_TRANSLATE_NOOP("importing", "Date of the assets"),
    ("relations", "kind"): QT_TRANSLATE_NOOP("importing", "Kind of relation"),
    ("relations", "other_number"): QT_TRANSLATE_NOOP("importing", "Customer number of the other"),
    ("relations", "other_name"): QT_TRANSLATE_NOOP("importing", "Name of the other"),
    ("relations", "other_document"): QT_TRANSLATE_NOOP("importing", "Identity document of the other"),
    ("relations", "other_phones"): QT_TRANSLATE_NOOP("importing", "Phone of the other"),
    ("dates", "kind"): QT_TRANSLATE_NOOP("importing", "Kind of date"),
}

_OUTCOMES = {
    Outcome.IMPORTED: (QT_TRANSLATE_NOOP("importing", "New"), "good"),
    Outcome.UPDATED: (QT_TRANSLATE_NOOP("importing", "Updated"), "accent"),
    Outcome.UNCHANGED: (QT_TRANSLATE_NOOP("importing", "Unchanged"), "secondary"),
    Outcome.REJECTED: (QT_TRANSLATE_NOOP("importing", "Rejected"), "warning"),
    Outcome.SKIPPED: (QT_TRANSLATE_NOOP("importing", "Not rows of the table"), "secondary"),
}

_OUTCOME_TIPS = {
    Outcome.IMPORTED: QT_TRANSLATE_NOOP("importing", "These were not in the archive."),
    Outcome.UPDATED: QT_TRANSLATE_NOOP("importing", "These were there and get new values."),
    Outcome.UNCHANGED: QT_TRANSLATE_NOOP("importing", "These say nothing that is not there already."),
    Outcome.REJECTED: QT_TRANSLATE_NOOP("importing", "These cannot be taken; each has its reason."),
    Outcome.SKIPPED: QT_TRANSLATE_NOOP(
        "importing", "Titles, headings, totals and signatures, which belong to no customer."
    ),
}

_ROWS = {
    RowKind.BLANK: QT_TRANSLATE_NOOP("importing", "Blank"),
    RowKind.TITLE: QT_TRANSLATE_NOOP("importing", "Title"),
    RowKind.HEADING: QT_TRANSLATE_NOOP("importing", "Heading"),
    RowKind.BODY: "",
    RowKind.TOTAL: QT_TRANSLATE_NOOP("importing", "Total"),
    RowKind.SIGNATURE: QT_TRANSLATE_NOOP("importing", "Signature"),
}

_RULES = {
    OnDuplicate.FILL: (
        QT_TRANSLATE_NOOP("importing", "Fill only what is empty"),
        QT_TRANSLATE_NOOP(
            "importing", "What the archive has stays; the file fills the gaps. The safest choice."
        ),
    ),
    OnDuplicate.FILE: (
        QT_TRANSLATE_NOOP("importing", "The file wins"),
        QT_TRANSLATE_NOOP(
            "importing", "Values of the file replace those of the archive. Empty cells change nothing."
        ),
    ),
    OnDuplicate.NEWEST: (
        QT_TRANSLATE_NOOP("importing", "The newest wins"),
        QT_TRANSLATE_NOOP(
            "importing", "The file replaces what was entered before its date; later entries stay."
        ),
    ),
    OnDuplicate.ARCHIVE: (
        QT_TRANSLATE_NOOP("importing", "The archive wins"),
        QT_TRANSLATE_NOOP(
            "importing", "What is known already stays as it is, empty or not; only new ones are added."
        ),
    ),
}

ENCODINGS = (("utf-8-sig", "UTF-8"), ("gb18030", "GB18030 (GBK)"), ("utf-16", "UTF-16"), ("big5", "Big5"))
_DELIMITERS = {
    ",": QT_TRANSLATE_NOOP("importing", "Comma"),
    ";": QT_TRANSLATE_NOOP("importing", "Semicolon"),
    "\t": QT_TRANSLATE_NOOP("importing", "Tab"),
    "|": QT_TRANSLATE_NOOP("importing", "Vertical bar"),
}
DELIMITERS = tuple(_DELIMITERS)


def target(name: str) -> str:
    return translate("importing", _TARGETS[name]) if name in _TARGETS else name


def field(target: Target, name: str) -> str:
    """What a field of a target is called, told apart from all others of it."""
    words = _FIELDS.get((target.name, name)) or _FIELDS.get(("", name))
    if words:
        return translate("importing", words)
    one = target.by_name[name]
    return one.title or labels.what(one.what)


def figure(target: Target, name: str, basis: str, as_of: date) -> str:
    """What a figure of assets will be kept as: "Assets 31 Oct 2026, monthly average"."""
    return translate(
        "importing",
        "{field} {day}, {basis}",
        field=field(target, name),
        day=formats.full_day(as_of),
        basis=choices.word("aum_figure", "basis", basis),
    )


def outcome(one: Outcome) -> str:
    return translate("importing", _OUTCOMES[one][0])


def outcome_ink(one: Outcome) -> str:
    return _OUTCOMES[one][1]


def outcome_tip(one: Outcome) -> str:
    return translate("importing", _OUTCOME_TIPS[one])


def row_kind(kind: RowKind) -> str:
    words = _ROWS[kind]
    return translate("importing", words) if words else ""


def rule(one: OnDuplicate) -> tuple[str, str]:
    """Its name, and what it does."""
    title, sentence = _RULES[one]
    return translate("importing", title), translate("importing", sentence)


RULES = tuple(_RULES)


def delimiter(character: str) -> str:
    words = _DELIMITERS.get(character)
    return translate("importing", words) if words else character


def encoding(name: str) -> str:
    plain = name.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    known = {code.removesuffix("-sig"): words for code, words in ENCODINGS}
    return known.get(plain, name.upper())


def rows(first: Sequence[int], count: int) -> str:
    """The first of so many rows: "3, 17, 40 …"."""
    told = ", ".join(formats.count(one) for one in first)
    return f"{told} …" if count > len(first) else told
