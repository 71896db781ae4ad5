"""A yes is taken back by itself or with all the others; what it allowed ends with it."""

from sandbox.things import Message
from tests.helpers.activities import open_saturday
from tests.helpers.registrations import join, standings
from tests.helpers.roll import came
from tests.town import HANH, MAI, SON, Town

AGREED = "SELECT count(*) FROM consent WHERE given AND purpose = :what"


async def agree(town: Town, who: int, *labels: str) -> None:
    await town.write(who, "/dulieu")
    page = town.phone(who).messages[-1]
    for label in labels:
        await town.tap(who, label, page)
        await town.tap(who, "Đồng ý", town.phone(who).messages[-1])


async def data_page(town: Town, who: int) -> Message:
    await town.write(who, "/dulieu")
    return town.phone(who).messages[-1]


async def test_one_consent_goes_and_the_others_stay(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await agree(town, MAI, "ảnh nhận rõ mặt", "tin các buổi sau")
    page = await data_page(town, MAI)
    assert {"✅ ảnh nhận rõ mặt", "✅ tin các buổi sau", "Sổ tình nguyện"} <= set(page.labels)
    await town.tap(MAI, "Rút đồng ý")
    assert "Đã rút đồng ý: ảnh" in await town.tap(MAI, "ảnh nhận rõ mặt")
    assert await standings(town) == ["registered"]
    assert {"ảnh nhận rõ mặt", "✅ tin các buổi sau"} <= set((await data_page(town, MAI)).labels)


async def test_all_go_by_one_tap_more(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await agree(town, MAI, "tin các buổi sau")
    await data_page(town, MAI)
    await town.tap(MAI, "Rút đồng ý")
    assert "Giữ nguyên" in town.phone(MAI).messages[-1].labels
    assert "rút mọi đồng ý" in await town.tap(MAI, "Rút tất cả")
    assert await standings(town) == ["cancelled"]
    await data_page(town, MAI)
    assert "không có đồng ý nào" in await town.tap(MAI, "Rút đồng ý")


async def test_a_forged_purpose_withdraws_nothing(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await town.phone(MAI).press("d.back:0:everything", 1)
    await town.settle()
    assert await standings(town) == ["registered"]


async def certificate_of(town: Town, who: int) -> str:
    await town.write(who, "/sotay")
    await town.tap(who, "Giấy chứng nhận")
    [(code,)] = await town.sql("SELECT code FROM certificate")
    return str(code)


async def check(town: Town, who: int, code: str) -> str:
    await town.phone(who).start(f"cn-{code}")
    return await town.screen(who)


async def test_the_ledger_ends_with_its_consent_and_opens_again_by_it(town: Town) -> None:
    await came(town, MAI, SON)
    await agree(town, MAI, "Sổ tình nguyện")
    await data_page(town, MAI)
    assert "1 ngày" in await town.tap(MAI, "✅ Sổ tình nguyện"), "agreed to, it opens"
    code = await certificate_of(town, MAI)
    await data_page(town, MAI)
    assert "không còn lưu" in await town.tap(MAI, "Rút đồng ý"), "told before it is lost"
    await town.tap(MAI, "Sổ tình nguyện", town.phone(MAI).messages[-1])
    assert "Không đúng" in await check(town, SON, code)
    assert "đã đóng" in await town.write(MAI, "/sotay")
    await town.phone(MAI).press("l.cert:1", 1)
    await town.settle()
    assert await town.sql("SELECT count(*) FROM certificate") == [(0,)]
    await town.tap(MAI, "Sổ tình nguyện", town.phone(MAI).messages[-1])
    await town.tap(MAI, "Đồng ý", town.phone(MAI).messages[-1])
    assert "1 ngày" in await town.write(MAI, "/sotay")
    assert "1 ngày" in await town.write(SON, "/sotay"), "nobody else's is closed"


async def test_after_withdrawing_everything_no_certificate_is_answered(town: Town) -> None:
    await came(town, MAI)
    code = await certificate_of(town, MAI)
    await data_page(town, MAI)
    await town.tap(MAI, "Rút đồng ý")
    await town.tap(MAI, "danh sách")
    assert "Không đúng" in await check(town, SON, code)
    assert "đã đóng" in await town.write(MAI, "/sotay")
    assert town.phone(MAI).messages[-1].labels == []


async def test_before_deleting_one_hears_what_becomes_of_a_certificate(town: Town) -> None:
    await came(town, MAI)
    await data_page(town, MAI)
    assert "Giấy chứng nhận đã nộp" in await town.tap(MAI, "Xóa dữ liệu")


async def test_the_same_yes_twice_is_one_yes(town: Town) -> None:
    await join(town, MAI, await open_saturday(town))
    await agree(town, MAI, "tin các buổi sau")
    await agree(town, MAI, "✅ tin các buổi sau")
    assert await town.sql(AGREED, what="news") == [(1,)]


async def test_the_face_of_somebody_of_sixteen_is_not_asked_for(town: Town) -> None:
    await join(town, MAI, await open_saturday(town), "Đồng ý, 16–17")
    await town.tap(HANH, "Bố mẹ đã đồng ý")
    assert await standings(town) == ["registered"]
    assert not any("ảnh" in label for m in town.phone(MAI).messages for label in m.labels)
    await agree(town, MAI, "tin các buổi sau")
    assert not any("ảnh" in label for label in (await data_page(town, MAI)).labels)
    await town.phone(MAI).press("c.ask:0:photo", 1)
    await town.settle()
    said = await town.tap(MAI, "Đồng ý", town.phone(MAI).messages[-1])
    assert "không xin dùng ảnh" in said, "a forged press is refused by the deed"
    assert await town.sql(AGREED, what="photo") == [(0,)]
