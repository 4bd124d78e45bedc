"""Who may import what, and what no module may do. Every test lists the offenders, and the list must be empty."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from tests.contract.source import Module, modules

LAYERS = (
    {"errors"},
    {"model"},
    {"text"},
    {"config", "policy"},
    {"intake", "read", "recognise", "extract", "facts", "validate", "report", "sample"},
    {"pipeline"},
    {"jobs", "score"},
    {"web", "cli"},
    {"__main__"},
)
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}

PICTURES = {"model", "read", "recognise", "pipeline", "report", "sample"}
HOMES = {
    "apiflask": {"web"},
    "PIL": PICTURES,
    "chinese_calendar": {"policy"},
    "click": {"cli"},
    "cv2": PICTURES | {"__main__"},
    "cryptography": {"read"},
    "docx": {"read", "report"},
    "docxtpl": {"report"},
    "filetype": {"intake"},
    "flask": {"web"},
    "jinja2": {"report"},
    "jsonschema": {"policy", "validate"},
    "numpy": PICTURES,
    "onnxruntime": {"recognise"},
    "opencc": {"extract"},
    "openpyxl": {"report"},
    "paddleocr": {"recognise"},
    "paddlex": {"recognise"},
    "pdfminer": {"read"},
    "pdfplumber": {"read"},
    "pillow_heif": {"read"},
    "platformdirs": {"config"},
    "py7zr": {"intake"},
    "psutil": {"pipeline"},
    "pyhanko": {"read"},
    "pyhanko_certvalidator": {"read"},
    "pylopdf_fonts_zh_cn": {"read", "report", "sample"},
    "pymupdf": {"read", "report"},
    "rapidfuzz": {"extract", "recognise", "validate"},
    "referencing": {"policy", "validate"},
    "rich": {"cli", "report"},
    "segno": {"report"},
    "typst": {"report", "sample"},
    "werkzeug": {"web"},
    "yaml": {"recognise"},
    "zxingcpp": {"recognise"},
}
"""Which parts may use a library. A library that is not here has no place yet."""


def attributes() -> Iterator[tuple[Module, ast.Attribute]]:
    for module in modules():
        yield from ((module, node) for node in ast.walk(module.tree) if isinstance(node, ast.Attribute))


def place(module: Module, node: ast.AST) -> str:
    return f"{module.name}:{getattr(node, 'lineno', 0)}"


def test_every_part_of_the_package_has_its_place_in_the_layers():
    assert {module.part for module in modules()} - {""} == set(LEVEL)


def test_imports_only_go_down_and_stages_never_import_each_other():
    offenders = []
    for module in modules():
        for name in module.imports():
            target = name.split(".")[1] if name.startswith("dossier.") else ""
            if target in LEVEL and target != module.part and LEVEL[target] >= LEVEL[module.part]:
                offenders.append(f"{module.name} imports {name}")
    assert offenders == []


def test_a_third_party_library_stays_in_its_place():
    offenders = []
    for module in modules():
        libraries = {name.split(".")[0] for name in module.imports()} - sys.stdlib_module_names - {"dossier"}
        offenders += [f"{module.name} imports {one}" for one in libraries if module.part not in HOMES.get(one, ())]
    assert offenders == []


def test_samples_are_drawn_by_an_independent_hand():
    offenders = []
    for module in modules():
        if module.part == "sample":
            own = {name.split(".")[1] for name in module.imports() if name.startswith("dossier.")}
            offenders += [f"{module.name} imports {part}" for part in own - {"sample", "errors"}]
    assert offenders == []


def test_only_the_settings_read_the_environment():
    names = ("environ", "environb", "getenv", "putenv")
    found = {module.name for module, node in attributes() if node.attr in names}
    assert found == {"dossier.config"}


def test_only_the_installation_of_models_and_the_opening_of_rar_archives_start_a_program():
    assert {module.name for module in modules() if "subprocess" in set(module.imports())} == {
        "dossier.intake.rar_archive",
        "dossier.recognise.models",
    }
    starts = ("system", "popen", "fork", "execv", "execvp", "execve", "spawnv", "posix_spawn")
    assert [place(module, node) for module, node in attributes() if node.attr in starts] == []


def test_no_module_talks_to_the_network_by_itself():
    forbidden = {"socket", "urllib", "requests", "httpx", "ftplib", "smtplib", "aiohttp"}
    offenders = []
    for module in modules():
        imported = set(module.imports())
        if forbidden & {name.split(".")[0] for name in imported} or "http.client" in imported:
            offenders.append(module.name)
    assert offenders == []


def test_the_clock_is_read_by_the_shells_only():
    clocks = ("today", "now", "utcnow", "localtime", "gmtime")
    found = [
        place(module, node)
        for module, node in attributes()
        if node.attr in clocks and module.part not in ("cli", "web")
    ]
    assert found == []


def test_every_exception_is_caught_in_one_named_place_only():
    found = set()
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ExceptHandler):
                caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
                names = {one.id for one in caught if isinstance(one, ast.Name)}
                if node.type is None or names & {"Exception", "BaseException"}:
                    found.add(module.name)
    assert found == {"dossier.validate.running"}


def test_a_module_can_be_read_in_one_sitting():
    lengths = {module.name: len(module.path.read_text(encoding="utf-8").splitlines()) for module in modules()}
    assert {name: length for name, length in lengths.items() if length > 300} == {}
    assert sorted(lengths.values())[len(lengths) // 2] <= 110


def test_every_module_says_what_it_is():
    assert [module.name for module in modules() if not ast.get_docstring(module.tree)] == []
