"""ZIP archives as tools write them, well and badly: names, content, damage."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.intake import take_in, zip_directory
from dossier.intake.archives import Damaged, Member
from dossier.intake.zip_archive import open_zip


@pytest.fixture
def members(tmp_path: Path) -> Callable[[bytes], list[Member]]:
    def read(data: bytes) -> list[Member]:
        path = tmp_path / "a.zip"
        path.write_bytes(data)
        return list(open_zip(path).members)

    return read


def content(member: Member) -> bytes:
    return b"".join(member.chunks())


def test_what_zipfile_writes_is_read_back_with_names_and_content(members, plain_zip) -> None:
    files = {"公示/结果.pdf": b"a" * 5000, "readme.txt": b"", "图.jpg": bytes(range(256))}
    assert {m.name: content(m) for m in members(plain_zip(files))} == files


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_usual_method_of_compression_is_read(members, method: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("a.pdf", b"content " * 100_000)
    assert content(members(buffer.getvalue())[0]) == b"content " * 100_000


def test_a_gbk_archive_from_windows_keeps_its_names(members, gbk_zip) -> None:
    files = {"公示/公示照片.jpg": b"1", "身份证.pdf": b"2"}
    assert {m.name: content(m) for m in members(gbk_zip(files))} == files


def test_an_archive_written_as_a_stream_is_read(members, plain_zip) -> None:
    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

        def tell(self) -> int:
            raise io.UnsupportedOperation

    buffer = Unseekable()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.pdf", b"stream" * 99)
    assert content(members(buffer.getvalue())[0]) == b"stream" * 99


def test_the_unicode_path_field_outranks_the_name(members, zip_bytes, entry) -> None:
    raw = "公示.pdf".encode("big5", "replace")
    field = b"\x01" + struct.pack("<L", zlib.crc32(raw)) + "公示.pdf".encode()
    extra = struct.pack("<2H", 0x7075, len(field)) + field
    assert members(zip_bytes(entry(raw, b"x", extra=extra)))[0].name == "公示.pdf"


def test_a_unicode_path_field_made_for_another_name_is_ignored(members, zip_bytes, entry) -> None:
    field = b"\x01" + struct.pack("<L", zlib.crc32(b"other")) + "错.pdf".encode()
    extra = struct.pack("<2H", 0x7075, len(field)) + field
    assert members(zip_bytes(entry("公示.pdf".encode("gbk"), b"x", extra=extra)))[0].name == "公示.pdf"


def test_a_gbk_name_that_claims_to_be_utf_8_is_still_read(members, zip_bytes, entry) -> None:
    data = zip_bytes(entry("公示结果.pdf".encode("gbk"), b"x", flags=0x800), entry(b"b.pdf", b"y"))
    assert [m.name for m in members(data)] == ["公示结果.pdf", "b.pdf"]


def test_a_flagged_name_that_was_garbled_before_is_repaired(members, plain_zip) -> None:
    garbled = "公示结果.pdf".encode("gbk").decode("cp437")
    assert members(plain_zip({garbled: b"x"}))[0].name == "公示结果.pdf"


def test_a_second_byte_that_looks_like_a_backslash_stays_part_of_its_character(members, zip_bytes, entry) -> None:
    raw = "公示乗.pdf".encode("gbk")
    assert b"\\" in raw
    assert members(zip_bytes(entry(raw, b"x")))[0].name == "公示乗.pdf"


def test_an_entry_whose_two_names_differ_is_read(members, zip_bytes, entry) -> None:
    data = zip_bytes(entry(b"dir/a.pdf", b"x" * 9, local_name=b"dir\\a.pdf"))
    assert content(members(data)[0]) == b"x" * 9


def test_folders_are_not_files(members, zip_bytes, entry) -> None:
    data = zip_bytes(
        entry(b"a/", b""),
        entry(b"b\\", b""),
        entry(b"c", b"", attributes=0x10),
        entry(b"d", b"", mode=stat.S_IFDIR | 0o755),
        entry(b"e.pdf", b"x"),
    )
    assert [m.name for m in members(data)] == ["e.pdf"]


def test_a_folder_that_holds_bytes_is_a_file(members, zip_bytes, entry) -> None:
    assert [content(m) for m in members(zip_bytes(entry(b"a/", b"hidden")))] == [b"hidden"]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_links_and_devices_are_told_from_files(members, zip_bytes, entry, kind: int) -> None:
    data = zip_bytes(entry(b"a", b"/etc/passwd", mode=kind | 0o777), entry(b"b", b"x", mode=stat.S_IFREG | 0o644))
    assert [m.is_file for m in members(data)] == [False, True]


@pytest.mark.parametrize("flag", [0x1, 0x41, 0x2001])
def test_encrypted_entries_are_known_as_such(members, zip_bytes, entry, flag: int) -> None:
    assert [m.encrypted for m in members(zip_bytes(entry(b"a", b"x", flags=flag), entry(b"b", b"y")))] == [True, False]


def test_a_wrong_checksum_damages_one_entry_only(members, zip_bytes, entry) -> None:
    broken, whole = members(zip_bytes(entry(b"a.pdf", b"x" * 50, crc=7), entry(b"b.pdf", b"y" * 50)))
    with pytest.raises(Damaged, match="校验值"):
        content(broken)
    assert content(whole) == b"y" * 50


def test_an_entry_that_expands_beyond_its_stated_size_is_damaged(members, zip_bytes, entry) -> None:
    (member,) = members(zip_bytes(entry(b"a.pdf", bytes(10_000_000), size=100)))
    with pytest.raises(Damaged):
        content(member)


def test_bytes_that_are_no_deflate_stream_are_damage(members, zip_bytes, entry) -> None:
    data = bytearray(zip_bytes(entry(b"a.pdf", b"x" * 500)))
    data[36] ^= 0xFF
    with pytest.raises(Damaged):
        content(members(bytes(data))[0])


def test_an_unknown_method_of_compression_is_named(members, zip_bytes, entry) -> None:
    with pytest.raises(Damaged, match="编号 9"):
        content(members(zip_bytes(entry(b"a.pdf", b"x", method=9)))[0])


def test_an_entry_that_reaches_into_others_is_refused_and_the_others_are_read(members, zip_bytes, entry) -> None:
    data = bytearray(zip_bytes(*(entry(f"{n}.pdf".encode(), bytes(range(99))) for n in range(3))))
    row = data.index(b"PK\x01\x02")
    data[row + 20 : row + 24] = struct.pack("<L", row)
    greedy, *others = members(bytes(data))
    with pytest.raises(Damaged, match="重叠"):
        content(greedy)
    assert [content(member) for member in others] == [bytes(range(99))] * 2


def test_bytes_listed_many_times_are_read_once_at_most(tmp_path: Path, entry) -> None:
    table = b"".join(entry(f"{n}.pdf".encode(), bytes(1000))[1] for n in range(9))
    local, _ = entry(b"0.pdf", bytes(1000))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, len(table), len(local), 0)
    (tmp_path / "bomb.zip").write_bytes(local + table + end)
    bundle = take_in([tmp_path / "bomb.zip"], tmp_path / "work")
    assert sum("重叠" in problem.reason for problem in bundle.problems) == 8


def test_the_same_name_twice_gives_both_files(members, zip_bytes, entry) -> None:
    assert [content(m) for m in members(zip_bytes(entry(b"a", b"1"), entry(b"a", b"2")))] == [b"1", b"2"]


def test_an_archive_behind_other_bytes_and_with_junk_at_its_end_is_read(members, plain_zip) -> None:
    data = b"self-extractor" * 50 + plain_zip({"a.pdf": b"x", "b.pdf": b"y"}) + b"\0" * 300
    assert [content(m) for m in members(data)] == [b"x", b"y"]


def test_a_zip64_archive_is_read(members) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, archive.open("a.pdf", "w", force_zip64=True) as file:
        file.write(b"x" * 77)
    data = buffer.getvalue()
    *_, count, length, start, _ = struct.unpack("<4s4H2LH", data[-22:])
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(data) - 22, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, *(0xFFFF,) * 2, *(0xFFFFFFFF,) * 2, 0)
    (member,) = members(data[:-22] + wide + locator + end)
    assert (member.name, content(member)) == ("a.pdf", b"x" * 77)


def test_sizes_and_offset_that_need_64_bits_are_taken_from_their_field(members, zip_bytes, entry) -> None:
    data = bytearray(zip_bytes(entry(b"a.pdf", b"x" * 77, extra=struct.pack("<2HQ", 1, 8, 77))))
    size_at = data.index(b"PK\x01\x02") + 24
    data[size_at : size_at + 4] = b"\xff" * 4
    (member,) = members(bytes(data))
    assert (member.size, content(member)) == (77, b"x" * 77)


def test_a_part_of_a_split_archive_says_so(members, plain_zip) -> None:
    data = bytearray(plain_zip({"a.pdf": b"x"}))
    data[-18:-16] = b"\x03\x00"
    with pytest.raises(Damaged, match="分卷"):
        members(bytes(data))
    with pytest.raises(Damaged, match="分卷"):
        members(b"PK\x07\x08" + plain_zip({"a.pdf": b"x"}))


def test_more_entries_than_anyone_could_mean_are_refused(members, plain_zip, monkeypatch) -> None:
    monkeypatch.setattr(zip_directory, "MOST_ENTRIES", 10)
    assert len(members(plain_zip({f"{n}": b"" for n in range(10)}))) == 10
    with pytest.raises(Damaged, match="10 个"):
        members(plain_zip({f"{n}": b"" for n in range(11)}))


def test_an_upload_that_broke_off_still_gives_the_files_it_holds(tmp_path: Path, plain_zip) -> None:
    data = plain_zip({"a.pdf": b"x" * 99, "b.pdf": b"y" * 99})
    (tmp_path / "cut.zip").write_bytes(data[: data.index(b"PK\x01\x02") + 10])
    contents = open_zip(tmp_path / "cut.zip")
    assert {m.name: content(m) for m in contents.members} == {"a.pdf": b"x" * 99, "b.pdf": b"y" * 99}
    assert "没有传完整" in contents.damage


def test_a_broken_table_is_made_good_from_the_entries(tmp_path: Path, zip_bytes, entry) -> None:
    data = bytearray(
        zip_bytes(
            entry(b"a.pdf", b"x" * 99, streamed=True), entry("公示.pdf".encode("gbk"), b"y" * 99), entry(b"c/", b"")
        )
    )
    data[data.rindex(b"PK\x01\x02")] = 0
    (tmp_path / "broken.zip").write_bytes(data)
    contents = open_zip(tmp_path / "broken.zip")
    assert {m.name: content(m) for m in contents.members} == {"a.pdf": b"x" * 99, "公示.pdf": b"y" * 99}
    assert contents.damage


def test_the_entry_at_which_an_upload_broke_off_is_damaged(tmp_path: Path, zip_bytes, entry) -> None:
    data = zip_bytes(entry(b"a.pdf", b"x" * 99), entry(b"b.pdf", bytes(range(256)) * 9, streamed=True))
    (tmp_path / "cut.zip").write_bytes(data[: data.index(b"b.pdf") + 50])
    first, second = open_zip(tmp_path / "cut.zip").members
    assert content(first) == b"x" * 99
    with pytest.raises(Damaged):
        content(second)


def test_bytes_without_any_entry_are_damage(members) -> None:
    with pytest.raises(Damaged, match="无法打开"):
        members(b"PK\x03\x04 nothing")


@pytest.fixture
def oversized(zip_bytes, entry) -> bytearray:
    """One entry whose packed size and offset are stated as 2⁶⁴ - 1."""
    beyond = struct.pack("<2H3Q", 1, 24, 50, 2**64 - 1, 2**64 - 1)
    data = bytearray(zip_bytes(entry(b"a.pdf", b"x" * 50, extra=beyond)))
    row = data.index(b"PK\x01\x02")
    for at in (18, 22, row + 20, row + 24, row + 42):
        data[at : at + 4] = b"\xff" * 4
    return data


def test_an_offset_beyond_the_file_is_damage(members, oversized: bytearray) -> None:
    (member,) = members(bytes(oversized))
    with pytest.raises(Damaged):
        content(member)


def test_a_packed_size_beyond_the_file_does_no_harm_where_the_content_proves_right(members, oversized) -> None:
    (member,) = members(bytes(oversized[: oversized.index(b"PK\x01\x02")]))
    assert content(member) == b"x" * 50
