"""How long many dossiers take to be compared with each other, and whether what was planted is found.

    python tests/benchmarks/bench_across.py [--dossiers 10000]

Records are made in code: most share nothing but their employer's notice and photo; one in a hundred is planted.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator

from dossier.model import Application, Box, Document, PageRef, PageSummary, Quality, Record, Value
from dossier.policy import load_policy
from dossier.validate.across import Entry, findings_of, validate_across

_SURNAMES, _GIVEN = "樊祁郗仝綦蔺阮荆阚贲厍仉蒯郤佴蔚", "砚秋书婧文汐景昊远航春禾知微墨林若溪致远小禾明哲雨棠思源迟早"
_BOX = Box(72, 100, 300, 120)
_PAGES = 40
_COLLEAGUES = 50
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def read(value: object, file: str, page: int) -> Value:
    return Value(value, str(value), file, page, _BOX, "ocr", 0.97)


def number(serial: int) -> str:
    first = f"1499001988{serial // 28000 + 4:02}{serial // 1000 % 28 + 1:02}{serial % 1000:03}"
    return first + "10X98765432"[sum(int(d) * w for d, w in zip(first, _WEIGHTS, strict=True)) % 11]


def record(serial: int, chance: random.Random, photos: dict[str, int]) -> Record:
    """A dossier of 40 pages with 12 achievements and 5 certificates; serial // 50 is its employer."""
    name = chance.choice(_SURNAMES) + "".join(chance.sample(_GIVEN, 2))
    unit, file = f"临墟县第{serial // _COLLEAGUES}建筑工程有限公司", "材料.pdf"
    kinds = ["paper"] * 5 + ["patent"] * 3 + ["award"] * 2 + ["project"] * 2
    documents = []
    for page, kind in enumerate(kinds, 1):
        people = {"paper": "authors", "patent": "inventors", "award": "recipients", "project": "members"}[kind]
        title = "".join(chance.choices("煤矿综采设备液压支架立柱焊接工装优化设计与应用研究", k=16))
        fields = {"title": title, people: [name, "某甲"], "patent_number": f"ZL20212{serial:06}{page}.8"}
        values = {
            one: read(value, file, page) for one, value in fields.items() if one != "patent_number" or kind == "patent"
        }
        documents.append(Document(f"d{page:02}", kind, kind, (PageRef(file, page),), values))
    for page, kind in enumerate(("diploma", "degree", "title_certificate", "licence", "digital_engineer"), 13):
        code = "number" if kind == "licence" else "certificate_number"
        fields = {"name": name, code: f"{kind[:2].upper()}2018{serial:08}"}
        values = {one: read(value, file, page) for one, value in fields.items()}
        documents.append(Document(f"d{page:02}", kind, kind, (PageRef(file, page),), values))
    documents.append(Document("d18", "publicity_photo", "公示照片", (PageRef(file, 18),), {}))
    photo = photos.setdefault(unit, chance.getrandbits(256))
    noise = sum(1 << bit for bit in chance.sample(range(256), 6))
    pages = tuple(
        summary(file, page, serial, unit, photo ^ noise if page == 18 else None) for page in range(1, _PAGES + 1)
    )
    applicant = {
        key: read(v, file, 1) for key, v in (("name", name), ("id_number", number(serial)), ("employer", unit))
    }
    stated = {"series": read("engineering", file, 1), "level": read("intermediate", file, 1)}
    return Record(Application("shanxi-2025", "2025-09-10", **stated), applicant, tuple(documents), (), {}, pages)


def summary(file: str, page: int, serial: int, unit: str, photo: int | None) -> PageSummary:
    """A page of its own; two of them (the notice and its result) are the employer's."""
    content = f"{unit} {page}" if page in (17, 18) else f"{serial} {page}"
    digest = hashlib.sha256(content.encode()).hexdigest()
    shown = "" if photo is None else f"{photo:064x}"
    kind = "unknown" if photo is None else "publicity_photo"
    return PageSummary(file, page, kind, 0, "ocr", digest, Quality(), 595, 842, picture_hash=shown)


def entries(count: int) -> Iterator[Entry]:
    chance, photos = random.Random(1), {}
    earlier: Record | None = None
    for serial in range(count):
        own = record(serial, chance, photos)
        if serial % 100 == 99 and earlier is not None:
            own = earlier
        earlier = own
        yield Entry(f"{serial:05}.zip", own)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--dossiers", type=int, default=10_000)
    count = parser.parse_args().dossiers
    policy = load_policy()
    made = list(entries(count))
    begun = time.perf_counter()
    compared = validate_across(made, policy)
    between = time.perf_counter()
    findings = findings_of(compared.clashes, policy)
    ended = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} dossiers of {_PAGES} pages: compared in {between - begun:.1f} s, said in {ended - between:.1f} s")
    print(f"clashes {dict(Counter(clash.rule for clash in compared.clashes))}, dossiers concerned {len(findings)}")
    print(f"memory {memory:.0f} MB (with the records)")
    assert Counter(clash.rule for clash in compared.clashes)["XDS-05"] == count // 100
    assert not compared.failures


if __name__ == "__main__":
    main()
