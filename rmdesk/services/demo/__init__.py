"""The demonstration branch: invented people, with their families, money and history, from a seed.

dice, names, numbers, places, words   what chance draws from
lives, money, customers               people in families, what they hold, their whole record; pure
opening                               the demonstration's own vault
"""

from __future__ import annotations

from rmdesk.services.demo.opening import BRANCH, HEAD, PASSWORD, build_demo, open_demo

__all__ = ["BRANCH", "HEAD", "PASSWORD", "build_demo", "open_demo"]
