"""Pages into files, files into an upload: single scans, one merged PDF, several documents to a file, photographs."""

import io
import random
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pymupdf
from PIL import Image

SCAN_DPI = 200
_A4_LONG_SIDE = 842
"""A picture that states no resolution counts as a sheet of A4: its long side is so many points."""
NAMES = {
    "catalogue": "材料目录",
    "review_form": "职称评审表",
    "initial_form": "职称初定表",
    "summary_form": "申报人员情况一览表",
    "exceptional_case": "破格申报表",
    "id_card": "居民身份证",
    "id_alternative": "身份证件",
    "work_permit": "外国人工作许可证",
    "name_change_proof": "曾用名证明",
    "diploma": "毕业证书",
    "degree": "学位证书",
    "education_verification": "教育部学历证书电子注册备案表",
    "title_certificate": "职称证书",
    "licence": "职业资格证书",
    "exam_result": "考试成绩合格证明",
    "digital_engineer": "专业技术等级证书",
    "appointment": "聘书",
    "employment_contract": "劳动合同",
    "social_insurance": "社会保险参保证明",
    "annual_assessment": "年度考核登记表",
    "continuing_education": "继续教育证明",
    "work_summary": "专业技术工作总结",
    "achievement": "业绩证明",
    "paper": "论文",
    "project": "课题结题证书",
    "book": "著作",
    "standard": "标准",
    "patent": "专利证书",
    "patent_use": "专利应用证明",
    "award": "获奖证书",
    "publicity_notice": "公示",
    "publicity_photo": "公示照片",
    "publicity_result": "公示情况证明",
    "objection_report": "调查核实报告",
    "unit_opinion": "单位推荐意见",
    "pledge": "诚信承诺书",
    "commission_letter": "委托评审函",
    "authority_recommendation": "推荐评审函",
    "recommendation_letter": "举荐信",
    "enterprise_qualification": "企业认定文件",
    "peer_recommendation": "同行专家推荐书",
    "statement": "情况说明",
    "secondment": "选派文件",
    "postdoc": "博士后在站证明",
    "mobility": "调动通知",
    "conduct": "无违纪证明",
}
"""How an office names the material of a kind: in catalogues and file names."""


@dataclass(frozen=True)
class Leaf:
    """A page as it goes into a file: the picture (RGB or two-valued), and how it is compressed."""

    image: np.ndarray
    quality: int
    two_valued: bool = False

    def data(self) -> bytes:
        """JPEG, or PNG of one bit a pixel; without a resolution, as telephones send it."""
        out = io.BytesIO()
        if self.two_valued:
            Image.fromarray(self.image).convert("1", dither=Image.Dither.NONE).save(out, "PNG")
        else:
            Image.fromarray(self.image).save(out, "JPEG", quality=self.quality)
        return out.getvalue()


@dataclass
class Upload:
    """Files by their names, in order. A name may hold a folder."""

    files: dict[str, bytes] = field(default_factory=dict)

    def add_pdf(self, name: str, leaves: list[Leaf]) -> None:
        with pymupdf.open() as pdf:
            for leaf in leaves:
                height, width = (side * 72 / SCAN_DPI for side in leaf.image.shape[:2])
                page = pdf.new_page(width=width, height=height)
                page.insert_image(page.rect, stream=leaf.data())
            self.files[name] = pdf.tobytes(deflate=True)

    def write(self, folder: Path, merged: str | None, gbk: bool) -> str:
        """Write a ZIP, or the single file `merged`; the name of what is to be uploaded."""
        if merged:
            (folder / merged).write_bytes(self.files[merged])
            return merged
        with zipfile.ZipFile(folder / "申报材料.zip", "w", zipfile.ZIP_STORED) as archive:
            for name, data in self.files.items():
                archive.writestr((_GbkInfo if gbk else zipfile.ZipInfo)(name), data)
        return "申报材料.zip"


class _GbkInfo(zipfile.ZipInfo):
    """A member whose name is written in GBK without saying so, as Chinese Windows does."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits


def photo_scale(image: np.ndarray) -> float:
    """Points to the pixel of a picture that stands alone."""
    return _A4_LONG_SIDE / max(image.shape[:2])


def file_name(style: str, number: int, kind: str, rng: random.Random) -> str:
    """How the file of document `number` (from 1) is called: by the material, or as the scanner counts."""
    if style == "scanner":
        return f"扫描_{20250800 + number:08}.pdf"
    if style == "folder":
        return f"{rng.choice(['基本材料', '业绩材料', '公示材料'])}/{number:02}{NAMES[kind]}.pdf"
    return f"{number:02} {NAMES[kind]}.pdf"


def dealt(count: int, rng: random.Random) -> list[list[int]]:
    """Documents 0..count-1 into files of two to four, in their order."""
    piles, at = [], 0
    while at < count:
        size = rng.randint(2, 4)
        piles.append(list(range(at, min(at + size, count))))
        at += size
    return piles
