"""Every stored code has a word."""

from __future__ import annotations

import ast
from pathlib import Path

import rmdesk
from rmdesk import labels
from rmdesk.models import Base, Business, Role
from rmdesk.services import changes, customers, masks, settings

PACKAGE = Path(rmdesk.__file__).parent
# Columns that every business row has; no record and no timeline shows them.
IDENTITY = {"id", "uid", "version", "origin_id"}


def _kinds() -> set[str]:
    """Every kind of change set that the program writes, as its source spells it."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        constants = {
            node.targets[0].id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call):
                continue
            named = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            given = call.args[1:2] if named in ("describe", "note") else []
            given += [one.value for one in call.keywords if one.arg in ("recorded_as", "kind")]
            for one in given:
                for choice in [one.body, one.orelse] if isinstance(one, ast.IfExp) else [one]:
                    value = constants.get(choice.id) if isinstance(choice, ast.Name) else choice
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        found.add(value.value)
    return {kind for kind in found if "." in kind}


def test_every_kind_of_change_set_has_a_word():
    kinds = _kinds()
    assert len(kinds) > 15
    assert sorted(kinds - set(labels.KINDS)) == []
    assert sorted(set(labels.KINDS) - kinds) == []


def test_kind_of_a_newer_program_is_shown_as_it_is():
    assert labels.kind("customer.praised") == "customer.praised"
    assert labels.kind("staff.added") == "Person added"


def test_every_table_and_column_has_a_word():
    tables = {mapper.local_table for mapper in Base.registry.mappers if issubclass(mapper.class_, Business)}
    assert {table.name for table in tables} == set(labels.TABLES)
    columns = {(table.name, column.name) for table in tables for column in table.columns}
    # What a form shows as one field may stand in several columns, or in one of another name.
    composed = {("customer", one.name) for one in customers.FIELDS}
    assert {one for one in columns if one[1] not in IDENTITY} | composed == set(labels.FIELDS)
    assert set(masks.COLUMNS) <= set(labels.FIELDS)


def test_every_section_of_the_page_has_a_word():
    assert [labels.section(one) for one in customers.Section][:2] == ["Relationship", "Basic"]


def test_what_was_typed_has_a_word():
    assert {labels.what(one.what) for one in customers.FIELDS} >= {"Birthday", "Employer", "Notes"}
    assert labels.what("branch.name") == "Name of the branch"
    assert labels.what("staff.name") == "Name"
    assert set(labels.SETTINGS) == set(settings.DEFINITIONS)


def test_role_may_have_a_name_of_the_branch():
    assert labels.role(Role.RELATIONSHIP_MANAGER, "理财经理") == "理财经理"
    assert labels.role(Role.TELLER, "理财经理") == "Teller"


def test_kinds_of_undo_are_known():
    assert not changes.is_undoable("auth.signed_in", 1)
