# ruff: noqa: E501 (pages and stories are written in whole lines)
"""Results of publicity and opinions of the unit, each as another office words it."""

from forms import sheet, stamped
from wording import day, items


def truth(c, e, **extra) -> dict:
    out = {
        "items": items(e.items),
        "period": f"{e.start}..{e.end}",
        "venue": e.venue,
        "publisher": e.by,
        "date": e.closed,
        "outcome": "no_objection",
        "sealed": bool(c.seal_on),
        "applicants": [{"name": n, "title": t} for n, t in e.people],
    }
    if c.seal_on:
        out["seal_text"] = c.seal_unit
    return {k: v for k, v in (out | extra).items() if v not in (None, [], "")}


def plain(c, e):
    """A certificate in one paragraph."""
    n, t = e.people[0]
    body = f"""<h1 style="font:26pt bold;margin:14mm 0">公示情况证明</h1><p class=in>{n}同志申报{t}职称，其评审条件和程序、个人申报材料、单位鉴定意见已于{day(e.start)}至{day(e.end)}在{e.where}进行了公示。公示期间，未收到任何单位和个人的异议。</p><p class=in>特此证明。</p><div style="height:25mm"></div>{stamped(c, f"{e.by}<br>{day(e.closed)}")}"""
    return [sheet(body, "font-family:fang;font-size:16pt")], truth(c, e)


def form(c, e):
    """A ruled form with the outcome in a cell and a signature."""
    n, t = e.people[0]
    what = "；".join({"C": "评审条件和程序", "M": "个人申报材料", "O": "单位鉴定意见"}[x] for x in e.items)
    rows = "".join(
        f"<tr><td style='width:32mm;height:15mm'>{k}<td class=left colspan=3>{v}"
        for k, v in [
            ("公示内容", what),
            ("公示时间", f"{day(e.start, '-')}至{day(e.end, '-')}"),
            ("公示地点", e.where),
            ("公示结果", "公示期满，无异议。"),
        ]
    )
    body = f"""<h1 style="font:22pt hei">公示结果证明</h1><table class=r style="font-size:13pt"><tr><td>申报人<td>{n}<td>申报职称<td>{t}{rows}<tr><td style="height:60mm">单位意见<td colspan=3 class="top left">情况属实。经办人：{c.sign(c.p.leader)}{stamped(c, f"{e.by}（章）<br>" + day(e.closed, "-"))}</table>"""
    return [sheet(body, "font-family:song")], truth(c, e)


def account(c, e):
    """An account in numbered points that repeats the number of days."""
    what = {"C": "职称评审条件与程序", "M": "申报人员个人申报材料", "O": "单位鉴定意见"}
    body = f"""<h1 style="font:24pt bold;margin:10mm">公示情况说明</h1><p class=in>现就我单位2025年职称申报公示工作说明如下：</p><p class=in>1.公示人员：{"、".join(f"{n}（{t}）" for n, t in e.people)}。</p><p class=in>2.公示事项：{"、".join(what[x] for x in e.items)}。</p><p class=in>3.公示起止：{day(e.start)}起至{day(e.end)}止。</p>
      <p class=in>4.公示场所：{e.where}。</p><p class=in>5.公示反馈：公示期内无投诉、无举报、无异议。</p>{stamped(c, f"{e.by}<br>{day(e.closed)}")}"""
    return [sheet(body, "font-family:song;font-size:15pt")], truth(c, e)


def short(c, e):
    """Two lines and a seal, Chinese numerals."""
    n, t = e.people[0]
    what = {
        "CM": "评审条件和程序、个人申报材料",
        "O": "单位鉴定意见",
        "M": "个人申报材料",
        "C": "评审条件和程序",
        "CMO": "评审条件和程序、个人申报材料及单位鉴定意见",
        "MO": "个人申报材料及单位鉴定意见",
    }[e.items]
    who = f"{n}申报{t}的" if e.people and e.items != "C" else ""
    body = f"""<h1 style="font:26pt kai;margin:16mm">公示无异议证明</h1><p class=in>我单位{who}{what}，{day(e.start, "汉")}至{day(e.end, "汉")}在{e.where}公示，期间没有收到异议。</p><div style="height:30mm"></div>{stamped(c, f"{e.by}<br>" + day(e.closed, "汉"))}"""
    return [sheet(body, "font-family:kai;font-size:17pt")], truth(
        c, e, applicants=truth(c, e)["applicants"] if who else None
    )


def objection(c, e):
    """One complaint came in and was looked into."""
    n, t = e.people[0]
    body = f"""<h1 style="font:22pt bold;margin:10mm">关于职称申报材料公示结果的证明</h1><p class=in>{n}同志拟申报{t}，我单位于{day(e.start)}至{day(e.end)}将评审条件和程序、个人申报材料、单位鉴定意见在{e.where}予以公示。公示期间收到反映问题1件，经核实，所反映问题不属实。</p><p class=in>特此证明。</p><div style="height:20mm"></div>{stamped(c, f"{e.by}<br>{day(e.closed)}")}"""
    return [sheet(body, "font-family:fang;font-size:16pt")], truth(c, e, outcome="objection")


def silent(c, e):
    """Says that the publicity was held, and nothing of objections."""
    n, t = e.people[0]
    body = f"""<h1 style="font:24pt hei;margin:12mm">公示证明</h1><p class=in>兹有{e.by}职工{n}，申报{t}职称。按照规定，我单位已将评审条件和程序、个人申报材料、单位鉴定意见于{day(e.start, ".")}—{day(e.end, ".")}通过{e.where}公示，公示程序已履行完毕。</p><p class=in>联系电话：{e.phone}</p>{stamped(c, f"{e.by}<br>" + day(e.closed, "."))}"""
    return [sheet(body, "font-family:song;font-size:16pt")], truth(c, e, outcome="not_stated")


def report(c, e):
    """A letter to the committee's office that tells the outcome at the end of a long sentence."""
    n, t = e.people[0]
    what = {
        "CMO": "评审条件、评审程序、申报人提交的个人申报材料和单位推荐意见",
        "CM": "评审条件、评审程序和申报人提交的个人申报材料",
    }[e.items]
    body = f"""<h1 style="font:22pt bold;margin:8mm">公示结果证明</h1><p>评委会办公室：</p><p class=in>根据有关规定，我单位对{n}申报{t}职称的{what}进行了公示，公示时间{day(e.start)}至{day(e.end, "短")}，公示地点为{e.where}，公示无异议，同意上报。</p><p class=in>此致</p><div style="height:18mm"></div>{stamped(c, f"{e.by}<br>" + day(e.closed, "零"))}"""
    return [sheet(body, "font-family:fang;font-size:16pt")], truth(c, e)


DESIGNS = {f.__name__: f for f in (plain, form, account, short, objection, silent, report)}


def opinion(c, name: str, agrees: bool = True, who: str = "", employer: str = ""):
    """The unit's own opinion: prose · form · joint (several people) · red (official head)."""
    p, at = c.p, day(c.p.opinion_date)
    who, employer = who or p.name, employer or c.unit
    verdict = f"同意推荐申报{p.title}" if agrees else f"不同意推荐申报{p.title}"
    praise = f"{who}同志{p.current_title_date[:4]}年取得{p.current_title}资格以来，遵纪守法，爱岗敬业，{p.work}，年度考核均为合格以上等次"
    bodies = {
        "prose": f"<h1 style='font:24pt bold;margin:10mm'>单位鉴定意见</h1><p class=in>{praise}。经研究，{verdict}。</p><div style='height:24mm'></div>{stamped(c, f'{employer}<br>{at}')}",
        "form": f"<h1 style='font:22pt hei'>单位推荐意见</h1><table class=r style='font-size:13pt'><tr><td>姓名<td>{who}<td>申报职称<td>{p.title}<tr><td>工作单位<td colspan=3>{employer}<tr><td style='height:95mm'>推荐<br>意见<td colspan=3 class='top left'>　　{praise}。{verdict}。<p style='margin:14mm 0 0 8mm'>负责人（签字）：{c.sign(p.leader)}</p>{stamped(c, f'（单位公章）<br>{at}')}</table>",
        "joint": f"<h1 style='font:22pt bold'>单位鉴定意见</h1><p class=in>经{employer}职称推荐小组民主评议，现对下列同志提出鉴定意见：</p><table class=r style='font-size:13pt;margin:5mm 0'><tr><th>姓名<th>申报职称<th>鉴定意见<tr><td>{who}<td>{p.title}<td>{'同意推荐' if agrees else '不同意推荐'}<tr><td>管若谷<td>{p.title}<td>同意推荐</table>{stamped(c, f'{employer}<br>{at}')}",
        "red": f"<div style='color:#d81e1e;font:bold 28pt bold;text-align:center;margin:12mm 0 6mm'>{employer}</div><div style='border-bottom:2px solid #d81e1e;margin-bottom:10mm'></div><h1 style='font:20pt bold'>推荐报告</h1><p>上级主管部门：</p><p class=in>{praise}。经党委会研究，{verdict}，请予审核。</p><div style='height:16mm'></div>{stamped(c, f'{employer}<br>{at}')}",
    }
    truth = {"name": who, "agrees": agrees, "employer": employer, "sealed": bool(c.seal_on), "date": p.opinion_date}
    if name == "joint":
        truth.pop("name")
    if c.seal_on:
        truth["seal_text"] = c.seal_unit
    return [sheet(bodies[name], "font-family:fang;font-size:16pt")], truth
