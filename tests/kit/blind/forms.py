# ruff: noqa: E501 (pages and stories are written in whole lines)
"""Review forms as eight offices print them. Each design gives its pages and the fields one can see on them."""

from wording import day, month, spaced

FOOT = "<p class=foot>样张，供测试，姓名单位均为虚构</p>"


def sheet(body: str, style: str = "") -> str:
    return f'<section style="{style}">{body}{FOOT}</section>'


def blank(text: str, width: str = "10em") -> str:
    """A value written over a printed line."""
    return f'<span class=line style="min-width:{width}">{text}</span>'


def ticks(options: list[str], chosen: str, on: str = "☑", off: str = "□") -> str:
    return "　".join((on if o == chosen else off) + o for o in options)


def stamped(c, lines: str) -> str:
    """A sign-off: unit and date with the seal lying over them."""
    return f"<div class=off>{lines}{c.stamp()}</div>"


def seen(c, names: str, **extra) -> dict:
    """The named fields of the person, as truth; months cut to months."""
    out = {n: getattr(c.p, n) for n in names.split()}
    for n in ("birth_date", "work_since", "graduated", "current_title_date", "appointed_since"):
        if n in out:
            out[n] = out[n][:7]
    return out | extra


def opinion_truth(c, signed: bool = True) -> dict:
    p = c.p
    return {
        "unit_opinion": p.opinion,
        "unit_sealed": bool(c.seal_on),
        "opinion_date": p.opinion_date,
        "unit_signed": signed,
        "applicant_signature": True,
    } | ({"unit_seal_text": c.unit} if c.seal_on else {})


def ruled(c):
    """Cover, ruled table with merged cells and a vertical label, opinion page."""
    p = c.p
    cover = sheet(
        f"""<h1 style="margin-top:45mm;font:34pt bold;letter-spacing:.12em">专业技术职务任职资格<br><br>评　审　表</h1>
      <div style="margin:55mm 22mm 0;font-size:16pt;line-height:2.6">单　　位：{blank(p.employer, "15em")}<br>姓　　名：{blank(p.name, "15em")}<br>
      现任专业<br>技术职务：{blank(p.current_title, "15em")}<br>评审专业<br>技术资格：{blank(p.title, "15em")}<br>
      填表时间：{blank("2025 年 7 月 21 日", "15em")}</div><p class=mid style="margin-top:16mm">山西省人力资源和社会保障厅制</p>""",
        "font-family:song",
    )
    rows = f"""<tr><td>{spaced("姓名")}<td>{p.name}<td>{spaced("性别")}<td>{p.sex}<td>出生年月<td>{month(p.birth_date, ".")}<td rowspan=3 style="width:26mm">照片
      <tr><td>{spaced("民族")}<td>{p.ethnicity}<td>政治面貌<td>群众<td>参加工作<br>时　　间<td>{month(p.work_since, ".")}
      <tr><td>身份证号<td colspan=3>{p.id_number}<td>健康状况<td>良好
      <tr><td>工作单位<td colspan=4>{p.employer}<td>单位性质<td>{p.employer_type}
      <tr><td rowspan=2 class=v>学历情况<td>最高学历<td>{p.education}<td>学　位<td>{p.degree}<td>毕业时间<td>{month(p.graduated, ".")}
      <tr><td>毕业院校<td colspan=3>{p.school}<td>所学专业<td>{p.major}
      <tr><td>现职称<td colspan=2>{p.current_title}<td>取得时间<td>{month(p.current_title_date, ".")}<td>聘任时间<td>{month(p.appointed_since, ".")}
      <tr><td>申报系列<td colspan=2>{p.series}<td>申报专业<td>{p.specialty}<td>申报职称<td>{p.title}
      <tr><td>申报类型<td colspan=2>{p.route}<td>联系电话<td colspan=3>{p.phone}
      <tr><td class=v style="height:60mm">工作经历<td colspan=6 class=top>{month(p.work_since, ".")}至今　在{p.employer}从事{p.specialty}技术工作。"""
    info = sheet(f"<h2>一、基本情况</h2><table class=r style='font-size:11pt'>{rows}</table>", "font-family:song")
    last = sheet(
        f"""<h2>四、审核意见</h2><table class=r><tr><td class=v style="height:42mm">本人承诺<td class=top>本人承诺以上所填内容及所附材料真实有效，如有虚假，愿承担相应责任。
      <p style="margin:16mm 0 0 60mm">申报人签名：{c.sign(p.name)}</p><p style="margin:2mm 0 0 82mm">{day(p.sign_date, "空")}</p>
      <tr><td class=v style="height:80mm">单位鉴定意见<td class=top>{p.opinion}<p style="margin:14mm 0 0 10mm">单位负责人（签字）：{c.sign(p.leader)}</p>{stamped(c, "（公　章）<br>" + day(p.opinion_date, "空"))}
      <tr><td class=v style="height:60mm">评委会意见<td></table>""",
        "font-family:song",
    )
    names = "name sex birth_date ethnicity work_since id_number employer employer_type education degree graduated school major current_title current_title_date appointed_since series specialty title route phone"
    return [cover, info, last], seen(c, names, **opinion_truth(c))


def above(c):
    """Labels on grey above the values, one table, opinion at the foot of page 2."""
    p = c.p

    def band(*pairs):
        head = "".join(f"<th colspan={n}>{k}" for k, _, n in pairs)
        return f"<tr>{head}<tr>" + "".join(f"<td colspan={n} style='height:9mm'>{v}" for _, v, n in pairs)

    body = (
        band(
            ("姓名", p.name, 1),
            ("性别", p.sex, 1),
            ("民族", p.ethnicity, 1),
            ("出生日期", p.birth_date, 2),
            ("曾用名", "", 1),
        )
        + band(("公民身份号码", p.id_number, 3), ("联系电话", p.phone, 3))
        + band(("单位名称", p.employer, 4), ("单位性质", p.employer_type, 2))
        + band(
            ("学历", p.education, 1),
            ("学位", p.degree, 1),
            ("毕业学校", p.school, 2),
            ("毕业专业", p.major, 1),
            ("毕业时间", month(p.graduated, "-"), 1),
        )
        + band(
            ("现专业技术职务任职资格", p.current_title, 2),
            ("资格取得时间", month(p.current_title_date, "-"), 2),
            ("参加工作时间", month(p.work_since, "-"), 2),
        )
        + band(("拟评职称系列", p.series, 2), ("拟评专业", p.specialty, 2), ("拟评专业技术资格", p.title, 2))
    )
    first = sheet(
        f"<h1 style='font-size:22pt'>职称申报评审表</h1><p class=mid style='font-size:10pt'>（2025年度）</p><table class=r style='font-size:10.5pt'>{body}</table><h3>主要业绩</h3><p class=in>任现职以来主持完成{p.work}等工作，取得较好成效。</p>",
        "font-family:hei",
    )
    last = sheet(
        f"""<table class=r><tr><th>个人承诺<tr><td class=top style="height:32mm">所填内容属实。<p class=off style="margin-top:8mm">本人签字：{c.sign(p.name)}　{p.sign_date}</p>
      <tr><th>基层单位意见<tr><td class=top style="height:75mm">{p.opinion}<p style="margin-top:12mm">　　负责人签字：{c.sign(p.leader)}</p>{stamped(c, f"{p.employer}<br>{p.opinion_date}")}
      <tr><th>评审组织意见<tr><td style="height:55mm"></table>""",
        "font-family:hei",
    )
    names = "name sex ethnicity birth_date id_number phone employer employer_type education degree school major graduated current_title current_title_date work_since series specialty title"
    return [first, last], seen(c, names, **opinion_truth(c))


def inline(c):
    """Label and value together in each ruled cell, a single sheet on both sides."""
    p = c.p
    cells = [
        (f"姓名：{p.name}", f"性别：{p.sex}", f"民族：{p.ethnicity}"),
        (f"出生年月：{month(p.birth_date)}", f"证件号码：{p.id_number}", None),
        (f"工作单位：{p.employer}", None, f"单位类型：{p.employer_type}"),
        (f"最高学历：{p.education}", f"学位：{p.degree}", f"毕业时间：{month(p.graduated)}"),
        (f"毕业院校：{p.school}", None, f"所学专业：{p.major}"),
        (
            f"现职称：{p.current_title}",
            f"现职称取得时间：{month(p.current_title_date)}",
            f"参加工作时间：{month(p.work_since)}",
        ),
        (f"申报系列：{p.series}", f"申报专业：{p.specialty}", f"申报职称：{p.title}"),
        (f"申报方式：{p.route}", f"联系电话：{p.phone}", None),
    ]
    table = ""
    for row in cells:
        spans = [1 + (i + 1 < 3 and row[i + 1] is None) for i in range(3)]
        table += "<tr>" + "".join(f"<td colspan={n} class=left>{x}" for x, n in zip(row, spans, strict=True) if x)
    body = f"""<h1 style="font-size:24pt">专业技术资格评审表</h1><table class=r style="font-size:11.5pt">{table}
      <tr><td colspan=3 class="left top" style="height:48mm">专业技术工作业绩：{p.work}。
      <tr><td colspan=3 class="left top" style="height:22mm">本人保证所填内容真实。　　申报人签字：{c.sign(p.name)}　{day(p.sign_date)}
      <tr><td colspan=3 class="left top" style="height:68mm">单位意见：{p.opinion}<p style="margin:8mm 0 0 6mm">单位负责人：{c.sign(p.leader)}</p>{stamped(c, f"（盖章）　{day(p.opinion_date)}")}</table>"""
    names = "name sex ethnicity birth_date id_number employer employer_type education degree graduated school major current_title current_title_date work_since series specialty title route phone"
    return [sheet(body, "font-family:fang")], seen(c, names, **opinion_truth(c))


def underlined(c):
    """No table at all: two columns of labels and underlined blanks, filled in by typewriter."""
    p = c.p
    pairs = [
        ("姓　　名", p.name),
        ("性　　别", p.sex),
        ("出生年月", month(p.birth_date, "空")),
        ("民　　族", p.ethnicity),
        ("学　　历", p.education),
        ("学　　位", p.degree or "无"),
        ("毕业学校", p.school),
        ("毕业专业", p.major),
        ("毕业时间", month(p.graduated, "空")),
        ("参加工作时间", month(p.work_since, "空")),
        ("现任专业技术职务", p.current_title),
        ("资格取得时间", month(p.current_title_date, "空")),
        ("申报系列", p.series),
        ("申报专业", p.specialty),
        ("申报专业技术职务", p.title),
        ("联系电话", p.phone),
    ]
    two = "".join(
        f'<div style="width:50%">{k} {blank(f"<span style=font-family:kai>{v}</span>", "8.5em")}</div>'
        for k, v in pairs
    )
    wide = f'<div style="width:100%">身份证号码 {blank(p.id_number, "20em")}</div><div style="width:100%">所在单位 {blank(p.employer, "26em")}</div>'
    body = f"""<h1 style="font-size:22pt;margin-top:6mm">职　称　评　审　表</h1><h3>一、申报人基本信息</h3><div style="display:flex;flex-wrap:wrap;font-size:12pt;line-height:2.5">{wide}{two}</div>
      <h3>二、申报人声明</h3><p class=in>以上内容由本人填写，真实无误。</p><p class=off>申报人签名：{c.sign(p.name)}</p>"""
    last = f"""<h3>三、单位推荐意见</h3><p class=in>{p.opinion}</p><p style="margin:10mm 0 0 70mm">负责人签字：{c.sign(p.leader)}</p>{stamped(c, f"{c.unit}（盖章）<br>" + day(p.opinion_date, "空"))}
      <h3 style="margin-top:30mm">四、主管部门意见</h3><p class=in>同意呈报。</p><p style="margin:8mm 0 0 70mm">负责人签字：{c.sign("卫守谦")}　　{day(p.opinion_date, "空")}</p>"""
    names = "name sex birth_date ethnicity education degree school major graduated work_since current_title current_title_date series specialty title phone id_number employer"
    truth = seen(c, names, superior_opinion="同意呈报。", superior_signed=True, **opinion_truth(c))
    return [sheet(body, "font-family:song"), sheet(last, "font-family:song")], truth


def ticked(c):
    """Check boxes for what can be ticked, numbered sections, labels right-aligned in grey."""
    p = c.p
    kinds = ["事业单位", "国有企业", "民营企业", "外资企业"]
    rows = f"""<tr><td>姓名<td>{p.name}<td>性别<td>{ticks(["男", "女"], p.sex, "■")}<tr><td>身份证号<td>{p.id_number}<td>出生年月<td>{month(p.birth_date)}
      <tr><td>民族<td>{p.ethnicity}<td>参加工作时间<td>{month(p.work_since)}<tr><td>所在单位<td colspan=3>{p.employer}<tr><td>单位类型<td colspan=3>{ticks(kinds, p.employer_type, "■")}
      <tr><td>学历<td colspan=3>{ticks(["博士研究生", "硕士研究生", "大学本科", "大学专科"], p.education, "■")}<tr><td>毕业院校<td>{p.school}<td>所学专业<td>{p.major}
      <tr><td>毕业时间<td>{month(p.graduated)}<td>学位<td>{p.degree}<tr><td>现任专业技术资格<td>{p.current_title}<td>取得时间<td>{month(p.current_title_date)}
      <tr><td>申报系列<td>{p.series}<td>申报专业<td>{p.specialty}<tr><td>申报资格<td>{p.title}<td>联系电话<td>{p.phone}
      <tr><td>申报类型<td colspan=3>{ticks(["正常申报", "破格申报", "同级转评"], p.route, "■")}"""
    body = f"""<p style="font-size:10pt">表号：职评-2</p><h1 style="font-size:20pt">专业技术人员职称评审表</h1><h3>（一）基本信息</h3><table class="r grey">{rows}</table>
      <h3>（二）本人签字</h3><p class=in>对本表内容的真实性负责。签字：{c.sign(p.name)}　日期：{day(p.sign_date, "/")}</p>"""
    last = f"""<h3>（三）单位意见</h3><table class=r><tr><td class=left style="height:70mm;vertical-align:top">{ticks(["同意推荐", "不同意推荐"], "同意推荐", "☑")}<p class=in>{p.opinion}</p>
      <p style="margin:8mm 0 0 5mm">单位负责人（签字）：{c.sign(p.leader)}</p>{stamped(c, "单位（公章）<br>" + day(p.opinion_date, "空"))}</table>"""
    names = "name sex id_number birth_date ethnicity work_since employer employer_type education school major graduated degree current_title current_title_date series specialty title phone route"
    truth = opinion_truth(c)
    truth.pop("applicant_signature")
    truth.pop("unit_opinion")
    return [sheet(body, "font-family:fang"), sheet(last, "font-family:fang")], seen(c, names, **truth)


def printout(c):
    """A platform's printout: key and value in zebra rows without vertical lines, time of printing in the foot."""
    p = c.p

    def block(title, pairs):
        rows = [pairs[i : i + 2] for i in range(0, len(pairs), 2)]
        cells = "".join("<tr>" + "".join(f"<td class=k>{k}<td class=w>{v}" for k, v in r) for r in rows)
        return f"<div class=bar>{title}</div><table class=z>{cells}</table>"

    body = f"""<div style="text-align:center;font-size:17pt;margin-bottom:2mm">山西省职称评审表</div><div style="font-size:9pt;color:#777">申报编号 2025-ZC-{p.phone[-6:]}　　状态：单位审核通过</div>
      {block("基本信息", [("姓名", p.name), ("证件号码", p.id_number), ("性别", p.sex), ("民族", p.ethnicity), ("出生日期", p.birth_date), ("参加工作时间", month(p.work_since, "-")), ("单位名称", p.employer), ("单位性质", p.employer_type), ("联系电话", p.phone), ("电子邮箱", "")])}
      {block("学历信息", [("最高学历", p.education), ("学位", p.degree), ("毕业学校", p.school), ("毕业专业", p.major), ("毕业时间", month(p.graduated, "-")), ("学习形式", "普通全日制")])}
      {block("现任专业技术资格", [("现任专业技术职务", p.current_title), ("资格取得时间", month(p.current_title_date, "-")), ("聘任时间", month(p.appointed_since, "-")), ("批准机关", "潞川市人力资源和社会保障局")])}
      {block("申报信息", [("拟评职称系列", p.series), ("拟评专业技术资格", p.title), ("拟评专业", p.specialty), ("申报方式", p.route)])}
      <div style="position:absolute;bottom:12mm;font-size:8pt;color:#888">打印时间：2025-08-13 09:41:22　第1页/共2页</div>"""
    last = f"""<div class=bar>申报人承诺</div><p class=in>本人对填报内容负责。　　申报人签名：{c.sign(p.name)}</p><div class=bar>单位推荐意见</div><p class=in>{p.opinion}</p>
      <p class=in>单位负责人：{c.sign(p.leader)}</p>{stamped(c, f"{c.unit}<br>{p.opinion_date}")}<div style="position:absolute;bottom:12mm;font-size:8pt;color:#888">打印时间：2025-08-13 09:41:22　第2页/共2页</div>"""
    names = "name id_number sex ethnicity birth_date work_since employer employer_type phone education degree school major graduated current_title current_title_date appointed_since series title specialty route"
    return [sheet(body, "font-family:hei"), sheet(last, "font-family:hei")], seen(c, names, **opinion_truth(c))


def upright(c):
    """Labels standing upright in narrow columns, letter-spaced; two facts in one cell."""
    p = c.p
    rows = f"""<tr><td class=v rowspan=5>基本情况<td>姓 名<td>{p.name}<td>性 别<td>{p.sex}<td>民 族<td>{p.ethnicity}<tr><td>出 生<br>年 月<td>{month(p.birth_date)}<td>身份证<br>号 码<td colspan=3>{p.id_number}
      <tr><td>工 作<br>单 位<td colspan=3>{p.employer}<td>参加工<br>作时间<td>{month(p.work_since)}<tr><td>申 报<br>系 列<td>{p.series}<td>申 报<br>专 业<td>{p.specialty}<td>申 报<br>职 称<td>{p.title}
      <tr><td>现 职 称<td>{p.current_title}<td>取得<br>时间<td>{month(p.current_title_date)}<td>聘任<br>时间<td>{month(p.appointed_since)}
      <tr><td class=v>学历<td>学 历<br>学 位<td>{p.education}<br>{p.degree}<td>毕 业<br>院 校<td>{p.school}<td>毕 业<br>时 间<td>{month(p.graduated)}<tr><td colspan=2>所学专业<td colspan=5>{p.major}
      <tr><td class=v style="height:70mm">业绩<td colspan=6 class="top left">{p.work}"""
    opinion = f"""<table class=r><tr><td class=v style="height:38mm">申报人<td class="top left">我郑重承诺上述内容属实。<p style="margin:9mm 0 0 55mm">申报人签字：{c.sign(p.name)}<br>{day(p.sign_date, "汉")}</p>
      <tr><td class=v style="height:85mm">单位鉴定意见<td class="top left">　　{p.opinion}<p style="margin-top:14mm">负责人签字：{c.sign(p.leader)}</p>{stamped(c, "公　章<br>" + day(p.opinion_date, "汉"))}
      <tr><td class=v style="height:60mm">呈报单位意见<td class="top left">　　同意上报。<p style="margin:10mm 0 0 20mm">负责人：{c.sign("郝闻笛")}　　{day(p.opinion_date, "汉")}</p></table>"""
    names = "name sex ethnicity birth_date id_number employer work_since series specialty title current_title current_title_date appointed_since education degree school graduated major"
    truth = seen(c, names, superior_opinion="同意上报。", superior_signed=True, **opinion_truth(c))
    return [
        sheet(f"<h1 style='font-size:20pt'>{c.u.form_title}</h1><table class=r>{rows}</table>", "font-family:kai"),
        sheet(opinion, "font-family:kai"),
    ], truth


def booklet(c):
    """Cover with a framed title, instructions, then a table that gives title and time in one cell."""
    p = c.p
    cover = sheet(
        f"""<div style="border:3px double #000;height:225mm;padding:30mm 12mm"><h1 style="font-size:30pt">高、中级专业技术职务<br>任职资格评审表</h1><div style="margin:50mm 8mm;font-size:15pt;line-height:3">姓　名 {blank(p.name)}<br>单　位 {blank(p.employer, "16em")}<br>申报资格 {blank(p.title)}</div></div>""",
        "font-family:kai",
    )
    note = sheet(
        "<h2>填 表 说 明</h2><ol style='font-size:14pt;line-height:2.4'><li>本表供专业技术人员申报职称使用。<li>“基本情况”由本人填写，“单位意见”由所在单位填写。<li>填写内容应真实，字迹清楚，如内容较多可另附页。<li>一律用A4纸双面打印。</ol>",
        "font-family:kai",
    )
    rows = f"""<tr><td>姓名<td>{p.name}<td>性别<td>{p.sex}<td>出生年月<td>{month(p.birth_date, "连")}<tr><td>民族<td>{p.ethnicity}<td>公民身份号码<td colspan=3>{p.id_number}
      <tr><td>工作单位<td colspan=5>{p.employer}<tr><td>何时何校何专业毕业<td colspan=5>{month(p.graduated)}毕业于{p.school}{p.major}专业，{p.education}，{p.degree}
      <tr><td>现任专业技术职务及取得时间<td colspan=2>{p.current_title}　{month(p.current_title_date)}<td>参加工作时间<td colspan=2>{month(p.work_since, "连")}
      <tr><td>申报系列<td>{p.series}<td>申报专业<td>{p.specialty}<td>联系电话<td>{p.phone}<tr><td>申报资格<td colspan=5>{p.title}
      <tr><td colspan=6 class="left top" style="height:25mm">本人签名：{c.sign(p.name)}　　{day(p.sign_date, "零")}
      <tr><td>单位<br>意见<td colspan=5 class="left top" style="height:80mm">{p.opinion}<p style="margin-top:8mm">单位负责人签字：{c.sign(p.leader)}</p>{stamped(c, f"{c.unit}<br>" + day(p.opinion_date, "零"))}"""
    names = "name sex birth_date ethnicity id_number employer current_title current_title_date work_since series specialty phone title"
    return [cover, note, sheet(f"<h2>基 本 情 况</h2><table class=r>{rows}</table>", "font-family:kai")], seen(
        c, names, **opinion_truth(c)
    )


DESIGNS = {f.__name__: f for f in (ruled, above, inline, underlined, ticked, printout, upright, booklet)}
