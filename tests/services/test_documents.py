"""Identity documents: length, date and check digit of the resident card; all others by their form."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmdesk.models import DocumentKind, Gender
from rmdesk.services import documents
from rmdesk.services.days import Day
from rmdesk.services.documents import check_digit, read_resident_id
from rmdesk.services.errors import UserError
from tests.support.branches import Branch

# The examples of GB 11643-1999.
STANDARD = ["11010519491231002X", "440524188001010014"]


def numbered(born: str, order: str = "001", area: str = "330102") -> str:
    return (first := f"{area}{born}{order}") + check_digit(first)


@pytest.mark.parametrize("number", STANDARD)
def test_examples_of_the_standard(number: str) -> None:
    assert check_digit(number[:17]) == number[17]
    assert read_resident_id(f" {number[:6]} {number[6:14]} {number[14:].lower()} ").number == number


def test_what_a_number_tells() -> None:
    told = read_resident_id("11010519491231002X")
    assert (told.born_on, told.gender, told.area_known) == (date(1949, 12, 31), Gender.FEMALE, True)
    told = read_resident_id("330102660704123")
    assert (told.born_on, told.gender) == (date(1966, 7, 4), Gender.MALE)


def test_full_width_digits_are_digits() -> None:
    assert read_resident_id("１１０１０５１９４９１２３１００２Ｘ").number == STANDARD[0]


def test_unknown_area_is_only_worth_a_look() -> None:
    assert not read_resident_id(numbered("19660704", area="170102")).area_known


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("110105194912310021", "document.wrong_check_digit"),
        ("11010519491231002", "document.wrong_length"),
        ("1101051949123100", "document.wrong_length"),
        ("1101051949123100XX", "document.wrong_length"),
        ("11010549123100X", "document.wrong_length"),
        (numbered("19490231"), "document.wrong_date"),
        (numbered("00001231"), "document.wrong_date"),
        (numbered("17491231"), "document.wrong_date"),
        (numbered("20491231"), "document.date_in_future"),
        ("330102661304123", "document.wrong_date"),
        ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢١", "value.wrong_form"),
        ("张三", "value.wrong_form"),
        ("", "value.wrong_form"),
        ("1" * 60_000, "value.wrong_form"),
        (110105194912310021, "value.wrong_form"),
    ],
)
def test_wrong_numbers(number: object, code: str) -> None:
    with pytest.raises(UserError) as caught:
        read_resident_id(number)
    assert caught.value.code == code


def test_born_today_but_not_tomorrow() -> None:
    today = date.today()
    assert read_resident_id(numbered(f"{today:%Y%m%d}")).born_on == today
    with pytest.raises(UserError) as caught:
        read_resident_id(numbered(f"{today + timedelta(days=1):%Y%m%d}"))
    assert caught.value.code == "document.date_in_future"


@given(
    st.dates(date(1900, 1, 1), date(2020, 12, 31)), st.integers(0, 999), st.integers(0, 17), st.integers(1, 9)
)
def test_every_mistyped_digit_is_noticed(born: date, order: int, place: int, by: int) -> None:
    number = numbered(f"{born:%Y%m%d}", f"{order:03}")
    assert read_resident_id(number).born_on == born
    wrong = "0" if number[place] == "X" else str((int(number[place]) + by) % 10)
    with pytest.raises(UserError):
        read_resident_id(number[:place] + wrong + number[place + 1 :])


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (DocumentKind.PASSPORT, " e 1234 5678", "E12345678"),
        (DocumentKind.HK_MACAO_PERMIT, "H1234567890", "H1234567890"),
        (DocumentKind.TAIWAN_PERMIT, "12345678", "12345678"),
        (DocumentKind.MILITARY_ID, "军字第2001988", "军字第2001988"),
        (DocumentKind.FOREIGN_RESIDENT, "911124198108030024", "911124198108030024"),
        (DocumentKind.OTHER, "A/1", "A/1"),
    ],
)
def test_other_documents(kind: str, typed: str, kept: str) -> None:
    assert documents.normalise(typed, kind) == kept


@pytest.mark.parametrize("kind", sorted(DocumentKind))
def test_no_document_takes_anything(kind: str) -> None:
    for typed in ("", "=cmd|' /C calc'!A0", "\u202e123456789", "\udc00", "x" * 41, None):
        with pytest.raises(UserError):
            documents.normalise(typed, kind)


def test_card_tells_gender_and_birthday_where_they_are_unknown(branch: Branch) -> None:
    customer = branch.add()
    branch.write(documents.add_document, customer.uid, STANDARD[0], expires_on="2030-01-01")
    fields = branch.exact(customer).fields
    assert (fields["gender"].value, fields["birthday"].value) == ("female", Day(12, 31, 1949))
    known = branch.add("李四", gender="male", birthday=Day(5, 5, is_lunar=True))
    branch.write(documents.add_document, known.uid, STANDARD[0])
    fields = branch.exact(known).fields
    assert (fields["gender"].value, fields["birthday"].value) == ("male", Day(5, 5, is_lunar=True))


@pytest.mark.parametrize(
    ("gender", "birthday", "contradicted"),
    [
        ("female", Day(12, 31, 1949), set()),
        ("male", Day(12, 31, 1949), {"gender"}),
        (None, Day(12, 30, 1949), {"birthday"}),
        (None, Day(12, 31), set()),
        (None, Day(12, 31, 1950), {"birthday"}),
        (None, Day(11, 12, 1949, is_lunar=True), set()),  # the same day
        (None, Day(11, 13, is_lunar=True), {"birthday"}),
    ],
)
def test_what_a_card_tells_otherwise(
    branch: Branch, gender: str | None, birthday: Day, contradicted: set[str]
) -> None:
    """Worth a look: nothing is refused for it."""
    customer = branch.add(gender=gender, birthday=birthday)
    branch.write(documents.add_document, customer.uid, STANDARD[0])
    assert branch.exact(customer).contradicted == contradicted


def test_a_card_that_holds_the_day_of_the_chinese_calendar_is_no_contradiction(branch: Branch) -> None:
    customer = branch.add(birthday=Day(8, 15, 1985, is_lunar=True))
    branch.write(documents.add_document, customer.uid, numbered("19850815"))
    assert branch.exact(customer).contradicted == set()


def test_added_changed_and_removed(branch: Branch) -> None:
    customer = branch.add()
    row = branch.write(documents.add_document, customer.uid, "E12345678", DocumentKind.PASSPORT)
    with pytest.raises(UserError) as caught:
        branch.write(documents.add_document, customer.uid, "e1234 5678", DocumentKind.OTHER)
    assert caught.value.code == "document.there_already"
    with pytest.raises(UserError) as caught:
        branch.write(documents.edit_document, row.uid, {"kind": "resident_id"}, version=row.version)
    assert caught.value.code == "document.wrong_length"
    changed = {"kind": "resident_id", "number": STANDARD[1], "expires_on": date(2040, 1, 1)}
    branch.write(documents.edit_document, row.uid, changed, version=row.version)
    [kept] = branch.exact(customer).documents
    assert (kept.kind, kept.number.value, kept.expires_on) == ("resident_id", STANDARD[1], date(2040, 1, 1))
    branch.write(documents.remove_document, row.uid, version=kept.version)
    assert branch.exact(customer).documents == ()
