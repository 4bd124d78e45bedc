"""Numbers with right check digits: identity (GB 11643, region 149900, which does not exist), ISSN, ISBN, patents."""

import datetime
import random

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity(born: datetime.date, sex: str, count: int) -> str:
    """The 17th digit is odd for men. `count` from 0 to 498 tells people of one birthday apart."""
    body = f"149900{born:%Y%m%d}{2 * (count % 499) + (1 if sex == '男' else 2):03}"
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, _WEIGHTS, strict=True)) % 11]


def isbn(rng: random.Random) -> str:
    """ISBN-13 with hyphens, of a publisher that does not exist."""
    body = f"9787{rng.randrange(10**4):04}{rng.randrange(10**4):04}"
    check = -sum(int(d) * (1, 3)[i % 2] for i, d in enumerate(body)) % 10
    return f"{body[:3]}-{body[3]}-{body[4:8]}-{body[8:12]}-{check}"


def issn(rng: random.Random) -> str:
    body = f"1{rng.randrange(10**6):06}"
    check = -sum(int(d) * w for d, w in zip(body, range(8, 1, -1), strict=True)) % 11
    return f"{body[:4]}-{body[4:]}{'X' if check == 10 else check}"


def patent(rng: random.Random, year: int, kind: int) -> str:
    """Application number with its check digit (ZC 0006-2003); `kind` 1 invention, 2 utility model, 3 design."""
    body = f"{year}{kind}{rng.randrange(10**7):07}"
    check = sum(int(d) * w for d, w in zip(body, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5), strict=True)) % 11
    return f"{body}.{'X' if check == 10 else check}"
