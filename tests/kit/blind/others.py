# ruff: noqa: E501 (pages and stories are written in whole lines)
"""Pages that lie between: certificates, a contract, a list, and pages of no kind of the catalogue."""

from forms import sheet, stamped
from wording import day


def page(c, kind: str):
    """One page of the named kind, and what of its truth is simple enough to be sure of."""
    p = c.p
    c.seal_unit = {"diploma": p.school, "title_certificate": "潞川市人力资源和社会保障局"}.get(kind, p.employer)
    big = "font:28pt bold;letter-spacing:.3em;margin:22mm 0"
    made = {
        "diploma": (
            f"<h1 style='{big}'>毕业证书</h1><p class=in>学生 {p.name}　性别{p.sex}，{day(p.birth_date)}生，于{p.graduated[:4]}年{int(p.graduated[5:7])}月在本校{p.major}专业本科学习期满，修完教学计划规定的全部课程，成绩合格，准予毕业。</p><p style='margin-top:25mm'>校　名：{p.school}</p>{stamped(c, f'{p.school}')}",
            {"name": p.name, "school": p.school, "major": p.major},
        ),
        "title_certificate": (
            f"<h1 style='{big};font-size:22pt'>专业技术职务任职资格证书</h1><p>姓　　名：{p.name}</p><p>身份证号：{p.id_number}</p><p>资格名称：{p.current_title}</p><p>取得时间：{p.current_title_date[:4]}年{int(p.current_title_date[5:])}月</p><p>证书编号：晋职改字第2014-3371号</p>{stamped(c, '潞川市人力资源和社会保障局')}",
            {"name": p.name, "title": p.current_title},
        ),
        "employment_contract": (
            f"<h1 style='{big}'>劳动合同书</h1><p>甲方（用人单位）：{p.employer}</p><p>乙方（劳动者）：{p.name}</p><p>身份证号码：{p.id_number}</p><p class=in>根据《中华人民共和国劳动合同法》，甲乙双方经平等协商签订本合同。合同期限自2023年1月1日起至2027年12月31日止。</p>{stamped(c, '甲方（盖章）　　乙方（签字）' + c.sign(p.name))}",
            {"name": p.name, "employer": p.employer},
        ),
        "award": (
            f"<h1 style='{big};color:#b8860b'>荣誉证书</h1><p>{p.name}同志：</p><p class=in>在2023年度工作中表现突出，被评为先进工作者，特发此证，以资鼓励。</p>{stamped(c, f'{p.employer}<br>二〇二四年一月')}",
            {},
        ),
        "work_summary": (
            f"<h1 style='font:22pt bold'>专业技术工作总结</h1><p class=mid>{p.name}</p>"
            + f"<p class=in>本人自参加工作以来，一直从事{p.specialty}工作。{p.work}。在单位的公示栏、各类学习资料中认真了解政策，不断提高业务水平。</p>"
            * 4,
            {},
        ),
        "catalogue": (
            "<h1 style='font:20pt hei'>申报材料目录</h1><table class=r style='font-size:13pt'><tr><th>序号<th>材料名称<th>页数"
            + "".join(f"<tr><td>{i}<td class=left>{t}<td>1" for i, t in enumerate(c.listing, 1))
            + "</table>",
            {},
        ),
        "minutes": (
            f"<h1 style='font:22pt bold'>会议纪要</h1><p>时间：{day(p.opinion_date)}　地点：二楼会议室</p><p class=in>会议研究了2025年度职称申报推荐工作。会议认为，{p.name}等同志符合申报条件，会议同意推荐，并要求按规定组织公示，公示期不少于五个工作日。</p><p>出席：{p.leader}、管若谷、卫守谦</p>",
            {},
        ),
        "objection_report": (
            f"<h1 style='font:22pt bold'>调查核实报告</h1><p class=in>公示期间，我单位收到反映{p.name}同志业绩材料不实的来电1件。单位成立核查组，调阅原始记录并走访有关人员。</p><p class=in>核实结论：经调查核实，所反映问题不属实。</p>{stamped(c, f'{p.employer}<br>2025年8月19日')}",
            {"sealed": True},
        ),
        "blank": ("", {}),
    }
    body, truth = made[kind]
    return [sheet(body, "font-family:song;font-size:16pt")], truth
