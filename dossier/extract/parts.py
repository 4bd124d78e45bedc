"""Which part of a paper, a book or a standard a page shows. They bear no title that names their kind: only what such
pages hold tells them, whoever printed them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from dossier.extract.layout import Flow, Layout
from dossier.text.regex import Regex

_FEW_ROWS = 16
"""Rows of text at most on a cover."""
_COVER_SENTENCES = 4
"""Sentences at most on a cover: more make the end of a text that speaks of journals."""
_COLOURED = 8
_MANY_ROWS = 25
"""Rows of text at most in a journal's letter."""
_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年"
_NUMBER = r"[\d〇○零一二三四五六七八九十]{1,4}"
_CONTENTS = Regex(
    rf"(?:《?[㐀-鿿]{{2,12}}》?(?={_YEAR}第))?"
    rf"(?:(?:{_YEAR})?(?:第\d+卷)?第{_NUMBER}期(?:[(（]?总第?{_NUMBER}期[)）]?)?(?:[(（][\d年月日.-]+(?:出版|出刊)?[)）])?)?(?:[本该]期)?"
    rf"(?:contents[/|·]?)?(?:目[次录]|要目)(?:[(（](?:{_YEAR})?(?:第{_NUMBER}期|{_NUMBER}月(?:{_NUMBER}日)?)(?:出版|出刊|刊出)?[)）])?(?:[/|·]?contents)?|contents",
    re.IGNORECASE,
)
"""A heading of contents, the number of the issue before it or not."""
_OF_AN_ISSUE = Regex(
    rf"(?=.*(?:{_YEAR}[\d一二三四五六七八九十]{{1,2}}月|第{_NUMBER}期|[周旬月季]刊))"
    r"(?:.{2,32}(?:目[次录]|要目)|(?:目[次录]|要目)[(（][^()（）]{4,20}[)）])"
)
"""A heading of contents among what else is told of the issue: 某某月刊2023年8月10日出版目次, 目次（2021年4月出刊）."""
_PAGE_OF_ENTRY, _ENTRIES = Regex(r"^\d{1,3}\s?(?=[\t㐀-鿿])|(?<=[㐀-鿿\t(（.…])\d{1,3}[)）]?$"), 2
"""The page at which an article begins, before or behind it; so many make contents of what such a heading heads."""
_PAPERS = (
    r"评审表|申报表|简表|一览表",
    r"身份证",
    r"毕业证|学历证",
    r"学位证",
    r"(?:学历|学籍)(?:证书)?.{0,6}(?:备案|认证|验证)",
    r"(?:资格|职称|职务)证",
    r"执业证",
    r"聘书|聘任|劳动合同|参保|社保",
    r"考核",
    r"继续教育|继续医学教育|学时|学分",
    r"工作总结|业务自传",
    r"承诺书",
    r"公示",
)
_LISTED_PAPERS = 5
"""Kinds of papers of an application that make of what is headed 目录 the catalogue of one, and no contents."""
_CHAPTER = Regex(
    r"^(?:第[一二三四五六七八九十百\d]*[章篇节]|[上中下]篇|\d{1,2}\.\d|绪论|导论|参考文献|附录|后记|前言|序言?$)"
)
_ENTRY = Regex(r"[.…·。\-_]{2,}\(?\d{1,3}\)?$|[㐀-鿿)]\t?\(?\d{1,3}\)?$")
"""A row of a table of contents: its end is the number of a page."""
_HEADS = 3
"""Rows at the head of a page among which contents tell whose they are."""
_HALF_READ, _NUMBERED = Regex(r"[㐀-鿿]?[次录]"), 3
"""A heading 目次 whose first letter was lost or misread, and the numbers of pages from which it is one of contents."""
_ISSUE = Regex(
    r"第[\d一二三四五六七八九十]{1,3}期|总第?\d+|第\d+卷|\bNo\.?\d|\bVol\b|\d年(?:\d{1,2}月|[春夏秋冬]季)[号刊]",
    re.IGNORECASE,
)
_SERIAL = Regex(r"[I1l]SSN|CN\d\d-\d{4}|刊号|月刊|季刊|旬刊|周刊|学报|期刊|杂志")
ABSTRACT = Regex(r"(?:摘要|提要|Abstract).*(?:关键词|主题词|Keywords?)", re.IGNORECASE)
_REFERENCES = Regex(r"参考文献|参考书目|References", re.IGNORECASE)
_ARTICLE = Regex(r"文献标[识志]码|中图分类号|文章编号|收稿日期|基金项目|作者简介")
_PLATFORM = Regex(r"搜索|检索|查询|数据库|知识(?:网|服务)|学术|文献|期刊网|全文库|知网|万方|维普")
_CITATION = Regex(
    r"(?:19|20)\d\d年?[,，(（\s]*(?:第?\d{1,3}卷?[,，(（]?)?(?:第?\d{1,2}期|\d{1,2}[)）])[)）]?[:：,，\s|]*\d{1,4}[-–—~]\d"
)
_SUMMARY = Regex(r"[\[【(〔〈]?(?:内容)?(?:摘要|提要|Abstract)[\]】)〕〉]?[:：]?", re.IGNORECASE)
_IN_STEPS = Regex(r"目的[:：].{6,200}方法[:：].{6,300}结果[:：]")
"""A summary in steps without a heading of its own."""
_ARTICLE_ROWS, _HEAD_ROWS = 12, 8
"""Rows of an article's first page at least, and those among which its summary begins."""
_SUBMITTED = Regex(r"稿件|来稿|投稿|大作|论文|[本我贵]刊|编辑部")
_GUIDELINES = Regex(r"(?:投稿|来稿|征稿|作者)(?:须知|要求|简则|启事|指南)|[征约]稿|来稿[应请须需]")
"""What a journal asks of authors, beside its imprint: abstracts and references among it."""
_REPORTS_RETRIEVAL = Regex(
    r"(?:检索(?:结果|报告|证明|页|凭证)|收录(?:证明|报告)|文献(?:详情|检索))(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)?$"
)
"""Ends a heading of the page of a literature platform, or of a library's report."""
_RETRIEVED = (
    r"检索(?:时间|日期|结果|报告|证明|词|式|条件|平台|途径|工具|页面|表达式)",
    r"收录(?:证明|情况|数据库|于|类别|类型|时间|报告)",
    r"文献(?:详情|来源|出处|类型|信息|检索|服务)",
    r"下载(?:频次|次数|量|[:：]\d)",
    r"被引(?:频次|次数|量)?",
    r"来源(?:期刊|数据库|出版物|文献|刊物)",
    r"查新|查收查引",
    r"(?:全文|期刊|论文|文献|引文)数据库|数据库(?:名称|:)",
    r"知网|CNKI|万方|维普|CQVIP|WebofScience|EICompendex|Scopus|龙源",
    r"入藏号|AccessionNumber|WOS:",
    r"命中\d*[条篇]",
    r"DOI",
    r"(?:题名|篇名|刊名|作者单位|机构):?",
)
"""What the page of a literature platform or a report of retrieval says of a paper."""
_IMPRINT = (
    r"主管",
    r"主办",
    r"编辑出版|编辑部|编辑单位|出版单位|编辑:",
    r"刊号|[I1l]SSN",
    r"CN\d\d-\d{4}",
    r"定价|零售价",
    r"邮发",
    r"印刷",
    r"出版日期|创刊",
    r"主编|社长",
    r"发行",
    r"地址|社址",
    r"邮编|邮政编码",
    r"电话|E-?mail|投稿",
    r"广告|订阅|订购",
)
_IMPRINT_WORDS, _IMPRINT_ALONE = 4, 6
"""So many of them make an imprint; on a page of few rows more, for a cover has some too."""
_IMPRINT_LABELLED = 3
"""So many will do where the journal's name stands behind a label, which no cover has."""
_LABELLED = Regex(r"(?:刊名|期刊名称|刊物名称)")
_IMPRINT_ROW = Regex(
    r"(?:主管|主办|协办|编辑|主编|社长|编委|顾问|出版|印刷|发行|刊号|国内(?:统一)?(?:连续)?|国际(?:标准)?|标准刊号|邮发|定价|刊期|刊名)[^:：]{0,8}[:：]"
)
_WHOLE_PAGE = 60
"""Rows among which contents may begin on a page that has the imprint above or beside them."""
_IMPRINT_ROWS = 4
"""So many rows that begin with such a label are an imprint; a cover has hardly a label."""
_CATALOGUED = Regex(r"图书在版编目|CIP|版本图书馆")
_COLOPHON = (
    r"版次|版印次",
    r"印次|次印刷",
    r"开本",
    r"印张|字数",
    r"定价",
    r"[I1l]SBN|书号",
    r"出版发行|经销",
    r"责任编辑",
)
_PUBLISHER = Regex(
    r"(?:出版社|出版公司|出版集团|出版传媒|出版有限公司|书局|书店|书社|印书馆|University\s?Press|Press)$"
)
_CREDIT = Regex(r"^[㐀-鿿·、,\s]{2,40}?(?:编著|主编|主审|编写|著|编|译|等)$")
_STANDARD_COVER = Regex(r"ICS\s?\d|CCS|中国标准文献分类号|备案号")
_FOREWORD = Regex(r"本(?:标准|文件|规范|规程|部分)[^。]{0,60}(?:起草|提出|归口|编制)")
_STANDARD_BODY = Regex(r"规范性引用文件|术语和定义|本(?:标准|文件|规范)(?:规定了|适用于)")


def parts_of(kind: str, layout: Layout) -> list[str]:
    """The parts of such a document that stand on the page; none where it shows none, or the kind has no parts."""
    tell = _TELLERS.get(kind)
    return tell(layout) if tell is not None and layout.page.lines else []


def _of_paper(layout: Layout) -> list[str]:
    text, rows = layout.flow.prose.text, _rows(layout)
    if _CATALOGUED.search(text) or _is_colophon(text) or lists_papers(layout):
        return []
    if _is_acceptance(text) and len(rows) <= _MANY_ROWS:
        return ["acceptance_letter"]
    if _GUIDELINES.search(text) and _hits(_IMPRINT, text) >= _IMPRINT_WORDS and _SERIAL.search(text):
        return ["copyright"]
    article = _REFERENCES.search(text) or _ARTICLE.search(text)
    headed = any(_REPORTS_RETRIEVAL.search(row.prose.text) and len(row.prose.text) <= 24 for row in rows[:3])
    if _hits(_RETRIEVED, text) >= (1 if headed else 2) and not article:
        return ["index"]
    if len(rows) <= _FEW_ROWS and not article and _is_search_result(rows):
        return ["index"]
    contents = has_contents(layout)
    if ABSTRACT.search(text) or (article and not contents) or _begins_with_summary(rows) or _IN_STEPS.search(text):
        return ["body"]
    imprint = _hits(_IMPRINT, text) >= (_IMPRINT_WORDS if contents or len(rows) > _FEW_ROWS else _IMPRINT_ALONE)
    imprint = imprint or (_hits(_IMPRINT, text) >= _IMPRINT_LABELLED and _LABELLED.search(text) is not None)
    imprint = imprint or sum(_IMPRINT_ROW.match(row.prose.text) is not None for row in rows) >= _IMPRINT_ROWS
    imprint = imprint and _SERIAL.search(text) is not None
    contents = contents or (imprint and has_contents(layout, _WHOLE_PAGE))
    contents = contents and not (
        len(rows) <= _FEW_ROWS and "要目" in text and "目次" not in text and "目录" not in text
    )
    parts = ["contents"] * (contents and not _is_contents_of_book(layout)) + ["copyright"] * imprint
    if not parts and len(rows) <= _FEW_ROWS and (_SERIAL.search(text) or _ISSUE.search(text)) and _is_open(layout):
        parts = ["cover"] if text.count("。") <= _COVER_SENTENCES else []
    return parts


def _is_search_result(rows: Sequence[Flow]) -> bool:
    """Whether a platform is named at the head, and below it where a paper is printed: year, issue and pages."""
    texts = [row.prose.text for row in rows]
    named = any(_PLATFORM.search(text) for text in texts[:3])
    return named and _CITATION.search("".join(texts[1:])) is not None


def _begins_with_summary(rows: Sequence[Flow]) -> bool:
    """Whether an article begins here: its summary below title and author, key words or not, and much text behind."""
    return len(rows) >= _ARTICLE_ROWS and any(_SUMMARY.match(row.prose.text) for row in rows[1:_HEAD_ROWS])


def _is_acceptance(text: str) -> bool:
    """A journal's word that it will print a paper; a person is taken on by notices of the same name."""
    told = re.search(r"(?:录用|用稿|采用|刊用|接收)(?:通知书?|证明|函|证书)", text[:120])
    promised = re.search(r"(?:您|贵|你)[^。]{0,16}(?:稿件|论文|文章|大作|来稿|投稿)[^。]{0,90}(?:录用|采用|刊用)", text)
    return (promised is not None or told is not None) and _SUBMITTED.search(text) is not None


def _of_book(layout: Layout) -> list[str]:
    text, rows = layout.flow.prose.text, _rows(layout)
    if _CATALOGUED.search(text) or _is_colophon(text):
        return ["copyright"]
    if lists_papers(layout):
        return []
    if _is_contents_of_book(layout) or (
        has_contents(layout) and not _ISSUE.search(text) and _hits(_IMPRINT, text) < _IMPRINT_WORDS
    ):
        return ["contents"]
    if len(rows) > _FEW_ROWS or _ISSUE.search(text) or re.search("[I1l]SSN", text) or not _is_open(layout):
        return []
    published = any(_PUBLISHER.search(row.prose.text) and len(row.prose.text) <= 24 for row in rows)
    credited = any(_CREDIT.match(row.prose.text) for row in rows)
    numbered = re.search(r"[I1l]SBN", text) is not None
    return ["cover"] if published or numbered or (credited and len(rows) <= _FEW_ROWS // 2) else []


def _of_standard(layout: Layout) -> list[str]:
    text = layout.flow.prose.text
    dated = re.search(r"\d\s*发布", text) and re.search(r"\d\s*实施", text)
    if _STANDARD_COVER.search(text) and (dated or "发布" in text) and len(_rows(layout)) <= 2 * _FEW_ROWS:
        return ["cover"]
    if _FOREWORD.search(text) and re.search("前言|主要起草人|起草单位", text):
        return ["foreword"]
    if re.search("标准(?:编号|号|名称|状态)", text) and re.search("发布日期", text) and "实施日期" in text:
        return ["entry"]
    return ["body"] if len(_STANDARD_BODY.findall(text)) >= 2 else []


_TELLERS: Mapping[str, Callable[[Layout], list[str]]] = {
    "paper": _of_paper,
    "book": _of_book,
    "standard": _of_standard,
}
PUBLISHED = frozenset(_TELLERS)
"""Kinds known by their parts."""


def has_contents(layout: Layout, rows: int = 7) -> bool:
    """Whether one of the first rows is the heading of a table of contents."""
    every = layout.flow.rows()
    first = [re.sub(r"\s", "", piece) for row in every[:rows] for piece in _pieces(row)]
    if any(_CONTENTS.fullmatch(piece) for piece in first):
        return True
    if any(_OF_AN_ISSUE.fullmatch(re.sub(r"\s", "", row.text)) for row in every[:_HEADS]):
        return sum(_PAGE_OF_ENTRY.search(row.text.strip()) is not None for row in every) >= _ENTRIES
    if not any(_HALF_READ.fullmatch(piece) for piece in first):
        return False
    return sum(bool(re.fullmatch(r"\d{1,3}", piece)) for row in every for piece in _pieces(row)) >= _NUMBERED


def _pieces(row: Flow) -> list[str]:
    """The runs of a row, 目 and 次 or 录 of a heading in one."""
    return re.split(r"\t(?![次录])", row.text)


def lists_papers(layout: Layout) -> bool:
    """Whether what is headed 目录 lists the papers of an application, and no chapters or articles."""
    return has_contents(layout) and names_papers(layout.flow.prose.text)


def names_papers(text: str) -> bool:
    """Whether a text names so many papers of an application that it can only list them."""
    return _hits(_PAPERS, text) >= _LISTED_PAPERS


def _is_contents_of_book(layout: Layout) -> bool:
    """Chapters, and numbers of pages behind most rows; behind none stands an issue of a journal."""
    rows = [re.sub(r"[ \u3000]", "", row.text) for row in _rows(layout)]
    chapters = sum(_CHAPTER.match(row) is not None for row in rows)
    numbered = sum(_ENTRY.search(row) is not None for row in rows)
    heading = has_contents(layout)
    if _ISSUE.search(layout.flow.prose.text):
        return False
    return (chapters >= 4 and (heading or numbered >= 0.4 * len(rows))) or (heading and chapters >= 2)


def _is_colophon(text: str) -> bool:
    return _hits(_COLOPHON, text) >= 4 and not re.search("[I1l]SSN|刊号", text)


def _is_open(layout: Layout) -> bool:
    """Not ruled into a table: bars and fields of colour on a cover make a few cells."""
    return len(layout.cells) <= _COLOURED


def _hits(words: tuple[str, ...], text: str) -> int:
    return sum(re.search(word, text) is not None for word in words)


def _rows(layout: Layout) -> list[Flow]:
    return [row for row in layout.flow.rows() if row.prose.text]
