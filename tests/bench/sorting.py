"""The ids of the whole list in every order, beside the statement that reads and sorts the same column."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import closing

from rmdesk.services import accounts, archive
from rmdesk.services.vault import open_vault
from tests.bench import branches
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import Grounds

_RAW = "the driver's SELECT id … ORDER BY the same column of the same file"
_LIMIT = Limit(2, of="ratio")
_COLUMNS = {
    "aum": "aum_fen",
    "change": "aum_change_permille",
    "last_contact": "last_contact_on",
    "next_maturity": "next_maturity_on",
    "holdings": "holdings_fen",
    "elsewhere": "elsewhere_fen",
    "product_kinds": "product_kinds",
    "completeness": "completeness",
}
_JOINED = {
    "tier": "LEFT JOIN tier AS other ON other.id = customer.tier_id ORDER BY other.rank",
    "owner": "LEFT JOIN staff AS other ON other.id = customer.owner_id ORDER BY other.name",
    "employer": "LEFT JOIN organisation AS other ON other.id = customer.employer_id ORDER BY other.name_key",
}


def run(grounds: Grounds) -> Iterable[Figure]:
    customers = 3000 if grounds.quick else 100_000
    with closing(open_vault(branches.unlocked(grounds, customers))) as vault:
        accounts.sign_in(vault)
        with vault.store.read() as session:
            cursor = session.connection().connection.cursor()
            for sort in sorted(archive.SORTS):
                statement = _raw(sort)

                def find(sort: str = sort) -> float:
                    begun = time.perf_counter()
                    archive.find_customers(session, sort=sort, descending=True)
                    return (time.perf_counter() - begun) * 1000

                def raw(statement: str = statement) -> float:
                    begun = time.perf_counter()
                    cursor.execute(statement).fetchall()
                    return (time.perf_counter() - begun) * 1000

                find(), raw()
                samples, floor = in_turn(grounds.rounds(9), find, raw)
                yield Figure(f"sorting {customers} by {sort}", "ms", samples, floor, _RAW, _LIMIT)


def _raw(sort: str) -> str:
    if sort in _COLUMNS:
        return f"SELECT customer_id FROM customer_fact ORDER BY {_COLUMNS[sort]} DESC"
    if sort in _JOINED:
        return f"SELECT customer.id FROM customer {_JOINED[sort]} DESC"
    return f"SELECT id FROM customer ORDER BY {'name_key' if sort == 'name' else sort} DESC"
