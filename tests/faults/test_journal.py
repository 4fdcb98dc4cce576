"""The journal (-wal) beside the database: deleted, flipped, of another time, of another vault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rmdesk.services import changes
from rmdesk.services.errors import Damaged
from tests.faults import examining
from tests.faults.examining import contents, examine
from tests.faults.journals import FRAME, Killed, foreign_journal
from tests.support.stores import open_again, set_value, value_of


@pytest.fixture
def killed(tmp_path: Path) -> Killed:
    return Killed(tmp_path)


def refused_untouched(killed: Killed) -> str:
    """The code of the refusal; database and journal must lie there as before, also after a second try."""
    before = killed.files()
    codes = set()
    for _ in range(2):
        with pytest.raises(Damaged) as caught:
            killed.open()
        codes.add(caught.value.code)
        assert killed.files() == before
    [code] = codes
    return code


def test_what_stands_in_the_journal_is_there_after_a_kill(killed: Killed) -> None:
    outcome = examine(killed.folder, killed.kept, killed.anchor)
    assert (outcome.verdict, outcome.wrong) == ("harmless", [])
    assert not killed.journal.exists()


def test_one_commit_may_hold_several_change_sets(killed: Killed) -> None:
    """As signing in does when it records what opening found."""
    store = open_again(killed.closed)
    store.checkpoint()
    with store.write() as session:
        for _ in range(3):
            changes.note(session, "test.noted")
    for name in ("vault.db", "vault.db-wal"):
        shutil.copy(killed.closed.root / name, killed.folder.root / name)
    head = store.head()
    store.close()
    opened = killed.open()
    assert opened.head() == head
    opened.close()


def test_a_deleted_journal_is_told_by_the_anchor(killed: Killed) -> None:
    killed.journal.unlink()
    outcome = examine(killed.folder, killed.kept, killed.anchor)
    assert outcome.reported == ["changes.anchor_differs"], "the rest is a healthy vault of some commits ago"


def test_a_journal_flipped_anywhere_shows_no_wrong_value(killed: Killed, tmp_path: Path) -> None:
    whole = killed.files()
    for number, at in enumerate(range(3, len(whole["vault.db-wal"]), FRAME + 411)):
        damaged = bytearray(whole["vault.db-wal"])
        damaged[at] ^= 1 << number % 8
        killed.folder.database.write_bytes(whole["vault.db"])
        killed.journal.write_bytes(damaged)
        outcome = examine(killed.folder, killed.kept, killed.anchor)
        # The journal counts up to the flipped frame: an earlier state, which the anchor tells.
        assert outcome.verdict in ("refused", "reported"), at
        if not outcome.refused:
            assert "changes.anchor_differs" in outcome.reported, at
            assert not [code for code in outcome.reported if code.startswith("integrity")], at


def test_a_journal_of_another_vault_is_refused_before_it_destroys_this_one(
    killed: Killed, tmp_path: Path
) -> None:
    shutil.copy(killed.closed.database, killed.folder.database)
    killed.journal.write_bytes(foreign_journal(tmp_path / "other"))
    assert refused_untouched(killed) == "db.foreign_journal"
    killed.journal.unlink()
    (killed.folder.root / "vault.db-shm").unlink(missing_ok=True)
    outcome = examine(killed.folder, killed.kept, killed.anchor)
    assert outcome.verdict == "harmless", "without the journal the vault is whole"


def test_a_stale_journal_beside_a_newer_database_is_refused(killed: Killed) -> None:
    """A journal from before, its database having gone on since (for instance restored from a later copy)."""
    later = open_again(killed.closed)
    examining.add_notices(later, 400)
    set_value(later, "much later")
    later.close()
    shutil.copy(killed.closed.database, killed.folder.database)
    assert refused_untouched(killed) == "db.foreign_journal"
    killed.journal.unlink()
    opened = killed.open()
    assert value_of(opened) == "much later"
    opened.close()


def test_a_journal_beside_an_older_restored_database_is_refused(killed: Killed, tmp_path: Path) -> None:
    """Restoring by copying the database alone, the journal of the damaged one left where it was."""
    older = examining.make_lived(tmp_path / "older", notices=5)
    shutil.copy(older.database, killed.folder.database)
    assert refused_untouched(killed) in ("db.foreign_journal", "db.damaged")


def test_a_journal_that_begins_after_the_database_ends_is_refused(killed: Killed) -> None:
    """The same vault, but what happened between copy and journal stands in neither of the two."""
    copy = killed.closed.database.read_bytes()
    later = open_again(killed.closed)
    set_value(later, "in neither of the two")
    later.checkpoint()
    set_value(later, "in the journal")
    shutil.copy(killed.closed.root / "vault.db-wal", killed.journal)
    later.close()
    killed.folder.database.write_bytes(copy)
    assert refused_untouched(killed) == "db.foreign_journal"


def test_a_journal_half_brought_in_is_told_from_a_foreign_one(killed: Killed) -> None:
    """Killed while the journal was brought into the file: any part of its pages may stand there already."""
    whole = killed.files()["vault.db"]
    brought_in = bytearray(killed.closed.database.read_bytes())
    changed = [
        at
        for at in range(0, len(brought_in), examining.PAGE)
        if whole[at : at + examining.PAGE] != brought_in[at : at + examining.PAGE]
    ]
    assert len(changed) > 3
    for step in range(2, len(changed) + 1):
        half = bytearray(whole.ljust(len(brought_in), b"\0"))
        for at in changed[::step]:
            half[at : at + examining.PAGE] = brought_in[at : at + examining.PAGE]
        killed.folder.database.write_bytes(half)
        opened = killed.open()
        assert contents(opened) == killed.kept
        opened.close()
        shutil.copy(killed.closed.root / "kept-wal", killed.journal)


def test_a_journal_of_rubbish_is_passed_over(killed: Killed) -> None:
    shutil.copy(killed.closed.database, killed.folder.database)
    for rubbish in (b"", b"x" * 31, b"x" * 5000, b"\x37\x7f\x06\x82" + b"\0" * 5000):
        killed.journal.write_bytes(rubbish)
        outcome = examine(killed.folder, killed.kept, killed.anchor)
        assert (outcome.verdict, outcome.wrong) == ("harmless", [])


def test_a_damaged_database_under_its_own_journal_is_damaged(killed: Killed) -> None:
    raw = bytearray(killed.folder.database.read_bytes())
    for at in range(examining.PAGE, len(raw), examining.PAGE):
        raw[at + 100] ^= 1
    killed.folder.database.write_bytes(raw)
    assert refused_untouched(killed) == "db.damaged"
