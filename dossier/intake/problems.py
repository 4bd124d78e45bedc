"""What is said about a file that could not be used, and what to do about it."""

from __future__ import annotations

from dossier.intake.sniff import OLD_OFFICE, SEALED_OFFICE
from dossier.model import FileProblem

_AS_PDF = "请用原软件打开，另存（导出）为 PDF 后上传"
_AS_ZIP = "请改用 ZIP 打包：先解压，再将其中的文件打包为 ZIP 后上传"
_AS_SCAN = "请提交材料的扫描件（PDF、JPG、PNG 或 TIFF）或 DOCX、OFD 文件"
_AS_JPEG = "请在手机或电脑上转存为 JPG 后上传；苹果手机可在“设置—相机—格式”中选择“兼容性最佳”"

_UNSUPPORTED = {
    OLD_OFFICE: ("旧版 Office 文件（DOC、XLS、PPT、WPS 等）", "请用 Word 或 WPS 打开，另存为 PDF 或 DOCX 后上传"),
    "application/msword": ("旧版 Word 文件", "请用 Word 或 WPS 打开，另存为 PDF 或 DOCX 后上传"),
    "application/rtf": ("RTF 文件", "请用 Word 或 WPS 打开，另存为 PDF 或 DOCX 后上传"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("Excel 表格", _AS_PDF),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ("演示文稿", _AS_PDF),
    "application/vnd.oasis.opendocument": ("OpenDocument 文件", _AS_PDF),
    "application/vnd.apple.iwork": ("苹果 iWork 文件", _AS_PDF),
    "application/epub+zip": ("电子书", _AS_PDF),
    "application/x-caj": ("CAJ 文件", "请在知网下载 PDF 版本，或用 CAJViewer 打开后打印为 PDF，再上传"),
    "image/avif": ("AVIF 图片", _AS_JPEG),
    "image/vnd.adobe.photoshop": ("Photoshop 文件", "请导出为 JPG 或 PDF 后上传"),
    "application/x-ms-shortcut": ("快捷方式，不含文件内容", "请上传快捷方式所指向的文件本身"),
    "application/x-msdownload": ("可执行程序", _AS_SCAN),
    "application/x-executable": ("可执行程序", _AS_SCAN),
    "application/xml": ("XML 文件", _AS_PDF),
    "text/html": ("网页文件", "请在浏览器中打开，打印为 PDF 后上传"),
    "text/plain": ("纯文本文件", "请将内容录入 Word 并另存为 PDF 或 DOCX 后上传；如非申报材料，请删除"),
}
_ARCHIVES = {
    "application/vnd.rar": "RAR",
    "application/zstd": "ZST",
    "application/vnd.ms-cab-compressed": "CAB",
}
_FAMILIES = {"video/": "视频", "audio/": "音频", "image/": "无法使用的图片格式"}


def empty_file(file: str) -> FileProblem:
    return FileProblem("FIL-01", file, "文件是空的（0 字节）", "请重新扫描或导出该文件，确认能正常打开后再上传")


def unreadable_file(file: str, reason: str) -> FileProblem:
    return FileProblem("FIL-01", file, reason, "请确认该文件能正常打开后重新提交")


def unsupported(file: str, media_type: str) -> FileProblem:
    """A file whose content is of no kind that can be read; what to do depends on what it is."""
    if media_type == SEALED_OFFICE:
        return FileProblem(
            "FIL-01", file, "文件已加密，需要密码才能打开", "请取消文件的打开密码，另存为 PDF 或 DOCX 后上传"
        )
    if media_type in _ARCHIVES:
        return FileProblem("FIL-02", file, f"不支持 {_ARCHIVES[media_type]} 压缩包", _AS_ZIP)
    if media_type in _UNSUPPORTED:
        title, remedy = _UNSUPPORTED[media_type]
        return FileProblem("FIL-02", file, f"文件内容是{title}，不在支持的类型之内", remedy)
    family = next((title for start, title in _FAMILIES.items() if media_type.startswith(start)), None)
    reason = f"文件内容是{family}，不在支持的类型之内" if family else "文件内容不是支持的类型"
    return FileProblem("FIL-02", file, reason, _AS_SCAN)


def not_a_file(file: str) -> FileProblem:
    return FileProblem("FIL-02", file, "是链接或特殊文件，不含文件内容", "请放入链接所指向的文件本身后重新提交")


def too_large(file: str, size: int, limit_mb: int) -> FileProblem:
    """A single file over its bound; size in bytes."""
    return FileProblem(
        "FIL-03",
        file,
        f"文件大小为 {size / 2**20:.1f} MB，超过 {limit_mb} MB 的上限",
        "请降低扫描分辨率（300 dpi 即可）或拆分成几个文件后重新上传",
    )


def beyond_dossier(file: str, reason: str) -> FileProblem:
    """A file for which the whole dossier has no room left."""
    return FileProblem("FIL-03", file, f"{reason}，该文件未读取", "请删去与申报无关的文件、降低扫描分辨率后重新上传")


def archive_damaged(file: str, reason: str) -> FileProblem:
    return FileProblem("FIL-08", file, reason, "请在本机确认压缩包能完整解压，重新打包为一个 ZIP（不分卷）后上传")


def archive_entry_damaged(file: str, reason: str) -> FileProblem:
    return FileProblem("FIL-08", file, f"压缩包中的该文件{reason}", "请确认该文件能正常打开，重新打包为 ZIP 后上传")


def archive_encrypted(file: str) -> FileProblem:
    return FileProblem("FIL-08", file, "压缩包已加密，需要密码才能解压", "请取消压缩密码，重新打包为 ZIP 后上传")


def archive_entry_encrypted(file: str) -> FileProblem:
    return FileProblem(
        "FIL-08", file, "压缩包中的该文件已加密，需要密码才能解压", "请取消压缩密码，重新打包为 ZIP 后上传"
    )


def archive_empty(file: str) -> FileProblem:
    return FileProblem("FIL-08", file, "压缩包是空的，里面没有文件", "请将全部申报材料打包为 ZIP 后重新上传")


def archive_too_deep(file: str, nesting: int) -> FileProblem:
    return FileProblem("FIL-08", file, f"压缩包嵌套超过 {nesting} 层", "请先解压里层的压缩包，将文件直接打包后上传")


def archive_entry_inflated(file: str, ratio: int) -> FileProblem:
    return FileProblem(
        "FIL-08",
        file,
        f"压缩包中的该文件解压后膨胀超过 {ratio} 倍，疑似异常压缩包",
        "请确认该文件是正常的申报材料，另存为 PDF 后重新打包上传",
    )


def archive_overflows(file: str, reason: str) -> FileProblem:
    """The archive was left half-way because the dossier has no room left."""
    return FileProblem(
        "FIL-08", file, f"{reason}，其余文件未读取", "请删去与申报无关的文件、降低扫描分辨率后重新打包上传"
    )
