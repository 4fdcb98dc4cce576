"""The encrypted database of a vault: opening, reading, writing. The one place that knows SQLite."""

from rmdesk.services.store.lanes import Commit, CommitHook, Store
from rmdesk.services.store.opening import create_store, open_store

__all__ = ["Commit", "CommitHook", "Store", "create_store", "open_store"]
