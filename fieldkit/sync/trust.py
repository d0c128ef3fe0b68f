"""Whose certificates a laptop believes. Nothing of this comes from the environment, which any program may set."""

from __future__ import annotations

import ssl
import sys
from pathlib import Path
from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import Text, text

_LONGEST_BYTES: Final = 1 << 20


def trust(own_authority: str = "") -> ssl.SSLContext:
    """Public authorities and those that the office has installed on this computer; or the centre's own one alone.

    `own_authority` holds certificates as PEM: who runs its own authority wants no other to vouch for the centre.
    """
    # Made without ssl.create_default_context, which writes keys to a file that SSLKEYLOGFILE names.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if own_authority:
        context.load_verify_locations(cadata=own_authority)
        return context
    import certifi

    context.load_verify_locations(cafile=certifi.where())
    _add_installed(context)
    return context


def own_authority(path: Path) -> str:
    """The certificates in a file that the office gave, as PEM; RuleError on field centre_ca where it holds none."""
    from cryptography.x509 import load_pem_x509_certificates

    try:
        if path.stat().st_size > _LONGEST_BYTES:
            raise ValueError("too large")
        pem = path.read_bytes()
        load_pem_x509_certificates(pem)
        content = pem.decode("ascii")
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=content)
    except OSError as error:
        raise _unusable(text("Berkas sertifikat tidak bisa dibaca. Periksa letaknya, lalu coba lagi.")) from error
    except ValueError as error:
        raise _unusable(text("Berkas ini bukan sertifikat (PEM). Minta berkas yang benar ke kantor.")) from error
    return content


def _add_installed(context: ssl.SSLContext) -> None:
    # Not load_default_certs, which lets SSL_CERT_FILE and SSL_CERT_DIR decide.
    if sys.platform == "win32":
        for store in ("CA", "ROOT"):
            for certificate, encoding, purposes in ssl.enum_certificates(store):
                if encoding == "x509_asn" and (purposes is True or ssl.Purpose.SERVER_AUTH.oid in purposes):
                    context.load_verify_locations(cadata=certificate)
        return
    built_in = ssl.get_default_verify_paths()
    if Path(built_in.openssl_cafile).is_file():
        context.load_verify_locations(cafile=built_in.openssl_cafile)
    if Path(built_in.openssl_capath).is_dir():
        context.load_verify_locations(capath=built_in.openssl_capath)


def _unusable(message: Text) -> RuleError:
    return RuleError(Problem("centre_ca", "centre_ca", message))
