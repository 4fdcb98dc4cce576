"""An expression being written: groups and conditions that may still be unfinished. No widgets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rmdesk.services.segments import FIELDS, VERSION, How, Op, Place, Shape

_STEPS_BACK = 200  # what can be taken back

# What a condition begins with where something can be said that is often meant.
_FIRST_VALUES: dict[Shape, Any] = {
    Shape.DAYS: 30,
    Shape.YES_NO: True,
    Shape.HOLDING: {},
    Shape.DAYS_AHEAD: {"days": 30},
    Shape.CONTACTS: {"count": 1, "days": 90},
}
_FIRST_OPS: dict[str, Op] = {
    "tier": Op.AT_LEAST,
    "last_contact": Op.NOT_WITHIN_LAST,
    "birthday": Op.WITHIN_NEXT,
}


class Node:
    """A group (`how` and `parts`), or a condition (`field`, `op` and `value` as JSON has it)."""

    __slots__ = ("field", "how", "op", "parent", "parts", "value")

    def __init__(self, how: str | None = None) -> None:
        self.how = how
        self.parts: list[Node] = []
        self.parent: Node | None = None
        self.field = self.op = ""
        self.value: Any = None

    @property
    def is_group(self) -> bool:
        return self.how is not None

    @property
    def shape(self) -> Shape | None:
        """What the value is to be; None of a group, or where field and operator are not known."""
        field = FIELDS.get(self.field)
        return None if field is None else field.ops.get(Op(self.op)) if self.op in set(Op) else None

    def stored(self) -> dict[str, Any]:
        if self.how is not None:
            return {self.how: [one.stored() for one in self.parts]}
        kept = {"field": self.field, "op": self.op}
        return kept if self.value is None else {**kept, "value": self.value}


class Draft:
    """The root is a group and stays. Every change is one step that `undo` takes back."""

    def __init__(self, document: Mapping[str, Any] | None = None) -> None:
        self.root = _node({"all": []})
        self._back: list[str] = []
        self.load(document or {})

    def load(self, document: Mapping[str, Any]) -> None:
        """Begin with what a document says; what is no group becomes the one part of the root."""
        given = {key: value for key, value in document.items() if key != "version"}
        made = _node(given) if given else _node({"all": []})
        if not made.is_group:
            group = _node({"all": []})
            _hang(group, 0, made)
            made = group
        self.root = made
        self._back.clear()

    def document(self) -> dict[str, Any]:
        return {"version": VERSION, **self.root.stored()}

    # --- where -------------------------------------------------------------------------------------

    def walk(self) -> Iterator[tuple[Place, Node]]:
        """Every node with its place, from the top down."""
        waiting: list[tuple[Place, Node]] = [((), self.root)]
        while waiting:
            place, node = waiting.pop()
            yield place, node
            waiting += [((*place, number), one) for number, one in reversed(list(enumerate(node.parts)))]

    def place_of(self, node: Node) -> Place:
        place: Place = ()
        while node.parent is not None:
            place = (node.parent.parts.index(node), *place)
            node = node.parent
        return place

    def at(self, place: Place) -> Node:
        """The node there, or the last one on the way that exists."""
        node = self.root
        for number in place:
            if not 0 <= number < len(node.parts):
                break
            node = node.parts[number]
        return node

    # --- changing ----------------------------------------------------------------------------------

    def add_condition(self, beside: Node, field: str) -> Node:
        """A condition on a field: the last of a group, or behind another condition."""
        self._keep()
        node = Node()
        _choose_field(node, field)
        return self._put(beside, node)

    def add_group(self, beside: Node) -> Node:
        """An empty group, where a condition would be added."""
        self._keep()
        above = beside if beside.is_group else beside.parent
        how = How.ANY if above is None or above.how == How.ALL else How.ALL
        return self._put(beside, Node(how.value))

    def remove(self, node: Node) -> Node:
        """Take a node out with all in it; returns what is current then. Of the root its parts are taken."""
        self._keep()
        if node.parent is None:
            node.parts.clear()
            return node
        parent, number = node.parent, node.parent.parts.index(node)
        parent.parts.remove(node)
        node.parent = None
        return parent.parts[min(number, len(parent.parts) - 1)] if parent.parts else parent

    def move(self, node: Node, by: int) -> bool:
        """Up or down among its neighbours: past a condition, into a group, at the end out of its own."""
        parent = node.parent
        if parent is None:
            return False
        number = parent.parts.index(node)
        other = number + by
        if 0 <= other < len(parent.parts):
            self._keep()
            beside = parent.parts[other]
            parent.parts.remove(node)
            if beside.is_group:
                _hang(beside, 0 if by > 0 else len(beside.parts), node)
            else:
                _hang(parent, other, node)
            return True
        if parent.parent is None:
            return False
        self._keep()
        parent.parts.remove(node)
        _hang(parent.parent, parent.parent.parts.index(parent) + (by > 0), node)
        return True

    def wrap(self, node: Node) -> Node | None:
        """Put a node into a group of its own, in its place; returns the group."""
        parent = node.parent
        if parent is None:
            return None
        self._keep()
        number = parent.parts.index(node)
        parent.parts.remove(node)
        group = Node((How.ANY if parent.how == How.ALL else How.ALL).value)
        _hang(parent, number, group)
        _hang(group, 0, node)
        return group

    def lift(self, node: Node) -> bool:
        """Take a node out of its group, behind it; a group that is empty then goes."""
        parent = node.parent
        if parent is None or parent.parent is None:
            return False
        self._keep()
        above = parent.parent
        parent.parts.remove(node)
        _hang(above, above.parts.index(parent) + 1, node)
        if not parent.parts:
            above.parts.remove(parent)
            parent.parent = None
        return True

    def set_how(self, node: Node, how: str) -> None:
        if node.how != how:
            self._keep()
            node.how = how

    def set_field(self, node: Node, field: str) -> None:
        if node.field != field:
            self._keep()
            _choose_field(node, field)

    def set_op(self, node: Node, op: Op) -> None:
        """Another operator; the value stays where it is of the same shape."""
        if node.op != op:
            self._keep()
            before = node.shape
            node.op = op.value
            if node.shape != before:
                node.value = _first_value(node)

    def set_value(self, node: Node, value: Any) -> bool:
        """Another value; whether it is one. Typing on in the same field is one step."""
        if value == node.value:
            return False
        self._keep(joins=f"{id(node)} {node.field} {node.op}")
        node.value = value
        return True

    # --- back --------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        return bool(self._back)

    def undo(self) -> bool:
        """Take the last step back; whether there was one."""
        if not self._back:
            return False
        self.root = _node(json.loads(self._back.pop()))
        self._joined = ""
        return True

    _joined = ""

    def _keep(self, joins: str = "") -> None:
        if joins and joins == self._joined:
            return
        self._joined = joins
        self._back.append(json.dumps(self.root.stored()))
        del self._back[:-_STEPS_BACK]

    def _put(self, beside: Node, node: Node) -> Node:
        if beside.is_group:
            _hang(beside, len(beside.parts), node)
        else:
            assert beside.parent is not None
            _hang(beside.parent, beside.parent.parts.index(beside) + 1, node)
        return node


def _hang(parent: Node, number: int, node: Node) -> None:
    parent.parts.insert(number, node)
    node.parent = parent


def _node(given: Mapping[str, Any]) -> Node:
    """What a document says at one place; what it should not say is kept, to be shown as wrong."""
    how = next(iter(given), "")
    listed = given.get(how)
    if len(given) == 1 and how in set(How) and isinstance(listed, list):
        node = Node(how)
        for one in listed:
            _hang(node, len(node.parts), _node(one if isinstance(one, Mapping) else {}))
        return node
    node = Node()
    node.field, node.op = str(given.get("field", "")), str(given.get("op", ""))
    node.value = given.get("value")
    return node


def _choose_field(node: Node, name: str) -> None:
    field = FIELDS[name]
    wanted = _FIRST_OPS.get(name)
    node.field = name
    node.op = (wanted if wanted is not None and wanted in field.ops else next(iter(field.ops))).value
    node.value = _first_value(node)


def _first_value(node: Node) -> Any:
    return None if node.shape is None else _FIRST_VALUES.get(node.shape)
