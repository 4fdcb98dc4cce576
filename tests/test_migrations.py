"""Migrations: the schema they make, a verified copy first, and the old vault kept whole if one fails."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from rmdesk.models import Base, Customer, DailyLog, DailyLogItem, DailyLogRemark, Plan, Setting, Staff
from rmdesk.models.migrations import CURRENT, Chain
from rmdesk.services import (
    changes,
    commitments,
    customers,
    duplicates,
    goals,
    greetings,
    interactions,
    plans,
    scripts,
    search,
    segments,
    surveys,
    tasks,
    tiers,
    working_days,
)
from rmdesk.services.actor import Actor
from rmdesk.services.changes import codec
from rmdesk.services.customers.record import get_customer
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from rmdesk.services.store import Store, open_store
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keys import Keys, derive_keys
from tests.support import chains
from tests.support.chains import make_chain
from tests.support.stores import KEYS, VAULT_UID, set_value, value_of, verdict

ARCHIVE = Path(__file__).parent / "data" / "vaults"
ARCHIVED_MASTER = bytes(range(32))  # of all archived databases; they hold nobody's data
ARCHIVED_UID = "0" * 32


@pytest.fixture
def working(tmp_path: Path) -> Chain:
    return make_chain(tmp_path / "working", chains.WORKING)


def open_with(folder: VaultFolder, chain: Chain, heads: list[tuple[int, bytes]] | None = None) -> Store:
    def hook(number: int, digest: bytes) -> None:
        if heads is not None:
            heads.append((number, digest))

    return open_store(folder, KEYS, vault_uid=VAULT_UID, commit_hook=hook, chain=chain)


def before_migration(folder: VaultFolder) -> list[str]:
    return sorted(path.suffix for path in folder.backups.glob(f"before-migration-{CURRENT.newest}-*"))


def state(folder: VaultFolder) -> list[Any]:
    """Revision, tables and rows of the database as it lies there."""
    with contextlib.closing(Connector(folder.database, KEYS.database).open()) as connection:
        tables = connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
        rows = [
            connection.execute(f"SELECT * FROM {table}").fetchall()
            for table in ("setting", "staff", "change_set", "vault_state", "alembic_version")
        ]
        return [*connection.execute("PRAGMA user_version"), tables, rows]


def schema(folder: VaultFolder, keys: Keys) -> list[Any]:
    with contextlib.closing(Connector(folder.database, keys.database).open()) as connection:
        return list(connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"))


def test_the_newest_revision_is_the_number_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(CURRENT.folder))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [f"{CURRENT.newest:04}"]
    assert [one.revision for one in script.walk_revisions()] == [
        f"{number:04}" for number in range(CURRENT.newest, 0, -1)
    ]


def _is_of_the_models(name: str | None, kind: str, _parents: Any) -> bool:
    """The search index and the tables SQLite keeps it in are no models."""
    return kind != "table" or not str(name).startswith("customer_search")


def test_the_migrated_schema_is_that_of_the_models(store: Store) -> None:
    with store.read() as session:
        options = {"compare_server_default": True, "include_name": _is_of_the_models}
        context = MigrationContext.configure(session.connection(), opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_the_migrated_tables_are_built_as_the_models_say(store: Store) -> None:
    """Checks, keys and options, which the comparison above does not see."""

    def normal(sql: str) -> list[str]:
        body = sql[sql.index("(") + 1 : sql.rindex(")")]
        parts, depth = [""], 0  # a column that was added later stands at the end, on the last line
        for char in body:
            depth += {"(": 1, ")": -1}.get(char, 0)
            if char == "," and not depth:
                parts.append("")
            else:
                parts[-1] += char
        return [*sorted(" ".join(part.split()) for part in parts), sql[sql.rindex(")") + 1 :].strip()]

    with store.read() as session:
        found = dict(
            session.execute(text("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")).all()  # type: ignore[arg-type]
        )
    for table in Base.metadata.sorted_tables:
        wanted = str(CreateTable(table).compile(dialect=sqlite.dialect()))  # type: ignore[no-untyped-call]
        assert normal(found[table.name]) == normal(wanted), table.name


def test_ids_of_business_rows_are_never_used_again(store: Store) -> None:
    with store.read() as session:
        for name in codec.business_tables():
            sql = session.scalar(text("SELECT sql FROM sqlite_schema WHERE name = :name"), {"name": name})
            assert "AUTOINCREMENT" in str(sql), name


@pytest.mark.parametrize("path", sorted(ARCHIVE.glob("*.db")), ids=lambda path: path.stem)
def test_vaults_of_every_released_revision_open_with_their_data(
    path: Path, tmp_path: Path, store_folder: VaultFolder
) -> None:
    folder = VaultFolder(tmp_path / "archived")
    folder.root.mkdir()
    shutil.copy(path, folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        people = session.query(Staff).order_by(Staff.id).all()
        assert [(one.name, one.mobile, sorted(one.role_set)) for one in people] == [
            ("周建国", "13800000001", ["administrator", "branch_head"]),
            ("李秀英", None, ["relationship_manager"]),
        ]
        assert session.query(Setting).one().value == '"滨江支行"'
        assert changes.verify(session, derive_keys(ARCHIVED_MASTER).audit).problems == ()
    assert opened.integrity() == []
    opened.close()
    copies = list(folder.backups.glob("before-migration-*.db"))
    assert len(copies) == (int(path.stem) < CURRENT.newest)
    assert schema(folder, derive_keys(ARCHIVED_MASTER)) == schema(store_folder, KEYS)


def test_an_archived_vault_of_revision_2_still_holds_its_customers(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0002.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        opened.actor = Actor.of(session.get_one(Staff, 1))
    with opened.write() as session:
        record = get_customer(session, "33010001", exact=True)
        assert search.find(session, "zxm 8000") == [record.id]
    assert (record.name, record.tier, record.tags) == ("张晓敏", "金卡", ("企业主",))
    assert record.fields["birthday"].value == Day(8, 15, 1966, is_lunar=True)
    assert [one.number.value for one in record.phones] == ["13800138000"]
    assert [one.number.value for one in record.documents] == ["11010519491231002X"]
    assert [(one.kind, one.name) for one in record.relations] == [("parent", "𠮷田·伟")]
    assert [one.amount_fen.value for one in record.holdings] == [45_000_000]
    assert [one.amount_fen.value for one in record.figures] == [60_000_000]
    assert [one.day for one in record.dates] == [Day(5, 20)]
    opened.close()


def test_an_archived_vault_of_revision_3_still_holds_its_contacts(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0003.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        opened.actor = Actor.of(session.get_one(Staff, 2))
    with opened.read() as session:
        customer = session.get_one(Customer, 1)
        [contact] = interactions.list_interactions(session, customer.uid)
        assert (contact.content, contact.held_on) == ("问过养老理财", date(2026, 8, 21))
        [promise] = commitments.list_commitments(session, customer.id)
        assert (promise.promise, promise.state) == ("利率上浮", "waiting")
        assert [one.work for one in tasks.list_tasks(session, customer.uid)] == ["核对额度"]
    opened.close()


def test_an_archived_vault_of_revision_4_still_has_its_own_holidays(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0004.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        known = working_days.load(session)
        assert known.next_working_day(date(2026, 12, 31)) == date(2027, 1, 4)
        assert known.holiday_name(date(2027, 1, 2)) == "元旦"
    opened.close()


def test_an_archived_vault_of_revision_5_still_knows_who_are_different_people(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0005.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        opened.actor = Actor.of(session.get_one(Staff, 1))
    with opened.read() as session:
        assert duplicates.gather(session, lambda _done, _total: None).apart == [(1, 2)]
    opened.close()


def test_an_archived_vault_of_revision_8_still_knows_its_greetings(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0008.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        opened.actor = Actor.of(session.get_one(Staff, 2))
    with opened.read() as session:
        customer = session.get_one(Customer, 1)
        found = greetings.propose_for(session, customer.uid, "birthday", date(2026, 9, 10))
        assert (found.texts[0].text, found.used_by) == ("张女士，生日快乐", "李秀英")
    opened.close()


def test_an_archived_vault_of_revision_11_still_knows_its_scripts(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0011.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        opened.actor = Actor.of(session.get_one(Staff, 2))
    with opened.read() as session:
        added = [one for one in scripts.list_scripts(session) if not one.is_shipped]
        assert [(one.part, one.cue, one.text) for one in added] == [
            ("objection", "没空", "好的，改天再打给您")
        ]
    opened.close()


def test_an_archived_vault_of_revision_20_still_holds_its_goals(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0020.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        opened.actor = Actor.of(session.get_one(Staff, 1))
    with opened.read() as session:
        sheet = goals.load_goal(session, goals.find_goal(session, "2026-Q3").uid, date(2026, 8, 31))
        [target] = sheet.targets
        assert (target.target, target.rest) == (120_000_000_00, 90_000_000_00)
    opened.close()


def test_an_archived_vault_of_revision_21_still_holds_its_plans(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0021.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        owner = session.get_one(Plan, 1).owner_id
        opened.actor = Actor.of(session.get_one(Staff, owner))
    with opened.read() as session:
        sheet = plans.load_plan(session, plans.find_plan(session, "九月回访").uid, date(2026, 9, 30))
        assert [(one.name, one.depth, one.whole.items) for one in sheet.nodes] == [
            ("重点客户", 0, 1),
            ("电话回访", 1, 1),
        ]
    opened.close()


def test_an_archived_vault_of_revision_15_still_holds_its_surveys(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0015.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        opened.actor = Actor.of(session.get_one(Staff, 1))
    with opened.read() as session:
        found = surveys.load_results(session, "2026-001")
        assert (found.response.invited, found.response.answered) == (2, 1)
        assert [one.promoters.nps for one in found.questions if one.promoters] == [100]
    opened.close()


def test_an_archived_vault_of_revision_10_still_holds_its_daily_logs(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0010.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        [log] = session.query(DailyLog)
        assert (log.staff_id, log.day, log.state) == (2, date(2026, 8, 21), "submitted")
        [item] = session.query(DailyLogItem)
        assert (item.log_id, item.purpose, item.outcome) == (log.id, "养老理财", "done")
        assert [one.text for one in session.query(DailyLogRemark)] == ["另有一事"]
    opened.close()


def test_an_archived_vault_of_revision_14_still_holds_its_segments(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0014.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        opened.actor = Actor.of(session.get_one(Staff, 1))
    with opened.read() as session:
        [kept] = segments.list_segments(session)
        assert (kept.name, kept.shared, kept.fault) == ("企业主", True, None)
        [fixed] = segments.list_fixed(session, kept.uid)
        assert (fixed.fixed_on, segments.find_fixed_members(session, fixed.uid)) == (date(2026, 8, 20), [1])
    opened.close()


def test_a_vault_of_revision_1_gets_the_tiers_a_branch_begins_with(tmp_path: Path) -> None:
    folder = VaultFolder(tmp_path)
    shutil.copy(ARCHIVE / "0001.db", folder.database)
    folder.keyfile.write_bytes(b"{}")
    opened = open_store(folder, derive_keys(ARCHIVED_MASTER), vault_uid=ARCHIVED_UID)
    with opened.read() as session:
        found = [(tier.name, tier.threshold_fen) for tier in tiers.list_tiers(session)]
        assert found == list(tiers.DEFAULTS)
        opened.actor = Actor.of(session.get_one(Staff, 1))
    with opened.write() as session:
        customers.add_customer(session, {"name": "张晓敏"})
    with opened.read() as session:
        assert search.find(session, "zxm") == [1]
        assert changes.verify(session, derive_keys(ARCHIVED_MASTER).audit).problems == ()
    opened.close()


def test_there_is_an_archived_vault_of_every_revision() -> None:
    assert [path.stem for path in sorted(ARCHIVE.glob("*.db"))] == [
        f"{number:04}" for number in range(1, CURRENT.newest + 1)
    ]


def test_a_migration_copies_first_and_keeps_the_records_true(
    store_folder: VaultFolder, working: Chain
) -> None:
    before = state(store_folder)
    heads: list[tuple[int, bytes]] = []
    opened = open_with(store_folder, working, heads)
    assert [number for number, _ in heads] == [2]
    assert before_migration(store_folder) == [".db", ".keys"]
    with opened.read() as session:
        columns = {row[1] for row in session.execute(text("PRAGMA table_info(origin)"))}
        assert "shown_as" in columns
        assert session.scalar(text("PRAGMA user_version")) == working.newest
        [one] = changes.load_sets(session, [2])
        assert (one.kind, one.detail, one.records) == (
            "vault.migrated",
            {"found": CURRENT.newest, "made": working.newest},
            1,
        )
        [record] = changes.records_of(session, 2)
        assert (record.table, record.before, record.after) == ("setting", '"滨江支行"', '"滨江支行" 2')
    assert verdict(opened).sound
    assert opened.integrity() == []
    opened.close()
    [copy] = store_folder.backups.glob("*.db")
    copied = VaultFolder(store_folder.backups / "again")
    copied.root.mkdir()
    shutil.copy(copy, copied.database)
    assert state(copied) == before


def test_a_migrated_vault_is_opened_without_another_copy(store_folder: VaultFolder, working: Chain) -> None:
    for _ in range(2):
        open_with(store_folder, working).close()
    assert before_migration(store_folder) == [".db", ".keys"]


def test_a_migrated_vault_is_too_new_for_the_old_program(store_folder: VaultFolder, working: Chain) -> None:
    open_with(store_folder, working).close()
    with pytest.raises(UserError) as caught:
        open_with(store_folder, CURRENT)
    assert caught.value.code == "db.newer"


@pytest.mark.parametrize("steps", [chains.FAILING, chains.BREAKING], ids=["failing", "breaking references"])
def test_a_migration_that_fails_leaves_the_old_vault(
    store_folder: VaultFolder, tmp_path: Path, steps: tuple[str, str, str]
) -> None:
    before = state(store_folder)
    with pytest.raises(RuntimeError):
        open_with(store_folder, make_chain(tmp_path / "chain", steps))
    assert state(store_folder) == before
    assert before_migration(store_folder) == [".db", ".keys"]
    opened = open_with(store_folder, CURRENT)
    assert set_value(opened, '"goes on"') == 2
    assert verdict(opened).sound
    opened.close()


def test_no_migration_without_a_copy(store_folder: VaultFolder, working: Chain) -> None:
    before = state(store_folder)
    store_folder.backups.write_bytes(b"a file where the folder should be")
    with pytest.raises(UserError) as caught:
        open_with(store_folder, working)
    assert caught.value.code == "disk.io"
    assert state(store_folder) == before


@pytest.mark.parametrize("at", sorted(chains.KILLED))
def test_killed_in_a_migration_the_vault_is_the_old_one(
    store_folder: VaultFolder, working: Chain, tmp_path: Path, at: str
) -> None:
    before = state(store_folder)
    chain = make_chain(tmp_path / "killed", chains.KILLED[at])
    arguments = [str(store_folder.root), str(chain.folder), KEYS.master.hex(), VAULT_UID]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.support.chains", *arguments],
        cwd=Path(__file__).parent.parent,
        timeout=60,
    )
    assert ran.returncode == -9
    assert state(store_folder) == before
    opened = open_with(store_folder, CURRENT)
    assert value_of(opened) == '"滨江支行"'
    opened.close()
    again = open_with(store_folder, working)
    assert verdict(again).sound
    assert again.integrity() == []
    again.close()
