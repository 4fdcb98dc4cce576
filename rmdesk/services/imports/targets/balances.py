"""Figures of assets: a row for each, or a column for each month."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import AumBasis, AumFigure
from rmdesk.services import bulk
from rmdesk.services.errors import UserError
from rmdesk.services.imports import cells, choice_words, dating, synonyms
from rmdesk.services.imports.fields import Hints, ImportField, Kind
from rmdesk.services.imports.report import Figure, Outcome, Problem, Report
from rmdesk.services.imports.rules import OnDuplicate, decide
from rmdesk.services.imports.targets import readers
from rmdesk.services.imports.targets.part_writing import PartWriter
from rmdesk.services.imports.writing import Choices, Row, Target, Writer

_AMOUNT = "aum_figure.amount_fen"
_CHUNK = 1000

# (basis or None, month of the heading or None, fen)
_Figure = tuple[str | None, cells.Month | None, int]


def _read_amount(cell: Any, hints: Hints) -> list[_Figure]:
    found = cells.read_amount(cell, _AMOUNT, unit=hints.unit)
    if found is None:
        return []
    return [(dating.basis_of(hints.heading), cells.read_month(hints.heading), found)]


def _read_as_of(cell: Any, hints: Hints) -> date | None:
    """A day; of a month that is named without one its last."""
    try:
        return cells.read_date(cells.year_first(cell, hints.order), "aum_figure.as_of", is_1904=hints.is_1904)
    except UserError:
        month = cells.read_month(cell)
        if month is None or month.year is None:
            raise
        return dating.month_end(month.year, month.month)


class Balances(Target):
    name = "balances"
    fields = (
        *readers.who(),
        ImportField("amount", _AMOUNT, Kind.AMOUNT, _read_amount, required=True, many=True),
        ImportField("as_of", "aum_figure.as_of", Kind.DATE, _read_as_of),
        ImportField(
            "basis",
            "aum_figure.basis",
            Kind.CHOICE,
            readers.choice("aum_figure", "basis", choice_words.AUM_BASES),
        ),
        ImportField("source", "aum_figure.source", Kind.TEXT, readers.line("aum_figure.source")),
    )
    synonyms = synonyms.BALANCES
    monthly = "amount"

    def check_columns(self, fields: Collection[str]) -> None:
        readers.check_who(fields)

    def complete(self, values: dict[str, Any], problems: list[Problem]) -> None:
        if not values["amount"]:
            raise UserError("import.missing", what=_AMOUNT)

    def writer(self, session: Session, choices: Choices, report: Report) -> Writer:
        return _Writer(self, session, choices, report)


class _Writer(PartWriter):
    def take(self, rows: Sequence[tuple[Row, int]]) -> None:
        present = self._present({one for _, one in rows})
        if self.choices.rule is OnDuplicate.NEWEST:
            self.learn_changes([uid for _, uid, _ in present.values()])
        new: dict[tuple[int, str, date], dict[str, Any]] = {}
        changed: dict[int, dict[str, Any]] = {}
        for row, one in rows:
            assert row.values is not None
            made = edited = 0
            known = False
            try:
                figures = self.figures_of(row.values)
            except UserError as error:
                self.rejected(row, error)
                continue
            for figure in figures:
                basis, as_of, fen = figure.basis, figure.as_of, figure.amount_fen
                key = (one, basis, as_of)
                there = present.get(key)
                if there is None:
                    new[key] = {
                        "customer_id": one,
                        "basis": basis,
                        "as_of": as_of,
                        "amount_fen": fen,
                        "source": row.values.get("source") or self.choices.source,
                    }
                    present[key] = (None, "", fen)
                    made += 1
                    continue
                known = True
                row_id, uid, before = there
                if before == fen or not decide(
                    self.choices.rule,
                    before,
                    fen,
                    self.choices.file_on,
                    lambda uid=uid: self.changed_on(uid, "amount_fen"),  # type: ignore[misc]
                ):
                    continue
                present[key] = (row_id, uid, fen)
                edited += 1
                if row_id is None:
                    new[key]["amount_fen"] = fen
                else:
                    changed[row_id] = {"id": row_id, "amount_fen": fen}
            if made or edited:
                self.touched.add(one)
            outcome = (
                Outcome.IMPORTED
                if made and not known
                else Outcome.UPDATED
                if made or edited
                else Outcome.UNCHANGED
            )
            self.ended(row, outcome, values=row.values, changed=("amount",))
        bulk.insert(self.session, AumFigure, list(new.values()))
        if changed:
            bulk.update(self.session, AumFigure, changed.values(), ["amount_fen"])

    def _present(self, ids: set[int]) -> dict[tuple[int, str, date], tuple[int | None, str, int]]:
        found: dict[tuple[int, str, date], tuple[int | None, str, int]] = {}
        listed = sorted(ids)
        figure = AumFigure
        for start in range(0, len(listed), _CHUNK):
            some = select(
                figure.customer_id, figure.basis, figure.as_of, figure.id, figure.uid, figure.amount_fen
            )
            for one, basis, as_of, row_id, uid, fen in self.session.execute(
                some.where(figure.customer_id.in_(listed[start : start + _CHUNK]))
            ):
                found[one, basis, as_of] = (row_id, uid, fen)
        return found

    def figures_of(self, values: Mapping[str, Any]) -> tuple[Figure, ...]:
        """Raises UserError `import.date_needed`."""
        return tuple(
            Figure("amount", self._basis(values, figure), self._day(values, figure[1]), figure[2])
            for figure in values["amount"]
        )

    def _basis(self, values: Mapping[str, Any], figure: _Figure) -> str:
        told = self.choices.basis or values.get("basis") or figure[0] or self.choices.told_basis
        if told:
            return str(told)
        # Columns of months are mostly of averages, figures of a day are of that day.
        return AumBasis.MONTH_AVERAGE.value if figure[1] is not None else AumBasis.POINT.value

    def _day(self, values: Mapping[str, Any], month: cells.Month | None) -> date:
        said: date | None = values.get("as_of") or self.choices.as_of
        if month is None:
            if said is None:
                raise UserError("import.date_needed")
            return said
        year = month.year
        if year is None:
            latest = said or self.choices.file_on or date.today()
            year = latest.year if month.month <= latest.month else latest.year - 1
        return dating.month_end(year, month.month)
