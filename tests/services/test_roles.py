"""The table "Who may what", cell by cell, and its enforcement."""

from __future__ import annotations

from pathlib import Path

import pytest

from rmdesk import labels
from rmdesk.cli import roles as page
from rmdesk.models import Role
from rmdesk.services import roles
from rmdesk.services.actor import Actor
from rmdesk.services.errors import NotAllowed
from rmdesk.services.roles import Limit, Permission, Reach
from rmdesk.services.vault import Vault

DOCUMENTS = Path(__file__).parents[2] / "docs"

# The columns: RM, supervisor, branch head, lobby manager, teller, administrator, auditor. Written out a
# second time on purpose: a slip in the program's table must not pass.
EXPECTED = """
see_customers       | covered | all | all | all card | - | - | -
read_work           | own | all | all | own tasks | own tasks | - | -
write_work          | own | own | - | own tasks | own tasks | - | -
approve_work        | - | all not_own | all not_own | - | - | - | -
import              | own | all | all | - | - | - | -
export              | covered masked | all masked | all with_reason | - | - | - | -
reveal              | own | all | all | - | - | - | -
answer_surveys      | covered | all | all | - | - | - | -
run_surveys         | - | all | all | - | - | - | -
sign_surveys        | - | - | all | - | - | - | -
handle_complaints   | own | all | all | all assigned | - | - | -
withdrawals         | all | all | all | all | all reads_today | - | -
set_rules           | - | all | all | - | - | - | -
edit_templates      | own | all | all | - | - | - | -
set_technical       | - | - | - | - | - | all | -
manage_staff        | - | - | - | - | - | all | -
manage_backups      | - | - | - | - | - | all | -
rotate_keys         | - | - | - | - | - | all | -
restore_deleted     | own | all | all | - | - | - | -
purge_deleted       | - | - | all jointly_administrator | - | - | all jointly_branch_head | -
read_audit          | - | all own_people | all | - | - | - | all
export_audit        | - | - | - | - | - | - | all
"""

CELLS = [
    (permission.strip(), role, cell.strip())
    for line in EXPECTED.strip().splitlines()
    for permission, *cells in [line.split("|")]
    for role, cell in zip(Role, cells, strict=True)
]


def _actor(*given: Role) -> Actor:
    return Actor(1, "u", "某人", frozenset(given))


@pytest.mark.parametrize(("permission", "role", "cell"), CELLS)
def test_cell(permission: str, role: Role, cell: str):
    scope = roles.allowed(_actor(role), Permission(permission))
    if cell == "-":
        assert not scope
        return
    reach, *limits = cell.split()
    (grant,) = scope.grants
    assert grant.reach is Reach[reach.upper()]
    assert grant.limits == {Limit(one) for one in limits}


def test_table_is_whole():
    assert {cell[0] for cell in CELLS} | {"demonstration_data"} == set(Permission) == set(roles.TABLE)


def test_demonstration_data_only_in_a_demonstration():
    for role in Role:
        scope = roles.allowed(_actor(role), Permission.DEMONSTRATION_DATA)
        assert scope.reach() is Reach.NONE
        assert scope.reach(Limit.DEMONSTRATION_ONLY) is Reach.ALL


def test_several_roles_add_up():
    both = roles.allowed(_actor(Role.RELATIONSHIP_MANAGER, Role.LOBBY_MANAGER), Permission.SEE_CUSTOMERS)
    assert both.reach() is Reach.COVERED
    assert both.reach(Limit.CARD) is Reach.ALL
    export = roles.allowed(_actor(Role.RELATIONSHIP_MANAGER, Role.BRANCH_HEAD), Permission.EXPORT)
    assert export.reach() is Reach.NONE
    assert export.reach(Limit.MASKED) is Reach.COVERED
    assert export.reach(Limit.WITH_REASON) is Reach.ALL


def test_nobody_without_a_role_may_anything():
    assert not any(roles.allowed(_actor(), permission) for permission in Permission)


def _as(vault: Vault, *given: Role) -> None:
    actor = vault.store.actor
    assert actor is not None
    vault.store.actor = Actor(actor.staff_id, actor.staff_uid, actor.name, frozenset(given))


def test_require(vault: Vault):
    with vault.store.read() as session:
        assert roles.require(session, Permission.MANAGE_STAFF).reach() is Reach.ALL
        with pytest.raises(NotAllowed) as caught:
            roles.require(session, Permission.EXPORT_AUDIT)
    assert caught.value.code == "role.not_permitted"
    assert caught.value.params == {"permission": "export_audit"}


def test_require_reach_and_limits(vault: Vault):
    _as(vault, Role.RELATIONSHIP_MANAGER)
    with vault.store.read() as session:
        roles.require(session, Permission.REVEAL)
        with pytest.raises(NotAllowed):
            roles.require(session, Permission.REVEAL, reach=Reach.ALL)
        roles.require(session, Permission.EXPORT)
        with pytest.raises(NotAllowed):
            roles.require(session, Permission.EXPORT, accepting=())
        roles.require(session, Permission.EXPORT, accepting=(Limit.MASKED,))


def test_nobody_signed_in(vault: Vault):
    vault.store.actor = None
    with vault.store.read() as session, pytest.raises(NotAllowed) as caught:
        roles.require(session, Permission.MANAGE_STAFF)
    assert caught.value.code == "role.not_signed_in"


@pytest.mark.parametrize(("name", "language"), [("roles.md", "en"), ("roles.zh-CN.md", "zh_CN")])
def test_published_table_is_the_table(name: str, language: str):
    """`rmdesk --lang en roles` makes the table of docs/roles.md, `--lang zh_CN` that of its Chinese twin."""
    assert page.page(to=language) in (DOCUMENTS / name).read_text("utf-8")


def test_everything_has_words():
    assert set(labels.ROLES) == set(Role)
    assert set(labels.PERMISSIONS) == set(Permission)
    assert set(labels.LIMITS) == set(Limit)
    assert set(labels.REACHES) == set(Reach)
