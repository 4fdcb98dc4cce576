"""Forms of a survey into the vault: whose each is, which are there already, and who has answered by them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Customer,
    InvitationState,
    Survey,
    SurveyInvitation,
    SurveyResponse,
    SurveyState,
    Tier,
)
from rmdesk.services import bulk, changes, roles, rows
from rmdesk.services.errors import UserError
from rmdesk.services.imports.finding import SEVERAL, Finder
from rmdesk.services.imports.report import Outcome, Problem, Report
from rmdesk.services.imports.rules import OnDuplicate, decide
from rmdesk.services.imports.targets.part_writing import known_of
from rmdesk.services.imports.writing import Choices, Managers, Row, Target, Writer
from rmdesk.services.names import fold
from rmdesk.services.progress import Progress
from rmdesk.services.roles import Permission
from rmdesk.services.surveys import satisfaction
from rmdesk.services.surveys.entering import written
from rmdesk.services.surveys.keeping import newest_version
from rmdesk.services.surveys.questionnaire import Questionnaire, parse

_WHOSE = ("number", "document", "phones", "name")


@dataclass(slots=True)
class _Form:
    """A form as it is in the vault, or as this import will write it: then it has no `id` yet."""

    id: int | None
    number: str | None
    customer_id: int | None
    answered_on: date | None
    answers: dict[str, Any]
    by_this_file: bool = False


class ResponseWriter(Writer):
    """Rows of known customers are theirs; without a column that tells, a form number of the sample does.

    The same file is taken once where nothing in its rows tells one form from another.
    """

    def __init__(
        self,
        target: Target,
        session: Session,
        choices: Choices,
        report: Report,
        *,
        survey_uid: str,
        form: Questionnaire,
    ) -> None:
        super().__init__(target, session, choices, report)
        roles.require(session, Permission.ANSWER_SURVEYS)
        self.survey = rows.load(session, Survey, survey_uid)
        version = newest_version(session, self.survey)
        if self.survey.state != SurveyState.OPEN.value:
            raise UserError("survey.not_open")
        if parse(version.questionnaire) != form:
            raise UserError("survey.questions_changed")
        changes.add_detail(session, survey=self.survey.uid)
        self._is_anonymous = self.survey.is_anonymous
        self._version_id = version.id
        self._form = form
        self._day = min(choices.as_of or date.today(), date.today())
        self._finder = Finder(session)
        self._managers = Managers(session, choices.managers)
        self._tiers = {fold(name): id for id, name in session.execute(select(Tier.id, Tier.name))}
        self._new: list[tuple[Row, _Form, dict[str, Any]]] = []
        self._brought: list[_Form] = []
        self._unnamed: list[str] = []  # answers of rows that nothing tells apart
        self._learn_forms()
        told = set(report.columns.values())
        self._tells_customer = bool(told & set(_WHOSE))

    def _learn_forms(self) -> None:
        self._by_number: dict[str, _Form] = {}
        self._by_customer: dict[int, _Form] = {}
        self._sent_to: dict[str, int] = {}
        if self._is_anonymous:
            return
        columns = SurveyResponse.id, SurveyResponse.form_number, SurveyResponse.customer_id
        there = select(*columns, SurveyResponse.answered_on, SurveyResponse.answers).where(
            SurveyResponse.survey_id == self.survey.id
        )
        for id, number, customer_id, day, kept in self.session.execute(there):
            self._keep(_Form(id, number, customer_id, day, json.loads(kept)))
        sent = select(SurveyInvitation.form_number, SurveyInvitation.customer_id).where(
            SurveyInvitation.survey_id == self.survey.id
        )
        self._sent_to = {str(number): one for number, one in self.session.execute(sent)}

    def _keep(self, form: _Form) -> None:
        if form.number is not None:
            self._by_number[form.number] = form
        if form.customer_id is not None:
            self._by_customer[form.customer_id] = form

    def write(self, rows_: Sequence[Row]) -> None:
        if self._is_anonymous:
            for row in rows_:
                self._take_anonymous(row)
            return
        known = [known_of(row.values or {}) for row in rows_]
        self._finder.look(known)
        meant = [self._finder.find(one) for one in known]
        owners = self._owners({one for one in meant if isinstance(one, int)} | set(self._sent_to.values()))
        for row, one in zip(rows_, meant, strict=True):
            if one is SEVERAL:
                self.rejected(row, UserError("import.several_customers"))
            else:
                self._take(row, one if isinstance(one, int) else None, owners)

    def _take_anonymous(self, row: Row) -> None:
        values = row.values or {}
        problems = []
        staff, tier = values.get("staff"), values.get("tier")
        staff_id = None if staff is None else self._managers.find(staff)
        if staff is not None and staff_id is None:
            self.report.managers[staff] = self.report.managers.get(staff, 0) + 1
        tier_id = None if tier is None else self._tiers.get(fold(tier))
        if tier is not None and tier_id is None:
            problems.append(Problem.of(UserError("import.unknown_tier", value=tier[:30]), "tier", value=tier))
        form = _Form(None, None, None, None, values["answers"])
        self._unnamed.append(written(form.answers))
        self._new.append((row, form, {"staff_id": staff_id, "tier_id": tier_id}))
        self.ended(row, Outcome.IMPORTED, problems, values)

    def _take(
        self, row: Row, customer_id: int | None, owners: dict[int, tuple[int | None, int | None]]
    ) -> None:
        values = row.values or {}
        number: str | None = values.get("form_number")
        problems = []
        if customer_id is None and any(values.get(name) for name in _WHOSE):
            problems.append(Problem.of(UserError("survey.no_such_customer"), self._told_by(values)))
        if customer_id is None and not self._tells_customer and number is not None:
            customer_id = self._sent_to.get(number.lstrip("0") or number)
        if customer_id is not None and not self.is_mine(owners[customer_id][0]):
            self.rejected(row, UserError("import.not_yours"))
            return
        day = values.get("answered_on")
        if day is not None and not self.survey.starts_on <= day <= self.survey.ends_on:
            outside = UserError(
                "survey.outside_period", day=day, first=self.survey.starts_on, last=self.survey.ends_on
            )
            problems.append(Problem.of(outside, "answered_on"))
        given = _Form(None, number, customer_id, day or self._day, values["answers"], by_this_file=True)
        there = self._there(given)
        if isinstance(there, UserError):
            self.rejected(row, there)
        elif there is None:
            self._add(row, given, owners, problems)
        elif there.by_this_file:
            same = there.answers == given.answers
            if same:
                self.ended(row, Outcome.UNCHANGED, values=values)
            else:
                self.rejected(row, UserError("survey.twice_in_file"))
        else:
            self._bring(row, there, given, problems, day)

    def _add(
        self,
        row: Row,
        given: _Form,
        owners: dict[int, tuple[int | None, int | None]],
        problems: list[Problem],
    ) -> None:
        if given.number is None and given.customer_id is None:
            self._unnamed.append(written(given.answers))
        staff_id, tier_id = owners.get(given.customer_id or 0, (None, None))
        self._keep(given)
        self._new.append((row, given, {"staff_id": staff_id, "tier_id": tier_id}))
        self.ended(row, Outcome.IMPORTED, problems, row.values)

    def _there(self, given: _Form) -> _Form | UserError | None:
        """The form that a row is, if it is there; why not, where number and customer are of two forms."""
        by_number = self._by_number.get(given.number or "")
        by_customer = self._by_customer.get(given.customer_id or 0)
        if by_number is not None and by_customer is not None and by_number is not by_customer:
            return UserError("survey.number_entered", number=given.number)
        if by_number is not None and by_number.customer_id not in (None, given.customer_id):
            return UserError("survey.number_entered", number=given.number)
        if by_customer is not None and by_customer.number and given.number not in (None, by_customer.number):
            return UserError("survey.customer_entered", number=by_customer.number)
        return by_number or by_customer

    def _bring(self, row: Row, there: _Form, given: _Form, problems: list[Problem], day: date | None) -> None:
        """Change a form that was entered before, as the rule says."""
        rule = self.choices.rule
        kept = dict(there.answers)
        brought = [
            key
            for key, answer in given.answers.items()
            if kept.get(key) != answer
            and decide(rule, kept.get(key), answer, day or self.choices.file_on, lambda: there.answered_on)
        ]
        kept |= {key: given.answers[key] for key in brought}
        found = replace(there, answers=kept, by_this_file=True)
        if there.customer_id is None and given.customer_id is not None:
            found.customer_id = given.customer_id
            brought.append("number")
        if there.number is None and given.number is not None and rule is not OnDuplicate.ARCHIVE:
            found.number = given.number
            brought.append("form_number")
        self._keep(found)
        if not brought:
            self.ended(row, Outcome.UNCHANGED, values=row.values)
            return
        self._brought.append(found)
        self.ended(row, Outcome.UPDATED, problems, row.values, [one for one in brought if "." not in one])

    def _told_by(self, values: dict[str, Any]) -> str:
        return next(name for name in _WHOSE if values.get(name))

    def _owners(self, ids: set[int]) -> dict[int, tuple[int | None, int | None]]:
        """Manager in charge and tier of these customers."""
        found = select(Customer.id, Customer.owner_id, Customer.tier_id).where(Customer.id.in_(ids))
        return {id: (owner, tier) for id, owner, tier in self.session.execute(found)}

    def finish(self, progress: Progress) -> None:
        self._refuse_again()
        listed = [self._stored(form) | beside for _row, form, beside in self._new]
        if self._is_anonymous:  # nothing tells in which order they came
            listed.sort(key=lambda one: str(one["answers"]))
        bulk.insert(self.session, SurveyResponse, listed)
        customers = {form.customer_id for _row, form, _beside in self._new if form.customer_id is not None}
        if self._brought:
            bulk.update(
                self.session,
                SurveyResponse,
                ({"id": form.id} | self._stored(form) for form in self._brought),
                ("version_id", "customer_id", "form_number", "answers"),
            )
            customers |= {form.customer_id for form in self._brought if form.customer_id is not None}
        self._settle(customers)
        told = {
            form.customer_id: form.answers
            for _row, form, _beside in self._new
            if form.customer_id is not None
        }
        satisfaction.note_falls(self.session, self.survey, self._form, told)

    def _stored(self, form: _Form) -> dict[str, Any]:
        return {
            "survey_id": self.survey.id,
            "version_id": self._version_id,
            "is_anonymous": self._is_anonymous,
            "customer_id": form.customer_id,
            "form_number": form.number,
            "answered_on": form.answered_on,
            "answers": written(form.answers),
        }

    def _settle(self, ids: set[int]) -> None:
        """Who was asked and has answered now."""
        days = {form.customer_id: form.answered_on for form in self._by_customer.values()}
        found = select(SurveyInvitation.id, SurveyInvitation.customer_id).where(
            SurveyInvitation.survey_id == self.survey.id,
            SurveyInvitation.state != InvitationState.ANSWERED.value,
        )
        answered = InvitationState.ANSWERED.value
        settled = [
            {"id": id, "state": answered, "settled_on": days.get(customer_id)}
            for id, customer_id in self.session.execute(found)
            if customer_id in ids
        ]
        if settled:
            bulk.update(self.session, SurveyInvitation, settled, ("state", "settled_on"))

    def _refuse_again(self) -> None:
        """Raise UserError `survey.imported_already` for the forms of an import that stands."""
        if not self._unnamed:
            return
        told = _digest(self._unnamed)
        former = changes.find_numbers(self.session, kinds=["import.done"])
        for one in changes.load_sets(self.session, former):
            detail = one.detail
            is_same = detail.get("survey") == self.survey.uid and detail.get("forms") == told
            if is_same and one.undone_by is None:
                raise UserError("survey.imported_already", number=one.number)
        changes.add_detail(self.session, forms=told)


def _digest(listed: Sequence[str]) -> str:
    """What tells whether the same forms were imported before."""
    return hashlib.sha256("\n".join(sorted(listed)).encode("utf-8", "surrogatepass")).hexdigest()
