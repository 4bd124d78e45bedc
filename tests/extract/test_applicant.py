"""The applicant as several papers show them."""

from __future__ import annotations

import pytest

from dossier.extract.applicant import applicant_of
from tests.validate.record_builder import document


@pytest.mark.parametrize(
    ("form", "card", "name"),
    [
        ("卓玛", "卓玛·央金", "卓玛·央金"),
        ("卓玛·央金", "卓玛", "卓玛·央金"),
        ("卓玛", "拉姆·央金", "卓玛"),
        ("石敬安", "石敬", "石敬安"),
    ],
)
def test_a_part_of_a_name_gives_way_to_the_whole_one_of_the_card(form, card, name, policy):
    papers = (document("d1", "review_form", {"name": form}), document("d2", "id_card", {"name": card}))
    assert applicant_of(papers, {}, policy)["name"].value == name
