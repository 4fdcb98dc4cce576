"""A PDF shown page by page, and sent to a printer. The document stays in memory, never in a file.

Pages are drawn by PDFium on a background thread, only those in view and their neighbours.
"""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as raw
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from rmdesk.ui import theme

if TYPE_CHECKING:
    from rmdesk.ui.jobs import Jobs
    from rmdesk.ui.workers import Progress

POINTS_PER_INCH = 72
SCREEN_DPI = 96
# A4 at 600 dpi would take 140 MB a page; office printers gain nothing visible beyond this.
PRINT_DPI = 300

GAP = 16  # px around and between pages
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_KEPT = 8  # rendered pages kept in memory
MOST_HITS = 5000
_LEVEL = 0.1  # sine of the angle up to which a line of text counts as level
_MARKED, _CURRENT = 0.22, 0.45  # how strong the ground of a hit is


@dataclass(frozen=True)
class Hit:
    """Where words that were searched for stand: the page, counted from 0, and places on it.

    In points from its upper left corner; several where a line was broken.
    """

    page: int
    places: tuple[QRectF, ...]


class Pdf:
    """A PDF in memory. Its methods may be called from any thread."""

    # PDFium keeps global state and is not safe to use from two threads, not even for two documents.
    _pdfium = threading.Lock()

    def __init__(self, content: bytes) -> None:
        self.content = content
        with self._pdfium:
            document = pypdfium2.PdfDocument(content)
            self.sizes = [QSizeF(*document.get_page_size(index)) for index in range(len(document))]
            document.close()

    @property
    def pages(self) -> int:
        return len(self.sizes)

    def render(self, index: int, scale: float) -> QImage:
        """Page `index` (from 0) as an image of `scale` pixels per point."""
        with self._pdfium:
            document = pypdfium2.PdfDocument(self.content)
            try:
                page = document[index]
                bitmap = page.render(scale=scale, prefer_bgrx=True)
                image = QImage(
                    bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
                ).copy()  # the buffer belongs to the bitmap
                bitmap.close()
                page.close()
            finally:
                document.close()
        return image

    def find(self, words: str, progress: Progress) -> tuple[Hit, ...]:
        """Where `words` stand, whatever the case, by page; of very many hits the first thousands.

        What lies slanted under a page, its watermark, is passed over. Slow: meant for a background thread.
        Raises Cancelled through `progress`.
        """
        from rmdesk.services.reports import fonts  # loads the faces: what they lack is written as its number

        wanted = fonts.printable(words)
        found: list[Hit] = []
        with self._pdfium:
            document = pypdfium2.PdfDocument(self.content)
        try:
            for index in range(self.pages):
                progress(index, self.pages)
                with self._pdfium:
                    found += self._hits(document, index, wanted)
                if len(found) >= MOST_HITS:
                    break
        finally:
            with self._pdfium:
                document.close()
        return tuple(found)

    def _hits(self, document: pypdfium2.PdfDocument, index: int, words: str) -> list[Hit]:
        page = document[index]
        text = page.get_textpage()
        searcher = text.search(words)
        height = self.sizes[index].height()
        found = []
        while (place := searcher.get_next()) is not None:
            first, count = place
            if abs(math.sin(raw.FPDFText_GetCharAngle(text, first))) > _LEVEL:
                continue
            rects = [text.get_rect(number) for number in range(text.count_rects(first, count))]
            places = tuple(
                QRectF(QPointF(left, height - top), QPointF(right, height - bottom))
                for left, bottom, right, top in rects
            )
            found.append(Hit(index, places))
        searcher.close()
        text.close()
        page.close()
        return found

    def print_on(self, printer: QPrinter, progress: Progress) -> int:
        """Print the pages the printer was asked for, each fitted to its paper; returns how many.

        Slow: meant for a background thread. Raises Cancelled through `progress`, after which the print
        job is dropped, and OSError if the printer does not take it.
        """
        first = max(1, printer.fromPage()) if printer.fromPage() else 1
        last = min(self.pages, printer.toPage()) if printer.toPage() else self.pages
        numbers = range(first - 1, last)
        painter = QPainter()
        if not painter.begin(printer):
            raise OSError("the printer did not accept the job")
        try:
            for count, index in enumerate(numbers):
                progress(count, len(numbers))
                if count and not printer.newPage():
                    raise OSError("the printer stopped")
                self._print_page(painter, printer, index)
            progress(len(numbers), len(numbers))
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
        return len(numbers)

    def _print_page(self, painter: QPainter, printer: QPrinter, index: int) -> None:
        dpi = min(printer.resolution(), PRINT_DPI)
        image = self.render(index, dpi / POINTS_PER_INCH)
        # The pages bring their own margins: use the paper up to its edge and let the printer clip.
        paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
        printable = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
        size = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPointF((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2)
        painter.drawImage(QRectF(corner - printable.topLeft(), size), image, QRectF(image.rect()))


class PdfView(QAbstractScrollArea):
    """Shows a `Pdf`, fitted to the width until the person zooms. Keys: arrows, Page Up/Down, Home, End,
    Ctrl with +, − and 0; Ctrl and the wheel.
    """

    page_changed = Signal(int, int)  # the page most in view, counted from 1, and how many there are
    zoom_changed = Signal(float)
    page_rendered = Signal(int)  # counted from 0

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pdf: Pdf | None = None
        self._zoom: float | None = None  # None: fitted to the width
        self._images: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._asked: set[tuple[int, float]] = set()
        self._page = 0
        self._hits: dict[int, list[tuple[Hit, bool]]] = {}  # by page; whether it is the current one
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(self.tr("Pages"))

    @property
    def pdf(self) -> Pdf | None:
        return self._pdf

    @property
    def page(self) -> int:
        """The page most in view, counted from 1; 0 while nothing is shown."""
        return self._page

    @property
    def zoom(self) -> float:
        """1.0 shows a page in its size on paper (at 96 px to the inch)."""
        if self._zoom is not None:
            return self._zoom
        if self._pdf is None or not self._pdf.pages:
            return 1.0
        widest = max(size.width() for size in self._pdf.sizes) * SCREEN_DPI / POINTS_PER_INCH
        return max(0.2, min(1.5, (self.viewport().width() - 2 * GAP) / widest))

    def show_pdf(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._images.clear()
        self._asked.clear()
        self._hits.clear()
        self._page = 0
        self.verticalScrollBar().setValue(0)
        self._update_bars()

    def zoom_in(self) -> None:
        self._set_zoom(next((step for step in ZOOMS if step > self.zoom + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        self._set_zoom(next((step for step in reversed(ZOOMS) if step < self.zoom - 0.01), ZOOMS[0]))

    def fit_width(self) -> None:
        self._set_zoom(None)

    def go_to(self, page: int) -> None:
        """Bring a page, counted from 1, to the top."""
        rects = self._page_rects()
        if rects:
            index = max(0, min(len(rects) - 1, page - 1))
            self.verticalScrollBar().setValue(round(rects[index].top() - GAP))

    def show_hits(self, hits: Sequence[Hit], current: int) -> None:
        """Mark where words were found, and bring the current one (by its place; -1: none) into view."""
        self._hits.clear()
        for place, hit in enumerate(hits):
            self._hits.setdefault(hit.page, []).append((hit, place == current))
        rects = self._page_rects()
        if 0 <= current < len(hits) and hits[current].places and hits[current].page < len(rects):
            hit = hits[current]
            factor = self.zoom * SCREEN_DPI / POINTS_PER_INCH
            top = rects[hit.page].top() + hit.places[0].top() * factor
            bar, seen = self.verticalScrollBar(), self.viewport().height()
            if not bar.value() + GAP <= top <= bar.value() + seen - 3 * GAP:
                bar.setValue(round(top - seen / 3))
        self.viewport().update()

    def _set_zoom(self, zoom: float | None) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._zoom = zoom
        self._asked.clear()  # pages at the former zoom that nobody has begun to draw
        self._update_bars()
        bar.setValue(round(share * bar.maximum()))
        self.zoom_changed.emit(self.zoom)
        self.viewport().update()

    def _page_sizes(self) -> list[QSizeF]:
        if self._pdf is None:
            return []
        factor = self.zoom * SCREEN_DPI / POINTS_PER_INCH
        return [size * factor for size in self._pdf.sizes]

    def _page_rects(self) -> list[QRectF]:
        """Where each page lies on the whole roll, in px."""
        sizes = self._page_sizes()
        widest = max((size.width() for size in sizes), default=0.0)
        across = max(float(self.viewport().width()), widest + 2 * GAP)
        rects, top = [], float(GAP)
        for size in sizes:
            rects.append(QRectF(round((across - size.width()) / 2), top, size.width(), size.height()))
            top = round(top + size.height() + GAP)
        return rects

    def _update_bars(self) -> None:
        rects = self._page_rects()
        view = self.viewport().size()
        height = round(rects[-1].bottom() + GAP) if rects else 0
        width = round(max(rect.width() for rect in rects) + 2 * GAP) if rects else 0
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(view.height())
        vertical.setSingleStep(40)
        vertical.setRange(0, max(0, height - view.height()))
        horizontal.setPageStep(view.width())
        horizontal.setSingleStep(40)
        horizontal.setRange(0, max(0, width - view.width()))
        self._note_page(rects)
        self.viewport().update()

    def _note_page(self, rects: list[QRectF]) -> None:
        if not rects:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = next((n for n, rect in enumerate(rects, start=1) if rect.bottom() + GAP > middle), len(rects))
        if page != self._page:
            self._page = page
            self.setAccessibleDescription(
                self.tr("Page {number} of {pages}").format(number=page, pages=len(rects))
            )
            self.page_changed.emit(page, len(rects))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_bars()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        self._note_page(self._page_rects())
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif control and key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif control and key == Qt.Key.Key_0:
            self.fit_width()
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.go_to(self._page + 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
            self.go_to(self._page - 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("window"))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = QRectF(
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
            self.viewport().width(),
            self.viewport().height(),
        )
        border = QPen(theme.colour("line_strong"))
        border.setCosmetic(True)
        for index, rect in enumerate(self._page_rects()):
            if not rect.intersects(seen.adjusted(0, -seen.height(), 0, seen.height())):
                continue
            image = self._image(index)
            if rect.intersects(seen):
                painter.fillRect(rect, theme.colour("paper"))
                if image is not None:
                    painter.drawImage(rect, image)
                self._paint_hits(painter, index, rect)
                painter.setPen(border)
                painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_hits(self, painter: QPainter, index: int, page: QRectF) -> None:
        factor = self.zoom * SCREEN_DPI / POINTS_PER_INCH
        for hit, is_current in self._hits.get(index, ()):
            ground = QColor(theme.colour("focus"))
            painter.setPen(QPen(ground, 2) if is_current else Qt.PenStyle.NoPen)
            ground.setAlphaF(_CURRENT if is_current else _MARKED)
            painter.setBrush(ground)
            for place in hit.places:
                corner = page.topLeft() + place.topLeft() * factor
                painter.drawRect(QRectF(corner, place.size() * factor).adjusted(-1, -1, 1, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _image(self, index: int) -> QImage | None:
        """The page rendered at the present zoom; while that is under way, at a former one or None."""
        scale = round(self.zoom * SCREEN_DPI / POINTS_PER_INCH * self.devicePixelRatioF(), 4)
        key = (index, scale)
        if key in self._images:
            self._images.move_to_end(key)
            return self._images[key]
        pdf = self._pdf
        if pdf is not None and key not in self._asked:
            self._asked.add(key)

            def render(_progress: Progress) -> QImage | None:
                # Scrolled or zoomed away meanwhile: the next paint asks for what it needs.
                return pdf.render(index, scale) if key in self._asked else None

            def keep(image: QImage | None) -> None:
                if not isValid(self):
                    return  # the preview was closed meanwhile
                self._asked.discard(key)
                if image is not None and pdf is self._pdf:
                    self._images[key] = image
                    while len(self._images) > _KEPT:
                        self._images.popitem(last=False)
                    self.viewport().update()
                    self.page_rendered.emit(index)

            self._jobs.background(self.tr("Showing pages"), render, done=keep)
        return next((image for (page, _), image in reversed(self._images.items()) if page == index), None)

    def sizeHint(self) -> QSize:
        return QSize(760, 640)
