"""Letters by which a person recommends another: an enterprise's head, a peer."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.extract.context import Context
from dossier.extract.fields import Found
from dossier.extract.group import Draft
from dossier.extract.kinds.introduced import own_title
from dossier.extract.kinds.seeking import (
    COMRADE,
    Values,
    beside,
    date_in,
    first,
    kept,
    labelled_as,
    name_in,
    org_in,
    prose_of,
    said,
    signature,
    signing,
    under,
)
from dossier.extract.kinds.whom import about
from dossier.extract.layout import Layout, Spot
from dossier.extract.sentences import Prose
from dossier.extract.signing import signed
from dossier.extract.wording import NAME, ORG_END
from dossier.model import Value
from dossier.text.regex import Regex

_RECOMMENDER = (
    Regex(
        rf"(?:举荐人|推荐人|推荐专家)(?:姓名)?(?:\((?:亲笔|手写|本人)?(?:签[名字])?\))?(?:亲笔)?(?:签[名字])?:(?P<v>{NAME})(?![㐀-鿿])"
    ),
    Regex(rf"本人(?:系|为|是)?(?P<v>{NAME}),(?:系|现任|为|担任)"),
)
_GROUNDS = (
    Regex(
        r"(?:举荐|推荐)(?:理由|事由|依据)[^。:]{0,6}(?:如下|有以下[^。:]{0,6}):(?P<v>.{8,800}?。)"
        r"(?=本人(?:与|对|承诺|愿|保证|郑重)|特此|以上(?:情况|内容)|此致|举荐人|推荐人|$)"
    ),
    Regex(
        r"(?:举荐|推荐)[^。:]{0,40}?(?:理由|事由|依据)(?:主要)?如下:(?P<v>.{8,800}?。)"
        r"(?=(?:本人|我)(?:与|对|承诺|愿|保证|郑重)|特此|专此|谨此|以上|此致|如(?:评审|有|需)|举荐人|推荐人|$)"
    ),
    Regex(
        r"(?:举荐|推荐)(?:理由|事由|依据|内容)(?:\([^()]{1,40}\))?(?::|(?!的|真实|属实|负责|与|和|均))(?P<v>[^。]{8,400}?。)"
        r"(?=本人|特此|以上|符合|举荐|$|[一二三四五六七八九十]、)"
    ),
    Regex(
        r"(?<=[。:])(?P<v>(?:该同志|该员|[㐀-鿿]{1,4}?(?:同志|先生|女士|老师)(?!们|:)).{8,800}?。)"
        r"(?=(?:本人|我)(?:与|对|承诺|愿|保证|同被|郑重)|特此|专此|以上|此致|谨此)"
    ),
)
_ROLES = r"董事长|总经理|总裁|总工程师|首席(?:专家|科学家|执行官|技术官|工程师)|法定代表人|(?:研发团队)?技术带头人"
_ROLES += r"|(?:主要)?负责人|院长|所长|厂长|技术总监"
_ALL_ROLES = rf"(?:{_ROLES})(?:(?:、|/|兼(?:任)?|暨|及|和)(?:{_ROLES}))*"
_OURS = r"(?:我|本|该)?(?:公司|集团|企业|单位|厂)"
_ROLE = (
    Regex(
        rf"(?:系|现任|担任|任|为|是)(?:[㐀-鿿()]{{4,40}}?(?:{ORG_END})|{_OURS})?的?(?P<v>{_ALL_ROLES})(?=$|[^㐀-鿿]|{NAME}[,。;(])"
    ),
)
_BELOW_A_SIGNATURE = 3
"""Rows at most below the signature that ends a letter: the day, the unit, a telephone number."""
_HEADS = (
    Regex(
        rf"(?:本人|我(?=是|系|叫|现|任|担))[^。;]{{0,8}}?(?:系|现任|担任|任|为|是)(?P<v>[㐀-鿿()]{{4,40}}?(?:{ORG_END}))(?=的?(?:{_ROLES}))"
    ),
)
"""The enterprise whose office a recommender holds."""
_OUR_COMPANY = Regex(
    rf"(?P<v>(?:(?!举荐|推荐|评委会|委员会)[㐀-鿿()]){{4,40}}?公司)(?:是|为|系|成立于|始建于|创建于|位于)(?![我本](?:公司|集团|企业|厂))[^。]*。(?:本人|我)[^。]{{0,16}}?任{_OURS}的?(?:{_ROLES})"
)
"""A letter that begins with the company, whose office the recommender then says he holds."""


def recommendation_letter(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    """An enterprise's recommender, the person recommended and why."""
    prose = prose_of(draft)
    values = _recommended(draft, labelled, found, context, prose)
    values |= {
        "enterprise": first(
            labelled_as("enterprise", labelled, found, org_in),
            under(draft, r"(?:企业|所在企业|举荐企业|单位)(?:名称|全称)?", org_in),
            said(prose, _HEADS, org_in),
            _company_introduced(prose),
        ),
        "recommender_role": first(
            labelled_as("recommender_role", labelled, found, _role),
            under(draft, r"(?:举荐人)?(?:职务|身份)(?:[(/](?:身份|职务)\)?)?", _role),
            said(prose, _ROLE),
        ),
        "grounds": first(said(prose, _GROUNDS), labelled.get("grounds")),
    }
    return kept(values)


def _company_introduced(prose: Prose) -> Value | None:
    """The company with which a row of the letter begins, behind its title and its salutation."""
    for at in prose.row_starts:
        match = _OUR_COMPANY.match(prose.text, at)
        company = org_in(match["v"]) if match else None
        if match is not None and company is not None:
            return prose.value(company, *match.span("v"))
    return None


def peer_recommendation(
    draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context
) -> Mapping[str, Value]:
    titles = context.titles

    def title(text: str) -> str | None:
        bare = re.sub(r"\s", "", text)
        return bare if bare in titles else None

    values = _recommended(draft, labelled, found, context, prose_of(draft))
    values["recommender_title"] = first(
        labelled_as("recommender_title", labelled, found, title),
        under(draft, r"(?:推荐人|专家)?(?:职称|专业技术(?:职务|资格))", title),
        own_title(prose_of(draft), titles, values["recommender"]),
        labelled.get("recommender_title"),
    )
    return kept(values)


def _recommended(draft: Draft, labelled: Mapping[str, Value], found: Found, context: Context, prose: Prose) -> Values:
    """Who recommends whom, when, and whether it is signed."""
    behind = labelled_as("recommender", labelled, found, name_in)
    person = r"被(?:举荐|推荐)人(?:姓名)?"
    heads = r"(?:举荐人|推荐人|推荐专家|专家)(?:姓名)?"
    both = beside(draft, "姓名", name_in)
    block = both if len(both) == 2 and prose.search(r"被[举推]荐人.*?(?<!被)[举推]荐人") else [None, None]
    subject = rf"(?:举荐|推荐)(?:我(?:公司|单位|院|校|所|厂|局))?[㐀-鿿]{{0,8}}?(?P<v>{NAME})(?:同志|申报|参加|破格|为)"
    return {
        "name": first(block[0], about(draft, labelled, found, context, person, Regex(subject), COMRADE)),
        "recommender": first(block[1], behind, said(prose, _RECOMMENDER, name_in), under(draft, heads, name_in)),
        "date": first(signing(draft)[1], labelled_as("date", labelled, found, date_in)),
        "signed": signature("signed", found) or _signed_at_the_end(found),
    }


def _signed_at_the_end(found: Found) -> Value | None:
    """Whether the recommender signs a letter that names him once more at its end: 推荐人：王某."""
    places = [(layout, one) for layout, one in found.get("recommender", ()) if _ends_there(layout, one.label_spot)]
    return signed(places[-1][1], places[-1][0].page) if places else None


def _ends_there(layout: Layout, label: Spot) -> bool:
    below = [spot for row in layout.flow.rows() if (spot := row.spot()) is not None and spot.box.cy > label.box.y1]
    return len(below) <= _BELOW_A_SIGNATURE


def _role(text: str) -> str | None:
    """An office such as 董事长; not a title, a unit or a date."""
    bare = re.sub(r"\s", "", text)
    return bare if re.fullmatch(rf"[㐀-鿿、(（)）/]{{0,14}}(?:{_ROLES}|长|经理|总监|主任|带头人|书记)", bare) else None
