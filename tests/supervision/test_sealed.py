"""A sealed visit: three know of it, and for everybody else nothing differs until it is opened."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from domain.access import Role
from domain.seals import Sealed, canonical, proof_of
from storage.database import connect_writer
from storage.sealing import fault_of_key, make_key
from tests.helpers.matters import move_in
from tests.helpers.sealing import (
    BODY,
    LINE,
    SECRETS,
    THEME,
    THREE,
    office_that_seals,
    said_in_files,
    seal,
)
from tests.helpers.supervision import LIEN, TRAN, office_of_visits, propose
from tests.helpers.two_lives import all_of
from tests.town import (
    BINH,
    CUONG,
    DUNG,
    HANH,
    HOA,
    LAN,
    MAI,
    NEIGHBOURS,
    THANG,
    Neighbour,
    Town,
    says,
)

EVERYBODY = (*NEIGHBOURS, TRAN, LIEN)

ANOTHER_LEADER = Neighbour("Hoàng Văn Khải", 8211, None, "MTTQ", (Role.LEADER,))


@pytest.fixture
async def sealing(town: Town, tmp_path: Path) -> Town:
    return await office_that_seals(town, tmp_path)


async def test_a_leader_taps_for_it_and_who_may_not_hears_who_may(sealing: Town) -> None:
    town = sealing
    await town.write(LAN, "giám sát")
    assert "đồng chí nào duyệt" in await town.tap(LAN, "Niêm phong")
    assert "lãnh đạo duyệt" in await town.write(CUONG, "niem phong")


async def test_three_read_it_and_it_becomes_a_visit_when_it_is_opened(sealing: Town) -> None:
    town = sealing
    seal_id = await seal(town)
    assert await town.sql("SELECT * FROM visit") == []
    for who in THREE:
        assert BODY in await town.press(who, f"v.sealed:0:{seal_id}")
    assert "không thuộc phần việc" in await town.press(TRAN, f"v.sealok:0:{seal_id}")
    assert "Chưa được duyệt" in await town.press(LIEN, f"v.unseal:0:{seal_id}")
    await town.press(LAN, f"v.sealok:0:{seal_id}")
    approved = await town.screen(LAN)
    assert "Mã niêm phong" in approved
    proof = approved.splitlines()[-1]
    opened = await town.press(LIEN, f"v.unseal:0:{seal_id}")
    assert "GS-01" in await town.screen(LIEN)
    assert await town.sql("SELECT * FROM sealed") == []
    assert await town.sql("SELECT code, stage, unannounced FROM visit") == [
        ("GS-01", "planned", 1)
    ]
    assert opened
    assert await says(town, LAN, proof)
    [told] = [text for text in await town.heard(LAN) if "Muối" in text]
    assert f"Nơi đến: {BODY}" in told


async def test_who_is_said_to_read_it_is_who_can(sealing: Town) -> None:
    """The deputy of the section too, who decides in it."""
    town = sealing
    await town.sql(
        "INSERT INTO role_grant (office_id, person_id, role, unit_id, valid_from)"
        " SELECT 1, m.person_id, 'deputy_head', m.unit_id, '2026-01-01' FROM membership m"
        " JOIN unit ON unit.id = m.unit_id WHERE m.person_id = :person",
        person=town.person(LIEN),
    )
    await town.write(TRAN, "niêm phong")
    await town.tap(TRAN, "Thị Lan")
    said = await town.write(TRAN, LINE)
    [(seal_id,)] = await town.sql("SELECT id FROM sealed")
    named = {who for who in EVERYBODY if who.name in said}
    can = {who for who in EVERYBODY if BODY in await reads(town, who, seal_id)}
    assert named == can == {TRAN, LIEN, LAN}


async def reads(town: Town, who: Neighbour, seal_id: str) -> str:
    await town.press(who, f"v.sealed:0:{seal_id}")
    return await town.screen(who)


def test_the_proof_tells_what_was_swapped() -> None:
    sealed = Sealed(1, 2, 3, theme="a", body="b", salt="00")
    other = Sealed(1, 2, 3, theme="a", body="c", salt="00")
    assert canonical(sealed) != canonical(other)
    assert proof_of(sealed) != proof_of(other)
    assert "00" not in canonical(sealed)


async def test_nothing_of_it_lies_in_the_file_at_any_time(sealing: Town, tmp_path: Path) -> None:
    town = sealing
    await town.write(LIEN, "niêm phong")
    await town.tap(LIEN, "Thị Lan")
    await town.phone(LIEN).write(LINE)
    await town.house.poller.once(0)
    bodies = await town.sql("SELECT body FROM inbox WHERE state = 'new'")
    assert all(body.startswith("sealed:") for (body,) in bodies)
    await town.settle()
    for who in THREE:
        [(seal_id,)] = await town.sql("SELECT id FROM sealed")
        await town.press(who, f"v.sealed:0:{seal_id}")
    assert said_in_files(tmp_path) == []
    await town.press(LAN, f"v.sealok:0:{seal_id}")
    assert said_in_files(tmp_path) == []
    assert await town.sql("SELECT * FROM journal WHERE kind IN ('visit', 'body', 'theme')") == []
    assert await town.sql("SELECT * FROM expectation WHERE topic = 'visit.sealed'") == []


async def test_words_that_were_put_away_come_out_again_after_a_crash(
    sealing: Town, tmp_path: Path
) -> None:
    town = sealing
    await town.write(LIEN, "niêm phong")
    await town.tap(LIEN, "Thị Lan")
    await town.phone(LIEN).write(LINE)
    await town.house.poller.once(0)
    found = await town.house.dispatcher._inbox.wake()
    assert any(LINE in str(update.raw) for update in found)
    await town.settle()


async def test_every_view_and_deed_of_the_others_is_the_same_without_it(
    sealing: Town, tmp_path: Path
) -> None:
    town = sealing
    await propose(town, BINH)
    await move_in(town, (ANOTHER_LEADER,), first=40)
    await seal(town)
    others = [HANH.id, BINH.id, DUNG.id, CUONG.id, THANG.id, HOA.id, ANOTHER_LEADER.id, MAI]
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(tmp_path / "town.db")) as opened:
        opened.execute("VACUUM INTO ?", (str(copy),))
    with closing(connect_writer(copy)) as connection:
        with_it = all_of(connection, town, others)
        connection.execute("DELETE FROM sealed")
        without = all_of(connection, town, others)
    assert {w.split()[1] for w in with_it if with_it[w] != without[w]} == set()
    assert len(with_it) > 500
    assert not [said for said in with_it.values() if any(word in said for word in SECRETS)]


async def test_an_unknown_id_and_another_s_answer_alike(sealing: Town) -> None:
    town = sealing
    seal_id = await seal(town)
    for who in NEIGHBOURS:
        if who in THREE:
            continue
        for verb in ("v.sealed", "v.sealok", "v.sealno", "v.sealgone", "v.sealat", "v.unseal"):
            known = await town.press(who, f"{verb}:0:{seal_id}")
            assert known == await town.press(who, f"{verb}:0:0123456789abcdef")
    assert len(await town.sql("SELECT * FROM sealed")) == 1


async def test_nobody_s_overlap_answer_changes_but_the_approver_sees_the_clash(
    sealing: Town,
) -> None:
    town = sealing
    await propose(town, BINH, THEME, BODY, "tuần này")
    seal_id = await seal(town)
    assert "GS-01" in await town.press(LAN, f"v.sealed:0:{seal_id}")
    assert "GS-01" in await town.press(TRAN, f"v.sealed:0:{seal_id}")
    assert "GS-01" not in await town.press(LIEN, f"v.sealed:0:{seal_id}")
    assert "Có thể trùng 1" in await propose(town, DUNG, THEME, BODY, "tuần này")


async def test_details_before_the_seal_are_not_taken(sealing: Town) -> None:
    town = sealing
    await town.write(LIEN, "niêm phong")
    await town.write(LIEN, f"gs {LINE}")
    assert await town.sql("SELECT * FROM sealed") == []
    assert await town.sql("SELECT * FROM visit") == []


async def test_what_is_declined_is_as_if_it_had_never_been(sealing: Town) -> None:
    town = sealing
    seal_id = await seal(town)
    await town.press(LAN, f"v.sealed:0:{seal_id}")
    await town.tap(LAN, "Bỏ, xóa hẳn")
    assert await town.sql("SELECT id FROM sealed") == [(seal_id,)], "read back first"
    await town.tap(LAN, "Xóa hẳn")
    assert await town.sql("SELECT * FROM sealed") == []
    assert await town.sql("SELECT * FROM journal WHERE kind = 'visit'") == []


async def test_without_a_key_it_is_refused_and_nothing_else_stops(town: Town) -> None:
    await office_of_visits(town)
    assert "tệp khóa" in await town.write(LIEN, "niêm phong")
    assert "Đã ghi" in await propose(town, LIEN)


async def test_a_key_that_is_lost_is_named_by_check(sealing: Town, tmp_path: Path) -> None:
    town = sealing
    await seal(town)
    assert await town.house.database.read(fault_of_key) == ""
    (tmp_path / "seal.key").rename(tmp_path / "elsewhere.key")
    assert await town.house.database.read(fault_of_key) == "seal_key"
    assert "tệp khóa" in await town.write(LAN, "cuộc niêm phong")
    assert "Đã ghi" in await propose(town, BINH)
    (tmp_path / "seal.key").write_bytes(b"x" * 32)
    assert "khóa khác" in await town.write(LAN, "cuộc niêm phong")


async def test_without_the_extra_it_is_refused(
    sealing: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers.aead", None)
    assert "chưa cài phần niêm phong" in await sealing.write(LIEN, "niêm phong")


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    with closing(connect_writer(tmp_path / "a.db")) as connection:
        make_key(connection, tmp_path / "seal.key")
        assert (tmp_path / "seal.key").stat().st_mode & 0o777 == 0o600
        with pytest.raises(FileExistsError):
            make_key(connection, tmp_path / "seal.key")
