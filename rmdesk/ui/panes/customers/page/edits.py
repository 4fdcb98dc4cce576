"""What editing one value means: which fields it takes, what is saved, and how it is said in a conflict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rmdesk import choices, labels
from rmdesk.models import AddressKind, DocumentKind, PhoneKind
from rmdesk.services import addresses, customers, documents, phones, values
from rmdesk.services.customers import BY_NAME, Field, Type
from rmdesk.services.customers.record import CustomerRecord, Link, Shown
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.panes.customers.page import wording
from rmdesk.ui.panes.customers.page.cell_editor import CellEditor, DayField, PickCombo, TextField
from rmdesk.ui.panes.customers.page.desk import Edit
from rmdesk.ui.panes.customers.page.saving import PARTS_OF_RECORD, Target
from rmdesk.ui.panes.customers.value_editor import EmployerField
from rmdesk.ui.widgets import LineField
from rmdesk.words import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

NEW = "new"


def of_cell(context: Context, record: CustomerRecord, key: str) -> Edit | None:
    """The edit of a cell: the name of a field, or `table:uid`, or `table:new`; None if that row is gone."""
    table, colon, uid = key.partition(":")
    if not colon:
        return _of_field(context, record, BY_NAME[key])
    return _of_part(_PARTS[table], record, uid)


# --- fields of the customer ------------------------------------------------------------------------


def _of_field(context: Context, record: CustomerRecord, field: Field) -> Edit:
    def save(session: Session, version: int, value: Any) -> None:
        customers.edit_customer(session, record.uid, {field.name: value}, version=version)

    def said(value: Any) -> Mapping[str, str]:
        if field.type is Type.STAFF and value is not None:
            value = dict(_managers(context)).get(value, value)
        return {field.name: wording.plain(field, value)}

    return Edit(
        translate("customer page", "Saving: {field}", field=wording.field_label(field)),
        Target("customer", record.uid, record.version),
        lambda: _field_editor(context, field, record.fields[field.name]),
        save,
        said,
    )


def _field_editor(context: Context, field: Field, shown: Shown) -> CellEditor:
    # What is masked is not put into a field: whoever edits it types it anew.
    value = None if shown.masked else shown.value
    name = wording.field_label(field)
    widget: Any
    match field.type:
        case Type.CHOICE | Type.LEVEL:
            words = choices.of_field("customer", field.name)
            return _picker([(words[one], one) for one in field.choices], value, field)
        case Type.STAFF:
            people = [(person, uid) for uid, person in _managers(context)]
            if isinstance(value, Link) and value.uid not in [uid for _, uid in people]:
                people.insert(0, (value.name, value.uid))
            return _picker(people, value.uid if isinstance(value, Link) else None, field)
        case Type.DATE:
            widget = DateField(field.what, name=name)
            widget.setText("" if value is None else formats.full_day(value))
            return CellEditor([widget], widget.read)
        case Type.DAY:
            widget = DayField(field.what, past=True, name=name)
            widget.setText("" if value is None else formats.known_day(value))
            return CellEditor([widget], widget.read)
        case Type.TEXT:
            widget = TextField(value or "", name=name)
            return CellEditor([widget], lambda: field.checked(widget.toPlainText()))
        case Type.ORGANISATION:
            widget = EmployerField(context, name=name)
            widget.setText(value.name if isinstance(value, Link) else "")
        case _:
            widget = LineField(value or "", name=name)
    return CellEditor([widget], lambda: field.checked(widget.text()))


def _picker(entries: list[tuple[str, Any]], present: Any, field: Field) -> CellEditor:
    if not field.required:
        entries = [*entries, (translate("customer page", "(empty)"), None)]
    combo = PickCombo(entries, name=wording.field_label(field))
    combo.setCurrentIndex(-1)
    combo.choose(present)
    return CellEditor([combo], combo.currentData)


def _managers(context: Context) -> list[tuple[str, str]]:
    """The people who may be in charge of customers: uid and name."""
    with context.store.read() as session:
        return [(one.uid, one.name) for one in customers.managers(session)]


# --- rows beside the customer ----------------------------------------------------------------------


@dataclass(frozen=True)
class _Part:
    """Rows of a kind and one text: a phone, an address, a document."""

    table: str
    column: str
    first_kind: str
    check: Callable[[str, str], str]  # the typed text and the kind
    add: Callable[[Session, str, str, str], object]
    edit: Callable[..., object]
    remove: Callable[..., object]


_PARTS = {
    one.table: one
    for one in (
        _Part(
            "customer_phone",
            "number",
            PhoneKind.MOBILE,
            phones.normalise,
            phones.add_phone,
            phones.edit_phone,
            phones.remove_phone,
        ),
        _Part(
            "customer_address",
            "address",
            AddressKind.HOME,
            lambda typed, _kind: str(addresses.CHECKS["address"](typed, "customer_address.address")),
            addresses.add_address,
            addresses.edit_address,
            addresses.remove_address,
        ),
        _Part(
            "identity_document",
            "number",
            DocumentKind.RESIDENT_ID,
            documents.normalise,
            documents.add_document,
            documents.edit_document,
            documents.remove_document,
        ),
    )
}


def _of_part(part: _Part, record: CustomerRecord, uid: str) -> Edit | None:
    """The edit of a row, or of one to come; an emptied text removes the row."""
    row = next((one for one in PARTS_OF_RECORD[part.table](record) if one.uid == uid), None)
    if row is None and uid != NEW:
        return None
    shown: Shown = Shown(None) if row is None else getattr(row, part.column)
    words = choices.of_field(part.table, "kind")

    def make() -> CellEditor:
        combo = PickCombo(
            [(word, code) for code, word in words.items()], name=labels.field(part.table, "kind")
        )
        combo.choose(part.first_kind if row is None else row.kind)
        line = LineField(
            "" if shown.masked else shown.value or "",
            placeholder=str(shown.value) if shown.masked else "",
            name=labels.field(part.table, part.column),
        )

        def read() -> dict[str, str | None]:
            kind, typed = combo.currentData(), line.text()
            if not values.is_empty(typed):
                return {"kind": kind, part.column: part.check(typed, kind)}
            # What is masked stands in no field: left empty it stays as it is.
            return {"kind": kind} if shown.masked else {"kind": kind, part.column: None}

        return CellEditor([combo, line], read)

    def save(session: Session, version: int, given: dict[str, str | None]) -> None:
        text = given.get(part.column, "")
        if row is not None and text is None:
            part.remove(session, row.uid, version=version)
        elif row is not None:
            part.edit(session, row.uid, given, version=version)
        elif text:
            part.add(session, record.uid, text, given["kind"] or part.first_kind)

    def said(given: dict[str, str | None]) -> Mapping[str, str]:
        found = {"kind": words[given["kind"] or part.first_kind]}
        return found | ({part.column: given[part.column] or ""} if part.column in given else {})

    return Edit(
        translate("customer page", "Saving: {field}", field=labels.field(part.table, part.column)),
        None if row is None else Target(part.table, row.uid, row.version),
        make,
        save,
        said,
    )


def removal(
    context: Context, record: CustomerRecord, key: str
) -> tuple[Target, Callable[[Session, int], object]] | None:
    """What removes the row of a cell, or empties its field; None if there is nothing to take away.

    Who is in charge is handed over, not deleted.
    """
    table, colon, uid = key.partition(":")
    if not colon:
        field = BY_NAME[key]
        if field.required or field.type is Type.STAFF or not record.fields[key].value:
            return None
        edit = _of_field(context, record, field)
        assert edit.target is not None
        empty = False if field.type is Type.FLAG else None
        return edit.target, lambda session, version: edit.save(session, version, empty)
    if uid == NEW:
        return None
    part = _PARTS[table]
    row = next((one for one in PARTS_OF_RECORD[part.table](record) if one.uid == uid), None)
    if row is None:
        return None
    return (
        Target(table, uid, row.version),
        lambda session, version: part.remove(session, uid, version=version),
    )
