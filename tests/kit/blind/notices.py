# ruff: noqa: E501 (pages and stories are written in whole lines)
"""Notices of publicity as eight units post them. `e` is the event: what, who, when, where."""

from forms import sheet, stamped
from wording import day, items


def truth(c, e, **extra) -> dict:
    """What every notice shows; designs add or drop what theirs shows otherwise."""
    out = {
        "items": items(e.items),
        "period": f"{e.start}..{e.end}",
        "venue": e.venue,
        "publisher": e.by,
        "date": e.posted,
        "phone": e.phone,
        "sealed": bool(c.seal_on),
        "applicants": [{"name": n, "title": t} for n, t in e.people],
    }
    if c.seal_on:
        out["seal_text"] = c.seal_unit
    if e.days:
        out["stated_days"] = e.days
    return {k: v for k, v in (out | extra).items() if v not in (None, [], "")}


def letter(c, e):
    """A letter in prose, everything in one paragraph."""
    n, t = e.people[0]
    body = f"""<h1 style="font:bold 26pt bold;margin:12mm 0">公　　示</h1><p class=in>根据山西省2025年度职称评审工作有关要求，现将{n}同志申报{t}职称的评审条件和程序、个人申报材料以及单位鉴定意见予以公示。公示时间为{day(e.start)}至{day(e.end)}（共{e.days}个工作日），相关材料张贴于{e.where}。</p>
      <p class=in>公示期内，干部职工如对公示内容有异议，请以书面或电话形式向{e.office}实名反映。</p><p class=in>监督电话：{e.phone}</p><div style="height:22mm"></div>{stamped(c, f"{e.by}<br>{day(e.posted)}")}"""
    return [sheet(body, "font-family:fang;font-size:16pt")], truth(c, e)


def redhead(c, e):
    """An official document under a red head, numbered paragraphs, the second date cut short (至15日)."""
    n, t = e.people[0]
    body = f"""<div style="color:#d81e1e;font:bold 30pt bold;text-align:center;margin:14mm 0 8mm;letter-spacing:.05em">{e.by}文件</div><div class=mid style="font-size:15pt">{e.number}</div><div style="border-bottom:2.5px solid #d81e1e;margin:3mm 0 9mm"></div>
      <h1 style="font:20pt bold;line-height:1.5">关于{n}同志申报{c.p.series}{t}职称的公示</h1><p style="margin-top:6mm">各部室、车间：</p><p class=in>按照晋人社厅函〔2025〕560号文件精神，现就{n}同志申报职称有关事项公示如下：</p>
      <p class=in>一、公示内容</p><p class=in>（一）{c.p.series}{t}职称评审条件及评审程序；（二）申报人个人申报材料；（三）单位考核鉴定意见。</p><p class=in>二、公示时间</p><p class=in>{day(e.start)}至{int(e.end[8:])}日，{e.days}个工作日。</p><p class=in>三、公示地点</p><p class=in>{e.where}。</p>
      <p class=in>四、受理部门及电话</p><p class=in>{e.office}，{e.phone}。</p>{stamped(c, f"{e.by}<br>{day(e.posted)}")}"""
    return [sheet(body, "font-family:fang;font-size:15pt")], truth(c, e)


def listed(c, e):
    """Several applicants in a table; what is published, when and where as short lines above it."""
    rows = "".join(
        f"<tr><td>{i}<td>{n}<td>{'女男'[i % 2]}<td>{c.p.series}<td>{t}" for i, (n, t) in enumerate(e.people, 1)
    )
    what = {"C": "评审条件和程序", "M": "个人申报材料", "O": "单位鉴定意见"}
    body = f"""<h1 style="font:22pt hei;line-height:1.5">{e.by}<br>2025年度职称申报人员公示</h1><p class=in>经个人申请、部门推荐、资格审核，下列{len(e.people)}名同志拟申报2025年度专业技术职称，现予公示，接受群众监督。</p>
      <table class=r style="font-size:12pt;margin:5mm 0"><tr><th>序号<th>姓名<th>性别<th>申报系列<th>申报职称{rows}</table>
      <p>公示内容：{"、".join(what[x] for x in e.items)}</p><p>公示期限：{day(e.start, ".")}—{day(e.end, ".")}，不少于5个工作日</p><p>公示方式：{e.where}</p><p>联系人及电话：{e.office}　{e.phone}</p><div style="height:14mm"></div>{stamped(c, day(e.posted, "零"))}"""
    return [sheet(body, "font-family:song;font-size:14pt")], truth(c, e)


def procedure(c, e):
    """Only the conditions and the procedure: no names."""
    body = f"""<h1 style="font:24pt bold">关于2025年度{c.p.series}职称<br>评审条件和程序的公示</h1><p>全体职工：</p><p class=in>为做好本年度职称申报工作，现将{c.p.series}{c.p.title}职称评审条件和评审程序公布如下。</p>
      <p class=in><b>评审条件：</b>具备相应学历和任职年限，年度考核合格以上，完成规定的继续教育学时，取得相应业绩成果。</p><p class=in><b>评审程序：</b>个人申报—单位审核推荐—主管部门审核—评委会评审—公示发文。</p>
      <p class=in>公示期：{day(e.start)}—{day(e.end)}。公示地点：{e.where}。咨询及监督电话 {e.phone}。</p>{stamped(c, f"{e.by}<br>{day(e.posted)}")}"""
    return [sheet(body, "font-family:song;font-size:15pt")], truth(c, e, applicants=None, stated_days=None)


def counted(c, e):
    """The period told as a first day and a number of working days."""
    n, t = e.people[0]
    what = {
        "O": "单位鉴定意见",
        "M": "个人申报材料",
        "MO": "个人申报材料和单位鉴定意见",
        "CMO": "评审条件和程序、个人申报材料、单位鉴定意见",
    }[e.items]
    body = f"""<h1 style="font:28pt bold;margin:10mm">公　示</h1><p class=in>我单位{n}同志申报{t}职称，现将其{what}公示如下，公示期自{day(e.start)}起{e.days}个工作日。</p><p class=in>{n}，{c.p.sex}，{c.p.education}学历，现任{c.p.current_title}。</p>
      <p class=in>公示地点：{e.where}</p><p class=in>如有不同意见，请在公示期内与{e.office}联系（电话：{e.phone}）。</p><div style="height:20mm"></div>{stamped(c, f"{e.by}<br>" + day(e.posted, "空"))}"""
    return [sheet(body, "font-family:kai;font-size:16pt")], truth(c, e)


def table(c, e):
    """A form to fill in: rows of a ruled table, the seal in the last one."""
    n, t = e.people[0]
    what = {"C": "职称评审条件、程序", "M": "申报人个人申报材料", "O": "单位推荐（鉴定）意见"}
    rows = "".join(
        f"<tr><th style='width:34mm;height:17mm'>{k}<td class=left>{v}"
        for k, v in [
            ("公示对象", f"{n}（申报{t}）"),
            ("公示内容", "<br>".join(f"{i}.{what[x]}" for i, x in enumerate(e.items, 1))),
            ("公示时间", f"{e.start}　至　{e.end}"),
            ("公示地点", e.where),
            ("受理电话", e.phone),
        ]
    )
    body = f"""<h1 style="font:22pt hei">职称申报公示</h1><p style="text-align:right;font-size:11pt">公示日期：{e.posted}</p><table class=r style="font-size:14pt">{rows}<tr><th style="height:55mm">公示单位<td>{stamped(c, f"{e.by}（盖章）")}</table><p style="font-size:11pt">注：公示期间对公示内容有异议的，可来电来访反映。</p>"""
    return [sheet(body, "font-family:hei;font-size:14pt")], truth(c, e, stated_days=None)


def numerals(c, e):
    """Dates in Chinese numerals on tinted paper, set in regular script."""
    n, t = e.people[0]
    what = {
        "CM": "评审条件和程序、个人申报材料",
        "O": "单位鉴定意见",
        "CMO": "评审条件和程序、个人申报材料、单位鉴定意见",
        "M": "个人申报材料",
        "C": "评审条件和程序",
        "MO": "个人申报材料及单位鉴定意见",
    }[e.items]
    body = f"""<h1 style="font:bold 28pt kai;margin:12mm">职称申报公示</h1><p class=in>我单位{n}同志申报{t}职称，现对以下内容进行公示：{what}。</p><p class=in>公示期限：{day(e.start, "汉")}至{day(e.end, "汉")}，共{e.days}个工作日。</p><p class=in>公示地点：{e.where}。</p>
      <p class=in>监督电话：{e.phone}（{e.office}）</p><div style="height:20mm"></div>{stamped(c, f"{e.by}<br>" + day(e.posted, "汉"))}"""
    return [sheet(body, "font-family:kai;font-size:17pt;background:#fbe3e0")], truth(c, e)


def meeting(c, e):
    """A long official notice in which dates of meetings stand before the dates of the publicity."""
    n = e.people[0][0]
    body = f"""<h1 style="font:21pt bold;line-height:1.5">关于推荐{n}等同志参加职称评审的公示</h1><p class=in>{day(e.met)}，院职称工作领导小组召开会议，审议通过了推荐人选。依据《职称评审管理暂行规定》，现将{"、".join(f"{a}（{b}）" for a, b in e.people)}的个人申报材料和单位推荐意见，连同本系列评审条件、评审程序，在{e.where}公示{e.days}个工作日（{day(e.start, "短")}—{day(e.end, "短")}）。</p>
      <p class=in>任何单位和个人如有异议，请于{day(e.end, "短")}17:30前向{e.office}反映，逾期不予受理。联系电话：{e.phone}。反映情况须实事求是，以个人名义反映的应署真实姓名。</p><div style="height:14mm"></div>{stamped(c, f"{e.by}<br>{day(e.posted)}")}"""
    return [sheet(body, "font-family:fang;font-size:16pt")], truth(c, e)


DESIGNS = {f.__name__: f for f in (letter, redhead, listed, procedure, counted, table, numerals, meeting)}
