"""Keys come from the master key, each use its own, and are never printed."""

import dataclasses

import pytest

from rmdesk.services.vault.keys import derive_keys, new_master


def test_each_use_has_its_own_key_of_32_bytes():
    keys = derive_keys(new_master())
    values = [getattr(keys, field.name) for field in dataclasses.fields(keys) if field.name != "former"]
    assert len(set(values)) == len(values)
    assert {len(value) for value in values} == {32}


def test_of_several_master_keys_only_the_chain_of_records_keeps_its_key():
    first, second, third = new_master(), new_master(), new_master()
    keys = derive_keys(third, [second, first])
    assert [one.master for one in keys.former] == [second, first]
    assert keys.former == (derive_keys(second, [first]), derive_keys(first))
    assert {keys.audit, *(one.audit for one in keys.former)} == {derive_keys(first).audit}
    assert keys.database == derive_keys(third).database


def test_derivation_never_changes():
    # A vault made today must open in every later version: these values are part of the format.
    keys = derive_keys(bytes(range(32)))
    assert keys.master == bytes(range(32))
    assert keys.database.hex() == "04d3ffb106262bf5fc88fb146c1dd58a0c9fc3b869781568b04ca6f1f6333911"
    assert keys.attachment.hex() == "f8c371ffbc1a928f89bfa8c517dd8dfa8aba777c0aa67240714deac1b332a997"
    assert keys.audit.hex() == "943f57f58e7a308cd9a06cdc42d624fb9495e3e5a2bd604a9c38eacbf1ad126c"
    assert keys.keyfile.hex() == "f6f474ddd608267166db61e45c81d7733483643a349219e21a3adfa9a0608753"
    assert keys.anchor.hex() == "5ef6a0425dacd97e7968649f6905674b1f077b379999576605a62a078a59a525"


def test_no_key_stands_in_repr():
    master = new_master()
    shown = repr(derive_keys(master))
    assert master.hex() not in shown
    assert "\\x" not in shown


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_master_key_of_another_length_is_a_bug(length: int):
    with pytest.raises(ValueError, match="32 bytes"):
        derive_keys(bytes(length))
