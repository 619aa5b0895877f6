"""A certificate's signature in a PDF: added after the bytes, read again, and noticed when they were changed."""

from __future__ import annotations

import builtins
import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from collabdesk.domain.problems import Refused
from collabdesk.reporting import pdf_signature

WRONG = "the password is wrong"


@pytest.fixture(scope="module")
def plain():
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(72, 72, "A report")
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def signed(plain):
    pytest.importorskip("pyhanko")
    from certificates import PASSWORD, pkcs12

    return pdf_signature.sign(plain, pkcs12(), PASSWORD, "Ada", "Report R-2026-001")


def test_the_bytes_that_were_there_stay_at_the_beginning(plain, signed):
    content, told = signed
    assert content.startswith(plain)
    assert len(content) > len(plain)
    assert (told["signer"], told["serial"]) == ("A. Revisor", "1267")
    assert len(told["fingerprint"]) == 64


def test_a_signature_tells_its_signer_and_that_it_covers_the_whole_file(signed):
    (seen,) = pdf_signature.signatures_in(signed[0])
    assert (seen.signer, seen.issuer) == ("A. Revisor", "A. Revisor")
    assert (seen.is_intact, seen.covers_all) == (True, True)


def test_a_changed_byte_breaks_the_signature(plain, signed):
    place = signed[0].index(b"/Producer") + 3
    changed = signed[0][:place] + b"X" + signed[0][place + 1 :]
    assert [one.is_intact for one in pdf_signature.signatures_in(changed)] == [False]


def test_what_was_added_after_a_signature_is_not_covered_by_it(signed):
    (seen,) = pdf_signature.signatures_in(signed[0] + b"\n% more\n")
    assert (seen.is_intact, seen.covers_all) == (True, False)


def test_a_file_without_a_signature_has_none(plain):
    pytest.importorskip("pyhanko")
    assert pdf_signature.signatures_in(plain) == ()
    assert pdf_signature.signatures_in(b"no pdf at all") == ()


def test_a_wrong_password_or_file_is_refused(plain):
    pytest.importorskip("pyhanko")
    from certificates import pkcs12

    with pytest.raises(Refused, match=WRONG):
        pdf_signature.sign(plain, pkcs12(), "guess", "Ada", "")
    with pytest.raises(Refused, match=WRONG):
        pdf_signature.sign(plain, b"a letter", "guess", "Ada", "")


def test_without_the_extra_one_sentence_says_how_to_get_it(plain, monkeypatch):
    known = builtins.__import__

    def without(name, *rest):
        if name.startswith("pyhanko"):
            raise ImportError(name)
        return known(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Refused, match=r"collabdesk\[sign\]"):
        pdf_signature.sign(plain, b"", "", "Ada", "")
