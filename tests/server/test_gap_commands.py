"""What a restored laptop may have lost, by the commands: listed, signed, and listed as signed."""

from __future__ import annotations

from field_pens import AT, PROBOLINGGO, ground_at
from served_centre import refused, run

from fieldkit.server.office.writing import add_user


def test_a_gap_is_listed_signed_and_listed_as_signed(sqlite_database: str) -> None:
    with ground_at(sqlite_database) as ground:
        laptop = ground.laptop()
        named = {"predecessor": "3574-P1.0\x1b[2J", "last_number": 7, "last_chain": "00" * 32, "cause": "restored"}
        laptop.pen.insert("incarnation", {**named, "at": AT}, area=PROBOLINGGO)
        laptop.push()
        lead = laptop.pen.user
        admin, _ = add_user(ground.centre, PROBOLINGGO, name="Hendra Gunawan", role="admin", now_ms=ground.clock())
    about = ("--database", sqlite_database, "--regency", PROBOLINGGO)
    case, *told = run("gap", "list", *about).split("\t")
    assert told == [laptop.pen.origin, "3574-P1.0?[2J", "7"]
    assert run("gap", "list", *about, "--accepted") == ""
    assert "Tidak ada yang diubah" in refused("gap", "accept", *about, case, "--user", "nobody", "--note", "Hilang")
    refused("gap", "accept", *about, case, "--user", lead, "--note", "Laptop rusak")
    run("gap", "accept", *about, case, "--user", admin, "--note", "Laptop rusak")
    assert run("gap", "list", *about) == ""
    signed = run("gap", "list", *about, "--accepted").split("\t")
    assert (signed[:4], signed[5:]) == ([case, *told], [admin, "Laptop rusak"])
