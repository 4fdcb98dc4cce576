"""What stands in the fields of a form, whatever form it is: read as JSON values and put back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.widgets import Combo, PasswordField, Segments

_PLAIN = (str, int, float, bool, type(None))


def fields_of(form: QWidget) -> list[QWidget]:
    """The fields in the order in which they were made; never those of passwords, nor those of another window
    that stands over the form, as a question or the report of a fault does.
    """
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, Segments)
    return [
        one
        for one in form.findChildren(QWidget)
        if isinstance(one, kinds)
        and one.window() is form.window()
        and not isinstance(one, PasswordField)
        and not isinstance(one.parent(), QComboBox | QAbstractSpinBox)
    ]


def typed(form: QWidget) -> list[Any]:
    """What stands in the fields of `form`."""
    return [content_of(one) for one in fields_of(form)]


def written(form: QWidget) -> list[str]:
    """What was written in its fields of lines and texts."""
    found: list[str] = []
    for one in fields_of(form):
        if isinstance(one, QLineEdit):
            found.append(one.text())
        elif isinstance(one, QPlainTextEdit):
            found.append(one.toPlainText())
    return found


def retype(form: QWidget, contents: Sequence[Any]) -> bool:
    """Put back what `typed` gave; whether the form has the same fields. Otherwise nothing is put anywhere."""
    fields = fields_of(form)
    if len(fields) != len(contents):
        return False
    for field, content in zip(fields, contents, strict=True):
        if content != content_of(field):
            fill(field, content)
    return True


def words_of(contents: Sequence[Any]) -> str:
    """What was written in sentences, to be copied where the form itself cannot come again."""
    return "\n".join(one for one in contents if isinstance(one, str) and one.strip())


def content_of(field: QWidget) -> Any:
    """What stands in one field, as a JSON value."""
    match field:
        case CustomerField():
            return [field.text(), field.customer_uid]
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case QComboBox():
            data = field.currentData()
            return data if isinstance(data, _PLAIN) else field.currentText()
        case QCheckBox():
            return field.isChecked()
        case Segments():
            return field.current
    raise TypeError(type(field).__name__)


def fill(field: QWidget, content: Any) -> None:
    """Put what `content_of` gave into a field."""
    match field:
        case CustomerField():
            text, uid = content
            field.setText(text)
            field.set_customer(uid)
        case QLineEdit():
            field.setText(str(content))
            field.setModified(True)
        case QPlainTextEdit():
            field.setPlainText(str(content))
        case Combo():
            field.choose(content)
        case QCheckBox():
            field.setChecked(bool(content))
        case Segments():
            field.choose(content if isinstance(content, str) else "")
