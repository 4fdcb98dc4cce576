"""Finding customers by whatever is typed: names, pinyin, initials, numbers, employers, tags, tiers.

The index is an FTS5 table inside the vault that holds no text of its own, only which customers have which
terms. `document` says which terms a customer has, `question` which terms a text asks for, `index` keeps and
asks the table. Beside the store, this is the only place that knows SQLite.
"""

from rmdesk.services.search.document import Entry, own_terms
from rmdesk.services.search.index import (
    Follower,
    called,
    count,
    enter,
    find,
    find_first,
    matching,
    merge,
    rebuild,
    touch,
)

__all__ = [
    "Entry",
    "Follower",
    "called",
    "count",
    "enter",
    "find",
    "find_first",
    "matching",
    "merge",
    "own_terms",
    "rebuild",
    "touch",
]
