"""The status of one project for its board: two pages, without cover and annex."""

from collabdesk.reporting.outlining import Outline

OUTLINE = Outline("project_status", "Project status", ("status_now", "status_ahead"), pages=2)
