"""The lines that matter, read a second time by the larger model, and what to believe where the two disagree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from dossier.recognise.engine import Engine, Image, Reading
from dossier.recognise.lines import Piece, crop
from dossier.recognise.rare_letters import TRAPS
from dossier.text import find_dates, id_number_problem, is_rare, squeeze

SURE = 0.93
DOUBTFUL_CHARACTER = 0.75
"""A line is read again when its mean or its least probability falls below these."""
PLAIN, PLAIN_CHARACTER = 0.985, 0.9
"""A line with figures or a name is read again below these. Measured on 38 scanned pages: of 180 such lines read at
0.995 or above the larger model read none differently, of 42 between 0.98 and 0.995 three, all in punctuation or 〇."""
SHORT = 4
"""Lines this short may be names, which no context mends."""
LONGEST = 30
"""Characters of a line that is read again for the name in it."""
DISAGREED = 0.8
"""The most a line is worth on which the two models disagree without a reason."""
CLEAR = 0.9
"""From here on the larger model is believed over a character the smaller one doubted or does not know."""

_FIGURES = re.compile(r"(?:\d\D{0,2}){4}|[〇零一二三四五六七八九]{4}年")
_NAMED = re.compile(r"姓名|签[名字章]|人[:：（(]|申报人(?!员)|负责人|法定代表|经办|作者|发明|主持|完成人|公示对象")
_TRIVIAL = re.compile(r"[\W_一ー]*")
"""Spaces, punctuation and the dashes that are read as 一: differing in them is no disagreement."""
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_LABELS = frozenset(
    re.findall(
        r"\S+",
        """
        姓名 性别 民族 籍贯 年龄 学历 学位 专业 职务 职称 单位 备注 序号 电话 手机 邮箱 地址 日期 时间 年度 年月 等级
        级别 名称 类别 类型 内容 情况 学校 男 女 汉族 年 月 日 合格 优秀 良好 称职 出生 出生年月 出生日期 身份证号
        工作单位 参加工作 联系电话 联系方式 毕业院校 毕业学校 毕业时间 毕业专业 所学专业 政治面貌 现职称 申报系列
        申报专业 申报职称 申报级别 考核结果 考核年度 起止时间 聘任时间 取得时间 发证机关 证书编号 公示内容 公示时间
        公示地点 公示结果 公示范围 本科 专科 硕士 博士 学时 签名 签字 盖章 公章 基本信息 工作经历 学习经历 无 有 是
        否 总学时 公需科目 专业科目 负责人 经办人 本人签名 单位意见 填表日期 签发日期 有效期限 公民身份 住址 证明
        目录 页码
        """,
    )
)
"""Words of forms that both models read alike; reading them again costs time and changes nothing."""


def matters(piece: Piece) -> bool:
    """Whether a line deserves the larger model: doubtful, with figures, or perhaps a name, above all a rare one."""
    reading, text = piece.reading, squeeze(piece.reading.text)
    if piece.stamped:
        return False
    if reading.confidence < SURE or reading.weakest < DOUBTFUL_CHARACTER:
        return True
    if TRAPS & {*text} and len(text) <= LONGEST:
        return True
    if reading.confidence >= PLAIN and reading.weakest >= PLAIN_CHARACTER:
        return False
    if _FIGURES.search(text):
        return True
    if len(text) <= SHORT:
        return bool(_CHINESE.search(text)) and text.strip("：:") not in _LABELS
    return len(text) <= LONGEST and bool(_NAMED.search(text))


def reread(engine: Engine, image: Image, pieces: Sequence[Piece]) -> list[Piece]:
    """The lines in their order, those that matter with the reading to be believed and the first one kept as `raw`."""
    chosen = [i for i, piece in enumerate(pieces) if matters(piece)]
    second = engine.recognise([crop(image, pieces[i].box) for i in chosen], small=True)
    result = list(pieces)
    for i, reading in zip(chosen, second, strict=True):
        believed = settle(pieces[i].reading, reading, engine)
        raw = pieces[i].reading.text if believed.text != pieces[i].reading.text else ""
        result[i] = replace(pieces[i], reading=believed, raw=raw)
    return [piece for piece in result if piece.reading.text.strip()]


def settle(first: Reading, second: Reading, engine: Engine) -> Reading:
    """One reading of two: what both say, else what alone makes sense, else the larger model's at a lower confidence."""
    if squeeze(first.text) == squeeze(second.text):
        return second if second.confidence >= first.confidence else replace(second, scores=_as_sure_as(second, first))
    for sense in (_identity_numbers, _dates):
        if sense(first.text) != sense(second.text):
            return first if sense(first.text) > sense(second.text) else second
    if not second.text.strip():
        return replace(first, scores=_capped(first.scores, min(DISAGREED, first.confidence)))
    if _clearly_better(first, second, engine):
        return second
    if _has_the_rarer_letters(first, second):
        return replace(first, scores=_capped(first.scores, min(DISAGREED, first.confidence)))
    return replace(second, scores=_capped(second.scores, min(DISAGREED, first.confidence, second.confidence)))


def _has_the_rarer_letters(first: Reading, second: Reading) -> bool:
    """Whether the two differ in letters only that the smaller model reads as rare ones and the larger as common ones.

    Models take rare letters for common ones, hardly ever the other way round: 昝 is right where the other says 智.
    """
    if len(first.text) != len(second.text):
        return False
    pairs = [
        (a, b, score)
        for a, b, score in zip(first.text, second.text, first.scores, strict=True)
        if a != b and not (_TRIVIAL.fullmatch(a) and _TRIVIAL.fullmatch(b))
    ]
    return bool(pairs) and all(
        score >= DOUBTFUL_CHARACTER and _CHINESE.match(a) and _CHINESE.match(b) and is_rare(a) and not is_rare(b)
        for a, b, score in pairs
    )


def _clearly_better(first: Reading, second: Reading, engine: Engine) -> bool:
    """Everywhere they differ the larger model is sure, and the smaller one doubts or cannot know the character."""
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, first.text, second.text, autojunk=False).get_opcodes():
        before, after = first.text[a0:a1], second.text[b0:b1]
        if tag == "equal" or (_TRIVIAL.fullmatch(before) and _TRIVIAL.fullmatch(after)):
            continue
        surest = min(second.scores[b0:b1], default=0.0)
        doubted = min(first.scores[a0:a1], default=0.0) < min(DOUBTFUL_CHARACTER, surest - 0.15)
        unknown = any(not engine.reads(character) for character in after)
        if surest < CLEAR or not (doubted or unknown):
            return False
    return True


def _identity_numbers(text: str) -> int:
    """How many identity numbers with a right check character the text holds."""
    return sum(id_number_problem(number) is None for number in re.findall(r"\d{17}[\dXx]", text))


def _dates(text: str) -> int:
    """How many days of the calendar the text holds."""
    return len(find_dates(text))


def _as_sure_as(reading: Reading, other: Reading) -> tuple[float, ...]:
    return tuple(max(score, other.confidence) for score in reading.scores)


def _capped(scores: Sequence[float], most: float) -> tuple[float, ...]:
    return tuple(min(score, most) for score in scores)
