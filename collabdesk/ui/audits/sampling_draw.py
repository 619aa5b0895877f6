"""The dialog that draws a sample: what from and how, with the size that follows shown while it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from collabdesk.domain.problems import Refused
from collabdesk.domain.sample_terms import Restriction, why_words
from collabdesk.domain.typed import percent
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import locale, money_text, number_text, share_text
from collabdesk.ui.widgets import FormField, label
from collabdesk.ui.widgets.amounts import AmountField
from collabdesk.ui.widgets.asking import AskDialog
from collabdesk.usecases import sampling

translate = QCoreApplication.translate
_WAIT_MS = 250
_WIDTH = 640


class DrawDialog(AskDialog):
    """`settled` carries the restriction, the design, the seed and the population that was looked at last."""

    settled = Signal(object, object, str, object)

    def __init__(self, desk: Desk, audit_id: int, project: str, offers: sampling.Offers, parent: QWidget) -> None:
        super().__init__(
            translate("DrawDialog", "Draw a sample"), translate("DrawDialog", "Draw"), parent, width=_WIDTH,
            about=translate("DrawDialog", "From the project's cost items in one currency, so that anybody can draw the "
                                          "same sample again."),
        )  # fmt: skip
        self._desk, self._audit, self._project = desk, audit_id, project
        self._found: sampling.Population | None = None
        self._key: tuple[object, ...] = ()
        self._task: Any = None
        self.method = _box([
            (translate("DrawDialog", "Monetary-unit sampling"), sampling.MONETARY_UNIT),
            (translate("DrawDialog", "Simple random sampling"), sampling.RANDOM),
        ])  # fmt: skip
        self.currency = _box([(unit or translate("DrawDialog", "none stated"), unit) for unit in offers.currencies])
        self.partner = _any(translate("DrawDialog", "All partners"), offers.partners)
        self.category = _any(translate("DrawDialog", "All categories"), offers.categories)
        self.period = _any(translate("DrawDialog", "The whole duration"), offers.periods)
        self.confidence = QLineEdit(share_text(sampling.usual("confidence")))
        self.tolerable = QLineEdit(share_text(sampling.usual("tolerable")))
        self.expected = QLineEdit(share_text(sampling.usual("expected")))
        self.number = QLineEdit()
        self.deviation = AmountField()
        self.projection = _box([
            (translate("DrawDialog", "by the ratio of errors to book value"), "ratio"),
            (translate("DrawDialog", "by the mean of the errors"), "mean"),
        ])  # fmt: skip
        self.seed = QLineEdit()
        self.outlook = label("", "secondary", wrap=True)
        self.outlook.setMinimumHeight(54)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self.look)
        self._listen()
        self._show_method()
        self.look()

    def _lay_out(self) -> None:
        tr = translate
        method = self.field(tr("DrawDialog", "&Method"), self.method)
        currency = self.field(tr("DrawDialog", "C&urrency"), self.currency)
        partner = self.field(tr("DrawDialog", "&Partner"), self.partner)
        category = self.field(tr("DrawDialog", "Cate&gory"), self.category)
        period = self.field(tr("DrawDialog", "Reporting pe&riod"), self.period)
        self._confidence = self.field(tr("DrawDialog", "Con&fidence"), self.confidence)
        self._tolerable = self.field(tr("DrawDialog", "&Tolerable misstatement"), self.tolerable)
        self._expected = self.field(tr("DrawDialog", "&Expected misstatement"), self.expected)
        self._size = self.field(tr("DrawDialog", "&Size"), self.number, tr("DrawDialog", "Empty: computed"))
        seed = self.field(tr("DrawDialog", "See&d"), self.seed, tr("DrawDialog", "Empty: made and recorded"))
        self._deviation = self.field(
            tr("DrawDialog", "Standard de&viation of the errors"), self.deviation,
            tr("DrawDialog", "Expected; the size follows from it"),
        )  # fmt: skip
        self._projection = self.field(tr("DrawDialog", "Errors are pr&ojected"), self.projection)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_M)
        grid.setVerticalSpacing(GAP_M)
        rows: tuple[tuple[FormField, ...], ...] = (
            (method, currency),
            (partner, category),
            (period, self._confidence),
            (self._tolerable, self._expected),
            (self._size, seed),
            (self._deviation, self._projection),
        )
        for r, fields in enumerate(rows):
            for c, field in enumerate(fields):
                grid.addWidget(field, r, c, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.fields.addLayout(grid)
        self.add_notice(self.outlook)

    def _listen(self) -> None:
        self.method.currentIndexChanged.connect(self._show_method)
        for box in (self.method, self.currency, self.partner, self.category, self.period, self.projection):
            box.currentIndexChanged.connect(lambda _: self._timer.start())
        for line in (self.confidence, self.tolerable, self.expected, self.number, self.deviation):
            line.textEdited.connect(lambda _: self._timer.start())

    def _show_method(self) -> None:
        is_random = self.method.currentData() == sampling.RANDOM
        self._deviation.setVisible(is_random)
        self._projection.setVisible(is_random)

    def restriction(self) -> Restriction:
        """What the person asks to sample from."""
        return Restriction(
            currency=self.currency.currentData() or "",
            partners=tuple(filter(None, [self.partner.currentData()])),
            categories=tuple(filter(None, [self.category.currentData()])),
            period=self.period.currentData() or "",
        )

    def design(self) -> sampling.Design | None:
        """How it is to be drawn; None after showing what is wrong."""
        confidence, tolerable, expected = (_share(f) for f in (self._confidence, self._tolerable, self._expected))
        size, deviation = _whole(self._size), _amount(self._deviation)
        if confidence is False or tolerable is False or expected is False or size is False or deviation is False:
            return None
        return sampling.Design(
            self.method.currentData(), confidence, tolerable, expected, size or None, deviation or None,
            self.projection.currentData(),
        )  # fmt: skip

    def look(self) -> None:
        """Look at the population, in the worker, and say what would be drawn."""
        restriction, method = self.restriction(), str(self.method.currentData())
        key = (restriction, method)
        if self._found is not None and key == self._key:
            self._tell()
            return
        self._found, self._key = None, key
        self.outlook.setText(translate("DrawDialog", "Looking at the cost items…"))
        workspace, audit, project = self._desk.workspace, self._audit, self._project
        if self._task is not None:
            self._task.cancel()
        self._task = self._desk.tasks.run(
            translate("DrawDialog", "Look at the cost items"),
            lambda *_: sampling.population(workspace, audit, restriction, method, project),
            owner=self,
            done=lambda found: self._looked(key, found),
            failed=self._failed,
            is_quiet=True,
        )

    def _looked(self, key: tuple[object, ...], found: sampling.Population) -> None:
        if key == self._key:
            self._found = found
            self._tell()

    def _failed(self, error: Exception) -> None:
        self.outlook.setText(error.sentence if isinstance(error, Refused) else str(error))

    def _tell(self) -> sampling.Planned | None:
        """What would be drawn, in words; None where it cannot be."""
        found, design = self._found, self.design()
        if found is None or design is None:
            return None
        unit = found.restriction.currency
        said = [
            translate("DrawDialog", "{n} items of {amount} can be drawn.").format(
                n=number_text(len(found.lines)), amount=money_text(found.book_value, unit)
            )
        ]
        said += [
            translate("DrawDialog", "Left out: {n} ({why}).").format(n=number_text(out.count), why=why_words(out.why))
            for out in found.left_out
        ]
        try:
            plan = sampling.planned(found, design)
        except Refused as refused:
            self.outlook.setText(" ".join([*said, refused.sentence]))
            return None
        said.append(translate("DrawDialog", "Size {n}.").format(n=number_text(plan.size)))
        if plan.interval is not None:
            told = translate("DrawDialog", "Interval {interval}; {n} items are at least as large and are all taken.")
            said.append(told.format(interval=money_text(plan.interval, unit), n=number_text(plan.certain)))
        told = translate("DrawDialog", "Tolerable: {amount}.")
        said.append(told.format(amount=money_text(plan.tolerable, unit, 2)))
        self.outlook.setText(" ".join(said))
        return plan

    def keep(self) -> None:
        design = self.design()
        if design is not None and self._found is not None and self._tell() is not None:
            self.settled.emit(self._key[0], design, self.seed.text().strip(), self._found)
            self.accept()


def _box(choices: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    for text, word in choices:
        box.addItem(text, word)
    box.setMinimumContentsLength(16)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _any(everything: str, words: Sequence[str]) -> QComboBox:
    return _box([(everything, ""), *((word, word) for word in words)])


def _share(field: FormField) -> Decimal | Literal[False] | None:
    try:
        value = percent(_text(field), locale().decimalPoint())
    except ValueError as error:
        field.show_error(str(error))
        return False
    field.show_error("")
    return value


def _whole(field: FormField) -> int | Literal[False] | None:
    text = _text(field)
    if text and not text.isdecimal():
        field.show_error(translate("DrawDialog", "Write a whole number, or nothing."))
        return False
    field.show_error("")
    return int(text) if text else None


def _amount(field: FormField) -> Decimal | Literal[False] | None:
    control = field.control
    assert isinstance(control, AmountField)
    try:
        return control.amount()
    except ValueError as error:
        field.show_error(str(error))
        return False


def _text(field: FormField) -> str:
    control = field.control
    assert isinstance(control, QLineEdit)
    return control.text().strip()
