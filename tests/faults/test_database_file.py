"""Damage to the database file is never silent: refused or reported, and no wrong value shown."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.faults import damage
from tests.faults.damage import Patient, page, with_bit_flipped, with_pages


@pytest.fixture
def patient(tmp_path: Path) -> Patient:
    return Patient(tmp_path / "vault")


def test_a_healthy_vault_is_found_healthy(patient: Patient) -> None:
    outcome = patient.examine(patient.whole)
    assert (outcome.verdict, outcome.wrong) == ("harmless", [])
    assert patient.pages > 30


def test_one_flipped_bit_on_every_page(patient: Patient) -> None:
    outcomes = [
        patient.examine(with_bit_flipped(patient.whole, number * damage.PAGE + 1234 + number, number % 8))
        for number in range(patient.pages)
    ]
    assert Counter(outcome.verdict for outcome in outcomes).keys() <= {"refused", "reported"}
    assert [outcome.wrong for outcome in outcomes if outcome.wrong] == []


def test_bits_flipped_at_random() -> None:
    figures = damage.flips(30)
    assert figures["refused"] + figures["reported"] == 30
    assert figures["wrong values"] == 0


def test_every_zeroed_page(patient: Patient) -> None:
    for number in range(patient.pages):
        outcome = patient.examine(with_pages(patient.whole, {number: bytes(damage.PAGE)}))
        assert outcome.verdict in ("refused", "reported"), number
        assert outcome.wrong == [], number


def test_swapped_pages(patient: Patient) -> None:
    for number in range(1, patient.pages):
        swapped = {number: page(patient.whole, number - 1), number - 1: page(patient.whole, number)}
        outcome = patient.examine(with_pages(patient.whole, swapped))
        assert outcome.verdict in ("refused", "reported"), number
        assert outcome.wrong == [], number


def test_truncation_anywhere(patient: Patient) -> None:
    for damaged in damage.truncations(patient):
        outcome = patient.examine(damaged)
        assert outcome.verdict in ("refused", "reported"), len(damaged)
        assert outcome.wrong == [], len(damaged)


def test_one_old_page_replayed(patient: Patient) -> None:
    """Every seal fits then: only the structure, the chain and the rows can tell."""
    outcomes = [patient.examine(damaged) for damaged in damage.replays(patient)]
    assert len(outcomes) > 10
    assert Counter(outcome.verdict for outcome in outcomes).keys() <= {"refused", "reported"}


def test_the_whole_file_rolled_back(patient: Patient) -> None:
    former = patient.grow()
    outcome = patient.examine(former)
    assert outcome.reported == ["changes.anchor_differs"], "all else is a healthy vault of some time ago"
