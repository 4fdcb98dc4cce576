"""Which backups are kept as they grow old: close together lately, far apart long ago."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rmdesk.services.backups.listing import Backup
from rmdesk.services.vault.backup_names import Kind

DAYS = 31  # one of each day that is no longer ago
MONTHS = 24  # one of each month that is no longer ago


def superfluous(backups: Iterable[Backup], today: date, most_bytes: int) -> list[Backup]:
    """Which backups may go on `today` (local), oldest first.

    Kept are all of today and of a day to come (the clock was wrong), the newest of each day of a month,
    the newest of each month of two years; verified ones rather than others. If what is kept is larger
    than `most_bytes`, the oldest go until it fits. Never the newest verified one, nor the one before a
    migration if there is no other, nor the one made last. What was salvaged of a damaged vault stands in for
    none of these; it stays for as many days as there is one of each.
    """
    newest_first = sorted(backups, key=lambda one: one.name.made_at, reverse=True)
    if not newest_first:
        return []
    safe = _never(newest_first)
    salvaged = [one for one in newest_first if not one.is_whole and (today - _day(one)).days <= DAYS]
    whole = [one for one in newest_first if one.is_whole]
    kept = [one for one in whole if one.name.text in safe or _day(one) >= today]
    by_day: set[date] = {_day(one) for one in kept}
    by_month: set[tuple[int, int]] = set()
    for one in sorted(whole, key=lambda one: (one.is_verified, one.name.made_at), reverse=True):
        day = _day(one)
        month = (day.year, day.month)
        if one in kept:
            by_month.add(month)
        elif (today - day).days <= DAYS:
            if day not in by_day:
                by_day.add(day)
                by_month.add(month)
                kept.append(one)
        elif _months_between(day, today) <= MONTHS and month not in by_month:
            by_month.add(month)
            kept.append(one)
    kept += salvaged
    total = sum(one.size for one in kept)
    for one in sorted(kept, key=lambda one: one.name.made_at):
        if total <= most_bytes:
            break
        if one.name.text not in safe:
            kept.remove(one)
            total -= one.size
    return [one for one in reversed(newest_first) if one not in kept]


def _never(newest_first: list[Backup]) -> set[str]:
    """Names of what never goes. The one furthest on too: with a wrong clock it need not be the newest."""
    verified = [one for one in newest_first if one.is_whole and one.facts is not None and one.is_verified]
    never = {newest_first[0].name.text}
    if verified:
        never.add(verified[0].name.text)
        never.add(max(verified, key=lambda one: one.facts.head if one.facts else 0).name.text)
    migrations = [one for one in newest_first if one.name.kind is Kind.BEFORE_MIGRATION]
    if len(migrations) == 1:
        never.add(migrations[0].name.text)
    return never


def _day(backup: Backup) -> date:
    return backup.name.made_at.astimezone().date()


def _months_between(day: date, today: date) -> int:
    return (today.year - day.year) * 12 + today.month - day.month
