"""Heads of the audit trail that were printed, compared with the vault."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from rmdesk.models import Customer
from rmdesk.services import changes
from rmdesk.services.changes import Head, Stand, expiring
from rmdesk.services.errors import UserError
from tests.support.branches import Branch
from tests.support.stores import KEYS


@pytest.fixture
def zhang(branch: Branch) -> Customer:
    branch.act("manager")
    return branch.add("张晓敏")


def compare(branch: Branch, head: Head) -> changes.Comparison:
    with branch.store.read() as session:
        return changes.compare(
            session, KEYS.audit, head.number, changes.read_digits(changes.printed(head).upper())
        )


def refused(branch: Branch, head: Head) -> str:
    error = compare(branch, head).trouble()
    assert error is not None
    return error.code


def test_what_was_printed_is_found_as_long_as_nobody_rewrote_it(branch: Branch, zhang: Customer) -> None:
    head = branch.read(changes.read_head)
    branch.edit(zhang, notes="后来")
    found = compare(branch, head)
    assert (found.stand, found.number, found.trouble()) == (Stand.AS_PRINTED, head.number, None)
    assert found.at is not None
    assert found.verdict.head.number == head.number + 1


def test_a_chain_that_was_rewritten_with_the_key_is_another(branch: Branch, zhang: Customer) -> None:
    old = Head(branch.read(changes.read_head).number, b"\x5a" * 32)  # what the paper says
    assert branch.is_sound()
    assert refused(branch, old) == "audit.head_different"


def test_an_older_copy_ends_before_what_was_printed(branch: Branch, zhang: Customer) -> None:
    head = branch.read(changes.read_head)
    assert refused(branch, Head(head.number + 3, head.digest)) == "audit.head_beyond"


def test_tampering_beside_a_head_that_fits_is_told(branch: Branch, zhang: Customer) -> None:
    head = branch.read(changes.read_head)
    with branch.store.write() as session:
        session.execute(text("UPDATE customer SET name = '某某' WHERE id = :id"), {"id": zhang.id})
        changes.note(session, "data.printed", report="staff_list", rows=0, pages=0)
    found = compare(branch, head)
    assert found.stand is Stand.AS_PRINTED
    assert refused(branch, head) == "audit.head_kept"
    broken = changes.broken(found.verdict)
    assert broken is not None
    assert broken.code in ("audit.broken", "audit.broken_in_rows")


def test_what_expired_cannot_be_compared_but_its_end_can(branch: Branch, zhang: Customer) -> None:
    first = branch.read(changes.read_head)
    branch.edit(zhang, notes="一")
    last = branch.read(changes.read_head)
    with branch.store.write() as session:
        until = changes.find_boundary(session, datetime.now(UTC) + timedelta(days=1))
        assert until is not None
        expiring.expire(session, until)
    assert refused(branch, first) == "audit.head_expired"
    assert compare(branch, last).trouble() is None


@pytest.mark.parametrize("typed", ["９f3c 00Aa 1b2d 44e1", "9f3c-oOaa-lb2d-44e1", " 9f3c00aa1b2d44e1 … "])
def test_digits_are_read_as_people_type_them(typed: str) -> None:
    assert changes.read_digits(typed) == "9f3c00aa1b2d44e1"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "audit.digits_few"),
        ("9f3c 00aa", "audit.digits_few"),
        ("审计记录截至第 12 条", "audit.digits_wrong"),
        ("9f3c 00aa 1b2d 44ez", "audit.digits_wrong"),
        ("a" * 65, "audit.digits_wrong"),
    ],
)
def test_other_digits_are_refused(typed: str, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        changes.read_digits(typed)
    assert refusal.value.code == code


@pytest.mark.parametrize("typed", ["1234", "第 1234 条", "１，２３４", " 1,234 "])
def test_numbers_are_read_with_the_words_around_them(typed: str) -> None:
    assert changes.read_number(typed) == 1234


@pytest.mark.parametrize("typed", ["", "x", "0", "-", "12 34", "9" * 30])
def test_other_numbers_are_refused(typed: str) -> None:
    with pytest.raises(UserError) as refusal:
        changes.read_number(typed)
    assert refusal.value.code == "audit.number_wrong"
