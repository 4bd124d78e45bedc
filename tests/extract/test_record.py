"""The whole record: publicity events, the applicant, what is applied for, units put right, pages and files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.extract import Statement
from dossier.model import Box, Period, Quality
from dossier.model.wire import record_from_json, record_to_json
from dossier.policy.checks import validate_record_json
from dossier.text import check_character
from tests.extract.pages import Right, Table, Title, page, seal

UNIT = "山西晋原勘察设计有限公司"
NUMBER = "14990019860315123"
NUMBER += check_character(NUMBER)
CONDITIONS, MATERIALS, OPINION = "评审条件和程序", "个人申报材料", "单位鉴定意见"
CODES = {CONDITIONS: "conditions_and_procedure", MATERIALS: "application_materials", OPINION: "unit_opinion"}


def form(title: str = "专业技术职务任职资格评审表", file: str = "01评审表.pdf", **cells: str):
    rows = {"姓名": "张三", "性别": "男", "工作单位": UNIT, "身份证号": NUMBER} | cells
    return page(Title(title), Table(list(rows.items()), widths=[90, 365]), file=file)


def card(file: str = "02身份证.jpg"):
    front = ("姓名 张三", "性别 男 民族 汉", "出生 1986年3月15日", "住址 某省某市某区某路1号", f"公民身份号码 {NUMBER}")
    return page(*front, "签发机关 某市公安局", "有效期限 2015.03.02-2035.03.02", file=file)


def notice(*items: str, start: int = 4, end: int = 8, file: str = "03公示.pdf"):
    return page(
        Title("公示"),
        f"现将张三同志申报高级工程师的{'、'.join(items)}在单位公告栏予以公示。",
        f"公示时间：2025年8月{start}日至2025年8月{end}日",
        Right(UNIT),
        Right(f"2025年8月{start}日"),
        file=file,
    )


def result(*items: str, start: int = 4, end: int = 8, file: str = "04证明.pdf", outcome: str = "未收到异议"):
    period = f"2025年8月{start}日至8月{end}日"
    body = f"我单位于{period}对张三同志申报高级工程师的{'、'.join(items)}进行了公示，公示期间{outcome}。"
    signed = (Right(UNIT), Right(f"2025年8月{end + 3}日"))
    return page(Title("公示情况证明"), body, *signed, file=file, seals=(seal(450, 200, UNIT),))


def photo(*items: str, start: int = 4, end: int = 8, file: str = "05照片.jpg"):
    shown = notice(*items, start=start, end=end)
    texts = [line.text for line in shown.lines]
    return page(*texts, "公示栏照片", file=file)


def test_notice_photograph_and_result_are_one_event(dossier):
    every = (CONDITIONS, MATERIALS, OPINION)
    (event,) = dossier(notice(*every), result(*every), photo(*every)).publicity
    assert event["documents"] == ["d01", "d02", "d03"]
    assert event["items"].value == list(CODES.values())
    assert event["period"].value == Period("2025-08-04", "2025-08-08")
    assert (event["outcome"].value, event["sealed"].value, event["seal_text"].value) == ("no_objection", True, UNIT)
    assert event["applicants"].value == [{"name": "张三", "title": "高级工程师"}]


def test_three_notices_with_three_results_are_three_events(dossier):
    weeks = {CONDITIONS: (4, 8), MATERIALS: (11, 15), OPINION: (18, 22)}
    pages = [notice(item, start=a, end=b, file=f"n{a}.pdf") for item, (a, b) in weeks.items()]
    pages += [result(item, start=a, end=b, file=f"r{a}.pdf") for item, (a, b) in weeks.items()]
    events = dossier(*pages).publicity
    assert [event["items"].value for event in events] == [[CODES[item]] for item in weeks]
    assert [event["documents"] for event in events] == [["d01", "d04"], ["d02", "d05"], ["d03", "d06"]]
    assert all(event["outcome"].value == "no_objection" for event in events)


def test_one_result_for_several_notices_belongs_to_each(dossier):
    pages = (
        notice(CONDITIONS),
        notice(MATERIALS, start=11, end=15, file="n2.pdf"),
        result(CONDITIONS, MATERIALS, end=15),
    )
    events = dossier(*pages).publicity
    assert [event["documents"] for event in events] == [["d01", "d03"], ["d02", "d03"]]
    assert all(event["outcome"].value == "no_objection" for event in events)


def test_a_result_goes_to_the_publication_of_its_period_where_the_same_was_published_twice(dossier):
    first, again = notice(MATERIALS), notice(MATERIALS, start=18, end=22, file="n2.pdf")
    objection = result(MATERIALS, outcome="收到异议1件", file="r1.pdf")
    events = dossier(first, again, objection, result(MATERIALS, start=18, end=22, file="r2.pdf")).publicity
    assert [event["documents"] for event in events] == [["d01", "d03"], ["d02", "d04"]]
    assert [event["outcome"].value for event in events] == ["objection", "no_objection"]


def test_a_result_is_not_of_other_days_where_a_notice_of_the_same_has_days_that_were_not_read(dossier):
    unread = page(
        Title("公示"),
        f"现将张三同志申报高级工程师的{MATERIALS}在单位公告栏予以公示。",
        "公示时间：2025年8月4日至",
        Right(UNIT),
        Right("2025年8月4日"),
        file="n1.pdf",
    )
    pages = (unread, notice(MATERIALS, start=18, end=22, file="n2.pdf"), result(MATERIALS, file="r1.pdf"))
    events = dossier(*pages).publicity
    assert [event["documents"] for event in events] == [["d01", "d03"], ["d02"]]
    assert events[0]["period"].value == Period("2025-08-04", "2025-08-08")


def test_a_result_with_another_period_still_belongs_to_the_publication_of_its_item(dossier):
    pages = (
        notice(CONDITIONS),
        notice(MATERIALS, start=11, end=15, file="n2.pdf"),
        result(MATERIALS, start=11, end=16),
    )
    assert [event["documents"] for event in dossier(*pages).publicity] == [["d01"], ["d02", "d03"]]


def test_a_photograph_goes_to_the_notice_it_shows(dossier):
    first, second = notice(MATERIALS), notice(OPINION, start=11, end=15, file="n2.pdf")
    events = dossier(first, second, photo(OPINION, start=11, end=15)).publicity
    assert [event["documents"] for event in events] == [["d01"], ["d02", "d03"]]


def test_a_result_without_a_notice_is_an_event_of_its_own(dossier):
    (event,) = dossier(result(MATERIALS)).publicity
    assert (event["items"].value, event["outcome"].value) == (["application_materials"], "no_objection")


def test_a_photograph_without_a_notice_is_an_event_without_an_outcome(dossier):
    (event,) = dossier(photo(MATERIALS)).publicity
    assert "outcome" not in event


def test_a_notice_without_a_result_has_no_outcome_and_no_seal(dossier):
    (event,) = dossier(notice(MATERIALS)).publicity
    assert not {"outcome", "sealed", "seal_text"} & set(event)


def test_an_item_that_only_notice_or_result_names_is_held_in_doubt(dossier):
    (event,) = dossier(notice(MATERIALS, OPINION), result(MATERIALS)).publicity
    assert event["items"].value == ["application_materials", "unit_opinion"]
    assert event["items"].confidence == 0.6


def test_one_result_for_three_notices_of_the_same_days_belongs_to_each(dossier):
    items = (CONDITIONS, MATERIALS, OPINION)
    pages = [notice(item, file=f"n{at}.pdf") for at, item in enumerate(items)]
    events = dossier(*pages, result(*items)).publicity
    assert [event["documents"] for event in events] == [["d01", "d04"], ["d02", "d04"], ["d03", "d04"]]


def test_everybody_a_shared_notice_names_is_an_applicant_of_the_event(dossier):
    shown = page(
        Title("公示"),
        f"现将张三、李四、王五等3名同志申报高级工程师的{MATERIALS}在单位公告栏予以公示。",
        "公示时间：2025年8月4日至2025年8月8日",
        Right(UNIT),
        Right("2025年8月4日"),
        file="n.pdf",
    )
    (event,) = dossier(form(), shown, result(MATERIALS)).publicity
    assert [one["name"] for one in event["applicants"].value] == ["张三", "李四", "王五"]


def test_where_the_names_are_in_an_annex_the_result_says_whom_the_event_is_about(dossier):
    shown = page(
        Title("公示"),
        f"现将申报人员的{MATERIALS}在单位公告栏予以公示，名单附后。",
        "公示时间：2025年8月4日至2025年8月8日",
        "附件：申报人员名单",
        Right(UNIT),
        Right("2025年8月4日"),
        file="n.pdf",
    )
    (event,) = dossier(shown, result(MATERIALS)).publicity
    assert event["applicants"].value == [{"name": "张三", "title": "高级工程师"}]


def test_a_failed_publication_without_a_result_does_not_take_that_of_its_repetition(dossier):
    first, again = notice(MATERIALS), notice(MATERIALS, start=18, end=22, file="n2.pdf")
    events = dossier(first, again, result(MATERIALS, start=18, end=22)).publicity
    assert [event["documents"] for event in events] == [["d01"], ["d02", "d03"]]
    assert "outcome" not in events[0]


def test_a_result_of_other_days_leaves_the_outcome_in_doubt(dossier):
    (event,) = dossier(notice(MATERIALS), result(MATERIALS, start=18, end=22)).publicity
    assert (event["outcome"].value, event["outcome"].confidence) == ("no_objection", 0.6)


def test_a_photograph_whose_days_were_misread_goes_to_the_only_notice_of_its_items(dossier):
    first, second = notice(MATERIALS), notice(OPINION, start=11, end=15, file="n2.pdf")
    events = dossier(first, second, photo(OPINION, start=12, end=15)).publicity
    assert [event["documents"] for event in events] == [["d01"], ["d02", "d03"]]


def test_items_on_which_both_agree_are_sure(dossier):
    (event,) = dossier(notice(MATERIALS), result(MATERIALS)).publicity
    assert event["items"].confidence > 0.9


def test_a_dossier_without_publications_has_no_events(dossier):
    assert dossier(form(), card()).publicity == ()


def test_series_and_level_follow_from_the_title(dossier):
    application = dossier(form(申报职称="高级工程师")).application
    found = (application.title.value, application.series.value, application.level.value)
    assert found == ("高级工程师", "engineering", "associate_senior")
    assert application.series.method == "derived"


def test_a_title_of_two_series_needs_the_series_on_the_form(dossier, policy):
    shared = next(
        t
        for one in policy.series.values()
        for level in one.titles.values()
        for t in level or ()
        if len({c for c, _ in policy.find_title(t)}) > 1
    )
    assert dossier(form(申报职称=shared)).application.series is None


def test_the_series_printed_on_the_form_is_read(dossier):
    application = dossier(form(申报系列="工程系列", 申报职称="高级工程师")).application
    assert (application.series.value, application.series.method) == ("engineering", "ocr")


def test_what_the_upload_states_goes_before_the_form(dossier):
    statement = Statement("2025-08-29", "economics", "经济师", "金融", "exceptional", "某评委会")
    application = dossier(form(申报职称="高级工程师"), statement=statement).application
    assert application.submitted == "2025-08-29"
    stated = [application.series, application.title, application.specialty, application.route, application.committee]
    assert [value.value for value in stated] == ["economics", "经济师", "金融", ["exceptional"], "某评委会"]
    assert {value.method for value in stated} == {"stated"}
    assert application.level.value == "intermediate"


@pytest.mark.parametrize(
    ("written", "route"),
    [
        ("正常申报", ["ordinary"]),
        ("破格申报", ["exceptional"]),
        ("☑正常申报 □破格申报", ["ordinary"]),
        ("□正常申报 ☑破格申报", ["exceptional"]),
        ("□正常晋升 □破格 ☑转评", ["conversion"]),
        ("企业举荐", ["recommendation"]),
        ("企业举荐、委托评审", ["recommendation", "commissioned"]),
        ("□正常申报 ☑破格申报 □企业举荐 ☑委托评审", ["exceptional", "commissioned"]),
        ("☑企业举荐 □高校选派入企工科教师 □同级转评", ["recommendation"]),
        ("正常申报（委托评审）", ["commissioned"]),
        ("企业举荐直接申报", ["recommendation"]),
        ("博士后初定中级", ["postdoc"]),
        ("正常申报（非破格）", ["ordinary"]),
    ],
)
def test_the_route_is_the_one_written_or_ticked(dossier, written, route):
    assert dossier(form(申报类型=written)).application.route.value == route


def test_a_route_of_unknown_words_is_left_out(dossier):
    assert dossier(form(申报类型="其他方式")).application.route is None


def test_an_initial_form_is_the_route_of_initial_appointment(dossier):
    application = dossier(form("专业技术职务任职资格初定表")).application
    assert (application.route.value, application.route.method) == (["initial"], "derived")


def test_the_applicant_is_read_from_form_and_card(dossier):
    applicant = dossier(form(联系电话="13903510000"), card()).applicant
    expected = {"name": "张三", "id_number": NUMBER, "sex": "男", "employer": UNIT, "origin": "mainland"}
    assert {name: applicant[name].value for name in expected} == expected
    assert applicant["birth_date"].value == "1986-03-15"
    assert applicant["phone"].value == "13903510000"


def test_the_number_of_the_card_goes_before_that_of_the_form(dossier):
    other = "14990019900101001"
    applicant = dossier(form(身份证号=other + check_character(other)), card()).applicant
    assert applicant["id_number"].value == NUMBER


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("民营企业", "private"),
        ("事业单位", "public_institution"),
        ("国有企业", "state_owned"),
        ("非公有制企业", "private"),
    ],
)
def test_the_kind_of_employer_is_a_code(dossier, written, code):
    assert dossier(form(单位性质=written)).applicant["employer_ownership"].value == code


def test_a_dossier_without_identity_papers_leaves_the_origin_unknown(dossier):
    assert dossier(form()).applicant["origin"].value == "unknown"


def test_a_ring_text_misread_by_a_character_is_the_name_the_form_prints(dossier):
    read = UNIT.replace("勘", "斟")
    shown = page(Title("公示情况证明"), "公示期间未收到异议。", file="4.pdf", seals=(seal(400, 500, read),))
    found = dossier(form(), shown).documents[1].get("seal_text")
    assert (found.value, found.raw) == (UNIT, read)


def test_a_ring_with_an_unclear_letter_is_the_office_that_the_page_prints(dossier):
    ring = seal(
        400, 500, "河东市教盲局", clear="河东市教□局", confidence=0.7, readings=("河东市教盲局", "河东市教育局")
    )
    shown = page(Title("公示情况证明"), "公示期间未收到异议。", "主管部门：河东市教育局", file="4.pdf", seals=(ring,))
    document = dossier(form(), shown).documents[1]
    found = document.get("seal_text")
    assert (found.value, found.raw, found.confidence) == ("河东市教育局", "河东市教盲局", 0.93)
    assert document.seals[0][1].text == "河东市教育局"


def test_a_ring_text_of_another_unit_stays_as_it_is_read(dossier):
    other = "河东某某化工有限责任公司"
    shown = page(Title("公示情况证明"), "公示期间未收到异议。", file="4.pdf", seals=(seal(400, 500, other),))
    assert dossier(form(), shown).documents[1].get("seal_text").value == other


@pytest.mark.parametrize("branch", [f"{UNIT}运城分公司", "山西晋原勘察设计有限公司第二分公司"])
def test_a_branch_is_not_taken_for_its_parent(dossier, branch):
    shown = page(Title("公示情况证明"), "公示期间未收到异议。", file="4.pdf", seals=(seal(400, 500, branch),))
    assert dossier(form(), shown).documents[1].get("seal_text").value == branch


def test_a_parent_is_not_taken_for_its_branch(dossier):
    shown = page(Title("公示情况证明"), "公示期间未收到异议。", file="4.pdf", seals=(seal(400, 500, UNIT),))
    record = dossier(form(工作单位=f"{UNIT}分公司"), shown)
    assert record.documents[1].get("seal_text").value == UNIT


def test_the_second_company_is_not_taken_for_the_first(dossier):
    shown = page(
        Title("公示情况证明"),
        "公示期间未收到异议。",
        file="4.pdf",
        seals=(seal(400, 500, "河东建设集团第二工程有限公司"),),
    )
    record = dossier(form(工作单位="河东建设集团第一工程有限公司"), shown)
    assert record.documents[1].get("seal_text").value == "河东建设集团第二工程有限公司"


def test_a_sister_company_is_not_taken_for_the_employer(dossier):
    sister = UNIT.replace("晋原", "晋源")
    shown = page(Title("公示"), "现予公示。", Right(sister), Right("2025年8月4日"), file="4.pdf")
    assert dossier(form(), shown).documents[1].get("publisher").value == sister


def test_a_unit_whose_first_characters_a_seal_covered_is_completed(dossier):
    shown = page(Title("公示"), "现予公示。", Right(UNIT[2:]), Right("2025年8月4日"), file="4.pdf")
    found = dossier(form(), shown).documents[1].get("publisher")
    assert (found.value, found.raw) == (UNIT, UNIT[2:])
    assert found.confidence <= 0.9


def test_a_signing_unit_that_may_be_the_employer_misread_is_not_sure(dossier):
    shown = notice(MATERIALS)
    lines = tuple(replace(line, text=line.text.replace("勘察", "勘寨")) for line in shown.lines)
    (_, read) = dossier(form(), replace(shown, lines=lines)).documents
    assert (read.fields["publisher"].value, read.fields["publisher"].confidence) == (UNIT.replace("勘察", "勘寨"), 0.8)


def test_a_signing_unit_a_character_off_is_the_employer_where_its_seal_says_so(dossier):
    shown = replace(notice(MATERIALS), seals=(seal(400, 500, UNIT),))
    lines = tuple(replace(line, text=line.text.replace("勘察", "勘寨")) for line in shown.lines)
    (_, read) = dossier(form(), replace(shown, lines=lines)).documents
    assert (read.fields["publisher"].value, read.fields["publisher"].confidence) == (UNIT, 0.9)


def employed(*pledged: str, named: int = 3):
    """A form, `named` yearly assessments that name the employer alike, and pledges that name these."""
    title, years = Title("年度考核登记表"), range(2021, 2021 + named - 1)
    sheets = [
        page(title, Table([["姓名", "张三"], ["工作单位", UNIT], ["考核年度", str(y)]]), file=f"{y}.pdf") for y in years
    ]
    pledges = [
        page(Title("诚信承诺书"), f"工作单位：{unit}", "承诺人：张三", file=f"9{i}.pdf")
        for i, unit in enumerate(pledged)
    ]
    return [form(), *sheets, *pledges]


MISREAD = UNIT.replace("勘", "斟")


def pledged_employers(record):
    return [document.get("employer") for document in record.documents if document.kind == "pledge"]


def test_a_unit_that_many_papers_name_alike_is_meant_where_one_letter_is_read_otherwise_once(dossier):
    (found,) = pledged_employers(dossier(*employed(MISREAD)))
    assert (found.value, found.confidence <= 0.9) == (UNIT, True)
    assert MISREAD in found.raw


@pytest.mark.parametrize(
    "pages",
    [employed(MISREAD, named=2), employed(MISREAD, MISREAD), employed(UNIT.replace("勘察", "斟寨"))],
    ids=["few papers name the unit", "the other name stands twice", "two letters differ"],
)
def test_a_name_a_letter_apart_stays_as_it_is_read_without_proof(dossier, pages):
    assert UNIT not in [found.value for found in pledged_employers(dossier(*pages))]


def test_a_name_a_letter_apart_that_a_seal_bears_too_is_another_unit(dossier):
    *rest, pledge = employed(MISREAD)
    sealed = replace(pledge, seals=(seal(400, 500, MISREAD, confidence=0.7),))
    (found,) = pledged_employers(dossier(*rest, sealed))
    assert found.value == MISREAD


def test_a_letter_that_a_seal_hardly_shows_makes_no_second_unit(dossier):
    *rest, pledge = employed(MISREAD)
    unclear = MISREAD.replace("斟", "□")
    sealed = replace(pledge, seals=(seal(400, 500, MISREAD, confidence=0.7, clear=unclear),))
    (found,) = pledged_employers(dossier(*rest, sealed))
    assert found.value == UNIT


@pytest.mark.parametrize(("true", "put_right"), [("浍水县人民医院", True), ("汾水县人民医院", False)])
def test_a_rare_letter_that_seals_have_is_meant_however_often_a_common_one_is_read(dossier, true, put_right):
    read = "绘水县人民医院"
    pledges = [page(Title("诚信承诺书"), f"工作单位：{read}", "承诺人：张三", file=f"{i}.pdf") for i in (1, 2)]
    notices = [page(Title("公示"), "现予公示。", Right(true), Right("2025年8月4日"), file=f"{i}.pdf") for i in (3, 4)]
    sealed = [replace(one, seals=(seal(400, 500, true),)) for one in notices]
    found = pledged_employers(dossier(*pledges, *sealed))
    assert [one.value for one in found] == [true if put_right else read] * 2


def test_a_name_that_the_file_has_as_text_is_never_misread(dossier):
    *rest, pledge = employed(MISREAD)
    typed = replace(pledge, method="text", lines=tuple(replace(line, method="text") for line in pledge.lines))
    (found,) = pledged_employers(dossier(*rest, typed))
    assert found.value == MISREAD


def test_a_sister_unit_with_another_number_is_not_taken_for_one_misread(dossier):
    first, second = "河东建设集团第一工程有限公司", "河东建设集团第二工程有限公司"
    pages = [
        replace(
            one, lines=tuple(replace(x, text=x.text.replace(UNIT, first).replace(MISREAD, second)) for x in one.lines)
        )
        for one in employed(MISREAD)
    ]
    assert [found.value for found in pledged_employers(dossier(*pages))] == [second]


def test_an_applicant_whom_another_page_spells_with_a_rare_character_is_not_sure(dossier):
    def naming(name: str, file: str):
        shown = notice(MATERIALS, file=file)
        return replace(shown, lines=tuple(replace(x, text=x.text.replace("张三", name)) for x in shown.lines))

    rare, common = dossier(naming("张赟", "n1.pdf"), naming("张赞", "n2.pdf")).documents
    assert common.fields["applicants"].confidence == 0.8
    assert rare.fields["applicants"].confidence > 0.9


def test_a_name_known_from_the_form_is_found_in_prose(dossier):
    rare = form(姓名="亓官明")
    record = dossier(rare, page(Title("公示"), "现将亓官明申报高级工程师一事予以公示。", file="4.pdf"))
    assert record.documents[1].get("applicants").value[0]["name"] == "亓官明"


def test_documents_are_numbered_in_the_order_of_the_dossier(dossier):
    record = dossier(notice(MATERIALS), form(), card())
    assert [(document.id, document.kind) for document in record.documents] == [
        ("d01", "publicity_notice"),
        ("d02", "review_form"),
        ("d03", "id_card"),
    ]


def test_every_page_is_kept_with_what_it_is_worth(dossier):
    poor = page("看不清", file="9.jpg", quality=Quality(dpi=60.0, problem="图像模糊"), orientation=90)
    summary = dossier(form(), poor).pages[1]
    assert (summary.file, summary.orientation, summary.quality.problem) == ("9.jpg", 90, "图像模糊")


def test_every_file_is_kept_with_the_number_of_its_pages(dossier):
    record = dossier(form(), page(Table([["学历", "大学本科"]]), file="01评审表.pdf", number=2), card())
    assert [(row["name"], row["pages"]) for row in record.files] == [("01评审表.pdf", 2), ("02身份证.jpg", 1)]


def test_a_record_is_valid_and_comes_back_from_json_the_same(dossier):
    record = dossier(
        form(申报职称="高级工程师", 申报类型="正常申报"), card(), notice(MATERIALS), result(MATERIALS), photo(MATERIALS)
    )
    written = record_to_json(record)
    assert validate_record_json(written) == []
    assert record_to_json(record_from_json(written)) == written


def test_what_the_qr_codes_of_a_document_say_is_kept(dossier):
    code = ("https://example.invalid/AB12", Box(460, 700, 520, 760))
    record = dossier(replace(card(), qr=(code,)))
    assert [document.qr for document in record.documents] == [("https://example.invalid/AB12",)]
    assert record_from_json(record_to_json(record)).documents == record.documents
