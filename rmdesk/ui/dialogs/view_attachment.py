"""A document of a customer, shown from memory: pages of a PDF, or a picture. Nothing is written to disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from rmdesk.ui.pdf_view import Pdf, PdfView
from rmdesk.ui.tokens import SPACE

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_SIZE = QSize(820, 640)
_MOST_MB = 256  # of an unpacked picture: more is a bomb, not a scan


class ViewAttachment(QDialog):
    """`is_shown` tells whether the contents could be shown at all."""

    def __init__(
        self, context: Context, name: str, media_type: str, content: bytes, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.resize(_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        self.is_shown = True
        if media_type == "application/pdf":
            view = PdfView(context.jobs)
            try:
                view.show_pdf(Pdf(content))
            except pypdfium2.PdfiumError:
                self.is_shown = False
            column.addWidget(view)
            return
        image = _image(content)
        self.is_shown = not image.isNull()
        self._picture = _Picture(image)
        column.addWidget(self._picture)


class _Picture(QScrollArea):
    """A picture as large as there is room, never larger than it is."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidgetResizable(True)
        self.setWidget(self._label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._image.isNull():
            return
        room = self.viewport().size().boundedTo(self._image.size())
        shown = self._image.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._label.setPixmap(QPixmap.fromImage(shown))


def _image(content: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_MOST_MB)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader.read()
