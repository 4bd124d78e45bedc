"""What draws the measured dossiers knows nothing of what reads them."""

import ast
from pathlib import Path

KIT = Path(__file__).parents[1] / "kit"
READS = {"measure.py", "accuracy.py", "readings.py", "recorded.py", "causes.py"}
"""These run the program and score it; all others draw, but for `rules`, which judges what it draws."""


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def test_the_drawing_half_of_the_kit_imports_nothing_of_the_program():
    drawing = [
        path
        for path in KIT.rglob("*.py")
        if path.name not in READS and not path.name.startswith("test_") and path.parent.name != "rules"
    ]
    assert len(drawing) > 20
    guilty = {
        path.name: names
        for path in drawing
        if (names := {name for name in _imported(path) if name.split(".")[0] == "dossier"})
    }
    assert guilty == {}


def test_the_drawing_half_of_the_kit_reads_none_of_the_programs_data():
    for path in [*KIT.rglob("*.py"), *KIT.rglob("*.typ")]:
        if path.name not in READS and not path.name.startswith("test_"):
            assert "schemas" not in path.read_text("utf-8"), path
