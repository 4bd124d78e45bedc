# ruff: noqa: E501 (pages and stories are written in whole lines)
"""Draw dossiers that nobody tuned the reading to: `python draw.py OUT [--seed N] [--strength S] [--fonts DIR] [--only NAME…]`.

Each OUT/<name>/ holds an upload (ZIP, merged PDF or folder) and truth.json: what one sees on every page and what is wrong.
Needs a Chromium browser; `--fonts` names a folder with more typefaces (see ink.FACES), without it Noto is used for all.
"""

import argparse
import json
import shutil
import subprocess
import tempfile
import tomllib
import zipfile
from pathlib import Path
from types import SimpleNamespace

import cards
import damage
import forms
import ink
import notices
import numpy as np
import others
import people
import pypdfium2
import results
import scenes
from PIL import Image

DPI = {"office": 170, "photo": 190, "fax": 220}
NAMES = {
    "review_form": "评审表",
    "id_card": "身份证",
    "notice": "公示",
    "photo": "公示照片",
    "result": "公示结果",
    "opinion": "单位意见",
    "diploma": "毕业证",
    "award": "荣誉",
    "title_certificate": "职称证",
    "employment_contract": "合同",
    "catalogue": "目录",
    "minutes": "附件",
    "objection_report": "核实报告",
    "blank": "附件",
    "work_summary": "总结",
}
KINDS = {
    "notice": "publicity_notice",
    "photo": "publicity_photo",
    "result": "publicity_result",
    "opinion": "unit_opinion",
    "minutes": "unknown",
    "blank": "unknown",
}

STORIES = tomllib.loads(Path(__file__).with_name("stories.toml").read_text("utf-8"))["story"]


def event(facts: dict) -> SimpleNamespace:
    """An event of publicity: days that are not stated are None, the meeting was on the day of the notice."""
    return SimpleNamespace(**({"days": None, "met": facts["posted"]} | facts))


def case(story: dict, seed: int, folder: Path | None) -> SimpleNamespace:
    """What the designs draw with: the person, the unit, its seal and its pens."""
    turn = STORIES.index(story)
    face, count = ink.faces(folder, turn), iter(range(seed, 10**9))
    p = people.person(story["person"], story.get("shift", 0))
    style = story.get("seal", {})
    c = SimpleNamespace(
        p=p,
        unit=p.employer,
        seal_unit=p.employer,
        seal_on=True,
        face=face,
        u=SimpleNamespace(form_title=story.get("form_title", "职称评审表")),
    )
    c.listing = [NAMES[x.split()[0]] for x in story["pile"]]

    def stamp() -> str:
        if not c.seal_on:
            return ""
        rng = np.random.default_rng(next(count))
        left = rng.uniform(14, 38)
        places = [left, left + 16] if style.get("style") == "twice" else [left]
        return "".join(
            f'<img class=seal style="left:{x:.1f}mm;top:{rng.uniform(-17, -7):.1f}mm" src="{ink.uri(ink.seal(c.seal_unit, face["song"], next(count), style.get("below", "")))}">'
            for x in places
        )

    c.stamp = stamp
    c.sign = lambda name: f'<img class=sign src="{ink.uri(ink.signature(name, face["hand"], next(count)))}">'
    return c


def draw(c, story: dict, line: str):
    """One entry of the pile -> its pages (HTML) and its truth."""
    what, design, *rest = [*line.split(), ""]
    rest = [r for r in rest if r]
    c.seal_unit, c.seal_on = c.p.employer, "unsealed" not in rest
    if what in ("notice", "photo", "result"):
        e = event(story["events"][int(rest[0])])
        c.seal_unit = e.by
    match what:
        case "review_form":
            return forms.DESIGNS[design](c)
        case "id_card":
            return cards.card(c, design)
        case "notice":
            return notices.DESIGNS[design](c, e)
        case "result":
            return results.DESIGNS[design](c, e)
        case "photo" if design in ("browser", "mobile"):
            return getattr(scenes, design)(c, e)
        case "photo":
            posted = next(x.split()[1] for x in story["pile"] if x.startswith("notice") and x.split()[2] == rest[0])
            pages, seen = notices.DESIGNS[posted](c, e)
            seen = {k: seen[k] for k in ("items", "period") if k in seen}
            return pages, seen | ({"date": rest[1].replace("/", "-").replace(".", "-")} if rest[1:] else {})
        case "opinion":
            agrees = "against" not in rest
            who, employer = [*("" if r == "-" else r for r in rest if r not in ("against", "unsealed")), "", ""][:2]
            c.seal_unit = employer or c.p.employer
            return results.opinion(c, design, agrees, who, employer)
    return others.page(c, what)


def printed(sections: list[str], face: dict) -> pypdfium2.PdfDocument:
    """All pages of a dossier through the browser's printer."""
    rule = '@font-face{{font-family:{};src:url("{}");unicode-range:{}}}'.format
    most = "U+0-B6,U+B8-24FF,U+2700-3006,U+3008-10FFFF"  # the others (·, 〇, ballot boxes) come from Noto: some faces hold them empty
    css = "".join(
        rule(role, ink.SANS.as_uri(), "U+0-10FFFF") + rule(role, path.as_uri(), most) for role, path in face.items()
    )
    css += Path(__file__).with_name("paper.css").read_text("utf-8")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("draw.py needs a Chromium browser")
    with tempfile.TemporaryDirectory() as tmp:
        page, pdf = Path(tmp, "page.html"), Path(tmp, "page.pdf")
        page.write_text(f"<!doctype html><meta charset=utf-8><style>{css}</style>" + "".join(sections), "utf-8")
        subprocess.run(
            [
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--allow-file-access-from-files",
                "--no-pdf-header-footer",
                f"--print-to-pdf={pdf}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return pypdfium2.PdfDocument(pdf.read_bytes())


def raster(pdf, number: int, dpi: int) -> np.ndarray:
    return np.ascontiguousarray(pdf[number].render(scale=dpi / 72).to_numpy()[..., :3])


def picture(image: np.ndarray, dpi: int) -> tuple[Image.Image, int]:
    return Image.fromarray(np.ascontiguousarray(image[..., ::-1])), dpi


def spoiled(image: np.ndarray, story: dict, strength: str, number: int, rng) -> np.ndarray:
    if strength == "office":
        return damage.office(image, rng, story.get("grey", False), story.get("quarter", {}).get(str(number), 0))
    return {"photo": damage.photo, "fax": damage.fax}[strength](image, rng)


def save_pdf(path: Path, pages: list, source) -> None:
    """`pages` holds numbers of pages of `source` (born digital) or pictures with their dpi."""
    out = pypdfium2.PdfDocument.new()
    for p in pages:
        if isinstance(p, int):
            out.import_pages(source, [p])
        else:
            with tempfile.NamedTemporaryFile(suffix=".pdf") as tmp:
                p[0].save(tmp.name, "PDF", resolution=p[1], quality=75)
                out.import_pages(pypdfium2.PdfDocument(Path(tmp.name).read_bytes()))
    out.save(str(path))


def make(story: dict, out: Path, seed: int, strength: str | None, folder: Path | None) -> None:
    """Draw, damage and pack one dossier."""
    strength, rng = strength or story["strength"], np.random.default_rng(seed + STORIES.index(story))
    c = case(story, seed * 1000, folder)
    drawn = [(line, *draw(c, story, line)) for line in story["pile"]]
    pdf = printed([s for _, pages, _ in drawn for s in pages], c.face)
    documents, number = [], 0
    for line, pages, truth in drawn:
        made = []
        for _ in pages:
            what = line.split()
            if what[0] == "photo" and what[1] in ("cork", "glass", "wall", "screen"):
                shot = scenes.board(raster(pdf, number, 170), rng, what[1], " ".join(what[3:]), str(ink.SANS))
                made.append(picture(shot if strength != "fax" else damage.fax(shot, rng), 250))
            elif strength == "clean":
                made.append(number)
            else:
                made.append(
                    picture(spoiled(raster(pdf, number, DPI[strength]), story, strength, number, rng), DPI[strength])
                )
            number += 1
        documents.append((what[0], made, truth))
    pack(story, documents, pdf, out / story["name"], strength)


def pack(story: dict, documents: list, pdf, home: Path, strength: str) -> None:
    """Write the upload as the story packs it, and truth.json."""
    packed = "zip" if (story["packed"], strength) == ("photos", "clean") else story["packed"]
    shutil.rmtree(home, ignore_errors=True)
    inner = home / "材料"
    inner.mkdir(parents=True)
    truth, count = [], 0
    for i, (what, pages, fields) in enumerate(documents, 1):
        entry = {"kind": KINDS.get(what, what), "pages": [], "fields": fields}
        for j, page in enumerate(pages, 1):
            count += 1
            if packed == "photos":
                name, where = f"IMG_{4300 + count}.jpg", 1
                page[0].save(inner / name, quality=80)
            else:
                name, where = ("职称材料.pdf", count) if packed == "merged" else (f"{i:02}{NAMES[what]}.pdf", j)
            entry["pages"].append({"file": name, "page": where})
        if packed not in ("photos", "merged"):
            save_pdf(inner / entry["pages"][0]["file"], pages, pdf)
        truth.append(entry)
    upload = "材料"
    if packed == "merged":
        upload = "职称材料.pdf"
        save_pdf(home / upload, [p for _, pages, _ in documents for p in pages], pdf)
        shutil.rmtree(inner)
    elif packed in ("zip", "photos"):
        upload = "申报材料.zip"
        with zipfile.ZipFile(home / upload, "w", zipfile.ZIP_DEFLATED) as z:
            for f in sorted(inner.iterdir()):
                z.write(f, f.name)
        shutil.rmtree(inner)
    facts = {
        "upload": upload,
        "strength": strength,
        "submitted": story["submitted"],
        "verdict": story["verdict"],
        "must": story["must"],
        "undecided": [],
        "tolerated": story.get("tolerated", []),
        "documents": truth,
    }
    (home / "truth.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1), "utf-8")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out", type=Path)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--strength", choices=["clean", "office", "photo", "fax"])
    ap.add_argument("--fonts", type=Path)
    ap.add_argument("--only", nargs="*", default=[])
    a = ap.parse_args()
    for story in STORIES:
        if not a.only or story["name"].startswith(tuple(a.only)):
            make(story, a.out, a.seed, a.strength, a.fonts)
            print(a.out / story["name"])


if __name__ == "__main__":
    main()
