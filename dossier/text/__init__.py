"""Reading Chinese office text: spelling, dates, periods, numbers, organisations, identity numbers. No I/O, no clock."""

from dossier.text.agreement import Agreement, agreement
from dossier.text.conclusions import is_found_untrue
from dossier.text.dates import find_dates, parse_date, parse_month
from dossier.text.education import degree_level, education_level
from dossier.text.identity import check_character, id_number_facts, id_number_problem, mask_id
from dossier.text.misread import READ_AS, SURNAMES_ALIKE
from dossier.text.normalise import HAN, is_rare, normalise, squeeze
from dossier.text.numbers import chinese_number
from dossier.text.organisations import BRANCH, TELLING, a_letter_apart, fold_org, is_enterprise, same_org, tells_apart
from dossier.text.periods import find_periods, parse_open_period, parse_period
from dossier.text.retirement import retirement_month
from dossier.text.serials import (
    cn_serial_problem,
    is_foreign_patent_number,
    is_patent_number,
    issn_problem,
    patent_number_problem,
)
from dossier.text.spans import Span, full_years, span, years_earlier, years_until

__all__ = [
    "BRANCH",
    "HAN",
    "READ_AS",
    "SURNAMES_ALIKE",
    "TELLING",
    "Agreement",
    "Span",
    "a_letter_apart",
    "agreement",
    "check_character",
    "chinese_number",
    "cn_serial_problem",
    "degree_level",
    "education_level",
    "find_dates",
    "find_periods",
    "fold_org",
    "full_years",
    "id_number_facts",
    "id_number_problem",
    "is_enterprise",
    "is_foreign_patent_number",
    "is_found_untrue",
    "is_patent_number",
    "is_rare",
    "issn_problem",
    "mask_id",
    "normalise",
    "parse_date",
    "parse_month",
    "parse_open_period",
    "parse_period",
    "patent_number_problem",
    "retirement_month",
    "same_org",
    "span",
    "squeeze",
    "tells_apart",
    "years_earlier",
    "years_until",
]
