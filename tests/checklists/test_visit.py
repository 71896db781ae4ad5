"""«bảng kiểm KN1»: what a visit looks at; it ends when every item was looked at."""

from tests.helpers.begun import begun
from tests.helpers.matters import LIEN, TRAN, move_in
from tests.town import CUONG, HOA, Town


@begun
async def visit(town: Town) -> Town:
    await move_in(town)
    await town.write(LIEN, "kiến nghị: bảng công khai mờ")
    await town.write(LIEN, "bảng kiểm KN1")
    return town


async def test_each_item_is_met_or_not_or_set_aside(visit: Town) -> None:
    town = visit
    card = town.phone(LIEN).last
    assert "BK-01 – Bảng kiểm – KN-001: 0/6" in await town.screen(LIEN)
    await town.tap(LIEN, "2")
    assert "mục 2: đạt (1/6)" in await town.tap(LIEN, "Đạt")
    assert "mục 5: không xem" in await town.write(LIEN, "5 bỏ qua", reply_to=card)
    assert "mục 2: không đạt" in await town.write(LIEN, "2 không đạt", reply_to=card)
    assert "còn thiếu mục 1, 3, 4, 6" in await town.press(LIEN, "ck.close:1")


async def test_what_is_critical_and_not_met_wants_a_photo(visit: Town) -> None:
    town = visit
    assert "gửi một ảnh" in await town.press(LIEN, "ck.mark:1:3.unmet")
    await town.phone(LIEN).photo()
    assert "❗ Không đạt điểm chính: 3" in await town.write(LIEN, "BK1")
    for number in (1, 2, 4, 5, 6):
        await town.press(TRAN, f"ck.mark:1:{number}.met")
    await town.press(LIEN, "ck.close:1")
    assert "đã kết thúc" in await town.press(LIEN, "ck.mark:1:1.unmet")


async def test_it_is_of_those_who_answer_for_supervision(visit: Town) -> None:
    town = visit
    for who in (CUONG, HOA):
        await town.write(who, "bảng kiểm KN1")
        await town.press(who, "ck.mark:1:1.met")
        assert "Đúng người chủ trì" not in " ".join(await town.heard(who))
    assert await town.sql("SELECT count(*) FROM checking") == [(1,)]
    assert await town.sql("SELECT * FROM checklist_mark") == []


async def test_asked_for_again_it_is_the_same_one(visit: Town) -> None:
    assert "BK-01" in await visit.write(TRAN, "bảng kiểm KN1")
