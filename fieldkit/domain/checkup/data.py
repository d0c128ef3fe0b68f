"""The database: whether it opens, is whole, and finds its people."""

from __future__ import annotations

from collections.abc import Sequence

from fieldkit.domain.checkup.finding import Finding, Grade, Topic, topic_name
from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.formats import count
from fieldkit.domain.text import Text, text


def refused(error: FieldKitError, topic: Topic = Topic.DATABASE) -> Finding:
    """What hindered a look, in the words of the error."""
    return Finding(topic, Grade.STOP, error.title, error.advice, facts={"error": type(error).__name__})


def no_data() -> Finding:
    """Nobody has worked in this folder yet."""
    return Finding(
        Topic.DATABASE,
        Grade.STOP,
        text("Di map ini belum ada data FieldKit."),
        text("Tidak ada yang hilang: di sini belum pernah ada laptop yang terdaftar."),
        text("Periksa mapnya dengan --database, atau daftarkan laptop ini dulu."),
        {"error": "missing"},
    )


def database_finding(broken: Sequence[str], *, is_older: bool) -> Finding:
    """Whether every part of the file could be read and fits together; `broken` are the tables where it does not."""
    facts = {"broken_tables": list(broken), "older_schema": is_older}
    if broken:
        return Finding(
            Topic.DATABASE,
            Grade.STOP,
            text("Berkas data rusak di {n} bagian.", n=len(broken)),
            text("Yang sudah terkirim aman di pusat. Yang belum terkirim mungkin masih bisa diselamatkan."),
            text("Sinkronkan sekarang kalau bisa, lalu pulihkan cadangan terakhir. Jangan hapus berkas apa pun."),
            facts,
        )
    if is_older:
        return Finding(
            Topic.DATABASE,
            Grade.LOOK,
            text("Berkas data utuh, bentuknya dari FieldKit yang lebih lama."),
            text("Saat FieldKit dibuka, berkas ini dicadangkan dulu lalu disesuaikan."),
            text("Buka FieldKit sekali selagi laptop dicas."),
            facts,
        )
    return Finding(
        Topic.DATABASE,
        Grade.FINE,
        text("Berkas data utuh."),
        text("Setiap bagian yang dipakai terbaca dan cocok dengan kuncinya."),
        facts=facts,
    )


def journal_finding(changes: int, *, is_whole: bool, tamperings: int = 0) -> Finding:
    """Whether every change follows from the one before; `tamperings` are those that no admin has settled yet."""
    facts = {"changes": changes, "whole": is_whole, "tamperings": tamperings}
    if is_whole and not tamperings:
        return Finding(
            Topic.JOURNAL,
            Grade.FINE,
            text("Rantai {n} catatan lengkap.", n=count(changes)),
            text("Tidak ada catatan yang hilang, dan tidak ada yang diubah dari luar FieldKit."),
            facts=facts,
        )
    if is_whole:
        return Finding(
            Topic.JOURNAL,
            Grade.LOOK,
            text("Data laptop ini pernah diubah dari luar FieldKit."),
            text("Catatan tim di laptop ini sudah dikembalikan, dan pekerjaan bisa terus."),
            text(
                "Baca rinciannya di Sinkronisasi, bagian Perlu perhatian. Cocokkan angka shift dengan kertas; admin "
                "kantor yang menyelesaikan kasusnya."
            ),
            facts,
        )
    return Finding(
        Topic.JOURNAL,
        Grade.STOP,
        text("Rantai catatan terputus."),
        text("Ada catatan yang hilang atau diubah bukan oleh FieldKit. Yang sudah terkirim aman di pusat."),
        text("Jangan hapus apa pun. Hubungi kantor, dan kirim berkas bantuan."),
        facts,
    )


def search_finding(residents: int, missing: int, strays: int) -> Finding:
    """Whether each resident is in the index, and nobody else."""
    facts = {"residents": residents, "missing": missing, "strays": strays}
    if not missing and not strays:
        return Finding(
            Topic.SEARCH,
            Grade.FINE,
            text("Semua {n} warga ada di indeks pencarian.", n=count(residents)),
            text("Siapa yang ada di daftar bisa ditemukan dengan nama, NIK atau KK."),
            facts=facts,
        )
    return Finding(
        Topic.SEARCH,
        Grade.STOP,
        text("Indeks pencarian tidak cocok dengan daftar: {n} baris.", n=count(missing + strays)),
        text("Datanya ada, tetapi sebagian warga tidak muncul saat dicari, dan bisa terdaftar dua kali."),
        text("Cari juga di daftar sasaran (F4). Minta kantor memulihkan cadangan terakhir."),
        facts,
    )


def unlooked(topics: Sequence[Topic]) -> Finding:
    """What needs an open database."""
    names = [topic_name(topic) for topic in topics]
    return Finding(
        Topic.REST,
        Grade.UNKNOWN,
        text("Belum diperiksa: {names}.", names=_listed(names)),
        text("Untuk ini datanya harus terbuka."),
        text("Ikuti dulu saran untuk berkas data, lalu periksa lagi."),
        {"topics": list(topics)},
    )


def _listed(names: Sequence[Text]) -> Text:
    first, *rest = names
    return text("{first}, {rest}", first=first, rest=_listed(rest)) if rest else first
