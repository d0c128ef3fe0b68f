"""The one edge at which errors of HTTP become errors of FieldKit."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from typing import Final

import msgspec

from fieldkit.domain.errors import (
    BatchTooLargeError,
    CentreBusyError,
    CentreTooOldError,
    CentreTroubleError,
    ChainError,
    ClientTooOldError,
    DeviceRevokedError,
    FieldKitError,
    ForkError,
    OfflineError,
    Problem,
    RuleError,
)
from fieldkit.domain.orders.telephone import Unanswered, unanswered
from fieldkit.domain.text import Text, text
from fieldkit.records.wire import Trouble

LONGEST_WAIT_S: Final = 3600
"""A Retry-After beyond this is taken for a mistake."""
_NO_CENTRE: Final = text("Di alamat ini tidak ada pusat FieldKit.")
_CHECK_ADDRESS: Final = text("Tidak ada yang hilang. Periksa alamat pusat di Kantor, atau tanyakan ke admin.")
_GOES_ON: Final = text("Pekerjaan jalan terus dan aman di laptop ini. Dikirim sendiri saat tersambung.")
_KEPT: Final = text("Tidak ada yang hilang, semua tetap di laptop ini. Dicoba lagi sebentar lagi.")


class RouteMissingError(CentreTroubleError):
    """A centre of FieldKit answered, and does not know what it was asked: its program is older, or the address has
    something behind the centre's own."""


@contextmanager
def centre_errors() -> Iterator[None]:
    """Translate what httpx, zstandard and msgspec raise while talking to the centre; everything else passes.

    JSON that is nested without end is a RecursionError.
    """
    import zstandard

    from fieldkit.sync._httpx import httpx

    try:
        yield
    except (httpx.RemoteProtocolError, zstandard.ZstdError) as error:
        raise half_answer() from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise not_the_centre() from error
    except httpx.TimeoutException as error:
        raise (unreachable() if isinstance(error, httpx.ConnectTimeout) else silent()) from error
    except httpx.ConnectError as error:
        raise (untrusted_line() if _is_about_certificates(error) else unreachable()) from error
    except httpx.ProxyError as error:
        raise blocked() from error
    except httpx.HTTPError as error:
        raise line_cut() from error


def refusal(status: int, headers: Mapping[str, str], body: bytes) -> FieldKitError | None:
    """The error that an answer stands for; None for an answer to read."""
    if 200 <= status < 300:
        return None
    return _told(_trouble_of(body), headers) or _by_status(status, headers)


def _trouble_of(body: bytes) -> Trouble | None:
    try:
        return msgspec.json.decode(body, type=Trouble)
    except (msgspec.DecodeError, RecursionError):
        return None


def _told(trouble: Trouble | None, headers: Mapping[str, str]) -> FieldKitError | None:
    """What the centre itself says. Only its own word revokes a laptop: a proxy may answer 403 as well."""
    code = trouble.code if trouble else ""
    if code == "busy":
        return _busy(headers)
    if code == "restored":
        return _restored(headers)
    if trouble and code == "revoked":
        return _revoked(trouble)
    if code in set(Unanswered):
        return unanswered(Unanswered(code))
    known = _BY_CODE.get(code)
    return known() if known else None


def _by_status(status: int, headers: Mapping[str, str]) -> FieldKitError:
    if known := _BY_STATUS.get(status):
        return known()
    if status in (429, 503):
        return _busy(headers)
    if 300 <= status < 400 or status in (407, 511):
        return not_the_centre()
    if status in (401, 403):
        return blocked()
    return _trouble()


def retry_after_s(headers: Mapping[str, str]) -> int:
    """Seconds that Retry-After asks for, told as a number or as a date beside the answer's own; 0 where it does not."""
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return min(int(said[:9]), LONGEST_WAIT_S)
    try:
        span = parsedate_to_datetime(said) - parsedate_to_datetime(headers.get("date", ""))
    except (TypeError, ValueError):
        return 0
    return min(max(int(span.total_seconds()), 0), LONGEST_WAIT_S)


def _is_about_certificates(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError) or "CERTIFICATE" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def unreachable() -> OfflineError:
    """No way to the centre."""
    return OfflineError(text("Pusat belum terjangkau."), _GOES_ON)


def silent() -> OfflineError:
    """The line is there, but nothing moves on it."""
    return OfflineError(text("Sambungan diam, tidak ada data yang lewat."), _GOES_ON)


def line_cut() -> OfflineError:
    """The line went away in the middle."""
    return OfflineError(text("Sambungan putus di tengah jalan."), _KEPT)


def half_answer() -> CentreTroubleError:
    """The answer ended early, or did not come at all."""
    return CentreTroubleError(text("Jawaban pusat tidak lengkap."), _KEPT)


def not_the_centre() -> CentreTroubleError:
    """A page of the network, or anything else that is no answer of the centre."""
    return CentreTroubleError(
        text("Yang menjawab bukan pusat FieldKit."),
        text("Tidak ada yang hilang. Mungkin Wi-Fi ini minta masuk dulu: buka peramban dan masuk, atau pakai data HP."),
    )


def untrusted_line() -> CentreTroubleError:
    """The certificate is not the centre's."""
    return CentreTroubleError(
        text("Jalur ke pusat tidak bisa dipercaya, jadi tidak dipakai."),
        text("Tidak ada yang dikirim. Periksa tanggal laptop, masuk dulu ke Wi-Fi ini, atau pakai data HP."),
    )


def untrusted_receipt() -> CentreTroubleError:
    """A receipt that the centre of the enrolment did not sign, or that speaks of something else."""
    return CentreTroubleError(
        text("Bukti terima yang datang tidak bisa dipercaya."),
        text("Belum ada yang ditandai terkirim, semua tetap menunggu di laptop ini. Kalau terulang, hubungi kantor."),
    )


def foreign_receipt() -> ChainError:
    """A receipt of the centre for work that was not written here."""
    return ChainError(
        text("Catatan laptop ini tidak menyambung dengan catatan di pusat."),
        text("Tidak ada yang ditimpa. Pekerjaan tetap tersimpan di sini; hubungi kantor untuk mencocokkan."),
    )


def centre_changed() -> CentreTroubleError:
    """The centre was restored while this laptop was talking to it."""
    return CentreTroubleError(text("Pusat baru saja dipulihkan dari cadangan."), _KEPT)


def only_by_line(title: Text) -> OfflineError:
    """The centre alone can answer a call."""
    return OfflineError(
        title,
        text(
            "Jawaban telepon hanya ada di pusat, jadi perlu internet. Yang diketik tetap di sini: sambungkan, lalu "
            "coba lagi, atau minta penjaga pusat menjawab dari mesinnya."
        ),
    )


def answers_no_calls() -> CentreTooOldError:
    """The centre knows of no calls yet."""
    return CentreTooOldError(
        text("Program pusat terlalu lama untuk menjawab telepon."),
        text(
            "Tidak ada jawaban yang dibuat, dan yang diketik tetap di sini. Minta penjaga pusat memperbarui FieldKit "
            "di pusat, atau menjawab dari mesinnya."
        ),
    )


def asks_to_wait(error: CentreBusyError) -> CentreBusyError:
    """The same for who has a call: nothing is tried again by itself."""
    return CentreBusyError(
        error.title,
        text("Yang diketik tetap di sini. Coba lagi {n} detik lagi.", n=error.retry_after_s),
        error.retry_after_s,
    )


def unsound_page() -> CentreTroubleError:
    """A page whose rows are none."""
    return CentreTroubleError(text("Halaman dari pusat tidak bisa dibaca."), _KEPT)


def forgot_meanwhile() -> CentreTroubleError:
    """While this laptop was fetching, the centre forgot what left an area long ago."""
    return CentreTroubleError(text("Pusat sedang merapikan catatan lamanya."), _KEPT)


def endless() -> CentreTroubleError:
    """Pages keep coming and lead nowhere."""
    return CentreTroubleError(text("Pusat mengulang halaman yang sama."), _KEPT)


def too_old() -> ClientTooOldError:
    """The centre speaks a newer protocol only."""
    return ClientTooOldError(
        text("FieldKit di laptop ini terlalu lama untuk pusat."),
        text("Pekerjaan tetap aman dan tetap bisa dikirim. Pasang versi baru untuk mengambil pembaruan."),
    )


def centre_too_old() -> CentreTooOldError:
    """The centre does not know what an erased change is."""
    return CentreTooOldError(
        text("Pusat memakai FieldKit yang lebih lama dari laptop ini."),
        text(
            "Di sini ada isian yang dihapus atas dasar hukum, dan pusat itu belum mengenalnya. Tidak ada yang hilang, "
            "semua tetap menunggu; minta kantor memperbarui pusat."
        ),
    )


def blocked() -> CentreTroubleError:
    """Something between does not let the laptop through."""
    return CentreTroubleError(
        text("Jaringan ini tidak meneruskan ke pusat."),
        text("Pekerjaan jalan terus dan aman di laptop ini. Pakai jaringan lain, misalnya data HP."),
    )


def bad_address(message: Text) -> RuleError:
    """The address of the centre can not be used."""
    return RuleError(Problem("centre_url", "centre_url", message))


def _trouble() -> CentreTroubleError:
    return CentreTroubleError(text("Pusat sedang bermasalah."), _KEPT)


def _too_large() -> BatchTooLargeError:
    return BatchTooLargeError(text("Kiriman terlalu besar untuk diterima sekaligus."), _KEPT)


def _wrong_address() -> CentreTroubleError:
    return CentreTroubleError(_NO_CENTRE, _CHECK_ADDRESS)


def _route_missing() -> RouteMissingError:
    return RouteMissingError(_NO_CENTRE, _CHECK_ADDRESS)


def _busy(headers: Mapping[str, str]) -> CentreBusyError:
    return CentreBusyError(text("Pusat sedang ramai dan minta menunggu."), _KEPT, retry_after_s(headers))


def _restored(headers: Mapping[str, str]) -> CentreBusyError:
    return CentreBusyError(
        text("Pusat baru dipulihkan dari cadangan dan sedang diperiksa kantor."),
        text("Pekerjaan tetap dikirim dan diterima. Data dari pusat menyusul, dicoba lagi sendiri."),
        retry_after_s(headers),
    )


def _unknown() -> DeviceRevokedError:
    return _revoked(Trouble(code="token"), is_known=False)


def _revoked(trouble: Trouble, *, is_known: bool = True) -> DeviceRevokedError:
    return DeviceRevokedError(
        text("Laptop ini tidak lagi terdaftar di pusat."),
        text("Yang sudah tersimpan tetap ada di sini. Hubungi kantor untuk mendaftarkannya lagi."),
        epoch=trouble.epoch,
        holds={origin: (held.number, held.chain) for origin, held in trouble.holds.items()},
        is_known=is_known,
        is_missing=trouble.is_missing,
    )


def _chain() -> ChainError:
    return ChainError(
        text("Kiriman ini tidak menyambung dengan catatan di pusat."),
        text("Tidak ada yang ditimpa, semua tetap di laptop ini. Dicocokkan lagi pada sinkron berikutnya."),
    )


def _fork() -> ForkError:
    return ForkError(
        text("Pusat sudah memegang catatan lain dengan nomor yang sama."),
        text(
            "Mungkin laptop ini disalin. Tidak ada yang ditimpa, semua tetap di sini; hubungi kantor untuk mencocokkan."
        ),
    )


def _wrong_code() -> RuleError:
    message = text("Kode ini tidak berlaku, sudah dipakai atau sudah lewat waktunya. Minta kode baru ke kantor.")
    return RuleError(Problem("code", "code_unknown", message))


_BY_CODE: Final[Mapping[str, Callable[[], FieldKitError]]] = {
    "token": _unknown,
    "too_old": too_old,
    "chain": _chain,
    "fork": _fork,
    "epoch": centre_changed,
    "code": _wrong_code,
    "too_large": _too_large,
    "missing": _route_missing,
}
_BY_STATUS: Final[Mapping[int, Callable[[], FieldKitError]]] = {404: _wrong_address, 413: _too_large, 426: too_old}
