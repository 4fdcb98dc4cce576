"""Settings of the branch: checked, kept, recorded, and changed only by those who may."""

from __future__ import annotations

import pytest

from rmdesk import labels
from rmdesk.models import Role
from rmdesk.services import changes, settings
from rmdesk.services.actor import Actor
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.vault import Vault
from tests.support.vaults import BRANCH


def _change(vault: Vault, name: str, value: object, *, version: int | None = None) -> None:
    with vault.store.write() as session:
        seen = settings.load(session)[name].version if version is None else version
        settings.set(session, name, value, version=seen)


def _value(vault: Vault, name: str) -> object:
    with vault.store.read() as session:
        return settings.get(session, name)


def test_defaults(vault: Vault):
    assert _value(vault, "lock.idle_seconds") == 300
    assert _value(vault, "keyring.allowed") is True
    assert _value(vault, "branch.manager_label") == ""
    assert _value(vault, "branch.name") == BRANCH
    assert _value(vault, "vault.demonstration") is False


def test_change_is_kept_and_recorded(vault: Vault):
    _change(vault, "branch.name", "  江南支行 ")
    _change(vault, "lock.idle_seconds", 120)
    assert _value(vault, "branch.name") == "江南支行"
    assert _value(vault, "lock.idle_seconds") == 120
    with vault.store.read() as session:
        newest = changes.load_sets(session, changes.find_numbers(session)[:1])[0]
        assert newest.kind == "setting.changed"
        assert newest.detail == {"setting": "lock.idle_seconds"}
        assert changes.verify(session, vault.keys.audit).sound


def test_same_value_changes_nothing(vault: Vault):
    _change(vault, "lock.idle_seconds", 120)
    head = vault.store.head()
    _change(vault, "lock.idle_seconds", 120)
    assert vault.store.head() == head


def test_undo_brings_the_default_back(vault: Vault):
    _change(vault, "lock.idle_seconds", 120)
    with vault.store.write() as session:
        changes.undo(session, vault.store.head().number)
    assert _value(vault, "lock.idle_seconds") == 300


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("branch.name", "", "text.empty"),
        ("branch.name", "支" * 101, "text.too_long"),
        ("branch.name", "\u202e支行", "text.not_text"),
        ("branch.manager_label", "经" * 21, "text.too_long"),
        ("branch.manager_label", 5, "text.not_text"),
        ("lock.idle_seconds", 59, "settings.idle_seconds"),
        ("lock.idle_seconds", 3601, "settings.idle_seconds"),
        ("lock.idle_seconds", True, "settings.idle_seconds"),
        ("lock.idle_seconds", "300", "settings.idle_seconds"),
        ("lock.idle_seconds", 2**63, "settings.idle_seconds"),
        ("keyring.allowed", 1, "settings.not_yes_or_no"),
        ("vault.demonstration", True, "settings.fixed"),
    ],
)
def test_refused(vault: Vault, name: str, value: object, code: str):
    former, head = _value(vault, name), vault.store.head()
    with pytest.raises(UserError) as caught:
        _change(vault, name, value, version=0)
    assert caught.value.code == code
    assert (_value(vault, name), vault.store.head()) == (former, head)


def test_somebody_else_was_faster(vault: Vault):
    _change(vault, "lock.idle_seconds", 120, version=0)
    with pytest.raises(Conflict) as caught:
        _change(vault, "lock.idle_seconds", 180, version=0)
    assert caught.value.params["present"] == 1
    assert _value(vault, "lock.idle_seconds") == 120


def test_manager_label_may_be_removed(vault: Vault):
    _change(vault, "branch.manager_label", "理财经理")
    assert labels.role(Role.RELATIONSHIP_MANAGER, str(_value(vault, "branch.manager_label"))) == "理财经理"
    _change(vault, "branch.manager_label", "")
    assert labels.role(Role.RELATIONSHIP_MANAGER, "") == "Relationship manager"


@pytest.mark.parametrize(
    ("role", "name", "may"),
    [
        (Role.ADMINISTRATOR, "lock.idle_seconds", True),
        (Role.ADMINISTRATOR, "branch.manager_label", False),
        (Role.BRANCH_HEAD, "branch.manager_label", True),
        (Role.BRANCH_HEAD, "keyring.allowed", False),
        (Role.TELLER, "branch.name", False),
    ],
)
def test_only_by_role(vault: Vault, role: Role, name: str, may: bool):
    actor = vault.store.actor
    assert actor is not None
    vault.store.actor = Actor(actor.staff_id, actor.staff_uid, actor.name, frozenset({role}))
    value = {"lock.idle_seconds": 90, "keyring.allowed": False}.get(name, "江南")
    if may:
        _change(vault, name, value)
        assert _value(vault, name) == value
        return
    with pytest.raises(NotAllowed):
        _change(vault, name, value)


def test_every_setting_has_words_and_a_sound_default():
    assert set(labels.SETTINGS) == set(settings.DEFINITIONS)
    for definition in settings.DEFINITIONS.values():
        if definition.name != "branch.name":  # given when the vault is made
            assert definition.check(definition.default) == definition.default
