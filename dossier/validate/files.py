"""FIL-01 to FIL-08: what is wrong with the files and pages themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from dossier.model import PageSummary, Place
from dossier.policy import Policy
from dossier.validate.case import Case
from dossier.validate.rule import Remark, fail, rule

V = TypeVar("V")


def _reported(case: Case, code: str) -> Iterator[Remark]:
    """What intake and reading said about files. Page 1 without a box stands for the whole file."""
    for problem in case.record.problems:
        if problem.rule == code:
            yield fail(f"{problem.file}：{problem.reason}", Place(problem.file, 1), remedy=problem.remedy)


@rule("FIL-01")
def file_cannot_be_opened(case: Case, policy: Policy) -> Iterator[Remark]:
    """文件损坏或加密，无法打开。

    为什么：打不开的文件无法审核，其中的材料等于没有提交。
    例：毕业证书.pdf设有打开密码。
    怎么改：取消密码或重新扫描、导出该文件，能正常打开后重新提交。
    """
    yield from _reported(case, "FIL-01")


@rule("FIL-02")
def file_type_not_supported(case: Case, policy: Policy) -> Iterator[Remark]:
    """文件类型不支持。

    为什么：按内容（不看文件名）判断不是可以审核的类型，其中的材料无法读取；OFD文件只读取文字，只有图片的也无法读取。
    例：把视频文件或旧版.doc文件放进申报材料；OFD文件的页面是扫描图片。
    怎么改：转换为PDF、JPG、PNG、TIFF或DOCX后重新提交；OFD文件用OFD阅读器打开，导出或打印为PDF。
    """
    yield from _reported(case, "FIL-02")


@rule("FIL-03")
def file_or_pages_over_the_limit(case: Case, policy: Policy) -> Iterator[Remark]:
    """文件大小或页数超过限制。

    为什么：超过限制的文件没有读取，其中的材料等于没有提交。
    例：单个PDF为320MB，限制为200MB。
    怎么改：降低扫描分辨率（200至300dpi即可）或拆分文件，去掉重复和无关页面后重新提交。
    """
    yield from _reported(case, "FIL-03")
    limit, pages = policy.value("file_limits")["pages"], len(case.record.pages)
    if pages > limit:
        yield fail(f"申报材料共{pages}页，超过{limit}页的限制")


@rule("FIL-04")
def page_hard_to_read(case: Case, policy: Policy) -> Iterator[Remark]:
    """扫描图像不清晰。

    为什么：看不清的页面机器无法判断，评审专家也难以审阅。
    例：手机拍照模糊或反光，分辨率过低、颜色过淡，页边文字被裁掉。
    怎么改：用扫描仪以300dpi彩色重新扫描，或在光线充足处平放、正对拍照，避免反光，把四角拍全。
    """
    by_problem: dict[str, list[PageSummary]] = defaultdict(list)
    for page in case.record.pages:
        if page.quality.problem and not page.quality.blank:
            by_problem[page.quality.problem].append(page)
    for problem, pages in by_problem.items():
        yield fail(f"{_list_pages(pages)}：{problem}", *map(_place, pages))


@rule("FIL-05")
def page_or_file_twice(case: Case, policy: Policy) -> Iterator[Remark]:
    """同一页面或同一文件重复出现。

    为什么：重复的页面增加审核负担，也可能是漏放了另一份材料。
    例：毕业证书.pdf和学历证明.pdf内容完全相同。
    怎么改：删去重复的一份；误放的换成应提交的材料。
    """
    inked = [page for page in case.record.pages if not page.quality.blank]
    by_content = _groups((page.sha256, page) for page in inked if page.sha256)
    same_files = _groups((file.get("sha256"), file.get("name")) for file in case.record.files if file.get("sha256"))
    for names in same_files:
        yield fail(f"文件内容相同：{'、'.join(map(str, names))}", *(Place(str(name), 1) for name in names))
    copied = {name for names in same_files for name in names}
    seen: set[tuple[str, int]] = set()
    for pages in by_content:
        seen.update((page.file, page.page) for page in pages)
        if not {page.file for page in pages} <= copied or len(pages) > len({page.file for page in pages}):
            yield fail(f"页面内容相同：{_list_pages(pages)}", *map(_place, pages))
    for pages in _groups(((p.fingerprint, p.kind), p) for p in inked if p.fingerprint.strip("0")):
        if len({page.sha256 for page in pages}) > 1 and not {(p.file, p.page) for p in pages} <= seen:
            yield fail(f"页面疑似重复扫描：{_list_pages(pages)}", *map(_place, pages))


@rule("FIL-06")
def blank_page(case: Case, policy: Policy) -> Iterator[Remark]:
    """空白页。

    为什么：空白页没有内容，也可能是扫描时放反了面。
    例：扫描件第5页为空白。
    怎么改：确认没有漏扫内容；是空白背面的，可以删去。
    """
    blank = [page for page in case.record.pages if page.quality.blank]
    if blank:
        yield fail(f"{_list_pages(blank)}为空白页", *map(_place, blank))


@rule("FIL-07")
def kind_of_document_unknown(case: Case, policy: Policy) -> Iterator[Remark]:
    """认不出是什么材料。

    为什么：机器没有认出种类的页面不参加核对，需要人工看一眼是否为应提交的材料。
    例：没有标题的手写说明。
    怎么改：确认该页是否需要提交；需要的，请写明材料名称，或检查扫描是否完整、方向是否正确。
    """
    pages = [p for p in case.record.pages if p.kind == "unknown" and not p.quality.blank and p.method != "none"]
    if pages:
        yield fail(f"{_list_pages(pages)}未能识别为何种材料", *map(_place, pages))


@rule("FIL-08")
def archive_cannot_be_unpacked(case: Case, policy: Policy) -> Iterator[Remark]:
    """压缩包异常，不能解压或没有完全解压。

    为什么：压缩包加密、损坏、嵌套过深或内容为空时，其中的材料等于没有提交。
    例：申报材料.zip设有解压密码。
    怎么改：不设密码，用ZIP格式重新打包，解压检查无误后重新提交。
    """
    yield from _reported(case, "FIL-08")


def _place(page: PageSummary) -> Place:
    return Place(page.file, page.page)


def _list_pages(pages: list[PageSummary]) -> str:
    """甲.pdf第1、3页，乙.pdf第2页."""
    by_file: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        by_file[page.file].append(str(page.page))
    return "，".join(f"{file}第{'、'.join(numbers)}页" for file, numbers in by_file.items())


def _groups(pairs: Iterable[tuple[object, V]]) -> list[list[V]]:
    """Values that share a key, where there are at least two."""
    groups: dict[object, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return [group for group in groups.values() if len(group) > 1]


RULES = (
    file_cannot_be_opened,
    file_type_not_supported,
    file_or_pages_over_the_limit,
    page_hard_to_read,
    page_or_file_twice,
    blank_page,
    kind_of_document_unknown,
    archive_cannot_be_unpacked,
)
