"""The form of a finding: its elements, what is questioned, what it repeats, its objective and its owner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from collabdesk.domain.findings import SEVERITIES, Finding
from collabdesk.domain.objectives import Objective
from collabdesk.domain.problems import Refused
from collabdesk.ui.audits.forms import Form, choice_box, text_box
from collabdesk.ui.audits.parts import beside
from collabdesk.ui.widgets import AmountField, FormField

translate = QCoreApplication.translate


class FindingForm(Form):
    """`kept` carries the fields that a person wrote, by name. `prior` are the references that a repeat may cite."""

    kept = Signal(dict)

    def __init__(
        self,
        finding: Finding | None,
        parent: QWidget | None = None,
        *,
        objectives: Sequence[Objective] = (),
        prior: Sequence[tuple[str, str]] = (),
        currency: str = "",
        samples: Sequence[str] = (),
        take: Callable[[str], dict[str, Any]] | None = None,
    ) -> None:
        """`take` gives what a finding says that rests on the sample of this code, or is Refused."""
        super().__init__(
            translate("FindingForm", "Keep") if finding is not None else translate("FindingForm", "Add the finding"),
            parent,
        )
        said = finding or Finding()
        self._currency = said.currency or currency
        self.title = QLineEdit(said.title)
        self.severity = choice_box(SEVERITIES, said.severity or "medium")
        self.objective = _objectives(objectives, said.objective, self.tr("No single one"))
        self.texts = {name: text_box(getattr(said, name)) for name in ("criteria", "condition", "cause", "effect")}
        self.known = AmountField(self._currency, said.questioned_known)
        self.likely = AmountField(self._currency, said.questioned_likely)
        self.estimate = text_box(said.text)
        self.prior = _prior(prior, said, self.tr("Repeats no earlier finding"))
        self.owner = QLineEdit(said.owner)
        self.sample = _samples(samples, self.tr("Not taken from a sample"))
        self._figures = said.figures
        self._take = take
        self.sample.activated.connect(self._take_over)
        self._lay_out()
        self.finish(self.title, self._keep)

    def _lay_out(self) -> None:
        names = {
            "criteria": self.tr("&Criteria: what should be"),
            "condition": self.tr("C&ondition: what is"),
            "cause": self.tr("Ca&use: why"),
            "effect": self.tr("&Effect: what follows"),
        }
        self._title_field = FormField(self.tr("&Title"), self.title)
        self._known = FormField(self.tr("&Known questioned cost"), self.known)
        self._likely = FormField(self.tr("&Likely questioned cost"), self.likely)
        self._estimate = FormField(self.tr("How the likel&y cost was estimated"), self.estimate)
        self.lines.addWidget(self._title_field)
        severity, objective = (
            FormField(self.tr("&Severity"), self.severity),
            FormField(self.tr("O&bjective"), self.objective),
        )
        self.lines.addLayout(beside(severity, objective))
        for name, field in self.texts.items():
            self.lines.addWidget(FormField(names[name], field))
        self.lines.addLayout(beside(self._known, self._likely))
        self._sample = FormField(
            self.tr("Take from a sa&mple"), self.sample, self.tr("What was found is known, what it projects is likely.")
        )
        self._sample.setVisible(self.sample.count() > 1)
        self.lines.addWidget(self._sample)
        self.lines.addWidget(self._estimate)
        self.lines.addWidget(FormField(self.tr("&Repeats"), self.prior, self.tr("A repeat cites an earlier finding.")))
        self.lines.addWidget(
            FormField(self.tr("O&wner"), self.owner, self.tr("Who has to act; somebody else verifies."))
        )

    def _keep(self) -> None:
        title = self.title.text().strip()
        self._title_field.show_error("" if title else self.tr("A finding needs a title."))
        amounts = self._amounts()
        if not title or amounts is None:
            return
        says: dict[str, Any] = {name: field.toPlainText().strip() for name, field in self.texts.items()}
        estimate = self.estimate.toPlainText().strip()
        if amounts["questioned_likely"] is not None and not estimate:
            self._estimate.show_error(self.tr("Say from which sample or records, and by which method."))
            return
        code = self.prior.currentData() or ""
        says |= {"figures": self._figures}
        says |= {"title": title, "severity": self.severity.currentData(), "text": estimate, **amounts}
        says |= {"repeat": bool(code), "prior_code": code} if code or self.prior.property("was") else {}
        says |= {"objective": self.objective.currentData() or "", "owner": self.owner.text().strip()}
        self.kept.emit(says)

    def _take_over(self) -> None:
        """Write what the chosen sample says into the fields; a sample that says nothing yet says so."""
        code = self.sample.currentData()
        if not code or self._take is None:
            return
        try:
            says = self._take(code)
        except Refused as refusal:
            self._sample.show_error(refusal.sentence)
            return
        self._sample.show_error("")
        self._currency = says["currency"]
        self.known.set_amount(says["questioned_known"], self._currency)
        self.likely.set_amount(says["questioned_likely"], self._currency)
        self.estimate.setPlainText(says["text"])
        self._figures = says["figures"]

    def _amounts(self) -> dict[str, Decimal | str | None] | None:
        """The questioned costs with their currency; None where one is no amount, which its field then says."""
        read: dict[str, Decimal | str | None] = {}
        for name, field in (("questioned_known", self._known), ("questioned_likely", self._likely)):
            control = field.control
            assert isinstance(control, AmountField)
            try:
                read[name] = control.amount()
            except ValueError as error:
                field.show_error(str(error))
                return None
        return {**read, "currency": self._currency}


def _objectives(objectives: Sequence[Objective], chosen: str, nothing: str) -> QComboBox:
    box = QComboBox()
    box.addItem(nothing, "")
    for one in objectives:
        box.addItem(f"{one.code}  {one.text}", one.code)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    _keep_narrow(box)
    return box


def _prior(prior: Sequence[tuple[str, str]], said: Finding, nothing: str) -> QComboBox:
    box = QComboBox()
    box.addItem(nothing, "")
    known = dict(prior)
    if said.prior_code:
        known.setdefault(said.prior_code, "")
    for code, title in known.items():
        box.addItem(f"{code}  {title}".rstrip(), code)
    box.setCurrentIndex(max(0, box.findData(said.prior_code)))
    box.setProperty("was", bool(said.repeat))
    _keep_narrow(box)
    return box


def _samples(codes: Sequence[str], nothing: str) -> QComboBox:
    box = QComboBox()
    box.addItem(nothing, "")
    for code in codes:
        box.addItem(code, code)
    return box


def _keep_narrow(box: QComboBox) -> None:
    """A long entry does not make the form wider than its half."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
