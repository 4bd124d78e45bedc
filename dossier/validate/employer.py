"""Whose unit the employer is, and whether its people are reviewed by commission (560-6)."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Value
from dossier.validate.case import Case

_AWAY = ("central", "other_province")
_OF_THE_STATE = ("public_institution", "state_owned")
_PRIVATE = ("private", "foreign_invested")
_NAMES = {"central": "中央驻晋单位", "other_province": "外省驻晋单位", "local": "本省单位"}


@dataclass(frozen=True)
class Employer:
    """Affiliation and ownership as codes, `unknown` where not shown, and the values they rest on."""

    affiliation: str
    ownership: str
    values: tuple[Value, ...]

    @property
    def away(self) -> bool | None:
        """Whether it belongs to the centre or another province; None where unknown."""
        return None if self.affiliation == "unknown" else self.affiliation in _AWAY

    @property
    def of_the_state(self) -> bool | None:
        """Whether it is a public institution or a state-owned enterprise; None where unknown."""
        return None if self.ownership == "unknown" else self.ownership in _OF_THE_STATE

    @property
    def private(self) -> bool | None:
        """Whether it is private or foreign-invested; None where unknown."""
        return None if self.ownership == "unknown" else self.ownership in _PRIVATE

    @property
    def commissions(self) -> bool | None:
        """Whether its people may be reviewed by commission; None while either code that decides is unknown."""
        if self.away is False or self.of_the_state is False:
            return False
        return None if self.away is None or self.of_the_state is None else True

    @property
    def name(self) -> str:
        return _NAMES.get(self.affiliation, "隶属关系不明的单位")

    @property
    def unclear(self) -> str:
        """What is not shown, in words."""
        shown = (("隶属关系", self.affiliation), ("单位性质", self.ownership))
        return "和".join(name for name, code in shown if code == "unknown")


def employer_of(case: Case) -> Employer:
    affiliation, ownership = case.applicant("employer_affiliation"), case.applicant("employer_ownership")
    codes = [str(v.value) if v is not None and v.known else "unknown" for v in (affiliation, ownership)]
    return Employer(codes[0], codes[1], tuple(v for v in (affiliation, ownership) if v is not None and v.file))
