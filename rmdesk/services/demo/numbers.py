"""Well-formed numbers that nobody was given: resident identity, phone, account, credit code.

Where a number must be nobody else's in the branch, it is made from a counter that a step coprime to the
size of its space scatters, so that no two are equal and none need be remembered.
"""

from __future__ import annotations

from datetime import date

from rmdesk.models import Gender
from rmdesk.services.demo.dice import Dice, spread
from rmdesk.services.documents import check_digit

# Areas of identity cards (GB/T 2260): most people of a branch come from around it.
AREAS = spread(
    {
        "330108": 34,
        "330102": 9,
        "330106": 8,
        "330105": 7,
        "330109": 14,
        "330110": 8,
        "330122": 3,
        "330127": 3,
        "330182": 3,
        "330183": 4,
        "330203": 2,
        "330302": 3,
        "330402": 2,
        "330502": 2,
        "330602": 5,
        "330702": 3,
        "330802": 2,
        "331002": 2,
        "331102": 2,
        "310101": 1,
        "320102": 1,
        "340102": 2,
        "350102": 1,
        "360102": 2,
        "410102": 1,
        "420102": 1,
        "430102": 1,
        "510104": 1,
        "650102": 1,
        "110101": 1,
    }
)
XINJIANG = "650102"

_MOBILES = spread(
    {
        "138": 9,
        "139": 8,
        "137": 7,
        "136": 7,
        "135": 7,
        "158": 6,
        "159": 6,
        "150": 5,
        "151": 5,
        "152": 4,
        "188": 5,
        "187": 4,
        "183": 3,
        "182": 3,
        "186": 6,
        "185": 4,
        "130": 3,
        "131": 3,
        "132": 2,
        "155": 2,
        "156": 3,
        "133": 4,
        "153": 3,
        "189": 6,
        "180": 3,
        "181": 3,
        "177": 3,
        "176": 3,
        "178": 2,
        "199": 2,
        "198": 1,
        "166": 1,
        "191": 1,
    }
)
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"


class Numbers:
    """Numbers for one branch; `dice` decides, and no resident identity is given out twice."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._given: set[int] = set()
        self._mobiles = 0
        self._landlines = 0
        self._accounts = 0

    def resident_id(self, area: str, born: date, gender: Gender) -> str:
        """Eighteen characters; the seventeenth tells the gender."""
        before = f"{area}{born:%Y%m%d}"
        while True:
            order = 2 * self._dice.between(0, 199) + (gender is Gender.MALE)
            digits = f"{before}{order:03}"
            if int(digits) not in self._given:
                self._given.add(int(digits))
                return digits + check_digit(digits)

    def mobile(self) -> str:
        self._mobiles += 1
        return f"{self._dice.among(_MOBILES)}{self._mobiles * 38_196_601 % 100_000_000:08}"

    def landline(self) -> str:
        self._landlines += 1
        return f"0571{80_000_000 + self._landlines * 5_561_449 % 9_000_000}"

    def account(self) -> str:
        self._accounts += 1
        return f"3301{self._dice.between(10, 99)}{self._accounts * 6_180_339_887 % 10**11:011}"

    def credit_code(self) -> str:
        """A unified social credit code (GB 32100, ISO 7064 MOD 31-3) of a company of this area."""
        body = "91330108" + "".join(self._dice.among(_CREDIT) for _ in range(9))
        total = sum(_CREDIT.index(char) * pow(3, place, 31) for place, char in enumerate(body))
        return body + _CREDIT[-total % 31]


def customer_number(ordinal: int) -> str:
    """The bank's number of the customer with this place in the branch, scattered like real ones."""
    return f"33{(ordinal * 618_033_989 + 20_160_101) % 1_000_000_000:09}"
