"""What conditions may be put on, in the words of the window: groups, editors, conditions as sentences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rmdesk import choices, labels, trait_labels
from rmdesk.services import amounts, customers, roles, tags, tiers
from rmdesk.services.archive import TRAITS, Condition, CustomerRow, Kind, Trait
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.panes.customers import columns
from rmdesk.ui.panes.customers.condition_editors import (
    ChoicesEditor,
    ConditionEditor,
    RangeEditor,
    WordsEditor,
    YesNoEditor,
)
from rmdesk.ui.panes.customers.value_editor import EmployerField
from rmdesk.ui.widgets import LineField
from rmdesk.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

# What is asked for most stands in the menu itself, the others under their sections.
_FIRST = ("segment", "tier", "aum", "owner", "strategy", "next_maturity", "last_contact", "tag")

# Days from today that stand ready: ahead for what comes, back for what was.
_AHEAD: tuple[tuple[str, tuple[int | None, int | None]], ...] = (
    (QT_TRANSLATE_NOOP("conditions", "Within 7 days"), (0, 7)),
    (QT_TRANSLATE_NOOP("conditions", "Within 30 days"), (0, 30)),
    (QT_TRANSLATE_NOOP("conditions", "Within 90 days"), (0, 90)),
    (QT_TRANSLATE_NOOP("conditions", "Within a year"), (0, 365)),
)
_BACK: tuple[tuple[str, tuple[int | None, int | None]], ...] = (
    (QT_TRANSLATE_NOOP("conditions", "In the last 30 days"), (-30, 0)),
    (QT_TRANSLATE_NOOP("conditions", "In the last 90 days"), (-90, 0)),
    (QT_TRANSLATE_NOOP("conditions", "More than 90 days ago"), (None, -91)),
    (QT_TRANSLATE_NOOP("conditions", "More than a year ago"), (None, -366)),
)
_IMPORTS = 50  # offered to choose from
_COMING = ("next_maturity",)
_ALWAYS_KNOWN = ("stage", "segment", "name", "completeness", "product_kinds", "holdings", "elsewhere")


class Book:
    """The traits in words; names of people, tiers and tags as they are now."""

    def __init__(self, context: Context) -> None:
        self._context = context
        with context.store.read() as session:
            self._people = [(one.name, one.uid) for one in customers.managers(session)]
            self._tiers = [(one.name, one.uid) for one in reversed(tiers.list_tiers(session))]
            self._tags = [(tag.name, tag.name) for tag in tags.list_tags(session)]

    @cached_property
    def _segments(self) -> list[tuple[str, str]]:
        """Read only when one is asked for: each may be a long expression."""
        with self._context.store.read() as session:
            return _segments(session)

    @cached_property
    def _activities(self) -> list[tuple[str, str]]:
        from rmdesk.services import activities  # seldom asked for

        with self._context.store.read() as session:
            return [(f"{one.name} {one.first}", one.uid) for one in activities.list_activities(session)]

    def groups(self) -> list[tuple[str, list[Trait]]]:
        """The traits by groups; those asked for most come first, in a group without a title."""
        found = [("", [TRAITS[name] for name in _FIRST])]
        for section in dict.fromkeys(one.section for one in TRAITS.values()):
            listed = [one for one in TRAITS.values() if one.section == section and one.name not in _FIRST]
            if listed:
                found.append((labels.section(section), listed))
        return found

    def title(self, name: str) -> str:
        return trait_labels.title(name)

    # --- asking ----------------------------------------------------------------------------------

    def editor(self, name: str, present: Condition | None) -> ConditionEditor:
        """An editor of what a condition on a trait asks for, filled from the one in force."""
        made = self._editor(name, present)
        if name in _ALWAYS_KNOWN and isinstance(made, RangeEditor | WordsEditor):
            made.always_known()
        return made

    def _editor(self, name: str, present: Condition | None) -> ConditionEditor:
        trait = TRAITS[name]
        match trait.kind:
            case Kind.FLAG:
                return YesNoEditor(present is None or bool(present.value))
            case Kind.TEXT:
                words = "" if present is None else present.value
                return WordsEditor(words, self._employer if name == "employer" else LineField)
            case Kind.AMOUNT:
                span = (None, None) if present is None else present.value
                return RangeEditor(
                    _amount_field, lambda field: _read_amount(field, name), _typed_amount, span
                )
            case Kind.NUMBER:
                span = (None, None) if present is None else present.value
                make = _percent_field if name == "completeness" else LineField
                return RangeEditor(make, lambda field: _read_number(field, name), str, span)
            case Kind.DATE:
                return self._dates_editor(name, (None, None) if present is None else present.value[:2])
            case _:
                chosen = () if present is None else present.value
                return ChoicesEditor(self._choices(trait), (None,) if chosen is None else chosen)

    def _employer(self) -> LineField:
        return EmployerField(self._context)

    def _dates_editor(self, name: str, present: Any) -> ConditionEditor:
        toward = "future" if name in _COMING else "past"
        spans = [(translate("conditions", words), span) for words, span in _spans(name)]
        return RangeEditor(
            lambda: DateField(f"customer.{name}", toward=toward),  # type: ignore[arg-type]
            lambda field: field.read().isoformat() if isinstance(field, DateField) else None,
            str,
            present,
            presets=spans,
        )

    def _choices(self, trait: Trait) -> list[tuple[str, Any]]:
        """The values of a trait with their words, "nothing entered" as the last."""
        match trait.kind:
            case Kind.ACTIVITY:
                found: list[tuple[str, Any]] = list(self._activities)
            case Kind.LINK:
                found = list(self._tiers if trait.name == "tier" else self._people)
            case Kind.TAG:
                found = list(self._tags)
            case Kind.SEGMENT:
                return list(self._segments)
            case Kind.IMPORT:
                return imports_seen(self._context)
            case Kind.MONTH:
                found = [(month(number), number) for number in range(1, 13)]
            case _:
                known = choices.of_field("customer", trait.name)
                found = [(words, _plain(value)) for value, words in known.items()]
        if trait.name not in _ALWAYS_KNOWN:
            found.append((translate("conditions", "Nothing entered"), None))
        return found

    def alike(self, row: CustomerRow) -> list[Condition]:
        """Conditions that a customer satisfies and others may share."""
        known: dict[str, tuple[str | None, list[tuple[str, str]]]] = {
            "tier": (row.tier, self._tiers),
            "owner": (row.owner, self._people),
        }
        found = [
            Condition(trait, (uid,))
            for trait, (name, listed) in known.items()
            for one, uid in listed
            if one == name
        ]
        if row.strategy:
            found.append(Condition("strategy", (row.strategy,)))
        if row.employer:
            found.append(Condition("employer", row.employer))
        return found

    # --- words -----------------------------------------------------------------------------------

    def words(self, condition: Condition) -> str:
        """A condition in words, as its chip shows it."""
        return translate(
            "conditions",
            "{trait}: {value}",
            trait=self.title(condition.trait),
            value=self._value_words(TRAITS[condition.trait], condition.value),
        )

    def _lowest_of_all_above(self, uids: Collection[str | None]) -> str:
        """The lowest of several tiers if all above it are among them, too, "" otherwise."""
        highest = self._tiers[: len(uids)]
        return highest[-1][0] if len(uids) > 1 and {uid for _name, uid in highest} == set(uids) else ""

    def _value_words(self, trait: Trait, value: Any) -> str:
        if value is None:
            return translate("conditions", "Nothing entered")
        match trait.kind:
            case Kind.FLAG:
                return translate("conditions", "yes") if value else translate("conditions", "no")
            case Kind.TEXT:
                return str(value)
            case Kind.AMOUNT:
                return _span_words(value, columns.amount)
            case Kind.NUMBER:
                return _span_words(value, str)
            case Kind.DATE:
                for words, span in _spans(trait.name):
                    if tuple(value) == span:
                        return translate("conditions", words)
                words = _span_words(value[:2], _day_words)
                return words if len(value) == 2 else translate("conditions", "{span}, or never", span=words)
            case Kind.LINK if trait.name == "tier" and (lowest := self._lowest_of_all_above(value)):
                return translate("conditions", "{tier} and above", tier=lowest)
            case _:
                by_value = {one: words for words, one in self._choices(trait)}
                return labels.listed(by_value.get(one, "?") for one in value)


def _segments(session: Session) -> list[tuple[str, str]]:
    """The segments one may use, each followed by what was fixed of it; named with the uids."""
    from rmdesk.services import segments  # seldom asked for

    found: list[tuple[str, str]] = []
    for one in segments.list_segments(session):
        found.append((one.name, one.uid))
        for fixed in segments.list_fixed(session, one.uid):
            words = translate(
                "conditions", "{segment}, fixed {day}", segment=one.name, day=formats.day(fixed.fixed_on)
            )
            found.append((words, fixed.uid))
    return found


def imports_seen(context: Context) -> list[tuple[str, Any]]:
    """The imports one may see, the newest first, in words."""
    if not roles.allowed(context.actor, Permission.IMPORT):
        return []
    from rmdesk.services import imports  # with the readers of files: seldom asked for
    from rmdesk.ui.panes.customers.imports import wording

    with context.store.read() as session:
        listed = imports.load_imports(session, imports.find_imports(session)[:_IMPORTS])
    return [(f"{formats.moment(one.at)} {one.file or wording.target(one.target)}", one.id) for one in listed]


def _spans(name: str) -> Sequence[tuple[str, tuple[int | None, int | None]]]:
    return _AHEAD if name in _COMING else _BACK


def _span_words(span: tuple[Any, Any], words: Any) -> str:
    low, high = span
    if low is None:
        return translate("conditions", "up to {high}", high=words(high))
    if high is None:
        return translate("conditions", "from {low}", low=words(low))
    return translate("conditions", "{low} to {high}", low=words(low), high=words(high))


def _day_words(value: Any) -> str:
    if isinstance(value, int):
        return translate("conditions", "{days} days from today", days=value)
    return formats.day(date.fromisoformat(value))


def month(number: int) -> str:
    return translate("conditions", MONTHS[number - 1])


MONTHS = (
    QT_TRANSLATE_NOOP("conditions", "January"),
    QT_TRANSLATE_NOOP("conditions", "February"),
    QT_TRANSLATE_NOOP("conditions", "March"),
    QT_TRANSLATE_NOOP("conditions", "April"),
    QT_TRANSLATE_NOOP("conditions", "May"),
    QT_TRANSLATE_NOOP("conditions", "June"),
    QT_TRANSLATE_NOOP("conditions", "July"),
    QT_TRANSLATE_NOOP("conditions", "August"),
    QT_TRANSLATE_NOOP("conditions", "September"),
    QT_TRANSLATE_NOOP("conditions", "October"),
    QT_TRANSLATE_NOOP("conditions", "November"),
    QT_TRANSLATE_NOOP("conditions", "December"),
)


def _plain(value: str | int) -> str | int:
    """A member of an enumeration as the text that is stored."""
    return value if isinstance(value, int) else str(value)


def _typed_amount(fen: int) -> str:
    """An amount as a person may have typed it, exact."""
    return amounts.yuan(fen).removesuffix(".00")


def _amount_field() -> LineField:
    return LineField(placeholder=translate("conditions", "e.g. 500,000"))


def _percent_field() -> LineField:
    field = LineField()
    field.set_hint("%")
    return field


def _read_amount(field: LineField, name: str) -> int:
    return amounts.read(field.text(), f"customer.{name}")


def _read_number(field: LineField, name: str) -> int:
    typed = field.text().strip().removesuffix("%")
    if not typed.isdecimal() or len(typed) > 9:
        raise UserError("value.out_of_range", what=f"customer.{name}", least=0, most=999_999_999)
    return int(typed)
