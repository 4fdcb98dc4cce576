"""Damage to the database file: bits, pages, lengths, old pages, old files."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from rmdesk.services.changes import Head
from tests.faults.examining import PAGE, Contents, Outcome, add_notices, contents, examine, make_lived, tally
from tests.faults.turns import turns
from tests.support.stores import open_again, set_value

TOLD = {"refused", "reported"}

Damaged = Iterator[tuple[int, bytes]]  # the place, and the file damaged there


class Patient:
    """A healthy database, damaged anew for each examination."""

    def __init__(self, root: Path) -> None:
        self.folder = make_lived(root)
        self.whole = self.folder.database.read_bytes()
        self.kept, self.anchor = self._state()

    @property
    def pages(self) -> int:
        return len(self.whole) // PAGE

    def examine(self, damaged: bytes) -> Outcome:
        self.folder.database.write_bytes(damaged)
        outcome = examine(self.folder, self.kept, self.anchor)
        for side in ("vault.db-wal", "vault.db-shm"):
            (self.folder.root / side).unlink(missing_ok=True)
        return outcome

    def grow(self) -> bytes:
        """Work on in the vault; returns the file as it was before."""
        former = self.whole
        self.folder.database.write_bytes(former)
        store = open_again(self.folder)
        set_value(store, "grown")
        add_notices(store, 40)
        store.close()
        self.whole = self.folder.database.read_bytes()
        self.kept, self.anchor = self._state()
        return former

    def _state(self) -> tuple[Contents, Head]:
        store = open_again(self.folder)
        try:
            return contents(store), store.head()
        finally:
            store.close()


def with_bit_flipped(whole: bytes, place: int, bit: int) -> bytes:
    damaged = bytearray(whole)
    damaged[place] ^= 1 << bit
    return bytes(damaged)


def with_pages(whole: bytes, pages: dict[int, bytes]) -> bytes:
    """The file with some pages (counted from 0) replaced."""
    damaged = bytearray(whole)
    for number, page in pages.items():
        damaged[number * PAGE : (number + 1) * PAGE] = page
    return bytes(damaged)


def page(whole: bytes, number: int) -> bytes:
    return whole[number * PAGE : (number + 1) * PAGE]


def flips(count: int, seconds: float | None = None, seed: int = 20260301) -> dict[str, int]:
    """Flip one bit, `count` times, on each page in turn."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        patient = Patient(Path(place) / "vault")
        outcomes = []
        for turn in turns(count, seconds):
            at = turn % patient.pages * PAGE + rng.randrange(PAGE)
            outcomes.append(patient.examine(with_bit_flipped(patient.whole, at, rng.randrange(8))))
        return tally(outcomes)


def sweep(_count: int, _seconds: float | None = None) -> dict[str, int]:
    """Every kind of damage to each page of the file."""
    with tempfile.TemporaryDirectory() as place:
        patient = Patient(Path(place) / "vault")
        outcomes = [patient.examine(damaged) for kind in SWEEPS.values() for _, damaged in kind(patient)]
        return tally(outcomes)


def replayed(_count: int, _seconds: float | None = None) -> dict[str, int]:
    """Each page that changed, put back as it was."""
    with tempfile.TemporaryDirectory() as place:
        patient = Patient(Path(place) / "vault")
        return tally([patient.examine(damaged) for damaged in replays(patient)], earlier=True)


def _one_bit_each(patient: Patient) -> Damaged:
    for number in range(patient.pages):
        yield number, with_bit_flipped(patient.whole, number * PAGE + 1234 + number, number % 8)


def _zeroed(patient: Patient) -> Damaged:
    for number in range(patient.pages):
        yield number, with_pages(patient.whole, {number: bytes(PAGE)})


def _swapped(patient: Patient) -> Damaged:
    for number in range(1, patient.pages):
        swapped = {number: page(patient.whole, number - 1), number - 1: page(patient.whole, number)}
        yield number, with_pages(patient.whole, swapped)


def _cut_off(patient: Patient) -> Damaged:
    """Within the header, by the last byte, at every page edge and around it."""
    for length in (0, 1, 16, 100, 511, 512, PAGE - 1, len(patient.whole) - 1):
        yield length, patient.whole[:length]
    for number in range(1, patient.pages):
        yield number * PAGE, patient.whole[: number * PAGE]
        yield number * PAGE + 1, patient.whole[: number * PAGE + 1]


SWEEPS: dict[str, Callable[[Patient], Damaged]] = {
    "one bit": _one_bit_each,
    "zeroed": _zeroed,
    "swapped": _swapped,
    "cut off": _cut_off,
}


def replays(patient: Patient) -> Iterator[bytes]:
    """Every page that changed since, one by one put back as it was."""
    former = patient.grow()
    for number in range(len(former) // PAGE):
        if page(former, number) != page(patient.whole, number):
            yield with_pages(patient.whole, {number: page(former, number)})
