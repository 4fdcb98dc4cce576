"""Close together lately, far apart long ago, never without the newest verified one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rmdesk.services.backups import Backup, Kind
from rmdesk.services.backups.facts import Facts
from rmdesk.services.backups.thinning import superfluous
from rmdesk.services.vault import derive_keys
from rmdesk.services.vault.backup_names import name_at, read_name

TODAY = date(2026, 9, 10)
PLENTY = 10**15
SIZE = 1000
KEYS = derive_keys(bytes(32))


def at(
    day: date, hour: int = 12, *, kind: Kind = Kind.REGULAR, verified: bool = True, head: int = 1
) -> Backup:
    name = name_at(kind, datetime(day.year, day.month, day.day, hour).astimezone())
    facts = Facts(head, b"", 1, {}, SIZE, frozenset()) if verified else None
    return Backup(name, Path(name.text + ".db"), SIZE, facts, KEYS)


def kept(backups: list[Backup], most: int = PLENTY, today: date = TODAY) -> list[Backup]:
    gone = superfluous(backups, today, most)
    return [one for one in backups if one not in gone]


def test_names_say_when_and_why() -> None:
    moment = datetime(2026, 9, 10, 8, 31, 5, 7, tzinfo=UTC)
    for kind in (Kind.REGULAR, Kind.BEFORE_IMPORT, Kind.BEFORE_RESTORE):
        assert read_name(name_at(kind, moment).text) == name_at(kind, moment)
    found = read_name("before-migration-12-20260910T083105000007Z")
    assert found is not None
    assert (found.kind, found.made_at) == (Kind.BEFORE_MIGRATION, moment)
    for other in (
        "notes",
        "backup-20261310T083105000007Z",
        "backup-2026",
        "backup-20260910T083105000007Z-copy",
    ):
        assert read_name(other) is None


def test_all_of_today_stay() -> None:
    today = [at(TODAY, hour) for hour in range(8, 20)]
    assert kept(today) == today


def test_one_of_each_day_of_a_month_stays_the_newest() -> None:
    days = [TODAY - timedelta(days=back) for back in range(1, 32)]
    left = kept([at(day, hour) for day in days for hour in (9, 17)] + [at(TODAY)])
    assert sorted(left, key=lambda one: one.name.made_at) == sorted(
        [at(TODAY), *(at(day, 17) for day in days)], key=lambda one: one.name.made_at
    )


def test_one_of_each_month_of_two_years_stays() -> None:
    days = [TODAY - timedelta(days=back) for back in range(33, 1200)]
    left = kept([at(day) for day in days] + [at(TODAY)])
    months = [(one.name.made_at.year, one.name.made_at.month) for one in left]
    assert len(months) == len(set(months))
    assert min(months) == (2024, 9)
    assert len(months) == 25  # August 2026 back to September 2024, and today


def test_the_day_keeps_a_verified_one_rather_than_a_newer_one_that_is_not() -> None:
    day = TODAY - timedelta(days=3)
    sound, other = at(day, 9), at(day, 17, verified=False)
    assert kept([at(TODAY), sound, other]) == [at(TODAY), sound]


def test_the_oldest_go_where_there_is_no_room() -> None:
    days = [at(TODAY - timedelta(days=back)) for back in range(10)]
    assert kept(days, most=3 * SIZE) == days[:3]


def test_the_newest_verified_one_never_goes() -> None:
    old = at(date(2020, 1, 1))
    newer = [at(TODAY, hour, verified=False) for hour in (9, 10)]
    assert old in kept([old, *newer], most=0)
    assert kept([old], most=0) == [old]


def test_the_only_one_before_a_migration_never_goes() -> None:
    first, second = (at(date(2020, 1, day), kind=Kind.BEFORE_MIGRATION, verified=False) for day in (1, 2))
    assert first in kept([at(TODAY), first], most=0)
    assert kept([at(TODAY), first, second], most=0) == [at(TODAY)]


def test_a_clock_set_back_removes_no_backup_of_later_days() -> None:
    later = [at(TODAY + timedelta(days=day), head=day) for day in range(1, 5)]
    assert kept([*later, at(TODAY)]) == [*later, at(TODAY)]


def test_the_one_with_most_work_in_it_stays_whatever_its_date_says() -> None:
    most_work = at(date(2020, 1, 1), head=900)
    assert most_work in kept([most_work, at(TODAY, head=5)], most=0)
