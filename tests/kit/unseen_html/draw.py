"""Prints a dossier's HTML with Chromium, gathers its truth from the marks in it, damages and packs the pages."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jinja2
import numpy as np
import pymupdf

from tests.kit.unseen import damage, pack
from tests.kit.unseen.markup import Source
from tests.kit.unseen_html.words import d, day, f, hand, identity, isbn, issn, p, patent, seal, sign

HERE = Path(__file__).parent


def names() -> list[str]:
    """The dossiers there are."""
    return sorted(path.stem for path in (HERE / "data").glob("*.html"))


class Marks(HTMLParser):
    """The sections of a dossier and the fields marked in them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.sections: list[tuple[dict[str, str], dict[str, Any]]] = []
        self.open: list[tuple[str, str, int, list[str]]] = []
        self.depth = 0
        self.head = ""
        self.in_head = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "script" and given.get("id") == "head":
            self.in_head = True
        if tag == "section":
            self.sections.append((given, json.loads(given.get("data-fields", "{}"))))
        if tag in ("br", "img", "meta", "hr", "col"):
            return
        self.depth += 1
        if "data-f" not in given:
            return
        if "data-v" in given:
            self.put(given["data-f"], given["data-v"])
        elif "data-j" in given:
            self.put(given["data-f"], json.loads(given["data-j"]))
        else:
            self.open.append((given["data-f"], tag, self.depth, []))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.in_head = False
        if tag in ("br", "img", "meta", "hr", "col"):
            return
        if self.open and self.open[-1][2] == self.depth:
            path, _, _, words = self.open.pop()
            self.put(path, re.sub(r"\s+", "" if re.search("[一-鿿]", "".join(words)) else " ", "".join(words)).strip())
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.in_head:
            self.head += data
        for entry in self.open:
            entry[3].append(data)

    def put(self, path: str, value: Any) -> None:
        """Set a value in the last section; a path's number is a place in a list, `+` its end."""
        here: Any = self.sections[-1][1]
        steps = path.split(".")
        for step, following in zip(steps, [*steps[1:], ""], strict=True):
            empty: Any = value if not following else [] if following == "+" or following.isdigit() else {}
            if isinstance(here, list):
                at = len(here) if step == "+" else int(step)
                if at == len(here):
                    here.append(empty)
                here = here[at]
                continue
            if not following and step in here and here[step] != value:
                raise ValueError(f"{self.sections[-1][0]}: {path} is {here[step]!r} and {value!r}")
            here = here.setdefault(step, empty)


def render(name: str, entries: list[dict[str, Any]]) -> str:
    """The dossier's HTML, its list of materials with the pages that were counted."""
    loader = jinja2.FileSystemLoader(HERE / "data")
    env = jinja2.Environment(loader=loader, trim_blocks=True, undefined=jinja2.StrictUndefined)
    chance = random.Random(name)

    def prose(bank: list[str], count: int) -> str:
        return "".join(chance.sample(bank, min(count, len(bank))))

    words: dict[str, Any] = {
        "f": f,
        "h": hand,
        "d": d,
        "p": p,
        "day": day,
        "seal": seal,
        "sign": sign,
        "identity": identity,
    }
    words |= {"identity": identity, "issn": issn, "patent": patent, "isbn": isbn}
    body = env.get_template(f"{name}.html").render(**words, prose=prose, entries=entries)
    style, script = (HERE / "base.css").read_text("utf-8"), (HERE / "kit.js").read_text("utf-8")
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{body}<script>{script}</script>"


def printed(text: str, folder: Path) -> Any:
    """What Chromium prints of the HTML."""
    source, out = folder / "dossier.html", folder / "dossier.pdf"
    source.write_text(text, "utf-8")
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={out}"]
    command = [chromium() or "chromium", *flags, f"--user-data-dir={folder / 'profile'}", str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return pymupdf.open(stream=out.read_bytes(), filetype="pdf")


def chromium() -> str | None:
    """Where Chromium is, or nothing."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def split(pdf: Any, count: int) -> Iterator[Any]:
    """The pages of every section: each begins where its invisible link stands."""
    starts = {}
    for page in pdf:
        for link in page.get_links():
            if link.get("uri", "").startswith("https://section/"):
                starts.setdefault(int(link["uri"].rsplit("/", 1)[1].rstrip("/")), page.number)
                page.delete_link(link)
    for n in range(count):
        part = pymupdf.open()
        part.insert_pdf(pdf, from_page=starts[n], to_page=starts.get(n + 1, len(pdf)) - 1)
        yield part


def _linked(text: str) -> str:
    count = iter(range(1000))
    return re.sub(r"<section\b[^>]*>", lambda m: f"{m[0]}<a class=at href='https://section/{next(count)}'></a>", text)


def documents(name: str) -> tuple[dict[str, Any], list[pack.Drawn]]:
    """The head of a dossier and its documents, printed."""
    with tempfile.TemporaryDirectory() as place:
        entries: list[dict[str, Any]] = []
        for _ in range(2):
            text = render(name, entries)
            marks = Marks(text)
            parts = list(split(printed(_linked(text), Path(place)), len(marks.sections)))
            entries = _entries(marks, parts)
    drawn = []
    for (given, fields), pdf in zip(marks.sections, parts, strict=True):
        if given["data-kind"] == "catalogue":
            fields = {"entries": entries}
        options = given.get("data-opts", "").split()
        source = Source(given["data-kind"], given.get("data-file", ""), given.get("data-title", ""), options, [], {})
        drawn.append(pack.Drawn(source, pdf, fields))
    return json.loads(marks.head), drawn


def _entries(marks: Marks, parts: list[Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for (given, _), pdf in zip(marks.sections, parts, strict=True):
        if given["data-kind"] == "catalogue":
            continue
        title, order = given.get("data-title"), float(given.get("data-order", 0))
        same = [e for e in found if e["title"] == title] if title else found[-1:]
        if same:
            same[0]["pages"] += len(pdf)
        elif title:
            found.append({"title": title, "pages": len(pdf), "order": order})
    found.sort(key=lambda entry: entry["order"])
    return [{"title": entry["title"], "pages": entry["pages"]} for entry in found]


def write(name: str, out: Path) -> dict[str, Any]:
    """Draw one dossier into OUT/NAME and give its truth."""
    head, docs = documents(name)
    strength = head.get("strength", "office")
    files: dict[str, Any] = {}
    shots = int(head.get("first", 1))
    merged = head["upload"] if head["upload"].endswith(".pdf") else ""
    for n, doc in enumerate(docs):
        for number in range(len(doc.pdf)):
            rng = np.random.default_rng(pack.seed(name, n, number))
            file = merged or doc.source.file
            if head.get("jpg") or file.endswith(".jpg"):
                shots += int(rng.integers(1, 4))
                file = head["jpg"].replace("#", f"{shots:06d}") if head.get("jpg") else file
                if file in files:
                    file = f"{file[:-4]}_{number + 1}.jpg"
                image = pack.picture(doc, number, strength, rng)
                files[file] = damage.jpeg(image, int(rng.integers(64, 84)))
                doc.pages.append({"file": file, "page": 1})
                continue
            pdf = files.setdefault(file, pymupdf.open())
            pack._add(pdf, doc, number, strength, rng)
            doc.pages.append({"file": file, "page": len(pdf)})
    folder = out / name
    folder.mkdir(parents=True, exist_ok=True)
    pack._pack(files, folder / head["upload"], head.get("names", "utf-8"))
    truth = {
        "upload": head["upload"],
        "strength": strength,
        "submitted": head["submitted"],
        **{k: head.get(k, "").split() for k in ("verdict", "must", "undecided", "tolerated")},
        "documents": [{"kind": doc.source.kind, "pages": doc.pages, "fields": doc.fields} for doc in docs],
    }
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
    ready = out / "READY"
    told = ready.read_text("utf-8").split() if ready.exists() else []
    ready.write_text("\n".join(sorted({*told, name.split("-")[0]})) + "\n", "utf-8")
    return truth
