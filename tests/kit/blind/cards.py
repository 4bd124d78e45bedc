# ruff: noqa: E501 (pages and stories are written in whole lines)
"""Copies of identity cards: the card drawn to scale, laid on paper or a table as people do."""

HEAD = """<svg viewBox="0 0 60 75" style="position:absolute;right:{r}mm;top:7mm;width:{w}mm"><rect width=60 height=75 fill="#dfe7ee"/><ellipse cx=30 cy=28 rx=13 ry=17 fill="#c9a98d"/><path d="M14 24q16-26 32 0l1-8q-17-18-34 0z" fill="#222"/><path d="M4 75q4-26 26-26t26 26z" fill="#39424e"/></svg>"""


def front(c, css: str = "") -> str:
    """The side with the portrait; the address in rows of eleven characters, as on the card."""
    p = c.p
    y, m, d = (int(x) for x in p.birth_date.split("-"))
    rows = "<br>".join(p.address[i : i + 11] for i in range(0, len(p.address), 11))
    return f"""<div class="idc f" style="{css}"><div style="left:5mm;top:6mm"><b>姓 名</b><span class=n>{p.name}</span></div>
      <div style="left:5mm;top:13mm"><b>性 别</b>{p.sex}　<b>民 族</b>{p.ethnicity}</div><div style="left:5mm;top:20mm"><b>出 生</b>{y} <b>年</b> {m} <b>月</b> {d} <b>日</b></div>
      <div style="left:5mm;top:27mm"><b>住 址</b></div><div style="left:15.5mm;top:27mm;line-height:1.35">{rows}</div>
      <div style="left:5mm;top:45mm"><b>公民身份号码</b>　<span style="font:bold 12pt hei;letter-spacing:.06em">{p.id_number}</span></div>{HEAD.format(r=6, w=24)}</div>"""


def back(c, css: str = "") -> str:
    """The side with the emblem, the authority and the term."""
    p = c.p
    return f"""<div class="idc b" style="{css}"><svg viewBox="0 0 50 50" style="position:absolute;left:6mm;top:5mm;width:15mm"><circle cx=25 cy=25 r=22 fill="#c33" stroke="#c9a227" stroke-width=4 /><path d="M25 8l3 9h9l-7 5 3 9-8-6-8 6 3-9-7-5h9z" fill="#e6c34a"/></svg>
      <div style="left:27mm;top:6mm;font:15pt hei;letter-spacing:.1em">中华人民共和国</div><div style="left:25mm;top:15mm;font:bold 20pt hei;letter-spacing:.2em">居民身份证</div>
      <div style="left:17mm;top:38mm"><b>签发机关</b>　{p.authority}</div><div style="left:17mm;top:45mm"><b>有效期限</b>　{p.valid_printed}</div></div>"""


def _page(body: str, css: str = "") -> str:
    return f'<section style="{css}">{body}<p class=foot>样张，供测试，姓名单位均为虚构</p></section>'


COPY = '<p style="position:absolute;right:30mm;bottom:55mm;font:15pt hand">此复印件与原件一致　{who}</p>'
# Arrangement of the two sides: one entry per page, each a list of (side, css); then what lies on the page besides.
ARRANGED = {
    "beside": ([[(front, "left:14mm;top:40mm"), (back, "left:108mm;top:40mm")]], "", ""),
    "stacked": ([[(front, "left:62mm;top:50mm"), (back, "left:62mm;top:130mm")]], "", "grey"),
    "pages": ([[(front, "left:60mm;top:95mm")], [(back, "left:60mm;top:95mm")]], "", ""),
    "large": ([[(front, "left:30mm;top:25mm;zoom:1.7"), (back, "left:30mm;top:95mm;zoom:1.7")]], "", ""),
    "small": (
        [[(back, "left:90mm;top:150mm;zoom:.82"), (front, "left:90mm;top:80mm;zoom:.82")]],
        "<h2>身份证复印件</h2>",
        "grey",
    ),
    "table": (
        [
            [
                (front, "left:40mm;top:45mm;transform:rotate(-3deg);zoom:1.15"),
                (back, "left:48mm;top:120mm;transform:rotate(2deg);zoom:1.15"),
            ]
        ],
        "",
        "background:#7c5a3a",
    ),
    "marked": ([[(front, "left:60mm;top:60mm"), (back, "left:60mm;top:130mm")]], "copy", ""),
}


def card(c, name: str):
    """Pages and truth of an identity card in the named arrangement; the order of the sides is the order on paper."""
    pages, extra, ground = ARRANGED[name]
    css = "filter:grayscale(1)" if ground == "grey" else ground
    note = COPY.format(who=c.sign("审")) if extra == "copy" else extra
    made = [_page(note + "".join(side(c, at) for side, at in sides), css) for sides in pages]
    p = c.p
    truth = {
        "name": p.name,
        "sex": p.sex,
        "ethnicity": p.ethnicity,
        "birth_date": p.birth_date,
        "address": p.address,
        "id_number": p.id_number,
        "authority": p.authority,
        "valid": p.valid,
        "sides": ["front", "back"],
    }
    return made, truth
