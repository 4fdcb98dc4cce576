"""Every value a field may have, has a word."""

from __future__ import annotations

import enum

import pytest

from rmdesk import choices, models
from rmdesk.services.customers import FIELDS


@pytest.mark.parametrize("field", [one for one in FIELDS if one.choices], ids=lambda one: one.name)
def test_every_value_of_a_customers_fields(field: object) -> None:
    assert set(choices.of_field("customer", field.name)) == set(field.choices)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("table", "field", "values"),
    [
        ("customer_phone", "kind", models.PhoneKind),
        ("customer_address", "kind", models.AddressKind),
        ("identity_document", "kind", models.DocumentKind),
        ("relation", "kind", models.RelationKind),
        ("important_date", "kind", models.DateKind),
        ("holding", "kind", models.ProductKind),
        ("aum_figure", "basis", models.AumBasis),
        ("tier", "basis", models.AumBasis),
        ("interaction", "channel", models.Channel),
        ("interaction", "level", models.Level),
        ("interaction", "kind", models.InteractionKind),
        ("interaction", "result", models.ContactResult),
        ("interaction", "satisfaction", models.Satisfaction),
        ("visit", "state", models.VisitState),
        ("commitment", "kind", models.CommitmentKind),
        ("commitment", "state", models.CommitmentState),
        ("appointment", "state", models.AppointmentState),
        ("follow_up", "state", models.FollowUpState),
        ("task", "state", models.TaskState),
        ("daily_log", "state", models.LogState),
        ("daily_log_item", "source", models.ItemSource),
        ("daily_log_item", "outcome", models.Outcome),
        ("daily_log_remark", "kind", models.RemarkKind),
        ("daily_log_news", "kind", models.NewsKind),
        ("plan", "state", models.PlanState),
        ("plan_node", "per", models.Per),
        ("plan_item", "state", models.PlanItemState),
        ("survey", "state", models.SurveyState),
        ("survey", "method", models.SurveyMethod),
        ("survey", "sampling", models.Sampling),
        ("survey_invitation", "state", models.InvitationState),
    ],
)
def test_every_value_of_other_fields(table: str, field: str, values: type[enum.StrEnum]) -> None:
    assert set(choices.of_field(table, field)) == {one.value for one in values}


def test_a_value_of_a_newer_program_stands_as_it_is() -> None:
    assert choices.word("customer", "gender", "unheard of") == "unheard of"
