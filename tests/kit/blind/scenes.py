# ruff: noqa: E501 (pages and stories are written in whole lines)
"""Proof that a notice hung somewhere: a board photographed, a page in a browser, a page on a telephone."""

import cv2
import numpy as np
from damage import desk, jpeg, warp_onto
from forms import sheet
from PIL import Image, ImageDraw, ImageFont
from wording import day, items

WHAT = {"C": "评审条件和程序", "M": "个人申报材料", "O": "单位鉴定意见"}


def board(notice: np.ndarray, rng: np.random.Generator, style: str, stamp: str = "", face: str = "") -> np.ndarray:
    """A photograph, 2880 x 2160 px, of the page hung up: cork · glass (case with reflection) · wall (seen aslant) · screen (bright on dark); `stamp` is the camera's date."""
    shot = desk((1350, 1800), rng)
    if style != "wall":
        cv2.rectangle(shot, (60, 50), (1740, 1300), (150, 155, 160), 26)
        shot[76:1274, 86:1714] = shot[76:1274, 86:1714] // 3 + np.uint8(
            [70, 110, 130] if style == "cork" else [110, 60, 40]
        )
    if style == "screen":
        notice = 245 - (notice * 0.9).astype(np.uint8)
        notice[::4] -= notice[::4] // 3
    h, w = notice.shape[:2]
    for x in (150, 1330):
        other = np.full((420, 300, 3), rng.integers(200, 250), np.uint8)
        for y in range(60, 380, 26):
            cv2.line(other, (30, y), (int(rng.integers(160, 270)), y), (90, 90, 90), 5)
        shot = warp_onto(shot, other, np.float32([[x, 160], [x + 300, 150], [x + 305, 570], [x - 5, 580]]))
    tall = 1150
    wide = tall * w / h
    x, y = (1800 - wide) / 2, 100
    slant = 0.10 if style == "wall" else 0.03
    corners = np.float32([[x, y], [x + wide, y], [x + wide, y + tall], [x, y + tall]])
    corners += rng.uniform(-slant, slant, (4, 2)).astype(np.float32) * [wide * 0.6, tall * 0.3]
    shot, corners = cv2.resize(shot, None, fx=1.6, fy=1.6), corners * 1.6
    shot = warp_onto(shot, notice, corners).astype(np.float32)
    if style == "glass":
        glare = np.zeros(shot.shape[:2], np.float32)
        cv2.fillConvexPoly(glare, np.int32([[1440, 0], [1840, 0], [1120, 2160], [670, 2160]]), 1.0)
        shot += cv2.GaussianBlur(glare, (0, 0), 40)[..., None] * 38
    shot = cv2.GaussianBlur(shot, (0, 0), 1.0) + rng.normal(0, 4, shot.shape)
    shot = np.clip(shot, 0, 255).astype(np.uint8)
    if stamp:
        picture = Image.fromarray(shot)
        ImageDraw.Draw(picture).text((2700, 2030), stamp, (40, 140, 255), ImageFont.truetype(face, 84), "rs")
        shot = np.asarray(picture)
    return jpeg(shot, 70)


def browser(c, e):
    """The unit's OA in a browser window, one landscape screen."""
    n, t = e.people[0]
    body = f"""<section class=shot><div style="background:#dee1e6;height:34px;padding:8px 16px;font:13px hei">　公告详情 - 协同办公平台　✕</div><div style="background:#fff;height:34px;border-bottom:1px solid #ddd;font:13px hei;padding:8px 70px;color:#555">http://10.18.6.20/oa/notice/detail?id=20318</div>
      <div style="display:flex;font-family:hei"><div style="width:180px;background:#24425f;color:#cfe0f0;height:700px;font-size:14px;line-height:2.8;padding:14px 20px">首页<br>待办事项<br>通知公告<br>规章制度<br>通讯录</div><div style="padding:26px 50px;flex:1;font-size:16px;line-height:1.9"><h1 style="font:24px bold;margin:0">关于{n}申报{t}职称的公示</h1>
      <div style="text-align:center;color:#888;font-size:13px;border-bottom:1px solid #eee;padding:8px">发布部门：{e.office}　发布时间：{day(e.start, "-")} 08:47　阅读：136</div><p class=in>现将{n}同志申报{t}职称的{"、".join(WHAT[x] for x in e.items)}予以公示。</p><p class=in>公示时间：{day(e.start)}至{day(e.end)}。</p><p class=in>监督电话：{e.phone}</p><p style="text-align:right">{e.by}<br>{day(e.posted)}</p></div></div></section>"""
    return [body], {"items": items(e.items), "period": f"{e.start}..{e.end}", "date": e.start}


def mobile(c, e):
    """A telephone's screen, put on paper by itself."""
    n, t = e.people[0]
    body = f"""<div style="width:96mm;height:200mm;margin:14mm auto;border:1px solid #bbb;font:11pt hei;padding:3mm 5mm"><div style="display:flex;justify-content:space-between;font-size:9pt"><b>10:26</b><span>5G ▮▮▮ 82%</span></div><div style="text-align:center;border-bottom:1px solid #eee;padding:3mm">{"内网公告" if "internal_website" in e.venue else e.where + "（86）"}</div>
      <p style="font:15pt bold">职称申报公示</p><p style="color:#444;font-size:9pt">{e.office}　{day(e.start, "-")} 09:05</p><p class=in>{n}同志申报{t}，现将{"、".join(WHAT[x] for x in e.items)}公示如下，公示期{day(e.start, ".")}至{day(e.end, ".")}。</p><p class=in>监督电话：{e.phone}</p><p style="text-align:right">{e.by}</p></div>"""
    return [sheet(body)], {"items": items(e.items), "period": f"{e.start}..{e.end}", "date": e.start}
