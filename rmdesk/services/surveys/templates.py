"""Questionnaires to begin with, shipped with the program in both languages."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from rmdesk import resources
from rmdesk.services.surveys import questionnaire
from rmdesk.services.surveys.questionnaire import Questionnaire, Words


@dataclass(frozen=True, slots=True)
class Template:
    code: str
    title: Words
    form: Questionnaire


@cache
def load() -> dict[str, Template]:
    """The templates by code, in the order to offer them."""
    shipped = json.loads(resources.path("templates", "surveys.json").read_text("utf-8"))
    return {
        code: Template(code, Words(**one["title"]), questionnaire.read(one["questionnaire"]))
        for code, one in shipped.items()
    }
