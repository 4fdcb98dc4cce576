"""A questionnaire while it is written: a document that may be unfinished, with undo. No widgets."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rmdesk.services.errors import UserError
from rmdesk.services.surveys import questionnaire
from rmdesk.services.surveys.questionnaire import QuestionKind, Questionnaire

Document = dict[str, Any]
Used = Mapping[
    str, frozenset[str]
]  # keys of questions and sections that were given, with codes of their options

_MOST_UNDONE = 200  # steps
_EMPTY: tuple[Any, ...] = ("", None, {}, [], False)
# What a new question of a kind begins with.
_BEGINNINGS: dict[QuestionKind, Document] = {
    QuestionKind.RATING: {"low": 1, "high": 10},
    QuestionKind.MATRIX: {"low": 1, "high": 5},
    QuestionKind.TEXT: {"required": False},
}


@dataclass(frozen=True, slots=True)
class Node:
    """A section, or a question of one; `number` is the question's, as people count it, 0 of a section."""

    key: str
    section: int
    question: int | None
    number: int

    @property
    def is_section(self) -> bool:
        return self.question is None


class FormDraft:
    """`used` are the keys that earlier versions gave: a new question never gets the key of another one."""

    def __init__(self, form: Questionnaire, used: Used | None = None) -> None:
        self.document: Document = form.stored()
        if not self.document["sections"]:
            self.document["sections"] = [{"key": "s1", "title": {}, "questions": []}]
        self.used: Used = used or {}
        self._first = self._text()
        self._undone: list[str] = []
        self._done: list[str] = []
        self._tag = ""

    # --- reading -----------------------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        """Sections and their questions from top to bottom."""
        return list(self._walk())

    def _walk(self) -> Iterator[Node]:
        number = 0
        for place, section in enumerate(self.document["sections"]):
            yield Node(section["key"], place, None, 0)
            for at, question in enumerate(section["questions"]):
                number += 1
                yield Node(question["key"], place, at, number)

    def find(self, key: str) -> Node | None:
        return next((one for one in self._walk() if one.key == key), None)

    def get(self, node: Node) -> Document:
        section: Document = self.document["sections"][node.section]
        return section if node.question is None else section["questions"][node.question]

    def examine(self) -> tuple[Questionnaire, dict[str, UserError]]:
        return questionnaire.examine(self.document)

    @property
    def is_changed(self) -> bool:
        return self._text() != self._first

    def kept(self) -> str:
        """What stands here, for after a lock."""
        return self._text()

    def take(self, written: str) -> None:
        """Put back what `kept` gave."""
        self._step("")
        self.document = json.loads(written)

    # --- changing ----------------------------------------------------------------------------------

    def set(self, key: str, field: str, value: Any) -> None:
        """Give a field another value; typing on in one field is one step of undo."""
        node = self.find(key)
        if node is None:
            return
        one = self.get(node)
        plain = one.get(field, True if field == "required" else None)
        if plain == value or (plain in _EMPTY and value in _EMPTY and field != "required"):
            return
        self._step(f"{key}.{field}")
        if (value in _EMPTY and field not in ("required", "title", "text", "low")) or (
            field == "required" and value
        ):
            one.pop(field, None)
        else:
            one[field] = value

    def set_kind(self, key: str, kind: QuestionKind) -> str:
        """Have a question be answered in another way; returns its key, another one if it was used before:
        answers of two kinds are never counted together.
        """
        node = self.find(key)
        if node is None or self.get(node)["kind"] == kind.value:
            return key
        self._step("")
        one = self.get(node)
        kept: Document = {name: one[name] for name in ("text", "help", "required") if name in one}
        both_choose = {kind, QuestionKind(one["kind"])} <= questionnaire.CHOOSING
        if both_choose:
            kept["options"] = one.get("options", [])
        new = self._new_key("q") if key in self.used else key
        one.clear()
        one.update({"key": new, "kind": kind.value, **_beginning(kind), **kept})
        if kind is QuestionKind.TEXT:
            one["required"] = False
        self._redirect(key, new)
        return new

    def add_section(self, after: Node | None) -> str:
        self._step("")
        key = self._new_key("s")
        place = len(self.document["sections"]) if after is None else after.section + 1
        self.document["sections"].insert(place, {"key": key, "title": {}, "questions": []})
        return key

    def add_question(self, kind: QuestionKind, after: Node | None) -> str:
        """Below the current question, or first in the current section."""
        self._step("")
        key = self._new_key("q")
        sections = self.document["sections"]
        place = len(sections) - 1 if after is None else after.section
        at = 0 if after is not None and after.question is None else len(sections[place]["questions"])
        if after is not None and after.question is not None:
            at = after.question + 1
        sections[place]["questions"].insert(
            at, {"key": key, "kind": kind.value, "text": {}, **_beginning(kind)}
        )
        return key

    def duplicate(self, node: Node) -> str:
        """The same question once more below it, under a key of its own and without its jumps."""
        self._step("")
        one = copy.deepcopy(self.get(node))
        one["key"] = self._new_key("q")
        one.pop("jumps", None)
        self.document["sections"][node.section]["questions"].insert((node.question or 0) + 1, one)
        return str(one["key"])

    def remove(self, node: Node) -> None:
        """Take a question out, or a section, whose questions go to the one before (the first: after) it."""
        self._step("")
        sections = self.document["sections"]
        if node.question is not None:
            del sections[node.section]["questions"][node.question]
            return
        questions = sections[node.section]["questions"]
        if len(sections) == 1:
            sections[0]["questions"] = []
            return
        del sections[node.section]
        if node.section:
            sections[node.section - 1]["questions"] += questions
        else:
            sections[0]["questions"] = questions + sections[0]["questions"]

    def move(self, key: str, before: int) -> None:
        """Move a question, or a section with all of its questions, before the node at this place."""
        nodes = self.nodes()
        node = next((one for one in nodes if one.key == key), None)
        if node is None:
            return
        target = nodes[before] if before < len(nodes) else None
        sections = self.document["sections"]
        if node.is_section:
            to = len(sections) if target is None else target.section + (0 if target.is_section else 1)
            if to in (node.section, node.section + 1):
                return
            self._step("")
            one = sections.pop(node.section)
            sections.insert(to - (to > node.section), one)
            return
        assert node.question is not None
        if target is None:
            place, at = len(sections) - 1, len(sections[-1]["questions"])
        elif target.is_section and target.section:  # before a section is the end of the one above
            place, at = target.section - 1, len(sections[target.section - 1]["questions"])
        else:
            place, at = target.section, target.question or 0
        if place == node.section and at in (node.question, node.question + 1):
            return
        self._step("")
        one = sections[node.section]["questions"].pop(node.question)
        if place == node.section and at > node.question:
            at -= 1
        sections[place]["questions"].insert(at, one)

    def shift(self, key: str, down: bool) -> None:
        """One step up or down, into the next section where one ends."""
        nodes = self.nodes()
        place = next((at for at, one in enumerate(nodes) if one.key == key), None)
        if place is None:
            return
        node = nodes[place]
        if node.is_section:
            sections = [at for at, one in enumerate(nodes) if one.is_section]
            order = sections.index(place)
            if down and order + 1 < len(sections):
                following = sections[order + 2] if order + 2 < len(sections) else len(nodes)
                self.move(key, following)
            elif not down and order:
                self.move(key, sections[order - 1])
        elif down and place + 1 < len(nodes):
            self._shift_down(key, nodes, place)
        elif not down and place > 1:
            self.move(key, place if nodes[place - 1].is_section else place - 1)

    def _shift_down(self, key: str, nodes: list[Node], place: int) -> None:
        following = nodes[place + 1]
        if not following.is_section:
            self.move(key, place + 2)
            return
        self._step("")
        node = nodes[place]
        one = self.document["sections"][node.section]["questions"].pop(node.question)
        self.document["sections"][following.section]["questions"].insert(0, one)

    def replace(self, form: Questionnaire) -> None:
        """Begin with other questions, such as a template's."""
        self._step("")
        self.document = form.stored()

    def new_code(self, key: str, codes: list[str]) -> str:
        """A code for a new option of a question, which none of it had before."""
        taken = {*codes, *self.used.get(key, ())}
        return next(str(number) for number in range(1, 1000) if str(number) not in taken)

    # --- undo --------------------------------------------------------------------------------------

    @property
    def may_undo(self) -> bool:
        return bool(self._undone)

    @property
    def may_redo(self) -> bool:
        return bool(self._done)

    def undo(self) -> None:
        if self._undone:
            self._done.append(self._text())
            self.document, self._tag = json.loads(self._undone.pop()), ""

    def redo(self) -> None:
        if self._done:
            self._undone.append(self._text())
            self.document, self._tag = json.loads(self._done.pop()), ""

    def _step(self, tag: str) -> None:
        if not tag or tag != self._tag:
            self._undone.append(self._text())
            del self._undone[:-_MOST_UNDONE]
        self._tag = tag
        self._done.clear()

    def _text(self) -> str:
        return json.dumps(self.document, ensure_ascii=False)

    def _new_key(self, letter: str) -> str:
        taken = {*self.used, *(one.key for one in self._walk())}
        return next(f"{letter}{number}" for number in range(1, 10_000) if f"{letter}{number}" not in taken)

    def _redirect(self, key: str, new: str) -> None:
        """Jumps that led to a question lead to it under its other key."""
        for node in self._walk():
            for jump in self.get(node).get("jumps", ()):
                if jump["to"] == key:
                    jump["to"] = new


def _beginning(kind: QuestionKind) -> Document:
    found = dict(_BEGINNINGS.get(kind, {}))
    if kind in questionnaire.CHOOSING:
        found["options"] = [{"code": "1", "text": {}}, {"code": "2", "text": {}}]
    if kind is QuestionKind.MATRIX:
        found["rows"] = [{"code": "1", "text": {}}]
    return found
