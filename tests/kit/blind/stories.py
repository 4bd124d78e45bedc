"""Twelve dossiers: who, which designs, how sent, what is wrong. An entry is read from top to bottom as the pile of paper."""

from types import SimpleNamespace


def event(start, end, days, posted, closed, where, venue, by, people, items="CMO", **more):
    facts = dict(phone="0349-5550136", office="人力资源部", number="潞矿机发〔2025〕41号", met=posted)
    return SimpleNamespace(**(facts | dict(start=start, end=end, days=days, posted=posted, closed=closed, where=where, venue=venue, by=by, people=people, items=items) | more))


BOARD, INNER, OTHER = ["conspicuous_place"], ["internal_website"], ["other"]
KILN, MINE, DESIGN = "潞川恒窑陶瓷科技有限公司", "潞川矿山机械集团有限公司", "恒汾筑境建筑设计有限公司"
SCHOOL, HOSPITAL, FARM, SURVEY = "沁岚县迎曦小学", "云壑县中医医院", "沁岚县农业技术推广中心", "潞川市勘察测绘院"
TEAM = [("木拉提·艾山江", "副主任医师"), ("冀云舒", "副主任护师")]
CROPS = [("皇甫稷安", "高级农艺师"), ("牧青禾", "农艺师"), ("乔麦生", "高级农艺师"), ("田小满", "农艺师")]

STORIES = [
    dict(name="01-kiln", person="kiln", strength="office", packed="zip", submitted="2025-08-20", verdict=["accept"], must=[],
         events=[event("2025-08-04", "2025-08-11", 6, "2025-08-04", "2025-08-12", "公司办公楼一楼公告栏", BOARD, KILN, [("韦砚池", "工程师")])],
         pile=["catalogue", "review_form ruled", "id_card beside", "diploma", "notice letter 0", "photo cork 0", "result plain 0", "employment_contract"]),
    dict(name="02-school", person="school", strength="office", packed="merged", submitted="2025-08-15", verdict=["accept"], must=[], form_title="中小学教师专业技术职务任职资格评审表", quarter={6: 1},
         events=[event("2025-06-26", "2025-07-02", 5, "2025-06-26", "2025-07-03", "学校教学楼门厅公示栏", BOARD, SCHOOL, [("沙映霜", "一级教师")], "CM", office="学校党支部", phone="5550271"),
                 event("2025-07-03", "2025-07-09", 5, "2025-07-03", "2025-07-10", "校务公开栏", BOARD, SCHOOL, [("沙映霜", "一级教师")], "O", office="学校工会", phone="5550272")],
         pile=["review_form upright", "id_card stacked", "notice numerals 0", "photo wall 0 2025/06/26 16:42", "result short 0", "minutes", "notice counted 1", "photo cork 1 2025/07/03 08:15", "result short 1", "award"]),
    dict(name="03-hospital", person="hospital", strength="photo", packed="photos", submitted="2025-08-18", verdict=["accept"], must=[],
         events=[event("2025-07-14", "2025-07-18", 5, "2025-07-14", "2025-07-21", "门诊大厅公示栏", BOARD, HOSPITAL, [], "C", office="医院人事科"),
                 event("2025-07-14", "2025-07-21", 6, "2025-07-14", "2025-07-22", "门诊大厅公示栏", BOARD, HOSPITAL, TEAM, "CMO", office="医院人事科、监察室", met="2025-07-09")],
         pile=["review_form underlined", "id_card table", "notice meeting 1", "photo glass 1 2025-07-15 10:07", "result account 1", "opinion form", "title_certificate"]),
    dict(name="04-mine", person="mine", strength="clean", packed="folder", submitted="2025-08-27", verdict=["reject"], must=["PUB-04", "PUB-11"], seal=dict(style="twice"),
         events=[event("2025-08-12", "2025-08-15", 4, "2025-08-11", "2025-08-14", "集团公司OA办公系统", INNER, MINE, [("奚若澜", "高级工程师")])],
         pile=["review_form printout", "id_card pages", "notice redhead 0", "photo browser 0", "result form 0", "opinion red", "blank", "diploma"]),
    dict(name="05-design", person="design", strength="fax", packed="zip", submitted="2025-08-26", verdict=["reject"], must=["PUB-06", "PUB-09"], tolerated=["PUB-12", "PUB-13", "PUB-18", "PUB-19"],
         events=[event("2025-08-11", "2025-08-18", None, "2025-08-11", "2025-08-19", "公司全员微信工作群", OTHER, DESIGN, [("褚夏初", "工程师")], office="综合部")],
         pile=["review_form inline", "id_card small", "notice table 0", "photo mobile 0", "result silent 0", "opinion prose", "employment_contract"]),
    dict(name="06-farm", person="farm", strength="office", grey=True, packed="zip", submitted="2025-08-22", verdict=["reject"], must=["PUB-03", "IDN-04"], tolerated=["PUB-12", "PUB-13", "FRM-05"],
         events=[event("2025-07-28", "2025-08-01", None, "2025-07-28", "2025-08-04", "中心一楼宣传栏张贴", BOARD, FARM, CROPS, "CM", office="中心办公室", phone="0349-5550363")],
         pile=["id_card large", "review_form above", "notice listed 0", "photo cork 0", "result account 0", "work_summary"]),
    dict(name="07-survey", person="survey", strength="office", packed="merged", submitted="2025-08-19", verdict=["reject"], must=["PUB-14", "CON-03"], quarter={2: 2, 5: 3}, tolerated=["PUB-15", "PUB-19"],
         events=[event("2025-07-28", "2025-08-04", None, "2025-07-28", "2025-08-05", "院办公楼大厅电子屏", BOARD, SURVEY, [("晏临川", "高级工程师"), ("傅采薇", "工程师")], "CMO", office="院人事处")],
         pile=["review_form ticked", "id_card marked", "notice listed 0", "photo screen 0", "result account 0", "opinion form - 山西舆图勘测有限责任公司", "minutes"]),
    dict(name="08-logistics", person="logistics", shift=4, strength="photo", packed="photos", submitted="2025-08-29", verdict=["reject"], must=["PUB-08", "IDN-03"], tolerated=["PUB-13", "PUB-19"],
         events=[event("2025-08-18", "2025-08-22", 5, "2025-08-18", "2025-08-25", "公司一层大厅公告栏", BOARD, "恒汾远帆国际货运代理有限公司", [("丘望舒", "高级经济师")])],
         pile=["review_form booklet", "id_card marked", "notice letter 0", "photo glass 0", "result report 0"]),
    dict(name="09-media", person="media", strength="clean", packed="merged", submitted="2025-08-08", verdict=["reject"], must=["PUB-10", "PUB-12"],
         events=[event("2025-07-17", "2025-07-25", None, "2025-07-17", "2025-07-28", "中心内网公告及三楼公示栏", [*BOARD, *INNER], "潞川市融媒体中心", [("左思齐", "记者")], office="纪检室")],
         pile=["catalogue", "review_form inline", "id_card beside", "notice table 0", "photo browser 0", "result objection 0 unsealed", "opinion joint"]),
    dict(name="10-archive", person="archive", strength="office", packed="zip", submitted="2025-08-28", verdict=["reject"], must=["PUB-16", "CON-01"], seal=dict(below="人事科"), tolerated=["PUB-13", "FRM-07"],
         events=[event("2024-07-22", "2024-07-29", 6, "2024-07-22", "2024-07-30", "馆内公开栏", BOARD, "云壑县档案馆", [("申屠静姝", "副研究馆员")], office="馆办公室", phone="0349-5550707")],
         pile=["review_form ruled", "id_card stacked", "notice counted 0", "photo wall 0", "result short 0", "opinion prose 申屠静怡"]),
    dict(name="11-dam", person="dam", strength="office", packed="zip", submitted="2025-08-25", verdict=["accept"], must=[],
         events=[event("2025-07-14", "2025-07-18", None, "2025-07-14", "2025-07-21", "站办公楼前公示栏", BOARD, "云壑县水库管理站", [("阚听澜", "工程师")], "C", phone="0349-5550911", office="站办公室"),
                 event("2025-07-21", "2025-07-25", 5, "2025-07-21", "2025-07-28", "站办公楼前公示栏", BOARD, "云壑县水库管理站", [("阚听澜", "工程师")], "M", phone="0349-5550911", office="站办公室"),
                 event("2025-07-28", "2025-08-04", 6, "2025-07-28", "2025-08-20", "站办公楼前公示栏", BOARD, "云壑县水库管理站", [("阚听澜", "工程师")], "CMO", phone="0349-5550911", office="站办公室")],
         pile=["review_form ticked", "id_card large", "notice procedure 0", "photo glass 0 2025.07.14", "result short 0", "notice numerals 1", "photo screen 1", "result form 1", "notice letter 2", "photo cork 2", "result objection 2", "objection_report", "opinion prose"]),
    dict(name="12-print", person="print", strength="fax", packed="zip", submitted="2025-08-29", verdict=["review", "return"], must=[], tolerated=["PUB-12", "PUB-13", "FRM-04", "FRM-05"],
         events=[event("2025-08-11", "2025-08-15", 5, "2025-08-11", "2025-08-18", "厂区宣传栏", BOARD, "恒汾新华彩印有限责任公司", [("仇知白", "工程师"), ("阮青梧", "工程师")], office="党群工作部")],
         pile=["review_form booklet", "id_card beside", "notice meeting 0", "photo wall 0", "result report 0", "opinion joint against", "opinion red unsealed"]),
]
