"""A second name of a table is complete before two threads may ask for its columns."""

from sqlalchemy import inspect, select

from rmdesk.models import Staff
from rmdesk.services import aliases


def test_the_columns_of_a_kept_alias_are_there_at_once():
    alias = aliases.kept(Staff)
    assert "_columns" in vars(inspect(alias).selectable)
    assert "FROM staff AS staff_1" in str(select(alias.name))
