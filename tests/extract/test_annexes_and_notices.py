"""A list behind a notice is its annex, unless it has days of its own: then it is the next notice."""

from __future__ import annotations

from tests.extract.pages import Right, Table, Title, page

UNIT = "汾州样本学校"
FORM = page(Title("专业技术职务任职资格评审表"), Table([["姓名", "张三", "工作单位", UNIT]]))
NOTICE = page(
    Title("关于职称评审条件和程序的公示"),
    "全体教职工：",
    "根据有关规定，现将2025年职称评审条件、评审程序予以公示，附申报人员名单。",
    "公示时间：2025年4月7日至2025年4月14日",
    Right(UNIT),
    Right("2025年4月7日"),
    number=2,
)
PEOPLE = Table([["序号", "姓名", "申报职称"], ["1", "张三", "高级教师"]])


def notices(record):
    return [one for one in record.documents if one.kind == "publicity_notice"]


def test_a_notice_headed_as_an_annex_keeps_its_own_days(dossier):
    second = page(
        "附件2",
        Title("申报人员公示名单"),
        "现将申报人张三同志的个人申报材料予以公示。",
        PEOPLE,
        "公示时间：2025年4月15日至2025年4月22日",
        Right(UNIT),
        Right("2025年4月15日"),
        number=3,
    )
    read = [(one.get("period").value.start, one.get("date").value) for one in notices(dossier(FORM, NOTICE, second))]
    assert read == [("2025-04-07", "2025-04-07"), ("2025-04-15", "2025-04-15")]


def test_a_list_without_days_is_an_annex_of_the_notice_before_it(dossier):
    (notice,) = notices(dossier(FORM, NOTICE, page("附件2", Title("申报人员公示名单"), PEOPLE, number=3)))
    assert [one["name"] for one in notice.get("applicants").value] == ["张三"]
