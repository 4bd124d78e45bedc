"""All rules, in the order of the catalogue."""

from __future__ import annotations

from dossier.validate import (
    commission,
    commission_letter,
    consistency,
    digital,
    files,
    green_channel,
    green_channel_career,
    identity,
    nomination,
    nomination_letter,
    publicity_evidence,
    publicity_items,
    publicity_period,
    publicity_place,
    publicity_result,
    publicity_seal,
)
from dossier.validate.rule import Rule

RULES: tuple[Rule, ...] = (
    *publicity_items.RULES,
    *publicity_period.RULES,
    *publicity_place.RULES,
    *publicity_result.RULES,
    *publicity_seal.RULES,
    *publicity_evidence.RULES,
    *identity.RULES,
    *consistency.RULES,
    *nomination.RULES,
    *nomination_letter.RULES,
    *green_channel.RULES,
    *green_channel_career.RULES,
    *digital.RULES,
    *commission.RULES,
    *commission_letter.RULES,
    *files.RULES,
)
