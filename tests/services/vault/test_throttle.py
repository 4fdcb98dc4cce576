"""After the fifth wrong password each try waits longer, at most half a minute."""

from pathlib import Path

import pytest

from rmdesk.services.vault.throttle import Throttle

UID = "0" * 32
NOON = 1_700_000_000.0


def test_waits_grow_from_the_sixth_try_and_stop_at_thirty_seconds():
    throttle = Throttle(UID)
    waits = []
    for _ in range(13):
        waits.append(throttle.delay(NOON))
        throttle.failed(NOON)
    assert waits == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]


def test_time_that_passed_counts():
    throttle = Throttle(UID)
    for _ in range(8):
        throttle.failed(NOON)
    assert throttle.delay(NOON + 3) == 5
    assert throttle.delay(NOON + 8) == 0
    assert throttle.delay(NOON + 86_400) == 0


def test_a_clock_put_back_by_a_year_makes_nobody_wait_longer():
    throttle = Throttle(UID)
    for _ in range(20):
        throttle.failed(NOON)
    assert throttle.delay(NOON - 365 * 86_400) == 30


def test_another_start_of_the_program_remembers():
    for _ in range(6):
        Throttle(UID).failed(NOON)
    assert Throttle(UID).delay(NOON) == 2
    assert Throttle("1" * 32).delay(NOON) == 0


def test_success_forgets():
    throttle = Throttle(UID)
    for _ in range(9):
        throttle.failed(NOON)
    throttle.succeeded()
    assert throttle.delay(NOON) == 0
    throttle.succeeded()


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b"\xff", b'{"wrong": "x", "last": 1}', b'{"wrong": 1e999, "last": 0}']
)
def test_a_damaged_count_is_no_count(content: bytes):
    throttle = Throttle(UID)
    throttle.path.parent.mkdir(parents=True)
    throttle.path.write_bytes(content)
    assert throttle.delay(NOON) == 0
    throttle.failed(NOON)
    assert throttle.delay(NOON) == 0


def test_where_it_cannot_be_kept_nobody_is_kept_out(home: Path):
    (home / "attempts").write_text("a file in the way")
    throttle = Throttle(UID)
    for _ in range(9):
        throttle.failed(NOON)
    assert throttle.delay(NOON) == 0
    throttle.succeeded()
