"""A customer's family and relations: the graph to walk through, and adding, changing, removing one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk import choices, labels
from rmdesk.models import RelationKind
from rmdesk.models.relation import OF_ORGANISATIONS
from rmdesk.services import organisations, relations, values
from rmdesk.services.archive import CustomerRow
from rmdesk.services.customers.record import CustomerRecord
from rmdesk.services.errors import UserError
from rmdesk.services.relations import RelationRow
from rmdesk.ui.customer_field import SUGGESTED, CustomerField
from rmdesk.ui.panes.customers.page import cells
from rmdesk.ui.panes.customers.page.cell_editor import PickCombo
from rmdesk.ui.panes.customers.page.desk import Desk, Edit
from rmdesk.ui.panes.customers.page.family_graph import FamilyGraph, Relative
from rmdesk.ui.panes.customers.page.grid_section import GridSection
from rmdesk.ui.panes.customers.page.loading import PageData
from rmdesk.ui.panes.customers.page.part_form import FormField, PartForm
from rmdesk.ui.panes.customers.page.rows_section import RowsSection
from rmdesk.ui.panes.customers.page.saving import Target
from rmdesk.ui.widgets import LineField
from rmdesk.words import translate


class WhoField(CustomerField):
    """Who the other one is: a customer found by whatever is typed, an organisation, or just a name."""

    def __init__(self, desk: Desk, own_uid: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.context, without=own_uid, parent=parent)
        self.of_organisation = False

    def set_of_organisation(self, of_organisation: bool) -> None:
        self.of_organisation = of_organisation
        self.suggest(self.text())

    def matches(self, words: str) -> dict[str, str]:
        if not self.of_organisation:
            return super().matches(words)
        with self._context.store.read() as session:
            return dict.fromkeys(organisations.suggest(session, words, limit=SUGGESTED), "")

    def read(self) -> dict[str, str]:
        """The argument of `relations.add_relation` for the other one."""
        typed = self.text().strip()
        if values.is_empty(typed):
            raise UserError("text.empty", what="relation.other_name")
        if self.customer_uid:
            return {"other_uid": self.customer_uid}
        return {"organisation": typed} if self.of_organisation else {"name": typed}


class RelationsPart(RowsSection):
    """The graph with its form."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.graph = FamilyGraph()
        self._relatives: Mapping[str, CustomerRow] = {}
        super().__init__(
            desk, self.graph, translate("relations", "Add a relation"), id="relations", parent=parent
        )
        self.graph.customer_chosen.connect(desk.customer_chosen)
        self.graph.edit_wanted.connect(self.edit)
        self.graph.remove_wanted.connect(self._on_remove)

    def set_relatives(self, relatives: Mapping[str, CustomerRow]) -> None:
        """What is known of the relatives who are customers, by uid; said before the record is shown."""
        self._relatives = relatives

    def fill(self, record: CustomerRecord) -> None:
        known = self._relatives
        self.graph.show_family(
            record.name, [_relative(row, known.get(row.customer_uid or "")) for row in record.relations]
        )

    def _on_remove(self, uid: str) -> None:
        record = self.record
        row = next((one for one in record.relations if one.uid == uid), None)
        if row is None:
            return
        self.do(
            translate("relations", "Removing a relation"),
            Target("relation", uid, row.version),
            lambda session, version: relations.remove_relation(session, record.uid, uid, version=version),
        )

    def edit_of(self, record: CustomerRecord, uid: str) -> Edit | None:
        row = next((one for one in record.relations if one.uid == uid), None)
        if row is None and uid != "new":
            return None

        def save(session: Any, version: int, given: dict[str, Any]) -> None:
            if row is None:
                kind, note = given["kind"], given["note"]
                relations.add_relation(session, record.uid, kind, note=note, **given["other_name"])
            else:
                kind, note = given.get("kind", row.kind), given.get("note", row.note)
                relations.edit_relation(session, record.uid, row.uid, kind, note, version=version)

        return Edit(
            translate("relations", "Saving a relation"),
            None if row is None else Target("relation", row.uid, row.version),
            lambda: self._make_form(record, row),
            save,
            _said,
        )

    def _make_form(self, record: CustomerRecord, row: RelationRow | None) -> PartForm:
        kinds = choices.of_field("relation", "kind")
        kind = PickCombo([(words, code) for code, words in kinds.items()])
        kind.choose(RelationKind.SPOUSE.value if row is None else row.kind)
        note = LineField("" if row is None else row.note or "")
        fields = [
            FormField("kind", labels.field("relation", "kind"), kind, kind.currentData),
            FormField(
                "note",
                labels.field("relation", "note"),
                note,
                lambda: None if values.is_empty(note.text()) else note.text(),
            ),
        ]
        if row is not None:
            return PartForm(
                "relation",
                row.name,
                fields,
                verb=translate("relations", "Save"),
                is_new=False,
                actions=[(translate("relations", "Remove"), partial(self._on_remove, row.uid))],
            )
        who = WhoField(self._desk, record.uid)
        kind.currentIndexChanged.connect(
            lambda _place: who.set_of_organisation(kind.currentData() in OF_ORGANISATIONS)
        )
        spouse = next((one.name for one in record.relations if one.kind == RelationKind.SPOUSE), None)
        told: list[dict[str, str]] = []

        def read() -> dict[str, str]:
            """Who it is; a second spouse is told once, and taken if it is entered again."""
            found = who.read()
            if spouse is not None and kind.currentData() == RelationKind.SPOUSE and found not in told:
                told.append(found)
                raise UserError("relation.second_spouse", name=spouse)
            return found

        fields.insert(1, FormField("other_name", translate("relations", "Who"), who, read, required=True))
        return PartForm(
            "relation",
            translate("relations", "Who is related to this customer?"),
            fields,
            verb=translate("relations", "Add"),
            is_new=True,
        )


class FamilySection(QWidget):
    """The relations, and below them what is known of the family in words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.relations = RelationsPart(desk)
        self.fields = GridSection(
            desk, translate("relations", "Family and interests"), cells.family, id="family"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.relations)
        column.addWidget(self.fields)

    def show_data(self, data: PageData) -> None:
        self.relations.set_relatives(data.relatives)
        self.relations.show_record(data.record)
        self.fields.show_record(data.record)

    def put_away(self) -> None:
        self.relations.put_away()
        self.fields.put_away()

    def focus_first(self) -> None:
        target = self.relations.graph if self.relations.graph.isVisible() else self.relations.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _relative(row: RelationRow, customer: CustomerRow | None) -> Relative:
    """The tier stands at the right of a customer's box, the note at that of somebody else's."""
    tier = "" if customer is None else customer.tier or ""
    return Relative(
        row.uid,
        row.kind,
        choices.word("relation", "kind", row.kind),
        row.name,
        tier or row.note or "",
        row.customer_uid or "",
    )


def _said(given: dict[str, Any]) -> dict[str, str]:
    return {
        name: choices.word("relation", "kind", value) if name == "kind" else str(value or "")
        for name, value in given.items()
        if name != "other_name"
    }
