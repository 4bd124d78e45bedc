"""What people get to see of a judgement: report.json, report.html, the cover sheet, the list on the terminal."""

from dossier.report.build import build_report
from dossier.report.cover_docx import cover_docx
from dossier.report.crops import Picture
from dossier.report.digest import to_json, verify, verify_number
from dossier.report.files import ReportFiles, write_reports
from dossier.report.html import report_html
from dossier.report.privacy import mask_text, original_names
from dossier.report.terminal import terminal_lines
from dossier.report.typeset import cover_pdf, cover_png

__all__ = [
    "Picture",
    "ReportFiles",
    "build_report",
    "cover_docx",
    "cover_pdf",
    "cover_png",
    "mask_text",
    "original_names",
    "report_html",
    "terminal_lines",
    "to_json",
    "verify",
    "verify_number",
    "write_reports",
]
