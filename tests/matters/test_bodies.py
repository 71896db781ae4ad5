"""The list of bodies: looked at, and put right by those who may, never without a tap."""

from tests.helpers.matters import TRAN, move_in
from tests.town import CUONG, HANH, LAN, Town

NAMES = "SELECT name FROM lookup ORDER BY id"


async def body(town: Town, name: str) -> int:
    return int(await town.work(lambda w: w.lookups.add("body", name, w.today)))


async def test_a_name_is_put_right_joined_and_taken_out(town: Town) -> None:
    await move_in(town)
    for name in ("tinh uy", "nhắc CV-001", "UBND Ka Long", "UBND phường Ka Long"):
        await body(town, name)
    assert "• nhắc CV-001" in await town.write(HANH, "danh sách đơn vị")
    assert "Đổi tên" in await town.write(HANH, "sửa tên đơn vị tinh uy thành Tỉnh ủy Quảng Ninh")
    assert await town.sql(f"{NAMES} LIMIT 1") == [("tinh uy",)]
    await town.tap(HANH, "Gửi")
    assert await town.sql(f"{NAMES} LIMIT 1") == [("Tỉnh ủy Quảng Ninh",)]
    await town.write(TRAN, "xóa đơn vị nhắc CV-001")
    await town.write(TRAN, "gửi")
    await town.write(TRAN, "gộp đơn vị UBND Ka Long vào UBND phường Ka Long")
    await town.tap(TRAN, "Gửi")
    said = await town.write(CUONG, "danh sách đơn vị")
    assert "nhắc CV-001" not in said
    assert "• UBND Ka Long" not in said
    assert "đổi tên đơn vị" not in said
    assert "chưa được phân quyền" in await town.write(CUONG, "xóa đơn vị Tỉnh ủy Quảng Ninh")
    await town.write(TRAN, "kiến nghị: UBND phường Ka Long niêm yết phí")
    await town.write(TRAN, "xóa đơn vị UBND phường Ka Long")
    assert "chưa bỏ được" in await town.tap(TRAN, "Gửi")


async def test_what_bore_a_name_shows_the_one_that_it_has_now(town: Town) -> None:
    await move_in(town)
    for name in ("UBND Ka Long", "UBND phường Ka Long", "UBND phường Móng Cái 1"):
        await body(town, name)
    await town.write(TRAN, "kiến nghị: UBND Ka Long niêm yết phí")
    assert "Gửi: UBND Ka Long" in await town.screen(TRAN)
    for old, new in (("Ka Long", "phường Ka Long"), ("phường Ka Long", "phường Móng Cái 1")):
        await town.write(TRAN, f"gộp đơn vị UBND {old} vào UBND {new}")
        await town.tap(TRAN, "Gửi")
        assert f"Gửi: UBND {new}" in await town.write(TRAN, "KN1")
    await town.write(TRAN, "sửa tên đơn vị UBND phường Móng Cái 1 thành UBND Móng Cái 1")
    await town.tap(TRAN, "Gửi")
    assert "Gửi: UBND Móng Cái 1" in await town.write(TRAN, "KN1")
    await town.write(TRAN, "kiến nghị: công khai thu chi quỹ")
    await town.write(TRAN, "KN2 nơi nhận ubnd ka long")
    assert "Gửi: UBND Móng Cái 1" in await town.write(TRAN, "KN2")


async def test_of_somebody_elses_data_it_is_said_who_can(town: Town) -> None:
    said = await town.write(HANH, "xóa dữ liệu của Nguyễn Thu Hà")
    assert "Nguyễn Thu Hà" in said
    assert not town.phone(HANH).can_tap("Xóa dữ liệu")
    await town.write(LAN, "xóa dữ liệu của tôi")
    assert town.phone(LAN).can_tap("Xóa dữ liệu")
