"""The encrypted database of a vault: opening, reading, writing. The one place that knows SQLite."""

from rmdesk.services.store.lanes import Commit, CommitHook, Store, expect_many_rows
from rmdesk.services.store.opening import create_store, open_store

__all__ = ["Commit", "CommitHook", "Store", "create_store", "expect_many_rows", "open_store"]
