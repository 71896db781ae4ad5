"""«Dữ liệu»: see, take along, correct, withdraw, delete; nothing is left of whoever asked."""

import json
from pathlib import Path

import pytest

from sandbox.things import Message
from storage import Work
from tests.helpers.activities import open_saturday
from tests.helpers.registrations import arrive, join, standings
from tests.town import BINH, CUONG, HANH, MAI, SON, Town, clock

NHUNG = 7_312_456_789
"""An id that cannot stand in a file by chance."""


def traces(folder: Path, telegram_id: int, name: str) -> list[str]:
    """Where a person can still be read: their name, or their number in any form."""
    forms = {
        "name": name.encode(),
        "name in JSON": json.dumps(name)[1:-1].encode(),
        "digits": str(telegram_id).encode(),
        "number": telegram_id.to_bytes(6, "big"),
    }
    found = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = file.read_bytes()
        found += [f"{file.name}: {form}" for form, text in forms.items() if text in content]
    return found


TYPED = ("2 người lớn, 7 trẻ em nhà chú Năm", "em đang trên đường tới chỗ mọi người")


async def everything_happens_to(town: Town, day: int) -> None:
    """A name, family, words that nobody expected, news, a roll call, a dispute, a certificate."""
    await town.tap(NHUNG, "Sửa tên")
    await town.write(NHUNG, "Đặng Thị Hồng Nhung")
    await town.write(NHUNG, "đúng")
    await town.tap(NHUNG, "Người đi cùng", card(town, NHUNG))
    for words in TYPED:
        await town.write(NHUNG, words)
    await town.write(NHUNG, "/dulieu")
    await town.tap(NHUNG, "tin các buổi sau")
    await town.tap(NHUNG, "Đồng ý", town.phone(NHUNG).messages[-1])
    await town.phone(HANH).press(f"s.manage:{day}", 1)
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    await town.write(CUONG, "thêm 1")
    await town.tap(CUONG, "Chốt")
    await town.tap(CUONG, "Ghi vắng, chốt")
    await town.go_to(clock(21, 10, 5))
    absent = next(m for m in town.phone(NHUNG).messages if "được ghi là vắng" in m.text)
    await town.tap(NHUNG, "Ghi chưa đúng", absent)
    second = await open_saturday(town, starts=clock(29, 7), title="Trồng cây")
    await town.phone(NHUNG).start(f"act-{second}")
    await town.settle()
    await town.phone(NHUNG).press(f"s.go:{second}", 1)
    await town.settle()
    given = "INSERT INTO certificate SELECT 'ABCDEFGH', 1, id, 1, 3, '2026-01-01', '2026-11-21'"
    await town.sql(f"{given}, '2026-11-21' FROM person WHERE telegram_id = {NHUNG}")
    for table in (
        "asked (person_id, activity_id, at)",
        "notified (person_id, activity_id, at, version)",
    ):
        more = ", 1" if "version" in table else ""
        who = f"FROM person WHERE telegram_id = {NHUNG}"
        await town.sql(
            f"INSERT INTO {table} SELECT id, {day}, unixepoch('2026-11-21'){more} {who}"
        )


def card(town: Town, who: int) -> Message:
    return next(m for m in town.phone(who).messages if "Đã đăng ký" in m.text)


async def test_deleting_leaves_no_trace_and_every_count(
    town: Town, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    day = await open_saturday(town)
    town.world.phone(NHUNG, "Hồng Nhung Xinh")
    await join(town, NHUNG, day)
    await join(town, SON, day)
    await everything_happens_to(town, day)
    assert traces(tmp_path, NHUNG, "Đặng Thị Hồng Nhung")
    before = await town.sql("SELECT count(*), count(DISTINCT activity_id) FROM registration")
    await town.write(NHUNG, "/dulieu")
    await town.tap(NHUNG, "Xóa dữ liệu")
    assert "Đã xóa dữ liệu" in await town.tap(NHUNG, "Xóa", town.phone(NHUNG).messages[-1])
    await town.settle()
    for typed in (*TYPED, "Đặng Thị Hồng Nhung"):
        assert traces(tmp_path, NHUNG, typed) == []
    assert traces(tmp_path, NHUNG, "Hồng Nhung Xinh") == []
    assert str(NHUNG) not in caplog.text
    assert "Nhung" not in caplog.text
    counted = "SELECT count(*), count(DISTINCT activity_id) FROM registration"
    assert await town.sql(counted) == before
    assert await standings(town) == ["absent", "absent", "cancelled"]
    assert await town.sql("SELECT total FROM turnout WHERE state = 'confirmed'") == [(1,)]
    left = "SELECT count(*) FROM {} WHERE person_id NOT IN (SELECT id FROM person)"
    for table in ("letter", "card", "expectation", "asked", "notified", "certificate"):
        assert await town.sql(left.format(table)) == [(0,)], table
    sealed = await town.sql("SELECT given, length(subject) FROM consent ORDER BY id")
    assert sealed[0] == (1, 16)
    assert sealed[-1] == (0, 16)
    assert "Trước khi đăng ký" in await arrive(town, NHUNG, day + 1)


async def test_everything_that_is_kept_can_be_taken_along(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await town.write(MAI, "/dulieu")
    await town.tap(MAI, "Tải về")
    assert town.phone(MAI).last.kind == "document"
    await town.tap(MAI, "Bản JSON")
    files = [m for m in town.phone(MAI).messages if m.kind == "document"]
    assert len(files) == 2
    assert not any(m.content.get("has_protected_content") for m in files), "it is theirs to keep"


async def test_a_volunteer_corrects_their_name(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Sửa tên")
    assert "Phạm Thị Mai" in await town.write(MAI, "Phạm  Thị\u202e Mai")
    assert "Đã ghi tên: Phạm Thị Mai" in await town.tap(MAI, "Đúng")
    assert await town.sql("SELECT name FROM person WHERE telegram_id = 8101") == [
        ("Phạm Thị Mai",)
    ]


@pytest.mark.parametrize(("typed", "said"), [("x" * 300, "dài quá"), ("12345", "bằng chữ")])
async def test_a_name_that_is_none_is_refused(town: Town, typed: str, said: str) -> None:
    await join(town, MAI, await open_saturday(town))
    before = await town.sql("SELECT name FROM person WHERE telegram_id = 8101")
    await town.tap(MAI, "Sửa tên")
    assert said in await town.write(MAI, typed)
    assert await town.sql("SELECT name FROM person WHERE telegram_id = 8101") == before


async def test_withdrawing_is_as_easy_as_giving(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await town.write(MAI, "/dulieu")
    assert "hủy các đăng ký sắp tới" in await town.tap(MAI, "Rút đồng ý")
    assert await standings(town) == ["registered"], "asked first"
    assert "Đã rút đồng ý: danh sách" in await town.tap(MAI, "danh sách")
    assert await standings(town) == ["cancelled"]
    assert "Trước khi đăng ký" in await arrive(town, MAI, day)


async def test_one_purpose_one_yes(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Cho dùng ảnh")
    assert "nhận rõ mặt mình" in await town.screen(MAI)
    assert "không đồng ý" in await town.tap(MAI, "Không đồng ý")
    await town.tap(MAI, "Cho dùng ảnh")
    await town.tap(MAI, "Đồng ý", town.phone(MAI).messages[-1])
    assert "ảnh nhận rõ mặt" in await town.write(MAI, "/dulieu")


async def test_staff_delete_their_days_and_stay_on_the_roster(town: Town) -> None:
    day = await open_saturday(town)
    await town.write(BINH, f"/start act-{day}")
    await town.tap(BINH, "Đồng ý, đủ 18")
    await town.write(BINH, "/dulieu")
    await town.tap(BINH, "Xóa dữ liệu")
    assert "Văn phòng quản lý" in await town.tap(BINH, "Xóa", town.phone(BINH).messages[-1])
    assert await town.sql("SELECT count(*) FROM registration WHERE person_id IS NULL") == [(1,)]
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = 8004") == [(1,)]


async def test_on_the_roster_without_any_role_one_can_delete_too(town: Town) -> None:
    await join(town, BINH, await open_saturday(town))
    await town.work(lambda work: work.people.revoke(town.person(BINH), work.today))
    await town.write(BINH, "/dulieu")
    await town.tap(BINH, "Xóa dữ liệu")
    assert "Văn phòng quản lý" in await town.tap(BINH, "Xóa", town.phone(BINH).messages[-1])


async def test_what_a_volunteer_did_is_found_by_the_place_and_by_nothing_else(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Hủy đăng ký")
    await town.tap(MAI, "Hủy đăng ký", town.phone(MAI).messages[-1])
    who = await town.sql("SELECT DISTINCT who FROM journal WHERE kind = 'registration'")
    assert who == [("self",)]
    mine = await town.work(lambda w: w.personal_data.everything(town_id(w), ""))
    assert [row["event"] for row in mine["journal"]] == ["registered", "cancelled"]


def town_id(work: Work) -> int:
    return int(
        work.connection.execute("SELECT id FROM person WHERE telegram_id = 8101").fetchone()[0]
    )


async def test_a_stranger_hears_that_nothing_is_kept(town: Town) -> None:
    assert "không giữ thông tin nào của bạn" in await town.write(MAI, "/dulieu")


async def test_a_place_given_up_is_not_counted(town: Town) -> None:
    day = await open_saturday(town)
    await join(town, MAI, day)
    assert "Đã đăng ký: 1 buổi" in await town.write(MAI, "/dulieu")
    await town.phone(MAI).press("s.offyes:1", 1)
    assert "Đã đăng ký: 0 buổi" in await town.write(MAI, "/dulieu")
    await town.phone(MAI).press(f"s.go:{day}", 1)
    assert "Đã đăng ký: 1 buổi" in await town.write(MAI, "/dulieu")


async def test_how_long_one_is_remembered_is_said_as_it_is_kept(town: Town) -> None:
    """90 days after a Saturday in November lie beyond 31/1: the later one counts."""
    await join(town, MAI, await open_saturday(town))
    await town.write(MAI, "/dulieu")
    said = await town.tap(MAI, "Sổ tình nguyện")
    assert "đến 31/1 năm sau, và ít nhất 90 ngày sau mỗi buổi" in said
    await town.tap(MAI, "Đồng ý", town.phone(MAI).messages[-1])
    assert "Tự xóa sau ngày: 19/02/2027" in await town.write(MAI, "/dulieu")


async def test_old_buttons_of_somebody_erased_find_nothing(town: Town) -> None:
    """«Rút đồng ý» and «Xóa» of yesterday's page raised, and were said to be a fault."""
    await join(town, NHUNG, await open_saturday(town))
    await town.write(NHUNG, "/dulieu")
    await town.tap(NHUNG, "Xóa dữ liệu")
    await town.tap(NHUNG, "Xóa", town.phone(NHUNG).messages[-1])
    for press in ("d.yes:0", "d.back:0", "d.back:0:list", "d.old:0:child"):
        assert "không có đồng ý nào" in await town.press(NHUNG, press) or press == "d.old:0:child"
    assert await town.sql("SELECT count(*) FROM inbox WHERE state = 'quarantined'") == [(0,)]


@pytest.mark.parametrize(
    "words", ["số 12 ngõ 3 Trần Phú", "hôm trước chị Hạnh ghi nhầm tên mất", "chưa được ạ"]
)
async def test_a_sentence_is_no_name(town: Town, words: str) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Sửa tên")
    assert "chỉ nhắn họ tên" in await town.write(MAI, words)
    assert "Kiều Oanh" in await town.write(MAI, "Kiều Oanh")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Minh/Tổ 4", "Minh Tổ"),
        ("Minh (khu 5)", "Minh khu"),
        ("Thu Hà | lớp 9A", "Thu Hà lớp A"),
        ("Thu Hà <3", "Thu Hà"),
    ],
)
async def test_a_name_keeps_its_letters_as_on_joining(town: Town, typed: str, name: str) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Sửa tên")
    said = await town.write(MAI, typed)
    assert f"{name}. Đúng chưa" in said


async def test_what_is_said_of_the_day_is_no_name_either(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Sửa tên")
    assert "Hủy đăng ký" in await town.write(MAI, "em không đi được nữa ạ")


async def test_the_question_of_a_name_ends(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.tap(MAI, "Sửa tên")
    await town.later(hours=2)
    assert "Đúng chưa" not in await town.write(MAI, "Kiều Oanh Vũ")
