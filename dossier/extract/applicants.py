"""Whom a notice, letter or list speaks of: names with the title they apply for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from dossier.extract.layout import Cell, Layout, Spot
from dossier.extract.readers import valued
from dossier.extract.sentences import Prose
from dossier.model import Box, Value
from dossier.text import normalise

_COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|端木|百里|呼延|长孙|宇文|轩辕|澹台|南宫|独孤"
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍"
    "双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空"
    "曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公万俟岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦仉仝佟佘谯肖覃付代苟展原苑郄药栗赫"
)
NAME = rf"(?:(?:{_COMPOUND}|[{_SURNAMES}])[㐀-鿿\U00020000-\U0003ffff]{{1,2}}|[㐀-鿿]{{1,6}}(?:·[㐀-鿿]{{1,8}})+)"
_LEAD = r"(?:我单位|我公司|我局|我校|我院|我所|我厂|我中心|我站|本单位|本公司|对象|申报人员?|参评人员?|人员|姓名|职工|员工|教师|同事|对|将|为|现有|拟推荐|推荐|同意|给予|关于|[:,。、;(\d])"
_TAIL = r"(?:同志|老师|先生|女士|\([男女]\)|等\d*[名位]?同志)?"
_NOT_A_NAME = re.compile("程序|条件|时限|期限|公司|同志|单位|公司|申报|公示|评审|材料|职称|工作|关于|经办|负责|联系|电话|时间|方式|地点|范围|人员|高级|工程|教师|符合|方面|相关|有关|通过|全部|全体")
_APPLIES = r"(?:拟?申报|申请|参评|评审|晋升|拟评|推荐|报送|竞聘)"


def read_applicants(prose: Prose, layouts: Sequence[Layout], titles: Collection[str], known: Collection[str]) -> Value | None:
    """[{name, title}] as published; `known` are names the dossier gives elsewhere, looked for first. Title may be None."""
    listed = list(_from_tables(layouts, titles))
    people: dict[str, str | None] = {}
    places: list[Spot] = []
    for name, title, spot in [*listed, *_from_prose(prose, titles, known)]:
        if name not in people or (people[name] is None and title):
            people[name] = title
            places.append(spot)
    if not people:
        return None
    spot = places[0]
    box = Box.around(place.box for place in places if place.page == spot.page and place.file == spot.file)
    joined = Spot("、".join(people), spot.file, spot.page, box, min(p.confidence for p in places), spot.method)
    return valued([{"name": name, "title": title} for name, title in people.items()], joined)


def _from_prose(prose: Prose, titles: Collection[str], known: Collection[str]) -> Iterator[tuple[str, str | None, Spot]]:
    text = prose.text
    spans: list[tuple[str, int, int]] = []
    for name in known:
        spans += [(name, match.start(), match.end()) for match in re.finditer(re.escape(name), text)]
    patterns = (
        rf"(?:{_LEAD}|^)(?P<n>{NAME}){_TAIL}(?=[^。;]{{0,24}}?{_APPLIES})",
        rf"(?:公示对象|申报人(?:员)?|参评人员|姓名)(?:为|是)?:?(?P<n>{NAME})(?=同志|等|[,。、;:(]|性别|申报|现|工作|$)",
        rf"(?P<n>{NAME})同志",
    )
    for pattern in patterns:
        spans += [(match["n"], match.start("n"), match.end("n")) for match in re.finditer(pattern, text)]
    for row in prose.row_starts:
        match = re.match(rf"(?:\(?\d{{1,2}}[.、)])?(?P<n>{NAME}){_TAIL}[,(]?[^。;]{{0,16}}?{_APPLIES}", text[row : row + 48])
        if match:
            spans.append((match["n"], row + match.start("n"), row + match.end("n")))
    for name, start, end in spans:
        if _NOT_A_NAME.search(name):
            continue
        spot = prose.spot(start, end)
        if spot:
            yield name, _title_behind(text[end : end + 60], titles), spot


def _title_behind(text: str, titles: Collection[str]) -> str | None:
    """The title applied for: the one that follows the verb of applying, else none."""
    sentence = re.split(r"[。;]", text)[0]
    match = re.search(rf"{_APPLIES}|职称:|资格:", sentence)
    if match is None:
        return None
    return first_title(sentence[match.end() :], titles)


def first_title(text: str, titles: Collection[str]) -> str | None:
    """The title that begins first in a text; of several at one place the longest."""
    hits = [(text.find(title), -len(title), title) for title in titles if title in text]
    return min(hits)[2] if hits else None


def _from_tables(layouts: Sequence[Layout], titles: Collection[str]) -> Iterator[tuple[str, str | None, Spot]]:
    for layout in layouts:
        heads = {cell.text: cell for cell in layout.cells}
        name_head = next((cell for text, cell in heads.items() if re.fullmatch(r"(?:申报人)?姓名|申报人(?:员)?|公示对象", text)), None)
        title_head = next((cell for text, cell in heads.items() if _is_title_head(text)), None)
        if name_head is None:
            continue
        right = layout.right_of(name_head)
        names = _column(name_head, layout)
        if names and right is not None and not re.fullmatch(NAME, right.text):
            rows = [(cell, _same_row(cell, _column(title_head, layout)) if title_head else None) for cell in names]
        elif right is not None:
            rows = [(right, layout.right_of(title_head) if title_head else None)]
        else:
            continue
        for cell, title_cell in rows:
            match = re.fullmatch(NAME, normalise(cell.text))
            spot = cell.flow.spot()
            if match and spot and not _NOT_A_NAME.search(cell.text):
                yield match.group(), first_title(title_cell.text, titles) if title_cell else None, spot


def _is_title_head(text: str) -> bool:
    return re.fullmatch(r"(?:拟?申报|拟评|推荐|评审)(?:评审)?(?:的)?(?:专业技术)?(?:职称|资格|职务|任职资格|职称名称|级别及职称|职称级别)(?:名称)?", text) is not None


def _column(head: Cell, layout: Layout) -> list[Cell]:
    cells, current = [], layout.below(head)
    while current is not None and len(cells) < 60:
        cells.append(current)
        current = layout.below(current)
    return cells


def _same_row(cell: Cell, column: Sequence[Cell]) -> Cell | None:
    return next((other for other in column if other.box.overlap_y(cell.box) > 0.6), None)
