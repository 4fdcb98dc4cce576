"""A branch in which a manager has twelve customers, the wealthiest first, and a colleague two."""

from __future__ import annotations

from pathlib import Path

import pytest

from rmdesk.services import figures
from rmdesk.services.store import Store
from tests.support.branches import Branch
from tests.support.plans import START
from tests.support.stores import filled_store


@pytest.fixture(scope="package")
def branch_template(branch_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled_store(branch_template, tmp_path_factory.mktemp("plans"), _fill)


def _fill(store: Store) -> None:
    branch = Branch(store)
    for who, names in (("manager", "赵钱孙李周吴郑王冯陈褚卫"), ("colleague", "蒋沈")):
        branch.act(who)
        for place, surname in enumerate(names):
            one = branch.add(f"{surname}小敏")
            branch.write(figures.add_figure, one.uid, (100 - place) * 10_000_00, START)
