"""The demonstration branch: invented people, with their families, money and history, from a seed.

`dice`, `names`, `numbers`, `places` and `words` are what chance draws from; `lives`, `money` and `customers`
make people in families and their whole record, and touch no vault. `filling` and `staffing` put a branch
into one; `opening` has the demonstration's own vault.
"""

from __future__ import annotations

from rmdesk.services.demo.opening import BRANCH, CUSTOMERS, HEAD, PASSWORD, build_demo, open_demo
from rmdesk.services.demo.staffing import PEOPLE, Newcomer, add_branch, check, prepare_people

__all__ = [
    "BRANCH",
    "CUSTOMERS",
    "HEAD",
    "PASSWORD",
    "PEOPLE",
    "Newcomer",
    "add_branch",
    "build_demo",
    "check",
    "open_demo",
    "prepare_people",
]
