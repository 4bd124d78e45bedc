"""Electronic signatures are told with what can be known of them; files set into a PDF are named."""

from __future__ import annotations

import datetime
import io

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

from dossier.read import notes
from tests.read.conftest import as_bytes, one_page, photograph

UNIT = "山西晋原勘察设计有限公司"


@pytest.fixture(scope="module")
def signer(tmp_path_factory):
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, UNIT)])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 5)
    begin, end = datetime.datetime(2024, 1, 1), datetime.datetime(2044, 1, 1)
    certificate = builder.not_valid_before(begin).not_valid_after(end).sign(key, hashes.SHA256())
    path = tmp_path_factory.mktemp("key") / "key.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"k", key, certificate, None, NoEncryption()))
    return signers.SimpleSigner.load_pkcs12(path)


def signed(content: bytes, signer, field: str = "Signature1") -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    return signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name=field), signer=signer).getvalue()


@pytest.fixture(scope="module")
def document(signer) -> bytes:
    return signed(one_page().tobytes(), signer)


def test_a_file_nobody_signed_has_no_notes(stored):
    found = notes(stored(one_page().tobytes()))
    assert (found.signatures, found.problems) == ((), ())


def test_a_signature_says_who_signed_and_that_nothing_was_changed(stored, document):
    (one,) = notes(stored(document)).signatures
    assert datetime.datetime.fromisoformat(one["time"]).tzinfo is not None
    told = {"signer": UNIT, "time": one["time"], "intact": True, "whole_file": True, "trust": "unknown", "note": ""}
    assert dict(one) == told


def test_a_file_changed_after_it_was_signed_is_not_intact(stored, document):
    at = document.index(b"/MediaBox")
    changed = document[:at] + document[at:].replace(b"595", b"596", 1)
    (one,) = notes(stored(changed)).signatures
    assert (one["signer"], one["intact"]) == (UNIT, False)
    assert "改动" in one["note"]


def test_what_is_added_after_the_signature_is_told(stored, document):
    (one,) = notes(stored(document + b"\n% more\n")).signatures
    assert (one["intact"], one["whole_file"]) == (True, False)
    assert "追加" in one["note"]


def test_every_signature_of_a_file_is_told(stored, document, signer):
    first, second = notes(stored(signed(document, signer, "Signature2"))).signatures
    assert (first["whole_file"], second["whole_file"]) == (False, True)
    assert (first["intact"], second["intact"]) == (True, True)


def test_a_signature_with_chinese_algorithms_is_said_to_be_unchecked(stored, document):
    sha256 = "0609608648016503040201"
    sm3 = "06082a811ccf55018311".ljust(len(sha256), "0")
    (one,) = notes(stored(document.replace(sha256.encode(), sm3.encode()))).signatures
    assert (one["intact"], one["whole_file"], one["trust"]) == (None, None, "unknown")
    assert "SM2" in one["note"] or "不能核验" in one["note"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_however_a_signature_is_damaged_it_is_told_and_nothing_breaks(stored, document, data):
    begin = document.index(b"/ByteRange")
    damaged = bytearray(document)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(begin - 4200, begin + 400))] = data.draw(st.integers(0, 255))
    for one in notes(stored(bytes(damaged))).signatures:
        assert one["trust"] == "unknown"


def test_materials_set_into_a_pdf_are_named_and_asked_for(stored):
    document = one_page()
    document.embfile_add("a", b"x", filename="毕业证书.pdf", ufilename="毕业证书.pdf")
    document[0].add_file_annot((500, 100), b"x", "学位证书.JPG", ufilename="学位证书.JPG")
    (problem,) = notes(stored(document.tobytes())).problems
    assert (problem.rule, problem.file) == ("FIL-02", "样例.pdf")
    assert "毕业证书.pdf、学位证书.JPG" in problem.reason
    assert "单独" in problem.remedy


def test_data_about_an_electronic_certificate_is_no_material(stored):
    document = one_page()
    document.embfile_add("a", b"<a/>", filename="invoice.xml", ufilename="invoice.xml")
    assert notes(stored(document.tobytes())).problems == ()


def test_other_files_have_no_notes(stored):
    file = stored(as_bytes(photograph(60, 85), "PNG"), "image/png")
    assert (notes(file).signatures, notes(file).problems) == ((), ())
