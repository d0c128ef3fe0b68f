"""A village gets another code by a command."""

from __future__ import annotations

from field_pens import JATI, MAYANGAN, ground_at, resident
from served_centre import refused, run

from fieldkit.server.regencies import add_regency


def test_a_village_is_moved_by_a_command(sqlite_database: str) -> None:
    with ground_at(sqlite_database) as ground:
        add_regency(ground.centre, "35.13", "Kab. Probolinggo")
        laptop, other = ground.laptop(), ground.laptop(regency="35.13")
        for name in ("SRI WAHYUNI", "SITI AMINAH"):
            laptop.pen.insert("resident", resident(name))
        laptop.push()
        assert "2 warga dipindahkan" in run("village", "move", "--database", sqlite_database, JATI, MAYANGAN)
        assert {row["area"] for row in laptop.rows("resident").values()} == {MAYANGAN}
        assert "2 warga" in run("village", "move", "--database", sqlite_database, MAYANGAN, "35.13.01.2001")
        found = other.rows("resident", cursors={"35.13": 0})
        assert sorted(row["name"] for row in found.values()) == ["SITI AMINAH", "SRI WAHYUNI"]


def test_what_is_no_village_of_this_centre_moves_nobody(sqlite_database: str) -> None:
    with ground_at(sqlite_database):
        pass
    for codes in ((JATI, JATI), (JATI, "35.74.03"), (JATI, "Jati"), (JATI, "33.74.01.1001")):
        assert "dua kode desa" in refused("village", "move", "--database", sqlite_database, *codes)
