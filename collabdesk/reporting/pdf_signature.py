"""A certificate's signature in a PDF, added after the bytes that are there, and what one in a file says."""

from __future__ import annotations

import io
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
        "signer": str(certificate.subject.human_friendly),
        "issuer": str(certificate.issuer.human_friendly),
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
            status = validate_pdf_signature(signature, signer_validation_context=trusting_nobody, skip_diff=True)
            certificate = signature.signer_cert
            found.append(
                Seen(
                    str(certificate.subject.human_friendly),
                    str(certificate.issuer.human_friendly),
                    bool(status.intact and status.valid),
                    status.coverage is not None and status.coverage.name == "ENTIRE_FILE",
                )
            )
    except (PdfError, ValueError, OSError):
        return tuple(found)
    return tuple(found)


@contextmanager
def _installed() -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise Refused(_NOT_INSTALLED, "no-extra") from error
