"""A certificate of nobody, made for a test, as the PKCS#12 file that people are given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache

PASSWORD = "long and secret"


@cache
def pkcs12(name: str = "A. Revisor") -> bytes:
    """A self-signed certificate with its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
    from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(4711).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=9))
        .add_extension(x509.KeyUsage(True, True, *[False] * 7), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    return serialize_key_and_certificates(b"key", key, made, None, BestAvailableEncryption(PASSWORD.encode()))
