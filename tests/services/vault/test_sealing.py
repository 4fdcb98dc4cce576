"""Boxes open with the right key and the right surroundings only; costs keep within their bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmdesk.services.errors import UserError
from rmdesk.services.vault import sealing
from rmdesk.services.vault.sealing import BoxRefusedError, Cost

KEY = bytes(32)
SALT = bytes(16)


@given(st.binary(max_size=100), st.binary(max_size=100))
def test_a_box_gives_back_its_secret(secret: bytes, around: bytes):
    assert sealing.unseal(KEY, sealing.seal(KEY, secret, around), around) == secret


def test_every_flipped_bit_of_a_box_is_noticed():
    box = sealing.seal(KEY, b"secret", b"around")
    for position in range(len(box) * 8):
        flipped = bytearray(box)
        flipped[position // 8] ^= 1 << position % 8
        with pytest.raises(BoxRefusedError):
            sealing.unseal(KEY, bytes(flipped), b"around")


@pytest.mark.parametrize("length", [0, 5, 12, 27])
def test_a_box_cut_short_is_refused(length: int):
    box = sealing.seal(KEY, b"secret", b"around")
    with pytest.raises(BoxRefusedError):
        sealing.unseal(KEY, box[:length], b"around")


def test_a_box_does_not_open_elsewhere():
    box = sealing.seal(KEY, b"secret", sealing.bound("password", slot="a"))
    for around in (sealing.bound("password", slot="b"), sealing.bound("recovery", slot="a"), b""):
        with pytest.raises(BoxRefusedError):
            sealing.unseal(KEY, box, around)
    with pytest.raises(BoxRefusedError):
        sealing.unseal(bytes(31) + b"\1", box, sealing.bound("password", slot="a"))


def test_only_the_private_key_opens_what_was_sealed_to_its_public_key():
    private, public = sealing.make_pair()
    box = sealing.seal_to(public, b"master", b"around")
    assert sealing.open_with(private, box, b"around") == b"master"
    with pytest.raises(BoxRefusedError):
        sealing.open_with(sealing.make_pair()[0], box, b"around")
    with pytest.raises(BoxRefusedError):
        sealing.open_with(private, box, b"elsewhere")


def test_every_flipped_bit_of_a_box_to_a_public_key_is_noticed():
    private, public = sealing.make_pair()
    box = sealing.seal_to(public, b"master", b"")
    for position in range(len(box) * 8):
        # X25519 ignores the top bit of a public key, so flipping it gives the same box to open; but it
        # is part of what the key is derived from.
        flipped = bytearray(box)
        flipped[position // 8] ^= 1 << position % 8
        with pytest.raises(BoxRefusedError):
            sealing.open_with(private, bytes(flipped), b"")


@pytest.mark.parametrize("box", [b"", bytes(31), bytes(200)])
def test_a_public_key_that_is_none_is_refused(box: bytes):
    with pytest.raises(BoxRefusedError):
        sealing.open_with(sealing.make_pair()[0], box, b"")


def test_two_boxes_of_one_secret_have_nothing_in_common():
    _, public = sealing.make_pair()
    first, second = (sealing.seal_to(public, b"master", b"") for _ in range(2))
    assert first[:32] != second[:32]
    assert first[32:44] != second[32:44]


@pytest.mark.parametrize(
    "password", ["correct horse", "密码是八个汉字啊啊", "pässwörd", "🔑🔑🔑🔑🔑🔑🔑🔑", "a\ud800b"]
)
def test_a_password_gives_the_same_key_each_time(password: str):
    assert sealing.password_key(password, SALT, Cost.FLOOR) == sealing.password_key(
        password, SALT, Cost.FLOOR
    )


def test_composed_and_decomposed_letters_are_the_same_password_but_width_counts():
    # Normal form C: keyboards differ in how they compose. Not form KC: full width was typed on purpose.
    key = sealing.password_key("pässword1", SALT, Cost.FLOOR)
    assert sealing.password_key("pa\u0308ssword1", SALT, Cost.FLOOR) == key
    assert sealing.password_key("pässword１", SALT, Cost.FLOOR) != key


@pytest.mark.parametrize(
    "cost",
    [
        Cost(64 * 1024 - 1, 3, 4),
        Cost(64 * 1024, 2, 4),
        Cost(64 * 1024, 3, 3),
        Cost(1024 * 1024 + 1, 3, 4),
        Cost(64 * 1024, 21, 4),
        Cost(64 * 1024, 3, 17),
    ],
)
def test_costs_outside_floor_and_ceiling_are_refused_before_any_work(cost: Cost):
    with pytest.raises(UserError, match=r"keyfile\.refused_cost"):
        sealing.password_key("password", SALT, cost)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (5.0, Cost.FLOOR),  # a slow computer gets the floor
        (0.7, Cost.FLOOR),
        (0.35, Cost(128 * 1024, 3, 4)),  # memory first
        (0.175, Cost(256 * 1024, 3, 4)),
        (0.05, Cost(256 * 1024, 10, 4)),  # then passes
        (0.0, Cost(256 * 1024, 20, 4)),
    ],
)
def test_calibration_raises_memory_first_then_passes(seconds: float, expected: Cost):
    assert sealing.scaled(seconds) == expected


@given(st.floats(0, 100))
def test_calibration_keeps_within_floor_and_ceiling(seconds: float):
    sealing.scaled(seconds).check()
    assert sealing.scaled(seconds).memory <= 256 * 1024


def test_calibration_on_this_computer_gives_a_usable_cost():
    sealing.calibrated().check()
