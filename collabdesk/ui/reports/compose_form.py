"""What a report is to be: of what, which one, as of when, of which audit, in which language, to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from collabdesk.domain.organisations import LANGUAGES
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.texts import date_text
from collabdesk.ui.widgets import FormField
from collabdesk.ui.widgets.day import DayField
from collabdesk.ui.widgets.subject import SubjectField

if TYPE_CHECKING:
    from collabdesk.domain.audits import Audit
    from collabdesk.domain.projects import Project
    from collabdesk.usecases.own_outlines import Choice
    from collabdesk.usecases.workspace import Workspace

translate = QCoreApplication.translate
_PROJECT, _PORTFOLIO, _PARTNER = "project", "portfolio", "partner"
_LANGUAGES = {
    "en": QT_TRANSLATE_NOOP("Languages", "English"), "de": QT_TRANSLATE_NOOP("Languages", "German"),
    "fr": QT_TRANSLATE_NOOP("Languages", "French"), "es": QT_TRANSLATE_NOOP("Languages", "Spanish"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asked to see."""

    project_code: str | None
    audit_id: int | None
    outline: str
    as_of: date
    addressee: str
    partner: str = ""
    language: str = ""

    def words(self) -> dict[str, Any]:
        """As `compose` and `issue` take it."""
        return {
            "project_code": self.project_code,
            "audit_id": self.audit_id,
            "outline": self.outline,
            "as_of": self.as_of,
            "addressee": self.addressee,
            "partner": self.partner,
            "language": self.language,
        }


class LanguageField(QComboBox):
    """One of the languages that reports are written in; the first entry leaves it to somebody else."""

    def __init__(self, first: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem(first, "")
        for key in LANGUAGES:
            self.addItem(translate("Languages", str(_LANGUAGES[key])), key)

    @property
    def language(self) -> str:
        """The chosen language, "" for the first entry."""
        return str(self.currentData())

    @language.setter
    def language(self, key: str) -> None:
        self.setCurrentIndex(max(0, self.findData(key)))


class ComposeForm(QWidget):
    """`changed` tells that the person chose something; filling the form is no choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._choices: list[Choice] = []
        self._made_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        self.partner_field = FormField(self.tr("&Partner"), self.partner)
        self.audit_field = FormField(self.tr("A&udit"), self.audit)
        for field in (
            FormField(self.tr("&Of"), self.subject),
            FormField(self.tr("&Report"), self.outline),
            self.partner_field,
            FormField(self.tr("&As of"), self.as_of),
            self.audit_field,
            FormField(self.tr("&Language"), self.language),
            FormField(self.tr("A&ddressee"), self.addressee),
        ):
            column.addWidget(field)

    def fill(
        self, workspace: Workspace, project_id: int | None, audit_id: int | None, as_of: date, *, outline: str = "",
        language: str = "", partner: str = "", addressee: str = "",
    ) -> None:  # fmt: skip
        """Offer what there is, with these chosen."""
        from collabdesk.usecases import own_outlines  # comes with the database's library

        self._workspace = workspace
        self._choices = own_outlines.choices(workspace)
        self.subject.fill(workspace, project_id)
        self.as_of.day = as_of
        self.language.language = language
        self.addressee.setText(addressee)
        self._offer_outlines(outline)
        self._offer_audits(audit_id)
        self._offer_partners(partner)

    def refresh_outlines(self) -> None:
        """Offer the outlines as they are now; the chosen one stays where it is still there."""
        if self._workspace is None:
            return
        from collabdesk.usecases import own_outlines

        self._choices = own_outlines.choices(self._workspace)
        self._offer_outlines(str(self.outline.currentData() or ""))

    def wish(self) -> Wish:
        """What the form says now."""
        is_partner = self._of() == (_PARTNER,)
        return Wish(
            self.subject.project_code,
            self.audit.currentData(),
            self.outline.currentData(),
            self.as_of.day,
            self.addressee.text().strip(),
            str(self.partner.currentData() or "") if is_partner else "",
            self.language.language,
        )

    def _made_fields(self) -> None:
        self.subject = SubjectField()
        self.subject.setMinimumContentsLength(12)
        self.outline, self.partner, self.audit = QComboBox(), QComboBox(), QComboBox()
        for box in (self.outline, self.partner, self.audit):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        self.as_of = DayField()
        self.language = LanguageField(self.tr("The organisation’s"))
        self.addressee = QLineEdit()
        self.addressee.setPlaceholderText(self.tr("The review board"))
        self.subject.activated.connect(lambda _: self._other_subject())
        self.outline.activated.connect(lambda _: self._other_outline())
        self.as_of.dateChanged.connect(lambda _: self._other_day())
        for box in (self.partner, self.audit, self.language):
            box.activated.connect(lambda _: self.changed.emit())
        self.addressee.editingFinished.connect(self.changed)

    def _offer_outlines(self, wanted: str) -> None:
        """Those that this subject can have."""
        fitting = (_PROJECT, _PARTNER) if self.subject.project_id else (_PORTFOLIO,)
        self.outline.clear()
        for one in self._choices:
            if set(one.of) & set(fitting):
                self.outline.addItem(one.title, one.name)
                self.outline.setItemData(self.outline.count() - 1, one.of, _OF)
        usual = "performance_audit" if self.subject.project_id else "portfolio_audit"
        found = self.outline.findData(wanted)
        self.outline.setCurrentIndex(found if found >= 0 else max(0, self.outline.findData(usual)))
        self._show_partner()

    def _of(self) -> tuple[str, ...]:
        return tuple(self.outline.currentData(_OF) or ())

    def _show_partner(self) -> None:
        self.partner_field.setVisible(self._of() == (_PARTNER,))

    def _offer_audits(self, audit_id: int | None) -> None:
        self.audit.clear()
        self.audit.addItem(self.tr("The latest up to that day"), None)
        if self._workspace is None:
            return
        found = cast("list[Audit]", self._workspace.find("audit", project_id=self.subject.project_id))
        for one in sorted(found, key=lambda a: (a.as_of or "", a.id or 0), reverse=True):
            day = date_text(one.as_of) if one.as_of else ""
            self.audit.addItem(", ".join(w for w in (one.title, day) if w), one.id)
        self.audit.setCurrentIndex(max(0, self.audit.findData(audit_id)))
        self.audit_field.setVisible(self.audit.count() > 1)

    def _offer_partners(self, wanted: str) -> None:
        self.partner.clear()
        project = self.subject.project_id
        if self._workspace is None or project is None:
            return
        from collabdesk.usecases.report_parts.partner import partners_of

        there = cast("Project", self._workspace.get("project", project))
        for one in partners_of(self._workspace, there):
            name = f"{one.short_name} – {one.name}" if one.short_name else one.name
            self.partner.addItem(name, f"#{one.id}")
        self.partner.setCurrentIndex(max(0, self.partner.findData(wanted)))

    def _other_subject(self) -> None:
        # An audit that was asked for belongs to its own subject and day only.
        self._offer_outlines(str(self.outline.currentData() or ""))
        self._offer_audits(None)
        self._offer_partners("")
        self.changed.emit()

    def _other_outline(self) -> None:
        self._show_partner()
        self.changed.emit()

    def _other_day(self) -> None:
        self.audit.setCurrentIndex(0)
        self.changed.emit()


_OF = 0x0101  # Qt.ItemDataRole.UserRole + 1: what the report can be of
