"""A certificate's signature in a PDF, added after the bytes that are there, and what one in a file says."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from collabdesk.domain.problems import Refused

_FIELD = "CollabDesk"
_NOT_INSTALLED = (
    "Signing with a certificate needs an extra that is not installed: install it with"
    ' `python -m pip install "collabdesk[sign]"`.'
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One signature: whose certificate, whether what it covers is as it was signed, whether that is the whole file."""

    signer: str
    issuer: str
    is_intact: bool
    covers_all: bool


def sign(pdf: bytes, pkcs12: bytes, password: str, name: str, reason: str) -> tuple[bytes, dict[str, str]]:
    """The PDF with a signature, beginning with the very bytes of `pdf`; and the certificate in words.

    Refused without the extra, for a wrong password, and for a file that holds no key. The password is kept nowhere.
    """
    with _installed():
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
        from pyhanko.sign.fields import SigFieldSpec
    signer = _signer(SimpleSigner, pkcs12, password)
    words = PdfSignatureMetadata(field_name=_FIELD, name=name, reason=reason, md_algorithm="sha256")
    written: Any = PdfSigner(words, signer, new_field_spec=SigFieldSpec(_FIELD)).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf)), output=io.BytesIO()
    )
    certificate = signer.signing_cert
    told = {
        "signer": _called(certificate.subject),
        "issuer": _called(certificate.issuer),
        "serial": f"{certificate.serial_number:x}",
        "fingerprint": certificate.sha256.hex(),
    }
    return written.getvalue(), told


def _signer(maker: Any, pkcs12: bytes, password: str) -> Any:
    try:
        signer = maker.load_pkcs12_data(pkcs12, other_certs=[], passphrase=password.encode())
    except (OSError, ValueError, TypeError) as error:
        raise Refused("The certificate file cannot be opened: the password is wrong, or it is no PKCS#12 file.",
                      "bad-certificate") from error  # fmt: skip
    if signer is None or signer.signing_cert is None:
        raise Refused("The certificate file cannot be opened: the password is wrong, or it is no PKCS#12 file.",
                      "bad-certificate")  # fmt: skip
    return signer


def signatures_in(pdf: bytes) -> tuple[Seen, ...]:
    """Every signature in the file, the first one first; none for a file that holds none or is damaged.

    Whether a certificate is to be trusted is not looked at, and nothing is fetched. Refused without the extra.
    """
    with _installed():
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.pdf_utils.reader import PdfFileReader
        from pyhanko.sign.validation import validate_pdf_signature
        from pyhanko_certvalidator import ValidationContext
    found = []
    try:
        for signature in PdfFileReader(io.BytesIO(pdf), strict=False).embedded_signatures:
            trusting_nobody = ValidationContext(trust_roots=[], allow_fetching=False)
            with _quiet():
                status = validate_pdf_signature(signature, signer_validation_context=trusting_nobody, skip_diff=True)
            certificate = signature.signer_cert
            found.append(
                Seen(
                    _called(certificate.subject),
                    _called(certificate.issuer),
                    bool(status.intact and status.valid),
                    status.coverage is not None and status.coverage.name == "ENTIRE_FILE",
                )
            )
    except (PdfError, ValueError, OSError):
        return tuple(found)
    return tuple(found)


def _called(name: Any) -> str:
    """The person or body that a certificate names, with its organisation."""
    said = [name.native.get(part) for part in ("common_name", "organization_name")]
    return ", ".join(str(s) for s in said if s) or str(name.human_friendly)


@contextmanager
def _quiet() -> Iterator[None]:
    """Inside, the library does not log that it trusts nobody: that is what it was told."""
    logger = logging.getLogger("pyhanko")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


@contextmanager
def _installed() -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise Refused(_NOT_INSTALLED, "no-extra") from error
