"""Damage to the database file is never silent: refused or reported, and no wrong value shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import damage
from tests.faults.damage import Patient


@pytest.fixture
def patient(tmp_path: Path) -> Patient:
    return Patient(tmp_path / "vault")


def test_a_healthy_vault_is_found_healthy(patient: Patient) -> None:
    outcome = patient.examine(patient.whole)
    assert (outcome.verdict, outcome.wrong) == ("harmless", [])
    assert patient.pages > 30


@pytest.mark.parametrize("kind", damage.SWEEPS)
def test_damage_to_pages_all_over_the_file(patient: Patient, kind: str) -> None:
    """A sample of them; `python dev.py faults pages` damages each."""
    outcomes = {
        where: patient.examine(damaged)
        for number, (where, damaged) in enumerate(damage.SWEEPS[kind](patient))
        if number < 8 or number % 8 == len(kind) % 8
    }
    assert len(outcomes) > 20
    assert {where: one.verdict for where, one in outcomes.items() if one.verdict not in damage.TOLD} == {}
    assert {where: one.wrong for where, one in outcomes.items() if one.wrong} == {}


def test_bits_flipped_at_random() -> None:
    figures = damage.flips(30)
    assert figures["refused"] + figures["reported"] == 30
    assert figures["wrong values"] == 0


def test_one_old_page_replayed(patient: Patient) -> None:
    """Every seal fits then: only the structure, the chain and the rows can tell."""
    outcomes = [patient.examine(damaged) for damaged in damage.replays(patient)]
    assert len(outcomes) > 10
    assert {outcome.verdict for outcome in outcomes} <= damage.TOLD


def test_the_whole_file_rolled_back(patient: Patient) -> None:
    former = patient.grow()
    outcome = patient.examine(former)
    assert outcome.reported == ["changes.anchor_differs"], "all else is a healthy vault of some time ago"
