"""What is remembered of a day: the ledger, a certificate anybody can check, and for how long."""

from datetime import datetime, timedelta

from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, standings
from tests.helpers.roll import came
from tests.town import BINH, CUONG, ICT, MAI, SON, TUAN, Town, clock, says


async def test_a_certificate_is_answered_right_or_wrong(town: Town) -> None:
    await came(town, MAI)
    assert "1 ngày" in await town.write(MAI, "/sotay")
    await town.tap(MAI, "Giấy chứng nhận")
    assert town.phone(MAI).messages[-1].kind == "document"
    [(code,)] = await town.sql("SELECT code FROM certificate")
    await town.phone(SON).start(f"cn-{code}")
    assert "✅ Đúng" in await town.screen(SON)
    await town.phone(SON).start("cn-ABCDEFGH")
    assert "Không đúng" in await town.screen(SON)


async def test_after_ninety_days_only_the_count_is_left(town: Town) -> None:
    await came(town, MAI, SON)
    town.now = datetime(2027, 2, 18, 9, 0, tzinfo=ICT)
    await town.go_to(datetime(2027, 2, 20, 3, 0, tzinfo=ICT))
    assert await town.sql("SELECT count(*) FROM registration") == [(0,)]
    assert await town.sql("SELECT standing, people FROM past_registration") == [("present", 2)]
    kept = "SELECT count(*) FROM journal WHERE kind = 'registration'"
    assert await town.sql(kept) == [(0,)], "the steps of a place go with it"
    counts = await town.work(lambda work: work.registrations.counts(1))
    assert counts["present"]["people"] == 2
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id IN (8101, 8102)") == [
        (0,)
    ]
    assert await town.sql("SELECT count(*) FROM consent WHERE NOT given") == [(2,)]
    assert await town.sql("SELECT total FROM turnout") == [(2,)]


async def test_whoever_asked_to_be_remembered_is_until_the_end_of_january(town: Town) -> None:
    town.now = datetime(2026, 3, 5, 9, 0, tzinfo=ICT)
    day = await open_saturday(town, starts=datetime(2026, 3, 7, 7, 0, tzinfo=ICT))
    for who in (MAI, SON):
        await join(town, who, day)
    await town.write(MAI, "/dulieu")
    await town.tap(MAI, "Sổ tình nguyện")
    await town.tap(MAI, "Đồng ý", town.phone(MAI).messages[-1])
    named = "SELECT count(person_id) FROM registration"
    for moment, expected in (
        (datetime(2026, 6, 3, 9, 0, tzinfo=ICT), 2),
        (datetime(2026, 6, 7, 9, 0, tzinfo=ICT), 1),
        (datetime(2027, 1, 31, 9, 0, tzinfo=ICT), 1),
        (datetime(2027, 2, 2, 9, 0, tzinfo=ICT), 0),
    ):
        town.now = moment - timedelta(days=1)
        await town.go_to(moment)
        assert await town.sql(named) == [(expected,)], moment
    counts = await town.work(lambda work: work.registrations.counts(day))
    assert sum(c["people"] for c in counts.values()) == 2, "the count stays"


async def test_five_years_later_the_sealed_proof_goes_too(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.write(MAI, "/dulieu")
    await town.tap(MAI, "Xóa dữ liệu")
    await town.tap(MAI, "Xóa", town.phone(MAI).messages[-1])
    assert await town.sql("SELECT count(*) FROM consent") == [(2,)]
    town.now = town.now + timedelta(days=5 * 365 + 2)
    await town.go_to(town.now + timedelta(days=1))
    assert await town.sql("SELECT count(*) FROM consent") == [(0,)]


async def test_a_cadre_is_asked_on_thursday_and_once_more_if_silent(town: Town) -> None:
    town.now = clock(18, 9)
    await open_saturday(town)
    await town.go_to(clock(19, 8, 1))
    assert await says(town, CUONG, "bao nhiêu người tham gia?")
    await town.go_to(clock(20, 11, 1))
    asked = [t for t in await town.heard(CUONG) if "bao nhiêu người tham gia?" in t]
    assert len(asked) == 2
    await town.tap(CUONG, "21/11")
    await town.write(CUONG, "PN 12")
    await town.tap(CUONG, "Đúng")
    assert await town.sql("SELECT number FROM headcount") == [(12,)]


async def test_a_gap_is_filled_by_who_was_asked_least_recently(town: Town) -> None:
    first = await open_saturday(town, capacity=30)
    for who in (MAI, SON):
        await join(town, who, first)
        await town.write(who, "/dulieu")
        await town.tap(who, "tin các buổi sau")
        await town.tap(who, "Đồng ý", town.phone(who).messages[-1])
    second = await open_saturday(town, capacity=30, starts=clock(22, 7), title="Trồng cây")
    await town.work(lambda work: work.activities.set_targets(second, {None: 40}))
    await town.go_to(clock(20, 18, 1))
    assert await says(town, MAI, "đang cần thêm người")
    assert await says(town, SON, "đang cần thêm người")
    assert not await says(town, TUAN, "đang cần thêm người")
    third = await open_saturday(town, starts=clock(22, 14), title="Sơn tường")
    son = await town.sql("SELECT id FROM person WHERE telegram_id = 8102")
    await town.sql("DELETE FROM asked WHERE person_id = :id", id=son[0][0])
    order = await town.work(lambda work: work.invitations.least_asked(third, 9))
    assert order[0] == son[0][0], "who was asked least recently is asked first"
    asked = len(await town.heard(MAI))
    await town.go_to(clock(20, 19))
    assert len(await town.heard(MAI)) == asked, "nobody is asked twice"


async def test_volunteers_who_agreed_hear_on_thursday_evening(town: Town) -> None:
    town.now = clock(18, 9)
    first = await open_saturday(town)
    await join(town, MAI, first)
    await town.write(MAI, "/dulieu")
    await town.tap(MAI, "tin các buổi sau")
    await town.tap(MAI, "Đồng ý", town.phone(MAI).messages[-1])
    await open_saturday(town, starts=clock(22, 7), title="Trồng cây")
    await town.go_to(clock(19, 19, 29))
    assert not await says(town, MAI, "Trồng cây")
    await town.go_to(clock(19, 19, 31))
    assert await says(town, MAI, "Trồng cây")
    assert "Trùng" not in await town.tap(MAI, "Đăng ký")
    assert await standings(town) == ["registered", "registered"]


async def test_the_calendar_file_and_the_leaders_number(town: Town) -> None:
    day = await open_saturday(town, points=2)
    await join(town, MAI, day)
    await town.tap(MAI, "Trà Cổ (2)")
    assert not await says(town, MAI, "0900000104"), "the leader has not agreed"
    await town.write(BINH, "/dulieu")
    await town.tap(BINH, "hiện số điện thoại")
    await town.tap(BINH, "Đồng ý", town.phone(BINH).messages[-1])
    await town.go_to(clock(21, 6, 1))
    assert await says(town, MAI, "Cần hỏi, gọi Nguyễn Văn Bình 0900 000 104")
    await town.tap(MAI, "Vào lịch")
    assert town.phone(MAI).messages[-1].kind == "document"


async def test_who_cancels_late_is_told_whom_to_call(town: Town) -> None:
    day = await open_saturday(town, points=2)
    await join(town, MAI, day)
    await town.tap(MAI, "Ka Long (2)")
    await town.go_to(clock(20, 23))
    await town.tap(MAI, "Hủy đăng ký")
    said = await town.tap(MAI, "Hủy đăng ký", town.phone(MAI).messages[-1])
    assert "đã được báo; cần trao đổi, gọi Đỗ Thị Hạnh, 0900 000 101" in said
    assert await says(town, CUONG, "1 chỗ vừa hủy sát giờ")


async def test_another_point_only_when_it_has_room(town: Town) -> None:
    day = await open_saturday(town, capacity=1, points=2)
    await join(town, MAI, day)
    await town.tap(MAI, "Ka Long (1)")
    await join(town, SON, day)
    await town.tap(SON, "Trà Cổ (1)")
    await town.tap(MAI, "Đổi điểm")
    assert "đã hết chỗ" in await town.tap(MAI, "Trà Cổ (hết)")
    await town.phone(SON).press("s.offyes:2", 1)
    await town.settle()
    await town.tap(MAI, "Đổi điểm")
    assert "✅ Đã đổi sang" in await town.tap(MAI, "Trà Cổ (1)")
    assert await standings(town) == ["cancelled", "cancelled", "registered"]
